"""`article-bot changes`: two versions of an article, for people and for programs."""

import json
from pathlib import Path

import pytest

from tests.core.test_text_versions import MONDAY, TUESDAY
from tests.test_command_line import env, run

__all__ = ["env"]


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    paths = []
    for name, text in (("old.txt", MONDAY), ("new.txt", TUESDAY)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths[0], paths[1]


def test_two_files_are_compared_for_people(env: dict[str, str], versions: tuple[str, str]) -> None:
    shown = run(env, "changes", *versions)
    assert shown.returncode == 0
    text = shown.stdout.decode()
    assert "1 sentence added, 1 removed, 3 reworded." in text
    assert "Mayor Ann Lee said the repair would cost two million pounds." in text
    german = run({**env, "LC_ALL": "de_DE.UTF-8"}, "changes", *reversed(versions)).stdout.decode()
    assert "Kommt nicht mehr zu Wort: Tom Reed" in german


def test_two_files_are_compared_for_programs(env: dict[str, str], versions: tuple[str, str]) -> None:
    found = json.loads(run(env, "changes", "--json", *versions).stdout)
    assert (len(found["added"]), len(found["removed"]), len(found["reworded"])) == (1, 1, 3)
    pair = found["reworded"][1]
    for side, version, words in (("before", MONDAY, ["two"]), ("now", TUESDAY, ["three"])):
        sentence = pair[side]
        assert version[sentence["start"] : sentence["end"]] == sentence["text"]
        assert [span["text"] for span in sentence["different"]] == words
        assert sentence["attributions"][0]["speaker"]["name"] == "Ann Lee"


def test_what_can_not_be_read_ends_in_one_line(env: dict[str, str], versions: tuple[str, str]) -> None:
    done = run(env, "changes", versions[0], "none.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
