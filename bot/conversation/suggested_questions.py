"""Three questions to begin with, made from the article: whom it quotes, who warns in it, how many of something.

Rule of this module: a question is offered only where the article answers it with the sentence it was made from.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from cachetools import LRUCache

from bot.conversation.phrases import Phrases
from bot.core.lexical.lexicon import EntityKind
from bot.core.lexical.tokens import normalise
from bot.model import Article, Confidence, CueClass
from bot.service import Library

OFFERED = 3
"""Questions that are offered."""
TRIED = 12
"""Candidates that are asked at most: each costs about a millisecond."""
KEPT = 256
"""Articles and languages whose examples are kept; those that were wanted longest ago go first."""
SPEAKERS = 3
"""Speakers that are asked for at most."""

COUNTED = re.compile(r"\b(?<![\d.,])\d[\d.,]*+\s++(?P<thing>[^\W\d_]{4,})")
"""A number and the word behind it."""

Fits = Callable[[Article, int], bool]
Forms = Callable[[str], tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, and what the sentence that answers it best must be."""

    question: str
    fits: Fits


class Examples:
    """Examples by article and language, made when they are first wanted."""

    def __init__(self) -> None:
        self._made: LRUCache[tuple[str, str], tuple[str, ...]] = LRUCache(KEPT)

    async def of(self, library: Library, article: Article, phrases: Phrases) -> tuple[str, ...]:
        """Return up to `OFFERED` questions in the language of the phrases, the same ones every time."""
        key = article.id, phrases.code
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = await made(library, article, phrases)
        return found


async def made(library: Library, article: Article, phrases: Phrases) -> tuple[str, ...]:
    """Return the first questions that the article answers, each with another sentence."""
    found: dict[int, str] = {}
    candidates = await library.off_loop(article, lambda: tuple(islice(_candidates(library, article, phrases), TRIED)))
    for candidate in candidates:
        if len(found) == OFFERED:
            break
        answer = await library.ask(article, candidate.question)
        if answer.hits and candidate.fits(article, first := answer.hits[0].sentence):
            found.setdefault(first, candidate.question)
    return tuple(found.values())


def _candidates(library: Library, article: Article, phrases: Phrases) -> Iterator[Candidate]:
    """Yield candidates of each kind in turn, so that those that are offered differ in kind."""
    kinds = [
        _says(library, article, phrases),
        _acts(article, phrases),
        _numbers(library, article, phrases),
        _states(library, article, phrases),
    ]
    while kinds:
        for kind in list(kinds):
            candidate = next(kind, None)
            if candidate is None:
                kinds.remove(kind)
            else:
                yield candidate


def _says(library: Library, article: Article, phrases: Phrases) -> Iterator[Candidate]:
    """Yield questions for what the most quoted people say; only names fit into both languages."""
    count = Counter(
        a.speaker.name
        for a in article.attributions
        if a.speaker and a.speaker.name and a.confidence is not Confidence.LOW and a.cue
    )
    known, forms = _nouns(library, article)
    names = [name for name, _ in count.most_common() if _is_person(name, known, forms)]
    for name in names[:SPEAKERS]:
        yield Candidate(phrases.example_says.format(who=name), _quotes(name))


def _states(library: Library, article: Article, phrases: Phrases) -> Iterator[Candidate]:
    """Yield questions for what states say, by their name in the language of the question."""
    language = library.languages[article.language]
    parties, lexicon = language.lexicon().entities(language.code), language.lexicon()
    for a in article.attributions:
        name = a.speaker.name if a.speaker and a.confidence is not Confidence.LOW else None
        form = " ".join(word.form for word in language.analyser().read(name or ""))
        state = parties.get(form)
        if name is None or state is None or state.kind is not EntityKind.STATE:
            continue
        there = [r.word for r in lexicon.translations(form, language.code)] if language.code != phrases.code else [name]
        if there:
            yield Candidate(phrases.example_says.format(who=there[0]), _is_said)


def _nouns(library: Library, article: Article) -> tuple[frozenset[str], Forms]:
    """Return the nouns of an article's language that name no party, and what makes a form of a word."""
    language = library.languages[article.language]
    nouns = language.lexicon().vocabulary(article.language).nouns
    return nouns - language.lexicon().entities(article.language).keys(), language.analyser().forms


def _is_person(name: str, nouns: frozenset[str], forms: Forms) -> bool:
    """Tell whether a name looks like a person's: words with capitals, the first and last no nouns.

    A compound is a noun where it comes first (Bauamt Hagen); a family name may be one (Ina Bergmann).
    """
    words = [normalise(word) for word in name.split()]
    if len(words) < 2 or not all(word[0].isupper() for word in name.split()):  # noqa: PLR2004 - a first and a last name
        return False
    return not (forms(words[0])[1] or any(forms(word)[0] in nouns for word in (words[0], words[-1])))


def _quotes(name: str) -> Fits:
    def fits(article: Article, sentence: int) -> bool:
        said = article.attributions_in(article.sentences[sentence].span)
        return any(a.speaker is not None and a.speaker.name == name for a in said)

    return fits


def _is_said(article: Article, sentence: int) -> bool:
    """Tell whether a speaker is named; a state speaks by its capital, its people and its ministers as well."""
    return any(a.speaker is not None for a in article.attributions_in(article.sentences[sentence].span))


def _does(act: CueClass) -> Fits:
    def fits(article: Article, sentence: int) -> bool:
        return any(a.cue_class is act for a in article.attributions_in(article.sentences[sentence].span))

    return fits


def _is(number: int) -> Fits:
    def fits(_article: Article, sentence: int) -> bool:
        return sentence == number

    return fits


def _acts(article: Article, phrases: Phrases) -> Iterator[Candidate]:
    """Yield questions for who warns, denies, demands, where somebody does."""
    there = {a.cue_class for a in article.attributions if a.speaker}
    for act, question in phrases.example_acts.items():
        if act in there:
            yield Candidate(question, _does(act))


def _numbers(library: Library, article: Article, phrases: Phrases) -> Iterator[Candidate]:
    """Yield questions for how many there are of something, claims first; its word is the article's, as its language."""
    if article.language != phrases.code:
        return
    nouns, forms = _nouns(library, article)
    is_plural = library.languages[article.language].morphology.is_plural
    claimed = sorted(enumerate(article.sentences), key=lambda item: not article.attributions_in(item[1].span))
    for number, sentence in claimed:
        for found in COUNTED.finditer(sentence.span.cut(article.text)):
            thing = found["thing"]
            form, parts = forms(normalise(thing))
            if (form in nouns or parts) and is_plural(thing):
                yield Candidate(phrases.example_number.format(things=thing), _is(number))
