"""The connection to the Bot API: who we are there, updates as they come, and calls as the Bot API has them.

Rule of this module: the token is checked before it becomes part of an address, and no error or representation shows it.
"""

import re
from collections.abc import Mapping

from telegram import Bot
from telegram.error import TelegramError

from bot.platforms.downloads import OK, refused
from bot.platforms.telegram.options import Options
from bot.platforms.telegram.outcomes import asked, refusal
from bot.platforms.telegram.polling import LONG
from bot.platforms.telegram.request import AiohttpRequest
from bot.transport import AccessRevokedError, File, OutcomeUnknownError

TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{1,200}", re.ASCII)
"""The form of a token: the bot's id, a colon, and what is secret."""
UNAUTHORIZED = 401


class Client(Bot):
    """The library's client, over our requests, with raw updates and without a representation that holds the token."""

    def __init__(self, token: str, api_url: str, request: AiohttpRequest) -> None:
        root = api_url.rstrip("/")
        super().__init__(
            token,
            base_url=lambda token: f"{root}/bot{token}",
            base_file_url=lambda token: f"{root}/file/bot{token}",
            request=request,
            get_updates_request=request,
        )
        with self._unfrozen():
            self._raw = request

    def __repr__(self) -> str:
        """Return the kind of thing that this is, and nothing of it."""
        return "Client()"

    async def call(self, method: str, **parameters: object) -> object:
        """Call a method with parameters as the Bot API has them (what is None is left out), and return its result.

        The library's own methods make an object of everything that is sent and of the message that comes back: for an
        answer, which is sent in two steps, that is a fifth of all its time. Raises what a failure means.
        """
        body = await self._called(method, {name: value for name, value in parameters.items() if value is not None})
        try:
            return self._raw.parse_json_payload(body)["result"]
        except (TelegramError, KeyError):
            pass
        raise OutcomeUnknownError

    async def upload(self, method: str, field: str, file: File, **parameters: object) -> object:
        """Call a method with a file under a field's name, and return its result; raises what a failure means."""
        given = {name: value for name, value in parameters.items() if value is not None}
        status, body = await asked(self._raw.form(f"{self.base_url}/{method}", given, field, file))
        if status != OK:
            raise refusal(status, body)
        try:
            return self._raw.parse_json_payload(body)["result"]
        except (TelegramError, KeyError):
            pass
        raise OutcomeUnknownError

    async def fetch(self, parameters: Mapping[str, object]) -> bytes:
        """Call getUpdates and return the body of its answer, unread; raises what its failure means."""
        return await self._called("getUpdates", parameters, LONG)

    async def file(self, path: str, most: int) -> bytes:
        """Return what lies under a path, escaped, that getFile has named; raises what a failure means for a file."""
        answer = await self._raw.file(f"{self.base_file_url}/{path}", most)
        if answer.status == OK:
            return answer.body
        raise AccessRevokedError if answer.status == UNAUTHORIZED else refused(answer)

    async def _called(self, method: str, parameters: Mapping[str, object], held: float = 0.0) -> bytes:
        status, body = await asked(self._raw.raw(f"{self.base_url}/{method}", parameters, held))
        if status == OK:
            return body
        raise refusal(status, body)


def open_client(options: Options, request: AiohttpRequest) -> Client:
    """Return a client that has not asked anything yet; raises `AccessRevokedError` for what can't be a token."""
    if not TOKEN.fullmatch(options.token):
        raise AccessRevokedError
    return Client(options.token, options.api_url, request)
