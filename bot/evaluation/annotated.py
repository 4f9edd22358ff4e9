"""Annotated articles: the format of corpus/README.md, read into values.

Rule of this room: it reads and finds places; what is right or wrong is said in `scoring`.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from bot.errors import AnnotationError, AnnotationProblem
from bot.model import Mode, Verdict

Table = dict[str, object]
_HEAD: Table = {"split": "seen", "dateline": None, "byline": None, "published": None}


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


NAME = "expected.toml"


def corpus(root: Path) -> tuple[Annotated, ...]:
    """Return the annotated articles under a folder, or that of a file `expected.toml`, in the order of their names.

    Raises `AnnotationError` where there is none, and for what the format does not have.
    """
    files = sorted(root.rglob(NAME)) if root.is_dir() else [root] if root.name == NAME and root.is_file() else []
    if not files:
        raise AnnotationError(AnnotationProblem.NONE, str(root))
    return tuple(load(file.parent) for file in files)


def load(folder: Path) -> Annotated:
    """Return the article of a folder; raises `AnnotationError` for what the format does not have."""
    file = next(iter(sorted(folder.glob("article.*"))), None)
    if file is None:
        raise AnnotationError(AnnotationProblem.ARTICLE, str(folder))
    try:
        return _annotated(folder, file)
    except (ValueError, TypeError, KeyError, AttributeError, OSError) as error:
        raise AnnotationError(AnnotationProblem.FORMAT, str(folder)) from error


def _annotated(folder: Path, file: Path) -> Annotated:
    about = _beside(folder, "expected.toml")
    questions, statements = (_beside(folder, name) for name in ("questions.toml", "statements.toml"))
    sentences = tuple(_expected(row) for row in _rows(about, "sentence"))
    return Annotated(
        name=f"{folder.parent.name}/{folder.name}",
        file=file,
        sentences=sentences,
        questions=tuple(_question(row) for row in _rows(questions, "question", alone=True)),
        statements=tuple(_statement(row) for row in _rows(statements, "statement", alone=True)),
        **_HEAD | about,  # type: ignore[arg-type] # the keys are the fields, another one raises
    )


def place_of(phrase: str, text: str, start: int, end: int) -> int:
    """Return where a mention stands as words of its own: first inside `start..end`, else last before it, else -1."""
    words = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
    if found := words.search(text, start, end):
        return found.start()
    before = [match.start() for match in words.finditer(text, 0, start)]
    return before[-1] if before else -1


def _beside(folder: Path, name: str) -> Table:
    file = folder / name
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _rows(table: Table, key: str, *, alone: bool = False) -> tuple[Table, ...]:
    rows = cast("list[Table]", table.pop(key, []))
    if alone and table:
        raise ValueError(", ".join(table))
    return tuple(rows)


def _expected(row: Table) -> Expected:
    said = tuple(_said(one) for one in cast("list[Table]", row.pop("attribution", [])))
    return Expected(said=said, **row)  # type: ignore[arg-type] # the keys are the fields, another one raises


def _said(row: Table) -> Said:
    cue = row.pop("cue", [])
    lists = {"cue": _texts([cue] if isinstance(cue, str) else cue)}
    lists |= {key: _texts(row.pop(key, [])) for key in ("via", "content")}
    found = Said(**row, **lists)  # type: ignore[arg-type] # as above
    Mode(found.mode)
    return found


def _question(row: Table) -> Question:
    lists = {key: _texts(row.pop(key, [])) for key in ("first", "answers", "never_first")}
    return Question(**row, **lists)  # type: ignore[arg-type] # as above


def _statement(row: Table) -> Statement:
    found = Statement(**row)  # type: ignore[arg-type] # as above
    Verdict(found.verdict)
    return found


def _texts(value: object) -> tuple[str, ...]:
    return tuple(cast("list[str]", value))
