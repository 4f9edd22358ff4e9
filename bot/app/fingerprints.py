"""What made a stored thing, as a short name: it changes when a line of the code or of the tables that made it does.

Rule of this module: a stage is the packages that it runs, so that a change elsewhere makes nothing anew.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
ANALYSIS = (
    "addresses.py",
    "core/attribution",
    "core/language_data/notes.py",
    "core/language_data/orthography.py",
    "core/language_data/reported_speech.py",
    "core/lexical/tokens.py",
    "core/segmentation",
    "core/syntax",
    "formats",
    "languages/*/function_words.py",
    "languages/*/notes.py",
    "languages/*/orthography.py",
    "languages/*/reported_speech",
    "languages/capitals.py",
    "languages/detection.py",
    "languages/given_names.py",
    "languages/hanta.py",
)
"""What makes an article of a document: its text, its language, its parts, and who says what."""
LEXICAL = (
    "core/language_data/morphology.py",
    "core/language_data/quantities.py",
    "core/lexical",
    "languages/*/fixed_phrases.py",
    "languages/*/function_words.py",
    "languages/*/irregular_forms.py",
    "languages/*/morphology.py",
    "languages/ding.py",
)
"""What makes the forms of words, and so the tables of the lexicon and of a large dictionary."""
ARCHIVE = (*LEXICAL, "core/retrieval/archive_terms.py")
"""What makes the terms of passages; which words are compounds is told by our lexicon, which has a name of its own."""


def files(stage: Iterable[str]) -> Iterator[Path]:
    """Yield the modules of a stage, in a fixed order."""
    for pattern in stage:
        for place in sorted(PACKAGE.glob(pattern)):
            yield from sorted(place.rglob("*.py")) if place.is_dir() else (place,)


@cache
def fingerprint(stage: tuple[str, ...]) -> str:
    """Return a name for the present code of a stage."""
    code = hashlib.sha256()
    for file in files(stage):
        code.update(file.read_bytes())
    return code.hexdigest()[:16]
