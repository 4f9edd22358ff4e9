import errno
import os
from pathlib import Path

import pytest

from bot.core.lexical.lexicon import END
from bot.storage.tables import DAY, UNUSED, cache_folder, kept

TABLE = b"de wort\tword\n" + END


def _never() -> bytes:
    raise AssertionError("made again")


def test_a_table_is_made_once_and_thenmapped(tmp_path: Path) -> None:
    assert kept(tmp_path / "new", "lexicon-1", lambda: TABLE) == TABLE
    assert bytes(kept(tmp_path / "new", "lexicon-1", _never)[:]) == TABLE


def test_versions_side_by_side_keep_their_tables(tmp_path: Path) -> None:
    for name in ("lexicon-1", "other-1", "lexicon-2"):
        kept(tmp_path, name, lambda: TABLE)
    for name in ("lexicon-1", "other-1", "lexicon-2"):
        assert bytes(kept(tmp_path, name, _never)[:]) == TABLE


def _aged(path: Path, seconds: float) -> Path:
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))
    return path


def test_what_nobody_has_used_for_long_goes_with_the_next_table_of_its_kind(tmp_path: Path) -> None:
    for name in ("lexicon-old", "lexicon-young", "lexicon-used", "other-old"):
        kept(tmp_path, name, lambda: TABLE)
        _aged(tmp_path / name, UNUSED - DAY if name == "lexicon-young" else UNUSED + DAY)
    _aged(_draft(tmp_path, "lexicon-left.draft"), 2 * DAY)
    _draft(tmp_path, "lexicon-written.draft")
    kept(tmp_path, "lexicon-used", _never)
    kept(tmp_path, "lexicon-new", lambda: TABLE)
    left = {"lexicon-young", "lexicon-used", "lexicon-new", "lexicon-written.draft", "other-old"}
    assert {p.name for p in tmp_path.iterdir()} == left


def _draft(folder: Path, name: str) -> Path:
    (folder / name).write_bytes(b"")
    return folder / name


def test_a_full_disk_leaves_no_draft_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", full)
    assert kept(tmp_path, "lexicon-1", lambda: TABLE) == TABLE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"de", b"de w", b"de wort\two", END[:-1], TABLE])
def test_a_table_that_was_cut_off_is_made_again(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "lexicon-1").write_bytes(content)
    assert kept(tmp_path, "lexicon-1", lambda: TABLE) == TABLE
    assert bytes(kept(tmp_path, "lexicon-1", _never)[:]) == TABLE


@pytest.mark.parametrize("at", range(len(TABLE) + 4))
def test_a_table_of_which_a_bit_has_changed_is_made_again(tmp_path: Path, at: int) -> None:
    kept(tmp_path, "lexicon-1", lambda: TABLE)
    content = bytearray((tmp_path / "lexicon-1").read_bytes())
    content[at] ^= 1
    (tmp_path / "lexicon-1").write_bytes(content)
    assert kept(tmp_path, "lexicon-1", lambda: TABLE) == TABLE
    assert bytes(kept(tmp_path, "lexicon-1", _never)[:]) == TABLE


def test_a_folder_that_can_not_be_one_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert kept(tmp_path / "file" / "sub", "lexicon-1", lambda: TABLE) == TABLE
    assert kept(None, "lexicon-1", lambda: TABLE) == TABLE


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nowhere/at/all")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert cache_folder() is None
