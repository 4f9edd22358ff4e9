"""Whose own words they are: ‹Kern war nach eigenen Angaben nie dort›.

Rule of this room: ‹eigene Angaben› are those of whom the clause is about, where that is a party. What stands behind
the noun (‹eigenen Angaben der Firma›) names the speaker itself.
"""

from dataclasses import replace

from bot.core.language_data.reported_speech import ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.de.reported_speech.noun_phrases import phrase_before
from bot.languages.de.reported_speech.parties import profile
from bot.languages.de.reported_speech.subjects import is_party, subject, subject_after
from bot.languages.de.reported_speech.vocabulary import SOURCE

_OWN = frozenset({"eigenen", "eigener", "eigenem"})
_RELATIVES = frozenset({"der", "die", "das", "welcher", "welche", "welches"})
_PRONOUNS = frozenset({"er", "sie"})


def by_itself(page: TaggedText, frame: ReportingFrame) -> ReportingFrame:
    """Return a frame of ‹eigene Angaben› with the party that the clause is about, others as they are."""
    if frame.speaker is None:
        return frame
    start, end = frame.speaker
    words = page.words(start, end)
    if not words[-1].noun or not SOURCE.search(words[-1].lower) or sum(t.noun for t in words) > 1:
        return frame
    party = _about(page, frame) if any(t.lower in _OWN for t in words) else None
    if party is not None:
        return replace(frame, rule="eigene-Angaben", speaker=party, anaphor=frame.speaker)
    return frame


def _about(page: TaggedText, frame: ReportingFrame) -> Range | None:
    """Return the subject of the frame's clause, where it is a person, a body or a pronoun for one."""
    at = frame.span[0]
    start, end = page.clause(at)
    verbs = page.finite(start, end) or page.finite(at, page.sentence(at)[1]) or page.finite(page.sentence(at)[0], at)
    if not verbs:
        return None
    final = verbs[-1] >= end - 1 - (page.at(end - 1).text in {".", "!", "?"}) and verbs[-1] > at > start
    found = _in_clause(page, start, verbs[-1]) if final else subject(page, verbs[0])
    pronoun = found is not None and page.at(found.start).lower in _PRONOUNS
    party = found is not None and (pronoun or is_party(page, found) or profile(page, found.range).person)
    return found.range if found and party else None


def _in_clause(page: TaggedText, start: int, verb: int) -> Phrase | None:
    """Return the subject of a clause with its verb at the end: whom a relative pronoun stands for, or the first one."""
    first = page.at(start)
    if first.lower in _RELATIVES and (first.pos is Pos.RELATIVE or page.at(start - 1).text == ","):
        return phrase_before(page, page.sentence(start)[0], start - 1)
    return subject_after(page, start + (first.pos is Pos.SUBORDINATOR), verb)
