"""The questions that are offered to begin with: made from the article, and answered by it."""

from pathlib import Path

import pytest

from bot import fetch
from bot.conversation.error_messages import PHRASES
from bot.conversation.suggested_questions import OFFERED, TRIED, Candidate, _candidates, made
from bot.fetch import Document
from bot.service import Library

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES = (
    "de/raketen-gegen-soldaten",
    "de/strassenbahn-wesenburg",
    "en/port-strike-kelmouth",
    "en/ferry-collision-strait",
)


@pytest.mark.parametrize("code", PHRASES)
@pytest.mark.parametrize("name", ARTICLES)
async def test_three_questions_are_offered_and_each_is_answered_by_another_sentence(
    library: Library, name: str, code: str
) -> None:
    article = await library.ingest(fetch.read(str(CORPUS / name / "article.txt")))
    offered = await made(library, article, PHRASES[code])
    assert OFFERED - 1 <= len(offered) == len(set(offered)) <= OFFERED
    first = [(await library.ask(article, question)).hits[0].sentence for question in offered]
    assert len(set(first)) == len(offered)
    assert await made(library, article, PHRASES[code]) == offered


async def test_what_is_not_answered_by_the_sentence_it_was_made_from_is_not_offered(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = await library.ingest(fetch.read(str(CORPUS / ARTICLES[0] / "article.txt")))
    candidates = [Candidate("Wer gewann?", lambda *_: True), Candidate("Wer warnt?", lambda *_: False)]
    monkeypatch.setattr("bot.conversation.suggested_questions._candidates", lambda *_: iter(candidates))
    assert await made(library, article, PHRASES["de"]) == ()


async def test_an_article_that_quotes_nobody_and_counts_nothing_offers_nothing(library: Library) -> None:
    article = await library.ingest(Document("Die Brücke ist gesperrt. Es regnet sehr.".encode(), "text/plain", "a.txt"))
    assert await made(library, article, PHRASES["de"]) == ()


async def test_people_are_asked_for_and_offices_are_not(library: Library) -> None:
    text = (
        "Ina Roth sagte, es regne. Die Stadt Hagen teilte mit, es regne. Der Rat sagte, es regne, so das Bauamt Hagen."
    )
    article = await library.ingest(Document(text.encode(), "text/plain", "a.txt"))
    questions = [c.question for _, c in zip(range(TRIED), _candidates(library, article, PHRASES["de"]), strict=False)]
    assert questions == ["Was sagt Ina Roth?"]
