"""The manifest asks Slack for exactly what the code handles, in YAML that Slack reads."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import cli
from bot.platforms.slack import interactions, manifest
from bot.platforms.slack.calls import METHODS
from bot.platforms.slack.events import EVENTS
from bot.platforms.slack.manifest import as_yaml, events, scopes

PACKAGE = Path(manifest.__file__).parent
URL = "https://bot.example.org"


def made(url: str = "", *domains: str) -> dict[str, object]:
    """Return the manifest as Slack would read it."""
    found = _parsed(as_yaml(manifest.manifest(url, domains)))
    assert isinstance(found, dict)
    return found


def _parsed(text: str) -> object:
    """Read the YAML that is written: mappings, sequences, and scalars as in JSON, by indentation."""
    lines = [(len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines()]
    value, rest = _block(lines)
    assert rest == []
    return value


Lines = list[tuple[int, str]]


def _block(lines: Lines) -> tuple[object, Lines]:
    depth, first = lines[0]
    found: list[tuple[str, object]] = []
    while lines and lines[0][0] == depth:
        line = lines[0][1]
        if line.startswith("- "):
            inner, lines = _block([(depth + 2, line[2:]), *lines[1:]])
            found.append(("-", inner))
        elif line.startswith('"') or line in {"true", "false"}:
            return json.loads(line), lines[1:]
        else:
            name, _, scalar = line.partition(":")
            inner, lines = (json.loads(scalar), lines[1:]) if scalar.strip() else _block(lines[1:])
            found.append((name, inner))
    return ([inner for _, inner in found] if first.startswith("- ") else dict(found)), lines


def _plain(value: object) -> object:
    """Return a value with lists and dictionaries for what is like them."""
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("url", ["", URL])
def test_the_yaml_says_what_the_manifest_says(url: str) -> None:
    assert made(url, "news.example") == _plain(manifest.manifest(url, ["news.example"]))


def test_every_event_that_is_handled_is_subscribed_to_and_no_other() -> None:
    assert {name.partition(".")[0] for name in events()} == set(EVENTS)
    assert made()["settings"]["event_subscriptions"]["bot_events"] == list(events())  # type: ignore[index]


def test_every_method_that_is_called_has_its_scope_and_no_other_method_is_called() -> None:
    """The source is read for names of methods, so that one that is new needs a line in the table."""
    called = set()
    for file in PACKAGE.glob("*.py"):
        called |= set(re.findall(r"\.method\(\s*\"([a-zA-Z.]+)\"", file.read_text(encoding="utf-8")))
    assert called == set(METHODS) - {"auth.test"}
    assert {scope for scope in METHODS.values() if scope} <= set(scopes())


def test_shortcuts_and_the_command_are_those_that_are_handled() -> None:
    features = made()["features"]
    assert {shortcut["callback_id"] for shortcut in features["shortcuts"]} == {  # type: ignore[index]
        interactions.ASK, interactions.ASK_ABOUT, interactions.CHECK_AGAINST, interactions.OPEN_ARTICLE
    }  # fmt: skip
    [command] = features["slash_commands"]  # type: ignore[index]
    assert command["command"] == interactions.COMMAND
    assert command["should_escape"] is False
    assert features["app_home"]["home_tab_enabled"] is True  # type: ignore[index]
    assert "assistant_view" in features  # type: ignore[operator]


def test_over_http_every_request_has_its_address_and_over_a_socket_none() -> None:
    over_http, over_socket = json.dumps(made(URL)), json.dumps(made())
    assert over_http.count(f"{URL}/slack/events") == 3
    assert f"{URL}/slack/oauth_redirect" in over_http
    assert "https://" not in over_socket
    assert made()["settings"]["socket_mode_enabled"] is True  # type: ignore[index]
    assert made(URL)["settings"]["socket_mode_enabled"] is False  # type: ignore[index]


def test_a_whole_enterprise_may_install_the_app_where_it_can_be_installed_over_http() -> None:
    assert made(URL)["settings"]["org_deploy_enabled"] is True  # type: ignore[index]
    assert made()["settings"]["org_deploy_enabled"] is False  # type: ignore[index]


def test_what_slack_limits_is_short_enough() -> None:
    """The bounds stand in Slack's schema of manifests (slackapi/manifest-schema)."""
    whole = made(URL)
    assert len(whole["display_information"]["name"]) <= 35  # type: ignore[index]
    assert len(whole["display_information"]["description"]) <= 140  # type: ignore[index]
    assert len(whole["features"]["slash_commands"][0]["usage_hint"]) <= 1_000  # type: ignore[index]
    for shortcut in whole["features"]["shortcuts"]:  # type: ignore[index]
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150


def test_the_command_prints_it() -> None:
    printed = CliRunner().invoke(cli, ["manifest", "--url", f"{URL}/", "--domain", "news.example"])
    assert printed.exit_code == 0
    assert _parsed(printed.output) == made(URL, "news.example")
