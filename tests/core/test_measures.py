"""Amounts and times of a text, in any spelling, as one value."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import languages
from bot.core.language_data.quantities import Measure
from bot.core.lexical.measures import Amount, is_same, quantities
from bot.core.lexical.numerals import figure, number_at, pieces
from bot.core.lexical.temporal import Moment

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)
_ENGLISH += "seventeen eighteen nineteen".split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_GERMAN = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn".split()
)
_GERMAN += "siebzehn achtzehn neunzehn".split()
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _english(n: int) -> str:
    if n < 20:
        return _ENGLISH[n]
    if n < 100:
        return _ENGLISH_TENS[n // 10 - 2] + (f"-{_ENGLISH[n % 10]}" if n % 10 else "")
    scale, name = (100, "hundred") if n < 1000 else (1000, "thousand") if n < 10**6 else (10**6, "million")
    rest = (
        f" and {_english(n % scale)}" if n % scale and scale == 100 else f" {_english(n % scale)}" if n % scale else ""
    )
    return f"{_english(n // scale)} {name}{rest}"


def _german(n: int) -> str:
    if n < 20:
        return _GERMAN[n]
    if n < 100:
        return (f"{_GERMAN[n % 10]}und" if n % 10 else "") + _GERMAN_TENS[n // 10 - 2]
    scale, name = (100, "hundert") if n < 1000 else (1000, "tausend")
    return _german(n // scale) + name + (_german(n % scale) if n % scale else "")


def _value(text: str, code: str) -> Fraction | None:
    row = pieces(text)
    found = number_at(row, 0, languages.of(code).quantities.numbers)
    return found.value if found and found.after == len(row) else None


def _read(text: str, code: str) -> list[Amount | Moment]:
    return list(quantities(text, languages.of(code).quantities))


def _one(text: str, code: str) -> Amount | Moment:
    (found,) = _read(text, code)
    return found


@given(st.integers(0, 10**9 - 1))
def test_an_english_number_word_is_its_number(n: int) -> None:
    assert _value(_english(n), "en") == n


@given(st.integers(0, 10**6 - 1))
def test_a_german_number_word_is_its_number(n: int) -> None:
    assert _value(_german(n), "de") == n


@given(st.integers(0, 10**12), st.sampled_from(",. '\u00a0\u202f"))
def test_the_separators_of_a_figure_do_not_change_it(n: int, mark: str) -> None:
    assert figure(f"{n:,}".replace(",", mark) if mark != " " else str(n)) == n


@given(st.text(max_size=80))
def test_what_is_read_lies_in_the_text_in_order_and_does_not_overlap(text: str) -> None:
    for code in ("de", "en"):
        found = _read(text, code)
        assert all(0 <= q.start < q.end <= len(text) for q in found)
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_of_twenty_four_hours_is_the_same_in_both_languages(hour: int, minute: int) -> None:
    english, german = _one(f"at {hour}:{minute:02}", "en"), _one(f"um {hour}.{minute:02} Uhr", "de")
    assert is_same(english, german)
    assert is_same(german, english)


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1500, 2090))
def test_a_date_in_figures_is_the_date_with_a_month(day: int, month: int, year: int) -> None:
    name = list(languages.of("en").quantities.times.months)[month - 1]
    assert is_same(_one(f"am {day}.{month}.{year}", "de"), _one(f"on {day} {name} {year}", "en"))


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("two dozen", "24", "en"),
        ("half a million", "500,000", "en"),
        ("half", "50 per cent", "en"),
        ("$5m", "5 million dollars", "en"),
        ("1.2 million euros", "€1,200,000", "en"),
        ("2 km", "2,000 metres", "en"),
        ("three quarters of an hour", "45 minutes", "en"),
        ("an hour and a half", "90 minutes", "en"),
        ("a fortnight", "14 days", "en"),
        ("half past six", "18:30", "en"),
        ("5 p.m.", "17:00", "en"),
        ("five o'clock in the afternoon", "17:00", "en"),
        ("at noon", "12:00", "en"),
        ("March 4", "4th of March", "en"),
        ("the fourth of March", "4 March", "en"),
        ("aged 59", "59-year-old", "en"),
        ("zwei Dutzend", "24", "de"),
        ("anderthalb Jahre", "18 Monate", "de"),
        ("eine Dreiviertelstunde", "45 Minuten", "de"),
        ("eine halbe Stunde", "30 Minuten", "de"),
        ("26-minütig", "26 Minuten", "de"),
        ("1,2 Mio. Euro", "1.200.000 €", "de"),
        ("5 Mrd. US-Dollar", "fünf Milliarden Dollar", "de"),
        ("die Hälfte", "50 Prozent", "de"),
        ("halb acht", "7:30 Uhr", "de"),
        ("Viertel nach drei", "15:15 Uhr", "de"),
        ("5 Uhr nachmittags", "17 Uhr", "de"),
        ("am 4.3.", "am 4. März", "de"),
        ("Die 59-Jährige", "im Alter von 59 Jahren", "de"),
        ("zu Ostern", "am Osterfest", "de"),
    ],
)
def test_two_spellings_are_one_value(one: str, other: str, code: str) -> None:
    assert is_same(_read(one, code)[-1], _read(other, code)[-1])


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("24 hours", "24 minutes", "en"),
        ("5 a.m.", "17:00", "en"),
        ("March 4", "March 5", "en"),
        ("March", "March 4", "en"),
        ("4 March 2019", "4 March 2020", "en"),
        ("$5", "€5", "en"),
        ("17 Uhr", "5 Uhr morgens", "de"),
        ("12 Jahre alt", "12 Jahre", "de"),
        ("zwei Drittel", "die Hälfte", "de"),
    ],
)
def test_what_is_not_the_same_stays_apart(one: str, other: str, code: str) -> None:
    assert not is_same(_read(one, code)[-1], _read(other, code)[-1])


@pytest.mark.parametrize(
    ("text", "code", "measures"),
    [
        ("The third man went to the Quarter.", "en", []),
        ("They may go in a moment.", "en", []),
        ("There were 24. An hour later they left.", "en", [Measure.NUMBER, Measure.DURATION]),
        ("Ann Bolt, 47, left.", "en", [Measure.AGE]),
        ("Anna Bolt (47) ging.", "de", [Measure.AGE]),
        ("Der dritte Mann wohnt im Viertel.", "de", []),
        ("Der Preis stieg um zwölf Prozent.", "de", [Measure.SHARE]),
        ("Sie suchten um zwölf Menschen herum.", "de", [Measure.NUMBER]),
    ],
)
def test_what_merely_looks_like_an_amount_is_none(text: str, code: str, measures: list[Measure]) -> None:
    assert [q.measure for q in _read(text, code) if isinstance(q, Amount)] == measures


@pytest.mark.parametrize("code", ["de", "en"])
def test_a_hostile_text_is_read_in_time(code: str) -> None:
    for text in ("9" * 5000, "1." * 2500, "ein" * 2000, "und " * 1000, "half " * 1000, "zwei und " * 500):
        _read(text, code)
