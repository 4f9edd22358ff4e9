"""What is remembered of chats, in this process and nowhere else.

Rule of this module: nothing is written down, and what is old or too much is forgotten.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import monotonic

from cachetools import TTLCache

from bot.ports.chats import FORGOTTEN_AFTER, Draft, Guest, Invitation, Preference, Turn
from bot.retention import PARTS

CHATS = 10_000
"""Chats remembered; the one that was silent longest is forgotten first."""
MESSAGES = 5_000
"""Answers remembered under their messages, so that their buttons still work; what nobody taps goes first."""
INVITATIONS = 1_000
"""Strangers who wait to be let in; the oldest is dropped first."""

Turns = TTLCache[tuple[str, str], tuple[int, Turn]]
"""Turns with their fences."""


class ProcessMemory:
    """A `ChatMemory` in this process; `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = monotonic, chats: int = CHATS, messages: int = MESSAGES) -> None:
        self._last: Turns = TTLCache(chats, FORGOTTEN_AFTER, clock)
        self._under: Turns = TTLCache(messages, FORGOTTEN_AFTER, clock)

    async def recall(self, chat: str, user: str, about: str = "") -> Turn | None:
        """Return the turn of the message `about`, or the last one, of the last hour."""
        found = self._under.get((chat, about)) if about else self._last.get((chat, user))
        return found[1] if found else None

    async def remember(  # noqa: PLR0913 - as in the port
        self, chat: str, user: str, turn: Turn, message: str = "", *, last: bool = True, fence: int = 0
    ) -> None:
        """Keep a turn, and forget the oldest where there are too many."""
        for turns, name, wanted in ((self._last, user, last), (self._under, message, bool(message))):
            if wanted and turns.get((chat, name), (fence, turn))[0] <= fence:
                turns[chat, name] = fence, turn

    async def forget(self, user: str) -> None:
        """Forget every turn of a person."""
        for turns in (self._last, self._under):
            for key in [key for key, (_, turn) in turns.items() if turn.asker == user]:
                turns.pop(key, None)
        for key in [key for key in self._last if key[1] == user]:
            self._last.pop(key, None)

    async def move(self, before: str, now: str) -> None:
        """Remember the turns of one chat as those of another one."""
        for turns in (self._last, self._under):
            for chat, other in [key for key in turns if key[0] == before]:
                _, found = turns.pop((chat, other))
                turns.setdefault((now, other), (0, found))

    async def purge(self) -> None:
        """Drop what is older than an hour."""
        self._last.expire()
        self._under.expire()


class ProcessPreferences:
    """`Preferences` in this process, for a conversation that ends with it."""

    def __init__(self) -> None:
        self._choices: dict[tuple[str, str], Preference] = {}

    async def chosen(self, places: Sequence[tuple[str, str]]) -> tuple[Preference, ...]:
        """Return what was chosen in each place."""
        return tuple(self._choices.get(place, Preference()) for place in places)

    async def choose(self, place: tuple[str, str], choice: Preference) -> None:
        """Keep a choice; an empty one leaves nothing behind."""
        if choice == Preference():
            self._choices.pop(place, None)
        else:
            self._choices[place] = choice

    async def forget(self, user: str) -> None:
        """Forget what a person has chosen."""
        for place in [place for place in self._choices if place[1] == user]:
            del self._choices[place]

    async def move(self, before: str, now: str) -> None:
        """Make what was chosen in one chat that of another one."""
        for chat, user in [place for place in self._choices if place[0] == before]:
            found = self._choices.pop((chat, user))
            self._choices.setdefault((now, user), found)


class ProcessGuestList:
    """A `GuestList` in this process."""

    def __init__(self, invitations: int = INVITATIONS) -> None:
        self._most = invitations
        self._guests: dict[str, Guest] = {}
        self._untold: set[str] = set()
        self._invitations: dict[str, Invitation] = {}

    async def admitted(self, user: str) -> bool:
        """Tell whether a person was let in."""
        return user in self._guests

    async def admit(self, user: str, *, told: bool = True) -> None:
        """Let a person in."""
        invitation = self._invitations.pop(user, None)
        if user not in self._guests and not told:
            self._untold.add(user)
        self._guests.setdefault(user, Guest(user, invitation.name if invitation else ""))

    async def tell(self, user: str) -> bool:
        """Tell whether a person is to be told that they were let in, and note that they are."""
        wanted = user in self._untold
        self._untold.discard(user)
        return wanted

    async def dismiss(self, user: str) -> bool:
        """Take a person off the list."""
        known = user in self._guests
        self._guests.pop(user, None)
        self._untold.discard(user)
        return known

    async def guests(self) -> tuple[Guest, ...]:
        """Return who was let in."""
        return tuple(self._guests.values())

    async def invite(self, invitation: Invitation, now: float) -> None:
        """Keep an invitation, and drop what no longer holds or is too much."""
        self._invitations.pop(invitation.user, None)
        holding = [i for i in self._invitations.values() if i.until > now]
        self._invitations = {i.user: i for i in [*holding, invitation][-self._most :]}

    async def invited(self, user: str) -> Invitation | None:
        """Return a person's invitation."""
        return self._invitations.get(user)

    async def guess(self, user: str) -> None:
        """Count a wrong guess."""
        if (found := self._invitations.get(user)) is not None:
            self._invitations[user] = replace(found, guesses=found.guesses + 1)

    async def purge(self, now: float) -> None:
        """Drop the invitations that no longer hold."""
        self._invitations = {user: one for user, one in self._invitations.items() if one.until > now}

    async def waiting(self, now: float) -> tuple[Invitation, ...]:
        """Return the invitations that hold."""
        return tuple(i for i in self._invitations.values() if i.until > now)


class ProcessDrafts:
    """`Drafts` in this process; `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._at: dict[tuple[str, str], float] = {}
        self._parts: dict[tuple[str, str], dict[str, str]] = {}
        self._ended: dict[tuple[str, str], str] = {}

    async def add(self, chat: str, user: str, message: str, text: str) -> None:
        """Keep a part."""
        self._parts.setdefault((chat, user), {}).setdefault(message, text)
        self._at[chat, user] = self._clock()

    async def end(self, chat: str, user: str, message: str) -> None:
        """Note that a message was the last part."""
        if (chat, user) in self._parts:
            self._ended[chat, user] = message

    async def draft(self, chat: str, user: str) -> Draft:
        """Return what a person has sent in a chat."""
        return Draft(tuple(self._parts.get((chat, user), {}).items()), self._ended.get((chat, user), ""))

    async def drop(self, chat: str, user: str) -> None:
        """Let go of it."""
        self._parts.pop((chat, user), None)
        self._ended.pop((chat, user), None)
        self._at.pop((chat, user), None)

    async def forget(self, user: str) -> None:
        """Let go of all that a person has sent anywhere."""
        for chat, who in list(self._parts):
            if who == user:
                await self.drop(chat, who)

    async def move(self, before: str, now: str) -> None:
        """Go on in another chat with what was begun in one."""
        for chat, user in [key for key in self._parts if key[0] == before and before != now]:
            for message, text in self._parts[chat, user].items():
                await self.add(now, user, message, text)
            if ended := self._ended.get((chat, user), ""):
                self._ended.setdefault((now, user), ended)
            await self.drop(chat, user)

    async def purge(self) -> None:
        """Let go of texts of which the last part came long ago."""
        for chat, user in [place for place, at in self._at.items() if at <= self._clock() - PARTS]:
            await self.drop(chat, user)
