"""The languages the bot knows, and which of them a text is in.

Rule of this room: a language is tables and small functions of its own words; a new one is a folder and a line here.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.core.analysis import Analyser, tokens
from bot.core.language import Language
from bot.core.translation import LONGEST_PHRASE, Lexicon
from bot.languages.de import saying as german_saying
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.de.proofs import PROOFS as GERMAN_PROOFS
from bot.languages.de.turns import GERMAN_TURNS
from bot.languages.de.valency import GERMAN_VALENCY
from bot.languages.en import saying as english_saying
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.languages.en.proofs import PROOFS as ENGLISH_PROOFS
from bot.languages.en.turns import ENGLISH_TURNS
from bot.languages.en.valency import ENGLISH_VALENCY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.core.analysis import Morphology, Token
    from bot.core.attribution import Speech


def _german_speech() -> Speech:
    from bot.languages.de.speech import german_speech  # noqa: PLC0415 - asking never needs it

    return german_speech()


def _english_speech() -> Speech:
    from bot.languages.en.speech import english_speech  # noqa: PLC0415 - asking never needs it

    return english_speech()


def speaking(lexicon: Callable[[], Lexicon]) -> Mapping[str, Language]:
    """Return the languages with a lexicon, which is made when it is first needed."""
    lexicon = cache(lexicon)

    def analyser(code: str, morphology: Morphology) -> Callable[[], Analyser]:
        return cache(lambda: Analyser(morphology, lexicon().vocabulary(code)))

    german = analyser("de", GERMAN_MORPHOLOGY)
    english = analyser("en", ENGLISH_MORPHOLOGY)
    listed = (
        Language(
            "de",
            GERMAN_ORTHOGRAPHY,
            GERMAN_MORPHOLOGY,
            _german_speech,
            german,
            lexicon,
            GERMAN_VALENCY,
            GERMAN_PROOFS,
            GERMAN_TURNS,
            german_saying.SAYING,
            german_saying.ACTING,
            german_saying.NO_TOPIC,
            german_saying.DOING,
        ),
        Language(
            "en",
            ENGLISH_ORTHOGRAPHY,
            ENGLISH_MORPHOLOGY,
            _english_speech,
            english,
            lexicon,
            ENGLISH_VALENCY,
            ENGLISH_PROOFS,
            ENGLISH_TURNS,
            english_saying.SAYING,
            english_saying.ACTING,
            english_saying.NO_TOPIC,
            english_saying.DOING,
        ),
    )
    return MappingProxyType({language.code: language for language in listed})


def lexicon_digest() -> str:
    """Return a name for our own lexicon's content."""
    from bot.languages.lexicon import digest  # noqa: PLC0415 - beside the building

    return digest()


def own_table() -> bytes:
    """Return our own lexicon, compiled."""
    from bot.languages.lexicon import build  # noqa: PLC0415 - a table that was kept needs no building

    return build({"de": GERMAN_MORPHOLOGY, "en": ENGLISH_MORPHOLOGY})


LANGUAGES: Mapping[str, Language] = speaking(lambda: Lexicon(own_table()))

_FREQUENT = """
    les est et une dans pour qui que avec sur pas sont ont été aux ses cette ce elle ils nous vous leur mais où du au
    el los las una por con del al como más pero sus fue ser este esta entre cuando muy sin sobre también hasta
    il di che non per è gli della delle dei nel nella sono alla anche più come dal questo
    het een van en niet zijn voor op aan met maar ook dat wordt naar bij deze
    og på det som til ikke har av att och är inte jag med för den ett
    nie się na jest do że jak przez dla po przy
"""
_FOREIGN = frozenset(_FREQUENT.split())
"""Frequent words of neighbouring languages (French, Spanish, Italian, Dutch, Scandinavian, Polish): against either."""
_ENOUGH = 0.12
"""Share of a text's words that must be function words of its language; running German and English have .35 to .55."""
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß")
_LOOKED_AT = 2_000
"""Words that are looked at: more tell nothing new."""


def of(code: str) -> Language:
    """Return a language by its code; raises `KeyError` for one that is not listed."""
    return LANGUAGES[code]


def detect(text: str) -> str | None:
    """Return the code of the language a text is in; None where its words don't show it.

    Counts function words; the most wins, if they are a large enough share and more than those of other languages.
    """
    words, counts, foreign = _evidence(text)
    best = max(counts, key=lambda code: counts[code])
    rivals = [n for code, n in counts.items() if code != best]
    enough = counts[best] >= max(1.0, _ENOUGH * len(words))
    return best if enough and all(counts[best] > n for n in rivals) and counts[best] > foreign else None


def guess(text: str) -> str | None:
    """Return the likeliest language of a text whose words hardly show it: a table of results, a list of names.

    None where the text speaks for another language: more of its function words than of ours, or another script.
    """
    words, counts, foreign = _evidence(text)
    best = max(counts, key=lambda code: (counts[code], (code == "de") == any(c in text for c in "äöüßÄÖÜ")))
    letters = sum(1 for w in words for c in w if c.isalpha())
    latin = sum(1 for w in words for c in w if c in _LATIN)
    return best if letters and foreign <= counts[best] and latin > letters / 2 else None


def _evidence(text: str) -> tuple[list[str], dict[str, int], int]:
    """Return the words looked at, how many are function words of each language, and how many of others."""
    words = [t.word for t in tokens(text[: 20 * _LOOKED_AT])][:_LOOKED_AT]
    counts = {
        code: len([w for w in words if w in language.morphology.function_words]) for code, language in LANGUAGES.items()
    }
    return words, counts, len([w for w in words if w in _FOREIGN])


def same_kind(one: str, other: str, languages: Mapping[str, Language]) -> bool:
    """Tell whether two phrases both name a party (a state, its capital, its people), or both something by name."""
    kind = _kind(one, languages)
    return kind is not None and kind == _kind(other, languages)


def _kind(phrase: str, languages: Mapping[str, Language]) -> str | None:
    words = tokens(phrase)
    for language in languages.values():
        forms = [language.analyser().forms(t.word)[0] for t in words]
        if " ".join(forms) in language.lexicon().parties(language.code):
            return "party"
    common = any(t.word in tongue.morphology.stop_words for tongue in languages.values() for t in words)
    return "name" if words and not common and all(phrase[t.start].isupper() for t in words) else None


def put(text: str, code: str, languages: Mapping[str, Language], words: Sequence[Token] | None = None) -> str:
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
    if forms[0] not in other.lexicon().party_heads(other.code):
        return 1, ""
    theirs = other.lexicon().parties(other.code)
    for size in range(len(forms), 0, -1):
        there = " ".join(forms[:size])
        if there in theirs and (name := _name_at_home(words[:size], there, home, other)):
            return size, name
    return 1, ""


def _name_at_home(words: Sequence[Token], form: str, home: Language, other: Language) -> str:
    """Return what a party of the other language is called at home; "" where that is a word there, or no party."""
    ours, theirs = (tongue.lexicon().parties(tongue.code) for tongue in (home, other))
    here = " ".join(home.analyser().forms(w.word)[0] for w in words)
    if here in ours or home.lexicon().renderings(here, home.code):
        return ""
    return next((r.word for r in other.lexicon().renderings(form, other.code) if ours.get(r.form) == theirs[form]), "")


def _begins_a_name(text: str, words: Sequence[Token]) -> bool:
    """Tell whether the second word goes on with a name that the first one ends."""
    return len(words) > 1 and text[words[0].end : words[1].start].isspace() and text[words[1].start].isupper()
