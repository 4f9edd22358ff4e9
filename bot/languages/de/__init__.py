"""German: every table of the language, by the name of the record that it fills.

Rule of this room: tables and small functions of the language's own words; what they are for stands with the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language import Language
from bot.languages.de.clause_words import GERMAN_CLAUSE_WORDS
from bot.languages.de.confines import GERMAN_CONFINES
from bot.languages.de.contrasts import CONTRASTS
from bot.languages.de.mention_words import GERMAN_MENTION_WORDS
from bot.languages.de.modifiers import GERMAN_MODIFIERS
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.de.padding import GERMAN_PADDING
from bot.languages.de.quantities import QUANTITIES
from bot.languages.de.questions import GERMAN_QUESTIONS
from bot.languages.de.speaker_questions import GERMAN_SPEAKER_QUESTIONS
from bot.languages.de.valency import GERMAN_VALENCY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.language_data.reported_speech import ReportedSpeech
    from bot.core.language_data.turns import Turns
    from bot.core.lexical.analysis import Analyser
    from bot.core.lexical.lexicon import Lexicon

CODE = "de"
MORPHOLOGY = GERMAN_MORPHOLOGY


def _reported_speech() -> ReportedSpeech:
    from bot.languages.de.reported_speech import german_speech  # noqa: PLC0415 - asking never needs it

    return german_speech()


def _turns() -> Turns:
    from bot.languages.de.turns import GERMAN_TURNS  # noqa: PLC0415 - asking never needs it

    return GERMAN_TURNS


def language(analyser: Callable[[], Analyser], lexicon: Callable[[], Lexicon]) -> Language:
    """Return the language with an analyser and a lexicon, which are made when they are first needed."""
    return Language(
        code=CODE,
        orthography=GERMAN_ORTHOGRAPHY,
        morphology=MORPHOLOGY,
        speech=_reported_speech,
        analyser=analyser,
        lexicon=lexicon,
        valency=GERMAN_VALENCY,
        questions=GERMAN_QUESTIONS,
        modifiers=GERMAN_MODIFIERS,
        turned=_turns,
        clause_words=GERMAN_CLAUSE_WORDS,
        mention_words=GERMAN_MENTION_WORDS,
        speaker_questions=GERMAN_SPEAKER_QUESTIONS,
        quantities=QUANTITIES,
        contrasts=CONTRASTS,
        padding=GERMAN_PADDING,
        confines=GERMAN_CONFINES,
    )
