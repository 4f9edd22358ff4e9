from hypothesis import given
from hypothesis import strategies as st

from bot.core.similar import Spellings, folded, grams

WORDS = ("selenskyj", "information", "raketen", "kursk", "jong", "öl", "pjöngjang")


def test_names_spelt_in_two_languages_are_alike() -> None:
    like = Spellings(WORDS).like("zelenskyj", 0.6)
    assert set(like) == {"selenskyj"}


def test_a_shared_ending_makes_no_likeness() -> None:
    assert Spellings(WORDS).like("inflation", 0.5) == {}


def test_a_word_is_exactly_like_itself_however_often_it_stands_there() -> None:
    assert Spellings(WORDS * 50).like("raketen", 0.6) == {"raketen": 1.0}


def test_short_words_and_numbers_are_not_compared() -> None:
    assert Spellings((*WORDS, "1000")).like("öl", 0.1) == {}
    assert Spellings((*WORDS, "1000")).like("1000", 0.1) == {}


def test_accents_do_not_count() -> None:
    assert folded("Élysée-Straße") == "Elysee-Strasse"
    assert grams("öl") == grams("ol")


@given(st.lists(st.text(alphabet="abcdeö", max_size=8)), st.text(alphabet="abcdeö", max_size=8))
def test_likeness_lies_between_the_level_and_one(words: list[str], word: str) -> None:
    assert all(0.5 <= d <= 1 for d in Spellings(words).like(word, 0.5).values())
