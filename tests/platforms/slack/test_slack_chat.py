"""What a person does in Slack, and what they then see, with the whole conversation behind it."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot import fetch, languages
from bot.addresses import canonical
from bot.app import first_article
from bot.conversation.dialogue import ChatTraits
from bot.model import Document
from bot.platforms.slack.threads import Threads
from bot.ports.articles import EVERYBODY
from bot.search.bm25 import Bm25Index
from bot.service import Library
from tests.dialogs import MISSILES, WARNING
from tests.fakes import MemoryStore
from tests.servers.slack_api import Ephemeral, Fault, Message, buttons, visible
from tests.servers.slack_payloads import BOT_USER, CHANNEL, DIRECT, OTHER
from tests.slack_chat import HTTP, Log, Talk, keeping, slash, talking
from tests.talking import Talk as Conversation
from tests.talking import offered

LIBRARY = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
QUESTION = "Wovor warnte Selenskyj?"


@pytest.fixture
async def talk() -> AsyncIterator[Talk]:
    article = await offered(LIBRARY, fetch.read(str(first_article())))
    async with AsyncExitStack() as stack:
        handle = Conversation(LIBRARY, article.id, ChatTraits(shares=True)).handle
        yield await stack.enter_async_context(talking(handle, HTTP))


async def tap(talk: Talk, label: str, seen: Ephemeral) -> Ephemeral:
    """Tap a button of what one person sees; what comes takes its place, under a response_url of the tap's own."""
    assert seen.content is not None
    tapped = talk.server.payloads.tap(buttons(seen.content)[label], {"ts": "1.5", "is_ephemeral": True})
    assert await talk.say(tapped)
    after = talk.server.private[tapped["trigger_id"]]
    await talk.until(lambda: after.history)
    return after


def text(seen: Ephemeral | Message) -> str:
    assert seen.content is not None
    return visible(seen.content)


async def message(talk: Talk, words: str) -> Message:
    """Return the message that shows some words."""
    found = [m for m in talk.server.messages.values() if words in visible(m.content)]
    assert len(found) == 1
    return found[0]


async def test_a_command_is_heard_at_once_and_its_answer_takes_the_place_of_the_sign(talk: Talk) -> None:
    command = talk.server.payloads.slash(QUESTION)
    assert await talk.server.send(command, talk.url) == {"response_type": "ephemeral", "text": "…"}
    seen = await talk.seen(WARNING)
    assert "Quelle: " in seen
    [given] = talk.server.private[command["trigger_id"]].history
    assert given["replace_original"] is True
    assert given["response_type"] == "ephemeral"
    assert given["text"].startswith(WARNING)
    assert talk.server.messages == {}


async def test_buttons_under_a_private_answer_lead_on_and_back(talk: Talk) -> None:
    seen = await slash(talk, QUESTION)
    assert set(buttons(seen.content or {})) == {
        "Zusammenhang",
        "Wer noch?",
        "Mehr",
        "Nicht hilfreich",
        "Im Kanal teilen",
    }
    around = await tap(talk, "Zusammenhang", seen)
    assert "Dort halten ukrainische Truppen" in text(around)
    back = await tap(talk, "← Zurück zur Antwort", around)
    assert text(back) == text(seen)


async def test_sharing_shows_the_channel_who_asked_what_and_leaves_a_note(talk: Talk) -> None:
    seen = await slash(talk, QUESTION)
    note = await tap(talk, "Im Kanal teilen", seen)
    assert text(note) == "Im Kanal geteilt.\n"
    shared = await message(talk, WARNING)
    assert shared.channel == CHANNEL
    first = shared.content["blocks"][0]["elements"][0]["elements"]
    assert first[0] == {"type": "user", "user_id": "U0ANNA"}
    assert QUESTION in text(shared)
    assert "Im Kanal teilen" not in buttons(shared.content)
    assert "thread_ts" not in shared.history[0]
    tapped = talk.server.payloads.tap(
        buttons(shared.content)["Zusammenhang"], {"ts": shared.ts}, user=OTHER, channel=CHANNEL
    )
    assert await talk.say(tapped)
    await talk.seen("Dort halten ukrainische Truppen")
    around = await message(talk, "Dort halten ukrainische Truppen")
    assert around.history[0]["thread_ts"] == shared.ts


async def test_sharing_where_the_bot_may_not_write_says_what_to_do(talk: Talk) -> None:
    seen = await slash(talk, QUESTION)
    talk.server.faults.append(Fault("chat.postMessage", error="not_in_channel"))
    note = await tap(talk, "Im Kanal teilen", seen)
    assert "/invite" in text(note)
    assert talk.server.messages == {}


async def test_words_behind_the_command_are_commands(talk: Talk) -> None:
    for typed, seen in (
        ("help", "/context N"),
        ("article", "Raketen gegen Soldaten"),
        ("quellen", "BBC"),
        ("", "Raketen gegen Soldaten"),
        ("privacy", "48"),
    ):
        answer = await slash(talk, typed)
        assert seen in text(answer), typed


async def test_a_mention_is_answered_in_its_thread_and_there_it_goes_on_without_one(talk: Talk) -> None:
    asked = talk.server.payloads.mention("Was hat Russland geschickt?")
    root = asked["event"]["ts"]
    assert await talk.say(asked)
    await talk.seen(MISSILES)
    answer = await message(talk, MISSILES)
    assert (answer.channel, answer.history[0]["thread_ts"]) == (CHANNEL, root)
    assert "Im Kanal teilen" not in buttons(answer.content)
    assert await talk.say(talk.server.payloads.posted("und Nordkorea?", thread_ts=root, user=OTHER))
    await talk.seen("10.000 Soldaten")
    assert (await message(talk, "10.000 Soldaten")).history[0]["thread_ts"] == root


async def test_a_message_that_arrives_twice_as_a_mention_and_as_a_message_is_answered_once(talk: Talk) -> None:
    mention = talk.server.payloads.mention(QUESTION, ts="1790000000.5", thread_ts="1789999999.5")
    assert await talk.say(mention)
    await talk.seen(WARNING)
    same = talk.server.payloads.posted(f"<@{BOT_USER}> {QUESTION}", ts="1790000000.5", thread_ts="1789999999.5")
    assert await talk.say(same)
    await talk.quiet()
    assert talk.server.counts["chat.postMessage"] == 1


async def test_other_talk_in_channels_is_left_alone(talk: Talk) -> None:
    for payload in (
        talk.server.payloads.posted(QUESTION),
        talk.server.payloads.posted(QUESTION, thread_ts="1.5"),
        talk.server.payloads.posted(QUESTION, bot_id="B9", thread_ts="1.5"),
    ):
        assert await talk.say(payload)
    await talk.quiet()
    assert talk.server.messages == {}


async def test_a_direct_message_is_answered_without_a_thread_and_follow_ups_are_understood(talk: Talk) -> None:
    assert await talk.say(talk.server.payloads.direct("Was hat Russland geschickt?"))
    await talk.seen(MISSILES)
    answer = await message(talk, MISSILES)
    assert (answer.channel, answer.history[0].get("thread_ts")) == (DIRECT, None)
    assert "Im Kanal teilen" not in buttons(answer.content)
    assert await talk.say(talk.server.payloads.direct("und Nordkorea?"))
    await talk.seen("10.000 Soldaten")
    assert await talk.say(talk.server.payloads.slash("context 1", channel=DIRECT))
    await talk.seen("Antwort 1 in ihrem Zusammenhang")


async def test_home_shows_the_article_how_to_ask_privacy_and_languages(talk: Talk) -> None:
    assert await talk.say(talk.server.payloads.home())
    await talk.until(lambda: talk.server.homes)
    [home] = talk.server.homes.values()
    seen = visible(home)
    for words in ("Raketen gegen Soldaten", "How to ask", "/ask and a question", "Privacy", "Language"):
        assert words in seen
    assert "none are kept" in seen
    assert {"English", "Deutsch", "As I ask", "Ask a question"} <= set(buttons(home))
    view = {"id": "VHOME", **home}
    assert await talk.say(talk.server.payloads.tap_in_view(buttons(home)["Deutsch"], view))
    await talk.until(lambda: "So fragen Sie" in visible(talk.server.homes["U0ANNA"]))
    after = talk.server.homes["U0ANNA"]
    assert "Raketen gegen Soldaten" in visible(after)
    assert "Fragen Sie mich zu diesem Artikel" in visible(after)
    assert [label for label in buttons(after) if label.endswith("?")]
    [example, *_] = [label for label in buttons(home) if label.endswith("?")]
    assert await talk.say(talk.server.payloads.tap_in_view(buttons(home)[example], view))
    await talk.until(lambda: talk.server.messages)
    await talk.quiet()
    [answer] = talk.server.messages.values()
    assert answer.history[0]["channel"] == "U0ANNA"
    tapped = talk.server.payloads.tap(
        buttons(answer.content)["Zusammenhang"], {"ts": answer.ts}, channel=answer.channel
    )
    assert await talk.say(tapped)
    await talk.seen("Antwort 1 in ihrem Zusammenhang")


async def test_privacy_on_home_opens_a_modal_and_leaves_home_as_it_is(talk: Talk) -> None:
    assert await talk.say(talk.server.payloads.home())
    await talk.until(lambda: talk.server.homes)
    [home] = talk.server.homes.values()
    [more] = [button for button in buttons(home).values() if "/privacy" in button.get("value", "")]
    assert await talk.say(talk.server.payloads.tap_in_view(more, {"id": "VHOME", **home}))
    await talk.seen("48 hours")
    [modal] = talk.server.views.values()
    assert modal["type"] == "modal"
    assert talk.server.homes == {"U0ANNA": home}
    assert talk.server.messages == {}


async def test_the_form_takes_a_question_and_its_answer_takes_the_forms_place(talk: Talk) -> None:
    assert await talk.say(talk.server.payloads.everywhere("ask"))
    await talk.until(lambda: talk.server.views)
    [view] = talk.server.views.values()
    assert view["submit"]["text"] == "Ask"
    sent = talk.server.payloads.submission(QUESTION, view)
    answer = await talk.server.send(sent, talk.url)
    assert answer is not None
    assert answer["response_action"] == "update"
    assert "Looking" in visible(answer["view"])
    await talk.seen(WARNING)
    [view] = talk.server.views.values()
    around = talk.server.payloads.tap_in_view(buttons(view)["Zusammenhang"], view)
    assert await talk.say(around)
    await talk.seen("Dort halten ukrainische Truppen")
    assert len(talk.server.views) == 1
    assert talk.server.messages == {}


async def test_ask_about_this_answers_in_a_modal_that_only_its_person_sees(talk: Talk) -> None:
    assert await talk.say(talk.server.payloads.shortcut("ask_about", QUESTION))
    await talk.seen(WARNING)
    [view] = talk.server.views.values()
    assert visible(view).startswith(QUESTION)
    shared = talk.server.payloads.tap_in_view(buttons(view)["Im Kanal teilen"], view)
    assert await talk.say(shared)
    await talk.until(lambda: talk.server.messages)
    await talk.seen("Im Kanal geteilt.")
    assert (await message(talk, WARNING)).channel == CHANNEL


async def test_a_modal_that_comes_too_late_is_answered_in_direct_messages(talk: Talk) -> None:
    asked = talk.server.payloads.shortcut("ask_about", QUESTION)
    talk.server.expired.add(asked["trigger_id"])
    assert await talk.say(asked)
    await talk.seen(WARNING)
    answer = await message(talk, WARNING)
    assert answer.history[0]["channel"] == "U0ANNA"
    assert QUESTION in text(answer)


async def test_a_modal_whose_opening_was_uncertain_is_filled_and_not_opened_twice(talk: Talk) -> None:
    talk.server.faults.append(Fault("views.open", after=True))
    assert await talk.say(talk.server.payloads.shortcut("ask_about", QUESTION))
    await talk.seen(WARNING)
    assert len(talk.server.views) == 1
    assert talk.server.messages == {}


async def test_a_modal_that_was_closed_before_its_answer_is_answered_in_direct_messages(talk: Talk) -> None:
    talk.server.faults.append(Fault("views.update", error="not_found"))
    assert await talk.say(talk.server.payloads.shortcut("ask_about", QUESTION))
    await talk.until(lambda: any(WARNING in visible(m.content) for m in talk.server.messages.values()))


async def test_the_pane_greets_offers_questions_and_shows_that_it_is_looking(talk: Talk) -> None:
    opened = talk.server.payloads.pane()
    thread = opened["event"]["assistant_thread"]["thread_ts"]
    assert await talk.say(opened)
    await talk.until(lambda: talk.server.prompts)
    [offered] = talk.server.prompts
    assert offered["thread_ts"] == thread
    assert 1 <= len(offered["prompts"]) <= 4
    assert all(prompt["message"].endswith("?") for prompt in offered["prompts"])
    greeting = await message(talk, "Raketen gegen Soldaten")
    assert greeting.history[0]["thread_ts"] == thread
    assert await talk.say(talk.server.payloads.direct(offered["prompts"][0]["message"], thread_ts=thread))
    await talk.until(lambda: len(talk.server.messages) == 2)
    await talk.quiet()
    answer = list(talk.server.messages.values())[-1]
    assert answer.history[0]["thread_ts"] == thread
    envelope = await talk.slack.parse(json.dumps(talk.server.payloads.direct("x", thread_ts=thread)).encode())
    assert envelope is not None
    await talk.slack.show_typing(envelope)
    assert talk.server.statuses[-1]["thread_ts"] == thread


async def test_a_link_to_an_article_is_unfolded_with_a_way_to_ask_about_it(talk: Talk) -> None:
    page = b"<html><head><title>Der Fluss</title></head><body><article><h1>Der Fluss</h1><p>Der Fluss ist 90 km lang, "
    page += b"sagte der Geologe Karl Weber am Montag. Er fliesst seit Jahrtausenden durch das Tal und den Wald.</p>"
    page += b"<p>Die Stadt will den Fluss im Sommer reinigen. Das Wasser ist klar und kalt.</p></article></body></html>"
    url = "https://news.example/fluss"
    article = await LIBRARY.ingest(Document(page, "text/html", url))
    await LIBRARY.store.put(article.id, EVERYBODY, page=canonical(url))
    for link in ("https://news.example/other", f"{url}/#top"):
        assert await talk.say(talk.server.payloads.link(link))
    await talk.until(lambda: talk.server.unfurls)
    await talk.quiet()
    [given] = talk.server.unfurls
    [(unfolded, content)] = given["unfurls"].items()
    assert unfolded == f"{url}/#top"
    assert "Der Fluss" in visible(content)
    tapped = talk.server.payloads.tap_on_link(buttons(content)["Ask about this article"], user=OTHER)
    assert await talk.say(tapped)
    await talk.until(lambda: talk.server.views and "Der Fluss" in visible(next(iter(talk.server.views.values()))))
    assert talk.server.messages == {}


async def test_pictures_get_one_friendly_line(talk: Talk) -> None:
    assert await talk.say(talk.server.payloads.direct("", subtype="file_share", files=[{"id": "F1"}]))
    await talk.until(lambda: talk.server.messages)
    await talk.quiet()
    [answer] = talk.server.messages.values()
    assert "blocks" in answer.content


async def test_a_persons_slack_language_is_asked_for_once(talk: Talk) -> None:
    talk.server.locale = "de-DE"
    for _ in range(3):
        await slash(talk, "help")
        await talk.quiet()
    assert talk.server.counts["users.info"] == 1
    seen = await slash(talk, "/nonsense")
    assert "kenne ich nicht" in text(seen)


async def test_threads_are_known_after_a_restart(talk: Talk) -> None:
    asked = talk.server.payloads.mention(QUESTION)
    root = asked["event"]["ts"]
    assert await talk.say(asked)
    await talk.seen(WARNING)
    async with keeping(talk.folder / "chats.db") as keep:
        again = Threads(keep, talk.slack.prefix, talk.log.write)
        await again.load()
        assert f"{CHANNEL}/{root}" in again
        old = Threads(keep, talk.slack.prefix, talk.log.write, lambda: time.time() + 31 * 24 * 3600)
        await old.load()
        assert f"{CHANNEL}/{root}" not in old
        assert await keep.names("") == ()


async def test_a_thread_that_another_process_answers_in_is_known_at_once(tmp_path: Path) -> None:
    now, log = 1_790_000_000, Log()
    async with keeping(tmp_path / "chats.db") as keep:
        one, other = (Threads(keep, "slack:B:", log.write, lambda: now) for _ in range(2))
        await one.load()
        await other.load()
        assert not await other.look("C1/1.5")
        await one.add("C1/1.5")
        assert "C1/1.5" not in other
        assert not await other.look("C1/1.50")
        assert await other.look("C1/1.5")
        assert "C1/1.5" in other
        now += 31 * 24 * 3600
        assert not await other.look("C1/1.5")
    assert log.events() == []


async def test_threads_are_dropped_after_a_month_while_the_bot_runs(tmp_path: Path) -> None:
    now, log = 1_790_000_000, Log()
    async with keeping(tmp_path / "chats.db") as keep:
        threads = Threads(keep, "slack:B:", log.write, lambda: now)
        await threads.add("C1/1.5")
        now += 20 * 24 * 3600
        await threads.add("C1/2.5")
        now += 11 * 24 * 3600
        assert "C1/1.5" not in threads
        dropping = asyncio.create_task(threads.drop_old(every=0.001))
        async with asyncio.timeout(60):
            while len(await keep.names("")) > 1:  # noqa: ASYNC110 - what is waited for is in a file
                await asyncio.sleep(0.001)
        dropping.cancel()
        assert "C1/2.5" in threads
        assert await keep.names("") == (f"slack:B:thread:C1/2.5@{now - 11 * 24 * 3600}",)
    assert log.events() == []


async def test_a_statement_in_a_message_is_checked_against_the_article(talk: Talk) -> None:
    assert await talk.say(talk.server.payloads.shortcut("check_against", "Russland hat Raketen geschickt."))
    await talk.until(lambda: talk.server.counts["views.update"])
    await talk.quiet()
    [view] = talk.server.views.values()
    assert "Russland hat Raketen geschickt." in visible(view)
    assert MISSILES in visible(view)
    seen = await slash(talk, "check Russland hat Raketen geschickt.")
    assert MISSILES in text(seen)
