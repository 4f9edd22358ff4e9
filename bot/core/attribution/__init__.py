"""Who says so: the claims of an article, each with who makes it, how, and by which words.

Rule of this room: a sentence without an attribution is the paper's own, so when unsure nothing is said.
"""

from bot.core.attribution.attributions import attributions, chained
from bot.core.attribution.claim_extraction import claims_of, frames_of
from bot.core.language_data.reported_speech import (
    ContentPosition,
    MarkerStrength,
    Profile,
    Pronoun,
    ReportedSpeech,
    ReportingFrame,
    ReportingMarker,
)
from bot.core.syntax.tagged_text import tag_text
from bot.model import Attribution, Sentence

__all__ = [
    "ContentPosition",
    "MarkerStrength",
    "Profile",
    "Pronoun",
    "ReportedSpeech",
    "ReportingFrame",
    "ReportingMarker",
    "attribute",
]


def attribute(text: str, sentences: tuple[Sentence, ...], speech: ReportedSpeech) -> tuple[Attribution, ...]:
    """Return who says what in an article, ordered by the first span of what is said.

    `sentences` come in text order and hold no headings; every span that comes back lies in the text, content and cue in
    sentences. The same article gives the same result; the work grows with its length only.
    """
    page = tag_text(text, sentences, speech.tag, speech.abbreviations, speech.elisions)
    claims = claims_of(page, speech, frames_of(page, speech))
    return attributions(page, speech, chained(claims))
