"""Articles that want to be more than text: in a real browser no script of theirs runs and nothing is fetched."""

from typing import TYPE_CHECKING

import pytest
from browsing import Opened

from bot.conversation.error_messages import phrases_of
from bot.view import page, sources_map
from tests.viewing import article_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

ATTACKS = (
    "<script>window.owned = 1</script>",
    "</script><script>window.owned = 1</script>",
    "<img src=x onerror='window.owned = 1'>",
    "</span></p><svg onload=window.owned=1>",
    "\"'><b onmouseover=window.owned=1 style=position:fixed;inset:0>x</b>",
    "</title></style></template><iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
    "<!-- <a href=javascript:window.owned=1>x</a> --><base href=//evil.example/>",
    "{{ cycler.__init__.__globals__ }} {% raw %} ${window.owned=1}",
)


def owned(page: "Page") -> bool:
    return bool(page.evaluate("'owned' in window || frames.length > 0"))


def every_part_used(page: "Page") -> None:
    """Do what shows each part of a page: cards, every speaker, the address."""
    for number in range(page.locator(".ref").count()):
        page.locator(".ref").nth(number).focus()
    for number in range(page.locator("nav li button").count()):
        page.locator("nav li button").nth(number).click()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_text_a_title_or_a_name_runs(attack: str, opened: Opened) -> None:
    text = (
        f"The bridge {attack} is closed\n\nThe bridge was closed on Monday {attack} by the town.\n\n"
        f"“Nobody {attack} crosses it before winter,” said Ann Boyle, the mayor {attack} of Ley.\n\n"
        f"According to the “Ley {attack} Post”, the bridge {attack} is safe.\n"
    )
    shown = opened.article(article_of(text))
    every_part_used(shown)
    assert not owned(shown)
    assert shown.evaluate("document.scripts.length") == 1
    assert attack.split(maxsplit=1)[0] in shown.locator("article").inner_text()


@pytest.mark.parametrize("url", ["javascript:window.owned=1", "data:text/html,<script>window.owned=1</script>"])
def test_an_address_that_is_code_is_no_link(url: str, opened: Opened) -> None:
    html = (
        f'<html lang="en"><head><link rel="canonical" href="{url}"><meta property="og:url" content="{url}"></head>'
        "<body>"
        "<h1>The bridge is closed</h1><p>The bridge was closed on Monday by the town of Ley.</p>"
        "<p>“Nobody crosses it before winter,” said Ann Boyle, the mayor of the town.</p></body></html>"
    )
    shown = opened.article(article_of(html, "text/html", url))
    assert shown.locator("a:not([href^='#'])").count() == 0
    every_part_used(shown)
    assert not owned(shown)


def test_markup_that_came_in_all_the_same_would_not_run(opened: Opened) -> None:
    """The policy is the second wall: a script and a handler are put past the template and stay still."""
    whole = page(article_of("The bridge\n\nThe bridge was closed on Monday.\n"), phrases_of("en"))
    evil = "<script>window.owned = 1</script><img src='https://evil.example/x.png' onerror='window.owned = 1'>"
    shown = opened.text(whole.replace("<article", f"{evil}<article", 1))
    assert shown.locator("main script").count() == 1
    assert not owned(shown)
    refused = [line for line in opened.wrong if "Content Security Policy" in line]
    assert len(refused) >= 2
    opened.wrong.clear()
    opened.asked.clear()


def test_a_map_that_is_opened_alone_runs_nothing(opened: Opened) -> None:
    article = article_of(
        "A <script>window.owned=1</script>\n\n“It is shut,” said Ann <svg onload=window.owned=1> Boyle, the mayor.\n"
    )
    svg = sources_map(article, phrases_of("en"), alone=True).svg
    shown = opened.text(f"<!doctype html><title>map</title>{svg}")
    assert not owned(shown)
    assert shown.locator("script").count() == 0
