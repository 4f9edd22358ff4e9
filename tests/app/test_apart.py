"""Long work in a process of its own gives what it gives here, errors too, and a dead process costs nothing but time."""

import asyncio
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot import formats
from bot.app import open_bot
from bot.app.apart import processes, readers
from bot.errors import ArticleError, ArticleProblem
from bot.model import Article, Document, ExtractedText
from bot.processes import Bounds, ClosedError, Room
from bot.service import analyse
from bot.settings import Settings

READING = ExtractedText("Die Brücke in Hagen ist seit Montag gesperrt. Das sagte Ina Roth, die Sprecherin der Stadt.\n")


def number_of_the_process() -> Article:
    raise LookupError(os.getpid())


def dying() -> Article:
    if multiprocessing.parent_process() is not None:
        os._exit(1)
    return analyse(READING, "here")


@pytest.mark.slow
async def test_an_article_comes_back_equal() -> None:
    async with processes() as apart:
        assert await apart(partial(analyse, READING, "rat.txt")) == analyse(READING, "rat.txt")
        with pytest.raises(LookupError) as elsewhere:
            await apart(number_of_the_process)
        assert elsewhere.value.args != (os.getpid(),)


async def test_what_can_not_be_read_is_said_as_here() -> None:
    async with processes() as apart:
        with pytest.raises(ArticleError) as caught:
            await apart(partial(analyse, ExtractedText("12 34 56"), "numbers.txt"))
    assert (caught.value.problem, caught.value.origin) == (ArticleProblem.NO_SENTENCES, "numbers.txt")


async def test_work_whose_process_dies_is_done_here() -> None:
    async with processes() as apart:
        assert (await apart(dying)).origin == "here"
    assert multiprocessing.active_children() == []


def endless() -> Article:
    while True:
        time.sleep(1)


async def test_work_that_is_under_way_does_not_hold_up_the_end() -> None:
    async with processes() as apart:
        waiting = asyncio.ensure_future(apart(endless))
        while not multiprocessing.active_children():  # noqa: ASYNC110 - a process sets no event here
            await asyncio.sleep(0.01)
    with pytest.raises(ClosedError):
        await waiting
    assert multiprocessing.active_children() == []


MAIL = (
    b"Subject: Rat baut Steg\nContent-Type: text/plain; charset=utf-8\n\nDer Rat baut einen Steg. Das sagte Ute Grau.\n"
)
EML = Document(MAIL, "message/rfc822", "steg.eml")


async def test_a_document_is_read_in_a_process_as_it_is_here() -> None:
    async with readers() as reading:
        assert await reading(EML) == formats.read(EML)
        with pytest.raises(ArticleError) as caught:
            await reading(Document(b"%PDF-1.7 broken", "application/pdf", "broken.pdf"))
    assert (caught.value.problem, caught.value.origin) == (ArticleProblem.FORMAT, "broken.pdf")


async def test_a_document_that_takes_too_long_is_given_up_and_its_process_killed() -> None:
    async with readers(Bounds(0.001, 10**9)) as reading:
        with pytest.raises(ArticleError) as caught:
            await reading(Document(MAIL + b"Ein Satz folgt dem anderen. " * 100_000, EML.media_type, EML.origin))
    assert (caught.value.problem, caught.value.origin) == (ArticleProblem.TOO_SLOW_TO_READ, "steg.eml")
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no limit of address space holds")
async def test_a_document_that_takes_too_much_memory_is_too_large() -> None:
    async with readers(Bounds(20.0, 1_000_000)) as reading:
        with pytest.raises(ArticleError) as caught:
            await reading(Document(MAIL + b"Ein Satz folgt dem anderen. " * 100_000, "message/rfc822", "long.eml"))
    assert caught.value.problem in {ArticleProblem.TOO_LARGE, ArticleProblem.FORMAT}


def killed(_document: Document) -> ExtractedText:
    os._exit(9)


async def test_a_document_that_kills_its_reader_is_refused_and_never_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "read", killed)
    async with readers() as reading:
        with pytest.raises(ArticleError) as caught:
            await reading(EML)
    assert caught.value.problem is ArticleProblem.FORMAT


async def test_a_short_page_is_read_without_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Room, "do", None)
    async with readers() as reading:
        for media_type in ("text/plain", "text/html; charset=utf-8", "application/octet-stream"):
            assert "Steg" in (await reading(Document(b"<html><p>Der Rat baut einen Steg.", media_type, "a"))).text


async def test_the_article_that_a_chat_begins_with_is_analysed_apart_where_it_is_new(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(READING.text, encoding="utf-8")
    settings = Settings(database=tmp_path / "articles.db", article=str(tmp_path / "story.txt"), dictionary="none")
    apart: list[str] = []

    async def noted(work: Callable[[], Article]) -> Article:
        apart.append("once")
        return work()

    async with open_bot(settings) as opened:
        bot = replace(opened, library=replace(opened.library, apart=noted))
        first = await bot.opening_article()
        assert await bot.opening_article() == first
        await bot.library.ingest(Document(b"The bridge in Hagen is closed. It rains.", "text/plain", "b.txt"))
    assert apart == ["once"]
