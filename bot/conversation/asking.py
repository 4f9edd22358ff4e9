"""Questions, and what goes on from them: more of the same, who says so, another party.

Rule of this module: a follow-up becomes a question that could have been asked, and is asked.
"""

from dataclasses import replace

from bot import languages
from bot.chat import Reply, Said
from bot.conversation.cite import cited, reply_to, shown
from bot.conversation.desk import Call, Desk, Outcome, said
from bot.conversation.followups import Wish, resolve
from bot.conversation.words import phrases_of, words_for
from bot.errors import QuestionError
from bot.model import Answer

MORE = 5
"""Sentences that "more" brings at once."""


async def ask(desk: Desk, call: Call) -> Outcome:
    """Return what the article says to a question, or to a message that goes on from the last one."""
    question = call.incoming.text
    if call.turn.answer is not None:
        last = call.turn.answer.query
        match resolve(question, last.question, last.language, desk.same_kind):
            case Wish.MORE:
                return await _more(desk, call, call.turn.answer)
            case Wish.SPEAKER:
                return await _speakers(desk, call, call.turn.answer)
            case str(question):
                pass
    return await _asked(desk, call, question)


async def _asked(desk: Desk, call: Call, question: str) -> Outcome:
    article = await desk.library.article(call.turn.article)
    phrases = phrases_of(languages.detect(call.incoming.text), call.phrases.code)
    try:
        answer = await desk.library.ask(article, question)
    except QuestionError as error:
        return said(phrases, words_for(error, phrases))
    groups = desk.library.groups(article, answer)
    answer = replace(answer, hits=tuple(hit for group in groups for hit in group.hits))
    turn = replace(call.turn, language=phrases.code, answer=answer)
    return Outcome(reply_to(article, answer, groups, phrases), turn)


async def _more(desk: Desk, call: Call, answer: Answer) -> Outcome:
    """Return the next sentences that have to do with the last question."""
    article = await desk.library.article(call.turn.article)
    there = shown(answer)
    wider = await desk.library.ask(article, answer.query.question, len(there) + MORE)
    known = {hit.sentence for hit in there}
    fresh = tuple(hit for hit in wider.hits if hit.sentence not in known)[:MORE]
    if not fresh:
        return said(call.phrases, call.phrases.no_more)
    numbered = replace(answer, hits=there + fresh, refusal=None)
    parts = (cited(article, hit, number, call.phrases) for number, hit in enumerate(fresh, len(there) + 1))
    reply = Reply((Said(call.phrases.more), *parts), call.phrases.code)
    return Outcome(reply, replace(call.turn, answer=numbered))


async def _speakers(desk: Desk, call: Call, answer: Answer) -> Outcome:
    """Return the last answer again, for who says so."""
    hits = shown(answer)
    if not hits:
        return said(call.phrases, call.phrases.ask_first)
    article = await desk.library.article(call.turn.article)
    parts = (cited(article, hit, number, call.phrases) for number, hit in enumerate(hits, 1))
    return Outcome(Reply((Said(call.phrases.who_says), *parts), call.phrases.code))
