"""Runs the work of a command, and ends it with one line where it can't be done.

Rule of this module: whatever ends the program says in one line what to do, in the language of the environment.
"""

import asyncio
import gc
import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from bot.embedding import STRIDE
from bot.errors import BotError

if TYPE_CHECKING:
    from bot.app import Bot
    from bot.conversation.phrases import Phrases

T = TypeVar("T")
LONG = 150
"""Sentences of an article whose vectors take a few seconds."""
QUARTERS = 4
"""How often it is said how far they are."""
DRAWING = ("rich", "httpx._main")
"""What structlog takes for stack traces, which no log of ours has, and httpx for a program of its own."""
MENDABLE = 2
"""Exit code of everything that the person at the keyboard can mend."""


def phrases() -> "Phrases":
    """Return the words of the language that the environment asks for."""
    from bot.conversation.error_messages import phrases_of  # noqa: PLC0415 - `--help` needs none of it

    return phrases_of(next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), None))


def fail(line: str) -> NoReturn:
    """End the program with this line on standard error; what it repeats of somebody's words may have had several."""
    click.echo(f"article-bot: {' '.join(line.splitlines())}", err=True)
    sys.exit(MENDABLE)


def fail_for(error: BotError) -> NoReturn:
    """End the program with the line that says how to mend an error of ours."""
    from bot.conversation.error_messages import words_for  # noqa: PLC0415 - `--help` needs none of it

    fail(words_for(error, phrases()))


def run(work: "Callable[[Bot], Awaitable[T]]", *, waiting: bool = True) -> T:
    """Return what `work` makes of an open bot; an error of ours ends the program with one line.

    Without `waiting`, a dictionary is compiled meanwhile.
    """

    async def opened() -> T:
        with loading():
            from bot.app import open_bot  # noqa: PLC0415 - `--help` needs no engine, which takes 0.2 s

        async with open_bot(None, say_compiling if waiting else say_meanwhile, say_unable, waiting=waiting) as bot:
            return await work(bot)

    return done(lambda: asyncio.run(opened()))


def answer_people(work: "Callable[[Bot], Awaitable[T]]") -> T:
    """Return what `work` makes of an open bot as `run` does, in a process that answers people for months."""
    from bot.processes import hold_little  # noqa: PLC0415 - `--help` needs none of it

    hold_little()
    return run(work, waiting=False)


@contextmanager
def loading() -> Iterator[None]:
    """Load modules: what stays for ever is no garbage, and is not searched for any, neither now nor later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def without_terminal() -> Iterator[None]:
    """Load modules as where nothing draws on a terminal: some libraries load for a screen whatever they find.

    A server has none, and needs 7 MB less.
    """
    hidden = [name for name in DRAWING if name not in sys.modules]
    sys.modules |= dict.fromkeys(hidden)  # type: ignore[arg-type] # None is what can't be loaded
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def done(work: "Callable[[], T]") -> "T":
    """Return what `work` returns; an error of ours ends the program with one line."""
    try:
        return work()
    except BotError as error:
        fail_for(error)
    except KeyboardInterrupt:
        sys.exit(130)


def say_compiling(path: str) -> None:
    """Say on standard error that a dictionary is being compiled, which takes a while."""
    click.echo(f"article-bot: {phrases().compiling.format(path=path)}", err=True)


def say_meanwhile(path: str) -> None:
    """Say on standard error that a dictionary is being compiled, and that nobody waits for it."""
    click.echo(f"article-bot: {phrases().compiling_meanwhile.format(path=path)}", err=True)


def say_embedding(done: int, count: int) -> None:
    """Say on standard error how far the vectors of a long article are."""
    if count >= LONG and done * QUARTERS // count > (done - STRIDE) * QUARTERS // count:
        click.echo(f"article-bot: {phrases().embedding.format(done=done, count=count)}", err=True)


def say_unable(error: BotError) -> None:
    """Say on standard error that something is left out, and why."""
    from bot.conversation.error_messages import words_for  # noqa: PLC0415 - as above

    click.echo(f"article-bot: {words_for(error, phrases())}", err=True)
