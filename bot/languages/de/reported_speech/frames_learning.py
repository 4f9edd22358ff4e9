"""German frames of what the press found out: ‹wie die „Post“ aus Kreisen der Partei erfuhr›, ‹die dpa erfuhr, dass …›.

Rule of this room: only the press reports by learning; it carries what those say from whom it has it, named or not.
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.de.reported_speech.noun_phrases import phrase_at
from bot.languages.de.reported_speech.party_nouns import MEDIUM
from bot.languages.de.reported_speech.plain import plain_at
from bot.languages.de.reported_speech.vocabulary import LEADS

_FROM = frozenset({"aus", "von", "vom"})


def learned(page: TaggedText, sentence: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹wie X (aus Y) erfuhr›, ‹wie aus Y zu erfahren war› and ‹X erfuhr (aus Y), dass …›."""
    for clause in page.clauses[sentence]:
        verb = next((i for i in range(*clause) if page.at(i).lemma == "erfahren" and page.at(i).quote is None), None)
        if verb is None:
            continue
        start = clause[0] + (page.at(clause[0]).lower in LEADS)
        if page.at(start).lower == "wie":
            return _frames(page, (start + 1, clause[1]), verb, (clause[0], clause[1]))
        that = clause[1] + 1
        if page.at(that).lower == "dass" and page.at(verb).finite:
            return _frames(page, clause, verb, (clause[0], that), (that, span[1]))
    return ()


def _frames(
    page: TaggedText, clause: Range, verb: int, span: Range, content: Range | None = None
) -> tuple[ReportingFrame, ...]:
    """Return the frame of whom it was learned from, carried by who learned it, who says it where nobody else does."""
    paper, source = _press(page, clause[0], clause[1]), _source(page, clause)
    impersonal = page.at(verb - 1).pos is Pos.TO and source is not None
    if paper is None and not impersonal:
        return ()
    speaker = source or paper
    scope = ContentPosition.CONTENT if content else ContentPosition.AROUND
    found = (ReportingFrame("erfuhr", speaker.range if speaker else None, (verb,), scope, span, content),)
    if source is None or paper is None:
        return found
    return (*found, ReportingFrame("erfuhr", paper.range, (verb,), ContentPosition.AROUND, span, relays=True))


def _press(page: TaggedText, start: int, limit: int) -> Phrase | None:
    """Return a newspaper, an agency or a station that opens a clause; a quoted name is one."""
    found = plain_at(page, start, limit)
    if found is None:
        return None
    words = page.words(*found.range)
    quoted = any(page.opens(i) for i in range(*found.range))
    return found if quoted or any(t.noun and MEDIUM.search(t.lower) for t in words) else None


def _source(page: TaggedText, clause: Range) -> Phrase | None:
    """Return from whom it was learned: ‹aus Kreisen der Partei›, ‹von zwei Beamten›."""
    for i in range(*clause):
        if page.at(i).lower in _FROM and page.at(i).pos is Pos.PREPOSITION and page.at(i).quote is None:
            return phrase_at(page, i + 1, clause[1])
    return None
