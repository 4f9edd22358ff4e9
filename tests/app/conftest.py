"""Both platforms' servers, for a process that answers on them."""

from collections.abc import AsyncIterator

import pytest

from tests.servers.bot_api import BotApi, serving
from tests.servers.slack_api import SlackServer


@pytest.fixture
async def telegram() -> AsyncIterator[BotApi]:
    async with serving() as server:
        yield server


@pytest.fixture
async def slack() -> AsyncIterator[SlackServer]:
    async with SlackServer().running() as server:
        yield server
