"""German last names with small words in them: ‹von der Marsch›, ‹zu Hagen›.

Rule of this room: which small words can be part of a last name; the core finds where they are.
"""

from bot.core.attribution.name_particles import with_particles
from bot.core.syntax.tagged_text import TaggedText
from bot.languages.given_names import is_given

_OF_NAMES = frozenset(
    {"von", "vom", "van", "zu", "zum", "zur", "de", "der", "den", "di", "da", "la", "du", "ten", "ter"}
)


def learn(page: TaggedText) -> TaggedText:
    """Return a page with such last names as names, where the article gives one in full."""
    return with_particles(page, _OF_NAMES, is_given)
