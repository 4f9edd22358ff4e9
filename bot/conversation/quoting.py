"""Quotations to check: whether each stands in the article word for word, in what it differs, and who says it there.

Rule of this module: what differs is shown word by word, and the article's own sentence with its source.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.chat import Part, Reply, Said
from bot.conversation.check_phrases import CheckPhrases
from bot.conversation.checked import numbered_through, with_answers
from bot.conversation.citations import cited
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.error_messages import phrases_of
from bot.conversation.phrases import Phrases
from bot.conversation.shelves import article_of
from bot.languages import detection
from bot.model import Article, QuotationCheck, QuotationVerdict


async def command(context: Context, call: CommandCall) -> CommandResult:
    """Return what the article has of each quotation; the sentences have the numbers of answers from then on."""
    if not call.rest:
        return call.say(call.phrases.check.quote_usage)
    article = await article_of(context, call)
    found = await context.library.quote(article, call.rest)
    phrases = phrases_of(detection.detect(call.rest), call.phrases.code) if call.free else call.phrases
    if not found:
        return call.say(phrases.check.no_quotation)
    hits = tuple(hit for one in found for hit in one.hits)
    return with_answers(context, replace(call, phrases=phrases), article, hits, quotations(article, found, phrases))


def quotations(article: Article, found: Sequence[QuotationCheck], phrases: Phrases) -> Reply:
    """Return the reply to checked quotations, in their order; sentences are numbered through."""
    return numbered_through(
        found, lambda one: one.quotation, lambda one, shown: _one(article, one, phrases, shown), phrases
    )


def _one(article: Article, found: QuotationCheck, phrases: Phrases, shown: int) -> Iterable[Part]:
    words = phrases.check
    yield Said(words.quotations[found.verdict])
    for number, hit in enumerate(found.hits, shown + 1):
        yield cited(article, hit, number, phrases)
    for line in differing(found, words):
        yield Said(line)


def differing(found: QuotationCheck, words: CheckPhrases) -> Iterable[str]:
    """Yield a line for each way in which a quotation differs: words left out, changed, another speaker."""
    if found.omitted and found.verdict is not QuotationVerdict.CHANGED:
        yield words.left_out.format(words=" … ".join(found.omitted))
    for stated, told in found.changes:
        if stated and told:
            yield words.changed_words.format(stated=_marked(stated), article=_marked(told))
        elif stated:
            yield words.added_words.format(stated=_marked(stated))
        else:
            yield words.lost_words.format(article=_marked(told))
    if found.verdict is QuotationVerdict.OTHER_SPEAKER:
        names = ", ".join(found.speakers) or words.not_given
        yield (
            words.other_speaker.format(article=names, stated=found.by)
            if found.by
            else words.said_in_parts.format(article=names)
        )


def _marked(text: str) -> str:
    return f"‹{text}›"
