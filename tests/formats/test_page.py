"""A page's lead, headings, quotations and title are found wherever they stand, and boxes around the text are not it."""

import pytest

from bot import formats
from bot.errors import ArticleError
from bot.formats import html
from bot.model import BlockKind, Document, ExtractedText
from tests.timing import grows_at_most

TEXT = """<p>Der Rat von Dunau hat am Montag den Bau eines Stegs am Hafen beschlossen. Neun Mitglieder waren dafür.</p>
<p>Der Steg kostet zwei Millionen Euro und soll im März fertig werden, teilte die Verwaltung am Abend mit.</p>
<p>Auf dem Steg sollen ein Laden und zwei Werkstätten Platz finden, wie es der Verein der Fischer gewünscht hatte.</p>
<p>Die Arbeiten werden etwa ein Jahr dauern, und so lange bleibt der Weg am Hafen für alle gesperrt.</p>"""
LEAD = "Lange lag das Ufer brach. Eine Spende der Ärztin Ilse Korn gab den Ausschlag."
TITLE = "Dunau baut einen Steg"


def page(body: str, head: str = "", title: str = TITLE) -> ExtractedText:
    return html.read(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>", "page")


def words(reading: ExtractedText, *kinds: BlockKind) -> list[str]:
    return [block.span.cut(reading.text) for block in reading.blocks or () if not kinds or block.kind in kinds]


def leads(body: str, head: str = "") -> list[str]:
    return words(page(body, head), BlockKind.LEAD)


@pytest.mark.parametrize(
    "lead",
    [
        '<div class="intro">{}</div>',
        '<div class="article-header__teaser"><div>{}</div></div>',
        "<h2 class='LeadText_lead-text__x1'>{}</h2>",
        '<p itemprop="description">{}</p>',
        '<span class="byline">von Uwe Tolk</span><div class="sub-headline">{}</div>',
        "<p>{}</p>",
        "<time>3. November 2031, 9:12 Uhr</time><p>{}</p>",
    ],
)
def test_a_lead_is_found_by_its_name_or_its_place_below_the_headline(lead: str) -> None:
    assert leads(f"<header><h1>{TITLE}</h1>{lead.format(LEAD)}</header><article>{TEXT}</article>") == [LEAD]


@pytest.mark.parametrize("said", [LEAD, f"Dunau: {LEAD}", LEAD.removesuffix(".")])
def test_a_lead_is_found_by_what_the_head_of_the_page_says(said: str) -> None:
    head = f'<meta property="og:description" content="{said}">'
    assert leads(f"<h1>{TITLE}</h1><div><div><b>{LEAD}</b></div></div><article>{TEXT}</article>", head) == [LEAD]


@pytest.mark.parametrize(
    "line",
    [
        "<figure><figcaption>Das Ufer am Hafen von oben. Dahinter steht die alte Mühle.</figcaption></figure>",
        "<div class='image-caption'>Das Ufer am Hafen von oben. Im Hintergrund steht die alte Mühle.</div>",
        "<p>3. November 2031</p>",
        "<ul><li class='intro'><a href='/x'>Nachbarort sperrt die Brücke und baut eine neue.</a></li></ul>",
        "<div hidden class='intro'>Sie sind nicht angemeldet und sehen diesen Text nicht.</div>",
    ],
)
def test_what_else_stands_below_the_headline_is_no_lead(line: str) -> None:
    assert leads(f"<h1>{TITLE}</h1>{line}<article>{TEXT}</article>") == []


@pytest.mark.parametrize(
    "box",
    [
        "<ul><li><b>Streit um Bäder:</b> <a href='/x'>Bürgermeisterin Udo tritt zurück</a></li></ul>",
        "<p>Lesen Sie auch: <a href='/x'>Bürgermeisterin Udo tritt zurück</a></p>",
        "<div><h3><a href='/x'>Bürgermeisterin Udo tritt zurück</a></h3><p>Sie nennt es den Streit um Bäder.</p></div>",
        "<div class='author-box'><p>Bürgermeisterin Udo schreibt hier jede Woche über Bäder.</p></div>",
        "<div class='image-description'>Bürgermeisterin Udo am Montag vor dem Bad.</div>",
        "<div style='display: none'><p>Bürgermeisterin Udo war einmal im Bad.</p></div>",
    ],
)
def test_boxes_in_the_text_are_not_the_article(box: str) -> None:
    paragraphs = TEXT.splitlines()
    reading = page(f"<article><h1>{TITLE}</h1>{''.join(paragraphs[:3])}{box}{paragraphs[3]}</article>")
    assert "Udo" not in reading.text
    assert len(words(reading, BlockKind.PARAGRAPH)) == 4


def test_a_name_that_all_of_the_text_bears_says_nothing() -> None:
    reading = page(
        f"<article><h1>{TITLE}</h1>{TEXT.replace('<p>', '<p class=promo>')}</article>".replace("promo", "copyright")
    )
    assert len(words(reading, BlockKind.PARAGRAPH)) == 4


def test_a_bold_line_between_breaks_or_paragraphs_is_a_heading() -> None:
    body = (
        "<p>Der Herbst war nass. Die Bauern warten.<br><br><b>Warme Nächte</b><br>Es waren elf Grad, das ist viel.</p>"
    )
    reading = page(f"<article><h1>{TITLE}</h1>{body}<p><strong>Was nun kommt</strong></p>{TEXT}</article>")
    assert words(reading, BlockKind.HEADING) == ["Warme Nächte", "Was nun kommt"]
    assert words(reading, BlockKind.PARAGRAPH)[:2] == [
        "Der Herbst war nass. Die Bauern warten.",
        "Es waren elf Grad, das ist viel.",
    ]


@pytest.mark.parametrize("line", ["Wem gehört das Ufer?", "Der Rat stimmte zu.", "Ria Brandt:"])
def test_a_bold_line_that_says_something_is_text(line: str) -> None:
    assert line in words(page(f"<article><h1>{TITLE}</h1><p><b>{line}</b></p>{TEXT}</article>"), BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    "quoted",
    [
        "<blockquote><p>{}</p><cite>Ria Brandt, Hafenchefin</cite></blockquote>",
        "<blockquote>{}<footer>Ria Brandt, Hafenchefin</footer></blockquote>",
        "<figure><blockquote><p>{}</p></blockquote><figcaption>Ria Brandt, Hafenchefin</figcaption></figure>",
        "<blockquote class='twitter-tweet'><p>{}</p>&mdash; Ria Brandt, Hafenchefin</blockquote>",
    ],
)
def test_a_block_quotation_stands_above_who_is_quoted(quoted: str) -> None:
    said = "Wir sind froh, dass er nun kommt und dass alle darauf gehen können."
    first, rest = TEXT.splitlines()[0], "".join(TEXT.splitlines()[1:])
    found = words(page(f"<article><h1>{TITLE}</h1>{first}{quoted.format(said)}{rest}</article>"), BlockKind.PARAGRAPH)
    assert found[1:3] == [said, "— Ria Brandt, Hafenchefin"]
    assert len(found) == 6


def test_a_pull_quotation_that_repeats_the_text_is_left_out() -> None:
    pulled = "<figure><blockquote>„so lange bleibt der Weg am Hafen für alle gesperrt“</blockquote></figure>"
    paragraphs = TEXT.splitlines()
    reading = page(f"<article><h1>{TITLE}</h1>{paragraphs[0]}{pulled}{''.join(paragraphs[1:])}</article>")
    assert reading.text.count("so lange bleibt") == 1


def test_text_that_stands_loose_is_not_lost() -> None:
    reading = page(
        f"<main><h1>{TITLE}</h1>Der Rat stimmte zu.<br><br>Neun waren <b>dafür</b>.{TEXT}Mehr weiß man nicht.</main>"
    )
    for piece in ("Der Rat stimmte zu.", "Neun waren dafür.", "Mehr weiß man nicht."):
        assert piece in reading.text


def test_a_short_page_does_not_glue_its_headline_to_the_text() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>Voller Steg. Foto: Rolf Benn</figcaption></figure>"
    reading = page(f"<article><h1>{TITLE}</h1><p>Der Rat stimmte zu.</p>{figure}<p>Greta ist froh.</p></article>")
    assert words(reading) == [TITLE, "Der Rat stimmte zu.", "Greta ist froh."]


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} | Dunauer Bote",
        f"{TITLE} - Dunau.example",
        f"{TITLE} – Bote – 30.01.2031",
        f"{TITLE} | Politik | Bote",
        f"{TITLE} — Dunauer Bote",
    ],
)
def test_a_title_is_without_the_name_of_the_site(title: str) -> None:
    head = '<meta property="og:site_name" content="Dunauer Bote">'
    assert page(f"<article><h2>Am Hafen</h2>{TEXT}</article>", head, title).title == TITLE


@pytest.mark.parametrize("title", ["Steg gebaut – Rat feiert", "Hafen | Steg", "Der Steg von Dunau - eine Chronik"])
def test_a_title_with_a_dash_of_its_own_is_whole(title: str) -> None:
    assert page(f"<article><h1>{title}</h1>{TEXT}</article>", title=title).title == title


def test_paragraphs_that_were_passed_over_are_taken_from_boxes_of_the_same_name() -> None:
    parts = [f"<div class='body__part'>{TEXT.replace('Rat', name)}</div>" for name in ("Rat", "Bund", "Kreis")]
    reading = page(f"<main><h1>{TITLE}</h1>{'<aside><p>Anzeige</p></aside>'.join(parts)}</main>")
    assert all(name in reading.text for name in ("Der Rat von", "Der Bund von", "Der Kreis von"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["<div>a", "<div class=author>a", "<p>a</p>", "<blockquote>a", "<a>b</a><br>", "<b>a</b>", "a "]
)
def test_the_work_grows_with_the_length_only(piece: str) -> None:
    def read(count: int) -> None:
        page(f"<article><h1>{TITLE}</h1>{TEXT}{piece * count}</article>")

    read(100)
    assert grows_at_most(read, (1_600, 16_000), factor=40, least=0.05)


ROWS = "<tr><th>Ort</th><th>Grad</th></tr><tr><td>Dunau</td><td>12</td></tr>"


def test_a_table_of_facts_gives_its_rows_where_it_stands() -> None:
    paragraphs = TEXT.splitlines()
    reading = page(f"<article><h1>{TITLE}</h1>{paragraphs[0]}<table>{ROWS}</table>{''.join(paragraphs[1:])}</article>")
    assert words(reading, BlockKind.PARAGRAPH)[1:3] == ["Ort | Grad", "Dunau | 12"]


def test_a_table_that_sets_the_page_is_no_table() -> None:
    reading = page(f"<table><tr><td><ul><li>Sport</li></ul></td><td><h1>{TITLE}</h1>{TEXT}</td></tr></table>")
    assert "|" not in reading.text
    assert len(words(reading, BlockKind.PARAGRAPH)) == 4


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>"])
def test_a_page_that_is_nested_a_hundred_thousand_deep_ends_in_an_article_error(piece: str) -> None:
    page = f"<html><body>{piece * 100_000}<p>Der Rat von Dunau hat am Montag den Bau eines Steges beschlossen.</p>"
    with pytest.raises(ArticleError):
        formats.read(Document(page.encode(), "text/html", "deep"))
