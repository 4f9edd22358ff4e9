"""A reply with a file: as a message of its own, and into a message that is there.

Rule of this module: a file takes the place of a text and a text never that of a file, so filling the same message again
leaves the same file in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from telegram.constants import ParseMode

from bot.chat import Reply
from bot.platforms.telegram.client import Client
from bot.platforms.telegram.fields import Json
from bot.render.telegram import Page
from bot.transport import Draw, File, FileGoneError

PICTURES = frozenset({"image/png"})
FIELD = "enclosed"
"""The name under which the file of an edited message is attached."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands below a file: its words, with or without their formatting, and the buttons."""

    page: Page
    keyboard: Json | None
    html: bool = True

    @property
    def caption(self) -> dict[str, str]:
        """Return the words as the Bot API takes them."""
        if self.html:
            return {"caption": self.page.html, "parse_mode": ParseMode.HTML}
        return {"caption": self.page.plain}


class Enclosing:
    """Sends what replies enclose, made by `draw`; without it, nothing is enclosed."""

    def __init__(self, client: Client, draw: Draw | None) -> None:
        self._client = client
        self._draw = draw

    async def file(self, reply: Reply) -> File | None:
        """Return the file of a reply; None where it has none, or its article is not there any more."""
        if reply.encloses is None or self._draw is None:
            return None
        try:
            return await self._draw(reply.encloses, reply.language)
        except FileGoneError:
            return None

    async def send(self, file: File, where: Mapping[str, object], shown: Shown) -> object:
        """Send a file as a message, and return it."""
        kind = kind_of(file)
        given = {**where, **shown.caption, "reply_markup": shown.keyboard}
        return await self._client.upload(f"send{kind.capitalize()}", kind, file, **given)

    async def put(self, file: File, where: Mapping[str, object], shown: Shown) -> None:
        """Put a file into the place of what a message shows."""
        media = {"type": kind_of(file), "media": f"attach://{FIELD}", **shown.caption}
        given = {**where, "media": media, "reply_markup": shown.keyboard}
        await self._client.upload("editMessageMedia", FIELD, file, **given)


def kind_of(file: File) -> str:
    """Return what Telegram calls a file: a picture is shown, everything else handed over."""
    return "photo" if file.media_type in PICTURES else "document"
