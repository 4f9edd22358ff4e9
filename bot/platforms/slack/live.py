"""Tries out in a channel of the owner's what only Slack itself can show: docs/delivery.md, S1 and S2.

Rule of this module: what is posted is deleted in the end.
"""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.addresses import Address, Way
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.checks import Check
from bot.platforms.slack.direct import WITH_METADATA
from bot.platforms.slack.options import Options
from bot.platforms.slack.raw import nodes, text
from bot.platforms.slack.refusals import RefusedError
from bot.platforms.slack.sending import EMPTY
from bot.platforms.slack.setup_texts import Live, live_words_in
from bot.platforms.slack.workspaces import OneWorkspace
from bot.transport import DeliveryError

PATIENCE = ClientTimeout(total=15.0)
POSTED = 10
"""Messages whose way into the history is timed; the history may be asked 50 times a minute."""
LOOK = 0.25
"""Seconds between two looks."""
GIVE_UP = 5.0
"""Seconds after which a message is not waited for any more: after a third of the wait it is looked for again."""


@dataclass
class Trial:
    """What is tried in a channel; `ours` are the messages that were posted."""

    calls: Calls
    at: Address
    words: Live
    ours: list[str] = field(default_factory=list)

    async def post(self, **content: object) -> str:
        """Post a message and return its ts."""
        posted = await self.calls.method("chat.postMessage", self.at, channel=self.at.channel, text=EMPTY, **content)
        self.ours.append(text(posted, "ts"))
        return self.ours[-1]

    async def twice(self) -> Check:
        """S1: what becomes of a second message with the same client_msg_id."""
        name = str(uuid4())
        first = await self.post(client_msg_id=name)
        try:
            second = await self.post(client_msg_id=name)
        except RefusedError as error:
            return Check(good=True, text=self.words.refused.format(code=error.code))
        return Check(good=True, text=self.words.same if first == second else self.words.ignored)

    async def lag(self) -> Check:
        """S2: how late the history shows a message with its metadata."""
        slowest = 0.0
        for _ in range(POSTED):
            name = uuid4().hex
            ts = await self.post(metadata={"event_type": "answer", "event_payload": {"id": name}})
            began = time.monotonic()
            while not await self._shows(ts, name):
                if time.monotonic() - began > GIVE_UP:
                    return Check(good=False, text=self.words.late.format(seconds=GIVE_UP))
                await asyncio.sleep(LOOK)
            slowest = max(slowest, time.monotonic() - began)
            await asyncio.sleep(1.0)
        return Check(good=True, text=self.words.shown.format(count=POSTED, seconds=slowest))

    async def _shows(self, ts: str, name: str) -> bool:
        where: Mapping[str, object] = {"channel": self.at.channel, "latest": ts, "inclusive": "true", "limit": 1}
        page = await self.calls.method("conversations.history", self.at, **where, **WITH_METADATA)
        return any(text(one, "metadata", "event_payload", "id") == name for one in nodes(page, "messages"))

    async def tidy(self) -> None:
        """Delete what was posted."""
        for ts in dict.fromkeys(self.ours):
            with suppress(DeliveryError):
                await self.calls.method("chat.delete", self.at, channel=self.at.channel, ts=ts)


async def try_out(options: Options, channel: str, language: str) -> tuple[Check, ...]:
    """Return what was seen in a channel, in the order of the checks."""
    words = live_words_in(language)
    async with ClientSession(timeout=PATIENCE) as session:
        client = AsyncWebClient(options.bot_token or None, base_url=options.api, session=session, retry_handlers=[])
        calls = Calls(client, session, OneWorkspace(options.bot_token))
        trial, found = Trial(calls, Address(Way.POST, channel=channel), words), list[Check]()
        try:
            found.append(await trial.twice())
            found.append(await trial.lag())
        except DeliveryError as error:
            found.append(Check(good=False, text=words.unusable.format(channel=channel, code=error)))
        finally:
            await trial.tidy()
        return tuple(found)
