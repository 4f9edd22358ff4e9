"""What the doctor tries out in a channel of the owner's in Slack."""

import pytest

from bot.platforms.slack import live
from bot.platforms.slack.live import try_out
from tests.servers.slack_api import Fault, SlackServer
from tests.slack_chat import HTTP, options


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time three messages and give up after a second."""
    monkeypatch.setattr(live, "POSTED", 2)
    monkeypatch.setattr(live, "LOOK", 0.05)
    monkeypatch.setattr(live, "GIVE_UP", 0.5)


async def tried(server: SlackServer) -> list[tuple[bool, str]]:
    async with server.running():
        return [(check.good, check.text) for check in await try_out(options(server, HTTP), "C0NEWS", "en")]


async def test_both_checks_are_made_and_nothing_stays() -> None:
    server = SlackServer()
    server.lag = 0.2
    found = await tried(server)
    assert [(good, text[:2]) for good, text in found] == [(True, "S1"), (True, "S2")]
    assert "does not rely on it" in found[0][1]
    assert not server.messages


async def test_a_repeat_that_is_refused_is_said() -> None:
    server = SlackServer()
    first = Fault("chat.postMessage", freeze=0.01)
    server.faults += [first, Fault("chat.postMessage", error="duplicate_message_not_found")]
    assert "is refused (duplicate_message_not_found)" in (await tried(server))[0][1]


async def test_a_history_that_is_too_late_is_said() -> None:
    server = SlackServer()
    server.lag = 100.0
    good, text = (await tried(server))[1]
    assert not good
    assert "BOT_SLACK_ONCE=placeholder" in text


async def test_a_channel_that_can_not_be_read_is_said() -> None:
    server = SlackServer()
    server.closed.add("C0NEWS")
    good, text = (await tried(server))[1]
    assert not good
    assert "not_in_channel" in text
