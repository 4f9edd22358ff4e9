"""English verbs that report a claim with a plain object: ‹X denied any link›, ‹X put the number at 900›.

Rule of this room: what was done is not what was said; a verb reports here only where its object is a claim.
"""

from bot.core.speech import Frame, Scope
from bot.core.syntax import Page, Phrase, Pos
from bot.languages.en.speech.reports import Kind, Report
from bot.languages.en.speech.words import ACTS, CALL, CLAUSE_ONLY, INTRANSITIVE, PUT
from bot.model import Mode

_OF = frozenset({"warn", "accuse", "complain", "blame", "call", "caution"})
"""Verbs that report with ‹of›, ‹about›, ‹for› or ‹against›."""


def acts(page: Page, r: Report) -> bool:
    """Tell whether a verb with a plain object reports a claim."""
    words = page.lowers(r.verb, r.span[1])
    special = _special(page, r, words)
    if special is not None:
        return special
    if r.kind is Kind.ABOUT:
        return r.lemma in _OF
    return r.kind is Kind.OBJECT and r.lemma in ACTS and r.lemma not in CLAUSE_ONLY


def _special(page: Page, r: Report, words: str) -> bool | None:  # noqa: PLR0911 - one line a verb
    """Tell it for verbs that report with certain words only; None for the others."""
    after = page.at(r.verb + 1).lower
    match r.lemma:
        case "put":
            return bool(PUT.match(words))
        case "call":
            named = any(t.pos in {Pos.ARTICLE, Pos.ADJECTIVE} for t in page.words(r.verb + 2, r.verb + 4))
            return bool(CALL.match(words)) or (r.kind is Kind.OBJECT and named)
        case "describe":
            return " as " in words
        case "plead":
            return " guilty " in words
        case "say":
            return after in {"no", "yes", "so", "nothing"} or " as much " in words
        case "rule":
            return after == "out"
        case "play":
            return " down " in words
        case "speak" | "talk":
            return after == "of"
        case lemma if lemma in INTRANSITIVE:
            return r.kind is Kind.NOTHING
        case _:
            return None


def act(page: Page, r: Report, phrase: Phrase) -> Frame:
    """Return the frame of an act; ‹call for› and ‹call on› demand what follows."""
    if r.lemma == "call" and CALL.match(page.lowers(r.verb, r.span[1])):
        span, content = (phrase.start, r.verb + 2), (r.verb + 2, r.span[1])
        return Frame("call", phrase.range, (r.verb, r.verb + 1), Scope.CONTENT, span, content, lemma="demand")
    return Frame("act", phrase.range, r.cue, Scope.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma)
