"""What can go wrong between a question and its answer, one test a fault; killed processes are real ones.

The numbers are those of the list that the delivery was designed against (docs/delivery.md).
"""

import asyncio
import json
import resource
import sqlite3
import sys
from pathlib import Path

import aiohttp
import pytest

from bot.delivery import Limits
from bot.settings import chats_beside
from bot.transport import Enqueue, Heartbeat, UpdateSource
from tests.platforms.telegram.live import Through, hasten, living
from tests.servers.bot_api import BotApi
from tests.servers.bot_api.faults import FOREVER
from tests.servers.telegram_bot import SECRET, OurBot

BOTH = pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
STORY = "Lindau feiert die Fähre\n\nDie neue Fähre fasst 300 Fahrgäste. Der alte Leuchtturm wurde gestrichen.\n"
SLOW = Path(__file__).with_name("slow_telegram.py")
CALM = 0.7
"""Seconds in which what must not come would have come."""
QUESTION = "How many passengers does the ferry hold?"
ANSWER = "Die neue Fähre fasst 300 Fahrgäste."


pytestmark = pytest.mark.slow


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hasten(monkeypatch)


def answered(api: BotApi, chat: int = 42) -> list[str]:
    """Return what stands in the chat, one entry for each message of the bot with something to read."""
    return [message.text for message in api.answers(chat)]


def rows(folder: Path, state: int) -> int:
    """Return how many updates of a state the inbox of a process holds: 0 waiting, 1 answered, 2 given up."""
    inbox = sqlite3.connect(chats_beside(folder / "articles.db"))
    [(count,)] = inbox.execute("SELECT count(*) FROM inbox WHERE state = ?", (state,))
    inbox.close()
    return int(count)


# --- 1 to 5: the process dies ---------------------------------------------------------------------------------------


@BOTH
async def test_fault_01_killed_while_it_works_answers_once_after_the_restart(
    api: BotApi, tmp_path: Path, story: Path, *, webhook: bool
) -> None:
    folder = tmp_path / "bot"
    bot = OurBot(api, folder, webhook=webhook, article=story)
    bot.program = (str(SLOW),)
    async with bot:
        api.people.write(QUESTION)
        await bot.reached((folder / "working").exists)
        await bot.kill()
        (folder / "go").touch()
        await bot.start()
        assert (await api.answer()).text == f"Answer to: {QUESTION}"
        await asyncio.sleep(CALM)
    assert len(answered(api)) == 1


@BOTH
@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_fault_02_killed_between_send_and_mark_sends_no_second_text(
    api: BotApi, tmp_path: Path, story: Path, method: str, *, webhook: bool
) -> None:
    api.faults.linger(method, seconds=30)
    given = {"article": story, "telegram_once": "placeholder"}
    async with OurBot(api, tmp_path / "bot", webhook=webhook, **given) as bot:
        api.people.write(QUESTION)
        await api.until(lambda: any(m.ours and (method == "sendMessage" or m.filled) for m in api.chat(42)))
        await bot.kill()
        await bot.start()
        assert ANSWER in (await api.answer()).text
        await asyncio.sleep(CALM)
    assert len(answered(api)) == 1
    assert sum(m.empty for m in api.record.of_bot()) == (method == "sendMessage")


@BOTH
@pytest.mark.parametrize("how", ["linger", "slow", "lose"])
async def test_fault_02_killed_while_an_answer_is_sent_as_one_message_sends_no_second_one_and_leaves_no_empty_one(
    api: BotApi, tmp_path: Path, story: Path, how: str, *, webhook: bool
) -> None:
    """Killed after it was sent, before a request that is late is carried out, and before one that never is."""
    getattr(api.faults, how)("sendMessage", seconds=0.6 if how == "slow" else 30)
    async with OurBot(api, tmp_path / "bot", webhook=webhook, article=story) as bot:
        api.people.write(QUESTION)
        met = api.faults.planned[0]
        await api.until(lambda: met.met and (how != "linger" or answered(api)))
        await bot.kill()
        await bot.start()
        assert ANSWER in (await api.answer()).text
        await bot.reached(lambda: rows(tmp_path / "bot", 1) == 1)
        await asyncio.sleep(CALM)
    assert len(answered(api)) == 1
    assert not any(m.empty and not m.deleted for m in api.record.of_bot())


@BOTH
async def test_fault_03_killed_before_the_commit_gets_it_again_and_answers_once(
    api: BotApi, tmp_path: Path, story: Path, *, webhook: bool
) -> None:
    async with OurBot(api, tmp_path / "bot", webhook=webhook, article=story) as bot:
        writer = sqlite3.connect(chats_beside(tmp_path / "bot" / "articles.db"), isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        api.people.write(QUESTION)
        await api.until(lambda: api.updates.delivered)
        await asyncio.sleep(0.3)  # it waits for the database now
        await bot.kill()
        writer.execute("ROLLBACK")
        writer.close()
        assert rows(tmp_path / "bot", 0) == rows(tmp_path / "bot", 1) == 0
        await bot.start()
        assert ANSWER in (await api.answer()).text
        await asyncio.sleep(CALM)
    assert len(answered(api)) == 1


@BOTH
async def test_fault_04_asked_to_stop_with_fifty_in_flight_answers_all_and_ends_with_0(
    api: BotApi, tmp_path: Path, story: Path, *, webhook: bool
) -> None:
    for method in ("sendMessage", "editMessageText"):
        api.faults.slow(method, times=FOREVER, seconds=0.3)
    async with OurBot(api, tmp_path / "bot", webhook=webhook, article=story, drain=100) as bot:
        chats = range(100, 150)
        for chat in chats:
            api.people.write(QUESTION, chat)
        await bot.reached(lambda: rows(tmp_path / "bot", 0) + rows(tmp_path / "bot", 1) == 50)
        assert sum(len(answered(api, chat)) for chat in chats) < 50
        assert await bot.stop(120) == 0
        assert [len(answered(api, chat)) for chat in chats] == [1] * 50
        assert rows(tmp_path / "bot", 0) == 0


# More often than an update is tried when its answer fails.
@pytest.mark.parametrize(
    ("webhook", "kills"),
    [
        pytest.param(False, 7, id="polling"),
        pytest.param(True, 7, id="webhook"),
        pytest.param(False, 20, id="polling, long", marks=pytest.mark.long),
        pytest.param(True, 8, id="webhook, long", marks=pytest.mark.long),
    ],
)
async def test_fault_05_a_crash_loop_loses_nothing_and_gives_nothing_up(
    api: BotApi, tmp_path: Path, story: Path, kills: int, *, webhook: bool
) -> None:
    api.faults.slow("sendMessage", times=FOREVER, seconds=0.3)
    bot = OurBot(api, tmp_path / "bot", webhook=webhook, article=story)
    for kill in range(kills):
        await bot.start()
        api.people.write(QUESTION, 100 + kill)
        api.people.write(QUESTION, 200 + kill)
        await asyncio.sleep(0.02 * kill)
        await bot.kill()
    async with bot:
        chats = [*range(100, 100 + kills), *range(200, 200 + kills)]
        await api.until(lambda: all(answered(api, chat) for chat in chats))
        await asyncio.sleep(CALM)
        assert [len(answered(api, chat)) for chat in chats] == [1] * 2 * kills
        assert rows(tmp_path / "bot", 2) == 0


# --- 6 to 9: the same update again -----------------------------------------------------------------------------------


@BOTH
@pytest.mark.usefixtures("quick")
async def test_fault_06_the_same_update_twice_is_answered_once(api: BotApi, tmp_path: Path, *, webhook: bool) -> None:
    async with living(api, tmp_path, webhook=webhook) as live:
        question = api.people.write("hello?")
        update = {"update_id": api.updates.last, "message": api.record.json(question)}
        await api.answer()
        api.people.push(update)
        await live.empty()
        await asyncio.sleep(CALM)
        assert len(live.received) == 1
    assert answered(api) == ["Answer to: hello?"]


@pytest.mark.usefixtures("quick")
async def test_fault_07_a_repeat_is_answered_once_even_where_the_first_delivery_never_arrived(
    api: BotApi, tmp_path: Path
) -> None:
    async with living(api, tmp_path, webhook=True) as live:
        hook, api.updates.hook.url = api.updates.hook.url, "http://127.0.0.1:9/nowhere"
        api.people.write("hello?")
        await api.until(lambda: api.updates.refused[0] >= 3)
        assert live.received == []
        api.updates.hook.url = hook
        await api.answer()
        await live.empty()
        await asyncio.sleep(CALM)
    assert answered(api) == ["Answer to: hello?"]


@pytest.mark.usefixtures("quick")
async def test_fault_08_an_exact_replay_of_a_delivery_is_answered_once(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, webhook=True) as live:
        question = api.people.write("hello?")
        await api.answer()
        body = json.dumps({"update_id": api.updates.last, "message": api.record.json(question)}).encode()
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        async with aiohttp.ClientSession(headers=headers) as session:
            for _ in range(3):
                async with session.post(live.url, data=body) as said:
                    assert said.status == 200
        await live.empty()
        await asyncio.sleep(CALM)
        assert len(live.received) == 1
    assert answered(api) == ["Answer to: hello?"]


@pytest.mark.usefixtures("quick")
async def test_fault_09_a_number_that_is_used_again_after_its_time_is_answered(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, limits=Limits(lease=0.3, keep=1.0, look=0.1)) as live:
        api.people.write("the first week?")
        update = api.updates.last
        await api.answer()
        await asyncio.sleep(1.5)
        after = api.people.write("a week of silence later?")
        await api.answer(after=after.id)
        again = api.record.json(after) | {"text": "the same number again?"}
        api.people.push({"update_id": update, "message": again})
        await api.until(lambda: len(answered(api)) == 3)
        assert live.received[-1].text == "the same number again?"


# --- 10 to 15: taking in ---------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.usefixtures("quick")
async def test_fault_10_an_update_that_nobody_can_read_is_put_aside_and_its_neighbours_are_answered(
    api: BotApi, tmp_path: Path, *, webhook: bool
) -> None:
    async with living(api, tmp_path, webhook=webhook) as live:
        api.people.write("before?", 1)
        for poison in ({"message": {"chat": {}}}, {"message": 7}, {"message": None}, {}):
            api.people.push(dict(poison))
        api.people.write("after?", 2)
        await api.answer(1)
        await api.answer(2)
        await live.empty()
        assert await live.dead() == len(live.facts_of("unreadable")) >= 2
    assert (answered(api, 1), answered(api, 2)) == (["Answer to: before?"], ["Answer to: after?"])


@BOTH
@pytest.mark.usefixtures("quick")
async def test_fault_11_a_locked_database_stops_the_acknowledging_and_nothing_else(
    api: BotApi, tmp_path: Path, *, webhook: bool
) -> None:
    async with living(api, tmp_path, webhook=webhook, limits=Limits()) as live:
        writer = sqlite3.connect(tmp_path / "chats.db", isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        api.people.write("hello?")
        await api.until(lambda: live.facts_of("not_kept"))
        assert len(api.updates.pending) == 1
        writer.execute("ROLLBACK")
        writer.close()
        await api.answer()
        await live.empty()
    assert answered(api) == ["Answer to: hello?"]


@BOTH
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the files of a running process")
async def test_fault_11_a_full_disk_stops_the_acknowledging_and_nothing_else(
    api: BotApi, tmp_path: Path, story: Path, *, webhook: bool
) -> None:
    async with OurBot(api, tmp_path / "bot", webhook=webhook, article=story) as bot:
        _, most = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (0, most))
        api.people.write(QUESTION)
        await api.until(lambda: api.updates.delivered.total() >= 3)
        assert answered(api) == []
        assert len(api.updates.pending) == 1
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (most, most))
        assert ANSWER in (await api.answer()).text
        await asyncio.sleep(CALM)
    assert len(answered(api)) == 1


class Ends(Through):
    """The receiver returns for no reason."""

    async def fail(self, receive: UpdateSource, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        del receive, enqueue, heartbeat


class Raises(Through):
    """The receiver raises what nobody expected."""

    async def fail(self, receive: UpdateSource, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        del receive, enqueue, heartbeat
        raise RuntimeError


class IsKilled(Through):
    """The receiver's task is cancelled by somebody else."""

    async def fail(self, receive: UpdateSource, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        del receive, enqueue, heartbeat
        raise asyncio.CancelledError


class Hangs(Through):
    """The receiver waits for ever and says nothing, not even when it is cancelled."""

    async def fail(self, receive: UpdateSource, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        del receive, enqueue, heartbeat
        await asyncio.Event().wait()


class Freezes(Through):
    """The receiver works for a while, and then every poll hangs in the middle."""

    async def fail(self, receive: UpdateSource, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        del enqueue

        async def stuck(updates: object) -> None:
            del updates
            await asyncio.Event().wait()

        await receive(stuck, heartbeat)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("way", [Ends, Raises, IsKilled, Hangs, Freezes])
async def test_fault_12_an_intake_that_died_silently_is_started_again(
    api: BotApi, tmp_path: Path, way: type[Through]
) -> None:
    through = way()
    api.people.write("hello?")
    api.updates.polls = 1  # the first life of the receiver may never get as far as a poll
    async with living(api, tmp_path, through=through) as live:
        await api.answer()
        assert through.lives == 2
        assert live.facts_of("intake_ended") or live.facts_of("intake_silent")
    assert answered(api) == ["Answer to: hello?"]
    assert Limits().silence < 60


@BOTH
@pytest.mark.usefixtures("quick")
async def test_fault_13_a_server_that_freezes_is_found_again_when_it_thaws(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, webhook: bool
) -> None:
    monkeypatch.setattr("bot.platforms.telegram.request.AiohttpRequest.__init__.__defaults__", (0.5, 0.5))
    async with living(api, tmp_path, webhook=webhook) as live:
        api.faults.freeze()
        api.people.write("while it is frozen?", 1)
        await asyncio.sleep(2.0)
        api.faults.thaw()
        api.people.write("after it thawed?", 2)
        await api.answer(1)
        await api.answer(2)
        await live.empty()
        await asyncio.sleep(CALM)
    assert (answered(api, 1), answered(api, 2)) == (
        ["Answer to: while it is frozen?"],
        ["Answer to: after it thawed?"],
    )


@pytest.mark.usefixtures("quick")
async def test_fault_14_connections_that_break_are_made_again_and_everything_is_answered(
    api: BotApi, tmp_path: Path
) -> None:
    async with living(api, tmp_path) as live:
        for chat in range(1, 6):
            api.faults.lose("getUpdates")
            api.faults.swallow("getUpdates")
            api.people.write("hello?", chat)
        await asyncio.sleep(0.1)
        await api.down()
        await asyncio.sleep(0.3)
        await api.up()
        await api.until(lambda: all(answered(api, chat) for chat in range(1, 6)))
        await live.empty()
        await asyncio.sleep(CALM)
        assert not live.facts_of("intake_ended")
        assert api.updates.polls < 100
    assert [answered(api, chat) for chat in range(1, 6)] == [["Answer to: hello?"]] * 5


@pytest.mark.usefixtures("quick")
async def test_fault_15_of_two_pollers_one_steps_back_and_nothing_is_answered_twice(
    api: BotApi, tmp_path: Path
) -> None:
    async with living(api, tmp_path) as one, living(api, tmp_path) as two:
        for number in range(20):
            api.people.write(f"question {number}?", 100 + number)
            await asyncio.sleep(0.05)
        await one.empty()
        await api.until(lambda: all(answered(api, 100 + number) for number in range(20)))
        await asyncio.sleep(CALM)
        assert one.facts_of("fetched_elsewhere") or two.facts_of("fetched_elsewhere")
        assert len(one.received) + len(two.received) == 20
    assert [len(answered(api, 100 + number)) for number in range(20)] == [1] * 20
