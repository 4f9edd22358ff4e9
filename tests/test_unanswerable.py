"""Questions whose words the article has, and whose answer it has not, are refused as often as they were.

The floors are measured figures, rounded down; raise them when the bot gets better. The questions are in
corpus/unanswerable.toml.
"""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from asking import answer

from bot import fetch, formats
from bot.languages import LANGUAGES
from bot.model import Refusal
from bot.service import analyse

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
ASKED: dict[str, dict[str, list[str]]] = tomllib.loads((CORPUS / "unanswerable.toml").read_text(encoding="utf-8"))
FLOORS = {"de-de": 75, "de-en": 60, "en-de": 87, "en-en": 82}
"""In percent, by pair: language of the question, language of the article."""
WHY = 20
"""Of all the refusals, those that say which kind of thing is missing, in percent."""


@pytest.fixture(scope="module")
def refusals() -> dict[str, list[tuple[str, Refusal | None]]]:
    found: dict[str, list[tuple[str, Refusal | None]]] = {pair: [] for pair in FLOORS}
    for name, by_language in ASKED.items():
        [file] = (CORPUS / name).glob("article.*")
        article = analyse(formats.read(fetch.read(str(file))), str(file))
        for language, questions in by_language.items():
            pair = f"{language}-{article.language}"
            found[pair] += [(f"{name}: {question}", answer(article, question).refusal) for question in questions]
    return found


def test_there_are_enough_of_them_in_each_language() -> None:
    counted = Counter({code: sum(len(by.get(code, ())) for by in ASKED.values()) for code in LANGUAGES})
    assert all(counted[code] >= 20 for code in LANGUAGES)


@pytest.mark.slow
@pytest.mark.parametrize("pair", FLOORS)
def test_they_are_refused(refusals: dict[str, list[tuple[str, Refusal | None]]], pair: str) -> None:
    rows = refusals[pair]
    answered = [question for question, refusal in rows if refusal is None]
    refused = 100 * (len(rows) - len(answered)) / len(rows)
    assert refused >= FLOORS[pair], f"{refused:.1f} < {FLOORS[pair]}\n" + "\n".join(answered)


def test_some_say_which_kind_of_thing_is_missing(refusals: dict[str, list[tuple[str, Refusal | None]]]) -> None:
    reasons = Counter(refusal for rows in refusals.values() for _, refusal in rows if refusal)
    assert 100 * reasons[Refusal.KIND_MISSING] / sum(reasons.values()) >= WHY, reasons
