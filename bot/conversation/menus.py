"""Which commands belong where: in the console, in a chat with one person, in a group, and for owners alone.

Rule of this module: names only; what a command means stands in the phrases, and that it exists in `commands`.
"""

from enum import Enum

from bot.conversation.error_messages import phrases_of
from bot.conversation.phrases import Phrases


class Menu(Enum):
    """A kind of place, with its commands in the order to show them in."""

    CONSOLE = (
        "start all check quote open article changes articles remove sources view context else more why unhelpful "
        "language privacy forget help quit"
    )
    PRIVATE = (
        "start ask all check quote open article changes articles remove follow feeds unfollow sources view context "
        "else more why unhelpful notify language privacy forget help"
    )
    GROUP = (
        "ask all check quote open article changes articles remove follow feeds unfollow sources view context more "
        "notify language privacy help"
    )
    OWNERS = "people approve revoke"


def listed(menu: Menu, phrases: Phrases, *others: str) -> tuple[tuple[str, str], ...]:
    """Return (usage, meaning) of the commands of a menu, and of `others` that only some places have."""
    names = [*menu.value.split(), *others]
    known = {usage.split()[0][1:]: (usage, meaning) for usage, meaning in phrases.commands}
    return tuple(known[name] for name in names)


def menu(kind: Menu, language: str) -> tuple[tuple[str, str], ...]:
    """Return (name without the stroke, meaning) for the command menu of a chat platform."""
    return tuple((usage.split()[0][1:], meaning) for usage, meaning in listed(kind, phrases_of(language)))
