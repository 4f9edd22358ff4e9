"""The dialogs of every platform, over Slack: the real library, the real delivery, the article's own text."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot import fetch, languages
from bot.app import first_article
from bot.conversation.dialogue import ChatTraits
from bot.search.bm25 import Bm25Index
from bot.service import Library
from tests.dialogs import DIALOGS, MISSILES, WARNING, Dialog
from tests.fakes import MemoryStore
from tests.servers.slack_api import SlackServer, buttons, texts, visible
from tests.servers.slack_payloads import Payload
from tests.slack_chat import HTTP, SOCKET, Talk, talking
from tests.talking import Talk as Conversation
from tests.talking import offered

pytestmark = pytest.mark.slow

LIBRARY = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))


@pytest.fixture(params=[HTTP, SOCKET])
async def talk(request: pytest.FixtureRequest) -> AsyncIterator[Talk]:
    """A person who uses Slack in German, and whom the bot has met: it asks Slack for the language at the first word."""
    article = await offered(LIBRARY, fetch.read(str(first_article())))
    server = SlackServer()
    server.locale = "de-DE"
    async with AsyncExitStack() as stack:
        handle = Conversation(LIBRARY, article.id, ChatTraits(shares=True, files=True)).handle
        talk = await stack.enter_async_context(talking(handle, request.param, server=server))
        await talk.say(server.payloads.home())
        await talk.until(lambda: server.homes and server.counts["users.info"])
        await talk.quiet()
        yield talk


async def ask(talk: Talk, text: str) -> Payload:
    """Write a direct message, even an empty one, which no real person can send, and return the answer."""
    before = set(talk.server.messages)
    assert await talk.say(talk.server.payloads.direct(text))
    await talk.until(lambda: set(talk.server.messages) - before)
    [key] = set(talk.server.messages) - before
    await talk.until(lambda: talk.server.messages[key].content.get("text") != "…")
    return talk.server.messages[key].content


async def shown(talk: Talk, answer: Payload) -> str:
    """Return what an answer shows, on all of its pages."""
    seen = [visible(answer)]
    [(channel, ts)] = [key for key, message in talk.server.messages.items() if message.content is answer]
    message = talk.server.messages[channel, ts]
    while turn := next((b for label, b in buttons(message.content).items() if label.endswith("→")), None):
        before = message.content
        await talk.say(talk.server.payloads.tap(turn, {"ts": ts}, channel=channel))
        await talk.until(lambda before=before: message.content is not before)
        seen.append(visible(message.content))
    return "\n".join(seen)


@pytest.mark.parametrize("dialog", DIALOGS, ids=[d.name for d in DIALOGS])
async def test_dialog(talk: Talk, dialog: Dialog) -> None:
    for turn in dialog.turns:
        seen = await shown(talk, await ask(talk, turn.said))
        assert all(words in seen for words in turn.answered), f"{turn.said}\n{seen}"
        assert not any(words in seen for words in turn.unsaid), f"{turn.said}\n{seen}"


async def test_the_text_of_an_answer_is_the_text_of_the_article(talk: Talk) -> None:
    for question, sentence in (("Wovor warnte Selenskyj?", WARNING), ("Was hat Russland geschickt?", MISSILES)):
        answer = await ask(talk, question)
        blocks = [block for block in answer["blocks"] if block["type"] == "rich_text"]
        quotes = ["".join(texts(part)) for block in blocks for part in block["elements"] if "quote" in part["type"]]
        assert sentence in quotes
        assert answer["text"].split(" — ")[0] in quotes
