"""What a question says otherwise than a sentence: amounts, times, and who leads a state for its title.

Rule of this room: two are one where nothing that both say differs; what is merely near is not the same.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.core.lexical.measures import is_same, may_hold, quantities
from bot.core.lexical.tokens import tokens
from bot.model import QuestionType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.language import Language
    from bot.core.retrieval.evidence import SentenceFeatures
    from bot.model import Query
    from bot.search.article_index import ArticleIndex


def by_value(question: str, asking: Language, traits: Sequence[SentenceFeatures]) -> Mapping[str, frozenset[int]]:
    """Return the sentences that hold an amount or time of a question, by each of the question's words for it."""
    if not may_hold([t.word for t in tokens(question)], asking.quantities):
        return {}
    found: dict[str, set[int]] = defaultdict(set)
    for asked in quantities(question, asking.quantities):
        there = {n for n, t in enumerate(traits) if any(is_same(asked, told) for told in t.quantities)}
        if there:
            for token in tokens(question[asked.start : asked.end]):
                found[token.word] |= there
                if token.word in asking.morphology.numerals:
                    found[str(asking.morphology.numerals[token.word])] |= there
    return {word: frozenset(there) for word, there in found.items()}


def by_title(query: Query, asking: Language, index: ArticleIndex) -> Mapping[str, frozenset[int]]:
    """Return the sentences that name who leads a state by a title, by the question's verb: "Who rules Kenya?"."""
    forms = asking.analyser().forms
    ruling = frozenset(forms(verb)[0] for verb in asking.valency.ruling)
    verbs = [t.word for t in query.terms if t.form in ruling]
    if query.question_type is not QuestionType.WHO or not verbs:
        return {}
    parties = asking.lexicon().entities(asking.code)
    states = {parties[t.form].id for t in query.terms if t.form in parties}
    led = frozenset(n for state in states for n in index.led.get(state, ()))
    return dict.fromkeys(verbs, led) if led else {}
