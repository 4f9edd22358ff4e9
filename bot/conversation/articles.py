"""The article in scope, who speaks in it, and the others that could be.

Rule of this module: an article is named by its place in the list or by the start of its id.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Reply, Rows, Said
from bot.conversation import cite
from bot.conversation.desk import Call, Desk, Outcome, said
from bot.conversation.phrases import Phrases
from bot.model import Article
from bot.ports import Listed

SHORTEST_ID = 4
"""Digits of an id that hardly name another article by chance."""


async def article(desk: Desk, call: Call) -> Outcome:
    """Return what the article in scope is; with a number, take that article of the list into scope."""
    if call.rest:
        return await _switch(desk, call)
    here = await desk.library.article(call.turn.article)
    return Outcome(Reply((Rows(_facts(here, call.phrases)),), call.phrases.code))


async def _switch(desk: Desk, call: Call) -> Outcome:
    chosen = pick(call.rest, await desk.library.articles())
    if chosen is None:
        return said(call.phrases, call.phrases.no_such_article.format(number=call.rest[:40]))
    switched = call.phrases.switched.format(title=chosen.title or call.phrases.untitled)
    return said(call.phrases, switched, turn=replace(call.turn, article=chosen.id, answer=None))


async def articles(desk: Desk, call: Call) -> Outcome:
    """Return the stored articles with the numbers that `/article N` takes."""
    listed = await desk.library.articles()
    if not listed:
        return said(call.phrases, call.phrases.no_articles)
    rows = tuple(
        (
            f"{'→ ' if entry.id.startswith(call.turn.article) else ''}{number}",
            entry.title or call.phrases.untitled,
            call.phrases.languages.get(entry.language, entry.language),
        )
        for number, entry in enumerate(listed, 1)
    )
    return Outcome(Reply((Said(call.phrases.articles), Rows(rows)), call.phrases.code))


async def sources(desk: Desk, call: Call) -> Outcome:
    """Return who says what in the article in scope."""
    here = await desk.library.article(call.turn.article)
    return Outcome(Reply(cite.sources(here, call.phrases), call.phrases.code))


def pick(wanted: str, listed: Sequence[Listed]) -> Listed | None:
    """Return the article that a number of the list or the start of an id names."""
    if wanted.isdecimal() and 1 <= int(wanted[:6]) <= len(listed):
        return listed[int(wanted[:6]) - 1]
    found = [entry for entry in listed if len(wanted) >= SHORTEST_ID and entry.id.startswith(wanted)]
    return found[0] if len(found) == 1 else None


def _facts(article: Article, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    title, date, length, language, author, origin = phrases.article_rows
    size = phrases.length.format(sentences=len(article.sentences), characters=len(article.text))
    rows = [
        (title, article.title or phrases.untitled),
        (date, article.published or phrases.unknown_date),
        (length, size),
        (language, phrases.languages.get(article.language, article.language)),
    ]
    if article.byline:
        rows.append((author, article.byline.cut(article.text)))
    return (*rows, (origin, article.url or article.origin))
