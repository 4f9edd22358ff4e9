"""A second look at an answer: what stands around it, who else speaks about it, why it was found, why it did not help.

Rule of this module: an answer is named by the number it was shown with, the first one where none is given.
"""

from dataclasses import replace

from bot.chat import Action, Reply, Said
from bot.conversation import citations
from bot.conversation.answer_actions import actions, first
from bot.conversation.asking import MORE
from bot.conversation.citations import cited, headline_alone, shown
from bot.conversation.context import CommandCall, CommandResult, Context, echo
from bot.conversation.headline_replies import AROUND, in_place, named_headline
from bot.conversation.reasons import reasons, word_rows
from bot.conversation.shelves import article_of
from bot.model import Article, Hit
from bot.ports.chats import Turn

MOST_NUMBERS = 5
"""Other answers that can be tapped under the context of one."""


async def context(context: Context, call: CommandCall) -> CommandResult:
    """Return an answer with the sentences around it, and the other answers to tap."""
    article = await article_of(context, call)
    if headline := named_headline(call):
        return in_place(article, headline, call)
    number, hit = numbered(call.turn, call.rest)
    if hit is None or call.turn.answer is None:
        return call.say(which(call))
    heading = Said(call.phrases.context.format(number=number))
    part = cited(article, hit, number, call.phrases, around=AROUND)
    others = [n for n in range(1, len(shown(call.turn.answer)) + 1) if n != number][:MOST_NUMBERS]
    label = call.phrases.label_number
    tap = tuple(Action(label.format(number=n), f"/context {n}") for n in others)
    return CommandResult(Reply((heading, part), call.phrases.code, () if context.traits.console else tap))


async def others(context: Context, call: CommandCall) -> CommandResult:
    """Return the sentences in which somebody else speaks about the same thing."""
    if named_headline(call):
        return call.say(call.phrases.headline_unsaid)
    article = await article_of(context, call)
    _, hit = numbered(call.turn, call.rest)
    if hit is None or call.turn.answer is None:
        return call.say(which(call))
    found = await context.library.others(article, hit.sentence)
    if not found:
        return call.say(call.phrases.nobody_else)
    return _further(context, call, article, found, call.phrases.others)


async def unhelpful(context: Context, call: CommandCall) -> CommandResult:
    """Return what can be done, in one line, and the sentences that come next; what was asked is not written down."""
    answer = call.turn.answer
    if answer is None:
        return call.say(first(call))
    context.log("unhelpful", {"refused": int(answer.refusal is not None), "sentences": len(answer.hits)})
    article = await article_of(context, call)
    there = {hit.sentence for hit in shown(answer)}
    wider = await context.library.ask(article, answer.query.question, len(there) + MORE)
    fresh = tuple(hit for hit in wider.hits or wider.nearest if hit.sentence not in there)[:2]
    said = Said(call.phrases.unhelpful if shown(answer) or answer.headline else call.phrases.unhelpful_refused)
    if not fresh:
        return call.reply(said)
    outcome = _further(context, call, article, fresh, call.phrases.unhelpful_nearest)
    tap = tuple(action for action in outcome.reply.actions if not action.text.startswith(("/unhelpful", "/share")))
    reply = replace(outcome.reply, parts=(said, *outcome.reply.parts), actions=tap)
    return CommandResult(reply, replace(outcome.turn or call.turn, reply=outcome.reply))


async def why(context: Context, call: CommandCall) -> CommandResult:
    """Return why an answer was found: the words that it holds of the question, and what else counted."""
    article = await article_of(context, call)
    if call.turn.answer and (headline := named_headline(call)):
        words = word_rows(article, call.turn.answer.query, headline.matches, call.phrases)
        part = citations.headline(article, headline, call.phrases)
        return call.reply(Said(call.phrases.why_headline), part, *words, Said(call.phrases.headline_only))
    number, hit = numbered(call.turn, call.rest)
    if hit is None or call.turn.answer is None:
        return call.say(which(call))
    if call.turn.answer.listed:
        return call.reply(cited(article, hit, number, call.phrases), Said(call.phrases.why_listed))
    counted = reasons(article, call.turn.answer.query, hit, call.phrases, console=context.traits.console)
    heading = Said(call.phrases.why.format(number=number))
    return call.reply(heading, cited(article, hit, number, call.phrases), *counted)


def numbered(turn: Turn, rest: str) -> tuple[int, Hit | None]:
    """Return the answer that a number names, and the number."""
    hits = shown(turn.answer) if turn.answer else ()
    number = int(rest[:6]) if rest.isdecimal() else 1 if not rest else 0
    return number, hits[number - 1] if 1 <= number <= len(hits) else None


def which(call: CommandCall) -> str:
    """Return what to do about a number that names no answer."""
    hits = shown(call.turn.answer) if call.turn.answer else ()
    count = 1 if headline_alone(call.turn.answer) else len(hits)
    if not count:
        return first(call)
    return call.phrases.no_such_number.format(number=echo(call.rest), count=count)


def _further(
    context: Context, call: CommandCall, article: Article, hits: tuple[Hit, ...], heading: str
) -> CommandResult:
    """Return sentences beside those of the last answer, with numbers that go on from there."""
    answer = call.turn.answer
    assert answer is not None  # noqa: S101 - the callers have looked
    there = shown(answer)
    places = {hit.sentence: number for number, hit in enumerate(there, 1)}
    fresh = tuple(hit for hit in hits if hit.sentence not in places)
    places |= {hit.sentence: number for number, hit in enumerate(fresh, len(there) + 1)}
    parts = (cited(article, hit, places[hit.sentence], call.phrases) for hit in hits)
    tap = actions(context, call.phrases, places[hits[0].sentence])
    turn = replace(call.turn, answer=replace(answer, hits=there + fresh, refusal=None))
    return CommandResult(Reply((Said(heading), *parts), call.phrases.code, tap), turn)
