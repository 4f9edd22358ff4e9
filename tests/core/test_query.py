import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Wanted
from tests.asking import query


def _renderings(question: str, told: str, word: str) -> set[str]:
    terms = [t for t in query(question, told).terms if t.word == word]
    return {r.word for t in terms for r in t.renderings if r.language == told}


def test_a_question_has_its_words_in_both_languages() -> None:
    asked = query("what did Russia send?", "de")
    assert (asked.language, asked.told) == ("en", "de")
    assert [t.word for t in asked.terms] == ["russia", "send"]
    assert {"schicken", "senden", "liefern"} <= _renderings("what did Russia send?", "de", "send")
    assert {"missile"} <= _renderings("Welche Raketen?", "en", "raketen")


def test_the_shares_of_a_words_renderings_sum_to_one() -> None:
    for term in query("what did Russia send?", "de").terms:
        assert sum(r.share for r in term.renderings if r.language == "de") == pytest.approx(1, abs=0.01)


def test_a_name_of_several_words_is_one_term_beside_its_words() -> None:
    terms = {t.word: t for t in query("Where are North Korean soldiers?", "de").terms}
    assert {"nordkoreanisch"} <= {r.word for r in terms["north korean"].renderings}
    assert terms["north"].within == terms["korean"].within == "north korean"
    assert not terms["soldiers"].within


def test_a_compound_comes_with_its_parts() -> None:
    terms = query("Warum Öllieferungen?", "de").terms
    assert [t.word for t in terms] == ["öllieferungen"] * 3
    assert terms[0].weight > terms[1].weight


def test_a_state_is_a_name_that_a_question_turns_on() -> None:
    assert {t.word: t.name for t in query("Did France send tanks?", "de").terms} == {
        "france": True,
        "send": False,
        "tanks": False,
    }


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Who sent the missiles?", Wanted.WHO),
        ("Wem gehört das Schiff?", Wanted.WHO),
        ("When was the treaty signed?", Wanted.WHEN),
        ("In welchem Jahr war das?", Wanted.WHEN),
        ("Where do they fight?", Wanted.WHERE),
        ("Woher kommen die Raketen?", Wanted.WHERE),
        ("How many soldiers are there?", Wanted.NUMBER),
        ("Wie hoch ist der Turm?", Wanted.NUMBER),
        ("Why was oil limited?", Wanted.WHY),
        ("Wofür sind die Raketen?", Wanted.WHY),
        ("How does it work?", Wanted.HOW),
        ("Was ist passiert?", Wanted.WHAT),
        ("oil?", Wanted.WHAT),
    ],
)
def test_a_question_word_tells_what_is_wanted(question: str, wanted: Wanted) -> None:
    assert query(question, "de").wanted is wanted


@pytest.mark.parametrize("question", ["", "?", "was ist das?", "who is he?", "😀😀"])
def test_a_question_of_nothing_has_no_terms(question: str) -> None:
    assert query(question, "de").terms == ()


@given(st.text(), st.sampled_from(["de", "en"]))
def test_any_question_is_understood_the_same_twice(question: str, told: str) -> None:
    assert query(question, told) == query(question, told)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What German poet was descended from Huguenots?", Wanted.WHO),
        ("Which player scored?", Wanted.WHO),
        ("What was the king called?", Wanted.WHAT),
        ("What kind of doctor is he?", Wanted.WHAT),
        ("Welcher berühmte deutsche Dichter lebte hier?", Wanted.WHO),
        ("Welche Spielerin gewann?", Wanted.WHO),
        ("Welche Stadt besuchte der König?", Wanted.WHERE),
    ],
)
def test_a_noun_for_a_person_asks_who(question: str, wanted: Wanted) -> None:
    assert query(question, "de").wanted is wanted
