"""Everything that one speaker is quoted with: the answer to "what does X say?".

Rule of this room: a speaker is who the article's attributions name, so nobody gets words that only stand nearby.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.analysis import tokens
from bot.core.similar import grams
from bot.model import Confidence, Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.model import Article, Mention

ALIKE = 0.6
"""Least Dice coefficient of the letter runs of two spellings of one name."""


def asked(question: str, patterns: Sequence[re.Pattern[str]]) -> tuple[str, str] | None:
    """Return whose sayings a question wants, and on what ("" for anything); None for another question."""
    for pattern in patterns:
        if found := pattern.fullmatch(" ".join(question.split()).rstrip(" ?!.")):
            return found["who"], found.groupdict().get("topic") or ""
    return None


def said_by(article: Article, who: str, asking: Language, languages: Mapping[str, Language]) -> tuple[Hit, ...]:
    """Return the sentences that a speaker, as a question in `asking` names it, is quoted with, in text order."""
    wanted = tuple(_wanted(who, asking, article.language))
    if not wanted:
        return ()
    whole = tuple(_whole(who, asking, article.language))
    analyser = languages[article.language].analyser()
    found: set[int] = set()
    for a in article.attributions:
        if a.speaker is None or a.confidence is Confidence.LOW:
            continue
        words = {t.word for t in tokens(_called(article, a.speaker))}
        forms = {analyser.forms(w)[0] for w in words}
        if any(name <= forms for name in whole) or all(_is_named(w, words, forms) for w in wanted):
            found |= set(article.touched(a.content))
    return tuple(Hit(n, 1.0, coverage=1.0) for n in sorted(found))


def _wanted(who: str, asking: Language, told: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the words that name the speaker, each with the forms that may stand in the article."""
    for word in asking.analyser().read(who):
        across = {r.form for r in asking.lexicon().renderings(word.form, asking.code)} if asking.code != told else set()
        yield word.word, frozenset({word.form, *across})


def _whole(who: str, asking: Language, told: str) -> Iterator[frozenset[str]]:
    """Yield the forms of what the whole name is in the article's language: "South Korea" is one word in German."""
    if asking.code != told:
        name = " ".join(word.form for word in asking.analyser().read(who))
        for rendering in asking.lexicon().renderings(name, asking.code):
            yield frozenset(rendering.form.split())


def _called(article: Article, speaker: Mention) -> str:
    return f"{speaker.name or ''} {speaker.role or ''} {speaker.span.cut(article.text)}"


def _is_named(wanted: tuple[str, frozenset[str]], words: set[str], forms: set[str]) -> bool:
    word, known = wanted
    return bool(known & forms) or any(_alike(word, other) for other in words)


def _alike(one: str, other: str) -> bool:
    a, b = grams(one), grams(other)
    return 2 * len(a & b) / (len(a) + len(b)) >= ALIKE
