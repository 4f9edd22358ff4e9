"""A terminal that can edit lines and show colour: prompt_toolkit reads, rich writes.

Rule of this room: what is written comes from `render.console`; here its styles get their look, and nothing is worded.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style as PromptStyle
from rich.console import Console
from rich.text import Text

from bot.chat import Cited, Reply
from bot.platforms.screen import PROMPT, WIDEST, Screen, legible
from bot.render.console import Style, lines
from bot.render.text import inert

LOOK = {
    Style.FRAME: "",
    Style.HEADING: "bold",
    Style.NUMBER: "bold cyan",
    Style.SENTENCE: "",
    Style.MARK: "bold magenta",
    Style.SPEAKER: "italic green",
    Style.CONTEXT: "dim",
    Style.COMMAND: "cyan",
    Style.CELL: "",
    Style.HINT: "dim",
}
"""Colours of the terminal's own palette, none of which vanishes on a light or on a dark ground; each style differs from
its neighbours without colour too."""
PROMPT_LOOK = PromptStyle.from_dict(
    {
        "prompt": "ansicyan bold",
        "placeholder": "ansibrightblack",
        "bottom-toolbar": "noreverse",
    }
)
SIGN = "❯ "
LONGEST_PASTE = 20_000
"""Characters; more is handed over at once, because an editor line of that length can't be worked with."""
LONGEST_KEPT = 2_000
"""Characters of what the history keeps."""
PREVIEW = 60
"""Characters of a sentence in the menu of numbers."""


class Terminal(Screen):
    """A screen with history, completion and colour, as far as the terminal has it (NO_COLOR is heeded)."""

    def __init__(self, commands: Sequence[tuple[str, str]], *, ask: str, leave: str, history: str | None) -> None:
        self._console = Console(highlight=False, markup=False, emoji=False)
        self._completer = Commands(commands)
        self._leave = leave
        self._leaving = False
        self._asked = ""
        self._session: PromptSession[str] = PromptSession(
            [("class:prompt", sign_for(sys.stdout.encoding))],
            completer=self._completer,
            complete_while_typing=True,
            history=kept_history(history),
            placeholder=[("class:placeholder", ask)],
            bottom_toolbar=self._toolbar,
            key_bindings=self._keys(),
            style=PROMPT_LOOK,
            enable_suspend=True,
            reserve_space_for_menu=min(8, len(commands) + 1),
        )
        self._session.default_buffer.on_text_changed += lambda _: self._leave_later()

    async def read(self) -> str:
        """Return what was typed or pasted, line ends within it included."""
        self._leaving = False
        self._asked = legible(await self._session.prompt_async())
        return self._asked

    def show(self, reply: Reply) -> None:
        """Write a reply between blank lines, folded to the width that the terminal has now."""
        if not self._asked.startswith("/"):
            self._completer.cited = tuple(part for part in reply.parts if isinstance(part, Cited))
        write(self._console, reply)

    def note(self, text: str) -> None:
        """Write a line of the console's own."""
        self._console.print(Text(text, LOOK[Style.HINT]), soft_wrap=True)

    def _toolbar(self) -> StyleAndTextTuples | None:
        return [("", self._leave)] if self._leaving else None

    def _leave_later(self) -> None:
        self._leaving = False

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add("c-c")(self._interrupted)
        keys.add("<sigint>")(self._interrupted)
        keys.add(Keys.BracketedPaste)(_paste)
        keys.add("tab")(_complete)
        return keys

    def _interrupted(self, event: KeyPressEvent) -> None:
        """Clear the line; on an empty one, leave at the second time in a row."""
        if self._leaving and not event.current_buffer.text:
            event.app.exit(exception=EOFError())
            return
        event.current_buffer.reset()
        self._leaving = True


def sign_for(encoding: str) -> str:
    """Return the sign of the prompt, or the one for a terminal whose encoding lacks it."""
    try:
        SIGN.encode(encoding)
    except UnicodeEncodeError:
        return PROMPT
    return SIGN


def _complete(event: KeyPressEvent) -> None:
    """Put in what alone completes the line, at once: while a menu is made as one types, a key for it would be lost."""
    line = event.current_buffer
    if line.complete_state is not None and line.complete_state.completions:
        line.complete_next()
        return
    asked = CompleteEvent(completion_requested=True)
    found = list(line.completer.get_completions(line.document, asked))
    if len(found) == 1:
        line.apply_completion(found[0])
    else:
        line.start_completion(insert_common_part=True)


def _paste(event: KeyPressEvent) -> None:
    pasted = event.data.replace("\r\n", "\n").replace("\r", "\n")
    if len(pasted) > LONGEST_PASTE:
        event.app.exit(result=event.current_buffer.text + pasted)
    else:
        event.current_buffer.insert_text(pasted)


def write(console: Console, reply: Reply) -> None:
    """Write a reply between blank lines."""
    console.print()
    for line in lines(reply, min(WIDEST, console.width), hints=True):
        # Folded already; what is wider still is one word, and the terminal breaks it without losing a character.
        console.print(Text.assemble(*((s.text, LOOK[s.style]) for s in line)), soft_wrap=True)
    console.print()


class Commands(Completer):
    """Completes commands with their meaning, and behind one that takes a number those of the last answer."""

    def __init__(self, commands: Sequence[tuple[str, str]]) -> None:
        self._commands = commands
        self.cited: tuple[Cited, ...] = ()

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002
        """Yield what can stand before the cursor."""
        typed = document.text_before_cursor.lower()
        if " " in typed:
            yield from self._numbers(typed)
        elif typed.startswith("/"):
            yield from self._names(typed)

    def _names(self, typed: str) -> Iterator[Completion]:
        for usage, meaning in self._commands:
            name, number, _ = usage.partition(" ")
            if name.startswith(typed):
                yield Completion(name + number, -len(typed), display=usage, display_meta=meaning)

    def _numbers(self, typed: str) -> Iterator[Completion]:
        name, _, begun = typed.partition(" ")
        if any(usage.startswith(f"{name} ") for usage, _ in self._commands):
            for cited in self.cited:
                number = str(cited.number)
                if cited.number and number.startswith(begun):
                    yield Completion(number, -len(begun), display_meta=_preview(cited.text))


def _preview(text: str) -> str:
    text = " ".join(inert(text).split())
    return text if len(text) <= PREVIEW else f"{text[:PREVIEW]}…"


def kept_history(path: str | None) -> History:
    """Return the history in a file that only its owner can read, or one in memory where that can't be written."""
    if path is None:
        return InMemoryHistory()
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600))
    except (OSError, ValueError):
        return InMemoryHistory()
    return _KeptHistory(path)


class _KeptHistory(FileHistory):
    """A history that loses an entry rather than the talk."""

    def load_history_strings(self) -> Iterable[str]:
        try:
            return list(super().load_history_strings())
        except OSError:
            return ()

    def store_string(self, string: str) -> None:
        if len(string) <= LONGEST_KEPT:
            with suppress(OSError):
                super().store_string(string)
