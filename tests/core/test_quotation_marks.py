"""Where quotations begin and end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.syntax.quotation_marks import CLOSERS, MARKS, MAX_QUOTE, find_quotes, sides

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


def read(text: str) -> list[str]:
    """Return the quotations of a text whose lines are its paragraphs, as it has them."""
    found = list(re.finditer(r"\w+(?:['’]\w+)*|\n|[^\w\s]", text))
    breaks = {n for n, m in enumerate(w for w in found if w.group() != "\n") if n and "\n" in text[: m.start()][-1:]}
    places = [m.span() for m in found if m.group() != "\n"]
    quotes = find_quotes([text[a:b] for a, b in places], frozenset(breaks), sides(text, places))
    return [text[places[a][0] : places[b - 1][1]] for a, b in quotes]


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "»«", "«»", '"”'])
def test_a_mark_repeated_at_every_paragraph_is_one_quotation(marks: str) -> None:
    a, z = marks
    speech = f"{a}One was lost.\n{a}Two were found. Nobody knows why.\n{a}Three came back.{z}"
    assert read(f"She said: {speech} It was late.\n{a}No,{z} he said.") == [speech, f"{a}No,{z}"]


def test_a_quotation_whose_next_paragraph_does_not_repeat_the_mark_has_ended() -> None:
    assert read("“One.\n“Two.\nIt rained.\n“Three,” he said.") == ["“One.\n“Two.", "“Three,”"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('A 12" pipe broke. It rained. "We left," she said.', ['"We left,"']),
        ('"The 12" pipe broke," she said. It rained.', ['"The 12" pipe broke,"']),
        ('"It broke in 1912" is all she said.', ['"It broke in 1912"']),
        ('"We left, she said. It rained. "So did I," he said.', ['"So did I,"']),
        ('We left," she said. It rained. "So did I," he said.', ['"So did I,"']),
        ("“We left, she said. It rained. “So did I,” he said.\n“Not I,” said Ann.", ["“So did I,”", "“Not I,”"]),
        ('"He said "no" to me," she said. "Twice."', ['"He said "no" to me,"', '"Twice."']),
        ("„Ja“, sagte er. „Und “nein” auch“, sagte sie.", ["„Ja“", "„Und “nein” auch“"]),
    ],
)
def test_a_mark_without_a_partner_takes_nothing_along(text: str, found: list[str]) -> None:
    assert read(text) == found
