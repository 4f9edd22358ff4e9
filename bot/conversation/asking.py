"""Questions, and what goes on from them: more of the same, who says so, another party.

Rule of this module: a follow-up becomes a question that could have been asked, and is asked.
"""

from dataclasses import replace

from bot.chat import Cited, Heading, Reply, Said
from bot.conversation import everywhere
from bot.conversation.answer_actions import actions, first, headline_actions
from bot.conversation.citations import readable, reply_to, shown
from bot.conversation.context import CommandCall, CommandResult, Context, echo, said
from bot.conversation.error_messages import phrases_of, words_for
from bot.conversation.followups import Around, Followup, Variants, WhoIsMeant, language_of, resolve
from bot.conversation.other_tongues import OTHER_TONGUES
from bot.conversation.phrases import Phrases
from bot.conversation.rephrasing import content_words
from bot.conversation.shelves import article_of
from bot.conversation.versions import version_line
from bot.conversation.wish_replies import REPLIES, around
from bot.conversation.wishes import Intent, bare_words
from bot.core.retrieval.query import shown_language
from bot.errors import QuestionError
from bot.languages import detection
from bot.model import Answer, Hit, Refusal

MORE = 5
"""Sentences that "more" brings at once."""
MOST = 20
"""Sentences of an answer that are shown at once; "more" brings the rest."""
INLINE = 5
"""Sentences that an inline query brings."""


async def ask(context: Context, call: CommandCall) -> CommandResult:
    """Return what the article says to a question, or to a message that goes on from the last one."""
    answer = call.turn.answer
    last = ("", call.phrases.code) if answer is None else (answer.query.question, answer.query.language)
    wanted = resolve(call.rest, *last, context.names())
    if call.everywhere and isinstance(wanted, str | Variants):
        return await everywhere.asked(context, call, wanted if isinstance(wanted, str) else wanted.questions[0])
    return await _followed(context, call, wanted)


async def _followed(context: Context, call: CommandCall, wanted: Followup) -> CommandResult:
    """Return the reply to what a message wants."""
    match wanted:
        case Intent.MORE:
            return await more(context, replace(call, phrases=_worded(context, call), rest=""))
        case Intent():
            return await REPLIES[wanted](context, replace(call, phrases=_worded(context, call), rest=""))
        case Variants(questions, thing):
            return await _about_thing(context, call, questions, thing)
        case Around(earlier):
            return await around(context, replace(call, phrases=_worded(context, call)), earlier=earlier)
        case WhoIsMeant():
            return call.say(_worded(context, call).who_is_meant)
        case question:
            return await _asked(context, call, question)


async def _about_thing(context: Context, call: CommandCall, questions: tuple[str, ...], thing: str) -> CommandResult:
    """Return the answer to the first of some questions that the article answers about a thing; a refusal for none."""
    article = await article_of(context, call)
    for question in questions:
        try:
            answer = await context.library.ask(article, question)
        except QuestionError:
            continue
        about = content_words(thing, context.names().wording(answer.query.language).is_light)
        if answer.hits and any(about & set(bare_words(term).split()) for term in answer.hits[0].terms):
            return await _asked(context, call, question)
    return await _asked(context, call, questions[0], unanswered=True)


def _worded(context: Context, call: CommandCall) -> Phrases:
    """Return the words to answer in: of the language that a message is in, unless another one was chosen."""
    if not call.free:
        return call.phrases
    shown = language_of(call.rest) or shown_language(call.rest, context.library.languages)
    return phrases_of(shown, call.phrases.code)


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
    if answer.listed:
        return call.say(call.phrases.no_more)
    article = await article_of(context, call)
    there = shown(answer)
    wider = await context.library.ask(article, answer.query.question, len(there) + MORE)
    known = {hit.sentence for hit in there}
    fresh = tuple(hit for hit in wider.hits if hit.sentence not in known)[:MORE]
    if not fresh:
        return call.say(call.phrases.no_more)
    numbered = replace(answer, hits=there + fresh, refusal=None)
    seen = {hit.sentence for hit in fresh}
    parts = (readable(article, hit, number, call.phrases, seen) for number, hit in enumerate(fresh, len(there) + 1))
    reply = Reply((Said(call.phrases.more), *parts), call.phrases.code, actions(context, call.phrases, len(there) + 1))
    return CommandResult(reply, replace(call.turn, answer=numbered))


async def _asked(context: Context, call: CommandCall, question: str, *, unanswered: bool = False) -> CommandResult:
    """Return the answer to a question; where it is known to be `unanswered`, what was found is only the nearest."""
    article = await article_of(context, call)
    phrases = _worded(context, call)
    if (code := detection.foreign(question)) is not None:
        return said(call.phrases, call.phrases.other_tongue, *OTHER_TONGUES.get(code, ()))
    try:
        answer = await context.library.ask(article, question)
    except QuestionError as error:
        return said(phrases, words_for(error, phrases))
    if unanswered and answer.hits:
        answer = replace(answer, hits=(), nearest=answer.hits[:1], refusal=Refusal.NOT_SAID)
    context.asked(answer.refusal or "")
    found, answer = len(answer.hits), _with_hits(answer, answer.hits[:MOST])

    def worded() -> tuple[Answer, Reply]:
        groups = context.library.groups(article, answer)
        ordered = _with_hits(answer, tuple(hit for group in groups for hit in group.hits))
        return ordered, reply_to(article, ordered, groups, phrases, found)

    answer, reply = await context.library.off_loop(article, worded)
    which = await version_line(context, call.incoming, article.id, phrases)
    reply = replace(reply, parts=(*reply.parts, *which))
    if answer.refusal is Refusal.NO_WORDS:  # what comes next goes on from the question before it
        return CommandResult(reply, replace(call.turn, language=phrases.code))
    if shown(answer):
        reply = replace(reply, actions=actions(context, phrases))
    elif answer.headline:
        reply = replace(reply, actions=headline_actions(context, phrases))
    return CommandResult(reply, replace(call.turn, language=phrases.code, answer=answer))


def _with_hits(answer: Answer, hits: tuple[Hit, ...]) -> Answer:
    return answer if hits == answer.hits else replace(answer, hits=hits)
