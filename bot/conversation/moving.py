"""A chat that takes the place of another one: what the other had is its own from then on.

Rule of this module: doing it again changes nothing: both chats bring the news, and a killed process begins anew.
"""

from dataclasses import replace

from bot.chat import Incoming, Kind, Reply
from bot.conversation.context import Context
from bot.ports.chats import ChatMemory

SOON = 3.0
"""Seconds in which the news that a chat has moved comes behind the one that the bot is in it."""


async def moved(context: Context, memory: ChatMemory, incoming: Incoming) -> Reply:
    """Hand on what a chat has to the one that has taken its place, and say nothing; may raise `StoreError`.

    That it was moved is noted last: what is cut off before that is done again.
    """
    before, now = incoming.text, incoming.chat
    await context.library.store.move(before, now)
    await memory.move(before, now)
    await context.moves.move(before, now)
    context.log("moved", {})
    return Reply((), "")


def followed(context: Context, incoming: Incoming) -> Incoming:
    """Return a message as one of the chat that has taken the place of its own: old messages keep their buttons."""
    whole, stroke, thread = incoming.chat.partition("/")
    now = context.moves.now(whole)
    return incoming if now == whole else replace(incoming, chat=f"{now}{stroke}{thread}")


async def is_greeted(context: Context, incoming: Incoming) -> bool:
    """Tell whether a chat that the bot has come into is one that it was in under another name."""
    if context.moves.before(incoming.chat):
        return True
    behind = await incoming.meanwhile.following(SOON)
    return bool(behind is not None and behind.kind is Kind.MOVED) or bool(context.moves.before(incoming.chat))
