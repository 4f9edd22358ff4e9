"""The terms of passages: forms with their parts, of sentences, headings and the title."""

from dataclasses import replace

from bot import languages
from bot.core.retrieval.archive_terms import passage_terms
from bot.model import ExtractedText
from bot.service import analyse
from tests.asking import article_of

TEXT = """Streit um die Brücke

Vor dem Landgericht

Der Rat der Stadt hat die neue Brücke am Montag eröffnet. Es regnet.

Der Bau hat drei Jahre gedauert.
"""


def terms_of(text: str, code: str = "de") -> list[tuple[str, ...]]:
    return [tuple(row) for row in passage_terms(article_of(text, code), languages.of(code))]


def test_a_passage_has_the_forms_of_its_sentences_in_its_language() -> None:
    assert terms_of("Die neuen Brücken.") == [("de:neu", "de:bruck")]
    assert terms_of("The new bridges.", "en") == [("en:new", "en:bridg")]


def test_a_compound_comes_with_its_parts() -> None:
    [terms] = terms_of("Das Landgericht tagt.")
    assert {"de:landgericht", "de:land", "de:gericht"} <= set(terms)


def test_headings_and_the_title_lend_their_words_once_to_each_passage() -> None:
    article = analyse(ExtractedText(TEXT), "x")
    rows = passage_terms(article, languages.of("de"))
    assert len(rows) == len(article.passages) > 1
    for row in rows:
        assert row.count("de:streit") == 1
    assert rows[0].count("de:bruck") == 2  # in the title and in a sentence
    assert rows[-1].count("de:bruck") == 1
    untitled = replace(article, title=None, passages=tuple(replace(p, headings=()) for p in article.passages))
    assert "de:streit" not in passage_terms(untitled, languages.of("de"))[0]


def test_a_word_counts_as_often_as_it_stands_there() -> None:
    [terms] = terms_of("Brücke an Brücke, Brücken überall.")
    assert terms.count("de:bruck") == 3
