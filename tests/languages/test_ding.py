import pytest

from bot.languages import ding


def _read(line: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(entry.words["de"], entry.words["en"]) for entry in ding.read([line])]


def test_parts_of_a_line_are_entries_and_notes_are_left_out() -> None:
    line = "Kahn {m}; Nachen {m} [naut.] (flach) | Kähne {pl} :: barge; scow <skow> /BG/ [Am.] | barges\n"
    assert _read(line) == [(("Kahn", "Nachen"), ("barge", "scow")), (("Kähne",), ("barges",))]


def test_places_for_whatever_it_is_about_are_left_out() -> None:
    assert _read("jdm. etw. borgen {vt} :: to lend sb. sth.") == [(("borgen",), ("to lend",))]
    assert _read("sich jds. Gunst verscherzen :: to forfeit sb.'s favour") == [
        (("Gunst verscherzen",), ("to forfeit favour",))
    ]


def test_words_that_only_begin_like_a_place_stay() -> None:
    assert _read("etwas; sobald; jeder :: something; soon; anyone") == [
        (("etwas", "sobald", "jeder"), ("something", "soon", "anyone"))
    ]


def test_sides_with_different_numbers_of_parts_count_with_their_first() -> None:
    assert _read("Kahn | Kähne | im Kahn :: barge | barges") == [(("Kahn",), ("barge",))]


@pytest.mark.parametrize("line", ["", "\n", "# Kahn :: barge", "Kahn", "Kahn ::", ":: barge", "{m} :: (no word)"])
def test_what_is_no_entry_is_passed_over(line: str) -> None:
    assert _read(line) == []
