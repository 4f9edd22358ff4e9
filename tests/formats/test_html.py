"""A page gives its article: every paragraph and heading of it, and nothing of what is around it."""

import contextlib
import json
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import formats
from bot.errors import ArticleError, ArticleProblem
from bot.formats import html
from bot.model import BlockKind, Document, ExtractedText

PAGES = Path(__file__).parent / "pages"
EXPECTED = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
COLOPHON = {
    "wire-report.html": {
        "Reporting by Jonas Lind and Mary O'Hara; Editing by Paul Weber",
        "Our Standards: The Northwire Trust Principles.",
    }
}
"""What no library tells from the article; the layout takes the first for the byline."""


def page(name: str) -> ExtractedText:
    content = (PAGES / name).read_bytes()
    return formats.read(Document(content, formats.media_type_of(name, content), name))


def words(reading: ExtractedText, *kinds: BlockKind) -> list[str]:
    assert reading.blocks is not None
    return [block.span.cut(reading.text) for block in reading.blocks if block.kind in kinds]


def body(markup: str) -> ExtractedText:
    return html.read(f"<html><head><title>T</title></head><body>{markup}</body></html>", "page")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_all_paragraphs_of_its_article_in_order_and_no_others(name: str) -> None:
    found = words(page(name), BlockKind.LEAD, BlockKind.PARAGRAPH)
    assert [text for text in found if text not in COLOPHON.get(name, ())] == EXPECTED[name]["paragraphs"]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_title_and_headings(name: str) -> None:
    reading = page(name)
    assert reading.title == EXPECTED[name]["title"]
    assert words(reading, BlockKind.TITLE) == [EXPECTED[name]["title"]]
    assert words(reading, BlockKind.HEADING) == EXPECTED[name]["headings"]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_date_and_address(name: str) -> None:
    assert page(name).published == EXPECTED[name]["published"]
    assert page(name).url == EXPECTED[name]["url"]


def test_a_heading_stands_above_its_paragraph() -> None:
    reading = page("wire-report.html")
    assert reading.text.index("Oil slick\n\nAbout 5 tonnes") > reading.text.index("Deltasonic Inc.")


def test_the_lead_is_taken_from_the_page_where_the_summary_shows_there() -> None:
    assert words(page("morgenkurier.html"), BlockKind.LEAD) == [EXPECTED["morgenkurier.html"]["paragraphs"][0]]
    assert words(page("wire-report.html"), BlockKind.LEAD) == []


@pytest.mark.parametrize("name", EXPECTED)
def test_blocks_are_in_order_apart_and_tight(name: str) -> None:
    reading = page(name)
    assert reading.blocks
    end = 0
    for block in reading.blocks:
        piece = block.span.cut(reading.text)
        assert block.span.start >= end
        assert piece == piece.strip() != ""
        end = block.span.end
    assert end == len(reading.text)


def test_a_short_page_is_read_without_gluing_or_tearing_words() -> None:
    reading = body(
        "<h1>Kopf</h1><p>Eins.<br>Zwei.</p><p>Die CO<sub>2</sub>-Werte <a href='#'>sinken</a>, <b>sag</b>te er.</p>"
    )
    assert words(reading, BlockKind.PARAGRAPH) == ["Eins. Zwei.", "Die CO2-Werte sinken, sagte er."]


def test_the_title_is_the_first_heading_only_where_the_head_of_the_page_does_not_name_what_was_found() -> None:
    text = "<p>Die Brücke ist gesperrt, wie die Stadt am Dienstag mitteilte. Man habe Risse entdeckt.</p>" * 3
    head = '<title>Brücke zu – Stadt warnt</title><meta property="og:title" content="Brücke zu">'
    markup = f"<html><head>{head}</head><body><article><h2>Stadt warnt</h2>{text}</article></body></html>"
    assert html.read(markup, "page").title == "Brücke zu"


def test_a_page_of_one_sentence_is_an_article() -> None:
    assert body("<nav><a href='/'>Start</a></nav><p>Die Brücke ist offen.</p>").text == "T\n\nDie Brücke ist offen."


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<nav><a href='/'>Start</a></nav><footer>Impressum</footer>",
        "<script>alert('Ein Satz.')</script>",
        "<div>" * 100_000,
        "<h2>Kopf</h2>" * 50,
    ],
)
def test_a_page_without_an_article_has_no_text(markup: str) -> None:
    with pytest.raises(ArticleError) as refused:
        body(markup)
    assert refused.value.problem is ArticleProblem.NO_TEXT


def test_markup_over_which_the_parser_stumbles_is_named() -> None:
    """lxml raises an AssertionError where a date is looked for in what has a damaged processing instruction."""
    with pytest.raises(ArticleError) as refused:
        html.read("<?<html><iframe>", "page")
    assert refused.value.problem is ArticleProblem.FORMAT


def test_what_a_page_says_reaches_no_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger=""), pytest.raises(ArticleError):
        html.read("<html></html>", "page")
    assert caplog.records == []


@given(st.text(alphabet="<>/pdivh12 \"'=&;aä.\n", max_size=200))
def test_any_markup_is_a_reading_or_an_article_error(markup: str) -> None:
    with contextlib.suppress(ArticleError):
        assert html.read(markup, "page").blocks
