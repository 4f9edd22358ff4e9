"""Whatever was done to a document, it is a reading or an article error, at once."""

import time

import pytest

from bot import formats
from bot.errors import ArticleError
from bot.model import Document
from bot.service import analyse
from tests.documents import mutated, originals

COUNT = 500
LONGEST = 5.0
"""Seconds."""


pytestmark = pytest.mark.slow


@pytest.mark.parametrize("document", originals(), ids=lambda document: document.media_type)
def test_each_document_is_read_where_nothing_was_done_to_it(document: Document) -> None:
    assert "Der Rat von Dunau" in formats.read(document).text or "Die Brücke ist zu." in formats.read(document).text


def test_a_damaged_document_is_a_reading_or_an_article_error() -> None:
    documents = originals()
    for seed in range(COUNT):
        started = time.thread_time()
        try:
            reading = formats.read(mutated(seed, documents))
            reading.text.encode()
            assert "\0" not in reading.text
            if seed % 10 == 0:
                analyse(reading, "mutated")
        except ArticleError:
            pass
        except Exception as error:
            raise AssertionError(f"seed {seed}") from error
        assert time.thread_time() - started < LONGEST, seed
