"""Feeds that a chat has the bot follow.

Rule of this module: whoever may bring articles here may have a feed followed, in a group whoever may choose for it; of
what comes in nobody is told unasked.
"""

from collections.abc import Sequence

from bot.chat import Heading, Incoming, Reply, Rows, Said
from bot.conversation.context import CommandCall, CommandResult, Context, echo
from bot.conversation.error_messages import phrases_of
from bot.conversation.phrases import Phrases
from bot.conversation.preference_scopes import for_two
from bot.conversation.shelves import own_shelf
from bot.conversation.taking_in import turned_away
from bot.conversation.versions import moment
from bot.ports.feeds import Followed, Follower, Following

LONGEST_NUMBER = 4
"""Digits of a feed's place in the list."""
LONGEST_TITLE = 60
"""Characters of a feed's title."""


async def follow(context: Context, call: CommandCall) -> CommandResult:
    """Follow the feed at an address, or that of the site there."""
    words, feeds = call.phrases.feeds, context.feeds
    if feeds is None:
        return call.say(words.not_here)
    address = call.rest if "://" in call.rest else f"https://{call.rest}"
    if not call.rest or len(call.rest.split()) > 1:
        return call.say(words.usage)
    if (line := await _not_allowed(context, call, feeds)) is not None:
        return call.say(line)
    await call.incoming.meanwhile.show(call.say(words.looking).reply)
    incoming = call.incoming
    follower = Follower(own_shelf(incoming), incoming.user, incoming.chat, incoming.reach, call.phrases.code)
    feed = await feeds.follow(address, follower)
    there = await feeds.store.followed(follower.shelf)
    number = next((n for n, one in enumerate(there, 1) if one.feed.number == feed.number), 1)
    title = echo(feed.title or feed.address, LONGEST_TITLE)
    return call.say(words.begun.format(title=title, first=context.bringing.of_feed, number=number))


async def _not_allowed(context: Context, call: CommandCall, feeds: Following) -> str | None:
    """Return why a person may not have a feed followed here, None where they may."""
    if not for_two(call.incoming) and not context.admission.may_choose(call.incoming.user):
        return call.phrases.owners_only
    if (line := await turned_away(context, call)) is not None:
        return line
    most = context.bringing.feeds
    there = await feeds.store.followed(own_shelf(call.incoming))
    return call.phrases.feeds.too_many.format(count=most) if len(there) >= most else None


async def listed(context: Context, call: CommandCall) -> CommandResult:
    """Return the feeds that are followed here, how they go, and what has come of them."""
    words = call.phrases.feeds
    if context.feeds is None:
        return call.say(words.not_here)
    shelf = own_shelf(call.incoming)
    there = await context.feeds.store.followed(shelf)
    if not there:
        return call.say(words.none)
    full = not await context.library.has_room(shelf, context.bringing.kept)
    below = (Said(words.full.format(count=context.bringing.kept)),) if full else ()
    return call.reply(Heading(words.heading), Rows(rows(there, call.phrases)), *below)


def rows(there: Sequence[Followed], phrases: Phrases) -> tuple[tuple[str, ...], ...]:
    """Return a line a feed: its number, title, when it was read, how many articles came, and what is wrong."""
    return tuple((str(n), *_row(one, phrases)) for n, one in enumerate(there, 1))


def _row(one: Followed, phrases: Phrases) -> tuple[str, ...]:
    words, feed, taken = phrases.feeds, one.feed, one.follower.taken
    state = words.fine
    if feed.paused:
        state = words.paused
    elif feed.failing:
        state = words.failing.format(when=moment(feed.failing, phrases))
    read = words.row.format(when=moment(feed.checked, phrases)) if feed.checked else words.never
    count = words.taken_1 if taken == 1 else words.taken_n.format(count=taken)
    return echo(feed.title or feed.address, LONGEST_TITLE), read, count, state


async def unfollow(context: Context, call: CommandCall) -> CommandResult:
    """Follow a feed no more, by its place in the list."""
    words, feeds = call.phrases.feeds, context.feeds
    if feeds is None:
        return call.say(words.not_here)
    if not for_two(call.incoming) and not context.admission.may_choose(call.incoming.user):
        return call.say(call.phrases.owners_only)
    there = await feeds.store.followed(own_shelf(call.incoming))
    number = int(call.rest) if call.rest.isdecimal() and len(call.rest) <= LONGEST_NUMBER else 0
    if not 1 <= number <= len(there):
        return call.say(words.no_such.format(number=echo(call.rest)))
    feed = there[number - 1].feed
    await feeds.store.unfollow(feed.number, own_shelf(call.incoming))
    return call.say(words.ended.format(title=echo(feed.title or feed.address, LONGEST_TITLE)))


async def given_up(context: Context, incoming: Incoming, number: int) -> Reply:
    """Return what is said of a feed that was given up, silence where it was not."""
    words = phrases_of(incoming.language)
    there = () if context.feeds is None else await context.feeds.store.followed(own_shelf(incoming))
    feed = next((one.feed for one in there if one.feed.number == number and one.feed.paused), None)
    if feed is None:
        return Reply((), words.code)
    title = echo(feed.title or feed.address, LONGEST_TITLE)
    return Reply((Said(words.feeds.given_up.format(title=title, address=feed.address)),), words.code)
