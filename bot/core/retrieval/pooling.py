"""Passages of several articles, laid side by side as one article, which is asked as any other.

So what answers best among them is told by the same words, roles, kinds of answers and refusals as in one article.

Rule of this module: text is only joined; each sentence of the pool is one of an article, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.model import Article, Attribution, Block, BlockKind, Mention, Passage, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Hit

APART = "\n\n"
"""What stands between two articles."""
_ABOVE = frozenset({BlockKind.TITLE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Part:
    """Some passages of an article, by their numbers, in text order."""

    article: Article
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """An article made of passages of others, and for each of its sentences the part and the sentence's number there."""

    article: Article
    parts: tuple[Part, ...]
    origins: tuple[tuple[int, int], ...]

    starts: tuple[int, ...]
    """Where the text of each part begins."""

    def found(self, hit: Hit) -> tuple[Article, Hit]:
        """Return the article that a hit stands in, and the hit as it stands there."""
        part, sentence = self.origins[hit.sentence]
        by = -self.starts[part]
        article = self.parts[part].article
        end = len(article.text)
        return article, replace(
            hit,
            sentence=sentence,
            matched=tuple(_moved(span, by) for span in hit.matched if span.start + by >= 0 and span.end + by <= end),
            matches=tuple(replace(m, span=_moved(m.span, by)) for m in hit.matches),
            akin=tuple(replace(m, span=_moved(m.span, by)) for m in hit.akin),
        )


def pooled(parts: Sequence[Part]) -> Pool:
    """Return parts of articles in one language as one article: no headline, and each title above its passages."""
    made = _Made([], [], [], [], [])
    starts = [0, *accumulate(len(part.article.text) + len(APART) for part in parts)]
    for number, part in enumerate(parts):
        _add(made, part, number, starts[number])
    first = parts[0].article
    name = " ".join(f"{part.article.id} {part.passages}" for part in parts)
    article = Article(
        id=sha256(name.encode()).hexdigest(),
        text=APART.join(part.article.text for part in parts),
        language=first.language,
        origin="",
        blocks=tuple(made.blocks),
        sentences=tuple(made.sentences),
        passages=tuple(made.passages),
        attributions=tuple(made.attributions),
    )
    return Pool(article, tuple(parts), tuple(made.origins), tuple(starts))


@dataclass(slots=True)
class _Made:
    blocks: list[Block]
    sentences: list[Sentence]
    passages: list[Passage]
    attributions: list[Attribution]
    origins: list[tuple[int, int]]


def _add(made: _Made, part: Part, number: int, base: int) -> None:
    article = part.article
    block = len(made.blocks)
    # A heading stands above its passages and is none of the pool, whose articles are about different things.
    made.blocks += [replace(b, span=_moved(b.span, base)) for b in article.blocks if b.kind not in _ABOVE]
    places = {n: block + k for k, n in enumerate(n for n, b in enumerate(article.blocks) if b.kind not in _ABOVE)}
    title = [_moved(b.span, base) for b in article.blocks if b.kind is BlockKind.TITLE][:1]
    for n in part.passages:
        passage = article.passages[n]
        start = len(made.sentences)
        for s in range(passage.first, passage.last):
            sentence = article.sentences[s]
            made.sentences.append(Sentence(_moved(sentence.span, base), places.get(sentence.block, block)))
            made.origins.append((number, s))
        headings = dict.fromkeys([*title, *(_moved(h, base) for h in passage.headings)])
        made.passages.append(Passage(start, len(made.sentences), tuple(headings)))
    made.attributions += [_attribution(a, base) for a in article.attributions]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by) if by else span


def _spans(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(_moved(span, by) for span in spans)


def _mention(mention: Mention, by: int) -> Mention:
    return replace(mention, span=_moved(mention.span, by))


def _attribution(found: Attribution, by: int) -> Attribution:
    return replace(
        found,
        content=_spans(found.content, by),
        cue=_spans(found.cue, by),
        speaker=found.speaker and _mention(found.speaker, by),
        via=tuple(_mention(v, by) for v in found.via),
        medium=found.medium and _moved(found.medium, by),
        date=found.date and _moved(found.date, by),
    )
