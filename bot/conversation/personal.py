"""What a person decides: the language, and what is kept of them.

Rule of this module: what is said about keeping is what is done; whoever changes one changes the other.
"""

from dataclasses import replace

from bot.chat import Action, Reply, Rows, Said
from bot.conversation.desk import Call, Desk, Outcome
from bot.conversation.places import choose
from bot.conversation.words import PHRASES, phrases_of

FREE = "auto"
"""What takes a language back: from then on it follows the question."""
MINUTE, HOUR, DAY = 60, 3_600, 86_400
"""Seconds."""


async def language(desk: Desk, call: Call) -> Outcome:
    """Return the languages to choose from; with one of them behind the command, choose it."""
    wanted = call.rest.lower()
    if wanted == FREE:
        await choose(desk, call.incoming, language="")
        return call.say(call.phrases.language_free, turn=replace(call.turn, language=None))
    if wanted in PHRASES:
        await choose(desk, call.incoming, language=wanted)
        phrases = phrases_of(wanted)
        said = Reply((Said(phrases.language_chosen),), phrases.code)
        return Outcome(said, replace(call.turn, language=wanted))
    tap = [Action(phrases.own_name, f"/language {code}") for code, phrases in PHRASES.items()]
    tap.append(Action(call.phrases.label_free, f"/language {FREE}"))
    if desk.place.console:
        return call.reply(Said(call.phrases.language_asked), Rows(tuple((one.text, one.label) for one in tap)))
    return Outcome(Reply((Said(call.phrases.language_asked),), call.phrases.code, tuple(tap)))


async def privacy(desk: Desk, call: Call) -> Outcome:
    """Return what is kept, and for how long."""
    if desk.place.console:
        return call.say(call.phrases.privacy_console)
    words, open_to_all = call.phrases, desk.gate.rules.open
    texts = (words.privacy_question, words.privacy_fault, words.privacy_memory, words.privacy_choice, words.privacy_log)
    keys, turns = round(desk.place.keys / HOUR), round(desk.place.turns / MINUTE)
    said = [text.format(keys=keys, turns=turns) for text in texts]
    if desk.place.threads:
        said.append(words.privacy_threads.format(threads=round(desk.place.threads / DAY)))
    if desk.place.installed:
        said.append(words.privacy_installed)
    return call.say(*said, *([] if open_to_all else [words.privacy_list]))


async def forget(desk: Desk, call: Call) -> Outcome:
    """Delete what is kept of a person; who was let in stays on the list."""
    incoming = call.incoming
    await desk.preferences.forget(incoming.user)
    await desk.forget(incoming.chat, incoming.user)
    said = (call.phrases.forgotten,) if desk.gate.rules.open else (call.phrases.forgotten, call.phrases.forgotten_list)
    return replace(call.say(*said), forgets=True)
