"""Break each rule of attribution once: a sentence test has to fail, or the rule is not tested.

A mutant is a language without one of its rules: a function that finds nothing, or all frames of one name left out; and
the core without one of its rules for sentences and quotations that no frame names. The tests of the sentences run in
this process, until the first fails. A new rule without a sentence of its own fails here.
"""

import ast
import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from bot.core.attribution import continued_speech, quotations
from bot.core.language_data.reported_speech import FrameRule, ReportedSpeech, ReportingFrame
from bot.core.syntax.tagged_text import Range, TaggedText
from bot.languages.de import reported_speech as de
from bot.languages.de.reported_speech import german_speech
from bot.languages.en import reported_speech as en
from bot.languages.en.reported_speech import english_speech
from tests import spoken
from tests.core import test_attribution, test_unframed_quotations
from tests.languages import test_de_reported_speech, test_en_reported_speech

pytestmark = pytest.mark.slow

Case = Callable[[], None]

SPEECHES = {"de": german_speech, "en": english_speech}
SOURCES: dict[str, ModuleType] = {"de": de, "en": en}
TESTS: dict[str, ModuleType] = {"de": test_de_reported_speech, "en": test_en_reported_speech}
READERS = {"de": "german_speech", "en": "english_speech"}
"""Where the tests get a language's record from."""


def cases(module: ModuleType) -> Iterator[Case]:
    """Yield a module's tests as functions without arguments, one for each row of their tables."""
    for name, test in vars(module).items():
        marks = [m for m in getattr(test, "pytestmark", ()) if m.name == "parametrize"]
        if not name.startswith("test_") or not all(len(m.args) > 1 for m in marks):
            continue
        for rows in itertools.product(*(m.args[1] for m in marks)):
            yield _bound(test, dict(itertools.chain.from_iterable(map(_named, (m.args[0] for m in marks), rows))))


def _named(names: str | tuple[str, ...], row: object) -> list[tuple[str, object]]:
    keys = [n.strip() for n in names.split(",")] if isinstance(names, str) else list(names)
    values = getattr(row, "values", row)
    many = isinstance(values, tuple | list) and not callable(values)
    return list(zip(keys, values if many and len(keys) > 1 else (row,), strict=True))


def _bound(test: Callable[..., None], arguments: dict[str, object]) -> Case:
    return lambda: test(**arguments)


def fails(module: ModuleType) -> bool:
    """Tell whether a test of a module fails."""
    for case in cases(module):
        try:
            case()
        except (AssertionError, ValueError, IndexError):  # also ‹[found] = …› of too few or too many
            return True
    return False


def finds_nothing(_: TaggedText, __: int, ___: Range) -> tuple[ReportingFrame, ...]:
    """Stand for a broken rule."""
    return ()


def without(speech: ReportedSpeech, broken: FrameRule) -> ReportedSpeech:
    """Return a language's record with one of its rules broken."""

    def mended(rules: tuple[FrameRule, ...]) -> tuple[FrameRule, ...]:
        return tuple(finds_nothing if rule is broken else rule for rule in rules)

    return replace(
        speech,
        rules=mended(speech.rules),
        fallbacks=mended(speech.fallbacks),
        last_resorts=mended(speech.last_resorts),
    )


def without_name(speech: ReportedSpeech, name: str) -> ReportedSpeech:
    """Return a language's record whose rules leave out the frames of one name."""

    def deaf(rule: FrameRule) -> FrameRule:
        return lambda page, k, span: tuple(f for f in rule(page, k, span) if f.rule != name)

    return replace(
        speech,
        rules=tuple(map(deaf, speech.rules)),
        fallbacks=tuple(map(deaf, speech.fallbacks)),
        last_resorts=tuple(map(deaf, speech.last_resorts)),
    )


def rules_of(code: str) -> tuple[FrameRule, ...]:
    """Return all rules of a language."""
    speech = SPEECHES[code]()
    return (*speech.rules, *speech.fallbacks, *speech.last_resorts)


def names_of(code: str) -> tuple[str, ...]:
    """Return the names that a language's source gives to frames, but for those that say nothing."""
    folder = Path(SOURCES[code].__file__ or "").parent
    calls = (
        node
        for file in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "ReportingFrame"
        and node.args
    )
    speech = SPEECHES[code]()
    names = {name for call in calls for name in _written(call.args[0], speech)}
    return tuple(sorted(names - speech.disabled))


def _written(name: ast.expr, speech: ReportedSpeech) -> Iterator[str]:
    """Yield a frame's name as the source writes it; ‹pre-{kind}› stands for all that have a tier."""
    match name:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            yield from (rule for rule in speech.confidence_by_rule if rule.startswith(start))


def verb_cases() -> Iterator[tuple[str, ModuleType, Callable[..., object]]]:
    """Yield the cases that a language's rule for verbs tries, each with the module that lists them as `_CASES`."""
    for code, source in SOURCES.items():
        for file in sorted(Path(source.__file__ or "").parent.glob("*.py")):
            module = import_module(f"{source.__name__}.{file.stem}") if file.stem != "__init__" else source
            yield from ((code, module, case) for case in getattr(module, "_CASES", ()))


RULES = [pytest.param(code, rule, id=f"{code}-{rule.__name__}") for code in SPEECHES for rule in rules_of(code)]
VERBS = [pytest.param(*found, id=f"{found[0]}-{found[2].__name__}") for found in verb_cases()]
NAMES = [pytest.param(code, name, id=f"{code}-{name}") for code in SPEECHES for name in names_of(code)]


@pytest.mark.parametrize("code", SPEECHES)
def test_no_sentence_test_fails_while_nothing_is_broken(code: str) -> None:
    assert not fails(TESTS[code])


@pytest.mark.parametrize(("code", "rule"), RULES)
def test_a_sentence_needs_each_rule(code: str, rule: FrameRule, monkeypatch: pytest.MonkeyPatch) -> None:
    mutant = without(SPEECHES[code](), rule)
    monkeypatch.setattr(spoken, READERS[code], lambda: mutant)
    assert fails(TESTS[code]), f"no test in {TESTS[code].__name__} needs the rule {rule.__name__}: add a sentence"


@pytest.mark.parametrize(("code", "name"), NAMES)
def test_a_sentence_needs_each_name_of_a_frame(code: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mutant = without_name(SPEECHES[code](), name)
    monkeypatch.setattr(spoken, READERS[code], lambda: mutant)
    assert fails(TESTS[code]), f"no test in {TESTS[code].__name__} needs frames named {name}: add a sentence"


@pytest.mark.parametrize(("code", "module", "case"), VERBS)
def test_a_sentence_needs_each_case_of_a_verb(
    code: str, module: ModuleType, case: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CASES", tuple(c for c in module._CASES if c is not case))
    assert fails(TESTS[code]), f"no test in {TESTS[code].__name__} needs {case.__name__}: add a sentence"


@pytest.mark.parametrize("name", [rule.name for rule, _ in continued_speech._RULES])
def test_a_sentence_needs_each_rule_of_running_on(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = tuple(rule for rule in continued_speech._RULES if rule[0].name != name)
    monkeypatch.setattr(continued_speech, "_RULES", rest)
    assert any(fails(module) for module in (*TESTS.values(), test_attribution)), f"no test needs {name}"


@pytest.mark.parametrize("rule", quotations._UNFRAMED, ids=lambda rule: rule.__name__)
def test_a_quotation_needs_each_rule_without_a_frame(
    rule: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotations, "_UNFRAMED", tuple(r for r in quotations._UNFRAMED if r is not rule))
    modules = (*TESTS.values(), test_attribution, test_unframed_quotations)
    assert any(fails(module) for module in modules), f"no test needs {rule.__name__}"
