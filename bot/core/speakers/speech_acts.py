"""Who confirms, denies, estimates, warns: the answer to questions about what speakers do with a claim.

Rule of this room: what a speaker does is what the article's attributions say of the cue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Confidence, CueClass, Hit

if TYPE_CHECKING:
    import re

    from bot.core.language_data.speaker_questions import SpeakerQuestions
    from bot.model import Article

_DISPUTED = frozenset({CueClass.DENIES, CueClass.CONFIRMS})
"""What is done with a claim that somebody else makes."""


def speech_act_asked(question: str, asked: SpeakerQuestions) -> tuple[CueClass, str] | None:
    """Return what a question wants to know who does, and about what ("" for anything); None for another question."""
    text = " ".join(question.replace(", ", " ").split()).rstrip(" ?!.")
    for kind, pattern in asked.speech_acts:
        if found := pattern.fullmatch(text):
            topic = " ".join(filter(None, found.groupdict().values())).strip()
            return kind, "" if all(word.lower() in asked.empty_topics for word in topic.split()) else topic
    return None


def done_by(article: Article, kind: CueClass) -> tuple[Hit, ...]:
    """Return the sentences in which somebody does that, in text order."""
    spans = [c for a in article.attributions if _is_act(a.cue_class, a.confidence, kind) for c in a.content]
    found = (n for n, s in enumerate(article.sentences) if any(c.overlaps(s.span) for c in spans))
    return tuple(Hit(n, 1.0, coverage=1.0) for n in found)


def is_about_claim(kind: CueClass, topic: str, asked: SpeakerQuestions) -> bool:
    """Tell whether an answer must show that it is done: "who denies that …?" does not ask for the claim."""
    return kind in _DISPUTED and topic.lower().startswith(asked.claim_openers)


def shown_in(article: Article, sign: re.Pattern[str]) -> tuple[Hit, ...]:
    """Return the sentences in which a sign shows that somebody does it, in text order."""
    shown = (n for n, s in enumerate(article.sentences) if sign.search(s.span.cut(article.text)))
    return tuple(Hit(n, 1.0, coverage=1.0) for n in shown)


def _is_act(cue: CueClass, confidence: Confidence, kind: CueClass) -> bool:
    return cue is kind and confidence is not Confidence.LOW
