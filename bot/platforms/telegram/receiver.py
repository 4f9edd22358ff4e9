"""How updates come in: fetched, or sent by Telegram, as the options say.

Rule of this module: what waits at Telegram is never dropped when one way takes the place of the other.
"""

import hmac

from bot.platforms.connections import listen_at
from bot.platforms.telegram.client import Client
from bot.platforms.telegram.options import Options
from bot.platforms.telegram.outcomes import TurnedError, asked
from bot.platforms.telegram.polling import KINDS, Poller, pause, rest
from bot.platforms.telegram.webhook import Webhook
from bot.transport import Enqueue, EventLog, Heartbeat, OutcomeUnknownError, RetryAfterError

AGAIN = 5.0
"""Seconds until Telegram is told again where updates go."""
LOOK = 60.0
"""Seconds between two looks at the webhook that Telegram knows."""


class Receiver:
    """Brings in updates by polling or by webhook."""

    def __init__(self, client: Client, options: Options, prefix: str, log: EventLog) -> None:
        self._client = client
        self._options = options
        self._prefix = prefix
        self._log = log
        self._poller: Poller | None = None
        self._agreed = False

    @property
    def connected(self) -> bool:
        """Tell whether updates come in: the last one could be fetched, or Telegram knows where to send them."""
        return self._poller.connected if self._poller is not None else self._agreed

    async def run(self, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        """Bring in updates until cancelled.

        Raises `AccessRevokedError`, and `OSError` where the webhook's place is taken.
        """
        if not self._options.webhook_url:
            await self._agree(heartbeat)
            self._poller = Poller(self._client.fetch, self._prefix, self._log)
            await self._poller.run(enqueue, heartbeat)
        secret = self._options.webhook_secret or secret_of(self._options.token)
        listen = self._options.port or listen_at(self._options.listen, self._log)
        hook = Webhook(self._options.webhook_url, secret, listen, self._prefix, self._log)
        async with hook.serving(enqueue, heartbeat):
            try:
                await self._agree(heartbeat, secret)
                self._agreed = True
                await self._look_after(heartbeat, secret)
            finally:
                self._agreed = False

    async def _look_after(self, heartbeat: Heartbeat, secret: str) -> None:
        """Look again and again whether Telegram still sends updates here, and whether they arrive."""
        failed = None
        while True:
            await rest(LOOK, heartbeat)
            try:
                known = await asked(self._client.get_webhook_info())
            except (RetryAfterError, OutcomeUnknownError, TurnedError):
                continue
            if known.url != self._options.webhook_url:
                self._log("webhook_lost", {})
                await self._agree(heartbeat, secret)
            elif known.pending_update_count and known.last_error_date != failed:
                self._log("webhook_not_reached", {"waiting": known.pending_update_count})
            failed = known.last_error_date

    async def _agree(self, heartbeat: Heartbeat, secret: str = "") -> None:
        """Tell Telegram where updates go, until it has heard it."""
        while True:
            try:
                if secret:
                    await asked(
                        self._client.set_webhook(self._options.webhook_url, allowed_updates=KINDS, secret_token=secret)
                    )
                else:
                    await asked(self._client.delete_webhook())
            except (RetryAfterError, OutcomeUnknownError, TurnedError) as error:
                wait = pause(error, AGAIN)
                self._log("webhook_not_set", {"error": type(error).__name__, "again_in": wait})
                await rest(wait, heartbeat)
            else:
                return


def secret_of(token: str) -> str:
    """Return a secret for the webhook where none was set: the same after a restart, and no way back to the token."""
    return hmac.digest(token.encode(), b"webhook", "sha256").hex()
