"""Print how often each German attribution rule is right: `python -m benchmarks.rules FOLDER`.

FOLDER holds JSON files of the data set of quotation attribution in German news (Petersen-Frey & Biemann 2024; CC
BY-NC-SA, so it is no part of the project). A sentence counts as reported where an annotated quotation has two
words in it; a speaker is right where it shares a capitalised word with an annotated one of the sentence.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from bot.core.attribution import attribute
from bot.core.segment import lay_out
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.de.speech import german_speech
from bot.model import Attribution, Mode, Reading, Span

_WORD = re.compile(r"\w[\w.’'-]*")
_MIN_WORDS = 2
_REACH = 40
"""Characters in which the next token of an annotated text stands."""


class Tokens(TypedDict):
    """Token numbers of an annotated role."""

    tokenIds: list[int]


class Quotation(TypedDict):
    """An annotated quotation."""

    quote: Tokens
    speaker: Tokens


class Place(TypedDict):
    """An annotated sentence."""

    charBegin: int
    charEnd: int
    tokens: list[str]


class Entry(TypedDict):
    """An annotated article."""

    originalText: str
    sentences: list[Place]
    annotations: list[Quotation]


def token_spans(entry: Entry) -> list[Span]:
    """Return where each token stands in the text."""
    spans: list[Span] = []
    at = 0
    for sentence in entry["sentences"]:
        at = max(at, sentence["charBegin"])
        for token in sentence["tokens"]:
            found = entry["originalText"].find(token, at)
            start = found if 0 <= found <= at + _REACH else at
            spans.append(Span(start, start + len(token)))
            at = spans[-1].end
    return spans


def _words_in(text: str, spans: list[Span], sentence: Span) -> int:
    cut = (Span(max(s.start, sentence.start), min(s.end, sentence.end)) for s in spans if s.overlaps(sentence))
    return sum(len(_WORD.findall(c.cut(text))) for c in cut)


def _names(text: str) -> set[str]:
    return {w.rstrip("s") for w in _WORD.findall(text) if w[0].isupper()} or set(_WORD.findall(text))


def judged(entry: Entry) -> Iterator[tuple[Attribution, bool, bool]]:
    """Yield each attribution in each sentence it claims: is the sentence reported, is the speaker right."""
    text, tokens = entry["originalText"], token_spans(entry)
    layout = lay_out(Reading(text), GERMAN_ORTHOGRAPHY)
    found = attribute(text, layout.blocks, layout.sentences, german_speech())
    for place in entry["sentences"]:
        span = Span(place["charBegin"], place["charEnd"])
        quotes = [([tokens[i] for i in q["quote"]["tokenIds"]], q["speaker"]["tokenIds"]) for q in entry["annotations"]]
        here = [ids for spans, ids in quotes if _words_in(text, spans, span) >= _MIN_WORDS]
        speakers = [_names(" ".join(tokens[i].cut(text) for i in ids)) for ids in here if ids]
        for a in found:
            if a.mode is Mode.HEARSAY or _words_in(text, list(a.content), span) < _MIN_WORDS:
                continue
            said = _names(f"{a.speaker.span.cut(text)} {a.speaker.name or ''}") if a.speaker else set()
            yield a, bool(here), any(said & names for names in speakers)


def main() -> None:
    """Print the table, the most frequent rule first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    count: Counter[tuple[str, str]] = Counter()
    tiers: dict[str, str] = {}
    for file in sorted(parser.parse_args().folder.glob("*.json")):
        for a, reported, right in judged(json.loads(file.read_text(encoding="utf-8"))):
            tiers[a.rule] = a.confidence.value
            count[a.rule, "all"] += 1
            count[a.rule, "reported"] += reported
            count[a.rule, "named"] += reported and a.speaker is not None
            count[a.rule, "right"] += reported and right
    print("| Rule | Sentences | Reported % | Speaker right % | Confidence |\n| --- | --- | --- | --- | --- |")
    for rule in sorted(tiers, key=lambda r: -count[r, "all"]):
        n, named = count[rule, "all"], count[rule, "named"]
        speaker = f"{100 * count[rule, 'right'] / named:.0f}" if named else "–"
        print(f"| {rule} | {n} | {100 * count[rule, 'reported'] / n:.0f} | {speaker} | {tiers[rule]} |")


if __name__ == "__main__":
    main()
