"""Words of a text as search terms: tokens, numbers, and the forms that different spellings of a word share.

Rule of this room: a form is made the same way on the question's side and on the article's, and what makes it (stop
words, stemmer, irregular forms) is a table of the language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bot.model import Query, Rendering, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.core.language import Language

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:[\u00a0\u202f\u2009]\d{3}(?!\d))*"
    r"|[^\W\d_](?:[^\W\d_]|[\u00ad\u200b-\u200d\u2060\u0300-\u036f])*"
)
"""A number with its separators (10.000, 3,5, 10 000 with a fixed space), or letters with what is invisible in them."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f\u2009]\d{3})+$")
_LONGEST = 64
"""Characters of a word that are looked at: longer ones are no words, and stemming them costs."""


class Token(NamedTuple):
    """A word or number: where it stands (code points), and its normalised spelling."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Morphology:
    """What the analysis knows of a language: closed classes, the stemmer, and forms that no stemmer finds.

    All words stand in their normalised spelling (`normalise`). `function_words` are what the language is known by.
    """

    stop_words: frozenset[str]
    question_words: frozenset[str]
    function_words: frozenset[str]
    stem: Callable[[str], str]
    irregular: Mapping[str, str] = field(default_factory=dict)
    numerals: Mapping[str, int] = field(default_factory=dict)


def normalise(word: str) -> str:
    """Return a word's one spelling: composed, lower case, nothing invisible in it."""
    if word.isascii():
        return word.lower()[:_LONGEST]
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", word)).lower()[:_LONGEST]


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and numbers of a text in order; hyphenated words come as their parts.

    Numbers lose the separators of their groups: 10.000, 10,000 and 10000 are one; 3,5 and 3.5 as well.
    """
    return tuple(Token(m.start(), m.end(), _spell(m.group())) for m in _TOKEN.finditer(text))


def _spell(raw: str) -> str:
    if not raw[0].isdigit():
        return normalise(raw)
    if _GROUPED.match(raw):
        return re.sub(r"\D", "", raw)[:_LONGEST]
    return raw.replace(",", ".")[:_LONGEST]


def understand(question: str, article_language: str, languages: Mapping[str, Language]) -> Query:
    """Return a question's terms, for an article in `article_language` (a key of `languages`, which is not empty).

    The question's language is the one its function words show, else the article's.
    """
    asked = _language(question, article_language, languages)
    morphology = languages[asked].morphology
    words = dict.fromkeys(t.word for t in tokens(question) if t.word not in morphology.stop_words)
    forms = {morphology.stem(w): w for w in words}
    terms = tuple(Term(w, f, 1.0, (Rendering(w, f, 1.0),)) for f, w in forms.items())
    return Query(question, asked, terms, article_language)


def _language(question: str, article_language: str, languages: Mapping[str, Language]) -> str:
    words = {t.word for t in tokens(question)}
    counts = {code: len(words & language.morphology.function_words) for code, language in languages.items()}
    return max(counts, key=lambda code: (counts[code], code == article_language))
