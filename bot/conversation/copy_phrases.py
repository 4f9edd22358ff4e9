"""What the commands say that copy a database: how much it was.

Rule of this module: a line names what people know; tables are nobody's business.
"""

from collections.abc import Mapping
from typing import NamedTuple


class CopyPhrases(NamedTuple):
    """The words of one language."""

    copied: str


ENGLISH = CopyPhrases(
    copied="Copied to {place}: {articles} articles on {shelves} shelves, {inbox} messages, {turns} answers to go on "
    "from, {choices} choices, {people} people, {kept} notes of platforms.",
)

GERMAN = CopyPhrases(
    copied="Kopiert nach {place}: {articles} Artikel an {shelves} Stellen, {inbox} Nachrichten, {turns} Antworten zum "
    "Anknüpfen, {choices} Einstellungen, {people} Personen, {kept} Notizen der Plattformen.",
)


def copy_phrases(code: str) -> CopyPhrases:
    """Return the words of a language, English ones for one that has none."""
    return {"de": GERMAN}.get(code, ENGLISH)


def copied_line(place: str, counts: Mapping[str, int], code: str) -> str:
    """Return the line that says how much was copied."""
    return copy_phrases(code).copied.format(
        place=place,
        turns=counts["last_turns"] + counts["message_turns"],
        people=counts["guests"] + counts["invitations"],
        **{name: counts[name] for name in ("articles", "shelves", "inbox", "choices", "kept")},
    )
