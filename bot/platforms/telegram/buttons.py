"""What a button carries: the message that tapping it sends, which answer it is under, and a signature.

Rule of this module: a button that we did not make, or that was moved to another chat, opens nothing. The key is derived
from the token, so buttons outlive a restart and end with the token.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterator

from bot.platforms.telegram.fields import Json, part

LONGEST = 64
"""Bytes that a button carries at most."""
SIGNED = 6
"""Bytes of the signature; a forger would need 2^47 taps, each of which shows nothing that can't be typed."""


class Seal:
    """Signs buttons and opens them."""

    def __init__(self, token: str) -> None:
        self._key = hmac.digest(token.encode(), b"buttons", "sha256")

    def data(self, chat: int, text: str, answer: str) -> str:
        """Return what a button in a chat carries under an answer; empty where that is too long for a button."""
        data = f"{text}|{answer}|{self._signature(chat, text, answer)}"
        return data if len(data.encode()) <= LONGEST else ""

    def opened(self, chat: int, data: str) -> tuple[str, str] | None:
        """Return the message and the answer's name that a button carries, None for one that is not ours."""
        text, answer, signature = ["", "", *data.rsplit("|", 2)][-3:]
        if not hmac.compare_digest(signature.encode("utf-8", "replace"), self._signature(chat, text, answer).encode()):
            return None
        return text, answer

    def about(self, chat: int, message: Json) -> str:
        """Return the name of the answer that a message of ours shows, empty where no button of it tells."""
        keyboard = part(message, "reply_markup") or {}
        for button in _buttons(keyboard.get("inline_keyboard")):
            data = button.get("callback_data")
            found = self.opened(chat, data) if isinstance(data, str) else None
            if found:
                return found[1]
        return ""

    def _signature(self, chat: int, text: str, answer: str) -> str:
        signed = "\0".join((str(chat), text, answer)).encode("utf-8", "replace")
        return urlsafe_b64encode(hmac.digest(self._key, signed, "sha256")[:SIGNED]).decode()


def _buttons(rows: object) -> Iterator[Json]:
    for row in rows if isinstance(rows, list) else ():
        yield from (button for button in row if isinstance(button, dict))
