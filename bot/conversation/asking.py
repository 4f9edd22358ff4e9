"""Questions, and what goes on from them: more of the same, who says so, another party.

Rule of this module: a follow-up becomes a question that could have been asked, and is asked.
"""

from dataclasses import replace

from bot.chat import Action, Cited, Heading, Reply, Said
from bot.conversation import welcome
from bot.conversation.citations import cited, reply_to, shown
from bot.conversation.context import CommandCall, CommandResult, Context, echo, said
from bot.conversation.error_messages import phrases_of, words_for
from bot.conversation.followups import Intent, language_of, resolve
from bot.conversation.phrases import Phrases
from bot.conversation.shelves import article_of
from bot.core.retrieval.query import parse
from bot.errors import QuestionError
from bot.languages import detection
from bot.model import Answer, Hit, Refusal

MORE = 5
"""Sentences that "more" brings at once."""
MOST = 20
"""Sentences of an answer that are shown at once; "more" brings the rest."""
BEGINNING = 3
"""Sentences that show what an article is about; news puts that first."""
INLINE = 5
"""Sentences that an inline query brings."""


async def ask(context: Context, call: CommandCall) -> CommandResult:
    """Return what the article says to a question, or to a message that goes on from the last one."""
    answer = call.turn.answer
    last = ("", call.phrases.code) if answer is None else (answer.query.question, answer.query.language)
    wanted = resolve(call.rest, *last, context.names())
    if isinstance(wanted, Intent):
        return await WISHES[wanted](context, replace(call, phrases=_worded(call), rest=""))
    return await _asked(context, call, call.rest if answer is None else wanted)


def _worded(call: CommandCall) -> Phrases:
    """Return the words to answer in: of the language that a message is in, unless another one was chosen."""
    if not call.free:
        return call.phrases
    return phrases_of(language_of(call.rest) or detection.detect(call.rest), call.phrases.code)


async def command(context: Context, call: CommandCall) -> CommandResult:
    """Return the same for a question behind the command /ask."""
    return await ask(context, call) if call.rest else call.say(call.phrases.ask_usage)


async def example(context: Context, call: CommandCall) -> CommandResult:
    """Return the answer to one of the questions that were offered, with the question above it."""
    article = await article_of(context, call)
    offered = await context.examples.of(context.library, article, call.phrases)
    number = int(call.rest) if call.rest.isdecimal() and len(call.rest) == 1 else 0
    if not 1 <= number <= len(offered):
        return call.say(call.phrases.no_such_example.format(number=echo(call.rest)))
    question = offered[number - 1]
    outcome = await _asked(context, replace(call, rest=question), question)
    return replace(outcome, reply=replace(outcome.reply, parts=(Heading(question), *outcome.reply.parts)))


async def inline(context: Context, call: CommandCall) -> CommandResult:
    """Return some sentences that answer, or in one line that none does; nothing is remembered."""
    outcome = await _asked(context, call, call.rest)
    if outcome.turn is None or outcome.turn.answer is None or outcome.turn.answer.refusal is not None:
        line = next((part for part in outcome.reply.parts if isinstance(part, Said)), Said(call.phrases.ask_usage))
        return CommandResult(Reply((line,), outcome.reply.language), kept=False)
    sentences = tuple(part for part in outcome.reply.parts if isinstance(part, Cited))[:INLINE]
    return CommandResult(Reply(sentences, outcome.reply.language), kept=False)


async def more(context: Context, call: CommandCall) -> CommandResult:
    """Return the next sentences that have to do with the last question."""
    answer = call.turn.answer
    if answer is None:
        return call.say(first(call))
    article = await article_of(context, call)
    there = shown(answer)
    wider = await context.library.ask(article, answer.query.question, len(there) + MORE)
    known = {hit.sentence for hit in there}
    fresh = tuple(hit for hit in wider.hits if hit.sentence not in known)[:MORE]
    if not fresh:
        return call.say(call.phrases.no_more)
    numbered = replace(answer, hits=there + fresh, refusal=None)
    parts = (cited(article, hit, number, call.phrases) for number, hit in enumerate(fresh, len(there) + 1))
    reply = Reply((Said(call.phrases.more), *parts), call.phrases.code, actions(context, call.phrases, len(there) + 1))
    return CommandResult(reply, replace(call.turn, answer=numbered))


def first(call: CommandCall) -> str:
    """Return what to do where there is no answer that a command could be about."""
    if call.lost:
        return call.phrases.too_long_ago
    return call.phrases.ask_first if call.turn.answer is None else call.phrases.none_found


def actions(context: Context, phrases: Phrases, number: int = 1) -> tuple[Action, ...]:
    """Return what can be tapped under an answer whose first sentence has a number."""
    found = [
        Action(phrases.label_context, f"/context {number}"),
        Action(phrases.label_others, f"/else {number}"),
        Action(phrases.label_more, "/more"),
    ]
    if context.traits.console:
        return (*found, Action(phrases.label_why, f"/why {number}"))
    found.append(Action(phrases.label_unhelpful, "/unhelpful"))
    return (*found, Action(phrases.label_share, "/share")) if context.traits.shares else tuple(found)


async def _asked(context: Context, call: CommandCall, question: str) -> CommandResult:
    article = await article_of(context, call)
    phrases = _worded(call)
    try:
        answer = await context.library.ask(article, question)
    except QuestionError as error:
        return said(phrases, words_for(error, phrases))
    found, answer = len(answer.hits), _with_hits(answer, answer.hits[:MOST])

    def worded() -> tuple[Answer, Reply]:
        groups = context.library.groups(article, answer)
        ordered = _with_hits(answer, tuple(hit for group in groups for hit in group.hits))
        return ordered, reply_to(article, ordered, groups, phrases, found)

    answer, reply = await context.library.off_loop(article, worded)
    if answer.refusal is Refusal.NO_WORDS:  # what comes next goes on from the question before it
        return CommandResult(reply, replace(call.turn, language=phrases.code))
    if shown(answer):
        reply = replace(reply, actions=actions(context, phrases))
    return CommandResult(reply, replace(call.turn, language=phrases.code, answer=answer))


def _with_hits(answer: Answer, hits: tuple[Hit, ...]) -> Answer:
    return answer if hits == answer.hits else replace(answer, hits=hits)


async def _gist(context: Context, call: CommandCall) -> CommandResult:
    """Return how the article begins: it is never summed up. What goes on from there goes on from its title."""
    article = await article_of(context, call)
    hits = tuple(Hit(number, 1.0) for number in range(min(BEGINNING, len(article.sentences))))
    query = parse(article.title or call.phrases.untitled, article.language, context.library.languages)
    sentences = (cited(article, hit, number, call.phrases) for number, hit in enumerate(hits, 1))
    title = Heading(article.title or call.phrases.untitled)
    reply = Reply((title, Said(call.phrases.gist), *sentences), call.phrases.code, actions(context, call.phrases))
    return CommandResult(reply, replace(call.turn, answer=Answer(query, hits)))


async def _thanks(_context: Context, call: CommandCall) -> CommandResult:
    return call.say(call.phrases.welcome)


async def _speakers(context: Context, call: CommandCall) -> CommandResult:
    """Return the last answer again, for who says so."""
    hits = shown(call.turn.answer) if call.turn.answer else ()
    if not hits:
        return call.say(first(call))
    article = await article_of(context, call)
    parts = (cited(article, hit, number, call.phrases) for number, hit in enumerate(hits, 1))
    return call.reply(Said(call.phrases.who_says), *parts)


WISHES = {
    Intent.MORE: more,
    Intent.SPEAKER: _speakers,
    Intent.GIST: _gist,
    Intent.START: welcome.start,
    Intent.HELP: welcome.help_,
    Intent.THANKS: _thanks,
    Intent.LEAVE: welcome.leave,
}
"""What is done about a message that is no question; every wish has its place."""
