"""Where what somebody brings is put, and from where it is seen.

Rule of this module: whoever can't read a chat sees nothing of what was brought there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import Incoming
from bot.conversation.context import CommandCall, Context
from bot.conversation.preference_scopes import for_two
from bot.errors import ArticleError, ArticleProblem
from bot.model import Article
from bot.ports.archive import UNPLACED
from bot.ports.articles import EVERYBODY, ArticleStore, ArticleSummary

SHORTEST_ID = 4
"""Digits of an id that hardly name another article by chance."""
LONGEST_NUMBER = 6
"""Digits of a place in the list."""
LAST_PLACE = 10_000
"""The place up to which the list is read: nobody turns so many pages, and what is older is found by its words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The articles that are seen somewhere, as a list: the newest first, of each the version that came last."""

    store: ArticleStore
    shelves: tuple[str, ...]
    unplaced: bool = False

    async def part(self, first: int, most: int) -> Sequence[ArticleSummary]:
        """Return `most` articles of the list from place `first` (from 0) on."""
        most = min(most, LAST_PLACE - first)
        return await self.store.newest(self.shelves, first, most, unplaced=self.unplaced) if most > 0 else ()

    async def number(self) -> int:
        """Return how many articles there are, every version counted."""
        return await self.store.number(self.shelves, unplaced=self.unplaced)

    async def named(self, wanted: str) -> ArticleSummary | None:
        """Return the article that a place in the list (from 1) or the start of an id names, be it an older version."""
        if wanted.isdecimal() and len(wanted) <= LONGEST_NUMBER and int(wanted):
            found = await self.part(int(wanted) - 1, 1)
            if found:
                return found[0]
        if len(wanted) < SHORTEST_ID:
            return None
        found = await self.store.starting(wanted, self.shelves, unplaced=self.unplaced)
        return found[0] if len(found) == 1 else None


def own_shelf(incoming: Incoming) -> str:
    """Return the shelf of what is brought where a person writes: their own where nobody else reads along."""
    return incoming.user if is_alone(incoming) else whole_chat(incoming)


def shelves(incoming: Incoming) -> tuple[str, ...]:
    """Return the shelves that are seen where a person writes, what everybody is offered among them."""
    here = (incoming.user, whole_chat(incoming)) if is_alone(incoming) else (whole_chat(incoming),)
    return (EVERYBODY, *dict.fromkeys(here))


def is_alone(incoming: Incoming) -> bool:
    """Tell whether a person alone sees the answers: in a chat for two, or privately in a channel."""
    _, _, part = incoming.chat.partition("/")
    return for_two(incoming) or (bool(part) and part == incoming.user.partition(":")[2])


def articles_here(context: Context, incoming: Incoming) -> Seen:
    """Return the articles that are seen where a person writes; in the console the machine's too."""
    return Seen(context.library.store, shelves(incoming), context.traits.console)


def articles_for_all(context: Context, incoming: Incoming) -> Seen:
    """Return the articles that everybody in a chat sees."""
    return Seen(context.library.store, (EVERYBODY, whole_chat(incoming)))


async def article_of(context: Context, call: CommandCall) -> Article:
    """Return the article in scope; raises `ArticleError` where it is not here, or not for whoever asks."""
    if not await is_seen(context, call.incoming, call.turn.article):
        raise ArticleError(ArticleProblem.UNKNOWN, call.turn.article)
    return await context.library.article(call.turn.article)


async def is_seen(context: Context, incoming: Incoming, article_id: str) -> bool:
    """Tell whether an article, named by its whole id, may be seen where a person writes."""
    if article_id == context.article or context.traits.console:
        return True
    return not set(shelves(incoming)).isdisjoint(await context.library.store.shelves_of(article_id))


def whole_chat(incoming: Incoming) -> str:
    """Return the chat that a person writes in, with all of its threads."""
    return incoming.chat.partition("/")[0]


def tenants(context: Context, call: CommandCall) -> tuple[str, ...]:
    """Return the shelves whose articles are asked; in the console also what stands on none."""
    return (*shelves(call.incoming), UNPLACED) if context.traits.console else shelves(call.incoming)
