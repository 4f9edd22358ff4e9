"""Two `serve` on one PostgreSQL behind a load balancer: Telegram's webhook and Slack's requests reach either of them.

`python -m benchmarks.soak_serve` is the long form.
"""

import pytest

from benchmarks.soak_serve import soak_on
from tests.servers.postgres import PostgresServer

pytestmark = pytest.mark.long


async def test_nothing_is_lost_or_answered_twice_while_one_is_killed_and_one_drained(postgres: PostgresServer) -> None:
    outcome = await soak_on(postgres, 6, 80)
    assert outcome.kills >= 1
    assert outcome.drains >= 1
    assert (outcome.answered + outcome.refused, outcome.lost, outcome.twice, outcome.disordered) == (80, 0, 0, 0)
    assert outcome.good, outcome.line()
