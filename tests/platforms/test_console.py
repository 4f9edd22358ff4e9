"""Conversations with the console without a terminal: what goes in as lines and comes out as lines."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from bot.chat import Incoming, Reply, Said
from bot.platforms import console
from bot.platforms.screen import ECHO, LONGEST_LINE, Screen
from tests.fakes import COMMANDS, GERMAN_SENTENCE, GREETING, ScriptedBot

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("scripted_console.py")

Talk = Callable[..., str]


@pytest.fixture
def bot() -> ScriptedBot:
    return ScriptedBot()


@pytest.fixture
def talk(bot: ScriptedBot, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Return what the console writes when these bytes are piped into it."""

    def piped(typed: bytes, *, encoding: str = "utf-8", language: str = "en") -> str:
        out = BytesIO()
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(typed), encoding="utf-8"))
        monkeypatch.setattr(sys, "stdout", TextIOWrapper(out, encoding=encoding))
        code = asyncio.run(
            console.run(bot.handle, greeting=GREETING, commands=COMMANDS, language=language, history=None)
        )
        assert code == 0
        return out.getvalue().decode(encoding)

    return piped


def test_a_transcript_of_a_pipe_reads_like_a_talk(talk: Talk) -> None:
    assert talk(b"what did Russia send?\n/quit\nnobody reads this\n") == (
        "Raketen gegen Soldaten\n"
        "Ask me about this article.\n"
        "\n"
        "> what did Russia send?\n"
        "\n"
        "2 sentences of the article match:\n"
        "\n"
        f"1  {GERMAN_SENTENCE}\n"
        "   Source: South Korean accounts (indirect speech)\n"
        "\n"
        "2  Es kam auch Öl.\n"
        "   Source: the article itself\n"
        "\n"
        "> /quit\n"
        "\n"
        "Good-bye.\n"
        "\n"
    )


def test_the_end_of_the_input_ends_the_talk_and_blank_lines_ask_nothing(talk: Talk, bot: ScriptedBot) -> None:
    shown = talk(b"\n   \n\t\r\noil?")
    assert [incoming.text for incoming in bot.received] == ["oil?"]
    assert shown.count(">") == 1
    assert "Good-bye" not in shown


def test_a_platform_says_who_writes_and_in_which_language(talk: Talk, bot: ScriptedBot) -> None:
    talk(b"oil?\n", language="de")
    assert [(i.chat, i.user, i.language) for i in bot.received] == [("console", "console", "de")]


def test_bytes_that_are_no_text_are_asked_as_far_as_they_are_legible(talk: Talk, bot: ScriptedBot) -> None:
    talk(b"\xef\xbb\xbf\xc3\x96l?\r\n\xff\xfe \xed\xa0\xbd \x00\n")
    assert [incoming.text for incoming in bot.received] == ["Öl?", "\ufffd\ufffd \ufffd\ufffd\ufffd \x00"]


def test_what_is_typed_cannot_send_escape_sequences_through_the_echo(talk: Talk) -> None:
    assert "> ␛[2J␀\n" in talk(b"\x1b[2J\x00\n")


def test_a_line_of_a_megabyte_is_answered_and_its_echo_is_short(talk: Talk, bot: ScriptedBot) -> None:
    shown = talk(b"x" * (3 * LONGEST_LINE) + b"\noil?\n")
    assert [len(incoming.text) for incoming in bot.received] == [LONGEST_LINE, len("oil?")]
    assert f"> {'x' * ECHO}…\n\nThe question is too long.\n" in shown


def test_a_sign_that_the_output_lacks_is_replaced(talk: Talk) -> None:
    assert "   Source: the article itself\n" in talk(b"\xd0\x9d?\n", encoding="ascii")
    assert "> ?\n" in talk(b"\xd0\x9d\n", encoding="latin-1")


def test_without_any_input_or_output_nothing_happens(bot: ScriptedBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stdout", None)
    asyncio.run(console.run(bot.handle, greeting=GREETING, commands=(), language="en", history=None))
    assert bot.received == []


class Person(Screen):
    """Someone whose next keys are known, and what they were shown."""

    def __init__(self, *keys: str | type[BaseException]) -> None:
        self.keys = list(keys)
        self.shown: list[str] = []

    async def read(self) -> str:
        key = self.keys.pop(0)
        if isinstance(key, str):
            return key
        raise key

    def show(self, reply: Reply) -> None:
        self.shown += [part.text for part in reply.parts if isinstance(part, Said)]

    def note(self, text: str) -> None:
        self.shown.append(text)


def after(*keys: str | type[BaseException], language: str = "en") -> list[str]:
    """Return what a person was shown after the greeting; every key must have been read."""
    person = Person(*keys)
    asyncio.run(console.talk(ScriptedBot().handle, person, GREETING, language))
    assert person.keys == []
    return person.shown[1:]


LEAVES = console.WORDS["en"].leave
ANSWER = "2 sentences of the article match:"


def test_control_c_twice_in_a_row_leaves() -> None:
    assert after(KeyboardInterrupt, KeyboardInterrupt) == [LEAVES, "Good-bye."]


def test_control_c_and_then_a_question_stays() -> None:
    assert after(KeyboardInterrupt, "oil?", KeyboardInterrupt, EOFError) == [LEAVES, ANSWER, LEAVES, "Good-bye."]


def test_control_d_says_good_bye() -> None:
    assert after(EOFError) == ["Good-bye."]


def test_the_console_speaks_german_to_germans_and_english_to_everybody_else() -> None:
    assert after(KeyboardInterrupt, EOFError, language="de_DE.UTF-8")[0] == console.WORDS["de"].leave
    assert after(KeyboardInterrupt, EOFError, language="fi")[0] == LEAVES


def test_control_c_stops_an_answer_that_takes_too_long() -> None:
    async def impatient() -> None:
        asyncio.get_running_loop().call_later(0.05, signal.raise_signal, signal.SIGINT)
        await console.talk(ScriptedBot().handle, person, GREETING, "en")

    person = Person("wait", "oil?", "/quit")
    asyncio.run(impatient())
    assert person.shown[1:] == [console.WORDS["en"].stopped, ANSWER, "Good-bye."]


def test_a_person_who_has_to_wait_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    async def slow(_: Incoming) -> Reply:
        await asyncio.sleep(0.02)
        return Reply((Said("At last."),), "en", bye=True)

    monkeypatch.setattr(console, "PATIENCE", 0.001)
    person = Person("oil?")
    asyncio.run(console.talk(slow, person, GREETING, "en"))
    assert person.shown[1:] == [console.WORDS["en"].wait, "At last."]


def test_a_talk_that_is_cancelled_from_outside_is_cancelled() -> None:
    async def cancelled() -> None:
        async with asyncio.timeout(0.05):
            await console.talk(ScriptedBot().handle, Person("wait"), GREETING, "en")

    with pytest.raises(TimeoutError):
        asyncio.run(cancelled())


ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONUNBUFFERED": ""}


def scripted(*, command: str) -> subprocess.CompletedProcess[bytes]:
    """Return what a shell command does in which {console} is the console."""
    line = command.format(console=f"'{sys.executable}' '{SCRIPT}'")
    return subprocess.run(["bash", "-c", line], capture_output=True, env=ENVIRONMENT, check=False, timeout=60)  # noqa: S607


def test_a_reader_that_has_left_ends_the_talk_quietly() -> None:
    gone = scripted(
        command="(sleep 0.5; for i in 1 2 3; do echo oil; done) | {console} | head -n 1; echo ${{PIPESTATUS[1]}}"
    )
    assert (gone.stdout, gone.stderr) == (b"Raketen gegen Soldaten\n0\n", b"")


def test_closed_standard_streams_end_the_talk_quietly() -> None:
    for command in ("{console} <&-", "echo oil | {console} >&-", "{console} </dev/null"):
        closed = scripted(command=command)
        assert (closed.returncode, closed.stderr) == (0, b"")


def test_control_c_ends_a_pipe() -> None:
    with subprocess.Popen(
        [sys.executable, str(SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"oil?\n")
        process.stdin.flush()
        while b"the article itself" not in process.stdout.readline():
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait(60) != 0


def test_a_pipe_loads_neither_line_editing_nor_colour() -> None:
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", str(SCRIPT)],
        input=b"oil?\n",
        capture_output=True,
        env=ENVIRONMENT,
        check=True,
    ).stderr
    assert b"bot.platforms.console" in loaded
    assert not any(name in loaded for name in (b"prompt_toolkit", b"rich", b"wcwidth"))
