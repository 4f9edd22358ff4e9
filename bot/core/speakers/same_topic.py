"""Who else speaks about the same thing: sentences of other speakers that share what a sentence claims.

Rule of this room: what is shared must stand in what is claimed, on both sides; who says it and how is no topic.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.model import Confidence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.language import Language
    from bot.model import Article, Attribution

SHARED = 2
"""Words that two claims must share to be about the same thing."""
RARE = 3
"""Sentences that hold a noun, at most, for it to be shared alone."""
MOST = 5
"""Sentences that are returned at most."""


def on_same_topic(article: Article, sentence: int, language: Language) -> tuple[int, ...]:
    """Return the sentences in which somebody else speaks about what a sentence claims, the likest first.

    Likeness is the number of shared words, rarer ones count more; ties in text order. Claims of a guess are left out.
    """
    topics = [_topic(article, n, language) for n in range(len(article.sentences))]
    spread = Counter(form for topic in topics for form in topic)
    nouns = language.lexicon().vocabulary(language.code).nouns
    own = _speakers(article, sentence)
    found: list[tuple[float, int]] = []
    for n, topic in enumerate(topics):
        who = _speakers(article, n)
        shared = topic.keys() & topics[sentence].keys()
        whole = [form for form in shared if topic[form] or topics[sentence][form]]
        telling = any(form in nouns and spread[form] <= RARE for form in whole)
        if n != sentence and who and own.isdisjoint(who) and (len(shared) >= SHARED or telling):
            found.append((-sum(1 / spread[form] for form in shared), n))
    return tuple(n for _, n in sorted(found)[:MOST])


def _sure(article: Article, sentence: int) -> tuple[Attribution, ...]:
    said = article.attributions_in(article.sentences[sentence].span)
    return tuple(a for a in said if a.confidence is not Confidence.LOW)


def _speakers(article: Article, sentence: int) -> frozenset[str]:
    """Return who speaks in a sentence; "" is somebody who is not named."""
    return frozenset(
        (a.speaker.name or a.speaker.span.cut(article.text)).casefold() if a.speaker else ""
        for a in _sure(article, sentence)
    )


def _topic(article: Article, sentence: int, language: Language) -> dict[str, bool]:
    """Return the forms of a sentence's words, and of their parts, each with whether it is a whole word.

    Those that only say who speaks, and how, are left out.
    """
    span = article.sentences[sentence].span
    frame = [s for a in article.attributions_in(span) for s in _frame(a)]
    names = language.lexicon().entities(language.code)
    topic: dict[str, bool] = {}
    for word in language.analyser().read(span.cut(article.text)):
        here = Span(span.start + word.start, span.start + word.end)
        if word.form in names or word.form.isdecimal() or any(s.overlaps(here) for s in frame):
            continue
        topic[word.form] = True
        for part in word.parts:
            topic.setdefault(part, False)
    return topic


def _frame(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.cue
    yield from (m.span for m in (attribution.speaker, *attribution.via) if m is not None)
    yield from (s for s in (attribution.medium, attribution.date) if s is not None)
