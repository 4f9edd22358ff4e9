"""Which articles a question is about: since when, from when, on which site, as its words say.

Rule of this module: what is understood is taken out of the question and can be shown; what is not stays in it.
"""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.language import Language
from bot.core.language_data.confines import Bound, Confines
from bot.core.lexical.temporal import Moment, moments
from bot.core.retrieval.query import language_of
from bot.ports.archive import ANYWHERE, Within

_WEEK = 7
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""How names of sites spell what once could not stand in one."""


@dataclass(frozen=True, slots=True)
class Confined:
    """A question without the words that say which articles it is about, and those articles."""

    question: str
    within: Within = ANYWHERE

    @property
    def site(self) -> str:
        """Return the site that is asked about, "" for all."""
        return self.within.sites[0] if self.within.sites else ""


def confined(question: str, today: date, languages: Mapping[str, Language]) -> Confined:
    """Return what a question is confined to, a time first and then a site: ‹who won since March in Spiegel?›."""
    language = languages[language_of(question, next(iter(languages)), languages)]
    rest, since, until = _timed(question.strip(), today, language)
    rest, site = _sited(rest, language.confines)
    if not site and not (since or until):
        return Confined(question)
    if site and not (since or until):  # the other way round: ‹… in Spiegel since March?›
        rest, since, until = _timed(rest, today, language)
    return Confined(rest, Within(since, until, (site,) if site else None))


def _timed(question: str, today: date, language: Language) -> tuple[str, int, int]:
    """Return a question without its time, and the first and the last day of that; 0 for no bound."""
    for found in _times(question, language.confines):
        bound = Bound.SINCE if found["onwards"] else language.confines.bounds[" ".join(found["bound"].lower().split())]
        days = _days(found["time"], today, language)
        rest = f"{question[: found.start()]}{question[found.end() :]}".strip()
        if days is not None and len(rest.split()) > 1:
            return (rest, *_bounded(bound, *days))
    return question, 0, 0


def _times(question: str, confines: Confines) -> Iterator[re.Match[str]]:
    """Yield what may be a time with its bound; in ‹… from him from May› the later one is."""
    for pattern in confines.times:
        found = pattern.search(question)
        while found is not None:
            yield found
            found = pattern.search(question, found.start("bound") + 1)


def _bounded(bound: Bound, first: date, last: date) -> tuple[int, int]:
    match bound:
        case Bound.SINCE:
            return number(first), 0
        case Bound.UNTIL:
            return 0, number(last)
        case Bound.BEFORE:
            return 0, number(first - timedelta(days=1))
        case Bound.WITHIN:
            return number(first), number(last)


def number(day: date) -> int:
    """Return a day as 20260131."""
    return day.year * 10_000 + day.month * 100 + day.day


def _days(time: str, today: date, language: Language) -> tuple[date, date] | None:
    """Return the first and the last day of a time; None for what is no day, month or year."""
    text = " ".join(time.lower().split())
    if text in language.confines.spans:
        return _span(*language.confines.spans[text], today)
    if text.isdecimal():
        text = f"({text})"  # as a text has a year alone
    # A month alone is read behind its word.
    before = next(word for word, bound in language.confines.bounds.items() if bound is Bound.SINCE)
    found = next(iter(moments(f"{before} {text}", language.quantities.times, language.quantities.numbers)), None)
    if found is None or len(text) - (found.end - found.start) > len(before) + 1:
        return None
    return _whole(found, today)


def _whole(moment: Moment, today: date) -> tuple[date, date] | None:
    """Return the days of a moment; a month without a year is the last one that has begun."""
    if moment.is_clock or moment.name or (moment.month is None and moment.year is None):
        return None
    try:
        if moment.month is None:
            assert moment.year is not None  # noqa: S101 - one of the two is there
            return date(moment.year, 1, 1), date(moment.year, 12, 31)
        year = moment.year or today.year - ((moment.month, moment.day or 1) > (today.month, today.day))
        last = moment.day or calendar.monthrange(year, moment.month)[1]
        return date(year, moment.month, moment.day or 1), date(year, moment.month, last)
    except ValueError:  # 30 February
        return None


def _span(unit: str, ago: int, today: date) -> tuple[date, date]:
    """Return the days of a span that today tells: so many days, weeks, months or years ago."""
    match unit:
        case "day":
            day = today - timedelta(days=ago)
            return day, day
        case "week":
            first = today - timedelta(days=today.weekday() + _WEEK * ago)
            return first, first + timedelta(days=_WEEK - 1)
        case "month":
            months = today.year * 12 + today.month - 1 - ago
            year, month = months // 12, months % 12 + 1
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        case _:
            return date(today.year - ago, 1, 1), date(today.year - ago, 12, 31)


def _sited(question: str, confines: Confines) -> tuple[str, str]:
    """Return a question without its site, and the site: a host, or the name before its ending."""
    found = confines.site.search(question)
    if found is None or not _is_site(found["site"]):
        return question, ""
    rest = question[: found.start()].strip()
    return (rest, host_of(found["site"])) if len(rest.split()) > 1 else (question, "")


def _is_site(name: str) -> bool:
    """Tell whether words may name a site: they have a dot, or capitals."""
    return "." in name or all(word[0].isupper() for word in name.split())


def host_of(name: str) -> str:
    """Return a site as an index has it: ‹Spiegel› is spiegel, ‹Süddeutsche› sueddeutsche, ‹www.bbc.co.uk› bbc.co.uk."""
    low = "".join(name.lower().split()).removeprefix("www.")
    return low.translate(_SPELT)
