"""Chats that take the place of others: what is handed on, and what every process knows of it."""

from pathlib import Path

from bot.chat import Incoming, Kind
from bot.conversation.admission import Admission, Entry, Rules
from bot.conversation.moving import LOOK, Moves
from bot.model import Article
from bot.render import plain
from bot.service import Library
from bot.storage.keyvalue import open_key_values
from bot.storage.memory import ProcessGuestList
from tests.talking import Talk

OLD, NEW = "telegram:-5", "telegram:-100"
WARNED = "100.000"


def moved() -> Incoming:
    return Incoming(NEW, "", OLD, id="m9", kind=Kind.MOVED)


async def test_a_conversation_goes_on_in_the_chat_that_has_taken_the_place_of_its_own(
    library: Library, article: Article
) -> None:
    talk = Talk(library, article.id)
    await talk.says("Wovor warnte Selenskyj?", chat=OLD, name="m1")
    for _ in range(2):
        assert (await talk.handle(moved())).parts == ()
    assert WARNED in plain.render(await talk.says("/context 1", chat=NEW))
    tapped = await talk.says("/context 1", chat=OLD, about="m1", kind=Kind.TAP)
    assert WARNED in plain.render(tapped)
    joined = Incoming(NEW, "telegram:1", "/start", "de", id="m10", kind=Kind.JOINED)
    assert (await talk.handle(joined)).parts == ()


async def test_a_chat_that_the_bot_comes_into_is_greeted_where_it_was_no_other(
    library: Library, article: Article
) -> None:
    talk = Talk(library, article.id)
    joined = Incoming(NEW, "telegram:1", "/start", "de", id="m10", kind=Kind.JOINED)
    assert (await talk.handle(joined)).parts


async def test_a_move_is_known_after_a_start_and_to_other_processes_a_minute_later(tmp_path: Path) -> None:
    clock = [0.0]
    async with open_key_values(tmp_path / "chats.db") as texts:
        one, other = Moves(texts, lambda: clock[0]), Moves(texts, lambda: clock[0])
        asked = Incoming(f"{OLD}/7", "telegram:1", "Wer?")
        assert (await other.followed(asked)).chat == f"{OLD}/7"
        await one.note(OLD, NEW)
        assert (await one.followed(asked)).chat == f"{NEW}/7"
        clock[0] = LOOK + 1
        assert (await other.followed(asked)).chat == f"{NEW}/7"
    async with open_key_values(tmp_path / "chats.db") as texts:
        fresh = Moves(texts)
        assert (await fresh.followed(asked)).chat == f"{NEW}/7"
        assert (fresh.before(NEW), fresh.before(OLD)) == (OLD, "")


async def test_a_group_that_is_let_in_by_its_old_number_still_is() -> None:
    former = {NEW: OLD}
    admission = Admission(
        Rules(open=False, allowed=frozenset({OLD})),
        ProcessGuestList(),
        lambda _event, _facts: None,
        former=lambda chat: former.get(chat, ""),
    )
    assert await admission.entry(Incoming(NEW, "telegram:1", "Wer?")) is Entry.WELCOME
    assert await admission.entry(Incoming("telegram:-6", "telegram:1", "Wer?")) is Entry.STRANGER
