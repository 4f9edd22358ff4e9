"""What a channel in Slack chooses for everybody in it, over the real platform and the whole conversation."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot import fetch, languages
from bot.app import first_article
from bot.app.serve import forgetting
from bot.conversation.dialogue import ChatTraits, Rules
from bot.conversation.error_messages import PHRASES
from bot.conversation.menus import Menu, listed
from bot.conversation.typed_commands import command
from bot.fetch import Document
from bot.platforms.slack import THREADS_KEPT, chats
from bot.platforms.slack.chats import lane
from bot.platforms.slack.message_text import after_slash
from bot.platforms.slack.raw import raw_update
from bot.ports.delivery import QueuedUpdate
from bot.search.bm25 import Bm25Index
from bot.service import Library
from bot.storage.inbox import open_inbox
from tests.dialogs import WARNING
from tests.fakes import MemoryStore
from tests.servers.slack_api import Ephemeral, buttons, visible
from tests.servers.slack_payloads import CHANNEL, DIRECT, OTHER, PERSON, Payloads
from tests.slack_chat import HTTP, Talk, slash, talking
from tests.talking import PLENTY, offered
from tests.talking import Talk as Conversation

STORY = "Die Brücke ist gesperrt\n\nDie Brücke in Hagen ist seit Montag gesperrt. Das sagte Ina Roth.\n"
CLOSED = "Die Brücke in Hagen ist seit Montag gesperrt."
BRIDGE, QUESTION = "Welche Brücke ist gesperrt?", "Wovor warnte Selenskyj?"
TITLE = "Raketen gegen Soldaten"


@asynccontextmanager
async def opened(rules: Rules = PLENTY) -> AsyncIterator[Talk]:
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    article = await offered(library, fetch.read(str(first_article())))
    await offered(library, Document(STORY.encode(), "text/plain", "bridge.txt"))
    place = ChatTraits(shares=True, threads=THREADS_KEPT)
    async with AsyncExitStack() as stack:
        handle = Conversation(library, article.id, place, rules).handle
        yield await stack.enter_async_context(talking(handle, HTTP))


@pytest.fixture
async def talk() -> AsyncIterator[Talk]:
    async with opened() as found:
        found.server.locale = "de-DE"
        await found.say(found.server.payloads.home())
        await found.say(found.server.payloads.home(user=OTHER))
        await found.until(lambda: found.server.counts["users.info"] > 1)
        await found.quiet()
        yield found


async def tap(talk: Talk, label: str, seen: Ephemeral) -> Ephemeral:
    """Tap a button, and return what takes the place of what it was under."""
    button = next(found for name, found in buttons(seen.content or {}).items() if label in name)
    tapped = talk.server.payloads.tap(button, {"ts": "1.5", "is_ephemeral": True})
    assert await talk.say(tapped)
    after = talk.server.private[tapped["trigger_id"]]
    await talk.until(lambda: after.history)
    return after


def text(seen: Ephemeral) -> str:
    assert seen.content is not None
    return visible(seen.content)


async def test_what_holds_in_a_channel_is_shown_to_whoever_asks(talk: Talk) -> None:
    for typed in ("channel", "kanal", "/channel"):
        seen = await slash(talk, typed)
        assert all(words in text(seen) for words in ("in diesem Kanal", TITLE, "auch ohne Erwähnung", "jeder"))
        assert set(buttons(seen.content or {})) == {"Nur bei Erwähnung", "Anderer Artikel"}
    assert talk.server.messages == {}


async def test_the_article_of_a_channel_is_everybodys_there_and_nobodys_elsewhere(talk: Talk) -> None:
    assert WARNING in text(await slash(talk, QUESTION))
    choice = await tap(talk, "Anderer Artikel", await slash(talk, "channel"))
    assert "Um welchen Artikel" in text(choice)
    after = await tap(talk, "Die Brücke ist gesperrt", choice)
    assert "In diesem Kanal geht es jetzt um: Die Brücke ist gesperrt" in text(after)
    assert "← Zurück zur Antwort" not in buttons(after.content or {})
    for user in (PERSON, OTHER):
        assert CLOSED in text(await slash(talk, BRIDGE, user=user))
        assert WARNING in text(await slash(talk, QUESTION, user=user, channel="C0002"))
        assert WARNING in text(await slash(talk, QUESTION, user=user, channel=DIRECT))
    await talk.say(talk.server.payloads.mention(BRIDGE, user=OTHER))
    await talk.until(lambda: any(CLOSED in visible(m.content) for m in talk.server.messages.values()))


async def test_an_article_may_be_named_and_ones_own_is_kept(talk: Talk) -> None:
    listed = text(await slash(talk, "articles"))
    number = next(n for n in "12" if f"{n} – Die Brücke" in listed)
    other = "1" if number == "2" else "2"
    await slash(talk, f"article {other}", user=OTHER)
    await slash(talk, f"article {other}")
    assert "Die Brücke ist gesperrt" in text(await slash(talk, f"channel article {number}"))
    assert CLOSED in text(await slash(talk, BRIDGE))
    assert WARNING in text(await slash(talk, QUESTION, user=OTHER))
    assert "Einen Artikel 9 gibt es nicht" in text(await slash(talk, "channel article 9"))


async def test_threads_wait_for_a_mention_where_the_channel_wants_it(talk: Talk) -> None:
    asked = talk.server.payloads.mention(QUESTION)
    root = asked["event"]["ts"]
    await talk.say(asked)
    await talk.seen(WARNING)
    after = await tap(talk, "Nur bei Erwähnung", await slash(talk, "channel"))
    assert "nur, wenn ich erwähnt werde" in text(after)
    assert "Auch ohne Erwähnung" in buttons(after.content or {})
    await talk.say(talk.server.payloads.posted("Was hat Russland geschickt?", thread_ts=root))
    await talk.say(talk.server.payloads.posted("", thread_ts=root, subtype="file_share", files=[{"id": "F1"}]))
    await talk.quiet()
    assert len(talk.server.messages) == 1
    await talk.say(talk.server.payloads.mention("und Nordkorea?", thread_ts=root))
    await talk.until(lambda: len(talk.server.messages) > 1)
    await slash(talk, "channel threads", user=OTHER)
    await talk.say(talk.server.payloads.posted("Was hat Russland geschickt?", thread_ts=root))
    await talk.until(lambda: len(talk.server.messages) > 2)


async def test_another_channel_and_direct_messages_are_answered_as_before(talk: Talk) -> None:
    await slash(talk, "channel mentions", channel="C0002")
    await slash(talk, "channel mentions", channel=DIRECT)
    asked = talk.server.payloads.mention("Hallo")
    await talk.say(asked)
    await talk.until(lambda: talk.server.messages)
    await talk.say(talk.server.payloads.posted(QUESTION, thread_ts=asked["event"]["ts"]))
    await talk.seen(WARNING)
    await talk.say(talk.server.payloads.direct(QUESTION))
    await talk.until(lambda: len(talk.server.messages) > 2)


async def test_a_direct_message_is_no_channel(talk: Talk) -> None:
    assert "Das gilt für Kanäle" in text(await slash(talk, "channel", channel=DIRECT))
    assert "/channel zeigt" in text(await slash(talk, "/channel nonsense"))


async def test_where_a_list_says_who_may_ask_owners_alone_change_it() -> None:
    people = frozenset({f"slack:{PERSON}", f"slack:{OTHER}"})
    rules = Rules(open=False, allowed=people, owners=frozenset({f"slack:{OTHER}"}), per_minute=1_000, together=1_000)
    async with opened(rules) as talk:
        seen = await slash(talk, "channel")
        assert "Only an owner" in text(seen)
        assert buttons(seen.content or {}) == {}
        assert "Only an owner" in text(await slash(talk, "channel mentions"))
        assert "without being mentioned" in text(await slash(talk, "channel", user=OTHER))
        assert "only where I am mentioned" in text(await slash(talk, "channel mentions", user=OTHER))
        assert "only where I am mentioned" in text(await slash(talk, "channel"))


async def test_the_article_of_a_channel_that_is_gone_is_said_to_be_so_once() -> None:
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    article = await offered(library, fetch.read(str(first_article())))
    story = await offered(library, Document(STORY.encode(), "text/plain", "bridge.txt"))
    conversation = Conversation(library, article.id, ChatTraits(shares=True, threads=THREADS_KEPT))
    async with talking(conversation.handle, HTTP) as talk:
        await slash(talk, f"/channel article {story.id}")
        await library.store.remove(story.id)
        assert TITLE in text(await slash(talk, "channel"))
        assert "back to the first one" in text(await slash(talk, BRIDGE))
        assert WARNING in text(await slash(talk, QUESTION))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("channel", "/channel"),
        ("Kanal  Artikel 2", "/channel article 2"),
        ("channel articles 2", "/channel articles 2"),
        ("kanal erwähnungen", "/channel mentions"),
        ("channel threads", "/channel threads"),
        ("channel threads are what?", "channel threads are what?"),
        ("channel 4 said what?", "channel 4 said what?"),
        ("Kanal Artikel gesperrt?", "Kanal Artikel gesperrt?"),
    ],
)
def test_a_question_about_a_channel_stays_a_question(typed: str, meant: str) -> None:
    assert after_slash(typed) == meant


@pytest.mark.parametrize("language", PHRASES)
def test_every_command_that_the_help_lists_is_understood_behind_the_slash(language: str) -> None:
    for usage, _ in listed(Menu.PRIVATE, PHRASES[language], "share", "channel", *Menu.OWNERS.value.split()):
        name = usage.split()[0]
        typed = usage.replace(" N", " 2").replace(" LINK", " https://a.example").removeprefix("/")
        typed = re.sub(r" (?:ADDRESS|ADRESSE)$", " https://a.example", typed)
        typed = re.sub(r" (?:ID|KENNUNG|PERSON)$", " U0BERT", typed)
        if name in {"/ask", "/more"}:  # a question, and what is a wish in any place
            continue
        assert command(after_slash(typed)).split()[0] == name, typed


async def test_forgetting_drops_ones_own_questions_in_all_direct_messages(tmp_path: Path) -> None:
    made = Payloads("http://127.0.0.1")
    own, others = (
        (
            made.direct(QUESTION),
            made.direct(QUESTION, thread_ts="1.5"),
            made.slash(QUESTION),
        ),
        (made.direct(QUESTION, user=OTHER), made.posted(QUESTION, thread_ts="1.5"), made.slash(QUESTION, user=OTHER)),
    )
    async with open_inbox(tmp_path / "chats.db") as inbox:
        updates = [raw_update("slack:B:", payload, b"{}") for payload in (*own, *others)]
        await inbox.put(updates)
        for claimed in await inbox.claim("slack:", 10, 30.0):
            kept: QueuedUpdate | None = claimed
            while kept is not None:
                kept = await inbox.dead_letter(kept, "fault")
        forget = forgetting(inbox, lambda chat: lane("slack:B:", chat))
        await forget(chats.private(CHANNEL, PERSON), chats.person(PERSON))
        assert (await inbox.backlog()).dead == len(others)


async def test_privacy_says_what_is_kept_of_channels_where_there_are_any(talk: Talk) -> None:
    said = text(await slash(talk, "privacy"))
    assert all(words in said for words in ("30 Tage", "die Kennungen von Threads", "gehört zum Kanal"))
    assert "Workspace" not in said
    assert f"slack:{CHANNEL}" not in said
