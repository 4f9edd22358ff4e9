"""Print how often each attribution rule is right: `python -m benchmarks.rules FOLDER [--language de]`.

FOLDER holds articles in the annotated format of corpus/README.md (of which those in a language count), or JSON files of
the data set of quotation attribution in German news (Petersen-Frey & Biemann 2024; CC BY-NC-SA, so it is no part of the
project). There a sentence counts as reported where an annotated quotation has two words in it; a speaker is right where
it is an annotated mention of the sentence (they overlap in a word of content) or shares a capitalised word with one. In
the annotated format a sentence is reported where
it has an attribution, and a speaker is right as `article-bot evaluate` counts.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from bot import fetch, formats
from bot.core.attribution import attribute
from bot.core.segmentation.sentences import lay_out
from bot.evaluation.annotated import corpus
from bot.evaluation.scoring import claims
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.de.reported_speech import german_speech
from bot.model import Attribution, ExtractedText, Mode, Span
from bot.service import analyse

_WORD = re.compile(r"\w[\w.’'-]*")
_MIN_WORDS = 2
_SMALL = frozenset(
    "der die das den dem des ein eine einen einem einer eines und von vom in im am an auf bei beim aus für zu zum zur "
    "mit nach laut sein seine seiner ihr ihre ihrer dieser diese dieses".split()
)
"""Words that two mentions may share by chance."""
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
    return {w.rstrip("s") for w in _WORD.findall(text) if w[0].isupper() and w.lower() not in _SMALL}


def _same(text: str, a: Attribution, mention: list[Span]) -> bool:
    """Tell whether a speaker is an annotated mention: the same words, or a name in common."""
    if a.speaker is None:
        return False
    said, place = a.speaker.span, Span(mention[0].start, mention[-1].end)
    there = {w.lower() for s in mention if s.overlaps(said) for w in _WORD.findall(s.cut(text))}
    content = {w.lower() for w in _WORD.findall(place.cut(text))}
    if there & ((content - _SMALL) or content):
        return True
    return bool(_names(f"{said.cut(text)} {a.speaker.name or ''}") & _names(place.cut(text)))


def judged(entry: Entry) -> Iterator[tuple[Attribution, bool, bool]]:
    """Yield each attribution in each sentence it claims: is the sentence reported, is the speaker right."""
    text, tokens = entry["originalText"], token_spans(entry)
    layout = lay_out(ExtractedText(text), GERMAN_ORTHOGRAPHY)
    found = attribute(text, layout.sentences, german_speech())
    for place in entry["sentences"]:
        span = Span(place["charBegin"], place["charEnd"])
        quotes = [([tokens[i] for i in q["quote"]["tokenIds"]], q["speaker"]["tokenIds"]) for q in entry["annotations"]]
        here = [ids for spans, ids in quotes if _words_in(text, spans, span) >= _MIN_WORDS]
        speakers = [[tokens[i] for i in sorted(ids)] for ids in here if ids]
        for a in found:
            if a.mode is Mode.HEARSAY or _words_in(text, list(a.content), span) < _MIN_WORDS:
                continue
            yield a, bool(here), any(_same(text, a, mention) for mention in speakers)


def judged_corpus(root: Path, language: str) -> Iterator[tuple[Attribution, bool, bool]]:
    """Yield the same for articles in the annotated format."""
    for annotated in (a for a in corpus(root) if a.language == language):
        article = analyse(formats.read(fetch.read(str(annotated.file))), annotated.name)
        for claim in claims(annotated, article):
            for a in claim.found:
                if a.mode is not Mode.HEARSAY:
                    said = [one for one in claim.expected.said if one.speaker]
                    right = a.speaker is not None and any(claim.is_mention(one, a.speaker) for one in said)
                    yield a, bool(claim.expected.said), right


def main() -> None:
    """Print the table, the most frequent rule first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en", help="of the articles in the annotated format")
    given = parser.parse_args()
    files = sorted(given.folder.glob("*.json"))
    rows = (row for file in files for row in judged(json.loads(file.read_text(encoding="utf-8"))))
    count: Counter[tuple[str, str]] = Counter()
    tiers: dict[str, str] = {}
    for a, reported, right in rows if files else judged_corpus(given.folder, given.language):
        tiers[a.rule] = a.confidence.value
        count[a.rule, "all"] += 1
        count[a.rule, "reported"] += reported
        count[a.rule, "named"] += reported and a.speaker is not None
        count[a.rule, "right"] += reported and right
        count[a.rule, "names"] += a.speaker is not None
    print("| Rule | Sentences | Reported % | Speaker right % | Name right % | Confidence |")
    print("| --- | --- | --- | --- | --- | --- |")
    for rule in sorted(tiers, key=lambda r: -count[r, "all"]):
        n, named = count[rule, "all"], count[rule, "named"]
        speaker = f"{100 * count[rule, 'right'] / named:.0f}" if named else "–"
        every = f"{100 * count[rule, 'right'] / count[rule, 'names']:.0f}" if count[rule, "names"] else "–"
        print(f"| {rule} | {n} | {100 * count[rule, 'reported'] / n:.0f} | {speaker} | {every} | {tiers[rule]} |")


if __name__ == "__main__":
    main()
