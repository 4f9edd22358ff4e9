"""Pull quotes: paragraphs that say again, in large letters, what the article says elsewhere.

Rule of this room: what is repeated is said by whoever says it there, or by the paper; so it needs no frame of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.core.attribution.claims import Claim
from bot.core.language_data.reported_speech import Rule
from bot.core.syntax.tagged_text import Range, TaggedText
from bot.model import Mode

_PULL_QUOTE = Rule("pull-quote")
_LONGEST = 60
"""Tokens of a pull quote, at most."""
_SHORTEST = 4
"""Words of one, at least: fewer may be said twice."""
_STOPS = frozenset(".!?…")
_MOST = 100
"""Paragraphs looked up, so that the work grows with the text's length only; no article has as many pull quotes."""


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull quote: its paragraph's tokens, its quotation if it is one, and where the same words stand."""

    text: Range
    quote: int | None
    origin: Range


def pull_quotes(page: TaggedText) -> tuple[Pull, ...]:
    """Return the paragraphs that repeat what stands elsewhere; without marks, only what is quoted there."""
    words = [i for i, t in enumerate(page.tokens) if t.text[:1].isalnum()]
    lowers = [page.tokens[i].lower for i in words]
    text = f" {' '.join(lowers)} "
    starts = {}
    at = 1
    for i, word in zip(words, lowers, strict=True):
        starts[at] = i
        at += len(word) + 1
    found = []
    for span, quote in _candidates(page):
        needle = page.cut(*span) and f" {' '.join(t.lower for t in page.words(*span) if t.text[:1].isalnum())} "
        origin = _elsewhere(text, needle, starts, span)
        if origin and (quote is not None or page.at(origin[0]).quote is not None):
            found.append(Pull(span, quote, origin))
    return tuple(found)


def _candidates(page: TaggedText) -> Iterator[tuple[Range, int | None]]:
    """Yield short paragraphs, those in quotation marks and others, with the quotation that they are."""
    marked: list[tuple[Range, int | None]] = []
    plain: list[tuple[Range, int | None]] = []
    firsts = [k for k in range(len(page.sentences)) if k == 0 or page.paragraphs[k] != page.paragraphs[k - 1]]
    for first, after in pairwise([*firsts, len(page.sentences)]):
        span = page.sentences[first][0], page.sentences[after - 1][1]
        words = sum(t.text[:1].isalnum() for t in page.words(*span)) if span[1] - span[0] <= _LONGEST else 0
        quote = page.at(span[0]).quote
        whole = page.at(span[1] - 1).text in _STOPS or words >= 2 * _SHORTEST  # no name in a list
        if words < _SHORTEST or (quote is None and not whole):
            continue
        if quote is None or page.quotes[quote] == span:
            (plain if quote is None else marked).append((span, quote))
    yield from marked[:_MOST]
    if page.quotes:
        yield from plain[:_MOST]


def _elsewhere(text: str, needle: str, starts: dict[int, int], span: Range) -> Range | None:
    """Return the tokens outside of a range that are the same words, in order."""
    at = text.find(needle)
    while at >= 0:
        first = starts.get(at + 1, -1)
        if first >= 0 and not span[0] <= first < span[1]:
            return first, first + (span[1] - span[0])
        at = text.find(needle, at + 1)
    return None


def said_again(page: TaggedText, pulls: Sequence[Pull], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims of pull quotes whose words somebody says elsewhere."""
    for pull in pulls:
        first = pull.origin[0]
        said = (c for c in claims if c.mode is Mode.DIRECT and any(a <= first < b for a, b in c.content))
        if found := next(said, None):
            where = page.tokens[pull.text[0]].sentence
            yield replace(found, sentence=where, content=(pull.text,), cue=(), rule=_PULL_QUOTE, frame=None)
