"""A table of the lexicon says which languages its columns are in."""

import pytest

from bot.core.lexical.lexicon_compiler import Entry
from bot.languages import lexicon


def test_a_line_names_the_languages_of_the_columns_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    table = "# a comment\nfactory\tFabrik; Werk\tn\t1\n#\tfr\tde\nusine\tFabrik\tn\t0.7\nno entry\tn\t1\n"
    monkeypatch.setattr(lexicon, "contents", lambda: (table.encode(),))
    assert list(lexicon.entries()) == [
        Entry({"en": ("factory",), "de": ("Fabrik", "Werk")}, "n", 1.0),
        Entry({"fr": ("usine",), "de": ("Fabrik",)}, "n", 0.7),
    ]


def test_states_have_two_columns_for_each_language(monkeypatch: pytest.MonkeyPatch) -> None:
    table = "ru\tRussia\tRussian\tRussland\trussisch\n#\tfr\nru\tRussie; Moscou\trusse\n"
    monkeypatch.setattr(lexicon, "_metonyms", table.encode)
    found = list(lexicon.parties())
    assert [sorted(state.names) for state in found] == [["de", "en"], ["fr"]]
    assert [name for name, _ in found[1].names["fr"]] == ["Russie", "Moscou", "russe"]
