"""Follows feeds for the archive that every chat is offered.

Rule of this module: the feeds are looked at by `serve`, `telegram` or `slack` while one of them runs, or by
`feeds --check`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import click

from bot.command_line.running import fail, phrases, run
from bot.ports.articles import EVERYBODY

if TYPE_CHECKING:
    from bot.app import Bot
    from bot.feeds.keeping import FeedKeeper


@asynccontextmanager
async def _keeper(bot: "Bot") -> "AsyncIterator[FeedKeeper]":
    from bot.app.feeding import keeper  # noqa: PLC0415 - `--help` needs none of it
    from bot.settings import chats_place  # noqa: PLC0415 - as above
    from bot.storage.chat_stores import open_chats  # noqa: PLC0415 - as above

    async with open_chats(chats_place(bot.settings)) as stores:
        yield keeper(bot, stores.feeds)


@click.command()
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
def follow(addresses: tuple[str, ...]) -> None:
    """Follow feeds (RSS, Atom, sitemaps), and offer their articles in every chat.

    ADDRESS is a feed's, or that of a page that names one.

    Example: article-bot follow https://example.org/feed.xml
    """

    async def work(bot: "Bot") -> None:
        from bot.ports.feeds import Follower  # noqa: PLC0415 - as above

        async with _keeper(bot) as feeds:
            for address in addresses:
                feed = await feeds.follow(address, Follower(EVERYBODY))
                click.echo(f"{feed.address}  {feed.title}".rstrip())

    run(work)


@click.command()
@click.option("--check", is_flag=True, help="Look at the feeds that are due now, and take in what is new.")
def feeds(check: bool) -> None:  # noqa: FBT001
    """List the feeds that are followed for every chat, how they go, and what has come of them.

    Example: article-bot feeds --check
    """

    async def work(bot: "Bot") -> None:
        from bot.chat import Reply, Rows  # noqa: PLC0415 - as above
        from bot.conversation.following import rows  # noqa: PLC0415 - as above
        from bot.render import plain  # noqa: PLC0415 - as above

        words = phrases()
        async with _keeper(bot) as keeping:
            count = 0
            while check and await keeping.check():
                count += 1
            there = await keeping.store.followed(EVERYBODY)
            if check:
                click.echo(words.feeds.checked.format(count=count))
            if there:
                click.echo(plain.render(Reply((Rows(rows(there, words)),), words.code)))
            else:
                click.echo(words.feeds.none_console)

    run(work)


@click.command()
@click.argument("number", type=click.IntRange(1))
def unfollow(number: int) -> None:
    """Follow a feed no more; NUMBER is its place in the list of `feeds`. Its articles stay.

    Example: article-bot unfollow 1
    """

    async def work(bot: "Bot") -> str | None:
        async with _keeper(bot) as keeping:
            there = await keeping.store.followed(EVERYBODY)
            if number > len(there):
                return None
            feed = there[number - 1].feed
            await keeping.store.unfollow(feed.number, EVERYBODY)
            return feed.title or feed.address

    title, words = run(work), phrases()
    if title is None:
        fail(words.feeds.no_such.format(number=number))
    click.echo(words.feeds.ended.format(title=title))
