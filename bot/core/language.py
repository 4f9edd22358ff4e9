"""A language, as a record of tables; each part is defined beside the code that reads it.

Rule of this room: no rule of one language lives here. `bot.languages` fills the records and lists them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from bot.core.attribution import ReportedSpeech
    from bot.core.language_data.modifiers import Modifiers
    from bot.core.language_data.morphology import Morphology
    from bot.core.language_data.orthography import Orthography
    from bot.core.language_data.questions import Questions
    from bot.core.language_data.valency import Valency
    from bot.core.lexical.analysis import Analyser
    from bot.core.lexical.lexicon import Lexicon
    from bot.model import CueClass


@dataclass(frozen=True, slots=True)
class Language:
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
    saying: tuple[re.Pattern[str], ...] = ()
    acting: tuple[tuple[CueClass, re.Pattern[str]], ...] = ()
    no_topic: frozenset[str] = frozenset()
    doing: Mapping[CueClass, re.Pattern[str]] = field(default_factory=dict)
    """What shows in a sentence that somebody does it; for what is done with claims of others."""
