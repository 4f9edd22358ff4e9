"""The page of an article as it is served: it asks the bot and marks what answers, and what is typed stays text."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from serving import served

from bot.model import Document
from tests.viewing import CORPUS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ARTICLE = CORPUS / "en" / "missiles-for-soldiers" / "article.txt"
NARROW = {"width": 360, "height": 740}
HOSTILE = [
    "<img src=x onerror=\"document.title='run'\">?",
    "<script>document.title='run'</script> who?",
    "\"><svg onload=document.title='run'> who warned?",
    "javascript:document.title='run'//",
    "{{7*7}} ${7*7} \u202e who?",
]


class Served:
    """Opens served pages and watches them."""

    def __init__(self, browser: "Browser", link: str) -> None:
        self._browser = browser
        self.link = link
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self._contexts: list[object] = []

    def page(self, **context: object) -> "Page":
        found = self._browser.new_context(**{"reduced_motion": "reduce", **context})
        self._contexts.append(found)
        page = found.new_page()
        page.on("console", lambda m: self.wrong.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self.asked.append(f"{request.method} {request.url}"))
        answer = page.goto(self.link)
        assert answer is not None
        assert answer.status == 200
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def link(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    document = Document(ARTICLE.read_bytes(), "text/plain", str(ARTICLE))
    with served(document, tmp_path_factory.mktemp("served")) as found:
        yield found


@pytest.fixture
def there(chromium: "Browser", link: str) -> Iterator[Served]:
    found = Served(chromium, link)
    yield found
    found.close()


def ask(page: "Page", question: str) -> str:
    """Type a question, press Enter, and return what the page says."""
    page.get_by_role("searchbox").fill(question)
    page.evaluate("document.querySelector('.found').replaceChildren()")
    page.keyboard.press("Enter")
    page.wait_for_selector(".found p")
    return page.locator(".found").inner_text()


def axe(page: "Page") -> list[str]:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - not on every machine

    return [one["id"] for one in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_question_marks_the_sentences_that_answer_and_leads_to_them(there: Served, scheme: str) -> None:
    page = there.page(color_scheme=scheme, viewport=NARROW)
    said = ask(page, "What did Russia send?")
    assert "marked in the text" in said
    hits = page.locator(".s.hit")
    assert hits.count() >= 1
    first = page.locator(".found li a").first
    assert " ".join(first.inner_text().split()) in " ".join(" ".join(hits.all_inner_texts()).split())
    whose = dict(
        zip(page.locator(".found li a").all_inner_texts(), page.locator(".whose").all_inner_texts(), strict=True)
    )
    assert (
        next(name for text, name in whose.items() if text.startswith("The Kyiv Independent"))
        == "Kyiv Independent, a Ukrainian news site"
    )
    assert next(name for text, name in whose.items() if "troops for the war" in text) == "The article itself"
    first.click()
    assert page.url.partition("#")[2].startswith("s")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert axe(page) == []
    assert there.wrong == []


def test_by_keys_alone_one_asks_reaches_the_answer_and_its_card(there: Served) -> None:
    page = there.page()
    page.get_by_role("searchbox").focus()
    page.keyboard.type("Who warned of 100,000 soldiers?")
    page.keyboard.press("Enter")
    page.wait_for_selector(".found li a")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.found') !== null")
    page.keyboard.press("Enter")
    page.locator(".s.hit .ref").first.focus()
    card = page.get_by_role("group").filter(has=page.get_by_role("button"))
    assert card.count() == 1
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert there.wrong == []


@pytest.mark.parametrize("question", HOSTILE)
def test_whatever_is_asked_stays_text(there: Served, question: str) -> None:
    page = there.page()
    before = page.title()
    ask(page, question)
    page.wait_for_timeout(100)
    assert page.title() == before
    assert page.locator(".found img, .found script, .found svg").count() == 0
    assert there.wrong == []


def test_the_page_asks_its_own_address_and_nobody_else(there: Served) -> None:
    page = there.page()
    ask(page, "Who warned?")
    assert set(there.asked) <= {f"GET {there.link}", f"POST {there.link}"}
    outside = page.evaluate("fetch('https://example.org/').then(() => 'sent', () => 'refused')")
    assert outside == "refused"


def test_no_other_page_shows_it_in_a_frame_or_reads_it(there: Served, chromium: "Browser", tmp_path: Path) -> None:
    (tmp_path / "evil.html").write_text(f"<iframe src='{there.link}'></iframe>", encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    page.goto((tmp_path / "evil.html").as_uri())
    page.wait_for_timeout(300)
    assert all(not frame.locator("article").count() for frame in page.frames[1:])
    reading = f"fetch('{there.link}').then(() => 'read', () => 'refused')"
    posting = (
        f"fetch('{there.link}', {{method: 'POST', headers: {{'Content-Type': 'application/json'}}, body: '{{}}'}})"
        ".then(() => 'read', () => 'refused')"
    )
    assert page.evaluate(reading) == "refused"
    assert page.evaluate(posting) == "refused"
    context.close()


def test_what_does_not_get_through_is_said(there: Served) -> None:
    page = there.page()
    assert "at once" not in ask(page, "Who won the world cup?")
    for status, words in ((429, "quarter of a minute"), (404, "does not hold any more"), (500, "did not get through")):
        page.route("**/view/*", partial(_answered, status))
        assert words in ask(page, "Who warned?")
        page.unroute("**/view/*")
    there.wrong.clear()  # the browser notes the statuses


def _answered(status: int, route: "Route") -> None:
    route.fulfill(status=status)


def test_a_link_that_does_not_hold_says_so_in_both_languages(there: Served, chromium: "Browser") -> None:
    context = chromium.new_context(viewport=NARROW)
    page = context.new_page()
    answer = page.goto(there.link[:-2] + "xx")
    assert answer is not None
    assert answer.status == 404
    assert "does not hold" in page.inner_text("main")
    assert "gilt nicht" in page.inner_text("main")
    assert axe(page) == []
    context.close()
