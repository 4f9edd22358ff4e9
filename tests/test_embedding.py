"""Vectors are made in the background, kept, and never waited for unasked."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace

from bot import languages
from bot.embedding import MOST, STRIDE, Embedder
from bot.errors import EncoderError, EncoderProblem, StoreError, StoreProblem
from bot.model import Article, Document, Sentence
from bot.ports.encoders import Vectors
from bot.search.bm25 import Bm25Index
from bot.search.dense_index import DenseIndex
from bot.service import Library
from tests.encoders.fake import BrokenEncoder, WordEncoder
from tests.fakes import MemoryStore, article, reading

RAT = article()
STORY = Document(
    b"The boat is new. The council bought it. It rains. Nobody likes the harbour at night.",
    "text/plain",
    "story.txt",
)


class SlowEncoder(WordEncoder):
    """One that does not go on before it may."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def passages(self, texts: Sequence[str]) -> Vectors:
        assert self.go.wait(120)
        return super().passages(texts)


class DeafStore(MemoryStore):
    """A store that is locked."""

    async def vectors(self, article_id: str, maker: str) -> Vectors | None:  # noqa: ARG002 - whatever it is
        raise StoreError(StoreProblem.LOCKED, "here")

    async def keep_vectors(self, article_id: str, maker: str, vectors: Vectors) -> None:  # noqa: ARG002 - as above
        raise StoreError(StoreProblem.READ_ONLY, "here")


def ready(encoder: WordEncoder, store: MemoryStore | None = None) -> tuple[Embedder, DenseIndex, list[EncoderError]]:
    index, told = DenseIndex(encoder), list[EncoderError]()
    return Embedder(encoder, store or MemoryStore("1"), index, told.append), index, told


async def test_the_first_answer_does_not_wait_for_vectors() -> None:
    encoder, store = SlowEncoder(), MemoryStore("1")
    embedder, index, _ = ready(encoder, store)
    library = Library(store, Bm25Index(languages.LANGUAGES, index), noticed=embedder.notice)
    story = await library.ingest(STORY)
    words = await library.ask(story, "Is the vessel any good?")
    assert words.hits == ()
    encoder.go.set()
    await embedder.settled(story)
    assert index.knows(story.id)
    await library.ask(story, "Is the vessel any good?")
    assert encoder.asked == ["Is the vessel any good?"]


async def test_the_event_loop_is_never_held() -> None:
    encoder, store = WordEncoder(), MemoryStore("1")
    threads = set[int]()
    made, asked = encoder.passages, encoder.query
    encoder.passages = lambda texts: threads.add(threading.get_ident()) or made(texts)  # type: ignore[method-assign, func-returns-value]
    encoder.query = lambda text: threads.add(threading.get_ident()) or asked(text)  # type: ignore[method-assign, func-returns-value]
    embedder, index, _ = ready(encoder, store)
    library = Library(store, Bm25Index(languages.LANGUAGES, index), noticed=embedder.notice)
    story = await library.ingest(STORY)
    await embedder.settled(story)
    await library.ask(story, "Is the vessel any good?")
    assert threads
    assert threading.get_ident() not in threads


async def test_vectors_are_made_once_and_kept() -> None:
    store, encoder = MemoryStore("1"), WordEncoder()
    await store.save(RAT, reading(RAT), "d1")
    embedder, _, _ = ready(encoder, store)
    for _ in range(3):
        await embedder.settled(RAT)
    assert len(encoder.read) == len(RAT.sentences)
    again, index, _ = ready(encoder, store)
    await again.settled(RAT)
    assert index.knows(RAT.id)
    assert len(encoder.read) == len(RAT.sentences)


async def test_sentences_that_are_divided_otherwise_have_vectors_of_their_own() -> None:
    store, encoder = MemoryStore("1"), WordEncoder()
    await store.save(RAT, reading(RAT), "d1")
    await ready(encoder, store)[0].settled(RAT)
    whole = replace(RAT.sentences[0].span, end=RAT.sentences[-1].span.end)
    divided = replace(RAT, sentences=(Sentence(whole, 0),))
    await ready(encoder, store)[0].settled(divided)
    assert encoder.read[-1] == whole.cut(RAT.text)


async def test_an_encoder_that_does_not_run_is_told_of_once() -> None:
    embedder, index, told = ready(BrokenEncoder())
    await embedder.settled(RAT)
    await embedder.settled(article("Der Tag war lang. Es regnet."))
    assert [error.problem for error in told] == [EncoderProblem.CRASHES]
    assert not index.knows(RAT.id)


async def test_foreign_code_that_fails_is_told_of_as_well() -> None:
    encoder = WordEncoder()
    encoder.passages = lambda _: 1 / 0  # type: ignore[method-assign, assignment, return-value]
    embedder, _, told = ready(encoder)
    await embedder.settled(RAT)
    assert [error.problem for error in told] == [EncoderProblem.FAILED]


async def test_a_store_that_fails_costs_the_making_anew() -> None:
    embedder, index, told = ready(WordEncoder(), DeafStore("1"))
    await embedder.settled(RAT)
    assert index.knows(RAT.id)
    assert told == []


async def test_it_is_said_how_far_a_long_article_is() -> None:
    said: list[tuple[int, int]] = []
    embedder, _, _ = ready(WordEncoder())
    long = _long(2 * STRIDE + 1)
    await embedder.settled(long, lambda done, of: said.append((done, of)))
    assert said == [(STRIDE, len(long.sentences)), (2 * STRIDE, len(long.sentences)), (2 * STRIDE + 1,) * 2]


async def test_an_article_that_would_take_minutes_has_words_alone() -> None:
    encoder = WordEncoder()
    embedder, _, _ = ready(encoder)
    await embedder.settled(_long(MOST + 1))
    assert encoder.read == []


async def test_what_is_under_way_is_broken_off_in_the_end() -> None:
    encoder = SlowEncoder()
    embedder, index, _ = ready(encoder)
    embedder.notice(RAT)
    await asyncio.sleep(0.05)
    closing = asyncio.ensure_future(embedder.close())
    encoder.go.set()
    await closing
    assert not index.knows(RAT.id)


def _long(count: int) -> Article:
    return replace(RAT, sentences=RAT.sentences[:1] * count)
