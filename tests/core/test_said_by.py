"""What somebody says is found by every way to call them, and nobody is given the words of others."""

import pytest

from bot import languages
from bot.fetch import Document
from bot.model import Answer
from bot.search.bm25 import Bm25Index
from bot.service import Library
from tests.fakes import MemoryStore

GERMAN = (
    "Laut Seoul ist der Hafen dicht. Nach südkoreanischen Angaben fährt kein Schiff. "
    "Der südkoreanische Minister Park Do-yun sagte, dass es dauern werde. "
    "Gewerkschaftschef Ivo Pahl kündigte an, dass gestreikt werde. "
    "Die ukrainische Zeitung Kyiv Herald berichtete, dass es regne. Der Kapitän Jan Roth besuchte die Stadt Lehm."
)
ENGLISH = (
    "According to Seoul, the port is shut. South Korean officials said no ship was leaving. "
    "The South Korean minister Park Do-yun said that it would take weeks. "
    "Union leader Ivo Pahl announced that there would be a strike. Captain Jan Roth visited the town of Lehm."
)
SEOUL = [0, 1, 2]


async def _ask(text: str, question: str) -> Answer:
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    article = await library.ingest(Document(text.encode(), "text/plain", "a.txt"))
    return await library.ask(article, question)


@pytest.mark.parametrize("text", [GERMAN, ENGLISH], ids=["de", "en"])
@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("What does South Korea say?", SEOUL),
        ("Was sagt Südkorea?", SEOUL),
        ("What does Seoul say?", SEOUL),
        ("Was sagt Seoul?", SEOUL),
        ("What does the minister say?", [2]),
        ("Was sagt der Minister?", [2]),
        ("What does Park say?", [2]),
        ("What does the union say?", [3]),
        ("Was sagt die Gewerkschaft?", [3]),
        ("Was sagt Pahl?", [3]),
        ("Was sagt Pahll?", [3]),
    ],
)
async def test_a_speaker_is_found_by_name_role_state_and_body(text: str, question: str, sentences: list[int]) -> None:
    assert [hit.sentence for hit in (await _ask(text, question)).hits] == sentences


@pytest.mark.parametrize("text", [GERMAN, ENGLISH], ids=["de", "en"])
@pytest.mark.parametrize("question", ["What does Roth say?", "Was sagt Jan Roth?"])
async def test_who_is_named_and_never_quoted_gets_nobody_elses_words(text: str, question: str) -> None:
    answer = await _ask(text, question)
    assert [hit.sentence for hit in answer.hits] == [text.count(". ", 0, text.index("Jan Roth"))]


async def test_a_capital_in_a_longer_name_is_no_state() -> None:
    assert [
        hit.sentence for hit in (await _ask(GERMAN.replace("ukrainische ", ""), "Was sagt die Ukraine?")).hits
    ] == []
