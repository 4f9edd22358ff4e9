"""No word of a language stands in the core: each is a field of a language's table."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import core, languages

FILES = sorted(Path(core.__file__ or "").parent.rglob("*.py"))
WORD = re.compile(r"(?<![\\\w-])[^\W\d_]{2,}(?![\w-])")
"""A word in a string or a pattern: no escape, no part of an identifier or of a rule's name."""
LETTERS = re.compile(r"[^\x00-\x7f\W\d_]")
NOTATION = {
    "valency.py": {"only"},
    "by_speaker.py": {"who"},
    "lexicon.py": {"whole"},
    "lexicon_compiler.py": {"whole"},
    "layout.py": {"ll"},
    "string_similarity.py": {"ß"},
    "apostrophes.py": {"ʼ"},
    "expansion.py": {"ʼ"},
    "wording.py": {"ʼ"},
}
"""What is no word of a sentence: notations of tables and of Unicode, names of groups, and single letters and marks."""


def function_words() -> frozenset[str]:
    """Return the closed classes of all languages, and what their records for clauses and mentions list."""
    found: set[str] = set()
    for language in languages.LANGUAGES.values():
        words, clause = language.morphology, language.clause_words
        found |= words.function_words | words.stop_words
        found |= clause.conjunctions | clause.relative_pronouns | clause.passive_auxiliaries
        found |= language.mention_words.determiners | language.valency.articles | language.valency.prepositions
    return frozenset(found)


def strings(node: ast.AST) -> Iterator[str]:
    """Yield the strings of a module but for docstrings, messages of exceptions, and values of enums."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assign(targets=[ast.Name(id="msg" | "__all__")]):
            return
        case ast.ClassDef(bases=[ast.Name(id="StrEnum" | "Enum"), *_]):
            parts: Iterator[ast.AST] = (part for part in node.body if not isinstance(part, ast.Assign))
        case ast.Constant(value=str(text)):
            yield text
            return
        case _:
            parts = ast.iter_child_nodes(node)
    for part in parts:
        yield from strings(part)


def words_of(path: Path, source: str, known: frozenset[str]) -> set[str]:
    """Return the words of a language, and letters that not all have, in a module's strings."""
    found: set[str] = set()
    for text in strings(ast.parse(source)):
        found |= {word for word in WORD.findall(text.lower()) if word in known} | set(LETTERS.findall(text))
    return found - NOTATION.get(path.name, set())


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_string_of_the_core_holds_a_word_of_a_language(path: Path) -> None:
    assert not words_of(path, path.read_text(encoding="utf-8"), function_words())


FOUND = ('X = {"und"}', 'X = f"of {1}"', r'X = re.compile(r"\s(?:the|its)")', 'X = "[a-zä]"')
PASSED = ('"""Not this."""', 'class A(StrEnum):\n    NOT = "not"', 'X = Rule("after-colon")', r'X = r"\s"')


@pytest.mark.parametrize("source", FOUND)
def test_such_a_word_is_found(source: str) -> None:
    assert words_of(Path("any.py"), source, function_words())


@pytest.mark.parametrize("source", PASSED)
def test_other_strings_are_none(source: str) -> None:
    assert not words_of(Path("any.py"), source, function_words())
