"""What the archive keeps in OpenSearch, and what it asks: documents, the mapping, queries; pure.

Rule of this module: terms are data. A document is named by a digest of what it stands for, so writing it again takes
its place; what a chat alone sees lies together, what everybody sees is spread over all parts of the index.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from bot.addresses import names_of_site
from bot.ports.archive import UNPLACED, Candidate, Entry, Within
from bot.ports.articles import EVERYBODY
from bot.search import escaping

FORMAT = "1"
"""Changes with what is kept here, and with it the name of the index."""
SPREAD = frozenset({EVERYBODY, UNPLACED})
"""Tenants who have more than one part of an index could hold."""
STATE = "state"
"""The document that says how far an index has followed."""
MOST_CLAUSES = 1_000
"""Terms of a question; OpenSearch takes 1,024 clauses."""
MOST_VALUES = 60_000
"""Values of one filter; OpenSearch takes 65,536."""
LONGEST_TERM = 8_000
"""Characters of a term; Lucene takes 32,766 bytes."""
_ODD = re.compile(r"[%,\s\x00-\x1f\ud800-\udfff]")
"""What parts terms or routes, and what is no character."""

Operation = tuple[dict[str, Any], dict[str, Any] | None]
"""One line of a bulk request and, but for a deletion, the document behind it."""

MAPPING = {
    "dynamic": "strict",
    "_routing": {"required": True},
    # Nothing is read from a document but its address, so its terms are kept once, in the index.
    "_source": {"excludes": ["terms"]},
    "properties": {
        "tenant": {"type": "keyword", "doc_values": False},
        "article": {"type": "keyword"},
        "passage": {"type": "integer", "index": False},
        "first": {"type": "boolean"},
        "at": {"type": "long"},
        "day": {"type": "integer", "doc_values": False},
        "site": {"type": "keyword", "doc_values": False},
        # Without the order of terms: nobody asks for it, and a text could be put together from it.
        "terms": {"type": "text", "analyzer": "terms", "index_options": "freqs", "similarity": "BM25"},
        "holds": {"type": "keyword", "index": False, "doc_values": False},
        "position": {"type": "long", "index": False, "doc_values": False},
        "complete": {"type": "boolean", "index": False, "doc_values": False},
        "touched": {"type": "long", "index": False, "doc_values": False},
    },
}


def settings(shards: int, replicas: int) -> dict[str, Any]:
    """Return the settings of an index."""
    return {
        "number_of_shards": shards,
        "number_of_replicas": replicas,
        # Whoever searches has what is new made visible first, so that nobody does it for nothing.
        "refresh_interval": "30s",
        # What was deleted stays known for as long as a slower process may come with what was there before.
        "gc_deletes": "10m",
        "unassigned.node_left.delayed_timeout": "10s",
        "analysis": {
            "analyzer": {"terms": {"type": "custom", "tokenizer": "terms"}},
            "tokenizer": {"terms": {"type": "whitespace", "max_token_length": LONGEST_TERM}},
        },
    }


def head_id(article: str) -> str:
    """Return the id of what says which documents an article may have."""
    return f"h-{_digest(article)}"


def head(holds: Mapping[str, int], position: int) -> dict[str, Any]:
    """Return what says how many passages each tenant may have of an article, since a position."""
    return {"holds": json.dumps(holds, sort_keys=True), "at": position}


def holdings(head_: Mapping[str, Any]) -> dict[str, int]:
    """Return how many passages each tenant may have, as a head says."""
    found: dict[str, int] = json.loads(head_["holds"])
    return found


def held(entry: Entry) -> dict[str, int]:
    """Return how many passages each tenant has of an entry."""
    return {escaped(tenant): len(entry.passages) for tenant in entry.tenants if entry.passages}


def operations(entry: Entry, before: Mapping[str, int], position: int) -> Iterator[Operation]:
    """Yield what puts an entry in the place of all that may be there of its article."""
    article, now = escaped(entry.article), held(entry)
    common = {"article": article, "site": [escaped(host) for host in names_of_site(entry.site)], "day": entry.day}
    texts = [" ".join(_term(term) for term in terms) for terms in entry.passages]
    for place, tenant in enumerate(sorted(now)):
        for number, text in enumerate(texts):
            document = {**common, "tenant": tenant, "passage": number, "at": position, "terms": text}
            if not place:  # so that what several see is counted once
                document["first"] = True
            yield {"index": _where(tenant, article, number, position)}, document
    for tenant, count in before.items():
        for number in range(now.get(tenant, 0), count):
            yield {"delete": _where(tenant, article, number, position)}, None


def route(tenant: str, article: str) -> str:
    """Return what decides in which part of the index a document lies; both names are escaped."""
    return f"/{article}" if tenant in SPREAD else f"={tenant}"


def routes(tenants: Sequence[str]) -> str | None:
    """Return which parts of the index have what some tenants see; None for all of them."""
    if not SPREAD.isdisjoint(tenants):
        return None
    return ",".join(sorted({route(escaped(tenant), "") for tenant in tenants}))


def query(tenants: Sequence[str], terms: Mapping[str, float], within: Within, position: int) -> dict[str, Any] | None:
    """Return what finds passages up to a position; None where no term could."""
    weights = [(escaped(term), weight) for term, weight in terms.items() if term and 0 < weight < math.inf]
    heaviest = sorted(weights, key=lambda one: -one[1])[:MOST_CLAUSES]
    if not heaviest:
        return None
    filters: list[dict[str, Any]] = [
        {"terms": {"tenant": [escaped(tenant) for tenant in tenants]}},
        {"range": {"at": {"lte": position}}},
    ]
    if within.sites is not None:
        filters.append(_one_of("site", [escaped(host) for host in within.sites if host]))
    if within.articles is not None:
        filters.append(_one_of("article", [escaped(article) for article in within.articles]))
    if within.since or within.until:
        # The unknown day, 0, is between none.
        bounds = {"gte": max(within.since, 1)} | ({"lte": within.until} if within.until else {})
        filters.append({"range": {"day": bounds}})
    found = [{"term": {"terms": {"value": _short(term), "boost": weight}}} for term, weight in heaviest]
    return {"bool": {"should": found, "minimum_should_match": 1, "filter": filters}}


def counted(position: int) -> dict[str, Any]:
    """Return what finds each passage once, up to a position."""
    return {"bool": {"filter": [{"term": {"first": True}}, {"range": {"at": {"lte": position}}}]}}


def candidates(hits: Sequence[Mapping[str, Any]], most: int) -> tuple[Candidate, ...]:
    """Return the passages in hits, each once however many tenants see it, best first."""
    best: dict[tuple[str, int], float] = {}
    for hit in hits:
        there = escaping.unescaped(hit["fields"]["article"][0]), int(hit["fields"]["passage"][0])
        best[there] = max(best.get(there, 0.0), float(hit["_score"]))
    found = (Candidate(article, passage, score) for (article, passage), score in best.items())
    return tuple(sorted(found, key=lambda c: (-c.score, c.article, c.passage)))[:most]


def escaped(text: str) -> str:
    """Return a text without what parts terms or routes."""
    return escaping.escaped(text, _ODD)


def _one_of(field: str, values: Sequence[str]) -> dict[str, Any]:
    parts = [values[n : n + MOST_VALUES] for n in range(0, max(len(values), 1), MOST_VALUES)]
    return {"bool": {"should": [{"terms": {field: list(part)}} for part in parts], "minimum_should_match": 1}}


def _where(tenant: str, article: str, number: int, position: int) -> dict[str, Any]:
    """Return which document it is; one that was written at a later position stays."""
    return {
        "_id": f"{_digest(tenant, article)}-{number}",
        "routing": route(tenant, article),
        "version": position,
        "version_type": "external_gte",
    }


def _term(term: str) -> str:
    return _short(escaped(term))


def _short(term: str) -> str:
    """Return a term that the index takes: of one that is too long, a digest."""
    return term if len(term) <= LONGEST_TERM else f"#{_digest(term)}"


def _digest(*parts: str) -> str:
    return sha256("\0".join(map(escaped, parts)).encode()).hexdigest()[:32]
