"""Asking for an article to look at: the page, the map, and what stands in their place where no file can go."""

from pathlib import Path

import pytest

from bot import fetch
from bot.app.drawing import drawer
from bot.chat import Drawing, Enclosure, Incoming, Reply, Rows, without_file
from bot.conversation.context import ChatTraits
from bot.conversation.speakers import BAR, bar
from bot.model import Article
from bot.platforms.console import saving
from bot.render import plain
from bot.service import Library
from bot.transport import FileGoneError
from tests.talking import Talk

TELEGRAM = ChatTraits(files=True)
CONSOLE = ChatTraits(console=True, files=True)


async def test_view_encloses_the_page_of_the_article_in_scope(library: Library, article: Article) -> None:
    reply = await Talk(library, article.id, TELEGRAM).says("/view", language="en")
    assert reply.encloses is not None
    assert (reply.encloses.drawing, reply.encloses.article) == (Drawing.PAGE, article.id)
    assert "Open the file in a browser" in plain.render(reply)


async def test_where_the_page_can_not_go_after_all_its_words_say_so(library: Library, article: Article) -> None:
    reply = without_file(await Talk(library, article.id, TELEGRAM).says("/view", language="en"))
    assert "Open the file" not in plain.render(reply)
    assert "/sources says in words" in plain.render(reply)
    slack = await Talk(library, article.id, ChatTraits(files=True, typed="/ask ")).says("/view", language="en")
    assert "/ask sources says in words" in plain.render(without_file(slack))


async def test_where_no_file_can_go_view_says_how_else(library: Library, article: Article) -> None:
    reply = await Talk(library, article.id, ChatTraits()).says("/view", language="de")
    assert reply.encloses is None
    assert f"article-bot view {article.id[:12]}" in plain.render(reply)


async def test_below_the_sources_the_map_and_the_page_are_offered(library: Library, article: Article) -> None:
    reply = await Talk(library, article.id, TELEGRAM).says("/sources", language="en")
    assert [action.text for action in reply.actions] == ["/map", "/view"]
    for place in (CONSOLE, ChatTraits()):
        assert not (await Talk(library, article.id, place).says("/sources", language="en")).actions


async def test_the_map_has_the_list_of_the_sources_as_its_words(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, TELEGRAM)
    listed = next(p for p in (await talk.says("/sources", language="en")).parts if isinstance(p, Rows))
    reply = await talk.says("/map", language="en")
    assert reply.encloses == Enclosure(Drawing.MAP, article.id)
    assert listed in reply.parts


async def test_nobody_looks_at_what_is_on_no_shelf_of_theirs(library: Library, article: Article) -> None:
    hidden = await library.ingest(fetch.Document(b"Secret\n\nThe bank of Ley is closed. It fell.", "text/plain", "x"))
    reply = await Talk(library, article.id, TELEGRAM).says(f"/start {hidden.id[:16]}", language="en")
    assert reply.encloses is None
    shown = await Talk(library, article.id, TELEGRAM).says("/view", language="en")
    assert shown.encloses is not None
    assert shown.encloses.article == article.id


async def test_the_terminal_draws_how_often_each_source_speaks(library: Library, article: Article) -> None:
    reply = await Talk(library, article.id, CONSOLE).says("/sources", language="en")
    rows = next(part for part in reply.parts if isinstance(part, Rows)).rows
    counts = [int(row[2].removesuffix("×")) for row in rows]
    assert [len(row[3]) for row in rows] == [len(bar(count, max(counts))) for count in counts]
    assert any(row[3] == "█" * BAR for row in rows)


@pytest.mark.parametrize(("count", "most", "drawn"), [(0, 5, ""), (5, 5, "█" * 10), (1, 80, "▏"), (1, 8, "█▎")])
def test_a_bar_is_as_long_as_its_count(count: int, most: int, drawn: str) -> None:
    assert bar(count, most) == drawn


async def test_the_terminal_saves_the_page_and_says_where(
    library: Library, article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    handle = saving(Talk(library, article.id, CONSOLE).handle, drawer(library))
    reply = await handle(Incoming("console", "console", "/view", "en"))
    (saved,) = tmp_path.iterdir()  # noqa: ASYNC240 - nobody waits here
    assert f"Saved: {saved}" in plain.render(reply)
    assert saved.read_text(encoding="utf-8").startswith("<!doctype html>")


async def test_where_a_page_can_not_be_saved_the_terminal_says_so() -> None:
    async def gone(enclosure: Enclosure, _language: str) -> None:
        raise FileGoneError(enclosure.article)

    async def answer(_incoming: Incoming) -> Reply:
        return Reply((), "en", encloses=Enclosure(Drawing.PAGE, "x"))

    reply = await saving(answer, gone)(Incoming("console", "console", "/view", "en"))
    assert "could not be saved" in plain.render(reply)


async def test_a_drawing_of_an_article_that_was_removed_is_gone(library: Library) -> None:
    with pytest.raises(FileGoneError):
        await drawer(library)(Enclosure(Drawing.MAP, "0" * 64), "en")
