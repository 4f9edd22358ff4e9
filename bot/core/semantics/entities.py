"""The parties that a clause names: states and what stands for them, and anybody who has a name.

Rule of this room: a party is an id, the same for every way to name it; what it does there is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.lexical.lexicon import Entity, EntityKind
from bot.core.lexical.string_similarity import fold_accents
from bot.core.lexical.tokens import tokens
from bot.core.semantics.names import LEAST_LETTERS, is_time, names_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.language_data.valency import Valency
    from bot.core.lexical.tokens import Token

_LONGEST = 4
"""Words of a state's name."""
_LONG = 8
"""Words of any name that are looked at."""


class Clause(NamedTuple):
    """A clause's text, its words, and their forms."""

    text: str
    words: Sequence[Token]
    forms: Sequence[str]


class EntityMention(NamedTuple):
    """A party as a clause names it: its first and last word, who it is, and whether it is a genitive."""

    first: int
    last: int
    entity: Entity
    genitive: bool


class EntityFinder:
    """Finds parties in one language."""

    def __init__(self, language: Language) -> None:
        self._valency = language.valency
        self._analyser = language.analyser()
        self._parties = language.lexicon().entities(language.code)
        self._heads = language.lexicon().entity_first_words(language.code)
        self._language = language
        self._nouns_large = language.morphology.capital_nouns

    def mentions(self, clause: Clause, aliases: Mapping[str, Entity], *, nouns: bool) -> Iterator[EntityMention]:
        """Yield the parties named, the longest name at each place; with `nouns` all that German writes in capitals."""
        words = clause.words
        n = 0
        while n < len(words):
            found = next(self._known(clause.forms, n, aliases), None) or self._named(clause, n, aliases)
            if found is None:
                n += 1
                continue
            last, party = found
            if party.kind is EntityKind.NOUN and not nouns:
                n = last + 1
                continue
            # It acts only with a noun that can: "russische Armee".
            adjective = party.kind is EntityKind.ADJECTIVE or self._is_small(clause, n, party)
            if not adjective or (last + 1 < len(words) and self._can_act(words[last + 1].word)):
                end = words[last].word
                genitive = self._is_genitive(clause, last, end)
                yield EntityMention(n, last + adjective, _actor(party), genitive)
                last += adjective
            n = last + 1

    def _is_small(self, clause: Clause, n: int, party: Entity) -> bool:
        """Tell whether a state's name stands without a capital among words that have them: it is an adjective."""
        if not self._nouns_large or n == 0 or party.kind in {EntityKind.NAME, EntityKind.NOUN} or clause.text.islower():
            return False
        return clause.text[clause.words[n].start].islower() and any(
            clause.text[t.start].isupper() for t in clause.words[1:]
        )

    def _known(self, forms: Sequence[str], n: int, aliases: Mapping[str, Entity]) -> Iterator[tuple[int, Entity]]:
        if forms[n] not in self._heads and forms[n] not in aliases:
            return
        for size in range(min(_LONGEST, len(forms) - n), 0, -1):
            key = " ".join(forms[n : n + size])
            party = aliases.get(key) or self._parties.get(key)
            if party:
                yield n + size - 1, party

    def _named(self, clause: Clause, start: int, aliases: Mapping[str, Entity]) -> tuple[int, Entity] | None:
        """Return where a name that starts at a word ends, and the party that its last word makes it."""
        words, end = clause.words, start
        while end < min(len(words), start + _LONG) and self._is_large(clause.text, words[end]):
            if end > start and _gap(clause.text, words[end - 1], words[end]):
                break
            if end > start and next(self._known(clause.forms, end, aliases), None):
                return None  # "Wladimir Putin": what follows is known
            end += 1
        if end == 1 and self._valency.openers.fullmatch(words[0].word):
            return None
        if end == start or (end == 1 and not self._nouns_large and not self._is_name(clause, 0, first=True)):
            return None
        last = end - 1
        while last > start and words[last].word in self._valency.suffixes:
            last -= 1
        nouns = self._language.lexicon().vocabulary(self._language.code).nouns
        full = last > start and clause.forms[last] not in nouns and self._is_name(clause, start, first=True)
        sure = full or self._is_name(clause, last, first=last == 0)
        if end == 1 and not sure and clause.forms[0] not in nouns:
            return None  # "Gestern": what opens a sentence has a capital, whatever it is
        name = fold_accents(words[last].word).removesuffix(self._valency.name_genitive)
        return end - 1, Entity(name, EntityKind.NAME if sure else EntityKind.NOUN)

    def _is_large(self, text: str, word: Token) -> bool:
        """Tell whether a word has a capital, and is neither a function word, a number nor a time."""
        stop, numbers = self._language.morphology.stop_words, self._language.morphology.numerals
        return (
            text[word.start].isupper()
            and word.word not in stop
            and word.word not in numbers
            and word.word not in self._language.quantities.times.feasts
            and not is_time(word.word, self._language)
        )

    def _is_name(self, clause: Clause, n: int, *, first: bool) -> bool:
        return names_entity(clause.words[n], clause.forms[n], self._language, first=first)

    def _can_act(self, word: str) -> bool:
        return word in self._valency.state_nouns or word.startswith(self._valency.office_titles)

    def _is_genitive(self, clause: Clause, last: int, end: str) -> bool:
        at = clause.words[last].end
        marked, ending = clause.text.startswith(self._valency.genitive_marks, at), self._valency.name_genitive
        if marked or not self._nouns_large:
            return marked
        return (
            bool(ending) and end.endswith(ending) and self._analyser.forms(end.removesuffix(ending))[0] in self._parties
        )


def _actor(entity: Entity) -> Entity:
    """Return who acts where an entity is named: a state, whatever names it."""
    named = entity.kind in {EntityKind.NAME, EntityKind.NOUN}
    return entity if named else Entity(entity.id)


def aliases_in(texts: Sequence[str], language: Language) -> dict[str, Entity]:
    """Return the names that an article gives to states' heads: "Russlands Präsident Wladimir Putin" is Russia."""
    parties = language.lexicon().entities(language.code)
    forms = language.analyser().forms
    found: dict[str, Entity] = {}
    for text in texts:
        words = tokens(text)
        if not any(t.word.startswith(language.valency.office_titles) for t in words):
            continue  # without a title nobody is named by one, and forms take a while
        named = [forms(t.word)[0] for t in words]
        for n in range(len(words)):
            for size in (2, 1):
                party = parties.get(" ".join(named[n : n + size]))
                if party:
                    for at in _titled(text, words, n + size, language.valency):
                        found.setdefault(named[at], Entity(party.id, EntityKind.HEAD))
                    break
    return found


def _titled(text: str, words: Sequence[Token], at: int, valency: Valency) -> Iterator[int]:
    """Yield the places of a name's words after one or more titles: "Kenya's president William Ruto"."""
    titles, genitive = valency.office_titles, valency.name_genitive
    at += at < len(words) and words[at].word == genitive
    start = at
    while at < len(words) and words[at].word.startswith(titles):
        at += 1
    while start < at < len(words) and text[words[at].start].isupper() and not _gap(text, words[at - 1], words[at]):
        if len(words[at].word) >= LEAST_LETTERS:
            yield at
        at += 1


def _gap(text: str, left: Token, right: Token) -> bool:
    return bool(text[left.end : right.start].strip(" \u00a0-"))
