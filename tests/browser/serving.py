"""A port that serves pages, in a thread of its own, since Playwright keeps the tests' one.

Rule of this module: the real port, pages, library and rules; no chat platform stands before them.
"""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from bot import languages
from bot.app.linked import LinkedPages
from bot.conversation.dialogue import Rules
from bot.model import Document
from bot.platforms.pages import Pages
from bot.platforms.shared_port import SharedPort
from bot.search.bm25 import Bm25Index
from bot.service import Library
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from tests.fakes import MemoryStore
from tests.linked_chat import Chat
from tests.servers.process import free_port
from tests.talking import offered


@contextmanager
def served(document: Document, folder: Path, per_minute: int = 100) -> Iterator[str]:
    """Yield a link to the page of a document, for as long as the port is there."""
    ready, stop = threading.Event(), asyncio.Event()
    links: list[str] = []
    loop = asyncio.new_event_loop()

    def run() -> None:
        loop.run_until_complete(_serve(document, folder, per_minute, links, ready, stop))

    thread = threading.Thread(target=run)
    thread.start()
    try:
        assert ready.wait(60)
        [link] = links
        yield link
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


async def _serve(  # noqa: PLR0913, PLR0917 - what a thread is handed
    document: Document, folder: Path, per_minute: int, links: list[str], ready: threading.Event, stop: asyncio.Event
) -> None:
    root = f"http://127.0.0.1:{free_port()}"
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    article = await offered(library, document)
    with closing(Direct(str(folder / "chats.db"), CHATS)) as connection:
        chat = Chat(library, article.id, connection, Rules(per_minute=per_minute), f"{root}/view/")
        linked = LinkedPages()
        linked.met("telegram", chat.context)
        port = SharedPort(_ready, _metrics, Pages(root, linked.opened))
        async with port.listening(root.removeprefix("http://"), lambda _event, _facts: None):
            links.append(f"{root}/view/{await chat.link()}")
            ready.set()
            await stop.wait()


async def _ready() -> tuple[bool, Mapping[str, object]]:
    return True, {}


async def _metrics() -> bytes:
    return b""
