"""How good an analysis and its answers are, counted on annotated articles.

Rule of this room: it counts, it knows no expected figure; what falls below which floor is the tests' business.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.evaluation.annotated import Annotated, Expected, Question, Said, Statement, place_of
from bot.model import Answer, Article, Attribution, Check, Mention, Mode, Span, Verdict

LIMIT = 5
"""Answers that are looked at, as in the checks that the project is measured with."""
GERMAN = (
    "der die das den dem des ein eine einen einem einer eines und von vom in im am an auf bei aus für zu zum zur mit"
)
ENGLISH = "the a an of and to in at on for by from with who which its their his her dr mr ms mrs"
_SAID = frozenset({Verdict.STATED, Verdict.REPORTED})
SMALL = frozenset(GERMAN.split() + ENGLISH.split())
"""Words that two mentions may share without being the same."""


@dataclass(slots=True)
class Score:
    """Hits of tries, by figure, and a line for each miss."""

    hits: Counter[str] = field(default_factory=Counter)
    tries: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, figure: str, miss: str, *, hit: bool) -> None:
        """Count a try of a figure, and keep the line where it failed."""
        self.tries[figure] += 1
        self.hits[figure] += hit
        if not hit:
            self.misses.append(f"{figure}: {miss}")

    def add(self, other: "Score") -> None:
        """Take in another score."""
        self.hits.update(other.hits)
        self.tries.update(other.tries)
        self.misses += other.misses

    def percent(self) -> dict[str, float]:
        """Return each figure in percent."""
        return {figure: 100 * self.hits[figure] / tried for figure, tried in self.tries.items()}


@dataclass(frozen=True, slots=True)
class Claim:
    """An expected sentence in the article that the bot made: where it is, and what the bot says about it."""

    article: Article
    span: Span
    expected: Expected
    found: tuple[Attribution, ...]

    def state(self) -> bool:
        """Tell whether a reader is told the right thing: the paper, hearsay, or each speaker and no other."""
        named = [a.speaker for a in self.found if a.speaker is not None]
        speakers = [said for said in self.expected.said if said.speaker is not None]
        if not self.expected.said:
            return not self.found
        if not speakers:
            return bool(self.found) and not named
        return all(any(self.is_mention(said, m) for m in named) for said in speakers) and all(
            any(self.is_mention(said, m) for said in speakers) for m in named
        )

    def is_mention(self, said: Said, mention: Mention) -> bool:
        """Tell whether a mention is the expected one, or another mention of the same name."""
        place = place_of(said.speaker or "", self.article.text, self.span.start, self.span.end)
        text = mention.span.cut(self.article.text)
        if place >= 0 and mention.span.overlaps(Span(place, place + len(said.speaker or ""))):
            return True
        return bool(_words(said.speaker, said.name) & _words(text, mention.name))

    def is_named(self, said: Said) -> bool:
        """Tell whether a speaker is shown with the expected canonical name, or as words that hold it."""
        shown = [_words(a.speaker.span.cut(self.article.text), a.speaker.name) for a in self.found if a.speaker]
        return any(_words(said.name) & words for words in shown)

    def has_via(self, via: str) -> bool:
        """Tell whether a carrier is among those of the found attributions."""
        carriers = [mention for a in self.found for mention in a.via]
        return any(_words(via) & _words(m.span.cut(self.article.text), m.name) for m in carriers)


def claims(annotated: Annotated, article: Article) -> Iterator[Claim]:
    """Yield the expected sentences that the article has, with the attributions that touch them."""
    spans = {sentence.span.cut(article.text): sentence.span for sentence in article.sentences}
    for expected in annotated.sentences:
        if (span := spans.get(expected.text)) is not None:
            found = tuple(a for a in article.attributions if any(c.overlaps(span) for c in a.content))
            yield Claim(article, span, expected, found)


def score_layout(annotated: Annotated, article: Article) -> Score:
    """Count what was found of an article's sentences, title, dateline, byline, date and language."""
    score = Score()
    found = [sentence.span.cut(article.text) for sentence in article.sentences]
    wanted = [sentence.text for sentence in annotated.sentences]
    for text in dict.fromkeys([*wanted, *found]):
        score.count("sentences", f"{annotated.name}: {text}", hit=text in wanted and text in found)
    facts = {
        "title": (annotated.title, article.title),
        "language": (annotated.language, article.language),
        "dateline": (annotated.dateline, _cut(article, article.dateline)),
        "byline": (annotated.byline, _cut(article, article.byline)),
        "published": (annotated.published, article.published),
    }
    for figure, (want, got) in facts.items():
        same = (got or "").strip(" .:–—-*") == (want or "").strip(" .:–—-*")
        score.count(figure, f"{annotated.name}: want {want!r}, got {got!r}", hit=same)
    return score


def score_attribution(annotated: Annotated, article: Article) -> Score:
    """Count the figures of who says so.

    `state`: sentences of which a reader is told the right thing. `source`: the same of those that are not the paper's
    own; `claims`: the same of those with a direct or an indirect claim. `detect`: sentences rightly known as the
    paper's own or not. `named`: expected names that are shown. `mode`, `cue`, `via`: expected ones that are found.
    """
    score = Score()
    for claim in claims(annotated, article):
        line = f"{annotated.name}: {claim.expected.text}\n    want {_want(claim.expected.said)}, got {_got(claim)}"
        said = claim.expected.said
        score.count("state", line, hit=claim.state())
        score.count("detect", line, hit=bool(said) == bool(claim.found))
        if said:
            score.count("source", line, hit=claim.state())
        if any(one.mode in {Mode.DIRECT, Mode.INDIRECT} for one in said):
            score.count("claims", line, hit=claim.state())
        for one in said:
            _score_said(score, claim, one, line)
    return score


def score_modes(annotated: Annotated, article: Article) -> dict[str, Score]:
    """Return `detect`, `source`, `named` and `mode` by the mode that is expected, "own" for the paper's own voice."""
    scores: dict[str, Score] = {}
    for claim in claims(annotated, article):
        for mode in dict.fromkeys(one.mode for one in claim.expected.said) or ("own",):
            score = scores.setdefault(mode, Score())
            score.count("detect", claim.expected.text, hit=bool(claim.found) == (mode != "own"))
            score.count("source", claim.expected.text, hit=claim.state())
        for one in claim.expected.said:
            scores[one.mode].count("mode", claim.expected.text, hit=any(a.mode == Mode(one.mode) for a in claim.found))
            if one.name:
                scores[one.mode].count("named", claim.expected.text, hit=claim.is_named(one))
    return scores


def score_questions(annotated: Annotated, article: Article, answers: Iterable[Answer], language: str) -> Score:
    """Count the figures of an article's questions in one language; `answers` are those to all, in order.

    `first`: the first answer is one of the expected. `answers`: all expected ones are among the first five. `never`:
    the first answer is none that says the opposite. `speaker`: the first answer names who says so. `refuse`: what the
    article does not say is refused.
    """
    score = Score()
    for question, answer in zip(annotated.questions, answers, strict=True):
        if question.language == language:
            _score_question(score, question, article, answer)
    return score


def score_statements(annotated: Annotated, article: Article, checks: Iterable[Check], language: str) -> Score:
    """Count the figures of an article's statements in one language; `checks` are those of all, in order.

    `verdict`: the verdict is the expected one. `said`: what the article says is found. `unsaid`: what it does not say
    is not taken for said. `gap`: the expected difference is named. `speaker`: the first sentence names who says so.
    """
    score = Score()
    for statement, check in zip(annotated.statements, checks, strict=True):
        if statement.language == language:
            _score_statement(score, statement, article, check)
    return score


def _score_statement(score: Score, statement: Statement, article: Article, check: Check) -> None:
    gaps = [d.kind.value for d in check.differences]
    line = f"{statement.text}\n    want {statement.verdict} {statement.gap or ''}, got {check.verdict} {' '.join(gaps)}"
    said = check.verdict in _SAID
    score.count("verdict", line, hit=check.verdict == Verdict(statement.verdict))
    score.count(
        "said" if Verdict(statement.verdict) in _SAID else "unsaid", line, hit=said == (statement.verdict in _SAID)
    )
    if statement.gap:
        score.count("gap", line, hit=statement.gap in gaps)
    if statement.speaker:
        spans = [article.sentences[hit.sentence].span for hit in check.hits]
        score.count("speaker", line, hit=said and _says(article, spans[0], statement.speaker))


def _score_said(score: Score, claim: Claim, said: Said, line: str) -> None:
    score.count("mode", line, hit=any(a.mode == Mode(said.mode) for a in claim.found))
    if said.name:
        score.count("named", line, hit=claim.is_named(said))
    cues = [span for a in claim.found for span in a.cue]
    for cue in said.cue:
        place = claim.span.start + claim.expected.text.index(cue)
        score.count("cue", line, hit=any(span.overlaps(Span(place, place + len(cue))) for span in cues))
    for via in said.via:
        score.count("via", line, hit=claim.has_via(via))


def _score_question(score: Score, question: Question, article: Article, answer: Answer) -> None:
    spans = [article.sentences[hit.sentence].span for hit in answer.hits[:LIMIT]]
    texts = [span.cut(article.text) for span in spans]
    line = f"{question.text}\n    got {texts[0] if texts else answer.refusal}"
    if question.refuse:
        score.count("refuse", line, hit=not texts)
        return
    score.count("first", line, hit=any(piece in texts[0] for piece in question.first) if texts else False)
    if question.answers:
        complete = all(any(piece in text for text in texts) for piece in question.answers)
        score.count("answers", line, hit=complete)
    if question.never_first:
        score.count("never", line, hit=bool(texts) and not any(piece in texts[0] for piece in question.never_first))
    if question.speaker:
        score.count("speaker", line, hit=bool(spans) and _says(article, spans[0], question.speaker))


def _says(article: Article, span: Span, speaker: str) -> bool:
    found = [a for a in article.attributions if any(c.overlaps(span) for c in a.content)]
    if speaker == "own":
        return not found
    if speaker == "hearsay":
        return any(a.mode is Mode.HEARSAY and a.speaker is None for a in found)
    mentions = [m for a in found for m in (a.speaker, *a.via) if m is not None]
    shown = " | ".join(f"{m.span.cut(article.text)} | {m.name}" for m in mentions)
    return speaker.lower() in shown.lower()


def _words(*texts: str | None) -> set[str]:
    found = {re.sub(r"['’]s$", "", word) for text in texts if text for word in re.findall(r"\w[\w'’-]*", text.lower())}
    return {word for word in found if word not in SMALL}


def _cut(article: Article, span: Span | None) -> str | None:
    return None if span is None else span.cut(article.text)


def _want(said: tuple[Said, ...]) -> str:
    return "; ".join(f"{s.mode} {s.speaker or '-'} ({s.name})" for s in said) or "own"


def _got(claim: Claim) -> str:
    text = claim.article.text
    return (
        "; ".join(
            f"{a.mode} {a.speaker.span.cut(text)} ({a.speaker.name})" if a.speaker else a.mode for a in claim.found
        )
        or "own"
    )
