"""How the bot is, for /readyz and /metrics.

Rule of this module: it looks and changes nothing; a database that does not answer counts as one that is not there, and
is not asked more often than once a second, however often somebody looks.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from time import monotonic
from typing import Generic, Protocol, TypeVar

from bot.errors import StoreError
from bot.metrics import Depth, Figures
from bot.ports.articles import ArticleStore
from bot.ports.delivery import Inbox

T = TypeVar("T")

FRESH = 1.0
"""Seconds for which what was found counts."""
PATIENCE = 3.0
"""Seconds that a database has to answer."""


class Condition(StrEnum):
    """How a platform is."""

    CONNECTING = "connecting"
    """It was not reached yet."""
    CONNECTED = "connected"
    LOST = "lost"
    """It was connected before, and is looked for."""
    STANDING_BY = "standing by"
    """Another process on the same database brings in its updates, and this one would take over."""
    REFUSED = "refused"
    """It does not accept the token: only a person can mend that."""


GOOD = frozenset({Condition.CONNECTED, Condition.STANDING_BY})


class Connected(Protocol):
    """What is asked of a platform that was reached."""

    @property
    def connected(self) -> bool:
        """Tell whether updates come in."""
        ...

    @property
    def prefix(self) -> str:
        """Return what its lanes start with."""
        ...


@dataclass(eq=False)
class Watched:
    """A platform that is set up, and what is known of it."""

    platform: Connected | None = None
    inbox: Inbox | None = None
    refused: bool = False
    standing_by: bool = False
    _before: bool = False

    def condition(self) -> Condition:
        """Return how it is now."""
        if self.refused:
            return Condition.REFUSED
        if self.platform is not None and self.platform.connected:
            self._before = True
            return Condition.CONNECTED
        if self.standing_by:
            self._before = True
            return Condition.STANDING_BY
        return Condition.LOST if self._before else Condition.CONNECTING


class Health:
    """How the bot is: its database, its platforms by name, and whether it is about to stop."""

    def __init__(self, figures: Figures, store: ArticleStore, platforms: Mapping[str, Watched]) -> None:
        self.draining = False
        self._figures = figures
        self._store = store
        self._platforms = platforms
        self._problem = Looked(self._look)
        self._text = Looked(self._written)

    async def ready(self) -> tuple[bool, Mapping[str, object]]:
        """Tell whether the bot takes in and answers, and how it is about each part.

        A platform that can't be reached does not keep the others from being reached by way of a load balancer: one
        that is connected is enough, once none is looked for for the first time.
        """
        problem = await self._problem.now()
        conditions = {name: one.condition() for name, one in self._platforms.items()}
        found = set(conditions.values())
        answers = bool(found & GOOD) and Condition.CONNECTING not in found
        ready = answers and not problem and not self.draining
        return ready, {"draining": self.draining, "store": problem or "ok", "platforms": conditions}

    async def metrics(self) -> bytes:
        """Return all figures in Prometheus' text format."""
        return await self._text.now()

    async def _written(self) -> bytes:
        ready, state = await self.ready()
        figures = self._figures
        figures.ready.set(ready)
        figures.draining.set(self.draining)
        figures.store.set(state["store"] == "ok")
        for name, one in self._platforms.items():
            figures.connected.labels(name).set(one.condition() in GOOD)
            with suppress(StoreError, TimeoutError):
                await self._count(name, one)
        return figures.text()

    async def _count(self, name: str, one: Watched) -> None:
        if one.inbox is None or one.platform is None:
            return
        async with asyncio.timeout(PATIENCE):
            backlog = await one.inbox.backlog(one.platform.prefix)
        self._figures.found(name, Depth(backlog.waiting, backlog.dead))

    async def _look(self) -> str:
        """Return what is wrong with the database, empty for nothing."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._store.reachable()
                for one in self._platforms.values():
                    if one.inbox is not None:
                        await one.inbox.reachable()
        except StoreError as error:
            return error.problem
        except TimeoutError:
            return "timeout"
        return ""


@dataclass(eq=False)
class Looked(Generic[T]):
    """What a look has found, for as long as it is fresh; many who ask at once cause one look."""

    look: Callable[[], Awaitable[T]]
    clock: Callable[[], float] = monotonic
    _found: tuple[float, T] | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def now(self) -> T:
        """Return what is found."""
        async with self._turn:
            if self._found is None or self.clock() - self._found[0] >= FRESH:
                self._found = (self.clock(), await self.look())
            return self._found[1]
