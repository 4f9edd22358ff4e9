"""PDF, Word and mail give their text as an article, without the page around it; what can't be read is refused."""

import contextlib
import io
import logging
import zipfile
import zlib
from importlib import import_module

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import formats
from bot.errors import ArticleError, ArticleProblem
from bot.model import Document, ExtractedText
from tests.documents import pdf

PDF, DOCX, EML = formats.BINARY_READERS


def read(content: bytes, media_type: str) -> ExtractedText:
    return formats.read(Document(content, media_type, "article"))


def problem(content: bytes, media_type: str) -> ArticleProblem:
    with pytest.raises(ArticleError) as refused:
        read(content, media_type)
    return refused.value.problem


def blocks(reading: ExtractedText) -> list[tuple[str, str]]:
    assert reading.blocks is not None
    return [(block.kind.value, block.span.cut(reading.text)) for block in reading.blocks]


ONE = [
    "Dunauer Bote",
    "Der Rat von Dunau hat am Montag den Bau des Ste-",
    "ges beschlossen, wie die Bür-",
    "germeisterin sagte. Das Geld kommt vom Land und reicht",
    "Seite 1",
]
TWO = ["Dunauer Bote", "bis zum Mai. Die Haupt- und Nebenwege bleiben offen.", "Seite 2"]


def test_a_pdf_gives_its_paragraphs_without_page_heads_and_cut_words() -> None:
    reading = read(pdf(ONE, TWO), PDF)
    assert reading.text == (
        "Der Rat von Dunau hat am Montag den Bau des Steges beschlossen, wie die Bürgermeisterin sagte. Das Geld kommt "
        "vom Land und reicht bis zum Mai. Die Haupt- und Nebenwege bleiben offen."
    )
    assert [kind for kind, _ in blocks(reading)] == ["line"]


def test_a_pdf_is_known_by_how_it_starts() -> None:
    assert formats.media_type_of("article", pdf(ONE)) == PDF
    assert formats.media_type_of("a.DOCX", b"PK\x03\x04") == DOCX
    assert formats.media_type_of("a.eml", b"Subject: x") == EML


def test_a_pdf_of_pictures_has_no_text() -> None:
    assert problem(pdf([]), PDF) is ArticleProblem.NO_TEXT


def test_a_pdf_of_many_pages_is_too_large() -> None:
    assert problem(pdf(*[["Ein Satz."]] * 101), PDF) is ArticleProblem.TOO_LARGE


@pytest.mark.parametrize("media_type", formats.BINARY_READERS)
@pytest.mark.parametrize("content", [b"", b"no such thing", b"%PDF-1.7\nText", b"PK\x03\x04 broken", bytes(range(256))])
def test_what_is_no_document_is_refused(media_type: str, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    import_module(formats.BINARY_READERS[media_type])  # a library may write what it likes when it is loaded
    with caplog.at_level(logging.DEBUG, logger=""), contextlib.suppress(ArticleError):
        read(content, media_type)
    assert caplog.records == []


def word(*parts: tuple[str, str]) -> bytes:
    document = docx.Document()
    for style, words in parts:
        document.add_paragraph(words, style=style or None)
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("Ort", "Grad"), ("Dunau", "12")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_document_gives_its_headings_paragraphs_and_rows() -> None:
    reading = read(
        word(("Title", "Rat baut Steg"), ("", "Der Rat baut\neinen Steg."), ("Heading 1", "Geld"), ("", "Es reicht.")),
        DOCX,
    )
    assert reading.title == "Rat baut Steg"
    assert blocks(reading) == [
        ("title", "Rat baut Steg"),
        ("paragraph", "Der Rat baut einen Steg."),
        ("heading", "Geld"),
        ("paragraph", "Es reicht."),
        ("paragraph", "Ort | Grad"),
        ("paragraph", "Dunau | 12"),
    ]


def test_a_word_document_without_styles_is_guessed() -> None:
    assert {kind for kind, _ in blocks(read(word(("", "Rat baut Steg"), ("", "Der Rat baut einen Steg.")), DOCX))} == {
        "line"
    }


def test_a_word_document_that_unpacks_to_too_much_is_too_large() -> None:
    file = io.BytesIO(word(("", "Ein Satz.")))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("bomb", b"\0" * 60_000_000)
    assert problem(file.getvalue(), DOCX) is ArticleProblem.TOO_LARGE


@pytest.mark.parametrize("media_type", ["application/zip", "application/octet-stream", ""])
def test_a_word_document_is_known_by_its_content(media_type: str) -> None:
    content = word(("Title", "Rat baut Steg"), ("", "Der Rat baut einen Steg."))
    assert formats.media_type_of("download", content) == DOCX
    assert formats.read(Document(content, media_type, "download")).title == "Rat baut Steg"


def test_another_zip_file_is_no_document() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("story.txt", "Der Rat baut einen Steg.")
    assert problem(file.getvalue(), "application/zip") is ArticleProblem.BINARY


def test_a_word_document_with_a_damaged_part_can_not_be_read() -> None:
    content = bytearray(word(("", "Ein Satz.")))
    at = content.index(b"word/document.xml") + len("word/document.xml") + 20
    content[at : at + 40] = bytes(40)
    assert problem(bytes(content), DOCX) is ArticleProblem.FORMAT


def test_a_pdf_that_unpacks_to_too_much_is_refused() -> None:
    packed = zlib.compress(b" " * 100_000_000, 9)
    drawn = pdf(["Ein Satz."])
    at, end = drawn.index(b"<< /Length", drawn.index(b"/Contents")), drawn.index(b"\nendstream")
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    assert problem(drawn[:at] + stream + packed + drawn[end:], PDF) in {ArticleProblem.FORMAT, ArticleProblem.TOO_LARGE}


MAIL = """From: Presse Dunau <presse@dunau.example>
Subject: =?utf-8?Q?Br=C3=BCcke_gesperrt?=
Date: Mon, 3 Nov 2031 09:12:00 +0100
MIME-Version: 1.0
"""
PLAIN = """Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Die Br=C3=BCcke ist zu. Sie m=C3=BCsse gepr=C3=BCft=
 werden, sagte Ria Brandt.

--=20
Pressestelle
"""
HTML = """Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

<html><body><h1>Post</h1><p>Die Brücke ist zu.</p><p>Sie müsse geprüft werden, sagte Ria Brandt.</p></body></html>
"""
BOTH = 'Content-Type: multipart/alternative; boundary="b"\n\n--b\n' + HTML + "--b\n" + PLAIN + "--b--\n"


def test_a_mail_gives_its_plain_text_below_subject_and_sender() -> None:
    for mail in (MAIL + PLAIN, MAIL + BOTH):
        reading = read(mail.encode("latin-1"), EML)
        assert (reading.title, reading.published) == ("Brücke gesperrt", "2031-11-03T09:12:00+01:00")
        assert blocks(reading) == [
            ("title", "Brücke gesperrt"),
            ("byline", "Presse Dunau"),
            ("line", "Die Brücke ist zu. Sie müsse geprüft werden, sagte Ria Brandt."),
        ]


def test_a_mail_of_html_is_read_as_a_page() -> None:
    found = blocks(read((MAIL + HTML).encode("latin-1"), EML))
    assert found[:2] == [("title", "Brücke gesperrt"), ("byline", "Presse Dunau")]
    assert ("paragraph", "Sie müsse geprüft werden, sagte Ria Brandt.") in found


@pytest.mark.parametrize("mail", ["Subject: leer\n\n", "MIME-Version: 1.0\nContent-Type: image/png\n\nx", ""])
def test_a_mail_without_text_is_refused(mail: str) -> None:
    assert problem(mail.encode(), EML) is ArticleProblem.NO_TEXT


@given(st.binary(max_size=300))
def test_any_mail_is_a_reading_or_an_article_error(content: bytes) -> None:
    with contextlib.suppress(ArticleError):
        assert read(MAIL.encode() + content, EML).blocks


CUT = (
    "Die Brü-\ncke ist zu. Sie müsse ge-\nprüft werden.\n\n{}\n"
    "\fDunauer Bote          4. November 2031\n\nEin Gut-\nachten folgt.\n"
)


@pytest.mark.parametrize("number", ["Seite 3", "3", "- 3 -", "3 / 9", "Page 3 of 9"])
def test_plain_text_whose_line_ends_cut_words_is_joined(number: str) -> None:
    reading = read(CUT.format(number).encode(), "text/plain")
    assert reading.text == "Die Brücke ist zu. Sie müsse geprüft werden.\n\nEin Gutachten folgt."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Haupt-\nund Nebenwege sind bis Mon-\ntag zu.", "Die Haupt- und Nebenwege sind bis Montag zu."),
        (
            "A well-\nknown man spoke on Mon-\nday, a well-known one.",
            "A well-known man spoke on Monday, a well-known one.",
        ),
        ("Der US-\nPräsident kam am Mon-\ntag nach Mün-\nchen.", "Der US-Präsident kam am Montag nach München."),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_stays(text: str, expected: str) -> None:
    assert read(text.encode(), "text/plain").text == expected


def test_a_dash_at_a_line_end_changes_nothing() -> None:
    text = "Die Brücke -\nso sagt man - ist zu.\nMehr weiß man nicht -\nnoch nicht."
    assert read(text.encode(), "text/plain") == ExtractedText(text)
