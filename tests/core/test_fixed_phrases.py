"""A verb of several words is the one word that says the same, whatever stands between its parts."""

import pytest

from bot import languages
from tests.asking import article_of, found

GERMAN = """
Bei dem Unglück in Norden kamen nach Angaben der Polizei zwölf Menschen ums Leben. Die Menschen in Norden trauern.
Das neue Gesetz tritt nach dem Beschluss im März in Kraft. Am Gesetz wird noch gearbeitet. Der Minister trat zurück.
Der Dichter Holm ist 1990 gestorben. Holm schrieb 1985 drei Bücher.
"""
ENGLISH = """
Twelve people lost their lives in the accident in Norden. The people of Norden are mourning.
The new law comes into force in March. The law is still being worked on. The minister stepped down.
The poet Holm passed away in 1990. Holm wrote three books in 1985. The fair was called off. The fair has many guests.
"""


@pytest.mark.parametrize(
    ("question", "german", "english"),
    [
        ("Wie viele Menschen starben?", "ums Leben", "lost their"),
        ("Wie viele sind ums Leben gekommen?", "ums Leben", "lost their"),
        ("How many people died?", "ums Leben", "lost their"),
        ("How many lost their lives?", "ums Leben", "lost their"),
        ("Wann ist Holm ums Leben gekommen?", "gestorben", "passed away"),
        ("When did Holm pass away?", "gestorben", "passed away"),
        ("When does the law take effect?", "in Kraft", "into force"),
        ("Wann tritt das Gesetz in Kraft?", "in Kraft", "into force"),
        ("Wer trat zurück?", "trat zurück", "stepped down"),
        ("Who resigned?", "trat zurück", "stepped down"),
    ],
)
def test_it_is_found_either_way_and_in_the_other_language(question: str, german: str, english: str) -> None:
    for text, code, sign in ((GERMAN, "de", german), (ENGLISH, "en", english)):
        article = article_of(text, code)
        first = found(article, question)[0].sentence
        assert sign in article.sentences[first].span.cut(text)


@pytest.mark.parametrize(
    ("code", "text", "form"),
    [
        ("de", "Zwölf Menschen kamen am Sonntag ums Leben.", "sterb"),
        ("de", "Dem Sturm sind viele zum Opfer gefallen.", "sterb"),
        ("de", "Es heißt, dass er ums Leben kam, bevor er floh.", "sterb"),
        ("en", "They lost their lives at sea.", "die"),
        ("en", "The bank turned the generous offer down.", "reject"),
    ],
)
def test_it_has_the_form_of_the_one_word(code: str, text: str, form: str) -> None:
    assert form in {word.form for word in languages.of(code).analyser().read(text)}


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "Er kam an, und es ging ums Leben."), ("en", "He turned. Down it went."), ("de", "Sein Leben war lang.")],
)
def test_parts_that_do_not_belong_together_stay_apart(code: str, text: str) -> None:
    forms = {word.form for word in languages.of(code).analyser().read(text)}
    assert forms.isdisjoint({"sterb", "die", "reject"})
