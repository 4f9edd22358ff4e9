"""German sentences that report without a frame: the subjunctive, ‹soll›, ‹angeblich›.

Rule of this room: it grades what a sentence shows; who speaks is found elsewhere.
"""

import re

from bot.core.language_data.reported_speech import MarkerStrength, ReportingMarker
from bot.core.syntax.tagged_text import Pos, TaggedText
from bot.languages.de.reported_speech.party_nouns import PERSON
from bot.languages.de.reported_speech.subjects import subject
from bot.languages.de.reported_speech.verbs import subjunctive
from bot.languages.de.reported_speech.vocabulary import ADVERBS_OF_RUMOUR, CONDITIONAL, PERFECT

_CONDITIONS = frozenset({"wenn", "falls", "sofern", "ob"})
_LIKELY = frozenset({"wohl", "vermutlich", "wahrscheinlich", "voraussichtlich"})
_STATES = frozenset({"stammen", "kennen", "liegen", "gehören", "wissen", "besitzen", "wohnen", "leben", "leiden"})
"""What is so already, whoever it is said of: ‹soll aus dem Nachbarort stammen›."""
_OF_PEOPLE = frozenset({"haben", "bestehen", "verfügen", "befinden", "heißen", "umfassen"})
"""What is so already where it is said of people: ‹Die Bande soll aus Brüdern bestehen›, but not of a bridge."""
_PEOPLE = re.compile(rf"(mannschaft|besatzung|crew|bande|truppe|miliz|verdächtige[rn]?|(?:{PERSON.pattern}))$")
_PLANNED = frozenset({"künftig", "bald", "ab", "bis", "demnächst", "morgen", "dann"})
_YEAR = 4
"""Digits of a year, for which something is planned."""
_FORBIDDEN = frozenset({"nicht", "nur", "kein", "keine", "keinen", "niemand", "nie"})
"""What makes a rule of ‹dürfte›: ‹Man dürfte nicht weichen›."""
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
    if should and (_past(page, free) or any(_of_a_state(page, v) for v in should)):
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
    if page.at(verb).lower in PERFECT and _wishes(page, verb):
        return None
    if page.at(verb).lower in PERFECT:
        opens = verb == page.sentence(verb)[0] or page.at(verb - 1).lower in {"das", "dies", "es", "was"}
        return None if condition or opens else MarkerStrength.PERFECT
    match subjunctive(page, verb):
        case 2:
            return MarkerStrength.STRONG
        case 1 if _own_estimate(page, verb):
            return None
        case 1:
            dependent = page.at(page.clause(verb)[0]).pos in _DEPENDENT
            return None if condition or dependent else MarkerStrength.WEAK
        case _:
            return None


def _wishes(page: TaggedText, verb: int) -> bool:
    """Tell whether a form is what somebody would like: ‹Er hätte gerne mehr Zeit›."""
    return bool({"gern", "gerne", "lieber"} & {t.lower for t in page.words(*page.clause(verb))})


def _of_a_state(page: TaggedText, verb: int) -> bool:
    """Tell ‹soll aus dem Nachbarort stammen›, which is a rumour, from a plan, ‹soll aus Stahl bestehen›."""
    start, end = page.sentence(verb)
    words = page.words(start, end)
    if any(t.lower in _PLANNED or (t.text.isdigit() and len(t.text) == _YEAR) for t in words):
        return False
    states = {t.lemma for t in words if t.pos in {Pos.INFINITIVE, Pos.AUXILIARY_INFINITIVE} and t.quote is None}
    found = subject(page, verb)
    people = found is not None and _PEOPLE.search(page.at(found.head).lower) is not None
    return bool(states & _STATES) or (people and bool(states & _OF_PEOPLE))


def _own_estimate(page: TaggedText, verb: int) -> bool:
    """Tell whether a form is the paper's own estimate: ‹dürfte›, ‹würde wohl›."""
    words, form = {t.lower for t in page.words(*page.sentence(verb))}, page.at(verb).lower
    if form in {"dürfte", "dürften"}:
        return not words & _FORBIDDEN
    return form in {"würde", "würden"} and bool(words & _LIKELY)


def _past(page: TaggedText, free: list[int]) -> bool:
    """Tell ‹soll gegangen sein› and ‹soll geliefert haben›, which are rumours, from ‹soll gehen›, which is a plan."""
    participle = any(page.at(i).pos in _PARTICIPLES for i in free)
    return participle and any(page.at(i).lower in _DONE for i in free)
