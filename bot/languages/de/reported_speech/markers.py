"""German sentences that report without a frame: the subjunctive, ‹soll›, ‹angeblich›.

Rule of this room: it grades what a sentence shows; who speaks is found elsewhere.
"""

from bot.core.language_data.reported_speech import MarkerStrength, ReportingMarker
from bot.core.syntax.tagged_text import Pos, TaggedText
from bot.languages.de.reported_speech.verbs import subjunctive
from bot.languages.de.reported_speech.vocabulary import ADVERBS_OF_RUMOUR, CONDITIONAL, PERFECT

_CONDITIONS = frozenset({"wenn", "falls", "sofern", "ob"})
_DONE = frozenset({"haben", "sein", "worden"})
_DEPENDENT = frozenset({Pos.RELATIVE, Pos.SUBORDINATOR, Pos.QUESTION})
_PARTICIPLES = frozenset({Pos.PARTICIPLE, Pos.AUXILIARY_PARTICIPLE})


def sign(page: TaggedText, sentence: int) -> ReportingMarker:
    """Return what a sentence without a frame shows, looking outside of quotations."""
    start, end = page.sentences[sentence]
    verbs = page.finite(start, end)
    free = [i for i in range(start, end) if page.at(i).quote is None]
    supposes = page.at(start).finite and page.at(start).lower in CONDITIONAL | PERFECT | {"sollte", "sollten"}
    condition = supposes or any(page.at(i).lower in _CONDITIONS for i in free)
    grades = {g for v in verbs if (g := _grade(page, v, condition=condition)) is not None}
    should = tuple(v for v in verbs if page.at(v).lower in {"soll", "sollen"})
    if should and _past(page, free):
        grades.add(MarkerStrength.RUMOUR)
    elif any(page.at(page.clause(v)[0]).pos not in _DEPENDENT for v in should):
        grades.add(MarkerStrength.PLAN)
    rumour = tuple(i for i in free if page.at(i).lower in ADVERBS_OF_RUMOUR)
    if " dem vernehmen nach " in page.lowers(start, end):
        rumour += tuple(i for i in free if page.at(i).lower == "vernehmen")
    if rumour:
        grades.add(MarkerStrength.DOUBT)
    strong = tuple(v for v in verbs if _grade(page, v, condition=condition) is not None)
    return ReportingMarker(frozenset(grades), strong or should or rumour)


def _grade(page: TaggedText, verb: int, *, condition: bool) -> MarkerStrength | None:
    """Grade a verb form; ‹hätte› and ‹würde› show nothing beside a condition (‹Wenn er käme, wäre …›)."""
    if page.at(verb).lower in PERFECT:
        opens = verb == page.sentence(verb)[0] or page.at(verb - 1).lower in {"das", "dies", "es", "was"}
        return None if condition or opens else MarkerStrength.PERFECT
    match subjunctive(page, verb):
        case 2:
            return MarkerStrength.STRONG
        case 1:
            dependent = page.at(page.clause(verb)[0]).pos in _DEPENDENT
            return None if condition or dependent else MarkerStrength.WEAK
        case _:
            return None


def _past(page: TaggedText, free: list[int]) -> bool:
    """Tell ‹soll gegangen sein› and ‹soll geliefert haben›, which are rumours, from ‹soll gehen›, which is a plan."""
    participle = any(page.at(i).pos in _PARTICIPLES for i in free)
    return participle and any(page.at(i).lower in _DONE for i in free)
