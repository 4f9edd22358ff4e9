"""Which answers of several articles say the same about one event, and how many sources stand behind them.

Rule of this module: what two papers print in the same words, or have from the same speaker or agency, is one source;
five articles are not five witnesses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.lexical.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.core.language import Language
    from bot.model import Article, Span

ALIKE = 0.6
"""Share of words (Jaccard) from which two sentences say the same: reprints differ by a word or two."""
ABOUT = 0.3
"""Share of the smaller opening's words from which two articles, printed near in time, are about one event."""
OPENING = 4
"""Sentences at an article's beginning that tell what it is about."""
DAYS = 4
"""Days that articles on one event are printed apart at most."""
_AGENCY = re.compile(r"\((?P<name>[^()\n]{2,30})\)")


def is_reprint(one: str, other: str, language: Language) -> bool:
    """Tell whether two sentences in a language say the same in nearly the same words, with the same numbers and names.

    Twelve hurt are not eight, and what is said of one tower is not said of another.
    """
    first, second = ({t.word for t in tokens(text)} for text in (one, other))
    if not (first and second) or len(first & second) / len(first | second) < ALIKE:
        return False
    return _held(one, language) == _held(other, language)


def _held(text: str, language: Language) -> frozenset[str]:
    """Return the numbers of a sentence, as figures, and the words that have a capital within it."""
    words = language.analyser().read(text)
    return frozenset(w.form for w in words if w.form[0].isdigit() or (w.start and text[w.start].isupper()))


def is_same_event(one: Article, other: Article, languages: Mapping[str, Language]) -> bool:
    """Tell whether two articles in one language are about one event, by how they begin and when they were printed."""
    if one.language != other.language or _apart(one.published, other.published):
        return False
    first, second = (opening(a, languages[a.language]) for a in (one, other))
    return bool(first and second) and len(first & second) / min(len(first), len(second)) >= ABOUT


def opening(article: Article, language: Language) -> frozenset[str]:
    """Return the forms of the words in an article's title and first sentences."""
    texts = [article.title or "", *(s.span.cut(article.text) for s in article.sentences[:OPENING])]
    return frozenset(w.form for text in texts for w in language.analyser().read(text))


def _apart(one: str | None, other: str | None) -> bool:
    """Tell whether two days (ISO 8601) are too far apart for one event; what is not known tells nothing."""
    days = [_day(text) for text in (one, other)]
    return None not in days and abs(days[0] - days[1]) > DAYS  # type: ignore[operator] # neither is None


def _day(text: str | None) -> int | None:
    """Return a day's number, counted from March of year 0; None for what is no date."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text or "")
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    year, month = (year - 1, month + 9) if month < 3 else (year, month - 3)  # noqa: PLR2004 - March is the first
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day


def source_of(article: Article, span: Span) -> str:
    """Return who stands behind a sentence: who is named as saying it, else the agency, else ""."""
    for said in article.attributions_in(span):
        first = said.via[-1] if said.via else said.speaker
        if first is not None:
            return " ".join((first.name or first.span.cut(article.text)).split())
    return agency_of(article)


def agency_of(article: Article) -> str:
    """Return the agency that an article names above or below its text, "" where it names none."""
    for place in (article.dateline, article.byline):
        found = _AGENCY.search(place.cut(article.text)) if place else None
        if found:
            return found["name"].strip()
    return ""


def sources(
    answers: Sequence[tuple[Article, Span]],
    languages: Mapping[str, Language],
    is_same_original: Callable[[Article, Article], bool],
) -> tuple[int, str]:
    """Return how many different sources some sentences go back to, and what the only one is called ("" for several).

    Sentences in nearly the same words have one source, named or not; so have those of articles that were made from one
    text, unless two different sources are named.
    """
    kept: list[tuple[str, Article, str]] = []
    for article, span in answers:
        name, text = source_of(article, span), span.cut(article.text)
        language = languages[article.language]
        same = (
            k
            for k, (other, its, words) in enumerate(kept)
            if _is_one(name, other)
            or is_reprint(text, words, language)
            or (not (name and other) and is_same_original(article, its))
        )
        at = next(same, None)
        if at is None:
            kept.append((name, article, text))
        elif not kept[at][0]:
            kept[at] = (name, *kept[at][1:])
    return len(kept), kept[0][0] if len(kept) == 1 else ""


def _is_one(name: str, other: str) -> bool:
    """Tell whether two names are one source: of two, one may be the last name of the other."""
    one, two = name.casefold(), other.casefold()
    return bool(one and two) and (one == two or one.endswith(f" {two}") or two.endswith(f" {one}"))
