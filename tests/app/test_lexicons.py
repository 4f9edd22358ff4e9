import asyncio
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from bot import processes
from bot.app import lexicons, open_bot
from bot.errors import BotError, DictionaryError, DictionaryProblem
from bot.model import Answer, Document
from bot.processes import DiedError
from bot.settings import Settings

PAGE = "Im Zoo von Lindau lebt seit Montag eine Seekuh. Der Eintritt kostet acht Euro.\n"
QUESTION = "Is there a manatee?"
PATIENCE = 900.0
"""Seconds; a process that gives way to all others takes its time on a busy machine."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings with a dictionary of one line, not compiled yet."""
    file = tmp_path / "de-en"
    file.write_text("Seekuh {f} | Seekühe {pl} :: manatee | manatees\n", encoding="utf-8")
    return Settings(database=tmp_path / "articles.db", dictionary=str(file), encoder="none")


def _found(answer: Answer) -> bool:
    return answer.refusal is None


async def test_a_bot_answers_before_its_dictionary_is_compiled_and_takes_it_in_then(settings: Settings) -> None:
    told: list[str] = []
    async with open_bot(settings, told.append, pytest.fail, waiting=False) as bot:
        article = await bot.library.ingest(Document(PAGE.encode(), "text/plain", "zoo.txt"))
        assert told == [settings.dictionary]
        assert not _found(await bot.library.ask(article, QUESTION))
        async with asyncio.timeout(PATIENCE):
            while not _found(await bot.library.ask(article, QUESTION)):  # noqa: ASYNC110 - as a person would
                await asyncio.sleep(0.1)
    async with open_bot(settings, pytest.fail, pytest.fail, waiting=False) as bot:
        assert _found(await bot.library.ask(article, QUESTION))


async def test_a_program_that_answers_once_waits_for_it(settings: Settings) -> None:
    told: list[str] = []
    async with open_bot(settings, told.append, pytest.fail) as bot:
        article = await bot.library.ingest(Document(PAGE.encode(), "text/plain", "zoo.txt"))
        assert _found(await bot.library.ask(article, QUESTION))
    assert told == [settings.dictionary]


@pytest.fixture
def endless(settings: Settings) -> Settings:
    """Return settings with a dictionary that takes for ever: a pipe that nobody writes to."""
    Path(settings.dictionary).unlink()
    os.mkfifo(settings.dictionary)
    return settings


@pytest.mark.parametrize("soon", [True, False])
async def test_a_bot_that_is_stopped_waits_for_no_dictionary(
    endless: Settings, monkeypatch: pytest.MonkeyPatch, *, soon: bool
) -> None:
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()
    received = processes._received

    def watched(*given: object) -> object:
        loop.call_soon_threadsafe(begun.set)
        return received(*given)  # type: ignore[arg-type] # it is handed on

    monkeypatch.setattr(processes, "_received", watched)
    async with open_bot(endless, unable=pytest.fail, waiting=False):
        if not soon:
            await begun.wait()


async def _why(settings: Settings) -> list[BotError]:
    unable: list[BotError] = []
    told = asyncio.Event()

    def tell(error: BotError) -> None:
        unable.append(error)
        told.set()

    async with open_bot(settings, unable=tell, waiting=False) as bot:
        article = await bot.library.ingest(Document(PAGE.encode(), "text/plain", "zoo.txt"))
        async with asyncio.timeout(PATIENCE):
            await told.wait()
        assert _found(await bot.library.ask(article, "Was kostet der Eintritt?"))
    return unable


@pytest.fixture
def foreign(settings: Settings) -> Settings:
    """Return settings with a dictionary that is none."""
    Path(settings.dictionary).write_text("nothing\n")
    return settings


async def test_a_bot_whose_dictionary_is_none_says_so_and_goes_on(foreign: Settings) -> None:
    [error] = await _why(foreign)
    assert isinstance(error, DictionaryError)
    assert error.problem is DictionaryProblem.FOREIGN


async def test_a_bot_whose_dictionary_dies_in_the_making_says_so_and_goes_on(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def died(*_: object) -> NoReturn:
        raise DiedError

    monkeypatch.setattr(lexicons.Room, "do", died)
    [error] = await _why(settings)
    assert isinstance(error, DictionaryError)
    assert error.problem is DictionaryProblem.NOT_COMPILED


async def test_a_dictionary_that_is_set_and_not_there_ends_the_start(settings: Settings) -> None:
    with pytest.raises(DictionaryError), suppress(OSError):
        async with open_bot(replace(settings, dictionary="/nowhere"), waiting=False):
            pass
