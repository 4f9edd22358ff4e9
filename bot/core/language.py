"""A language, as a record of tables; each is a record of `language_data`.

Rule of this room: no rule of one language lives here. `bot.languages` fills the records and lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.padding import Padding

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.language_data.clause_words import ClauseWords
    from bot.core.language_data.confines import Confines
    from bot.core.language_data.contrasts import Contrasts
    from bot.core.language_data.mention_words import MentionWords
    from bot.core.language_data.modifiers import Modifiers
    from bot.core.language_data.morphology import Morphology
    from bot.core.language_data.orthography import Orthography
    from bot.core.language_data.quantities import Quantities
    from bot.core.language_data.questions import Questions
    from bot.core.language_data.reported_speech import ReportedSpeech
    from bot.core.language_data.speaker_questions import SpeakerQuestions
    from bot.core.language_data.turns import Turns
    from bot.core.language_data.valency import Valency
    from bot.core.lexical.analysis import Analyser
    from bot.core.lexical.lexicon import Lexicon


class Language(NamedTuple):
    """What the core knows of a language; what is a function is made on first use, because not every run needs it."""

    code: str
    orthography: Orthography
    morphology: Morphology
    speech: Callable[[], ReportedSpeech]
    analyser: Callable[[], Analyser]
    lexicon: Callable[[], Lexicon]
    valency: Valency
    questions: Questions
    modifiers: Modifiers
    turned: Callable[[], Turns]
    """What `turns` are; checking a statement needs them, asking never does, and they are hundreds of patterns."""
    clause_words: ClauseWords
    mention_words: MentionWords
    speaker_questions: SpeakerQuestions
    quantities: Quantities
    contrasts: Contrasts
    padding: Padding
    confines: Confines

    @property
    def turns(self) -> Turns:
        """Return what changes a whole clause."""
        return self.turned()
