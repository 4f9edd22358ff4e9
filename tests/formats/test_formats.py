"""Every format keeps what an article says and drops what it does not, and says why a file is no article."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import formats
from bot.errors import ArticleError, ArticleProblem
from bot.model import Document, ExtractedText
from tests.timing import takes_less


def read(content: bytes, media_type: str = "text/plain") -> ExtractedText:
    return formats.read(Document(content, media_type, "article"))


def problem(content: bytes, media_type: str = "text/plain") -> ArticleProblem:
    with pytest.raises(ArticleError) as refused:
        read(content, media_type)
    assert refused.value.origin == "article"
    return refused.value.problem


@pytest.mark.parametrize(
    ("origin", "content", "expected"),
    [
        ("a/story.html", b"", "text/html"),
        ("STORY.HTM", b"", "text/html"),
        ("notes.md", b"# Kopf", "text/markdown"),
        ("notes.markdown", b"", "text/markdown"),
        ("article.txt", b"Text.", "text/plain"),
        ("article", b"Text.", "text/plain"),
        ("-", b"<!DOCTYPE html><html>", "text/html"),
        ("-", b"\xef\xbb\xbf\n  <html lang=de>", "text/html"),
        ("-", b'<?xml version="1.0"?>\n<!-- a page -->\n<!doctype HTML>', "text/html"),
        ("page.txt", b"<html><p>saved from a browser</p></html>", "text/html"),
        ("https://paper.example/story.html?id=1.txt", b"", "text/html"),
        ("-", b"The tag <html> opens a page.", "text/plain"),
        ("-", b"<b>not a page</b>", "text/plain"),
        ("3.Mai", b"Text.", "text/plain"),
    ],
)
def test_the_media_type_comes_from_the_name_and_from_how_the_content_starts(
    origin: str, content: bytes, expected: str
) -> None:
    assert formats.media_type_of(origin, content) == expected


@pytest.mark.parametrize("media_type", formats.READERS)
def test_every_listed_reader_reads(media_type: str) -> None:
    assert read("Ein Satz mit Umläuten.".encode(), media_type).text == "Ein Satz mit Umläuten."


@given(
    st.text(min_size=1).filter(lambda text: text.strip("\ufeff\u200b\u2060 \x85\xa0").strip() and text.isprintable())
)
def test_plain_text_is_kept_to_the_character(text: str) -> None:
    assert read(text.encode()).text == text


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffEin Satz.\r\nNoch\u00a0einer.\r\n",
        "Donau\u00addampf\u00adschiff.",
        "Cafe\u0301 und café.",
        "„Eins“ »zwei« “three”",
        "  Rand  \n\n\n",
    ],
)
def test_nothing_is_normalised(text: str) -> None:
    reading = read(text.encode())
    assert reading.text == text
    assert reading.blocks is None


@pytest.mark.parametrize("content", [b"", b"   \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u00a0\u200b".encode()])
def test_a_file_without_a_sign_is_empty(content: bytes) -> None:
    for media_type in formats.READERS:
        assert problem(content, media_type) is ArticleProblem.EMPTY


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\nText",
        b"\x89PNG\r\n\x1a\n....",
        b"PK\x03\x04 document",
        b"Text\x00 with a NUL",
        b"SQLite format 3",
        bytes(range(1, 32)) * 20,
        bytes(range(256)),
    ],
)
def test_what_is_no_text_is_binary(content: bytes) -> None:
    assert problem(content) is ArticleProblem.BINARY


def test_size_is_limited_in_bytes() -> None:
    assert read(b"x" * formats.MAX_BYTES).text
    assert problem(b"x" * (formats.MAX_BYTES + 1)) is ArticleProblem.TOO_LARGE


def test_an_unlisted_media_type_is_refused() -> None:
    assert problem(b"Text.", "application/msword") is ArticleProblem.FORMAT


def test_a_media_type_may_carry_parameters() -> None:
    assert read(b"Text.", "Text/Plain; charset=utf-8").text == "Text."


def test_plain_text_loads_no_parser() -> None:
    asked = "import sys; from bot import formats; from bot.model import Document; "
    asked += "formats.read(Document('Grüße.'.encode(), 'text/plain', '-')); "
    asked += "print(sorted({'trafilatura', 'lxml', 'markdown_it', 'charset_normalizer'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("content", "expected"),
    [("Ein Satz.\ud800\udfff \0", "Ein Satz.\ufffd\ufffd \ufffd"), ("\ud83d Satz", "\ufffd Satz")],
)
def test_a_reading_has_no_halves_of_characters_and_no_nul(
    content: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.formats.plain.read", lambda _text, _origin: ExtractedText(content, title=content))
    found = formats.read(Document(b"a", "text/plain", "a"))
    assert found.text == found.title == expected


SLACK = "application/vnd.slack-docs"


def test_a_post_of_slack_is_read_as_a_page_or_by_its_texts() -> None:
    page = "<h1>Rat baut Steg</h1><p>Der Rat von Dunau hat am Montag den Bau eines Steges beschlossen.</p>"
    root = {"children": [{"type": "h1", "text": "Rat baut Steg"}, {"items": [{"text": "Der Rat baut einen Steg."}]}]}
    for content in (page, json.dumps({"full": page}), json.dumps({"title": "Rat baut Steg", "root": root})):
        reading = read(content.encode(), SLACK)
        assert reading.title == "Rat baut Steg"
        assert "Steg" in reading.text.removeprefix("Rat baut Steg")


@pytest.mark.parametrize(
    ("content", "expected"),
    [("{", ArticleProblem.FORMAT), ("{}", ArticleProblem.NO_TEXT), ('{"root": 1}', ArticleProblem.NO_TEXT)],
)
def test_a_post_of_slack_without_text_is_refused(content: str, expected: ArticleProblem) -> None:
    assert problem(content.encode(), SLACK) is expected


@pytest.mark.parametrize("start", ["<!-- a -->", "<!---->", "<?xml ?>", "<!-- a --><?xml ?>\n"])
def test_a_file_that_begins_with_many_comments_is_looked_at_at_once(start: str) -> None:
    assert formats.media_type_of("a", start.encode() * 40 + b"<html>") == "text/html"
    many = start.encode() * 800 + b"x"
    assert formats.media_type_of("a", many) == "text/plain"
    assert takes_less(lambda: formats.media_type_of("a", many), 1.0)
