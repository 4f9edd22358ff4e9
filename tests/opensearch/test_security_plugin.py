"""The archive on OpenSearch's own security: the role in docs/archive.md is enough, and nothing in it is too much."""

import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from bot.app import Bot, archiving
from bot.conversation.error_messages import PHRASES, words_for
from bot.doctor import examine
from bot.errors import ArchiveError, ArchiveProblem
from bot.ports.archive import UNPLACED
from bot.ports.articles import EVERYBODY
from bot.search import archive_opensearch as module
from bot.search.archive_opensearch import OpenSearchArchive
from tests.archive_of import CORPUS
from tests.opensearch.archives import BRIDGE, bot_on, entry, found
from tests.servers.guarded import PASSWORD, QUOTED, USER
from tests.servers.opensearch import SECURED, VERSION
from tests.servers.opensearch.secured import SecuredNode, secured

pytestmark = pytest.mark.opensearch

PAGE = Path(__file__).resolve().parents[2] / "docs" / "archive.md"
ROLE: dict[str, Any] = json.loads(PAGE.read_text("utf-8").partition("```json")[2].partition("```")[0])
"""What the page says that the bot's user needs."""
ON_CLUSTER: list[str] = ROLE["cluster_permissions"]
ON_INDEXES: list[str] = ROLE["index_permissions"][0]["allowed_actions"]
GROUPS = {
    "cluster_permissions": ["cluster_composite_ops", "cluster_monitor"],
    "index_permissions": [{"index_patterns": ["archive.*"], "allowed_actions": ["indices_all"]}],
}
"""What the page says that holds all of it."""
FERRY, QUESTION = CORPUS / "en" / "ferry-collision-strait" / "article.txt", "Who was on the telephone?"


@pytest.fixture(scope="module")
def server() -> Iterator[SecuredNode]:
    with secured() as node:
        yield node


@pytest.fixture
def node(server: SecuredNode) -> SecuredNode:
    server.clear()
    return server


@asynccontextmanager
async def opened(node: SecuredNode) -> AsyncIterator[OpenSearchArchive]:
    index = OpenSearchArchive(node.address("archive", USER, PASSWORD), ca_file=str(node.ca), replicas=0)
    try:
        yield index
    finally:
        await index.close()


def without(*permissions: str) -> dict[str, Any]:
    role = deepcopy(ROLE)
    role["cluster_permissions"] = [one for one in ON_CLUSTER if one not in permissions]
    role["index_permissions"][0]["allowed_actions"] = [one for one in ON_INDEXES if one not in permissions]
    return role


def indexes(node: SecuredNode) -> list[str]:
    return [one for one in node.get("_cat/indices?h=index", 0).decode().split() if not one.startswith(".")]


async def whole_life(node: SecuredNode) -> None:
    """Have archives do all that they ever do."""
    async with opened(node) as old, opened(node) as new:
        assert (await old.about()).nodes == 1
        await old.open("1")
        await old.replace([entry("a", "de:bruck"), entry("b", "de:bruck", "de:bruck")], 1)
        assert (await old.size(), len(await found(old, BRIDGE))) == (3, 3)
        await old.replace([entry("b", tenants=())], 2)
        await old.caught_up()
        assert (await old.size(), await found(old, BRIDGE)) == (1, [("a", 0)])
        await new.open("2")
        assert await found(new, BRIDGE) == [("a", 0)]  # of the other one
        await new.replace((), 0)
        await new.replace([entry("c", "de:bruck")], 3)
        await new.caught_up()
        assert await found(new, BRIDGE) == [("c", 0)]
    assert len(indexes(node)) == 1


@pytest.fixture
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have indexes of other analyses removed at once."""
    monkeypatch.setattr(module, "IDLE", -1)
    monkeypatch.setattr(module, "LOOK", 0)


@pytest.mark.usefixtures("_nobody_waits")
@pytest.mark.parametrize("role", [ROLE, GROUPS], ids=["single permissions", "groups"])
async def test_what_the_page_names_is_enough(node: SecuredNode, role: Mapping[str, object]) -> None:
    node.let_in(USER, PASSWORD, role)
    await whole_life(node)


@pytest.mark.usefixtures("_nobody_waits")
@pytest.mark.parametrize("permission", [*ON_CLUSTER, *ON_INDEXES])
async def test_nothing_that_the_page_names_is_too_much(node: SecuredNode, permission: str) -> None:
    node.let_in(USER, PASSWORD, without(permission))
    with pytest.raises(ArchiveError) as caught:
        await whole_life(node)
    assert caught.value.reason is ArchiveProblem.FORBIDDEN


async def asked(bot: Bot) -> bool:
    """Ask all articles; tell whether any answers."""
    answer = await bot.everywhere.ask((EVERYBODY, UNPLACED), QUESTION)
    assert not answer.unread
    return bool(answer.found)


@pytest.mark.usefixtures("_nobody_waits")
async def test_a_bot_with_that_role_does_all_its_work(
    node: SecuredNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node.let_in(USER, PASSWORD, without("cluster:monitor/main", "cluster:monitor/health"))
    address, given = node.address("archive", USER, PASSWORD), {"archive_ca": str(node.ca)}
    async with bot_on(tmp_path, address, **given) as bot:
        assert not await asked(bot)
        one = await bot.ingest(str(FERRY))
        assert await asked(bot)
        await bot.library.store.remove(one.id)
        assert not await asked(bot)
        await bot.ingest(str(FERRY))
    (tmp_path / "other").mkdir()
    async with bot_on(tmp_path / "other", address, **given) as bot:  # its database is behind: it begins anew
        assert not await asked(bot)
        await bot.ingest(str(FERRY))
        assert await asked(bot)
    [old] = indexes(node)
    assert old.endswith(".2")
    monkeypatch.setattr(archiving, "analysis", lambda: "another version")
    async with bot_on(tmp_path / "other", address, **given) as bot:
        assert await asked(bot)
    [new] = indexes(node)
    assert new.rpartition(".")[0] != old.rpartition(".")[0]


Doctor = Callable[[str], Awaitable[list[tuple[bool, str]]]]
"""Tells what the doctor says of the archive at an address, and whether all is well."""


@pytest.fixture
def doctor(node: SecuredNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Doctor:
    async def says(address: str) -> list[tuple[bool, str]]:
        monkeypatch.setenv("BOT_ARCHIVE", address)
        return [(one.good, one.text) for one in await examine(PHRASES["en"]) if "rchive" in one.text]

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_DATABASE", str(tmp_path / "articles.db"))
    monkeypatch.setenv("BOT_ARCHIVE_CA", str(node.ca))
    return says


async def test_the_doctor_says_how_the_server_is(node: SecuredNode, doctor: Doctor) -> None:
    node.let_in(USER, PASSWORD, ROLE)
    place, version = f"https://127.0.0.1:{node.ports[0]}/archive", SECURED[VERSION[0]]
    said = await doctor(node.address("archive", USER, PASSWORD))
    assert said == [(True, f"Archive: OpenSearch {version} at {place} (nodes: 1)")]
    assert indexes(node) == []


@pytest.mark.parametrize(
    "who",
    [
        (USER, f"{PASSWORD}?", ArchiveProblem.REFUSED),
        ("nobody", PASSWORD, ArchiveProblem.REFUSED),
        ("read-only", PASSWORD, ArchiveProblem.FORBIDDEN),
    ],
    ids=["wrong password", "unknown", "without permissions"],
)
async def test_who_is_not_let_in_is_told_so_without_the_password(
    node: SecuredNode,
    tmp_path: Path,
    doctor: Doctor,
    caplog: pytest.LogCaptureFixture,
    who: tuple[str, str, ArchiveProblem],
) -> None:
    user, password, problem = who
    node.let_in(USER, PASSWORD, ROLE)
    node.let_in("read-only", PASSWORD, {"cluster_permissions": ["cluster:monitor/health"]})
    address = node.address("archive", user, password)
    with caplog.at_level(logging.DEBUG):
        async with bot_on(tmp_path, address, archive_ca=str(node.ca)) as bot:
            await bot.ingest(str(FERRY))
            with pytest.raises(ArchiveError) as caught:
                await asked(bot)
        said = await doctor(address)
    assert caught.value.reason is problem
    assert said == [(False, words_for(caught.value, PHRASES["en"]))]
    lines = [words_for(caught.value, phrases) for phrases in PHRASES.values()]
    for line in (*lines, str(caught.value), caplog.text):
        assert PASSWORD not in line
        assert QUOTED not in line
    assert all("BOT_ARCHIVE" in line and "\n" not in line for line in lines)


async def test_who_may_not_do_all_of_it_is_not_told_that_articles_are_being_read_in(
    node: SecuredNode, tmp_path: Path
) -> None:
    node.let_in(USER, PASSWORD, without("indices:data/read/mget[shard]"))
    async with bot_on(tmp_path, node.address("archive", USER, PASSWORD), archive_ca=str(node.ca)) as bot:
        await bot.ingest(str(FERRY))
        with pytest.raises(ArchiveError) as caught:
            await asked(bot)
    assert caught.value.reason is ArchiveProblem.FORBIDDEN
