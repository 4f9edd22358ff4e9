"""Servers for a bot on Telegram: the Bot API, and a site that it reads."""

from collections.abc import AsyncIterator

import pytest

from tests.servers.bot_api import BotApi, serving
from tests.servers.site import Site, open_site


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with serving() as server:
        yield server


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as opened:
        yield opened
