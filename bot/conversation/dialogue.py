"""A conversation: who writes, about what, and what is remembered of it.

Rule of this module: `handle` never raises.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.chat import Incoming, Kind, Part, Reply, Rows, Said
from bot.conversation import asking, bringing, following, notices, welcome
from bot.conversation.admission import Admission, Entry, Rules
from bot.conversation.albums import Albums
from bot.conversation.brought import what_is_brought
from bot.conversation.commands import COMMANDS, HIDDEN
from bot.conversation.context import ChatTraits, CommandCall, CommandResult, Context, after, both, echo, said
from bot.conversation.error_messages import phrases_of, words_for
from bot.conversation.followups import is_question
from bot.conversation.menus import Menu, menu
from bot.conversation.phrases import Phrases
from bot.conversation.preference_scopes import ALL, chosen, drop, for_two, set_for_all
from bot.conversation.stale import Notified, is_stale
from bot.conversation.typed_commands import command
from bot.conversation.wishes import Intent, wish
from bot.errors import ArticleError, ArticleProblem, BotError, StoreError
from bot.ports.chats import ChatMemory, Turn

__all__ = ["COMMANDS", "HIDDEN", "Admission", "ChatTraits", "Context", "Conversation", "Menu", "Rules", "menu"]


ABOUT_ANSWERS = frozenset({Intent.MORE, Intent.SPEAKER, Intent.SOURCES, Intent.GIST, Intent.SURE})
"""Wishes that are about the article, whoever is spoken to."""
NAMED = re.compile(rf"(?<![\w/])/({'|'.join(name[1:] for name in (*COMMANDS, '/pair'))})\b(?!/)")
"""A command's name in a text."""


class Conversation:
    """Every chat with every person; `alarm` is told of failures that nobody expected."""

    def __init__(self, context: Context, memory: ChatMemory, alarm: Callable[[BaseException], None]) -> None:
        self._context = context
        self._memory = memory
        self._alarm = alarm
        self._stale = Notified()
        self._albums = Albums(context.drafts)

    async def handle(self, incoming: Incoming) -> Reply:
        """Return the reply to a message; never raises, but lets itself be cancelled."""
        turned_away = await self.admit(incoming)
        return await self.answer(incoming) if turned_away is None else turned_away

    async def admit(self, incoming: Incoming) -> Reply | None:
        """Return the reply to a message that is turned away, None for one that `answer` has an answer to."""
        if incoming.kind in (Kind.FAULT, Kind.MOVED, Kind.NOTICE):
            return None
        phrases = phrases_of(incoming.language)
        try:
            incoming = await self._context.moves.followed(incoming)
            stopped = await self._stopped(incoming, phrases)
        except Exception as error:  # noqa: BLE001 - a chat gets one polite line, whatever happened
            return self._apology(incoming, error, phrases)
        return None if stopped is None else _unless_inline(incoming, typed(stopped, self._context.traits.typed))

    async def answer(self, incoming: Incoming) -> Reply:
        """Return the answer to a message that was admitted.

        A move is the one thing for which it raises: nobody is told of it, and it is tried again.
        """
        phrases = phrases_of(incoming.language)
        if incoming.kind is Kind.FAULT:
            return said(phrases, phrases.internal).reply
        if incoming.kind is Kind.MOVED:
            return await self._moved(incoming)
        try:
            incoming = await self._context.moves.followed(incoming)
            if incoming.kind is Kind.NOTICE:
                return typed(await self._noticed(incoming), self._context.traits.typed)
            if incoming.kind is Kind.JOINED and await self._context.moves.is_greeted(incoming):
                return Reply((), phrases.code)
            call = await self._call(_meant(incoming))
            phrases = call.phrases
            reply = typed(await self._replied(call), self._context.traits.typed)
            return await self._welcoming(incoming, reply)
        except Exception as error:  # noqa: BLE001 - as above
            return self._apology(incoming, error, phrases)

    async def _noticed(self, incoming: Incoming) -> Reply:
        """Return what a chat is told unasked: of a feed that was given up, or of a correction."""
        about, _, number = incoming.text.partition(" ")
        if about == "feed" and number.isdecimal():
            return await following.given_up(self._context, incoming, int(number))
        return await notices.notice(self._context, incoming)

    async def _moved(self, incoming: Incoming) -> Reply:
        """Hand on what a chat has to the one that has taken its place, and say nothing; may raise `StoreError`."""
        before, now = incoming.text, incoming.chat
        context = self._context
        feeds = None if context.feeds is None else context.feeds.store
        links = None if context.linking is None else context.linking.links
        store, memory = context.library.store, self._memory
        for kept in (store, context.preferences, context.drafts, memory, links, context.shown, feeds):
            if kept is not None:
                await kept.move(before, now)
        await self._context.moves.note(before, now)
        self._context.log("moved", {})
        return Reply((), "")

    async def _welcoming(self, incoming: Incoming, reply: Reply) -> Reply:
        """Return a reply below the line that its person was let in, where nobody has told them yet."""
        if not reply.parts or not await self._context.admission.tells(incoming):
            return reply
        return replace(reply, parts=(Said(phrases_of(reply.language).let_in), *reply.parts))

    def _apology(self, incoming: Incoming, error: Exception, phrases: Phrases) -> Reply:
        """Return the line that a person gets about an error."""
        if isinstance(error, BotError):
            return _unless_inline(incoming, said(phrases, self._words(error, phrases)).reply)
        self._alarm(error)
        return _unless_inline(incoming, said(phrases, phrases.internal).reply)

    async def greet(self, incoming: Incoming) -> Reply:
        """Return what a person sees first in the console: what this is, which article, and how to ask."""
        phrases = phrases_of(incoming.language)
        try:
            return (await welcome.greeting(self._context, await self._call(incoming))).reply
        except BotError as error:
            return said(phrases, words_for(error, phrases), phrases.greeting_hint).reply

    def _words(self, error: BotError, phrases: Phrases) -> str:
        """Return what to say about an error; where a database is, is for whoever runs the bot alone."""
        if self._context.traits.console or not isinstance(error, StoreError):
            return words_for(error, phrases)
        self._context.log("store", {"problem": error.problem})
        return phrases.unavailable

    async def _stopped(self, incoming: Incoming, phrases: Phrases) -> Reply | None:
        """Return the reply to what is not answered: strangers, floods, what has waited too long, what can't be read.

        What was overheard where a mention is wanted counts for nothing.
        """
        unwanted = incoming.overheard and (await set_for_all(self._context, incoming)).mentions
        if unwanted or await self._albums.is_silent(incoming):
            return Reply((), phrases.code)
        match await self._context.admission.entry(incoming):
            case Entry.SILENT:
                return Reply((), phrases.code)
            case Entry.STRANGER:
                return said(phrases, phrases.stranger).reply
            case Entry.LIMITED:
                return said(phrases, phrases.limited.format(seconds=self._context.admission.pause)).reply
            case Entry.WELCOME | Entry.PAIRING:
                pass
        if is_stale(incoming, self._context.traits.stale_after):
            return said(phrases, *([phrases.stale] if self._stale.should_notify(incoming) else [])).reply
        self._stale.answered(incoming)
        return said(phrases, phrases.attachment).reply if incoming.kind is Kind.ATTACHMENT else None

    async def _call(self, incoming: Incoming) -> CommandCall:
        """Return the call that a message is: with the turn that it is about, else the last one."""
        choice = await chosen(self._context, incoming)
        turn = await self._memory.recall(incoming.chat, _asker(incoming), incoming.about)
        lost = turn is None and bool(incoming.about)
        everywhere = choice.article == ALL and self._context.everywhere is not None
        article = "" if choice.article == ALL else choice.article
        turn = turn or Turn(article or self._context.article)
        if article and article != turn.article and not incoming.about:
            turn = Turn(article, turn.language)
        phrases = phrases_of(choice.language, turn.language, incoming.language)
        return CommandCall(
            *(incoming, turn, phrases, incoming.text),
            free=not choice.language,
            lost=lost,
            everywhere=everywhere,
            notifies=choice.notify,
        )

    async def _replied(self, call: CommandCall) -> Reply:
        try:
            outcome = await self._answer(call)
        except ArticleError as error:
            if error.problem is not ArticleProblem.UNKNOWN or call.turn.article == self._context.article:
                raise
            await drop(self._context, call.incoming, call.turn.article)
            outcome = call.say(call.phrases.article_gone, turn=Turn(self._context.article))
        await self._remember(call, outcome)
        return outcome.reply

    async def _answer(self, call: CommandCall) -> CommandResult:
        if call.incoming.kind is Kind.INLINE:
            return await asking.inline(self._context, call)
        if call.incoming.overheard:
            return await self._overheard(call)
        before = await bringing.finished(self._context, call)
        if before is not None and before.ends:
            return before
        outcome = await self._answer_alone(after(call, before))
        if outcome.asks:
            before = both(before, replace(outcome, asks=""))
            outcome = await asking.ask(self._context, replace(after(call, before), rest=outcome.asks))
        return both(before, outcome)

    async def _overheard(self, call: CommandCall) -> CommandResult:
        """Return the reply to what people say to each other: to a question, or where there is an answer.

        Nothing is taken in of what they hand each other, and nothing is changed by what they say.
        """
        text, silence = call.incoming.text, CommandResult(Reply((), call.phrases.code), kept=False)
        wanted = wish(text)
        asks = is_question(text)
        small_talk = wanted is not None and wanted[0] not in ABOUT_ANSWERS
        if not text.strip() or small_talk or (what_is_brought(call.incoming) is not None and not asks):
            return silence
        outcome = await self._commanded(call)
        return outcome if asks or _answers(outcome) else silence

    async def _answer_alone(self, call: CommandCall) -> CommandResult:
        if not call.incoming.text.strip() and not for_two(call.incoming) and call.incoming.kind is Kind.TEXT:
            return await welcome.start(self._context, call)
        if (outcome := await bringing.brought(self._context, call)) is not None:
            return outcome
        return await self._commanded(call)

    async def _commanded(self, call: CommandCall) -> CommandResult:
        """Return what a command does, or the answer to a question."""
        text = call.incoming.text.strip()
        if not text.startswith("/"):
            return await asking.ask(self._context, call)
        name, *rest = _parted(text)
        found = COMMANDS.get(name.lower()) or HIDDEN.get(name.lower())
        if found is None:
            return call.say(call.phrases.unknown_command.format(command=echo(name)))
        return await found(self._context, replace(call, rest="".join(rest)))

    async def _remember(self, call: CommandCall, outcome: CommandResult) -> None:
        """Keep the turn as the last one where it has changed, and under the message's name where it has one."""
        incoming = call.incoming
        if outcome.forgets:
            await self._memory.forget(incoming.user)
            # Last, since it empties what the database has written so far.
            await self._context.forget(incoming.chat, incoming.user)
        if not outcome.kept or outcome.forgets:
            return
        turn = replace(outcome.turn or call.turn, asker=incoming.user)
        under = replace(turn, reply=unlinked(outcome.reply))
        chat, asker, fence = incoming.chat, _asker(incoming), incoming.fence
        if outcome.turn is not None:
            answered = turn.answer is not call.turn.answer and turn.reply is call.turn.reply
            if call.notifies and turn.answer is not call.turn.answer:
                await notices.keep_shown(self._context, incoming, turn)
            if answered:
                await self._memory.remember(chat, asker, under, incoming.id, fence=fence)
                return
            await self._memory.remember(chat, asker, turn, fence=fence)
        if incoming.id:
            await self._memory.remember(chat, asker, under, incoming.id, last=False, fence=fence)


def _meant(incoming: Incoming) -> Incoming:
    """Return a message with the command that its words mean; what was tapped, handed on or brought means none.

    Where people speak to each other, only words with a number do: "forget" and "help" are said among them as well.
    """
    if incoming.kind is not Kind.TEXT or incoming.forwarded:
        return incoming
    meant = command(incoming.text)
    plain = incoming.overheard and not any(c.isdecimal() for c in incoming.text)
    return incoming if plain else replace(incoming, text=meant)


def _asker(incoming: Incoming) -> str:
    """Return whose conversation it is: in a shared chat everybody's."""
    return "" if incoming.shared else incoming.user


def _answers(outcome: CommandResult) -> bool:
    """Tell whether a reply is worth giving where nobody asked the bot: it cites the article, or is about a new one."""
    if outcome.turn is not None and outcome.turn.answer is None:
        return True
    answer = outcome.turn.answer if outcome.turn is not None else None
    return answer is not None and answer.refusal is None and bool(answer.hits or answer.headline)


def typed(reply: Reply, before: str) -> Reply:
    """Return a reply that names commands as they are typed where it is read.

    What is typed before all of them needs no other name: "/ask who?" and not "/ask ask who?".
    """
    if before == "/":
        return reply

    def put(text: str) -> str:
        return NAMED.sub(lambda found: found[0] if found[0] == before.strip() else f"{before}{found[1]}", text)

    def part_put(part: Part) -> Part:
        match part:
            case Said(text):
                return replace(part, text=put(text))
            case Rows(rows):
                return Rows(tuple(tuple(put(cell) for cell in row) for row in rows))
            case _:
                return part

    enclosed = reply.encloses
    if enclosed is not None:
        enclosed = replace(enclosed, instead=tuple(part_put(part) for part in enclosed.instead))
    return replace(reply, parts=tuple(part_put(part) for part in reply.parts), encloses=enclosed)


def unlinked(reply: Reply) -> Reply:
    """Return a reply as it may be kept: what opens a page is nowhere but in the chat."""

    def kept(parts: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(part for part in parts if not (isinstance(part, Said) and part.link))

    enclosed = reply.encloses
    if enclosed is not None:
        enclosed = replace(enclosed, instead=kept(enclosed.instead))
    return replace(reply, parts=kept(reply.parts), encloses=enclosed)


def _unless_inline(incoming: Incoming, reply: Reply) -> Reply:
    """Return a notice; where one asks from another chat, nothing."""
    return replace(reply, parts=()) if incoming.kind is Kind.INLINE else reply


def _parted(text: str) -> list[str]:
    """Return a command and what follows it; a colon may stand between them: ‹/check: he won›."""
    name, *rest = text.split(maxsplit=1)
    bare, colon, glued = name.partition(":")
    if not colon or bare.lower() not in COMMANDS:
        return [name, *rest]
    return [bare, *filter(None, [" ".join(filter(None, [glued, *rest]))])]
