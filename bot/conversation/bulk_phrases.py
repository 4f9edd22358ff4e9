"""What the command says that takes many articles in.

Rule of this module: words only.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.errors import ArticleProblem


class BulkPhrases(NamedTuple):
    """The words of one language."""

    progress: str
    done: str
    unread: str
    more: str
    embedded: str
    no_encoder: str

    def line(self, count: int, rate: float) -> str:
        """Return how many articles are done, and how many in a second."""
        return self.progress.format(count=count, rate=round(rate, 1))


ENGLISH = BulkPhrases(
    progress="{count} articles, {rate} a second",
    done="{new} taken in, {known} known already, {unread} not read.",
    unread="{count} ×  {line}",
    more="and {count} more",
    embedded="Vectors: {made} articles made, {known} known already, {without} without.",
    no_encoder="There is no sentence encoder here. docs/encoder.md says how to get one.",
)

GERMAN = BulkPhrases(
    progress="{count} Artikel, {rate} in der Sekunde",
    done="{new} aufgenommen, {known} schon bekannt, {unread} nicht gelesen.",
    unread="{count} ×  {line}",
    more="und {count} weitere",
    embedded="Vektoren: von {made} Artikeln berechnet, von {known} schon vorhanden, {without} ohne.",
    no_encoder="Hier gibt es keinen Satz-Encoder. Wie man einen bekommt, steht in docs/encoder.md.",
)


def bulk_phrases(code: str) -> BulkPhrases:
    """Return the words of a language, English ones for one that has none."""
    return {"de": GERMAN}.get(code, ENGLISH)


def unread_lines(
    counts: Mapping[ArticleProblem, int],
    examples: Mapping[ArticleProblem, Sequence[str]],
    sentences: Mapping[ArticleProblem, str],
    words: BulkPhrases,
) -> list[str]:
    """Return a line for each reason why documents were not read: how many, why, and which."""
    lines = []
    for reason, count in sorted(counts.items(), key=lambda one: -one[1]):
        named = list(examples[reason])
        rest = count - len(named)
        origin = ", ".join([*named, *([words.more.format(count=rest)] if rest else [])])
        lines.append(words.unread.format(count=count, line=sentences[reason].format(origin=origin)))
    return lines
