"""Someone an article mentions, as far as it was read.

Rule of this module: what a party is only grows while the article is read; who is meant is the coreference's to say.
"""

from dataclasses import dataclass, field

from bot.core.language_data.reported_speech import Gender, Profile
from bot.core.syntax.tagged_text import Range


@dataclass(slots=True, eq=False)
class Party:
    """Someone the article mentions, as far as it was read."""

    profile: Profile
    name: str | None
    role: str | None
    kinds: set[str]
    origins: set[str]
    gender: Gender | None
    seen: int = 0
    """The sentences in which it was seen last, was a subject last, and spoke last."""
    subject: int | None = None
    spoke: int | None = None
    first: Range = (0, 0)
    called: set[str] = field(default_factory=set)
    """The names by which it was mentioned."""
