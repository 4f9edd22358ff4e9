"""Replies as plain text, as a pipe gets them."""

from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Action, Cited, Heading, Reply, Rows, Said
from bot.render.plain import render
from bot.render.text import inert

ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("\x1b\x9b\r\n\t ab"))


def test_an_answer_reads_well() -> None:
    answer = Reply(
        (
            Said("2 sentences match:"),
            Cited(1, "Es kam Öl.", "Source: BBC", ((7, 9),), before="Davor.", after="Danach."),
            Cited(10, "Und Tiere.", "Source: none named (hearsay)"),
        ),
        "en",
        (Action("Context", "/context 1"),),
    )
    assert render(answer, hints=True) == (
        "2 sentences match:\n"
        "\n"
        "    … Davor.\n"
        " 1  Es kam Öl.\n"
        "    Source: BBC\n"
        "    … Danach.\n"
        "\n"
        "10  Und Tiere.\n"
        "    Source: none named (hearsay)\n"
        "\n"
        "/context 1"
    )
    assert render(answer).endswith("(hearsay)")


def test_what_belongs_together_stands_together() -> None:
    whole = Reply((Heading("Title"), Said("One."), Said("Two."), Rows((("a", "b"),)), Said("Three.")), "en")
    assert render(whole) == "Title\nOne.\nTwo.\n  a   b\n\nThree."
    assert render(Reply((), "en")) == ""


def test_a_narrow_terminal_gets_whole_words() -> None:
    answer = Reply((Cited(1, "Donaudampfschifffahrt ist gut.", "Source: nobody"),), "en")
    assert render(answer, 3) == "1  Donaudampfschifffahrt\n   ist gut.\n   Source:\n   nobody"


def test_a_source_line_is_one_line_whatever_the_article_calls_a_person() -> None:
    assert render(Reply((Cited(1, "x", "Source: A\n\n2  Forged."),), "en")) == "1  x\n   Source: A 2 Forged."


@given(st.lists(ANY_TEXT, min_size=1, max_size=3), ANY_TEXT, ANY_TEXT)
def test_every_sentence_stands_there_word_for_word(texts: list[str], before: str, after: str) -> None:
    parts = tuple(Cited(n, text, "x", before=before, after=after) for n, text in enumerate(texts, 1))
    shown = render(Reply(parts, "en"))
    assert all(inert(text) in shown for text in (*texts, before, after))


@given(ANY_TEXT.filter(lambda text: inert(text) == text))
def test_a_sentence_without_control_characters_is_not_changed_at_all(text: str) -> None:
    assert f"1  {text}\n" in render(Reply((Cited(1, text, "x"),), "en"))


@given(st.lists(ANY_TEXT, min_size=6, max_size=6), st.none() | st.integers(1, 60))
def test_no_escape_sequence_leaves(texts: list[str], width: int | None) -> None:
    a, b, c, d, e, f = texts
    shown = render(
        Reply((Said(a), Cited(1, b, c, before=d), Rows(((e, f),))), "en", (Action(a, a),)), width, hints=True
    )
    assert inert(shown) == shown
    shown.encode()
