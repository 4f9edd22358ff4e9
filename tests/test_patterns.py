"""Every pattern of the project takes time that grows with the text, never with its square or worse.

Each is given texts made from its own alphabet and from samples of what it matches, in the way in which the project uses
it; what takes longer than a hundred times what a pattern needs that looks at each sign once is named.
"""

from __future__ import annotations

import ast
import dataclasses
import gc
import importlib
import pkgutil
import random
import re
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import bot
from bot import languages
from bot.core.language_data.patterns import Pattern
from bot.core.segmentation.notes import MAX_CALL
from bot.core.segmentation.sentences import MAX_SENTENCE

from re import _constants as c  # type: ignore[attr-defined]  # isort: skip
from re import _parser  # type: ignore[attr-defined]  # isort: skip

LENGTH = 5_000
"""Characters of a text that is tried: a square is twelve million steps."""
LONGEST = 0.010
"""Seconds of CPU time; the slowest of those that grow with the text take 3 ms, a square 25 to 50."""
GIVEN_UP = 0.3
"""Seconds after which a text is not tried to its end."""
SEEDS = 6
TRIES = 4
WAYS = ("search", "match", "fullmatch", "sub", "finditer", "split", "findall")
BOUNDED = {
    "bot.core.segmentation.layout._DATELINE": 160,
    "bot.languages.de.notes.GERMAN_NOTES.call": MAX_CALL,
    "bot.languages.en.notes.ENGLISH_NOTES.call": MAX_CALL,
    "bot.languages.de.reported_speech.tagger._BOTH": MAX_SENTENCE,
    "bot.languages.en.reported_speech.frames_verbs.PERSON": MAX_SENTENCE,
}
"""Patterns that see a text of so many characters at most, because they are told where it ends, or are given a word
of a sentence."""
TREE_SIGNS: Mapping[object, str] = {
    c.CATEGORY_DIGIT: "7",
    c.CATEGORY_SPACE: " ",
    c.CATEGORY_WORD: "w",
    c.CATEGORY_NOT_SPACE: "w",
    c.CATEGORY_NOT_WORD: " ",
    c.CATEGORY_NOT_DIGIT: "w",
}


pytestmark = pytest.mark.slow


def _ways() -> dict[object, set[str]]:
    """Return how patterns are used: those of a module by what they are, those of a record by their field's name."""
    found: dict[object, set[str]] = defaultdict(set)
    root = Path(bot.__file__).parent
    for path in root.rglob("*.py"):
        name = ".".join(("bot", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__")
        held = {} if name.endswith("__main__") else vars(importlib.import_module(name))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(value=ast.Name(id=used), attr=way) if way in WAYS:
                    if isinstance(pattern := _compiled(held.get(used)), re.Pattern):
                        found[pattern.pattern, pattern.flags].add(way)
                case ast.Attribute(value=ast.Attribute(attr=used), attr=way) if way in WAYS:
                    found[used].add(way)
    return found


def _patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Return every pattern that a module or a language holds, by the name that leads to it."""
    held = [
        (f"{module.name}.{name}", value)
        for module in pkgutil.walk_packages(bot.__path__, "bot.")
        if not module.name.endswith("__main__")
        for name, value in vars(importlib.import_module(module.name)).items()
    ]
    for code, language in languages.LANGUAGES.items():
        held += [(code, language), (f"{code}.speech", language.speech())]
    found: dict[object, tuple[str, re.Pattern[str] | re.Pattern[bytes]]] = {}
    seen: set[int] = set()
    while held:
        name, value = held.pop(0)
        value = _compiled(value)
        if isinstance(value, re.Pattern):
            found.setdefault((value.pattern, value.flags), (name, value))
        elif id(value) not in seen:
            seen.add(id(value))
            held += _parts(name, value)
    return dict(found.values())


def _compiled(value: object) -> object:
    """Return a value; of a pattern that is not compiled yet, what it will be."""
    return value.compiled() if isinstance(value, Pattern) else value


def _parts(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Yield what a value holds, by the name that leads to it."""
    if isinstance(value, Mapping):
        yield from ((f"{name}[{key}]", one) for key, one in value.items())
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        yield from ((f"{name}.{field}", one) for field, one in zip(value._fields, value, strict=True))
    elif isinstance(value, list | tuple | frozenset | set):
        yield from ((name, one) for one in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from ((f"{name}.{field.name}", getattr(value, field.name, None)) for field in dataclasses.fields(value))


def _alphabet(tree: object) -> Iterator[str]:
    """Yield the signs that a pattern names."""
    for operator, value in tree:  # type: ignore[attr-defined]
        match operator:
            case c.LITERAL:
                yield chr(value)
            case c.IN:
                yield from _class(value)
            case c.MAX_REPEAT | c.MIN_REPEAT | c.POSSESSIVE_REPEAT:
                yield from _alphabet(value[2])
            case c.SUBPATTERN:
                yield from _alphabet(value[3])
            case c.ATOMIC_GROUP:
                yield from _alphabet(value)
            case c.BRANCH:
                for branch in value[1]:
                    yield from _alphabet(branch)


def _class(members: object) -> Iterator[str]:
    for operator, value in members:  # type: ignore[attr-defined]
        match operator:
            case c.LITERAL:
                yield chr(value)
            case c.RANGE:
                yield chr(value[0])
            case c.CATEGORY:
                yield TREE_SIGNS.get(value, "a")


def _sample(tree: object, chance: random.Random) -> str:
    """Return a text that a pattern matches, or nearly."""
    said = ""
    for operator, value in tree:  # type: ignore[attr-defined]
        match operator:
            case c.LITERAL:
                said += chr(value)
            case c.NOT_LITERAL | c.ANY:
                said += chance.choice("x ")
            case c.IN:
                said += chance.choice("x a") if value[0][0] is c.NEGATE else chance.choice(sorted(_class(value)) or "a")
            case c.MAX_REPEAT | c.MIN_REPEAT | c.POSSESSIVE_REPEAT:
                least, most, inner = value
                times = min(int(most), max(int(least), chance.randrange(3)))
                said += "".join(_sample(inner, chance) for _ in range(times))
            case c.SUBPATTERN:
                said += _sample(value[3], chance)
            case c.ATOMIC_GROUP:
                said += _sample(value, chance)
            case c.BRANCH:
                said += _sample(chance.choice(value[1]), chance)
    return said


def _texts(pattern: re.Pattern[str] | re.Pattern[bytes], length: int) -> Iterator[str]:
    chance = random.Random(1)  # noqa: S311 - the same texts every time
    tree = _parser.parse(pattern.pattern, pattern.flags)
    signs = sorted(set(_alphabet(tree))) or ["a"]
    units = {" ", "a", "1", "A ", "a ", ". ", "-", "\n", *signs[:12]}
    units |= {_sample(tree, chance) for _ in range(SEEDS)}
    units |= {"".join(chance.choices(signs, k=2)) for _ in range(SEEDS)}
    for unit in sorted(filter(None, units)):
        whole = unit * (length // len(unit))
        yield whole
        yield f"{_sample(tree, chance)}{whole}!\x01"


class _TooLongError(Exception):
    """A text was given up."""


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    def given_up(_number: int, _frame: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, given_up)
    yield
    signal.signal(signal.SIGVTALRM, before)


def _seconds(use: Callable[[], object]) -> float:
    """Return the CPU seconds a use takes, or `GIVEN_UP`; garbage of the tests before is not collected meanwhile."""
    gc.disable()
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN_UP)
    try:
        started = time.thread_time()
        use()
        return time.thread_time() - started
    except _TooLongError:
        return GIVEN_UP
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()


def _use(pattern: re.Pattern[str] | re.Pattern[bytes], way: str, text: str) -> Callable[[], object]:
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    method = getattr(pattern, way)
    match way:
        case "sub":
            return lambda: method(type(given)(), given)
        case "finditer":
            return lambda: list(method(given))
        case _:
            return lambda: method(given)


def slow(pattern: re.Pattern[str] | re.Pattern[bytes], ways: set[str], length: int = LENGTH) -> str | None:
    """Return a text for which a pattern takes too long, and how long; None where there is none."""
    for text in _texts(pattern, length):
        for way in sorted(ways):
            use = _use(pattern, way, text)
            taken = _seconds(use)
            for _ in range(TRIES):  # a busy machine makes it slower, never faster
                taken = min(taken, _seconds(use)) if taken > LONGEST else taken
            if taken > LONGEST:
                return f"{way} {taken:.3f} s: {text[:40]!r}"
    return None


def test_a_square_is_noticed() -> None:
    for source, way in ((r"(a|a)*b", "match"), (r"\w*x", "search"), (r"[ \t]*(.*?)[ \t]*$", "match")):
        assert slow(re.compile(source), {way}), source
    assert slow(re.compile(r"\s*+x"), {"match"}) is None


def test_the_patterns_of_modules_and_languages_are_found() -> None:
    names = _patterns()
    assert "bot.formats.markdown._FIELD" in names
    assert any(name.endswith("GERMAN_PADDING.parts") for name in names)
    assert len(names) > 250


def test_every_pattern_grows_with_the_text() -> None:
    ways = _ways()
    found = {}
    for name, pattern in _patterns().items():
        last = re.sub(r"\[.*", "", name).rpartition(".")[2]
        used = ways.get((pattern.pattern, pattern.flags)) or ways.get(last) or {"match", "fullmatch"}
        if told := slow(pattern, used, BOUNDED.get(name, LENGTH)):
            found[name] = told
    assert not found, "\n".join(f"{name}: {told}" for name, told in found.items())
