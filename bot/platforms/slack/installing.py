"""The workspaces that have installed the app, for Bolt's OAuth flow.

Rule of this module: a workspace's bot token is kept, with what renews it; tokens of people are neither asked for nor
kept. The state that guards an installation is signed, not stored: it is valid for ten minutes, once, in one browser.
"""

import hmac
import json
import time
from collections.abc import Callable
from datetime import datetime
from logging import Logger, getLogger
from secrets import token_urlsafe

from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.transport import KeyValueStore

STATE_AGE = 600
"""Seconds that a person has between the button and Slack's consent page."""
NONE = "-"
"""Stands for no enterprise, and for no team where a whole enterprise has installed the app."""


class Installations(AsyncInstallationStore):
    """Workspaces and enterprises that have installed the app, kept under names that begin with `prefix`."""

    def __init__(self, keep: KeyValueStore, prefix: str) -> None:
        self._keep = keep
        self._prefix = f"{prefix}installed:"

    @property
    def logger(self) -> Logger:
        """Return where Bolt logs what concerns the store."""
        return getLogger(__name__)

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation's bot."""
        await self.async_save_bot(installation.to_bot())

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a bot, in the place of the one that is there."""
        name = self._name(bot.enterprise_id, bot.team_id, whole=bot.is_enterprise_install)
        await self._keep.write(name, json.dumps(bot.to_dict(), default=datetime.isoformat))

    async def async_find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """Return the bot of a workspace, else that of its whole enterprise."""
        for whole in (False, True) if not is_enterprise_install else (True,):
            found = await self._keep.read(self._name(enterprise_id, team_id, whole=whole))
            if found and (whole is False or enterprise_id):
                return Bot(**json.loads(found))
        return None

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """Return an installation made of the bot; there is none of a person (`user_id`)."""
        bot = await self.async_find_bot(
            enterprise_id=enterprise_id, team_id=team_id, is_enterprise_install=is_enterprise_install
        )
        if bot is None or user_id:
            return None
        return Installation(user_id="", **{k: v for k, v in bot.to_dict().items() if k != "custom_values"})

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget the bot of a workspace; without a team, that of the whole enterprise."""
        await self._keep.erase(self._name(enterprise_id, team_id, whole=not team_id))

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Forget an installation; that of a person was never kept."""
        if not user_id:
            await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    def _name(self, enterprise: str | None, team: str | None, *, whole: bool) -> str:
        return f"{self._prefix}{enterprise or NONE}" if whole else f"{self._prefix}{NONE}:{team or NONE}"


class SignedStates(AsyncOAuthStateStore):
    """States that carry their time and a signature with `secret`; `clock` gives seconds since 1970."""

    def __init__(self, secret: str, clock: Callable[[], float] = time.time) -> None:
        self._key = hmac.digest(secret.encode(), b"oauth state", "sha256")
        self._clock = clock
        self._used: dict[str, float] = {}

    @property
    def logger(self) -> Logger:
        """Return where Bolt logs what concerns states."""
        return getLogger(__name__)

    async def async_issue(self, *_: object, **__: object) -> str:
        """Return a new state."""
        body = f"{int(self._clock())}.{token_urlsafe(12)}"
        return f"{body}.{self._signature(body)}"

    async def async_consume(self, state: str) -> bool:
        """Tell whether a state is ours, young and new; it is used up by that."""
        now = self._clock()
        self._used = {used: at for used, at in self._used.items() if now - at <= STATE_AGE}
        body, _, signature = (state or "").rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._signature(body).encode()) or state in self._used:
            return False
        self._used[state] = now
        return now - int(body.partition(".")[0]) <= STATE_AGE

    def _signature(self, body: str) -> str:
        return hmac.digest(self._key, body.encode(), "sha256").hex()[:32]
