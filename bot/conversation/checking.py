"""Statements to check: the verdict, the sentences it rests on, and what differs.

Rule of this module: what stands in the article is cited with its source; a difference quotes the words of both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from bot.chat import Cited, Part, Reply, Rows, Said
from bot.conversation.answer_actions import actions
from bot.conversation.citations import cited
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.error_messages import phrases_of
from bot.conversation.phrases import Phrases
from bot.conversation.shelves import article_of
from bot.core.retrieval.query import parse
from bot.model import Answer, Article, Check, Difference, DifferenceKind, Verdict


async def command(context: Context, call: CommandCall) -> CommandResult:
    """Return whether the article says what a statement says; the sentences have the numbers of answers from then on."""
    if not call.rest:
        return call.say(call.phrases.check_usage)
    article = await article_of(context, call)
    found = await context.library.check(article, call.rest)
    phrases = phrases_of(found[0].language) if call.free else call.phrases
    query = parse(call.rest, article.language, context.library.languages)
    hits = context.library.matched(article, query, tuple(hit for check in found for hit in check.hits))
    turn = replace(call.turn, language=phrases.code, answer=Answer(query, hits)) if hits else None
    reply = verdicts(article, found, phrases)
    return CommandResult(replace(reply, actions=actions(context, phrases)) if hits else reply, turn)


def verdicts(article: Article, checks: Sequence[Check], phrases: Phrases) -> Reply:
    """Return the reply to checked statements, in their order; sentences are numbered through."""
    parts: list[Part] = []
    for found in checks:
        if len(checks) > 1:
            parts.append(Said(phrases.mention.format(text=" ".join(found.statement.split()))))
        parts += _one(article, found, phrases, sum(isinstance(p, Cited) for p in parts))
    return Reply(tuple(parts), phrases.code)


def _one(article: Article, found: Check, phrases: Phrases, shown: int) -> Iterable[Part]:
    yield Said(phrases.checked[found.verdict])
    if found.missing:
        yield Said(phrases.missing.format(words=", ".join(found.missing)))
    own = found.verdict is Verdict.STATED
    for number, hit in enumerate(found.hits, shown + 1):
        reported = bool(article.attributions_in(article.sentences[hit.sentence].span)) and own and number > shown + 1
        if reported:
            own = False
            yield Said(phrases.also_reported)
        yield cited(article, hit, number, phrases)
    if found.differences:
        yield Rows(tuple(_rows(found.differences, phrases)))


def _rows(differences: Iterable[Difference], phrases: Phrases) -> Iterable[tuple[str, str, str]]:
    """Yield a row for each kind of difference, with the words of both sides."""
    kinds = groupby(sorted(differences, key=lambda d: list(DifferenceKind).index(d.kind)), key=lambda d: d.kind)
    for gap, alike in kinds:
        yield _row(gap, tuple(alike), phrases)


def _row(gap: DifferenceKind, differences: Sequence[Difference], phrases: Phrases) -> tuple[str, str, str]:
    stated = ", ".join(dict.fromkeys(word for d in differences for word in d.stated))
    in_article = ", ".join(dict.fromkeys(word for d in differences for word in d.in_article))
    return (
        phrases.gaps[gap],
        phrases.stated.format(words=stated) if stated else "",
        phrases.in_article.format(words=in_article) if in_article else "",
    )
