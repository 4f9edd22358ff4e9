from hypothesis import given
from hypothesis import strategies as st

from bot.core.lexical.string_similarity import NgramIndex, char_ngrams, fold_accents, shared_endings
from bot.languages import LANGUAGES

WORDS = ("selenskyj", "information", "raketen", "kursk", "jong", "öl", "pjöngjang")
ENDINGS = shared_endings(language.morphology.endings for language in LANGUAGES.values())


def test_names_spelt_in_two_languages_are_alike() -> None:
    like = NgramIndex(WORDS, ENDINGS).similar("zelenskyj", 0.6)
    assert set(like) == {"selenskyj"}


def test_a_shared_ending_makes_no_likeness() -> None:
    assert NgramIndex(WORDS, ENDINGS).similar("inflation", 0.5) == {}


def test_a_word_is_exactly_like_itself_however_often_it_stands_there() -> None:
    assert NgramIndex(WORDS * 50, ENDINGS).similar("raketen", 0.6) == {"raketen": 1.0}


def test_short_words_and_numbers_are_not_compared() -> None:
    assert NgramIndex((*WORDS, "1000"), ENDINGS).similar("öl", 0.1) == {}
    assert NgramIndex((*WORDS, "1000"), ENDINGS).similar("1000", 0.1) == {}


def test_accents_do_not_count() -> None:
    assert fold_accents("Élysée-Straße") == "Elysee-Strasse"
    assert char_ngrams("öl") == char_ngrams("ol")


@given(st.lists(st.text(alphabet="abcdeö", max_size=8)), st.text(alphabet="abcdeö", max_size=8))
def test_likeness_lies_between_the_level_and_one(words: list[str], word: str) -> None:
    assert all(0.5 <= d <= 1 for d in NgramIndex(words, ENDINGS).similar(word, 0.5).values())
