"""A second look at an answer: what stands around it, and why it was found.

Rule of this module: an answer is named by the number it was shown with, the first one where none is given.
"""

from bot.chat import Part, Reply, Rows, Said
from bot.conversation.cite import cited, shown
from bot.conversation.desk import Call, Desk, Outcome, said
from bot.conversation.phrases import Phrases
from bot.model import Answer, Article, Hit, Term
from bot.ports import Turn

MOST_RENDERINGS = 6
"""Renderings of a word that `/why` shows; the rest weigh next to nothing."""


async def context(desk: Desk, call: Call) -> Outcome:
    """Return an answer with the sentences around it."""
    article = await desk.library.article(call.turn.article)
    number, hit = numbered(call.turn, call.rest)
    if hit is None:
        return said(call.phrases, which(call))
    heading = Said(call.phrases.context.format(number=number))
    return Outcome(Reply((heading, cited(article, hit, number, call.phrases, around=2)), call.phrases.code))


async def why(desk: Desk, call: Call) -> Outcome:
    """Return why an answer was found: its score, and the words that matched."""
    article = await desk.library.article(call.turn.article)
    number, hit = numbered(call.turn, call.rest)
    if hit is None or call.turn.answer is None:
        return said(call.phrases, which(call))
    return Outcome(Reply(_reasons(article, call.turn.answer, hit, number, call.phrases), call.phrases.code))


def numbered(turn: Turn, rest: str) -> tuple[int, Hit | None]:
    """Return the answer that a number names, and the number."""
    hits = shown(turn.answer) if turn.answer else ()
    number = int(rest[:6]) if rest.isdecimal() else 1 if not rest else 0
    return number, hits[number - 1] if 1 <= number <= len(hits) else None


def which(call: Call) -> str:
    """Return what to do about a number that names no answer."""
    hits = shown(call.turn.answer) if call.turn.answer else ()
    if not hits:
        return call.phrases.ask_first
    return call.phrases.no_such_number.format(number=call.rest[:40], count=len(hits))


def _reasons(article: Article, answer: Answer, hit: Hit, number: int, phrases: Phrases) -> tuple[Part, ...]:
    rows = [(term.word, *_looked_for(article, term, hit, phrases)) for term in answer.query.terms]
    score = Said(phrases.why_score.format(score=f"{hit.score:.2f}"))
    return Said(phrases.why.format(number=number)), cited(article, hit, number, phrases), Rows(tuple(rows)), score


def _looked_for(article: Article, term: Term, hit: Hit, phrases: Phrases) -> tuple[str, str]:
    """Return what was looked for beside the word itself, and what of it stands in the sentence."""
    other = ", ".join(r.word for r in term.renderings[:MOST_RENDERINGS] if r.word != term.word)
    found = ", ".join(dict.fromkeys(m.span.cut(article.text) for m in hit.matches if m.word == term.word))
    return (
        phrases.why_searched.format(words=other) if other else "",
        phrases.why_found.format(words=found) if found else phrases.why_none,
    )
