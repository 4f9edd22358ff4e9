"""Which words of an article may stand for a word asked: those that the other language has the same words for.

Rule of this room: kin is evidence, never a match; a name has none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.core.language import Language
    from bot.model import Term

LEAST = 0.15
"""Kinship below which words have hardly a rendering in common."""
PIVOTS = 4
"""Renderings of a word of the other language whose kin is looked for, the likeliest."""
TOLD = 0.9
"""Kinship of what is said in so many words to be kin, in our table or a thesaurus: at most."""


class Kin:
    """An article's forms by what they are in the other language, for words that may stand for them."""

    def __init__(self, forms: Iterable[str], language: Language) -> None:
        self._language = language
        self._lexicon = language.lexicon()
        self._by_rendering: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._there = frozenset(forms)
        for form in sorted(self._there):
            for r in self._lexicon.translations(form, language.code):
                self._by_rendering[r.form].append((form, r.probability**0.5))

    def of(self, term: Term, own: str, code: str) -> dict[str, float]:
        """Return the article's forms that are kin to a term of language `code`, by how much (0 to 1).

        That is Bhattacharyya's coefficient of their renderings, the share of them that two words have in common.
        """
        if term.proper or term.required:
            return {}
        told = self._language.code
        found: dict[str, float] = defaultdict(float)
        if code == told:
            self._add(found, own, 1.0, {r.form: r.probability for r in term.translations if r.language != told})
        else:
            for r in [r for r in term.translations if r.language == told][:PIVOTS]:
                back = {x.form: x.probability for x in self._lexicon.translations(r.form, told)}
                self._add(found, r.form, r.probability**0.5, back)
        return {form: min(1.0, kin) for form, kin in found.items() if kin >= LEAST and form != own}

    def _add(self, found: dict[str, float], form: str, share: float, rendered: Mapping[str, float]) -> None:
        """Add the kin of a form of the article's language, which is `rendered` so in the other."""
        for pivot, likely in rendered.items():
            for other, root in self._by_rendering.get(pivot, ()):
                found[other] += share * likely**0.5 * root
        for other, kin in self._lexicon.related(form, self._language.code).items():
            if other in self._there:
                found[other] = max(found[other], TOLD * share * kin)
