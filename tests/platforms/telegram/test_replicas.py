"""Several bots on one PostgreSQL, killed one after the other, or the database under them; and one that is restarted.

`python -m benchmarks.soak_replicas` is the long form.
"""

from pathlib import Path

import pytest

from benchmarks.soak_replicas import DATABASE, KILL, Replica, soak, soak_on
from tests.servers.bot_api import serving
from tests.servers.postgres import PASSWORD, PostgresServer
from tests.servers.telegram_bot import OurBot

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
