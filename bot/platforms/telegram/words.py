"""What the Telegram platform says of its own.

Rule of this module: words only; what is about the article is said by the conversation.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The platform's own phrases in one language."""

    expired: str
    ask_here: str


WORDS = {
    "de": Words(
        expired="Dieser Knopf gilt nicht mehr. Bitte fragen Sie noch einmal.",
        ask_here="Im Chat mit mir fragen",
    ),
    "en": Words(
        expired="This button is no longer valid. Please ask again.",
        ask_here="Ask in a chat with me",
    ),
}


def words_in(language: str | None) -> Words:
    """Return the platform's phrases in a language, in English where it has none."""
    return WORDS.get((language or "")[:2].lower(), WORDS["en"])
