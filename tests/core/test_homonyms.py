"""Words that only look alike: an adjective and a verb, a verb and a noun that ends like it."""

import pytest

from tests.asking import article_of, found

GERMAN = """
Das Bad in Norden heißt Seebad und hieß früher Strandbad. Der Name lautet seit Mai anders. Es kamen Gäste aus Holland.
Das Abkommen mit der Kurverwaltung gilt. Die Wache weicht nicht. Am Abend wurde es laut und weich war der Sand.
"""
ENGLISH = """
The pool is called Seebad and used to be named Strandbad. Guests came from Holland.
"""


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Wie heiß war es?", "heißt"),
        ("Wie laut war es?", "lautet"),
        ("Wie weich war der Sand?", "weicht"),
        ("Wer kam?", "Abkommen"),
        ("Was kommt aus Holland?", "Abkommen"),
    ],
)
def test_what_only_looks_alike_is_not_found(question: str, never: str) -> None:
    article = article_of(GERMAN)
    sentences = [article.sentences[hit.sentence].span.cut(GERMAN) for hit in found(article, question)]
    assert not any(never in sentence for sentence in sentences)


def test_the_adjective_is_found_and_so_is_the_verb() -> None:
    article = article_of(GERMAN)
    assert "laut und" in article.sentences[found(article, "Wie laut war es?")[0].sentence].span.cut(GERMAN)
    assert "hieß" in article.sentences[found(article, "Wie heißt das Bad?")[0].sentence].span.cut(GERMAN)


def test_hot_is_not_called() -> None:
    assert found(article_of(ENGLISH, "en"), "Wie heiß war es?") == ()
    assert found(article_of(ENGLISH, "en"), "Wie heißt das Bad?")[0].sentence == 0
