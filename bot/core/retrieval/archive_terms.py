"""The terms by which a passage is found among those of many articles.

Rule of this module: an engine compares terms and knows no language; `archive_question` makes those of a question. What
is changed here makes every index of an archive anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.language import Language
    from bot.core.lexical.analysis import Analyser
    from bot.model import Article, Passage


def term(form: str, code: str) -> str:
    """Return a form of language `code` as a term of the archive: what is spelt alike in two languages is two terms."""
    return f"{code}:{form}"


def passage_terms(article: Article, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return the terms of each of an article's passages: of its sentences, of its headings and of the title.

    A compound comes with its parts, so that one of them finds it. Headings lend their words, each heading once.
    """
    analyser, code = language.analyser(), language.code
    lent: dict[str, tuple[str, ...]] = {}

    def of_heading(text: str) -> tuple[str, ...]:
        if text not in lent:
            lent[text] = tuple(_terms(text, analyser, code))
        return lent[text]

    rows = [tuple(_terms(sentence.span.cut(article.text), analyser, code)) for sentence in article.sentences]
    return tuple(
        (
            *(one for row in rows[passage.first : passage.last] for one in row),
            *(one for text in _headings(article, passage) for one in of_heading(text)),
        )
        for passage in article.passages
    )


def _headings(article: Article, passage: Passage) -> Iterable[str]:
    """Return the title and the headings of a passage, each once."""
    texts = (article.title or "", *(span.cut(article.text) for span in passage.headings))
    return dict.fromkeys(" ".join(text.split()) for text in texts)


def _terms(text: str, analyser: Analyser, code: str) -> Iterator[str]:
    for word in analyser.read(text):
        yield term(word.form, code)
        yield from (term(part, code) for part in word.parts if part != word.form)
