"""Pages for Telegram: the article's sentences in them are the article's, whatever stands in them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Action, Cited, Heading, Part, Reply, Rows, Said
from bot.render.paging import LONGEST_PAGE, MOST_TAGS
from bot.render.telegram import ABOVE, page, pages
from bot.render.text import inert
from tests.servers.bot_api import Entity, parse_html, units

ANY_TEXT = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("<>&\"'\u202e\u0301\U0001f468\u200d\r\n\t ab")
)
WORDS = st.text(st.sampled_from("ab<&>é\u0301\U0001f600 "), min_size=1, max_size=40)


def reply(*parts: Part, number: int = 1, actions: tuple[Action, ...] = ()) -> Reply:
    return Reply(parts, "en", actions, page=number)


def shown(*parts: Part) -> tuple[str, ...]:
    """Return the text of each page, as Telegram reads its HTML."""
    return tuple(parse_html(one.html)[0] for one in pages(reply(*parts)))


def formatted(cited: Cited, kind: str) -> list[str]:
    """Return the stretches of a sentence's page that have a format."""
    text, entities = parse_html(pages(reply(cited))[0].html)
    return [_stretch(text, entity) for entity in entities if entity.type == kind]


def _stretch(text: str, entity: Entity) -> str:
    data = text.encode("utf-16-le", "surrogatepass")[entity.offset * 2 : (entity.offset + entity.length) * 2]
    return data.decode("utf-16-le", "surrogatepass")


def test_a_sentence_is_a_block_quote_with_its_words_bold_and_its_source_below() -> None:
    cited = Cited(3, "Russland hat Öl geliefert.", "Source: BBC (indirect speech)", ((0, 8), (13, 15)))
    assert pages(reply(Said("1 sentence matches:"), cited))[0].html == (
        "1 sentence matches:\n"
        "\n"
        "<blockquote><b>Russland</b> hat <b>Öl</b> geliefert.</blockquote>\n"
        "3 · <i>Source: BBC (indirect speech)</i>"
    )


def test_a_heading_stands_close_above_what_it_names() -> None:
    found = pages(reply(Heading("Missiles"), Cited(1, "A.", "x"), Cited(2, "B.", "y"), Heading("Also"), Said("c")))
    assert found[0].plain == "Missiles\nA.\n1 · x\n\nB.\n2 · y\n\nAlso\nc"
    assert found[0].html.startswith("<b>Missiles</b>\n<blockquote>A.</blockquote>\n")


def test_paragraphs_stand_apart_and_a_table_close_below_its_name() -> None:
    assert shown(Said("One."), Said("Two:"), Rows((("a", "b"),)), Said("Three.")) == ("One.\n\nTwo:\na: b\n\nThree.",)


def test_a_sentence_by_itself_has_no_number() -> None:
    assert shown(Cited(0, "Satz.", "Quelle")) == ("Satz.\nQuelle",)


def test_neighbouring_sentences_are_italic_and_the_sentence_is_not() -> None:
    cited = Cited(1, "Das ist er.", "x", before="Davor.", after="Danach.")
    assert formatted(cited, "italic") == ["… Davor.\n", "\nDanach. …", "x"]
    assert formatted(cited, "blockquote") == ["… Davor.\nDas ist er.\nDanach. …"]


def test_a_link_leads_to_the_article_in_the_words_of_the_language() -> None:
    cited = Cited(1, "Er kam.", "x", link='https://example.org/?a=1&b="2"#:~:text=Er%20kam.')
    [one] = pages(Reply((cited,), "de"))
    assert one.html.endswith(
        '<i>x</i> · <a href="https://example.org/?a=1&amp;b=&quot;2&quot;#:~:text=Er%20kam.">im Artikel</a>'
    )
    _, entities = parse_html(one.html)
    assert [e.url for e in entities if e.url] == [cited.link]
    assert pages(reply(Cited(1, "Er kam.", "x", link="javascript:alert(1)")))[0].html.count("<a") == 0


def test_markup_in_an_article_or_a_phrase_is_shown_and_not_obeyed() -> None:
    nasty = "<b>fett</b> & </code> &amp; <a href='x'>"
    parts = (Said(nasty), Heading(nasty), Cited(1, nasty, nasty, before=nasty, after=nasty), Rows(((nasty, nasty),)))
    [text] = shown(*parts)
    assert text.count(nasty) == 8
    assert "<" not in parse_html(pages(reply(*parts))[0].html)[0].replace(nasty, "")


def test_the_rows_of_a_table_read_as_lines() -> None:
    commands = Rows((("/context N", "the sentences around answer N"), ("/help", "this list")))
    facts = Rows((("Title", "Raketen"), ("Author", "(hvd)")))
    counts = Rows((("Selenskyj", "3×", "warning"), ("BBC", "1×", "")))
    [text] = shown(Said("All:"), commands, facts, counts)
    assert text.split("\n\n") == [
        "All:\n/context N – the sentences around answer N\n/help – this list",
        "Title: Raketen\nAuthor: (hvd)",
        "Selenskyj · 3× · warning\nBBC · 1×",
    ]


def test_what_would_turn_or_hide_text_is_made_visible() -> None:
    [text] = shown(Cited(1, "a\u202eb\x00c\ud83dd\x1be", "x"))
    assert text.startswith("a\ufffdb␀c\ufffdd␛e\n")
    text.encode()


def test_a_page_without_anything_to_read_is_an_ellipsis() -> None:
    assert [one.html for one in pages(reply(Said(" \n")))] == [ABOVE]
    assert [one.plain for one in pages(reply())] == [ABOVE]


@given(ANY_TEXT, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4).map(tuple))
def test_a_sentence_stands_in_its_page_character_by_character(text: str, marks: tuple[tuple[int, int], ...]) -> None:
    [one] = pages(reply(Cited(1, text, "source", marks)))
    assert parse_html(one.html)[0] == one.plain
    assert one.plain.startswith(f"{inert(text)}\n1 · source")


@given(st.lists(ANY_TEXT, min_size=9, max_size=9))
def test_plain_text_is_what_the_html_reads_like(texts: list[str]) -> None:
    a, b, c, d, e, f, g, h, i = texts
    whole = reply(Said(a), Heading(b), Cited(1, c, d, before=e, after=f, link="https://x.org/" + g), Rows(((h, i),)))
    for one in pages(whole):
        assert parse_html(one.html)[0] == one.plain
        one.plain.encode()
        assert inert(one.plain) == one.plain


TWENTY_THOUSAND = [
    "Ein Satz mit Ende. " * 1_053,
    "\U0001f600" * 20_000,
    "e\u0301" * 10_000,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 3_334,
    "x" * 20_000,
    "<b>&amp;</code>" * 1_334,
    "\u0301" * 20_000,
]


@pytest.mark.parametrize("text", TWENTY_THOUSAND, ids=range(len(TWENTY_THOUSAND)))
def test_an_answer_of_20000_characters_is_paged_and_nothing_is_lost(text: str) -> None:
    found = pages(reply(Cited(1, text, "source", ((0, 3),))))
    pieces = []
    for one in found:
        read, entities = parse_html(one.html)
        assert read == one.plain
        assert units(read) <= LONGEST_PAGE
        assert len(entities) <= MOST_TAGS
        pieces.append(read)
    assert len(found) >= 5
    pieces[-1] = pieces[-1].removesuffix("1 · source").removesuffix("\n")
    at = 0
    for piece in pieces:
        at += text.startswith(" ", at) and not piece.startswith(" ")
        assert text.startswith(piece, at)
        at += len(piece)
    assert text[at:].strip() == ""


@pytest.mark.parametrize("text", [TWENTY_THOUSAND[2], TWENTY_THOUSAND[3]])
def test_a_page_never_begins_in_the_middle_of_a_sign(text: str) -> None:
    for one in pages(reply(Cited(1, text, "source")))[1:]:
        assert not unicodedata.combining(one.plain[0])
        assert one.plain[0] != "\u200d"


def test_many_sentences_are_divided_between_them_and_never_within() -> None:
    sentences = [f"Satz {number} sagt etwas <aus> & \U0001f600." * 3 for number in range(200)]
    found = pages(reply(*(Cited(n, text, f"Quelle {n}") for n, text in enumerate(sentences, 1))))
    assert len(found) > 3
    for number, text in enumerate(sentences, 1):
        assert sum(f"{text}\n{number} · Quelle {number}" in one.plain for one in found) == 1
    for one in found:
        text, entities = parse_html(one.html)
        assert units(text) <= LONGEST_PAGE
        assert len(entities) <= MOST_TAGS


def test_no_page_has_more_formats_than_telegram_keeps() -> None:
    for parts in (
        [Cited(n, "Ja.", "Er", ((0, 2),), link="https://example.org") for n in range(1, 100)],
        [Cited(1, "ab " * 300, "Er", tuple((n, n + 1) for n in range(0, 900, 3)))],
    ):
        for one in pages(reply(*parts)):
            assert len(parse_html(one.html)[1]) < 100


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for length in range(3_990, 4_110, 3):
        for one in pages(reply(Said("x" * length), Heading("Name"), Cited(1, "Satz.", "Quelle"))):
            assert not one.plain.endswith("Name")


@given(st.lists(st.tuples(WORDS, st.integers(0, 300)), min_size=1, max_size=30))
def test_every_page_keeps_the_limits(sizes: list[tuple[str, int]]) -> None:
    parts = [Cited(n, text * times, "q", ((0, 1), (2, 3))) for n, (text, times) in enumerate(sizes, 1)]
    for one in pages(reply(*parts)):
        text, entities = parse_html(one.html)
        assert units(text) <= LONGEST_PAGE
        assert len(entities) <= MOST_TAGS


def test_pages_are_turned_with_buttons_that_say_where_they_lead() -> None:
    parts = [Cited(n, "Satz. " * 300, "q") for n in range(1, 6)]
    actions = (Action("Context", "/context 1"),)
    first, middle, last = (page(reply(*parts, number=n, actions=actions)) for n in (1, 2, 99))
    assert first.actions == (actions, (Action("2/3 ▶", "/page 2"),))
    assert middle.actions == (actions, (Action("◀ 1/3", "/page 1"), Action("3/3 ▶", "/page 3")))
    assert last.actions == (actions, (Action("◀ 2/3", "/page 2"),))
    assert page(reply(Said("x"))).actions == ()
    assert page(reply(*parts, number=-1)) == page(reply(*parts))


def test_buttons_that_are_read_side_by_side_share_a_row() -> None:
    short = tuple(Action(label, "/x") for label in ("Context", "Who else?", "More", "Not helpful"))
    assert [[a.label for a in row] for row in page(reply(Said("x"), actions=short)).actions] == [
        ["Context", "Who else?", "More"],
        ["Not helpful"],
    ]
    long = (Action("Eine Überschrift,\ndie " + "lang " * 20, "/article 1"), Action("", "/article 2"))
    assert [[a.label for a in row] for row in page(reply(Said("x"), actions=long)).actions] == [
        ["Eine Überschrift, die " + "lang " * 15 + "la…"],
        [ABOVE],
    ]
    many = tuple(Action(str(n), f"/article {n}") for n in range(200))
    assert sum(len(row) for row in page(reply(Said("x"), actions=many)).actions) <= 100


def test_a_long_source_line_is_folded_and_a_short_one_is_not() -> None:
    long = "Source: " + "the spokeswoman of the harbour office, " * 4
    parts = (Cited(1, "The pier is closed.", "Source: Ann"), Cited(2, "It opens in May.", long))
    [found] = pages(reply(*parts))
    assert "\n1 · <i>Source: Ann</i>" in found.html
    assert found.html.count("<blockquote expandable>2 · <i>Source: the spokeswoman") == 1
    assert found.html.count("<blockquote>") == 2
    assert parse_html(found.html)[0] == found.plain


def test_a_heading_that_begins_a_page_does_and_the_first_one_needs_none_before_it() -> None:
    parts = (Heading("All", new_page=True), Said("a"), Heading("Ann", new_page=True), Cited(1, "B.", "s"))
    assert [found.plain for found in pages(reply(*parts))] == ["All\na", "Ann\nB.\n1 · s"]
