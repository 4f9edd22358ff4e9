"""Who else speaks about the same thing."""

import pytest

from bot import languages
from bot.core.attribution import attribute
from bot.core.segmentation.sentences import lay_out
from bot.core.speakers.same_topic import on_same_topic
from bot.model import Article, ExtractedText


def article_of(text: str, code: str) -> Article:
    language = languages.of(code)
    layout = lay_out(ExtractedText(text), language.orthography)
    said = attribute(text, layout.sentences, language.speech())
    return Article("id", text, code, "test", layout.blocks, layout.sentences, layout.passages, said)


GERMAN = (
    "Die Brücke bleibt gesperrt, sagte Anna Weber. Am Montag regnete es. Karl Huber erklärte, die Brücke sei "
    "einsturzgefährdet. Die Brücke sei schon immer gefährlich gewesen, sagte Anna Weber. "
    "Das Bad öffnet im Mai, teilte die Stadt mit."
)
ENGLISH = (
    "The bridge will stay closed, said Anna Weber. It rained on Monday. Carl Huber said the bridge might collapse. "
    "The pool opens in May, the city announced."
)


@pytest.mark.parametrize(("text", "code"), [(GERMAN, "de"), (ENGLISH, "en")])
def test_another_speaker_on_the_same_thing_is_found(text: str, code: str) -> None:
    article = article_of(text, code)
    assert on_same_topic(article, 0, languages.of(code)) == (2,)
    assert 0 in on_same_topic(article, 2, languages.of(code))


def test_the_same_speaker_is_nobody_else() -> None:
    assert 3 not in on_same_topic(article_of(GERMAN, "de"), 0, languages.of("de"))


def test_who_speaks_and_how_is_no_topic() -> None:
    text = "Der Sprecher Karl Huber lobte das Bad, sagte der Sprecher. Die Sprecherin Ina Roth sagte, es regne."
    article = article_of(text, "de")
    assert on_same_topic(article, 1, languages.of("de")) == ()


def test_nobody_speaks_about_what_nobody_shares() -> None:
    assert on_same_topic(article_of(GERMAN, "de"), 4, languages.of("de")) == ()
    assert on_same_topic(article_of(ENGLISH, "en"), 3, languages.of("en")) == ()
