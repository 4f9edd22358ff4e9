"""Annotated articles: the format of corpus/README.md, read into values.

Rule of this module: it reads and finds places; what is right or wrong is said in `scoring`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

Table = dict[str, object]


@dataclass(frozen=True, slots=True)
class Said:
    """Who makes a claim of a sentence, as a reader sees it; `content` is empty where it is the whole sentence."""

    mode: str
    speaker: str | None = None
    name: str | None = None
    role: str | None = None
    cue: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    content: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """A sentence that can be an answer; `said` is empty where the paper itself speaks.

    `firm` marks a sentence whose attribution is right today and has to stay so.
    """

    text: str
    said: tuple[Said, ...] = ()
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what a good reply to it holds; the tuples hold pieces of sentences, one sentence each."""

    text: str
    language: str
    first: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    never_first: tuple[str, ...] = ()
    speaker: str | None = None
    refuse: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement to check, and what the article has of it: `gap` is a kind of difference, `speaker` who says so."""

    text: str
    language: str
    verdict: str
    gap: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article of a corpus with everything that is expected of it."""

    name: str
    file: Path
    title: str
    language: str
    split: str
    dateline: str | None
    byline: str | None
    published: str | None
    sentences: tuple[Expected, ...]
    questions: tuple[Question, ...]
    statements: tuple[Statement, ...] = ()


def corpus(root: Path = CORPUS) -> tuple[Annotated, ...]:
    """Return the annotated articles under a folder, in the order of their names."""
    return tuple(load(file.parent) for file in sorted(root.rglob("expected.toml")))


def load(folder: Path) -> Annotated:
    """Return the article of a folder; raises `ValueError` for a key that the format does not have."""
    [file] = folder.glob("article.*")
    about = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    questions, statements = (_beside(folder, name) for name in ("questions.toml", "statements.toml"))
    return Annotated(
        name=f"{folder.parent.name}/{folder.name}",
        file=file,
        title=about.pop("title"),
        language=about.pop("language"),
        split=about.pop("split", "seen"),
        dateline=about.pop("dateline", None),
        byline=about.pop("byline", None),
        published=about.pop("published", None),
        sentences=tuple(_expected(row) for row in _rows(about, "sentence", folder)),
        questions=tuple(_question(row) for row in _rows(questions, "question", folder)),
        statements=tuple(_statement(row) for row in _rows(statements, "statement", folder)),
    )


def place_of(needle: str, text: str, start: int, end: int) -> int:
    """Return where a mention stands as words of its own: first inside `start..end`, else last before it, else -1."""
    words = re.compile(rf"(?<!\w){re.escape(needle)}(?!\w)")
    if found := words.search(text, start, end):
        return found.start()
    before = [match.start() for match in words.finditer(text, 0, start)]
    return before[-1] if before else -1


def _beside(folder: Path, name: str) -> Table:
    file = folder / name
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _rows(table: Table, key: str, folder: Path) -> Iterator[Table]:
    rows = cast("list[Table]", table.pop(key, []))
    if table:
        raise ValueError(f"{folder}: {', '.join(table)}")
    yield from rows


def _expected(row: Table) -> Expected:
    said = tuple(_said(one) for one in cast("list[Table]", row.pop("attribution", [])))
    return Expected(said=said, **row)  # type: ignore[arg-type] # the keys are the fields, another one raises


def _said(row: Table) -> Said:
    cue = row.pop("cue", [])
    lists = {"cue": _texts([cue] if isinstance(cue, str) else cue)}
    lists |= {key: _texts(row.pop(key, [])) for key in ("via", "content")}
    return Said(**row, **lists)  # type: ignore[arg-type] # as above


def _question(row: Table) -> Question:
    lists = {key: _texts(row.pop(key, [])) for key in ("first", "answers", "never_first")}
    return Question(**row, **lists)  # type: ignore[arg-type] # as above


def _statement(row: Table) -> Statement:
    return Statement(**row)  # type: ignore[arg-type] # as above


def _texts(value: object) -> tuple[str, ...]:
    return tuple(cast("list[str]", value))
