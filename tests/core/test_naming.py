"""A name that the article does not have is refused, with that word; another spelling of one that it has is not."""

import pytest
from asking import answer, article_of, found, query

from bot.model import Refusal

COUNTRIES = """
Peru Poland Ghana Nepal Mongolia France Spain Portugal Brazil Argentina Chile Bolivia Ecuador Cuba Jamaica Canada Mexico
Nigeria Kenya Ethiopia Angola Zambia Senegal Morocco Algeria Tunisia Egypt Sudan Yemen Oman Iraq Iran Afghanistan
Pakistan India Bangladesh Thailand Vietnam Cambodia Laos Malaysia Indonesia Philippines Japan Taiwan Kazakhstan
Uzbekistan Georgia Armenia Albania Serbia Croatia Slovenia Slovakia Romania Bulgaria Greece Cyprus Malta Italy Austria
Switzerland Belgium Netherlands Luxembourg Denmark Norway Finland Estonia Latvia Lithuania Ireland Iceland
"""
STAATEN = """
Peru Polen Ghana Nepal Frankreich Spanien Portugal Brasilien Argentinien Chile Bolivien Kuba Kanada Mexiko Nigeria Kenia
Äthiopien Angola Sambia Senegal Marokko Algerien Tunesien Ägypten Sudan Jemen Irak Iran Afghanistan Pakistan Indien
Thailand Vietnam Kambodscha Malaysia Indonesien Japan Kasachstan Georgien Armenien Albanien Serbien Kroatien Rumänien
Bulgarien Griechenland Zypern Italien Österreich Belgien Dänemark Norwegen Finnland Estland Lettland Litauen Irland
"""
POLITICIANS = """
Obama Johnson Castro Merkel Trump Biden Macron Scholz Modi Thatcher Blair Sunak Starmer Trudeau Bolsonaro Lula Milei
Maduro Meloni Berlusconi Sarkozy Hollande Steinmeier Clinton Reagan Nixon Kennedy Rubio Mandela Zuma Ramaphosa Mugabe
Kagame Kishida Duterte Widodo Ardern Rutte Stoltenberg Guterres Cameron Truss Kenyatta Tinubu Pinochet Sheinbaum
"""
TOLD = (
    "Hafenstreit in Torvik\n\nDer Präsident von Schweden warnte am Montag vor 3000 Soldaten an der Küste. "
    "Schweden schickte zwei Schiffe nach Torvik. Ministerin Ane Solvang lobte den Präsidenten."
)
ARTICLE = article_of(TOLD)
ENGLISH = article_of(
    "Row over the harbour of Torvik\n\nThe president of Sweden warned on Monday of 3,000 soldiers on the coast. "
    "Sweden sent two ships to Torvik. Minister Ane Solvang praised the president.",
    "en",
)


@pytest.mark.parametrize("name", COUNTRIES.split())
@pytest.mark.parametrize("question", ["Who is the president of {}?", "what did {} send"])
@pytest.mark.parametrize("article", [ARTICLE, ENGLISH])
def test_a_country_that_is_not_there_is_refused(name: str, question: str, article: object) -> None:
    refused = answer(article, question.format(name))
    assert refused.refusal is Refusal.MISSING_WORDS
    assert name.lower() in refused.missing


@pytest.mark.parametrize("name", STAATEN.split())
@pytest.mark.parametrize("article", [ARTICLE, ENGLISH])
def test_a_german_name_of_a_country_is_refused_as_well(name: str, article: object) -> None:
    assert answer(article, f"Was schickte {name}?").refusal is not None
    assert answer(article, f"wer ist der präsident von {name.lower()}").refusal is not None


@pytest.mark.parametrize("name", POLITICIANS.split())
@pytest.mark.parametrize("question", ["Did {} warn of 3,000 soldiers?", "Warnte {} vor 3000 Soldaten?"])
def test_a_politician_who_is_not_there_is_refused(name: str, question: str) -> None:
    for typed in (name, name.lower()):
        assert answer(ARTICLE, question.format(typed)).refusal is not None
        assert answer(ENGLISH, question.format(typed)).refusal is not None


def test_a_name_that_nobody_knows_is_one_in_small_letters_too() -> None:
    assert answer(ENGLISH, "did zorbaael warn?").missing == ("zorbaael",)


@pytest.mark.parametrize("question", ["Whom did Solwang praise?", "What did Ane Solvang do?", "Wen lobte Solvangg?"])
def test_another_spelling_of_a_name_and_a_part_of_it_are_that_name(question: str) -> None:
    assert answer(ENGLISH, question).hits


@pytest.mark.parametrize(("question", "proper"), [("Was kostet der Zwieblix?", False), ("Was sagt Zwieblix?", True)])
def test_a_noun_behind_its_article_is_no_name(question: str, *, proper: bool) -> None:
    assert any(t.proper for t in query(question).terms) is proper


def test_a_name_is_no_word_that_is_only_spelt_like_it() -> None:
    lands = article_of("Die Länder schickten Schiffe.")
    assert not [hit for hit in found(lands, "What did Poland send?") if "poland" in hit.terms]


@pytest.mark.parametrize("city", ["Hamburg", "Berlin", "Frankfurt", "Warsaw"])
def test_a_city_is_not_the_common_noun_that_its_name_is_in_another_sense(city: str) -> None:
    torvik = article_of("Streit in Torvik\n\nDie Bürgermeisterin von Torvik dankte am Montag den Bürgern der Stadt.")
    refused = answer(torvik, f"What did the mayor of {city} say?")
    assert city.lower() in refused.missing
    assert answer(torvik, "Whom did the mayor of Torvik thank?").refusal is None
