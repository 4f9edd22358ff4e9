"""Where a frame's claim stands: the tokens of its content.

Rule of this room: a claim never holds its own frame, unless the frame is the claim (‹X kritisierte Y›).
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Pos, Range, TaggedText

_FULL_STOP = frozenset(".!?")
_REST = 3
"""Words outside of quotations that make indirect speech beside direct speech."""


def content_of(page: TaggedText, sentence: int, frame: ReportingFrame, *, quoted: bool) -> tuple[Range, ...]:
    """Return the ranges of a frame's claim; none where the claim is a quotation only or stands elsewhere.

    `quoted` tells that a quotation was already given to the frame.
    """
    start, end = _without_stop(page, *page.sentences[sentence])
    match frame.position:
        case ContentPosition.AROUND:
            found = _around(page, start, end, frame)
        case ContentPosition.BEFORE:
            found = _before(page, sentence, frame, quoted=quoted or frame.after_quote)
        case ContentPosition.CONTENT:
            found = (_content(page, end, frame),)
        case ContentPosition.SENTENCE:
            found = (page.sentences[sentence],)
        case ContentPosition.PREVIOUS:
            found = (page.sentences[sentence - 1],) if sentence > 0 else ()
        case ContentPosition.QUOTE:
            found = ()
    return tuple((a, b) for a, b in found if a < b)


def _without_stop(page: TaggedText, start: int, end: int) -> Range:
    while end > start and page.at(end - 1).text in _FULL_STOP:
        end -= 1
    return start, end


def _around(page: TaggedText, start: int, end: int, frame: ReportingFrame) -> tuple[Range, ...]:
    """Return the sentence without the frame; of two main clauses with a colon or semicolon between, the frame's own.

    A frame inside a subordinate clause speaks of that clause only: ‹Nachdem Berichten nach …, …›.
    """
    first, last = frame.span
    own, after = page.clause(first)
    if page.at(own).pos is Pos.SUBORDINATOR and own < first and after < end and page.finite(own, after):
        start, end = own + 1, after
    for i in range(start, end):
        token = page.at(i)
        cuts = token.text in {":", ";"} and token.quote is None and not page.opens(i + 1)
        if cuts and page.finite(start, i) and page.finite(i + 1, end):
            start, end = (start, i) if first < i else (i + 1, end)
            break
    return (start, min(first, end)), (min(last, end), end)


def _before(page: TaggedText, sentence: int, frame: ReportingFrame, *, quoted: bool) -> tuple[Range, ...]:
    """Return what stands before the frame; the sentence before where the frame opens its own."""
    start, edge = page.sentences[sentence][0], frame.span[0]
    if edge <= start:
        return (page.sentences[sentence - 1],) if sentence > 0 and not quoted else ()
    if quoted:
        start = max(
            (i + 1 for i in range(start, edge) if page.at(i).text == ":" and page.at(i).quote is None), default=start
        )
    rest = [t for t in page.words(start, edge) if t.quote is None and t.text not in {",", ".", ":"}]
    return () if quoted and len(rest) < _REST else ((start, edge),)


def _content(page: TaggedText, end: int, frame: ReportingFrame) -> Range:
    start, stop = frame.content or (end, end)
    if frame.colon and all(t.quote is not None for t in page.words(start, min(stop, end))):
        return end, end
    stop = max(start, min(stop, end)) if stop >= end else stop
    return start, _main_clause(page, start, stop) if frame.ends_at_main_clause else stop


def _main_clause(page: TaggedText, start: int, stop: int) -> int:
    """Return where the main clause goes on: behind a comma, with its finite verb."""
    marks = (
        i
        for i in range(start + 1, stop - 1)
        if page.at(i).text == ","
        and (page.at(i + 1).finite or (page.at(i + 1).pos is Pos.ADVERB and page.at(i + 2).finite))
    )
    return next(marks, stop)
