"""The store under faults: a lock, a full disk, damage, a kill. Nothing is lost, nothing is half there."""

import asyncio
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.errors import StoreError, StoreProblem
from bot.model import Article
from bot.storage import codec
from bot.storage.sqlite import SqliteStore, open_store
from tests.fakes import article, reading

RAT = article("Der Rat tagt. Es regnet, sagte Anna Weber laut dpa. " * 60)
TAG = article("Ein anderer Tag.")

WRITER = """
import asyncio, sys
from bot.storage.sqlite import open_store
from tests.fakes import article, reading

async def main():
    async with open_store(sys.argv[1], "1") as store:
        for n in range(100_000):
            one = article(f"Tag {n}. " + "Es regnet. " * 800)
            await store.save(one, reading(one), str(n))
            print(n, one.id, flush=True)

asyncio.run(main())
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "articles.db"


async def filled(place: Path | str, *articles: Article) -> None:
    async with open_store(place, "1") as store:
        for one in articles:
            await store.save(one, reading(one), one.origin)


def problem(caught: pytest.ExceptionInfo[StoreError]) -> StoreProblem:
    return caught.value.problem


@pytest.mark.parametrize(("bytes_of_it", "on_the_loop"), [(0, False), (1_000_000, True)])
async def test_a_long_analysis_is_unpacked_beside_the_event_loop(
    place: Path, monkeypatch: pytest.MonkeyPatch, bytes_of_it: int, *, on_the_loop: bool
) -> None:
    await filled(place, RAT)
    threads: list[int] = []
    unpack = codec.unpack_article

    def watched(stored: bytes, article_id: str, text: str) -> Article:
        threads.append(threading.get_ident())
        return unpack(stored, article_id, text)

    monkeypatch.setattr("bot.storage.stored.SHORT", bytes_of_it)
    monkeypatch.setattr(codec, "unpack_article", watched)
    async with open_store(place, "1") as store:
        assert await store.load(RAT.id) == RAT
    assert [thread == threading.get_ident() for thread in threads] == [on_the_loop]


async def test_a_reader_goes_on_while_another_program_writes_and_a_writer_is_told(place: Path) -> None:
    await filled(place, RAT)
    async with open_store(place, "1") as store:
        await store._connection.execute("PRAGMA busy_timeout = 30")
        with closing(sqlite3.connect(place, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert await store.load(RAT.id) == RAT
            with pytest.raises(StoreError) as caught:
                await store.save(TAG, reading(TAG), "d2")
            with pytest.raises(StoreError):
                await store.remove(RAT.id)
        assert (problem(caught), caught.value.path) == (StoreProblem.LOCKED, str(place))
        await store.save(TAG, reading(TAG), "d2")
        assert {line.id for line in await store.all()} == {RAT.id, TAG.id}


async def test_two_programs_that_write_wait_for_each_other(place: Path) -> None:
    async def write(store: SqliteStore, start: int) -> None:
        for n in range(start, start + 40):
            one = article(f"Tag {n}.")
            await store.save(one, reading(one), str(n))

    async with open_store(place, "1") as here, open_store(place, "1") as there:
        await asyncio.gather(write(here, 0), write(there, 40))
        assert len(await here.all()) == len(await there.all()) == 80


async def test_a_full_disk_is_named_and_what_was_there_stays(place: Path) -> None:
    await filled(place, RAT)
    large = article("Es regnet. " * 20_000)
    async with open_store(place, "1") as store:
        await store._connection.execute("PRAGMA max_page_count = 12")
        with pytest.raises(StoreError) as caught:
            await store.save(large, reading(large), "d2")
        assert problem(caught) is StoreProblem.FULL
        assert await store.load(RAT.id) == RAT
        assert await store.id_of_document("d2") is None
        await store._connection.execute("PRAGMA max_page_count = 1000000")
        await store.save(large, reading(large), "d2")
        assert await store.load(large.id) == large
        await store.check()


@pytest.mark.parametrize("room", [0, 30_000, 60_000])
async def test_a_limit_on_the_size_of_files_is_a_full_disk_and_reading_goes_on(place: Path, room: int) -> None:
    await filled(place, RAT)
    large = article("Es regnet. " * 20_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        async with open_store(place, "1") as store:
            with pytest.raises(StoreError) as caught:
                await store.save(large, reading(large), "d2")
            assert await store.load(RAT.id) == RAT
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    # Where not even the log beside the file can be made, all that can be told is that nothing can be written.
    assert problem(caught) in ((StoreProblem.FULL,) if room > 32_768 else (StoreProblem.FULL, StoreProblem.READ_ONLY))
    async with open_store(place, "1") as store:
        assert await store.load(RAT.id) == RAT
        assert await store.load(large.id) is None
        await store.check()


async def test_a_database_that_became_read_only_is_read_and_not_written(place: Path) -> None:
    await filled(place, RAT)
    async with open_store(place, "1") as store:
        await store._connection.execute("PRAGMA query_only = ON")
        assert await store.load(RAT.id) == RAT
        with pytest.raises(StoreError) as caught:
            await store.save(TAG, reading(TAG), "d2")
        assert problem(caught) is StoreProblem.READ_ONLY


async def test_a_save_that_is_given_up_leaves_a_store_that_works(place: Path) -> None:
    async with open_store(place, "1") as store:
        for turns in range(12):
            one = article(f"Tag {turns}.")
            task = asyncio.create_task(store.save(one, reading(one), "d"))
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            assert not store._connection.in_transaction
            assert await store.load(one.id) in (one, None)
        await store.save(RAT, reading(RAT), "d")
        assert await store.load(RAT.id) == RAT


def test_everything_that_was_saved_survives_a_kill(place: Path) -> None:
    saved: dict[str, str] = {}
    for lines in (1, 7, 20):
        command = [sys.executable, "-c", WRITER, str(place)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as writer:
            assert writer.stdout is not None
            for _ in range(lines):
                number, key = writer.stdout.readline().split()
                saved[number] = key
            writer.send_signal(signal.SIGKILL)
            # The last line may have been cut by the kill.
            saved |= dict(line.split() for line in writer.stdout if line.endswith("\n"))

    async def look() -> None:
        async with open_store(place, "1") as store:
            await store.check()
            assert [await store.id_of_document(number) for number in saved] == list(saved.values())
            for line in await store.all():
                assert await store.load(line.id) is not None
            assert {line.id for line in await store.all()} >= set(saved.values())

    asyncio.run(look())
    assert len(saved) >= 20


async def damaged_or_right(place: Path) -> None:
    """Tell that the damaged file gives the article as it was, or none, or an error of ours; never another."""
    try:
        async with open_store(place, "1") as store:
            assert await store.load(RAT.id) in (RAT, None)
            found = await store.reading(RAT.id)
            assert found is None or found[0] == reading(RAT)
            await store.all()
            await store.find("0")
            await store.check()
    except StoreError as error:
        assert error.path == str(place)  # noqa: PT017 - either way is right, this is what matters about this one


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "articles.db"
    asyncio.run(filled(path, RAT, TAG))
    return path


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spot=st.integers(0, 10**6), change=st.integers(1, 255))
@example(spot=18, change=3)
@example(spot=60, change=255)
def test_no_byte_that_changes_makes_another_article(place: Path, sound: Path, spot: int, change: int) -> None:
    content = bytearray(sound.read_bytes())
    content[spot % len(content)] ^= change
    place.write_bytes(content)
    asyncio.run(damaged_or_right(place))


def test_no_page_that_is_wiped_makes_another_article(place: Path, sound: Path) -> None:
    whole = sound.read_bytes()
    for start in range(0, len(whole), 4096):
        for wipe in (bytes(4096), b"\xa5" * 4096):
            place.write_bytes(whole[:start] + wipe + whole[start + 4096 :])
            asyncio.run(damaged_or_right(place))


def test_a_database_that_was_cut_is_damaged_and_left_alone(place: Path, sound: Path) -> None:
    whole = sound.read_bytes()
    for length in (1, 99, 100, 511, 512, 4095, 4096, 4097, 8192, len(whole) - 4096, len(whole) - 3000):
        place.write_bytes(whole[:length])

        async def read() -> None:
            async with open_store(place, "1") as store:
                assert await store.load(RAT.id) == RAT
                await store.check()

        with pytest.raises(StoreError) as caught:
            asyncio.run(read())
        assert problem(caught) is StoreProblem.DAMAGED
        assert place.read_bytes() == whole[:length]


async def test_a_text_that_is_not_what_came_in_is_never_quoted(place: Path) -> None:
    await filled(place, RAT)
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("UPDATE articles SET text = ?", (codec.to_bytes(RAT.text.replace("Weber", "Huber")),))
    async with open_store(place, "1") as store:
        for look in (store.load, store.reading):
            with pytest.raises(StoreError) as caught:
                await look(RAT.id)
            assert problem(caught) is StoreProblem.DAMAGED


async def test_an_analysis_that_can_not_be_understood_is_made_anew_from_the_reading(place: Path) -> None:
    await filled(place, RAT)
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("UPDATE articles SET analysis = substr(analysis, 1, 50)")
    async with open_store(place, "1") as store:
        assert await store.load(RAT.id) is None
        assert await store.reading(RAT.id) == (reading(RAT), RAT.origin)
        await store.save(RAT, reading(RAT), "")
        assert await store.load(RAT.id) == RAT


async def test_a_reading_that_can_not_be_understood_is_damage(place: Path) -> None:
    await filled(place, RAT)
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("UPDATE articles SET reading = x'00'")
    async with open_store(place, "1") as store:
        with pytest.raises(StoreError) as caught:
            await store.reading(RAT.id)
    assert problem(caught) is StoreProblem.DAMAGED


async def test_the_day_an_article_came_in_stays(place: Path) -> None:
    await filled(place, RAT)
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("UPDATE articles SET ingested = '2026-05-04T12:00:00Z'")
    await filled(place, replace(RAT, attributions=()))
    async with open_store(place, "1") as store:
        assert [line.ingested for line in await store.all()] == ["2026-05-04T12:00:00Z"]


def test_an_article_is_read_with_one_statement(place: Path) -> None:
    seen: list[str] = []

    async def read() -> None:
        await filled(place, RAT)
        async with open_store(place, "1") as store:
            await store._connection.set_trace_callback(seen.append)
            await store.load(RAT.id)

    asyncio.run(read())
    assert len(seen) == 1


async def test_a_database_that_can_not_be_opened_leaves_no_thread(tmp_path: Path) -> None:
    for _ in range(20):
        before = threading.active_count()
        with pytest.raises(StoreError):
            await SqliteStore.open(tmp_path, "1")
        assert threading.active_count() <= before


async def test_a_store_that_is_closed_twice_is_closed(place: Path) -> None:
    store = await SqliteStore.open(place, "1")
    await store.close()
    await store.close()
    assert os.listdir(place.parent) == [place.name]  # noqa: PTH208
