"""What is different between two versions of an article: sentences, the headline, and who speaks in it.

Rule of this module: each sentence stands as it stands in its version, with who says so there; what differs is marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.chat import Cited, Heading, Part, Reply, Said
from bot.conversation.asking import ask
from bot.conversation.citations import cited, labelled
from bot.conversation.context import CommandCall, CommandResult, Context, echo
from bot.conversation.phrases import Phrases
from bot.conversation.shelves import article_of, articles_here
from bot.conversation.versions import Version, moment, version_of, versions_here
from bot.core.versions.comparison import Changes, Marks
from bot.model import Article, Confidence, Hit

MOST = 30
"""Sentences of a kind that are shown."""
LONGEST_NUMBER = 4
"""Digits of a version's number."""
TWO = 2
"""Versions that are compared."""
A_PAGE = 5
"""Changes on a page, where there are pages."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions with what is different between them."""

    before: Article
    now: Article
    changes: Changes


async def command(context: Context, call: CommandCall) -> CommandResult:
    """Return what is different between two versions: the last two, or those that are named."""
    named = call.rest.split()
    numbers = [int(name) for name in named if name.isdecimal() and len(name) <= LONGEST_NUMBER]
    if context.traits.console and len(named) == TWO > len(numbers):
        before, now = [await _opened(context, call, name) for name in named]
        return await _told(context, call, before, now)
    here = await article_of(context, call)
    versions = await versions_here(context, call.incoming, here.id)
    words = call.phrases.versions
    if len(versions) == 1:
        # Words that mean the command may also ask about what the article tells.
        return await ask(context, call) if len(numbers) < len(named) else call.say(words.only_one)
    if len(numbers) < len(named) or not named:
        return await _last(context, call, here, versions)
    if len(numbers) > TWO:
        return call.say(words.usage_console if context.traits.console else words.usage)
    return await _numbered(context, call, versions, numbers)


async def _numbered(
    context: Context, call: CommandCall, versions: Sequence[Version], numbers: Sequence[int]
) -> CommandResult:
    """Return what is different between two versions by their numbers; the second one may be left out for the newest."""
    for number in numbers:
        if not 1 <= number <= len(versions):
            return call.say(call.phrases.versions.no_such.format(number=number, count=len(versions)))
    ends = [*(versions[number - 1] for number in numbers), versions[-1]]
    return await _between(context, call, ends[0], ends[1])


async def _last(context: Context, call: CommandCall, here: Article, versions: Sequence[Version]) -> CommandResult:
    """Return what the newest version has changed: in the article in scope, or in the one before it."""
    mine = version_of(versions, here.id)
    older = mine if mine is not None and mine is not versions[-1] else versions[-2]
    return await _between(context, call, older, versions[-1])


async def _between(context: Context, call: CommandCall, before: Version, now: Version) -> CommandResult:
    words = call.phrases
    said = words.versions.between.format(
        before=before.number,
        before_when=moment(before.came, words),
        now=now.number,
        now_when=moment(now.came, words),
    )
    old, new = [await context.library.article(one.article) for one in (before, now)]
    return await _told(context, call, old, new, above=said)


async def _told(context: Context, call: CommandCall, before: Article, now: Article, above: str = "") -> CommandResult:
    compared = Compared(before, now, await context.library.compared(before, now))
    parts = await context.library.off_loop(now, lambda: told(compared, call.phrases))
    return CommandResult(Reply((*((Said(above),) if above else ()), *parts), call.phrases.code))


async def _opened(context: Context, call: CommandCall, name: str) -> Article:
    """Return an article that is named in the console: by its place in the list, its id, a path or a link."""
    chosen = await articles_here(context, call.incoming).named(name)
    if chosen is not None:
        return await context.library.article(chosen.id)
    return await context.library.ingest(await context.fetch(name))


def told(compared: Compared, words: Phrases) -> tuple[Part, ...]:
    """Return what is different between two versions, as parts of a reply."""
    found = compared.changes
    counts = (len(found.added), len(found.removed), len(found.reworded))
    said = ", ".join(
        (one if count == 1 else several).format(count=count)
        for count, (one, several) in zip(counts, words.versions.counts, strict=True)
        if count
    )
    return (
        Said(f"{said}." if said else words.versions.nothing),
        *_voices(compared, words),
        *_headline(compared, words),
        *_reworded(compared, words),
        *_listed(compared.now, found.added, words.versions.added, words),
        *_listed(compared.before, found.removed, words.versions.removed, words),
    )


def _voices(compared: Compared, words: Phrases) -> Iterator[Part]:
    """Yield who speaks in one version alone."""
    before, now = _speakers(compared.before, words), _speakers(compared.now, words)
    for here, there, said in (
        (now, before, words.versions.new_sources),
        (before, now, words.versions.gone_sources),
    ):
        names = [label for name, label in here.items() if not any(_is_one(name, other) for other in there)]
        if names:
            yield Said(said.format(names="; ".join(echo(name, 200) for name in names)))


def _speakers(article: Article, words: Phrases) -> dict[str, str]:
    """Return who is surely quoted in an article: each by its name, with its longest label."""
    found: dict[str, str] = {}
    for one in article.attributions:
        if one.speaker is not None and one.confidence is not Confidence.LOW:
            name, label = labelled(article, one, words)
            found[name.casefold()] = max(found.get(name.casefold(), ""), label, key=len)
    return found


def _is_one(name: str, other: str) -> bool:
    """Tell whether two names may be one party's: all words of one stand in the other, as in ‹Boyle›, ‹Ann Boyle›."""
    mine, others = set(name.split()), set(other.split())
    return mine <= others or others <= mine


def _headline(compared: Compared, words: Phrases) -> Iterator[Part]:
    before, now = compared.before.title or "", compared.now.title or ""
    if before and now and before.split() != now.split():
        yield Heading(words.versions.headline)
        yield Cited(0, before, f"{words.versions.before} · {words.headline}")
        yield Cited(0, now, f"{words.versions.now} · {words.headline}")


def _reworded(compared: Compared, words: Phrases) -> Iterator[Part]:
    found = compared.changes.reworded
    for place, pair in enumerate(found[:MOST]):
        if place % A_PAGE == 0:
            yield Heading(words.versions.reworded, new_page=place > 0)
        yield marked(compared.before, pair.before, pair.before_marks, words.versions.before, words)
        yield marked(compared.now, pair.now, pair.now_marks, words.versions.now, words)
    yield from _rest(found, words)


def marked(article: Article, sentence: int, marks: Marks, when: str, words: Phrases) -> Cited:
    """Return a sentence of a version, with what differs in it marked."""
    found = cited(article, Hit(sentence, 1.0), 0, words)
    return replace(found, marks=marks, source=f"{when} · {found.source}")


def _listed(article: Article, sentences: Sequence[int], heading: str, words: Phrases) -> Iterator[Part]:
    for place, sentence in enumerate(sentences[:MOST]):
        if place % (2 * A_PAGE) == 0:
            yield Heading(heading, new_page=place > 0)
        yield cited(article, Hit(sentence, 1.0), 0, words)
    yield from _rest(sentences, words)


def _rest(found: Sequence[object], words: Phrases) -> Iterator[Part]:
    if len(found) > MOST:
        yield Said(words.versions.more_changes.format(count=len(found) - MOST))
