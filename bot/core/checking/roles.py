"""Who does what to whom: the parties of a statement and of a sentence, and what a noun belongs to.

Rule of this room: parties that stand otherwise, or of which it can't be told, are a difference.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.checking.acts import is_attributive
from bot.core.checking.clauses import GrammaticalFunction, grammatical_function, preposition
from bot.core.checking.kept import Keyed
from bot.core.language_data.modifiers import OPPOSITES, Direction
from bot.core.language_data.valency import TRANSFER
from bot.core.semantics.role_agreement import role_agreement
from bot.core.semantics.semantic_roles import RoleLabeller
from bot.core.syntax.tagged_text import NOUNS, Pos
from bot.model import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.checking.clauses import ParsedSentence
    from bot.core.checking.pairing import Candidate, Pair, Statement
    from bot.core.checking.word_matching import StatementWord
    from bot.core.language import Language
    from bot.core.language_data.turns import Turns

_NEARBY = 4
"""Words from an adjective to its noun."""
_FAR = 6
"""Words between a noun and what it belongs to."""
_INSIDE = frozenset({Pos.ARTICLE, Pos.DETERMINER, Pos.ADJECTIVE, Pos.NUMBER, Pos.ADVERB})
_S, _A, _R = GrammaticalFunction.SUBJECT, GrammaticalFunction.AGENT, GrammaticalFunction.REST


def roles(p: Pair) -> Iterator[Difference]:
    """Yield words that act in the one and are acted upon in the other, or of which it can't be told."""
    if p.mine is None or p.other is None or p.mine.subject is None or is_attributive(p):
        return
    own = {p.token(w) for w in p.tokens}
    passive = bool(set(p.mine.passive) - (p.statement.cues - own))
    swap = passive != bool(set(p.other.passive) - (p.candidate.cues - p.matched))
    for w, t in p.tokens.items():
        token = p.token(w)
        if w.amount is not None or p.statement.parsed.page.at(token).pos not in NOUNS:
            continue
        mine = grammatical_function(p.statement.parsed, p.mine, token, p.statement.language.valency.agent_prepositions)
        other = grammatical_function(p.told, p.other, t, p.candidate.language.valency.agent_prepositions)
        if not _fits(mine, other, swap=swap, passive=passive):
            yield _swapped(p, w)


def _swapped(p: Pair, word: StatementWord) -> Difference:
    """Return that parties stand otherwise: who it is said of on either side, and nobody where that is the same."""
    mine = p.statement.parsed.page.cut(*p.mine.subject.range) if p.mine and p.mine.subject else word.text
    other = p.told.page.cut(*p.other.subject.range) if p.other and p.other.subject else ""
    if mine.casefold() == other.casefold():
        return Difference(DifferenceKind.ROLES)
    return Difference(DifferenceKind.ROLES, (mine,), (other,) if other else ())


def _fits(mine: GrammaticalFunction, other: GrammaticalFunction, *, swap: bool, passive: bool) -> bool:
    """Tell whether two places are the same, one statement perhaps being the other's passive."""
    if not swap:
        return mine is other
    if passive:
        return (mine, other) in {(_A, _S), (_S, _R), (_R, _R)}
    return (mine, other) in {(_S, _A), (_R, _S), (_R, _R)}


def everybody(p: Pair) -> Iterator[Difference]:
    """Yield a subject that names nobody (everyone, someone) and that the sentence does not have."""
    if p.mine is None or p.mine.subject is None:
        return
    mine = p.statement.parsed.page.cut(*p.mine.subject.range)
    other = p.told.page.cut(*p.other.subject.range) if p.other and p.other.subject else ""
    one, two = p.statement.language.turns, p.candidate.language.turns
    kinds = ((one.everybody, two.everybody), (one.somebody, two.somebody))
    named = [there for here, there in kinds if mine.lower() in here]
    if named and not any(other.lower() in there for there in named):
        yield Difference(DifferenceKind.EXTENT, (mine,), (other,) if other else ())


def owners(p: Pair) -> Iterator[Difference]:
    """Yield a word that the sentence has as part of something else: the mayor's son, the threat of a strike."""
    for w, t in p.tokens.items():
        here = p.told.page.at(t)
        if w.amount is not None or not (here.noun or here.pos is Pos.POSSESSIVE):
            continue
        mine = _owned(p.statement.parsed, p.token(w), p.statement.language)
        other = _owned(p.told, t, p.candidate.language)
        if other is not None and mine is None and other not in p.matched:
            a, b = sorted((t, other))
            yield Difference(DifferenceKind.ROLES, (w.text,), (p.told.page.cut(a, b + 1),))


def _owned(p: ParsedSentence, token: int, language: Language) -> int | None:
    """Return the noun that a noun belongs to, by a genitive, ‹of› or a compound; None for none."""
    page, turns = p.page, language.turns
    after = page.at(token + 1)
    if page.at(token).pos is Pos.POSSESSIVE or page.at(token).text.endswith(("'s", "’s")):
        return _head_after(p, token)
    if after.text in {"'", "’"} and page.at(token + 2).noun:
        return token + 2
    plain = page.at(token).pos is Pos.NOUN and after.pos is Pos.NOUN and after.text.islower()
    if plain and page.at(token).text.islower():
        return _head_after(p, token)
    at = token - 1
    while at > max(0, token - _FAR) and page.at(at).pos in _INSIDE and not _is_genitive(p, at, turns):
        at -= 1
    before = at - 1 if _is_genitive(p, at, turns) or page.at(at).lower in turns.of else None
    if before is None or not page.at(before).noun or _is_partitive(page.at(before).lower, language):
        return None
    return before


def _is_genitive(p: ParsedSentence, at: int, turns: Turns) -> bool:
    """Tell whether an article opens a genitive behind a noun: ‹der Sohn des Meisters›."""
    here = p.page.at(at)
    return here.lower in turns.genitives and here.pos is Pos.ARTICLE and p.page.at(at - 1).noun


def _is_partitive(noun: str, language: Language) -> bool:
    return noun.startswith(language.turns.partitives) or noun.endswith(language.turns.partitives)


def _head_after(p: ParsedSentence, token: int) -> int | None:
    """Return the last noun of the phrase that a noun opens."""
    last = None
    for i in range(token + 1, min(token + _FAR, len(p.page.tokens))):
        if p.page.at(i).noun:
            last = i
        elif p.page.at(i).pos not in _INSIDE:
            break
    return last


def attributes(p: Pair) -> Iterator[Difference]:
    """Yield an adjective that belongs to another noun: ‹Russian troops hold Ukrainian land› and the other way round."""
    words = list(p.tokens)
    mine = p.statement.parsed.page
    for adjective, noun in pairwise(words):
        one, two = p.token(adjective), p.token(noun)
        beside = two - one == 1 and mine.at(one).pos is Pos.ADJECTIVE and mine.at(two).noun
        at, head = p.tokens[adjective], p.tokens[noun]
        if beside and not (0 <= head - at <= _NEARBY or _comes_from(p, head, at)):
            yield Difference(DifferenceKind.ROLES, (f"{adjective.text} {noun.text}",), (p.told.page.at(head).text,))


def _comes_from(p: Pair, head: int, at: int) -> bool:
    """Tell whether what an adjective says stands behind the noun: ‹soldiers from North Korea›."""
    language = p.candidate.language
    before = preposition(p.told.page, at)
    source = Direction.FROM in language.modifiers.directions.get(before, frozenset()) or before in language.turns.of
    return source and 0 < at - head <= _NEARBY


def directions(p: Pair) -> Iterator[Difference]:
    """Yield words that one has with ‹to› and the other with ‹from›, or the like."""
    for w, t in p.tokens.items():
        if w.amount is not None:
            one, two = _before(p.statement, w), _before_amount(p, t)
        else:
            one, two = preposition(p.statement.parsed.page, p.token(w)), preposition(p.told.page, t)
        mine = p.statement.language.modifiers.directions.get(one, frozenset())
        other = p.candidate.language.modifiers.directions.get(two, frozenset())
        if mine and other and not mine & other and any(frozenset({a, b}) in OPPOSITES for a in mine for b in other):
            yield Difference(DifferenceKind.ROLES, (f"{one} {w.text}",), (f"{two} {p.told.page.at(t).text}",))


def _before(statement: Statement, word: StatementWord) -> str:
    return preposition(statement.parsed.page, statement.parsed.token_at(word.start))


def _before_amount(p: Pair, token: int) -> str:
    start = p.told.page.at(token).start
    first = next((a for a, b in p.told.amounts if a <= start < b), start)
    at = next((i for i, t in enumerate(p.told.page.tokens) if t.start <= first < t.end), token)
    return preposition(p.told.page, at)


def transfer(statement: Statement, sentence: Candidate) -> Iterator[Difference]:
    """Yield that who gives and who gets stand the other way round."""
    labeller = _labeller(Keyed((statement.language.code,), statement.language))
    asked = [f for f in labeller.label(statement.text, {}) if f.predicate == TRANSFER]
    if not asked:
        return
    told = _labeller(Keyed((sentence.language.code,), sentence.language)).label(sentence.parsed.text, {})
    if role_agreement(asked, told) < 0:
        yield Difference(DifferenceKind.ROLES)


@lru_cache(8)
def _labeller(language: Keyed[Language]) -> RoleLabeller:
    return RoleLabeller(language.value)
