"""Fetching updates: one long poll after the other.

Rule of this module: Telegram is told that an update has arrived (by asking for the next one) when `enqueue` has
returned and not before. What can't be parsed is taken like the rest, so that it never comes in the way of others.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.platforms.telegram.outcomes import ContestedError, RejectedError
from bot.platforms.telegram.updates import NAMED, body_of, number_of, parsed, raw_update
from bot.transport import Enqueue, EventLog, Heartbeat, NotStoredError, OutcomeUnknownError, RawUpdate, RetryAfterError

KINDS = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
"""The updates that we ask for."""
LONG = 10
"""Seconds that Telegram holds a request back while there is nothing; short enough to show that we are alive."""
MOST = 100
"""Updates in an answer: as many as Telegram gives."""
FIRST_WAIT, LONGEST_WAIT = 0.5, 20.0
"""Seconds before the second try, and between two tries at most."""
ASIDE = 30.0
"""Seconds to step back when somebody else fetches our updates."""
PULSE = 5.0
"""Seconds; while it waits, a receiver shows that it is alive this often."""

Fetch = Callable[[Mapping[str, object]], Awaitable[bytes]]
"""Calls getUpdates with these parameters and returns the body of the answer; raises what it means when it fails."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Updates that came together; `after` is the number to ask for next."""

    updates: tuple[RawUpdate, ...]
    after: int | None


def batch(prefix: str, body: bytes) -> Batch:
    """Return the updates in an answer; raises `OutcomeUnknownError` where it is none.

    An answer that can't be parsed is taken as one update, where it shows a number: it is one if only one was asked for.
    """
    match parsed(body):
        case {"ok": True, "result": list(updates)}:
            raw = tuple(raw_update(prefix, body_of(update), update) for update in updates)
            numbers = [number for update in updates if (number := number_of(update)) is not None]
            if updates and not numbers:
                raise OutcomeUnknownError
            return Batch(raw, max(numbers) + 1 if numbers else None)
        case None if found := NAMED.search(body):
            return Batch((raw_update(prefix, body, None),), int(found[1]) + 1)
    raise OutcomeUnknownError


class Poller:
    """Fetches updates until it is cancelled; `aside` is in seconds."""

    def __init__(self, fetch: Fetch, prefix: str, log: EventLog, aside: float = ASIDE) -> None:
        self._fetch = fetch
        self._prefix = prefix
        self._log = log
        self._aside = aside
        self._wait = FIRST_WAIT
        self._after: int | None = None
        self._most = MOST
        self.connected = False
        """Whether the last try to fetch updates succeeded."""

    async def run(self, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        """Fetch and hand over, for ever; raises `AccessRevokedError`."""
        while True:
            heartbeat()
            try:
                await self._round(enqueue)
                self._wait, self.connected = FIRST_WAIT, True
            except ContestedError:
                self.connected = False
                self._log("fetched_elsewhere", {"again_in": self._aside})
                await rest(self._aside, heartbeat)
            except RetryAfterError as error:
                await rest(error.seconds, heartbeat)
            except (OutcomeUnknownError, NotStoredError, RejectedError) as error:
                self.connected = False
                self._log("not_fetched", {"error": type(error).__name__, "again_in": self._wait})
                await rest(self._step(), heartbeat)

    async def _round(self, enqueue: Enqueue) -> None:
        body = await self._fetch(self._wish())
        if self._most > 1 and parsed(body) is None and NAMED.search(body):
            self._most = 1  # the one that can't be parsed must not take its neighbours along
            return
        found = batch(self._prefix, body)
        if found.updates:
            await enqueue(found.updates)
        # Once Telegram has heard a number, it is forgotten: after a week of silence numbers start anew, even lower.
        self._after, self._most = found.after, MOST

    def _wish(self) -> Mapping[str, object]:
        wish: dict[str, object] = {"timeout": LONG, "limit": self._most, "allowed_updates": KINDS}
        return wish if self._after is None else wish | {"offset": self._after}

    def _step(self) -> float:
        """Return how long to wait now: half to all of the present step, which then doubles."""
        step = self._wait
        self._wait = min(2 * step, LONGEST_WAIT)
        return step * random.uniform(0.5, 1.0)  # noqa: S311 - no secret


def pause(error: Exception, otherwise: float) -> float:
    """Return how many seconds to wait after an error: as many as it asks for, else `otherwise`."""
    return error.seconds if isinstance(error, RetryAfterError) else otherwise


async def rest(seconds: float, heartbeat: Heartbeat) -> None:
    """Wait, and show all the while that we are alive."""
    while seconds > 0:
        heartbeat()
        await asyncio.sleep(min(seconds, PULSE))
        seconds -= PULSE
