"""From readable entries to the table that `lexicon` looks words up in.

Rule of this room: the same entries give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.morphology import Vocabulary
from bot.core.lexical.analysis import Analyser
from bot.core.lexical.lexicon import _WHOLE, END, LONGEST_PHRASE, MOST, NEXT, EntityKind
from bot.core.lexical.related_words import compile_related
from bot.core.lexical.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.core.language_data.morphology import Morphology
    from bot.core.lexical.related_words import Group

_ORDER = 0.9
"""Each further equivalent of an entry is a little less usual than the one before it."""
_LONE = 0.1
"""Share of an entry of several words that is only one without its stop words: "take off" is hardly "take"."""
_SIMPLE = ("name", "fn", "adv", "num")
"""Parts of speech that are no compounds, and that compounds are not split into (names may be: Ukraine-Krieg)."""
_SEPARATORS = str.maketrans("", "", "\t\n|=")


_NAME = 3
"""Letters of a word that may be a name by itself."""


class Entry(NamedTuple):
    """One sense: equivalents by language code, part of speech, and how usual the translation is (0 to 1)."""

    words: Mapping[str, tuple[str, ...]]
    pos: str
    weight: float


class State(NamedTuple):
    """A state: its id, and by language code what names it, each with how: its people, capital, heads, adjectives."""

    id: str
    names: Mapping[str, tuple[tuple[str, EntityKind], ...]]


def compile_table(
    entries: Iterable[Entry],
    morphologies: Mapping[str, Morphology],
    parties: Iterable[State] = (),
    groups: Iterable[Group] = (),
) -> bytes:
    """Return the table of the entries; the same entries give the same bytes.

    A form's renderings stand in one line for all other languages, those of each with shares that sum to 1.
    """
    states = tuple(parties)
    rows = list(entries)
    lines: list[str] = []
    analysers = {}
    closed = frozenset().union(*(morphology.function_words for morphology in morphologies.values()))
    for code, morphology in morphologies.items():
        known = _vocabulary(rows, code, morphology)
        analysers[code] = Analyser(morphology, known)
        lines += [
            f"#{code} words\t{' '.join(sorted(known.words))}",
            f"#{code} whole\t{' '.join(sorted(known.indivisible))}",
            f"#{code} nouns\t{' '.join(sorted(known.nouns))}",
            f"#{code} verbs\t{' '.join(f'{v}={f}' for v, f in sorted(known.verbs.items()))}",
            f"#{code} names\t{' '.join(sorted(_names(rows, code, capitals=not morphology.capital_nouns) - closed))}",
        ]
    for code in morphologies:
        pairs: dict[str, list[str]] = defaultdict(list)
        for other in (other for other in morphologies if other != code):
            for form, found in _pairs(rows, code, other, analysers).items():
                pairs[form].append(shares(found, other))
        lines += [f"{code} {form}\t{NEXT.join(found)}" for form, found in pairs.items()]
        heads = sorted({form.split()[0] for form in pairs if " " in form})
        lines.append(f"#{code} heads\t{' '.join(heads)}")
        lines.append("\t".join([f"#{code} parties", *_parties(states, code, analysers[code])]))
    lines += compile_related(groups, analysers)
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
    """Return, for each form, its translations with the sum of their weights."""
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


def _parties(states: Iterable[State], code: str, analyser: Analyser) -> Iterator[str]:
    """Yield "form=id=kind" of what names a state, the first entry of a form counts."""
    found: dict[str, str] = {}
    for state in states:
        for word, kind in state.names.get(code, ()):
            found.setdefault(_form(word, analyser), f"{state.id}={kind}")
    return (f"{form}={party}" for form, party in sorted(found.items()) if form)


def _form(words: str, analyser: Analyser) -> str:
    return " ".join(w.form for w in analyser.read(words, entry=True)[:LONGEST_PHRASE])


def shares(found: Mapping[tuple[str, str], float], language: str) -> str:
    """Return translations (word, form) in a language as the value of a table, the likeliest first; they sum to 1."""
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    whole = sum(weight for _, weight in best)
    rated = (f"{form}|{round(_WHOLE * weight / whole)}|{word if word != form else ''}" for (word, form), weight in best)
    return "\t".join((language, *rated))


def _names(rows: Iterable[Entry], code: str, *, capitals: bool) -> set[str]:
    """Return the words, as they are normalised, that stand in names alone.

    Where `capitals` tell names, a name with a capital in a phrase is none the less one: Berlin in "Berlin Wall".
    """
    names: set[str] = set()
    lone: set[str] = set()
    others: set[str] = set()
    inside: set[str] = set()
    for row in rows:
        same = frozenset.intersection(*(frozenset(words) for words in row.words.values()))
        for words in row.words.get(code, ()):
            found = {t.word: words[t.start].isupper() for t in tokens(words) if len(t.word) >= _NAME}
            if row.pos != "name":
                inside |= {word for word, capital in found.items() if capital and capitals and " " in words}
                others |= {word for word, capital in found.items() if not (capital and capitals and " " in words)}
            # A name of several words that both languages have is a person's; others are made of common words.
            elif " " not in words or words in same:
                names |= found.keys()
                lone |= found.keys() if " " not in words else set()
    return {name for name in names - others - (inside - lone) if name.isalpha()}
