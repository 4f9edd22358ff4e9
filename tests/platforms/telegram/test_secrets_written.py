"""What the bot leaves behind: nothing that it writes anywhere holds a secret, or an answered question after its hour.

Rule of this module: it looks at bytes, in every file that the process has written, whatever its name.
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.servers.bot_api import BotApi
from tests.servers.telegram_bot import SECRET, OurBot

MARK = "Zanzibarquokka"
"""Stands in every question, and is no word of any language."""
STORY = "Lindau feiert die Fähre\n\nDie neue Fähre fasst 300 Fahrgäste. Der alte Leuchtturm wurde gestrichen.\n"


pytestmark = pytest.mark.slow


def written(folder: Path) -> dict[str, bytes]:
    """Return everything that stands in files below a folder."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def holding(folder: Path, text: str) -> list[str]:
    """Return the files that hold a text, as UTF-8 or as UTF-16."""
    spellings = (text.encode(), text.encode("utf-16-le"), text.lower().encode())
    return [name for name, data in written(folder).items() if any(spelling in data for spelling in spellings)]


def without_turns(folder: Path) -> None:
    """Delete what people can go on from, which the bot does after an hour."""
    with closing(sqlite3.connect(next(folder.rglob("articles-chats.db")))) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("DELETE FROM last_turns")
        connection.execute("DELETE FROM message_turns")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


async def troubled(api: BotApi, bot: OurBot) -> int:
    """Ask while everything breaks, kill the bot and start it again; return how many questions were asked."""
    asked = 0

    def ask(chat: int) -> None:
        nonlocal asked
        asked += 1
        api.people.write(f"What about {MARK}{asked} and the ferry?", chat)

    unparsed = f'Bad Request: can\'t parse entities: Unsupported start tag "{MARK}" at byte offset 3'
    plans = (
        lambda chat: api.faults.broken("sendMessage", chat, times=2),
        lambda chat: api.faults.broken("editMessageText", chat, status=500),
        lambda chat: api.faults.lose("sendMessage", chat),
        lambda chat: api.faults.swallow("editMessageText", chat),
        lambda chat: api.faults.flood(chat, 1),
        lambda chat: api.faults.refuse("editMessageText", 400, unparsed, chat),
        api.faults.block,
    )
    for chat, plan in enumerate(plans, 100):
        api.people.chat(chat)
        plan(chat)
        ask(chat)
    api.people.push({"message": {"text": f"{MARK} unreadable", "chat": 7}})
    api.faults.broken("getUpdates", times=2)
    await api.until(lambda: sum(bool(api.answers(chat)) for chat in range(100, 106)) >= 5, 30)
    api.faults.linger("sendMessage", 200, seconds=30)
    ask(200)
    await api.until(lambda: any(m.ours for m in api.chat(200)))
    await bot.kill()
    await bot.start()
    await api.answer(200)
    await asyncio.sleep(1)
    return asked


@pytest.mark.parametrize(("webhook", "log"), [(False, "json"), (True, "console")], ids=["polling", "webhook"])
async def test_no_file_holds_a_secret_or_what_was_answered_an_hour_ago(
    api: BotApi, tmp_path: Path, log: str, *, webhook: bool
) -> None:
    story, folder = tmp_path / "story.txt", tmp_path / "bot"
    story.write_text(STORY, encoding="utf-8")
    async with OurBot(api, folder, webhook=webhook, article=story, log=log) as bot:
        asked = await troubled(api, bot)
        running = [holding(folder, text) for text in (api.token, api.token.partition(":")[2], SECRET)]
        assert await bot.stop() == 0
    assert running == [[], [], []]
    assert [holding(folder, text) for text in (api.token, api.token.partition(":")[2], SECRET)] == [[], [], []]
    assert sum(MARK in text for chat in range(100, 201) for m in api.chat(chat) for text in m.filled) < asked * 3
    without_turns(folder)
    assert {name: data.count(MARK.encode()) for name, data in written(folder).items() if MARK.encode() in data} == {
        "articles-chats.db": 1  # the one that could not be read, kept for whoever runs the bot
    }
    assert "unreadable" in bot.output


async def test_what_is_looked_for_would_be_found(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "some.log").write_text(f"GET /bot{api.token}/getMe {MARK}")
    assert holding(tmp_path / "bot", api.token) == holding(tmp_path / "bot", MARK) == ["some.log"]
