"""How much of two articles is the same text.

Rule of this module: the sentences count, and neither headline nor byline: a paper that prints an agency's text puts its
own above it. What is said of two texts here is exact; the sketch only tells which two are worth comparing.
"""

from __future__ import annotations

from hashlib import blake2b
from heapq import nsmallest
from typing import TYPE_CHECKING

from bot.core.lexical.tokens import tokens

if TYPE_CHECKING:
    from bot.model import Article

WORDS = 5
"""Words of a shingle, as in Lee et al. 2022 (Deduplicating Training Data Makes Language Models Better, 4.2)."""
SKETCH = 16
"""Hashes of a sketch. Of two texts of which a quarter is shared, the sketches have one in common 99 times in 100: the
smallest 16 of both together are a sample of both (Broder 1997, On the Resemblance and Containment of Documents)."""
SAME = 0.5
"""The share of all shingles from which two texts are roughly the same (Broder et al. 1997, Syntactic Clustering of the
Web). Of 850 articles of Wikinews, no two share more than 0.25, though some go on from others."""
CONTAINED = 0.6
"""The share of the shorter text's shingles that stands in the longer one where both print one original, which each may
have cut: of the same 850, one that goes on from another and repeats its story shares up to 0.55 with it."""
SHORTEST = 25
"""Shingles of a text of which something can be said: a line of an agency stands in many articles."""

Shingles = frozenset[int]


def shingles(article: Article) -> Shingles:
    """Return the hashes of all runs of `WORDS` words in an article's sentences."""
    spans = (sentence.span for sentence in article.sentences)
    words = [token.word for span in spans for token in tokens(span.cut(article.text))]
    return frozenset(_hash(" ".join(words[n : n + WORDS])) for n in range(len(words) - WORDS + 1))


def sketch(found: Shingles) -> tuple[int, ...]:
    """Return the smallest hashes, by which an article that shares much is found among many; none for a short text."""
    return tuple(nsmallest(SKETCH, found)) if len(found) >= SHORTEST else ()


def is_same(one: Shingles, other: Shingles) -> bool:
    """Tell whether two texts are roughly the same, so that one may be a version of the other."""
    shared = len(one & other)
    return _long(one, other) and shared >= SAME * (len(one) + len(other) - shared)


def is_same_original(one: Shingles, other: Shingles) -> bool:
    """Tell whether two texts were made from one: the shorter stands in the longer, but for what was changed."""
    return _long(one, other) and len(one & other) >= CONTAINED * min(len(one), len(other))


def _long(one: Shingles, other: Shingles) -> bool:
    return min(len(one), len(other)) >= SHORTEST


def _hash(text: str) -> int:
    """Return a hash as databases keep it: a whole number of 64 bits with a sign."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
