"""The article in scope, and the others that could be.

Rule of this module: an article is named by its place in the list or by the start of its id; a button has the id, since
a place may be another article's by the time it is tapped.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.addresses import canonical
from bot.chat import Action, Heading, Kind, Reply, Rows, Said
from bot.conversation.archive_phrases import archive_phrases
from bot.conversation.context import ON_BUTTON, ChatTraits, CommandCall, CommandResult, Context, echo
from bot.conversation.phrases import Phrases
from bot.conversation.preference_scopes import choose
from bot.conversation.shelves import article_of, articles_here, tenants, whole_chat
from bot.conversation.versions import card, moment, version_of, versions_here
from bot.model import Article
from bot.ports.articles import EVERYBODY, ArticleSummary

SHORTEST_ID = 4
"""Digits of an id that hardly name another article by chance."""
LONGEST_NUMBER = 6
"""Digits of a place in the list."""
AT_ONCE = 6
"""Articles on one page of the list."""
LONGEST_LABEL = 48
"""Characters of a title on a button."""


async def article(context: Context, call: CommandCall) -> CommandResult:
    """Return what the article in scope is; with a number, take that article of the list into scope."""
    if call.rest:
        return await _switch(context, call)
    here = await article_of(context, call)
    versions = await versions_here(context, call.incoming, here.id)
    rows = [*_facts(here, call.phrases), (call.phrases.article_rows[-1], _origin(here, context.traits))]
    mine, words = version_of(versions, here.id), call.phrases.versions
    if mine is not None and len(versions) > 1:
        when = moment(mine.came, call.phrases)
        rows.append((words.row, words.row_value.format(number=mine.number, count=len(versions), when=when)))
    parts, tap = card(versions, here.id, call.phrases)
    return CommandResult(Reply((Rows(tuple(rows)), *parts), call.phrases.code, tap))


async def _switch(context: Context, call: CommandCall) -> CommandResult:
    chosen = pick(call.rest, await articles_here(context, call.incoming))
    if chosen is None:
        return call.say(call.phrases.no_such_article.format(number=echo(call.rest)))
    await choose(context, call.incoming, article=chosen.id)
    switched = call.phrases.switched.format(title=title_of(chosen, call.phrases))
    return call.say(switched, turn=replace(call.turn, article=chosen.id, answer=None))


async def articles(context: Context, call: CommandCall) -> CommandResult:
    """Return the stored articles with the numbers that `/article N` takes, a page at a time where they are tapped."""
    listed = await articles_here(context, call.incoming)
    if not listed:
        return call.say(call.phrases.no_articles)
    if call.rest and not call.rest.isdecimal() and context.everywhere is not None:
        return await _about(context, call, listed)
    if context.traits.console:
        rows = _lines(tuple(enumerate(listed, 1)), call.turn.article, call.phrases)
        return call.reply(Said(call.phrases.articles), Rows(rows))
    reply = page(listed, call.rest, call, call.turn.article, ("/article", "/articles"))
    return CommandResult(replace(reply, replaces=call.incoming.kind is Kind.TAP and bool(call.rest)))


async def _about(context: Context, call: CommandCall, listed: Sequence[ArticleSummary]) -> CommandResult:
    """Return the articles that some words are about, with the numbers that they have in the whole list."""
    assert context.everywhere is not None  # noqa: S101 - whoever calls has looked
    words = archive_phrases(call.phrases.code)
    order = await context.everywhere.find(tenants(context, call), call.rest)
    numbered = {entry.id: (number, entry) for number, entry in enumerate(listed, 1)}
    found = [numbered[key] for key in order if key in numbered][:AT_ONCE]
    if not found:
        return call.say(words.none_found)
    parts = Said(words.found), Rows(_lines(found, call.turn.article, call.phrases))
    tap = tuple(Action(_label(n, entry, call.phrases), f"/article {entry.id[:ON_BUTTON]}") for n, entry in found)
    return CommandResult(Reply(parts, call.phrases.code, () if context.traits.console else tap))


def page(
    listed: Sequence[ArticleSummary], number: str, call: CommandCall, here: str, commands: tuple[str, str]
) -> Reply:
    """Return a page of the list; of the `commands`, the first takes an article and the second shows another page."""
    choosing, turn = commands
    last = (len(listed) + AT_ONCE - 1) // AT_ONCE
    page = min(last, max(1, int(number))) if number.isdecimal() and len(number) <= LONGEST_NUMBER else 1
    shown = tuple(enumerate(listed, 1))[(page - 1) * AT_ONCE : page * AT_ONCE]
    tap = [Action(_label(n, entry, call.phrases), f"{choosing} {entry.id[:ON_BUTTON]}") for n, entry in shown]
    if page > 1:
        tap.append(Action(call.phrases.label_previous, f"{turn} {page - 1}"))
    if page < last:
        tap.append(Action(call.phrases.label_next, f"{turn} {page + 1}"))
    parts = Said(call.phrases.articles), Rows(_lines(shown, here, call.phrases))
    return Reply(parts, call.phrases.code, tuple(tap))


def _lines(listed: Sequence[tuple[int, ArticleSummary]], here: str, phrases: Phrases) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list, with an arrow at the article whose id begins with `here`."""
    return tuple(
        (
            f"{'→ ' if entry.id.startswith(here) else ''}{number}",
            title_of(entry, phrases),
            phrases.languages.get(entry.language, entry.language),
        )
        for number, entry in listed
    )


def _label(number: int, entry: ArticleSummary, phrases: Phrases) -> str:
    return f"{number}  {echo(' '.join(title_of(entry, phrases).split()), LONGEST_LABEL)}"


def title_of(entry: ArticleSummary, phrases: Phrases) -> str:
    """Return an article's title, or that it has none."""
    return entry.title or phrases.untitled


async def linked(context: Context, call: CommandCall) -> CommandResult:
    """Return the article that a web address leads to, with the way to talk about it; nothing for another address."""
    shelves = (EVERYBODY, whole_chat(call.incoming))
    known = await context.library.store.at_page(canonical(call.rest), shelves)
    if known is None:
        return CommandResult(Reply((), call.phrases.code), kept=False)
    found = await context.library.article(known)
    talk = (Action(call.phrases.label_talk, f"/start {found.id[:ON_BUTTON]}"),)
    title = Heading(found.title or call.phrases.untitled)
    return CommandResult(Reply((title, Said(call.phrases.greeting)), call.phrases.code, talk), kept=False)


def pick(wanted: str, listed: Sequence[ArticleSummary]) -> ArticleSummary | None:
    """Return the article that a number of the list or the start of an id names."""
    if wanted.isdecimal() and len(wanted) <= LONGEST_NUMBER and 1 <= int(wanted) <= len(listed):
        return listed[int(wanted) - 1]
    found = [entry for entry in listed if len(wanted) >= SHORTEST_ID and entry.id.startswith(wanted)]
    return found[0] if len(found) == 1 else None


def _facts(article: Article, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    title, date, length, language, author, _ = phrases.article_rows
    size = phrases.length.format(sentences=len(article.sentences), characters=len(article.text))
    rows = [
        (title, article.title or phrases.untitled),
        (date, article.published or phrases.unknown_date),
        (length, size),
        (language, phrases.languages.get(article.language, article.language)),
    ]
    if article.byline:
        rows.append((author, article.byline.cut(article.text)))
    return tuple(rows)


def _origin(article: Article, traits: ChatTraits) -> str:
    """Return where an article comes from; the folders of the machine are nobody's business in a chat."""
    return article.url or (article.origin if traits.console else article.origin.rpartition("/")[2])
