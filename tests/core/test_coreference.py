"""Who is meant: names, roles, pronouns, and nobody where it is not sure."""

import pytest

from bot.core.attribution.coreference import one_letter_apart
from tests.spoken import english, german


def names(text: str) -> list[str | None]:
    return [f.name for f in german(text)]


def english_names(text: str) -> list[str | None]:
    return [f.name for f in english(text)]


def test_a_last_name_means_the_full_one() -> None:
    found = german("Innenminister Peter Holm sagte, dass er bleibe. Laut Holm ist alles gut.")
    assert [(f.name, f.role) for f in found] == [("Peter Holm", "Innenminister")] * 2


def test_a_role_means_who_holds_it() -> None:
    assert names("Laut Trainerin Uta Moll regnet es. Die Trainerin sagte, dass sie friere.") == ["Uta Moll"] * 2


def test_the_end_of_a_role_is_enough() -> None:
    text = "Laut Sicherheitsberater Jan Roth regnet es. Der Berater sagte, dass er friere."
    assert names(text) == ["Jan Roth"] * 2


def test_another_nationality_is_another_party() -> None:
    text = "Laut dem polnischen Minister Jan Roth regnet es. Der dänische Minister sagte, dass es schneie."
    assert names(text)[1] != "Jan Roth"


@pytest.mark.parametrize(("pronoun", "name"), [("Er", "Jan Roth"), ("Sie", "Uta Moll")])
def test_a_pronoun_means_whom_its_gender_fits(pronoun: str, name: str) -> None:
    text = f"Sprecher Jan Roth traf Sprecherin Uta Moll. {pronoun} sagte, dass es regne."
    assert names(text) == [name]


def test_a_pronoun_that_nobody_fits_has_no_name() -> None:
    assert names("Er sagte, dass es regne.") == [None]


def test_a_pronoun_means_a_party_without_a_name_by_its_role() -> None:
    found = german("Der nordische Außenminister kam spät. Er sagte, dass es regne.")
    assert found[0].name == "nordischer Außenminister"


def test_someone_s_age_means_who_was_named() -> None:
    text = "Laut Präsident Uwe Brand regnet es. Er bleibe, sagte der 61-Jährige."
    assert names(text)[-1] == "Uwe Brand"


def test_a_name_with_one_letter_wrong_is_the_same_name() -> None:
    text = "Laut Kyiv Independent regnet es. Laut Kyiv Indpendent schneit es auch."
    assert names(text) == ["Kyiv Independent"] * 2


def test_a_genitive_is_brought_to_the_name() -> None:
    assert names("Es regnet nach Angaben Südkoreas oft.") == ["Südkorea"]


def test_a_newspaper_is_meant_by_the_paper() -> None:
    text = "Es regne, schrieb die Zeitung Nordblatt. Das Blatt berichtete, dass es schneie."
    assert set(names(text)) == {"Zeitung Nordblatt"}


@pytest.mark.parametrize(("pronoun", "name"), [("He", "Jan Roth"), ("She", "Ann Moll")])
def test_an_english_pronoun_means_whom_its_gender_fits(pronoun: str, name: str) -> None:
    text = f"Chairman Jan Roth met spokeswoman Ann Moll. {pronoun} said that it rained."
    assert english_names(text) == [name]


def test_it_means_a_body_and_no_person() -> None:
    text = "The company, Kelm Terminals, met Chairman Jan Roth. It said that it rained."
    assert english_names(text) == ["Kelm Terminals"]


def test_the_company_is_the_firm_named_before() -> None:
    text = "The port's operator, Kelm Terminals, said it rained. The company said that it snowed."
    assert english_names(text) == ["Kelm Terminals"] * 2


def test_a_title_is_no_part_of_a_name() -> None:
    assert english_names("Dr Ruth Oka said it rained. Oka added that it snowed.") == ["Ruth Oka"] * 2


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Selenskyj", "Selenskyj", True),
        ("Selenskyj", "Selensky", True),
        ("Selenskyj", "Selenskij", True),
        ("Selenskyj", "Selenskyyj", True),
        ("Selenskyj", "Selenski", False),
        ("", "", True),
        ("a", "", True),
        ("ab", "cd", False),
    ],
)
def test_names_are_one_letter_apart(a: str, b: str, *, same: bool) -> None:
    assert one_letter_apart(a, b) is same
    assert one_letter_apart(b, a) is same
