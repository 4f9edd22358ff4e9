"""Texts whose language hardly shows, and texts that are in another one."""

import pytest

from bot.languages import detection


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FC Hagen – SV Lohn 2:1\nTore: Müller, Größl, Kaya.", "de"),
        ("Results: Smith 2, Jones 1. Goals: Hill.", "en"),
        ("Le gouvernement a annoncé une nouvelle loi pour les députés.", None),
        ("Правительство объявило о новом законе.", None),
        ("12:3 – 4", None),
        ("", None),
    ],
)
def test_a_language_is_guessed_unless_the_text_speaks_for_another(text: str, code: str | None) -> None:
    assert detection.guess(text) == code


def test_letters_decide_between_languages_whose_words_show_nothing() -> None:
    assert detection.guess("Jörg Hähnel 3:2") == "de"
    assert detection.guess("Hill 3:2") == "en"
