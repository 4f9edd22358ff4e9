"""English verbs that report a claim with a plain object: ‹X denied any link›, ‹X put the number at 900›.

Rule of this room: what was done is not what was said; a verb reports here only where its object is a claim.
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, TaggedText
from bot.languages.en.reported_speech.reports import Kind, Report
from bot.languages.en.reported_speech.vocabulary import ACTS, CALL, CLAUSE_ONLY, INTRANSITIVE, PUT
from bot.model import Mode

_WORDS = """
warn accuse complain blame call caution apologise apologize boast appeal grumble moan worry fret advise
"""
_OF = frozenset(_WORDS.split())
"""Verbs that report with ‹of›, ‹about›, ‹for› or ‹against›."""
_DEEDS = frozenset({"recall", "remember", "report", "mention", "describe"})
"""Verbs that report with an action: ‹recalled seeing smoke›."""


def acts(page: TaggedText, r: Report) -> bool:
    """Tell whether a verb with a plain object reports a claim."""
    words = page.lowers(r.verb, r.span[1])
    special = _special(page, r, words)
    if special is not None:
        return special
    if r.kind is Kind.ABOUT:
        return r.lemma in _OF
    if r.lemma in _DEEDS and page.at(r.content[0]).pos is Pos.GERUND and r.kind in {Kind.OBJECT, Kind.CLAUSE}:
        return True
    return r.kind is Kind.OBJECT and r.lemma in ACTS and r.lemma not in CLAUSE_ONLY


_WITH = {
    "hint": {"at"}, "speak": {"of"}, "talk": {"of"}, "rule": {"out"}, "object": {"to"}, "admit": {"to"},
    "confess": {"to"}, "insist": {"on"}, "point": {"to"}, "argue": {"for", "against"},
    "plead": {"for", "guilty", "not"},
    "protest": {"against"}, "complain": {"about", "of"},
}  # fmt: skip
"""Verbs that report with these words right behind them: ‹hinted at›, ‹ruled out›, ‹pleaded guilty›."""
_APPOINTED = 7
"""Words of ‹Judge Mary Odell to the›."""
_BOTH = frozenset({"admit", "protest", "complain", "point"})
"""Those that also report with a plain object, or not at all without."""


def _special(page: TaggedText, r: Report, words: str) -> bool | None:  # noqa: C901 - a list of cases
    """Tell it for verbs that report with certain words only; None for the others."""
    after = page.at(r.verb + 1).lower
    found: bool | None = None
    match r.lemma:
        case "put":
            found = bool(PUT.match(words))
        case "call":
            named = any(t.pos in {Pos.ARTICLE, Pos.ADJECTIVE} for t in page.words(r.verb + 2, r.verb + 4))
            itself = after in {"itself", "himself", "herself", "themselves"}
            found = bool(CALL.match(words)) or (r.kind is Kind.OBJECT and named and not itself)
        case "describe":
            found = r.kind in {Kind.OBJECT, Kind.CLAUSE}
        case "say":
            found = after in {"no", "yes", "so"} or " as much " in words
        case "hold":
            found = False
        case "confirm":
            found = _confirms(page, r)
        case "play":
            found = " down " in words
        case "cite":
            found = r.kind in {Kind.OBJECT, Kind.CLAUSE} and " as saying " not in words
        case lemma if lemma in INTRANSITIVE:
            deal = lemma == "agree" and after in {"to", "on", "upon"}
            found = (r.kind is Kind.NOTHING and not deal) or (r.kind is Kind.ABOUT and lemma in _OF)
        case lemma if lemma in _WITH:
            found = True if after in _WITH[lemma] else None if lemma in _BOTH else False
    return found


def _confirms(page: TaggedText, r: Report) -> bool | None:
    """Tell ‹confirmed the death› from an appointment, ‹confirmed Odell as judge›."""
    if r.kind is not Kind.OBJECT:
        return None
    after = page.words(r.content[0], min(r.span[1], r.content[0] + _APPOINTED))
    somebody = page.at(r.content[0]).capital and page.at(r.content[0]).noun
    return False if somebody and any(t.lower in {"as", "to"} for t in after) else None


def act(page: TaggedText, r: Report, phrase: Phrase) -> ReportingFrame:
    """Return the frame of an act; ‹call for› and ‹call on› demand what follows."""
    if r.lemma == "call" and CALL.match(page.lowers(r.verb, r.span[1])):
        span, content = (phrase.start, r.verb + 2), (r.verb + 2, r.span[1])
        return ReportingFrame(
            "call", phrase.range, (r.verb, r.verb + 1), ContentPosition.CONTENT, span, content, lemma="demand"
        )
    return ReportingFrame(
        "act", phrase.range, r.cue, ContentPosition.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma
    )
