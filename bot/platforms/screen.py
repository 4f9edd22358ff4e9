"""What a conversation in a terminal needs, and the screen that gives it without any library: plain lines in and out.

Rule of this room: whatever bytes come in, a text without halves of surrogate pairs goes on; whatever is cut here is an
echo, never an answer.
"""

import re
import shutil
import sys
from abc import ABC, abstractmethod
from typing import IO

from bot.chat import Reply
from bot.render import plain
from bot.render.text import inert

WIDEST = 100
"""Columns; longer lines are hard to read, however wide the terminal is."""
LONGEST_LINE = 1 << 20
"""Bytes of a line that are kept; no question is that long, and a line without an end must not fill the memory."""
ECHO = 200
"""Characters of a question that are repeated in a transcript."""
PROMPT = "> "
_SURROGATE = re.compile("[\ud800-\udfff]")


class Screen(ABC):
    """Where a person, or a pipe, reads and writes; `person` tells which of the two it is."""

    person: bool = True

    @abstractmethod
    async def read(self) -> str:
        """Return the next message; raises `EOFError` at the end, `KeyboardInterrupt` where a person pressed Ctrl-C."""

    @abstractmethod
    def show(self, reply: Reply) -> None:
        """Show a reply."""

    @abstractmethod
    def note(self, text: str) -> None:
        """Show a line of the console's own."""


class PlainScreen(Screen):
    """Lines in, lines out: for a pipe and for a terminal that knows no more than that."""

    def __init__(self, stdin: IO[str] | None, stdout: IO[str] | None) -> None:
        self._in = stdin
        self._out = stdout
        self.person = is_terminal(stdin)
        self._echoed = self.person and is_terminal(stdout)
        self._gap = ""

    async def read(self) -> str:
        """Return the next line, without its end; the terminal echoes it, or else this does."""
        self._prompt()
        line = _line(self._in)
        if not line:
            self._write("\n" if self._echoed else "")
            raise EOFError
        text = legible(line.decode(getattr(self._in, "encoding", None) or "utf-8", "replace"))
        if not self._echoed and text.strip():
            self._write(f"{PROMPT}{inert(_shortened(text))}\n")
        return text

    def show(self, reply: Reply) -> None:
        """Write a reply between blank lines, the first one from the top; only a terminal has a width to fold to."""
        width = terminal_width() if is_terminal(self._out) else None
        self._write(f"{self._gap}{plain.render(reply, width, hints=self.person)}\n\n")
        self._gap = "\n"

    def note(self, text: str) -> None:
        """Write a line of the console's own."""
        self._write(f"\n{text}\n")

    def _prompt(self) -> None:
        if self._echoed:
            self._write(PROMPT)
        elif self.person and is_terminal(sys.stderr):
            print(PROMPT, end="", file=sys.stderr, flush=True)  # noqa: T201 - what is written goes elsewhere

    def _write(self, text: str) -> None:
        if self._out is not None and text:
            self._out.write(text)
            self._out.flush()


def is_terminal(stream: IO[str] | None) -> bool:
    """Tell whether a stream is a terminal; one that is missing or closed is none."""
    return stream is not None and not stream.closed and stream.isatty()


def terminal_width() -> int:
    """Return the columns to fold to, now: a terminal may have been resized."""
    return min(WIDEST, shutil.get_terminal_size().columns)


def legible(text: str) -> str:
    """Return a message without its line end, a byte order mark and halves of surrogate pairs (undecodable bytes)."""
    return _SURROGATE.sub("\ufffd", text.removeprefix("\ufeff").rstrip("\r\n"))


def _shortened(text: str) -> str:
    return text if len(text) <= ECHO else f"{text[:ECHO]}…"


def _line(stdin: IO[str] | None) -> bytes:
    """Return the next line as far as it is kept; nothing at the end, and where there is nothing to read from."""
    if stdin is None or stdin.closed:
        return b""
    try:
        line = rest = stdin.buffer.readline(LONGEST_LINE)  # type: ignore[attr-defined]
        while len(rest) == LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stdin.buffer.readline(LONGEST_LINE)  # type: ignore[attr-defined]
    except OSError:  # the terminal is gone
        return b""
    return bytes(line)
