"""Replies as styled lines: what is marked, what stands where, and what an article can't do."""

from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Action, Cited, Heading, Part, Reply, Rows, Said
from bot.render.console import Style, lines
from bot.render.text import inert

ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("\x1b\x9b\r\n\t ab"))


def reply(*parts: Part, actions: tuple[Action, ...] = ()) -> Reply:
    return Reply(parts, "en", actions)


def styled(cited: Cited, style: Style, width: int | None = None) -> list[str]:
    return [s.text for line in lines(reply(cited), width, hints=False) for s in line if s.style is style]


def test_matched_words_are_marked_in_place() -> None:
    cited = Cited(1, "Russland hat Öl geliefert.", "BBC", ((0, 8), (13, 15)))
    assert styled(cited, Style.MARK) == ["Russland", "Öl"]
    assert styled(cited, Style.SENTENCE) == [" hat ", " geliefert."]


def test_a_mark_goes_on_over_the_end_of_a_line() -> None:
    cited = Cited(1, "Das Internationale Rote Kreuz hilft.", "x", ((4, 29),))
    assert styled(cited, Style.MARK, 23) == ["Internationale", "Rote Kreuz"]


def test_marks_that_overlap_or_lie_outside_harm_nothing() -> None:
    cited = Cited(1, "abcdef", "x", ((4, 99), (0, 3), (1, 2), (2, 2), (50, 60)))
    assert styled(cited, Style.MARK) == ["abc", "ef"]
    assert styled(cited, Style.SENTENCE) == ["d"]


def test_a_mark_does_not_part_a_line_end() -> None:
    halves = Cited(1, "a\r\nb\r\nc", "x", ((0, 2), (5, 7)))
    assert styled(halves, Style.MARK) == ["a", "c"]
    assert styled(halves, Style.SENTENCE) == ["b"]


MARKS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4).map(tuple)


@given(ANY_TEXT, MARKS, st.none() | st.integers(1, 40))
def test_a_sentence_is_the_same_with_and_without_marks(
    text: str, marks: tuple[tuple[int, int], ...], width: int | None
) -> None:
    def letters(cited: Cited) -> list[str]:
        return ["".join(s.text for s in line) for line in lines(reply(cited), width, hints=False)]

    assert letters(Cited(1, text, "x", marks)) == letters(Cited(1, text, "x"))


@given(ANY_TEXT, st.integers(1, 40))
def test_folded_lines_of_a_sentence_make_the_sentence_again(text: str, width: int) -> None:
    gutter = len("1  ")
    shown = ["".join(s.text for s in line)[gutter:] for line in lines(reply(Cited(1, text, "x")), width, hints=False)]
    assert shown[-1] == "x"
    folded = "\n".join(shown[:-1])
    assert all(a == b or (a, b) == (" ", "\n") for a, b in zip(inert(text), folded, strict=True))


@given(st.lists(ANY_TEXT, min_size=9, max_size=9), st.none() | st.integers(1, 60))
def test_no_segment_holds_what_a_terminal_obeys(texts: list[str], width: int | None) -> None:
    a, b, c, d, e, f, g, h, i = texts
    whole = reply(Said(a), Heading(b), Cited(1, c, d, before=e, after=f), Rows(((g, h),)), actions=(Action(i, i),))
    for line in lines(whole, width, hints=True):
        for segment in line:
            assert "\n" not in segment.text
            assert inert(segment.text) == segment.text


def test_the_actions_are_one_line_that_is_folded_between_them() -> None:
    whole = reply(Said("x"), actions=(Action("Context", "/context 1"), Action("Why?", "/why 1")))

    def texts(width: int | None) -> list[str]:
        return ["".join(s.text for s in line) for line in lines(whole, width, hints=True)]

    assert texts(None) == ["x", "", "/context 1 · /why 1"]
    assert texts(14) == ["x", "", "/context 1 ·", "/why 1"]
    assert texts(9) == ["x", "", "/context 1", "· /why 1"]
    assert [line for line in lines(whole, None, hints=False) if line] == list(lines(reply(Said("x")), None, hints=True))


def test_commands_in_a_table_look_like_commands() -> None:
    found = lines(reply(Rows((("/help", "this list"), ("Title", "x")))), None, hints=False)
    assert [line[0].style for line in found] == [Style.COMMAND, Style.CELL]
