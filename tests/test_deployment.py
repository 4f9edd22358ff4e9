"""compose.yaml and the systemd unit: valid as far as their own checkers tell, and true to the bot's settings."""

import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.search.opensearch_address import address_in
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parent.parent
COMPOSE = ROOT / "compose.yaml"
TO_END = 10
"""Seconds that a process has after its drain."""
NAMES = {PREFIX + f.name.upper() for f in fields(Settings)}


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    services: dict[str, Any] = YAML(typ="safe").load(COMPOSE)["services"]
    return services


def bots(services: dict[str, Any]) -> list[Any]:
    return [service for service in services.values() if service["image"] == "article-bot"]


def test_the_compose_file_is_one_by_the_schema_of_compose() -> None:
    checker = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run(
        [checker, "--builtin-schema", "vendor.compose-spec", COMPOSE], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_variable_in_the_compose_file_is_a_setting_with_a_usable_value(
    services: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from bot.settings import load_settings  # noqa: PLC0415 - what it reads is set below

    monkeypatch.chdir(tmp_path)
    for bot in bots(services):
        assert bot["environment"].keys() <= NAMES
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in bot["environment"].items():
            if name != "BOT_DATABASE":  # an address of which a part is put in later
                monkeypatch.setenv(name, value)
        assert load_settings().listen == "0.0.0.0:8080"


def test_there_is_one_bot_on_a_file_two_on_a_database_and_two_with_a_search_server(services: dict[str, Any]) -> None:
    by_profile: dict[str, set[str]] = {}
    for name, service in services.items():
        for profile in service["profiles"]:
            by_profile.setdefault(profile, set()).add(name)
    assert by_profile == {
        "sqlite": {"bot"},
        "postgresql": {"replica", "database"},
        "opensearch": {"newsroom", "database", "search"},
    }
    assert services["bot"]["environment"]["BOT_DATABASE"].startswith("/data/")
    for name in ("replica", "newsroom"):
        assert services[name]["environment"]["BOT_DATABASE"].startswith("postgresql://")
        assert services[name]["deploy"]["replicas"] == 2
        for other in by_profile["postgresql" if name == "replica" else "opensearch"] - {name}:
            assert services[name]["depends_on"][other] == {"condition": "service_healthy"}
    address = address_in(services["newsroom"]["environment"]["BOT_ARCHIVE"])
    assert address.hosts == ("search:9200",)
    assert services["search"]["networks"] == services["database"]["networks"] == ["inside"]
    assert not services["search"].get("ports")


def test_no_container_is_root_or_changes_its_own_files(services: dict[str, Any]) -> None:
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["user"] not in {"root", "0"}, name
        assert service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert service["healthcheck"]["test"], name
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ())), name
    [user] = set(re.findall(r"^USER (\S+)", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE))
    assert {bot["user"] for bot in bots(services)} == {user}


def test_a_container_has_the_time_to_stop_that_its_bot_takes(services: dict[str, Any]) -> None:
    for bot in bots(services):
        given = bot["environment"]
        needed = int(given["BOT_DRAIN_DELAY"]) + int(given["BOT_DRAIN"]) + TO_END
        assert bot["stop_grace_period"] == f"{needed}s"


def test_the_health_check_is_a_command_of_the_bot(services: dict[str, Any]) -> None:
    for bot in bots(services):
        kind, python, *command = bot["healthcheck"]["test"]
        assert (kind, python) == ("CMD", "python")
        done = subprocess.run(
            [sys.executable, *command, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert (done.returncode, "--ready" in done.stdout) == (0, True)


def unit() -> str:
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    [found] = re.findall(r"^```ini\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    return str(found)


def test_the_unit_sets_what_are_settings_and_waits_for_the_drain() -> None:
    given = dict(re.findall(r"\b(BOT_\w+)=(\S+)", unit()))
    assert given.keys() <= NAMES
    [wait] = re.findall(r"^TimeoutStopSec=(\d+)$", unit(), re.MULTILINE)
    assert int(wait) == Settings().drain + Settings().drain_delay + TO_END
    assert "article-bot serve" in unit()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd on this machine")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    file = tmp_path / "article-bot.service"
    file.write_text(unit().replace("/opt/article-bot/.venv/bin/article-bot", sys.executable), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", file],  # noqa: S607 - wherever it is
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
