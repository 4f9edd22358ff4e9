"""A reply again: another page of it, or for everybody to see.

Rule of this module: what is shown again is what was shown.
"""

from dataclasses import replace

from bot.conversation.answer_actions import first
from bot.conversation.context import CommandCall, CommandResult, Context

LONGEST = 4
"""Digits of the number of a page."""


async def page(_context: Context, call: CommandCall) -> CommandResult:
    """Return the same reply with another page of it in view, in the place of the one that was tapped."""
    reply = call.turn.reply
    if reply is None or not (call.rest.isdecimal() and len(call.rest) <= LONGEST):
        return call.say(first(call))
    return CommandResult(replace(reply, page=max(1, int(call.rest)), replaces=True))


async def share(_context: Context, call: CommandCall) -> CommandResult:
    """Return the same reply for everybody in the chat, with the question that it answers."""
    reply, answer = call.turn.reply, call.turn.answer
    if reply is None or answer is None:
        return call.say(first(call))
    tap = tuple(action for action in reply.actions if action.text != "/share")
    again = replace(reply, actions=tap, page=1, replaces=False, public=True, question=answer.query.question)
    return CommandResult(again)
