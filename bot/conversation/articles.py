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
from bot.conversation.shelves import LONGEST_NUMBER, Seen, article_of, articles_here, tenants, whole_chat
from bot.conversation.versions import card, moment, version_of, versions_here
from bot.model import Article
from bot.ports.articles import EVERYBODY, ArticleSummary

AT_ONCE, AT_ONCE_TYPED = 6, 30
"""Articles on one page of the list: where they are tapped, and in the console."""
SHOWN_ID = 8
"""Digits of an id where it is typed."""
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
    chosen = await articles_here(context, call.incoming).named(call.rest)
    if chosen is None:
        return call.say(call.phrases.no_such_article.format(number=echo(call.rest)))
    await choose(context, call.incoming, article=chosen.id)
    switched = call.phrases.switched.format(title=title_of(chosen, call.phrases))
    return call.say(switched, turn=replace(call.turn, article=chosen.id, answer=None))


async def articles(context: Context, call: CommandCall) -> CommandResult:
    """Return a page of the stored articles with the numbers that `/article N` takes, or those about some words."""
    here = articles_here(context, call.incoming)
    if call.rest and not call.rest.isdecimal() and context.everywhere is not None:
        return await _about(context, call)
    commands = "/article", "/articles"
    reply = await page(here, call.rest, call, call.turn.article, commands, typed=context.traits.console)
    if reply is None:
        return call.say(call.phrases.no_articles)
    return CommandResult(replace(reply, replaces=call.incoming.kind is Kind.TAP and bool(call.rest)))


async def _about(context: Context, call: CommandCall) -> CommandResult:
    """Return the articles that some words are about, with the start of their ids where they are typed."""
    assert context.everywhere is not None  # noqa: S101 - whoever calls has looked
    words = archive_phrases(call.phrases.code)
    order = await context.everywhere.find(tenants(context, call), call.rest)
    found = await context.library.store.lines(order[:AT_ONCE])
    if not found:
        return call.say(words.none_found)
    typed = context.traits.console
    named = [(entry.id[:SHOWN_ID] if typed else "•", entry) for entry in found]
    parts = Said(words.found), Rows(_lines(named, call.turn.article, call.phrases))
    tap = tuple(Action(_label(entry, call.phrases), f"/article {entry.id[:ON_BUTTON]}") for entry in found)
    return CommandResult(Reply(parts, call.phrases.code, () if typed else tap))


async def page(  # noqa: PLR0913 - what a page is made of
    seen: Seen, wanted: str, call: CommandCall, here: str, commands: tuple[str, str], *, typed: bool = False
) -> Reply | None:
    """Return a page of a list, the first one where there is none of that number; None where nothing is seen.

    Of the `commands`, the first takes an article and the second shows another page; where they are `typed`, a page is
    longer and says nothing of the first. `here` is the id of the article in scope.
    """
    at_once = AT_ONCE_TYPED if typed else AT_ONCE
    number = max(1, int(wanted)) if wanted.isdecimal() and len(wanted) <= LONGEST_NUMBER else 1
    found = await seen.part((number - 1) * at_once, at_once + 1)
    if not found and number > 1:
        number, found = 1, await seen.part(0, at_once + 1)
    if not found:
        return None
    shown = list(enumerate(found[:at_once], (number - 1) * at_once + 1))
    choosing, turn = commands
    labelled = [] if typed else [(f"{n}  {_label(entry, call.phrases)}", entry.id[:ON_BUTTON]) for n, entry in shown]
    tap = [Action(label, f"{choosing} {start}") for label, start in labelled]
    if number > 1:
        tap.append(Action(call.phrases.label_previous, f"{turn} {number - 1}"))
    if len(found) > at_once:
        tap.append(Action(call.phrases.label_next, f"{turn} {number + 1}"))
    parts = Said(call.phrases.articles), Rows(_lines([(str(n), entry) for n, entry in shown], here, call.phrases))
    return Reply(parts, call.phrases.code, tuple(tap))


def _lines(listed: Sequence[tuple[str, ArticleSummary]], here: str, phrases: Phrases) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list of articles with their names in it, and an arrow at the one with the id `here`."""
    return tuple(
        (
            f"{'→ ' if entry.id == here else ''}{name}",
            title_of(entry, phrases),
            phrases.languages.get(entry.language, entry.language),
        )
        for name, entry in listed
    )


def _label(entry: ArticleSummary, phrases: Phrases) -> str:
    return echo(" ".join(title_of(entry, phrases).split()), LONGEST_LABEL)


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
