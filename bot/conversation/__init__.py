"""The one translator: a message becomes a command, the service does it, and a reply comes out.

Rule of this room: it alone speaks both the words of the chat and those of the library, errors become words here and
nowhere else, and `handle` never raises.
"""

from collections.abc import Callable

from bot.chat import Incoming, Reply
from bot.conversation import asking, welcome
from bot.conversation.commands import COMMANDS
from bot.conversation.desk import Call, Desk, Outcome, said
from bot.conversation.words import phrases_of, words_for
from bot.errors import BotError
from bot.ports import ChatMemory, Turn
from bot.service import Library

__all__ = ["COMMANDS", "Conversation"]


class Conversation:
    """Every chat with every person, beginning with `article`; `alarm` is told of failures that nobody expected."""

    def __init__(
        self, library: Library, memory: ChatMemory, article: str, alarm: Callable[[BaseException], None]
    ) -> None:
        self._desk = Desk(library, article)
        self._memory = memory
        self._alarm = alarm

    async def handle(self, incoming: Incoming) -> Reply:
        """Return the reply to a message; never raises, but lets itself be cancelled."""
        turn = await self._memory.recall(incoming.chat, incoming.user) or Turn(self._desk.article)
        call = Call(incoming, turn, phrases_of(turn.language, incoming.language))
        try:
            outcome = await self._answer(call)
            if outcome.turn is not None:
                await self._memory.remember(incoming.chat, incoming.user, outcome.turn)
        except BotError as error:
            outcome = said(call.phrases, words_for(error, call.phrases))
        except Exception as error:  # noqa: BLE001 - a chat gets one polite line, whatever happened
            self._alarm(error)
            outcome = said(call.phrases, call.phrases.internal)
        return outcome.reply

    async def greet(self, incoming: Incoming) -> Reply:
        """Return what a person sees first: what this is, which article, and how to ask."""
        phrases = phrases_of(incoming.language)
        turn = await self._memory.recall(incoming.chat, incoming.user) or Turn(self._desk.article)
        try:
            return (await welcome.greeting(self._desk, Call(incoming, turn, phrases))).reply
        except BotError as error:
            return said(phrases, words_for(error, phrases), phrases.greeting_hint).reply

    async def _answer(self, call: Call) -> Outcome:
        text = call.incoming.text.strip()
        if not text.startswith("/"):
            return await asking.ask(self._desk, call)
        name, _, rest = text.partition(" ")
        command = COMMANDS.get(name.lower())
        if command is None:
            return said(call.phrases, call.phrases.unknown_command.format(command=name[:40]))
        return await command(self._desk, Call(call.incoming, call.turn, call.phrases, rest.strip()))
