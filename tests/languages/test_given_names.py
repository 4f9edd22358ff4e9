"""First names, and sentences in capitals."""

import pytest

from bot.core.language_data.reported_speech import Gender
from bot.languages import given_names
from bot.languages.capitals import softened


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ulla", Gender.FEMININE),
        ("PETER", Gender.MASCULINE),
        ("Karl-Heinz", Gender.MASCULINE),
        ("Kim", None),
        ("Hamburg", None),
    ],
)
def test_a_first_name_tells_its_gender(name: str, gender: Gender | None) -> None:
    assert given_names.gender_of(name) is gender


def test_no_name_is_listed_for_both_genders() -> None:
    men, women = given_names._MALE.split(), given_names._FEMALE.split()
    assert not set(men) & set(women)
    assert not set(given_names._EITHER) & {*men, *women}


def test_a_shouted_sentence_is_read_in_small_letters_but_for_names() -> None:
    assert softened(["MAYOR", "JOAN", "BECK", "LEFT", "."]) == ["mayor", "Joan", "Beck", "left", "."]
    assert softened(["NATO", "and", "EU"]) == ["NATO", "and", "EU"]
