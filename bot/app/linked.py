"""Served pages, plugged together: which link opens which article's page, and what is answered on it.

Rule of this module: wiring only. A link is looked up in what the platforms keep, and answered by the rules of the
platform whose chat it was given to.
"""

from collections.abc import Callable, Mapping
from functools import partial

from bot import machine
from bot.conversation import served
from bot.conversation.context import Context
from bot.conversation.error_messages import phrases_of
from bot.errors import QuestionError, StoreError
from bot.model import Article
from bot.platforms.pages import BELOW, Opened, Pages
from bot.ports.chats import Link
from bot.settings import Settings


class LinkedPages:
    """The pages of all platforms' chats; `met` is told of each platform that is connected, `left` where it is not."""

    def __init__(self) -> None:
        self._contexts: dict[str, Context] = {}

    def met(self, platform: str, context: Context) -> None:
        """Open links of a platform's chats from now on."""
        self._contexts[platform] = context

    def left(self, platform: str) -> None:
        """Open none of them any more."""
        self._contexts.pop(platform, None)

    async def opened(self, token: str) -> Opened | None:
        """Return what a token opens; raises `OSError` where that can't be told now."""
        if not self._contexts:
            raise OSError
        try:
            return await self._found(token)
        except StoreError:
            raise OSError from None

    async def _found(self, token: str) -> Opened | None:
        link = await served.found(next(iter(self._contexts.values())), token)
        context = self._contexts.get(link.chat.partition(":")[0]) if link else None
        article = await served.article_of(context, link) if link and context else None
        return _opened(context, link, article) if link and context and article else None


def _opened(context: Context, link: Link, article: Article) -> Opened:
    from bot.view import Asking, page  # noqa: PLC0415 - asking needs no templates
    from bot.view.page import policy  # noqa: PLC0415 - as above

    asking = Asking("", article.id)
    made: Callable[[], str] = partial(page, article, phrases_of(link.language), asking)

    async def ask(question: str) -> Mapping[str, object] | None:
        try:
            answer = await served.ask(context, link, article, question)
        except QuestionError:
            raise ValueError from None
        return None if answer is None else machine.reply(article.url or article.id, article, answer)

    return Opened(article.id, policy(asking), made, ask)


def pages_of(settings: Settings, linked: LinkedPages) -> Pages | None:
    """Return what answers for pages; None where they are not served."""
    return Pages(settings.public_url, linked.opened) if settings.public_url else None


def root_of(settings: Settings) -> str:
    """Return what links begin with, empty where pages are not served."""
    return f"{settings.public_url.rstrip('/')}{BELOW}" if settings.public_url else ""
