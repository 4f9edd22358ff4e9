"""Several bots on one PostgreSQL, killed or stopped one after the other, or the database under them.

`python -m benchmarks.soak_replicas` is the long form.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from benchmarks.soak_replicas import DATABASE, KILL, Replica, soak, soak_on
from bot.delivery import Limits
from bot.delivery.placing import PROMPT
from bot.storage.postgres.connections import lone
from bot.storage.postgres.leadership import SILENCE
from tests.servers.bot_api import BotApi, serving
from tests.servers.postgres import PASSWORD, PostgresServer
from tests.servers.telegram_bot import OurBot

pytestmark = pytest.mark.slow

PATIENCE = 60.0
"""Seconds for an answer of a process that has just started on a machine that is busy."""


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_nothing_is_lost_and_nothing_answered_twice_while_one_of_two_bots_is_killed(
    postgres: PostgresServer, mode: str
) -> None:
    outcome = await soak_on(postgres, mode, KILL, 4, 100)
    assert outcome.kills >= 1
    assert (outcome.answered, outcome.lost, outcome.twice, outcome.other, outcome.disordered) == (100, 0, 0, 0, 0)


async def test_nothing_is_lost_and_nothing_answered_twice_while_the_database_is_killed() -> None:
    outcome = await soak("polling", DATABASE, 5, 100)
    assert outcome.kills >= 1
    assert (outcome.answered, outcome.lost, outcome.twice, outcome.other, outcome.disordered) == (100, 0, 0, 0, 0)


async def test_a_button_works_after_a_restart(tmp_path: Path) -> None:
    async with serving() as api, OurBot(api, tmp_path) as bot:
        api.people.write("Wovor warnte Selenskyj?", 5)
        answer = await api.answer(5, seconds=PATIENCE)
        await bot.kill()
        await bot.start()
        api.people.tap(answer, "Wer noch?")
        await api.until(lambda: len(api.answers(5)) > 1 or len(answer.versions) > 1, PATIENCE)
        api.people.write("Warum?", 5)
        last = api.answers(5)[-1].id
        follow_up = await api.answer(5, after=last, seconds=PATIENCE)
        assert "Nordkoreaner" in follow_up.text


async def test_one_bot_fetches_and_another_takes_over_with_all_that_was_said(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    given = {"database": postgres.database()}
    async with (
        serving() as api,
        Replica(api, tmp_path / "1", **given) as one,
        Replica(api, tmp_path / "2", **given) as other,
    ):
        await other.reached(lambda: '"standing_by"' in other.output)
        api.people.write("Wovor warnte Selenskyj?", 5)
        answer = await api.answer(5, seconds=PATIENCE)
        await one.kill()
        await other.reached(lambda: '"taken_over"' in other.output)
        api.people.write("Warum?", 5)
        follow_up = await api.answer(5, after=answer.id, seconds=PATIENCE)
        assert "Nordkoreaner" in follow_up.text
        assert PASSWORD not in one.output + other.output


QUESTION = "Wovor warnte Selenskyj?"
BLOCKED = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
ORPHANS = {"direct": 0, "placeholder": 1}
"""Empty messages that may stay of a process that was stopped before it could note where it had placed one."""


async def met(condition: Callable[[], Awaitable[object]]) -> None:
    """Return when a condition holds that is asked for."""
    async with asyncio.timeout(PATIENCE):
        while not await condition():  # noqa: ASYNC110 - it is another process's
            await asyncio.sleep(0.01)


async def halted(api: BotApi, address: str, way: str, bot: Replica) -> Callable[[], Awaitable[None]]:
    """Ask, and stop the process (SIGSTOP) while it waits for the database to note what it sends or has placed.

    Returns what gives its lane free, as the end of the lease does.
    """
    held, watching = await lone(address), await lone(address)
    api.faults.slow("stopMessageLiveLocation" if way == "direct" else "sendMessage")
    api.people.write(QUESTION, 5)
    await met(lambda: held.fetchval("SELECT count(*) FROM lanes"))
    locked = held.transaction()
    await locked.start()
    await held.execute("SELECT FROM lanes FOR UPDATE")
    await met(lambda: watching.fetchval(BLOCKED))
    bot.process.send_signal(signal.SIGSTOP)

    async def freed() -> None:
        await held.execute("UPDATE lanes SET until = 0")
        await locked.commit()
        await held.close()
        await watching.close()

    return freed


@pytest.mark.parametrize("way", ["direct", "placeholder"])
async def test_a_process_that_stood_still_sends_nothing_that_another_one_has_taken_over(
    postgres: PostgresServer, tmp_path: Path, way: str
) -> None:
    given = {"database": postgres.database(), "telegram_once": way if way == "placeholder" else "auto"}
    async with (
        serving() as api,
        Replica(api, tmp_path / "1", **given) as one,
        Replica(api, tmp_path / "2", **given) as other,
    ):
        await other.reached(lambda: '"standing_by"' in other.output)
        freed = await halted(api, str(given["database"]), way, one)
        await freed()
        answer = await api.answer(5, seconds=PATIENCE)
        assert "Selenskyj" in answer.text
        await asyncio.sleep(PROMPT)
        one.process.send_signal(signal.SIGCONT)
        await one.reached(lambda: '"overtaken"' in one.output)
        assert [message.text for message in api.answers(5)] == [answer.text]
        api.people.write("Warum?", 5)
        follow_up = await api.answer(5, after=answer.id, seconds=PATIENCE)
        assert [message.id for message in api.answers(5)] == [answer.id, follow_up.id]
        assert sum(message.ours and message.empty for message in api.chat(5)) <= ORPHANS[way]
        assert '"failed"' not in one.output + other.output


@pytest.mark.long
async def test_nor_after_its_whole_lease_and_fetches_no_more(postgres: PostgresServer, tmp_path: Path) -> None:
    given = {"database": postgres.database()}
    async with (
        serving() as api,
        Replica(api, tmp_path / "1", **given) as one,
        Replica(api, tmp_path / "2", **given) as other,
    ):
        await other.reached(lambda: '"standing_by"' in other.output)
        look = api.faults.slow("stopMessageLiveLocation", seconds=2.0)
        api.people.write(QUESTION, 5)
        await one.reached(lambda: look.met)
        one.process.send_signal(signal.SIGSTOP)
        answer = await api.answer(5, seconds=Limits().lease + PATIENCE)
        api.people.write("Was bestätigte die US-Armee?", 6)
        await api.answer(6, seconds=SILENCE / 1000 + PATIENCE)  # the other one fetches now
        one.process.send_signal(signal.SIGCONT)
        await one.reached(lambda: '"overtaken"' in one.output)
        assert [message.text for message in api.answers(5)] == [answer.text]
