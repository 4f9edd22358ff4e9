"""A button that is tapped twice by one movement is answered once."""

import asyncio

from bot.chat import Action, Cited, Incoming, Reply
from bot.platforms.telegram.taps import AGAIN, Taps
from tests.servers.bot_api import BotApi, Message
from tests.telegram_chat import talking

REPLY = Reply((Cited(1, "Die Fähre fährt wieder.", "Quelle"),), "de", (Action("A", "/context 1"), Action("B", "/more")))


class Handle:
    """Answers everything alike, and remembers what was tapped."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.tapped: list[str] = []
        self._seconds = seconds

    async def __call__(self, incoming: Incoming) -> Reply:
        if incoming.text.startswith("/"):
            self.tapped.append(incoming.text)
            await asyncio.sleep(self._seconds)
        return REPLY


async def asked(api: BotApi, chat: int = 42) -> Message:
    api.people.write("who?", chat)
    return await api.answer(chat)


async def acknowledged(api: BotApi, *taps: str) -> None:
    await api.until(lambda: all(api.record.taps[tap] for tap in taps))
    await asyncio.sleep(0.1)


async def test_two_quick_taps_on_one_button_bring_one_answer_and_both_are_acknowledged() -> None:
    handle = Handle()
    async with talking(handle) as api:
        answer = await asked(api)
        await acknowledged(api, *[api.people.tap(answer, "A") for _ in range(3)])
        assert len(api.answers()) == 2
    assert handle.tapped == ["/context 1"]
    assert all("text" not in given for given in api.record.taps.values())


async def test_a_second_tap_while_the_answer_takes_long_is_the_same_tap() -> None:
    handle = Handle(AGAIN + 0.3)
    async with talking(handle) as api:
        answer = await asked(api)
        await acknowledged(api, *[api.people.tap(answer, "A") for _ in range(2)])
        assert len(api.answers()) == 2
    assert handle.tapped == ["/context 1"]


async def test_another_button_or_another_person_is_another_tap() -> None:
    handle = Handle()
    async with talking(handle) as api:
        api.people.write("/help@article_bot", chat=-100, user=42)
        answer = await api.answer(-100)
        taps = [api.people.tap(answer, button, user) for button, user in (("A", 42), ("B", 42), ("A", 42), ("A", 43))]
        await acknowledged(api, *taps)
    assert handle.tapped[1:] == ["/context 1", "/more", "/context 1", "/context 1"]


def test_a_tap_counts_again_after_a_while_and_an_update_that_is_read_again_is_the_same_tap() -> None:
    now = 100.0
    taps = Taps(lambda: now)
    assert not taps.repeated("m", "a", 1)
    assert not taps.repeated("m", "a", 1)
    assert taps.repeated("m", "a", 2)
    now += AGAIN / 2
    taps.answered("m")
    now += AGAIN * 0.75
    assert taps.repeated("m", "a", 3)
    now += AGAIN
    assert not taps.repeated("m", "a", 4)
    now -= 50
    assert not taps.repeated("m", "a", 5)
