"""What every `Links` keeps to."""

from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.ports.chats import Link, Links
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.links import SqliteLinks
from bot.storage.postgres.connections import connected
from bot.storage.postgres.links import PostgresLinks
from bot.storage.postgres.schema import provide

LINK = Link("a" * 64, "telegram:-7", "telegram:7", "b" * 64, "de", 2_000.0)


@dataclass
class Clock:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


CLOCK = Clock()


@pytest.fixture(params=("sqlite", "postgres"))
async def links(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Links]:
    CLOCK.now = 1_000.0
    if request.param == "postgres":
        address = request.getfixturevalue("postgres_address")
        await provide(address)
        async with connected(address) as connections:
            yield PostgresLinks(connections, CLOCK, most=3)
        return
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        yield SqliteLinks(connection, CLOCK, most=3)


async def test_a_link_is_found_by_its_hash_for_as_long_as_it_holds(links: Links) -> None:
    await links.give(LINK)
    assert await links.find(LINK.digest) == LINK
    assert await links.find("c" * 64) is None
    CLOCK.now = LINK.until
    assert await links.find(LINK.digest) is None


async def test_the_same_hash_again_changes_nothing(links: Links) -> None:
    await links.give(LINK)
    await links.give(replace(LINK, user="telegram:8", article="x"))
    assert await links.find(LINK.digest) == LINK


@pytest.mark.parametrize(
    ("chat", "user", "gone"),
    [
        ("telegram:-7", "telegram:9", True),
        ("telegram:-8", "telegram:7", True),
        ("telegram:-8", "telegram:9", False),
        ("telegram:-", "telegram:9", False),
    ],
)
async def test_an_article_that_is_taken_off_takes_its_links_along(
    links: Links, chat: str, user: str, *, gone: bool
) -> None:
    thread = replace(LINK, digest="d" * 64, chat="telegram:-7/5", user="telegram:6")
    for link in (LINK, thread, replace(LINK, digest="e" * 64, article="other")):
        await links.give(link)
    await links.revoke(LINK.article, chat, user)
    assert (await links.find(LINK.digest) is None) is gone
    assert (await links.find(thread.digest) is None) is (chat == "telegram:-7")
    assert await links.find("e" * 64) is not None


async def test_who_is_forgotten_has_no_links_and_others_keep_theirs(links: Links) -> None:
    other = replace(LINK, digest="d" * 64, user="telegram:8")
    for link in (LINK, other):
        await links.give(link)
    await links.forget("telegram:7")
    assert await links.find(LINK.digest) is None
    assert await links.find(other.digest) == other


async def test_links_of_a_chat_that_has_moved_are_those_of_the_new_one(links: Links) -> None:
    await links.give(LINK)
    await links.move("telegram:-7", "telegram:-1007")
    assert await links.find(LINK.digest) == replace(LINK, chat="telegram:-1007")


async def test_of_too_many_links_of_a_person_the_oldest_go(links: Links) -> None:
    for n in range(5):
        await links.give(replace(LINK, digest=str(n) * 64, until=2_000.0 + n))
    assert [await links.find(str(n) * 64) is not None for n in range(5)] == [False, False, True, True, True]


async def test_what_no_longer_holds_is_dropped(links: Links) -> None:
    await links.give(LINK)
    await links.purge()
    assert await links.find(LINK.digest) == LINK
    CLOCK.now = LINK.until
    await links.purge()
    CLOCK.now = 1_000.0
    assert await links.find(LINK.digest) is None
