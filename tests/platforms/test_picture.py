"""The picture of a talk: the same each time, complete, and loading nothing."""

import re
from html import unescape

from bot.platforms.picture import picture
from tests.fakes import GREETING, REPLY


def letters(svg: str) -> str:
    return unescape("".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))).replace("\u00a0", " ")


def test_a_picture_shows_the_whole_talk() -> None:
    shown = letters(picture(GREETING, [("what did Russia send?", REPLY)], title="article-bot"))
    assert "Raketen gegen Soldaten" in shown
    assert "❯ what did Russia send?" in shown
    assert "Source: South Korean accounts (indirect speech)" in shown


def test_a_picture_loads_nothing_and_the_same_talk_gives_the_same_picture() -> None:
    svg = picture(GREETING, [("oil?", REPLY)], title="article-bot")
    assert not re.search(r"url\((?!#)|href=|@font-face|@import", svg)
    assert svg == picture(GREETING, [("oil?", REPLY)], title="article-bot")
