"""Markdown gives its words, without its marks."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ArticleError, ArticleProblem
from bot.formats import markdown
from bot.model import ExtractedText


def blocks(reading: ExtractedText) -> list[tuple[str, str]]:
    assert reading.blocks is not None
    return [(block.kind.value, block.span.cut(reading.text)) for block in reading.blocks]


ARTICLE = """---
title: "Brücke bleibt zu"
date: 2026-02-17T09:40:00+01:00
url: https://paper.example/bruecke
tags:
  - Verkehr
---

# Brücke bleibt *länger* zu

Die [Brücke](https://x.example "Titel") ist **gesperrt**, teilte
die Stadt mit. ![Bild](b.png)

## Was nun?

- Die Fähre fährt.
- Der Bus
  fährt auch.

> „Wir prüfen das“, sagte Vogt.

```python
print("kein Satz.")
```

<div>Werbung</div>

Der Befehl `make` heißt so\\*. Um 5 &lt; 6 geht es.
"""


def test_markdown_is_read_without_its_marks() -> None:
    assert blocks(markdown.read(ARTICLE, "a.md")) == [
        ("title", "Brücke bleibt länger zu"),
        ("paragraph", "Die Brücke ist gesperrt, teilte die Stadt mit."),
        ("heading", "Was nun?"),
        ("paragraph", "Die Fähre fährt."),
        ("paragraph", "Der Bus fährt auch."),
        ("paragraph", "„Wir prüfen das“, sagte Vogt."),
        ("paragraph", "Der Befehl make heißt so*. Um 5 < 6 geht es."),
    ]


def test_front_matter_names_title_date_and_address() -> None:
    reading = markdown.read(ARTICLE, "a.md")
    assert reading.title == "Brücke bleibt zu"
    assert reading.published == "2026-02-17T09:40:00+01:00"
    assert reading.url == "https://paper.example/bruecke"


@pytest.mark.parametrize("text", [ARTICLE.replace("\n", "\r\n"), "\ufeff" + ARTICLE])
def test_line_ends_and_a_byte_order_mark_change_nothing(text: str) -> None:
    assert markdown.read(text, "a.md") == markdown.read(ARTICLE, "a.md")


def test_a_title_of_the_front_matter_stands_above_a_text_without_one() -> None:
    reading = markdown.read("---\ntitle: Kurz\ndate: gestern\n---\nEin Satz.\n", "a.md")
    assert blocks(reading) == [("title", "Kurz"), ("paragraph", "Ein Satz.")]
    assert reading.published is None


def test_a_heading_below_text_is_no_title() -> None:
    reading = markdown.read("Ein Satz.\n\n# Kopf\n\nNoch einer.\n", "a.md")
    assert blocks(reading) == [("paragraph", "Ein Satz."), ("heading", "Kopf"), ("paragraph", "Noch einer.")]
    assert reading.title is None


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert markdown.read("---\n\nEin Satz.\n", "a.md").text == "Ein Satz."


@pytest.mark.parametrize("text", ["# Nur Kopf\n", "---\ntitle: T\n---\n", "![x](y.png)\n", "    code\n", "***\n"])
def test_marks_without_a_paragraph_are_no_text(text: str) -> None:
    with pytest.raises(ArticleError) as refused:
        markdown.read(text, "a.md")
    assert refused.value.problem is ArticleProblem.NO_TEXT


@given(st.text(alphabet="#*_-`>[]()!|\\ \n.aÄ1", max_size=200))
def test_any_marks_are_a_reading_or_an_article_error(text: str) -> None:
    with contextlib.suppress(ArticleError):
        assert all(piece == piece.strip() != "" for _, piece in blocks(markdown.read(text, "a.md")))
