"""Corrections: told once, where they are wanted, of what was shown and of nothing else."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.app.noticing import Corrections
from bot.chat import Incoming, Kind, Reply
from bot.model import Article, Document
from bot.render import plain
from bot.service import Library
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.shown import SqliteShown
from bot.transport import noticed
from tests.core.test_text_versions import MONDAY, TUESDAY
from tests.fakes import MemoryInbox
from tests.talking import PLENTY, Talk

ANNA, BEN, GROUP = "telegram:1", "telegram:2", "telegram:-100"
PAGE = "https://news.example/harbour"
COST, HURT = "What would the repair cost?", "Who was hurt?"
TOLD = "Harbour bridge: repair will cost three million"


@dataclass
class Chats:
    """A platform with one lane a chat."""

    name: str = "telegram"
    prefix: str = "telegram:9:"

    def lane(self, chat: str) -> str:
        return self.prefix + chat.partition(":")[2].partition("/")[0]

    def unasked(self, chat: str, reach: str) -> Mapping[str, str]:
        return {"chat": chat, "reach": reach}


@dataclass
class Wanting:
    """A talk in which corrections can be told, and what looks for them."""

    talk: Talk
    shown: SqliteShown
    inbox: MemoryInbox
    corrections: Corrections

    async def says(self, text: str, user: str = ANNA, chat: str = "", **more: object) -> str:
        incoming = replace(Incoming(chat or user, user, text, "en"), **more)  # type: ignore[arg-type]
        return plain.render(await self.talk.handle(incoming))

    async def changes(self, user: str = ANNA, chat: str = "", text: str = TUESDAY) -> None:
        self.talk.now += 86_400
        self.talk.pages[PAGE] = Document(text.encode(), "text/plain", PAGE)
        await self.says(PAGE, user, chat)

    async def notices(self) -> list[Reply]:
        """Look for corrections and return the replies that chats get."""
        await self.corrections.tell()
        replies = []
        for waiting in await self.inbox.claim("telegram:9:", 99, 30):
            envelope = noticed(waiting.body)
            assert envelope is not None
            assert waiting.lane == Chats().lane(envelope.incoming.chat)
            assert await self.talk.conversation.admit(envelope.incoming) is None
            replies.append(await self.talk.conversation.answer(envelope.incoming))
            await self.inbox.finish(waiting)
        return [reply for reply in replies if reply.parts]


@pytest.fixture
def wanting(library: Library, article: Article, tmp_path: Path) -> Iterator[Wanting]:
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        shown = SqliteShown(connection)
        talk = Talk(library, article.id, shown=shown)
        library.now = lambda: talk.now
        talk.pages[PAGE] = Document(MONDAY.encode(), "text/plain", PAGE)
        inbox = MemoryInbox()
        yield Wanting(talk, shown, inbox, Corrections(library, shown, inbox, Chats()))


async def test_whoever_wants_it_is_told_once_of_a_sentence_that_has_changed(wanting: Wanting) -> None:
    assert "I keep 14 days which sentences" in await wanting.says("/notify on")
    await wanting.says(PAGE)
    await wanting.says(COST)
    assert await wanting.notices() == []
    await wanting.changes()
    [reply] = await wanting.notices()
    shown = plain.render(reply)
    assert f"“{TOLD}” has changed since I showed you this sentence of it:" in shown
    assert "the repair would cost two million pounds." in shown
    assert "the repair would cost three million pounds." in shown
    assert "Nobody was hurt" not in shown
    assert [action.text[:9] for action in reply.actions] == ["/article "]
    assert await wanting.notices() == []
    assert await wanting.shown.articles("") == ()


async def test_nobody_is_told_who_has_not_asked_for_it(wanting: Wanting) -> None:
    await wanting.says(PAGE)
    await wanting.says(COST)
    await wanting.says("/notify on")
    await wanting.changes()
    assert await wanting.notices() == []


async def test_nobody_is_told_any_more_who_has_ended_it(wanting: Wanting) -> None:
    await wanting.says("/notify on")
    await wanting.says(PAGE)
    await wanting.says(COST)
    assert "no corrections here any more" in await wanting.says("/notify off")
    await wanting.changes()
    assert await wanting.notices() == []


async def test_what_was_not_shown_may_change_unsaid(wanting: Wanting) -> None:
    await wanting.says("/notify on")
    await wanting.says(PAGE)
    await wanting.says("When will the bridge be open again?")
    await wanting.changes(text=MONDAY.replace("Fishermen fear", "Some fishermen fear"))
    assert await wanting.notices() == []
    await wanting.changes(text=TUESDAY.replace("until May", "until June"))
    [reply] = await wanting.notices()
    assert "until June" in plain.render(reply)


async def test_a_sentence_that_is_gone_is_said_to_be(wanting: Wanting) -> None:
    await wanting.says("/notify on")
    await wanting.says(PAGE)
    assert "Fishermen" in await wanting.says("What do fishermen fear?")
    await wanting.changes()
    [reply] = await wanting.notices()
    assert "It is not in the article any more." in plain.render(reply)


async def test_a_version_of_another_chat_is_not_told_of(wanting: Wanting) -> None:
    await wanting.says("/notify on")
    await wanting.says(PAGE)
    await wanting.says(COST)
    await wanting.says(PAGE, BEN)
    await wanting.changes(BEN)
    assert await wanting.notices() == []
    wanting.talk.now += 86_400
    await wanting.says(PAGE)
    assert len(await wanting.notices()) == 1


async def test_whoever_is_forgotten_is_not_told(wanting: Wanting) -> None:
    await wanting.says("/notify on", chat=GROUP)
    await wanting.says(PAGE, chat=GROUP)
    await wanting.says(COST, chat=GROUP)
    await wanting.says(COST, BEN, chat=GROUP)
    await wanting.says("/forget", BEN, chat=GROUP)
    assert [one.user for key in await wanting.shown.articles("") for one in await wanting.shown.of(key, "")] == [ANNA]


async def test_a_group_is_told_once_for_all_who_asked(wanting: Wanting) -> None:
    await wanting.says("/notify on", chat=GROUP)
    await wanting.says(PAGE, chat=GROUP)
    await wanting.says(COST, chat=GROUP)
    await wanting.says(HURT, BEN, chat=GROUP)
    await wanting.changes(chat=GROUP)
    [reply] = await wanting.notices()
    shown = plain.render(reply)
    assert "these 2 sentences" in shown
    assert "Two people were slightly hurt" in shown


async def test_in_a_group_with_a_list_only_owners_choose(wanting: Wanting) -> None:
    talk = wanting.talk
    rules = replace(PLENTY, open=False, allowed=frozenset({GROUP, BEN}), owners=frozenset({ANNA}))
    wanting.talk = Talk(talk.library, talk.article, rules=rules, shown=wanting.shown)
    assert "Only an owner" in await wanting.says("/notify on", BEN, chat=GROUP)
    assert "I keep 14 days" in await wanting.says("/notify on", ANNA, chat=GROUP)
    assert "when a sentence that I showed" in await wanting.says("/notify", BEN, chat=GROUP)
    assert "I don’t tell you" in await wanting.says("/notify", BEN)
    assert "/notify on or /notify off" in await wanting.says("/notify now", BEN)


async def test_whoever_may_not_ask_any_more_is_not_told(wanting: Wanting) -> None:
    await wanting.says("/notify on")
    await wanting.says(PAGE)
    await wanting.says(COST)
    await wanting.changes()
    before = wanting.talk
    closed = replace(PLENTY, open=False, allowed=frozenset({BEN}))
    wanting.talk = Talk(before.library, before.article, rules=closed, shown=wanting.shown)
    wanting.talk.preferences._choices = before.preferences._choices
    assert await wanting.notices() == []


async def test_a_process_that_dies_between_keeping_and_letting_go_tells_it_once(wanting: Wanting) -> None:
    await wanting.says("/notify on")
    await wanting.says(PAGE)
    await wanting.says(COST)
    await wanting.changes()
    [before] = await wanting.shown.of(*await wanting.shown.articles(""), "")
    assert len(await wanting.notices()) == 1
    await wanting.shown.keep(before)  # as if it had died before it let go of it
    assert await wanting.notices() == []


async def test_the_console_has_no_notices(wanting: Wanting) -> None:
    talk = Talk(wanting.talk.library, wanting.talk.article)
    assert "nothing that nobody asked for" in plain.render(await talk.says("/notify on", language="en"))


def test_no_platform_can_bring_a_notice() -> None:
    assert noticed(b'{"update_id": 7, "notice": {}}') is None
    assert Kind.NOTICE.value == "notice"
