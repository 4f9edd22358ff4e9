"""The dialogs of every platform, over Telegram: the real library, the real delivery, the article's own text."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot import fetch, languages
from bot.app import first_article
from bot.search.bm25 import Bm25Index
from bot.service import Library
from tests.dialogs import DIALOGS, MISSILES, WARNING, Dialog
from tests.fakes import MemoryStore
from tests.servers.bot_api import BotApi, Message
from tests.talking import Talk, offered
from tests.telegram_chat import talking

LIBRARY = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    article = await offered(LIBRARY, fetch.read(str(first_article())))
    async with AsyncExitStack() as stack:
        yield await stack.enter_async_context(talking(Talk(LIBRARY, article.id).handle))


async def ask(api: BotApi, text: str, after: int = 0) -> Message:
    """Write a message, even an empty one, which no real person can send, and return the answer."""
    message = api.people.person(42, "de")
    chat = api.people.chat(42)
    number = api.record.number(42)
    api.people.push(
        {
            "message": {
                "message_id": number,
                "date": int(time.time()),
                "chat": chat,
                "from": message,
                "text": text,
            }
        }
    )
    return await api.answer(after=max(after, number))


async def shown(api: BotApi, answer: Message) -> str:
    """Return what an answer shows, on all of its pages."""
    seen = [answer.text]
    while turn := next((button["text"] for button in answer.buttons if button["text"].endswith("▶")), None):
        before = answer.text
        api.people.tap(answer, turn)
        await api.until(lambda before=before: answer.text != before)
        seen.append(answer.text)
    return "\n".join(seen)


@pytest.mark.parametrize("dialog", DIALOGS, ids=[d.name for d in DIALOGS])
async def test_dialog(api: BotApi, dialog: Dialog) -> None:
    for turn in dialog.turns:
        seen = await shown(api, await ask(api, turn.said))
        assert all(words in seen for words in turn.answered), f"{turn.said}\n{seen}"
        assert not any(words in seen for words in turn.unsaid), f"{turn.said}\n{seen}"
    assert api.refusals() == []


async def test_the_text_of_an_answer_is_the_text_of_the_article(api: BotApi) -> None:
    for question, sentence in (("Wovor warnte Selenskyj?", WARNING), ("Was hat Russland geschickt?", MISSILES)):
        answer = await ask(api, question)
        quotes = [quoted(answer, entity.offset, entity.length) for entity in answer.versions[-1].entities]
        assert sentence in quotes


def quoted(message: Message, offset: int, length: int) -> str:
    data = message.text.encode("utf-16-le")
    return data[offset * 2 : (offset + length) * 2].decode("utf-16-le")
