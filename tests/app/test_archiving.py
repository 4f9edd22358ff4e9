"""The archive of a bot: where its index lies, that it follows a bot that serves, and that nobody else loads it."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.app import open_bot
from bot.app.archiving import analysis, archive_folder
from bot.app.serve import working
from bot.ports.archive import UNPLACED
from bot.ports.articles import EVERYBODY
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
STORY = (
    "Die Brücke am Fluss ist fertig\n\nDer Rat der Stadt hat die neue Brücke am Montag eröffnet. Der Bau hat drei Jahre"
    " gedauert, sagte Anna Weber.\n"
)
BRIDGE = {"de:bruck": 1.0}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    return Settings(database=tmp_path / "articles.db", dictionary="none", encoder="none")


def test_the_index_lies_beside_the_file() -> None:
    assert archive_folder(Path("/data/articles.db")) == Path("/data/articles.db.archive")
    assert archive_folder(Path(":memory:")) is None


def test_for_a_server_it_lies_in_the_cache_and_its_name_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.archiving.cache_folder", lambda: tmp_path)
    one = archive_folder("postgresql://bot:zebra@db.example.org/news")
    assert one is not None
    assert one.parent == tmp_path
    assert "zebra" not in one.name
    assert "example" not in one.name
    assert one == archive_folder("postgresql://bot:lion@db.example.org/news")
    assert one != archive_folder("postgresql://bot:zebra@db.example.org/other")
    monkeypatch.setattr("bot.app.archiving.cache_folder", lambda: None)
    assert archive_folder("postgresql://bot:zebra@db.example.org/news") is None


async def test_a_bot_finds_what_it_has_taken_in_by_those_who_see_it(settings: Settings, tmp_path: Path) -> None:
    async with open_bot(settings) as bot:
        story = await bot.ingest(str(tmp_path / "story.txt"))
        assert not (tmp_path / "articles.db.archive").exists()
        result = await bot.archive.search((EVERYBODY,), BRIDGE, 5)
        assert (result.candidates, result.unread) == ((), 0)
        found = (await bot.archive.search((EVERYBODY, UNPLACED), BRIDGE, 5)).candidates
        assert {hit.article for hit in found} == {story.id}
        passages = {story.text[story.sentences[story.passages[hit.passage].first].span.start :][:7] for hit in found}
        assert passages <= {"Der Rat", "Der Bau", "Die Brü"}
        await bot.offer(story)
        assert len((await bot.archive.search((EVERYBODY,), BRIDGE, 5)).candidates) == len(found)
    async with open_bot(settings) as bot:
        assert await bot.archive.size() == len(story.passages)
        assert await bot.archive.unread() == 0


async def test_a_bot_that_serves_follows_what_comes_in(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.archive.following.SETTLE", 0.01)
    monkeypatch.setattr("bot.archive.following.FEW", 0)
    async with open_bot(settings) as opened, working(opened, lambda *_: None) as bot:
        story = await bot.ingest(str(tmp_path / "story.txt"))
        async with asyncio.timeout(120):
            while not await bot.archive.size():  # noqa: ASYNC110 - what happens is in the background
                await asyncio.sleep(0.01)
        assert await bot.archive.size() == len(story.passages)


def test_who_asks_one_article_loads_nothing_of_the_engine(tmp_path: Path) -> None:
    program = """
import asyncio, sys
from pathlib import Path
from bot.app import open_bot
from bot.settings import Settings

async def main():
    async with open_bot(Settings(database=Path(sys.argv[1]), dictionary="none", encoder="none")) as bot:
        article = await bot.ingest(bot.first)
        await bot.library.ask(article, "Was ist geschehen?")
    print("tantivy" in sys.modules)

asyncio.run(main())
"""
    command = [sys.executable, "-c", program, str(tmp_path / "articles.db")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "False\n"
    assert not (tmp_path / "articles.db.archive").exists()


def test_what_makes_the_terms_has_a_name() -> None:
    lexicon, _, code = analysis().partition("-")
    assert lexicon
    assert code
