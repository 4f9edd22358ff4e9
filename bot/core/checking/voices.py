"""Who says what a statement says: what is denied or demanded is not said, and what another says is another's.

Rule of this room: a speaker counts only for the words that the article gives to that speaker.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.checking.names import is_namesake, is_owner
from bot.core.speakers.by_speaker import said_by
from bot.model import CueClass, Difference, DifferenceKind, Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.checking.pairing import Statement
    from bot.core.language import Language
    from bot.core.language_data.clause_words import ClauseWords
    from bot.model import Article, Attribution, Mention, Span

_NOT_SAID = {
    CueClass.DENIES: DifferenceKind.NEGATION,
    CueClass.DEMANDS: DifferenceKind.CERTAINTY,
    CueClass.ANNOUNCES: DifferenceKind.CERTAINTY,
}
"""Acts by which a claim is not made: what is denied, demanded or promised."""


def unsaid(
    article: Article,
    compared: tuple[Statement, Sequence[Span], Sequence[Difference]],
    speakers: Sequence[Attribution],
    table: ClauseWords,
) -> tuple[Difference, ...]:
    """Return what the act of speaking changes: what is denied or demanded is not said, unless the statement says so.

    `compared` are the statement, the words of the sentence that stand for its own, and what differs: a cue among these
    is compared as a word.
    """
    statement, spans, differences = compared
    contrary = {word for d in differences if d.kind is DifferenceKind.OPPOSITE for word in d.in_article}
    stated = {w.text.lower() for w in statement.words}
    found = []
    for a in speakers:
        cue = tuple(c.cut(article.text) for c in a.cue)
        promised = a.cue_class is CueClass.ANNOUNCES and a.mode is Mode.INDIRECT and _has_clause(article, a, table)
        is_unsaid = a.cue_class in _NOT_SAID and a.mode is not Mode.DIRECT and not promised
        own = any(c.overlaps(s) for c in a.cue for s in spans) or not contrary.isdisjoint(cue)
        if is_unsaid and a.cue_class is not statement.act and not own and not stated & {c.lower() for c in cue}:
            found.append(Difference(_NOT_SAID[a.cue_class], (), cue))
    return tuple(found)


def _has_clause(article: Article, a: Attribution, table: ClauseWords) -> bool:
    """Tell whether what is announced stands in a clause of its own, which says by itself that it is to come."""
    return not any(c.cut(article.text).startswith(table.infinitive_openers) for c in a.content)


def wrong_speaker(
    article: Article, statement: Statement, spans: Sequence[Span], speakers: Sequence[Attribution], language: Language
) -> tuple[Difference, ...]:
    """Return the difference where a statement gives its claim to somebody else than the article does."""
    if not (who := statement.speaker):
        return ()
    if speakers and all(a.speaker and _is_another(who, a.speaker, article, statement.language) for a in speakers):
        return (Difference(DifferenceKind.SPEAKER, (who,), _named(article, speakers)),)
    held = {n: sum(1 for s in spans if any(c.overlaps(s) for c in a.content)) for n, a in enumerate(speakers)}
    speakers = [a for n, a in enumerate(speakers) if held[n] == max(held.values())]
    names = _named(article, speakers)
    carried = any(who.casefold() in f"{m.name} {m.span.cut(article.text)}".casefold() for a in speakers for m in a.via)
    if (
        carried
        or _also_called(article, who) & set(names)
        or _says(replace(article, attributions=tuple(speakers)), spans, statement, language)
    ):
        return ()
    return (Difference(DifferenceKind.SPEAKER, (who,), names),)


def _is_another(who: str, mention: Mention, article: Article, language: Language) -> bool:
    """Tell whether a mention that has a name in it means somebody else: of that surname, or whose lawyer it is."""
    told = mention.span.cut(article.text)
    return is_namesake(who, mention.name or told, language) or is_owner(who, told, language)


def _named(article: Article, speakers: Sequence[Attribution]) -> tuple[str, ...]:
    """Return the names of those who speak and of those who carry it."""
    parties = [m for a in speakers for m in ((a.speaker, *a.via) if a.speaker else a.via)]
    return tuple(dict.fromkeys(m.name or m.span.cut(article.text) for m in parties))


def _says(said: Article, spans: Sequence[Span], statement: Statement, language: Language) -> bool:
    """Tell whether whom a statement names is quoted with words; `said` has the attributions of these alone."""
    there = set(said.sentences_in(spans))
    found = said_by(said, statement.speaker, statement.language, {language.code: language})
    return any(hit.sentence in there for hit in found)


def _also_called(article: Article, who: str) -> set[str]:
    """Return the names of parties that the article calls just so: ‹the company› is Kelmouth Terminals."""
    mentions = (m for a in article.attributions for m in (a.speaker, *a.via) if m)
    alike = (m for m in mentions if m.span.cut(article.text).casefold() == who.casefold())
    return {m.name or m.span.cut(article.text) for m in alike}
