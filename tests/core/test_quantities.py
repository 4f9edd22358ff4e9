"""A number that counts what is asked about is worth more than any other number."""

import pytest

from bot import languages
from bot.core.semantics.quantities import counted_nouns_asked, counted_nouns_in
from tests.asking import article_of, found

GERMAN = """
Die Drohnen der Küstenwache flogen in diesem Jahr 300 Stunden, die Drohnen des Zolls 120 Stunden.
Die Küstenwache hat 14 neue Drohnen bestellt. Boote kosten im Monat 900 Euro.
Im Hafen liegen drei Fischerboote. Hunderte Helfer suchten am Sonntag. Die Helfer bekamen 20 Liter Tee.
"""
ENGLISH = """
The drones of the coastguard flew for 300 hours this year, the drones of customs for 120 hours.
The coastguard has ordered 14 new drones. Boats cost 900 euros a month.
There are three fishing boats in the harbour. Hundreds of helpers searched on Sunday. The helpers got 20 litres of tea.
"""


@pytest.mark.parametrize(
    ("question", "german", "english"),
    [
        ("Wie viele Drohnen?", "14 neue", "14 new"),
        ("How many drones?", "14 neue", "14 new"),
        ("Wie viele Boote?", "drei", "three"),
        ("How many boats are there?", "drei", "three"),
        ("Wie viele Helfer?", "Hunderte", "Hundreds"),
        ("How many helpers were there?", "Hunderte", "Hundreds"),
    ],
)
def test_the_number_that_counts_it_comes_first(question: str, german: str, english: str) -> None:
    for text, code, sign in ((GERMAN, "de", german), (ENGLISH, "en", english)):
        article = article_of(text, code)
        first = found(article, question)[0].sentence
        assert sign in article.sentences[first].span.cut(text)


@pytest.mark.parametrize(
    ("code", "text", "nouns"),
    [
        ("de", "Er kaufte 14 neue Drohnen für 300 Tage.", ["Drohnen", "Tage"]),
        ("de", "Eine Million Barrel Öl kamen an.", ["Barrel", "Öl"]),
        ("de", "Im Jahr 2024 Drohnen zu kaufen, war teuer.", []),
        ("de", "Zwei, Drohnen also, stürzten ab.", []),
        ("en", "They lost three Russian drones.", ["drones"]),
        ("en", "Half a million barrels of oil came in.", ["barrels", "oil"]),
        ("en", "Dozens of the drones were lost.", ["drones"]),
    ],
)
def test_a_number_counts_the_noun_behind_it(code: str, text: str, nouns: list[str]) -> None:
    language = languages.of(code)
    row = language.analyser().read(text)
    assert [text[row[n].start : row[n].end] for n in counted_nouns_in(text, row, language)][: len(nouns) or 1] == nouns


def test_a_question_says_what_it_wants_the_number_of() -> None:
    german, english = languages.of("de"), languages.of("en")
    assert counted_nouns_asked(" wie viele neue drohnen wurden bestellt ", german) == ("neue", "drohnen")
    assert counted_nouns_asked(" how many drones were ordered ", english) == ("drones",)
    assert counted_nouns_asked(" how long did it last ", english) == ()
