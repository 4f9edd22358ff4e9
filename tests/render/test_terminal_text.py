"""What may be sent to a terminal, how wide it is, and where its lines end."""

from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.render.text import columns, fold, inert

ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("\x1b\x9b\r\n\t \u202e\u2028"))


@given(ANY_TEXT)
@example("\x1b[2J\x1b]0;owned\x07")
@example("\x9b31mred")
@example("half a pair \ud83d")
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = inert(text)
    assert all(category(c) not in {"Cc", "Cs"} or c in "\n\t" for c in shown)
    assert not set(shown) & set("\x1b\x9b\x07\x08\r\u2028\u2029\u202d\u202e")
    shown.encode()


@given(ANY_TEXT)
def test_what_is_inert_stays_as_it_is(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ein Satz – „so“, wörtlich\u00a0…", "Ein Satz – „so“, wörtlich\u00a0…"),
        ("zwei\r\nZeilen\tund", "zwei\nZeilen\tund"),
        ("\x00\x1b\x7f\r", "␀␛␡␍"),
        ("a\u0085b\u2028c\u202ed", "a\ufffdb\ufffdc\ufffdd"),
        ("👩\u200d👧 e\u0301", "👩\u200d👧 e\u0301"),
    ],
)
def test_a_control_character_is_shown_as_its_picture(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize(
    ("text", "wide"),
    [("", 0), ("Öl", 2), ("日本", 4), ("e\u0301", 1), ("a\tb", 10), ("🇩🇪", 2), ("日\x00", 2)],
)
def test_a_line_is_as_wide_as_a_terminal_shows_it(text: str, wide: int) -> None:
    assert columns(text) == wide


def lines_of(text: str, width: int | None) -> list[str]:
    return [text[start:end] for start, end in fold(text, width)]


@given(st.text(st.sampled_from("ab日ö \n\u00a0")), st.integers(1, 12))
def test_folding_turns_spaces_into_line_ends_and_changes_nothing_else(text: str, width: int) -> None:
    folded = "\n".join(lines_of(text, width))
    assert len(folded) == len(text)
    assert all(a == b or (a, b) == (" ", "\n") for a, b in zip(text, folded, strict=True))


@given(st.text(st.sampled_from("ab日ö ")), st.integers(1, 12))
def test_a_folded_line_is_too_wide_only_if_it_is_one_word(text: str, width: int) -> None:
    assert all(columns(line) <= width or " " not in line for line in lines_of(text, width))


@given(ANY_TEXT)
def test_without_a_width_only_the_line_ends_of_the_text_end_lines(text: str) -> None:
    assert lines_of(text, None) == text.split("\n")


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (7, ["ab cd", "efg"]),
        (5, ["ab cd", "efg"]),
        (4, ["ab", "cd", "efg"]),
        (9, ["ab cd efg"]),
        (1, ["ab", "cd", "efg"]),
    ],
)
def test_a_line_takes_as_many_words_as_fit(width: int, lines: list[str]) -> None:
    assert lines_of("ab cd efg", width) == lines


def test_a_space_that_does_not_break_does_not_break() -> None:
    assert lines_of("am 4.\u00a0November", 6) == ["am", "4.\u00a0November"]
