import pytest

from bot.search.okapi import ConceptBm25
from tests.asking import index, query, told


def test_the_letters_of_a_translation_are_found_within_a_compound_that_nobody_knows() -> None:
    article = told("Der Quorbinaswald ist groß. Der Zug fährt nach Süden.")
    letters = index().evidence(article, query("How big is the forest?", "de")).letters
    assert letters[0] > letters[1]


def test_weighted_words_count_by_their_weight_against_what_they_could_reach() -> None:
    bm25 = ConceptBm25([{"a": 1.0, "b": 1.0}, {"b": 1.0}, {"c": 1.0}])
    both, one, none = bm25.weighted({"a": 1.0, "b": 0.5})
    assert both > one > none == 0
    assert bm25.weighted({"b": 2.0}) == pytest.approx(bm25.weighted({"b": 0.5}))
    assert bm25.weighted({}) == [0.0, 0.0, 0.0]
    assert bm25.weighted({"unknown": 1.0}) == [0.0, 0.0, 0.0]
