"""Who denies and who confirms a claim: the answer shows that they do, and is not the claim."""

import asyncio

import pytest

from bot import languages
from bot.model import ExtractedText
from bot.search.bm25 import Bm25Index
from bot.service import Library, analyse
from tests.fakes import MemoryStore

GERMAN = """
Das Werk in Lohberg hat Abwasser in den Fluss geleitet, sagen Anwohner. Die Firma Ostchem bestreitet, dass Abwasser in
den Fluss gelangt ist. „Das Abwasser wird gereinigt“, sagte Sprecherin Anna Holm.

Der Bürgermeister wies Vorwürfe zurück, er habe weggesehen. Das Land bestätigte, dass tote Fische gefunden wurden.
Die Prüfung kostet nach Angaben des Landes 40.000 Euro. Den Familien werden 2.000 Euro ausgezahlt.
"""
ENGLISH = """
The plant in Lohberg has let waste water into the river, residents say. The company Ostchem denies that waste water has
reached the river. "The waste water is cleaned," spokeswoman Anna Holm said.

The mayor rejected claims that he had looked away. The state confirmed that dead fish had been found.
The inquiry will cost 40,000 euros, according to the state. The families will be given 2,000 euros.
"""


def _answers(text: str, question: str) -> list[str]:
    article = analyse(ExtractedText(text), "test")
    library = Library(MemoryStore(), Bm25Index(languages.LANGUAGES))
    hits = asyncio.run(library.ask(article, question, 3)).hits
    return [article.sentences[hit.sentence].span.cut(text) for hit in hits]


@pytest.mark.parametrize(
    ("question", "german", "english"),
    [
        ("Wer bestreitet, dass Abwasser in den Fluss gelangt ist?", "Die Firma", "The company"),
        ("Wer hat bestritten, dass Abwasser in den Fluss geleitet wurde?", "Die Firma", "The company"),
        ("Wer weist zurück, dass der Bürgermeister weggesehen hat?", "Der Bürgermeister", "The mayor"),
        ("Wer bestätigt, dass Fische gefunden wurden?", "Das Land", "The state"),
        ("Who denies that waste water has reached the river?", "Die Firma", "The company"),
        ("Who disputes that the plant let waste water into the river?", "Die Firma", "The company"),
        ("Who confirms that dead fish were found?", "Das Land", "The state"),
    ],
)
def test_only_who_does_it_is_the_answer(question: str, german: str, english: str) -> None:
    for text, start in ((GERMAN, german), (ENGLISH, english)):
        found = _answers(text, question)
        assert [sentence.replace("\n", " ").startswith(start) for sentence in found] == [True]


@pytest.mark.parametrize("text", [GERMAN, ENGLISH])
@pytest.mark.parametrize(
    "question",
    ["Wer bestreitet, dass die Prüfung 40.000 Euro kostet?", "Who denies that the inquiry will cost 40,000 euros?"],
)
def test_a_claim_that_nobody_denies_is_no_answer(text: str, question: str) -> None:
    assert _answers(text, question) == []


@pytest.mark.parametrize("text", [GERMAN, ENGLISH])
@pytest.mark.parametrize(
    "question",
    [
        "How much will the families receive?",
        "How much do the families get?",
        "Wie viel bekommen die Familien?",
        "Wie viel erhalten die Familien?",
    ],
)
def test_what_is_received_is_found_where_it_is_given(text: str, question: str) -> None:
    assert "000 " in _answers(text, question)[0]
    assert "Familie" in _answers(text, question)[0] or "families" in _answers(text, question)[0]
