"""What a person decides: the language, and what is kept of them.

Rule of this module: what is said about keeping is what is done; whoever changes one changes the other.
"""

from dataclasses import replace

from bot.chat import Action, Reply, Rows, Said
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.error_messages import PHRASES, phrases_of
from bot.conversation.preference_scopes import choose

FREE = "auto"
"""What takes a language back: from then on it follows the question."""
MINUTE, HOUR, DAY = 60, 3_600, 86_400
"""Seconds."""


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
    words, open_to_all = call.phrases, context.admission.rules.open
    texts = (
        words.privacy_question,
        words.privacy_fault,
        words.privacy_memory,
        words.privacy_choice,
        words.privacy_articles,
        words.privacy_log,
    )
    keys, turns = round(context.traits.keys / HOUR), round(context.traits.turns / MINUTE)
    said = [text.format(keys=keys, turns=turns) for text in texts]
    if context.traits.threads:
        said.append(words.privacy_threads.format(threads=round(context.traits.threads / DAY)))
    if context.traits.installed:
        said.append(words.privacy_installed)
    return call.say(*said, *([] if open_to_all else [words.privacy_list]))


async def forget(context: Context, call: CommandCall) -> CommandResult:
    """Delete what is kept of a person, the articles that they brought among it; who was let in stays on the list."""
    incoming = call.incoming
    await context.library.store.take_all(incoming.user)
    await context.drafts.forget(incoming.user)
    await context.preferences.forget(incoming.user)
    await context.forget(incoming.chat, incoming.user)
    said = (
        (call.phrases.forgotten,)
        if context.admission.rules.open
        else (call.phrases.forgotten, call.phrases.forgotten_list)
    )
    return replace(call.say(*said), forgets=True)
