import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import QuestionType
from tests.asking import query


def _translations(question: str, article_language: str, word: str) -> set[str]:
    terms = [t for t in query(question, article_language).terms if t.word == word]
    return {r.word for t in terms for r in t.translations if r.language == article_language}


def test_a_question_has_its_words_in_both_languages() -> None:
    asked = query("what did Russia send?", "de")
    assert (asked.language, asked.article_language) == ("en", "de")
    assert [t.word for t in asked.terms] == ["russia", "send"]
    assert {"schicken", "senden", "liefern"} <= _translations("what did Russia send?", "de", "send")
    assert {"missile"} <= _translations("Welche Raketen?", "en", "raketen")


def test_the_shares_of_a_words_translations_sum_to_one() -> None:
    for term in query("what did Russia send?", "de").terms:
        assert sum(r.probability for r in term.translations if r.language == "de") == pytest.approx(1, abs=0.01)


def test_a_name_of_several_words_is_one_term_beside_its_words() -> None:
    terms = {t.word: t for t in query("Where are North Korean soldiers?", "de").terms}
    assert {"nordkoreanisch"} <= {r.word for r in terms["north korean"].translations}
    assert terms["north"].phrase == terms["korean"].phrase == "north korean"
    assert not terms["soldiers"].phrase


def test_a_compound_comes_with_its_parts() -> None:
    terms = query("Warum Öllieferungen?", "de").terms
    assert [t.word for t in terms] == ["öllieferungen"] * 3
    assert terms[0].weight > terms[1].weight


def test_a_state_is_a_name_that_a_question_turns_on() -> None:
    assert {t.word: t.required for t in query("Did France send tanks?", "de").terms} == {
        "france": True,
        "send": False,
        "tanks": False,
    }


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Who sent the missiles?", QuestionType.WHO),
        ("Wem gehört das Schiff?", QuestionType.WHO),
        ("When was the treaty signed?", QuestionType.WHEN),
        ("In welchem Jahr war das?", QuestionType.WHEN),
        ("Where do they fight?", QuestionType.WHERE),
        ("Woher kommen die Raketen?", QuestionType.WHERE),
        ("How many soldiers are there?", QuestionType.NUMBER),
        ("Wie hoch ist der Turm?", QuestionType.NUMBER),
        ("Why was oil limited?", QuestionType.WHY),
        ("Wofür sind die Raketen?", QuestionType.WHY),
        ("How does it work?", QuestionType.HOW),
        ("Was ist passiert?", QuestionType.WHAT),
        ("oil?", QuestionType.WHAT),
    ],
)
def test_a_question_word_tells_what_is_wanted(question: str, wanted: QuestionType) -> None:
    assert query(question, "de").question_type is wanted


@pytest.mark.parametrize("question", ["", "?", "was ist das?", "who is he?", "😀😀"])
def test_a_question_of_nothing_has_no_terms(question: str) -> None:
    assert query(question, "de").terms == ()


@given(st.text(), st.sampled_from(["de", "en"]))
def test_any_question_is_understood_the_same_twice(question: str, article_language: str) -> None:
    assert query(question, article_language) == query(question, article_language)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What German poet was descended from Huguenots?", QuestionType.WHO),
        ("Which player scored?", QuestionType.WHO),
        ("What was the king called?", QuestionType.WHAT),
        ("What kind of doctor is he?", QuestionType.WHAT),
        ("Welcher berühmte deutsche Dichter lebte hier?", QuestionType.WHO),
        ("Welche Spielerin gewann?", QuestionType.WHO),
        ("Welche Stadt besuchte der König?", QuestionType.WHERE),
    ],
)
def test_a_noun_for_a_person_asks_who(question: str, wanted: QuestionType) -> None:
    assert query(question, "de").question_type is wanted
