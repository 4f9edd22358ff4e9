"""Why a sentence was found, in words that a reader understands: what of the question it holds, and what else counted.

Rule of this module: it tells what was found and computes nothing; what did not count is not mentioned.
"""

from bot.chat import Part, Rows, Said
from bot.conversation.citations import as_typed
from bot.conversation.phrases import Phrases
from bot.core.retrieval.selection import DECIDED, LEVEL
from bot.model import Article, Hit, Match, Query

SURE, FAIRLY = 0.85, 0.65
"""Least chance of an answer that is sure, and of one that is fairly sure."""
CLOSE = 1.5
"""Standard deviations above the encoder's mean from which on a sentence is close to the question in meaning: answers
are mostly 2 to 4 above it, other sentences of their article about 1."""


def reasons(article: Article, query: Query, hit: Hit, phrases: Phrases, *, console: bool) -> tuple[Part, ...]:
    """Return what counted for a hit: words of the question, and the rest; its chance as a figure in the `console`."""
    if not hit.terms and not hit.score:
        return (Said(phrases.why_beside),)
    rows = _rows(article, query, hit, phrases)
    return *rows, *(Said(text) for text in _beside_words(query, hit, phrases, console=console))


def word_rows(article: Article, query: Query, matches: tuple[Match, ...], phrases: Phrases) -> tuple[Rows, ...]:
    """Return the words of a question with how something of the article that is no sentence holds them."""
    return _rows(article, query, Hit(0, 1.0, terms=tuple({m.word: m for m in matches}), matches=matches), phrases)


def _rows(article: Article, query: Query, hit: Hit, phrases: Phrases) -> tuple[Rows, ...]:
    """Return each word of the question with how the sentence holds it; what says next to nothing only where it does."""
    found: dict[str, str] = {}
    for term in query.terms:
        if term.word in found or term.phrase in hit.terms:
            continue
        how = _how(article, query, term.word, hit, phrases)
        if how or term.aspect is not None:
            found[term.word] = how or phrases.why_none
    rows = tuple((as_typed(word, query.question), how) for word, how in found.items())
    return (Rows(rows),) if rows else ()


def _how(article: Article, query: Query, word: str, hit: Hit, phrases: Phrases) -> str:
    """Return how a sentence holds a word of the question; "" where it does not."""
    if there := _texts(article, hit.matches, word):
        if [text.casefold() for text in there] == [word.casefold()]:
            return phrases.why_same
        across = query.language != article.language
        return (phrases.why_translated if across else phrases.why_form).format(words=_listed(there, phrases))
    if akin := _texts(article, hit.akin, word):
        return phrases.why_kin.format(words=_listed(akin, phrases))
    return phrases.why_meant if word in hit.terms else ""


def _texts(article: Article, matches: tuple[Match, ...], word: str) -> list[str]:
    return list(dict.fromkeys(m.span.cut(article.text) for m in matches if m.word == word))


def _listed(texts: list[str], phrases: Phrases) -> str:
    return ", ".join(phrases.mention.format(text=text) for text in texts)


def _beside_words(query: Query, hit: Hit, phrases: Phrases, *, console: bool) -> list[str]:
    """Return what counted beside the words: parties, the kind of answer, meaning, and how sure that makes."""
    found = []
    if abs(hit.role) > DECIDED:
        found.append(phrases.why_roles if hit.role > 0 else phrases.why_turned)
    if query.answer_type is not None:
        kind = phrases.why_kind if hit.has_answer_type else phrases.why_no_kind
        found.append(kind.format(kind=phrases.kinds[query.answer_type]))
    if hit.likeness is not None:
        found.append(phrases.why_close if hit.likeness >= CLOSE else phrases.why_far)
    sure = phrases.why_sure[0 if hit.score >= SURE else 1 if hit.score >= FAIRLY else 2 if hit.score >= LEVEL else 3]
    return [*found, f"{sure} ({hit.score:.2f})" if console else sure]
