"""Which language a person uses Slack in.

Rule of this module: it is asked for once a person who spoke to the bot, beside the answer and never before it; so the
first answer may be in the language of the question, and it is known from the second one on. It is kept in memory alone.
"""

import asyncio

from cachetools import LRUCache

from bot.platforms.slack.addresses import Address
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.raw import text
from bot.transport import DeliveryError

MOST = 10_000
"""People in memory; the one who was silent longest is forgotten first."""
AT_ONCE = 8
"""Requests under way at once; beyond that a person is asked about at the next message."""


class Locales:
    """The languages of people, by their Slack ids."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._known: LRUCache[str, str] = LRUCache(MOST)
        self._asking: dict[str, asyncio.Task[None]] = {}

    def of(self, address: Address) -> str | None:
        """Return a person's language ("de-DE"), None where it is not known yet; then it is asked for."""
        user = address.user
        if user in self._known:
            return self._known[user] or None
        if user and user not in self._asking and len(self._asking) < AT_ONCE:
            task = asyncio.ensure_future(self._ask(address))
            self._asking[user] = task
            task.add_done_callback(lambda _: self._asking.pop(user, None))
        return None

    async def _ask(self, address: Address) -> None:
        try:
            found = await self._calls.method("users.info", address, user=address.user, include_locale=True)
            locale = text(found, "user", "locale")
        except DeliveryError:
            locale = ""
        self._known[address.user] = locale

    async def close(self) -> None:
        """Ask for nothing more."""
        for task in list(self._asking.values()):
            task.cancel()
        await asyncio.gather(*self._asking.values(), return_exceptions=True)
