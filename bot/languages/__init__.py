"""The languages the bot knows, and which of them a text is in.

Rule of this room: a language is tables and small functions of its own words; a new one is a folder and a line here.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.core.language import Language
from bot.core.lexical.analysis import Analyser
from bot.core.lexical.lexicon import LONGEST_PHRASE, Lexicon
from bot.core.lexical.tokens import tokens
from bot.languages.de import speaker_questions as german_saying
from bot.languages.de.modifiers import GERMAN_TURNS
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.de.questions import GERMAN_QUESTIONS as GERMAN_PROOFS
from bot.languages.de.valency import GERMAN_VALENCY
from bot.languages.en import speaker_questions as english_saying
from bot.languages.en.modifiers import ENGLISH_TURNS
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.languages.en.questions import ENGLISH_QUESTIONS as ENGLISH_PROOFS
from bot.languages.en.valency import ENGLISH_VALENCY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.core.attribution import ReportedSpeech
    from bot.core.language_data.morphology import Morphology
    from bot.core.lexical.tokens import Token


def _german_speech() -> ReportedSpeech:
    from bot.languages.de.reported_speech import german_speech  # noqa: PLC0415 - asking never needs it

    return german_speech()


def _english_speech() -> ReportedSpeech:
    from bot.languages.en.reported_speech import english_speech  # noqa: PLC0415 - asking never needs it

    return english_speech()


def speaking(lexicon: Callable[[], Lexicon]) -> Mapping[str, Language]:
    """Return the languages with a lexicon, which is made when it is first needed."""
    lexicon = cache(lexicon)

    def analyser(code: str, morphology: Morphology) -> Callable[[], Analyser]:
        return cache(lambda: Analyser(morphology, lexicon().vocabulary(code)))

    german = analyser("de", GERMAN_MORPHOLOGY)
    english = analyser("en", ENGLISH_MORPHOLOGY)
    listed = (
        Language(
            "de",
            GERMAN_ORTHOGRAPHY,
            GERMAN_MORPHOLOGY,
            _german_speech,
            german,
            lexicon,
            GERMAN_VALENCY,
            GERMAN_PROOFS,
            GERMAN_TURNS,
            german_saying.SPEAKER_ASKED,
            german_saying.SPEECH_ACT_ASKED,
            german_saying.EMPTY_TOPICS,
            german_saying.SPEECH_ACT_SIGNS,
        ),
        Language(
            "en",
            ENGLISH_ORTHOGRAPHY,
            ENGLISH_MORPHOLOGY,
            _english_speech,
            english,
            lexicon,
            ENGLISH_VALENCY,
            ENGLISH_PROOFS,
            ENGLISH_TURNS,
            english_saying.SPEAKER_ASKED,
            english_saying.SPEECH_ACT_ASKED,
            english_saying.EMPTY_TOPICS,
            english_saying.SPEECH_ACT_SIGNS,
        ),
    )
    return MappingProxyType({language.code: language for language in listed})


def lexicon_digest() -> str:
    """Return a name for our own lexicon's content."""
    from bot.languages.lexicon import digest  # noqa: PLC0415 - beside the building

    return digest()


def own_table() -> bytes:
    """Return our own lexicon, compiled."""
    from bot.languages.lexicon import build  # noqa: PLC0415 - a table that was kept needs no building

    return build({"de": GERMAN_MORPHOLOGY, "en": ENGLISH_MORPHOLOGY})


LANGUAGES: Mapping[str, Language] = speaking(lambda: Lexicon(own_table()))


def of(code: str) -> Language:
    """Return a language by its code; raises `KeyError` for one that is not listed."""
    return LANGUAGES[code]
