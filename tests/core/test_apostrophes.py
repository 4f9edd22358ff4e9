"""Single quotation marks are told from apostrophes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.core.syntax.apostrophes import mark_single_quotes

WORDS = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


def marks(text: str, *breaks: int) -> str:
    found = list(WORDS.finditer(text))
    return " ".join(mark_single_quotes(text, [m.span() for m in found], frozenset(breaks)))


def test_a_clear_pair_of_straight_marks_is_a_quotation() -> None:
    assert marks("'No,' he said.") == "‘ No , ’ he said ."
    assert marks("He called it 'a mess'.") == "He called it ‘ a mess ’ ."


def test_apostrophes_stay_what_they_are() -> None:
    assert marks("The workers' union and the '90s.") == "The workers ' union and the ' 90s ."
    assert marks("It's theirs.") == "It's theirs ."


def test_a_plural_inside_a_quotation_does_not_close_it() -> None:
    assert marks("'The workers' union is dead,' he said.") == "‘ The workers ' union is dead , ’ he said ."
    assert marks("‘The workers’ union is dead,’ he said.") == "‘ The workers ʼ union is dead , ’ he said ."


def test_a_quotation_does_not_run_into_the_next_paragraph() -> None:
    text = "'No. She left.'"
    assert marks(text, 3) == "' No . She left . '"


@given(st.text(alphabet="ab s'’‘.,!\n", max_size=60))
def test_nothing_but_marks_changes(text: str) -> None:
    found = list(WORDS.finditer(text))
    marked = mark_single_quotes(text, [m.span() for m in found], frozenset())
    assert len(marked) == len(found)
    for word, match in zip(marked, found, strict=True):
        assert word == match.group() or {word, match.group()} <= set("'’‘ʼ")


def test_a_year_without_its_century_opens_nothing() -> None:
    assert marks("'68 was loud. The dogs' owner left.") == "' 68 was loud . The dogs ' owner left ."
