"""Many articles asked at once: the right one answers, word for word, and what only repeats it is no second witness."""

import pytest

from bot.errors import QuestionError
from bot.model import Refusal
from bot.model.archive import ArchiveAnswer, Found
from tests.archive_of import SmallArchive, corpus, written

NAMES = ("en/ferry-collision-strait", "en/rate-cut-valdoria", "en/mayor-recount-dunmere", "de/prozess-pflegedienst")
QUAKE = """Beben erschüttert Valdoria

VALDORIA (dpa) – Ein Erdbeben hat am Dienstag die Stadt Kelmen erschüttert. Dabei wurden zwölf Menschen verletzt.
"""
REPRINT = """Erdbeben in Kelmen: Verletzte

KELMEN (dpa) – Ein Erdbeben hat am Dienstag die Stadt Kelmen erschüttert. Dabei wurden zwölf Menschen teils verletzt.
"""


def archive() -> SmallArchive:
    """Return an archive of some articles that everybody sees."""
    found = SmallArchive()
    for name in NAMES:
        found.put(corpus(name))
    return found


async def ask(archive: SmallArchive, question: str, tenants: tuple[str, ...] = ("",)) -> ArchiveAnswer:
    """Return what an archive says."""
    return await (await archive.everywhere()).ask(tenants, question)


def first(found: Found) -> str:
    """Return the first sentence of an article that was found."""
    return found.article.sentences[found.hits[0].sentence].span.cut(found.article.text)


async def test_the_article_that_knows_it_answers() -> None:
    answer = await ask(archive(), "Who was on the telephone when the ferry rammed the fishing boat?")
    assert answer.found[0].article.title == "Captain of ferry in collision “was on the phone”"
    assert first(answer.found[0]).startswith("PORT ELLERY") or "captain of a ferry" in first(answer.found[0])


async def test_a_german_question_finds_an_english_article() -> None:
    answer = await ask(archive(), "Wie viele Fischer ertranken bei dem Unfall?")
    assert first(answer.found[0]) == "Three fishermen drowned in the accident on 9 August."


async def test_what_no_article_says_is_refused_with_what_comes_nearest() -> None:
    answer = await ask(archive(), "Who won the women's marathon in Oslo?")
    assert not answer.found
    assert answer.refusal is not None


async def test_nobody_is_answered_from_what_was_brought_elsewhere() -> None:
    small = archive()
    small.put(written(QUAKE), "telegram:7")
    assert not (await ask(small, "Wie viele Menschen wurden bei dem Erdbeben in Kelmen verletzt?")).found
    answer = await ask(small, "Wie viele Menschen wurden bei dem Erdbeben in Kelmen verletzt?", ("", "telegram:7"))
    assert first(answer.found[0]) == "Dabei wurden zwölf Menschen verletzt."


async def test_what_two_papers_have_from_one_agency_is_shown_once_and_is_one_source() -> None:
    small = archive()
    small.put(written(QUAKE, "2026-03-03"))
    small.put(written(REPRINT, "2026-03-04"))
    answer = await ask(small, "Wie viele Menschen wurden bei dem Erdbeben in Kelmen verletzt?")
    assert len(answer.found) == 1
    [found] = answer.found
    assert (len(found.repeats), found.articles, found.sources, found.source) == (1, 2, 1, "dpa")


async def test_what_two_papers_tell_otherwise_is_shown_twice_side_by_side() -> None:
    small = SmallArchive()
    small.put(written(QUAKE, "2026-03-03"))
    small.put(written(QUAKE.replace("zwölf", "acht").replace("(dpa)", "(AP)"), "2026-03-04"))
    answer = await ask(small, "Wie viele Menschen wurden bei dem Erdbeben in Kelmen verletzt?")
    assert sorted(first(found) for found in answer.found) == [
        "Dabei wurden acht Menschen verletzt.",
        "Dabei wurden zwölf Menschen verletzt.",
    ]
    assert [(found.repeats, found.articles, found.sources) for found in answer.found] == [((), 0, 0), ((), 2, 2)]


async def test_a_time_confines_and_is_said() -> None:
    small = SmallArchive()
    small.put(written(QUAKE, "2025-03-03"))
    small.put(written(QUAKE.replace("zwölf", "acht"), "2026-03-04"))
    answer = await ask(small, "Wie viele Menschen wurden in Kelmen verletzt aus dem Jahr 2025?")
    assert first(answer.found[0]) == "Dabei wurden zwölf Menschen verletzt."
    assert (answer.since, answer.until) == (20250101, 20251231)


async def test_a_time_in_which_nothing_answers_is_a_word_of_the_question() -> None:
    small = archive()
    answer = await ask(small, "How many fishermen drowned in the accident since 2020?")
    assert first(answer.found[0]) == "Three fishermen drowned in the accident on 9 August."
    assert answer.since == 0
    assert [within.since for within in small.asked] == [20200101, 0]


async def test_a_site_confines() -> None:
    small = SmallArchive()
    small.put(written(QUAKE, url="https://www.spiegel.de/beben"))
    small.put(written(QUAKE.replace("zwölf", "acht"), url="https://zeit.de/beben"))
    answer = await ask(small, "Wie viele Menschen wurden in Kelmen verletzt auf zeit.de?")
    assert (answer.site, first(answer.found[0])) == ("zeit.de", "Dabei wurden acht Menschen verletzt.")


async def test_what_is_still_to_be_read_in_is_told() -> None:
    small = archive()
    small.unread = 7
    assert (await ask(small, "How many fishermen drowned?")).unread == 7


@pytest.mark.parametrize("question", ["", "   ", "x" * 1_001])
async def test_what_is_no_question_is_an_error(question: str) -> None:
    with pytest.raises(QuestionError):
        await ask(archive(), question)


async def test_a_question_without_a_word_to_look_for_is_refused_at_once() -> None:
    small = archive()
    assert (await ask(small, "what is it?")).refusal is Refusal.NO_WORDS
    assert small.asked == []


async def test_an_archive_of_nothing_answers_nothing() -> None:
    assert (await ask(SmallArchive(), "How many fishermen drowned?")).refusal is Refusal.NOT_IN_ARTICLE
