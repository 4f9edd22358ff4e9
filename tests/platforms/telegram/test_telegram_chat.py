"""Talks in Telegram, over the real library and a Bot API server on loopback."""

import asyncio
from dataclasses import replace

import pytest

from bot.chat import Action, Cited, Incoming, Kind, Reply, Said
from bot.delivery import Limits
from bot.platforms.telegram import Menu, Options, connect
from bot.platforms.telegram.platform_texts import WORDS
from bot.transport import AccessRevokedError
from tests.fakes import GERMAN_SENTENCE, REPLY, ScriptedBot
from tests.servers.bot_api import Fault, How, Message, serving
from tests.telegram_chat import Log, talking

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def bot() -> ScriptedBot:
    return ScriptedBot()


async def answered(text: str) -> Reply:
    return Reply((Cited(1, text, "source"),), "en", (Action("Context", "/context 1"),))


class Answers:
    """A handle whose answers a test chooses."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.received: list[Incoming] = []

    async def handle(self, incoming: Incoming) -> Reply:
        self.received.append(incoming)
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


async def test_a_question_is_answered_in_one_message_that_replies_to_it(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        question = api.people.write("what did Russia send?")
        answer = await api.answer()
    assert [version.text for version in answer.versions] == ["…", answer.text]
    assert GERMAN_SENTENCE in answer.text
    assert answer.reply_to == question.id
    assert [button["text"] for button in answer.buttons] == ["Context", "Who says what?"]
    assert len(api.chat(42)) == 2
    assert api.refusals() == []


async def test_a_tap_is_acknowledged_and_answered(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        api.people.write("what did Russia send?")
        answer = await api.answer()
        tapped = api.people.tap(answer, "Context")
        await api.answer(after=answer.id)
    assert api.record.taps[tapped] == {"callback_query_id": tapped}
    assert (bot.received[1].text, bot.received[1].about, bot.received[1].kind) == (
        "/context 1",
        bot.received[0].id,
        Kind.TAP,
    )


async def test_a_forged_button_is_called_no_longer_valid_in_the_persons_language(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        api.people.write("what did Russia send?")
        answer = await api.answer()
        tapped = api.people.tap(answer, data="/quit|rt|AAAAAAAA")
        await api.until(lambda: api.record.taps[tapped])
        await asyncio.sleep(0.1)
    assert api.record.taps[tapped]["text"] == WORDS["en"].expired
    assert len(api.answers()) == 1


async def test_a_reply_that_replaces_changes_the_message_that_was_tapped() -> None:
    long = Reply(tuple(Cited(n, f"Satz {n}. " * 200, "q") for n in range(1, 6)), "de")
    answers = Answers(long, replace(long, page=2, replaces=True))
    async with talking(answers.handle) as api:
        api.people.write("alles")
        answer = await api.answer()
        assert "Satz 1." in answer.text
        tapped = api.people.tap(answer, len(answer.buttons) - 1)
        await api.until(lambda: "Satz 3." in answer.text)
        assert api.record.taps[tapped]
        assert len(api.chat(42)) == 2
        api.people.tap(answer, 0)
        await api.until(lambda: len(answers.received) == 3)
    assert [i.text for i in answers.received] == ["alles", "/page 2", "/page 1"]
    assert [i.about for i in answers.received[1:]] == [i.id for i in answers.received[:2]]


async def test_an_edited_question_gets_its_answer_edited() -> None:
    answers = Answers(await answered("one"), await answered("two"))
    async with talking(answers.handle) as api:
        question = api.people.write("one?")
        answer = await api.answer()
        api.people.edit(question, "two?")
        await api.until(lambda: "two" in answer.text)
        assert len(api.chat(42)) == 2


async def test_a_bot_that_is_taken_into_a_group_greets_there_once(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        await api.until(lambda: api.updates.polls)  # from then on Telegram sends what was asked for, and no more
        api.people.invite(-100)
        await api.answer(-100)
        api.people.invite(-100, came=False)
        await asyncio.sleep(0.1)
        assert len(api.answers(-100)) == 1
    assert [(one.text, one.chat) for one in bot.received] == [("/start", "telegram:-100")]


async def test_a_mention_that_an_edit_adds_is_answered_once() -> None:
    answers = Answers(await answered("one"), await answered("two"))
    async with talking(answers.handle) as api:
        question = api.people.write("who warns?", -100, 42)
        api.people.edit(question, "@article_bot who warns?")
        answer = await api.answer(-100)
        assert answer.reply_to == question.id
        await api.until(lambda: "one" in answer.text)
        api.people.edit(question, "@article_bot who warns of what?")
        await api.until(lambda: "two" in answer.text)
        assert len(api.answers(-100)) == 1
    assert [one.text for one in answers.received] == ["who warns?", "who warns of what?"]


async def test_an_edit_of_what_was_never_for_the_bot_is_passed_over() -> None:
    answers = Answers(await answered("one"))
    async with talking(answers.handle) as api:
        api.people.edit(api.people.write("nice weather", -100, 42), "nicer weather")
        api.people.write("@article_bot who warns?", -100, 42)
        await api.answer(-100)
    assert [one.text for one in answers.received] == ["who warns?"]


async def test_a_reply_to_a_text_quotes_the_sentence_in_it() -> None:
    sentence = "Die Bahn streikt."
    answers = Answers(await answered(sentence))
    async with talking(answers.handle) as api:
        article = api.people.write(f"Vorspann. {sentence} Nachspann.")
        first = await api.answer()
        api.people.write("wer?", reply_to=article.id)
        second = await api.answer(after=first.id)
        assert (second.reply_to, second.quote) == (article.id, sentence)
        api.faults.refuse("sendMessage", 400, "Bad Request: QUOTE_TEXT_INVALID")
        question = api.people.write("wer?", reply_to=article.id)
        third = await api.answer(after=second.id)
        assert (third.reply_to, third.quote) == (question.id, "")
        assert sentence in third.text


async def test_a_question_that_was_deleted_is_answered_all_the_same(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        question = api.people.write("what?")
        api.people.erase(question)
        assert (await api.answer()).reply_to == 0
        assert len(api.named("sendMessage")) == 1


async def test_an_answer_in_a_topic_stays_in_the_topic(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        api.people.topic(-100, 9)
        api.people.write("@article_bot what?", chat=-100, user=42, thread=9)
        answer = await api.answer(-100)
        assert answer.thread == 9
        assert bot.received[0].chat == "telegram:-100/9"


async def test_inline_queries_bring_sentences_with_their_sources(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        asked = api.people.ask_inline("what did Russia send?")
        await api.until(lambda: api.record.inline[asked])
        given = api.record.inline[asked]
    assert bot.received[0].kind is Kind.INLINE
    first, second = given["results"]
    assert first["title"] == GERMAN_SENTENCE
    assert first["description"] == "Source: South Korean accounts (indirect speech)"
    text = first["input_message_content"]["message_text"]
    assert text.startswith("<blockquote>Nach Angaben")
    assert text.endswith("\n<i>Source: South Korean accounts (indirect speech)</i>")
    assert second["title"] == "Es kam auch Öl."
    assert int(given["cache_time"]) > 0


async def test_an_inline_query_without_an_answer_leads_to_the_chat() -> None:
    async with talking(Answers(Reply((Said("The article does not say."),), "en")).handle) as api:
        asked = api.people.ask_inline("x")
        await api.until(lambda: api.record.inline[asked])
    assert api.record.inline[asked]["results"] == []
    assert WORDS["en"].ask_here in str(api.record.inline[asked]["button"])


async def test_an_inline_query_that_is_too_old_is_over(bot: ScriptedBot) -> None:
    log = Log()
    async with talking(bot.handle, log) as api:
        api.faults.refuse("answerInlineQuery", 400, TOO_OLD)
        api.people.ask_inline("x")
        api.people.write("what?")
        await api.answer()
    assert "failed" not in log.events()


async def test_formatting_that_telegram_does_not_take_leaves_the_text(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        api.faults.refuse("editMessageText", 400, "Bad Request: can't parse entities: Unsupported start tag")
        api.people.write("what?")
        answer = await api.answer()
    assert GERMAN_SENTENCE in answer.text
    assert answer.versions[-1].entities == ()
    assert answer.buttons


async def test_buttons_that_telegram_does_not_take_leave_the_answer(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        api.faults.refuse("editMessageText", 400, "Bad Request: BUTTON_DATA_INVALID")
        api.people.write("what?")
        answer = await api.answer()
    assert GERMAN_SENTENCE in answer.text
    assert answer.versions[-1].entities
    assert not answer.buttons


async def test_an_answer_that_telegram_refuses_for_no_known_reason_is_sent_as_plain_as_can_be(bot: ScriptedBot) -> None:
    log = Log()
    async with talking(bot.handle, log) as api:
        api.faults.refuse("editMessageText", 400, "Bad Request: something new")
        api.people.write("what?")
        answer = await api.answer()
        assert GERMAN_SENTENCE in answer.text
        assert not answer.versions[-1].entities
        assert not answer.buttons
    assert "failed" not in log.events()


@pytest.mark.parametrize("description", ["can't parse entities: x", "BUTTON_DATA_INVALID", "something new"])
async def test_an_answer_that_telegram_refuses_whatever_is_left_out_is_tried_a_few_times(
    bot: ScriptedBot, description: str
) -> None:
    log = Log()
    async with talking(bot.handle, log, Limits(attempts=1)) as api:
        api.faults.refuse("editMessageText", 400, f"Bad Request: {description}", chat=42, times=100)
        api.people.write("what?")
        await api.until(lambda: len(api.named("editMessageText")) >= 2)
        api.people.write("what?", chat=43)
        assert await api.answer(43)
    # Three times at most the answer, and three times the line that says that there will be none.
    assert 2 <= len([call for call in api.named("editMessageText") if call.chat == 42]) <= 6
    assert log.events().count("failed") == 1


async def test_a_group_that_became_another_chat_is_answered_there(bot: ScriptedBot) -> None:
    async with talking(bot.handle) as api:
        api.people.chat(-200)
        api.faults.refuse(
            "sendMessage", 400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-200
        )
        api.people.write("/help@article_bot", chat=-100, user=42)
        assert await api.answer(-200)


async def test_somebody_is_shown_that_an_answer_is_being_looked_for() -> None:
    gate = asyncio.Event()

    async def slow(_incoming: Incoming) -> Reply:
        await gate.wait()
        return REPLY

    async with talking(slow) as api:
        api.people.write("what?")
        await api.until(lambda: (42, "typing") in api.actions)
        gate.set()
        assert await api.answer()


async def test_menus_and_descriptions_are_set_in_every_language(bot: ScriptedBot) -> None:
    menus = (
        Menu("", (("/help", "this list"), ("/sources", "who says what")), (("help", "this list"),), "Ask me.", "Asks."),
        Menu("de", (("/help", "diese Liste"),), (), "Frag mich.", "viele Worte " * 20),
    )
    async with talking(bot.handle, menus=menus) as api:
        await api.until(lambda: ("short_description", "de") in api.profile)
    assert api.commands[("all_private_chats", "")] == [
        {"command": "help", "description": "this list"},
        {"command": "sources", "description": "who says what"},
    ]
    assert [c["command"] for c in api.commands[("all_group_chats", "")]] == ["help"]
    assert api.commands[("all_private_chats", "de")] == [{"command": "help", "description": "diese Liste"}]
    assert api.profile["short_description", ""] == "Asks."
    assert api.profile["short_description", "de"] == "viele Worte " * 9 + "viele…"
    assert api.refusals() == []


async def test_a_menu_that_telegram_does_not_take_keeps_nobody_from_asking(bot: ScriptedBot) -> None:
    log = Log()
    async with talking(bot.handle, log, menus=(Menu("", (("BAD NAME", "x"),)),)) as api:
        api.people.write("what?")
        assert await api.answer()
        await api.until(lambda: "menu_not_set" in log.events())


async def test_a_token_that_is_refused_or_cannot_be_one_bars() -> None:
    async with serving() as api:
        for token in ("123456789:wrong", "", "x", f"{api.token}\n", "1:a/../getMe", "1:ä"):
            with pytest.raises(AccessRevokedError) as raised:
                async with connect(Options(token, api.url), Log().write):
                    pass
            assert not token.strip() or token.strip() not in repr(raised.value) + repr(raised.value.__context__)


async def test_a_bot_api_that_is_not_well_at_the_start_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.AGAIN", 0.05)
    log = Log()
    async with serving() as api:
        api.faults.broken("getMe", times=2)
        api.faults.add(Fault(How.ANSWER, "getMe", status=404, body="<html>not here</html>", content_type="text/html"))
        async with connect(Options(api.token, api.url), log.write) as telegram:
            assert telegram.prefix == "telegram:123456789:"
    assert log.events() == ["not_reached"] * 3


async def test_a_message_stays_the_answer_of_its_question_however_often_it_is_edited() -> None:
    answers = Answers(*[await answered(f"number {n}") for n in range(5)])
    async with talking(answers.handle) as api:
        question = api.people.write("0?")
        answer: Message = await api.answer()
        for n in range(1, 5):
            api.people.edit(question, f"{n}?")
            await api.until(lambda n=n: f"number {n}" in answer.text)
        assert len(api.chat(42)) == 2
