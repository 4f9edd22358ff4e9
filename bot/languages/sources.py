"""What a source is called in the reader's language: ‹südkoreanischen Angaben›, ‹South Korean statements›.

Rule of this room: what is not known as a whole stays as it stands, for half a translation is none.
"""

from dataclasses import replace

from bot.languages.de import nominative
from bot.languages.titles import Title, adjectives, states, titles

_WITH_THE = {
    name: f"die {name}"
    for name in "USA Schweiz Ukraine Türkei Niederlande Slowakei Mongolei Philippinen EU UN UNO".split()
} | {"Vereinten Nationen": "die Vereinten Nationen", "Vereinigten Staaten": "die Vereinigten Staaten"}
"""States and bodies that have an article in German, in the first case."""
_THE_STATES = frozenset({"United States", "USA", "Netherlands", "United Arab Emirates", "Philippines", "EU", "UN"})
_JOINS = {"de": " und ", "en": " and "}
_OF = {"der": "the ", "des": "the ", "von": "", "vom": "the ", "in": "", "aus": ""}
_VOWELS = ("a", "e", "i", "o", "u")


def called(phrase: str, article: str, reader: str, *, definite: bool | None = None) -> str | None:
    """Return what a source is called for a reader of a language, None where it is to stay as the article has it.

    `definite` adds an article to a noun that has none (a party that is known), or takes it away (a role behind a name).
    """
    parts = phrase.split(_JOINS[article])
    if len(parts) > 1:
        every = [_one(part, article, reader, definite=definite) for part in parts]
        known = [(new or part) for new, part in zip(every, parts, strict=True)]
        return _JOINS[reader].join(known) if any(every) and (all(every) or article == reader) else None
    return _one(phrase, article, reader, definite=definite)


def _one(phrase: str, article: str, reader: str, *, definite: bool | None) -> str | None:
    if article == "de":
        return _from_german(phrase, reader, definite=definite)
    return _from_english(phrase, definite=definite) if reader == "de" else None


def _from_german(phrase: str, reader: str, *, definite: bool | None) -> str | None:
    bare = phrase.removeprefix("die ").removeprefix("der ").removeprefix("den ")
    if bare in _WITH_THE or bare in states():
        return _WITH_THE.get(bare, bare) if reader == "de" else _state(bare)
    found = nominative.read(phrase)
    if found is None:
        return None
    name = reader != "de" and len(phrase.split()) == 1 and found.title.gender == "m" and not found.plural
    if name and definite is None:
        return None  # ‹Richter›, ‹Kanzler›: somebody's last name, as like as not
    if definite is False or (definite and not found.article and not found.plural):
        found = replace(found, article="the" if definite else "")
    return found.nominative() if reader == "de" else _english(found)


def _state(name: str) -> str | None:
    """Return a state's English name, with its article."""
    english = {"USA": "United States", "UN": "UN", "EU": "EU"}.get(name) or states().get(name)
    return f"the {english}" if english in _THE_STATES else english


def _english(source: nominative.Source) -> str | None:
    """Return a source in English: adjectives, noun, and whose it is."""
    if source.prefix:
        return None
    words = [adjectives().get(stem.lower(), "") for stem in source.adjectives]
    noun = source.title.englishes if source.plural else source.title.english
    if not all(words):
        return None
    name = " ".join([*words, noun])
    owner = _owner(source.rest)
    if owner is None:
        return None
    if owner.endswith("’s"):
        return f"{owner} {name}"
    article = {"the": "the ", "a": "an " if name.lower().startswith(_VOWELS) else "a "}.get(source.article, "")
    return (article if article == "the " or not source.plural else "") + name + owner


def _owner(rest: str) -> str | None:
    """Return whose it is in English: ‹Nordkoreas› as ‹North Korea’s›, ‹der Polizei› as ‹ of the police›."""
    if not rest:
        return ""
    state = _state(rest.removesuffix("s")) or _state(rest)
    if state and " " not in rest:
        return f"{state}’s"
    first, _, after = rest.partition(" ")
    found = nominative.read(rest) if first in {"der", "des"} else None
    state = _state(after)
    if first in _OF and state:
        return f" of {state}"
    inner = _english(found) if found and not found.rest else None
    return f" of {inner}" if inner else None


def _from_english(phrase: str, *, definite: bool | None) -> str | None:
    """Return an English source in German: article, adjectives and a noun that are all known."""
    words = phrase.split()
    article = words[0].lower() if words and words[0].lower() in {"the", "a", "an"} else ""
    words = words[1:] if article else words
    for cut in range(len(words)):
        found = _title(" ".join(words[cut:]))
        stems = _stems(words[:cut]) if found else None
        if found and stems is not None:
            title, plural = found
            kind = "the" if article == "the" or (definite and not plural) else "a" if article else ""
            kind = "" if definite is False else kind
            return nominative.Source(kind, stems, title, "", plural, "").nominative()
    return None


def _title(words: str) -> tuple[Title, bool] | None:
    low = words.lower()
    one = next((t for t in titles() if t.english == low and t.gender != "p"), None)
    if one is not None:
        return one, False
    many = next((t for t in titles() if t.englishes == low), None)
    return (many, True) if many else None


def _stems(words: list[str]) -> tuple[str, ...] | None:
    """Return English adjectives as German stems, None where one is not known."""
    german = {word.lower(): stem for stem, word in adjectives().items()}
    for size in range(len(words), 0, -1):
        stem = german.get(" ".join(words[:size]).lower())
        rest = _stems(words[size:]) if stem else None
        if stem and rest is not None:
            return (stem, *rest)
    return None if words else ()
