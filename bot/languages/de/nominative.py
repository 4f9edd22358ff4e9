"""German phrases for a source in the case that a source line needs: ‹dem Präsidenten› to ‹der Präsident›.

Rule of this room: only a phrase whose noun is known by gender and number is changed; None tells that it is not.
"""

import re
from dataclasses import dataclass
from functools import cache

from bot.languages.titles import Title, titles

_DEFINITE = frozenset({"der", "die", "das", "den", "dem", "des"})
_INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_ENDING = re.compile(r"(en|er|em|es|e)$")
_ADJECTIVE = re.compile(r"(?:[a-zäöüß-]+|[A-ZÄÖÜ][a-zäöüß]*(?:isch|al|lich|iv|iert|end|ig|neu|alt))(?:e|en|er|em|es)$")
_THE = {"m": "der", "f": "die", "n": "das"}
_A = {"m": "ein", "f": "eine", "n": "ein"}
_STRONG = {"m": "er", "f": "e", "n": "es"}
_WEAK = ("ist", "ent", "ant", "at", "oge", "nom", "ege", "ge", "rte", "ar")
"""Endings of masculine nouns that have -n in all cases but the first: ‹Präsidenten›."""


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase taken apart: article (‹the›, ‹a› or none), stems of adjectives, noun, number, and what follows."""

    article: str
    adjectives: tuple[str, ...]
    title: Title
    prefix: str
    plural: bool
    rest: str

    def nominative(self) -> str:
        """Return the phrase in the first case."""
        gender = self.title.gender
        noun = self.title.germans if self.plural else self.title.german
        noun = self.prefix + noun.lower() if self.prefix and not self.prefix.endswith("-") else self.prefix + noun
        article = ("die" if self.plural else _THE.get(gender, "die")) if self.article == "the" else ""
        article = _A.get(gender, "") if self.article == "a" and not self.plural else article
        if self.article == "the":
            ending = "en" if self.plural else "e"
        else:
            ending = "e" if self.plural else _STRONG.get(gender, "e")
        words = [article, *(stem + ending for stem in self.adjectives), noun, self.rest]
        return " ".join(word for word in words if word)


@cache
def _forms() -> dict[str, tuple[tuple[Title, bool], ...]]:
    """Return the titles by each form in small letters, with whether it is a plural one."""
    found: dict[str, list[tuple[Title, bool]]] = {}
    for title in titles():
        singular, plural = title.german, title.germans
        one = {singular, f"{singular}s", f"{singular}es"} if title.gender in {"m", "n"} else {singular}
        one |= {f"{singular}n", f"{singular}en"} if title.gender == "m" and singular.endswith(_WEAK) else set()
        many = {plural, plural if plural.endswith(("n", "s")) else f"{plural}n"}
        for form in one if title.gender != "p" else ():
            found.setdefault(form.lower(), []).append((title, False))
        for form in many:
            found.setdefault(form.lower(), []).append((title, True))
    return {form: tuple(rows) for form, rows in found.items()}


def read(phrase: str) -> Source | None:
    """Return a phrase taken apart, None where its noun is not known."""
    words = phrase.split()
    first = words[0].lower() if words else ""
    article = "the" if first in _DEFINITE else "a" if first in _INDEFINITE else ""
    at = 1 if article else 0
    stems = []
    while at + 1 < len(words) and _ADJECTIVE.fullmatch(words[at]):
        stems.append(_ENDING.sub("", words[at]))
        at += 1
    if at >= len(words):
        return None
    found = _noun(words[at], first if article else "", words[at - 1] if stems else "")
    if found is None:
        return None
    title, plural, prefix = found
    return Source(article, tuple(stems), title, prefix, plural, " ".join(words[at + 1 :]))


def _noun(word: str, first: str, adjective: str) -> tuple[Title, bool, str] | None:
    """Return the title of a noun or of a compound's end, whether it is a plural, and what stands before it."""
    low, forms = word.lower(), _forms()
    for cut in range(max(1, len(low) - 3)):
        rows = forms.get(low[cut:])
        if rows and (cut == 0 or low[:cut].isalpha() or low[cut - 1] == "-"):
            return *max(rows, key=lambda row: _fit(row, low[cut:], first, adjective)), word[:cut]
    return None


def _fit(row: tuple[Title, bool], form: str, first: str, adjective: str) -> int:
    """Return how well a reading of a form fits the article and the adjective before it."""
    title, plural = row
    gender = title.gender
    match first:
        case "der":
            return 2 * (not plural and gender in {"m", "f"}) + (not adjective.endswith("en") or gender == "f" or plural)
        case "die":
            return 2 * (plural or gender == "f") + (gender == "f" and not plural)
        case "den":
            return 2 * (plural and form.endswith("n")) + (not plural and gender == "m")
        case "":
            one = not plural and form == title.german.lower()
            return 2 * (plural == adjective.endswith(("e", "en"))) if adjective else 1 + one + (plural and not one)
        case _:
            return int(not plural)
