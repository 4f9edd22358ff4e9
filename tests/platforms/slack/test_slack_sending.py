"""What goes wrong on the way to Slack: nothing is posted twice, and what can still be shown is shown."""

import asyncio

import pytest

from bot.chat import Cited, Incoming, Kind, Reply, Said
from bot.delivery import Limits, backoff
from bot.platforms.slack.refusals import BARRED, GONE, MISPLACED, UNSHOWABLE, UNWELL, RefusedError, UnshowableError, of
from bot.transport import (
    AccessRevokedError,
    DeliveryError,
    OutcomeUnknownError,
    PlaceholderGoneError,
    RetryAfterError,
    UndeliverableError,
)
from tests.servers.slack_api import Fault, SlackServer, visible
from tests.slack_chat import WAYS, Talk, echo, talking


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again after hundredths of a second."""
    monkeypatch.setattr(backoff, "SHORTEST", 0.02)
    monkeypatch.setattr(backoff.Backoff.__init__, "__defaults__", (0.02, 0.1))


def troubled(*faults: Fault) -> SlackServer:
    server = SlackServer()
    server.faults += faults
    return server


def shown(talk: Talk, words: str) -> int:
    """Return how many messages, ephemerals and views show some words."""
    return sum(words in visible(content) for content in talk.server.shown())


async def asked(talk: Talk, question: str = "who won?", **where: str) -> None:
    assert await talk.say(talk.server.payloads.direct(question, **where))


@pytest.mark.parametrize("way", WAYS)
async def test_fault_20_a_connection_that_dies_after_slack_took_it_shows_no_second_answer(way: str) -> None:
    server = troubled(Fault("chat.update", times=2, after=True))
    async with talking(way=way, server=server) as talk:
        await asked(talk)
        await talk.until(lambda: "unsure" in talk.log.events())
        await talk.quiet()
        assert shown(talk, "a:who won?") == 1
        assert server.counts["chat.postMessage"] == 1


async def test_fault_20_an_empty_message_whose_fate_is_unknown_is_left_empty() -> None:
    """No key makes two messages one: the second try may leave an empty one behind, never a second text."""
    server = troubled(Fault("chat.postMessage", after=True))
    async with talking(server=server) as talk:
        await asked(talk)
        await talk.seen("a:who won?")
        await talk.quiet()
        assert shown(talk, "a:who won?") == 1
        assert [visible(content) for content in server.shown()].count("…") == 1
        assert talk.log.events().count("unsure") == 1


async def test_fault_20_a_command_whose_answer_was_taken_is_answered_in_the_same_place() -> None:
    server = troubled(Fault("respond", times=2, after=True))
    async with talking(server=server) as talk:
        payload = server.payloads.slash("who won?")
        assert await talk.say(payload)
        await talk.until(lambda: server.counts["respond"] == 3)
        await talk.quiet()
        assert talk.log.events().count("unsure") == 2
        assert shown(talk, "a:who won?") == 1
        assert all(given["replace_original"] is True for given in server.private[payload["trigger_id"]].history)
        assert server.counts["chat.postMessage"] == 0


@pytest.mark.parametrize("problem", ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"])
@pytest.mark.parametrize("method", ["chat.update", "respond"])
async def test_fault_24_blocks_that_are_refused_are_sent_as_plain_text(problem: str, method: str) -> None:
    server = troubled(Fault(method, error=problem))
    async with talking(server=server) as talk:
        said = server.payloads.direct("1 < 2") if method == "chat.update" else server.payloads.slash("1 < 2")
        assert await talk.say(said)
        await talk.seen("a:1 &lt; 2 — Source: a test")
        assert server.counts[method] == 2


@pytest.mark.parametrize("word", ["token_revoked", "invalid_auth", "account_inactive"])
@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update"])
async def test_fault_25_a_token_that_is_revoked_stops_everything_with_one_call(word: str, method: str) -> None:
    server = troubled(Fault(method, times=1_000, error=word))
    async with talking(server=server) as talk:
        await asked(talk)
        with pytest.raises(AccessRevokedError):
            await asyncio.wait_for(talk.running, 60)
        assert server.counts[method] == 1


async def test_fault_25_a_401_without_a_body_is_not_taken_for_an_answer() -> None:
    server = troubled(Fault("chat.update", times=2, status=401, body="<html>"))
    async with talking(server=server) as talk:
        await asked(talk)
        await talk.seen("a:who won?")


async def test_fault_26_a_response_url_that_has_expired_is_answered_in_direct_messages() -> None:
    async with talking() as talk:
        payload = talk.server.payloads.slash("who <won>?")
        talk.server.expired.add(payload["trigger_id"])
        assert await talk.say(payload)
        seen = await talk.seen("a:who <won>?")
        assert seen.startswith("You asked: who <won>?\n")
        [(channel, _)] = talk.server.messages
        assert channel.startswith("D")
        await talk.quiet()
        assert shown(talk, "a:who <won>?") == 1


async def test_fault_26_the_sixth_use_of_a_response_url_is_answered_in_direct_messages() -> None:
    server = troubled(Fault("respond", times=0))
    async with talking(server=server) as talk:
        payload = server.payloads.slash("who won?")
        server.private[payload["trigger_id"]].uses = 5
        assert await talk.say(payload)
        await talk.seen("a:who won?")
        assert server.counts["chat.postMessage"] == 1


async def test_429_in_one_channel_delays_that_channel_alone() -> None:
    slow = Fault("chat.postMessage", error="ratelimited", status=429, headers={"Retry-After": "1"}, channel="D0001")
    async with talking(server=troubled(slow)) as talk:
        began = asyncio.get_running_loop().time()
        await asked(talk, "slow")
        await asked(talk, "quick", channel="D0002", user="U0BERT")
        await talk.seen("a:quick")
        assert asyncio.get_running_loop().time() - began < 0.9
        assert shown(talk, "a:slow") == 0
        await talk.seen("a:slow")
        assert 1.0 <= asyncio.get_running_loop().time() - began < 3
        assert ("asked_to_wait", 1.0) in [(e, f.get("seconds")) for e, f in talk.log.lines]


@pytest.mark.parametrize(
    "fault",
    [
        Fault("chat.update", times=3, status=500, body="<html>no</html>"),
        Fault("chat.update", times=3, status=502, body="bad gateway"),
        Fault("chat.update", times=3, status=200, body="<html>proxy</html>"),
        Fault("chat.update", times=3, error="fatal_error"),
        Fault("chat.update", times=3, before=True),
        Fault("respond", times=3, status=500, body="<html>no</html>"),
        Fault("respond", times=3, before=True),
    ],
)
async def test_slack_that_is_not_well_is_tried_again(fault: Fault) -> None:
    async with talking(server=troubled(fault)) as talk:
        said = talk.server.payloads.slash("who won?") if fault.method == "respond" else None
        assert await talk.say(said or talk.server.payloads.direct("who won?"))
        await talk.seen("a:who won?")
        assert talk.log.events().count("unsure") == 3


@pytest.mark.parametrize("word", ["channel_not_found", "is_archived", "not_in_channel"])
async def test_a_channel_that_is_gone_is_not_tried_again(word: str) -> None:
    server = troubled(Fault("chat.postMessage", times=99, error=word))
    async with talking(server=server) as talk:
        await asked(talk)
        await talk.until(lambda: "undeliverable" in talk.log.events())
        await talk.quiet()
        assert server.counts["chat.postMessage"] == 1


async def test_a_message_that_somebody_deleted_is_posted_anew_once() -> None:
    server = troubled(Fault("chat.update", times=1, error="message_not_found"))
    async with talking(server=server) as talk:
        await asked(talk)
        await talk.seen("a:who won?")
        assert server.counts["chat.postMessage"] == 2
    server = troubled(Fault("chat.update", times=99, error="message_not_found"))
    async with talking(server=server) as talk:
        await asked(talk)
        await talk.until(lambda: server.counts["chat.update"] == 2)
        await talk.quiet()
        assert server.counts["chat.postMessage"] == 2


async def test_an_answer_that_slack_never_takes_is_given_up_after_five_tries_with_a_line_in_its_place() -> None:
    async def sorry(incoming: Incoming) -> Reply:
        return Reply((Said("Sorry."),), "en") if incoming.kind is Kind.FAULT else await echo(incoming)

    server = troubled(Fault("chat.update", times=5, error="word_that_nobody_knows"))
    async with talking(sorry, server=server, limits=Limits(attempts=5)) as talk:
        await asked(talk, "first")
        await asked(talk, "next")
        await talk.seen("a:next")
        assert visible(server.shown()[0]).strip() == "Sorry."
        assert server.counts["chat.postMessage"] == 2
        assert talk.log.events().count("failed") == 5


async def test_a_request_that_takes_too_long_is_unsure_and_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    from aiohttp import ClientTimeout  # noqa: PLC0415

    monkeypatch.setattr("bot.platforms.slack.TIMEOUT", ClientTimeout(total=0.2))
    server = troubled(Fault("chat.update", freeze=1.0))
    async with talking(server=server) as talk:
        await asked(talk)
        await talk.seen("a:who won?")
        assert "unsure" in talk.log.events()


async def test_links_are_never_unfolded() -> None:
    async with talking() as talk:
        await asked(talk, "&lt;https://evil.example&gt;")
        await talk.seen("https://evil.example")
        [posted] = [given for method, given in talk.server.calls if method == "chat.postMessage"]
        assert (posted["unfurl_links"], posted["unfurl_media"]) == (False, False)


@pytest.mark.parametrize("length", [3_001, 13_300])
async def test_fault_30_answers_that_slack_would_refuse_are_taken_page_by_page(length: int) -> None:
    async def long(incoming: Incoming) -> Reply:
        page = int(incoming.text.removeprefix("/page ")) if incoming.text.startswith("/page") else 1
        many = tuple(Cited(n, f"Satz {n}: " + "wort " * 40, "Quelle: x") for n in range(1, 60))
        return Reply((Said("Hier:"), Cited(0, "w" * length, "Quelle: y"), *many), "de", page=page, replaces=page > 1)

    async with talking(long) as talk:
        payload = talk.server.payloads.slash("alles")
        assert await talk.say(payload)
        await talk.seen("w" * 3_000)
        assert talk.server.counts["respond"] == 1


def test_every_word_of_slack_means_one_thing() -> None:
    groups = (BARRED, GONE, MISPLACED, UNSHOWABLE, UNWELL)
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
    for words, kind in zip(
        groups,
        (AccessRevokedError, UndeliverableError, PlaceholderGoneError, UnshowableError, OutcomeUnknownError),
        strict=True,
    ):
        assert all(type(of(word, 200, {})) is kind for word in words)
    assert type(of("word_that_nobody_knows", 200, {})) is RefusedError
    assert type(of("", 200, {})) is OutcomeUnknownError
    assert type(of("", 503, {})) is OutcomeUnknownError
    assert issubclass(UnshowableError, DeliveryError)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "30"}, 30),
        ({"retry-after": "0.5"}, 0.5),
        ({}, 1),
        ({"Retry-After": "soon"}, 1),
        ({"Retry-After": "9" * 400}, 600),
    ],
)
def test_a_pause_is_as_long_as_slack_says(headers: dict[str, str], seconds: float) -> None:
    later = of("ratelimited", 429, headers)
    assert isinstance(later, RetryAfterError)
    assert later.seconds == seconds
