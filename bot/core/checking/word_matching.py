"""The words of a statement, and where the same words, their translations or their synonyms stand in a sentence.

Rule of this room: strict. A word counts as there where it is the same form, a translation, or shares one; spelling that
is merely alike does not count, and a compound does only with all its parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.checking.kept import Keyed
from bot.core.language_data.quantities import Measure
from bot.core.lexical.analysis import Word
from bot.core.lexical.lexicon import EntityKind
from bot.core.lexical.measures import Amount, is_same, quantities
from bot.core.lexical.multiword import phrases
from bot.core.lexical.temporal import VAGUE, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language

SHARE = 0.03
"""Least share of a translation; below it a lexicon's equivalents are of another sense."""
_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
LIKELY = 0.05
"""Least share of a translation whose words for the same count."""
SYNONYM = 0.05
"""Least share of the way to the other language and back that makes a word a synonym (reject, turn down)."""


Place = tuple[int, int]
"""Where words stand in a sentence: from the first to before the last character."""


@dataclass(frozen=True, slots=True)
class StatementWord:
    """A word, or a term of several, of a statement: where it stands (code points), its form, and what stands for it.

    An `amount` is a number with its unit, or a time, which any spelling of the same stands for.
    """

    start: int
    end: int
    text: str
    form: str
    forms: frozenset[str]
    number: bool = False
    parts: tuple[StatementWord, ...] = ()
    """The words of a term of several, which may stand for it one by one; a name's do not."""
    amount: Amount | Moment | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Words of a sentence that mean somebody whom the article gives other words as well: their forms."""

    place: Place
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class WordPositions:
    """Where forms stand in a sentence: the words, by number, by form the numbers of its words, and its amounts."""

    words: tuple[Word, ...]
    forms: Mapping[str, tuple[int, ...]]
    amounts: tuple[Amount | Moment, ...] = ()
    aliases: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)

    def places(self, word: StatementWord) -> tuple[tuple[Place, Place], ...]:
        """Return the first and last word of each place that stands for a word, the same form first."""
        if word.amount is not None:
            return tuple(((a.start, a.end),) * 2 for a in self.amounts if is_same(word.amount, a))
        same = self._at(word.form)
        other = {place for form in word.forms for place in self._at(form)}
        direct = [(self._place(a), self._place(b)) for a, b in (*same, *sorted(other.difference(same)))]
        known = [place for form in sorted(word.forms) for place in self.aliases.get(form, ())]
        return tuple(dict.fromkeys((*direct, *((p, p) for p in known))))

    def has(self, word: StatementWord) -> bool:
        """Tell whether a word, or each of its parts, is there."""
        return bool(self.places(word)) or self.has_all_parts(word)

    def has_all_parts(self, word: StatementWord) -> bool:
        """Tell whether all parts of a word are there."""
        return bool(word.parts) and all(self.places(part) for part in word.parts)

    def _place(self, n: int) -> Place:
        return self.words[n].start, self.words[n].end

    def _at(self, form: str) -> tuple[tuple[int, int], ...]:
        whole = tuple((n, n) for n in self.forms.get(form, ()))
        first, *rest = form.split()
        size = len(rest)
        starts = (n for n in self.forms.get(first, ()) if [w.form for w in self.words[n + 1 : n + 1 + size]] == rest)
        return (*whole, *((n, n + size) for n in starts)) if rest else whole


def amounts_in(text: str, language: Language) -> tuple[Amount | Moment, ...]:
    """Return the amounts and times of a text; an article that may be a number (a, ein) is none, nor is "today"."""
    found = (_strict(q, text[q.start : q.end]) for q in quantities(text, language.quantities))
    return tuple(q for q in found if not _is_vague(q, text[q.start : q.end], language))


def _strict(quantity: Amount | Moment, raw: str) -> Amount | Moment:
    """Return a time in figures as just that time: 5:00 is not 17:00, though ‹um fünf› may be; and a year as a time."""
    if isinstance(quantity, Amount):
        bare = quantity.measure is Measure.NUMBER and _YEAR.fullmatch(raw)
        return Moment(quantity.start, quantity.end, year=int(raw)) if bare else quantity
    if not any(c.isdigit() for c in raw):
        return quantity
    return replace(quantity, half_day=False)


def _is_vague(quantity: Amount | Moment, raw: str, language: Language) -> bool:
    if isinstance(quantity, Amount):
        return quantity.value == 1 and raw.lower() in language.quantities.numbers.ones
    return quantity.name.startswith(VAGUE)


def statement_words(
    text: str, start: int, end: int, asking: Language, article_language: Language
) -> tuple[StatementWord, ...]:
    """Return the words of a part of a statement that are looked for in an article, in text order."""
    amounts = [a for a in amounts_in(text, asking) if start <= a.start and a.end <= end]
    words = [
        w
        for w in read(text, asking)
        if start <= w.start
        and w.end <= end
        and not asking.modifiers.is_modifier(w.word)
        and not any(a.start < w.end and w.start < a.end for a in amounts)
        and not _is_of_time(w, amounts, asking)
    ]
    joined = list(phrases(words, asking.lexicon(), asking.code))
    known = {i: (a, b) for a, b, _ in joined for i in range(a, b)}
    out: list[StatementWord] = []
    for n, w in enumerate(words):
        first, last = known.get(n, (n, n + 1))
        whole = _whole(words[first:last], asking, article_language) if last > first + 1 else frozenset()
        if not whole:
            out += _apart(text, (w,), asking, article_language)
        elif n == first:
            row = words[first:last]
            form, end = " ".join(v.form for v in row), row[-1].end
            named = form in asking.lexicon().entities(asking.code) or text[w.start : end].istitle()
            apart = () if named else _apart(text, row, asking, article_language)
            out.append(StatementWord(w.start, end, text[w.start : end], form, whole, parts=apart))
    out = [_hyphenated(w, asking) for w in _compounds(text, out, asking, article_language)]
    told = (_amount(text, a) for a in amounts)
    return tuple(sorted((*out, *told), key=lambda w: w.start))


def _amount(text: str, amount: Amount | Moment) -> StatementWord:
    start, end = amount.start, amount.end
    return StatementWord(start, end, text[start:end], "", frozenset(), number=True, amount=amount)


def _is_of_time(word: Word, amounts: Sequence[Amount | Moment], language: Language) -> bool:
    """Tell whether a word only says that a figure beside it is a time: 17 Uhr, im Jahr 2019."""
    near = (a for a in amounts if not isinstance(a, Amount))
    return word.word in language.turns.of_time and any(
        0 <= word.start - a.end <= 1 or 0 <= a.start - word.end <= 1 for a in near
    )


def _hyphenated(word: StatementWord, language: Language) -> StatementWord:
    """Return a word with a hyphen as one that stands for the same without."""
    if "-" not in word.text or " " in word.text:
        return word
    whole = language.analyser().forms(word.text.replace("-", "").lower())[0]
    return replace(word, forms=word.forms | {whole})


def _compounds(
    text: str, words: Sequence[StatementWord], asking: Language, article_language: Language
) -> list[StatementWord]:
    """Return words with those that hyphens join as one, which its parts may stand for."""
    out: list[StatementWord] = []
    for w in words:
        before = out[-1] if out else None
        if before is None or text[before.end : w.start] != "-" or before.number or w.number:
            out.append(w)
            continue
        whole = (text[before.start : before.end] + text[w.start : w.end]).replace("-", "").lower()
        form = asking.analyser().forms(whole)[0]
        forms = _forms(form, whole, asking, article_language)
        parts = (*(before.parts or (before,)), w)
        out[-1] = StatementWord(before.start, w.end, text[before.start : w.end], form, forms, parts=parts)
    return out


def _apart(text: str, words: Sequence[Word], asking: Language, article_language: Language) -> tuple[StatementWord, ...]:
    return tuple(
        StatementWord(
            w.start,
            w.end,
            text[w.start : w.end],
            w.form,
            _forms(w.form, w.word, asking, article_language),
            w.form[0].isdigit(),
        )
        for w in words
    )


def read(text: str, language: Language) -> tuple[Word, ...]:
    """Return the words of a text with its signs of money and percent as words."""
    known = language.morphology.signs
    signs = [Word(i, i + 1, c, known[c][-1]) for i, c in enumerate(text) if c in known]
    return tuple(sorted((*language.analyser().read(text), *signs)))


def word_positions(text: str, language: Language, aliases: Sequence[Alias] = ()) -> WordPositions:
    """Return where the forms of a sentence stand."""
    words = read(text, language)
    forms: dict[str, set[int]] = {}
    for n, w in enumerate(words):
        for form in (w.form, *language.morphology.signs.get(w.word, ()), *_joined(text, words, n, language)):
            forms.setdefault(form, set()).add(n)
        if w.parts:
            forms.setdefault(" ".join(w.parts), set()).add(n)
    known: dict[str, list[Place]] = {}
    for alias in aliases:
        for form in alias.forms:
            known.setdefault(form, []).append(alias.place)
    return WordPositions(
        words,
        {form: tuple(sorted(places)) for form, places in forms.items()},
        amounts_in(text, language),
        {form: tuple(places) for form, places in known.items()},
    )


def _joined(text: str, words: Sequence[Word], last: int, language: Language) -> Iterator[str]:
    """Yield the form of a word that hyphens join, at its last part, written as one."""
    if text[words[last].end : words[last].end + 1] == "-":
        return
    first = last
    while first and text[words[first - 1].end : words[first].start] == "-":
        first -= 1
    if first < last:
        yield language.analyser().forms("".join(w.word for w in words[first : last + 1]))[0]


def _sign_forms(form: str, word: str, asking: Language, article_language: Language) -> frozenset[str]:
    """Return the forms that a sign, or a word that one is read as, has in both languages; none for another word."""
    rows = [*asking.morphology.signs.items(), *article_language.morphology.signs.items()]
    meant = {sign for sign, forms in rows if sign == word or form in forms}
    return frozenset(other for sign, forms in rows if sign in meant for other in forms)


def _forms(form: str, word: str, asking: Language, article_language: Language) -> frozenset[str]:
    """Return the forms that stand for a word: itself, translations, what shares one, names of the same state."""
    if signs := _sign_forms(form, word, asking, article_language):
        return signs
    if form[0].isdigit():
        return frozenset({form})
    own = article_language.analyser().forms(word)[0]
    lexicon = asking.lexicon()
    if form in _stems(asking):
        return frozenset({form, *_stems(article_language)})
    there = [r for r in lexicon.translations(form, asking.code) if r.probability >= SHARE]
    if asking.code != article_language.code:
        across = (r.form for r in there if r.language == article_language.code)
        known = frozenset({form, own, *across, *_states(form, asking, article_language)})
        likely = {r.form for r in there if r.language == article_language.code and r.probability >= LIKELY}
        return known.union(*(same_forms(article_language).get(f, ()) for f in likely))
    back: dict[tuple[str, str], float] = {}
    for r in there:
        for b in lexicon.translations_into(asking.code, r.form, r.language):
            back[b.form, r.language] = back.get((b.form, r.language), 0.0) + r.probability * b.probability
    synonyms = (other for (other, _), share in back.items() if share >= SYNONYM)
    same = same_forms(article_language).get(form, ())
    return frozenset({form, *same, *synonyms, *_states(form, asking, article_language)})


def same_forms(language: Language) -> Mapping[str, frozenset[str]]:
    """Return the forms of which a form is true as well, by the language's table of words that say the same."""
    return _same_forms(Keyed((language.code,), language))


@lru_cache(8)
def _same_forms(keyed: Keyed[Language]) -> Mapping[str, frozenset[str]]:
    language = keyed.value
    found: dict[str, set[str]] = {}
    for line in filter(None, language.turns.same.strip().splitlines()):
        general, _, special = line.partition(">")
        these = [form for word in general.split(";") if (form := _entry_form(word, language))]
        those = [form for word in special.split(";") if (form := _entry_form(word, language))] if special else these
        for form in these:
            found.setdefault(form, set()).update(those)
    return {form: frozenset(others - {form}) for form, others in found.items()}


def _entry_form(words: str, language: Language) -> str:
    read_words = language.analyser().read(words.strip(), entry=True)
    return " ".join(w.form for w in read_words)


def _stems(language: Language) -> frozenset[str]:
    """Return the forms of the verbs of handing over."""
    return frozenset(language.analyser().forms(verb)[0] for verb in language.modifiers.transfer_verbs)


def _states(form: str, asking: Language, article_language: Language) -> Iterator[str]:
    """Yield the names of the state that a form names, in the article's language; an adjective names none."""
    state = asking.lexicon().entities(asking.code).get(form)
    if state is not None and state.kind is EntityKind.STATE:
        yield from (
            name for name, other in article_language.lexicon().entities(article_language.code).items() if other == state
        )


def _whole(words: Sequence[Word], asking: Language, article_language: Language) -> frozenset[str]:
    """Return the forms that stand for several words as one, none where the lexicon has them in one language only."""
    form = " ".join(w.form for w in words)
    there = asking.lexicon().translations(form, asking.code)
    if not there:
        return frozenset()
    across = (r.form for r in there if r.language == article_language.code)
    return frozenset({form, *across, *_states(form, asking, article_language)})
