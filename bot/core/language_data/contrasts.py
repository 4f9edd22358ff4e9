"""What excludes each other in a language: modifiers, prefixes, kinds of people, verbs.

Rule of this room: no word of a language stands here; `bot.languages` fills a `Contrasts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Contrasts(NamedTuple):
    """A language's tables, by words in small letters: each has its set and which of it, with a space between.

    `modifiers` stand before a noun, `prefixes` are modifiers that are written with it; `kinds` are nouns of somebody
    (trades, kin), of two words with a space; `verbs` say what is done.
    """

    modifiers: Mapping[str, str]
    prefixes: Mapping[str, str]
    kinds: Mapping[str, str]
    verbs: Mapping[str, str]


def table(lines: str) -> dict[str, str]:
    """Return words by themselves, from lines "set which: word, word"."""
    found: dict[str, str] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        name, _, words = line.partition(":")
        found |= dict.fromkeys((" ".join(word.split()) for word in words.split(",")), name)
    return found
