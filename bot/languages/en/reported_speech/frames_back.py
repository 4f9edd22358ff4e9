"""English sentences that only say who says the one before: ‹That is what X said.›, ‹So says X.›, ‹X said so.›.

Rule of this room: such a sentence has nothing else to say; where it has, it is no frame of this room.
"""

from collections.abc import Callable

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.en.reported_speech.noun_phrases import group_start, phrase_at, subject, subject_after
from bot.languages.en.reported_speech.reports import Kind, follows
from bot.languages.en.reported_speech.vocabulary import CUES, SAY, TIME

_THAT = frozenset({"that", "this"})
_IS = frozenset({"is", "was"})
_THAT_IS = frozenset({"that's", "that’s"})
_CONFIRMED = frozenset({"confirm", "report", "announce", "state", "say"})
"""Verbs of the passive that follows its claim: ‹This was confirmed by X›."""
_REST = frozenset({Pos.MARK, Pos.PREPOSITION, Pos.ADVERB})
_SHORT = 24
"""Tokens of ‹That is what the mayor, Ann Lee, told reporters at a news conference on Monday.›."""


def pointing_back(page: TaggedText, sentence: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find a sentence that gives the one before to somebody."""
    start, end = span
    if sentence == 0 or end - start > _SHORT or page.at(start).quote is not None:
        return ()
    found = next((f for case in _CASES if (f := case(page, start, end)) is not None), None)
    if found is None:
        return ()
    phrase, cue = found
    return (
        ReportingFrame(
            "that-said",
            phrase.range,
            tuple(dict.fromkeys(cue)),
            ContentPosition.PREVIOUS,
            span,
            lemma=page.at(cue[-1]).lemma,
        ),
    )


def _behind_that(page: TaggedText, start: int, end: int) -> int | None:
    """Return the token behind ‹that is›, ‹that, at least, is› and ‹at least that was›."""
    lead = start + 2 * (page.lowers(start, start + 2) == " at least ")
    if page.at(lead).lower in _THAT_IS:
        return lead + 1
    if page.at(lead).lower not in _THAT:
        return None
    verb = lead + 1 + 4 * (page.lowers(lead + 1, lead + 5) == " , at least , ")
    return verb + 1 if page.at(verb).lower in _IS and verb < end else None


def _what_x_said(page: TaggedText, start: int, end: int) -> tuple[Phrase, Range] | None:
    """Find ‹That is what X said›."""
    what = _behind_that(page, start, end)
    if what is None or page.at(what).lower != "what":
        return None
    for verb in range(what + 2, end):
        if page.at(verb).lemma in CUES and page.at(verb).pos in {Pos.VERB, Pos.PARTICIPLE}:
            found = phrase_at(page, what + 1, group_start(page, verb))
            reaches = found is not None and page.at(found.end + (page.at(found.end).text == ",")) is page.at(
                group_start(page, verb)
            )
            ends = follows(page, verb, end)[0] in {Kind.NOTHING, Kind.ABOUT}
            return (found, (what, verb)) if found and reaches and ends else None
    return None


def _according_to_x(page: TaggedText, start: int, end: int) -> tuple[Phrase, Range] | None:
    """Find ‹That is according to X›."""
    i = _behind_that(page, start, end)
    if i is None or page.at(i).lower != "according" or page.at(i + 1).lower != "to":
        return None
    found = phrase_at(page, i + 2, end)
    return (found, (i, i + 1)) if found else None


def _confirmed_by_x(page: TaggedText, start: int, end: int) -> tuple[Phrase, Range] | None:
    """Find ‹This was confirmed by X›."""
    i = _behind_that(page, start, end)
    if i is None or page.at(i).lemma not in _CONFIRMED or page.at(i + 1).lower != "by":
        return None
    found = phrase_at(page, i + 2, end)
    return (found, (i, i)) if found else None


def _so_says_x(page: TaggedText, start: int, end: int) -> tuple[Phrase, Range] | None:
    """Find ‹So says X› and ‹Or so X says›."""
    so = start + (page.at(start).lower in {"or", "and"})
    if page.at(so).lower != "so":
        return None
    if page.at(so + 1).finite and page.at(so + 1).lemma in SAY:
        found = subject_after(page, so + 2, end)
        return (found, (so, so + 1)) if found and _ends(page, found.end, end) else None
    verb = next((v for v in page.finite(so, end) if page.at(v).lemma in SAY), None)
    found = phrase_at(page, so + 1, verb) if verb and so > start else None
    return (found, (so, verb)) if found and verb and found.end == verb and _ends(page, verb + 1, end) else None


def _x_said_so(page: TaggedText, start: int, end: int) -> tuple[Phrase, Range] | None:
    """Find ‹X said so on Monday› and ‹X said as much›."""
    verb = next((v for v in page.finite(start, end) if page.at(v).lemma == "say"), None)
    found = subject(page, verb) if verb else None
    if verb is None or found is None or found.start != start:
        return None
    words = 2 if page.lowers(verb + 1, verb + 3) == " as much " else int(page.at(verb + 1).lower == "so")
    return (found, (verb, verb)) if words and _ends(page, verb + 1 + words, end) else None


def _ends(page: TaggedText, i: int, end: int) -> bool:
    """Tell whether nothing but when and where follows."""
    token = page.at(i)
    return i >= end or ((token.pos in _REST or bool(TIME.match(token.lower))) and not page.finite(i, end))


_CASES: tuple[Callable[[TaggedText, int, int], tuple[Phrase, Range] | None], ...] = (
    _what_x_said,
    _according_to_x,
    _confirmed_by_x,
    _so_says_x,
    _x_said_so,
)
