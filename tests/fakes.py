"""Second implementations of the ports, and the smallest articles that a test can ask for.

Rule of this module: a fake keeps the port's promises; the suites in tests/contracts/ hold it to them.
"""

import asyncio
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

from rank_bm25 import BM25Okapi

from bot.addresses import names_of_site
from bot.chat import Action, Cited, Heading, Incoming, Reply, Rows, Said
from bot.model import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Confidence,
    ExtractedText,
    Mention,
    Mode,
    Passage,
    Sentence,
    Span,
)
from bot.ports.archive import ANYWHERE, Candidate, Entry, Within
from bot.ports.delivery import Backlog, QueuedUpdate
from bot.ports.feeds import by_feed
from bot.ports.versions import Edition
from bot.search.okapi import lucene_idf
from bot.transport import (
    Envelope,
    Found,
    KeepMark,
    Mark,
    MarkSending,
    Outgoing,
    OvertakenError,
    RawUpdate,
    UnreadableError,
)

if TYPE_CHECKING:
    from bot.ports.encoders import Vectors


def named(article: Article) -> Article:
    """Return the article under the id that its text gives it."""
    return replace(article, id=sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest())


def article(text: str = "Der Rat tagt. Es regnet, sagte Anna Weber laut dpa.", origin: str = "rat.txt") -> Article:
    """Return an article of two sentences about the text, with an attribution that fills every field."""
    whole, half = Span(0, len(text)), Span(0, len(text) // 2)
    weber = Mention(half, name="Anna Weber", role="Sprecherin")
    said = Attribution((half,), (whole,), Mode.INDIRECT, weber, (Mention(whole),), Confidence.MEDIUM)
    return named(
        Article(
            id="",
            text=text,
            language="de",
            origin=origin,
            blocks=(Block(BlockKind.TITLE, Span(0, 0)), Block(BlockKind.PARAGRAPH, whole)),
            sentences=(Sentence(half, 1), Sentence(Span(half.end, whole.end), 1)),
            passages=(Passage(0, 2, (Span(0, 0),)),),
            attributions=(said, replace(said, mode=Mode.HEARSAY, speaker=None, via=())),
            title="Rat",
            byline=Span(0, 1),
            published="2026-05-04",
        )
    )


def reading(article: Article) -> ExtractedText:
    """Return what the article may have been made from."""
    return ExtractedText(article.text, article.blocks, article.title, article.published, "https://example.org/rat")


@dataclass(frozen=True, slots=True)
class Line:
    """A stored article's line in a list."""

    id: str
    title: str | None
    language: str
    origin: str
    ingested: str
    sentences: int


@dataclass
class Shelf:
    """What a `MemoryStore` keeps, so that two can share it as two processes share a file."""

    articles: dict[str, tuple[Article, ExtractedText, str]] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    vectors: dict[str, tuple[str, "Vectors"]] = field(default_factory=dict)
    placed: dict[tuple[str, str], tuple[str, str, float]] = field(default_factory=dict)
    """By shelf and article: who brought it, from which page, and when."""
    editions: dict[tuple[str, str], tuple[str, float, float]] = field(default_factory=dict)
    """By article and page: of which story it is, when it came, and when it was seen last."""
    sketches: dict[str, frozenset[int]] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)
    """By article: when it changed last, as a number."""

    def changed(self, article: str) -> None:
        self.changes[article] = max(self.changes.values(), default=0) + 1


@dataclass(frozen=True)
class MemoryStore:
    """An `ArticleStore`, a `VectorStore` and a `ChangeLog` in dictionaries."""

    analysis: str = "1"
    shelf: Shelf = field(default_factory=Shelf)

    async def save(self, article: Article, reading: ExtractedText, document: str) -> None:
        if named(article) != article or reading.text != article.text:
            raise ValueError("an article is known by its text")
        self.shelf.articles[article.id] = (article, reading, self.analysis)
        self.shelf.changed(article.id)
        if document:
            self.shelf.documents[document] = article.id

    async def renew(self, article: Article, reading: ExtractedText) -> bool:
        if named(article) != article or reading.text != article.text:
            raise ValueError("an article is known by its text")
        if there := article.id in self.shelf.articles:
            await self.save(article, reading, "")
        return there

    async def load(self, article_id: str) -> Article | None:
        article, _, analysis = self.shelf.articles.get(article_id, (None, None, ""))
        return article if analysis == self.analysis else None

    async def reading(self, article_id: str) -> tuple[ExtractedText, str] | None:
        if article_id not in self.shelf.articles:
            return None
        article, reading, _ = self.shelf.articles[article_id]
        return reading, article.origin

    async def id_of_document(self, document: str) -> str | None:
        return self.shelf.documents.get(document)

    async def find(self, prefix: str) -> str | None:
        found = [key for key in self.shelf.articles if key.startswith(prefix)]
        return found[0] if len(found) == 1 else None

    async def all(self) -> tuple[Line, ...]:
        return tuple(_line(article) for article, _, _ in reversed(self.shelf.articles.values()))

    async def remove(self, article_id: str) -> bool:
        for document in [d for d, a in self.shelf.documents.items() if a == article_id]:
            del self.shelf.documents[document]
        self.shelf.vectors.pop(article_id, None)
        self.shelf.sketches.pop(article_id, None)
        for edition in [edition for edition in self.shelf.editions if edition[0] == article_id]:
            del self.shelf.editions[edition]
        for place in [place for place in self.shelf.placed if place[1] == article_id]:
            del self.shelf.placed[place]
        if article_id in self.shelf.articles:
            self.shelf.changed(article_id)
        return self.shelf.articles.pop(article_id, None) is not None

    async def vectors(self, article_id: str, maker: str) -> "Vectors | None":
        kept, vectors = self.shelf.vectors.get(article_id, ("", None))
        return vectors if kept == maker else None

    async def keep_vectors(self, article_id: str, maker: str, vectors: "Vectors") -> None:
        if article_id in self.shelf.articles:
            self.shelf.vectors[article_id] = (maker, vectors)

    async def put(self, article_id: str, shelf: str, person: str = "", page: str = "", at: float = 0.0) -> None:
        if article_id in self.shelf.articles:
            if (shelf, article_id) not in self.shelf.placed:
                self.shelf.changed(article_id)
            first = self.shelf.placed.get((shelf, article_id), (person, "", 0.0))[0]
            self.shelf.placed[shelf, article_id] = (first, page, at)

    async def on(self, shelves: Sequence[str], *, unplaced: bool = False) -> tuple[Line, ...]:
        when = {
            key: max((at for (shelf, k), (_, _, at) in self.shelf.placed.items() if k == key), default=0.0)
            for key in self.shelf.articles
            if any((shelf, key) in self.shelf.placed for shelf in shelves)
            or (unplaced and not await self.shelves_of(key))
        }
        order = list(when)
        newest = sorted(order, key=lambda key: (when[key], order.index(key)), reverse=True)
        return tuple(_line(self.shelf.articles[key][0]) for key in newest)

    async def newest(
        self, shelves: Sequence[str], first: int, most: int, *, unplaced: bool = False
    ) -> tuple[Line, ...]:
        there = await self.on(shelves, unplaced=unplaced)
        seen = {line.id for line in there}
        stories: dict[str, list[tuple[float, str]]] = {}
        for (key, _), (story, came, _) in self.shelf.editions.items():
            stories.setdefault(story, []).extend([(came, key)] if key in seen else [])
        last = {max(editions)[1] for editions in stories.values() if editions}
        older = {key for editions in stories.values() for _, key in editions} - last
        return tuple(line for line in there if line.id not in older)[first : first + most]

    async def number(self, shelves: Sequence[str], *, unplaced: bool = False) -> int:
        return len(await self.on(shelves, unplaced=unplaced))

    async def starting(self, start: str, shelves: Sequence[str], *, unplaced: bool = False) -> tuple[Line, ...]:
        return tuple(line for line in await self.on(shelves, unplaced=unplaced) if line.id.startswith(start))[:2]

    async def lines(self, ids: Sequence[str]) -> tuple[Line, ...]:
        return tuple(_line(self.shelf.articles[key][0]) for key in ids if key in self.shelf.articles)

    async def shelves_of(self, article_id: str) -> tuple[str, ...]:
        return tuple(sorted(shelf for shelf, key in self.shelf.placed if key == article_id))

    async def at_page(self, page: str, shelves: Sequence[str]) -> str | None:
        found = [
            (at, key)
            for (shelf, key), (_, from_page, at) in self.shelf.placed.items()
            if page and from_page == page and shelf in shelves
        ]
        return max(found)[1] if found else None

    async def take(self, article_id: str, shelf: str) -> bool:
        there = self.shelf.placed.pop((shelf, article_id), None) is not None
        if there:
            self.shelf.changed(article_id)
        if there and not await self.shelves_of(article_id):
            await self.remove(article_id)
        return there

    async def move(self, before: str, now: str) -> None:
        for shelf, key in [place for place in self.shelf.placed if place[0] == before != now]:
            found = self.shelf.placed.pop((shelf, key))
            self.shelf.placed.setdefault((now, key), found)
            self.shelf.changed(key)

    async def take_all(self, person: str) -> tuple[str, ...]:
        taken = [place for place, (who, _, _) in self.shelf.placed.items() if who == person]
        for shelf, key in taken:
            await self.take(key, shelf)
        return tuple(dict.fromkeys(key for _, key in taken))

    async def brought(self, person: str, since: float) -> int:
        return sum(who == person and at >= since for who, _, at in self.shelf.placed.values())

    async def count(self, shelf: str) -> int:
        return sum(there == shelf for there, _ in self.shelf.placed)

    async def oldest_fed(self, shelf: str) -> str | None:
        fed = [
            (at, key)
            for (there, key), (who, _, at) in self.shelf.placed.items()
            if there == shelf and who.endswith(by_feed("x")[1:])
        ]
        return min(fed)[1] if fed else None

    async def changes(self, after: int, most: int) -> tuple[tuple[int, str], ...]:
        behind = sorted((at, key) for key, at in self.shelf.changes.items() if at > after)
        return tuple(behind[:most])

    async def latest(self) -> int:
        return max(self.shelf.changes.values(), default=0)

    async def behind(self, after: int) -> int:
        return sum(at > after for at in self.shelf.changes.values())

    async def note_edition(self, article_id: str, page: str, sketch: Sequence[int], now: float, like: str = "") -> None:
        if article_id not in self.shelf.articles:
            return
        known = sorted((came, key, story) for key, (story, came, _) in self.shelf.editions.items())
        of_page = [story for _, (_, there), story in known if page and there == page]
        mine = [story for _, (key, _), story in known if key == article_id]
        alike = [story for _, (key, _), story in known if key == like]
        story, came, seen = self.shelf.editions.get(
            (article_id, page), ((of_page or mine or alike or [f"{len(known)} {article_id}"])[-1], now, now)
        )
        later = any(other == story and when > came and key != article_id for when, (key, _), other in known)
        self.shelf.editions[article_id, page] = (story, now if page and later else came, max(seen, now))
        self.shelf.sketches[article_id] = frozenset(sketch)

    async def editions(self, article_id: str) -> tuple[Edition, ...]:
        stories = {story for (key, _), (story, *_) in self.shelf.editions.items() if key == article_id}
        found = [
            Edition(key, page, came, seen)
            for (key, page), (story, came, seen) in self.shelf.editions.items()
            if story in stories
        ]
        return tuple(sorted(found, key=lambda one: one.came))

    async def alike(self, sketch: Sequence[int], most: int) -> tuple[Edition, ...]:
        shared = {key: len(there & set(sketch)) for key, there in self.shelf.sketches.items()}
        best = sorted((key for key, count in shared.items() if count > 1), key=lambda key: -shared[key])[:most]
        every = [Edition(key, page, *at) for (key, page), (_, *at) in self.shelf.editions.items()]
        return tuple(one for key in best for one in every if one.article == key)

    async def check(self) -> None:
        """There is nothing that could be damaged."""

    async def reachable(self) -> None:
        """There is nothing that could be out of reach."""

    async def close(self) -> None:
        pass


def _line(a: Article) -> Line:
    return Line(a.id, a.title, a.language, a.origin, "2026-05-04T12:00:00Z", len(a.sentences))


GERMAN_SENTENCE = (
    "Nach Angaben südkoreanischer Stellen hat Russland Flugabwehrraketen geliefert, im Gegenzug für Soldaten, "
    "die an der Front eingesetzt werden."
)


@dataclass
class ScriptedBot:
    """A handle that answers from a script: what it was asked, and replies that only the text of a message decides."""

    received: list[Incoming] = field(default_factory=list)

    async def handle(self, incoming: Incoming) -> Reply:
        """Return a good-bye, a wait without an end, a question that is too long, or two cited sentences."""
        self.received.append(incoming)
        match incoming.text.strip():
            case "/quit":
                return Reply((Said("Good-bye."),), "en", bye=True)
            case "wait":
                await asyncio.Event().wait()
            case text if len(text) > 10_000:
                return Reply((Said("The question is too long."),), "en")
            case "/help":
                return Reply((Said("This is what you can type:"), Rows(COMMANDS)), "en")
        return REPLY


COMMANDS = (
    ("/context N", "the sentences around answer N"),
    ("/sources", "who says what"),
    ("/help", "this list"),
    ("/quit", "leave"),
)
GREETING = Reply((Heading("Raketen gegen Soldaten"), Said("Ask me about this article.")), "en")
REPLY = Reply(
    (
        Said("2 sentences of the article match:"),
        Cited(1, GERMAN_SENTENCE, "Source: South Korean accounts (indirect speech)", ((41, 49), (50, 67))),
        Cited(2, "Es kam auch Öl.", "Source: the article itself", ((12, 14),)),
    ),
    "en",
    (Action("Context", "/context 1"), Action("Who says what?", "/sources")),
)


@dataclass
class Row:
    """What a `MemoryInbox` keeps of an update."""

    waiting: QueuedUpdate
    state: int = 0
    subject: str = ""


@dataclass
class Tray:
    """What `MemoryInbox`es share, as two processes share a file."""

    rows: dict[str, Row] = field(default_factory=dict)
    lanes: dict[str, tuple[int, float, int]] = field(default_factory=dict)
    """Who holds a lane until when, and under which fence."""
    fences: Iterator[int] = field(default_factory=lambda: count(1))


@dataclass(eq=False)
class MemoryInbox:
    """An `Inbox` in two dictionaries."""

    tray: Tray = field(default_factory=Tray)
    clock: Callable[[], float] = time.time

    async def put(self, updates: Sequence[RawUpdate]) -> int:
        before = len(self.tray.rows)
        for a in updates:
            self.tray.rows.setdefault(a.key, Row(QueuedUpdate(a.key, a.lane, a.body, self.clock())))
        return len(self.tray.rows) - before

    async def put_and_claim(self, update: RawUpdate, lease: float) -> QueuedUpdate | None:
        alone = not any(row.waiting.lane == update.lane and not row.state for row in self.tray.rows.values())
        if not await self.put([update]) or not alone:
            return None
        return self._hold(self.tray.rows[update.key].waiting, lease)

    async def claim(self, prefix: str, most: int, lease: float) -> tuple[QueuedUpdate, ...]:
        found: list[QueuedUpdate] = []
        for row in self.tray.rows.values():
            lane = row.waiting.lane
            free = self.tray.lanes.get(lane, (0, 0.0, 0))[1] <= self.clock()
            if len(found) < most and not row.state and free and lane.startswith(prefix):
                found.append(self._hold(row.waiting, lease))
        return tuple(found)

    async def peek(self, lane: str, key: str) -> bytes | None:
        behind = [r.waiting for r in self.tray.rows.values() if r.waiting.lane == lane and not r.state]
        keys = [waiting.key for waiting in behind]
        rest = behind[keys.index(key) + 1 :] if key in keys else behind
        return rest[0].body if rest else None

    async def save_progress(self, queued: QueuedUpdate, progress: str, subject: str) -> None:
        row = self._row(queued)
        row.waiting, row.subject = replace(row.waiting, progress=progress, mark=""), subject

    async def save_mark(self, queued: QueuedUpdate, mark: str) -> None:
        row = self._row(queued)
        row.waiting = replace(row.waiting, mark=mark)

    async def finish(self, queued: QueuedUpdate, progress: str = "", subject: str = "") -> QueuedUpdate | None:
        row = self._row(queued)
        if progress:
            await self.save_progress(queued, progress, subject)
        row.state, row.waiting = 1, replace(row.waiting, body=b"", mark="", fence=queued.fence)
        return self._next(queued)

    async def dead_letter(self, queued: QueuedUpdate, reason: str) -> QueuedUpdate | None:
        assert reason
        row = self._row(queued)
        row.state, row.waiting = 2, replace(row.waiting, fence=queued.fence)
        return self._next(queued)

    async def release_lane(self, queued: QueuedUpdate) -> None:
        if self._is_held(queued):
            del self.tray.lanes[queued.lane]

    async def fail(self, queued: QueuedUpdate) -> int:
        row = self._row(queued)
        row.waiting = replace(row.waiting, attempts=row.waiting.attempts + 1)
        return row.waiting.attempts

    async def hold(self, queued: QueuedUpdate, lease: float) -> None:
        self._row(queued)
        await self.renew_leases([queued], lease)

    async def renew_leases(self, held: Sequence[QueuedUpdate], lease: float) -> frozenset[int]:
        ours = [queued for queued in held if self._is_held(queued)]
        for queued in ours:
            self.tray.lanes[queued.lane] = (id(self), self.clock() + lease, queued.fence)
        return frozenset(queued.fence for queued in ours)

    async def release_all(self) -> None:
        for lane in [lane for lane, (owner, _, _) in self.tray.lanes.items() if owner == id(self)]:
            del self.tray.lanes[lane]

    async def progress_of(self, lane: str, subject: str) -> str:
        rows = [r for r in self.tray.rows.values() if r.waiting.lane == lane and r.subject == subject and subject]
        return rows[-1].waiting.progress if rows else ""

    async def places(self, lane: str) -> tuple[str, ...]:
        kept = [row.waiting for row in self.tray.rows.values()]
        latest = kept[-2_000:]
        return tuple(w.progress for w in kept if w.progress and (w.lane == lane or w in latest))

    async def purge(self, age: float) -> int:
        old = [k for k, r in self.tray.rows.items() if r.state and r.waiting.arrived < self.clock() - age]
        for key in old:
            del self.tray.rows[key]
        return len(old)

    async def forget(self, lane: str, *, below: bool = False) -> None:
        for key, row in self.tray.rows.items():
            meant = row.waiting.lane == lane or (below and row.waiting.lane.startswith(f"{lane}:"))
            if meant and row.state:
                self.tray.rows[key] = Row(QueuedUpdate(key, "", b"", row.waiting.arrived), 1)

    async def backlog(self, prefix: str = "") -> Backlog:
        states = [row.state for row in self.tray.rows.values() if row.waiting.lane.startswith(prefix)]
        return Backlog(states.count(0), states.count(2))

    async def reachable(self) -> None:
        """There is nothing that could be out of reach."""

    def _hold(self, waiting: QueuedUpdate, lease: float) -> QueuedUpdate:
        fence = next(self.tray.fences)
        self.tray.lanes[waiting.lane] = (id(self), self.clock() + lease, fence)
        return replace(waiting, fence=fence)

    def _next(self, queued: QueuedUpdate) -> QueuedUpdate | None:
        found = [r.waiting for r in self.tray.rows.values() if r.waiting.lane == queued.lane and not r.state]
        if not found:
            self.tray.lanes.pop(queued.lane, None)
        return replace(found[0], fence=queued.fence) if found else None

    def _is_held(self, queued: QueuedUpdate) -> bool:
        return self.tray.lanes.get(queued.lane, (0, 0.0, 0))[2] == queued.fence

    def _row(self, queued: QueuedUpdate) -> Row:
        """Return what is kept of an update that is held under its fence, or was ended under it."""
        row = self.tray.rows[queued.key]
        if not self._is_held(queued) and not (row.state and row.waiting.fence == queued.fence):
            raise OvertakenError
        return row


@dataclass
class FakeTransport:
    """A `Transport` whose chat is a list of messages; `faults` are raised by what is sent, one a call, or None.

    It is a `DirectTransport` too, which sends what is `whole` as one message.
    """

    faults: dict[str, list[Exception | None]] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    shown_busy: int = 0
    early: bool = False
    whole: bool = True
    sent: dict[str, int] = field(default_factory=dict)
    """Where the message stands that was sent last for an update, whoever knows of that."""
    known: list[Sequence[str]] = field(default_factory=list)

    async def parse(self, body: bytes) -> Envelope | None:
        if body == b"poison":
            raise UnreadableError
        if body == b"bug":
            raise KeyError("bug")
        text = body.decode()
        if not text:
            return None
        text, _, amends = text.partition(" amends ")
        incoming = Incoming("chat", "user", text, id=text)
        return Envelope(incoming, {}, amends or text, amends, placeholder_first=self.early)

    async def send_placeholder(self, envelope: Envelope, reply: Reply) -> str:
        assert reply.parts or envelope.placeholder_first
        await self._call(f"place {envelope.incoming.text}")
        self.messages.append("…")
        self._ambiguous("placed")
        return str(len(self.messages) - 1)

    async def sends_directly(self, outgoing: Outgoing) -> bool:
        self._ambiguous(f"way {outgoing.envelope.incoming.text}")
        return self.whole and not outgoing.reply.replaces

    async def send(self, outgoing: Outgoing, mark: MarkSending) -> str:
        await mark(len(self.messages))
        await self._call(f"send {outgoing.envelope.incoming.text}")
        said = [part.text for part in outgoing.reply.parts if isinstance(part, Said)]
        self.messages.append("".join(said) or "…")
        self.sent[outgoing.key] = len(self.messages) - 1
        self._ambiguous(f"sent {outgoing.envelope.incoming.text}")
        return str(len(self.messages) - 1)

    async def find_sent(self, outgoing: Outgoing, mark: Mark, keep: KeepMark, known: Sequence[str]) -> Found | None:
        self.known.append(known)
        await keep(replace(mark, tries=mark.tries + 1))
        await self._call(f"find {outgoing.envelope.incoming.text}")
        at = self.sent.get(outgoing.key, -1)
        return Found(str(at), complete=not mark.empty) if at >= mark.low else None

    async def edit(self, envelope: Envelope, place: str, reply: Reply) -> None:
        await self._call(f"fill {envelope.incoming.text}")
        [part] = reply.parts
        assert isinstance(part, Said)
        self.messages[int(place)] = part.text
        self._ambiguous("filled")

    async def show_typing(self, envelope: Envelope) -> None:
        assert envelope
        self.shown_busy += 1

    async def _call(self, name: str) -> None:
        self.calls.append(name)
        await asyncio.sleep(0)
        self._ambiguous(name)

    def _ambiguous(self, name: str) -> None:
        if (left := self.faults.get(name)) and (fault := left.pop(0)):
            raise fault

    @property
    def texts(self) -> list[str]:
        return [m for m in self.messages if m != "…"]


@dataclass
class MemoryKeyValues:
    """A `KeyValueStore` in a dictionary."""

    texts: dict[str, str] = field(default_factory=dict)

    async def read(self, name: str) -> str | None:
        return self.texts.get(name)

    async def write(self, name: str, text: str) -> None:
        self.texts[name] = text

    async def erase(self, name: str) -> None:
        self.texts.pop(name, None)

    async def names(self, prefix: str) -> tuple[str, ...]:
        return tuple(sorted(name for name in self.texts if name.startswith(prefix)))


class PlainBm25(BM25Okapi):  # type: ignore[misc] # it ships no types
    """rank-bm25's formula with the idf and the usual constants of search engines: what an engine is held to."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        super().__init__(documents, k1=1.2, b=0.75)

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {word: lucene_idf(n, self.corpus_size) for word, n in nd.items()}

    def weighed(self, terms: Mapping[str, float]) -> Sequence[float]:
        """Return each document's score for weighed terms."""
        scores = [0.0] * self.corpus_size
        for term, weight in terms.items():
            for n, score in enumerate(self.get_scores([term]) if term in self.idf else ()):
                scores[n] += weight * float(score)
        return scores


@dataclass(eq=False)
class MemoryArchive:
    """An `ArchiveIndex` in a dictionary, which reckons anew for every question."""

    analysis: str | None = None
    position: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)

    async def open(self, analysis: str) -> int:
        if self.analysis != analysis:
            self.analysis, self.position, self.entries = analysis, 0, {}
        return self.position

    async def replace(self, entries: Sequence[Entry], position: int) -> None:
        if not entries and not position:
            self.position, self.entries = 0, {}
        if self.position <= position:
            self.position = position
            self.entries |= {entry.article: entry for entry in entries}

    async def caught_up(self) -> None:
        pass

    async def search(
        self, tenants: Sequence[str], terms: Mapping[str, float], most: int, within: Within = ANYWHERE
    ) -> tuple[Candidate, ...]:
        rows = [(e, n, row) for e in self.entries.values() if e.tenants for n, row in enumerate(e.passages)]
        if not any(row for _, _, row in rows):
            return ()
        wanted = {term: weight for term, weight in terms.items() if 0 < weight < math.inf}
        scores = PlainBm25([row for _, _, row in rows]).weighed(wanted)
        found = [
            Candidate(entry.article, n, score)
            for (entry, n, _), score in zip(rows, scores, strict=True)
            if score > 0 and set(tenants) & set(entry.tenants) and _is_within(entry, within)
        ]
        return tuple(sorted(found, key=lambda c: (-c.score, c.article, c.passage))[:most])

    async def size(self) -> int:
        return sum(len(entry.passages) for entry in self.entries.values() if entry.tenants)

    async def close(self) -> None:
        pass


def _is_within(entry: Entry, within: Within) -> bool:
    if (within.since or within.until) and not entry.day:
        return False
    return (
        within.since <= entry.day <= (within.until or entry.day)
        and (within.sites is None or not set(names_of_site(entry.site)).isdisjoint(within.sites))
        and (within.articles is None or entry.article in within.articles)
    )
