"""A German verb that reports, in its clause: what it is, where its finite part stands, active or passive.

Rule of this room: it says that a verb reports, never who speaks.
"""

from dataclasses import dataclass

from bot.core.syntax.tagged_text import Pos, Range, TaggedText, is_mark
from bot.languages.de.reported_speech.verbs import cue_at, idiom, state
from bot.languages.de.reported_speech.vocabulary import CUES

_TRIED = frozenset({Pos.VERB, Pos.PARTICIPLE, Pos.AUXILIARY})
_NOT_REFLEXIVE = frozenset(
    {
        "befinden",
        "ergeben",
        "zeigen",
        "entscheiden",
        "verstehen",
        "halten",
        "finden",
        "ermitteln",
        "bekennen",
        "bestätigen",
        "melden",
    }
)
"""Verbs that say something else with ‹sich›: ‹sich befinden›."""
_STOPS = frozenset(".!?")
_MAX_APPOSITION = 20
"""Words between an auxiliary and its participle behind an apposition."""


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of reporting: its token, the finite part's token, its clause and its sentence."""

    verb: int
    finite: int
    lemma: str
    cue: tuple[int, ...]
    clause: Range
    span: Range
    passive: bool = False

    @property
    def participle(self) -> bool:
        """Tell whether the verb needs a finite one beside it."""
        return self.verb != self.finite


def report_at(page: TaggedText, i: int, span: Range) -> Report | None:
    """Return the verb of reporting at a token, None where there is none or it stands in a quotation."""
    token = page.at(i)
    if token.pos not in _TRIED or token.quote is not None:
        return None
    clause = page.clause(i)
    if token.pos is Pos.AUXILIARY:
        found = state(page, i)
        return Report(i, i, found.lemma, found.tokens, clause, span) if found else None
    cue = cue_at(page, i)
    meant = idiom(page, i, cue) if cue else None
    if meant is None or (meant.lemma in _NOT_REFLEXIVE and within(page, clause, frozenset({"sich"}))):
        return None
    if token.pos is Pos.VERB:
        return Report(i, i, meant.lemma, meant.tokens, clause, span)
    return _with_auxiliary(page, i, meant.lemma, clause, span)


def _with_auxiliary(page: TaggedText, i: int, lemma: str, clause: Range, span: Range) -> Report | None:
    """Return a participle with the auxiliary of its clause: ‹hat gesagt›, ‹wurde berichtet›; ‹will erfahren haben›."""
    if lemma not in CUES or page.at(i - 1).lower == "als":  # ‹hat sich als begründet erwiesen›
        return None
    near = [
        k
        for k in range(*clause)
        if page.at(k).pos is Pos.AUXILIARY
        or (lemma == "berichten" and page.at(k).lemma == "wollen" and page.at(k).finite)
    ]
    if not near and sum(not is_mark(t) and t.text not in _STOPS for t in page.words(*clause)) == 1:
        near = _before_apposition(page, i, span)
    if not near:
        return None
    finite = min(near, key=lambda k: abs(k - i))
    passive = page.at(finite).lemma == "werden" or within(page, clause, frozenset({"worden"}))
    if not passive and page.at(finite).lemma == "sein" and lemma != "ausgehen":
        return None
    return Report(i, finite, lemma, tuple(sorted({i, finite})), clause, span, passive)


def _before_apposition(page: TaggedText, i: int, span: Range) -> list[int]:
    """Return the auxiliary that an apposition parts from its participle: ‹hatte der Chef, Max Muster, zugesagt›."""
    verbs = page.finite(span[0], i)
    last = verbs[-1] if verbs else -1
    free = last >= 0 and not any(t.pos is Pos.PARTICIPLE for t in page.words(last, i))
    return [last] if free and page.at(last).pos is Pos.AUXILIARY and i - last < _MAX_APPOSITION else []


def within(page: TaggedText, span: Range, words: frozenset[str]) -> bool:
    """Tell whether a range holds one of some words (in small letters)."""
    return any(t.lower in words for t in page.words(*span))
