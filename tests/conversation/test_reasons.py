"""What `/why` tells of an answer."""

from dataclasses import replace

import pytest

from bot import languages
from bot.chat import Reply
from bot.conversation.error_messages import PHRASES
from bot.conversation.reasons import reasons
from bot.core.answering import Answering
from bot.model import Answer, Hit
from bot.render import plain
from tests.asking import article_of, index

STORY = {
    "en": article_of(
        "Help for Osmar\n\nThe government of Norway supported the island of Osmar with 40 tents in May. Mayor Ina Holm "
        "thanked the donors. Russia attacked Ukraine in 2022.",
        "en",
    ),
    "de": article_of(
        "Hilfe für Osmar\n\nDie norwegische Regierung unterstützte die Insel Osmar im Mai mit 40 Zelten. "
        "Bürgermeisterin Ina Holm dankte den Spendern. Russland griff 2022 die Ukraine an.",
        "de",
    ),
}


def asked(code: str, question: str) -> tuple[Answer, Hit]:
    answer = Answering(languages.LANGUAGES, index().search).answer(STORY[code], question)
    return answer, (answer.hits or answer.nearest)[0]


def told(code: str, question: str, *, console: bool = False, **other: float) -> str:
    answer, hit = asked(code, question)
    words = PHRASES[answer.query.language]
    hit = replace(hit, **other) if other else hit  # type: ignore[arg-type]
    return plain.render(Reply(reasons(STORY[code], answer.query, hit, words, console=console), words.code))


@pytest.mark.parametrize(
    ("code", "question", "word", "how"),
    [
        ("en", "When did Norway support Osmar?", "Osmar", "is in it"),
        ("en", "When did Norway support Osmar?", "support", "is in it as “supported”"),
        ("en", "What aid did Osmar get?", "aid", "“supported” may stand for it"),
        ("de", "When did Norway support Osmar?", "support", "is in it, translated: “unterstützte”"),
        ("en", "Where was the help sent?", "sent", "is not in it"),
        ("de", "Wer hat die Ukraine angegriffen?", "angegriffen", "steht darin als „griff“"),
        ("en", "Wann bekam Osmar Unterstützung?", "Unterstützung", "steht übersetzt darin: „supported“"),
        ("en", "Wann bekam Osmar Unterstützung?", "bekam", "steht nicht darin"),
    ],
)
def test_each_word_of_the_question_is_told_with_how_the_sentence_holds_it(
    code: str, question: str, word: str, how: str
) -> None:
    lines = [line.split(maxsplit=1) for line in told(code, question).splitlines() if line]
    assert [word, how] in lines


@pytest.mark.parametrize(
    ("code", "question", "line"),
    [
        ("en", "Who attacked Ukraine?", "Who does it to whom fits the question."),
        ("de", "Wer hat die Ukraine angegriffen?", "Wer hier wem etwas tut, passt zur Frage."),
        ("en", "When did Norway support Osmar?", "The question is when: the sentence has something of that kind."),
        ("de", "How many tents?", "The question is how many or how much: the sentence has nothing of that kind."),
        ("de", "Wann griff Russland an?", "Gefragt ist, wann: So eine Angabe enthält der Satz."),
    ],
)
def test_what_counts_beside_words_is_told_in_the_language_of_the_question(code: str, question: str, line: str) -> None:
    assert line in told(code, question).splitlines()


def test_what_was_not_asked_for_is_not_told() -> None:
    seen = told("en", "What aid did Osmar get?")
    assert "The question is" not in seen
    assert "In meaning" not in seen
    assert "to whom" not in seen


@pytest.mark.parametrize(
    ("likeness", "line"),
    [(1.8, "In meaning it is close to the question."), (-0.4, "In meaning it is not close to the question.")],
)
def test_meaning_is_told_where_an_encoder_was_asked(likeness: float, line: str) -> None:
    assert line in told("en", "Who attacked Ukraine?", likeness=likeness).splitlines()


def test_the_chance_is_a_word_and_its_figure_is_for_the_console() -> None:
    for score, words in (
        (0.97, "I am sure"),
        (0.7, "I am fairly sure"),
        (0.55, "I am not sure"),
        (0.3, "I do not think"),
    ):
        assert words in told("en", "Who attacked Ukraine?", score=score)
        assert f"{score:.2f}" not in told("en", "Who attacked Ukraine?", score=score)
        assert f"({score:.2f})" in told("en", "Who attacked Ukraine?", score=score, console=True)


def test_of_a_sentence_that_the_question_did_not_lead_to_no_words_are_told() -> None:
    answer, _ = asked("en", "Who attacked Ukraine?")
    [line] = reasons(STORY["en"], answer.query, Hit(1, 0.0), PHRASES["en"], console=True)
    assert "did not lead to it" in plain.render(Reply((line,), "en"))
