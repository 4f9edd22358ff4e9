"""How German words change: closed classes, stemmer, irregular forms, numerals.

Rule of this room: every word stands as `core.lexical.tokens.normalise` writes it: small letters, umlauts and ß kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import Stemmer

from bot.core.language_data.morphology import Morphology, parse_fixed_phrases
from bot.languages.de.fixed_phrases import FIXED
from bot.languages.de.function_words import FUNCTION_WORDS, QUESTION_WORDS
from bot.languages.de.irregular_forms import ADJECTIVES, BARE, FINITE, INSEPARABLE, NUMERALS, PLURALS, SEPARABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.core.language_data.morphology import Vocabulary

_MEANINGFUL = frozenset({"gegen", "weiter", "gegenüber", "außer", "ohne"})
"""Function words that a question may turn on."""
_ANAPHORS = """
er sie dies diese dieser dieses diesem diesen seine seiner seinem seinen ihr ihre ihrer ihrem ihren sein deren dessen
dabei dadurch dort damals ihm ihn ihnen solche solches beide davon darin dazu daher andere
"""
_stemmer = Stemmer.Stemmer("german")
_ENDINGS = ("test", "ten", "tet", "te", "est", "et", "st", "t", "end", "nd")
"""What is left of a regular verb's ending after the stemmer, the longest first."""
_LIKE_NOUNS = ("griff", "stand", "schritt", "schnitt", "riss", "strich", "trieb", "schied", "ritt", "band", "schloss")
"""Pasts that are nouns behind a prefix: Angriff, Vorstand, Unterschied."""
_PARTICIPLE = re.compile(r"t(?:e[mnrs]?)?$")
_AFFIXES = """
lich keit heit ung ungen igkeit isch ische ischen ischer bar chen lein schaft schaften tum ismus ist isten los lose
losen ieren iert ierte ierten ation ationen tion ionen ver ent zer miss haft sam weise wärts artig mäßig
"""
_NO_PART = frozenset(_AFFIXES.split())
"""Suffixes and prefixes that look like words: never a part of a compound."""
_NO_LEFT = frozenset({*SEPARABLE, *INSEPARABLE, "will", "miss", "ge", "un", "ur"})
"""What stands before a verb or a noun and makes no compound of it."""
_NOUNS = "öl zoo eis tee see rat tor not amt akt ort weg tag gas eid arm ehe art bau bad typ uhr boot"
_SHORT = frozenset(_NOUNS.split())
"""Nouns of two and three letters that compounds are made with."""
_LINKS = ("", "s", "es", "n", "en", "er", "e", "ens")
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
"""What the stemmer does to letters."""
_LEAST = 4
"""Letters of a part."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball stem, or that of an adjective which a verb has as well."""
    return ADJECTIVES.get(word) or str(_stemmer.stemWord(word))


def form(word: str, vocabulary: Vocabulary, capital: bool | None = None) -> str:  # noqa: FBT001 - see Morphology
    """Return a word's form: the infinitive's stem for any form of a verb that is known, else the word's stem.

    A noun that is known keeps its own stem, though it may look like a verb's form: with a capital always (Band,
    Lage), without one never (macht), and where capitals show nothing, if it is no strong verb's (Markt, Gast).
    """
    word = PLURALS.get(word, word)
    own = stem(word)
    noun = capital is not False and own in vocabulary.nouns
    if noun and capital:
        return own
    noun = noun and word not in FINITE
    infinitive = _infinitive(word)
    if infinitive and not (noun and word.endswith(_LIKE_NOUNS)):
        return stem(infinitive)
    if own in vocabulary.verbs:
        return vocabulary.verbs[own]
    if noun:
        return own
    if own.endswith("s") and (own[:-1] in vocabulary.words or own[:-1] in vocabulary.indivisible):
        return own[:-1]  # Nordkoreas, Autos: the stemmer keeps an s after a vowel
    return _regular(word, own, vocabulary.verbs) or _again(own, vocabulary) or own


def _again(own: str, vocabulary: Vocabulary) -> str | None:
    """Return the stem of a stem that is not known, if that is: "Probleme" loses two endings, "Problem" one."""
    if own in vocabulary.words or own in vocabulary.indivisible:
        return None
    if own.endswith("inn"):
        return own[:-1]
    shorter = stem(own)
    return shorter if shorter in vocabulary.nouns else None


def variants(infinitive: str) -> tuple[str, ...]:
    """Return the stems that a verb's regular forms end in: Snowball cuts more off "liefern" than off "liefert"."""
    return (infinitive.removesuffix("n").removesuffix("e").translate(_PLAIN),)


def _infinitive(word: str) -> str | None:
    """Return the infinitive of a strong verb's form, with its prefixes (wieder-auf-genommen, an-er-kannt)."""
    if word in FINITE:
        return FINITE[word]
    for prefix in SEPARABLE:
        if word.startswith(prefix) and (inner := _infinitive(word[len(prefix) :])):
            return prefix + inner
    for prefix in INSEPARABLE:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and (rest in BARE or rest in FINITE):
            return prefix + (BARE.get(rest) or FINITE[rest])
    return None


def _regular(word: str, own: str, verbs: Mapping[str, str]) -> str | None:
    """Return the form of the regular verb that a stem is a past, a participle or an infinitive with "zu" of."""
    for ending in _ENDINGS:
        if own.endswith(ending) and own[: -len(ending)] in verbs:
            return verbs[own[: -len(ending)]]
    if own.startswith("ge"):
        return _participle(word, "", own[2:], verbs)
    for prefix in SEPARABLE:
        plain = prefix.translate(_PLAIN)
        if not own.startswith(plain):
            continue
        rest = own[len(plain) :]
        if rest.startswith("ge") and (found := _participle(word, plain, rest[2:], verbs)):
            return found
        whole = stem(prefix + word[len(prefix) + 2 :]) if word.startswith(prefix + "zu") else ""
        if whole in verbs:
            return verbs[whole]
        inner = _regular(word[len(prefix) :], rest, verbs)
        if inner and plain + inner in verbs:
            return verbs[plain + inner]
    return None


def _participle(word: str, prefix: str, rest: str, verbs: Mapping[str, str]) -> str | None:
    """Return the form of the verb that "prefix-ge-rest" is the participle of; the stemmer may have cut the ending."""
    if not _PARTICIPLE.search(word):
        return None
    for ending in ("et", "t", ""):
        found = verbs.get(prefix + rest.removesuffix(ending)) if rest.endswith(ending) else None
        if found:
            return found
    return None


def parts(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the stems of a compound's parts, none for a word that is none.

    A part is a known stem; the split with the longest last part wins (Koehn and Knight's rule without frequencies).
    """
    for start in range(2, len(word) - _LEAST + 2):
        right = word[start:]
        if not _part(right, known) or word[:start] in _NO_LEFT:
            continue
        left = _left(word[:start], known)
        if left:
            return (*left, stem(right))
    return ()


def _left(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the parts of what stands before a compound's last part: one word with its link, or a compound again."""
    for link in _LINKS:
        core = word.removesuffix(link) if link else word
        if word.endswith(link) and _part(core, known):
            return (stem(core),)
    if _part(word + "e", known):  # Schul(e)buch
        return (stem(word + "e"),)
    for link in ("", "s"):
        if word.endswith(link) and (inner := parts(word.removesuffix(link) if link else word, known)):
            return inner
    return ()


def _part(word: str, known: Callable[[str], bool]) -> bool:
    if len(word) < _LEAST:
        return word in _SHORT
    return word not in _NO_PART and word not in FUNCTION_WORDS and known(stem(word))


def is_plural(word: str) -> bool:
    """Tell whether a noun ends like a plural."""
    return word[0].isupper() and word[-1] in "enrs"


GERMAN_MORPHOLOGY = Morphology(
    stop_words=(FUNCTION_WORDS | QUESTION_WORDS) - _MEANINGFUL,
    question_words=QUESTION_WORDS,
    function_words=FUNCTION_WORDS | QUESTION_WORDS,
    stem=stem,
    form=form,
    parts=parts,
    variants=variants,
    is_plural=is_plural,
    numerals=NUMERALS,
    number_suffixes=frozenset("er ern ers te ten ter tes tem ste sten ster stes stem".split()),
    multipliers={"tausend": 1000, "hundert": 100},
    fixed_phrases=parse_fixed_phrases(FIXED, verb_last=True),
    anaphors=frozenset(_ANAPHORS.split()),
    capital_nouns=True,
    particles=frozenset(SEPARABLE),
    clause_joints=frozenset("und oder sowie als wie".split()),
    endings="[ai]?tion|sion|itat|ismus|isch|ung|heit|keit|lich|al|ier",
    signs={"%": ("prozent",), "€": ("euro",), "$": ("dollar",), "£": ("pfund",)},
)
