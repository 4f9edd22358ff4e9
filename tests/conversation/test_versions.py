"""An article that has changed: which version an answer is from, and what is different."""

import asyncio
from dataclasses import replace

import pytest

from bot.chat import Cited, Heading, Incoming, Reply, Rows
from bot.conversation.dialogue import ChatTraits
from bot.conversation.typed_commands import command
from bot.conversation.versions import FRESH
from bot.errors import ArticleError, ArticleProblem
from bot.model import Article, Document
from bot.render import plain
from bot.service import Library
from tests.core.test_text_versions import MONDAY, SAME_EVENT, TUESDAY
from tests.talking import Talk

ANNA, BEN = "telegram:1", "telegram:2"
PAGE, OTHER = "https://news.example/harbour", "https://paper.example/harbour"
QUESTION = "What would the repair cost?"


@pytest.fixture
def talk(library: Library, article: Article) -> Talk:
    library.now = lambda: talk.now
    talk = Talk(library, article.id)
    show(talk, MONDAY)
    return talk


def show(talk: Talk, text: str, page: str = PAGE) -> None:
    talk.pages[page] = Document(text.encode(), "text/plain", page)


async def replied(talk: Talk, text: str, user: str = ANNA, language: str = "en") -> Reply:
    return await talk.handle(Incoming(user, user, text, language))


async def said(talk: Talk, text: str, user: str = ANNA, language: str = "en") -> str:
    return plain.render(await replied(talk, text, user, language))


async def changed(talk: Talk, user: str = ANNA) -> None:
    """Bring a page, and again when it has changed."""
    await said(talk, PAGE, user)
    talk.now += 86_400
    show(talk, TUESDAY)
    await said(talk, PAGE, user)


async def test_a_link_that_is_sent_again_shows_what_the_page_says_now(talk: Talk) -> None:
    await said(talk, PAGE)
    talk.now += 86_400
    show(talk, TUESDAY)
    shown = await said(talk, PAGE)
    assert "Harbour bridge: repair will cost three million" in shown
    assert "I know 2 versions of this article; this is version 2. /changes shows what is different." in shown
    assert "three million" in await said(talk, QUESTION)


async def test_a_page_that_has_not_changed_is_said_not_to_have(talk: Talk) -> None:
    await said(talk, PAGE)
    talk.now += FRESH + 1
    assert "has not changed since" in await said(talk, PAGE)
    assert "version" not in await said(talk, QUESTION)


async def test_a_page_that_was_just_fetched_is_not_fetched_again(talk: Talk) -> None:
    await said(talk, PAGE)
    show(talk, TUESDAY)
    talk.now += FRESH - 1
    assert "only just now" in await said(talk, PAGE)
    talk.now += 2
    assert "2 versions" in await said(talk, PAGE)


async def test_a_page_that_is_gone_leaves_the_article_as_it_was(talk: Talk) -> None:
    await said(talk, PAGE)
    talk.now += 86_400
    del talk.pages[PAGE]
    shown = await said(talk, PAGE)
    assert "so this is the article as it was on 15 Jan 2027, 08:00 UTC" in shown
    assert "two million" in await said(talk, QUESTION)


async def test_an_answer_says_which_version_it_is_from(talk: Talk) -> None:
    await changed(talk)
    shown = await said(talk, QUESTION)
    assert "This is from version 2 of 2, read on 16 Jan 2027, 08:00 UTC." in shown
    assert "newer" not in shown
    reply = await replied(talk, "/article")
    [older] = [action.text for action in reply.actions if action.text.startswith("/article")]
    await said(talk, older)
    shown = await said(talk, QUESTION)
    assert "two million" in shown
    assert "This is from version 1 of 2, read on 15 Jan 2027, 08:00 UTC. There is a newer version: /article " in shown
    newer = shown.rpartition("/article ")[2].strip()
    await said(talk, f"/article {newer}")
    assert "three million" in await said(talk, QUESTION)


async def test_the_card_of_an_article_lists_its_versions(talk: Talk) -> None:
    await changed(talk)
    reply = await replied(talk, "/article", language="de")
    assert Rows((("1", "15.01.2027, 08:00 UTC", ""), ("2", "16.01.2027, 08:00 UTC", "diese"))) in reply.parts
    assert ("Fassung", "2 von 2, gelesen am 16.01.2027, 08:00 UTC") in next(
        p for p in reply.parts if isinstance(p, Rows)
    ).rows
    assert reply.actions[0].text == "/changes"


@pytest.mark.parametrize(
    "text", ["/changes", "/changes 1", "/changes 1 2", "What changed?", "changes", "Was hat sich geändert?"]
)
async def test_what_changed_is_shown_with_both_wordings_and_who_speaks(talk: Talk, text: str) -> None:
    await changed(talk)
    reply = await replied(talk, text)
    shown = plain.render(reply)
    assert "From version 1 (15 Jan 2027, 08:00 UTC) to version 2 (16 Jan 2027, 08:00 UTC):" in shown
    assert "1 sentence added, 1 removed, 3 reworded." in shown
    assert "Speaks only now: Tom Reed" in shown
    assert [part.text for part in reply.parts if isinstance(part, Heading)] == [
        "Headline",
        "Reworded",
        "Added",
        "Removed",
    ]
    old, new = [p for p in reply.parts if isinstance(p, Cited) and "the repair would cost" in p.text]
    assert (old.text, new.text) == (
        "Mayor Ann Lee said the repair would cost two million pounds.",
        "Mayor Ann Lee said the repair would cost three million pounds.",
    )
    assert old.source.startswith("Before · Source: Ann Lee")
    assert new.source.startswith("Now · Source: Ann Lee")
    assert [old.text[a:b] for a, b in old.marks] == ["two"]


async def test_changes_are_told_in_german_as_well(talk: Talk) -> None:
    await changed(talk)
    shown = await said(talk, "Was hat sich geändert?", language="de")
    assert "Von Fassung 1 (15.01.2027, 08:00 UTC) zu Fassung 2 (16.01.2027, 08:00 UTC):" in shown
    assert "1 Satz neu, 1 entfallen, 3 umformuliert." in shown
    assert "Kommt erst jetzt zu Wort: Tom Reed" in shown


async def test_the_way_back_is_told_the_other_way_round(talk: Talk) -> None:
    await changed(talk)
    shown = await said(talk, "/changes 2 1")
    assert "From version 2" in shown
    assert "Speaks no more: Tom Reed" in shown


async def test_without_another_version_the_words_are_a_question_and_the_command_says_so(talk: Talk) -> None:
    await said(talk, PAGE)
    assert "I know one version of this article" in await said(talk, "/changes")
    assert "The article does not say" in await said(talk, "What changed?")
    await changed(talk)
    assert "There is no version 3; there are 2." in await said(talk, "/changes 3")
    assert "/changes 1 2" in await said(talk, "/changes 1 2 3")


async def test_a_version_that_another_chat_brought_is_not_there(talk: Talk) -> None:
    await said(talk, PAGE)
    await changed(talk, BEN)
    assert "version" not in await said(talk, QUESTION)
    assert "I know one version" in await said(talk, "/changes")
    assert "Versions" not in await said(talk, "/article")


async def test_a_text_that_is_pasted_again_with_changes_is_a_version(talk: Talk) -> None:
    await said(talk, MONDAY)
    longer = MONDAY.replace("two million", "three million")
    assert "this is version 2" in await said(talk, longer)
    assert "three" in await said(talk, "/changes")


async def test_another_report_on_the_same_event_is_no_version(talk: Talk) -> None:
    await said(talk, MONDAY)
    assert "version" not in await said(talk, SAME_EVENT)


async def test_a_text_that_two_papers_print_is_no_version(talk: Talk) -> None:
    show(talk, MONDAY.replace("Ferry hits", "Crash: ferry hits").replace("all this week", "all"), OTHER)
    await said(talk, PAGE)
    assert "version" not in await said(talk, OTHER)
    assert "I know one version" in await said(talk, "/changes")


async def test_a_version_that_was_removed_is_counted_no_more(talk: Talk) -> None:
    await changed(talk)
    await said(talk, "/remove")
    await said(talk, "/article 1")
    assert "version" not in await said(talk, QUESTION)


async def test_whoever_may_not_bring_more_keeps_what_is_known(talk: Talk) -> None:
    await said(talk, PAGE)
    talk.now += 86_400
    show(talk, TUESDAY)
    await asyncio.gather(*(talk.library.store.put(talk.article, f"shelf {n}", ANNA, "", talk.now) for n in range(30)))
    assert "this is how it was on 15 Jan 2027, 08:00 UTC" in await said(talk, PAGE)
    assert "two million" in await said(talk, QUESTION)


async def test_two_files_are_compared_in_the_console(talk: Talk) -> None:
    console = replace(talk, place=ChatTraits(console=True))
    console.pages |= {"old.txt": Document(MONDAY.encode(), "text/plain", "old.txt")}
    console.pages |= {"new.txt": Document(TUESDAY.encode(), "text/plain", "new.txt")}
    assert "3 reworded" in await said(console, "/changes old.txt new.txt")
    with pytest.raises(ArticleError) as caught:
        await console.conversation._context.fetch("none.txt")
    assert caught.value.problem is ArticleProblem.NOT_FOUND


def test_only_what_means_the_command_is_one() -> None:
    assert command("What changed?") == "/changes What changed?"
    assert command("what changed in the law?") == "what changed in the law?"
