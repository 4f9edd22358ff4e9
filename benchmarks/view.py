"""Measures the page of an article: its size, the time to make it, and when a browser lets people use it.

    python -m benchmarks.view

The browser (`make browser` installs what it needs) is left out where there is none. Processor time, the best of several
runs: what else the machine does counts as little as it can. What a person waits for a long page is told by the clock,
too, the best of a few runs, with how busy the machine was.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot import formats
from bot.conversation.error_messages import phrases_of
from bot.model import Article, Document
from bot.service import analyse
from bot.view import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

ROOT = Path(__file__).resolve().parent.parent
KINDS = {".txt": "text/plain", ".html": "text/html", ".md": "text/markdown"}
SENTENCES = 25
LONG = 400_000
RUNS, FEW = 15, 5
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def article_of(content: bytes, kind: str) -> Article:
    """Return the article of a document."""
    return analyse(formats.read(Document(content, kind, "story")), "story")


def best(work: Callable[[], object]) -> float:
    """Return the least processor time of several runs, in milliseconds."""
    found = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        found.append((time.process_time() - started) * 1000)
    return min(found)


def long_text() -> str:
    """Return a text of 400 kB in which people speak: the corpus, again and again, with other names of streets."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus" / "en").glob("*/article.txt"))]
    found, number = [], 0
    while sum(map(len, found)) < LONG:
        for text in texts:
            number += 1
            found.append(text.split("\n\n", 1)[-1].replace(" said ", f" of {number} Mill Lane said "))
    return "\n\n".join(found)[:LONG]


def interactive(html: str) -> tuple[float, float, float]:
    """Return the processor time until a page is laid out, and until a click has kept a speaker, in milliseconds.

    The third is the time by the clock until the page is laid out and takes a click.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not on every machine

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        path = Path(folder, "page.html")
        path.write_text(html, encoding="utf-8")
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        shown = browser.new_page()
        watch = shown.context.new_cdp_session(shown)
        watch.send("Performance.enable", {"timeDomain": "threadTicks"})
        shown.goto(path.as_uri())
        ready = busy(watch)
        shown.evaluate("() => {document.querySelector('nav li button').click(); document.body.getBoundingClientRect()}")
        kept = busy(watch) - ready
        waited = min(waiting(browser, path) for _ in range(FEW))
        browser.close()
    return ready, kept, waited


def waiting(browser: "Browser", path: Path) -> float:
    """Return the time by the clock from opening a page until it is shown and a click is taken, in milliseconds."""
    shown = browser.new_page()
    shown.goto(path.as_uri())
    script = """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
        document.querySelector('nav li button').dispatchEvent(new Event('pointerover', { bubbles: true }));
        done(performance.now());
    })))"""
    waited = float(shown.evaluate(script))
    shown.close()
    return waited


def busy(watch: "CDPSession") -> float:
    """Return the processor time of the page's tasks so far, in milliseconds."""
    found = {one["name"]: one["value"] for one in watch.send("Performance.getMetrics")["metrics"]}
    return float(found["TaskDuration"]) * 1000


def main() -> int:
    """Print the figures."""
    english = phrases_of("en")
    for path in sorted(p for p in ROOT.glob("corpus/*/*/article.*") if p.suffix in KINDS):
        article = article_of(path.read_bytes(), KINDS[path.suffix])
        html = page(article, english)
        taken = best(lambda article=article: page(article, english))
        size = len(html.encode()) / 1000
        print(f"{path.parent.name:32} {len(article.sentences):4} sentences {size:6.1f} kB {taken:6.1f} ms")
    article = article_of(long_text().encode(), "text/plain")
    started = time.process_time()
    html = page(article, english)
    taken = time.process_time() - started
    size = len(html.encode()) / 1000
    print(f"{'400 kB of text':32} {len(article.sentences):4} sentences {size:6.1f} kB {taken:6.2f} s")
    if shutil.which("chromium"):
        ready, kept, waited = interactive(html)
        print(f"{'':32} in Chromium: used after {ready:.0f} ms, a speaker kept in {kept:.0f} ms")
        print(f"{'':32} by the clock: used after {waited:.0f} ms, load {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
