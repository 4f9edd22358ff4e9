"""What replies enclose: pages and pictures of articles, made when they are sent.

Rule of this module: making takes tens of milliseconds, so it is done beside the event loop.
"""

import asyncio

from bot.chat import Drawing, Enclosure
from bot.conversation.error_messages import phrases_of
from bot.errors import ArticleError
from bot.model import Article
from bot.service import Library
from bot.transport import Draw, File, FileGoneError


def drawer(library: Library) -> Draw:
    """Return what makes files of the articles of a library."""

    async def draw(enclosure: Enclosure, language: str) -> File:
        try:
            article = await library.article(enclosure.article)
        except ArticleError:
            raise FileGoneError(enclosure.article) from None
        return await asyncio.to_thread(drawn, article, enclosure.drawing, language)

    return draw


def drawn(article: Article, drawing: Drawing, language: str) -> File:
    """Return a drawing of an article in the words of a language."""
    # Asking needs neither templates nor a renderer.
    from bot.view import file_name, page, sources_map  # noqa: PLC0415
    from bot.view.raster import png  # noqa: PLC0415

    phrases, name = phrases_of(language), file_name(article)
    match drawing:
        case Drawing.PAGE:
            return File(name, "text/html", page(article, phrases).encode())
        case Drawing.MAP:
            found = sources_map(article, phrases, alone=True)
            return File(name.replace(".view.html", ".png"), "image/png", png(found.svg), found.alt)
