"""The parties that a clause names: states and what stands for them, and anybody who has a name.

Rule of this room: a party is an id, the same for every way to name it; what it does there is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.lexical.lexicon import ADJECTIVE, HEAD
from bot.core.lexical.string_similarity import fold_accents
from bot.core.lexical.tokens import tokens
from bot.model import QuestionType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.lexical.tokens import Token

_LONGEST = 4
"""Words of a state's name."""
_LONG = 8
"""Words of any name that are looked at."""
_LEAST = 3
"""Letters of a name that stands for a party."""
NAME = "~"
"""Starts the id of a party that is no state: its name's last word, without an s, which may be a genitive's."""
UNSURE = "?"
"""Starts the id of what is a noun, and a party only where the other side names it as well (Keller, Bauer)."""


class Clause(NamedTuple):
    """A clause's text, its words, and their forms."""

    text: str
    words: Sequence[Token]
    forms: Sequence[str]


class EntityMention(NamedTuple):
    """A party as a clause names it: its first and last word, its id, and whether it is a genitive."""

    first: int
    last: int
    entity: str
    genitive: bool


class EntityFinder:
    """Finds parties in one language."""

    def __init__(self, language: Language) -> None:
        self._valency = language.valency
        self._analyser = language.analyser()
        self._parties = language.lexicon().entities(language.code)
        self._heads = language.lexicon().entity_first_words(language.code)
        self._times = tuple(sign for kind, sign in language.questions.question_signs if kind is QuestionType.WHEN)
        self._language = language
        self._nouns_large = language.morphology.capital_nouns

    def mentions(self, clause: Clause, aliases: Mapping[str, str], *, nouns: bool) -> Iterator[EntityMention]:
        """Yield the parties named, the longest name at each place; with `nouns` all that German writes in capitals."""
        words = clause.words
        n = 0
        while n < len(words):
            found = next(self._known(clause.forms, n, aliases), None) or self._named(clause, n, aliases)
            if found is None:
                n += 1
                continue
            last, party = found
            if party.startswith(UNSURE) and not nouns:
                n = last + 1
                continue
            adjective = party.endswith(ADJECTIVE)  # it acts only with a noun that can: "russische Armee"
            if not adjective or (last + 1 < len(words) and self._can_act(words[last + 1].word)):
                end = words[last].word
                genitive = self._is_genitive(clause, last, end)
                yield EntityMention(n, last + adjective, party.rstrip(ADJECTIVE + HEAD), genitive)
                last += adjective
            n = last + 1

    def _known(self, forms: Sequence[str], n: int, aliases: Mapping[str, str]) -> Iterator[tuple[int, str]]:
        if forms[n] not in self._heads and forms[n] not in aliases:
            return
        for size in range(min(_LONGEST, len(forms) - n), 0, -1):
            key = " ".join(forms[n : n + size])
            party = aliases.get(key) or self._parties.get(key)
            if party:
                yield n + size - 1, party

    def _named(self, clause: Clause, start: int, aliases: Mapping[str, str]) -> tuple[int, str] | None:
        """Return where a name that starts at a word ends, and the party that its last word makes it."""
        words, end = clause.words, start
        while end < min(len(words), start + _LONG) and self._is_large(clause.text, words[end]):
            if end > start and _gap(clause.text, words[end - 1], words[end]):
                break
            if end > start and next(self._known(clause.forms, end, aliases), None):
                return None  # "Wladimir Putin": what follows is known
            end += 1
        if end == start or (end == 1 and not self._nouns_large and not self._is_name(clause, 0, first=True)):
            return None
        last = end - 1
        while last > start and words[last].word in self._valency.suffixes:
            last -= 1
        sure = self._is_name(clause, last, first=last == 0)
        return end - 1, (NAME if sure else UNSURE) + fold_accents(words[last].word).removesuffix("s")

    def _is_large(self, text: str, word: Token) -> bool:
        """Tell whether a word has a capital, and is neither a function word nor a time."""
        stop = self._language.morphology.stop_words
        return (
            text[word.start].isupper()
            and word.word not in stop
            and not any(sign.search(word.word) for sign in self._times)
        )

    def _is_name(self, clause: Clause, n: int, *, first: bool) -> bool:
        """Tell whether a word with a capital is a name, and none that the language has."""
        word, form = clause.words[n].word, clause.forms[n]
        if not first and not self._nouns_large:
            return True
        known = self._language.lexicon().vocabulary(self._language.code)
        common = form in known.words or form in known.nouns or bool(self._analyser.forms(word)[1])
        return len(form) >= _LEAST and (not common or self._is_proper(form))

    def _is_proper(self, form: str) -> bool:
        """Tell whether the lexicon has a word as a name: with a capital in English."""
        renderings = self._language.lexicon().translations(form, self._language.code)
        return self._nouns_large and all(r.word[:1].isupper() for r in renderings)

    def _can_act(self, word: str) -> bool:
        return word in self._valency.state_nouns or word.startswith(self._valency.office_titles)

    def _is_genitive(self, clause: Clause, last: int, end: str) -> bool:
        at = clause.words[last].end
        after = clause.text[at : at + 2]
        if after in ("'s", "’s") or not self._nouns_large:
            return after in ("'s", "’s")
        return end.endswith("s") and self._analyser.forms(end[:-1])[0] in self._parties


def aliases_in(texts: Sequence[str], language: Language) -> dict[str, str]:
    """Return the names that an article gives to states' heads: "Russlands Präsident Wladimir Putin" is Russia."""
    parties = language.lexicon().entities(language.code)
    forms = language.analyser().forms
    found: dict[str, str] = {}
    for text in texts:
        words = tokens(text)
        named = [forms(t.word)[0] for t in words]
        for n in range(len(words)):
            for size in (2, 1):
                party = parties.get(" ".join(named[n : n + size]))
                if party:
                    for at in _titled(text, words, n + size, language.valency.office_titles):
                        found.setdefault(named[at], party.rstrip(ADJECTIVE + HEAD) + HEAD)
                    break
    return found


def _titled(text: str, words: Sequence[Token], at: int, titles: tuple[str, ...]) -> Iterator[int]:
    """Yield the places of a name's words after one or more titles."""
    start = at
    while at < len(words) and words[at].word.startswith(titles):
        at += 1
    while start < at < len(words) and text[words[at].start].isupper() and not _gap(text, words[at - 1], words[at]):
        if len(words[at].word) >= _LEAST:
            yield at
        at += 1


def _gap(text: str, left: Token, right: Token) -> bool:
    return bool(text[left.end : right.start].strip(" \u00a0-"))
