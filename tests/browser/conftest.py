"""A real Chromium for the pages: Debian's, driven by Playwright, which downloads none.

Without it the tests are skipped and say what is missing; `make browser` sets BROWSER_EXPECTED, and then they fail.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
"""No sandbox, since CI runs as root; and a browser that asks nobody for anything."""


def _missing() -> str:
    """Return what has to be there for the tests and is not."""
    try:
        import axe_playwright_python  # noqa: F401, PLC0415 - looked for
        import playwright  # noqa: F401, PLC0415 - as above
    except ImportError:
        return "Playwright and axe are not installed: make browser"
    return "" if shutil.which("chromium") else "there is no Chromium: apt-get install chromium"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = "" if os.environ.get("BROWSER_EXPECTED") else _missing()
    for item in items:
        if missing and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=missing))


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not on every machine

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: "Browser", tmp_path: Path) -> Iterator[Opened]:
    """Open pages without a network; what goes wrong in one, or what it asks for, fails the test."""
    opener = Opened(chromium, tmp_path)
    yield opener
    opener.close()
