"""Whose token is used: the one in the settings, or that of each workspace that has installed the app.

Rule of this module: a token leaves it for the library and for Slack's own files alone. One that is about to expire is
renewed by one task at a time, because Slack takes a refresh token once.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping

from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator

from bot.platforms.slack.events import team_of
from bot.platforms.slack.installing import Installations
from bot.platforms.slack.raw import node
from bot.platforms.slack.refusals import mapped, of_response
from bot.transport import (
    AccessRevokedError,
    DeliveryError,
    EventLog,
    OutcomeUnknownError,
    RetryAfterError,
    UndeliverableError,
)

RENEW_BEFORE = 120
"""Minutes before its end that a token is renewed; Slack's live for twelve hours (Slack, token rotation)."""


class OneWorkspace:
    """The workspace of the token in the settings."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def token(self, _team: str, _enterprise: str) -> str:
        """Return the token."""
        return self._token

    async def refused(self, _team: str, _enterprise: str) -> DeliveryError:
        """Return what follows where Slack refuses the token: nothing can be sent any more."""
        return AccessRevokedError("token")

    async def leave(self, _body: Mapping[str, object]) -> None:
        """Nothing is kept of the workspace; the next message to it finds the token refused."""


LOOKS = (0.0, 0.1, 0.4, 1.5)
"""Seconds between looks for a token that another process has got: Slack knows of it before it is stored."""


class ManyWorkspaces:
    """Every workspace that has installed the app."""

    def __init__(self, installations: Installations, rotator: AsyncTokenRotator, log: EventLog) -> None:
        self._installations = installations
        self._rotator = rotator
        self._log = log
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def token(self, team: str, enterprise: str) -> str:
        """Return a workspace's token, renewed where it is about to end.

        Raises `UndeliverableError` where there is none.
        """
        async with self._turns[enterprise or team]:
            bot = await self._find(team, enterprise)
            try:
                with mapped():
                    renewed = await self._rotator.perform_bot_token_rotation(
                        bot=bot, minutes_before_expiration=RENEW_BEFORE
                    )
            except SlackTokenRotationError as error:
                return await self._renewed_elsewhere(bot, error, team, enterprise)
            if renewed is None:
                return bot.bot_token
            await self._installations.async_save_bot(renewed)
            self._log("token_renewed", {"team": team})
            return renewed.bot_token

    async def _find(self, team: str, enterprise: str) -> Bot:
        bot = await self._installations.async_find_bot(
            enterprise_id=enterprise or None, team_id=team or None, is_enterprise_install=bool(enterprise)
        )
        if bot is None:
            raise UndeliverableError("not installed")
        return bot

    async def _renewed_elsewhere(self, old: Bot, error: SlackTokenRotationError, team: str, enterprise: str) -> str:
        """Return the token that another process has got in the meantime; without one, the workspace is lost."""
        for wait in LOOKS:
            await asyncio.sleep(wait)
            found = await self._find(team, enterprise)
            if found.bot_token != old.bot_token:
                return found.bot_token
        problem = of_response(error.api_error)
        self._log("token_not_renewed", {"team": team, "error": type(problem).__name__})
        raise problem if isinstance(problem, RetryAfterError | OutcomeUnknownError) else UndeliverableError("rotation")

    async def refused(self, team: str, enterprise: str) -> DeliveryError:
        """Return what follows where Slack refuses a workspace's token: it is forgotten, and the others go on."""
        await self._installations.async_delete_bot(
            enterprise_id=enterprise or None, team_id=None if enterprise else team
        )
        self._log("workspace_lost", {"team": team})
        return UndeliverableError("token")

    async def leave(self, body: Mapping[str, object]) -> None:
        """Forget a workspace that has removed the app or taken the bot's token back."""
        event = node(body, "event")
        revoked = node(event, "tokens").get("bot")
        if event.get("type") == "tokens_revoked" and not revoked:
            return
        team = team_of(body)
        await self.refused(team["team"], team["enterprise"])


Workspaces = OneWorkspace | ManyWorkspaces
