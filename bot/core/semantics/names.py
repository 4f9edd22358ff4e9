"""Which words are names and which are nouns, and which words of a question are one thing asked about.

Rule of this room: a capital letter shows a name only where it shows nothing else, and a noun only in a language that
writes nouns with one (`Morphology.capital_nouns`); everywhere else the lexicon tells.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.core.lexical.tokens import has_inner_capital
from bot.model import QuestionType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.language import Language
    from bot.core.language_data.morphology import Vocabulary
    from bot.core.lexical.analysis import Word
    from bot.core.lexical.tokens import Token
    from bot.core.syntax.tagged_text import TaggedText

BEFORE = 40
"""Characters before a word that are looked at; a bound for hostile input."""
LEAST_LETTERS = 3
"""Letters of a name that stands for a party."""


class NameIn(Enum):
    """Where a name is looked for; each place errs on another side."""

    QUESTION = auto()
    """What an answer must have, and who is asked for: verbs and words of the calendar count as words, and what opens a
    question is no name by its capital."""
    SENTENCE = auto()
    """What an answer may be: in English every capital inside a sentence; its first word is one where the lexicon has no
    rendering for it, whatever its part of speech."""


def is_name(word: Word, text: str, language: Language, where: NameIn) -> bool:
    """Tell whether a word of a text is a name: it has a capital, and not because of what it is or where it stands."""
    if not text[word.start].isupper() or word.parts:
        return False
    known = language.lexicon().vocabulary(language.code)
    match where:
        case NameIn.QUESTION:
            return _is_asked(word, text, language, known)
        case NameIn.SENTENCE:
            return _is_told(word, text, language, known)


def _is_asked(word: Word, text: str, language: Language, known: Vocabulary) -> bool:
    if language.questions.calendar.fullmatch(word.word):
        return False
    if text[word.end : word.end + 1] == "-" and text[word.end + 1 : word.end + 2].islower():
        return True  # Jong-un, Won-sik
    if word.form in known.indivisible or not (is_common(word.form, known) or word.form in known.verbs):
        return True
    before = text[max(0, word.start - BEFORE) : word.start]
    return not language.morphology.capital_nouns and any(c.isalnum() for c in before)


def _is_told(word: Word, text: str, language: Language, known: Vocabulary) -> bool:
    if word.form in known.indivisible:
        return True
    if not any(c.isalnum() for c in text[: word.start]):
        return not (is_common(word.form, known) or language.lexicon().translations(word.form, language.code))
    return not (language.morphology.capital_nouns and is_common(word.form, known))


def is_common(form: str, known: Vocabulary) -> bool:
    """Tell whether the lexicon has a form as a noun or as what compounds are made of."""
    return form in known.nouns or form in known.words


def names_entity(word: Token, form: str, language: Language, *, first: bool) -> bool:
    """Tell whether a word with a capital, perhaps the `first` of its clause, names somebody or something.

    Other than in a question or a sentence (`is_name`), a verb's form may be a name, and so is a compound or a noun that
    the lexicon renders by names alone: what is missed here is a party that does nothing, and what is too much is not
    compared unless the question names it.
    """
    large = language.morphology.capital_nouns
    if not first and not large:
        return True
    known = language.lexicon().vocabulary(language.code)
    common = is_common(form, known) or bool(language.analyser().forms(word.word)[1])
    if len(form) < LEAST_LETTERS or not common:
        return len(form) >= LEAST_LETTERS
    return large and all(r.word[:1].isupper() for r in language.lexicon().translations(form, language.code))


def is_name_by_capital(page: TaggedText, token: int) -> bool:
    """Tell whether a word has a capital inside a sentence: ‹in May›, ‹Ann Will›; not ‹NOT›.

    The lexicon says nothing here: what is asked is whether a word that turns a statement is meant as one.
    """
    here, before = page.at(token), page.at(token - 1)
    return here.capital and not here.text.isupper() and before.text[-1:].isalnum()


def is_counted_noun(word: Word, text: str, language: Language) -> bool:
    """Tell whether a word behind a number may be what it counts; what the lexicon lacks may, and verbs that are nouns.

    In a language with capital nouns the capital decides, for a number opens no sentence.
    """
    if language.morphology.capital_nouns:
        return text[word.start].isupper() and word.word not in language.questions.amounts
    known = language.lexicon().vocabulary(language.code)
    return word.form in known.nouns or not (word.form in known.words or word.form in known.indivisible)


def is_clause_noun(text: str, words: Sequence[Token], forms: Sequence[str], n: int, language: Language) -> bool:
    """Tell whether a word of a clause is a noun, as far as its capital or the lexicon shows it, and no time.

    Other than behind a number (`is_counted_noun`), a verb of the lexicon is none, and the lexicon decides as well where
    a capital shows nothing: for a clause's first word, and where a question is typed without capitals.
    """
    word, form, morphology = words[n], forms[n], language.morphology
    if word.word in morphology.stop_words or not word.word.isalpha():
        return False
    if morphology.capital_nouns and n and any(text[t.start].isupper() for t in words[1:]):
        noun = text[word.start].isupper()
    else:
        known = language.lexicon().vocabulary(language.code)
        noun = form in known.nouns or not (form in known.words or form in known.indivisible or form in known.verbs)
    return noun and not is_time(word.word, language)


def is_time(word: str, language: Language) -> bool:
    """Tell whether a word shows a time."""
    signs = language.questions.question_signs
    return any(sign.search(word) for kind, sign in signs if kind is QuestionType.WHEN)


def stands_as_noun(text: str, words: Sequence[Token], n: int, language: Language) -> bool:
    """Tell whether what may be a verb stands like a noun: "in an interview", "paid a visit", "Nachfolger".

    The lexicon says nothing here, for the word's form is a verb's.
    """
    valency = language.valency
    if language.morphology.capital_nouns and has_inner_capital(text, words[n], n):
        return True
    before = words[n - 1].word if n else ""
    if valency.object_after_verb and words[n].word.endswith(valency.active_endings):
        return False
    return before in valency.articles or before in valency.prepositions - valency.goal_prepositions


def aspects(words: Sequence[Word], text: str, language: Language) -> tuple[int, ...]:
    """Return for each word which thing asked about it belongs to: names that follow each other are one."""
    found: list[int] = []
    open_until: int | None = None
    for n, word in enumerate(words):
        name = is_name(word, text, language, NameIn.QUESTION)
        between = text[open_until : word.start] if open_until is not None else "."
        joined = between == "-" or (name and between.isspace())
        found.append(found[-1] if joined else n)
        open_until = word.end if name or joined else None
    return tuple(found)
