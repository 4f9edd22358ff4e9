"""What turns a whole statement in more than one word, and what else tells that it is not said: lies, exceptions, toys.

Rule of this room: no word of a language stands here; `bot.languages` fills a `Turns`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.core.language_data.modifiers import Modifier

_GAP = r"(?:\S+ ){0,6}?"
"""Words between the parts of a phrase: as few as there are, and no more than six."""


class Turns(NamedTuple):
    """A language's phrases and closed lists, in small letters.

    `phrases` are looked for in a sentence's words with a space between each. `altered` are what stands before a
    noun that is not, or not quite, such (a toy gun), as the beginnings of words, and `altered_prefixes` what is
    written with it. `factive` are the words on which a clause with that depends and holds all the same. `having`
    are the lemmas of verbs of which "have" is true as well, and `have` is its own; `contracted` what a word's end
    stands for (n't).
    `relational` are nouns of whom somebody has but one here (ally), `everybody` and `somebody` who stands for many
    or one without a name; `partitives` are the nouns of a number or kind of what follows them. `ranges` stand
    between the ends of a range. `past` and `present` are the forms of helping verbs that show when. Who can't
    (`ability`) does not; `subjunctive` is what reported speech has as well as what is imagined; `conditions` open
    what need not be so; `future` makes the future of an infinitive. `copulas` say what something is. `definite` are
    articles of what is known, `genitives` those that open a genitive right behind a noun, `of` what does the same,
    and `between` opens a range with "and" in it (`joint`).
    """

    phrases: tuple[tuple[Modifier, re.Pattern[str]], ...]
    altered: tuple[str, ...]
    altered_prefixes: tuple[str, ...]
    factive: frozenset[str]
    having: frozenset[str]
    have: frozenset[str]
    relational: frozenset[str]
    everybody: frozenset[str]
    somebody: frozenset[str]
    partitives: tuple[str, ...]
    ranges: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    alternatives: frozenset[str]
    """Words between things of which one is meant, nobody knows which: or."""
    ability: frozenset[str]
    conditions: frozenset[str]
    copulas: frozenset[str]
    is_past: Callable[[str, str], bool | None]
    """Tells of a verb's form and its lemma whether it is a past one; None where its look does not show it."""
    definite: frozenset[str]
    of: frozenset[str]
    between: str
    joint: str
    of_time: frozenset[str] = frozenset()
    """Words that only say that the figure beside them is a time: 17 Uhr, im Jahr 2019."""
    genitives: frozenset[str] = frozenset()
    subjunctive: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    same: str = ""
    """Words that say the same, a group a line; before ">", the general word for those behind it."""
    ambiguous: frozenset[str] = frozenset()
    """Verbs whose past looks like the present: cut, put."""
    contracted: tuple[tuple[str, str], ...] = ()
    endings: frozenset[str] = frozenset({""})
    """What an adjective may end in."""
    on_behalf: frozenset[str] = frozenset()
    """What stands between somebody and the one for whom they speak."""


def phrase_patterns(table: Mapping[Modifier, str]) -> tuple[tuple[Modifier, re.Pattern[str]], ...]:
    """Return the patterns of phrases, one a line: `_` is a word, `…` a few, `*` any ending, `a|b` one of them."""
    lines = [(turn, line) for turn, lines in table.items() for line in lines.splitlines() if line.strip()]
    lines.sort(key=lambda item: -len(item[1].split()))
    return tuple((turn, re.compile(f"(?<= ){_pattern(line)}(?= )")) for turn, line in lines)


def _pattern(line: str) -> str:
    out = ""
    for word in line.split():
        out += _GAP if word == "…" else f"{_word(word)} "
    return out.rstrip()


def _word(word: str) -> str:
    if word == "_":
        return r"[^\s,;.:]+"
    return f"(?:{'|'.join(re.escape(w).replace(chr(92) + '*', r'[^ ]*') for w in word.split('|'))})"
