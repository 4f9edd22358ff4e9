"""What a channel has chosen for everybody in it: the article, and whether the bot answers without being mentioned.

Rule of this module: it belongs to the channel; anybody in it may change it, but where a list says who may ask, owners.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Action, Heading, Kind, Part, Reply, Rows, Said
from bot.conversation.articles import page, pick, title_of
from bot.conversation.desk import Call, Desk, Outcome, echo
from bot.conversation.places import for_two, set_article, set_for_all, set_mentions
from bot.ports import Listed

MENTIONS, THREADS, ARTICLE, ARTICLES = "mentions", "threads", "article", "articles"
"""What follows the command: answer only where mentioned, or in threads without; an article, or the list of them."""


async def channel(desk: Desk, call: Call) -> Outcome:
    """Return what the channel has chosen, with buttons to change it; with a choice behind the command, keep it."""
    if not desk.place.threads:
        return call.say(call.phrases.unknown_command.format(command="/channel"))
    if for_two(call.incoming):
        return call.say(call.phrases.channel_only)
    if not call.rest:
        return await _card(desk, call)
    return await _changed(desk, call) if _may_change(desk, call) else call.say(call.phrases.owners_only)


async def _changed(desk: Desk, call: Call) -> Outcome:
    wanted, _, which = call.rest.lower().partition(" ")
    if wanted in {MENTIONS, THREADS} and not which:
        return await _mentions(desk, call, wanted=wanted == MENTIONS)
    if wanted == ARTICLE and which:
        return await _article(desk, call, which.strip())
    if wanted in {ARTICLE, ARTICLES}:
        return await _choice(desk, call, which)
    return call.say(call.phrases.channel_usage)


def _may_change(desk: Desk, call: Call) -> bool:
    return desk.gate.rules.open or desk.gate.owns(call.incoming.user)


async def _mentions(desk: Desk, call: Call, *, wanted: bool) -> Outcome:
    await set_mentions(desk, call.incoming, wanted=wanted)
    return await _card(desk, call, call.phrases.channel_mentioned if wanted else call.phrases.channel_unmentioned)


async def _article(desk: Desk, call: Call, which: str) -> Outcome:
    found = pick(which, await desk.library.articles())
    if found is None:
        return call.say(call.phrases.no_such_article.format(number=echo(which)))
    await set_article(desk, call.incoming, found.id)
    card = await _card(desk, call, call.phrases.channel_switched.format(title=title_of(found, call.phrases)))
    return replace(card, turn=replace(call.turn, article=found.id, answer=None))


async def _choice(desk: Desk, call: Call, number: str) -> Outcome:
    """Return the articles to choose from."""
    listed = await desk.library.articles()
    here = await _of_channel(desk, call, listed)
    reply = page(listed, number, call, here.id if here else "", ("/channel article", "/channel articles"))
    parts = (Said(call.phrases.channel_choice), *reply.parts[1:])
    return Outcome(replace(reply, parts=parts, replaces=call.incoming.kind is Kind.TAP))


async def _card(desk: Desk, call: Call, *changed: str) -> Outcome:
    """Return what the channel has chosen, below what was just changed."""
    words, listed = call.phrases, await desk.library.articles()
    here = await _of_channel(desk, call, listed)
    mentions = (await set_for_all(desk, call.incoming)).mentions
    rows = (
        (words.channel_rows[0], title_of(here, words) if here else words.untitled),
        (words.channel_rows[1], words.channel_mentions if mentions else words.channel_threads),
    )
    may_change = _may_change(desk, call)
    parts: tuple[Part, ...] = (
        *(Said(text) for text in changed),
        Heading(words.channel),
        Rows(rows),
        Said(words.channel_anybody if desk.gate.rules.open else words.channel_owners),
    )
    switch = (words.label_threads, THREADS) if mentions else (words.label_mentions, MENTIONS)
    tap = [Action(switch[0], f"/channel {switch[1]}")]
    tap += [Action(words.label_article, f"/channel {ARTICLE}")] if len(listed) > 1 else []
    shown = Reply(parts, words.code, tuple(tap) if may_change else (), replaces=call.incoming.kind is Kind.TAP)
    return Outcome(shown)


async def _of_channel(desk: Desk, call: Call, listed: Sequence[Listed]) -> Listed | None:
    """Return the channel's article: the chosen one where it is still here, else the first one."""
    chosen = (await set_for_all(desk, call.incoming)).article
    known = {entry.id: entry for entry in listed}
    return known.get(chosen) or known.get(desk.article)
