"""People bring their own article in Telegram and Slack: all but the web is real, from the server to the answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot import fetch, languages
from bot.app import first_article
from bot.chat import Attachment
from bot.conversation.dialogue import ChatTraits
from bot.model import Document
from bot.platforms.slack import Slack
from bot.platforms.telegram import Options, Telegram, connect
from bot.search.bm25 import Bm25Index
from bot.service import Library
from tests import talking as conversation
from tests.fakes import MemoryStore
from tests.servers.bot_api import BotApi, Entity
from tests.servers.slack_payloads import Payload
from tests.slack_chat import HTTP, SOCKET, Log
from tests.slack_chat import Talk as SlackTalk
from tests.slack_chat import talking as slack_talking
from tests.telegram_chat import talking as telegram_talking

LINK = "https://news.example/ferry"
TITLE = "Lindau feiert die neue Fähre"
BODY = (
    "Die neue Fähre von Lindau fasst 300 Fahrgäste.",
    "„Wir sind sehr froh“, sagte Kapitänin Anna Weber am Montag.",
    "Der Bau hat nach Angaben der Stadt 12 Millionen Euro gekostet.",
    "Der alte Leuchtturm am Hafen wurde im Sommer gestrichen.",
    "Im Winter fährt das Schiff nur an den Wochenenden, teilte die Reederei mit.",
)
TEXT = f"{TITLE}\n\n" + "\n\n".join(BODY) + "\n"
PAGE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>" + "".join(
    f"<p>{sentence}</p>" for sentence in BODY
)
FRAGMENT = f"<h1>{TITLE}</h1>" + "".join(f"<p>{sentence}</p>" for sentence in BODY)
MAIL = f"From: a@b.example\nSubject: {TITLE}\nContent-Type: text/plain; charset=utf-8\n\n" + "\n\n".join(BODY)
FILES = {
    "ferry.txt": ("text/plain", TEXT),
    "ferry.md": ("text/markdown", f"# {TITLE}\n\n" + "\n\n".join(BODY)),
    "ferry.html": ("text/html", PAGE),
    "ferry.eml": ("message/rfc822", MAIL),
    "ferry": ("text/plain", TEXT),
}
QUESTION = "Wie viele Fahrgäste fasst die Fähre?"
ANSWER = BODY[0]


@dataclass
class Talk(conversation.Talk):
    """The conversation, with files from the platform that it is held on."""

    platform: list[Telegram | Slack] = field(default_factory=list)

    async def _download(self, file: Attachment, most: int) -> bytes:
        return await self.platform[0].download(file, most)


async def talk(traits: ChatTraits) -> Talk:
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    article = await conversation.offered(library, fetch.read(str(first_article())))
    return Talk(library, article.id, traits, pages={LINK: Document(PAGE.encode(), "text/html", LINK)})


@asynccontextmanager
async def telegram() -> AsyncIterator[BotApi]:
    held = await talk(ChatTraits())
    async with (
        telegram_talking(held.handle) as api,
        connect(Options(api.token, api.url), Log().write) as platform,
    ):
        held.platform.append(platform)
        yield api


@asynccontextmanager
async def slack(way: str = HTTP) -> AsyncIterator[SlackTalk]:
    held = await talk(ChatTraits(shares=True))
    async with slack_talking(held.handle, way) as found:
        held.platform.append(found.slack)
        yield found


async def answers_in(api: BotApi, chat: int = 42, *, user: int = 42) -> str:
    """Ask about the article, and return the answer."""
    last = (await api.answer(chat)).id
    api.people.write(QUESTION if chat > 0 else f"@article_bot {QUESTION}", chat, user)
    return (await api.answer(chat, after=last)).text


@pytest.mark.parametrize("name", FILES)
async def test_a_file_sent_in_telegram_is_asked_about(name: str) -> None:
    kind, content = FILES[name]
    async with telegram() as api:
        file = api.files.add(content.encode(), name, kind)
        api.people.write("", media=file)
        assert TITLE in (await api.answer()).text
        assert ANSWER in await answers_in(api)


async def test_the_caption_of_a_file_in_telegram_is_answered_at_once() -> None:
    async with telegram() as api:
        api.people.write(QUESTION, media=api.files.add(TEXT.encode(), "ferry.txt", "text/plain"))
        answer = (await api.answer()).text
        assert answer.index(TITLE) < answer.index(ANSWER)


async def test_texts_links_and_captions_sent_in_telegram_are_asked_about() -> None:
    hidden = (Entity("text_link", 0, 4, LINK),)
    ways = {
        "pasted": {"text": TEXT},
        "forwarded": {"text": " ".join(BODY), "forwarded": True},
        "linked": {"text": LINK},
        "link under words": {"text": "Hier steht alles", "entities": hidden},
        "forwarded link": {"text": "Hier mehr dazu.", "entities": hidden, "forwarded": True},
        "caption": {"text": " ".join(BODY), "media": "photo"},
        "album": {"text": " ".join(BODY), "media": "photo", "album": "a"},
    }
    async with telegram() as api:
        for chat, message in enumerate(ways.values(), 100):
            api.people.write(chat=chat, **message)  # type: ignore[arg-type] # fields of a message
        for chat, way in enumerate(ways, 100):
            assert ANSWER in await answers_in(api, chat, user=chat), way


async def test_in_a_group_a_message_that_somebody_replies_to_is_read() -> None:
    async with telegram() as api:
        link = api.people.write(f"Habt ihr das gesehen? {LINK}", -100, 7)
        api.people.write("@article_bot lies das", -100, 8, reply_to=link.id)
        assert TITLE in (await api.answer(-100)).text
        file = api.people.write("", -200, 7, media=api.files.add(TEXT.encode(), "ferry.txt", "text/plain"))
        api.people.write("@article_bot", -200, 8, reply_to=file.id)
        assert TITLE in (await api.answer(-200)).text
        assert ANSWER in await answers_in(api, -200, user=9)


async def test_files_that_telegram_does_not_hand_over_bring_a_line_each() -> None:
    async with telegram() as api:
        large = api.files.add(b"x", "large.txt", "text/plain", size=21 * 2**20)
        api.people.write("", 100, media=large)
        assert "too large" in (await api.answer(100)).text
        gone = api.files.add(TEXT.encode(), "gone.txt", "text/plain")
        api.files.change(gone, status=404)
        api.people.write("", 101, media=gone)
        assert "gone.txt can’t be fetched" in (await api.answer(101)).text


def shared(found: SlackTalk, name: str, kind: str, content: str, mode: str = "hosted") -> Payload:
    told = found.server.payloads.file(name, kind, len(content.encode()), mode=mode)
    return found.server.files.keep(told, content.encode()).told


async def asked(found: SlackTalk, payload: Payload) -> None:
    """Bring an article, ask about it where it was brought, and wait for both answers."""
    assert await found.say(payload)
    await found.seen(TITLE)
    event = payload.get("event", {})
    pay = found.server.payloads
    if event.get("type") == "app_mention":
        question = pay.mention(QUESTION, thread_ts=event["ts"])
    elif event:
        question = pay.direct(QUESTION)
    else:
        question = pay.slash(QUESTION)
    assert await found.say(question)
    await found.seen(ANSWER)


@pytest.mark.parametrize("name", FILES)
async def test_a_file_shared_in_slack_is_asked_about(name: str) -> None:
    async with slack() as found:
        await asked(found, found.server.payloads.shared("", shared(found, name, *FILES[name])))


@pytest.mark.parametrize("way", [HTTP, SOCKET])
async def test_snippets_posts_and_what_is_shared_in_slack_are_asked_about(way: str) -> None:
    async with slack(way) as found:
        snippet = shared(found, "-.txt", "text/plain", TEXT, "snippet")
        await asked(found, found.server.payloads.mention("", files=[snippet]))
    async with slack(way) as found:
        canvas = shared(found, "Fähre 1.2", "application/vnd.slack-docs", FRAGMENT, "quip")
        await asked(found, found.server.payloads.shared("", canvas))
    async with slack(way) as found:
        theirs = found.server.payloads.shown_message("\n".join(BODY) + f"\n{TITLE}.")
        assert await found.say(found.server.payloads.direct("", attachments=[theirs]))
        await found.seen("/remove")
        assert await found.say(found.server.payloads.direct(QUESTION))
        await found.seen(ANSWER)


async def test_links_in_slack_are_asked_about_however_they_are_written() -> None:
    for text in (f"<{LINK}>", f"<{LINK}|hier>", f"open <{LINK}>"):
        async with slack() as found:
            await asked(found, found.server.payloads.direct(text))
    async with slack() as found:
        await asked(found, found.server.payloads.slash(f"open {LINK}"))


async def test_the_shortcut_in_slack_opens_files_links_and_texts() -> None:
    async with slack() as found:
        file = shared(found, "ferry.txt", "text/plain", TEXT)
        await asked(found, found.server.payloads.shortcut("open_article", "Seht mal", files=[file]))
    async with slack() as found:
        await asked(found, found.server.payloads.shortcut("open_article", f"Seht mal: <{LINK}|hier>"))
    async with slack() as found:
        await asked(found, found.server.payloads.shortcut("open_article", TEXT))
        assert found.server.messages == {}
    async with slack() as found:
        linking = f"{TEXT}\n{' '.join(BODY) * 2}\n<https://other.example/|Mehr>"
        await asked(found, found.server.payloads.shortcut("open_article", linking))


async def test_a_file_that_slack_does_not_hand_over_brings_a_line() -> None:
    async with slack() as found:
        found.server.files.readable = False
        assert await found.say(found.server.payloads.shared("", shared(found, "ferry.txt", "text/plain", TEXT)))
        await found.seen("ferry.txt can’t be fetched")
