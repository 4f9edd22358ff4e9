"""The connection to the Bot API: who we are there, and updates as they come.

Rule of this module: the token is checked before it becomes part of an address, and no error or representation shows it.
"""

import re
from collections.abc import Mapping

from telegram import Bot

from bot.letters import Barred, Unsure
from bot.platforms.telegram.options import Options
from bot.platforms.telegram.outcomes import Contested, asked
from bot.platforms.telegram.polling import LONG
from bot.platforms.telegram.request import AiohttpRequest

TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{1,200}", re.ASCII)
"""The form of a token: the bot's id, a colon, and what is secret."""


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

    async def fetch(self, parameters: Mapping[str, object]) -> bytes:
        """Call getUpdates and return the body of its answer, unread; raises what its failure means."""
        status, body = await asked(self._raw.raw(f"{self.base_url}/getUpdates", parameters, LONG))
        if status == 200:  # noqa: PLR2004 - OK
            return body
        raise _refusal(status, body)


def open_client(options: Options, request: AiohttpRequest) -> Client:
    """Return a client that has not asked anything yet; raises `Barred` for what can't be a token."""
    if not TOKEN.fullmatch(options.token):
        raise Barred
    return Client(options.token, options.api_url, request)


def _refusal(status: int, body: bytes) -> Exception:
    """Return what it means that updates were refused; a page that is no answer of the Bot API means nothing."""
    known = {401: Barred(), 404: Barred(), 409: Contested()}
    return known.get(status, Unsure()) if body.lstrip().startswith(b"{") else Unsure()
