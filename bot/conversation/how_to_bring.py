"""How people ask whether and how they may bring an article, in each language.

Rule of this module: the whole message has to fit; whoever asks what an article says of files and links is not meant.
"""

import re

MOST_WORDS = 16
"""Words of a message that asks how to bring an article."""


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})[\s.!?]*", re.IGNORECASE | re.VERBOSE)


_THING_EN = r"""(?:(?:an?|the|my|this|own|other|another|new|different|few|some)\s){0,3}
    (?:articles?|texts?|links?|urls?|files?|pdfs?|documents?|web\s?pages?|(?:news\s)?stor(?:y|ies))"""
_OTHER_DE = r"(?:eigene|andere|neue|weitere)[nrms]?"
_THING_DE = rf"""(?:(?:(?:m?eine|diese)[nrms]?|den|die|das|ein|mein|{_OTHER_DE})\s){{0,3}}
    (?:artikel|texte?|links?|url|datei(?:en)?|pdfs?|dokumente?|webseiten?)"""

HOW = {
    "en": _whole(
        rf"""(?:can|could|may|should|shall|do|does|will|would|how|where)\b.{{0,24}}?
            \b(?:send|give|upload|add|open|load|share|change|switch|use|read|take|paste|provide|import|bring|choose
                |ask(?:\syou)?\sabout)\b.{{0,16}}?
            \b{_THING_EN}(?:\s(?:to|for|with|you|me|us|here|in|instead|too|please|myself)){{0,4}}
        |(?:i(?:\swant|\sneed|\shave|\swould\slike|[’']d\slike)\b.{{0,24}}?)?
            (?:new|(?:an)?other|different|my\sown)\s(?:article|text|file|link)(?:\splease)?
        |(?:add|upload|load|open|change|switch|send|paste|bring|choose)\s{_THING_EN}"""
    ),
    "de": _whole(
        rf"""(?:kann|können|könnte|darf|soll|wie|wo|geht|nimmst|liest|lesen)\b.{{0,24}}?\b{_THING_DE}\b.{{0,20}}?
            (?:schicken|senden|geben|hochladen|hinzufügen|öffnen|laden|teilen|wechseln|ändern|einfügen|nehmen|lesen
                |bringen|mitbringen|auswählen|einstellen|fragen|an)
        |(?:ich\s(?:möchte|will|brauche|habe|hätte\sgern)\b.{{0,12}}?)?(?:eine[nr]?\s|mein\s)?{_OTHER_DE}\s
            (?:artikel|text|link)(?:\s(?:bitte|öffnen|laden|schicken|senden|hinzufügen))?
        |{_THING_DE}\s(?:wechseln|ändern|hinzufügen|hochladen|schicken|senden|öffnen|laden)"""
    ),
}
"""What such a message looks like; white space of a pattern stands for nothing."""

READ_IT = re.compile(
    r"""(?:please\s|bitte\s)?
    (?:/open|read|open|take|use|see|check\sout|lies|lesen(?:\ssie)?|öffne|öffnen(?:\ssie)?|nimm|nehmen(?:\ssie)?)?\s*
    (?:it|these|(?:this|that)(?:\s(?:one|article|text|link|file))?|das|dies|den|diesen?(?:\s(?:artikel|text|link))?)?
    (?:\s(?:please|bitte|here|hier))?[\s.!]*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What people write below a message that is to be the article, if anything: "read this", "lies das bitte"."""


def asks_how(text: str) -> str | None:
    """Return the language of a message that asks how to bring an article; None for any other."""
    if len(text.split()) > MOST_WORDS:
        return None
    return next((code for code, how in HOW.items() if how.fullmatch(text.strip())), None)
