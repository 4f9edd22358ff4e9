"""Sentences without a frame that report: they go on with the last speaker, or nobody is named.

Rule of this room: the weaker the sign, the nearer the speaker has to be; one rule a line in `_RULES`, the first
that fits.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.attribution.claims import Claim, LastSpeaker
from bot.core.language_data.reported_speech import MarkerStrength, ReportedSpeech, ReportingMarker, Rule
from bot.core.syntax.tagged_text import Pos, Range, TaggedText
from bot.model import Mode

_NEXT = 1
_SAME_PARAGRAPH = 2
_FAR = 4


@dataclass(frozen=True, slots=True)
class _Here:
    page: TaggedText
    speech: ReportedSpeech
    sentence: int
    marker: ReportingMarker
    last: LastSpeaker | None

    @property
    def gap(self) -> int:
        """Return how many sentences ago the last speaker spoke."""
        return self.sentence - self.last.sentence if self.last else _FAR + 1

    @property
    def same_paragraph(self) -> bool:
        """Tell whether the last speaker spoke in this paragraph."""
        return self.last is not None and self.page.paragraphs[self.last.sentence] == self.page.paragraphs[self.sentence]

    def shows(self, grade: MarkerStrength) -> bool:
        """Tell whether the sentence has a sign."""
        return grade in self.marker.strengths


def running_on(page: TaggedText, speech: ReportedSpeech, sentence: int, last: LastSpeaker | None) -> Claim | None:
    """Return the claim of a sentence without a frame, None where the paper itself speaks."""
    sign = speech.marker(page, sentence)
    if not sign.strengths:
        return None
    here = _Here(page, speech, sentence, sign, last)
    for rule, find in _RULES:
        found = find(here)
        if found is not None:
            speaker, mode = found
            via = last.via_of(speaker) if last else ()
            return Claim(sentence, (page.sentences[sentence],), speaker, sign.cue, rule, mode, via=via)
    return None


Found = tuple[Range | None, Mode]


def _reported_on(here: _Here) -> Found | None:
    near = here.gap <= _NEXT or (here.gap <= _SAME_PARAGRAPH and here.same_paragraph)
    strong = here.shows(MarkerStrength.STRONG) and near
    perfect = here.shows(MarkerStrength.PERFECT) and near
    return (here.last.speaker, Mode.INDIRECT) if here.last and (strong or perfect) else None


def _weakly(here: _Here) -> Found | None:
    near = here.gap <= _NEXT and here.same_paragraph and here.last is not None
    return (here.last.speaker, Mode.INDIRECT) if here.last and here.shows(MarkerStrength.WEAK) and near else None


def _by_who_acts(here: _Here) -> Found | None:
    """Go on with who did something in the sentence before: ‹X bedauerte das Urteil. Es sei falsch.›."""
    k = here.sentence
    instead = here.shows(MarkerStrength.PERFECT) and here.gap <= _SAME_PARAGRAPH
    if (
        not (here.shows(MarkerStrength.STRONG) or instead)
        or here.gap <= _NEXT
        or k == 0
        or here.page.paragraphs[k] != here.page.paragraphs[k - 1]
    ):
        return None
    found = here.speech.agent(here.page, k - 1)
    return (found.range, Mode.INDIRECT) if found else None


def _is_relative(page: TaggedText, i: int) -> bool:
    """Tell whether a token stands in a relative clause: ‹…, die behandelt werden müsse›."""
    start = page.clause(i)[0]
    behind = page.at(start).pos is Pos.PREPOSITION
    return page.at(start + behind).pos is Pos.RELATIVE


def _on_paper(here: _Here) -> Found | None:
    k = here.sentence
    main = any(not _is_relative(here.page, i) for i in here.marker.cue)
    if (
        not (here.shows(MarkerStrength.STRONG) and main)
        or k == 0
        or here.page.paragraphs[k] != here.page.paragraphs[k - 1]
    ):
        return None
    found = here.speech.document_subject(here.page, k - 1)
    return (found.range, Mode.INDIRECT) if found else None


def _from_nobody(here: _Here) -> Found | None:
    return (None, Mode.INDIRECT) if here.shows(MarkerStrength.STRONG) else None


def _planned(here: _Here) -> Found | None:
    near = here.gap <= _NEXT and here.same_paragraph and not here.shows(MarkerStrength.DOUBT)
    return (here.last.speaker, Mode.INDIRECT) if here.last and here.shows(MarkerStrength.PLAN) and near else None


def _rumoured_by(here: _Here) -> Found | None:
    """Go on with ‹soll … haben› behind who spoke; ‹angeblich› beside it takes the claim from everybody."""
    near = here.gap <= _NEXT and not here.shows(MarkerStrength.DOUBT)
    return (here.last.speaker, Mode.INDIRECT) if here.last and here.shows(MarkerStrength.RUMOUR) and near else None


def _hearsay(here: _Here) -> Found | None:
    return (None, Mode.HEARSAY) if here.shows(MarkerStrength.RUMOUR) or here.shows(MarkerStrength.DOUBT) else None


_RULES: tuple[tuple[Rule, Callable[[_Here], Found | None]], ...] = (
    (Rule("after-agent"), _by_who_acts),
    (Rule("continued", retractable=True), _reported_on),
    (Rule("continued-weakly", retractable=True), _weakly),
    (Rule("after-document"), _on_paper),
    (Rule("reported-by-nobody", retractable=True), _from_nobody),
    (Rule("planned", retractable=True), _planned),
    (Rule("rumoured", retractable=True), _rumoured_by),
    (Rule("hearsay", retractable=True), _hearsay),
)
