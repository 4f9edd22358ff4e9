"""The sentences of the highest scores, of which one may be the answer.

Rule of this module: sentences are equal whose scores are, in whatever order what they are made of was added up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOKED_AT = 3
"""Sentences of which one may be the answer."""
DIGITS = 9
"""Decimal places of a score that mean something."""
NEAR = 1e-8
"""Difference of scores below which they may be equal in these places."""


def leaders(scores: Sequence[float]) -> list[int]:
    """Return the best sentences, the best first, and of equal ones the first in the text; `scores` are not empty."""
    # Rounding all scores would take a twentieth of the ranking's time.
    last = sorted(scores, reverse=True)[:LOOKED_AT][-1]
    near = (n for n, score in enumerate(scores) if score > last - NEAR)
    return sorted(near, key=lambda n: -round(scores[n], DIGITS))[:LOOKED_AT]
