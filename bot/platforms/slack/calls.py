"""Requests to Slack: methods of the Web API, and response_urls.

Rule of this module: a request is made once; whether it is made again is decided where it is known what a second one
would do.
"""

import json
from collections.abc import Mapping

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.platforms.slack.addresses import Address
from bot.platforms.slack.refusals import FAILED, OK, RefusedError, mapped, of
from bot.platforms.slack.workspaces import Workspaces
from bot.transport import AccessRevokedError, PlaceholderGoneError, RetryAfterError, UndeliverableError

METHODS: Mapping[str, str] = {
    "auth.test": "",
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "chat.unfurl": "links:write",
    "conversations.history": "channels:history",
    "conversations.replies": "channels:history",
    "views.open": "",
    "views.update": "",
    "views.publish": "",
    "assistant.threads.setStatus": "assistant:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "users.info": "users:read",
    "files.info": "files:read",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "conversations.open": "im:write",
}
"""Every method that is called, with the scope that it needs (each method's reference page)."""

FORMS = frozenset({"users.info", "files.info", "conversations.history", "conversations.replies"})
BODIES = frozenset({"files.getUploadURLExternal", "files.completeUploadExternal"})
"""What takes a form in the body (their reference pages)."""
UPLOADING = ClientTimeout(total=60.0, connect=5.0)
"""Seconds that a file may take."""


class Calls:
    """Makes requests with the token of the workspace that an address names."""

    def __init__(self, client: AsyncWebClient, session: ClientSession, workspaces: Workspaces) -> None:
        self._client = client
        self._session = session
        self._workspaces = workspaces

    async def method(self, name: str, address: Address, **arguments: object) -> Mapping[str, object]:
        """Return what a method answers; raises the delivery's errors, `UnshowableError` and `RefusedError`."""
        assert name in METHODS  # noqa: S101 - the manifest asks for the scopes of those
        team, enterprise = address.team, address.enterprise
        token = await self._workspaces.token(team, enterprise)
        try:
            with mapped():
                given: dict[str, object] = {**arguments, "token": token}
                # What only reads takes no JSON (Slack, using the Web API).
                sent = {"params" if name in FORMS else "data" if name in BODIES else "json": given}
                response = await self._client.api_call(name, **sent)  # type: ignore[arg-type] # one of two names
                data = response.data
                return data if isinstance(data, dict) else {}
        except AccessRevokedError:
            raise await self._workspaces.refused(team, enterprise) from None

    async def upload(self, url: str, content: bytes) -> None:
        """Send a file to the address that Slack has given for it; no token goes along.

        Raises `RefusedError` where it is not taken.
        """
        with mapped():
            async with self._session.post(url, data=content, timeout=UPLOADING, allow_redirects=False) as answer:
                status, headers = answer.status, dict(answer.headers)
        if status != OK:
            error = of("", status, headers)
            raise error if status >= FAILED or isinstance(error, RetryAfterError) else RefusedError(f"upload {status}")

    async def respond(self, url: str, message: Mapping[str, object]) -> None:
        """Put a message in the place of what a response_url belongs to.

        Raises `PlaceholderGoneError` where it has run out.
        """
        with mapped():
            hook = AsyncWebhookClient(url, session=self._session, retry_handlers=[])
            answer = await hook.send_dict({**message, "replace_original": True, "response_type": "ephemeral"})
        code = _code(answer.body)
        if answer.status_code == OK and not code:
            return
        if answer.status_code in {403, 404, 410} and code not in {"no_team", "invalid_payload"}:
            raise PlaceholderGoneError(code or str(answer.status_code))
        error = of(code, answer.status_code, dict(answer.headers))
        raise UndeliverableError("response_url") if isinstance(error, AccessRevokedError) else error


def _code(body: str) -> str:
    """Return Slack's word for what is wrong in the body of an answer; empty for "ok"."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        return "" if found.get("ok") is True else str(found.get("error") or "")
    plain = body.strip()
    return plain if plain.replace("_", "").isalpha() and plain.islower() and plain != "ok" else ""
