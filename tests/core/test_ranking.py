from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.core.retrieval.answer_types import AnswerTypesFound
from bot.core.retrieval.evidence import Concept, Evidence, SentenceFeatures
from bot.core.retrieval.ranking import features, rank
from bot.model import AnswerType, QuestionType

NOTHING = SentenceFeatures(frozenset(), frozenset(), 0)


def _concept(word: str = "w", found: dict[int, float] | None = None, **kwargs: object) -> Concept:
    return replace(Concept(word, 1.0, 2.0, found or {}, {}, {}), **kwargs)


def _evidence(*concepts: Concept, size: int = 4, **kwargs: object) -> Evidence:
    zeros = (0.0,) * size
    plain = Evidence(False, concepts, zeros, zeros, zeros, (NOTHING,) * size, QuestionType.WHAT, frozenset())
    return replace(plain, **kwargs)


def test_nothing_found_is_ranked_nowhere() -> None:
    assert rank(_evidence(size=0)) == []
    assert max(rank(_evidence(_concept()))) < 0.2


def test_the_sentence_that_holds_more_of_the_question_is_first() -> None:
    chances = rank(_evidence(_concept("a", {1: 1.0, 2: 1.0}), _concept("b", {2: 1.0}), ngram_scores=(0, 0.5, 1, 0)))
    assert max(range(4), key=lambda n: chances[n]) == 2


def test_a_rare_word_counts_more_than_a_frequent_one() -> None:
    scores = {"ngram_scores": (0.86, 0.14), "translated_scores": (0.86, 0.14)}
    chances = rank(_evidence(_concept("a", {0: 1.0}, idf=3.0), _concept("b", {1: 1.0}, idf=0.5), size=2, **scores))
    assert chances[0] > chances[1]


def test_what_a_sentence_lacks_its_neighbours_and_its_heading_lend() -> None:
    rows = features(_evidence(_concept("a", {1: 1.0}), _concept("b", {}, heading_saturation={3: 1.0})))
    assert [bool(r.previous) for r in rows] == [False, False, True, False]
    assert [bool(r.second_previous) for r in rows] == [False, False, False, True]
    assert [bool(r.following) for r in rows] == [True, False, False, False]
    assert rows[3].passage > rows[0].passage > rows[1].passage == 0


def test_another_paragraph_lends_nothing() -> None:
    traits = (NOTHING, replace(NOTHING, paragraph=1), NOTHING, NOTHING)
    rows = features(_evidence(_concept("a", {0: 1.0}), sentence_features=traits))
    assert rows[1].passage == rows[1].previous == 0


def test_parties_in_the_wrong_places_lose_to_those_in_the_right_ones() -> None:
    concept = _concept("a", {0: 1.0, 1: 0.9, 2: 0.9})
    chances = rank(_evidence(concept, role_agreement=(-1.0, 1.0, 0.0, 0.0)))
    assert sorted(range(3), key=lambda n: -chances[n]) == [1, 2, 0]


def test_a_number_is_needed_where_one_is_wanted() -> None:
    numbers = replace(
        NOTHING,
        question_types=frozenset({QuestionType.NUMBER}),
        numbers=frozenset({"12"}),
        answer_types=AnswerTypesFound(frozenset({AnswerType.COUNT})),
    )
    concept = _concept("a", {0: 1.0, 1: 1.0}, idf=4.0)
    asked = _evidence(
        concept, question_type=QuestionType.NUMBER, answer_type=AnswerType.COUNT, ngram_scores=(0.5, 0.5, 0.0, 0.0)
    )
    without = rank(asked)
    with_number = rank(replace(asked, sentence_features=(NOTHING, numbers, NOTHING, NOTHING)))
    assert max(without) < 0.5
    assert with_number[1] > with_number[0]


def test_a_number_of_the_question_is_no_answer() -> None:
    known = replace(NOTHING, question_types=frozenset({QuestionType.NUMBER}), numbers=frozenset({"2024"}))
    rows = features(
        _evidence(question_type=QuestionType.NUMBER, numbers=frozenset({"2024"}), sentence_features=(known,) * 4)
    )
    assert not any(r.count for r in rows)
    assert all(r.number for r in rows)


def test_a_name_that_is_not_there_makes_an_answer_unlikely() -> None:
    there = _concept("a", {0: 1.0}, idf=4.0)
    asked = _evidence(there, _concept("france", idf=0.2), ngram_scores=(0.9, 0.0, 0.0, 0.0))
    named = replace(asked, concepts=(there, _concept("france", idf=0.2, aspect=1, proper=True)))
    assert rank(asked)[0] > 0.5 > rank(named)[0]


def test_names_that_are_not_the_questions_answer_who() -> None:
    traits = tuple(replace(NOTHING, name_positions=frozenset(names), size=6) for names in ((1, 2), (1,), (), (3, 4, 5)))
    concept = _concept("a", {0: 1.0, 1: 1.0}, positions={0: (1, 2), 1: (1,)})
    rows = features(_evidence(concept, question_type=QuestionType.WHO, sentence_features=traits))
    assert [r.names for r in rows] == [0, 0, 0, 1]
    assert not any(r.names for r in features(_evidence(concept, sentence_features=traits)))


def test_a_sentence_that_points_back_takes_more_from_the_one_before() -> None:
    traits = (NOTHING, replace(NOTHING, anaphor=True), NOTHING, NOTHING)
    rows = features(_evidence(_concept("a", {0: 1.0, 2: 1.0}), sentence_features=traits))
    assert rows[1].anaphor == rows[1].previous > 0
    assert rows[3].previous > 0 == rows[3].anaphor


def test_what_a_sentence_starts_with_counts_more() -> None:
    traits = (replace(NOTHING, size=10),) * 4
    rows = features(_evidence(_concept("a", {0: 1.0, 1: 1.0}, positions={0: (0,), 1: (8,)}), sentence_features=traits))
    assert rows[0].early == 1 > rows[1].early > rows[2].early == 0


_found = st.dictionaries(st.integers(0, 3), st.floats(0.1, 1.4), max_size=4)


@given(st.lists(st.tuples(_found, st.floats(0.1, 4), st.floats(0.1, 1)), max_size=5), st.booleans())
def test_chances_are_chances_and_do_not_depend_on_the_order_of_words(
    rows: list[tuple[dict[int, float], float, float]],
    foreign: bool,  # noqa: FBT001 - hypothesis gives it
) -> None:
    concepts = [_concept(str(n), f, idf=idf, weight=w) for n, (f, idf, w) in enumerate(rows)]
    one = rank(_evidence(*concepts, cross_lingual=foreign))
    other = rank(_evidence(*reversed(concepts), cross_lingual=foreign))
    assert all(0 <= c <= 1 for c in one)
    assert all(abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True))
