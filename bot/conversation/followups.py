"""What a short message means after a question: "when?", "and North Korea?", "who says that?", "more".

Rule of this room: only messages that say too little on their own are follow-ups, and what one becomes is again a
question that could have been asked.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

WORD = re.compile(r"[\w'’-]+")
MOST_WORDS = 6
"""Words of a follow-up; a longer message is a question of its own."""


class Wish(Enum):
    """What a follow-up wants that is no question of its own."""

    MORE = "more"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Cues:
    """One language's closed lists; all in lower case, without punctuation."""

    more: frozenset[str]
    speaker: frozenset[str]
    asks: tuple[str, ...]
    """Question words, longer ones first; one of them alone asks it of the last question."""
    opens: re.Pattern[str]
    """What comes before the other party or thing that the last question is now to be about."""


CUES = {
    "en": Cues(
        more=frozenset({"more", "more please", "show more", "tell me more", "anything else", "what else", "go on"}),
        speaker=frozenset(
            {
                "who says that", "who says so", "who said that", "who said so", "who claims that",
                "says who", "according to whom", "source", "sources", "what is the source",
                "who is the source", "who says this",
            }
        ),
        asks=(
            "how many", "how much", "how long", "how often", "how far", "how old", "since when", "until when",
            "from where", "when", "where", "why", "how", "who", "whom", "what", "which",
        ),
        opens=re.compile(r"(?:and|what about|how about|but|and what about)\s+", re.IGNORECASE),
    ),
    "de": Cues(
        more=frozenset(
            {"mehr", "noch mehr", "mehr davon", "weiter", "weitere", "was noch", "was sonst", "und sonst"}
        ),
        speaker=frozenset(
            {
                "wer sagt das", "wer sagt so etwas", "wer behauptet das", "wer hat das gesagt", "laut wem",
                "quelle", "quellen", "woher stammt das", "von wem stammt das", "wer sagt es",
                "was ist die quelle", "wer ist die quelle",
            }
        ),
        asks=(
            "wie viele", "wie viel", "wie lange", "wie oft", "wie weit", "wie alt", "wie hoch", "seit wann",
            "bis wann", "wann", "wo", "wohin", "woher", "warum", "wieso", "weshalb", "wie", "wer", "wen",
            "wem", "was", "welche",
        ),
        opens=re.compile(r"(?:und was ist mit|was ist mit|wie sieht es mit|und|aber)\s+", re.IGNORECASE),
    ),
}  # fmt: skip


def resolve(text: str, last: str, language: str, same_kind: Callable[[str, str], bool]) -> str | Wish:
    """Return what a message wants: a wish, or a question; a message that stands on its own comes back as it is.

    `last` is the question before, in `language`; `same_kind` tells whether two names are of one kind of party.
    """
    bare = " ".join(WORD.findall(text)).lower()
    if not bare or len(bare.split()) > MOST_WORDS:
        return text
    for cues in (CUES[language], *(c for code, c in CUES.items() if code != language)):
        if bare in cues.more:
            return Wish.MORE
        if bare in cues.speaker:
            return Wish.SPEAKER
        alone = bare.removeprefix("and ").removeprefix("und ")
        if alone in cues.asks:
            return _asked_otherwise(last, " ".join(WORD.findall(text)[-len(alone.split()) :]), language)
        if opened := cues.opens.match(text.strip()):
            return _about(last, text.strip()[opened.end() :].strip(" ?!."), same_kind)
    return text


def _asked_otherwise(last: str, asked: str, language: str) -> str:
    """Return the last question with another question word in front."""
    for word in CUES[language].asks:
        found = re.match(rf"\s*{word}\b\s*", last, re.IGNORECASE)
        if found:
            return f"{asked} {last[found.end() :]}"
    return f"{asked} {last}"


def _about(last: str, other: str, same_kind: Callable[[str, str], bool]) -> str:
    """Return the last question about another party; where none of its kind is in it, with the other thing added."""
    words = list(WORD.finditer(last))
    for size in (3, 2, 1):
        for first, final in zip(words, words[size - 1 :], strict=False):
            if same_kind(last[first.start() : final.end()], other):
                return f"{last[: first.start()]}{other}{last[final.end() :]}"
    return f"{last.rstrip(' ?!.')} {other}?"
