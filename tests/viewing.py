"""Articles to look at, for the tests of pages and maps: those of the corpus, and made ones with many speakers."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bot import formats
from bot.model import Article, Document
from bot.service import analyse

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
KINDS = {".txt": "text/plain", ".html": "text/html", ".md": "text/markdown"}
FIRST = "Ann Ben Cora Dan Eva Finn Gail Hugo Ida Jon Kate Leo Mia Ned Ola Pia Quin Ray Sue Tom".split()
LAST = "Abbot Barker Carver Dyer Fletcher Glover Hooper Keeler Mercer Potter Sawyer Tanner".split()


def corpus() -> Sequence[Path]:
    """Return the articles of the corpus."""
    return sorted(p for p in CORPUS.glob("*/*/article.*") if p.suffix in KINDS and p.parts[-3] in {"de", "en"})


@cache
def article_at(path: Path) -> Article:
    return analyse(formats.read(Document(path.read_bytes(), KINDS[path.suffix], str(path))), str(path))


def named(name: str) -> Article:
    """Return an article of the corpus by the name of its folder."""
    return article_at(next(p for p in corpus() if p.parent.name == name))


def article_of(text: str, kind: str = "text/plain", origin: str = "story") -> Article:
    return analyse(formats.read(Document(text.encode("utf-8", "surrogatepass"), kind, origin)), origin)


@cache
def with_sources(count: int) -> Article:
    """Return an article in which so many people speak, the first ones more often."""
    lines = ["How the town talks about its bridge", "", "The bridge over the Ley is closed. It was built in 1961."]
    for n in range(count):
        name = f"{FIRST[n % len(FIRST)]} {LAST[(n * 5 + n // len(FIRST)) % len(LAST)]}"
        lines += ["", f"“The bridge number {n + 1} must open again before winter,” said {name}, a resident."]
        lines += [f"{name} warned that street {k + 3} would flood." for k in range(max(0, 4 - n))]
    return article_of("\n".join(lines))
