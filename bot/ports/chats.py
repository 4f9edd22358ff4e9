"""What is kept of chats and people: what was asked last, what was chosen, who was let in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.chat import Reply
from bot.model import Answer
from bot.retention import TURNS


@dataclass(frozen=True, slots=True)
class Turn:
    """What is remembered of a chat: the article in scope, the person's language, the last answer, and the reply to it.

    `asker` is whose question it was.
    """

    article: str
    language: str | None = None
    answer: Answer | None = None
    reply: Reply | None = None
    asker: str = ""


FORGOTTEN_AFTER = TURNS
"""Seconds that a turn is remembered; a follow-up that comes later than this starts anew."""


class ChatMemory(Protocol):
    """What was said last in every chat, and under every message, for a limited time; what is forgotten is gone.

    Of too many turns the oldest are forgotten. Every method may raise `StoreError`.
    """

    async def recall(self, chat: str, user: str, about: str = "") -> Turn | None:
        """Return the turn of the message `about`, or the last one of a person ("" for a chat that all share).

        None for what is new, or was silent for too long.
        """
        ...

    async def remember(  # noqa: PLR0913 - what a turn is kept under
        self, chat: str, user: str, turn: Turn, message: str = "", *, last: bool = True, fence: int = 0
    ) -> None:
        """Put a turn in the place of the last one (where it is the `last`), and keep it under its message's name.

        A turn with a lower `fence` than that of the one that is there comes too late, and is not kept.
        """
        ...

    async def forget(self, user: str) -> None:
        """Forget every turn of a person."""
        ...

    async def move(self, before: str, now: str) -> None:
        """Remember the turns of one chat as those of another one; what is remembered of that already stays."""
        ...

    async def purge(self) -> None:
        """Drop what is too old to be recalled; whoever holds the memory calls this from time to time."""
        ...


@dataclass(frozen=True, slots=True)
class Preference:
    """What a person or a chat has chosen; "" for what was not.

    Where a chat chose `mentions`, the bot answers there only where it is mentioned; where it chose `notify`, it is told
    when a sentence that was shown there changes.
    """

    article: str = ""
    language: str = ""
    mentions: bool = False
    notify: bool = False


class Preferences(Protocol):
    """What people and chats have chosen, until they choose otherwise or it is forgotten.

    A place is a chat and a user: ("", user) is a person everywhere, (chat, "") everybody in a chat. Every method may
    raise `StoreError`.
    """

    async def chosen(self, places: Sequence[tuple[str, str]]) -> tuple[Preference, ...]:
        """Return what was chosen in each place."""
        ...

    async def choose(self, place: tuple[str, str], choice: Preference) -> None:
        """Put a choice in the place of an earlier one; an empty choice leaves nothing behind."""
        ...

    async def forget(self, user: str) -> None:
        """Forget what a person has chosen, everywhere."""
        ...

    async def move(self, before: str, now: str) -> None:
        """Make what was chosen in one chat that of another one; what was chosen there already stays."""
        ...


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time code for a stranger, until when it holds (seconds since 1970), and how often it was guessed wrong.

    `name` is what the platform shows of the person.
    """

    user: str
    code: str
    until: float
    guesses: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who was let in, and what the platform showed of them; empty where it is not known."""

    user: str
    name: str = ""


class GuestList(Protocol):
    """Who was let in, and who waits to be; every method may raise `StoreError`."""

    async def admitted(self, user: str) -> bool:
        """Tell whether a person was let in."""
        ...

    async def admit(self, user: str, *, told: bool = True) -> None:
        """Let a person in, under the name of their invitation, which is used up by it.

        Who was not `told` is to be told (`tell`); for somebody who is on the list already nothing changes.
        """
        ...

    async def tell(self, user: str) -> bool:
        """Tell whether a person is to be told that they were let in; from then on they are not."""
        ...

    async def dismiss(self, user: str) -> bool:
        """Take a person off the list; tell whether they were on it."""
        ...

    async def guests(self) -> tuple[Guest, ...]:
        """Return who was let in, in that order."""
        ...

    async def invite(self, invitation: Invitation, now: float) -> None:
        """Keep an invitation in the place of an earlier one, and drop those that no longer hold `now`.

        Of too many that wait, the oldest are dropped.
        """
        ...

    async def invited(self, user: str) -> Invitation | None:
        """Return a person's invitation, whether it still holds or not."""
        ...

    async def guess(self, user: str) -> None:
        """Count a wrong guess at a person's code."""
        ...

    async def waiting(self, now: float) -> tuple[Invitation, ...]:
        """Return the invitations that hold, the oldest first."""
        ...

    async def purge(self, now: float) -> None:
        """Drop the invitations that no longer hold."""
        ...


class People(Preferences, GuestList, Protocol):
    """Both, as they are kept in one place; `forget` is of what was chosen."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Parts of one text as (name of the message, text); `ended` names the message that was the last, if one was."""

    parts: tuple[tuple[str, str], ...] = ()
    ended: str = ""


class Drafts(Protocol):
    """Texts that come in several messages, one a person and chat; every method may raise `StoreError`."""

    async def add(self, chat: str, user: str, message: str, text: str) -> None:
        """Keep a part; the same message again is the same part."""
        ...

    async def end(self, chat: str, user: str, message: str) -> None:
        """Note that a message was the last part; the whole is kept until it is dropped."""
        ...

    async def draft(self, chat: str, user: str) -> Draft:
        """Return what a person has sent in a chat, in the order of its coming."""
        ...

    async def drop(self, chat: str, user: str) -> None:
        """Let go of it."""
        ...

    async def forget(self, user: str) -> None:
        """Let go of all that a person has sent anywhere."""
        ...

    async def move(self, before: str, now: str) -> None:
        """Go on in another chat with what was begun in one."""
        ...

    async def purge(self) -> None:
        """Let go of every text of which the last part came longer ago than `retention.PARTS`: it never became whole."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """What a link to a page opens: an article in the words of a language, as it is seen in a chat by a person.

    `digest` is the link's hash. It holds `until` then, in seconds since 1970.
    """

    digest: str
    chat: str
    user: str
    article: str
    language: str
    until: float


class Links(Protocol):
    """The links to pages that chats were given, by their hashes; every method may raise `StoreError`."""

    async def give(self, link: Link) -> None:
        """Keep a link; of too many of one person the oldest are dropped."""
        ...

    async def find(self, digest: str) -> Link | None:
        """Return the link with a hash; None where there is none, or none that still holds."""
        ...

    async def revoke(self, article: str, chat: str, user: str) -> None:
        """Let go of the links to an article in a chat with its threads, and of a person's."""
        ...

    async def forget(self, user: str) -> None:
        """Let go of all links of a person."""
        ...

    async def move(self, before: str, now: str) -> None:
        """Make the links of one chat those of another one."""
        ...

    async def purge(self) -> None:
        """Let go of links that no longer hold."""
        ...
