"""German sentences that only say who says the one before: ‹So Kern am Montag.›, ‹So sagt es X.›, ‹So steht es in X.›.

Rule of this room: such a sentence has nothing else to say; ‹Das sagte X.› is found with the verbs.
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.de.reported_speech.frames_passive import place_of
from bot.languages.de.reported_speech.party_nouns import CASE_OF_PLACE
from bot.languages.de.reported_speech.subjects import is_party, near_subject, plural, subject_after
from bot.languages.de.reported_speech.verbs import complement
from bot.languages.de.reported_speech.vocabulary import SAY

_SHORT = 16
"""Tokens of ‹So Bürgermeisterin Ute Kranz am Montag in einer Mitteilung.›."""
_STOPS = frozenset({".", "!", "…"})
_EXAMPLES = frozenset({"auch", "viele", "etwa", "beispielsweise", "manche", "einige", "ein", "eine"})


def pointing_back(page: TaggedText, sentence: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find a sentence that begins with ‹So› and gives the one before to somebody."""
    start, end = span
    short = end - start <= _SHORT and page.at(end - 1).text in _STOPS
    if sentence == 0 or not short or page.at(start).lower != "so" or page.at(start).quote is not None:
        return ()
    verb = start + 1
    cue: tuple[int, ...] = (start, verb)
    if not page.at(verb).finite:
        found, cue = _who(page, span), (start,)
    elif page.at(verb).lemma == "stehen" and page.at(verb + 1).lower == "es":
        found = place_of(page, (verb, end), CASE_OF_PLACE, is_called_in=True)
    else:
        found = _sayer(page, verb, end)
    return (ReportingFrame("das-sagt-X", found.range, cue, ContentPosition.PREVIOUS, span),) if found else ()


def _who(page: TaggedText, span: Range) -> Phrase | None:
    """Return the party of ‹So X am Montag.›, a sentence without a verb."""
    start, end = span
    if page.finite(start, end) or page.at(start + 1).lower in _EXAMPLES:
        return None
    found = near_subject(page, start + 1, end - 1)
    if found is None or found.start != start + 1:
        return None
    rest = page.at(found.end)
    closed = found.end == end - 1 or rest.pos is Pos.PREPOSITION or rest.lower in {"heute", "gestern", "weiter"}
    party = is_party(page, Phrase(found.start, found.head + 1, found.head))
    return found if closed and (party or _bare_name(page, found)) else None


def _bare_name(page: TaggedText, found: Phrase) -> bool:
    """Tell whether a noun stands where only a name does: alone and in the singular."""
    noun = page.at(found.start)
    return found.end - found.start == 1 and noun.pos in {Pos.NOUN, Pos.NOMINAL} and plural(page, found) is not True


def _sayer(page: TaggedText, verb: int, end: int) -> Phrase | None:
    """Return the party of ‹So sagt es X.›."""
    if page.at(verb).lemma not in SAY or page.at(verb + 1).lower != "es" or complement(page, verb, end):
        return None
    return subject_after(page, verb + 2, end)
