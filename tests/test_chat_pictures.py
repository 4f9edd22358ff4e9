"""The pictures of both chats: made of what the bot sends, complete, and loading nothing."""

import importlib.util
import re
import sys
from html import unescape
from pathlib import Path
from types import ModuleType

import pytest

from bot import fetch
from bot.app import first_article
from bot.conversation.error_messages import PHRASES
from bot.render.plain import render
from tests.fakes import GREETING, REPLY

ROOT = Path(__file__).resolve().parent.parent


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("chat_pictures", ROOT / "scripts" / "chat_pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()
LOOKS = {"telegram": SCRIPT.TELEGRAM, "slack": SCRIPT.SLACK}


def letters(svg: str) -> str:
    """Return what a picture reads like, line after line."""
    lines = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    return " ".join(" ".join(unescape(re.sub(r"<[^>]*>", "", line)) for line in lines).split())


def drawn(chat: str) -> str:
    message = {"telegram": SCRIPT.telegram_message, "slack": SCRIPT.slack_message}[chat]
    said = [SCRIPT.said("what did Russia send? <&>"), message(REPLY), message(GREETING)]
    return str(SCRIPT.picture(said, LOOKS[chat], "A talk"))


@pytest.mark.parametrize("chat", LOOKS)
def test_a_picture_shows_all_that_is_sent_with_its_buttons(chat: str) -> None:
    shown = letters(drawn(chat))
    for line in render(REPLY).splitlines():
        words = re.sub(r"^\s*\d*\s*", "", line)
        assert words in shown
    assert "what did Russia send? <&>" in shown
    assert "Context" in shown
    assert "Raketen gegen Soldaten" in shown


@pytest.mark.parametrize("chat", LOOKS)
def test_a_picture_loads_nothing_and_the_same_talk_gives_the_same_picture(chat: str) -> None:
    assert not re.search(r"url\(|href|@font-face|@import|<script|<image", drawn(chat))
    assert drawn(chat) == drawn(chat)


def test_lines_are_cut_at_spaces_and_fit() -> None:
    runs = [SCRIPT.Run("one two "), SCRIPT.Run("three", bold=True), SCRIPT.Run(", four " * 30)]
    lines = SCRIPT.folded(runs, 200, 15)
    assert len(lines) > 3
    assert "".join(run.text for line in lines for run in line).split() == "".join(r.text for r in runs).split()
    assert all(sum(SCRIPT.width(run, 15) for run in line) < 210 for line in lines)


@pytest.mark.parametrize(("name", "asked"), [("telegram", SCRIPT.TELEGRAM_TALK), ("slack", SCRIPT.SLACK_TALK)])
def test_the_pictures_of_the_readme_are_made_of_the_article_and_of_todays_words(
    name: str, asked: tuple[str, ...]
) -> None:
    shown = letters((ROOT / "docs" / f"{name}.svg").read_text("utf-8"))
    article = " ".join(fetch.read(str(first_article())).content.decode().split())
    ends = [shown[: source.start()][-25:] for source in re.finditer(r" \d+ · Source:", shown)]
    assert len(ends) >= len(asked)
    assert all(end in article for end in ends)
    phrases = PHRASES["en"]
    for words in (*asked, phrases.label_context, phrases.label_others, phrases.label_more, phrases.label_unhelpful):
        assert words in shown, "draw them anew: python scripts/chat_pictures.py"
