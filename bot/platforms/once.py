"""How answers are sent where a platform can prove afterwards whether it has a message.

Rule of this module: plain values, the same for every platform.
"""

from dataclasses import dataclass

AUTO, DIRECT, PLACEHOLDER = "auto", "direct", "placeholder"
"""As one message where a test shows that it can be proven; always so; as an empty message that is then filled."""
WAIT = 15.0
"""Seconds: ten for a request that is late, five for a connection to be made."""


@dataclass(frozen=True, slots=True)
class Once:
    """The way of answers, and after how many seconds a message whose outcome is unknown is looked for."""

    way: str = AUTO
    wait: float = WAIT
