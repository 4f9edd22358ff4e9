"""How the sentences of an article stand to who does what in a question: the same, the other way round, another does it.

Rule of this room: only the same act tells, by its name, its translations or a synonym; a sentence that can't be read is
neither for nor against.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.core.lexical.lexicon import EntityKind
from bot.core.semantics.predicates import Relation, relation, sure
from bot.core.semantics.role_agreement import SOFT
from bot.model import QuestionType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.language import Language
    from bot.core.lexical.lexicon import Entity
    from bot.core.semantics.predicates import Proposition
    from bot.model import Query
    from bot.search.article_index import ArticleIndex

LIKELY = 0.3
"""Least share of a verb's translation, against the likeliest one's."""
SYNONYM = 0.05
"""Least share of the way to the other language and back of a synonym."""
ALIKE = 0.4
"""Least likeness (Dice, letters' grams) of two spellings of a name: Medwedew, Medvedev."""
SAME_ACT = 0.25
"""What it counts, against states' roles, that a sentence has the parties of any act where a question has them."""


class Related(NamedTuple):
    """What sentences say of a question's act: those that agree, those that turn it round, those of somebody else."""

    same: frozenset[int] = frozenset()
    crossed: frozenset[int] = frozenset()
    another: frozenset[int] = frozenset()


def related(query: Query, asked: Sequence[Proposition], index: ArticleIndex, asking: Language) -> Related:
    """Return how an article's sentences stand to what a question says is done, and by whom."""
    found: dict[int, set[Relation]] = defaultdict(set)
    for place, predicate in enumerate(asked):
        if predicate.noun or predicate.form in _mutual(asking):
            continue
        told = [
            (n, relation(predicate, one, wants_doer=query.question_type is QuestionType.WHO))
            for n, one in acts_of(predicate, query, index, asking)
        ]
        others = [n for n, how in told if how is Relation.ANOTHER]
        absent = (
            place == 0 and bool(others) and all(_is_elsewhere(party, others, index) for party in sure(predicate.agents))
        )
        for n, how in told:
            if how is not Relation.ANOTHER or absent:
                found[n].add(how)
    same = frozenset(n for n, how in found.items() if Relation.SAME in how)
    crossed = frozenset(n for n, how in found.items() if Relation.CROSSED in how) - same
    another = frozenset(n for n, how in found.items() if Relation.ANOTHER in how) - same - crossed
    return Related(same, crossed, another | _others_than_asked(query, asked, index, asking))


def with_relations(roles: Sequence[float], how: Related) -> Sequence[float]:
    """Return roles that also tell of acts that have none: turned round is what it is of states, agreement a little."""
    if not (how.same or how.crossed):
        return roles
    found = list(roles)
    for n in how.same:
        found[n] = max(found[n], SAME_ACT)
    for n in how.crossed:
        found[n] = -1.0 if found[n] <= SOFT else found[n]
    return found


def _mutual(language: Language) -> frozenset[str]:
    forms = language.analyser().forms
    return frozenset(forms(word)[0] for word in language.valency.mutual)


def acts_of(
    asked: Proposition, query: Query, index: ArticleIndex, asking: Language
) -> Iterator[tuple[int, Proposition]]:
    """Yield the predicates of an article that say the same act as one of a question, with their sentences."""
    forms = verbs_like(asked.form, query.article_language, asking)
    keys = {*forms, f"{asked.predicate}:" if asked.predicate else ""}
    seen = {n for key in keys for n in index.by_verb.get(key, ())}
    for n in sorted(seen):
        for told in index.predicates[n]:
            if (told.form in forms and not told.noun) or (asked.predicate and told.predicate == asked.predicate):
                yield n, told


def verbs_like(form: str, told: str, asking: Language) -> frozenset[str]:
    """Return the forms of verbs that say what one does, in the language of an article."""
    lexicon = asking.lexicon()
    there: dict[str, float] = defaultdict(float)
    back: dict[str, float] = defaultdict(float)
    for r in lexicon.translations(form, asking.code):
        there[r.form] += r.probability
        for b in lexicon.translations(r.form, r.language) if told == asking.code else ():
            back[b.form] += r.probability * b.probability
    if told == asking.code:
        return frozenset({form, *(f for f, share in back.items() if share >= SYNONYM)})
    least = LIKELY * max(there.values(), default=0.0)
    return frozenset(f for f, share in there.items() if share >= least)


def _others_than_asked(
    query: Query, asked: Sequence[Proposition], index: ArticleIndex, asking: Language
) -> frozenset[int]:
    """Return the sentences that only name the act of "who did it?" where others say who, or deny what is asked.

    A question that says more of the act is left alone: what else it says tells enough.
    """
    if query.question_type is not QuestionType.WHO or not asked or asked[0].agents or asked[0].noun:
        return frozenset()
    if {t.form for t in query.terms if t.aspect is not None} - {asked[0].form}:
        return frozenset()
    if asking.valency.subjects.isdisjoint(query.question.lower().split()[:1]):
        return frozenset()
    told = list(acts_of(asked[0], query, index, asking))
    fitting = {n for n, p in told if not p.noun and p.negated is asked[0].negated}
    fitting |= {n for n, p in told if p.noun and p.agents}
    if not any(not p.noun and p.negated is asked[0].negated for _, p in told):
        return frozenset()
    return frozenset(range(len(index.predicates))) - fitting


def _is_elsewhere(party: Entity, there: Sequence[int], index: ArticleIndex) -> bool:
    """Tell whether an article names a party, but in none of some sentences, however it is spelt."""
    alike = index.similar_forms.similar(party.id, ALIKE) if party.kind is EntityKind.NAME else ()
    named = {n for form in alike for n in index.positions[form]}
    return bool(named) and named.isdisjoint(there)
