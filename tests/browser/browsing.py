"""Pages of articles, opened in the browser as a person opens them: from a file, without a network."""

from pathlib import Path
from typing import TYPE_CHECKING

from bot.conversation.error_messages import phrases_of
from bot.model import Article
from bot.view import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page


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
