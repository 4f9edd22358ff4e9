"""A pattern of a table is compiled when it is asked, and is then what `re` makes of it."""

import re

import pytest

from bot.core.language_data.patterns import Pattern, pattern


def test_a_pattern_is_compiled_when_it_is_first_asked() -> None:
    lazy = Pattern(r"(?P<year>\d{4})", re.IGNORECASE)
    assert lazy._compiled is None
    assert pattern(r"(?P<year>\d{4})").search("im Jahr 1998")["year"] == "1998"  # type: ignore[index]
    assert lazy.pattern == r"(?P<year>\d{4})"
    assert lazy._compiled is None
    assert lazy.compiled() is lazy.compiled()


def test_it_answers_like_a_compiled_one() -> None:
    lazy, eager = pattern(r"\s*(und|oder)\s*", re.IGNORECASE), re.compile(r"\s*(und|oder)\s*", re.IGNORECASE)
    text = "Ross UND Reiter oder beide"
    assert lazy.split(text) == eager.split(text)
    assert lazy.sub("+", text) == eager.sub("+", text)
    assert [m.span() for m in lazy.finditer(text)] == [m.span() for m in eager.finditer(text)]
    assert (lazy.flags, lazy.groups) == (eager.flags, eager.groups)


def test_what_is_no_pattern_is_told_when_it_is_asked() -> None:
    with pytest.raises(re.error):
        pattern("(").search("x")
