"""What every command works with, what it is given, and what it gives back.

Rule of this module: values only. A command changes nothing that is remembered; it says what the turn is now.
"""

import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot import languages
from bot.chat import Incoming, Part, Reply, Said
from bot.conversation.examples import Examples
from bot.conversation.followups import Names
from bot.conversation.gate import Gate
from bot.conversation.phrases import Phrases
from bot.core import sayings
from bot.core.language import Language
from bot.letters import Journal
from bot.ports import Preferences, Turn
from bot.service import Library

Forget = Callable[[str, str], Awaitable[None]]
"""Deletes what else is kept of a chat and a user: the questions that wait."""


async def nothing_else(_chat: str, _user: str) -> None:
    """Delete nothing: for a platform that keeps nothing else."""


@dataclass(frozen=True, slots=True)
class Place:
    """What kind of place a conversation is in.

    A `console` is left with /quit and has no buttons. Where answers are private at first (`shares`), they have a button
    that shows them to everybody. Questions that waited longer than `stale_after` seconds are not answered. `keys` and
    `turns` are how long the keys of messages and the turns of a conversation are kept, in seconds: /privacy says so.

    Where the bot goes on in threads of channels without a mention, `threads` is how long it remembers a thread; a
    channel then has settings of its own. `installed` is whether it keeps the tokens of those who have installed it.
    """

    console: bool = False
    shares: bool = False
    stale_after: float = math.inf
    keys: float = 48 * 3_600.0
    turns: float = 3_600.0
    threads: float = 0.0
    installed: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """What a conversation works with; a fresh chat talks about `article`."""

    library: Library
    article: str
    preferences: Preferences
    gate: Gate
    journal: Journal
    place: Place = field(default_factory=Place)
    forget: Forget = nothing_else
    examples: Examples = field(default_factory=Examples)

    def names(self) -> Names:
        """Return what is known of names in the languages that the library speaks."""
        return names_in(self.library.tongues)


def names_in(tongues: Mapping[str, Language]) -> Names:
    """Return what is known of names in some languages."""

    def speaker(question: str) -> str | None:
        found = (sayings.asked(question, tongue.saying) for tongue in tongues.values())
        return next((one[0] for one in found if one), None)

    return Names(
        lambda one, other: languages.same_kind(one, other, tongues),
        lambda text, code: languages.put(text, code, tongues),
        speaker,
    )


@dataclass(frozen=True, slots=True)
class Call:
    """A message on its way to a reply: the turn it goes on from, the words to answer in, what follows the command.

    `free` is whether the language follows the question; `lost` whether the message is about an answer that is not
    remembered any more.
    """

    incoming: Incoming
    turn: Turn
    phrases: Phrases
    rest: str = ""
    free: bool = True
    lost: bool = False

    def reply(self, *parts: Part) -> "Outcome":
        """Return parts as a reply that changes nothing else."""
        return Outcome(Reply(parts, self.phrases.code))

    def say(self, *texts: str, turn: Turn | None = None) -> "Outcome":
        """Return paragraphs of our own words."""
        return said(self.phrases, *texts, turn=turn)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A reply, and the turn that it leaves behind; None leaves the one that was there.

    What is not `kept` is not remembered at all; one that `forgets` also ends what was remembered of the person.
    """

    reply: Reply
    turn: Turn | None = None
    kept: bool = True
    forgets: bool = False


Command = Callable[[Desk, Call], Awaitable[Outcome]]

LONGEST_ECHO = 40
"""Characters of what a person wrote that are said back."""


def said(phrases: Phrases, *texts: str, turn: Turn | None = None) -> Outcome:
    """Return paragraphs of our own words."""
    return Outcome(Reply(tuple(Said(text) for text in texts), phrases.code), turn)


def echo(text: str, longest: int = LONGEST_ECHO) -> str:
    """Return what a person or an article wrote as it can be said back: one line, nothing invisible, not endless."""
    shown = "".join(c if c.isprintable() else "�" for c in text[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"
