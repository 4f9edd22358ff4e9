"""Socket Mode: the bot connects to Slack, and updates come in over that connection.

Rule of this module: the library holds the connection; here is only what it does not do: it stops for a token that is
refused, steps back where connections do not last, and says whether the connection is alive.
"""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic, time

from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.refusals import mapped
from bot.transport import AccessRevokedError, EventLog, Heartbeat, RetryAfterError, UndeliverableError

PING = 5.0
"""Seconds between two pings; a connection that is dead is noticed after one to four of them."""
LASTING = 30.0
"""Seconds; a connection that lived so long says nothing against the next one."""
FIRST_STEP, LONGEST_STEP = 0.5, 20.0
"""Seconds to step back before the next connection; doubled each time one did not last. Together with the time that
connecting takes this stays below the silence after which a receiver is started again."""
LOOK = 1.0
"""Seconds between two looks at the connection."""


class Connection(SocketModeClient):
    """The library's client, which asks here for each new address to connect to."""

    barred: AccessRevokedError | None = None
    alive = False
    """Whether it was connected at the last look."""
    log: EventLog
    _step = 0.0
    _began = 0.0

    async def issue_new_wss_url(self) -> str:
        """Return the address of the next connection; steps back first where the last one did not last."""
        lived = monotonic() - self._began if self._began else LASTING
        self._step = 0.0 if lived >= LASTING else min(max(2 * self._step, FIRST_STEP), LONGEST_STEP)
        if self._step:
            wait = self._step * random.uniform(0.75, 1.25)  # noqa: S311 - no secret
            self.log("stepping_back", {"seconds": round(wait, 1)})
            await asyncio.sleep(wait)
        self._began = monotonic()
        try:
            with mapped():
                response = await self.web_client.apps_connections_open(app_token=self.app_token)
                return str(response["url"])
        except (AccessRevokedError, UndeliverableError) as error:
            self.barred = AccessRevokedError("app token")
            raise self.barred from error
        except RetryAfterError as error:
            await asyncio.sleep(min(error.seconds, LONGEST_STEP))
            raise


@asynccontextmanager
async def connected(app: AsyncApp, token: str, client: AsyncWebClient, log: EventLog) -> AsyncIterator[Connection]:
    """Hold a connection while it lasts, and hand to the app what comes in over it."""

    async def handle(socket: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        began = time()
        await send_async_response(socket, request, await run_async_bolt_app(app, request), began)

    connection = Connection(token, logger=app.logger, web_client=client, ping_interval=PING)
    connection.log = log
    connection.socket_mode_request_listeners.append(handle)
    connecting = asyncio.ensure_future(connection.connect())  # type: ignore[no-untyped-call]
    try:
        yield connection
    finally:
        connecting.cancel()
        await connection.close()  # type: ignore[no-untyped-call]


async def stay(connection: Connection, heartbeat: Heartbeat) -> None:
    """Call `heartbeat` as long as the connection is alive; raises `AccessRevokedError`."""
    while True:
        if connection.barred:
            raise connection.barred
        connection.alive = await connection.is_connected()
        if connection.alive:
            heartbeat()
        await asyncio.sleep(LOOK)
