"""The program takes an address wherever it takes a path, and a stored article is asked without the web's library."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.servers.site import open_site

ROOT = Path(__file__).parent.parent.parent
PAGE = """<html lang="de"><head><title>Rat baut Steg</title></head><body><article><h1>Rat baut Steg</h1>
<p>Der Rat von Dunau hat am Montag den Bau eines Steges über die Aue beschlossen.</p>
<p>„Die Brücke ist zu schmal“, sagte Bürgermeisterin Ute Groß nach der Sitzung.</p></article></body></html>"""


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    given = {"BOT_DATABASE": str(tmp_path / "a.db"), "LANG": "en_GB.UTF-8", "BOT_FETCH_PRIVATE": "127.0.0.1"}
    return {**os.environ, **given}


async def run(environment: Mapping[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "bot", *words]
    return await asyncio.to_thread(
        subprocess.run, command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.slow
async def test_an_address_is_an_article_for_every_command(environment: Mapping[str, str]) -> None:
    async with open_site() as site:
        url = site.put("/steg", PAGE, Content_Type="text/html; charset=utf-8")
        assert "Rat baut Steg" in (await run(environment, "ingest", url)).stdout
        assert "Steges" in (await run(environment, "ask", "-a", url, "Was hat der Rat beschlossen?")).stdout
        assert "Ute Groß" in (await run(environment, "analyze", url)).stdout
        assert (await run(environment, "check", "-a", url, "Der Rat baut einen Steg")).returncode == 0


@pytest.mark.parametrize(
    ("path", "private", "line"),
    [
        ("/none", "127.0.0.1", "There is no page at"),
        ("/steg", "127.0.0.2", "leads into a private network"),
        ("/steg", "", "is no address that can be opened"),
    ],
)
async def test_what_can_not_be_fetched_ends_in_one_line(
    path: str, private: str, line: str, environment: Mapping[str, str]
) -> None:
    async with open_site() as site:
        site.put("/steg", PAGE, Content_Type="text/html")
        done = await run({**environment, "BOT_FETCH_PRIVATE": private}, "ingest", site.root + path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert line in done.stderr


def test_a_path_is_read_without_the_library_of_the_web() -> None:
    code = "import sys, bot.app; sys.exit('aiohttp' in sys.modules or 'yarl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
