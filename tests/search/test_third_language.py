"""A third language in the lexicon changes no answer in the two others."""

import pytest

from bot import languages
from bot.core.language import Language
from bot.core.lexical.lexicon import Lexicon
from bot.core.lexical.lexicon_compiler import Entry, compile_table
from bot.core.retrieval.query import parse
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY
from bot.search.bm25 import Bm25Index
from tests.asking import article_of

TWO = (Entry({"en": ("ferry",), "de": ("Fähre",)}, "n", 1.0), Entry({"en": ("night",), "de": ("Nacht",)}, "n", 1.0))
THREE = (
    *TWO,
    Entry({"en": ("ferry",), "nl": ("veer", "pont")}, "n", 1.0),
    Entry({"de": ("Fähre",), "nl": ("veer",)}, "n", 1.0),
)
MORPHOLOGIES = {"de": GERMAN_MORPHOLOGY, "en": ENGLISH_MORPHOLOGY}
FERRY = article_of("The ferry is old. Ferries cross the river at night. Nobody likes the old ferry.", "en")


def speaking(entries: tuple[Entry, ...], *further: str) -> dict[str, Language]:
    lexicon = Lexicon(compile_table(entries, MORPHOLOGIES | dict.fromkeys(further, ENGLISH_MORPHOLOGY)))
    own = {code: languages.of(code)._replace(lexicon=lambda: lexicon) for code in MORPHOLOGIES}
    return own | {code: own["en"]._replace(code=code) for code in further}


@pytest.mark.parametrize("question", ["Wann fährt die Fähre in der Nacht?", "When does the ferry cross at night?"])
def test_hits_stay_the_same(question: str) -> None:
    two, three = speaking(TWO), speaking(THREE, "nl")
    asked = parse(question, "en", two)
    assert Bm25Index(three).search(FERRY, parse(question, "en", three)) == Bm25Index(two).search(FERRY, asked) != []
