"""Last names with small words in them in English texts: ‹von der Marsch›, ‹van Dijk›, ‹de la Cruz›.

Rule of this room: which small words can be part of a last name; the core finds where they are.
"""

from bot.core.attribution.name_particles import with_particles
from bot.core.syntax.tagged_text import TaggedText
from bot.languages.given_names import is_given

_OF_NAMES = frozenset({"von", "van", "der", "den", "de", "la", "di", "da", "du", "del", "della", "ten", "ter", "zu"})


def learn(page: TaggedText) -> TaggedText:
    """Return a page with such last names as names, where the article gives one in full."""
    return with_particles(page, _OF_NAMES, is_given)
