"""Writes docs/view.png: the page of an article from the corpus as a browser shows it.

    make browser; python scripts/page_picture.py

Nothing in the picture is made up: it is `article-bot view` in Debian's Chromium, cut to the first screen.
"""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bot import formats
from bot.conversation.error_messages import phrases_of
from bot.model import Document
from bot.service import analyse
from bot.view import page

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "corpus" / "en" / "missiles-for-soldiers" / "article.txt"
SIZE = {"width": 1120, "height": 600}


def main() -> None:
    """Write the picture."""
    article = analyse(formats.read(Document(ARTICLE.read_bytes(), "text/plain", ARTICLE.name)), ARTICLE.name)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        path = Path(folder, "page.html")
        path.write_text(page(article, phrases_of("en")), encoding="utf-8")
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport=SIZE, reduced_motion="reduce")
        shown.goto(path.as_uri())
        shown.locator("details").evaluate("figure => figure.open = false")
        shown.mouse.wheel(0, 150)
        shown.locator("article .c").nth(3).hover()
        shown.screenshot(path=ROOT / "docs" / "view.png")
        browser.close()


if __name__ == "__main__":
    main()
