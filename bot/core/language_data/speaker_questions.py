"""What shows that a question asks for what somebody says, or does with a claim.

Rule of this room: records and what builds their patterns; the patterns are a language's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.model import CueClass


class SpeakerQuestions(NamedTuple):
    """A language's patterns for a whole question, without its mark; the first that fits counts.

    `speaker` has the groups `who` and perhaps `topic`; `speech_acts` those of a topic, which is none where all its
    words are `empty_topics` (that, it, what). `claim_openers` open the claim in a question: "that ".
    `speech_act_signs` show in a sentence that somebody does it, for what is done with claims of others.
    """

    speaker: tuple[re.Pattern[str], ...]
    speech_acts: tuple[tuple[CueClass, re.Pattern[str]], ...]
    empty_topics: frozenset[str]
    claim_openers: tuple[str, ...]
    speech_act_signs: Mapping[CueClass, re.Pattern[str]]


def speech_act_table(
    verbs: Mapping[CueClass, str], frames: Iterable[str]
) -> tuple[tuple[CueClass, re.Pattern[str]], ...]:
    """Return the patterns of each class: `{verb}` in a frame stands for any of its forms, in which `_` is a space."""
    rows = tuple(frames)
    return tuple(
        (kind, pattern(frame.format(verb="|".join(forms.split()).replace("_", " ")), re.IGNORECASE))
        for kind, forms in verbs.items()
        for frame in rows
    )
