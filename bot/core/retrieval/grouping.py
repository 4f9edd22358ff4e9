"""Sentences of one answer that are about the same thing, put side by side.

Rule of this room: grouping changes the order in which an answer is read, never what is in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.model import Article, Hit

FEWEST = 4
"""Hits from which on an answer is grouped: three are read at a glance."""


@dataclass(frozen=True, slots=True)
class Group:
    """Hits about one thing, best first, and the word of the article for it; "" where a hit stands alone."""

    label: str
    hits: tuple[Hit, ...]


def group(article: Article, hits: Sequence[Hit], language: Language) -> tuple[Group, ...]:
    """Return an answer's hits in groups, the group with the best hit first; one group where grouping helps nobody.

    Hits are about the same thing where they share a noun that was not asked for, is in at most half of the hits, and
    does not only say who speaks. Hits that stand alone come together between the groups, without a label.
    """
    if len(hits) < FEWEST:
        return (Group("", tuple(hits)),)
    who = tuple(_who(article, hits))
    nouns = {hit.sentence: dict(_nouns(article, hit, language, who)) for hit in hits}
    spread = Counter(form for forms in nouns.values() for form in forms)
    telling = {form for form, n in spread.items() if 1 < n <= len(hits) // 2}
    groups: list[Group] = []
    left = list(hits)
    while left:
        first = nouns[left[0].sentence]
        shared = max((f for f in first if f in telling), key=lambda f: _together(f, left, nouns), default=None)
        members = tuple(hit for hit in left if shared in nouns[hit.sentence]) if shared else ()
        if shared and len(members) > 1:
            groups.append(Group(first[shared], members))
        elif groups and not groups[-1].label:
            groups[-1] = Group("", (*groups[-1].hits, left[0]))
        else:
            groups.append(Group("", (left[0],)))
        left = [hit for hit in left if hit not in groups[-1].hits]
    return tuple(groups)


def _together(form: str, hits: Sequence[Hit], nouns: Mapping[int, Mapping[str, str]]) -> int:
    return sum(form in nouns[hit.sentence] for hit in hits)


def _nouns(article: Article, hit: Hit, language: Language, who: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Yield the forms of a sentence's nouns that were not asked for and not in `who`, each as it stands there."""
    text = article.sentences[hit.sentence].span.cut(article.text)
    start = article.sentences[hit.sentence].span.start
    asked = {(span.start - start, span.end - start) for span in hit.matched}
    nouns = language.lexicon().vocabulary(language.code).nouns
    states = language.lexicon().entities(language.code)
    for word in language.analyser().read(text):
        here = Span(start + word.start, start + word.end)
        if (word.start, word.end) in asked or word.form in states or any(w.overlaps(here) for w in who):
            continue
        if word.form in nouns or word.parts:
            for form in (word.form, *word.parts):
                yield form, text[word.start : word.end]


def _who(article: Article, hits: Sequence[Hit]) -> Iterator[Span]:
    """Yield what only says who speaks, where it may stand in one of the hits: cues and mentions."""
    sentences = sorted(article.sentences[hit.sentence].span for hit in hits)
    starts = [span.start for span in sentences]
    for a in article.attributions:
        for span in (*a.cue, *(mention.span for mention in (a.speaker, *a.via) if mention is not None)):
            before = bisect_left(starts, span.end) - 1
            if before >= 0 and sentences[before].overlaps(span):
                yield span
