"""What every command works with, what it is given, and what it gives back.

Rule of this module: values only. A command changes nothing that is remembered; it says what the turn is now.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot import languages
from bot.chat import Incoming, Reply, Said
from bot.conversation.phrases import Phrases
from bot.ports import Turn
from bot.service import Library


@dataclass(frozen=True, slots=True)
class Desk:
    """What a conversation works with; a fresh chat talks about `article`."""

    library: Library
    article: str

    def same_kind(self, one: str, other: str) -> bool:
        """Tell whether two phrases name parties of one kind."""
        return languages.same_kind(one, other, self.library.tongues)


@dataclass(frozen=True, slots=True)
class Call:
    """A message on its way to a reply: the turn it goes on from, the words to answer in, what follows the command."""

    incoming: Incoming
    turn: Turn
    phrases: Phrases
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A reply, and the turn that it leaves behind; None leaves the one that was there."""

    reply: Reply
    turn: Turn | None = None


Command = Callable[[Desk, Call], Awaitable[Outcome]]


def said(phrases: Phrases, *texts: str, turn: Turn | None = None) -> Outcome:
    """Return paragraphs of our own words."""
    return Outcome(Reply(tuple(Said(text) for text in texts), phrases.code), turn)
