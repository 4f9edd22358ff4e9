"""The page of an article in a real browser: what is seen, what clicks and keys do, and that everybody can use it."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import Opened

from bot.conversation.error_messages import phrases_of
from bot.view import page
from tests.viewing import article_at, article_of, corpus, named, with_sources

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDE, NARROW = {"width": 1400, "height": 900}, {"width": 360, "height": 740}
SCHEMES = ("light", "dark")


def fits(page: "Page") -> bool:
    """Tell whether nothing of a page stands beyond its side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def violations(page: "Page") -> list[str]:
    """Return what axe finds wrong, WCAG's rules and those of good practice."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - not on every machine

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def tinted(page: "Page") -> set[str]:
    """Return the numbers of the voices whose claims have a ground of their own."""
    script = """() => [...document.querySelectorAll('article .c')]
        .filter((c) => getComputedStyle(c).backgroundColor !== 'rgba(0, 0, 0, 0)').map((c) => c.dataset.v)"""
    return set(page.evaluate(script))


@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.parent.name)
def test_an_article_stands_in_its_page_as_it_is_at_any_width_in_any_light(path: Path, opened: Opened) -> None:
    article = article_at(path)
    for code, viewport, scheme in (("en", WIDE, "light"), ("de", NARROW, "dark")):
        page = opened.article(article, code, viewport=viewport, color_scheme=scheme)
        shown = " ".join(page.locator("h1, article").all_inner_texts())
        for sentence in article.sentences:
            assert " ".join(sentence.span.cut(article.text).split()) in " ".join(shown.split())
        assert fits(page)
        assert page.locator(".ref").count() == len(article.attributions)
        assert violations(page) == []


@pytest.mark.parametrize("count", [3, 12, 30])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_few_and_many_speakers_fit_and_can_be_used_by_everybody(count: int, scheme: str, opened: Opened) -> None:
    article = with_sources(count)
    for viewport in (WIDE, NARROW):
        page = opened.article(article, viewport=viewport, color_scheme=scheme)
        assert page.locator("nav li").count() == count
        assert fits(page)
        assert violations(page) == []
        page.locator("nav li button").first.click()
        assert violations(page) == []


def test_a_click_keeps_one_speaker_and_another_one_shows_everybody(opened: Opened) -> None:
    page = opened.article(named("sturmflut-norderholm"), viewport=WIDE)
    assert len(tinted(page)) > 4
    button = page.locator("nav li button").nth(1)
    button.click()
    assert tinted(page) == {"2"}
    assert button.get_attribute("aria-pressed") == "true"
    assert "Boy Hansen" in page.locator("[role=status]").inner_text()
    page.locator("nav li button").nth(0).click()
    assert tinted(page) == {"1"}
    page.get_by_role("button", name="Show everybody").click()
    assert len(tinted(page)) > 4
    assert page.locator("[aria-pressed=true]").count() == 0


def test_the_keyboard_alone_reaches_everything(opened: Opened) -> None:
    page = opened.article(named("sturmflut-norderholm"), viewport=WIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.v") == "1"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert tinted(page) == {"2"}
    page.keyboard.press("Escape")
    assert len(tinted(page)) > 4
    page.locator(".ref").first.focus()
    card = page.locator(".card")
    assert card.is_visible()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.className").startswith("ref")
    assert page.evaluate("document.activeElement.id") == page.locator(".ref").nth(1).get_attribute("id")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "keep"
    page.keyboard.press("Enter")
    assert len(tinted(page)) == 1
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert page.evaluate("document.activeElement.className").startswith("ref")


def hovered(page: "Page", claim: str, sure: str) -> str:
    """Return the card of a claim, which tells how sure that is; a page that still moves takes the pointer off it."""
    from playwright.sync_api import TimeoutError as TooLate  # noqa: PLC0415 - not on every machine

    card = page.locator(".card", has_text=sure)
    for _ in range(5):
        page.get_by_text(claim).hover()
        with suppress(TooLate):
            card.wait_for(timeout=10_000)
            return card.inner_text()
        page.mouse.move(5, 5)
    pytest.fail(f"no card for: {claim}")


def test_a_card_says_who_how_by_which_words_and_how_surely(opened: Opened) -> None:
    page = opened.article(named("sturmflut-norderholm"), "de", viewport=WIDE)
    card = hovered(page, "Die Fernwelle habe den Scheitel der Flut um 60 Zentimeter erhöht", "so gut wie sicher")
    for words in ("Wiebke Janssen", "indirekte Rede", "„so“"):
        assert words in card
    hovered(page, "Das entspreche etwa einem Fünftel des gesamten Anstiegs", "offenbar")
    assert violations(page) == []
    page.mouse.move(5, 5)
    page.locator(".card").wait_for(state="detached")


def test_a_tap_shows_the_card_where_there_is_no_pointer(opened: Opened) -> None:
    page = opened.article(named("sturmflut-norderholm"), "de", viewport=NARROW, has_touch=True, is_mobile=True)
    page.locator("article .c").nth(3).tap()
    card = page.locator(".card")
    assert card.is_visible()
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]
    card.get_by_role("button", name="Nur diese Quelle").tap()
    assert len(tinted(page)) == 1


def test_each_mode_has_a_line_of_its_own_and_the_paper_none(opened: Opened) -> None:
    page = opened.article(named("missiles-for-soldiers"), viewport=WIDE)
    script = """(mode) => [...document.querySelectorAll(`article .c.${mode}`)]
        .map((c) => getComputedStyle(c).textDecorationStyle)"""
    wanted = {"direct": "solid", "indirect": "dashed", "reported": "solid", "hearsay": "dotted"}
    lines = {mode: set(page.evaluate(script, mode)) for mode in wanted}
    assert all(found <= {wanted[mode]} for mode, found in lines.items())
    assert lines["indirect"]
    assert lines["hearsay"]
    plain = page.evaluate("getComputedStyle(document.querySelector('article p')).textDecorationLine")
    assert plain == "none"


def test_what_is_copied_is_the_article_without_our_numbers(opened: Opened) -> None:
    article = named("sturmflut-norderholm")
    page = opened.article(article, viewport=WIDE)
    copied = page.evaluate("""() => {getSelection().selectAllChildren(document.querySelector('article'));
        return getSelection().toString()}""")
    wanted = " ".join(" ".join(s.span.cut(article.text) for s in article.sentences).split())
    assert wanted.split()[-40:] == copied.split()[-40:]


def test_a_speaker_and_a_claim_have_an_address(opened: Opened) -> None:
    page = opened.article(named("sturmflut-norderholm"), viewport=WIDE)
    page.goto(page.url + "#v2")
    page.wait_for_function("document.body.classList.contains('keeping')")
    assert tinted(page) == {"2"}


def test_a_claim_leads_to_its_place_in_the_original(opened: Opened) -> None:
    html = (
        '<html lang="en"><head><title>A bridge</title><link rel="canonical" href="https://example.org/bridge"></head>'
        "<body><article><h1>The bridge over the Ley is closed</h1><p>The bridge was closed on Monday after a crack was "
        "found in the third pier of it. It carries a road and a railway across the river.</p><p>“Nobody crosses it "
        "before winter,” said Ann Boyle, the mayor. The council met on Tuesday and heard from engineers.</p>"
        "</article></body></html>"
    )
    article = article_of(html, "text/html", "https://example.org/bridge")
    page = opened.article(article, viewport=WIDE)
    page.locator(".ref").first.focus()
    link = page.locator(".card a")
    assert link.get_attribute("href") == "https://example.org/bridge#:~:text=Nobody%20crosses%20it%20before%20winter"


def test_it_prints_with_every_speaker_in_the_colours_of_paper(opened: Opened) -> None:
    page = opened.article(named("sturmflut-norderholm"), viewport=WIDE, color_scheme="dark")
    printed = page.pdf(print_background=True)
    assert printed.startswith(b"%PDF")
    from io import BytesIO  # noqa: PLC0415 - beside its only use

    from pypdf import PdfReader  # noqa: PLC0415 - as above

    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(printed)).pages).split())
    for words in ("Wiebke Janssen", "Landesamt für Küstenschutz", "Pegel, die schweigen", "Sie wussten, warum"):
        assert words in text
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator(".all").is_visible()


def test_nothing_moves_for_those_who_want_no_motion(opened: Opened) -> None:
    for wanted, moves in (("reduce", "auto"), ("no-preference", "smooth")):
        page = opened.article(named("sturmflut-norderholm"), reduced_motion=wanted)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == moves


def test_an_article_in_which_nobody_speaks_has_a_page(opened: Opened) -> None:
    page = opened.article(article_of("The bridge\n\nThe bridge is closed. It was built in 1961 and painted twice."))
    assert "its own voice" in page.locator(".summary").inner_text()
    assert page.locator("nav").count() == 0
    assert violations(page) == []


def test_a_page_without_scripts_still_shows_who_says_what(opened: Opened) -> None:
    page = opened.article(named("sturmflut-norderholm"), java_script_enabled=False)
    assert page.locator("nav li").count() == 9
    assert page.locator("article .c").count() > 10


def test_the_page_has_no_box_to_ask_where_it_is_not_served() -> None:
    assert "<form" not in page(named("sturmflut-norderholm"), phrases_of("en"))
