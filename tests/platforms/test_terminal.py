"""The parts of the styled terminal that need no terminal: its history, its completion and its sign."""

from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory

from bot.chat import Cited
from bot.platforms.terminal import LONGEST_KEPT, LOOK, SIGN, Commands, kept_history, sign_for
from bot.render.console import Style
from tests.fakes import COMMANDS


def typed_so_far(text: str, *cited: Cited) -> list[tuple[str, str]]:
    """Return what the line becomes with each completion, and what the menu says about it."""
    completer = Commands(COMMANDS)
    completer.cited = cited
    found = completer.get_completions(Document(text), CompleteEvent())
    return [(text[: len(text) + c.start_position] + c.text, c.display_meta_text) for c in found]


def test_a_slash_offers_every_command_and_letters_narrow_them() -> None:
    assert len(typed_so_far("/")) == len(COMMANDS)
    assert typed_so_far("/S") == [("/sources", "who says what")]
    assert typed_so_far("/con") == [("/context ", "the sentences around answer N")]


@pytest.mark.parametrize("text", ["", "what", "what /", "/nothing", "/help ", "/nothing 1", " /help"])
def test_a_question_is_not_completed(text: str) -> None:
    assert typed_so_far(text, Cited(1, "a", "x")) == []


def test_a_command_that_takes_a_number_offers_those_of_the_answers() -> None:
    cited = (Cited(1, "Es kam\nÖl.\x1b", "x"), Cited(2, "w" * 99, "x"), Cited(12, "c", "x"))
    assert typed_so_far("/context ", *cited) == [
        ("/context 1", "Es kam Öl.␛"),
        ("/context 2", "w" * 60 + "…"),
        ("/context 12", "c"),
    ]
    assert [line for line, _ in typed_so_far("/context 1", *cited)] == ["/context 1", "/context 12"]


def test_a_history_is_kept_in_its_file_but_for_what_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "history"
    history = kept_history(str(path))
    for line in ("oil?", "x" * (LONGEST_KEPT + 1), "Öl?\nund"):
        history.append_string(line)
    assert list(kept_history(str(path)).load_history_strings()) == ["Öl?\nund", "oil?"]


def test_a_history_whose_file_goes_away_loses_entries_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "history"
    history = kept_history(str(path))
    path.unlink()
    path.mkdir()
    history.append_string("oil?")
    assert history.get_strings() == ["oil?"]
    assert list(history.load_history_strings()) == []


@pytest.mark.parametrize("path", [None, "/dev/null/history", "\0"])
def test_without_a_place_the_history_is_in_memory(path: str | None) -> None:
    assert isinstance(kept_history(path), InMemoryHistory)


def test_the_sign_of_the_prompt_is_one_that_the_terminal_has() -> None:
    assert sign_for("utf-8") == SIGN
    assert sign_for("latin-1") == "> "


def test_every_style_has_a_look() -> None:
    assert set(LOOK) == set(Style)
