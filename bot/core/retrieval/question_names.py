"""Which words of a question name somebody or something, so that an article without them can't answer it.

Rule of this room: a word that may be anything else is no name; what is asked in small letters is judged by the lexicon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.semantics.names import NameIn, is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.language_data.morphology import Vocabulary
    from bot.core.lexical.analysis import Word
    from bot.core.lexical.tokens import Token

_LEAST = 3
"""Letters of a name that the lexicon has; others have more."""
_FEW = 2
"""Unknown words of a question in small letters, at most, that may be names: more of them are another language."""
_TITLE = 0.7
"""Share of a question's words with a capital from which on capitals show nothing, as in a headline."""
_BETWEEN = 2
"""Small words inside a name, at most: of the."""


class QuestionNames(NamedTuple):
    """The places of a question's words that are names (`proper`), and of which name those that are written like one."""

    proper: frozenset[int]
    titles: Mapping[int, int]


def question_names(
    words: Sequence[Word], everything: Sequence[Token], text: str, language: Language, *, foreign: bool
) -> QuestionNames:
    """Return the names among the `words` of a question; `everything` is all its words.

    What is short for a name may be another in a `foreign` article: IMF and IWF.
    """
    found = _named(words, everything, text, language)
    proper = frozenset(n for n in found if not (foreign and _is_short(text[words[n].start : words[n].end])))
    return QuestionNames(proper, _titles(words, everything, text, language))


def _titles(words: Sequence[Word], everything: Sequence[Token], text: str, language: Language) -> Mapping[int, int]:
    """Return which name the places of `words` are written as parts of, where only names begin with a capital.

    Small words inside belong to it: ‹the Mark of Anarchy›. What is short for a name may be another in other articles.
    """
    large = [text[t.start].isupper() for t in everything]
    if language.morphology.capital_nouns or sum(large) >= _TITLE * len(everything):
        return {}
    number, gap, found, whole = 0, 0, dict[int, int](), set[int]()
    for token, is_large in zip(everything[1:], large[1:], strict=True):
        gap = 0 if is_large else gap + 1
        if not is_large and (gap > _BETWEEN or token.word not in language.morphology.stop_words):
            number += 1
        if is_large and token.word.isalpha():
            found[token.start] = number
            if not _is_short(text[token.start : token.end]):
                whole.add(number)
    return {n: found[word.start] for n, word in enumerate(words) if found.get(word.start) in whole}


def _is_short(word: str) -> bool:
    """Tell whether a word is short for a name, or a king's number: IMF, MSPs, III."""
    return len(word) > 1 and word.removesuffix("s").isupper()


def _named(words: Sequence[Word], everything: Sequence[Token], text: str, language: Language) -> Iterator[int]:
    vocabulary = language.lexicon().vocabulary(language.code)
    capitals = sum(1 for t in everything if text[t.start].isupper())
    small = capitals == 0
    few = small and sum(1 for w in words if _is_unknown(w, language)) <= _FEW
    title = len(everything) > 1 and capitals >= _TITLE * len(everything)
    before = {t.start: everything[n - 1] if n else None for n, t in enumerate(everything)}
    for n, word in enumerate(words):
        if len(word.word) < _LEAST or not word.word.isalpha():
            continue
        if is_known(word.word, vocabulary):
            yield n
        elif (
            len(word.word) == _LEAST or not _is_unknown(word, language) or language.padding.attributes.search(word.word)
        ):
            continue
        elif small:
            if few and not language.analyser().corrections(word.word):
                yield n
        elif title or not (earlier := before.get(word.start)):
            continue
        elif is_name(word, text, language, NameIn.QUESTION) and not (
            language.morphology.capital_nouns and _is_determined(earlier, text, language)
        ):
            yield n


def is_known(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the lexicon has a word as a name and as nothing else; a name's genitive is the name."""
    return word in vocabulary.names or word.removesuffix("s") in vocabulary.names


def _is_unknown(word: Word, language: Language) -> bool:
    """Tell whether the lexicon has neither a word nor what it is made of."""
    vocabulary = language.lexicon().vocabulary(language.code)
    known = word.form in vocabulary.words or word.form in vocabulary.indivisible or word.form in vocabulary.verbs
    return not known and not word.parts and not language.lexicon().translations(word.form, language.code)


def _is_determined(before: Token, text: str, language: Language) -> bool:
    """Tell whether a noun stands behind a word that names seldom have before them: the, which, heavy."""
    if text[before.start].isupper():
        return False
    if before.word in language.padding.determiners or language.padding.attributes.search(before.word):
        return True
    vocabulary = language.lexicon().vocabulary(language.code)
    form = language.analyser().forms(before.word)[0]
    return before.word not in language.morphology.function_words and form not in vocabulary.verbs
