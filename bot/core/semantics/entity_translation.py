"""Names of states in the language of a question: "what did Nordkorea send?".

Rule of this room: what is a word of the question's own language stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language import Language
from bot.core.lexical.lexicon import LONGEST_PHRASE
from bot.core.lexical.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.lexical.tokens import Token


def same_kind(one: str, other: str, languages: Mapping[str, Language]) -> bool:
    """Tell whether two phrases both name a party (a state, its capital, its people), or both something by name."""
    kind = _kind(one, languages)
    return kind is not None and kind == _kind(other, languages)


def _kind(phrase: str, languages: Mapping[str, Language]) -> str | None:
    words = tokens(phrase)
    for language in languages.values():
        forms = [language.analyser().forms(t.word)[0] for t in words]
        if " ".join(forms) in language.lexicon().entities(language.code):
            return "party"
    common = any(t.word in tongue.morphology.stop_words for tongue in languages.values() for t in words)
    return "name" if words and not common and all(phrase[t.start].isupper() for t in words) else None


def with_native_names(
    text: str, code: str, languages: Mapping[str, Language], words: Sequence[Token] | None = None
) -> str:
    """Return a text with the parties that only another language calls so by their names in the language `code`.

    An article of the other language goes with its noun, "die Russen" is "Russian" in English; all else stays, and so
    does what is a word of the language itself ("Islands") or begins a longer name ("South African Schools Act").
    `words` are the text's `tokens`, where the caller has them.
    """
    words = tokens(text) if words is None else words
    home = languages[code]
    for other in (tongue for tongue in languages.values() if tongue.code != code):
        if found := tuple(_foreign_parties(text, words, home, other)):
            for start, end, name in reversed(found):
                text = f"{text[:start]}{name}{text[end:]}"
            words = tokens(text)
    return text


def _foreign_parties(
    text: str, words: Sequence[Token], home: Language, other: Language
) -> Iterator[tuple[int, int, str]]:
    """Yield where the parties stand that the other language alone calls so, with what they are called at home."""
    at = 0
    forms = [other.analyser().forms(t.word)[0] for t in words]
    while at < len(words):
        size, name = _party_at(words[at:], forms[at : at + LONGEST_PHRASE], home, other)
        if name and not _begins_a_name(text, words[at + size - 1 : at + size + 1]):
            article = at > 0 and words[at - 1].word in other.valency.articles - home.valency.articles
            yield words[at - article].start, words[at + size - 1].end, name
        at += size


def _party_at(words: Sequence[Token], forms: Sequence[str], home: Language, other: Language) -> tuple[int, str]:
    """Return how many words name a party in the other language alone, and its name at home; 1 and "" for none."""
    if forms[0] not in other.lexicon().entity_first_words(other.code):
        return 1, ""
    theirs = other.lexicon().entities(other.code)
    for size in range(len(forms), 0, -1):
        there = " ".join(forms[:size])
        if there in theirs and (name := _name_at_home(words[:size], there, home, other)):
            return size, name
    return 1, ""


def _name_at_home(words: Sequence[Token], form: str, home: Language, other: Language) -> str:
    """Return what a party of the other language is called at home; "" where that is a word there, or no party."""
    ours, theirs = (tongue.lexicon().entities(tongue.code) for tongue in (home, other))
    here = " ".join(home.analyser().forms(w.word)[0] for w in words)
    if here in ours or home.lexicon().translations(here, home.code):
        return ""
    there = other.lexicon().translations_into(home.code, form, other.code)
    return next((r.word for r in there if ours.get(r.form) == theirs[form]), "")


def _begins_a_name(text: str, words: Sequence[Token]) -> bool:
    """Tell whether the second word goes on with a name that the first one ends."""
    return len(words) > 1 and text[words[0].end : words[1].start].isspace() and text[words[1].start].isupper()
