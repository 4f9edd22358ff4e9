"""The last question about another thing: "what about a service?" after "how much is a tyre change for the van?".

Rule of this module: it proposes; which of the questions is meant, the article decides by answering it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"[\w'’-]+")
DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their der die das den dem des ein eine einen einem einer "
    "eines dieser diese dieses diesen diesem mein meine dein deine sein seine ihr ihre unser unsere".split()
)
"""What begins a noun phrase, in every language of the bot."""

AUXILIARIES = frozenset("do does did has have had will hat haben hatte hatten wird werden will wollen".split())
"""Verbs that say nothing without another one."""

IsLight = Callable[[str], bool]
"""Tells of a word in lower case whether it is a function word."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is known of a language's words: which are function words, and whether every noun has a capital."""

    is_light: IsLight
    capital_nouns: bool = False


def variants(last: str, other: str, wording: Wording) -> tuple[str, ...]:
    """Return what the last question may be about another thing, the likeliest first; at its end, both together.

    A thing is put in the place of another that shares a word with it, else of one that stands behind a determiner.
    """
    found = [
        (last[:start], last[end:], start, thing)
        for start, end, thing in _things(last, other, wording)
        if _still_asks(last[:start] + last[end:], wording.is_light)
    ]
    shared = content_words(other, wording.is_light)
    found.sort(key=lambda one: (shared.isdisjoint(_words(one[3])), not _determined(last, one[2]), one[2]))
    return (*(f"{before}{other}{behind}" for before, behind, _, _ in found), f"{last.rstrip(' ?!.')} {other}?")


def content_words(text: str, is_light: IsLight) -> frozenset[str]:
    """Return the words of a text that are no function words, in lower case."""
    return frozenset(word for word in _words(text) if not is_light(word))


def _things(last: str, other: str, wording: Wording) -> Iterator[tuple[int, int, str]]:
    """Yield where runs of content words stand, with a determiner before them where the other thing has one, too.

    Where every noun has a capital, and the question was written so, a thing has one.
    """
    capitals = wording.capital_nouns and any(word[0].isupper() for word in WORD.findall(last)[1:])
    begins = _words(other)[:1]
    own = bool(begins) and begins[0] in DETERMINERS
    run: list[re.Match[str]] = []
    for word in (*WORD.finditer(last), None):
        if word is not None and not wording.is_light(word[0].lower()) and word.start() > 0:
            run.append(word)
            continue
        if run and (not capitals or any(one[0][0].isupper() for one in run)):
            start = _before(last, run[0].start()) if own else run[0].start()
            yield start, run[-1].end(), last[run[0].start() : run[-1].end()]
        run = []


def _still_asks(rest: str, is_light: IsLight) -> bool:
    """Tell whether what is left of a question still asks something: "what did" does not, "how much is" does."""
    return bool(content_words(rest, is_light)) or AUXILIARIES.isdisjoint(_words(rest))


def _before(text: str, start: int) -> int:
    """Return where the determiner before a place begins; the place itself where there is none."""
    words = list(WORD.finditer(text[:start]))
    return words[-1].start() if words and words[-1][0].lower() in DETERMINERS else start


def _determined(text: str, start: int) -> bool:
    first = WORD.search(text, start)
    return _before(text, start) < start or (first is not None and first[0].lower() in DETERMINERS)


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]
