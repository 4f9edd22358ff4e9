import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lexical.word_alignment import Bitext

WORDS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4)


def _best(*pairs: tuple[str, str]) -> dict[str, list[tuple[str, float]]]:
    bitext = Bitext()
    for left, right in pairs:
        bitext.add(left.split(), right.split(), 1.0)
    return dict(bitext.affinities().best(9))


def test_words_are_told_apart_by_the_company_they_keep() -> None:
    found = _best(("rotes haus", "red house"), ("rotes auto", "red car"), ("altes haus", "old house"))
    assert {word: best[0][0] for word, best in found.items()} == {
        "rotes": "red", "haus": "house", "auto": "car", "altes": "old",
    }  # fmt: skip


def test_what_stands_alone_counts_most() -> None:
    found = _best(("bank", "bench"), ("bank", "bank"), ("bank", "bank"), ("bank und geld", "bank and money"))
    assert [word for word, _ in found["bank"]][:2] == ["bank", "bench"]


def test_both_directions_tell_the_same() -> None:
    bitext = Bitext()
    for left, right in (("x", "a"), ("x", "b"), ("y", "b")):
        bitext.add([left], [right], 1.0)
    there = {(x, a): value for x, best in bitext.affinities().best(9) for a, value in best}
    back = {(x, a): value for a, best in bitext.affinities().turned().best(9) for x, value in best}
    assert there == back
    assert there["y", "b"] < there["x", "a"] or there["x", "a"] == pytest.approx(there["y", "b"])


def test_no_more_are_told_than_wanted_and_nothing_of_nothing() -> None:
    bitext = Bitext()
    assert list(bitext.affinities().best(1)) == []
    for right in "abc":
        bitext.add(["x"], [right], 1.0)
    assert [word for word, _ in dict(bitext.affinities().best(2))["x"]] == ["a", "b"]


@given(st.lists(st.tuples(WORDS, WORDS), max_size=8))
def test_each_pair_that_occurs_has_an_affinity_between_0_and_1(pairs: list[tuple[list[str], list[str]]]) -> None:
    bitext = Bitext()
    for left, right in pairs:
        bitext.add(left, right, 1.0)
    found = {(x, a): value for x, best in bitext.affinities().best(99) for a, value in best}
    assert set(found) == {(x, a) for left, right in pairs for x in left for a in right}
    assert all(0 <= value <= 1 + 1e-9 for value in found.values())
