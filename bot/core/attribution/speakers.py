"""Several speakers in one sentence: each one's claim ends where the next one's clause begins.

Rule of this room: where a new speaker begins is told by the language; nothing is cut inside a quotation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.language_data.reported_speech import ContentPosition

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.language_data.reported_speech import ReportedSpeech, ReportingFrame
    from bot.core.syntax.tagged_text import Range, TaggedText


def told_apart(
    page: TaggedText, speech: ReportedSpeech, span: Range, frames: Sequence[ReportingFrame]
) -> list[ReportingFrame]:
    """Return a sentence's frames with their claims cut where a clause with a speaker of its own follows.

    ‹Engineers said that it held, but the mayor said it fell› has two claims, and neither holds the other.
    """
    cuts = {n: cut for n, f in enumerate(frames) if f.speaker and (cut := speech.apart(page, f)) is not None}
    if not cuts:
        return list(frames)
    return [_within(span, f, cuts.get(n), (c for m, c in cuts.items() if m != n)) for n, f in enumerate(frames)]


def _within(span: Range, frame: ReportingFrame, own: int | None, others: Iterable[int]) -> ReportingFrame:
    """Return a frame whose claim lies between the place where its own clause begins and where the next one does."""
    end = min((c for c in others if c > frame.cue[-1]), default=span[1])
    if frame.position is ContentPosition.SENTENCE and (own is not None or end < span[1]):
        start = span[0] if own is None else own + 1
        return replace(frame, position=ContentPosition.CONTENT, content=(start, end))
    if frame.position is ContentPosition.CONTENT and frame.content and frame.content[0] < end < frame.content[1]:
        return replace(frame, content=(frame.content[0], end))
    return frame
