"""Where quotations begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.syntax.quotation_marks import CLOSERS, MARKS, MAX_QUOTE, find_quotes

WORDS = st.lists(st.sampled_from([*sorted(MARKS), "a", "b", "."]), max_size=60)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("„ a b “ c", [(0, 4)]),
        ("» a « b", [(0, 3)]),
        ("« a » b", [(0, 3)]),
        ("“ a ” b", [(0, 3)]),
        ('" a " b " c "', [(0, 3), (4, 7)]),
        ("`` a '' b", [(0, 3)]),
        ("‚ a ‘ b", [(0, 3)]),
        ("„ a ‚ b ‘ c “", [(0, 7)]),
        ("„ a „ b “ c “", [(0, 7)]),
        ("a “ b", []),
        ("„ a", []),
        ("a b", []),
    ],
)
def test_a_quotation_runs_from_its_mark_to_the_one_that_fits(text: str, found: list[tuple[int, int]]) -> None:
    assert list(find_quotes(text.split())) == found


def test_a_quotation_may_run_over_paragraphs() -> None:
    assert find_quotes(["„", "a", "b", "c", "“"], frozenset({2})) == ((0, 5),)


def test_a_mark_repeated_at_a_paragraph_goes_on() -> None:
    assert find_quotes(["„", "a", "„", "b", "“"], frozenset({2})) == ((0, 5),)


def test_a_straight_mark_that_a_paragraph_leaves_open_is_a_slip() -> None:
    assert find_quotes(['"', "a", "b", '"', "c", '"'], frozenset({2})) == ((3, 6),)


def test_a_mark_that_is_closed_too_late_was_never_closed() -> None:
    assert find_quotes(["„", *["a"] * MAX_QUOTE, "“"]) == ()
    assert find_quotes(["„", *["a"] * (MAX_QUOTE - 1), "“"]) == ((0, MAX_QUOTE + 1),)


def test_ten_thousand_marks_take_no_time() -> None:
    assert find_quotes(["„"] * 10_000) == ()
    assert len(find_quotes(["„", "a", "“"] * 10_000)) == 10_000


@given(WORDS)
def test_quotations_are_in_order_apart_and_between_marks(words: list[str]) -> None:
    end = 0
    for start, stop in find_quotes(words):
        assert end <= start < stop - 1
        assert words[start] in MARKS
        assert words[stop - 1] in CLOSERS
        end = stop
