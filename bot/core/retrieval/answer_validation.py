"""Whether a sentence can be the answer to a pointed question, from what was found in it and what it holds.

Rule of this room: a sentence is ruled out, never in; how well the others answer is the ranking's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import AnswerType, QuestionType

if TYPE_CHECKING:
    from bot.core.retrieval.evidence import Evidence, SentenceFeatures

EXACT = frozenset({QuestionType.WHEN, QuestionType.NUMBER})
"""Kinds of answers that a sentence shows when it holds them."""
NEAR_BY = 0.15
"""How surely a thing asked about must be found, in a sentence or beside it, to be there at all."""
SURE = frozenset({AnswerType.AGE, AnswerType.MONEY, AnswerType.SIZE, AnswerType.TIME})
"""Kinds that a right answer shows, without exception on the development data but for 2 % of times."""
TOPIC = 4
"""Sentences that a thing is found in, from which on any sentence may be about it without saying so."""
FEW = 2
"""Things asked about, of which a sentence with a number must have more than one: numbers are everywhere."""


def fails_validation(e: Evidence, best: int) -> bool:
    """Tell whether a sentence can't be the answer to a pointed question.

    That is one without a time, an age, a price or a size that is asked for; and one without the place, the name or the
    reason, or with no more than a weekday, that lacks half of what is asked about as well. Right answers of the
    development data that are so: 0 to 2 % of a kind.
    """
    if best in e.contrary:
        return True
    if e.answer_type is None:
        return False
    asked, lost = things_of(e, best)
    few, bare = len(asked) <= FEW, _is_half(asked, lost)
    if e.answer_type is AnswerType.COUNT:
        return (few and bool(asked) and max(asked) in lost) or not has_answer_type(e, best)
    if e.answer_type is AnswerType.TIME and not e.sentence_features[best].answer_types.has_date:
        return (few and bare) or not has_answer_type(e, best)
    if e.answer_type is AnswerType.PLACE and few and not bare:
        return not has_answer_type(e, best) and not e.sentence_features[best].answer_types.has_location
    return not has_answer_type(e, best) and (bare or e.answer_type in SURE)


def lacks_topic(e: Evidence, n: int) -> bool:
    """Tell whether a sentence lacks half of the things asked about, or more."""
    return _is_half(*things_of(e, n))


def is_kin_alone(e: Evidence, n: int) -> bool:
    """Tell whether a sentence and those beside it have of few things asked about only what may stand for them."""
    asked, lost = things_of(e, n)
    return 0 < len(asked) <= FEW and asked == lost


def _is_half(asked: set[int], lost: set[int]) -> bool:
    return 2 * len(lost) >= len(asked) > 0


def has_answer_type(e: Evidence, n: int) -> bool:
    """Tell whether a sentence holds the kind of thing that is asked for; what is the question's own is no news."""
    return e.answer_type is None or _shows(e, e.answer_type, n)


def _shows(e: Evidence, answer_type: AnswerType, n: int) -> bool:
    traits, shown = e.sentence_features[n], e.sentence_features[n].answer_types
    match answer_type:
        case AnswerType.AGE | AnswerType.MONEY | AnswerType.SIZE:
            return answer_type in shown.found
        case AnswerType.COUNT:
            return answer_type in shown.found and has_question_type(e, traits)
        case AnswerType.NAME:
            return bool(set(shown.names) - _matched(e, n))
        case AnswerType.PLACE:
            return answer_type in shown.found or bool(set(shown.places) - _matched(e, n))
        case AnswerType.TIME:
            return answer_type in shown.found or has_question_type(e, traits)
        case AnswerType.REASON:
            return has_question_type(e, traits)


def _matched(e: Evidence, n: int) -> set[int]:
    return {place for c in e.concepts for place in c.positions.get(n, ())}


def things_of(e: Evidence, n: int) -> tuple[set[int], set[int]]:
    """Return the things asked about, and which of them stand neither in a sentence nor beside it in its paragraph.

    What is in the heading, or all over the article, need not be said again.
    """
    near = [
        m
        for m in (n - 1, n, n + 1)
        if 0 <= m < len(e.sentence_features) and e.sentence_features[m].paragraph == e.sentence_features[n].paragraph
    ]
    there = {
        c.aspect
        for c in e.concepts
        if n in c.heading_saturation
        or len(c.saturation) >= TOPIC
        or any(c.saturation.get(m, 0.0) >= NEAR_BY for m in near)
    }
    asked = {c.aspect for c in e.concepts if c.aspect is not None}
    return asked, asked - there


def has_question_type(e: Evidence, features: SentenceFeatures) -> bool:
    """Tell whether a sentence holds what is wanted; a number of the question is no news."""
    fresh = not features.numbers or bool(features.numbers - e.numbers)
    return e.question_type in features.question_types and (fresh or e.question_type not in EXACT)
