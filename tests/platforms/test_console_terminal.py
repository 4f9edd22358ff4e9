"""Conversations in a real terminal: a tmux pane, what is typed into it, and what it then shows."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HOW_TO = "tmux drives the terminal of these tests: apt-get install -y tmux (Debian, Ubuntu), brew install tmux (macOS)"
ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("scripted_console.py")
PATIENCE = 120.0
"""Seconds; a loaded machine starts slowly, and a test that passes never waits that long."""

pytestmark = [pytest.mark.terminal, pytest.mark.slow]


class Pane:
    """A terminal of its own with the console in it."""

    def __init__(self, width: int = 80, **environment: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="tmux")
        known = {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | environment
        given = [f"{name}={value}" for name, value in known.items()]
        unset = ["-uNO_COLOR", "-uCOLUMNS", "-uLINES"]  # readline, where it is loaded, exports the last two
        command = shlex.join(["env", *unset, *given, sys.executable, str(SCRIPT)])
        size = ["-x", str(width), "-y", "40"]
        self._tmux("new-session", "-d", *size, f"{command}; echo left with $?; exec cat")

    def _tmux(self, *arguments: str, stdin: str = "") -> str:
        command = ["tmux", "-u", "-S", f"{self._folder.name}/socket", "-f", "/dev/null", *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", input=stdin).stdout

    def keys(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        self._tmux("send-keys", "-l", "--", text)

    def paste(self, text: str) -> None:
        self._tmux("load-buffer", "-", stdin=text)
        self._tmux("paste-buffer", "-p")

    def resize(self, width: int) -> None:
        """Return when the terminal has its new width; tmux waits a little before it tells the program in it."""
        self._tmux("resize-window", "-x", str(width))
        with Path(self._tmux("display", "-p", "#{pane_tty}").strip()).open() as terminal:
            self.wait(lambda _: os.get_terminal_size(terminal.fileno()).columns == width)

    def screen(self, *, styled: bool = False) -> str:
        lines = self._tmux("capture-pane", "-p", *(["-e"] if styled else [])).splitlines()
        return "\n".join(line.rstrip() for line in lines)

    def wait(self, seen: str | Callable[[str], bool]) -> str:
        """Return the screen as soon as it shows what is waited for."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = self.screen()
            if seen in screen if isinstance(seen, str) else seen(screen):
                return screen
            time.sleep(0.05)
        raise AssertionError(f"not seen: {seen!r} in\n{self.screen()}")

    def prompt(self) -> str:
        """Return what stands behind the last prompt."""
        return next(line for line in reversed(self.screen().splitlines()) if line.startswith(("❯", ">")))[1:].strip()

    def close(self) -> None:
        self._tmux("kill-server")
        self._folder.cleanup()


@pytest.fixture
def open_pane() -> Iterator[Callable[..., Pane]]:
    if shutil.which("tmux") is None:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip  # an assertion would print the environment
        stop(HOW_TO)
    panes: list[Pane] = []

    def start(width: int = 80, **environment: str) -> Pane:
        panes.append(Pane(width, **environment))
        return panes[-1]

    yield start
    for pane in panes:
        pane.close()


Open = Callable[..., Pane]
EMPTY = "Ask about the article, or type /help"


def test_a_question_is_answered_and_the_prompt_comes_back(open_pane: Open) -> None:
    pane = open_pane()
    greeting = pane.wait(EMPTY)
    assert "Raketen gegen Soldaten" in greeting
    pane.type("what did Russia send?")
    pane.keys("Enter")
    screen = pane.wait(lambda s: "/context 1 · /sources" in s and s.count("❯") == 2)
    assert "1  Nach Angaben südkoreanischer Stellen hat Russland Flugabwehrraketen\n   geliefert, im Gegenzug" in screen
    assert "   Source: South Korean accounts (indirect speech)" in screen


def test_tab_lists_the_commands_with_their_meaning_and_enter_sends_the_chosen_one(open_pane: Open) -> None:
    pane = open_pane()
    pane.wait(EMPTY)
    pane.type("/")
    pane.keys("Tab")
    screen = pane.wait("the sentences around answer N")
    assert "/context N" in screen
    assert "who says what" in screen
    pane.keys("C-c")
    pane.wait(EMPTY)
    pane.type("/he")
    pane.keys("Tab")
    pane.wait(lambda _: pane.prompt().startswith("/help"))
    pane.keys("Enter")
    pane.wait("This is what you can type:")


def test_behind_a_command_that_takes_a_number_tab_lists_the_answers_to_the_last_question(open_pane: Open) -> None:
    pane = open_pane()
    pane.wait(EMPTY)
    pane.type("oil?")
    pane.keys("Enter")
    pane.wait(lambda s: "/context 1 · /sources" in s and s.count("❯") == 2)
    pane.type("/help")
    pane.keys("Enter")
    pane.wait(lambda s: "This is what you can type:" in s and EMPTY in s)
    pane.type("/context ")
    pane.keys("Tab")
    pane.wait(lambda s: s.count("Es kam auch Öl.") == 2)


def test_up_recalls_what_was_typed_in_an_earlier_session(open_pane: Open, tmp_path: Path) -> None:
    history = tmp_path / "new" / "history"
    first = open_pane(SCRIPTED_HISTORY=str(history))
    first.wait(EMPTY)
    first.type("what did Russia send?")
    first.keys("Enter")
    first.wait("/sources")
    assert history.stat().st_mode & 0o077 == 0
    second = open_pane(SCRIPTED_HISTORY=str(history))
    second.wait(EMPTY)
    second.keys("Up")
    second.wait(lambda _: second.prompt() == "what did Russia send?")


def test_a_history_that_cannot_be_written_is_kept_in_memory(open_pane: Open, tmp_path: Path) -> None:
    pane = open_pane(SCRIPTED_HISTORY=str(tmp_path))
    pane.wait(EMPTY)
    pane.type("oil?")
    pane.keys("Enter")
    pane.wait(lambda s: "/sources" in s and s.count("❯") == 2)
    pane.keys("Up")
    pane.wait(lambda _: pane.prompt() == "oil?")


def test_control_c_clears_the_line_and_leaves_at_the_second_time_in_a_row(open_pane: Open) -> None:
    pane = open_pane()
    pane.wait(EMPTY)
    pane.type("half a quest")
    pane.wait("half a quest")
    pane.keys("C-c")
    screen = pane.wait("Ctrl-C again, or Ctrl-D, leaves.")
    assert "half a quest" not in screen
    pane.type("x")
    pane.wait(lambda s: "Ctrl-C again" not in s)
    pane.keys("C-c")
    pane.wait("Ctrl-C again, or Ctrl-D, leaves.")
    pane.keys("C-c")
    assert "Good-bye." in pane.wait("left with 0")


def test_control_d_leaves_with_the_good_bye_of_the_bot(open_pane: Open) -> None:
    pane = open_pane(SCRIPTED_LANGUAGE="de")
    pane.wait("Fragen Sie etwas zum Artikel, oder /help")
    pane.keys("C-c")
    pane.wait("Noch einmal Strg-C, oder Strg-D, beendet.")
    pane.keys("C-d")
    assert "Good-bye." in pane.wait("left with 0")


def test_control_c_stops_an_answer_and_the_prompt_comes_back(open_pane: Open) -> None:
    pane = open_pane()
    pane.wait(EMPTY)
    pane.type("wait")
    pane.keys("Enter")
    pane.wait(lambda s: EMPTY not in s and "wait" in s)
    time.sleep(0.3)
    pane.keys("C-c")
    pane.wait(lambda s: "Stopped." in s and EMPTY in s)
    pane.type("oil?")
    pane.keys("Enter")
    pane.wait("Es kam auch Öl.")


def test_a_paste_of_several_lines_is_one_message(open_pane: Open) -> None:
    pane = open_pane()
    pane.wait(EMPTY)
    pane.paste("first line\nsecond line")
    pane.wait("second line")
    assert "Source:" not in pane.screen()
    pane.keys("Enter")
    screen = pane.wait("/context 1 · /sources")
    assert screen.count("2 sentences of the article match:") == 1


def test_a_paste_that_no_line_can_hold_is_answered_at_once(open_pane: Open) -> None:
    pane = open_pane()
    pane.wait(EMPTY)
    pane.paste("x" * 50_000)
    pane.wait(lambda s: "The question is too long." in s and EMPTY in s)


def test_a_resized_terminal_folds_the_next_answer_to_its_new_width(open_pane: Open) -> None:
    pane = open_pane()
    pane.wait(EMPTY)
    pane.resize(40)
    pane.type("oil?")
    pane.keys("Enter")
    screen = pane.wait(lambda s: "/context 1 · /sources" in s)
    assert "1  Nach Angaben südkoreanischer Stellen\n   hat Russland Flugabwehrraketen" in screen


COLOUR = ("\x1b[36m", "\x1b[35m", "\x1b[1;36m", "\x1b[1;35m", "\x1b[1m\x1b[36m", "\x1b[1m\x1b[35m")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["a terminal with colours", "NO_COLOR", "a dumb terminal"],
)
def test_colour_is_there_where_it_is_wanted(open_pane: Open, environment: dict[str, str], coloured: bool) -> None:  # noqa: FBT001
    pane = open_pane(**environment)
    pane.wait("Ask me about this article.")
    pane.type("oil?")
    pane.keys("Enter")
    pane.wait(lambda s: "/context 1 · /sources" in s)
    assert any(code in pane.screen(styled=True) for code in COLOUR) == coloured
    assert ("\x1b[" in pane.screen(styled=True)) == (environment.get("TERM") != "dumb")


def test_in_a_dumb_terminal_the_keys_do_what_they_do_elsewhere(open_pane: Open) -> None:
    pane = open_pane(TERM="dumb")
    pane.wait("Ask me about this article.")
    pane.type("half a quest")
    pane.keys("C-c")
    pane.wait("Ctrl-C again, or Ctrl-D, leaves.")
    pane.type("wait")
    pane.keys("Enter")
    pane.wait("> wait")
    time.sleep(0.3)
    pane.keys("C-c")
    pane.wait("Stopped.")
    pane.keys("C-d")
    assert "Good-bye." in pane.wait("left with 0")
