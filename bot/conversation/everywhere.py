"""All articles that are seen in a chat, asked at once: what they say, which of them, and what only repeats another.

Rule of this module: each sentence stands under its article's title, day and site; numbers are those of the first one,
whose answer is what follow-ups go on from.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.archive.following import day_of, site_of
from bot.chat import Action, Heading, Part, Reply, Said
from bot.conversation.archive_phrases import ArchivePhrases, archive_phrases, written
from bot.conversation.citations import as_typed, readable
from bot.conversation.context import ON_BUTTON, CommandCall, CommandResult, Context, echo, said
from bot.conversation.error_messages import phrases_of, words_for
from bot.conversation.phrases import Phrases
from bot.conversation.preference_scopes import ALL, choose
from bot.conversation.shelves import articles_here, tenants
from bot.core.retrieval.query import parse
from bot.errors import ArchiveError, QuestionError
from bot.model import Answer, Article, Refusal
from bot.model.archive import ArchiveAnswer, Found

LONGEST_TITLE = 60
"""Characters of a title on a button and among repeats."""
JANUARY_FIRST, DECEMBER_LAST = 101, 1231


async def command(context: Context, call: CommandCall) -> CommandResult:
    """Return what all articles say to a question; without one, ask all of them from now on."""
    words = archive_phrases(call.phrases.code)
    if context.everywhere is None:
        return call.say(words.off)
    if call.rest:
        return await asked(context, call, call.rest)
    count = await articles_here(context, call.incoming).number()
    if not count:
        return call.say(words.empty)
    await choose(context, call.incoming, article=ALL)
    return call.say(words.on_one if count == 1 else words.on.format(count=count))


async def asked(context: Context, call: CommandCall, question: str) -> CommandResult:
    """Return what the articles that are seen here say to a question."""
    assert context.everywhere is not None  # noqa: S101 - whoever calls has looked
    try:
        answer = await context.everywhere.ask(tenants(context, call), question)
    except QuestionError as error:
        return said(call.phrases, words_for(error, call.phrases))
    except ArchiveError as error:
        if context.traits.console:
            raise  # whoever sits there can mend it
        context.log("archive", {"problem": error.reason})
        return call.say(archive_phrases(call.phrases.code).unavailable)
    phrases = phrases_of(answer.language or None, call.phrases.code) if call.free else call.phrases
    context.asked(answer.refusal or "")
    reply = reply_to(answer, phrases)
    if not answer.found:
        return CommandResult(reply, replace(call.turn, language=phrases.code, answer=None))
    first = answer.found[0]
    query = parse(answer.question, first.article.language, context.library.languages)
    turn = replace(call.turn, article=first.article.id, language=phrases.code, answer=Answer(query, first.hits))
    return CommandResult(replace(reply, actions=_actions(answer, phrases)), turn)


def reply_to(answer: ArchiveAnswer, phrases: Phrases) -> Reply:
    """Return the sentences that answer, under their articles, or why none does."""
    words = archive_phrases(phrases.code)
    parts: list[Part] = [Said(line) for line in (confines(answer, words), _unread(answer.unread, words)) if line]
    if answer.refusal is not None:
        parts.append(Said(_refused(answer, words)))
        if answer.nearest:
            parts.append(Said(words.nearest))
            parts += _of_article(answer.nearest, phrases, words, numbered=False)
    for place, found in enumerate(answer.found):
        parts += _of_article(found, phrases, words, numbered=place == 0)
    return Reply(tuple(parts), phrases.code)


def confines(answer: ArchiveAnswer, words: ArchivePhrases) -> str:
    """Return which articles were asked, where the question said so; "" for all."""
    line = _time(answer.since, answer.until, words)
    site = words.site.format(site=answer.site) if answer.site else ""
    if line:
        return f"{line} {site}".rstrip() + "."
    return f"{site[:1].upper()}{site[1:]}:" if site else ""


def _time(since: int, until: int, words: ArchivePhrases) -> str:
    """Return the line of a time, "" for none; a whole year has its number."""
    year = since // 10_000
    if (since, until) == (year * 10_000 + JANUARY_FIRST, year * 10_000 + DECEMBER_LAST):
        return words.in_year.format(year=year)
    if since and until:
        first, last = written(since, words), written(until, words)
        return words.on_day.format(day=first) if since == until else words.between.format(first=first, last=last)
    if since:
        return words.since.format(day=written(since, words))
    return words.until.format(day=written(until, words)) if until else ""


def _unread(count: int, words: ArchivePhrases) -> str:
    if not count:
        return ""
    return words.unread_one if count == 1 else words.unread.format(count=count)


def _refused(answer: ArchiveAnswer, words: ArchivePhrases) -> str:
    if answer.refusal is Refusal.NO_WORDS:
        return words.none_words
    missing = ", ".join(as_typed(word, answer.question) for word in answer.missing)
    return words.none_missing.format(missing=missing) if missing and answer.nearest else words.none


def _of_article(found: Found, phrases: Phrases, words: ArchivePhrases, *, numbered: bool) -> Iterator[Part]:
    """Yield an article's title with its day and site, its sentences, and who repeats them."""
    yield Heading(heading(found.article, phrases, words))
    there = {hit.sentence for hit in found.hits}
    for number, hit in enumerate(found.hits, 1):
        yield readable(found.article, hit, number if numbered else 0, phrases, there)
    if found.repeats:
        titles = "; ".join(heading(article, phrases, words, LONGEST_TITLE) for article, _ in found.repeats)
        yield Said(words.repeated.format(titles=titles))
    if found.articles > 1:
        yield Said(_sources(found, words))


def _sources(found: Found, words: ArchivePhrases) -> str:
    if found.sources > 1:
        return words.sources.format(sources=found.sources, articles=found.articles)
    if found.source:
        return words.one_named.format(articles=found.articles, name=found.source)
    return words.one_source.format(articles=found.articles)


def heading(article: Article, phrases: Phrases, words: ArchivePhrases, longest: int = 300) -> str:
    """Return an article's title, its day where it is known, and its site where it has one."""
    day = day_of(article)
    site = site_of(article) if article.url else ""
    title = echo(" ".join((article.title or phrases.untitled).split()), longest)
    return " · ".join(filter(None, (title, written(day, words) if day else "", site)))


def _actions(answer: ArchiveAnswer, phrases: Phrases) -> tuple[Action, ...]:
    """Return a button for each article that answers: to go on with it alone."""
    label = archive_phrases(phrases.code).label_ask
    return tuple(
        Action(
            label.format(title=echo(" ".join((found.article.title or phrases.untitled).split()), LONGEST_TITLE)),
            f"/article {found.article.id[:ON_BUTTON]}",
        )
        for found in answer.found
    )
