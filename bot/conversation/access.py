"""Letting people in and out, in the chat: a stranger with a code, an owner with a name.

Rule of this module: nobody but an owner learns who is on the list.
"""

from bot.chat import Action, Heading, Part, Reply, Rows, Said
from bot.conversation.admission import mark
from bot.conversation.context import CommandCall, CommandResult, Context, echo

AT_ONCE = 5
"""People who can be let in with one tap."""


async def pair(context: Context, call: CommandCall) -> CommandResult:
    """Let a stranger in who has the code from the log."""
    if await context.admission.pair(call.incoming.user, call.rest):
        return call.say(call.phrases.paired)
    return call.say(call.phrases.not_paired)


async def people(context: Context, call: CommandCall) -> CommandResult:
    """Return who was let in, and who waits with a button to let them in."""
    if not context.admission.owns(call.incoming.user):
        return call.say(call.phrases.owners_only)
    guests, waiting = await context.admission.guests.guests(), await context.admission.waiting()
    parts: list[Part] = []
    for names, heading, nobody in (
        (guests, call.phrases.people, call.phrases.nobody),
        (waiting, call.phrases.waiting, call.phrases.nobody_waits),
    ):
        parts += [Heading(heading), Rows(tuple((name,) for name in names))] if names else [Said(nobody)]
    label = call.phrases.label_approve
    tap = tuple(Action(label.format(who=name), f"/approve {mark(name)}") for name in waiting[:AT_ONCE])
    return CommandResult(Reply(tuple(parts), call.phrases.code, tap))


async def approve(context: Context, call: CommandCall) -> CommandResult:
    """Let somebody in."""
    if not context.admission.owns(call.incoming.user):
        return call.say(call.phrases.owners_only)
    if not call.rest:
        return call.say(call.phrases.approve_usage)
    who = await context.admission.approve(call.rest, call.incoming.user.partition(":")[0])
    return call.say((call.phrases.approved if who else call.phrases.not_waiting).format(who=who or echo(call.rest)))


async def revoke(context: Context, call: CommandCall) -> CommandResult:
    """Let somebody in no longer."""
    if not context.admission.owns(call.incoming.user):
        return call.say(call.phrases.owners_only)
    if not call.rest:
        return call.say(call.phrases.revoke_usage)
    who = await context.admission.revoke(call.rest)
    return call.say((call.phrases.revoked if who else call.phrases.not_on_list).format(who=who or echo(call.rest)))
