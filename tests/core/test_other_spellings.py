"""Words that a question spells otherwise than the article: as one or two, as another language's names, with figures."""

import pytest

from bot import languages
from bot.model import Article, Refusal
from tests.asking import answer, article_of, texts

GAME = article_of(
    "The team won the Super Bowl in Larbeck in the 1970s. The coach thanked the fans. Rain fell on the park all day.",
    "en",
)
SPIEL = article_of(
    "Die Mannschaft gewann in den 1970ern den Super Bowl in Larbeck. Der Trainer dankte den Fans. Es regnete viel.",
    "de",
)
COURT = article_of(
    "Kaiser Gegen Khan regierte zwei Jahre lang. Die Ploughshares-Organisation verriegelte das Tor. Es regnete viel.",
    "de",
)


def first(article: Article, question: str) -> str:
    return (*texts(article, answer(article, question)), "")[0]


@pytest.mark.parametrize("question", ["Who won the Superbowl?", "Who won the super bowl?", "Who won the Super-Bowl?"])
def test_two_words_are_found_where_they_are_asked_for_as_one(question: str) -> None:
    for article in (GAME, SPIEL):
        assert first(article, question) == article.sentences[0].span.cut(article.text)


@pytest.mark.parametrize("question", ["Where is the rain forest?", "What grows in the rain forest?"])
def test_one_word_is_found_where_it_is_asked_for_as_two(question: str) -> None:
    article = article_of(
        "The town is small. The rainforest is in the south of Larbeck and orchids grow in it. Rain is rare.", "en"
    )
    assert first(article, question) == article.sentences[1].span.cut(article.text)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How long did Gegeen rule?", 0),
        ("How many years did Geegen rule?", 0),
        ("What did the Plowshares organisation lock?", 1),
    ],
)
def test_a_name_is_found_as_another_language_spells_it(question: str, sentence: int) -> None:
    assert first(COURT, question) == COURT.sentences[sentence].span.cut(COURT.text)


@pytest.mark.parametrize("name", ["Gerrit", "Ploetz", "Gabriel", "Plougastel"])
def test_another_name_is_not_found_by_its_first_letters(name: str) -> None:
    assert answer(COURT, f"How long did {name} rule?").refusal is Refusal.MISSING_WORDS


@pytest.mark.parametrize(
    ("code", "text", "forms"),
    [
        ("en", "the 19th century", ["19", "centuri"]),
        ("en", "in the 1970s and the 1980's", ["1970", "1980"]),
        ("de", "in den 1970ern und 1980er Jahren", ["1970", "1980", "jahr"]),
        ("de", "der 3te Versuch", ["3", "versuch"]),
    ],
)
def test_what_is_written_on_to_figures_is_no_word(code: str, text: str, forms: list[str]) -> None:
    assert [w.form for w in languages.of(code).analyser().read(text)] == forms


@pytest.mark.parametrize(
    ("code", "text", "question"),
    [
        ("en", "Marlee Matlin sang the anthem in Larbeck. The game was late.", "Which actor sang the anthem?"),
        ("en", "Most of the forest lies in Brazil. It rains a lot.", "In what country does most of the forest lie?"),
        ("de", "Marlee Matlin sang die Hymne in Larbeck. Das Spiel war spät.", "Welche Schauspielerin sang die Hymne?"),
        ("de", "Der größte Teil des Waldes liegt in Brasilien. Es regnet.", "In welchem Land liegt der Wald?"),
    ],
)
def test_the_kind_of_person_or_place_that_is_asked_for_need_not_be_named(code: str, text: str, question: str) -> None:
    article = article_of(text, code)
    assert first(article, question) == article.sentences[0].span.cut(article.text)
