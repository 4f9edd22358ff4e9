"""What rules an answer out, however well a sentence fits the question, and however like it is in meaning.

Rule of this module: a veto is a reason that can be told, and no matter of degree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.retrieval import dense_scores
from bot.core.retrieval.answer_validation import fails_validation, has_answer_type, is_kin_alone

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.core.retrieval.evidence import Evidence

TURNED = 0.75
"""Disagreement of the parties from which on what is asked about is said the other way round."""
FAILS_VALIDATION = 30.0
"""Logits for a best sentence that can't be the answer to a pointed question (`answer_validation.fails_validation`)."""


def vetoed(e: Evidence, passed: Sequence[int]) -> Collection[int]:
    """Return the sentences that are no answer: those `passed` over, turned round, or about something else."""
    return {*passed, *_turned(e.role_agreement), *e.contrary}


def _is_turned_round(e: Evidence) -> bool:
    """Tell whether the parties do to each other what is asked in no sentence, and the other way round in some."""
    return min(e.role_agreement) <= -TURNED and max(e.role_agreement) <= 0


def _turned(roles: Sequence[float]) -> Sequence[int]:
    """Return the sentences in which the parties do the opposite of what they do in others, as asked."""
    if not any(roles) or min(roles) > -TURNED or max(roles) <= 0:
        return ()
    return [n for n, role in enumerate(roles) if role <= -TURNED]


def is_refused(e: Evidence, best: int) -> bool:
    """Tell whether a question is not answered, however well its best sentence fits it."""
    return fails_validation(e, best) or lacks_name(e) or _is_turned_round(e) or is_kin_alone(e, best)


def is_ruled_out(e: Evidence, best: int) -> bool:
    """Tell whether a question is not answered, however like it its best sentence is in meaning."""
    unshown = e.answer_type in dense_scores.NEEDED and not has_answer_type(e, best)
    return unshown or best in e.contrary or lacks_name(e) or _is_turned_round(e)


def lacks_name(e: Evidence) -> bool:
    """Tell whether the question names a state, a person or anything else that the article has nothing of.

    A name of several words is there where one of them is: a person by the family name alone.
    """
    named = {c.aspect for c in e.concepts if c.proper}
    written = {c.title for c in e.concepts if c.aspect is not None}
    if not written <= {None, *(c.title for c in e.concepts if c.saturation or c.titled or c.near)}:
        return True
    return bool(named) and not named <= {c.aspect for c in e.concepts if c.saturation or c.titled}
