"""Statements to check: the verdict, the sentences it rests on, and what differs.

Rule of this module: what stands in the article is cited with its source; a difference is a sentence for people.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from bot.chat import Part, Reply, Said
from bot.conversation.check_phrases import CheckPhrases, DifferenceWords
from bot.conversation.checked import numbered_through, with_answers
from bot.conversation.citations import cited, labelled
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.error_messages import phrases_of
from bot.conversation.phrases import Phrases
from bot.conversation.shelves import article_of
from bot.model import Article, Check, Difference, DifferenceKind, Hit, Verdict

NAMED = 2
"""Speakers named in the line of a verdict."""


async def command(context: Context, call: CommandCall) -> CommandResult:
    """Return whether the article says what a statement says; the sentences have the numbers of answers from then on."""
    if not call.rest:
        return call.say(call.phrases.check.usage)
    article = await article_of(context, call)
    found = await context.library.check(article, call.rest)
    phrases = phrases_of(found[0].language) if call.free else call.phrases
    hits = tuple(hit for check in found for hit in check.hits)
    return with_answers(context, replace(call, phrases=phrases), article, hits, verdicts(article, found, phrases))


def verdicts(article: Article, checks: Sequence[Check], phrases: Phrases) -> Reply:
    """Return the reply to checked statements, in their order; sentences are numbered through."""
    return numbered_through(
        checks, lambda found: found.statement, lambda found, shown: _one(article, found, phrases, shown), phrases
    )


def _one(article: Article, found: Check, phrases: Phrases, shown: int) -> Iterable[Part]:
    words = phrases.check
    yield Said(_verdict(article, found, phrases))
    if found.missing:
        yield Said(words.missing.format(words=", ".join(found.missing)))
    own = found.verdict is Verdict.STATED
    for number, hit in enumerate(found.hits, shown + 1):
        reported = bool(article.attributions_in(article.sentences[hit.sentence].span)) and own and number > shown + 1
        if reported:
            own = False
            yield Said(words.also_reported)
        yield cited(article, hit, number, phrases)
    for line in differing(found.differences, words):
        yield Said(line)


def _verdict(article: Article, found: Check, phrases: Phrases) -> str:
    """Return the verdict in words: with who says so, where the article names them."""
    words = phrases.check
    if found.verdict is not Verdict.REPORTED:
        return words.verdicts[found.verdict]
    names = list(dict.fromkeys(name for hit in found.hits for name in _speakers(article, hit, phrases)))
    if not names:
        return words.verdicts[found.verdict]
    return words.said_by.format(who=f" {words.and_word} ".join(names[:NAMED]))


def _speakers(article: Article, hit: Hit, phrases: Phrases) -> Iterable[str]:
    """Yield who says a sentence, as a source line calls them."""
    for a in article.attributions_in(article.sentences[hit.sentence].span):
        if a.speaker is not None and any(c.overlaps(m) for c in a.content for m in hit.matched):
            yield labelled(article, a, phrases)[0]


def differing(differences: Iterable[Difference], words: CheckPhrases) -> Iterable[str]:
    """Yield a line for each kind of difference, in plain words."""
    kinds = groupby(sorted(differences, key=lambda d: list(DifferenceKind).index(d.kind)), key=lambda d: d.kind)
    for kind, alike in kinds:
        yield _line(words.differences[kind], tuple(alike))


def _line(words: DifferenceWords, alike: Sequence[Difference]) -> str:
    stated = ", ".join(dict.fromkeys(word for d in alike for word in d.stated))
    article = ", ".join(dict.fromkeys(word for d in alike for word in d.in_article))
    if stated and article:
        return words.both.format(stated=stated, article=article)
    if stated:
        return words.stated.format(stated=stated)
    return words.article.format(article=article) if article else words.neither
