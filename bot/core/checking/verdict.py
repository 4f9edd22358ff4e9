"""Whether an article says what a statement says: itself, from somebody, nearly, or not.

Rule of this room: when unsure it is "near", with what differs. A statement counts as said only where one sentence has
all its words, in the same statement, with the same numbers, negation and roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.checking.differences import compare
from bot.core.checking.pairing import Candidate, Statement
from bot.core.checking.reading import parsed, reading
from bot.core.checking.voices import unsaid, wrong_speaker
from bot.core.checking.word_matching import statement_words
from bot.model import Check, Confidence, CueClass, Difference, DifferenceKind, Hit, Mode, Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.checking.clauses import ParsedSentence
    from bot.core.checking.expansion import Expanded
    from bot.core.checking.reading import ArticleReading
    from bot.core.checking.word_matching import WordPositions
    from bot.core.language import Language
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
_CONTRARY = frozenset({DifferenceKind.NEGATION, DifferenceKind.OPPOSITE})
"""Differences of which one makes a sentence say the opposite."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A sentence beside a statement: its number, the share of words that it has, where they stand, and what differs.

    `about` is the share of words that it has in any part, and `contrary` whether it says the opposite.
    """

    number: int
    share: float
    spans: tuple[Span, ...]
    differences: tuple[Difference, ...]
    speakers: tuple[Attribution, ...]
    about: float
    contrary: bool = False


def check(
    article: Article, statement: str, said: Sequence[Attribution], asking: Language, article_language: Language
) -> Check | None:
    """Return what an article has of a statement in `asking`; None for one without a word to look for.

    `said` is who says what in the statement, whose contractions are written out.
    """
    who, parts, beside, act = _speaker(statement, said)
    hearsay = tuple(c for a in said if a.mode is Mode.HEARSAY for c in a.cue)
    found = (n for part in parts for n in statement_words(statement, part.start, part.end, asking, article_language))
    words = tuple(n for n in found if not any(c.start <= n.start < c.end for c in hearsay))
    if not words:
        return None
    told = reading(article, article_language)
    counts = [sum(1 for w in words if row.has(w)) for row in told.rows]
    likely = sorted((n for n in range(len(counts)) if counts[n]), key=lambda n: (-counts[n], n))[:CANDIDATES]
    mine = parsed(statement, asking)
    cues = frozenset(mine.token_at(i) for a in said for c in a.cue for i in range(c.start, c.end))
    frame = tuple(n for p in beside for n in statement_words(statement, p.start, p.end, asking, article_language))
    claim = Statement(statement, words, mine, asking, who, cues, act, frame)
    return _verdict(claim, [_judge(article, claim, n, told) for n in likely], told.rows)


_Spoken = tuple[str, tuple[Span, ...], tuple[Span, ...], CueClass | None]
"""Who speaks, the parts that are said, those beside them, and what the speaker does."""


def _speaker(statement: str, said: Sequence[Attribution]) -> _Spoken:
    """Return whom a statement names as its speaker, and its parts; "" and all of it for nobody."""
    for a in said:
        if a.speaker and a.mode in _SPOKEN and a.confidence is not Confidence.LOW:
            taken = sorted((*a.content, *a.cue, a.speaker.span, *(v.span for v in a.via)))
            return a.speaker.span.cut(statement), a.content, tuple(_between(taken, len(statement))), a.cue_class
    return "", (Span(0, len(statement)),), (), None


def _between(taken: Sequence[Span], end: int) -> Iterator[Span]:
    """Yield what spans leave free."""
    at = 0
    for span in taken:
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < end:
        yield Span(at, end)


def _judge(article: Article, statement: Statement, number: int, told: ArticleReading) -> _Judged:
    span, text = article.sentences[number].span, told.texts[number]
    sentence = told.parsed(number)
    around = article.attributions_in(span)
    cue = [c for a in article.attributions for c in a.cue if c.overlaps(span)]
    cues = _tokens(cue, span, text, sentence)
    saying = [a for a in around if _has_words(a, statement, told.rows[number], span, text)]
    speaking = [s for a in saying for s in (*a.cue, *(m.span for m in (a.speaker, *a.via) if m)) if s.overlaps(span)]
    beside = [s for s in speaking if not any(c.overlaps(s) for a in around for c in a.content)]
    framing = _tokens(beside, span, text, sentence)
    beside_it = Candidate(sentence, told.rows[number], told.language, cues, bool(around), framing)
    found = compare(statement, beside_it)
    spans = tuple(Span(span.start + text.original(a), span.start + text.original(b)) for a, b in found.places)
    speakers = tuple(a for a in around if any(c.overlaps(s) for c in a.content for s in spans))
    spoken = (
        *unsaid(article, (statement, spans, found.differences), speakers, told.language.clause_words),
        *wrong_speaker(article, statement, spans, speakers, told.language),
    )
    spoken = (*spoken, *_unframed(statement, told.rows[number]))
    contrary = not spoken and _is_contrary(found.differences, found.spare)
    about = max(found.share, _share(statement, told.rows[number]))
    return _Judged(number, found.share, spans, (*found.differences, *spoken), speakers, about, contrary)


def _tokens(spans: Sequence[Span], sentence: Span, text: Expanded, parsed_text: ParsedSentence) -> frozenset[int]:
    """Return the tokens of a sentence that spans of the article hold."""
    places = (i - sentence.start for s in spans for i in range(max(s.start, sentence.start), min(s.end, sentence.end)))
    return frozenset(parsed_text.token_at(text.here(i)) for i in places)


def _has_words(a: Attribution, claim: Statement, row: WordPositions, sentence: Span, text: Expanded) -> bool:
    """Tell whether what somebody says has words of a claim, so that the words around it only say who says so."""
    places = (p for w in claim.words for p, _ in row.places(w))
    return any(c.start <= sentence.start + text.original(at) < c.end for at, _ in places for c in a.content)


def _unframed(statement: Statement, row: WordPositions) -> Iterator[Difference]:
    """Yield what a statement says of how or when it was said and the sentence does not."""
    missing = [w for w in statement.frame if not row.has(w)]
    for kind, number in ((DifferenceKind.NUMBER, True), (DifferenceKind.WORDS, False)):
        if words := tuple(w.text for w in missing if w.number is number):
            yield Difference(kind, words)


def _is_contrary(differences: Sequence[Difference], spare: int) -> bool:
    """Tell whether a sentence says the opposite: one negation, or one word that excludes the statement's, is all.

    What is not so in May may be so in June: a sentence that denies must have nothing more than the statement.
    """
    if len(differences) != 1 or differences[0].kind not in _CONTRARY:
        return False
    only = differences[0]
    return only.kind is DifferenceKind.OPPOSITE or not only.in_article or not (spare or only.stated)


def _verdict(claim: Statement, judged: Sequence[_Judged], rows: Sequence[WordPositions]) -> Check:
    """Return the verdict: the sentences that say it, the article's own first; else the nearest; else none."""
    statement, code = claim.text, claim.language.code
    same = sorted((j for j in judged if not j.differences), key=lambda j: (bool(j.speakers), j.number))
    if same:
        verdict = Verdict.REPORTED if same[0].speakers else Verdict.STATED
        return Check(statement, code, verdict, tuple(_hit(j) for j in same[:SHOWN]))
    against = sorted((j for j in judged if j.contrary), key=lambda j: (bool(j.speakers), j.number))
    if against:
        return Check(statement, code, Verdict.OPPOSITE, (_hit(against[0]),), against[0].differences)
    best = max(judged, key=lambda j: (j.about, j.share, -len(j.differences), -j.number), default=None)
    if best and best.about >= NEAR and best.about * len(claim.words) >= min(LEAST, len(claim.words)):
        return Check(statement, code, Verdict.NEAR, (_hit(best),), best.differences)
    missing = tuple(dict.fromkeys(w.text for w in claim.words if not any(row.has(w) for row in rows)))
    return Check(statement, code, Verdict.ABSENT, missing=missing)


def _share(claim: Statement, row: WordPositions) -> float:
    """Return the share of a statement's words that a sentence has, whatever they are there; numbers are no matter."""
    words = [w for w in claim.words if not w.number] or claim.words
    return sum(1 for w in words if row.has(w)) / len(words)


def _hit(judged: _Judged) -> Hit:
    return Hit(judged.number, judged.share, judged.spans, coverage=judged.share)
