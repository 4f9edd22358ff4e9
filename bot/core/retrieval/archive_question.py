"""A question as weighted terms for an archive of articles in several languages: what finds the passages worth asking.

Rule of this module: it finds, and does not judge; what a passage is worth is told by whoever asks it as an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.retrieval.archive_terms import term
from bot.core.retrieval.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.core.language import Language
    from bot.model import Query, Term

LIKELIEST = 8
"""Translations of a word that are looked for: with five, a question in a hundred finds its paragraph later."""
IDENTICAL = 0.3
"""Weight of the word itself in the other language beside its translations: names and loan words."""
MOST_TERMS = 100
"""Terms that an index is asked for, the weightiest; a question has 7 in its own language and 28 in another one."""


def question_terms(question: str, languages: Mapping[str, Language]) -> dict[str, float]:
    """Return what to look for in articles of each language, as terms of the archive, with their weights."""
    found: dict[str, float] = {}
    for code in languages:
        for form, weight in _weighted(parse(question, code, languages)):
            key = term(form, code)
            found[key] = found.get(key, 0.0) + weight
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS])


def _weighted(query: Query) -> Iterator[tuple[str, float]]:
    """Yield the forms of a query's terms in its article's language, each with its weight."""
    for asked in query.terms:
        if query.language == query.article_language:
            yield asked.form, asked.weight
        else:
            yield from _translated(asked, query.article_language)


def _translated(asked: Term, code: str) -> Iterator[tuple[str, float]]:
    """Yield a term's translations by their shares, and the word itself by what is left where it may be a slip."""
    there = {t.form: t.probability for t in asked.translations if t.language == code}
    known = min(1.0, sum(there.values()))
    own = max(there.pop(asked.form, 0.0), 1.0 - known * (1.0 - IDENTICAL))
    yield asked.form, asked.weight * own
    for form, share in sorted(there.items(), key=lambda item: -item[1])[:LIKELIEST]:
        yield form, asked.weight * share
