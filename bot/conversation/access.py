"""Letting people in and out, in the chat: a stranger with a code, an owner with a name.

Rule of this module: nobody but an owner learns who is on the list.
"""

from bot.chat import Action, Heading, Part, Reply, Rows, Said
from bot.conversation.admission import mark
from bot.conversation.context import CommandCall, CommandResult, Context, echo
from bot.ports.chats import Guest

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
        parts += [Heading(heading), Rows(tuple((shown(one),) for one in names))] if names else [Said(nobody)]
    label = call.phrases.label_approve
    tap = tuple(
        Action(label.format(who=echo(one.name) or one.user), f"/approve {mark(one.user)}") for one in waiting[:AT_ONCE]
    )
    return CommandResult(Reply(tuple(parts), call.phrases.code, tap))


async def approve(context: Context, call: CommandCall) -> CommandResult:
    """Let somebody in."""
    if not context.admission.owns(call.incoming.user):
        return call.say(call.phrases.owners_only)
    if not call.rest:
        return call.say(call.phrases.approve_usage)
    who = await context.admission.approve(call.rest, call.incoming.user.partition(":")[0])
    return call.say(_about(who, call, call.phrases.approved, call.phrases.not_waiting))


async def revoke(context: Context, call: CommandCall) -> CommandResult:
    """Let somebody in no longer."""
    if not context.admission.owns(call.incoming.user):
        return call.say(call.phrases.owners_only)
    if not call.rest:
        return call.say(call.phrases.revoke_usage)
    who = await context.admission.revoke(call.rest)
    return call.say(_about(who, call, call.phrases.revoked, call.phrases.not_on_list))


def shown(person: Guest) -> str:
    """Return what an owner sees of a person: the name, which anybody can choose, and the id, which nobody can."""
    return f"{echo(person.name)} ({person.user})" if person.name else person.user


def _about(person: Guest | None, call: CommandCall, done: str, nobody: str) -> str:
    """Return what was done with a person, or that nobody is called so."""
    return done.format(who=shown(person)) if person else nobody.format(who=echo(call.rest))
