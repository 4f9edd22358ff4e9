"""A word is found in the other language as surely as its translations that stand there are usual."""

from asking import article_of

from bot import languages
from bot.core.lexical.lexicon import Lexicon
from bot.core.lexical.lexicon_compiler import Entry, compile_table
from bot.core.retrieval.query import parse
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY
from bot.search.bm25 import Bm25Index

ENTRIES = (
    Entry({"en": ("deed",), "de": ("Tat",)}, "n", 0.95),
    Entry({"en": ("deed",), "de": ("Urkunde",)}, "n", 0.05),
)
LEXICON = Lexicon(compile_table(ENTRIES, {"de": GERMAN_MORPHOLOGY, "en": ENGLISH_MORPHOLOGY}))
LANGUAGES = languages.speaking(lambda: LEXICON)


def _sureness(text: str) -> float:
    """Return how surely the first sentence holds the word "deed"."""
    evidence = Bm25Index(LANGUAGES).evidence(article_of(text), parse("Where is the deed?", "de", LANGUAGES))
    [concept] = evidence.concepts
    return concept.saturation.get(0, 0.0)


def test_an_unusual_translation_hardly_counts() -> None:
    usual, unusual = _sureness("Die Tat war gestern."), _sureness("Die Urkunde war gestern.")
    assert usual > 0.9
    assert 0 < unusual < usual / 2
