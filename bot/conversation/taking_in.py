"""Takes an article in for a chat, if whoever brings it may, and makes it what the chat talks about.

Rule of this module: what is brought stands on the shelf of the chat that it was brought to, and is seen there alone.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.addresses import page_of
from bot.chat import Action, Heading, Incoming, Part, Reply, Rows, Said
from bot.conversation.context import Bringers, CommandCall, CommandResult, Context
from bot.conversation.phrases import Phrases
from bot.conversation.preference_scopes import choose, set_article
from bot.conversation.shelves import is_alone, own_shelf
from bot.conversation.speakers import every
from bot.conversation.versions import brought_line
from bot.model import Article, Document

DAY = 86_400.0
"""Seconds."""
PATIENCE = (1.0, 5.0, 15.0)
"""Seconds after which it is said that an article is still being read."""

Make = Callable[[], Awaitable[Document]]


async def taken_in(  # noqa: PLR0913 - what becomes of an article
    context: Context, call: CommandCall, make: Make, announced: str = "", *, known: str = "", offers: bool = True
) -> CommandResult:
    """Take an article in, if the person may, and make it the one in scope; what takes long is announced.

    What may be asked is said where it `offers` that. Where it is the one that was `known` of its page, or a version of
    one that is here, that is said as well.
    Raises `ArticleError` for what can't be read, and `StoreError`.
    """
    if (line := await turned_away(context, call)) is not None:
        return call.say(line)
    task = asyncio.ensure_future(_stored(context, call.incoming, make))
    try:
        for patience in PATIENCE:
            if (await asyncio.wait({task}, timeout=patience))[0]:
                break
            await call.incoming.meanwhile.show(call.say(announced or call.phrases.still_reading).reply)
            announced = ""
        article = await task
    finally:
        if not task.done():
            task.cancel()
    line = call.phrases.versions.unchanged if article.id == known else ""
    line = line or await brought_line(context, call.incoming, article.id, call.phrases)
    return await in_scope(context, call, article, *filter(None, (line,)), offers=offers)


async def turned_away(context: Context, call: CommandCall) -> str | None:
    """Return why a person may not bring an article here now, None where they may."""
    if context.traits.console or context.admission.owns(call.incoming.user):
        return None
    words = call.phrases
    match context.bringing.who:
        case Bringers.NOBODY:
            return words.bring_nobody
        case Bringers.OWNERS:
            return words.bring_owners
        case Bringers.LIST if not await context.admission.is_listed(call.incoming):
            return words.bring_list
        case _:
            return await _too_many(context, call.incoming, words)


async def _too_many(context: Context, incoming: Incoming, words: Phrases) -> str | None:
    """Return that a person or a chat has brought too much, None where neither has."""
    store, rules = context.library.store, context.bringing
    if await store.brought(incoming.user, context.now() - DAY) >= rules.a_day:
        return words.bring_too_many.format(count=rules.a_day)
    if not await context.library.has_room(own_shelf(incoming), rules.kept):
        return words.shelf_full.format(count=rules.kept)
    return None


async def _stored(context: Context, incoming: Incoming, make: Make) -> Article:
    document = await make()
    article = await context.library.ingest(document)
    if not context.traits.console:
        page, shelf = page_of(article.url, document.origin), own_shelf(incoming)
        await context.library.make_room(article.id, shelf, context.bringing.kept)
        await context.library.store.put(article.id, shelf, incoming.user, page, context.now())
    return article


async def in_scope(
    context: Context, call: CommandCall, article: Article, *before: str, offers: bool = True
) -> CommandResult:
    """Make an article the one that is talked about here, and say what it is and what may be asked."""
    words = call.phrases
    if is_alone(call.incoming) or call.incoming.shared:
        await choose(context, call.incoming, article=article.id)
    else:
        await set_article(context, call.incoming, article.id)
    questions = await context.examples.of(context.library, article, words) if offers else ()
    parts: list[Part] = [Heading(article.title or words.untitled), Said(_facts(article, words))]
    parts += [Said(line) for line in before]
    if article.language != words.code:
        parts.append(Said(words.other_language.format(language=words.languages[article.language])))
    if not context.traits.console and not before:
        parts.append(Said(words.bring_alone if is_alone(call.incoming) else words.bring_shared))
    parts += [Said(words.examples)] if questions else []
    tap: tuple[Action, ...] = ()
    if context.traits.console:
        parts += (
            [Rows(tuple((f"/example {n}", question) for n, question in enumerate(questions, 1)))] if questions else []
        )
    else:
        tap = tuple(Action(question, f"/example {n}") for n, question in enumerate(questions, 1))
    return CommandResult(Reply(tuple(parts), words.code, tap), replace(call.turn, article=article.id, answer=None))


def _facts(article: Article, words: Phrases) -> str:
    """Return what an article is in one line: site, date, language, length, how many speak in it."""
    sources = len(every(article, words))
    facts = (
        page_of(article.url, article.origin).partition("/")[0],
        article.published or "",
        words.languages.get(article.language, article.language),
        words.sentences_1 if len(article.sentences) == 1 else words.sentences_n.format(count=len(article.sentences)),
        words.sources_1 if sources == 1 else words.sources_n.format(count=sources),
    )
    return " · ".join(fact for fact in facts if fact)
