"""What a word is in the other language: a bilingual lexicon as one sorted table, read where it lies.

Rule of this room: a table is bytes, made by `compile_table` from readable entries; nothing of it is parsed before it is
asked for, so that a large one costs no start-up.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, overload

from bot.core.language_data.morphology import Vocabulary
from bot.model import Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


END = b"~\t"
"""The last line: a table that ends without it was cut off."""
NEXT = "\t\t"
"""Stands between the renderings of a form in one language and those in the next."""
LONGEST_PHRASE = 4
"""Words of an entry that is looked up as one."""
_KEPT = 50_000
"""Look-ups kept in memory."""
MOST = 24
"""Translations of a word that are kept, the likeliest; more add noise (measured on the development data)."""
OURS = 0.5
"""Share of our lexicon's translations where a dictionary has the word as well; .3 and .7 were worse."""
_WHOLE = 10_000
"""A share of 1 in a table."""
_LISTS = ("words", "whole", "nouns", "verbs", "names")


class EntityKind(StrEnum):
    """What names an entity; a string, because entities are hashed often and an enum's own hash is slow."""

    STATE = "state"
    """A state by its name, people, capital or seat."""
    ADJECTIVE = "adjective"
    """A state by its adjective: it acts only with a noun that can ("russian army")."""
    HEAD = "head"
    """A state by the name of who leads it, who is somebody else where speakers are asked for."""
    NAME = "name"
    """No state, but somebody or something with a name: its last word, without an s, which may be a genitive's."""
    NOUN = "noun"
    """What is a noun, and an entity only where the other side names it as well (Keller, Bauer)."""


class Entity(NamedTuple):
    """Who may act: an id, the same for every way to name it, and what names it."""

    id: str
    kind: EntityKind = EntityKind.STATE


class Buffer(Protocol):
    """Bytes, or a file mapped into memory."""

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, key: int, /) -> int: ...
    @overload
    def __getitem__(self, key: slice, /) -> bytes: ...
    def find(self, sub: bytes, start: int = ..., end: int = ..., /) -> int:
        """Return where `sub` starts between two places, -1 for nowhere."""
        ...

    def rfind(self, sub: bytes, start: int = ..., end: int = ..., /) -> int:
        """Return where `sub` starts last."""
        ...


class Lexicon:
    """A compiled table: lines "key TAB value", sorted by their bytes; keys are "code form".

    A `dictionary` is a second one, with translations of single words only, which count beside ours; a `thesaurus` a
    third, with words of the same language that may stand for each other.
    """

    def __init__(self, table: Buffer, dictionary: Buffer = END, thesaurus: Buffer = END) -> None:
        self._table = table
        self._dictionary = dictionary
        self._thesaurus = thesaurus
        self._known = lru_cache(_KEPT)(self._read)
        self._known_related = lru_cache(_KEPT)(self._read_related)
        self._heads: dict[str, frozenset[str]] = {}
        self._parties: dict[str, Mapping[str, Entity]] = {}
        self._party_heads: dict[str, frozenset[str]] = {}
        self._vocabularies: dict[str, Vocabulary] = {}

    def take_in(self, dictionary: Buffer) -> None:
        """Count another dictionary's table beside ours from now on, in any thread.

        What was made of its translations is made anew by whoever keeps it.
        """
        self._dictionary = dictionary
        self._known.cache_clear()

    def translations(self, form: str, code: str) -> tuple[Translation, ...]:
        """Return what a form of language `code` is in each other one, the likeliest first; shares sum to 1 in each.

        The form of an entry of several words is their forms, joined by spaces, stop words left out.
        """
        return self._known(form, code)

    def translations_into(self, other: str, form: str, code: str) -> tuple[Translation, ...]:
        """Return those in the language `other`."""
        return tuple(r for r in self._known(form, code) if r.language == other)

    def _read(self, form: str, code: str) -> tuple[Translation, ...]:
        own = tuple(translations(_value(self._table, f"{code} {form}")))
        further = tuple(translations(_value(self._dictionary, f"{code} {form}")))
        return tuple(mixed(own, further)) if own and further else own or further

    def related(self, form: str, code: str) -> Mapping[str, float]:
        """Return the forms of the same language that may stand for one, by how well, in our table or a thesaurus."""
        return self._known_related(form, code)

    def _read_related(self, form: str, code: str) -> Mapping[str, float]:
        tables = (self._table, self._thesaurus)
        found = [pair for t in tables for pair in _value(t, f"~{code} {form}").split("\t") if pair]
        return {f: int(share) / _WHOLE for f, share in map(_pair, found)}

    def first_words(self, code: str) -> frozenset[str]:
        """Return the first forms of entries of several words: only there a phrase need be looked for."""
        if code not in self._heads:
            self._heads[code] = frozenset(_value(self._table, f"#{code} heads").split())
        return self._heads[code]

    def vocabulary(self, code: str) -> Vocabulary:
        """Return the words of a language that the table knows."""
        if code not in self._vocabularies:
            words, whole, nouns, verbs, names = (_value(self._table, f"#{code} {what}").split() for what in _LISTS)
            # A word that stands in several lists is one object: they take half of what a small bot holds of a lexicon.
            one = dict(zip(words, words, strict=True))
            pairs = {one.get(verb, verb): one.get(form, form) for verb, form in map(_pair, verbs)}
            sets = (frozenset(map(one.get, some, some)) for some in (words, whole, nouns, names))
            known, indivisible, substantives, named = sets
            self._vocabularies[code] = Vocabulary(known, indivisible, substantives, pairs, named)
        return self._vocabularies[code]

    def entities(self, code: str) -> Mapping[str, Entity]:
        """Return the forms that name a state, each with the state and how they name it."""
        if code not in self._parties:
            items = filter(None, _value(self._table, f"#{code} parties").split("\t"))
            self._parties[code] = {form: _entity(value) for form, value in map(_pair, items)}
        return self._parties[code]

    def entity_first_words(self, code: str) -> frozenset[str]:
        """Return the first words of these forms: only there a party need be looked for."""
        if code not in self._party_heads:
            self._party_heads[code] = frozenset(form.split(" ", 1)[0] for form in self.entities(code))
        return self._party_heads[code]


def _value(table: Buffer, key: str) -> str:
    """Return a key's value, "" for one that is not there, by halving the lines."""
    wanted = key.encode()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start, high)
        end = high if end < 0 else end
        tab = table.find(b"\t", start, end)
        here = table[start:tab]
        if here == wanted:
            return table[tab + 1 : end].decode()
        if here < wanted:
            low = end + 1
        else:
            high = start
    return ""


def translations(value: str) -> Iterator[Translation]:
    """Yield what `shares` wrote, for one language or several."""
    for part in value.split(NEXT):
        language, *pieces = part.split("\t")
        for piece in pieces:
            form, share, word = piece.split("|")
            yield Translation(word or form, form, int(share) / _WHOLE, language)


def mixed(own: Iterable[Translation], further: Iterable[Translation]) -> Iterator[Translation]:
    """Yield the translations of a word in our lexicon and in a dictionary, the likeliest first; ours name a form.

    In a language that only one of the two has them in, its own are all.
    """
    sides = (OURS, tuple(own)), (1 - OURS, tuple(further))
    both = frozenset[str].intersection(*(frozenset(r.language for r in rows) for _, rows in sides))
    found: dict[tuple[str, str], Translation] = {}
    for part, rows in sides:
        for r in rows:
            known = found.get((r.language, r.form))
            share = part * r.probability if r.language in both else r.probability
            found[r.language, r.form] = replace(known or r, probability=share + (known.probability if known else 0.0))
    yield from sorted(found.values(), key=lambda r: (-r.probability, r.form, r.word))


def _pair(item: str) -> tuple[str, str]:
    variant, _, form = item.partition("=")
    return variant, form


def _entity(value: str) -> Entity:
    state, kind = value.split("=")
    return Entity(state, EntityKind(kind))
