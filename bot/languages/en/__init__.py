"""English: every table of the language, by the name of the record that it fills.

Rule of this room: tables and small functions of the language's own words; what they are for stands with the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language import Language
from bot.languages.en.clause_words import ENGLISH_CLAUSE_WORDS
from bot.languages.en.confines import ENGLISH_CONFINES
from bot.languages.en.contrasts import CONTRASTS
from bot.languages.en.mention_words import ENGLISH_MENTION_WORDS
from bot.languages.en.modifiers import ENGLISH_MODIFIERS
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.languages.en.padding import ENGLISH_PADDING
from bot.languages.en.quantities import QUANTITIES
from bot.languages.en.questions import ENGLISH_QUESTIONS
from bot.languages.en.speaker_questions import ENGLISH_SPEAKER_QUESTIONS
from bot.languages.en.valency import ENGLISH_VALENCY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.language_data.reported_speech import ReportedSpeech
    from bot.core.language_data.turns import Turns
    from bot.core.lexical.analysis import Analyser
    from bot.core.lexical.lexicon import Lexicon

CODE = "en"
MORPHOLOGY = ENGLISH_MORPHOLOGY


def _reported_speech() -> ReportedSpeech:
    from bot.languages.en.reported_speech import english_speech  # noqa: PLC0415 - asking never needs it

    return english_speech()


def _turns() -> Turns:
    from bot.languages.en.turns import ENGLISH_TURNS  # noqa: PLC0415 - asking never needs it

    return ENGLISH_TURNS


def language(analyser: Callable[[], Analyser], lexicon: Callable[[], Lexicon]) -> Language:
    """Return the language with an analyser and a lexicon, which are made when they are first needed."""
    return Language(
        code=CODE,
        orthography=ENGLISH_ORTHOGRAPHY,
        morphology=MORPHOLOGY,
        speech=_reported_speech,
        analyser=analyser,
        lexicon=lexicon,
        valency=ENGLISH_VALENCY,
        questions=ENGLISH_QUESTIONS,
        modifiers=ENGLISH_MODIFIERS,
        turned=_turns,
        clause_words=ENGLISH_CLAUSE_WORDS,
        mention_words=ENGLISH_MENTION_WORDS,
        speaker_questions=ENGLISH_SPEAKER_QUESTIONS,
        quantities=QUANTITIES,
        contrasts=CONTRASTS,
        padding=ENGLISH_PADDING,
        confines=ENGLISH_CONFINES,
    )
