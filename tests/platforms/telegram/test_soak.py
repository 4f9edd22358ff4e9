"""The kill test in its short form; `make soak-telegram` is the long one."""

import pytest
from telegram import Bot

from benchmarks.soak import WAYS, Question, article, towns
from benchmarks.soak_telegram import TelegramOutcome as Soaked
from benchmarks.soak_telegram import judge, soak
from tests.servers.bot_api import serving

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("mode", "way"),
    [
        ("polling", WAYS[0]),
        ("webhook", WAYS[1]),
        pytest.param("polling", WAYS[1], marks=pytest.mark.long),
        pytest.param("webhook", WAYS[0], marks=pytest.mark.long),
    ],
)
async def test_nothing_is_lost_and_nothing_answered_twice_while_the_bot_is_killed(mode: str, way: str) -> None:
    outcome = await soak(mode, way, 4, 120)
    assert (outcome.answered, outcome.lost, outcome.twice, outcome.other, outcome.disordered) == (120, 0, 0, 0, 0)
    assert outcome.kills >= 3
    assert outcome.good


async def test_the_count_sees_what_is_lost_twice_strange_and_out_of_order() -> None:
    async with serving() as api:
        one, two, three = (Question(7, town) for town in towns(3))
        api.people.write(one.text, 7)
        async with Bot(api.token, base_url=f"{api.url}/bot") as bot:
            for text in (f"the bridge of {two.town}", f"of {one.town}", f"again: {two.town}", "sorry?", "…"):
                await bot.send_message(7, text)
        outcome = Soaked("polling", "placeholder", 1, 3)
        judge(api, [one, two, three], towns(3), outcome)
    assert (outcome.answered, outcome.lost, outcome.twice, outcome.orphans, outcome.other) == (2, 1, 1, 1, 1)
    assert outcome.disordered == 1
    assert not outcome.good


def test_every_town_stands_in_one_sentence() -> None:
    names = towns(100)
    text = article(names)
    assert all(text.count(name) == 1 for name in names)
