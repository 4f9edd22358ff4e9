"""A statement beside a sentence: where its words stand there, and everything in which the two differ.

Rule of this room: each comparison is a function of its own that names one kind of difference.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.checking.acts import governed, is_attributive, times, verbs
from bot.core.checking.clauses import LEXICAL
from bot.core.checking.numbers import lacking, misplaced, partial, ranged
from bot.core.checking.opposites import excluded
from bot.core.checking.pairing import Pair
from bot.core.checking.roles import attributes, directions, everybody, owners, roles, transfer
from bot.core.checking.turns import asks, but_words, clausal_turns, differing, extents
from bot.core.language_data.modifiers import Modifier
from bot.core.syntax.tagged_text import Pos
from bot.model import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.checking.clauses import Clause
    from bot.core.checking.pairing import Candidate, Statement
    from bot.core.checking.word_matching import StatementWord

_GAPS = {
    Modifier.NOT: DifferenceKind.NEGATION,
    Modifier.ALMOST: DifferenceKind.EXTENT,
    Modifier.EXCEPT: DifferenceKind.EXTENT,
    Modifier.FEW: DifferenceKind.EXTENT,
    Modifier.SOME: DifferenceKind.EXTENT,
    Modifier.MOST: DifferenceKind.EXTENT,
    Modifier.ALL: DifferenceKind.EXTENT,
    Modifier.PAST: DifferenceKind.TIME,
}
"""What kind of difference a turn makes; any other makes one of certainty."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The share of a statement's words that a sentence has (numbers aside, where that is more), where, what differs.

    `spare` is the number of words of the compared clauses that say more than the statement.
    """

    share: float
    places: tuple[tuple[int, int], ...]
    differences: tuple[Difference, ...]
    spare: int = 0


def compare(statement: Statement, sentence: Candidate) -> Comparison:
    """Return a statement's comparison with a sentence."""
    statement = replace(
        statement, words=tuple(part for w in statement.words for part in _parted(w, statement, sentence))
    )
    where = {w: _tokens(w, statement, sentence) for w in statement.words}
    missing = tuple(w for w in statement.words if not where[w])
    differences: list[Difference] = [*_missing(missing, statement, sentence)]
    if asks(sentence.parsed) and not asks(statement.parsed):
        differences.append(Difference(DifferenceKind.QUESTION))
    chosen: dict[StatementWord, int] = {}
    spare = 0
    for mine, words in _by_clause(statement):
        clauses = sentence.parsed.clauses
        other = max(clauses, key=lambda d: sum(any(d.contains(t) for t in where[w]) for w in words), default=None)
        tokens = dict(_chosen({w: where[w] for w in words if where[w]}, other))
        chosen |= tokens
        pair = Pair(statement, sentence, mine, other, tokens)
        differences += [d for compare in _COMPARISONS for d in compare(pair)]
        spare += _spare(pair)
    differences += transfer(statement, sentence)
    places = tuple(sorted({(t.start, t.end) for i in chosen.values() for t in (sentence.parsed.page.at(i),)}))
    plain = [w for w in statement.words if not w.number] or statement.words
    share = max(sum(1 for w in words if where[w]) / len(words) for words in (statement.words, plain))
    return Comparison(share, places, tuple(dict.fromkeys(differences)), spare)


def _spare(p: Pair) -> int:
    """Return how many words of a clause say something that the statement does not."""
    inside = range(*p.other.span) if p.other else range(0)
    turning = p.candidate.language.modifiers.clausal
    page = p.told.page
    return sum(1 for i in inside if _is_content(p, i) and (page.at(i).noun or page.at(i).lower not in turning))


def _is_content(p: Pair, i: int) -> bool:
    """Tell whether a word of a sentence says something that the statement does not."""
    here = p.told.page.at(i)
    says = here.noun or here.pos in {Pos.ADJECTIVE, Pos.ADVERB, Pos.PREDICATIVE, Pos.NUMBER}
    return says and i not in p.matched and not _near_name(p, i)


def _near_name(p: Pair, i: int) -> bool:
    """Tell whether a noun stands beside one that is matched, as part of its name or title."""
    page = p.told.page
    return any(abs(i - t) == 1 and page.at(t).noun for t in p.matched)


def _parted(word: StatementWord, statement: Statement, sentence: Candidate) -> tuple[StatementWord, ...]:
    """Return a term's parts where they, and not the term, are in a sentence."""
    apart = sentence.found.has_all_parts(word) and not _tokens(word, statement, sentence)
    return word.parts if apart else (word,)


def _tokens(word: StatementWord, statement: Statement, sentence: Candidate) -> tuple[int, ...]:
    """Return the tokens of a sentence that stand for a word of the statement, of several words the one that counts.

    A noun does not stand for a verb, nor a verb for a noun in a statement that has one.
    """
    found, reading = sentence.found, sentence.parsed
    mine = statement.parsed.page.at(statement.token(word))
    verb, noun = mine.pos in LEXICAL, mine.noun and bool(statement.parsed.clauses)
    counted = word.amount is not None
    places = (first if verb or counted else last for first, last in found.places(word))
    tokens = (reading.token_at(reading.start + start) for start, _ in places)
    at = tuple(t for t in tokens if t >= 0 and t not in sentence.framing)
    if counted:
        return at
    return tuple(t for t in at if not (noun and _is_verb(sentence, t)) and not (verb and _is_no_verb(sentence, t)))


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
        mine = [w for w in left if clause.contains(statement.token(w))]
        left = [w for w in left if w not in mine]
        if mine:
            yield clause, mine
    if left:
        yield None, left


def _chosen(
    where: Mapping[StatementWord, tuple[int, ...]], clause: Clause | None
) -> Iterator[tuple[StatementWord, int]]:
    """Yield for each word one of its tokens: in the clause, and of several there the next behind the last chosen."""
    last = -1
    for word, tokens in where.items():
        inside = [t for t in tokens if clause and clause.contains(t)]
        last = next((t for t in sorted(inside) if t > last), inside[0] if inside else tokens[0])
        yield word, last


def _missing(missing: Sequence[StatementWord], statement: Statement, sentence: Candidate) -> Iterator[Difference]:
    """Yield the words and numbers that a sentence lacks; numbers beside those that it has instead."""
    yield from lacking([w for w in missing if w.number], statement, sentence)
    against = tuple(excluded(missing, statement, sentence))
    for word, other, contrary in against:
        yield Difference(DifferenceKind.OPPOSITE if contrary else DifferenceKind.WORDS, (word.text,), (other,))
    named = {a.word for a in against}
    words = tuple(w.text for w in missing if not w.number and w not in named)
    if words:
        yield Difference(DifferenceKind.WORDS, words)


def _spread(p: Pair) -> Iterator[Difference]:
    """Yield that words of one statement stand in several of the sentence."""
    if p.other and not is_attributive(p) and any(not p.other.contains(t) for t in p.tokens.values()):
        yield Difference(DifferenceKind.SPREAD, tuple(w.text for w, t in p.tokens.items() if not p.other.contains(t)))


def _modified(p: Pair) -> Iterator[Difference]:
    """Yield what turns only one of the two."""
    mine = clausal_turns(
        p.statement.parsed, p.mine, p.statement.language, p.statement.cues, reported=bool(p.statement.speaker)
    )
    other = clausal_turns(p.told, p.other, p.candidate.language, p.candidate.cues, reported=p.candidate.reported)
    words = frozenset(p.token(w) for w in p.tokens)
    mine, other = but_words(mine, p.statement.parsed, words), but_words(other, p.told, p.matched)
    if Modifier.NOT not in other:
        yield from _either(p)
    for turn, stated, told in differing(mine, other):
        yield Difference(_GAPS.get(turn, DifferenceKind.CERTAINTY), stated, told)


def _either(p: Pair) -> Iterator[Difference]:
    """Yield what the sentence says of one thing or another: ‹Ann or Tom signed›; not ‹neither bus nor train›."""
    page, joints = p.told.page, p.candidate.language.turns.alternatives
    inside = range(*p.other.span) if p.other else range(0)
    for i in [i for i in inside if page.at(i).lower in joints]:
        before = next((k for k in range(i - 1, inside.start - 1, -1) if page.at(k).noun), None)
        behind = next((k for k in range(i + 1, inside.stop) if page.at(k).noun), None)
        if before is not None and behind is not None and (before in p.matched) != (behind in p.matched):
            yield Difference(DifferenceKind.CERTAINTY, (), (page.cut(before, behind + 1),))


def _extent(p: Pair) -> Iterator[Difference]:
    """Yield all, some, only, more than and former, where one of the two has them right before a word."""
    for w, t in p.tokens.items():
        first = p.statement.parsed.token_at(w.start) if w.amount is not None else p.token(w)
        mine = extents(p.statement.parsed, first, p.statement.language)
        other = extents(p.told, t, p.candidate.language)
        done = {Modifier.ALMOST} if p.told.page.at(t).pos in LEXICAL else set()  # compared with all of the clause
        for turn in (mine.keys() ^ other.keys()) - {Modifier.ABOUT} - done:
            yield Difference(DifferenceKind.EXTENT, _one(mine.get(turn)), _one(other.get(turn)))


def _one(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


_COMPARISONS = (
    _spread,
    misplaced,
    ranged,
    partial,
    _modified,
    _extent,
    verbs,
    governed,
    times,
    roles,
    everybody,
    owners,
    attributes,
    directions,
)
