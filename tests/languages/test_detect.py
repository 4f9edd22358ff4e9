import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import languages
from bot.core.retrieval.query import language_of
from bot.languages import detection


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("what did Russia send?", "en"),
        ("Was hat Russland geschickt?", "de"),
        ("Who is Shin Won-sik?", "en"),
        ("Wer ist das?", "de"),
        ("Wovor warnte er?", "de"),
        ("Die Regierung hat am Montag in Berlin ein neues Gesetz vorgestellt.", "de"),
        ("The government presented a new law in London on Monday.", "en"),
        ("Qu'est-ce que la Russie a envoyé ?", None),
        ("¿Qué ha enviado Rusia a Corea del Norte?", None),
        ("Le président de la République a annoncé que les députés ne voteront pas avant la fin du mois.", None),
        ("De regering heeft maandag een nieuwe wet voorgesteld, maar niet iedereen is het daarmee eens.", None),
        ("😀", None),
        ("", None),
        ("Pjöngjang?", None),
        ("12 345", None),
    ],
)
def test_function_words_show_the_language(text: str, code: str | None) -> None:
    assert detection.detect(text) == code


@given(st.text())
def test_any_text_has_a_listed_language_or_none(text: str) -> None:
    assert detection.detect(text) in {None, *languages.LANGUAGES}


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        languages.of("fr")


@pytest.mark.parametrize(
    ("question", "article_language", "asked"),
    [
        ("Raketen?", "en", "de"),
        ("missiles?", "de", "en"),
        ("Putin?", "de", "de"),
        ("Putin?", "en", "en"),
        ("soldiers sent?", "de", "en"),
        ("", "de", "de"),
    ],
)
def test_a_short_question_is_in_the_language_that_knows_its_words(
    question: str, article_language: str, asked: str
) -> None:
    assert language_of(question, article_language, languages.LANGUAGES) == asked
