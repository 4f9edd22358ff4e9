"""A question as weighted terms for articles in every language."""

import pytest

from bot import languages
from bot.core.retrieval.archive_question import IDENTICAL, MOST_TERMS, question_terms


def test_a_question_is_looked_for_in_its_own_language_as_it_stands() -> None:
    terms = question_terms("Which missiles did Russia deliver?", languages.LANGUAGES)
    assert terms["en:missil"] == terms["en:deliv"] == 1.0


def test_in_the_other_language_its_translations_share_the_weight_of_a_word() -> None:
    terms = question_terms("Which missiles did Russia deliver?", languages.LANGUAGES)
    assert terms["de:missil"] == pytest.approx(IDENTICAL)
    assert terms["de:rak"] > terms["de:geschoss"] > 0
    assert terms["de:russland"] > 0


def test_a_name_that_has_no_translation_is_looked_for_as_it_is() -> None:
    terms = question_terms("What did Krzywinski say?", languages.LANGUAGES)
    assert terms["en:krzywinski"] == terms["de:krzywinski"] == 1.0


def test_a_name_that_may_be_a_slip_is_looked_for_as_it_is_before_anything_else() -> None:
    terms = question_terms("What did Solberg say?", languages.LANGUAGES)
    assert terms["de:solberg"] == max(weight for term, weight in terms.items() if term.startswith("de:"))


def test_of_many_words_the_weightiest_are_looked_for() -> None:
    words = " ".join(f"missile{n} deliver soldier war president" for n in range(60))
    assert len(question_terms(words, languages.LANGUAGES)) <= MOST_TERMS


def test_a_question_of_nothing_but_small_words_has_no_terms() -> None:
    assert question_terms("what is it?", languages.LANGUAGES) == {}
