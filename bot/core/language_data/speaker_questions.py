"""."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import CueClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def speech_act_table(
    verbs: Mapping[CueClass, str], frames: Iterable[str]
) -> tuple[tuple[CueClass, re.Pattern[str]], ...]:
    """Return the patterns of each class: `{verb}` in a frame stands for any of its forms, in which `_` is a space."""
    rows = tuple(frames)
    return tuple(
        (kind, re.compile(frame.format(verb="|".join(forms.split()).replace("_", " ")), re.IGNORECASE))
        for kind, forms in verbs.items()
        for frame in rows
    )
