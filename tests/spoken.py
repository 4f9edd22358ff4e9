"""What the attribution tests read: a text's claims as plain words."""

from dataclasses import dataclass

from bot.core.attribution import ReportedSpeech, attribute
from bot.core.language_data.orthography import Orthography
from bot.core.segmentation.sentences import sentences
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.de.reported_speech import german_speech
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.languages.en.reported_speech import english_speech
from bot.model import Attribution, Mention, Sentence, Span


@dataclass(frozen=True, slots=True)
class Spoken:
    """An attribution in words instead of spans."""

    mode: str
    speaker: str | None
    name: str | None
    role: str | None
    content: tuple[str, ...]
    cue: str
    via: tuple[str, ...]
    rule: str
    cue_class: str
    medium: str | None
    date: str | None
    confidence: str


def paragraphs(text: str, orthography: Orthography) -> tuple[Sentence, ...]:
    """Return the sentences of a text whose lines are its paragraphs."""
    found: list[Sentence] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        span = Span(start, start + len(line))
        found.extend(Sentence(s, number) for s in sentences(text, span, orthography))
        start += len(line) + 1
    return tuple(found)


def german(text: str) -> tuple[Spoken, ...]:
    """Return the claims of a German text."""
    return _spoken(text, german_speech(), GERMAN_ORTHOGRAPHY)


def english(text: str) -> tuple[Spoken, ...]:
    """Return the claims of an English text."""
    return _spoken(text, english_speech(), ENGLISH_ORTHOGRAPHY)


def _spoken(text: str, speech: ReportedSpeech, orthography: Orthography) -> tuple[Spoken, ...]:
    return tuple(_words(text, a) for a in attribute(text, paragraphs(text, orthography), speech))


def _words(text: str, a: Attribution) -> Spoken:
    speaker = a.speaker or Mention(Span(0, 0))
    return Spoken(
        mode=a.mode.value,
        speaker=speaker.span.cut(text) or None,
        name=speaker.name,
        role=speaker.role,
        content=tuple(c.cut(text) for c in a.content),
        cue=" ".join(c.cut(text) for c in a.cue),
        via=tuple(m.name or m.span.cut(text) for m in a.via),
        rule=a.rule,
        cue_class=a.cue_class.value,
        medium=a.medium.cut(text) if a.medium else None,
        date=a.date.cut(text) if a.date else None,
        confidence=a.confidence.value,
    )
