"""Which language a text is in.

Rule of this room: function words tell; what they hardly show is only guessed, and what another language shows is not.
"""

from __future__ import annotations

import re

from bot.core.lexical.tokens import tokens
from bot.languages import LANGUAGES

_FREQUENT = {
    "fr": """
        les est et une dans pour qui que avec sur pas sont ont été aux ses cette ce elle ils nous vous leur mais où du
        au
    """,
    "es": """
        el los las una por con del al como más pero sus fue ser este esta entre cuando muy sin sobre también hasta
    """,
    "it": "il di che non per è gli della delle dei nel nella sono alla anche più come dal questo",
    "nl": "het een van en niet zijn voor op aan met maar ook dat wordt naar bij deze",
    "da no sv": "og på det som til ikke har av att och är inte jag med för den ett",
    "pl": "nie się na jest do że jak przez dla po przy",
}
"""Frequent words of neighbouring languages, by their codes."""
_ASKING = {
    "fr": "qui que quoi quand où comment pourquoi combien quel quelle quels quelles est-ce qu",
    "es": "qué quién quiénes cuándo dónde cómo cuánto cuánta cuántos cuántas cuál por",
    "it": "cosa chi quando dove perché quanto quanti quante quale",
    "nl": "wat waar wanneer waarom hoe hoeveel welke wie",
    "pt": "quem quando onde quanto quantos quantas qual quais porque",
    "pl": "co kto kiedy gdzie jak dlaczego ile czy",
    "tr": "kim nerede nasıl neden kaç hangi niçin",
}
"""Words that a question begins with, by the codes of languages that the bot does not know."""
_BEGINS = {code: frozenset(words.split()) for code, words in _ASKING.items()}
_SHOWN = {
    code: _BEGINS.get(code, frozenset()).union(_FREQUENT.get(code, "").split())
    for code in sorted({*_ASKING, *_FREQUENT} - {"da no sv", *LANGUAGES})
}
"""Words that show each of the languages that have a code of their own."""
_SCRIPTS = (
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
"""Letters that show a language, or the most frequent one of a script; the first that a text has counts."""
_FOREIGN = frozenset(
    word for codes, words in _FREQUENT.items() if LANGUAGES.keys().isdisjoint(codes.split()) for word in words.split()
)
"""Those of the languages that the bot does not know: against all that it does."""
_ENOUGH = 0.12
"""Share of a text's words that must be function words of its language; running German and English have .35 to .55."""
_LETTERS = {code: language.orthography.letters for code, language in LANGUAGES.items()}
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz").union(*(letters.lower() for letters in _LETTERS.values()))

_LOOKED_AT = 2_000
"""Words that are looked at: more tell nothing new."""


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
    best = max(counts, key=lambda code: (counts[code], _shown_by_letters(code, text)))
    letters = sum(1 for w in words for c in w if c.isalpha())
    latin = sum(1 for w in words for c in w if c in _LATIN)
    return best if letters and foreign <= counts[best] and latin > letters / 2 else None


def foreign(question: str) -> str | None:
    """Return the code of the language that a question is in, where the bot does not know it; else None.

    Its script shows it, or the word that it begins with, or two of its frequent words; and more of them than of ours.
    """
    letters = [c for c in question if c.isalpha()]
    if letters and sum(c.lower() in _LATIN or c < "\u0250" for c in letters) <= len(letters) / 2:
        return next((code for code, sign in _SCRIPTS if sign.search(question)), None)
    words, counts, _ = _evidence(question)
    ours = max(counts.values())
    if len(words) < 2:  # noqa: PLR2004 - one word may be a name
        return None
    found = {code: len(shown.intersection(words)) for code, shown in _SHOWN.items()}
    best = max(found, key=lambda code: (found[code], words[0] in _BEGINS.get(code, ())))
    begins = words[0] in _BEGINS.get(best, ())
    return best if found[best] > ours and ((begins and len(words) > 2) or found[best] > 1) else None  # noqa: PLR2004


def _shown_by_letters(code: str, text: str) -> int:
    """Return 1 for a language whose own letters a text has, -1 where it has none of them, 0 for one without such."""
    letters = _LETTERS[code]
    return 0 if not letters else 1 if any(c in text for c in letters) else -1


def _evidence(text: str) -> tuple[list[str], dict[str, int], int]:
    """Return the words looked at, how many are function words of each language, and how many of others."""
    words = [t.word for t in tokens(text[: 20 * _LOOKED_AT])][:_LOOKED_AT]
    counts = {
        code: len([w for w in words if w in language.morphology.function_words]) for code, language in LANGUAGES.items()
    }
    return words, counts, len([w for w in words if w in _FOREIGN])
