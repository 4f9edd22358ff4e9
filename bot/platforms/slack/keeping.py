"""The gate that everything from Slack comes through: kept first, acknowledged after that.

Rule of this module: it is our only middleware in Bolt, right behind the check of the signature, so that no
listener and no call to Slack lies between an update and its acknowledgement.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qsl

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.platforms.slack.interactions import metadata
from bot.platforms.slack.raw import node, raw_update, text
from bot.render.slack.views import looking
from bot.transport import Enqueue, NotStoredError

Leave = Callable[[Mapping[str, object]], Awaitable[None]]
"""Sees to a workspace that has removed the app, given the event's body."""

LEAVING = frozenset({"app_uninstalled", "tokens_revoked"})
WAIT = "…"
"""What a command shows until its answer takes its place."""


class Keeping(AsyncMiddleware):
    """Keeps every update with `take`, under keys that begin with `prefix`."""

    def __init__(self, prefix: str, enqueue: Enqueue, leave: Leave) -> None:
        self._prefix = prefix
        self._enqueue = enqueue
        self._leave = leave

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - Bolt's signature
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - likewise
    ) -> BoltResponse | None:
        """Return the acknowledgement of an update that is safe, 503 for one that could not be kept."""
        body = _body(req)
        if text(body, "type") == "url_verification":
            return await next()
        if not body:
            return BoltResponse(status=400, body="")
        try:
            if text(body, "event", "type") in LEAVING:
                await self._leave(body)
            await self._enqueue([raw_update(self._prefix, body, _content(req, body))])
        except NotStoredError:
            return BoltResponse(status=503, body="")
        return acknowledgement(body)


def _body(req: AsyncBoltRequest) -> Mapping[str, object]:
    """Return an update as Bolt has read it; Bolt takes a form for an empty one when somebody asks about a "payload"."""
    body = node(req.body)
    if not body and "&command=" in req.raw_body and not req.raw_body.startswith("{"):
        return dict(parse_qsl(req.raw_body, keep_blank_values=True))
    return body


def _content(req: AsyncBoltRequest, body: Mapping[str, object]) -> bytes:
    """Return an update as JSON, however it came: as JSON, as a form, as a form with JSON in it, or over a socket."""
    if req.raw_body.startswith("{"):
        return req.raw_body.encode("utf-8", "surrogatepass")
    return json.dumps(body).encode()


def acknowledgement(body: Mapping[str, object]) -> BoltResponse:
    """Return what Slack gets at once: for a command a sign that it was heard, for a form what takes its place."""
    if text(body, "command"):
        return BoltResponse(status=200, body={"response_type": "ephemeral", "text": WAIT})
    if text(body, "type") == "view_submission":
        kept = {name: value for name, value in metadata(node(body, "view")).items() if isinstance(value, str)}
        return BoltResponse(status=200, body={"response_action": "update", "view": looking(None, kept)})
    return BoltResponse(status=200, body="")
