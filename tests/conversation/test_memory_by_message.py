"""What is tapped and replied to is about that answer, whatever came after it."""

import pytest

from bot.chat import Cited, Kind, Reply, Said
from bot.ports.chats import FORGOTTEN_AFTER
from bot.render import plain
from tests.dialogs import ANIMALS, MISSILES, SOLDIERS, WARNING
from tests.talking import Talk

TOO_LONG_AGO = "erinnere ich mich nicht mehr"


def numbers(reply: Reply) -> list[int]:
    return [part.number for part in reply.parts if isinstance(part, Cited)]


async def test_a_tap_is_about_the_answer_it_stands_under(talk: Talk) -> None:
    await talk.says("Wovor warnte Selenskyj?", name="m1")
    await talk.says("Was hat Russland geschickt?", name="m2")
    assert WARNING in plain.render(await talk.taps("/context 1", "m1"))
    assert WARNING not in plain.render(await talk.taps("/context 1", "m2"))


async def test_a_reply_goes_on_from_the_answer_it_replies_to(talk: Talk) -> None:
    await talk.says("Was hat Russland geschickt?", name="m1")
    await talk.says("Wovor warnte Selenskyj?", name="m2")
    reply = plain.render(await talk.says("und Nordkorea?", name="m3", about="m1"))
    assert SOLDIERS in reply
    assert MISSILES not in reply


async def test_a_button_under_what_a_button_brought_works(talk: Talk) -> None:
    await talk.says("Was hat Russland geschickt?", name="m1")
    more = await talk.taps("/more", "m1", name="m2")
    assert numbers(more)[0] == 4
    again = await talk.taps(more.actions[0].text, "m2", name="m3")
    assert numbers(again) == [4]


async def test_an_answer_without_a_button_is_forgotten_politely(talk: Talk) -> None:
    await talk.says("Was hat Russland geschickt?", name="m1")
    talk.clock += FORGOTTEN_AFTER + 1
    for command in ("/context 1", "/why 1", "/else 1", "/more", "/unhelpful", "/share", "/page 2"):
        assert TOO_LONG_AGO in plain.render(await talk.taps(command, "m1")), command
    assert TOO_LONG_AGO in plain.render(await talk.says("mehr", about="m1"))


async def test_what_needs_no_answer_works_under_a_forgotten_one(talk: Talk) -> None:
    for command in ("/help", "/articles", "/article 1", "/sources", "/language de", "/example 1"):
        assert TOO_LONG_AGO not in plain.render(await talk.taps(command, "gone")), command
    assert WARNING in plain.render(await talk.says("Wovor warnte Selenskyj?", about="gone"))


async def test_in_a_shared_chat_everybody_goes_on_from_the_last_question(talk: Talk) -> None:
    await talk.says("Was hat Russland geschickt?", user="telegram:1", shared=True)
    reply = plain.render(await talk.says("Wer sagt das?", user="telegram:2", shared=True))
    assert MISSILES in reply


async def test_in_a_chat_that_is_not_shared_nobody_goes_on_from_anothers_question(talk: Talk) -> None:
    await talk.says("Was hat Russland geschickt?", user="telegram:1")
    assert "zuerst eine Frage" in plain.render(await talk.says("mehr", user="telegram:2"))


async def test_another_person_may_tap_an_answer_in_the_same_chat(talk: Talk) -> None:
    await talk.says("Wovor warnte Selenskyj?", name="m1", user="telegram:1")
    assert WARNING in plain.render(await talk.taps("/context 1", "m1", user="telegram:2"))


async def test_another_page_of_a_reply_is_the_same_reply(talk: Talk) -> None:
    first = await talk.says("/help", name="m1")
    second = await talk.taps("/page 2", "m1", name="m2")
    assert (second.parts, second.page, second.replaces) == (first.parts, 2, True)
    third = await talk.taps("/page 3", "m2")
    assert (third.parts, third.page) == (first.parts, 3)
    for nonsense in ("/page", "/page x", "/page -1", "/page " + "9" * 50):
        assert TOO_LONG_AGO in plain.render(await talk.taps(nonsense, "gone"))


async def test_an_inline_query_is_answered_and_not_remembered(talk: Talk) -> None:
    reply = await talk.says("Was hat Russland geschickt?", kind=Kind.INLINE, name="m1")
    assert {part.text for part in reply.parts if isinstance(part, Cited)} >= {MISSILES, ANIMALS}
    assert len(reply.parts) == len(numbers(reply)) <= 5
    assert reply.actions == ()
    assert "zuerst" in plain.render(await talk.says("/context 1"))
    assert TOO_LONG_AGO in plain.render(await talk.taps("/context 1", "m1"))


@pytest.mark.parametrize("text", ["", "   ", "🙂", "Wer gewann die Fußballweltmeisterschaft?", "w" * 5_000])
async def test_an_inline_query_without_an_answer_brings_one_line_and_no_sentence(talk: Talk, text: str) -> None:
    [part] = (await talk.says(text, kind=Kind.INLINE)).parts
    assert isinstance(part, Said)
