"""Whether an article says what a statement says: itself, from somebody, nearly, or not.

Rule of this room: when unsure it is "near", with what differs. A statement counts as said only where one sentence has
all its words, in the same statement, with the same numbers, negation and roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.checking.clauses import parse
from bot.core.checking.differences import Candidate, Statement, compare
from bot.core.checking.word_matching import statement_words, word_positions
from bot.core.speakers.by_speaker import said_by
from bot.model import Check, Confidence, CueClass, Difference, DifferenceKind, Hit, Mode, Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.checking.word_matching import WordPositions
    from bot.core.language import Language
    from bot.core.language_data.clause_words import ClauseWords
    from bot.model import Article, Attribution

CANDIDATES = 8
"""Sentences that are read closely, those with most of the statement's words."""
SHOWN = 3
"""Sentences that say the same and are shown."""
NEAR = 0.6
"""Least share of a statement's words in a sentence that is about the same."""
LEAST = 2
"""Least words of it there."""
_SPOKEN = frozenset({Mode.DIRECT, Mode.INDIRECT})
_NOT_SAID = {
    CueClass.DENIES: DifferenceKind.NEGATION,
    CueClass.DEMANDS: DifferenceKind.CERTAINTY,
    CueClass.ANNOUNCES: DifferenceKind.CERTAINTY,
}
"""Acts by which a claim is not made: what is denied, demanded or promised."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A sentence beside a statement: its number, the share of words that it has, where they stand, and what differs."""

    number: int
    share: float
    spans: tuple[Span, ...]
    differences: tuple[Difference, ...]
    speakers: tuple[Attribution, ...]


def check(
    article: Article, statement: str, said: Sequence[Attribution], asking: Language, article_language: Language
) -> Check | None:
    """Return what an article has of a statement in `asking`; None for one without a word to look for.

    `said` is who says what in the statement.
    """
    who, parts = _speaker(statement, said)
    hearsay = tuple(c for a in said if a.mode is Mode.HEARSAY for c in a.cue)
    found = (n for part in parts for n in statement_words(statement, part.start, part.end, asking, article_language))
    words = tuple(n for n in found if not any(c.start <= n.start < c.end for c in hearsay))
    if not words:
        return None
    rows = [word_positions(s.span.cut(article.text), article_language) for s in article.sentences]
    counts = [sum(1 for w in words if row.has(w)) for row in rows]
    likely = sorted((n for n in range(len(rows)) if counts[n]), key=lambda n: (-counts[n], n))[:CANDIDATES]
    reading = parse(statement, Span(0, len(statement)), asking.speech(), asking.clause_words)
    cues = frozenset(reading.token_at(i) for c in hearsay for i in range(c.start, c.end))
    claim = Statement(statement, words, reading, asking, who, cues)
    judged = [_judge(article, claim, n, rows[n], article_language) for n in likely]
    return _verdict(claim, judged, rows)


def _speaker(statement: str, said: Sequence[Attribution]) -> tuple[str, tuple[Span, ...]]:
    """Return whom a statement names as its speaker, and the parts that are said; "" and all of it for nobody."""
    for a in said:
        if a.speaker and a.mode in _SPOKEN and a.confidence is not Confidence.LOW:
            return a.speaker.span.cut(statement), a.content
    return "", (Span(0, len(statement)),)


def _judge(
    article: Article, statement: Statement, number: int, row: WordPositions, article_language: Language
) -> _Judged:
    span = article.sentences[number].span
    sentence = parse(article.text, span, article_language.speech(), article_language.clause_words)
    around = article.attributions_in(span)
    cue = (c for a in article.attributions for c in a.cue if c.overlaps(span))
    cues = frozenset(sentence.token_at(i) for c in cue for i in range(c.start, c.end))
    found = compare(statement, Candidate(sentence, row, article_language, cues, _names(article)))
    spans = tuple(Span(span.start + a, span.start + b) for a, b in found.places)
    speakers = tuple(a for a in around if any(c.overlaps(s) for c in a.content for s in spans))
    unsaid = _unsaid(article, statement, speakers, article_language.clause_words)
    differences = (*found.differences, *unsaid, *_wrong_speaker(article, statement, number, speakers, article_language))
    return _Judged(number, found.share, spans, differences, speakers)


def _names(article: Article) -> tuple[frozenset[str], ...]:
    """Return the words of each name of several words that the article gives: who is Brandmeier is Uwe Brandmeier."""
    mentions = [m for a in article.attributions for m in (a.speaker, *a.via) if m]
    return tuple({frozenset(m.name.split()) for m in mentions if m.name and " " in m.name})


def _unsaid(
    article: Article, statement: Statement, speakers: Sequence[Attribution], table: ClauseWords
) -> tuple[Difference, ...]:
    """Return what the act of speaking changes: what is denied or demanded is not said, unless the statement says so."""
    stated = {w.text.lower() for w in statement.words}
    found = []
    for a in speakers:
        cue = tuple(c.cut(article.text) for c in a.cue)
        promised = a.cue_class is CueClass.ANNOUNCES and a.mode is Mode.INDIRECT and _has_clause(article, a, table)
        unsaid = a.cue_class in _NOT_SAID and a.mode is not Mode.DIRECT and not promised
        if unsaid and not stated & {c.lower() for c in cue}:
            found.append(Difference(_NOT_SAID[a.cue_class], (), cue))
    return tuple(found)


def _has_clause(article: Article, a: Attribution, table: ClauseWords) -> bool:
    """Tell whether what is announced stands in a clause of its own, which says by itself that it is to come."""
    return not any(c.cut(article.text).startswith(table.infinitive_openers) for c in a.content)


def _wrong_speaker(
    article: Article, statement: Statement, number: int, speakers: Sequence[Attribution], article_language: Language
) -> tuple[Difference, ...]:
    """Return the difference where a statement gives its claim to somebody else than the article does."""
    if not (who := statement.speaker):
        return ()
    parties = [m for a in speakers for m in ((a.speaker, *a.via) if a.speaker else a.via)]
    names = tuple(dict.fromkeys(m.name or m.span.cut(article.text) for m in parties))
    carried = any(who.casefold() in f"{m.name} {m.span.cut(article.text)}".casefold() for a in speakers for m in a.via)
    said = said_by(article, who, statement.language, {article_language.code: article_language})
    if carried or _also_called(article, who) & set(names) or any(hit.sentence == number for hit in said):
        return ()
    return (Difference(DifferenceKind.SPEAKER, (who,), names),)


def _also_called(article: Article, who: str) -> set[str]:
    """Return the names of parties that the article calls just so: ‹the company› is Kelmouth Terminals."""
    mentions = (m for a in article.attributions for m in (a.speaker, *a.via) if m)
    return {m.name for m in mentions if m.name and m.span.cut(article.text).casefold() == who.casefold()}


def _verdict(claim: Statement, judged: Sequence[_Judged], rows: Sequence[WordPositions]) -> Check:
    """Return the verdict: the sentences that say it, the article's own first; else the nearest; else none."""
    statement, code = claim.text, claim.language.code
    same = sorted((j for j in judged if not j.differences), key=lambda j: (bool(j.speakers), j.number))
    if same:
        verdict = Verdict.REPORTED if same[0].speakers else Verdict.STATED
        return Check(statement, code, verdict, tuple(_hit(j) for j in same[:SHOWN]))
    best = max(judged, key=lambda j: (j.share, -len(j.differences), -j.number), default=None)
    if best and best.share >= NEAR and best.share * len(claim.words) >= min(LEAST, len(claim.words)):
        return Check(statement, code, Verdict.NEAR, (_hit(best),), best.differences)
    missing = tuple(dict.fromkeys(w.text for w in claim.words if not any(row.has(w) for row in rows)))
    return Check(statement, code, Verdict.ABSENT, missing=missing)


def _hit(judged: _Judged) -> Hit:
    return Hit(judged.number, judged.share, judged.spans, coverage=judged.share)
