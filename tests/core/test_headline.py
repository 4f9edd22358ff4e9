"""The headline as an answer, where no sentence is one."""

import pytest

from bot import languages
from bot.chat import Cited
from bot.conversation.citations import reply_to
from bot.conversation.error_messages import PHRASES
from bot.core.answering import Answering
from bot.machine import reply
from bot.model import Answer, Article
from bot.render import plain
from tests.asking import article_of, index

HEADLINE = {"en": "Footbridge in Larbeck opens in June", "de": "Fußweg in Larbeck bis Juni gesperrt"}
STORY = {
    "en": article_of(
        f"{HEADLINE['en']}\n\nPeople of the town have waited for many years. Shop owners hope for more guests. "
        "Mayor Ina Holm thanked all of them.",
        "en",
    ),
    "de": article_of(
        f"{HEADLINE['de']}\n\nDie Leute im Ort ärgern sich seit Wochen. Die Händler fürchten um ihre Kunden. "
        "Bürgermeisterin Ina Holm bat um Geduld.",
        "de",
    ),
}


def answer(article: Article, question: str) -> Answer:
    return Answering(languages.LANGUAGES, index().search).answer(article, question)


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "When does the footbridge open?"),
        ("en", "Does the footbridge open in June?"),
        ("de", "Bis wann ist der Fußweg gesperrt?"),
        ("de", "Wo ist der Fußweg gesperrt?"),
        ("de", "Until when is the path closed?"),
    ],
)
def test_a_question_that_the_headline_alone_answers_is_answered_with_it(code: str, question: str) -> None:
    found = answer(STORY[code], question)
    assert (found.refusal, found.hits) == (None, ())
    assert found.headline is not None
    assert found.headline.span.cut(STORY[code].text) == HEADLINE[code]


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "Why does the footbridge open?"),
        ("en", "Who opens the footbridge?"),
        ("en", "How much does the footbridge cost?"),
        ("en", "When does the footbridge in Varnow open?"),
        ("de", "Warum ist der Fußweg gesperrt?"),
        ("de", "Wie lang ist der gesperrte Fußweg?"),
        ("de", "Was ist gesperrt?"),
    ],
)
def test_what_the_headline_does_not_say_is_refused(code: str, question: str) -> None:
    found = answer(STORY[code], question)
    assert found.refusal is not None
    assert found.headline is None


def test_a_sentence_is_a_better_answer_than_the_headline() -> None:
    article = article_of("Ferry to Osmar sails in May\n\nThe ferry to Osmar sails on 4 May, the port says.", "en")
    found = answer(article, "When does the ferry sail?")
    assert len(found.hits) == 1
    assert found.headline is None


def test_a_headline_that_asks_is_no_answer() -> None:
    article = article_of("Does the footbridge open in June?\n\nNobody in Larbeck knows. The mayor was on leave.", "en")
    assert answer(article, "When does the footbridge open?").headline is None


@pytest.mark.parametrize(
    ("code", "question", "source"),
    [
        ("en", "When does the footbridge open?", "Source: the article’s headline"),
        ("de", "Bis wann ist der Fußweg gesperrt?", "Quelle: die Überschrift des Artikels"),
    ],
)
def test_the_headline_is_shown_as_it_stands_and_as_the_headline(code: str, question: str, source: str) -> None:
    said = reply_to(STORY[code], answer(STORY[code], question), (), PHRASES[code])
    [part] = said.parts
    assert isinstance(part, Cited)
    assert (part.text, part.source, part.number) == (HEADLINE[code], source, 0)
    assert [part.text[a:b] for a, b in part.marks]
    assert "0" not in plain.render(said)


def test_programs_get_the_headline_as_an_answer_that_is_marked() -> None:
    article = STORY["en"]
    [row] = reply("story.txt", article, answer(article, "When does the footbridge open?"))["answers"]  # type: ignore[union-attr, misc]
    assert isinstance(row, dict)
    assert (row["text"], row["headline"], row["attributions"]) == (HEADLINE["en"], True, [])
    assert article.text[row["start"] : row["end"]] == row["text"]  # type: ignore[misc]
    assert isinstance(row["matched"], list)
    assert [found["text"] for found in row["matched"]] == ["Footbridge", "opens"]  # type: ignore[index, call-overload]


def test_of_two_questions_the_one_that_the_headline_answers_is_answered_too() -> None:
    found = answer(STORY["en"], "Who thanked the people? And when does the footbridge open?")
    assert found.hits
    assert found.headline is not None
