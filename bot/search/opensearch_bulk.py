"""Writes entries into OpenSearch by the batch; any number of processes may do the same at once.

Rule of this module: before a passage is written, the head of its article says that it may be there, so that whoever
comes later finds all there is to remove. A head is changed by whoever has seen its last change alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opensearchpy import AsyncOpenSearch, NotFoundError, TransportError

from bot.ports.archive import Entry
from bot.search import opensearch_documents as documents
from bot.search.opensearch_calls import FORBIDDEN_KIND, WRITE_TRY, Calls
from bot.search.opensearch_documents import Operation

OPERATIONS, BYTES = 1_000, 4_000_000
"""Documents and bytes of one request, about: OpenSearch takes 100 MB, and is quickest with a few."""
DONE, FORBIDDEN, GONE, CONFLICT, AWAY = 300, 403, 404, 409, 503
_STATUS = {"index_not_found_exception": GONE, FORBIDDEN_KIND: FORBIDDEN}
"""Of an error about one document of several that are read, which bears none; of any other one, `AWAY`."""

Mark = tuple[int, int]
"""What OpenSearch counts the changes of a document by: a number, and whose."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one operation."""

    status: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Claim:
    """An article that may be written: what may be there of it, what its head says, and the head's last change."""

    entry: Entry
    holds: Mapping[str, int]
    mark: Mark


class Bulk:
    """Writes to one server; `alias` is one that stands for a single index. Raises `NotFoundError` where it is gone."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def write(self, alias: str, entries: Sequence[Entry], position: int) -> None:
        """Put entries in the place of what is there of their articles, but for what is of a later position."""
        claims = await self._claimed(alias, entries, position)
        lines = (one for claim in claims for one in documents.operations(claim.entry, claim.holds, position))
        await self._sent(alias, lines)
        exact = [
            _head(claim.entry, documents.held(claim.entry), position, claim.mark)
            for claim in claims
            if claim.holds != documents.held(claim.entry)
        ]
        await self._sent(alias, exact)  # where somebody else has claimed it since, that is the one that counts

    async def put(self, alias: str, name: str, document: Mapping[str, Any], mark: Mark | None) -> bool:
        """Write a document where it has not changed since a mark, or is not there; tell whether that was so."""
        [written] = await self._sent(alias, [({"index": {"_id": name, "routing": name, **_since(mark)}}, {**document})])
        return written.status != CONFLICT

    async def _claimed(self, alias: str, entries: Sequence[Entry], position: int) -> list[Claim]:
        """Return the articles that nobody has brought further, with heads that say what may be there from now on."""
        waiting, claimed = {entry.article: entry for entry in entries}, []
        while waiting:
            heads = await self._heads(alias, tuple(waiting))
            wanted: list[tuple[Entry, dict[str, int], Operation]] = []
            for article, entry in list(waiting.items()):
                at, before, mark = heads.get(article, (-1, {}, None))
                now = documents.held(entry)
                if at > position or (mark is None and not now):
                    del waiting[article]
                    continue
                holds = {tenant: max(before.get(tenant, 0), now.get(tenant, 0)) for tenant in before.keys() | now}
                wanted.append((entry, holds, _head(entry, holds, position, mark)))
            done = await self._sent(alias, [operation for _, _, operation in wanted])
            for (entry, holds, _), written in zip(wanted, done, strict=True):
                if written.status != CONFLICT:
                    claimed.append(Claim(entry, holds, written.mark))
                    del waiting[entry.article]
        return claimed

    async def _heads(self, alias: str, articles: Sequence[str]) -> dict[str, tuple[int, dict[str, int], Mark]]:
        """Return what the heads of articles say: their position, what may be there, and their last change."""
        names = {documents.head_id(article): article for article in articles}
        body = {"docs": [{"_id": name, "routing": name} for name in names]}
        there = [one for one in await self._calls.make(lambda c: _read(c, alias, body)) if one["found"]]
        return {
            names[one["_id"]]: (
                one["_source"]["at"],
                documents.holdings(one["_source"]),
                (one["_seq_no"], one["_primary_term"]),
            )
            for one in there
        }

    async def _sent(self, alias: str, operations: Iterable[Operation]) -> list[Written]:
        """Return what became of operations, in their order; what the server is too busy for is sent again."""
        written = []
        for lines in _parts(operations):
            part = _Part(alias, lines)
            await self._calls.make(part.send)
            written += [part.done[n] for n in range(len(lines))]
        return written


class _Part:
    """Operations of one request, of which each is sent until the server has taken it in or refused it."""

    def __init__(self, alias: str, lines: Sequence[str]) -> None:
        self.done: dict[int, Written] = {}
        self._alias = alias
        self._lines = lines

    async def send(self, client: AsyncOpenSearch) -> None:
        """Send what is not done yet; raises `TransportError` for what is not taken in."""
        waiting = [n for n in range(len(self._lines)) if n not in self.done]
        answer = await client.bulk(
            body="".join(self._lines[n] for n in waiting),
            index=self._alias,
            params={"require_alias": "true"},
            request_timeout=WRITE_TRY,
        )
        failed = None
        for n, item in zip(waiting, answer["items"], strict=True):
            [one] = item.values()
            status, error = int(one["status"]), one.get("error")
            if status < DONE or status == CONFLICT or (status == GONE and not error):
                self.done[n] = Written(status, (one.get("_seq_no", 0), one.get("_primary_term", 0)))
            else:
                failed = _error(status, error)
        if failed is not None:
            raise failed


async def _read(client: AsyncOpenSearch, alias: str, body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return documents; raises `TransportError` where one could not be read."""
    answer = await client.mget(index=alias, body=body, request_timeout=WRITE_TRY)
    for one in answer["docs"]:
        if "error" in one:
            raise _error(_STATUS.get(one["error"].get("type"), AWAY), one["error"])
    docs: list[Mapping[str, Any]] = answer["docs"]
    return docs


def _head(entry: Entry, holds: Mapping[str, int], position: int, mark: Mark | None) -> Operation:
    name = documents.head_id(entry.article)
    return {"index": {"_id": name, "routing": name, **_since(mark)}}, documents.head(holds, position)


def _since(mark: Mark | None) -> dict[str, Any]:
    """Return what lets a change through only where a document has not changed since, or is not there."""
    return {"op_type": "create"} if mark is None else {"if_seq_no": mark[0], "if_primary_term": mark[1]}


def _parts(operations: Iterable[Operation]) -> Iterator[list[str]]:
    """Yield operations as lines of text, so many at a time as one request holds."""
    part: list[str] = []
    size = 0
    for action, document in operations:
        line = json.dumps(action) + "\n" + ("" if document is None else json.dumps(document) + "\n")
        if part and (len(part) >= OPERATIONS or size + len(line) > BYTES):
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line)
    if part:
        yield part


def _error(status: int, error: object) -> TransportError:
    """Return what the client would raise had the whole request failed so."""
    kind = NotFoundError if status == GONE else TransportError
    return kind(status, "bulk", {"error": error})
