"""`article-bot follow`, `feeds` and `unfollow`: real processes, a real site, and one that is killed."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import web

from tests.feeds.test_feed_keeping import page, rss
from tests.servers.site import Site, open_site

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    given = {"BOT_DATABASE": str(tmp_path / "a.db"), "BOT_FETCH_PRIVATE": "127.0.0.1", "BOT_ENCODER": "none"}
    return {**kept, **given, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}


async def start(environment: Mapping[str, str], *words: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, env=environment, cwd=ROOT, stdout=pipe, stderr=pipe
    )


async def run(environment: Mapping[str, str], *words: str) -> str:
    process = await start(environment, *words)
    out, err = await process.communicate()
    return out.decode() + err.decode()


def serve(site: Site, *numbers: int) -> str:
    for number in numbers:
        site.put(f"/{number}", page(number), Content_Type="text/html; charset=utf-8")
    return site.put("/feed.xml", rss(site, *numbers), Content_Type="application/rss+xml")


async def test_a_feed_is_followed_for_everybody(environment: Mapping[str, str]) -> None:
    async with open_site() as site:
        url = serve(site, 1, 2)
        assert await run(environment, "follow", url) == f"{url}  Dunau\n"
        assert "not read yet" not in await run(environment, "feeds")
        shown = await run(environment, "feeds", "--check")
        assert "1 feeds were looked at." in shown
        assert "2 articles" in shown
        assert (await run(environment, "articles")).count("offered   Steg") == 2
        assert "no feed 2" in await run(environment, "unfollow", "2")
        assert "followed here no more" in await run(environment, "unfollow", "1")
        assert "No feed is followed" in await run(environment, "feeds")
        assert "is no feed" in await run(environment, "follow", site.root + "/1")


async def test_whoever_is_killed_takes_nothing_in_twice(environment: Mapping[str, str], tmp_path: Path) -> None:
    async with open_site() as site:
        url = serve(site, *range(1, 6))
        waits, asked = asyncio.Event(), asyncio.Event()
        served = site.pages["/3"]

        async def late(request: web.Request) -> web.StreamResponse:
            asked.set()
            await waits.wait()
            return await served(request)

        site.pages["/3"] = late
        await run(environment, "follow", url)
        process = await start(environment, "feeds", "--check")
        await asyncio.wait_for(asked.wait(), 120)
        process.kill()
        await process.communicate()
        waits.set()
        with closing(sqlite3.connect(tmp_path / "a-chats.db")) as connection, connection:
            connection.execute("UPDATE feeds SET due = 0")  # as if the time had passed for which it was held
        shown = await run(environment, "feeds", "--check")
        assert "5 articles" in shown
        assert (await run(environment, "articles")).count("Steg") == 5
        assert sorted(site.paths.count(f"/{n}") for n in range(1, 6)) == [1, 1, 1, 1, 2]
