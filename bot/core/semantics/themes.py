"""What is given in a transfer: the nouns that are neither a party nor the place, time or way of it.

Rule of this room: a noun is told by its capital or by the lexicon, and its part by the preposition before it; what
stands for a subject is left out where word order shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import QuestionType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bot.core.language import Language
    from bot.core.lexical.tokens import Token
    from bot.core.semantics.entities import Clause

_FAR = 5
"""Words before a noun among which its preposition is looked for."""


class ThemeFinder:
    """Finds what is given, in one language."""

    def __init__(self, language: Language) -> None:
        v = language.valency
        self._valency = v
        self._known = language.lexicon().vocabulary(language.code)
        self._stop = language.morphology.stop_words
        self._numbers = language.morphology.numerals
        self._times = tuple(sign for kind, sign in language.questions.question_signs if kind is QuestionType.WHEN)
        self._nouns_large = language.morphology.capital_nouns
        self._prepositions = v.goal_prepositions | v.source_prepositions | v.adjunct_prepositions | v.agent_prepositions

    def themes(
        self,
        clause: Clause,
        verb: int,
        parties: Collection[int],
        *,
        passive: bool,
    ) -> Iterator[int]:
        """Yield the places of what is given in a clause with a verb at `verb` (-1 for none, but a noun for it).

        `parties` are the places of words that name a party.
        """
        words = clause.words
        nouns = [n for n in range(len(words)) if n != verb and n not in parties and self._is_noun(clause, n)]
        carried = self._valency.theme_prepositions if verb >= 0 else self._valency.genitives
        for n in nouns:
            joined = n + 1 in nouns and not clause.text[words[n].end : words[n + 1].start].strip(" -")
            if joined or self._is_aside(clause, n, nouns, carried):
                continue
            if verb >= 0 and self._valency.object_after_verb and n < verb and not (passive or self._is_asked(words)):
                continue
            yield n

    def enumerated(self, clause: Clause) -> Iterator[int]:
        """Yield the places of nouns in what only goes on about what was given: "…, among them howitzers"."""
        opening = {token.word for token in clause.words[:2]}
        if opening.isdisjoint(self._valency.lists):
            return
        nouns = [n for n in range(len(clause.words)) if self._is_noun(clause, n)]
        yield from (n for n in nouns if n + 1 not in nouns)

    def _is_noun(self, clause: Clause, n: int) -> bool:
        """Tell whether a word is a noun, as far as its capital or the lexicon shows it."""
        word, form = clause.words[n], clause.forms[n]
        if word.word in self._stop or not word.word.isalpha():
            return False
        if self._nouns_large and n and any(clause.text[t.start].isupper() for t in clause.words[1:]):
            noun = clause.text[word.start].isupper()
        else:
            known = self._known
            noun = form in known.nouns or not (form in known.words or form in known.indivisible or form in known.verbs)
        return noun and not any(sign.search(word.word) for sign in self._times)

    def _is_aside(self, clause: Clause, n: int, nouns: Collection[int], carried: Collection[str]) -> bool:
        """Tell whether a preposition before a noun, or its case, makes it something else than what is given.

        It does not with those in `carried`.
        """
        counted = False
        for at in range(n - 1, max(-1, n - 1 - _FAR), -1):
            word = clause.words[at].word
            if word in self._prepositions:
                near = counted and word in self._valency.approximators
                return word not in carried and not near
            if word in self._valency.receivers:
                return True
            number = word[0].isdigit() or word in self._numbers
            counted = counted or number
            between = at not in nouns or self._valency.object_after_verb
            if not (number or word in self._valency.articles or (word not in self._stop and between)):
                return False
        return False

    def _is_asked(self, words: Sequence[Token]) -> bool:
        """Tell whether a clause opens with a question word, so that what is given may stand before the verb."""
        return any(t.word in self._valency.opening for t in words[:2])
