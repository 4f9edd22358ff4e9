"""What sources are called: in the first case, and in the reader's words."""

import pytest

from bot.languages.sources import called
from bot.languages.titles import titles

GERMAN = [
    ("südkoreanischen Angaben", "südkoreanische Angaben", "South Korean statements"),
    ("Berichten", "Berichte", "reports"),
    ("Zeugen", "Zeugen", "witnesses"),
    ("Forschern", "Forscher", "researchers"),
    ("einem Sprecher der Polizei", "ein Sprecher der Polizei", "a spokesman of the police"),
    ("eines Experten", "ein Experte", "an expert"),
    ("dem dänischen Außenminister", "der dänische Außenminister", "the Danish foreign minister"),
    ("der dänischen Regierung", "die dänische Regierung", "the Danish government"),
    ("den dänischen Behörden", "die dänischen Behörden", "the Danish authorities"),
    ("der Behörden", "die Behörden", "the authorities"),
    ("dem Präsidenten", "der Präsident", "the president"),
    ("dem Innenministerium", "das Innenministerium", "the interior ministry"),
    ("Außenminister Dänemarks", "Außenminister Dänemarks", "Denmark’s foreign minister"),
    ("Dänemark und USA", "Dänemark und die USA", "Denmark and the United States"),
    ("Hafenbehörde", "Hafenbehörde", None),
    ("Open-Data-Analysen", "Open-Data-Analysen", None),
    ("Nordland Nachrichten", None, None),
    ("Eva Holm", None, None),
]
ENGLISH = [
    ("the Danish foreign minister", "der dänische Außenminister"),
    ("officials", "Beamte"),
    ("a spokesman", "ein Sprecher"),
    ("The police", "die Polizei"),
    ("the bridge", None),
    ("Eva Holm", None),
]


@pytest.mark.parametrize(("phrase", "german", "english"), GERMAN)
def test_a_german_source_is_in_the_first_case_and_in_the_readers_words(
    phrase: str, german: str | None, english: str | None
) -> None:
    assert called(phrase, "de", "de") == german
    assert called(phrase, "de", "en") == english


@pytest.mark.parametrize(("phrase", "german"), ENGLISH)
def test_an_english_source_is_in_a_german_readers_words(phrase: str, german: str | None) -> None:
    assert called(phrase, "en", "de") == german
    assert called(phrase, "en", "en") is None


def test_a_party_that_is_known_gets_an_article_and_a_role_behind_a_name_loses_it() -> None:
    assert called("dänischer Außenminister", "de", "de", definite=True) == "der dänische Außenminister"
    assert called("der dänischen Nachrichtenseite", "de", "de", definite=False) == "dänische Nachrichtenseite"
    assert called("the Danish foreign minister", "en", "de", definite=False) == "dänischer Außenminister"


def test_a_last_name_that_is_an_office_is_not_translated() -> None:
    assert called("Richter", "de", "en") is None


@pytest.mark.parametrize("title", titles(), ids=lambda title: title.german)
def test_every_title_is_its_own_first_case(title: object) -> None:
    for found in titles():
        if found is title:
            assert called(found.germans, "de", "de") in {found.germans, found.german}
            if found.gender != "p":
                article = {"m": "dem", "f": "der", "n": "dem"}[found.gender]
                first = {"m": "der", "f": "die", "n": "das"}[found.gender]
                assert called(f"{article} {found.german}", "de", "de") == f"{first} {found.german}"
