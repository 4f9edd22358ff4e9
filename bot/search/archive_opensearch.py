"""The archive's index in OpenSearch: for more passages than one machine holds, and for bots on several machines.

Rule of this module: every step can be done again, and whoever is slower changes nothing. What is written bears its
position, is found once the position is noted, which comes last, and never takes the place of what is of a later one.
"""

import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any, TypeVar

from opensearchpy import AsyncOpenSearch, NotFoundError, TransportError

from bot.errors import ArchiveError, ArchiveProblem
from bot.ports.archive import ANYWHERE, Candidate, Entry, Within
from bot.search import opensearch_documents as documents
from bot.search.opensearch_address import address_in
from bot.search.opensearch_bulk import Bulk, Mark
from bot.search.opensearch_calls import PATIENCE, Calls, is_missing_index

T = TypeVar("T")

TOUCH, IDLE, LOOK = 300, 3_600, 600
"""Seconds after which a bot says that its index is in use, after which one is not, and between two looks for such."""
MOST_HITS = 10_000
"""What OpenSearch gives at a time."""


@dataclass(frozen=True, slots=True)
class State:
    """How far an index is, and its name; `mark` is its last change, None where nothing was noted yet."""

    index: str
    position: int = 0
    complete: bool = False
    touched: int = 0
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Server:
    """What there is to say of a server: its address and version, how the archive is (green, yellow, red), its nodes."""

    address: str
    version: str
    status: str
    nodes: int


class OpenSearchArchive:
    """An `ArchiveIndex` on a server, shared by all bots of the same analysis; for one event loop.

    For each analysis an alias names its index. While that is filled for the first time, the one that another analysis
    has left goes on answering; it is removed once no bot uses it.
    """

    def __init__(
        self, address: str, *, ca_file: str = "", shards: int = 1, replicas: int = 1, patience: float = PATIENCE
    ) -> None:
        place = address_in(address)
        self._calls = Calls(place, ca_file, patience)
        self._bulk = Bulk(self._calls)
        self._name = place.name
        self._settings = documents.settings(shards, replicas)
        self._alias = ""
        self._seen: dict[str, Mark | None] = {}
        self._complete = False
        self._looked = -math.inf

    async def open(self, analysis: str) -> int:
        """Return how far the index has followed; one of another analysis is another one."""
        alias = f"{self._name}.{documents.FORMAT}-{sha256(analysis.encode()).hexdigest()[:16]}"
        if alias != self._alias:
            self._alias, self._complete, self._looked = alias, False, -math.inf
        state = await self._mine()
        if time.time() - state.touched > TOUCH:
            await self._noted(state, state.position)
        return state.position

    async def replace(self, entries: Sequence[Entry], position: int) -> None:
        """Put articles in the place of what the index had of them, and note the position behind them."""
        began = state = await self._mine()
        if not entries and not position:
            await self._begin_anew(state)
            return
        if state.position <= position:
            with suppress(NotFoundError):
                await self._bulk.write(_writing(state), entries, position)
        while state.position <= position and not await self._noted(state, position):
            state = await self._mine()
            if state.index != began.index:
                return  # somebody has begun anew: what is there is read in from the start

    async def caught_up(self) -> None:
        """Note that the index has all there is, so that it answers; what no bot uses any more is removed."""
        if not self._complete:
            while not (state := await self._mine()).complete:
                await self._noted(state, state.position, complete=True)
        if time.monotonic() - self._looked >= LOOK:
            self._looked = time.monotonic()
            await self._drop_idle()

    async def search(
        self, tenants: Sequence[str], terms: Mapping[str, float], most: int, within: Within = ANYWHERE
    ) -> tuple[Candidate, ...]:
        """Return the best passages; what another process has written is found as well."""
        if most <= 0 or not tenants or () in {within.sites, within.articles}:
            return ()
        alias, state = await self._answering()
        query = documents.query(tenants, terms, within, state.position)
        if query is None:
            return ()
        body = {
            "size": min(most * len(set(tenants)), MOST_HITS),  # a passage is there once for each tenant
            "query": query,
            "_source": False,
            "docvalue_fields": ["article", "passage"],
            "track_total_hits": False,
        }
        params = {"search_type": "dfs_query_then_fetch", "allow_partial_search_results": "false"}
        if (routes := documents.routes(tenants)) is not None:
            params["routing"] = routes
        found = await self._seeing(alias, state, lambda c: c.search(index=alias, body=body, params=params))
        return documents.candidates(found["hits"]["hits"], most) if found else ()

    async def size(self) -> int:
        """Return how many passages there are."""
        alias, state = self._alias, await self._mine()
        body = {"query": documents.counted(state.position)}
        found = await self._seeing(alias, state, lambda c: c.count(index=alias, body=body))
        return int(found["count"]) if found else 0

    async def about(self) -> Server:
        """Return what there is to say of the server; makes nothing there."""
        about = await self._calls.make(lambda c: c.info())
        health = await self._calls.make(lambda c: c.cluster.health(index=f"{self._name}.*"))
        version = about["version"]
        if version.get("distribution") != "opensearch":
            raise ArchiveError(ArchiveProblem.UNEXPECTED, str(self._calls.address))
        address = str(self._calls.address)
        return Server(address, version["number"], health["status"], int(health["number_of_nodes"]))

    async def close(self) -> None:
        """Let go of the connections."""
        await self._calls.close()

    async def _mine(self) -> State:
        """Return how far the index of this analysis is; one that is not there is made."""
        while (state := await self._state(self._alias)) is None:
            await self._make(f"{self._alias}.1", self._alias)
        self._complete = state.complete
        return state

    async def _state(self, alias: str) -> State | None:
        """Return how far an index is, whether it was refreshed since or not; None where there is none."""
        name = documents.STATE
        try:
            found = await self._calls.make(lambda c: c.get(index=alias, id=name, params={"routing": name}))
        except NotFoundError as error:
            about: Any = error.info
            return None if is_missing_index(error) else State(about["_index"])
        noted, mark = found["_source"], (found["_seq_no"], found["_primary_term"])
        return State(found["_index"], noted["position"], noted["complete"], noted["touched"], mark)

    async def _noted(self, state: State, position: int, *, complete: bool = False) -> bool:
        """Note a position; tell whether nobody else has noted one since `state` was read."""
        noted = {"position": position, "complete": state.complete or complete, "touched": int(time.time())}
        try:
            return await self._bulk.put(_writing(state), documents.STATE, noted, state.mark)
        except NotFoundError:
            return False

    async def _make(self, index: str, *aliases: str) -> None:
        """Make an index that several processes may make at once."""
        named: dict[str, Any] = {alias: {} for alias in (f"{index}.write", *aliases)}
        body = {"settings": self._settings, "mappings": documents.MAPPING, "aliases": named}
        await self._calls.make(lambda c: c.indices.create(index=index, body=body, ignore=400, request_timeout=30))

    async def _begin_anew(self, state: State) -> None:
        """Put an empty index in the place of this one, in one step."""
        number = int(state.index.rpartition(".")[2]) + 1
        index = f"{self._alias}.{number}"
        await self._make(index)
        actions = [{"remove_index": {"index": state.index}}, {"add": {"index": index, "alias": self._alias}}]
        with suppress(NotFoundError):  # another process has done it
            await self._calls.make(lambda c: c.indices.update_aliases(body={"actions": actions}, request_timeout=30))

    async def _answering(self) -> tuple[str, State]:
        """Return which index is asked: this one, once it is complete, else the one that was there before."""
        state = await self._mine()
        if not state.complete:
            others = [one async for one in self._others() if one[1].complete and one[0].startswith(self._of_format())]
            if others:
                return max(others, key=lambda one: one[1].position)
        return self._alias, state

    async def _others(self) -> AsyncIterator[tuple[str, State]]:
        """Yield the aliases of other analyses, and how far they are."""
        found = await self._calls.make(lambda c: c.indices.get_alias(index=f"{self._name}.*"))
        for index in sorted(found):
            alias = index.rpartition(".")[0]
            if alias != self._alias and alias in found[index]["aliases"] and (state := await self._state(alias)):
                yield alias, state

    def _of_format(self) -> str:
        """Return what the aliases of indexes begin with that are as this one is."""
        return f"{self._name}.{documents.FORMAT}-"

    async def _drop_idle(self) -> None:
        """Remove the indexes of other analyses that no bot uses any more."""
        old = [state.index async for _, state in self._others() if time.time() - state.touched > IDLE]
        for index in old:
            with suppress(NotFoundError):
                await self._calls.make(partial(_removed, index))

    async def _seeing(self, alias: str, state: State, call: Callable[[AsyncOpenSearch], Awaitable[T]]) -> T | None:
        """Return what a call gives that sees all that was written before `state`; None where it is gone."""
        try:
            if state.mark is None or self._seen.get(alias) != state.mark:
                await self._calls.make(lambda c: _refreshed(c, alias))
                self._seen[alias] = state.mark
            return await self._calls.make(call)
        except NotFoundError:
            return None


async def _removed(index: str, client: AsyncOpenSearch) -> None:
    await client.indices.delete(index=index, request_timeout=30)


async def _refreshed(client: AsyncOpenSearch, alias: str) -> None:
    """Make visible what was written; raises `TransportError` where a part of the index was not to be had."""
    done = await client.indices.refresh(index=alias, request_timeout=30)
    if done["_shards"]["failed"]:
        raise TransportError(503, "refresh", {})


def _writing(state: State) -> str:
    """Return the alias that one index alone has, and that is gone when it is: nothing is written by mistake."""
    return f"{state.index}.write"
