"""Replies to messages that want something of the bot itself, and to those that ask around an answer.

Rule of this module: nothing is summed up and nothing is vouched for; what is shown is the article's own.
"""

import re
from dataclasses import replace

from bot.chat import Heading, Part, Reply, Said
from bot.conversation import citations, privacy, speakers, welcome
from bot.conversation.answer_actions import actions, first
from bot.conversation.citations import cited, headline_alone, shown
from bot.conversation.context import Command, CommandCall, CommandResult, Context
from bot.conversation.headline_replies import in_place
from bot.conversation.shelves import article_of
from bot.conversation.wishes import Intent, bare_words
from bot.core.retrieval.query import parse
from bot.model import Answer, Article, Hit

BEGINNING = 3
"""Sentences that show what an article is about; news puts that first."""
NEARBY = 2
"""Sentences on either side of an answer in which what came before or after it is looked for."""
EARLIER = re.compile(
    r"\b(?:before (?:that|this|then)|earlier|previously|formerly|until then|beforehand|prior to (?:that|this)"
    r"|davor|zuvor|vorher|früher|bis dahin|ehemals|vordem)\b",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:after (?:that|this)|afterwards?|later|then|subsequently|next|since then"
    r"|danach|dann|später|nachher|hinterher|anschließend|daraufhin|seither|seitdem)\b",
    re.IGNORECASE,
)
"""What says of a sentence that it tells what came before, or after, those around it; in every language of the bot."""

ALL_SOURCES = frozenset({"sources", "quellen"})
"""Words that, after no answer, ask for everybody who speaks in the article."""


async def gist(context: Context, call: CommandCall) -> CommandResult:
    """Return how the article begins and who speaks in it, since it is never summed up."""
    article = await article_of(context, call)
    hits = tuple(Hit(number, 1.0) for number in range(min(BEGINNING, len(article.sentences))))
    query = parse(article.title or call.phrases.untitled, article.language, context.library.languages)
    sentences = (cited(article, hit, number, call.phrases) for number, hit in enumerate(hits, 1))
    parts: list[Part] = [Heading(article.title or call.phrases.untitled), Said(call.phrases.gist), *sentences]
    if article.attributions:
        found = speakers.every(article, call.phrases)
        parts += speakers.listing(article, found, call.phrases)
    reply = Reply(tuple(parts), call.phrases.code, actions(context, call.phrases))
    return CommandResult(reply, replace(call.turn, answer=Answer(query, hits, listed=True)))


async def around(context: Context, call: CommandCall, *, earlier: bool) -> CommandResult:
    """Return the sentence near the last answer that says what came before or after it, else the answer in its place."""
    hits = shown(call.turn.answer) if call.turn.answer else ()
    if headline := headline_alone(call.turn.answer):
        return in_place(await article_of(context, call), headline, call)
    if not hits or call.turn.answer is None:
        return call.say(first(call))
    article = await article_of(context, call)
    found = next((n for n in _near(article, hits[0].sentence, earlier=earlier)), None)
    if found is None:
        part = cited(article, hits[0], 1, call.phrases, around=NEARBY)
        return call.reply(Said(call.phrases.context.format(number=1)), part)
    hit = Hit(found, 1.0)
    reply = Reply((cited(article, hit, 1, call.phrases),), call.phrases.code, actions(context, call.phrases))
    return CommandResult(reply, replace(call.turn, answer=replace(call.turn.answer, hits=(hit,), refusal=None)))


def _near(article: Article, sentence: int, *, earlier: bool) -> list[int]:
    """Return the sentences near one that say themselves to come before or after it, the nearest first."""
    sign = EARLIER if earlier else LATER
    places = sorted(range(sentence - NEARBY, sentence + NEARBY + 1), key=lambda n: (abs(n - sentence), n < sentence))
    there = [n for n in places if 0 <= n < len(article.sentences) and n != sentence]
    return [n for n in there if sign.search(article.sentences[n].span.cut(article.text))]


async def who_says(context: Context, call: CommandCall) -> CommandResult:
    """Return the last answer again, for who says so; where there is none, "sources" are all that speak."""
    answer = call.turn.answer
    if (answer is None or not (shown(answer) or answer.headline)) and bare_words(call.incoming.text) in ALL_SOURCES:
        return await speakers.command(context, call)
    return await _again(context, call, call.phrases.who_says)


async def sure(context: Context, call: CommandCall) -> CommandResult:
    """Return the last answer again: what it says is the article's, and whether it is true is not for the bot to say."""
    return await _again(context, call, call.phrases.sure)


async def _again(context: Context, call: CommandCall, said: str) -> CommandResult:
    hits = shown(call.turn.answer) if call.turn.answer else ()
    headline = headline_alone(call.turn.answer)
    if not hits and headline is None:
        return call.say(first(call))
    article = await article_of(context, call)
    if headline is not None:
        return call.reply(Said(said), citations.headline(article, headline, call.phrases))
    parts = (cited(article, hit, number, call.phrases) for number, hit in enumerate(hits, 1))
    return call.reply(Said(said), *parts)


async def _thanks(_context: Context, call: CommandCall) -> CommandResult:
    return call.say(call.phrases.welcome)


async def _noted(_context: Context, call: CommandCall) -> CommandResult:
    return call.say(call.phrases.go_on)


async def _about(_context: Context, call: CommandCall) -> CommandResult:
    return call.say(call.phrases.about_me)


async def _english(context: Context, call: CommandCall) -> CommandResult:
    return await privacy.language(context, replace(call, rest="en"))


async def _german(context: Context, call: CommandCall) -> CommandResult:
    return await privacy.language(context, replace(call, rest="de"))


REPLIES: dict[Intent, Command] = {
    Intent.SPEAKER: who_says,
    Intent.SOURCES: speakers.command,
    Intent.GIST: gist,
    Intent.SURE: sure,
    Intent.START: welcome.start,
    Intent.HELP: welcome.help_,
    Intent.ABOUT: _about,
    Intent.THANKS: _thanks,
    Intent.NOTED: _noted,
    Intent.ENGLISH: _english,
    Intent.GERMAN: _german,
    Intent.LEAVE: welcome.leave,
}
"""What is done about each wish but for more of the same, which is asked anew."""
