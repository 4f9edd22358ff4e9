"""Which answers bring the sentence before them along, as context."""

from dataclasses import replace

import pytest

from bot import languages
from bot.chat import Cited
from bot.conversation.citations import readable, reply_to
from bot.conversation.error_messages import PHRASES
from bot.core.retrieval.grouping import Group
from bot.core.retrieval.preceding import preceding
from bot.machine import reply
from bot.model import Answer, Article, Attribution, Hit, Mention, Mode, Span
from tests.asking import article_of, query

FIRST = {"en": "Nora Lindt opened the mill in Brackwater.", "de": "Nora Lindt hat die Mühle in Tarfeld eröffnet."}


def story(second: str, code: str) -> Article:
    return article_of(f"{FIRST[code]} {second}", code)


def before(second: str, code: str) -> str | None:
    article = story(second, code)
    span = preceding(article, 1, languages.of(code).mention_words)
    return None if span is None else span.cut(article.text)


@pytest.mark.parametrize(
    ("code", "second"),
    [
        ("en", "She paid for it alone."),
        ("en", "But she paid for it alone."),
        ("en", "Their workers paid for it."),
        ("en", "The company paid for it."),
        ("en", "The 59-year-old paid for it."),
        ("en", "This was paid for by the town."),
        ("de", "Sie hat das allein bezahlt."),
        ("de", "Später zahlte sie auch für das Dach."),
        ("de", "Ihre Schwester hat das bezahlt."),
        ("de", "Das Unternehmen hat das bezahlt."),
        ("de", "Die 59-Jährige hat das bezahlt."),
        ("de", "Dabei half die Gemeinde."),
    ],
)
def test_a_sentence_that_points_back_brings_the_one_before_it(code: str, second: str) -> None:
    assert before(second, code) == FIRST[code]


@pytest.mark.parametrize(
    ("code", "second"),
    [
        ("en", "The town paid for it."),
        ("en", "This year the town has no money."),
        ("en", "It is unclear who paid."),
        ("en", "The company that built the mill has paid."),
        ("en", "The company Hartwell has paid."),
        ("de", "Die Gemeinde hat das bezahlt."),
        ("de", "Dieses Jahr fehlt der Gemeinde Geld."),
        ("de", "Das neue Dach hat die Gemeinde bezahlt."),
        ("de", "Das Unternehmen Hartwig hat das bezahlt."),
        ("de", "Die Frau, die dort wohnt, hat das bezahlt."),
    ],
)
def test_a_sentence_that_names_what_it_is_about_stands_alone(code: str, second: str) -> None:
    assert before(second, code) is None


def test_nothing_is_brought_from_above_a_heading() -> None:
    article = article_of(
        "The mill\n\nNora Lindt opened it in May, as the town says.\n\nMoney\n\nShe paid for it.", "en"
    )
    last = len(article.sentences) - 1
    assert article.sentences[last].span.cut(article.text) == "She paid for it."
    assert preceding(article, last, languages.of("en").mention_words) is None


def test_nothing_is_brought_where_the_source_line_says_who_is_meant() -> None:
    article = story("She paid for it alone, she said.", "en")
    span = article.sentences[1].span
    nora = Mention(Span(span.start, span.start + 3), "Nora Lindt")
    said = replace(article, attributions=(Attribution((span,), (), Mode.INDIRECT, nora),))
    assert preceding(article, 1, languages.of("en").mention_words) is not None
    assert preceding(said, 1, languages.of("en").mention_words) is None


def test_the_sentence_before_is_context_and_no_answer() -> None:
    article = story("She paid for it alone.", "en")
    shown = readable(article, Hit(1, 0.9), 1, PHRASES["en"])
    assert (shown.text, shown.before) == ("She paid for it alone.", FIRST["en"])
    [row] = reply("mill.txt", article, Answer(query("Who paid?", "en"), (Hit(1, 0.9),)))["answers"]  # type: ignore[union-attr, misc]
    assert row["text"] == "She paid for it alone."  # type: ignore[index, call-overload]
    assert row["before"] == {"start": 0, "end": len(FIRST["en"]), "text": FIRST["en"]}  # type: ignore[index, call-overload]


def test_a_sentence_that_is_an_answer_itself_is_not_shown_again() -> None:
    article = story("She paid for it alone.", "en")
    hits = (Hit(0, 0.9), Hit(1, 0.8))
    parts = reply_to(article, Answer(query("Who paid?", "en"), hits), [Group("", hits)], PHRASES["en"]).parts
    assert [part.before for part in parts if isinstance(part, Cited)] == ["", ""]
