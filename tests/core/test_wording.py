"""Other words count: more where the article lacks the question's own, for what is done, for every thing asked about."""

from dataclasses import replace

from asking import answer, article_of, texts

from bot.core.retrieval.evidence import Concept, Evidence, SentenceFeatures
from bot.core.retrieval.wording import worded
from bot.model import QuestionType

NOTHING = SentenceFeatures(frozenset(), frozenset(), 0)
ZEROS = (0.0,) * 3


def _concept(word: str, found: dict[int, float], near: dict[int, float], **more: object) -> Concept:
    return replace(Concept(word, 1.0, 2.0, found, {}, {}, aspect=0, near=near), **more)


def _evidence(*concepts: Concept) -> Evidence:
    return Evidence(False, concepts, ZEROS, ZEROS, ZEROS, (NOTHING,) * 3, QuestionType.WHAT, frozenset())


def test_kin_counts_more_where_the_article_lacks_the_word() -> None:
    e = _evidence(_concept("a", {}, {1: 0.5}))
    assert worded(e, 0.0)[1] > worded(e, 1.0)[1] > worded(e, 1.0)[0] == 0.0


def test_a_sentence_that_says_what_is_done_is_worth_more_than_one_that_names_a_thing() -> None:
    scores = worded(_evidence(_concept("a", {0: 1.0}, {}), _concept("b", {1: 1.0}, {}, verb=True, aspect=1)), 1.0)
    assert scores[1] > scores[0] > scores[2] == 0.0


def test_all_things_count_alike_however_rare_they_are() -> None:
    rare = _concept("rare", {0: 1.0}, {}, idf=9.0)
    common = [_concept(word, {1: 1.0}, {}, idf=1.0, aspect=n) for n, word in enumerate("bc", start=1)]
    scores = worded(_evidence(rare, *common), 1.0)
    assert scores[1] > scores[0] > 0.0


def test_kin_of_a_word_that_only_names_the_kind_of_answer_counts_nothing() -> None:
    assert worded(_evidence(_concept("high", {}, {1: 0.5}, aspect=None)), 1.0) == [0.0, 0.0, 0.0]


def test_what_is_done_is_found_in_other_words_behind_a_sentence_with_the_name() -> None:
    article = article_of(
        "The Corvel bridge is in the north of Marrick. Its owner wants to demolish it in spring. "
        "The Corvel bridge had been built by sailors. Marrick has three other bridges.",
        "en",
    )
    assert "demolish" in texts(article, answer(article, "Is the Corvel bridge going to be destroyed?"))[0]
