"""What is done, and whether it is done: the verb that a sentence turns on, what is only to be done, and when.

Rule of this room: a verb that depends on another one does not say that it is done.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.core.checking.turns import is_idle
from bot.core.syntax.tagged_text import Pos
from bot.model import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.checking.clauses import Clause, ParsedSentence
    from bot.core.checking.pairing import Pair
    from bot.core.language import Language

_NOT_YET = frozenset({Pos.INFINITIVE, Pos.TO_INFINITIVE, Pos.GERUND})
_HELPERS = frozenset({Pos.AUXILIARY, Pos.MODAL})
_BETWEEN = frozenset({Pos.ADVERB, Pos.OTHER, Pos.PARTICLE})


_POSSIBLY_PAST = frozenset({Pos.VERB, Pos.PARTICIPLE})


class Tense(Enum):
    """When something is: now, or before."""

    PRESENT = auto()
    PAST = auto()


def verbs(p: Pair) -> Iterator[Difference]:
    """Yield a verb of the sentence that its statement turns on and that is not in the claim: ‹plans to send›."""
    if p.mine is None:
        return
    if p.other is None:
        yield Difference(DifferenceKind.SPREAD)  # a sentence without a verb says nothing of what is done
        return
    page, matched = p.told.page, p.matched
    lexical = [v for v in p.other.verbs if v not in p.candidate.cues]
    head = p.other.finite if p.other.finite in lexical else next((v for v in lexical if v > p.other.finite), None)
    hit = [v for v in lexical if v in matched]
    if head is not None and any(_is_joined(p, v, head) for v in hit):
        head = None
    said = p.other.finite in p.candidate.cues or (head is not None and _is_light(p, head))
    if head is not None and head not in matched and not said and not is_attributive(p):
        yield Difference(DifferenceKind.WORDS if not hit else DifferenceKind.CERTAINTY, (), (page.at(head).text,))
        return
    yield from _undone(p)


def _is_joined(p: Pair, one: int, other: int) -> bool:
    """Tell whether two verbs are joined by a conjunction, so that each holds: ‹closed it and thanked them›."""
    first, last = sorted((one, other))
    alike = _POSSIBLY_PAST | {Pos.ADVERB}
    joined = any(p.told.page.at(i).pos is Pos.CONJUNCTION for i in range(first, last))
    return joined and p.told.page.at(one).pos in alike and p.told.page.at(other).pos in alike


def _is_light(p: Pair, head: int) -> bool:
    """Tell whether a verb is the claim's own though no word is looked for (‹gibt›), or one of which "has" is true."""
    mine = p.statement.parsed.page
    own = {mine.at(i).lemma.lower() for i in (p.mine.finite, *p.mine.verbs)} if p.mine else set()
    here = p.told.page.at(head)
    having = own & p.candidate.language.turns.have and here.lower in p.candidate.language.turns.having
    return here.lemma.lower() in own or bool(having)


def _undone(p: Pair) -> Iterator[Difference]:
    """Yield a verb that is done in the claim and only to be done in the sentence: ‹unable to repair›."""
    page, mine = p.told.page, p.statement.parsed.page
    for w, t in p.tokens.items():
        if page.at(t).pos in _NOT_YET and mine.at(p.token(w)).pos not in _NOT_YET and not _is_helped(p.told, t):
            opened = _opened(p.told, t)
            if opened in p.candidate.cues and page.at(t - 1).pos is Pos.TO:
                continue  # ‹is said to hang›
            yield Difference(DifferenceKind.CERTAINTY, (), (page.cut(min(opened, t), t + 1),))


def _is_helped(p: ParsedSentence, verb: int) -> bool:
    """Tell whether a helping verb alone stands with an infinitive, as in ‹will send›, ‹did send›, ‹is sending›."""
    page = p.page
    at = verb - 1
    while at >= 0 and page.at(at).pos in _BETWEEN:
        at -= 1
    if page.at(at).pos is Pos.TO or page.at(at).pos is Pos.PREPOSITION:
        return False
    if page.at(at).pos in _HELPERS or page.at(verb + 1).pos in _HELPERS:
        return True
    clause = next((c for c in p.clauses if c.contains(verb)), None)
    bare = page.at(verb).pos is Pos.INFINITIVE and not any(page.at(i).pos is Pos.TO for i in _between(clause, verb))
    return bare and clause is not None and page.at(clause.finite).pos in _HELPERS


def _between(clause: Clause | None, verb: int) -> range:
    return range(clause.finite, verb) if clause else range(0)


def _opened(p: ParsedSentence, verb: int) -> int:
    """Return the first token of what an infinitive depends on, for a reader: ‹unable to repair›."""
    at = verb
    while at > 0 and p.page.at(at - 1).pos in {Pos.TO, Pos.PREPOSITION, Pos.ADVERB} and verb - at < 2:  # noqa: PLR2004 - to, and an adverb
        at -= 1
    return at - 1 if at > 0 and p.page.at(at - 1).text.isalpha() else at


def is_attributive(p: Pair) -> bool:
    """Tell whether a claim of what something is stands before its noun in the sentence: ‹the 12-year-old Nila›."""
    if p.mine is None or p.mine.verbs:
        return False
    mine, page = p.statement.parsed.page, p.told.page
    if mine.at(p.mine.finite).lower not in p.statement.language.turns.copulas:
        return False
    words = sorted(p.tokens.items(), key=lambda item: item[0].start)
    heads = [(w, t) for w, t in words if w.start < mine.at(p.mine.finite).start]
    rest = [(w, t) for w, t in words if w.start > mine.at(p.mine.finite).start]
    if not heads or not rest:
        return False
    first = min(t for _, t in heads)
    close = all(0 < first - t <= _NEAR and (w.amount is not None or page.at(t).pos is Pos.ADJECTIVE) for w, t in rest)
    last = max(t for _, t in rest)
    return close and not any(page.at(i).pos in {Pos.MARK, Pos.CONJUNCTION} for i in range(last, first))


_NEAR = 4
"""Words between what something is and its noun."""


def governed(p: Pair) -> Iterator[Difference]:
    """Yield what a clause with that depends on, where it need not hold: ‹it is a lie that›, ‹the idea that›."""
    if p.other is None:
        return
    page, clauses = p.told.page, p.told.clauses
    if p.other not in clauses:
        return
    opener = next((i for i in range(*p.other.span) if _is_that(p, i) and i < p.other.finite), None)
    if opener is None or opener in p.candidate.cues:
        return
    at = clauses.index(p.other)
    before = opener - 1 - (page.at(opener - 1).text == ",")
    timed = any(a <= page.at(before).start < b for a, b in p.told.amounts)
    noun = page.at(before).noun and not timed
    start = p.other.span[0] if opener > p.other.span[0] + 1 else clauses[at - 1].span[0] if at else 0
    if is_idle(p.told, before, p.candidate.language):
        return
    words = [i for i in (range(before, before + 1) if noun else range(start, opener)) if page.at(i).text.isalpha()]
    lowers = {page.at(i).lower for i in words}
    before_it = range(clauses[at - 1].span[0] if at else start, opener)
    known = lowers & p.candidate.language.turns.factive or p.candidate.cues.intersection(before_it)
    if words and not known and not p.matched.issuperset(i for i in words if _is_content(p.told, i)):
        yield Difference(DifferenceKind.CERTAINTY, (), (page.cut(words[0], words[-1] + 1),))


def _is_content(p: ParsedSentence, i: int) -> bool:
    return p.page.at(i).noun or p.page.at(i).pos in {Pos.VERB, Pos.ADJECTIVE, Pos.PREDICATIVE, Pos.PARTICIPLE}


def _is_that(p: Pair, i: int) -> bool:
    """Tell whether a clause that depends on the one before it opens here: that, dass, whether, ob."""
    here = p.told.page.at(i)
    return here.pos is Pos.SUBORDINATOR and here.lower in p.candidate.language.clause_words.that


def times(p: Pair) -> Iterator[Difference]:
    """Yield that one says that it is so and the other that it was; who is quoted says ‹was› of what is."""
    if p.mine is None or p.other is None or p.candidate.reported or is_attributive(p):
        return
    one = tense(p.statement.parsed, p.mine, p.statement.language)
    two = tense(p.told, p.other, p.candidate.language)
    if one and two and one is not two:
        mine, other = p.statement.parsed.page.at(p.mine.finite).text, p.told.page.at(p.other.finite).text
        yield Difference(DifferenceKind.TIME, (mine,), (other,))


def tense(p: ParsedSentence, clause: Clause, language: Language) -> Tense | None:
    """Return when a clause is, None where its verb does not show it."""
    token = p.page.at(clause.finite)
    inside = {p.page.at(i).pos for i in range(*clause.span)}
    perfect = Pos.PARTICIPLE in inside or Pos.AUXILIARY_PARTICIPLE in inside
    unclear = token.lower in language.turns.ambiguous or token.lower in language.turns.having  # ‹signed›, ‹has signed›
    if token.pos is Pos.MODAL or unclear:
        return None
    if token.pos is Pos.AUXILIARY:
        if token.lower in language.turns.past:
            return Tense.PAST
        return Tense.PRESENT if token.lower in language.turns.present and not perfect else None
    past = language.turns.is_past(token.lower, token.lemma.lower())
    return None if past is None else Tense.PAST if past else Tense.PRESENT
