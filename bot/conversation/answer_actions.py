"""What can be tapped under an answer, and what is said where there is none that a command could be about.

Rule of this module: it knows of an answer only what its turn remembers.
"""

from dataclasses import replace

from bot.chat import Action
from bot.conversation.context import CommandCall, Context
from bot.conversation.phrases import Phrases


def first(call: CommandCall) -> str:
    """Return what to do where there is no answer that a command could be about."""
    if call.lost:
        return call.phrases.too_long_ago
    return call.phrases.ask_first if call.turn.answer is None else call.phrases.none_found


def headline_actions(context: Context, phrases: Phrases) -> tuple[Action, ...]:
    """Return what can be tapped under the headline, which has no number and no speaker."""
    tap = (replace(a, text=a.text.split()[0]) for a in actions(context, phrases))
    return tuple(a for a in tap if a.text not in {"/else", "/more"})


def actions(context: Context, phrases: Phrases, number: int = 1) -> tuple[Action, ...]:
    """Return what can be tapped under an answer whose first sentence has a number."""
    found = [
        Action(phrases.label_context, f"/context {number}"),
        Action(phrases.label_others, f"/else {number}"),
        Action(phrases.label_more, "/more"),
    ]
    if context.traits.console:
        return (*found, Action(phrases.label_why, f"/why {number}"))
    found.append(Action(phrases.label_unhelpful, "/unhelpful"))
    return (*found, Action(phrases.label_share, "/share")) if context.traits.shares else tuple(found)
