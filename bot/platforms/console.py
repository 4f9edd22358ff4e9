"""The terminal: reads a line, awaits the handle once, shows the reply.

Rule of this room: it survives whatever is typed, piped in or broken off. Line editing and colour are loaded only where
a terminal can show them.
"""

import asyncio
import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path

from bot.chat import Enclosure, Handle, Incoming, Reply, Said
from bot.platforms.screen import PlainScreen, Screen, is_terminal
from bot.transport import Draw, File, FileGoneError

NAME = "console"
LEAVE = "/quit"
"""What Ctrl-D says, so that the good-bye is the bot's."""
DUMB = frozenset({"", "dumb", "unknown"})
"""Names of terminals that understand no escape sequence."""


@dataclass(frozen=True, slots=True)
class Words:
    """The console's own phrases in one language."""

    ask: str
    leave: str
    stopped: str
    wait: str
    saved: str
    unsaved: str


WORDS = {
    "de": Words(
        "Fragen Sie etwas zum Artikel, oder /help",
        "Noch einmal Strg-C, oder Strg-D, beendet.",
        "Abgebrochen.",
        "Einen Moment …",
        "Gespeichert: {path}",
        "Die Datei ließ sich hier nicht speichern. Beginnen Sie in einem Ordner, in den Sie schreiben dürfen.",
    ),
    "en": Words(
        "Ask about the article, or type /help",
        "Ctrl-C again, or Ctrl-D, leaves.",
        "Stopped.",
        "One moment …",
        "Saved: {path}",
        "The file could not be saved here. Start in a folder that you may write to.",
    ),
}
PATIENCE = 1.0
"""Seconds after which a person is told that the answer takes longer: the first one prepares the lexicon."""


def words_in(language: str) -> Words:
    """Return the console's phrases in a language, in English where it has none."""
    return WORDS.get(language[:2].lower(), WORDS["en"])


async def run(
    handle: Handle, *, greeting: Reply, commands: Sequence[tuple[str, str]], language: str, history: str | None
) -> int:
    """Talk until the person leaves or the input ends, and return the exit code.

    `commands` are (usage, meaning) for completion; `history` is the file that keeps what was typed, None keeps it in
    memory. A reader that went away ends the talk quietly; Ctrl-C in a pipe raises `KeyboardInterrupt`.
    """
    try:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a sentence may hold what this terminal has no sign for
        with _default_interrupt():
            await talk(handle, _screen(commands, language, history), greeting, language)
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EIO):
            raise
        _drop_output()
    return 0


def _screen(commands: Sequence[tuple[str, str]], language: str, history: str | None) -> Screen:
    dumb = os.environ.get("TERM", "") in DUMB and os.name == "posix"
    if dumb or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return PlainScreen(sys.stdin, sys.stdout)
    from bot.platforms.terminal import Terminal  # noqa: PLC0415 - a pipe needs neither line editing nor colour

    words = words_in(language)
    return Terminal(commands, ask=words.ask, leave=words.leave, history=history)


async def talk(handle: Handle, screen: Screen, greeting: Reply, language: str) -> None:
    """Show the greeting and answer messages until one says good-bye; a second Ctrl-C in a row says it too."""
    words = words_in(language)
    screen.show(greeting)
    interrupted = False
    while True:
        try:
            if await _turn(handle, screen, language):
                return
            interrupted = False
        except KeyboardInterrupt:
            if not screen.person:
                raise
            if interrupted:
                await _reply(handle, screen, LEAVE, language)
                return
            interrupted = True
            screen.note(words.leave)


async def _turn(handle: Handle, screen: Screen, language: str) -> bool:
    """Read and answer one message; tell whether it was the last."""
    try:
        text = await screen.read()
    except EOFError:
        if screen.person:
            await _reply(handle, screen, LEAVE, language)
        return True
    return bool(text.strip()) and await _reply(handle, screen, text, language)


async def _reply(handle: Handle, screen: Screen, text: str, language: str) -> bool:
    """Show the reply to a message, or that it was stopped; tell whether it was a good-bye."""
    reply = await _answer(handle, Incoming(NAME, NAME, text, language), screen)
    if reply is None:
        if not screen.person:
            raise KeyboardInterrupt
        screen.note(words_in(language).stopped)
        return False
    screen.show(reply)
    return reply.bye


def saving(handle: Handle, draw: Draw) -> Handle:
    """Return a handle whose replies' files are written into the current folder, with a line that says so."""

    async def answer(incoming: Incoming) -> Reply:
        reply = await handle(incoming)
        if reply.encloses is None:
            return reply
        return replace(reply, parts=(*reply.parts, Said(await _saved(draw, reply.encloses, reply.language))))

    return answer


async def _saved(draw: Draw, enclosure: Enclosure, language: str) -> str:
    """Write what a reply encloses, and return the line that says where."""
    words = words_in(language)
    try:
        path = await asyncio.to_thread(_written, await draw(enclosure, language))
    except (FileGoneError, OSError):
        return words.unsaved
    return words.saved.format(path=path)


def _written(file: File) -> Path:
    """Write a file into the current folder, and return where it is."""
    path = Path(file.name).resolve()
    path.write_bytes(file.content)
    return path


async def _answer(handle: Handle, incoming: Incoming, screen: Screen) -> Reply | None:
    """Return the reply, or None where Ctrl-C stopped it; a person who has to wait is told so."""
    task = asyncio.ensure_future(handle(incoming))
    stopped = False

    def stop() -> None:
        nonlocal stopped
        stopped = task.cancel()

    with _on_interrupt(stop):
        try:
            if screen.person and not (await asyncio.wait({task}, timeout=PATIENCE))[0]:
                screen.note(words_in(incoming.language or "").wait)
            return await task
        except asyncio.CancelledError:
            if not stopped:
                task.cancel()
                raise
            return None


@contextmanager
def _on_interrupt(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` at each Ctrl-C, where the event loop can."""
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGINT, stop)
    try:
        yield
    finally:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.remove_signal_handler(signal.SIGINT)


@contextmanager
def _default_interrupt() -> Iterator[None]:
    """Let Ctrl-C break off a read: asyncio's own handler would only cancel what comes after it."""
    try:
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
    except ValueError:  # not in the main thread, where nothing can be broken off
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _drop_output() -> None:
    """Send what is still buffered nowhere: its reader has left, and the interpreter flushes once more at its end."""
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
