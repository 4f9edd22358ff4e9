"""Whole articles of the hard kinds, sentence by sentence: who says it, the paper itself, or an interviewer who asks.

A `.tsv` beside an article has one sentence a line: the speaker's last name as the article gives it, `-` where the paper
itself speaks, `?` for an interviewer's question or `~` for what nobody named claims, and a piece of the sentence.
`unseen` was annotated with `seen`, and looked at only when the rules were done.
"""

from pathlib import Path

import pytest

from bot.core.semantics.interviewer import interviewer_sentences
from bot.formats import read
from bot.model import Article, Document
from bot.service import analyse

FOLDER = Path(__file__).parent / "speakers"
TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}
ARTICLES = sorted(f for f in FOLDER.rglob("*") if f.suffix in TYPES)
FLOORS = {"seen": 100, "unseen": 90}


def article(file: Path) -> Article:
    return analyse(read(Document(file.read_bytes(), TYPES[file.suffix], str(file))), str(file))


def rows(file: Path) -> list[tuple[str, str]]:
    lines = file.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    return [(who, piece) for who, _, piece in (line.partition("\t") for line in lines)]


def wrong(file: Path) -> list[str]:
    found = article(file)
    asked = interviewer_sentences(found)
    misses = []
    for who, piece in rows(file):
        numbers = [n for n, s in enumerate(found.sentences) if piece in s.span.cut(found.text)]
        if not numbers:
            misses.append(f"{file.name}: no sentence has {piece}")
            continue
        number = numbers[0]
        said = found.attributions_in(found.sentences[number].span)
        names = [f"{a.speaker.name} {a.speaker.span.cut(found.text)}" for a in said if a.speaker]
        good = {"-": not said, "?": number in asked, "~": bool(said) and not names}.get(
            who, any(who in name for name in names)
        )
        misses += (
            [] if good else [f"{file.name}: {piece} is {names or ('somebody' if said else 'the paper')}, not {who}"]
        )
    return misses


@pytest.mark.parametrize("folder", ["seen", "unseen"])
def test_sentences_of_hard_articles_have_their_speakers(folder: str) -> None:
    files = [f for f in ARTICLES if f.parent.name == folder]
    misses = [m for file in files for m in wrong(file)]
    every = sum(len(rows(file)) for file in files)
    assert 100 * (every - len(misses)) >= FLOORS[folder] * every, "\n".join(misses)
