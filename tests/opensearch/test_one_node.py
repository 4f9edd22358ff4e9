"""The archive on a real OpenSearch: several bots on one index, analyses that follow each other, and what people see."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.chat import Cited, Said
from bot.conversation.archive_phrases import ENGLISH
from bot.conversation.error_messages import PHRASES, words_for
from bot.doctor import examine
from bot.errors import ArchiveError, ArchiveProblem
from bot.ports.archive import UNPLACED
from bot.ports.articles import EVERYBODY
from bot.search import archive_opensearch as module
from bot.search.archive_opensearch import OpenSearchArchive
from tests.archive_of import CORPUS
from tests.opensearch.archives import BRIDGE, FERRY, bot_on, entry, found
from tests.servers.guarded import PASSWORD, QUOTED, USER, authority, guarded
from tests.servers.opensearch import VERSION, OpenSearchNodes
from tests.servers.process import free_port
from tests.talking import Talk

pytestmark = pytest.mark.opensearch


@pytest.fixture
def nodes(opensearch: OpenSearchNodes) -> OpenSearchNodes:
    opensearch.clear()
    return opensearch


@asynccontextmanager
async def opened(nodes: OpenSearchNodes, **given: int) -> AsyncIterator[OpenSearchArchive]:
    index = OpenSearchArchive(nodes.address("archive"), **{"replicas": 0, **given})
    try:
        yield index
    finally:
        await index.close()


def indexes(nodes: OpenSearchNodes) -> list[str]:
    return sorted(nodes.get("_cat/indices?h=index", 0).decode().split())


def refreshes(nodes: OpenSearchNodes) -> int:
    stats = json.loads(nodes.get("_stats/refresh", 0))
    return int(stats["_all"]["primaries"]["refresh"]["external_total"])


async def test_while_a_new_analysis_is_read_in_the_old_one_answers(nodes: OpenSearchNodes) -> None:
    async with opened(nodes) as old, opened(nodes) as new:
        await old.open("1")
        await old.replace([entry("a", "de:bruck"), entry("b", "de:bruck")], 7)
        await old.caught_up()
        assert await new.open("2") == 0
        await new.replace([entry("a", "de:bruck")], 6)
        assert (await new.open("2"), await new.size()) == (6, 1)
        assert await found(new, BRIDGE) == [("a", 0), ("b", 0)]
        await new.replace([entry("b", "de:fahr")], 7)
        await new.caught_up()
        assert await found(new, BRIDGE) == [("a", 0)]
        assert await found(old, BRIDGE) == [("a", 0), ("b", 0)]
        assert await old.open("1") == 7


async def test_an_index_that_no_bot_uses_any_more_is_removed(
    nodes: OpenSearchNodes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(nodes) as old, opened(nodes) as new:
        await old.open("1")
        await old.replace([entry("a", "de:bruck")], 1)
        await old.caught_up()
        await new.open("2")
        await new.caught_up()
        assert len(indexes(nodes)) == 2
        monkeypatch.setattr(module, "IDLE", -1)
        monkeypatch.setattr(module, "LOOK", 0)
        await new.caught_up()
        assert len(indexes(nodes)) == 1
        assert await new.open("2") == 0
        assert await old.open("1") == 0  # made anew, should one come after all


async def test_who_is_slower_changes_nothing(nodes: OpenSearchNodes) -> None:
    async with opened(nodes) as one, opened(nodes) as other:
        await one.open("1")
        await other.open("1")
        await other.replace([entry("a", "de:alt", "de:alt")], 1)
        slow = one._bulk
        state = await one._mine()
        await other.replace([entry("a", "de:bruck"), entry("gone", "de:fahr")], 8)
        await other.replace([entry("gone", tenants=())], 9)
        # What a bot does that was held up behind the look at the position:
        stale = [entry("a", "de:alt", "de:alt", "de:alt"), entry("gone", "de:fahr"), entry("new", "de:neu")]
        await slow.write(f"{state.index}.write", stale, 5)
        assert not await one._noted(state, 5)
        assert await one.open("1") == 9
        assert await found(other, {"de:alt": 1.0, **FERRY}) == []
        assert await found(other, BRIDGE) == [("a", 0)]
        await other.replace([entry("new", tenants=())], 10)
        assert await found(other, {"de:neu": 1.0}) == []


async def test_what_was_written_in_part_is_not_found_and_does_not_last(nodes: OpenSearchNodes) -> None:
    async with opened(nodes) as index:
        await index.open("1")
        await index.replace([entry("a", "de:bruck")], 1)
        state = await index._mine()
        await index._bulk.write(f"{state.index}.write", [entry("b", "de:bruck", "de:bruck", "de:bruck")], 2)
        assert (await found(index, BRIDGE), await index.size()) == ([("a", 0)], 1)
        await index.replace([entry("b", "de:bruck")], 3)  # it has become shorter meanwhile
        assert (await found(index, BRIDGE), await index.size()) == ([("a", 0), ("b", 0)], 2)


async def test_a_first_fill_makes_nothing_visible_until_somebody_asks(nodes: OpenSearchNodes) -> None:
    async with opened(nodes) as index:
        await index.open("1")
        before = refreshes(nodes)
        for n in range(20):
            await index.replace([entry(f"a{n}-{m}", "de:bruck") for m in range(10)], n + 1)
        assert refreshes(nodes) == before
        assert len(await found(index, BRIDGE)) == 50
        assert await index.size() == 200
        after = refreshes(nodes)
        assert len(await found(index, BRIDGE)) == 50
        assert refreshes(nodes) == after


async def test_what_everybody_sees_is_spread_and_what_a_chat_sees_lies_together(nodes: OpenSearchNodes) -> None:
    async with opened(nodes, shards=3) as index:
        await index.open("1")
        await index.replace([entry(f"a{n}", "de:bruck") for n in range(60)], 1)
        await index.replace([entry(f"b{n}", "de:fahr", tenants=("telegram:1", "x,y")) for n in range(60)], 2)
        assert len(await index.search((EVERYBODY,), BRIDGE, 100)) == 60
        assert len({hit.score for hit in await index.search((EVERYBODY,), BRIDGE, 100)}) == 1
        assert len(await index.search(("telegram:1",), FERRY, 100)) == 60
        assert len(await index.search(("x,y", "telegram:1"), FERRY, 100)) == 60
        assert await index.search(("x", "y"), FERRY, 100) == ()
        await index._calls.make(lambda c: c.indices.refresh(index="archive.*"))
        rows = nodes.get("_cat/shards?h=docs&format=json", 0)
        assert min(int(row["docs"]) for row in json.loads(rows)) > 10


async def test_one_that_is_begun_anew_takes_what_it_is_given_from_the_start(nodes: OpenSearchNodes) -> None:
    async with opened(nodes) as one, opened(nodes) as other:
        await one.open("1")
        await one.replace([entry("a", "de:bruck")], 90)
        await asyncio.gather(one.replace((), 0), other.open("1"))
        assert await other.open("1") == 0
        await other.replace([entry("a", "de:fahr")], 3)
        assert (await found(one, FERRY), await found(one, BRIDGE)) == ([("a", 0)], [])
        assert len(indexes(nodes)) == 1


# --- a bot ------------------------------------------------------------------------------------------------------------


async def test_a_bot_asks_all_its_articles_through_tls_with_its_password(
    nodes: OpenSearchNodes, tmp_path: Path
) -> None:
    ca, context = authority(tmp_path)
    root = nodes.address("").rstrip("/")
    async with guarded(root, context) as port:
        address = f"https://{USER}:{QUOTED}@127.0.0.1:{port}/archive"
        async with bot_on(tmp_path, address, archive_ca=str(ca)) as bot:
            await bot.ingest(str(CORPUS / "en" / "ferry-collision-strait" / "article.txt"))
            answer = await bot.everywhere.ask((EVERYBODY, UNPLACED), "Who was on the telephone?")
            assert answer.found
        for wrong, problem in (("eve", ArchiveProblem.REFUSED), (USER, ArchiveProblem.CERTIFICATE)):
            given = {"archive_ca": str(ca)} if wrong == "eve" else {}
            async with bot_on(tmp_path, address.replace(USER, wrong), **given) as bot:
                with pytest.raises(ArchiveError) as caught:
                    await bot.everywhere.ask((EVERYBODY,), "Who was on the telephone?")
            assert caught.value.reason is problem
            for phrases in PHRASES.values():
                line = words_for(caught.value, phrases)
                assert PASSWORD not in line
                assert QUOTED not in line
                assert "BOT_ARCHIVE" in line
        await asyncio.sleep(0.1)  # for connections that end with TLS


async def test_without_the_server_one_article_still_answers(tmp_path: Path) -> None:
    async with bot_on(tmp_path, f"http://127.0.0.1:{free_port()}/archive") as bot:
        one = await bot.ingest(str(CORPUS / "en" / "ferry-collision-strait" / "article.txt"))
        bot.archive._opened()._calls._patience = 0.2  # type: ignore[attr-defined] # not what it is about
        talk = Talk(bot.library, one.id, everywhere=bot.everywhere)
        reply = await talk.says("/all Who was on the telephone?", language="en")
        assert [part.text for part in reply.parts if isinstance(part, Said)] == [ENGLISH.unavailable]
        reply = await talk.says("Who was on the telephone?", language="en")
        assert [part for part in reply.parts if isinstance(part, Cited)]


async def test_the_doctor_says_how_the_server_is(
    nodes: OpenSearchNodes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_DATABASE", str(tmp_path / "articles.db"))
    address = nodes.address("archive")

    async def says(word: str) -> list[tuple[bool, str]]:
        findings = await examine(PHRASES["en"])
        return [(one.good, one.text) for one in findings if word in one.text]

    monkeypatch.setenv("BOT_ARCHIVE", address)
    assert await says("Archive:") == [(True, f"Archive: OpenSearch {VERSION} at {address} (nodes: 1)")]
    assert indexes(nodes) == []
    async with opened(nodes, replicas=1) as index:
        await index.open("1")
    assert len(await says("Archive:")) == 2
    monkeypatch.setenv("BOT_ARCHIVE", f"http://eve:zebra@127.0.0.1:{free_port()}/archive")
    [(good, line)] = await says("can't be reached")
    assert not good
    assert "zebra" not in line
