"""Tables: columns under each other, folded or stacked where there is no room, and never a cell that is cut."""

from hypothesis import given
from hypothesis import strategies as st

from bot.render.table import table
from bot.render.text import columns


def drawn(rows: tuple[tuple[str, ...], ...], width: int | None = None) -> list[str]:
    return [first + rest for first, rest in table(rows, width)]


def test_columns_stand_under_each_other_and_counts_to_the_right() -> None:
    assert drawn((("BBC", "9×", "reported"), ("Südkorea", "12×", ""))) == [
        "  BBC         9×   reported",
        "  Südkorea   12×",
    ]


def test_wide_and_composed_characters_keep_the_columns_in_line() -> None:
    rows = (("日本 🇩🇪", "x"), ("e\u0301a", "x"), ("abc", "x"))
    assert {columns(line) for line in drawn(rows)} == {2 + 7 + 3 + 1}


def test_a_table_that_is_too_wide_folds_its_widest_column() -> None:
    assert drawn((("/why N", "why answer N was found"), ("/quit", "leave")), 25) == [
        "  /why N   why answer N",
        "             was found",
        "  /quit    leave",
    ]


def test_a_table_without_room_is_stacked() -> None:
    assert drawn((("/context N", "the sentences around it"), ("/quit", "")), 20) == [
        "  /context N",
        "    the sentences",
        "    around it",
        "  /quit",
    ]


def test_a_line_end_in_a_cell_does_not_break_the_row() -> None:
    assert drawn((("Titel", "Eins\nzwei\x1b[1m"),)) == ["  Titel   Eins zwei␛[1m"]


def test_rows_of_different_lengths_and_no_rows_are_drawn() -> None:
    assert drawn(()) == []
    assert drawn(((), ())) == []
    assert drawn((("a",), ("b", "c"))) == ["  a", "  b   c"]


CELL = st.text(st.sampled_from("ab日ö /9× \n\x1b"), max_size=30)


@given(st.lists(st.lists(CELL, max_size=4).map(tuple), max_size=5).map(tuple), st.none() | st.integers(1, 60))
def test_no_word_of_a_cell_is_lost(rows: tuple[tuple[str, ...], ...], width: int | None) -> None:
    shown = "".join("".join(drawn(rows, width)).split())
    for cell in (cell for row in rows for cell in row):
        for word in cell.replace("\x1b", "␛").split():
            assert word in shown


@given(st.lists(st.tuples(CELL, CELL), max_size=5).map(tuple), st.integers(20, 60))
def test_a_line_of_a_table_is_too_wide_only_if_a_word_is(rows: tuple[tuple[str, ...], ...], width: int) -> None:
    longest = max((columns(word) for row in rows for cell in row for word in cell.split()), default=0)
    if longest <= 8:
        assert all(columns(line) <= width for line in drawn(rows, width))
