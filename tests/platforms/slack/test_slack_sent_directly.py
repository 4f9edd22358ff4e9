"""Answers in Slack as one message each, and what can go wrong with them; on the real library and inbox."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.chat import Handle, Incoming, Reply, Said
from bot.delivery import backoff
from bot.platforms.once import AUTO, DIRECT, Once
from tests.servers.slack_api import Fault, Message, SlackServer, visible
from tests.slack_chat import HTTP, PATIENT, WAYS, Talk, echo, options, ready

pytestmark = pytest.mark.slow

USUAL = Once(AUTO, 0.3)
POST, HISTORY, REPLIES = "chat.postMessage", "conversations.history", "conversations.replies"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again after hundredths of a second."""
    monkeypatch.setattr(backoff.Backoff.__init__, "__defaults__", (0.02, 0.1))


@asynccontextmanager
async def talking(
    *faults: Fault, once: Once = USUAL, way: str = HTTP, handle: Handle = echo, lag: float = 0.0
) -> AsyncIterator[Talk]:
    server = SlackServer()
    server.faults += faults
    server.lag = lag
    async with server.running():
        given = replace(options(server, way), once=once)
        async with ready(server, given, handle, PATIENT, direct=True) as talk:
            yield talk


async def answers(talk: Talk, question: str = "who won?") -> list[Message]:
    """Return the messages that hold, or ever held, the answer to a question, when nothing is called any more."""
    await talk.seen(f"a:{question}")
    await talk.quiet(0.5)
    there = talk.server.messages.values()
    return [m for m in there if any(f"a:{question}" in visible(content) for content in m.history)]


def empty(talk: Talk) -> int:
    return sum(visible(message.content) == "…" for message in talk.server.messages.values())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("where", ["direct", "mention"])
async def test_an_answer_notifies_with_its_own_words_and_is_one_request(way: str, where: str) -> None:
    async with talking(way=way) as talk:
        assert await talk.say(getattr(talk.server.payloads, where)("who won?"))
        [answer] = await answers(talk)
        assert len(answer.history) == 1
        assert (talk.server.counts[POST], talk.server.counts["chat.update"]) == (1, 0)


async def test_a_message_names_what_it_answers_by_a_hash_and_nothing_else() -> None:
    async with talking() as talk:
        payload = talk.server.payloads.direct("who won?")
        assert await talk.say(payload)
        [answer] = await answers(talk)
        given = answer.history[0]["metadata"]
        assert set(given["event_payload"]) == {"id"}
        assert given["event_payload"]["id"].isalnum()
        assert payload["event_id"] not in str(given)


@pytest.mark.parametrize("where", ["direct", "mention"])
@pytest.mark.parametrize(
    "fault", [Fault(POST, after=True), Fault(POST, before=True), Fault(POST, status=502, body="x")]
)
async def test_what_became_of_a_broken_request_is_looked_up(fault: Fault, where: str) -> None:
    async with talking(replace(fault), lag=0.2) as talk:
        assert await talk.say(getattr(talk.server.payloads, where)("who won?"))
        assert len(await answers(talk)) == 1
        assert talk.log.events().count("found") == fault.after
        assert empty(talk) == 0


async def test_a_history_that_is_behind_is_looked_at_twice() -> None:
    async with talking(Fault(POST, after=True), once=Once(AUTO, 0.6)) as talk:
        talk.server.lag = 0.7
        talk.server._lags.uniform = lambda _low, high: high  # type: ignore[method-assign]
        assert await talk.say(talk.server.payloads.direct("who won?"))
        assert len(await answers(talk)) == 1
        assert talk.log.events().count("found") == 1


async def test_a_request_that_is_late_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talking(Fault(POST, freeze=0.5), once=Once(AUTO, 0.8)) as talk:
        monkeypatch.setattr(talk.slack._client, "timeout", 0.2)
        assert await talk.say(talk.server.payloads.direct("who won?"))
        assert len(await answers(talk)) == 1


@pytest.mark.parametrize("error", ["not_in_channel", "missing_scope", "ratelimited", "something_new"])
async def test_a_channel_that_can_not_be_read_gets_placeholders_and_one_line(error: str) -> None:
    async with talking(Fault(HISTORY, times=9, error=error, status=429 if error == "ratelimited" else 200)) as talk:
        for question in ("who won?", "who lost?"):
            assert await talk.say(talk.server.payloads.direct(question))
            [answer] = await answers(talk, question)
            assert len(answer.history) == 2
        assert talk.log.events().count("placeholder_mode") == 1


async def test_a_channel_is_asked_once_whether_it_can_be_read() -> None:
    async with talking() as talk:
        for question in ("who won?", "who lost?"):
            assert await talk.say(talk.server.payloads.direct(question))
            await answers(talk, question)
        assert talk.server.counts[HISTORY] == 1


async def test_a_channel_that_can_not_be_read_any_more_gets_the_answer_again_and_it_is_said() -> None:
    async with talking(Fault(POST, after=True)) as talk:
        assert await talk.say(talk.server.payloads.direct("who won?"))
        await talk.until(lambda: talk.server.counts[POST])
        talk.server.closed.add(next(iter(talk.server.messages.values())).channel)
        assert len(await answers(talk)) >= 1
        await talk.until(lambda: "unproven" in talk.log.events())


async def test_a_long_thread_is_looked_through_page_by_page() -> None:
    async with talking(Fault(POST, times=1, after=True), once=Once(DIRECT, 0.5)) as talk:
        talk.server.page = 2
        first = talk.server.payloads.mention("who won?")
        assert await talk.say(first)
        root = first["event"]["ts"]
        for number in range(5):
            talk.server._chat_postMessage(
                {"channel": first["event"]["channel"], "thread_ts": root, "text": f"{number}"}
            )
        assert len(await answers(talk)) == 1
        assert talk.server.counts[REPLIES] >= 1
        assert "found" in talk.log.events()


@pytest.mark.parametrize("error", ["invalid_blocks", "duplicate_message_not_found"])
async def test_what_slack_refuses_is_sent_with_less_in_it(error: str) -> None:
    async with talking(Fault(POST, error=error)) as talk:
        assert await talk.say(talk.server.payloads.direct("who won?"))
        assert len(await answers(talk)) == 1
        assert talk.server.counts[POST] == 2
        assert "failed" not in talk.log.events()


async def test_patience_that_is_asked_for_is_given_and_nothing_is_looked_up() -> None:
    async with talking(Fault(POST, status=429, error="ratelimited", headers={"Retry-After": "1"})) as talk:
        assert await talk.say(talk.server.payloads.direct("who won?"))
        assert len(await answers(talk)) == 1
        assert talk.server.counts[HISTORY] == 1  # whether it can be read


async def test_who_can_not_be_written_to_is_left_alone() -> None:
    async with talking(Fault(POST, times=9, error="is_archived")) as talk:
        assert await talk.say(talk.server.payloads.direct("who won?"))
        await talk.until(lambda: "undeliverable" in talk.log.events())
        await talk.quiet()
        assert talk.server.counts[POST] == 1


async def test_what_is_shown_while_it_is_looked_for_is_found_and_filled() -> None:
    async def announced(incoming: Incoming) -> Reply:
        await incoming.meanwhile.show(Reply((Said("a moment"),), "en"))
        await asyncio.sleep(0.01)
        return await echo(incoming)

    async with talking(Fault(POST, after=True), handle=announced) as talk:
        assert await talk.say(talk.server.payloads.direct("who won?"))
        assert len(await answers(talk)) == 1
        assert empty(talk) == 0
        assert len(talk.server.messages) == 1


async def test_a_thread_that_was_answered_in_is_known_where_the_answer_was_found() -> None:
    async with talking(Fault(POST, after=True)) as talk:
        first = talk.server.payloads.mention("who won?")
        assert await talk.say(first)
        await answers(talk)
        again = talk.server.payloads.posted("and who lost?", thread_ts=first["event"]["ts"])
        assert await talk.say(again)
        assert len(await answers(talk, "and who lost?")) == 1
