"""An article as it stands, cut where who says it changes.

Rule of this module: the texts of the runs of a block, laid end to end, are the block character by character.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.model import Article, Block, Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one claim (None: the paper's own), which may be a cue or name the speaker of `marked`.

    `ends` are the claims that end behind it; `sentence` is the number of the sentence that it is in.
    """

    text: str
    claim: int | None = None
    marked: int | None = None
    ends: tuple[int, ...] = ()
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class _Layer:
    """A span that something holds of: the shorter ones lie above the longer ones."""

    span: Span
    kind: str
    number: int
    size: int


def runs(article: Article) -> Iterator[tuple[Block, tuple[tuple[Run, ...], ...]]]:
    """Yield the blocks in text order, each as groups of runs: a sentence each, and what stands between sentences."""
    layers = sorted(_layers(article), key=lambda layer: layer.span)
    ends = _ends(article)
    first = 0
    for block in article.blocks:
        while first < len(layers) and layers[first].span.end <= block.span.start:
            first += 1
        last = bisect_left(layers, block.span.end, first, key=lambda layer: layer.span.start)
        inside = [layer for layer in layers[first:last] if layer.span.end > block.span.start]
        yield block, tuple(_grouped(_cut(article, block.span, inside, ends)))


def _layers(article: Article) -> Iterator[_Layer]:
    for number, a in enumerate(article.attributions):
        size = sum(span.end - span.start for span in a.content)
        yield from (_Layer(span, "claim", number, size) for span in a.content)
        named = [a.speaker.span] if a.speaker else []
        yield from (_Layer(span, "marked", number, span.end - span.start) for span in (*a.cue, *named))
    for number, sentence in enumerate(article.sentences):
        yield _Layer(sentence.span, "sentence", number, 0)


def _ends(article: Article) -> Mapping[int, list[int]]:
    """Return which claims end at a place of the text."""
    found: dict[int, list[int]] = {}
    for number, a in enumerate(article.attributions):
        if a.content:
            found.setdefault(max(span.end for span in a.content), []).append(number)
    return found


def _cut(article: Article, span: Span, layers: Sequence[_Layer], ends: Mapping[int, list[int]]) -> Iterator[Run]:
    """Yield the runs of a block."""
    edges = {span.start, span.end}
    starting: dict[int, list[_Layer]] = {}
    for layer in layers:
        begin, end = max(layer.span.start, span.start), min(layer.span.end, span.end)
        edges |= {begin, end}
        starting.setdefault(begin, []).append(layer)
    places = sorted(edges)
    there: list[_Layer] = []
    for begin, end in pairwise(places):
        there = [layer for layer in there if layer.span.end > begin] + starting.get(begin, [])
        yield Run(
            article.text[begin:end],
            _top(there, "claim"),
            _top(there, "marked"),
            tuple(ends.get(end, ())),
            _top(there, "sentence"),
        )


def _top(there: Sequence[_Layer], kind: str) -> int | None:
    """Return what lies above the others of a kind."""
    found = [layer for layer in there if layer.kind == kind]
    return min(found, key=lambda layer: (layer.size, -layer.span.start)).number if found else None


def _grouped(found: Iterator[Run]) -> Iterator[tuple[Run, ...]]:
    group: list[Run] = []
    for run in found:
        if group and group[-1].sentence != run.sentence:
            yield tuple(group)
            group = []
        group.append(run)
    if group:
        yield tuple(group)
