"""What a channel has chosen for everybody in it: the article, and whether the bot answers without being mentioned.

Rule of this module: it belongs to the channel; anybody in it may change it, but where a list says who may ask, owners.
"""

from dataclasses import replace

from bot.chat import Action, Heading, Kind, Part, Reply, Rows, Said
from bot.conversation.articles import page, title_of
from bot.conversation.context import CommandCall, CommandResult, Context, echo
from bot.conversation.preference_scopes import for_two, set_article, set_for_all, set_mentions
from bot.conversation.shelves import Seen, articles_for_all
from bot.ports.articles import ArticleSummary

MENTIONS, THREADS, ARTICLE, ARTICLES = "mentions", "threads", "article", "articles"
"""What follows the command: answer only where mentioned, or in threads without; an article, or the list of them."""


async def channel(context: Context, call: CommandCall) -> CommandResult:
    """Return what the channel has chosen, with buttons to change it; with a choice behind the command, keep it."""
    if not context.traits.threads:
        return call.say(call.phrases.unknown_command.format(command="/channel"))
    if for_two(call.incoming):
        return call.say(call.phrases.channel_only)
    if not call.rest:
        return await _card(context, call)
    if not context.admission.may_choose(call.incoming.user):
        return call.say(call.phrases.owners_only)
    return await _changed(context, call)


async def _changed(context: Context, call: CommandCall) -> CommandResult:
    wanted, _, which = call.rest.lower().partition(" ")
    if wanted in {MENTIONS, THREADS} and not which:
        return await _mentions(context, call, wanted=wanted == MENTIONS)
    if wanted == ARTICLE and which:
        return await _article(context, call, which.strip())
    if wanted in {ARTICLE, ARTICLES}:
        return await _choice(context, call, which)
    return call.say(call.phrases.channel_usage)


async def _mentions(context: Context, call: CommandCall, *, wanted: bool) -> CommandResult:
    await set_mentions(context, call.incoming, wanted=wanted)
    return await _card(context, call, call.phrases.channel_mentioned if wanted else call.phrases.channel_unmentioned)


async def _article(context: Context, call: CommandCall, which: str) -> CommandResult:
    found = await articles_for_all(context, call.incoming).named(which)
    if found is None:
        return call.say(call.phrases.no_such_article.format(number=echo(which)))
    await set_article(context, call.incoming, found.id)
    card = await _card(context, call, call.phrases.channel_switched.format(title=title_of(found, call.phrases)))
    return replace(card, turn=replace(call.turn, article=found.id, answer=None))


async def _choice(context: Context, call: CommandCall, number: str) -> CommandResult:
    """Return the articles to choose from."""
    listed = articles_for_all(context, call.incoming)
    here = await _of_channel(context, call, listed)
    reply = await page(listed, number, call, here.id if here else "", ("/channel article", "/channel articles"))
    if reply is None:
        return call.say(call.phrases.no_articles)
    parts = (Said(call.phrases.channel_choice), *reply.parts[1:])
    return CommandResult(replace(reply, parts=parts, replaces=call.incoming.kind is Kind.TAP))


async def _card(context: Context, call: CommandCall, *changed: str) -> CommandResult:
    """Return what the channel has chosen, below what was just changed."""
    words, listed = call.phrases, articles_for_all(context, call.incoming)
    here = await _of_channel(context, call, listed)
    mentions = (await set_for_all(context, call.incoming)).mentions
    rows = (
        (words.channel_rows[0], title_of(here, words) if here else words.untitled),
        (words.channel_rows[1], words.channel_mentions if mentions else words.channel_threads),
    )
    may_change = context.admission.may_choose(call.incoming.user)
    parts: tuple[Part, ...] = (
        *(Said(text) for text in changed),
        Heading(words.channel),
        Rows(rows),
        Said(words.channel_anybody if context.admission.rules.open else words.channel_owners),
    )
    switch = (words.label_threads, THREADS) if mentions else (words.label_mentions, MENTIONS)
    tap = [Action(switch[0], f"/channel {switch[1]}")]
    tap += [Action(words.label_article, f"/channel {ARTICLE}")] if len(await listed.part(0, 2)) > 1 else []
    shown = Reply(parts, words.code, tuple(tap) if may_change else (), replaces=call.incoming.kind is Kind.TAP)
    return CommandResult(shown)


async def _of_channel(context: Context, call: CommandCall, listed: Seen) -> ArticleSummary | None:
    """Return the channel's article: the chosen one where it is still here, else the first one."""
    chosen = (await set_for_all(context, call.incoming)).article
    return (await listed.named(chosen)) or (await listed.named(context.article))
