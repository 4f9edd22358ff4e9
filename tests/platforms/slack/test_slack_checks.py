"""The doctor's look at Slack: one line a finding, what to do next, and never a token."""

import pytest

from bot.platforms.slack.checks import examine
from bot.platforms.slack.manifest import scopes
from bot.platforms.slack.options import Options
from bot.platforms.slack.setup_texts import words_in
from tests.servers.slack_api import APP_TOKEN, SECRET, TOKEN, Fault, SlackServer

BOTH = ("en", "de")


async def looked(server: SlackServer, language: str = "en", **options: str) -> list[tuple[bool, str]]:
    async with server.running():
        given = Options(api_url=server.base, **options)
        found = [(check.good, check.text) for check in await examine(given, language)]
    for _, text in found:
        assert "\n" not in text
        for secret in (TOKEN, APP_TOKEN, SECRET, *options.values()):
            assert secret not in text or secret.startswith("127")
    return found


def server() -> SlackServer:
    made = SlackServer()
    made.scopes = ",".join(scopes())
    return made


@pytest.mark.parametrize("language", BOTH)
async def test_what_is_set_up_well_is_said_with_its_mode(language: str) -> None:
    found = await looked(server(), language, bot_token=TOKEN, app_token=APP_TOKEN)
    assert [good for good, _ in found] == [True, True]
    assert "@article-bot in Example" in found[0][1]
    assert "Socket Mode" in found[1][1]
    found = await looked(server(), language, bot_token=TOKEN, signing_secret=SECRET, listen="127.0.0.1:9000")
    assert "127.0.0.1:9000" in found[1][1]


@pytest.mark.parametrize("language", BOTH)
async def test_scopes_that_are_missing_are_named(language: str) -> None:
    short = server()
    short.scopes = ",".join(scope for scope in scopes() if scope not in {"im:history", "commands"})
    _, (good, text), _ = await looked(short, language, bot_token=TOKEN, app_token=APP_TOKEN)
    assert not good
    assert "commands, im:history" in text
    assert "article-bot manifest" in text


@pytest.mark.parametrize("language", BOTH)
async def test_without_the_scope_for_files_it_is_said_what_does_not_work(language: str) -> None:
    short = server()
    short.scopes = ",".join(scope for scope in scopes() if scope != "files:read")
    _, (good, text), _ = await looked(short, language, bot_token=TOKEN, app_token=APP_TOKEN)
    assert not good
    assert text.endswith(words_in(language).no_files)
    short.scopes = ",".join(scope for scope in scopes() if scope != "commands")
    _, (_, text), _ = await looked(short, language, bot_token=TOKEN, app_token=APP_TOKEN)
    assert "files:read" not in text


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({}, "docs/slack.md"),
        ({"bot_token": "123:abc"}, "BOT_SLACK_BOT_TOKEN"),
        ({"bot_token": TOKEN, "app_token": "xoxb-x"}, "BOT_SLACK_APP_TOKEN"),
        ({"bot_token": TOKEN}, "BOT_SLACK_SIGNING_SECRET"),
        ({"client_id": "1.2", "signing_secret": SECRET}, "BOT_SLACK_CLIENT_SECRET"),
        ({"client_id": "1.2", "client_secret": "s3cr3t"}, "BOT_SLACK_SIGNING_SECRET"),
        ({"bot_token": TOKEN, "signing_secret": SECRET, "listen": "here"}, "BOT_SLACK_LISTEN"),
        ({"bot_token": "xoxb-wrong", "app_token": APP_TOKEN}, "BOT_SLACK_BOT_TOKEN"),
        ({"bot_token": TOKEN, "app_token": "xapp-wrong"}, "BOT_SLACK_APP_TOKEN"),
        ({"client_id": "1.2", "client_secret": "s3cr3t", "signing_secret": SECRET}, "/slack/install"),
    ],
)
async def test_what_is_wrong_names_the_setting_to_mend(language: str, options: dict[str, str], named: str) -> None:
    found = await looked(server(), language, **options)
    assert any(named in text for _, text in found), found
    if named not in {"docs/slack.md", "/slack/install"}:
        assert not all(good for good, _ in found)


@pytest.mark.parametrize("language", BOTH)
async def test_slack_that_is_not_reached_is_said(language: str) -> None:
    away = server()
    away.faults.append(Fault("auth.test", status=503, body="<html>"))
    [(good, text), *_] = await looked(away, language, bot_token=TOKEN, app_token=APP_TOKEN)
    assert not good
    assert "BOT_SLACK_API_URL" in text


@pytest.mark.parametrize("language", BOTH)
async def test_an_app_token_alone_is_no_set_up_bot(language: str) -> None:
    assert await looked(server(), language, app_token=APP_TOKEN) == [(False, words_in(language).begun)]
    assert await looked(server(), language, signing_secret=SECRET) == [(False, words_in(language).begun)]
    [missing] = await examine(Options(), language)
    assert (missing.good, missing.hint) == (True, True)


@pytest.mark.parametrize("end", ["/api", "/api/"])
async def test_an_address_that_goes_on_behind_the_root_is_said_to_be_so(end: str) -> None:
    made = server()
    async with made.running():
        given = Options(api_url=made.base + end, bot_token=TOKEN, app_token=APP_TOKEN)
        assert (await examine(given, "en"))[0].text == words_in("en").odd_root
