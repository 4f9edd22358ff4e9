"""Pages of articles, opened in the browser as a person opens them: from a file, without a network."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot import formats
from bot.conversation.error_messages import phrases_of
from bot.model import Article, Document
from bot.service import analyse
from bot.view import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
KINDS = {".txt": "text/plain", ".html": "text/html", ".md": "text/markdown"}


def corpus() -> Sequence[Path]:
    """Return the articles of the corpus."""
    return sorted(p for p in CORPUS.glob("*/*/article.*") if p.suffix in KINDS and p.parts[-3] in {"de", "en"})


@cache
def article_at(path: Path) -> Article:
    return analyse(formats.read(Document(path.read_bytes(), KINDS[path.suffix], str(path))), str(path))


def article_of(text: str, kind: str = "text/plain", origin: str = "story") -> Article:
    return analyse(formats.read(Document(text.encode(), kind, origin)), origin)


def named(name: str) -> Article:
    """Return an article of the corpus by the name of its folder."""
    return article_at(next(p for p in corpus() if p.parent.name == name))


def with_sources(count: int) -> Article:
    """Return an article in which so many people speak, the first ones more often."""
    lines = ["How the town talks about its bridge", "", "The bridge over the Ley is closed. It was built in 1961."]
    first = "Ann Ben Cora Dan Eva Finn Gail Hugo Ida Jon Kate Leo Mia Ned Ola Pia Quin Ray Sue Tom".split()
    last = "Abbot Barker Carver Dyer Fletcher Glover Hooper Keeler Mercer Potter Sawyer Tanner".split()
    for n in range(count):
        name = f"{first[n % len(first)]} {last[(n * 5 + n // len(first)) % len(last)]}"
        lines += ["", f"“The bridge number {n + 1} must open again before winter,” said {name}, a resident."]
        lines += [f"{name} warned that street {k + 3} would flood." for k in range(max(0, 4 - n))]
    return article_of("\n".join(lines))


class Opened:
    """Opens pages and watches them: no script fails, nothing is asked for, the policy refuses nothing."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._contexts: list[BrowserContext] = []
        self.wrong: list[str] = []
        """What the pages complained of."""
        self.asked: list[str] = []
        """What they asked for, beside themselves."""

    def text(self, html: str, **context: object) -> "Page":
        """Open a page's text; `context` is what Playwright makes a context with.

        Nothing moves in it, unless that is asked for, so that what is looked at is there at once.
        """
        path = self._folder / f"page{len(self._contexts)}.html"
        path.write_bytes(html.encode())
        found = self._browser.new_context(**{"reduced_motion": "reduce", **context})
        self._contexts.append(found)
        page = found.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(path.as_uri())
        self.asked.remove(path.as_uri())
        return page

    def article(self, article: Article, code: str = "en", **context: object) -> "Page":
        """Open the page of an article in the words of a language."""
        return self.text(page(article, phrases_of(code)), **context)

    def _heard(self, message: "ConsoleMessage") -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(message.text)

    def close(self) -> None:
        """Close all, and fail for what went wrong in any of them."""
        for context in self._contexts:
            context.close()
        assert self.wrong == []
        assert self.asked == []
