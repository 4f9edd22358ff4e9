"""A statement beside a sentence: where its words stand there, and everything in which the two differ.

Rule of this room: each comparison is a function of its own that names one kind of difference.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.checking.clauses import LEXICAL, GrammaticalFunction, grammatical_function, preposition
from bot.core.language_data.modifiers import OPPOSITES, Modifier
from bot.core.semantics.names import is_name_by_capital
from bot.core.semantics.role_agreement import role_agreement
from bot.core.semantics.semantic_roles import RoleLabeller
from bot.core.syntax.tagged_text import Pos
from bot.model import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.checking.clauses import Clause, ParsedSentence
    from bot.core.checking.word_matching import StatementWord, WordPositions
    from bot.core.language import Language

_NOUNS = frozenset({Pos.NOUN, Pos.NAME, Pos.NOMINAL})
_NOT_YET = frozenset({Pos.INFINITIVE, Pos.TO_INFINITIVE})
_HELPERS = frozenset({Pos.AUXILIARY, Pos.MODAL})
_GAPS = {
    Modifier.NOT: DifferenceKind.NEGATION,
    Modifier.MAYBE: DifferenceKind.CERTAINTY,
    Modifier.DUTY: DifferenceKind.CERTAINTY,
    Modifier.FUTURE: DifferenceKind.CERTAINTY,
}
_BEFORE = frozenset({Pos.ARTICLE, Pos.DETERMINER, Pos.ADJECTIVE, Pos.NUMBER, Pos.ADVERB, Pos.COMPARISON})
_NEARBY = 4
"""Words before a word that can say how much of it is meant."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its text, the words that have to be there, how it reads, its language.

    `speaker` is who it says speaks, `cues` the tokens that show it.
    """

    text: str
    words: tuple[StatementWord, ...]
    parsed: ParsedSentence
    language: Language
    speaker: str = ""
    cues: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of an article: how it reads, where its forms stand, its language.

    `cues` are the tokens by which somebody is quoted, `names` the article's names of several words.
    """

    parsed: ParsedSentence
    found: WordPositions
    language: Language
    cues: frozenset[int] = frozenset()
    names: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The share of a statement's words that a sentence has (numbers aside, where that is more), where, what differs."""

    share: float
    places: tuple[tuple[int, int], ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A statement's clause beside a sentence's, with the tokens of the words in both."""

    statement: Statement
    candidate: ParsedSentence
    language: Language
    mine: Clause | None
    other: Clause | None
    tokens: Mapping[StatementWord, int]
    cues: frozenset[int]


def compare(statement: Statement, sentence: Candidate) -> Comparison:
    """Return a statement's comparison with a sentence."""
    statement = replace(statement, words=tuple(part for w in statement.words for part in _parted(w, sentence.found)))
    where = _whole_names({w: _tokens(w, statement, sentence) for w in statement.words}, sentence.names)
    differences: list[Difference] = [*_missing(tuple(w for w in statement.words if not where[w]), statement, sentence)]
    chosen: dict[StatementWord, int] = {}
    for mine, words in _by_clause(statement):
        clauses = sentence.parsed.clauses
        other = max(clauses, key=lambda d: sum(any(d.contains(t) for t in where[w]) for w in words), default=None)
        tokens = {w: _choose(where[w], other) for w in words if where[w]}
        chosen |= tokens
        pair = _Pair(statement, sentence.parsed, sentence.language, mine, other, tokens, sentence.cues)
        differences += [d for compare in _COMPARISONS for d in compare(pair)]
    differences += _transfer(statement, sentence)
    places = tuple(sorted({(t.start, t.end) for i in chosen.values() for t in (sentence.parsed.page.at(i),)}))
    plain = [w for w in statement.words if not w.number] or statement.words
    share = max(sum(1 for w in words if where[w]) / len(words) for words in (statement.words, plain))
    return Comparison(share, places, tuple(dict.fromkeys(differences)))


def _parted(word: StatementWord, found: WordPositions) -> tuple[StatementWord, ...]:
    """Return a term's parts where they, and not the term, are in a sentence."""
    return word.parts if not found.positions_in(word) and found.has_all_parts(word) else (word,)


def _whole_names(
    where: dict[StatementWord, tuple[int, ...]], names: Sequence[frozenset[str]]
) -> dict[StatementWord, tuple[int, ...]]:
    """Return the same with the words of a name that a sentence shortens where the rest of the name is."""
    return where | {
        w: where[o]
        for w, tokens in where.items()
        if not tokens
        for o in where
        if where[o] and any(w.text in name and o.text in name for name in names)
    }


def _tokens(word: StatementWord, statement: Statement, sentence: Candidate) -> tuple[int, ...]:
    """Return the tokens of a sentence that stand for a word of the statement, of several words the one that counts.

    A noun does not stand for a verb, nor a verb for a noun in a statement that has one.
    """
    found, reading = sentence.found, sentence.parsed
    mine = statement.parsed.page.at(_token(statement, word))
    verb, noun = mine.pos in LEXICAL, mine.noun and bool(statement.parsed.clauses)
    numbers = (first if verb else last for first, last in found.positions_in(word))
    at = (reading.token_at(reading.start + found.words[n].start) for n in numbers)
    other = (t for t in at if t >= 0)
    return tuple(t for t in other if not (noun and _is_verb(sentence, t)) and not (verb and _is_no_verb(sentence, t)))


def _token(statement: Statement, word: StatementWord) -> int:
    """Return the token of a statement's word, of several the verb or else the last."""
    first = statement.parsed.token_at(word.start)
    return first if statement.parsed.page.at(first).pos in LEXICAL else statement.parsed.token_at(word.end - 1)


def _is_no_verb(sentence: Candidate, token: int) -> bool:
    """Tell whether a token is a noun or what describes one."""
    here = sentence.parsed.page.at(token)
    return here.noun or here.pos in {Pos.ADJECTIVE, Pos.DETERMINER}


def _is_verb(sentence: Candidate, token: int) -> bool:
    """Tell whether a token is the verb of a statement."""
    return sentence.parsed.page.at(token).pos is Pos.VERB


def _by_clause(statement: Statement) -> Iterator[tuple[Clause | None, list[StatementWord]]]:
    """Yield the statements that a text makes, each with its words."""
    left = list(statement.words)
    for clause in statement.parsed.clauses:
        mine = [w for w in left if clause.contains(_token(statement, w))]
        left = [w for w in left if w not in mine]
        if mine:
            yield clause, mine
    if left:
        yield None, left


def _choose(tokens: Sequence[int], clause: Clause | None) -> int:
    return next((t for t in tokens if clause and clause.contains(t)), tokens[0])


def _missing(missing: Sequence[StatementWord], statement: Statement, sentence: Candidate) -> Iterator[Difference]:
    """Yield the words and numbers that a sentence lacks; numbers beside those that it has instead."""
    numbers = tuple(w.text for w in missing if w.number)
    stated = {f for w in statement.words for f in w.forms}
    here = (w for w in sentence.found.words if w.form[0].isdigit() and w.form not in stated)
    instead = tuple(sentence.parsed.text[w.start : w.end] for w in here)
    if numbers:
        yield Difference(DifferenceKind.NUMBER, numbers, instead)
    words = tuple(w.text for w in missing if not w.number)
    if words:
        yield Difference(DifferenceKind.WORDS, words)


def _spread(p: _Pair) -> Iterator[Difference]:
    """Yield that words of one statement stand in several of the sentence."""
    if p.other and any(not p.other.contains(t) for t in p.tokens.values()):
        yield Difference(DifferenceKind.SPREAD, tuple(w.text for w, t in p.tokens.items() if not p.other.contains(t)))


def _numbers(p: _Pair) -> Iterator[Difference]:
    """Yield a number that belongs to another word: ‹3 died and 12 were hurt› is not ‹12 died›."""
    words = list(p.tokens)
    for number, noun in pairwise(words):
        if not number.number or noun.number or noun.start - number.end > _NEARBY:
            continue
        at, counted = p.tokens[number], p.tokens[noun]
        nearer = [i for i in range(max(0, counted - _NEARBY), counted) if _is_number(p, i)]
        if nearer and at not in nearer:
            yield Difference(DifferenceKind.NUMBER, (number.text,), tuple(p.candidate.page.at(i).text for i in nearer))


def _is_number(p: _Pair, token: int) -> bool:
    here = p.candidate.page.at(token)
    return here.pos is Pos.NUMBER or here.lower in p.language.morphology.numerals


def _modified(p: _Pair) -> Iterator[Difference]:
    """Yield negations and modals that only one of the two has."""
    if p.mine is None:
        return
    mine = _modifiers(p.statement.parsed, p.mine, p.statement.language, p.statement.cues)
    other = _modifiers(p.candidate, p.other, p.language, p.cues)
    for modifier in mine.keys() ^ other.keys():
        yield Difference(_GAPS.get(modifier, DifferenceKind.CERTAINTY), mine.get(modifier, ()), other.get(modifier, ()))


def _modifiers(
    p: ParsedSentence, clause: Clause | None, language: Language, cues: frozenset[int]
) -> dict[Modifier, tuple[str, ...]]:
    """Return what turns a statement, also in the one that governs it, with the words that do it.

    Where no verb was found, anything in the sentence may.
    """
    found: dict[Modifier, tuple[str, ...]] = {}
    table = language.modifiers.clausal
    for i in (*_governing(p, clause), *range(*clause.span)) if clause else range(len(p.page.tokens)):
        lower = p.page.at(i).lower.replace("’", "'")
        modifier = table.get(lower) or table.get(f"{lower} {p.page.at(i + 1).lower}")
        modifier = Modifier.NOT if lower.endswith(language.modifiers.negative_endings) else modifier
        if modifier and i not in cues and not is_name_by_capital(p.page, i) and not _is_idle(p, i, language):
            found[modifier] = (*found.get(modifier, ()), p.page.at(i).text)
    return found


def _is_idle(p: ParsedSentence, token: int, language: Language) -> bool:
    """Tell whether a token belongs to a fixed phrase that turns nothing: ‹not only›, ‹ohne Not›."""
    lower = p.page.at(token).lower
    for phrase in language.modifiers.neutral_phrases.get(lower, ()):
        words = phrase.split()
        starts = (token - k for k, word in enumerate(words) if word == lower)
        if any(start >= 0 and p.page.lowers(start, start + len(words)) == f" {phrase} " for start in starts):
            return True
    return False


def _governing(p: ParsedSentence, clause: Clause) -> range:
    at = p.clauses.index(clause)
    return range(*p.clauses[at - 1].span) if clause.embedded and at else range(0)


def _extent(p: _Pair) -> Iterator[Difference]:
    """Yield all, some, only, more than and former, where one of the two has them right before a word."""
    for w, t in p.tokens.items():
        mine = _near(p.statement.parsed, _token(p.statement, w), p.statement.language)
        other = _near(p.candidate, t, p.language)
        for turn in (mine.keys() ^ other.keys()) - {Modifier.ABOUT}:
            yield Difference(DifferenceKind.EXTENT, _one(mine.get(turn)), _one(other.get(turn)))


def _near(p: ParsedSentence, token: int, language: Language) -> dict[Modifier, str]:
    """Return what right before a word says how much of it is meant: ‹all of the›, ‹more than›, ‹former›."""
    found: dict[Modifier, str] = {}
    counted = p.page.at(token).pos is Pos.NUMBER
    for i in range(token - 1, max(-1, token - 1 - _NEARBY), -1):
        here = p.page.at(i)
        if _is_idle(p, i, language):
            continue
        two = language.modifiers.local.get(f"{p.page.at(i - 1).lower} {here.lower}")
        turn = two or language.modifiers.local.get(here.lower)
        if turn:
            found[Modifier.ABOUT if turn is Modifier.SOME and counted else turn] = p.page.cut(i - bool(two), i + 1)
        elif here.pos not in _BEFORE and here.lower not in language.modifiers.parts:
            break
        counted = counted or here.pos is Pos.NUMBER
    return found


def _one(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


def _verbs(p: _Pair) -> Iterator[Difference]:
    """Yield a verb of the sentence that its statement turns on and that is not in the claim: ‹plans to send›."""
    if p.mine is None or p.other is None:
        return
    page, matched = p.candidate.page, set(p.tokens.values())
    lexical = [v for v in p.other.verbs if v not in p.cues]
    head = p.other.finite if p.other.finite in lexical else next((v for v in lexical if v > p.other.finite), None)
    hit = [v for v in lexical if v in matched]
    if head is not None and head not in matched and p.other.finite not in p.cues:
        yield Difference(DifferenceKind.WORDS if not hit else DifferenceKind.CERTAINTY, (), (page.at(head).text,))
    elif hit and all(page.at(v).pos in _NOT_YET for v in hit) and p.mine.verbs and not _helped(p):
        yield Difference(DifferenceKind.CERTAINTY, (), (page.at(hit[0]).text,))


def _helped(p: _Pair) -> bool:
    """Tell whether an infinitive has a helping verb, which `_modified` compares, or is one in the claim, too."""
    here = p.other is not None and p.candidate.page.at(p.other.finite).pos in _HELPERS
    mine = [v for v in p.mine.verbs if p.statement.parsed.page.at(v).pos in _NOT_YET] if p.mine else []
    return here or bool(mine)


def _roles(p: _Pair) -> Iterator[Difference]:
    """Yield words that act in the one and are acted upon in the other, or of which it can't be told."""
    if p.mine is None or p.other is None or p.mine.subject is None:
        return
    passive = bool(set(p.mine.passive) - p.statement.cues)
    swap = passive != bool(set(p.other.passive) - p.cues)
    for w, t in p.tokens.items():
        token = _token(p.statement, w)
        if p.statement.parsed.page.at(token).pos not in _NOUNS:
            continue
        mine = grammatical_function(p.statement.parsed, p.mine, token, p.statement.language.valency.agent_prepositions)
        other = grammatical_function(p.candidate, p.other, t, p.language.valency.agent_prepositions)
        if not _fits(mine, other, swap=swap, passive=passive):
            yield Difference(
                DifferenceKind.ROLES,
                (w.text,),
                _one(p.candidate.page.cut(*p.other.subject.range) if p.other.subject else None),
            )


def _fits(mine: GrammaticalFunction, other: GrammaticalFunction, *, swap: bool, passive: bool) -> bool:
    """Tell whether two places are the same, one statement perhaps being the other's passive."""
    if not swap:
        return mine is other
    if passive:
        return (mine, other) in {
            (GrammaticalFunction.AGENT, GrammaticalFunction.SUBJECT),
            (GrammaticalFunction.SUBJECT, GrammaticalFunction.REST),
            (GrammaticalFunction.REST, GrammaticalFunction.REST),
        }
    return (mine, other) in {
        (GrammaticalFunction.SUBJECT, GrammaticalFunction.AGENT),
        (GrammaticalFunction.REST, GrammaticalFunction.SUBJECT),
        (GrammaticalFunction.REST, GrammaticalFunction.REST),
    }


def _attributes(p: _Pair) -> Iterator[Difference]:
    """Yield an adjective that belongs to another noun: ‹Russian troops hold Ukrainian land› and the other way round."""
    words = list(p.tokens)
    for adjective, noun in pairwise(words):
        one, two = _token(p.statement, adjective), _token(p.statement, noun)
        beside = (
            two - one == 1
            and p.statement.parsed.page.at(one).pos is Pos.ADJECTIVE
            and p.statement.parsed.page.at(two).noun
        )
        at, head = p.tokens[adjective], p.tokens[noun]
        if beside and not 0 <= head - at <= _NEARBY:
            yield Difference(
                DifferenceKind.ROLES, (f"{adjective.text} {noun.text}",), (p.candidate.page.at(head).text,)
            )


def _ways(p: _Pair) -> Iterator[Difference]:
    """Yield words that one has with ‹to› and the other with ‹from›, or the like."""
    for w, t in p.tokens.items():
        one = preposition(p.statement.parsed.page, _token(p.statement, w))
        two = preposition(p.candidate.page, t)
        mine = p.statement.language.modifiers.directions.get(one, frozenset())
        other = p.language.modifiers.directions.get(two, frozenset())
        if mine and other and not mine & other and any(frozenset({a, b}) in OPPOSITES for a in mine for b in other):
            yield Difference(DifferenceKind.ROLES, (f"{one} {w.text}",), (f"{two} {p.candidate.page.at(t).text}",))


def _transfer(statement: Statement, sentence: Candidate) -> Iterator[Difference]:
    """Yield that who gives and who gets stand the other way round."""
    asked = RoleLabeller(statement.language).label(statement.text, {})
    if asked and role_agreement(asked, RoleLabeller(sentence.language).label(sentence.parsed.text, {})) < 0:
        yield Difference(DifferenceKind.ROLES)


_COMPARISONS = (_spread, _numbers, _modified, _extent, _verbs, _roles, _attributes, _ways)
