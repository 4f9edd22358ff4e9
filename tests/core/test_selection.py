import pytest

from bot.core.retrieval.selection import LEVEL, select
from bot.model import AnswerType, Hit, Query, QuestionType, Refusal, Term
from tests.asking import answer, article_of, found, texts

TERMS = (Term("oil", "oil", aspect=0), Term("sent", "send", aspect=1))
QUERY = Query("oil sent?", "en", TERMS, "en")


def _hits(*scores: float, terms: tuple[str, ...] = ("oil", "sent")) -> tuple[Hit, ...]:
    return tuple(Hit(n, score, terms=terms) for n, score in enumerate(scores))


def test_a_question_without_words_is_refused() -> None:
    assert select(Query("?", "en", ()), (), None).refusal is Refusal.NO_WORDS


def test_words_that_do_not_occur_are_named() -> None:
    refused = select(QUERY, (), None)
    assert (refused.refusal, refused.missing, refused.nearest) == (Refusal.NOT_IN_ARTICLE, ("oil", "sent"), ())


def test_words_that_do_not_occur_are_named_even_if_they_tell_nothing() -> None:
    query = Query(
        "how many exactly?", "en", (Term("exactly", "exactly", aspect=None),), "en", answer_type=AnswerType.COUNT
    )
    assert select(query, (), None).missing == ("exactly",)


def test_a_word_that_is_missing_is_the_reason_and_the_nearest_sentence_comes_along() -> None:
    refused = select(QUERY, _hits(LEVEL - 0.01, 0.1, terms=("oil",)), 3)
    assert (refused.refusal, refused.missing) == (Refusal.MISSING_WORDS, ("sent",))
    assert [h.sentence for h in refused.nearest] == [0]
    assert refused.hits == ()


def test_words_that_nothing_brings_together_are_said_to_be_apart() -> None:
    assert select(QUERY, _hits(0.1, 0.05), None).refusal is Refusal.NOT_SAID


def test_an_open_question_has_those_that_are_hardly_less_likely_and_three_at_most() -> None:
    assert [h.sentence for h in select(QUERY, _hits(0.95, 0.94, 0.9), None).hits] == [0, 1]
    assert len(select(QUERY, _hits(0.95, 0.95, 0.94, 0.94), None).hits) == 3


def test_where_the_parties_tell_that_they_answer_all_are_shown_and_no_others() -> None:
    listed = (
        Hit(0, 0.9, terms=("sent",), role=1.0),
        Hit(1, 0.89, terms=("sent",)),
        Hit(2, 0.6, terms=("sent",), role=0.6),
    )
    assert [h.sentence for h in select(QUERY, listed, None).hits] == [0, 2]


def test_a_list_holds_the_thing_that_is_asked_about() -> None:
    listed = (Hit(0, 0.9, terms=("oil", "sent"), role=1.0), Hit(1, 0.9, terms=("sent",), role=1.0))
    assert [h.sentence for h in select(QUERY, listed, None).hits] == [0]


@pytest.mark.parametrize("wanted", [QuestionType.WHEN, QuestionType.WHERE, QuestionType.NUMBER])
def test_a_pointed_question_has_one(wanted: QuestionType) -> None:
    query = Query("who sent oil?", "en", TERMS, "en", wanted)
    assert len(select(query, _hits(0.95, 0.94), None).hits) == 1


def test_the_likeliest_sentence_with_the_kind_asked_for_comes_along_where_the_first_has_none() -> None:
    query = Query("where?", "en", TERMS, "en", QuestionType.WHERE, AnswerType.PLACE)
    without = Hit(0, 0.9, terms=("oil", "sent"), has_answer_type=False)
    others = (Hit(1, 0.85, terms=("oil",), has_answer_type=False), Hit(2, 0.8, terms=("oil",)), Hit(3, 0.79))
    assert [h.sentence for h in select(query, (without, *others), None).hits] == [0, 2]
    far = (without, Hit(1, 0.6, terms=("oil",)))
    assert [h.sentence for h in select(query, far, None).hits] == [0]
    assert [h.sentence for h in select(query, (others[1], without), None).hits] == [2]


def test_a_limit_brings_so_many_of_a_lower_level() -> None:
    assert [h.sentence for h in select(QUERY, _hits(0.9, 0.5, 0.4, 0.3), 3).hits] == [0, 1, 2]
    assert [h.sentence for h in select(QUERY, _hits(0.9, 0.01), 3).hits] == [0]


ARTICLE = article_of(
    "Bürgermeisterin Lena Brandt eröffnete am 4. Mai die neue Brücke. Der Bau kostete zwölf Millionen Euro. "
    "Ingenieure loben die Brücke. Die Fähre stellt den Betrieb ein, weil niemand mehr mit ihr fährt. "
    "Norwegen schickte Holz für das Geländer. Schweden schickte Stahl nach Norwegen."
)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Wer eröffnete die Brücke?", "Bürgermeisterin"),
        ("When was the bridge opened?", "Bürgermeisterin"),
        ("How much did the construction cost?", "Der Bau"),
        ("Warum stellt die Fähre den Betrieb ein?", "Die Fähre"),
        ("What did Norway send?", "Norwegen"),
        ("What did Sweden send?", "Schweden"),
    ],
)
def test_a_question_in_either_language_finds_its_sentence(question: str, first: str) -> None:
    assert texts(ARTICLE, answer(ARTICLE, question))[0].startswith(first)


@pytest.mark.parametrize(
    "question",
    [
        "Who won the football world cup?",
        "Wie hoch ist die Inflation in Deutschland?",
        "What did France send?",
        "Was sagte der Papst?",
        "What is the capital of Japan?",
        "Wie viele Tote gab es bei dem Erdbeben?",
    ],
)
def test_what_the_article_does_not_tell_is_refused(question: str) -> None:
    refused = answer(ARTICLE, question)
    assert refused.hits == ()
    assert refused.refusal is not None


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "😀🎉",
        "und oder aber",
        "was ist das",
        "\x00",
        "\u202eBrücke\u202c?",
        "Brücke" + "?" * 2_000,
        ".*+?[](){}|\\^$ Brücke",
        "Brücke " * 500,
        "x" * 10_000,
        "wer " + "eröffnete die Brücke und " * 400,
        "<script>alert('Brücke')</script>",
        "'; DROP TABLE articles; --",
        "שלום Brücke",
    ],
)
def test_hostile_questions_are_answered_or_refused(question: str) -> None:
    reply = answer(ARTICLE, question)
    assert bool(reply.hits) != (reply.refusal is not None)
    for hit in found(ARTICLE, question):
        span = ARTICLE.sentences[hit.sentence].span
        assert all(span.start <= m.start < m.end <= span.end for m in hit.matched)


def test_the_words_of_a_phrase_that_is_there_are_not_missing() -> None:
    terms = (Term("kim jong un", "kim jong un", aspect=0), Term("kim", "kim", aspect=0), Term("old", "old", aspect=1))
    hits = (Hit(0, 0.1, terms=("kim jong un",)),)
    answer = select(Query("how old is Kim Jong-un?", "en", terms), hits, None)
    assert answer.refusal is Refusal.MISSING_WORDS
    assert answer.missing == ("old",)
