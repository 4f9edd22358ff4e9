"""Whose own words they are: ‹Cole was, by his own account, never warned›, ‹according to its own figures›.

Rule of this room: they are those of whom the clause is about, where that is a party which the possessive can mean;
else they are whoever the possessive means.
"""

from dataclasses import replace

from bot.core.language_data.reported_speech import Profile, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.en.reported_speech.noun_phrases import phrase_at, subject
from bot.languages.en.reported_speech.parties import profile
from bot.languages.en.reported_speech.vocabulary import POSSESSIVES

_PRONOUNS = {"his": {"he"}, "her": {"she"}, "its": {"it"}, "their": {"they"}}
_WHO = frozenset({"who", "which", "that"})


def by_itself(page: TaggedText, frame: ReportingFrame) -> ReportingFrame:
    """Return a frame of ‹its own figures› with the party that the clause is about, others as they are."""
    start, end = frame.speaker or (0, 0)
    if page.at(start).lower not in POSSESSIVES or page.at(start + 1).lower != "own" or end - start <= 1:
        return frame
    party = _about(page, frame.span, page.at(start).lower)
    return replace(frame, rule="own-account", speaker=party, anaphor=frame.speaker) if party else frame


def _about(page: TaggedText, frame: Range, possessive: str) -> Range | None:
    """Return the party before the frame's clause goes on, or the subject of the verb next to the frame."""
    first = page.sentence(frame[0])[0]
    found = _antecedent(page, first, frame[0]) or _subject(page, first, frame)
    if found is None:
        return None
    if page.at(found.start).pos is Pos.PRONOUN:
        return found.range if page.at(found.start).lower in _PRONOUNS[possessive] else None
    return found.range if _can_mean(possessive, profile(page, found.range)) else None


def _antecedent(page: TaggedText, first: int, frame: int) -> Phrase | None:
    """Return whom a relative pronoun right before the frame stands for: ‹the firm, which by its own account …›."""
    who = frame - 1 - (page.at(frame - 1).text == ",")
    if page.at(who).lower not in _WHO or who <= first:
        return None
    end = who - (page.at(who - 1).text == ",")
    found = (phrase_at(page, i, end) for i in range(first, end) if page.at(i - 1).pos is not Pos.PREPOSITION)
    return next((phrase for phrase in found if phrase and phrase.end == end), None)


def _subject(page: TaggedText, first: int, frame: Range) -> Phrase | None:
    """Return the subject of the first verb behind a frame that opens its sentence, else of the verb around it."""
    after, before = page.finite(frame[1], page.sentence(frame[0])[1]), page.finite(first, frame[0])
    behind = subject(page, after[0]) if after else None
    if frame[0] == first or (behind is not None and behind.end <= frame[0]):
        return behind
    return subject(page, before[-1]) if before else None


def _can_mean(possessive: str, found: Profile) -> bool:
    """Tell whether a possessive can mean a party: ‹his› a person, ‹its› a body."""
    match possessive:
        case "his" | "her":
            return found.person or (found.name is not None and not found.members)
        case "its":
            return not found.person and (found.body or found.name is not None) and not found.document
        case _:
            return found.person or found.body or found.name is not None
