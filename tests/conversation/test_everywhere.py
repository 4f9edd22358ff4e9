"""All articles of a chat, asked at once: where they are from, who sees them, and how it goes on."""

from dataclasses import replace

import pytest

from bot.chat import Action, Cited, Heading, Reply, Rows, Said
from bot.conversation.archive_phrases import ENGLISH, GERMAN, written
from bot.conversation.dialogue import ChatTraits
from bot.conversation.everywhere import confines
from bot.model import Article, ExtractedText
from bot.model.archive import ArchiveAnswer
from bot.ports.articles import EVERYBODY
from bot.service import Library
from tests.archive_of import corpus
from tests.archive_of import written as article_of
from tests.talking import Talk

ANNA, BEN, GROUP = "telegram:1", "telegram:2", "telegram:-100"
QUAKE = """Beben erschüttert Kelmen

KELMEN (dpa) – Ein Erdbeben hat am Dienstag die Stadt Kelmen erschüttert. Dabei wurden zwölf Menschen verletzt.

„Das Rathaus steht noch“, sagte Bürgermeisterin Anna Weber. Sie rief die Menschen dazu auf, im Freien zu bleiben.
"""
HURT = "Wie viele Menschen wurden bei dem Erdbeben in Kelmen verletzt?"
TWELVE = "Dabei wurden zwölf Menschen verletzt."


async def put(library: Library, article: Article, shelf: str = EVERYBODY) -> Article:
    """Keep an article on a shelf."""
    await library.store.save(article, ExtractedText(article.text, title=article.title, published=article.published), "")
    await library.store.put(article.id, shelf)
    return article


@pytest.fixture
async def talk(library: Library, article: Article) -> Talk:
    """Return a talk in a chat that has a second article."""
    await put(library, corpus("en/ferry-collision-strait"))
    return Talk(library, article.id)


def cited(reply: Reply) -> list[str]:
    """Return the sentences of a reply."""
    return [part.text for part in reply.parts if isinstance(part, Cited)]


def headings(reply: Reply) -> list[str]:
    """Return the lines above them."""
    return [part.text for part in reply.parts if isinstance(part, Heading)]


def said(reply: Reply) -> str:
    """Return what the bot says itself."""
    return "\n".join(part.text for part in reply.parts if isinstance(part, Said))


async def test_a_question_behind_the_command_is_asked_of_all(talk: Talk) -> None:
    reply = await talk.says("/all Who was on the telephone?", language="en")
    assert headings(reply) == ["Captain of ferry in collision “was on the phone”"]
    assert "on the telephone at the time" in cited(reply)[0]


async def test_the_next_question_is_asked_of_the_one_article_again(talk: Talk) -> None:
    await talk.says("/all Who was on the telephone?", language="en")
    await talk.says("/article 2")
    assert not cited(await talk.says("How many fishermen drowned in the accident?", language="en"))


async def test_from_now_on_all_are_asked_until_one_is_chosen(talk: Talk) -> None:
    assert said(await talk.says("alle Artikel")) == GERMAN.on.format(count=2)
    assert cited(await talk.says("Wie viele Fischer ertranken?")) == [
        "Three fishermen drowned in the accident on 9 August."
    ]
    assert "Raketen" in headings(await talk.says("Was hat Russland geliefert?"))[0]
    await talk.says("/article 2")
    assert not headings(await talk.says("Was hat Russland geliefert?"))


async def test_what_follows_an_answer_is_about_the_article_that_gave_it(talk: Talk) -> None:
    await talk.says("/all", language="en")
    await talk.says("Who heard one short horn?", language="en")
    assert "Ida Solberg" in said(await talk.says("who says that?", language="en")) + str(
        cited(await talk.says("/context 1", language="en"))
    )


async def test_a_button_leads_to_each_article(talk: Talk) -> None:
    reply = await talk.says("/all Who was on the telephone?", language="en")
    [ask] = reply.actions
    assert isinstance(ask, Action)
    assert ask.label.startswith("Ask this one: Captain of ferry")
    assert said(await talk.taps(ask.text, "")).endswith("Captain of ferry in collision “was on the phone”")


async def test_what_somebody_else_brought_is_not_asked(talk: Talk, library: Library) -> None:
    await put(library, article_of(QUAKE), BEN)
    assert TWELVE not in cited(await talk.says(f"/all {HURT}", chat=ANNA, user=ANNA))
    assert cited(await talk.says(f"/all {HURT}", chat=BEN, user=BEN)) == [TWELVE]
    assert TWELVE not in cited(await talk.says(f"/all {HURT}", chat=GROUP, user=BEN))


async def test_what_was_taken_away_is_not_asked_any_more(talk: Talk, library: Library) -> None:
    quake = await put(library, article_of(QUAKE), BEN)
    assert cited(await talk.says(f"/all {HURT}", chat=BEN, user=BEN)) == [TWELVE]
    await library.store.take(quake.id, BEN)
    assert TWELVE not in cited(await talk.says(f"/all {HURT}", chat=BEN, user=BEN))


async def test_the_day_and_the_site_of_an_article_are_named(talk: Talk, library: Library) -> None:
    quake = article_of(QUAKE, "2026-03-03T10:00:00Z", "https://www.kelmener-bote.example/beben")
    await put(library, quake)
    reply = await talk.says(f"/all {HURT}")
    assert headings(reply) == ["Beben erschüttert Kelmen · 3. März 2026 · kelmener-bote.example"]


async def test_five_papers_are_not_five_witnesses(talk: Talk, library: Library) -> None:
    await put(library, article_of(QUAKE, "2026-03-03"))
    await put(library, article_of(QUAKE.replace("Beben erschüttert", "Erde bebt in"), "2026-03-04"))
    reply = await talk.says(f"/all {HURT}")
    assert cited(reply) == [TWELVE]
    assert "Alle 2 Artikel dazu gehen auf eine Quelle zurück: dpa" in said(reply)
    assert "Dasselbe in: " in said(reply)


async def test_what_is_not_there_is_refused_with_the_nearest(talk: Talk) -> None:
    reply = await talk.says("/all Who won the marathon?", language="en")
    assert said(reply).startswith("None of the articles here answers that.")
    assert not reply.actions


async def test_an_archive_of_one_article_says_so(talk: Talk, library: Library) -> None:
    ferry = corpus("en/ferry-collision-strait")
    await library.store.remove(ferry.id)
    assert said(await talk.says("/all", language="en")) == ENGLISH.on_one


async def test_a_chat_without_articles_has_nothing_to_ask(talk: Talk, library: Library) -> None:
    for line in await library.store.all():
        await library.store.remove(line.id)
    assert said(await talk.says("/all", language="en")) == ENGLISH.empty


async def test_where_there_is_no_archive_that_is_said(library: Library, article: Article) -> None:
    assert said(await Talk(library, article.id, archived=False).says("/all who won?", language="en")) == ENGLISH.off


async def test_the_console_asks_what_stands_on_no_shelf_too(talk: Talk, library: Library) -> None:
    quake = article_of(QUAKE)
    await library.store.save(quake, ExtractedText(QUAKE), "")
    console = Talk(library, talk.article, ChatTraits(console=True))
    assert cited(await console.says(f"/all {HURT}", chat="console", user="console")) == [TWELVE]
    assert TWELVE not in cited(await talk.says(f"/all {HURT}"))


@pytest.mark.parametrize(
    ("since", "until", "site", "english", "german"),
    [
        (20260301, 0, "", "Only articles since 1 March 2026.", "Nur Artikel seit dem 1. März 2026."),
        (0, 20260301, "", "Only articles up to 1 March 2026.", "Nur Artikel bis zum 1. März 2026."),
        (20240101, 20241231, "", "Only articles from 2024.", "Nur Artikel aus dem Jahr 2024."),
        (20260301, 20260301, "", "Only articles of 1 March 2026.", "Nur Artikel vom 1. März 2026."),
        (
            20260301,
            20260331,
            "zeit.de",
            "Only articles from 1 March 2026 to 31 March 2026 on zeit.de.",
            "Nur Artikel vom 1. März 2026 bis zum 31. März 2026 auf zeit.de.",
        ),
        (0, 0, "spiegel", "On spiegel:", "Auf spiegel:"),
        (0, 0, "", "", ""),
    ],
)
def test_what_a_question_is_confined_to_is_said(since: int, until: int, site: str, english: str, german: str) -> None:
    answer = replace(ArchiveAnswer("", "en", ()), since=since, until=until, site=site)
    assert (confines(answer, ENGLISH), confines(answer, GERMAN)) == (english, german)


def test_a_day_is_written_as_people_write_it() -> None:
    assert (written(20261224, ENGLISH), written(20261224, GERMAN)) == ("24 December 2026", "24. Dezember 2026")


async def test_articles_are_found_by_what_they_are_about(talk: Talk, library: Library) -> None:
    await put(library, article_of(QUAKE))
    reply = await talk.says("/articles Fischerboot", language="en")
    assert said(reply) == ENGLISH.found
    [rows] = [part.rows for part in reply.parts if isinstance(part, Rows)]
    assert [row[1] for row in rows] == ["Captain of ferry in collision “was on the phone”"]
    [action] = reply.actions
    assert "ferry" in said(await talk.says(action.text, language="en"))
    assert said(await talk.says("/articles Zeppelin", language="en")) == ENGLISH.none_found


async def test_articles_of_others_are_not_found(talk: Talk, library: Library) -> None:
    await put(library, article_of(QUAKE), BEN)
    assert said(await talk.says("/articles Erdbeben", chat=ANNA, user=ANNA)) == GERMAN.none_found
    assert said(await talk.says("/articles Erdbeben", chat=BEN, user=BEN)) == GERMAN.found


async def test_an_address_that_is_none_is_not_shown(talk: Talk, library: Library) -> None:
    await put(library, article_of(QUAKE, "2026-03-03", "http://[::1"))
    assert headings(await talk.says(f"/all {HURT}")) == ["Beben erschüttert Kelmen · 3. März 2026"]
