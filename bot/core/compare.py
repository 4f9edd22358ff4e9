"""A statement beside a sentence: where its words stand there, and everything in which the two differ.

Rule of this room: each comparison is a function of its own that names one kind of difference.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.deeds import LEXICAL, Place, place, preposition
from bot.core.roles import Reader, agreement
from bot.core.syntax import Pos
from bot.core.turns import OPPOSITES, Turn
from bot.model import Difference, Gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.deeds import Deed, Parse
    from bot.core.language import Language
    from bot.core.wording import Found, Needle

_NOUNS = frozenset({Pos.NOUN, Pos.NAME, Pos.NOMINAL})
_NOT_YET = frozenset({Pos.INFINITIVE, Pos.TO_INFINITIVE})
_HELPERS = frozenset({Pos.AUXILIARY, Pos.MODAL})
_GAPS = {
    Turn.NOT: Gap.NEGATION,
    Turn.MAYBE: Gap.CERTAINTY,
    Turn.DUTY: Gap.CERTAINTY,
    Turn.FUTURE: Gap.CERTAINTY,
}
_BEFORE = frozenset({Pos.ARTICLE, Pos.DETERMINER, Pos.ADJECTIVE, Pos.NUMBER, Pos.ADVERB, Pos.COMPARISON})
_NEARBY = 4
"""Words before a word that can say how much of it is meant."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement: its text, the words that have to be there, how it reads, its language.

    `speaker` is who it says speaks, `cues` the tokens that show it.
    """

    text: str
    words: tuple[Needle, ...]
    parse: Parse
    language: Language
    speaker: str = ""
    cues: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an article: how it reads, where its forms stand, its language.

    `cues` are the tokens by which somebody is quoted, `names` the article's names of several words.
    """

    parse: Parse
    found: Found
    language: Language
    cues: frozenset[int] = frozenset()
    names: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """The share of a statement's words that a sentence has (numbers aside, where that is more), where, what differs."""

    share: float
    places: tuple[tuple[int, int], ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A statement's deed beside a sentence's, with the tokens of the words in both."""

    claim: Claim
    told: Parse
    language: Language
    mine: Deed | None
    other: Deed | None
    tokens: Mapping[Needle, int]
    cues: frozenset[int]


def compared(claim: Claim, sentence: Told) -> Compared:
    """Return a statement's comparison with a sentence."""
    claim = replace(claim, words=tuple(part for w in claim.words for part in _parted(w, sentence.found)))
    where = _whole_names({w: _tokens(w, claim, sentence) for w in claim.words}, sentence.names)
    differences: list[Difference] = [*_missing(tuple(w for w in claim.words if not where[w]), claim, sentence)]
    chosen: dict[Needle, int] = {}
    for mine, words in _by_deed(claim):
        deeds = sentence.parse.deeds
        other = max(deeds, key=lambda d: sum(any(d.holds(t) for t in where[w]) for w in words), default=None)
        tokens = {w: _choose(where[w], other) for w in words if where[w]}
        chosen |= tokens
        pair = _Pair(claim, sentence.parse, sentence.language, mine, other, tokens, sentence.cues)
        differences += [d for compare in _COMPARISONS for d in compare(pair)]
    differences += _transfer(claim, sentence)
    places = tuple(sorted({(t.start, t.end) for i in chosen.values() for t in (sentence.parse.page.at(i),)}))
    plain = [w for w in claim.words if not w.number] or claim.words
    share = max(sum(1 for w in words if where[w]) / len(words) for words in (claim.words, plain))
    return Compared(share, places, tuple(dict.fromkeys(differences)))


def _parted(needle: Needle, found: Found) -> tuple[Needle, ...]:
    """Return a term's parts where they, and not the term, are in a sentence."""
    return needle.parts if not found.places(needle) and found.parted(needle) else (needle,)


def _whole_names(
    where: dict[Needle, tuple[int, ...]], names: Sequence[frozenset[str]]
) -> dict[Needle, tuple[int, ...]]:
    """Return the same with the words of a name that a sentence shortens where the rest of the name is."""
    return where | {
        w: where[o]
        for w, tokens in where.items()
        if not tokens
        for o in where
        if where[o] and any(w.text in name and o.text in name for name in names)
    }


def _tokens(needle: Needle, claim: Claim, sentence: Told) -> tuple[int, ...]:
    """Return the tokens of a sentence that stand for a word of the statement, of several words the one that counts.

    A noun does not stand for a verb, nor a verb for a noun in a statement that has one.
    """
    found, reading = sentence.found, sentence.parse
    mine = claim.parse.page.at(_token(claim, needle))
    verb, noun = mine.pos in LEXICAL, mine.noun and bool(claim.parse.deeds)
    numbers = (first if verb else last for first, last in found.places(needle))
    at = (reading.token_at(reading.start + found.words[n].start) for n in numbers)
    other = (t for t in at if t >= 0)
    return tuple(t for t in other if not (noun and _is_verb(sentence, t)) and not (verb and _is_no_verb(sentence, t)))


def _token(claim: Claim, needle: Needle) -> int:
    """Return the token of a statement's word, of several the verb or else the last."""
    first = claim.parse.token_at(needle.start)
    return first if claim.parse.page.at(first).pos in LEXICAL else claim.parse.token_at(needle.end - 1)


def _is_no_verb(sentence: Told, token: int) -> bool:
    """Tell whether a token is a noun or what describes one."""
    here = sentence.parse.page.at(token)
    return here.noun or here.pos in {Pos.ADJECTIVE, Pos.DETERMINER}


def _is_verb(sentence: Told, token: int) -> bool:
    """Tell whether a token is the verb of a statement."""
    return sentence.parse.page.at(token).pos is Pos.VERB


def _by_deed(claim: Claim) -> Iterator[tuple[Deed | None, list[Needle]]]:
    """Yield the statements that a text makes, each with its words."""
    left = list(claim.words)
    for deed in claim.parse.deeds:
        mine = [w for w in left if deed.holds(_token(claim, w))]
        left = [w for w in left if w not in mine]
        if mine:
            yield deed, mine
    if left:
        yield None, left


def _choose(tokens: Sequence[int], deed: Deed | None) -> int:
    return next((t for t in tokens if deed and deed.holds(t)), tokens[0])


def _missing(missing: Sequence[Needle], claim: Claim, sentence: Told) -> Iterator[Difference]:
    """Yield the words and numbers that a sentence lacks; numbers beside those that it has instead."""
    numbers = tuple(w.text for w in missing if w.number)
    stated = {f for w in claim.words for f in w.forms}
    here = (w for w in sentence.found.words if w.form[0].isdigit() and w.form not in stated)
    instead = tuple(sentence.parse.text[w.start : w.end] for w in here)
    if numbers:
        yield Difference(Gap.NUMBER, numbers, instead)
    words = tuple(w.text for w in missing if not w.number)
    if words:
        yield Difference(Gap.WORDS, words)


def _spread(p: _Pair) -> Iterator[Difference]:
    """Yield that words of one statement stand in several of the sentence."""
    if p.other and any(not p.other.holds(t) for t in p.tokens.values()):
        yield Difference(Gap.SPREAD, tuple(w.text for w, t in p.tokens.items() if not p.other.holds(t)))


def _numbers(p: _Pair) -> Iterator[Difference]:
    """Yield a number that belongs to another word: ‹3 died and 12 were hurt› is not ‹12 died›."""
    words = list(p.tokens)
    for number, noun in pairwise(words):
        if not number.number or noun.number or noun.start - number.end > _NEARBY:
            continue
        at, counted = p.tokens[number], p.tokens[noun]
        nearer = [i for i in range(max(0, counted - _NEARBY), counted) if _is_number(p, i)]
        if nearer and at not in nearer:
            yield Difference(Gap.NUMBER, (number.text,), tuple(p.told.page.at(i).text for i in nearer))


def _is_number(p: _Pair, token: int) -> bool:
    here = p.told.page.at(token)
    return here.pos is Pos.NUMBER or here.lower in p.language.morphology.numerals


def _turned(p: _Pair) -> Iterator[Difference]:
    """Yield negations and modals that only one of the two has."""
    if p.mine is None:
        return
    mine = _turns(p.claim.parse, p.mine, p.claim.language, p.claim.cues)
    other = _turns(p.told, p.other, p.language, p.cues)
    for turn in mine.keys() ^ other.keys():
        yield Difference(_GAPS.get(turn, Gap.CERTAINTY), mine.get(turn, ()), other.get(turn, ()))


def _turns(p: Parse, deed: Deed | None, language: Language, cues: frozenset[int]) -> dict[Turn, tuple[str, ...]]:
    """Return what turns a statement, also in the one that governs it, with the words that do it.

    Where no verb was found, anything in the sentence may.
    """
    found: dict[Turn, tuple[str, ...]] = {}
    table = language.turns.words
    for i in (*_governing(p, deed), *range(*deed.span)) if deed else range(len(p.page.tokens)):
        lower = p.page.at(i).lower.replace("’", "'")
        turn = table.get(lower) or table.get(f"{lower} {p.page.at(i + 1).lower}")
        turn = Turn.NOT if lower.endswith("n't") or lower == "cannot" else turn
        if turn and i not in cues and not _is_name(p, i) and not _is_idle(p, i, language):
            found[turn] = (*found.get(turn, ()), p.page.at(i).text)
    return found


def _is_name(p: Parse, token: int) -> bool:
    """Tell whether a word has a capital inside a sentence: ‹in May›, ‹Ann Will›; not ‹NOT›."""
    here, before = p.page.at(token), p.page.at(token - 1)
    return here.capital and not here.text.isupper() and before.text[-1:].isalnum()


def _is_idle(p: Parse, token: int, language: Language) -> bool:
    """Tell whether a token belongs to a fixed phrase that turns nothing: ‹not only›, ‹ohne Not›."""
    lower = p.page.at(token).lower
    for phrase in language.turns.idle.get(lower, ()):
        words = phrase.split()
        starts = (token - k for k, word in enumerate(words) if word == lower)
        if any(start >= 0 and p.page.lowers(start, start + len(words)) == f" {phrase} " for start in starts):
            return True
    return False


def _governing(p: Parse, deed: Deed) -> range:
    at = p.deeds.index(deed)
    return range(*p.deeds[at - 1].span) if deed.governed and at else range(0)


def _extent(p: _Pair) -> Iterator[Difference]:
    """Yield all, some, only, more than and former, where one of the two has them right before a word."""
    for w, t in p.tokens.items():
        mine = _near(p.claim.parse, _token(p.claim, w), p.claim.language)
        other = _near(p.told, t, p.language)
        for turn in (mine.keys() ^ other.keys()) - {Turn.ABOUT}:
            yield Difference(Gap.EXTENT, _one(mine.get(turn)), _one(other.get(turn)))


def _near(p: Parse, token: int, language: Language) -> dict[Turn, str]:
    """Return what right before a word says how much of it is meant: ‹all of the›, ‹more than›, ‹former›."""
    found: dict[Turn, str] = {}
    counted = p.page.at(token).pos is Pos.NUMBER
    for i in range(token - 1, max(-1, token - 1 - _NEARBY), -1):
        here = p.page.at(i)
        if _is_idle(p, i, language):
            continue
        two = language.turns.nearby.get(f"{p.page.at(i - 1).lower} {here.lower}")
        turn = two or language.turns.nearby.get(here.lower)
        if turn:
            found[Turn.ABOUT if turn is Turn.SOME and counted else turn] = p.page.cut(i - bool(two), i + 1)
        elif here.pos not in _BEFORE and here.lower not in language.turns.parts:
            break
        counted = counted or here.pos is Pos.NUMBER
    return found


def _one(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


def _verbs(p: _Pair) -> Iterator[Difference]:
    """Yield a verb of the sentence that its statement turns on and that is not in the claim: ‹plans to send›."""
    if p.mine is None or p.other is None:
        return
    page, matched = p.told.page, set(p.tokens.values())
    lexical = [v for v in p.other.verbs if v not in p.cues]
    head = p.other.finite if p.other.finite in lexical else next((v for v in lexical if v > p.other.finite), None)
    hit = [v for v in lexical if v in matched]
    if head is not None and head not in matched and p.other.finite not in p.cues:
        yield Difference(Gap.WORDS if not hit else Gap.CERTAINTY, (), (page.at(head).text,))
    elif hit and all(page.at(v).pos in _NOT_YET for v in hit) and p.mine.verbs and not _helped(p):
        yield Difference(Gap.CERTAINTY, (), (page.at(hit[0]).text,))


def _helped(p: _Pair) -> bool:
    """Tell whether an infinitive has a helping verb, which `_turned` compares, or is one in the claim, too."""
    here = p.other is not None and p.told.page.at(p.other.finite).pos in _HELPERS
    mine = [v for v in p.mine.verbs if p.claim.parse.page.at(v).pos in _NOT_YET] if p.mine else []
    return here or bool(mine)


def _roles(p: _Pair) -> Iterator[Difference]:
    """Yield words that act in the one and are acted upon in the other, or of which it can't be told."""
    if p.mine is None or p.other is None or p.mine.subject is None:
        return
    passive = bool(set(p.mine.passive) - p.claim.cues)
    swap = passive != bool(set(p.other.passive) - p.cues)
    for w, t in p.tokens.items():
        token = _token(p.claim, w)
        if p.claim.parse.page.at(token).pos not in _NOUNS:
            continue
        mine = place(p.claim.parse, p.mine, token, p.claim.language.turns.agents)
        other = place(p.told, p.other, t, p.language.turns.agents)
        if not _fits(mine, other, swap=swap, passive=passive):
            yield Difference(
                Gap.ROLES, (w.text,), _one(p.told.page.cut(*p.other.subject.range) if p.other.subject else None)
            )


def _fits(mine: Place, other: Place, *, swap: bool, passive: bool) -> bool:
    """Tell whether two places are the same, one statement perhaps being the other's passive."""
    if not swap:
        return mine is other
    if passive:
        return (mine, other) in {(Place.AGENT, Place.SUBJECT), (Place.SUBJECT, Place.REST), (Place.REST, Place.REST)}
    return (mine, other) in {(Place.SUBJECT, Place.AGENT), (Place.REST, Place.SUBJECT), (Place.REST, Place.REST)}


def _attributes(p: _Pair) -> Iterator[Difference]:
    """Yield an adjective that belongs to another noun: ‹Russian troops hold Ukrainian land› and the other way round."""
    words = list(p.tokens)
    for adjective, noun in pairwise(words):
        one, two = _token(p.claim, adjective), _token(p.claim, noun)
        beside = two - one == 1 and p.claim.parse.page.at(one).pos is Pos.ADJECTIVE and p.claim.parse.page.at(two).noun
        at, head = p.tokens[adjective], p.tokens[noun]
        if beside and not 0 <= head - at <= _NEARBY:
            yield Difference(Gap.ROLES, (f"{adjective.text} {noun.text}",), (p.told.page.at(head).text,))


def _ways(p: _Pair) -> Iterator[Difference]:
    """Yield words that one has with ‹to› and the other with ‹from›, or the like."""
    for w, t in p.tokens.items():
        one = preposition(p.claim.parse.page, _token(p.claim, w))
        two = preposition(p.told.page, t)
        mine = p.claim.language.turns.ways.get(one, frozenset())
        other = p.language.turns.ways.get(two, frozenset())
        if mine and other and not mine & other and any(frozenset({a, b}) in OPPOSITES for a in mine for b in other):
            yield Difference(Gap.ROLES, (f"{one} {w.text}",), (f"{two} {p.told.page.at(t).text}",))


def _transfer(claim: Claim, sentence: Told) -> Iterator[Difference]:
    """Yield that who gives and who gets stand the other way round."""
    asked = Reader(claim.language).frames(claim.text, {})
    if asked and agreement(asked, Reader(sentence.language).frames(sentence.parse.text, {})) < 0:
        yield Difference(Gap.ROLES)


_COMPARISONS = (_spread, _numbers, _turned, _extent, _verbs, _roles, _attributes, _ways)
