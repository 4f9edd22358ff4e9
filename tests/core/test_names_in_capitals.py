"""Words of the language that a question writes like a name: who asks about Baker means nobody who bakes."""

import pytest

from bot.model import Refusal
from tests.asking import answer, article_of

BOARD = {
    "en": "The council set up a board for the harbour in May. Its chair is Ann Miller. Boats lie on the shore.",
    "de": "Der Rat richtete im Mai einen Ausschuss für den Hafen ein. Chefin ist Ann Miller. Am Ufer liegt ein Boot.",
}


@pytest.mark.parametrize("code", BOARD)
@pytest.mark.parametrize(
    "question",
    [
        "Who leads the board set up by Baker?",
        "What did the council set up with the Lions of Flowers?",
        "What did QTown set up in May?",
    ],
)
def test_a_name_that_is_not_there_is_refused_whatever_else_its_words_mean(code: str, question: str) -> None:
    found = answer(article_of(BOARD[code], code), question)
    assert found.refusal is Refusal.MISSING_WORDS
    assert {"baker", "flowers", "qtown"}.intersection(found.missing)


@pytest.mark.parametrize("code", BOARD)
@pytest.mark.parametrize(
    "question",
    [
        "What did the Council set up?",  # it is there
        "What did the council set up for the Harbour of the Lions?",  # a part of it is
        "What Did The Council Set Up In May?",  # as in a headline
        "Baker or not, what did the council set up in May?",  # as a question begins
    ],
)
def test_capitals_that_tell_nothing_refuse_nothing(code: str, question: str) -> None:
    assert answer(article_of(BOARD[code], code), question).hits
