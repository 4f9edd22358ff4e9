"""What a word is in the other language: a bilingual lexicon as one sorted table, read where it lies.

Rule of this room: a table is bytes, made by `compile_table` from readable entries; nothing of it is parsed before it is
asked for, so that a large one costs no start-up.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol, overload

from bot.core.analysis import Analyser, Vocabulary
from bot.model import Rendering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.core.analysis import Morphology

END = b"~\t"
"""The last line: a table that ends without it was cut off."""
ADJECTIVE, HEAD = "!", "*"
"""End the id of a form that is an adjective ("russian"), or the name of who leads a state: both stand for it less."""
LONGEST_PHRASE = 4
"""Words of an entry that is looked up as one."""
_KEPT = 50_000
"""Look-ups kept in memory."""
MOST = 24
"""Renderings of a word that are kept, the likeliest; more add noise (measured on the development data)."""
OURS = 0.5
"""Share of our lexicon's renderings where a dictionary has the word as well; .3 and .7 were worse."""
_WHOLE = 10_000
"""A share of 1 in a table."""
_ORDER = 0.9
"""Each further equivalent of an entry is a little less usual than the one before it."""
_LONE = 0.1
"""Share of an entry of several words that is only one without its stop words: "take off" is hardly "take"."""
_LISTS = ("words", "whole", "nouns", "verbs")
_SIMPLE = ("name", "fn", "adv", "num")
"""Parts of speech that are no compounds, and that compounds are not split into (names may be: Ukraine-Krieg)."""
_SEPARATORS = str.maketrans("", "", "\t\n|=")


class Entry(NamedTuple):
    """One sense: equivalents by language code, part of speech, and how usual the rendering is (0 to 1)."""

    words: Mapping[str, tuple[str, ...]]
    pos: str
    weight: float


class Party(NamedTuple):
    """A state: its id, and by language code its names (people, capital, seat, heads) and its adjectives.

    The name of a head ends with `HEAD`.
    """

    id: str
    names: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, tuple[str, ...]]


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

    A `dictionary` is a second one, with renderings of single words only, which count beside ours.
    """

    def __init__(self, table: Buffer, dictionary: Buffer = END) -> None:
        self._table = table
        self._dictionary = dictionary
        self._found: dict[tuple[str, str], tuple[Rendering, ...]] = {}
        self._heads: dict[str, frozenset[str]] = {}
        self._parties: dict[str, Mapping[str, str]] = {}
        self._party_heads: dict[str, frozenset[str]] = {}
        self._vocabularies: dict[str, Vocabulary] = {}

    def renderings(self, form: str, code: str) -> tuple[Rendering, ...]:
        """Return what a form of language `code` is in the other one, the likeliest first; shares sum to 1.

        The form of an entry of several words is their forms, joined by spaces, stop words left out.
        """
        key = (code, form)
        known = self._found.get(key)
        if known is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            known = self._found[key] = tuple(self._read(code, form))
        return known

    def _read(self, code: str, form: str) -> Iterator[Rendering]:
        own = tuple(renderings(_value(self._table, f"{code} {form}")))
        further = tuple(renderings(_value(self._dictionary, f"{code} {form}")))
        return mixed(own, further) if own and further else iter(own or further)

    def heads(self, code: str) -> frozenset[str]:
        """Return the first forms of entries of several words: only there a phrase need be looked for."""
        if code not in self._heads:
            self._heads[code] = frozenset(_value(self._table, f"#{code} heads").split())
        return self._heads[code]

    def vocabulary(self, code: str) -> Vocabulary:
        """Return the words of a language that the table knows."""
        if code not in self._vocabularies:
            words, whole, nouns, verbs = (_value(self._table, f"#{code} {what}").split() for what in _LISTS)
            verb_pairs = dict(_pair(v) for v in verbs)
            self._vocabularies[code] = Vocabulary(frozenset(words), frozenset(whole), frozenset(nouns), verb_pairs)
        return self._vocabularies[code]

    def parties(self, code: str) -> Mapping[str, str]:
        """Return the forms that name a party, each with its id, marked (`ADJECTIVE`, `HEAD`)."""
        if code not in self._parties:
            items = filter(None, _value(self._table, f"#{code} parties").split("\t"))
            self._parties[code] = dict(_pair(item) for item in items)
        return self._parties[code]

    def party_heads(self, code: str) -> frozenset[str]:
        """Return the first words of these forms: only there a party need be looked for."""
        if code not in self._party_heads:
            self._party_heads[code] = frozenset(form.split(" ", 1)[0] for form in self.parties(code))
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


def renderings(value: str) -> Iterator[Rendering]:
    """Yield what `shares` wrote."""
    language, *pieces = value.split("\t")
    for piece in pieces:
        form, share, word = piece.split("|")
        yield Rendering(word or form, form, int(share) / _WHOLE, language)


def mixed(own: Iterable[Rendering], further: Iterable[Rendering]) -> Iterator[Rendering]:
    """Yield the renderings of a word in our lexicon and in a dictionary, the likeliest first; ours name a form."""
    found: dict[str, Rendering] = {}
    for part, rows in ((OURS, own), (1 - OURS, further)):
        for r in rows:
            known = found.get(r.form)
            found[r.form] = replace(known or r, share=part * r.share + (known.share if known else 0.0))
    yield from sorted(found.values(), key=lambda r: (-r.share, r.form, r.word))


def _pair(item: str) -> tuple[str, str]:
    variant, _, form = item.partition("=")
    return variant, form


def compile_table(
    entries: Iterable[Entry], morphologies: Mapping[str, Morphology], parties: Iterable[Party] = ()
) -> bytes:
    """Return the table of the entries, for exactly two languages; the same entries give the same bytes."""
    states = tuple(parties)
    rows = list(entries)
    lines: list[str] = []
    analysers = {}
    for code, morphology in morphologies.items():
        known = _vocabulary(rows, code, morphology)
        analysers[code] = Analyser(morphology, known)
        lines += [
            f"#{code} words\t{' '.join(sorted(known.words))}",
            f"#{code} whole\t{' '.join(sorted(known.whole))}",
            f"#{code} nouns\t{' '.join(sorted(known.nouns))}",
            f"#{code} verbs\t{' '.join(f'{v}={f}' for v, f in sorted(known.verbs.items()))}",
        ]
    first, second = morphologies
    for code, other in ((first, second), (second, first)):
        pairs = _pairs(rows, code, other, analysers)
        lines += [f"{code} {form}\t{shares(found, other)}" for form, found in pairs.items()]
        heads = sorted({form.split()[0] for form in pairs if " " in form})
        lines.append(f"#{code} heads\t{' '.join(heads)}")
        lines.append("\t".join([f"#{code} parties", *_parties(states, code, analysers[code])]))
    return b"\n".join([*sorted(line.encode() for line in lines), END])


def _vocabulary(rows: Iterable[Entry], code: str, morphology: Morphology) -> Vocabulary:
    """Return the single words of the entries as stems: what compounds and verb forms are recognised with."""
    words: set[str] = set()
    whole: set[str] = set()
    nouns: set[str] = set()
    verbs: dict[str, str] = {}
    for row in rows:
        for word in row.words.get(code, ()):
            low = word.lower()
            if not low.isalpha() or low in morphology.stop_words:
                continue
            if row.pos in _SIMPLE:
                whole.add(morphology.stem(low))
            if row.pos not in _SIMPLE or row.pos == "name":
                words.add(morphology.stem(low))
            if row.pos in ("n", "name"):
                nouns.add(morphology.stem(low))
            elif row.pos == "v":
                form = morphology.stem(low)
                verbs |= {form: form} | dict.fromkeys(morphology.variants(low), form)
    return Vocabulary(frozenset(words), frozenset(whole), frozenset(nouns), verbs)


def _pairs(
    rows: Iterable[Entry], code: str, other: str, analysers: Mapping[str, Analyser]
) -> dict[str, dict[tuple[str, str], float]]:
    """Return, for each form, its renderings with the sum of their weights."""
    pairs: dict[str, dict[tuple[str, str], float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        there = [(w, _form(w, analysers[other])) for w in row.words.get(other, ())]
        for here in row.words.get(code, ()):
            form = _form(here, analysers[code])
            lone = _LONE if " " in here and " " not in form else 1.0
            for n, (word, rendered) in enumerate(there):
                if form and rendered:
                    pairs[form][word.translate(_SEPARATORS), rendered] += row.weight * lone * _ORDER**n
    return pairs


def _parties(states: Iterable[Party], code: str, analyser: Analyser) -> Iterator[str]:
    """Yield "form=id" of what names a state, the first entry of a form counts."""
    found: dict[str, str] = {}
    for state in states:
        for words, mark in ((state.names.get(code, ()), ""), (state.adjectives.get(code, ()), ADJECTIVE)):
            for word in words:
                sign = HEAD if word.endswith(HEAD) else mark
                found.setdefault(_form(word.rstrip(HEAD), analyser), state.id + sign)
    return (f"{form}={party}" for form, party in sorted(found.items()) if form)


def _form(words: str, analyser: Analyser) -> str:
    return " ".join(w.form for w in analyser.read(words, entry=True)[:LONGEST_PHRASE])


def shares(found: Mapping[tuple[str, str], float], language: str) -> str:
    """Return renderings (word, form) in a language as the value of a table, the likeliest first; they sum to 1."""
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    whole = sum(weight for _, weight in best)
    rated = (f"{form}|{round(_WHOLE * weight / whole)}|{word if word != form else ''}" for (word, form), weight in best)
    return "\t".join((language, *rated))
