"""A folder of the archive that is missing, damaged, foreign or not to be written to is no fault for anybody."""

import asyncio
import os
import platform
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import StoreError, StoreProblem
from bot.ports.archive import Entry
from bot.ports.articles import EVERYBODY
from bot.search import archive_folder
from bot.search.archive_tantivy import TantivyArchive

ROOT = Path(__file__).resolve().parents[2]
TERMS = {"de:bruck": 1.0}


def entries(count: int) -> list[Entry]:
    return [Entry(f"a{n}", (EVERYBODY,), passages=(("de:bruck", f"de:x{n}"),) * 3) for n in range(count)]


async def filled(folder: Path) -> Path:
    """Return where the index lies that a bot has left."""
    index = TantivyArchive(folder)
    assert await index.open("1") == 0
    await index.replace(entries(5), 5)
    await index.close()
    return archive_folder.place_of(folder, "1")


async def seen(folder: Path, analysis: str = "1") -> tuple[int, int, int]:
    """Return the position, the passages and the hits that a bot finds."""
    index = TantivyArchive(folder)
    try:
        at = await index.open(analysis)
        return at, await index.size(), len(await index.search((EVERYBODY,), TERMS, 50))
    finally:
        await index.close()


def put(file: Path, content: bytes) -> None:
    """Put another file in the place of one: whoever has mapped it into memory keeps what it was."""
    new = file.with_name("new")
    new.write_bytes(content)
    new.replace(file)


def largest(place: Path) -> Path:
    return max((file for file in place.iterdir() if file.suffix == ".idx"), key=lambda file: file.stat().st_size)


def cut_off(place: Path) -> None:
    file = largest(place)
    put(file, file.read_bytes()[:-40])


def flipped(place: Path) -> None:
    file = largest(place)
    content = bytearray(file.read_bytes())
    content[7] ^= 4
    put(file, content)


def emptied(place: Path) -> None:
    put(largest(place), b"")


def gone(place: Path) -> None:
    largest(place).unlink()


def no_list(place: Path) -> None:
    put(place / "meta.json", b"{")


def foreign(place: Path) -> None:
    shutil.rmtree(place)
    place.mkdir()
    (place / "letter.txt").write_text("Dear Sir", "utf-8")


def a_file(place: Path) -> None:
    shutil.rmtree(place)
    place.write_text("Dear Sir", "utf-8")


@pytest.mark.parametrize("harm", [cut_off, flipped, emptied, gone, no_list, foreign, a_file, shutil.rmtree])
async def test_what_is_damaged_is_made_anew_and_empty(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    folder = tmp_path / "archive"
    place = await filled(folder)
    assert await seen(folder) == (5, 15, 15)
    harm(place)
    assert await seen(folder) == (0, 0, 0)
    await filled(folder)
    assert await seen(folder) == (5, 15, 15)
    assert [one.name for one in folder.iterdir()] == [place.name]


async def test_any_byte_that_changes_is_seen(tmp_path: Path) -> None:
    place = await filled(tmp_path / "archive")
    chance = random.Random(2)  # noqa: S311 - places
    for _ in range(12):
        file = chance.choice([f for f in sorted(place.iterdir()) if f.suffix and f.suffix not in {".json", ".lock"}])
        content = bytearray(file.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        before = file.read_bytes()
        put(file, content)
        assert archive_folder._whole(place) is None, file.suffix
        put(file, before)
    assert archive_folder._whole(place) is not None


async def test_what_breaks_while_it_is_open_is_mended_by_opening_it_again(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    place = await filled(folder)
    index = TantivyArchive(folder)
    assert await index.open("1") == 5
    shutil.rmtree(place)
    assert await index.open("1") == 0
    await index.replace(entries(2), 2)
    assert len(await index.search((EVERYBODY,), TERMS, 50)) == 6
    no_list(place)
    with pytest.raises(StoreError) as caught:
        await index.replace(entries(3), 3)
    assert caught.value.problem is StoreProblem.DAMAGED
    assert await index.open("1") == 0
    await index.replace(entries(3), 3)
    assert len(await index.search((EVERYBODY,), TERMS, 50)) == 9
    await index.close()


async def test_several_that_find_it_damaged_make_it_anew_once(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    place = await filled(folder)
    for _ in range(5):
        no_list(place)
        several = [TantivyArchive(folder) for _ in range(4)]
        await asyncio.gather(*(one.open("1") for one in several))
        await several[0].replace(entries(5), 5)
        for one in several:
            assert len(await one.search((EVERYBODY,), TERMS, 50)) == 15
            await one.close()


async def test_who_comes_late_takes_nothing_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "archive"
    place = await filled(folder)
    old, aside_of = archive_folder._aside_of(place), archive_folder._aside_of
    shutil.rmtree(place)
    await filled(folder)
    told = iter([old])  # what it saw before another one was done
    monkeypatch.setattr(archive_folder, "_aside_of", lambda at: next(told, None) or aside_of(at))
    archive_folder._put_aside(place)
    assert await seen(folder) == (5, 15, 15)
    shutil.rmtree(place)
    archive_folder._put_aside(place)  # nothing is there any more


async def test_what_a_killed_process_was_making_anew_is_made_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "archive"
    place = await filled(folder)
    no_list(place)
    left = archive_folder._aside_of(place)
    assert left is not None
    left.mkdir()
    monkeypatch.setattr(archive_folder, "_STALE", 0.1)
    assert await seen(folder) == (0, 0, 0)
    assert not left.exists()


async def test_what_a_killed_process_has_left_among_the_files_is_in_nobodys_way(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    place = await filled(folder)
    names = {file.name.partition(".")[0] for file in place.glob("*.idx")}
    for name in names:
        for number in range(200):
            left = place / f"{name}.{number}.del"
            if not left.exists():
                left.write_bytes(b"begun")
    old, young = place / f"{'0' * 32}.idx", place / f"{'1' * 32}.idx"
    for file in (old, young):
        file.write_bytes(b"begun")
    os.utime(old, (1e9, 1e9))
    index = TantivyArchive(folder)
    assert await index.open("1") == 5
    await index.replace(entries(3), 6)
    assert (await index.open("1"), await index.size()) == (6, 15)
    await index.close()
    assert (old.exists(), young.exists()) == (False, True)
    assert await seen(folder) == (6, 15, 15)


async def test_two_analyses_do_not_take_each_others_away_until_one_is_a_day_old(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    place = await filled(folder)
    assert await seen(folder, "2") == (0, 0, 0)
    assert await seen(folder, "1") == (5, 15, 15)
    old = time.time() - archive_folder.DAY - 60
    os.utime(place / "meta.json", (old, old))
    assert await seen(folder, "2") == (0, 0, 0)
    assert not place.exists()


async def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    place = await filled(tmp_path / "archive")
    assert [one.stat().st_mode & 0o077 for one in (place, place.parent)] == [0, 0]


async def test_where_there_is_no_place_it_is_kept_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_folder, "writable", lambda folder: folder.parent.name != "locked")
    for folder in (tmp_path / "locked" / "archive", None):
        index = TantivyArchive(folder)
        assert await index.open("1") == 0
        await index.replace(entries(2), 2)
        assert (await index.open("1"), await index.size()) == (2, 6)
        await index.close()
    assert not (tmp_path / "locked").exists()


def test_a_file_in_the_way_and_a_folder_that_is_locked_can_not_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    assert archive_folder.writable(tmp_path / "new" / "below")
    assert not archive_folder.writable(tmp_path / "file")
    assert not archive_folder.writable(tmp_path / "file" / "below")


async def test_who_waits_too_long_for_another_process_is_told_and_reads_on(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    place = await filled(folder)
    index = TantivyArchive(folder, patience=0.05)
    await index.open("1")
    other = archive_folder.opened(place).writer()
    with pytest.raises(StoreError) as caught:
        await index.replace(entries(6), 6)
    assert caught.value.problem is StoreProblem.LOCKED
    assert await index.open("1") == 5
    assert len(await index.search((EVERYBODY,), TERMS, 50)) == 15
    other.wait_merging_threads()
    await index.replace(entries(6), 6)
    assert await index.open("1") == 6
    await index.close()


async def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "archive"
    await filled(folder)
    index = TantivyArchive(folder)
    await index.open("1")

    def full(*_: object) -> None:
        raise ValueError("An IO error occurred: 'No space left on device (os error 28)'")

    with monkeypatch.context() as patch:
        patch.setattr("bot.search.archive_tantivy.mark", full)
        with pytest.raises(StoreError) as caught:
            await index.replace(entries(9), 9)
    assert caught.value.problem is StoreProblem.FULL
    assert (await index.open("1"), await index.size()) == (5, 15)
    await index.replace(entries(9), 9)
    assert (await index.open("1"), await index.size()) == (9, 27)
    await index.close()


GROWN = """
import asyncio, sys
from pathlib import Path
from bot.ports.archive import Entry
from bot.search.archive_tantivy import TantivyArchive


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 // 1024


async def main() -> None:
    index = TantivyArchive(Path(sys.argv[1]))
    await index.open("1")
    before = resident()
    for n in range(40):
        passages = tuple(tuple(f"de:w{n}x{i}" for i in range(40)) for _ in range(6))
        await index.replace([Entry(f"{n:064x}", ("",), passages=passages)], n + 1)
        await index.caught_up()
    print(resident() - before)


asyncio.run(main())
"""


@pytest.mark.slow
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps memory in its own way")
def test_many_small_changes_keep_no_memory_for_each_thread_that_wrote_one(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GROWN, str(tmp_path / "a.archive")], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert int(done.stdout) < 70  # MB; without giving back what is free, 110
