"""The list of articles where somebody writes: its pages, its places, and what the start of an id names."""

from dataclasses import replace

import pytest

from bot.chat import Reply, Rows
from bot.conversation.context import ChatTraits
from bot.model import Article, ExtractedText
from bot.ports.articles import EVERYBODY
from bot.render import plain
from bot.service import Library
from tests.fakes import article as article_of
from tests.fakes import named
from tests.talking import Talk


@pytest.fixture
async def listed(library: Library) -> list[Article]:
    """Store 40 articles for everybody, the last one the newest."""
    made = [named(replace(article_of(f"Tag {n} ist da. Es regnet."), title=f"Tag {n}")) for n in range(40)]
    for n, one in enumerate(made, 1):
        await library.store.save(one, ExtractedText(one.text, title=one.title), "")
        await library.store.put(one.id, EVERYBODY, at=float(n))
    return made


def rows(reply: Reply) -> list[tuple[str, str]]:
    [found] = [part.rows for part in reply.parts if isinstance(part, Rows)]
    return [(row[0], row[1]) for row in found]


async def test_the_console_lists_more_and_says_how_to_go_on(library: Library, listed: list[Article]) -> None:
    talk = Talk(library, listed[-1].id, ChatTraits(console=True))
    first = await talk.says("/articles")
    assert rows(first)[:2] == [("→ 1", "Tag 39"), ("2", "Tag 38")]
    assert len(rows(first)) == 30
    assert [action.text for action in first.actions] == ["/articles 2"]
    second = await talk.says("/articles 2")
    assert rows(second)[:2] == [("31", "Tag 9"), ("32", "Tag 8")]
    assert [action.text for action in second.actions] == ["/articles 1"]


@pytest.mark.parametrize(("wanted", "title"), [("1", "Tag 39"), ("31", "Tag 9"), ("0031", "Tag 9")])
async def test_a_place_of_the_list_names_its_article(
    library: Library, listed: list[Article], wanted: str, title: str
) -> None:
    talk = Talk(library, listed[0].id, ChatTraits())
    assert title in plain.render(await talk.says(f"/article {wanted}"))


@pytest.mark.parametrize("wanted", ["0", "99", "10001", "999999", "9999999", "abc", "²"])
async def test_a_place_that_is_not_there_names_nothing(library: Library, listed: list[Article], wanted: str) -> None:
    talk = Talk(library, listed[0].id, ChatTraits())
    assert "gibt es nicht" in plain.render(await talk.says(f"/article {wanted}"))


async def test_a_page_that_is_not_there_is_the_first(library: Library, listed: list[Article]) -> None:
    talk = Talk(library, listed[0].id, ChatTraits())
    assert rows(await talk.says("/articles 77")) == rows(await talk.says("/articles"))


async def test_older_versions_are_named_by_their_ids_alone(library: Library, listed: list[Article]) -> None:
    for n, one in enumerate(listed[-2:]):
        await library.store.note_edition(one.id, "example.org/a", (), float(n))
    talk = Talk(library, listed[0].id, ChatTraits())
    assert [title for _, title in rows(await talk.says("/articles"))][:2] == ["Tag 39", "Tag 37"]
    assert "Tag 38" in plain.render(await talk.says(f"/article {listed[-2].id[:16]}"))
