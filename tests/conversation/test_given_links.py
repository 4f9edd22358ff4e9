"""Links to pages: who is given one, what is kept of it, and what ends it."""

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat import without_file
from bot.conversation import served
from bot.conversation.context import ChatTraits
from bot.conversation.dialogue import Conversation, Rules
from bot.conversation.linking import digest
from bot.errors import QuestionError
from bot.fetch import Document
from bot.model import Article
from bot.render import plain
from bot.service import Library
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from tests.linked_chat import Chat, message, urls

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
TEXT = b"The bridge is closed\n\nThe bridge over the Ley is closed, said Anna Weber. It was built in 1961."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "chats.db"


@pytest.fixture
async def chat(library: Library, article: Article, file: Path) -> AsyncIterator[Chat]:
    with closing(Direct(str(file), CHATS)) as connection:
        yield Chat(library, article.id, connection, Rules(per_minute=100))


async def test_a_link_opens_the_article_and_is_another_one_every_time(chat: Chat, article: Article) -> None:
    first, second = await chat.link(), await chat.link()
    assert TOKEN.fullmatch(first)
    assert first != second
    for token in (first, second):
        found = await chat.opens(token)
        assert found is not None
        assert found.id == article.id
    reply = await chat.says("/view")
    assert "24" in plain.render(reply)
    assert urls(without_file(reply)) == urls(reply)


async def test_what_was_never_given_out_opens_nothing(chat: Chat) -> None:
    token = await chat.link()
    for wrong in (
        "",
        "x",
        token[:-1],
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        token.swapcase(),
        digest(token),
    ):
        assert await chat.opens(wrong) is None


async def test_nothing_that_is_kept_opens_a_page(chat: Chat, file: Path) -> None:
    token = await chat.link(id="m1")
    turn = await chat.memory.recall(message("").chat, message("").user, "m1")
    assert turn is not None
    assert token not in repr(turn)
    with closing(sqlite3.connect(file)) as connection:
        dumped = "\n".join(connection.iterdump())
    assert digest(token) in dumped
    assert token not in dumped


async def test_a_link_ends_with_its_time_and_with_forget(chat: Chat) -> None:
    late, forgotten = await chat.link(), ""
    chat.clock += 24 * 3600 - 1
    assert await chat.opens(late)
    forgotten = await chat.link()
    chat.clock += 2
    assert await chat.opens(late) is None
    assert await chat.opens(forgotten)
    await chat.says("/forget")
    assert await chat.opens(forgotten) is None


async def test_a_link_ends_when_its_article_is_taken_off_and_does_not_come_back(chat: Chat, library: Library) -> None:
    own = await library.ingest(Document(TEXT, "text/plain", "x"))
    user = message("").user
    await library.store.put(own.id, user, user)
    await chat.says("/article 1")
    link = await served.found(chat.context, await chat.link())
    assert link is not None
    assert link.article == own.id
    token = await chat.link()
    assert await chat.opens(token)
    await chat.says("/remove")
    assert await chat.opens(token) is None
    await library.ingest(Document(TEXT, "text/plain", "x"))
    await library.store.put(own.id, user, user)
    assert await chat.opens(token) is None


async def test_who_brought_it_and_is_forgotten_takes_it_from_the_links_of_others(chat: Chat, library: Library) -> None:
    own = await library.ingest(Document(TEXT, "text/plain", "x"))
    group = {"chat": "telegram:-5", "user": "telegram:8"}
    await library.store.put(own.id, "telegram:-5", "telegram:9")
    await chat.says("/article 1", **group)
    token = await chat.link(**group)
    assert await chat.opens(token)
    await chat.says("/forget", chat="telegram:-5", user="telegram:9")
    assert await chat.opens(token) is None


async def test_who_may_not_ask_any_more_has_no_page_either(library: Library, article: Article, file: Path) -> None:
    with closing(Direct(str(file), CHATS)) as connection:
        chat = Chat(library, article.id, connection, Rules(open=False, per_minute=100))
        user = message("").user
        await chat.guests.admit(user)
        token = await chat.link()
        assert await chat.opens(token)
        await chat.guests.dismiss(user)
        assert await chat.opens(token) is None


async def test_a_question_on_the_page_counts_like_one_in_the_chat_and_is_not_remembered(
    library: Library, article: Article, file: Path
) -> None:
    with closing(Direct(str(file), CHATS)) as connection:
        chat = Chat(library, article.id, connection, Rules(per_minute=3))
        link = await served.found(chat.context, await chat.link())
        assert link is not None
        before = await chat.memory.recall(link.chat, link.user)
        answer = await served.ask(chat.context, link, article, "Wovor warnte Selenskyj?")
        assert answer is not None
        assert answer.hits
        with pytest.raises(QuestionError):
            await served.ask(chat.context, link, article, "  ")
        assert await served.ask(chat.context, link, article, "Wovor warnte Selenskyj?") is None
        assert await chat.memory.recall(link.chat, link.user) == before
        assert not (await chat.says("Wovor warnte Selenskyj?")).parts


async def test_privacy_tells_of_links_where_there_are_any(chat: Chat) -> None:
    assert "link" in plain.render(await chat.says("/privacy"))
    chat.context = replace(chat.context, traits=ChatTraits(files=True))
    silent = Conversation(chat.context, chat.memory, chat._failed)
    assert "hash" not in plain.render(await silent.handle(message("/privacy")))
