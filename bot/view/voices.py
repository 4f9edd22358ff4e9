"""The voices of an article: each source with its claims, and what each claim is said to be.

Rule of this module: sources and their numbers are those of `/sources`; what only a guess names somebody for is one
voice of its own, the unclear one, and comes last.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.conversation.citations import labelled
from bot.conversation.phrases import Phrases
from bot.conversation.speakers import every
from bot.model import Article, Attribution, Confidence, CueClass, Mode
from bot.view.palette import COLOURS

SHORTEST_NAME = 3
"""Letters of a name by which others are found to speak of somebody."""
WORD = re.compile(r"\w+(?:[-’']\w+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: `claims` are places in the article's attributions, in text order.

    `colour` is a place in the palette, None for those that share the neutral one, as all without a name do; `acts` and
    `modes` are counted, the most frequent first; `about` counts the voices, by their numbers, of whom the claims speak.
    """

    number: int
    name: str
    label: str
    colour: int | None
    claims: tuple[int, ...]
    acts: tuple[tuple[CueClass, int], ...]
    modes: tuple[tuple[Mode, int], ...]
    about: tuple[tuple[int, int], ...] = ()
    is_unclear: bool = False

    @property
    def role(self) -> str:
        """Return what is known of somebody beside the name."""
        return self.label.removeprefix(self.name).lstrip(", ") if self.label.startswith(self.name) else ""


def voices(article: Article, phrases: Phrases) -> tuple[Voice, ...]:
    """Return the voices of an article, the most quoted first; the first few with a name have a colour each."""
    places = {id(a): number for number, a in enumerate(article.attributions)}
    colours = iter(range(len(COLOURS)))
    found = []
    for number, source in enumerate(every(article, phrases), 1):
        named = any(a.speaker for a in source.claims)
        colour = next(colours, None) if named else None
        claims = tuple(places[id(a)] for a in source.claims)
        label = source.label if named else _sentence_case(source.label)
        name = _name(article, source.claims[0], label, phrases)
        found.append(Voice(number, name, label, colour, claims, *_counted(article, claims)))
    unsure = tuple(n for n, a in enumerate(article.attributions) if a.confidence is Confidence.LOW)
    if unsure:
        label = _sentence_case(phrases.unclear_share)
        acts, modes = _counted(article, unsure)
        found.append(Voice(len(found) + 1, label, label, None, unsure, acts, modes, is_unclear=True))
    return tuple(_with_about(article, found))


def _name(article: Article, attribution: Attribution, label: str, phrases: Phrases) -> str:
    """Return what a label begins with: the name without the role."""
    name, _ = labelled(article, attribution, phrases)
    return name if label.startswith(name) else label


def _sentence_case(text: str) -> str:
    """Return words of ours as they stand in a list of names."""
    return text[:1].upper() + text[1:]


def _counted(
    article: Article, claims: Sequence[int]
) -> tuple[tuple[tuple[CueClass, int], ...], tuple[tuple[Mode, int], ...]]:
    """Return how often which act and which mode is among the claims, the most frequent first."""
    said = [article.attributions[n] for n in claims]
    acts, modes = Counter(a.cue_class for a in said), Counter(a.mode for a in said)
    return tuple(acts.most_common()), tuple(modes.most_common())


def _with_about(article: Article, found: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the voices with whom their claims speak of."""
    called = {key: voice.number for voice in reversed(found) if (key := _key(article, voice))}
    for voice in found:
        spoken = Counter(
            number
            for n in voice.claims
            for number in {called[w] for w in _words(article, article.attributions[n]) if w in called}
            if number != voice.number
        )
        yield Voice(
            voice.number, voice.name, voice.label, voice.colour, voice.claims, voice.acts, voice.modes,
            tuple(spoken.most_common()), voice.is_unclear,
        )  # fmt: skip


def _key(article: Article, voice: Voice) -> str:
    """Return the word by which others speak of a voice: the last one of a name that is written as one."""
    speaker = article.attributions[voice.claims[0]].speaker
    if speaker is None or speaker.name is None or voice.is_unclear:
        return ""
    words = WORD.findall(speaker.name)
    return words[-1] if words and len(words[-1]) >= SHORTEST_NAME and words[-1][0].isupper() else ""


def _words(article: Article, attribution: Attribution) -> Iterator[str]:
    """Yield the words of a claim, those of a genitive without its ending too."""
    for span in attribution.content:
        for word in WORD.findall(span.cut(article.text)):
            yield word
            yield re.sub(r"[’']s?$", "", word)


def owners(found: Sequence[Voice]) -> Mapping[int, Voice]:
    """Return whose each claim is."""
    return {claim: voice for voice in found for claim in voice.claims}
