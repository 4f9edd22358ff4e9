"""A page without its text says why: it is sold, or it needs a browser; one with its text is read all the same."""

import pytest

from bot import formats
from bot.errors import ArticleError, ArticleProblem
from bot.formats.obstacles import HARDLY_ANY, LITTLE
from bot.model import Document, ExtractedText

SENTENCE = "Der Rat von Dunau hat am Montag den Bau eines Steges über die Aue beschlossen. "
BEGINNING = f"<article><h1>Rat baut Steg</h1><p>{SENTENCE * 4}</p></article>"
PLACES = "Aue Bode Chemnitz Donau Elbe Fulda Glan Havel Isar Jagst Kocher Lahn Main Neckar Oder Rems".split()
TEXT = "".join(f"<p>{SENTENCE.replace('die Aue', f'die {place}')}</p>" for place in PLACES)
WHOLE = f"<article><h1>Rat baut Steg</h1>{TEXT}</article>"
SHORT = f"<article><h1>Rat baut Steg</h1><p>{SENTENCE * 2}</p></article>"


def read(body: str, head: str = "", origin: str = "page.html") -> ExtractedText:
    page = f"<html><head><title>Rat baut Steg</title>{head}</head><body>{body}</body></html>"
    return formats.read(Document(page.encode(), "text/html", origin))


def problem(body: str, head: str = "") -> ArticleProblem:
    with pytest.raises(ArticleError) as refused:
        read(body, head)
    return refused.value.problem


SOLD = [
    '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>',
    '<script type="application/ld+json">{"@graph": [{"isAccessibleForFree":"False", </script>',
    '<script type="application/ld+json">{"isAccessibleForFree": "http://schema.org/False"}</script>',
    '<meta itemprop="isAccessibleForFree" content="False">',
    '<meta property="article:content_tier" content="locked">',
]
WALLS = [
    '<div class="paywall-box"><p>Jetzt Abo abschließen und weiterlesen.</p></div>',
    '<section id="regwall"><p>Register to continue reading.</p></section>',
    '<div class="article premium-barrier">Subscribe now for 1 € a month.</div>',
]


@pytest.mark.parametrize("sign", SOLD)
def test_a_page_that_says_that_it_is_sold_shows_its_beginning_alone(sign: str) -> None:
    assert problem(BEGINNING, sign) is ArticleProblem.PAYWALL
    assert problem("<p></p>", sign) is ArticleProblem.PAYWALL
    assert len(SENTENCE * len(PLACES)) > LITTLE
    assert read(WHOLE, sign).text.count("Steges") == len(PLACES)


@pytest.mark.parametrize("wall", WALLS)
def test_a_wall_that_offers_a_subscription_ends_a_page_that_is_sold(wall: str) -> None:
    assert problem(BEGINNING + wall) is ArticleProblem.PAYWALL
    assert read(WHOLE + wall).text


@pytest.mark.parametrize(
    "sign",
    [
        '<script type="application/ld+json">{"isAccessibleForFree": true}</script>',
        '<meta property="article:content_tier" content="free">',
        "<script>var paywall = {isAccessibleForFree: 'unknown'}</script>",
    ],
)
def test_a_short_page_that_is_free_is_read(sign: str) -> None:
    for wall in ('<div class="paywall-container"></div>', '<div class="paywall">Foto: Dunauer Bote</div>', ""):
        assert "Steges" in read(BEGINNING + wall, sign).text


NEEDY = [
    '<div id="root"></div><script src="app.js"></script>',
    '<div id="__next"> <div></div></div><script src="app.js"></script>',
    "<app-root></app-root><script src='app.js'></script>",
    "<noscript>You need to enable JavaScript to run this app.</noscript><div id='x'></div>",
    "<noscript><p>Bitte aktivieren Sie JavaScript, um die Seite zu sehen.</p></noscript>",
    "<p>Bitte JavaScript einschalten.</p><script>start()</script>",
    "<p>Checking your browser before accessing the site.</p><script>wait()</script>",
]


@pytest.mark.parametrize("body", NEEDY)
def test_a_page_that_scripts_make_needs_a_browser(body: str) -> None:
    assert problem(body) is ArticleProblem.NEEDS_BROWSER


@pytest.mark.parametrize("body", NEEDY[:5])
def test_a_page_that_has_its_text_needs_none(body: str) -> None:
    assert "Steges" in read(BEGINNING + body).text


def test_a_page_about_javascript_and_a_page_without_scripts_need_none() -> None:
    assert len(SENTENCE * 2) < HARDLY_ANY
    assert (
        "JavaScript" in read(f"<article><p>JavaScript wird 30 Jahre alt, sagte Ute Grau. {SENTENCE}</p></article>").text
    )
    assert "Steges" in read(SHORT + "<div id='app'></div>").text
    assert problem("<div id='app'></div>") is ArticleProblem.NO_TEXT


def test_an_element_of_a_thousand_attributes_is_no_page() -> None:
    many = " ".join(f"a{n}=1" for n in range(1_001))
    assert problem(f"{BEGINNING}<p {many}>Ein Satz.</p>") is ArticleProblem.FORMAT


FETCHED = "https://www.dunau.example.co.uk/stadt/steg?utm_source=x"


@pytest.mark.parametrize(
    ("head", "origin", "expected"),
    [
        ('<link rel="canonical" href="https://dunau.example.co.uk/steg?cid=7">', FETCHED, "https://dunau.example.co.uk/steg?cid=7"),
        ('<link rel="canonical" href="/steg">', FETCHED, "https://www.dunau.example.co.uk/steg"),
        ('<meta property="og:url" content="https://dunau.co.uk/b">', FETCHED, FETCHED),
        ('<link rel="canonical" href="https://evil.test/a">', FETCHED, FETCHED),
        ('<link rel="canonical" href="javascript:x">', FETCHED, FETCHED),
        ('<link rel="canonical" href="https://u:p@dunau.example.co.uk/">', FETCHED, FETCHED),
        ("", FETCHED, FETCHED),
        ('<link rel="canonical" href="https://dunau.example/a?cid=7">', "page.html", "https://dunau.example/a?cid=7"),
        ('<meta property="og:url" content="https://dunau.example/b">', "page.html", "https://dunau.example/b"),
        ("", "page.html", None),
        ('<link rel="canonical" href="http://127.0.0.1:8000/b">', "http://127.0.0.1:8000/a", "http://127.0.0.1:8000/b"),
    ],
)  # fmt: skip
def test_a_page_names_an_address_of_its_own_site_alone(head: str, origin: str, expected: str | None) -> None:
    assert read(WHOLE, head, origin).url == expected


def test_what_is_no_page_has_the_address_where_it_was_fetched() -> None:
    assert formats.read(Document(SENTENCE.encode(), "text/plain", FETCHED)).url == FETCHED
    assert formats.read(Document(SENTENCE.encode(), "text/plain", "steg.txt")).url is None
