"""Which answers can't be read without the sentence before them, such as ‹He left the party in March›.

Rule of this module: the sentence before is context, and never part of the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import BlockKind

if TYPE_CHECKING:
    from bot.core.language_data.mention_words import MentionWords
    from bot.model import Article, Span

BREAKS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
"""What stands between two sentences of which the second does not go on from the first."""


def preceding(article: Article, sentence: int, words: MentionWords) -> Span | None:
    """Return the sentence before one that points back to it by its number; None where it says itself what it is about.

    `words` are those of the article's language. Where the attribution names whom the pronoun means, nothing is needed.
    """
    if sentence == 0 or not _go_on(article, sentence):
        return None
    span = article.sentences[sentence].span
    opening = words.points_back.match(span.cut(article.text))
    if opening is None or _names(article, span, span.start + opening.end()):
        return None
    return article.sentences[sentence - 1].span


def _go_on(article: Article, sentence: int) -> bool:
    """Tell whether no heading stands before a sentence."""
    before, block = article.sentences[sentence - 1].block, article.sentences[sentence].block
    return not any(b.kind in BREAKS for b in article.blocks[before + 1 : block])


def _names(article: Article, sentence: Span, end: int) -> bool:
    """Tell whether an attribution names the speaker whom a sentence up to `end` only points to."""
    speakers = (a.speaker for a in article.attributions_in(sentence) if a.speaker and a.speaker.name)
    return any(sentence.start <= s.span.start < end for s in speakers)
