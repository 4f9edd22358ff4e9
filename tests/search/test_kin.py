"""What may stand for a word is found where the word is not, and never said to be the word."""

import pytest
from asking import answer, article_of, found, texts

from bot import languages

GERMAN = article_of(
    "Machthaber Olaf Brix empfing in Sund viele Gäste. Eine Fähre brachte Raketen nach Holm. "
    "Die Unterstützung für die Fischer endet im Mai."
)
ENGLISH = article_of(
    "Ruler Olaf Brix received many guests in Sund. A ferry brought missiles to Holm. "
    "The assistance for the fishermen ends in May.",
    "en",
)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Welche Waffen brachte die Fähre?", "Eine Fähre"),
        ("Which weapons did the ferry bring?", "Eine Fähre"),
        ("Wer herrscht in Sund?", "Machthaber"),
        ("Wann endet die Hilfe für die Fischer?", "Die Unterstützung"),
        ("When does the aid for the fishermen end?", "Die Unterstützung"),
    ],
)
def test_a_general_word_a_noun_for_an_act_and_another_word_are_found(question: str, start: str) -> None:
    assert texts(GERMAN, answer(GERMAN, question))[0].startswith(start)


def test_the_same_holds_in_english() -> None:
    assert texts(ENGLISH, answer(ENGLISH, "Who rules Sund?")) == ["Ruler Olaf Brix received many guests in Sund."]
    assert texts(ENGLISH, answer(ENGLISH, "Which weapons did the ferry bring?"))[0].startswith("A ferry")


def test_kin_is_no_match_and_has_no_place() -> None:
    hit = next(h for h in found(ENGLISH, "Which weapons did the ferry bring?") if h.sentence == 1)
    assert "weapons" not in hit.terms
    assert "weapons" not in {match.word for match in hit.matches}


def test_kin_alone_answers_no_short_question() -> None:
    assert answer(ENGLISH, "Who governs?").refusal is not None


def test_a_special_word_stands_for_the_general_one_more_than_the_other_way_round() -> None:
    lexicon = languages.of("en").lexicon()
    assert lexicon.related("weapon", "en")["missil"] > lexicon.related("missil", "en")["weapon"] > 0
