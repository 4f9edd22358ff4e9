"""Groups that become supergroups, groups that the bot comes into, and albums: the real program.

Rule of this module: the process, its databases and what it is killed with are real.
"""

from pathlib import Path

import pytest

from tests.servers.bot_api import BotApi
from tests.servers.telegram_bot import OurBot

OLD, NEW = -5, -1_000_000_000_009
HEADLINE = "Storks nest on the town hall"
TEXT = (
    f"{HEADLINE}\n\nTwo storks have built a nest on the town hall of Velden. Mayor Rosa Quist said the clock would "
    "stand still until August. The bird society counted four eggs on Friday. The fire brigade refused to move the nest."
)
LONG = 300
"""Seconds that an answer may take on a machine that is busy with other things."""


def texts(api: BotApi, chat: int) -> list[str]:
    return [message.text for message in api.answers(chat)]


@pytest.mark.slow
@pytest.mark.parametrize("joined_first", [False, True], ids=["news first", "joined first"])
async def test_what_a_group_has_is_the_supergroups_once_however_often_the_bot_is_killed(
    api: BotApi, tmp_path: Path, *, joined_first: bool
) -> None:
    api.people.chat(OLD, "group")
    # Polling brings the news at once and in order; by webhook, what a killed bot did not take comes behind the rest.
    async with OurBot(api, tmp_path / "bot") as bot:
        api.people.write(f"/open@article_bot {TEXT}", OLD, 42)
        await api.until(lambda: any(HEADLINE in text for text in texts(api, OLD)), LONG)
        [told] = api.answers(OLD)
        api.people.write("@article_bot How many eggs are there?", OLD, 42)
        answer = await api.answer(OLD, after=told.id, seconds=LONG)
        assert "four eggs" in answer.text
        await bot.kill()
        api.people.upgrade(OLD, NEW, joined_first=joined_first)
        api.people.write("@article_bot Who refused to move the nest?", NEW, 42)
        await bot.start()
        await bot.kill()
        await bot.start()
        await api.until(lambda: texts(api, NEW), LONG)
        assert "fire brigade refused" in texts(api, NEW)[0]
        asked = api.people.write("/articles@article_bot", NEW, 42)
        assert HEADLINE in (await api.answer(NEW, after=asked.id, seconds=LONG)).text
        api.people.write("@article_bot Who is the mayor?", NEW, 43)
        await api.until(lambda: any("Rosa Quist" in text for text in texts(api, NEW)[2:]), LONG)
        assert len(texts(api, NEW)) == 3  # and no greeting


@pytest.mark.slow
async def test_a_group_that_the_bot_comes_into_is_greeted(api: BotApi, tmp_path: Path) -> None:
    async with OurBot(api, tmp_path / "bot", webhook=True):
        for chat, kind in ((-6, "group"), (-1_000_000_000_010, "supergroup")):
            api.people.chat(chat, kind)
            api.people.invite(chat)
            greeting = await api.answer(chat, seconds=LONG)
            assert "Mention me" in greeting.text


@pytest.mark.slow
@pytest.mark.parametrize("words", [0, 1, 2], ids=["first", "middle", "last"])
async def test_an_album_gets_one_answer_wherever_its_words_stand(api: BotApi, tmp_path: Path, words: int) -> None:
    async with OurBot(api, tmp_path / "bot", webhook=True) as bot:
        for number in range(3):
            caption = "Wovor warnte Selenskyj?" if number == words else ""
            api.people.write(caption, media="photo", album="a")
        answer = await api.answer(seconds=LONG)
        after = api.people.write("", media="photo", album="b")
        api.people.write("", media="photo", album="b")
        refused = await api.answer(after=after.id, seconds=LONG)
        await bot.stop()
    assert "100.000" in answer.text
    assert "I can’t read pictures" in refused.text
    assert len(texts(api, 42)) == 2
