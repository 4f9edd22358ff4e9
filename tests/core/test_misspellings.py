"""Misspelt questions find what was meant, in either language; names that only look like a word stay names."""

import pytest
from asking import answer, article_of, query, texts

from bot import languages
from bot.core.lexical.misspellings import corrections
from bot.core.retrieval.query import language_of

GERMAN = article_of("Die Raketen kamen am Montag an. Ein Tierarzt untersuchte die Elefanten. Ralf Brunk wohnt in Lehm.")
ENGLISH = article_of("The missiles arrived on Monday. A vet examined the elephants. Ralf Brunk lives in Lehm.", "en")


@pytest.mark.parametrize("slip", ["misiles", "missilles", "missles", "mssiles", "Missules", "misisles"])
def test_a_slip_in_the_other_language_finds_what_was_meant(slip: str) -> None:
    assert texts(GERMAN, answer(GERMAN, f"When did the {slip} arrive?")) == ["Die Raketen kamen am Montag an."]


@pytest.mark.parametrize("slip", ["Rakketen", "Raketten", "Rakteen", "Rakeeten"])
def test_a_german_slip_finds_it_in_english(slip: str) -> None:
    assert texts(ENGLISH, answer(ENGLISH, f"Wann kamen die {slip} an?")) == ["The missiles arrived on Monday."]


@pytest.mark.parametrize(("question", "told_in", "code"), [("elephannts?", "de", "en"), ("Elefannten?", "en", "de")])
def test_a_misspelt_word_alone_shows_its_language(question: str, told_in: str, code: str) -> None:
    assert language_of(question, told_in, languages.LANGUAGES) == code


@pytest.mark.parametrize("word", ["ab", "bords", "kyiv7abc", "qwrtzpl", "m" * 30])
def test_what_is_short_or_like_nothing_or_like_much_is_not_mended(word: str) -> None:
    english = languages.of("en")
    assert corrections(word, english.morphology.stem, english.lexicon().vocabulary("en")) == ()


def test_a_name_that_looks_like_a_word_is_found_as_it_stands() -> None:
    assert texts(GERMAN, answer(GERMAN, "Where does Brunk live?")) == ["Ralf Brunk wohnt in Lehm."]


def test_a_number_in_words_is_an_answer_beside_a_year_of_the_question() -> None:
    article = article_of("Seit 2024 waren es mehr als eine Million Fässer Öl. Öl wird in Fässern gezählt.")
    assert texts(article, answer(article, "Wie viele Fässer Öl waren es seit 2024?")) == [
        "Seit 2024 waren es mehr als eine Million Fässer Öl."
    ]


def test_a_slip_is_less_sure_than_the_word() -> None:
    own, meant = query("missiles").terms[0], query("misiles").terms[0]
    shares = [sum(r.probability for r in term.translations if r.language == "de") for term in (own, meant)]
    assert shares[0] > shares[1] > 0


def test_what_stands_beside_a_word_is_not_what_it_is_meant_for() -> None:
    alone, beside = query("misiles?").terms[0], query("misiles and missiles?").terms[0]
    assert [r for r in alone.translations if r.language == "de"]
    assert not [r for r in beside.translations if r.language == "de"]
