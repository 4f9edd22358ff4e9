"""Whether an article has a quotation word for word, and from whom.

Rule of this room: a number, a name, a negation or a speaker that differs is a change, however alike the rest is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.checking.kept import Keyed
from bot.core.checking.names import is_called
from bot.core.checking.quotations import quotations
from bot.core.checking.statements import check_text
from bot.core.checking.wording import Place, Spellings, Wording, written
from bot.core.language_data.modifiers import Modifier
from bot.core.retrieval.query import language_of
from bot.model import Hit, Mode, QuotationCheck, QuotationVerdict, Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.checking.quotations import Quoted
    from bot.core.checking.wording import Found, Written
    from bot.core.language import Language
    from bot.model import Article, Attribution, Check

ALIKE = 0.6
"""Least share of a quotation's words in a stretch of the article that is the same in other words."""
MAX_QUOTATIONS = 60
"""Quotations of a text that are checked at once."""
_SAID = frozenset({Verdict.STATED, Verdict.REPORTED})
_TURNS = frozenset({Modifier.NOT, Modifier.MAYBE, Modifier.DUTY, Modifier.FUTURE})
_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]+) $")
_NEXT = re.compile(r" ([^\W\d_]+)")
_BOUNDARY = re.compile(r"[”“\"«»’]\s+[„“\"«»‘]")
_AROUND = 30
"""Characters around a quotation among which the next word stands."""
_ASIDE = 8
"""Words, at most, by which an article breaks a quotation off to name who speaks."""
_LANGUAGE_SHOWS = 3
"""Words of a quotation that show its language; a shorter one is taken for the article's."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a quotation stands: the stretches of the text, what is left out and replaced, and who says it."""

    spans: tuple[Span, ...]
    omitted: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    said: tuple[Attribution, ...]
    direct: bool


@lru_cache(16)
def _wording(article: Keyed[Article], spellings: Spellings) -> Wording:
    return Wording(written(article.value.text, spellings))


def _spellings(languages: Mapping[str, Language]) -> Spellings:
    """Return the spellings of all languages: a quotation may be in any."""
    return tuple(one for language in languages.values() for one in language.orthography.spellings)


def check_quotations(article: Article, text: str, languages: Mapping[str, Language]) -> tuple[QuotationCheck, ...]:
    """Return what an article has of each quotation of a text."""
    language = languages[language_of(text, article.language, languages)]
    found = quotations(text, language)[:MAX_QUOTATIONS]
    return tuple(_check(article, q, languages) for q in found if any(w.key for w in written(q.text, ())))


def _check(article: Article, quoted: Quoted, languages: Mapping[str, Language]) -> QuotationCheck:
    words = written(quoted.text, _spellings(languages))
    whole = _wording(Keyed((article.text,), article), _spellings(languages))
    told = languages[article.language]
    places = [*_verbatim(article, whole, words), *_in_pieces(article, whole, words)]
    if places:
        return min((_judged(article, quoted, p, told) for p in places), key=lambda q: _ORDER.index(q.verdict))
    if short := _shortened(article, whole, words):
        return _judged(article, quoted, short, told)
    place, share = whole.nearest(words)
    if share >= ALIKE:
        return _changed(article, quoted, whole, words, place)
    return _otherwise(article, quoted, place, whole, languages)


_ORDER = (
    QuotationVerdict.VERBATIM,
    QuotationVerdict.SHORTENED,
    QuotationVerdict.INDIRECT,
    QuotationVerdict.OTHER_SPEAKER,
    QuotationVerdict.CHANGED,
    QuotationVerdict.TRANSLATED,
    QuotationVerdict.ABSENT,
)
"""Verdicts, the best first: where a quotation stands twice, the better one counts."""


def _verbatim(article: Article, whole: Wording, words: Sequence[Written]) -> Iterator[_Place]:
    """Yield where a quotation stands without a gap, also where the article breaks off to name the speaker."""
    if any(w.gap or w.inserted for w in words):
        return
    keys = [w.key for w in words]
    for place in whole.exact(keys):
        yield _placed(article, whole, (place,))
    for said, spans in _speeches(article):
        own = Wording([w for w in whole.words if any(s.start <= w.start < s.end for s in spans)])
        for place in own.exact(keys):
            yield _placed(article, own, (place,), only=said)


def _speeches(article: Article) -> Iterator[tuple[tuple[Attribution, ...], tuple[Span, ...]]]:
    """Yield what one says word for word where the article breaks off only to name who: “We open,” he said, “soon”."""
    direct = sorted(((c, a) for a in article.attributions if a.mode is Mode.DIRECT for c in a.content), key=_start)
    run: list[tuple[Span, Attribution]] = []
    for span, a in direct:
        if run and not _goes_on(article, run[-1], (span, a)):
            if len(run) > 1:
                yield tuple(dict.fromkeys(b for _, b in run)), tuple(s for s, _ in run)
            run = []
        run.append((span, a))
    if len(run) > 1:
        yield tuple(dict.fromkeys(b for _, b in run)), tuple(s for s, _ in run)


def _start(item: tuple[Span, Attribution]) -> int:
    return item[0].start


def _goes_on(article: Article, one: tuple[Span, Attribution], other: tuple[Span, Attribution]) -> bool:
    """Tell whether the same one goes on behind a few words."""
    between = article.text[one[0].end : other[0].start]
    same = _name(article, one[1]) == _name(article, other[1])
    return same and "\n" not in between and len(between.split()) <= _ASIDE


def _in_pieces(article: Article, whole: Wording, words: Sequence[Written]) -> Iterator[_Place]:
    """Yield where a quotation with ellipses or insertions stands."""
    if not any(w.gap or w.inserted for w in words):
        return
    trimmed = [w for n, w in enumerate(words) if not (w.gap and (n in {0, len(words) - 1}))]
    if not any(w.gap or w.inserted for w in trimmed):
        yield from _verbatim(article, whole, trimmed)
        return
    for found in whole.pieces(trimmed):
        yield _from(article, whole, found)


def _from(article: Article, whole: Wording, found: Found) -> _Place:
    replaced = tuple((text, whole.cut(place)) for text, place in found.replaced)
    omitted = tuple(whole.cut(place) for place in found.omitted)
    return replace(_placed(article, whole, found.pieces), omitted=omitted, changes=replaced)


def _shortened(article: Article, whole: Wording, words: Sequence[Written]) -> _Place | None:
    """Return where a quotation stands with words left out that it does not tell of, within what one says."""
    keys = [w.key for w in words]
    if any(w.gap or w.inserted for w in words) or len(keys) < 3:  # noqa: PLR2004 - two words stand anywhere
        return None
    found = whole.shortened(keys)
    return _from(article, whole, found) if found is not None else None


def _placed(
    article: Article, whole: Wording, places: Sequence[Place], only: tuple[Attribution, ...] | None = None
) -> _Place:
    spans = tuple(Span(whole.words[p.first].start, whole.words[p.last - 1].end) for p in places)
    said = only if only is not None else tuple(a for a in article.attributions if _holds(a, spans))
    return _Place(spans, (), (), said, any(a.mode is Mode.DIRECT for a in said))


def _holds(a: Attribution, spans: Sequence[Span]) -> bool:
    """Tell whether all that is quoted is what one says."""
    return all(any(c.start <= s.start and s.end <= c.end + 1 for c in a.content) for s in spans)


def _judged(article: Article, quoted: Quoted, place: _Place, told: Language) -> QuotationCheck:
    """Return the check of a quotation whose words are in the article."""
    names = tuple(dict.fromkeys(_name(article, a) for a in place.said if a.speaker))
    verdict = QuotationVerdict.VERBATIM
    mixed = _mixed(article, place)
    if not place.said and (len(mixed) > 1 or _crosses(article, place)):
        return QuotationCheck(quoted.text, quoted.by, _MIXED, _hits(article, place.spans), (), (), mixed)
    if cut := _cut_off(article, place, told):
        place = replace(place, changes=(*place.changes, ("", cut)))
    if place.omitted or place.changes:
        turned = any(_turns(text, told) for text in (*place.omitted, *(b for _, b in place.changes)))
        verdict = QuotationVerdict.CHANGED if turned else QuotationVerdict.SHORTENED
    elif quoted.by and not any(_is_by(quoted.by, a, article, told) for a in place.said):
        verdict = QuotationVerdict.OTHER_SPEAKER
    elif place.said and not place.direct:
        verdict = QuotationVerdict.INDIRECT
    if verdict is QuotationVerdict.SHORTENED and quoted.by and not _by_whom(quoted, place, article, told):
        verdict = QuotationVerdict.OTHER_SPEAKER
    changes = place.changes
    if verdict is QuotationVerdict.CHANGED:
        changes = (*changes, *(("", text) for text in place.omitted))
    hits = _hits(article, place.spans)
    return QuotationCheck(quoted.text, quoted.by, verdict, hits, place.omitted, changes, names)


def _cut_off(article: Article, place: _Place, language: Language) -> str:
    """Return the negation that stands right before or behind a quotation and is not in it, "" for none."""
    before = _LAST.search(article.text[max(0, place.spans[0].start - _AROUND) : place.spans[0].start])
    behind = _NEXT.match(article.text[place.spans[-1].end : place.spans[-1].end + _AROUND])
    for found in filter(None, (before, behind)):
        if language.modifiers.clausal.get(found[1].lower()) is Modifier.NOT:
            return found[1]
    return ""


_MIXED = QuotationVerdict.OTHER_SPEAKER
"""The verdict on a quotation of which two people say a part each."""


def _crosses(article: Article, place: _Place) -> bool:
    """Tell whether one quotation ends and another begins in a stretch."""
    return any(_BOUNDARY.search(s.cut(article.text)) for s in place.spans)


def _mixed(article: Article, place: _Place) -> tuple[str, ...]:
    """Return the speakers of whom each is quoted with a part of a stretch."""
    direct = [a for a in article.attributions if a.mode is Mode.DIRECT and a.speaker]
    held = [a for a in direct if any(c.overlaps(s) for c in a.content for s in place.spans)]
    return tuple(dict.fromkeys(_name(article, a) for a in held))


def _by_whom(quoted: Quoted, place: _Place, article: Article, told: Language) -> bool:
    return any(_is_by(quoted.by, a, article, told) for a in place.said)


def _is_by(by: str, a: Attribution, article: Article, told: Language) -> bool:
    """Tell whether what is said is said by whom a quotation is given to."""
    return a.speaker is not None and is_called(by, a.speaker, article, told)


def _turns(text: str, language: Language) -> bool:
    """Tell whether words that are left out would turn the rest, or are a number or a name: not, 5,000."""
    words = text.split()
    table = language.modifiers
    turned = any(table.clausal.get(w.lower()) in _TURNS or w.lower() in table.local for w in words)
    figures = any(w[0].isdigit() or w.lower() in language.morphology.numerals for w in words)
    phrases = any(pattern.search(f" {text.lower()} ") for _, pattern in language.turns.phrases)
    return turned or figures or phrases


def _name(article: Article, a: Attribution) -> str:
    return (a.speaker.name or a.speaker.span.cut(article.text)) if a.speaker else ""


def _hits(article: Article, spans: Sequence[Span]) -> tuple[Hit, ...]:
    """Return the sentences that hold stretches of the text; a headline is in none."""
    numbers = article.sentences_in(spans)
    return tuple(
        Hit(n, 1.0, tuple(s for s in spans if s.overlaps(article.sentences[n].span)), coverage=1.0) for n in numbers
    )


def _changed(
    article: Article, quoted: Quoted, whole: Wording, words: Sequence[Written], place: Place
) -> QuotationCheck:
    span = Span(whole.words[place.first].start, whole.words[place.last - 1].end)
    said = [a for a in article.attributions if a.speaker and any(c.overlaps(span) for c in a.content)]
    names = tuple(dict.fromkeys(_name(article, a) for a in said))
    hits = tuple(Hit(h.sentence, h.score) for h in _hits(article, (span,)))[:2]
    verdict = QuotationVerdict.CHANGED
    return QuotationCheck(quoted.text, quoted.by, verdict, hits, (), whole.changes(words, place), names)


def _otherwise(
    article: Article, quoted: Quoted, place: Place, whole: Wording, languages: Mapping[str, Language]
) -> QuotationCheck:
    """Return the check of a quotation that is not there: translated, or the nearest sentence."""
    asking = language_of(quoted.text, article.language, languages)
    if asking != article.language and len(quoted.text.split()) >= _LANGUAGE_SHOWS:
        checks = check_text(article, quoted.text, languages)
        hits = tuple(h for c in checks for h in c.hits[:1])
        if checks and all(c.verdict in _SAID for c in checks):
            return QuotationCheck(
                quoted.text, quoted.by, QuotationVerdict.TRANSLATED, hits, (), (), _of(article, checks)
            )
        return QuotationCheck(quoted.text, quoted.by, QuotationVerdict.ABSENT, hits[:1])
    asked = {w.key for w in written(quoted.text, _spellings(languages))}
    shared = asked & {w.key for w in whole.words[place.first : place.last]}
    span = Span(whole.words[place.first].start, whole.words[place.last - 1].end) if whole.words else Span(0, 0)
    hits = tuple(Hit(h.sentence, 0.0) for h in _hits(article, (span,)))[:1] if shared else ()
    return QuotationCheck(quoted.text, quoted.by, QuotationVerdict.ABSENT, hits)


def _of(article: Article, checks: Sequence[Check]) -> tuple[str, ...]:
    """Return who says what the checks found."""
    spans = [article.sentences[h.sentence].span for c in checks for h in c.hits[:1]]
    said = [a for s in spans for a in article.attributions_in(s) if a.speaker]
    return tuple(dict.fromkeys(_name(article, a) for a in said))
