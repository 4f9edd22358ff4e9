"""Long work in a process of its own gives what it gives here, errors too, and a dead process costs nothing but time."""

import asyncio
import multiprocessing
import os
import time
from functools import partial

import pytest

from bot.app.apart import ClosedError, processes
from bot.errors import ArticleError, ArticleProblem
from bot.model import Article, ExtractedText
from bot.service import analyse

READING = ExtractedText("Die Brücke in Hagen ist seit Montag gesperrt. Das sagte Ina Roth, die Sprecherin der Stadt.\n")


def number_of_the_process() -> Article:
    raise LookupError(os.getpid())


def dying() -> Article:
    if multiprocessing.parent_process() is not None:
        os._exit(1)
    return analyse(READING, "here")


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
