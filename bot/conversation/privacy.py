"""What a person decides: the language, and what is kept of them.

Rule of this module: what is said about keeping is what is done; whoever changes one changes the other.
"""

from dataclasses import replace

from bot.chat import Action, Reply, Rows, Said
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.error_messages import PHRASES, phrases_of
from bot.conversation.phrases import Phrases
from bot.conversation.preference_scopes import choose
from bot.ports.feeds import by_feed
from bot.retention import DAY, HOUR, MINUTE, TABLE, Kept

FREE = "auto"
"""What takes a language back: from then on it follows the question."""


async def language(context: Context, call: CommandCall) -> CommandResult:
    """Return the languages to choose from; with one of them behind the command, choose it."""
    wanted = call.rest.lower()
    if wanted == FREE:
        await choose(context, call.incoming, language="")
        return call.say(call.phrases.language_free, turn=replace(call.turn, language=None))
    if wanted in PHRASES:
        await choose(context, call.incoming, language=wanted)
        phrases = phrases_of(wanted)
        said = Reply((Said(phrases.language_chosen),), phrases.code)
        return CommandResult(said, replace(call.turn, language=wanted))
    tap = [Action(phrases.own_name, f"/language {code}") for code, phrases in PHRASES.items()]
    tap.append(Action(call.phrases.label_free, f"/language {FREE}"))
    if context.traits.console:
        return call.reply(Said(call.phrases.language_asked), Rows(tuple((one.text, one.label) for one in tap)))
    return CommandResult(Reply((Said(call.phrases.language_asked),), call.phrases.code, tuple(tap)))


async def privacy(context: Context, call: CommandCall) -> CommandResult:
    """Return what is kept, and for how long."""
    if context.traits.console:
        return call.say(call.phrases.privacy_console)
    words, traits = call.phrases, context.traits
    places = {
        "": True,
        "list": not context.admission.rules.open,
        "threads": traits.threads,
        "installed": traits.installed,
        "links": traits.links,
    }
    kept = Rows(tuple((_line(one, words),) for one in TABLE if places[one.only]))
    rest = [words.privacy_rest, *([words.privacy_threads] if traits.threads else [])]
    return call.reply(Said(words.privacy_heading), kept, *map(Said, rest))


def _line(kept: Kept, words: Phrases) -> str:
    """Return what is said of one kind of thing that is kept."""
    return words.privacy[kept.name].format(time=span(kept.seconds, words) if kept.seconds else "")


def span(seconds: float, words: Phrases) -> str:
    """Return a time as people say it: in minutes up to two hours, in hours up to two days, else in days."""
    if seconds < 2 * HOUR:
        return words.minutes.format(count=round(seconds / MINUTE))
    if seconds <= 2 * DAY:
        return words.hours.format(count=round(seconds / HOUR))
    return words.days.format(count=round(seconds / DAY))


async def forget(context: Context, call: CommandCall) -> CommandResult:
    """Delete what is kept of a person, the articles that they brought among it; who was let in stays on the list."""
    incoming = call.incoming
    for brought in (incoming.user, by_feed(incoming.user)):
        await context.library.store.take_all(brought)
    await context.drafts.forget(incoming.user)
    await context.preferences.forget(incoming.user)
    if context.linking is not None:
        await context.linking.links.forget(incoming.user)
    if context.shown is not None:
        await context.shown.forget(incoming.user)
    if context.feeds is not None:
        await context.feeds.store.forget(incoming.user)
    said = (
        (call.phrases.forgotten,)
        if context.admission.rules.open
        else (call.phrases.forgotten, call.phrases.forgotten_list)
    )
    return replace(call.say(*said), forgets=True)
