"""Who may ask, and how much: what a message passes before any work is done for it.

Rule of this module: who is not known is not answered, but for one polite line; a code is shown in the log alone.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from hmac import compare_digest
from time import monotonic, time

from bot.chat import Incoming, Kind
from bot.conversation.rate_limit import TOGETHER, Allowed, Limiter
from bot.ports.chats import Guest, GuestList, Invitation
from bot.retention import CODES
from bot.transport import EventLog

CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without signs that are taken for each other."""
CODE_LENGTH = 8
"""30^8 codes: with `GUESSES` tries at each, one in 130 thousand million is guessed."""
CODE_LASTS = CODES
"""Seconds."""
GUESSES = 5
"""Wrong guesses at one code; after them it is void, and a new one is made when it has expired."""
TAP = 0.25
"""What a tap or an inline query costs, in questions: they come in quick succession, and ask for little."""
MARK = 8
"""Digits of a mark that stands for a person in a button."""
WHOLE = re.compile(r"[a-z]+:[\w:.-]{1,80}", re.ASCII)
NUMBER = re.compile(r"\d{4,20}", re.ASCII)


class Entry(Enum):
    """What becomes of a message."""

    WELCOME = "welcome"
    PAIRING = "pairing"
    """A stranger who may have a code."""
    STRANGER = "stranger"
    """A stranger who is to be told, once."""
    LIMITED = "limited"
    """Somebody who asks too much and is to be told, once."""
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Rules:
    """Who is let in without having been approved, who may approve others, and how much may be asked in a minute.

    `allowed` and `owners` are users and chats as `Incoming` names them ("telegram:123"); where it is `open`, everybody
    is let in.
    """

    open: bool = True
    allowed: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    per_minute: int = 20
    together: int = TOGETHER


class Admission:
    """Lets messages in; `clock` never goes back, `now` is the time of day, both in seconds.

    `former` returns the name that a chat was known by before, empty for none: who is allowed by it still is.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        rules: Rules,
        guests: GuestList,
        log: EventLog,
        clock: Callable[[], float] = monotonic,
        now: Callable[[], float] = time,
        former: Callable[[str], str] | None = None,
    ) -> None:
        self.rules = rules
        self.guests = guests
        self._log = log
        self._now = now
        self._former = former
        self._limiter = Limiter(rules.per_minute, rules.together, clock)

    @property
    def pause(self) -> int:
        """How many seconds of silence let a person ask again."""
        return self._limiter.pause

    async def entry(self, incoming: Incoming) -> Entry:
        """Return what becomes of a message; may raise `StoreError`."""
        cost = TAP if incoming.kind in (Kind.TAP, Kind.INLINE, Kind.JOINED) else 1.0
        allowed = self._limiter.take(incoming.user, cost)
        if allowed is Allowed.NO:
            return Entry.SILENT
        known = self._listed(incoming) or await self.guests.admitted(incoming.user)
        if allowed is Allowed.NOTIFIED:
            self._log("limited", {})
            return Entry.LIMITED if known else Entry.SILENT
        if known:
            return Entry.WELCOME
        if incoming.kind is Kind.INLINE:
            return Entry.SILENT
        if incoming.text.split(maxsplit=1)[:1] in (["/pair"], ["/Pair"]):
            return Entry.PAIRING
        return await self._stranger(incoming)

    def owns(self, user: str) -> bool:
        """Tell whether a person may approve and revoke others."""
        return user in self.rules.owners

    async def pair(self, user: str, code: str) -> bool:
        """Let a stranger in who has the code from the log; tell whether it was right."""
        found = await self.guests.invited(user)
        if found is None or found.until <= self._now() or found.guesses >= GUESSES:
            return False
        if not compare_digest(_plain(code).encode(), _plain(found.code).encode()):
            await self.guests.guess(user)
            self._log("wrong_code", {"user": user})
            return False
        await self.guests.admit(user)
        self._log("paired", {"user": user})
        return True

    async def approve(self, name: str, platform: str) -> Guest | None:
        """Let a person in whom an owner names by id or by mark; return who it was, None for nobody.

        Who waits is known by a mark and by the id without its platform; anybody else by the whole id, or by its number.
        """
        found = _named(name, await self.waiting())
        if found is None and WHOLE.fullmatch(name):
            found = Guest(name)
        if found is None and NUMBER.fullmatch(name):
            found = Guest(f"{platform}:{name}")
        if found is None:
            return None
        await self.guests.admit(found.user, told=False)
        self._log("approved", {"user": found.user})
        return found

    async def revoke(self, name: str) -> Guest | None:
        """Take a person off the list; return who it was, None for nobody who was on it."""
        found = _named(name, await self.guests.guests())
        if found is None or not await self.guests.dismiss(found.user):
            return None
        self._log("revoked", {"user": found.user})
        return found

    async def waiting(self) -> tuple[Guest, ...]:
        """Return the strangers whose codes still hold."""
        return tuple(Guest(i.user, i.name) for i in await self.guests.waiting(self._now()))

    async def tells(self, incoming: Incoming) -> bool:
        """Tell whether the answer to a message also tells its person that they were let in; it does so once."""
        asked = incoming.kind in (Kind.TEXT, Kind.FILE)
        return asked and not self._listed(incoming) and await self.guests.tell(incoming.user)

    async def is_listed(self, incoming: Incoming) -> bool:
        """Tell whether somebody is on the list or was let in, whoever else may ask; may raise `StoreError`."""
        return self._named(incoming) or await self.guests.admitted(incoming.user)

    async def may_ask(self, incoming: Incoming) -> bool:
        """Tell whether somebody may ask where a message was written; may raise `StoreError`."""
        return self.rules.open or await self.is_listed(incoming)

    def may_choose(self, user: str) -> bool:
        """Tell whether a person may choose what holds for everybody in a chat."""
        return self.rules.open or self.owns(user)

    def _listed(self, incoming: Incoming) -> bool:
        return self.rules.open or self._named(incoming)

    def _named(self, incoming: Incoming) -> bool:
        whole = incoming.chat.partition("/")[0]
        names = {incoming.user, incoming.chat, whole, self._former(whole) if self._former else whole}
        return not names.isdisjoint(self.rules.allowed) or incoming.user in self.rules.owners

    async def _stranger(self, incoming: Incoming) -> Entry:
        """Make a code for a stranger and write it into the log, once for as long as it holds."""
        user = incoming.user
        found = await self.guests.invited(user)
        now = self._now()
        if found is not None and found.until > now:
            return Entry.SILENT
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
        await self.guests.invite(Invitation(user, code, now + CODE_LASTS, name=incoming.name), now)
        self._log("pairing", {"user": user, "code": f"{code[:4]}-{code[4:]}"})
        return Entry.STRANGER


def mark(user: str) -> str:
    """Return a short name of a person for a button."""
    return sha256(user.encode("utf-8", "surrogatepass")).hexdigest()[:MARK]


def _named(name: str, people: Sequence[Guest]) -> Guest | None:
    """Return the person whom an id, its part after the platform, or a mark names; names that people choose do not."""
    found = [one for one in people if name in _names(one.user)]
    return found[0] if len(found) == 1 else None


def _names(user: str) -> tuple[str, ...]:
    return user, user.partition(":")[2], user.rpartition(":")[2], mark(user)


def _plain(code: str) -> str:
    return "".join(c for c in code.upper() if c.isalnum())
