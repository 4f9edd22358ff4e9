"""Everything that one speaker is quoted with: the answer to "what does X say?".

Rule of this room: a speaker is who the article's attributions name, so nobody gets words that only stand nearby.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.core.lexical.lexicon import EntityKind
from bot.core.lexical.string_similarity import char_ngrams
from bot.core.lexical.tokens import tokens
from bot.model import Confidence, Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.model import Article, Span

ALIKE = 0.6
"""Least Dice coefficient of the letter runs of two spellings of one name."""


class Speaker(NamedTuple):
    """How an article names somebody once: the canonical name, the role, and the words; "" for what there is none of."""

    name: str
    role: str
    words: str


def speaker_asked(question: str, patterns: Sequence[re.Pattern[str]]) -> tuple[str, str] | None:
    """Return whose sayings a question wants, and on what ("" for anything); None for another question."""
    for pattern in patterns:
        if found := pattern.fullmatch(" ".join(question.split()).rstrip(" ?!.")):
            return found["who"], found.groupdict().get("topic") or ""
    return None


def said_by(article: Article, who: str, asking: Language, languages: Mapping[str, Language]) -> tuple[Hit, ...]:
    """Return the sentences that a speaker, as a question in `asking` names it, is quoted with, in text order.

    A name counts by its letters only where nobody is called just that: ‹the union› is in ‹Gewerkschaftschef Pahl›, and
    ‹die Trainerin› is not the ‹Trainer› where there is one.
    """
    wanted = tuple(_wanted(who, asking, article.language))
    if not wanted:
        return ()
    whole = tuple(_whole(who, asking, article.language))
    state = _party(who, asking)
    analyser = languages[article.language].analyser()
    exact: set[int] = set()
    alike: set[int] = set()
    for speaker, content in _speakers(article).items():
        words = {t.word for t in tokens(" ".join(speaker))}
        forms = {form for w in words for read in (analyser.forms(w),) for form in (read[0], *read[1])}
        of_state = bool(state) and state in _states(speaker, languages[article.language])
        if of_state or any(name <= forms for name in whole) or all(known & forms for _, known in wanted):
            exact.update(article.sentences_in(content))
        elif all(_is_named(w, words, forms) for w in wanted):
            alike.update(article.sentences_in(content))
    return tuple(Hit(n, 1.0, coverage=1.0) for n in sorted(exact or alike))


def _wanted(who: str, asking: Language, article_language: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the words that name the speaker, each with the forms that may stand in the article."""
    for word in asking.analyser().read(who):
        across = (
            {r.form for r in asking.lexicon().translations_into(article_language, word.form, asking.code)}
            if asking.code != article_language
            else set()
        )
        yield word.word, frozenset({word.form, *across})


def _whole(who: str, asking: Language, article_language: str) -> Iterator[frozenset[str]]:
    """Yield the forms of what the whole name is in the article's language: "South Korea" is one word in German."""
    if asking.code != article_language:
        name = " ".join(word.form for word in asking.analyser().read(who))
        for translation in asking.lexicon().translations_into(article_language, name, asking.code):
            yield frozenset(translation.form.split())


def _party(who: str, language: Language) -> str:
    """Return the state that words name, "" for none, and for a head of state, who is asked for alone."""
    forms = " ".join(word.form for word in language.analyser().read(who))
    return _state_of(forms, language, heads=False)


def _state_of(forms: str, language: Language, *, heads: bool) -> str:
    party = language.lexicon().entities(language.code).get(forms)
    return "" if party is None or (party.kind is EntityKind.HEAD and not heads) else party.id


def _states(speaker: Speaker, language: Language) -> set[str]:
    """Return the states that a mention and its role name; a capital within a longer name is none."""
    name, role, mention = speaker
    if name:
        mention = mention.replace(name, " ")
    found = {_state_of(" ".join(w.form for w in language.analyser().read(name)), language, heads=True)}
    for text in (mention, role):
        forms = [w.form for w in language.analyser().read(text)]
        runs = [*forms, *(f"{a} {b}" for a, b in pairwise(forms))]
        found |= {_state_of(run, language, heads=True) for run in runs}
    return found - {""}


def _speakers(article: Article) -> dict[Speaker, list[Span]]:
    """Return what every speaker is quoted with; what is only a guess is left out."""
    found: dict[Speaker, list[Span]] = {}
    for a in article.attributions:
        if a.speaker is not None and a.confidence is not Confidence.LOW:
            speaker = Speaker(a.speaker.name or "", a.speaker.role or "", a.speaker.span.cut(article.text))
            found.setdefault(speaker, []).extend(a.content)
    return found


def _is_named(wanted: tuple[str, frozenset[str]], words: set[str], forms: set[str]) -> bool:
    word, known = wanted
    return bool(known & forms) or any(_alike(word, other) for other in words)


def _alike(one: str, other: str) -> bool:
    a, b = char_ngrams(one), char_ngrams(other)
    return 2 * len(a & b) / (len(a) + len(b)) >= ALIKE
