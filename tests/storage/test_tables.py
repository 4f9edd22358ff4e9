from pathlib import Path

import pytest

from bot.core.lexical.lexicon import END
from bot.storage.tables import cache_folder, kept

TABLE = b"de wort\tword\n" + END


def _never() -> bytes:
    raise AssertionError("made again")


def test_a_table_is_made_once_and_thenmapped(tmp_path: Path) -> None:
    assert kept(tmp_path / "new", "lexicon-1", lambda: TABLE) == TABLE
    assert bytes(kept(tmp_path / "new", "lexicon-1", _never)[:]) == TABLE


def test_a_new_name_replaces_tables_of_its_kind_only(tmp_path: Path) -> None:
    for name in ("lexicon-1", "other-1", "lexicon-2"):
        kept(tmp_path, name, lambda: TABLE)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["lexicon-2", "other-1"]


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
