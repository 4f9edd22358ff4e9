"""Meaning adds to words: more where it is nearer, and nothing that words rule out."""

from dataclasses import replace

import pytest

from bot.core.retrieval.dense_scores import fused, is_decided, near, passed_over, standing_out, views
from bot.core.retrieval.evidence import Dense, Evidence
from bot.core.retrieval.ranking import rank
from bot.core.retrieval.selection import select
from bot.model import Hit, Refusal
from tests.asking import article_of, index, query

STORY = article_of(
    "Die Fähre ist neu. Der Rat hat die Fähre gekauft. Das Schiff kostete zwölf Millionen Euro. "
    "Es fasst 300 Menschen. Die alte Fähre wird verschrottet.",
)


def evidence(question: str, *likeness: float) -> Evidence:
    found = index().evidence(STORY, query(question))
    return replace(found, dense=Dense(likeness, likeness) if likeness else None)


def order(e: Evidence) -> list[int]:
    chances = rank(e)
    return sorted(range(len(chances)), key=lambda n: -chances[n])


def test_without_meaning_nothing_is_added() -> None:
    assert evidence("Was kostete die Fähre?").dense is None


def test_what_is_liker_in_meaning_comes_first_where_words_are_equal() -> None:
    assert order(evidence("Was ist mit der Fähre?", 4, 1, 1, 1, 1))[0] == 0
    assert order(evidence("Was ist mit der Fähre?", 1, 1, 1, 1, 4))[0] == 4


def test_the_least_like_sentence_gains_nothing() -> None:
    assert fused([0.5, 0.2], [(3.0, 3.0, 0.0), (1.0, 1.0, 0.0)], 1.0)[1] == pytest.approx(0.2)
    assert fused([0.5, 0.2], [(3.0, 3.0, 0.0), (1.0, 1.0, 0.0)], 1.0)[0] > 0.5
    assert fused([], [], 1.0) == []


def test_beside_a_sentence_is_the_likest_other_one_of_its_paragraph() -> None:
    found = views(Dense([3.0, 1.0, 2.0, 5.0], [0.0] * 4), [0, 0, 0, 1])
    assert [beside for _, _, beside in found] == [2.0, 3.0, 3.0, 2.75]
    assert views(Dense([2.0, 2.0], [0.0] * 2), [0, 0])[1][2] == 2.0
    assert views(Dense([], []), []) == []


def test_meaning_counts_more_where_words_are_missing() -> None:
    likeness = [(3.0, 3.0, 0.0), (1.0, 1.0, 0.0)]
    assert fused([0.0, 0.0], likeness, 0.2)[0] > fused([0.0, 0.0], likeness, 0.9)[0]


def test_what_all_sentences_have_in_common_changes_no_order_and_no_distance() -> None:
    low = fused([0.5, 0.2, 0.1], [(1.0, 0.0, 0.0), (2.0, 0.0, 0.0), (3.0, 0.0, 0.0)], 0.5)
    high = fused([0.5, 0.2, 0.1], [(6.0, 5.0, 2.0), (7.0, 5.0, 2.0), (8.0, 5.0, 2.0)], 0.5)
    assert low == pytest.approx(high)


def test_a_sentence_without_the_price_that_is_asked_for_is_no_answer_however_like_it_is() -> None:
    asked = evidence("Wie teuer war die Fähre?", 5, 1, 1, 1, 1)
    assert (
        max(
            rank(
                replace(
                    asked,
                    sentence_features=[
                        replace(t, answer_types=asked.sentence_features[0].answer_types)
                        for t in asked.sentence_features
                    ],
                )
            )
        )
        < 0.01
    )
    assert order(evidence("Wie teuer war die Fähre?", 4, 4, 4, 1, 1))[0] == 2


def test_among_the_best_the_first_that_shows_what_is_asked_for_is_preferred() -> None:
    e = evidence("Wie teuer war die Fähre?", 1, 1, 1, 1, 1)
    assert passed_over(e, [0.9, 0.8, 0.7, 0.1, 0.1]) == (2, [0, 1])
    assert passed_over(e, [0.9, 0.8, 0.1, 0.7, 0.6]) == (0, ())


def test_a_question_the_other_way_round_stays_refused_whatever_its_meaning() -> None:
    deal = article_of("Russland lieferte Nordkorea Raketen. Es regnet in Seoul. Die Sonne scheint selten.")
    e = index().evidence(deal, query("Welche Raketen lieferte Nordkorea an Russland?"))
    if min(e.role_agreement) > -0.75:
        pytest.skip("the roles see no conflict here")
    assert max(rank(replace(e, dense=Dense([6.0, 0.0, 0.0], [6.0, 0.0, 0.0])))) < 0.01


def test_a_likely_meaning_raises_the_chance() -> None:
    low, high = ([x, 0.5, 0.0, 0.2, 0.1] for x in (1.0, 6.0))
    question = "Wann ging der Kahn in Betrieb?"
    assert max(rank(evidence(question, *high))) > max(rank(evidence(question, *low)))


def test_words_decide_where_one_sentence_is_far_ahead() -> None:
    assert is_decided([0.9, 0.2, 0.2])
    assert not is_decided([0.5, 0.48, 0.2])


def test_sentences_above_the_mean_are_found_by_meaning() -> None:
    assert near(Dense([4.0, 1.0, 1.0, 1.0], [0.0] * 4)) == {0}
    assert near(Dense([1.0], [1.0])) == frozenset()
    assert sum(standing_out([4.0, 1.0, 1.0])) == pytest.approx(0)


def test_what_tells_of_something_else_is_no_answer_however_like_it_is() -> None:
    e = replace(evidence("Was ist mit der Fähre?", 4, 1, 1, 1, 1), contrary=frozenset({0}))
    assert order(e)[0] != 0
    assert rank(e)[0] < 0.01
    everything = frozenset(range(len(STORY.sentences)))
    assert max(rank(replace(e, contrary=everything))) < 0.5


def test_meaning_answers_where_no_word_of_the_question_is_found() -> None:
    found = [Hit(2, 0.9, (), (), 0.0)]
    assert select(query("Welcher Preis?"), found, None).hits
    assert select(query("Welcher Preis?"), [replace(found[0], score=0.1)], None).refusal is Refusal.NOT_IN_ARTICLE
