"""How much of an article a page gives, and how much that is not the article's, against what a folder expects.

    python -m benchmarks.pages FOLDER [--of WORD] [--show leads|foreign|lost|strings]

FOLDER holds pages (.html, .html.gz) and either, beside them, JSON files as those of fundus (for the pages
`Paper_2024_05_01.html.gz` … a `Paper.json` with one extraction for each, in the order of their dates), or one
`evaldata.json` as that of trafilatura (strings that must stand in the text of a page, and strings that must not).
Nothing is fetched, nothing is written. A paragraph is lost, and a sentence foreign, where less than half of its runs of
four words stand on the other side.
"""

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot import formats, languages
from bot.core.segmentation.sentences import lay_out
from bot.errors import ArticleError
from bot.languages import detection
from bot.model import BlockKind, Document, ExtractedText

RUN = 4
"""Words of a run; shorter ones stand in every text."""

PAGES = ("*.html", "*.html.gz", "*.htm")


@dataclass(frozen=True, slots=True)
class Given:
    """What a page gave: its title, its text without notes, its sentences, and what language it is in."""

    title: str
    text: str
    sentences: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What a page should have given."""

    name: str
    title: str
    leads: tuple[str, ...]
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What one page gave beside what it should have given."""

    name: str
    language: str
    precision: float
    recall: float
    is_titled: bool
    leads: int
    lost_leads: tuple[str, ...]
    paragraphs: int
    lost: tuple[str, ...]
    sentences: int
    foreign: tuple[str, ...]


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return re.findall(r"\w+", text.lower().replace("\xad", ""))


def runs(text: str) -> list[tuple[str, ...]]:
    """Return the runs of words of a text; the whole text where it is shorter than one."""
    found = words(text)
    return [tuple(found[i : i + RUN]) for i in range(max(1, len(found) - RUN + 1))] if found else []


def within(texts: Sequence[str]) -> set[tuple[str, ...]]:
    """Return all runs of some texts, of one word up to the longest."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        each = words(text)
        for size in range(1, RUN + 1):
            found.update(tuple(each[i : i + size]) for i in range(len(each) - size + 1))
    return found


def absent(texts: Sequence[str], there: set[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the texts of whose runs less than half are there."""
    return tuple(text for text in texts if (each := runs(text)) and 2 * sum(run in there for run in each) < len(each))


def shared(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of the words of some texts that stand in others, each as often as there."""
    mine = Counter(word for text in one for word in words(text))
    theirs = Counter(word for text in other for word in words(text))
    return (mine & theirs).total() / max(1, mine.total())


def read(page: Path) -> Given | None:
    """Return what the bot reads from a page, None where it refuses it."""
    content = gzip.decompress(page.read_bytes()) if page.suffix == ".gz" else page.read_bytes()
    try:
        reading = formats.read(Document(content, "text/html", page.name))
    except ArticleError:
        return None
    language = detection.detect(reading.text)
    return _given(reading, language) if language else None


def _given(reading: ExtractedText, language: str) -> Given:
    found = lay_out(reading, languages.of(language).orthography)
    cut = tuple(sentence.span.cut(reading.text) for sentence in found.sentences)
    blocks = (block.span.cut(reading.text) for block in found.blocks if block.kind is not BlockKind.NOTE)
    return Given(reading.title or "", "\n\n".join(blocks), cut, language)


def compare(given: Given, expected: Expected) -> Compared:
    """Return what a page gave beside what it should have given."""
    whole = (expected.title, *expected.leads, *expected.headings, *expected.paragraphs)
    there = within([given.title, *given.sentences])
    return Compared(
        expected.name,
        given.language,
        shared(given.sentences, whole),
        shared(expected.paragraphs, given.sentences),
        words(given.title) == words(expected.title),
        len(expected.leads),
        absent(expected.leads, there),
        len(expected.paragraphs),
        absent(expected.paragraphs, there),
        len(given.sentences),
        absent(given.sentences, within(whole)),
    )


def extractions(folder: Path) -> Iterator[tuple[Path, Expected]]:
    """Yield the pages with what they should give, by JSON files beside them."""
    for file in sorted(folder.rglob("*.json")):
        pages = sorted(file.parent.glob(f"{file.stem}_*.html.gz")) or sorted(file.parent.glob(f"{file.stem}*.html"))
        versions = json.loads(file.read_text(encoding="utf-8"))
        if not pages or not isinstance(versions, dict):
            continue
        for page, name in zip(pages, sorted(versions, key=_order), strict=False):
            yield page, _expected(page.name, versions[name])


def _order(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def _expected(name: str, extraction: dict[str, object]) -> Expected:
    body = extraction.get("body")
    body = body if isinstance(body, dict) else {}
    sections = body.get("sections", [])
    return Expected(
        name,
        str(extraction.get("title") or ""),
        tuple(body.get("summary", [])),
        tuple(line for section in sections for line in section["headline"]),
        tuple(line for section in sections for line in section["paragraphs"]),
    )


def report(compared: Sequence[Compared], shown: str | None) -> None:
    """Print the figures by language."""
    print("| language | pages | precision | recall | titles | leads lost | paragraphs lost | foreign sentences |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for language in sorted({each.language for each in compared}):
        row = [each for each in compared if each.language == language]
        print(
            f"| {language} | {len(row)} | {statistics.mean(each.precision for each in row):.3f} "
            f"| {statistics.mean(each.recall for each in row):.3f} | {sum(each.is_titled for each in row)} "
            f"| {sum(len(each.lost_leads) for each in row)} of {sum(each.leads for each in row)} "
            f"| {sum(len(each.lost) for each in row)} of {sum(each.paragraphs for each in row)} "
            f"| {sum(len(each.foreign) for each in row)} of {sum(each.sentences for each in row)} |"
        )
    for each in compared if shown else ():
        for text in {"leads": each.lost_leads, "lost": each.lost, "foreign": each.foreign}.get(shown or "", ()):
            print(f"{each.name}: {text}")


def measure_strings(folder: Path, of: str, shown: str | None) -> None:
    """Print how many of the strings that must stand in a text do, and how many of those that must not."""
    rows = json.loads((folder / "evaldata.json").read_text(encoding="utf-8")).values()
    pages = {page.name: page for kind in PAGES for page in folder.rglob(kind)}
    counts: Counter[tuple[str, str, bool]] = Counter()
    for row in rows:
        given = read(pages[row["file"]]) if row["file"] in pages and of in row["file"] else None
        for side in ("with", "without") if given else ():
            for text in row[side]:
                there = given is not None and text in given.text
                counts[given.language if given else "", side, there] += 1
                if shown and there is (side == "without"):
                    print(f"{row['file']}: {side}: {text}")
    for language in sorted({key[0] for key in counts}):
        there, gone = counts[language, "with", True], counts[language, "with", False]
        wrong, right = counts[language, "without", True], counts[language, "without", False]
        print(f"{language}: {there} of {there + gone} wanted, {wrong} of {wrong + right} unwanted")


def main() -> None:
    """Print the figures of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--of", default="", help="only pages whose name holds this")
    parser.add_argument("--show", choices=["leads", "foreign", "lost", "strings"])
    given = parser.parse_args()
    start = time.perf_counter()
    if (given.folder / "evaldata.json").exists():
        measure_strings(given.folder, given.of, given.show)
    else:
        pages = [(page, expected) for page, expected in extractions(given.folder) if given.of in page.name]
        read_pages = [(read(page), expected) for page, expected in pages]
        report([compare(found, expected) for found, expected in read_pages if found], given.show)
        print(f"{sum(found is None for found, _ in read_pages)} of {len(pages)} pages refused")
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
