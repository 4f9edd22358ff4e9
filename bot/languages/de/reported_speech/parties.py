"""What a German phrase says of a party: name, role, gender, number, and whose papers speak.

Rule of this room: it reads one phrase; which phrases mean the same party is decided in the core.
"""

import re
from dataclasses import replace
from itertools import pairwise

from bot.core.language_data.reported_speech import Gender, Profile
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText, Token
from bot.languages.de.reported_speech.noun_phrases import phrase_at
from bot.languages.de.reported_speech.party_kinds import KINDS, POSSESSIVES
from bot.languages.de.reported_speech.party_nouns import BODY, DOCUMENT, MONTHS, PERSON, PLACE, WEEKDAYS
from bot.languages.de.reported_speech.plain import plain_at
from bot.languages.de.reported_speech.subjects import can_be_subject, is_party, plural
from bot.languages.de.reported_speech.vocabulary import PARTICLES, SOURCE
from bot.languages.given_names import gender_of

_FEMALE = re.compile(r"(erin|istin|entin|orin|tin|rin|frau|kanzlerin|chefin|mutter|königin)$")
_MALE = re.compile(
    r"(minister|präsident|sprecher|chef|kanzler|mann|sekretär|richter|anwalt|direktor|führer|leiter|berater|"
    r"trainer|könig|papst|general|"
    r"vater|machthaber|premier|botschafter|senator|forscher)s?$"
)
_ORIGIN = re.compile(r"(isch|ische[mnrs]?)$")
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "dieser", "diese", "dieses", "diesem", "diesen"})
_BEFORE_OTHER = frozenset({"in", "aus", "von", "vom", "im", "des", "der", "bei", "zu", "für", "gegen", "mit"})
_COMPOUND = re.compile(
    r"(.+?)-(Informationen|Angaben|Berichten?|Meldung(?:en)?|Recherchen|Bericht|Sprecher|Sprecherin)$"
)
_AGED = re.compile(r"\d+-jährige[rn]?")
_TITLE = frozenset({"herr", "herrn", "frau", "dr", "dr.", "prof", "prof."})
_OF_PLACE = re.compile(
    r"(gericht|gerichtshof|universität|staatsanwaltschaft|polizei|amt|stadt|behörde|klinik|hochschule|feuerwehr)$"
)
"""Bodies that a place's name behind them tells apart."""
_FIRST_NAMES = re.compile(
    r"(Hans|Jens|Klaus|Claus|Lars|Markus|Marcus|Thomas|Andreas|Niklas|Lukas|Lucas|Tobias|Matthias|Mathias|Johannes|Jonas|"
    r"Boris|Dennis|Nicolas|Nikolaus|Julius|Marius|Elias|Alois|Iris|Doris|Agnes|Ines|Chris|James|Charles|Carlos|Louis|Luis)"
)
"""First names in -s, which is no genitive."""
_NO_GENITIVE = ("ss", "us", "is", "os", "Reuters", "Times", "News")
"""Endings of names in -s."""
_JOINS = frozenset({"und", "sowie", "als"})
_MIN_STEM = 3
_NAMED = frozenset({Pos.NAME})


def stem(name: str) -> str:
    """Return a name without its genitive ending: ‹Südkoreas› to ‹Südkorea›; short names and those in -ss stay."""
    if name.endswith(("’", "'")):
        return name[:-1]
    ends = name.endswith("s") and not name.endswith(_NO_GENITIVE) and not name.isupper()
    return name[:-1] if len(name) > _MIN_STEM and ends else name


def profile(page: TaggedText, span: Range) -> Profile:
    """Return what the words of a phrase say of the party."""
    start, end = span
    tokens = page.words(start, end)
    nouns = tuple(t for t in tokens if t.pos in {Pos.NOUN, Pos.NOMINAL} and (t.capital or _AGED.fullmatch(t.lower)))
    run = _name_run(page, start, end)
    first = page.at(start)
    phrase = plain_at(page, start, end)
    found = Profile(
        name=_name(page, start, run) if run else _quoted_name(page, span) or _with_alias(page, start, end),
        role=_role(page, start, end, run),
        kinds=tuple(dict.fromkeys(t.lower for t in nouns[:2])),
        origins=_origins(tokens),
        gender=_gender(page, span, nouns),
        plural=_several(first.lower, nouns) or plural(page, Phrase(start, end, phrase.head if phrase else end - 1)),
        person=_is_person(page, span, run),
        body=any(BODY.search(t.lower) for t in nouns),
        unclear=run is not None and not nouns and not _is_person(page, span, run),
        alias=page.short_form(start, end),
        document=bool(nouns)
        and bool(DOCUMENT.search(nouns[0].lower) or SOURCE.search(nouns[0].lower))
        and not PERSON.search(nouns[0].lower),
        definite=first.lower in _DEFINITE,
        anaphor=bool(nouns) and bool(_AGED.fullmatch(nouns[0].lower)) and first.lower in _DEFINITE,
        description=_description(page, start, end),
    )
    return _joint(page, span, _owned(page, span, found))


def _with_alias(page: TaggedText, start: int, end: int) -> str | None:
    """Return a noun with a short form behind it as a name: ‹der Menschenrechtsbund (MRB)›."""
    head = next((i for i in range(start, end - 1) if page.at(i + 1).text == "("), None)
    named = head is not None and page.at(head).noun and page.short_form(start, end) is not None
    return page.at(head).text if head is not None and named else None


def _joint(page: TaggedText, span: Range, found: Profile) -> Profile:
    """Add the names of all who speak together: ‹Südkorea und die USA›, ‹Polen, Ungarn und Litauen›."""
    start, end = span
    joins = [i for i in range(start + 1, end - 1) if page.at(i).lower in _JOINS or page.at(i).text == ","]
    if not any(page.at(i).lower in _JOINS for i in joins) or found.document:
        return found
    parts = list(pairwise([start - 1, *joins, end]))
    spans = [(a + 1 + (page.at(a + 1).lower == "auch"), b) for a, b in parts]
    whole = [p.end == b for (a, b) in spans if (p := plain_at(page, a, b)) is not None]
    names = [profile(page, s).name for s in spans] if len(whole) == len(spans) and all(whole) else []
    known = [name for name in names if name]
    if len(known) < len(spans) or len(known) < 2:  # noqa: PLR2004 - several
        return found
    name = f"{', '.join(stem(n) for n in known[:-1])} und {stem(known[-1])}"
    return replace(found, name=name, role=None, members=tuple(spans), plural=True, person=False)


def _name_run(page: TaggedText, start: int, end: int) -> Range | None:
    """Return the name in a phrase: the longest run of name words that is not a place or owner of something else."""
    runs = [r for r in _runs(page, start, end) if _names_party(page, start, end, r)]
    long = [r for r in runs if r[1] - r[0] > 1]
    if not runs:
        return None
    run = (long or runs)[0]
    before = page.at(run[0] - 1)
    noun = any(t.pos is Pos.NOUN for t in page.words(start, end))
    single = run[1] - run[0] == 1 and run[0] > start
    return None if noun and single and before.pos in {Pos.ARTICLE, Pos.ADJECTIVE, Pos.DETERMINER} else run


def _name(page: TaggedText, start: int, run: Range) -> str:
    """Return a name; a court's or a police's place is only a part of it: ‹Landgericht Hamburg›."""
    if run[1] - run[0] > 1 and page.at(run[0]).lower in KINDS:
        run = (run[0] + 1, run[1])
    if run[0] > start and _OF_PLACE.search(page.at(run[0] - 1).lower):
        return page.cut(run[0] - 1, run[1])
    return page.cut(*run)


def _quoted_name(page: TaggedText, span: Range) -> str | None:
    """Return the name in quotation marks that a phrase ends with: ‹die Zeitung „Neue Woche“›."""
    quote = page.at(span[1] - 1).quote
    first, end = page.quotes[quote] if quote is not None else (0, 0)
    whole = quote is not None and span[0] <= first and end == span[1] and end - first > 2  # noqa: PLR2004 - its marks
    before = page.words(span[0], first)
    persons = any(t.noun and PERSON.search(t.lower) for t in before)
    of_another = persons or any(t.pos is Pos.PREPOSITION for t in before[-1:])
    return page.cut(first + 1, end - 1) if whole and not of_another else None


def _runs(page: TaggedText, start: int, end: int) -> list[Range]:
    found: list[Range] = []
    i = start
    while i < end:
        alias = i > start and page.at(i - 1).text == "("
        if page.at(i).pos not in _NAMED or alias or _is_titled(page, start, i):
            i += 1
            continue
        j = i + 1
        while j < end and _goes_on(page, j, end):
            j += 1
        first = page.at(i - 1)
        titled = i - 1 > start and first.pos is Pos.NOUN and first.capital
        titled = titled and (_means_person(page.at(i - 2)) or page.at(i - 2).text == ",")
        common = PERSON.search(first.lower) or BODY.search(first.lower)
        found.append((i - bool(titled and not common), j))
        i = j
    return found


def _is_titled(page: TaggedText, start: int, i: int) -> bool:
    """Tell whether a word stands in a title behind its noun: ‹der Bericht „Sicherheit in Dunau“›."""
    quote = page.at(i).quote
    return quote is not None and start < page.quotes[quote][0] and page.at(page.quotes[quote][0] - 1).pos is Pos.NOUN


def _means_person(token: Token) -> bool:
    return token.noun and bool(PERSON.search(token.lower))


def _goes_on(page: TaggedText, j: int, end: int) -> bool:
    token = page.at(j)
    if token.pos in _NAMED or (token.pos is Pos.NOMINAL and token.capital):
        return True
    if token.pos is Pos.NOUN and token.capital and page.at(j - 1).pos is Pos.NAME:
        first = page.at(j - 1)
        owner = (
            first.text.endswith("s")
            and not _FIRST_NAMES.fullmatch(first.text)
            and not PERSON.search(page.at(j - 2).lower)
        )
        return not owner and not (PERSON.search(token.lower) or BODY.search(token.lower))
    return token.lower in PARTICLES | {"zu"} and j + 1 < end and page.at(j + 1).pos in _NAMED


def _names_party(page: TaggedText, start: int, end: int, run: Range) -> bool:
    first, before = page.at(run[0]), page.at(run[0] - 1)
    single = run[1] - run[0] == 1
    comma = next((i for i in range(run[0] - 1, start, -1) if page.at(i).text == ","), start)
    if any(t.pos is Pos.PREPOSITION for t in page.words(comma, run[0])) and page.at(start).pos is not Pos.NAME:
        return False
    others = len(_runs(page, start, end)) > 1 or any(t.text == "," for t in page.words(start, end))
    genitive = single and first.text.endswith("s") and run[0] > start and (PLACE.match(stem(first.text)) or others)
    owner = single and first.text.endswith("s") and before.pos is Pos.NOUN and stem(first.text) != first.text
    possessive = single and run[0] == start and _is_owner(page, run[1], end) and stem(first.text) != first.text
    return not (genitive or owner or possessive or (run[0] > start and before.lower in _BEFORE_OTHER))


def _is_owner(page: TaggedText, i: int, end: int) -> bool:
    """Tell whether the noun of a name before it stands at a token: ‹Norwegens Notenbank›, ‹Kerns früherer Chef›."""
    noun = i + (page.at(i).pos is Pos.ADJECTIVE)
    return noun < end and page.at(noun).pos is Pos.NOUN and gender_of(page.at(i - 1).text) is None


def _role(page: TaggedText, start: int, end: int, run: Range | None) -> str | None:
    """Return the words that say what a named party is: before the name, or behind a comma."""
    if run is None:
        return None
    # ‹am Freitag Shin Won-sik›: a day before a name is when it was said, not who says it.
    days = [i for i in range(start, run[0]) if page.at(i).lower in WEEKDAYS | MONTHS]
    start = days[-1] + 1 if days else start
    left = [
        i for i in range(start, run[0]) if page.at(i).pos in {Pos.NOUN, Pos.NOMINAL} and page.at(i).lower not in _TITLE
    ]
    if left:
        return _bare(page, start, run[0] - (page.at(run[0] - 1).text == ","))
    if page.at(run[1]).text == "," and run[1] + 1 < end:
        return _bare(page, run[1] + 1, end)
    return None


def _bare(page: TaggedText, start: int, end: int) -> str | None:
    while start < end and (page.at(start).pos is Pos.CONJUNCTION or not page.at(start).text[:1].isalnum()):
        start += 1
    while end > start and not page.at(end - 1).text[-1:].isalnum():
        end -= 1
    return page.cut(start, end) or None


def _description(page: TaggedText, start: int, end: int) -> str | None:
    """Return a definite phrase as a title: ‹der nordkoreanische Außenminister› to ‹nordkoreanischer Außenminister›."""
    first, second = page.at(start), page.at(start + 1)
    if first.lower not in _DEFINITE or start + 1 >= end:
        return None
    rest = page.cut(start + 1, end)
    if second.noun:
        return rest
    ending = {"der": "r", "das": "s", "die": ""}.get(first.lower)
    if ending is None or second.pos is not Pos.ADJECTIVE or not second.lower.endswith("e"):
        return page.cut(start, end)
    return second.text + ending + rest[len(second.text) :]


def _origins(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the stems of nationality adjectives: ‹südkoreanische› to ‹südkoreanisch›."""
    found = (t.lower for t in tokens if t.pos is Pos.ADJECTIVE and _ORIGIN.search(t.lower))
    return frozenset(re.sub(r"isch\w{0,2}$", "isch", w) for w in found)


def _gender(page: TaggedText, span: Range, nouns: tuple[Token, ...]) -> Gender | None:
    first = page.at(span[0])
    if nouns and _FEMALE.search(nouns[0].lower):
        return Gender.FEMININE
    if nouns and _MALE.search(nouns[0].lower):
        return Gender.MASCULINE
    phrase = plain_at(page, *span)
    if first.lower in {"der", "ein", "dieser", "jener", "sein"} and phrase and can_be_subject(page, phrase):
        return Gender.MASCULINE
    if first.lower in {"die", "eine", "diese", "frau"} and not _several(first.lower, nouns):
        return Gender.FEMININE
    if first.lower in {"herr", "herrn"}:
        return Gender.MASCULINE
    run = _name_run(page, *span)
    return gender_of(page.at(run[0]).text) if run else None


def _several(first: str, nouns: tuple[Token, ...]) -> bool:
    """Tell whether ‹die› stands before several people: ‹die Täter›, ‹die Arbeiter›."""
    noun = nouns[0].lower if nouns else ""
    return first in {"die", "diese"} and bool(PERSON.search(noun)) and noun.endswith(("er", "en", "innen"))


def _is_person(page: TaggedText, span: Range, run: Range | None) -> bool:
    first = next((t for t in page.words(*span) if t.noun), None)
    if first is None:
        return False
    double = run is not None and run[1] - run[0] > 1
    if first.pos is Pos.NAME:
        placed = page.at(span[0] - 1).lower in {"in", "aus", "nach"}
        return (double or gender_of(first.text) is not None) and not placed
    if PERSON.search(first.lower) or first.lower in _TITLE:
        return True
    until = run[0] if run else span[1]
    return (
        double
        and not BODY.search(first.lower)
        and not any(t.pos is Pos.PREPOSITION for t in page.words(span[0], until))
    )


def _owned(page: TaggedText, span: Range, found: Profile) -> Profile:
    """Add whose words they are: ‹dpa-Informationen›, ‹Schätzungen Südkoreas und der USA›."""
    start, end = span
    noun = next((i for i in range(start, end) if page.at(i).noun), None)
    if noun is None:
        return found
    compound = _COMPOUND.match(page.at(noun).text)
    if compound:
        speaks = page.at(noun).lower.endswith(("sprecher", "sprecherin"))
        owner = None if speaks else compound.group(1)
        return replace(found, name=found.name or owner, role=found.role or compound.group(2), owner=compound.group(1))
    if found.document and page.at(start).pos is Pos.NAME and _is_owner(page, start + 1, end):  # ‹Kerns Ansicht›
        whose = stem(page.at(start).text)
        return replace(found, name=found.name or whose, owner=whose)
    if not found.document or page.at(noun).pos is Pos.NAME:
        return found
    return _of_whom(page, span, found, noun)


def _of_whom(page: TaggedText, span: Range, found: Profile, noun: int) -> Profile:
    """Add whose words on paper they are: ‹seine Angaben›, ‹Schätzungen Südkoreas›."""
    start, end = span
    if noun + 1 == end and not found.name:
        return replace(found, possessor=POSSESSIVES.get(page.at(start).lower))
    behind = noun + 1 + (page.at(noun + 1).lower in {"von", "vom", "durch"})
    phrase = phrase_at(page, behind, end) if behind < end else None
    if phrase is None:
        return found
    inner = profile(page, phrase.range)
    name = _own_name(page, phrase) or inner.name
    return replace(found, name=name, role=inner.role or page.at(noun).text, owner=name) if name else found


def _own_name(page: TaggedText, phrase: Phrase) -> str | None:
    words = page.words(*phrase.range)
    named = [t for t in words if t.pos is Pos.NAME]
    if len(words) == 1 and named:
        return stem(words[0].text)
    several = len(named) > 1 and any(t.pos is Pos.CONJUNCTION for t in words)
    joined = several and all(t.pos in {Pos.NAME, Pos.CONJUNCTION, Pos.ARTICLE} for t in words)
    return " und ".join(stem(t.text) for t in named) if joined else None


def can_speak(page: TaggedText, span: Range | None) -> bool:
    """Tell whether a phrase can be a party; ‹ich›, ‹wir›, ‹man› and the polite ‹Sie› are not."""
    if span is None or span[1] - span[0] > 1:
        return True
    token = page.at(span[0])
    polite = (
        token.text == "Sie" and span[0] > page.sentence(span[0])[0] and page.at(span[0] - 1).text not in {"„", ":", "“"}
    )
    return token.lower not in {"ich", "wir", "man", "es", "ihr"} and not polite


def _is_credit(page: TaggedText, i: int) -> bool:
    """Tell whether a name is that of who took a picture: ‹Foto: Rolf Benn›."""
    return page.at(i - 1).text in {":", "©"} and page.at(i - 2).lower in {"foto", "fotos", "bild", "bilder", "quelle"}


def mentions(page: TaggedText, sentence: int) -> tuple[tuple[Range, bool], ...]:
    """Return the persons and bodies of a sentence, and pronouns, each with whether it can be the subject."""
    start, end = page.sentences[sentence]
    found = []
    i = start
    while i < end:
        phrase = phrase_at(page, i, end)
        if phrase is None or _is_credit(page, i):
            i = phrase.end if phrase else i + 1
            continue
        pronoun = page.at(i).pos is Pos.PRONOUN
        party = is_party(page, phrase)
        if party:
            behind_preposition = page.at(i - 1).pos is Pos.PREPOSITION
            found.append((phrase.range, pronoun or (can_be_subject(page, phrase) and not behind_preposition)))
        plain = plain_at(page, i, end)
        i = max(i + 1, phrase.end if party else plain.end if plain else i + 1)
    return tuple(found)
