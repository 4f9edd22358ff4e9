"""Conversations, as conversations: the dialogs, and what a conversation does when things go wrong."""

import asyncio
import re
from pathlib import Path

import pytest
from dialogs import DIALOGS, WARNING, Dialog
from fakes import MemoryStore
from talking import Talk, offered

from bot import fetch, languages
from bot.app import first_article
from bot.chat import Cited, Incoming
from bot.conversation.dialogue import ChatTraits, Conversation
from bot.conversation.error_messages import PHRASES, words_for
from bot.errors import (
    AnnotationError,
    AnnotationProblem,
    ArchiveError,
    ArchiveProblem,
    ArticleError,
    ArticleProblem,
    BotError,
    DictionaryError,
    DictionaryProblem,
    EncoderError,
    EncoderProblem,
    QuestionError,
    QuestionProblem,
    SettingsError,
    StoreError,
    StoreProblem,
)
from bot.model import AnswerType, Article, CueClass, Mode, Refusal
from bot.render import plain
from bot.search.bm25 import Bm25Index
from bot.service import Library


@pytest.fixture
async def library() -> Library:
    return Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))


@pytest.fixture
async def article(library: Library) -> Article:
    return await offered(library, fetch.read(str(first_article())))


@pytest.fixture
async def conversation(library: Library, article: Article) -> Conversation:
    return Talk(library, article.id, ChatTraits(console=True)).conversation


@pytest.mark.parametrize("place", [ChatTraits(console=True), ChatTraits(shares=True)], ids=["console", "chat"])
@pytest.mark.parametrize("dialog", DIALOGS, ids=[d.name for d in DIALOGS])
async def test_dialog(library: Library, article: Article, dialog: Dialog, place: ChatTraits) -> None:
    talk = Talk(library, article.id, place)
    for turn in dialog.turns:
        reply = await talk.handle(Incoming("person", "person", turn.said, "de"))
        seen = plain.render(reply)
        assert all(words in seen for words in turn.answered), f"{turn.said}\n{seen}"
        assert not any(words in seen for words in turn.unsaid), f"{turn.said}\n{seen}"


async def test_matched_words_are_marked_where_they_stand(conversation: Conversation) -> None:
    reply = await conversation.handle(Incoming("chat", "person", "Wovor warnte Selenskyj?"))
    cited = next(part for part in reply.parts if isinstance(part, Cited))
    assert cited.text == WARNING
    assert [cited.text[a:b] for a, b in cited.marks] == ["Selenskyj", "warnte"]


async def test_two_chats_do_not_see_each_others_answers(conversation: Conversation) -> None:
    await conversation.handle(Incoming("one", "person", "Wovor warnte Selenskyj?", "de"))
    reply = await conversation.handle(Incoming("two", "person", "/why 1", "de"))
    assert "zuerst eine Frage" in plain.render(reply)


async def test_another_article_is_taken_into_scope_by_its_number(conversation: Conversation, library: Library) -> None:
    other = Path(__file__).parent / "story.txt"
    text = "Brücke gesperrt\n\nDie Brücke in Hagen ist seit Montag gesperrt. Sie wird erst im Mai wieder geöffnet.\n"
    await offered(library, fetch.Document(text.encode(), "text/plain", str(other)))
    listed = plain.render(await conversation.handle(Incoming("chat", "person", "/articles", "de")))
    number = next(line.split()[0] for line in listed.splitlines() if "Brücke gesperrt" in line)
    assert "Brücke" in plain.render(await conversation.handle(Incoming("chat", "person", f"/article {number}", "de")))
    reply = await conversation.handle(Incoming("chat", "person", "Seit wann ist die Brücke gesperrt?", "de"))
    assert "Die Brücke in Hagen ist seit Montag gesperrt." in plain.render(reply)
    assert "gibt es nicht" in plain.render(await conversation.handle(Incoming("chat", "person", "/article 77", "de")))


async def test_the_greeting_names_the_article_in_the_persons_language(conversation: Conversation) -> None:
    greeting = await conversation.greet(Incoming("chat", "person", "", "de-AT"))
    assert greeting.language == "de"
    assert "Raketen gegen Soldaten" in plain.render(greeting)
    assert (await conversation.greet(Incoming("chat", "person", "", "fr"))).language == "en"


async def test_an_unknown_failure_becomes_one_polite_line_and_an_alarm(library: Library) -> None:
    alarms: list[BaseException] = []
    conversation = Talk(library, "0" * 64, alarm=alarms.append).conversation

    async def broken(_: str) -> None:
        raise ZeroDivisionError("the question: secret")

    object.__setattr__(library.store, "find", broken)
    reply = await conversation.handle(Incoming("chat", "person", "Was geschah?", "de"))
    assert plain.render(reply).strip() == PHRASES["de"].internal
    assert [type(a) for a in alarms] == [ZeroDivisionError]


async def test_a_database_that_fails_is_told_and_the_conversation_goes_on(library: Library) -> None:
    conversation = Talk(library, "0" * 64, ChatTraits(console=True)).conversation
    talk = Talk(library, "0" * 64)

    async def locked(_: str) -> None:
        raise StoreError(StoreProblem.LOCKED, "/data/articles.db")

    object.__setattr__(library.store, "find", locked)
    reply = await conversation.handle(Incoming("chat", "person", "Was geschah gestern?", "de"))
    assert "/data/articles.db" in plain.render(reply)
    assert plain.render(await talk.says("Was geschah gestern?")) == PHRASES["de"].unavailable
    assert talk.logged == [("store", {"problem": "locked"})]


async def test_a_cancelled_question_stays_cancelled(conversation: Conversation) -> None:
    task = asyncio.ensure_future(conversation.handle(Incoming("chat", "person", "Wovor warnte Selenskyj?")))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize("code", PHRASES)
def test_every_error_has_one_line_in_every_language(code: str) -> None:
    phrases = PHRASES[code]
    errors: list[BotError] = [ArticleError(p, "a\nb\x1b[31m" + "x" * 500) for p in ArticleProblem]
    errors += [QuestionError(p, "7") for p in QuestionProblem]
    errors += [AnnotationError(p, "/some/where") for p in AnnotationProblem]
    errors += [StoreError(p, "/some/where") for p in StoreProblem]
    errors += [ArchiveError(reason, "https://host:9200/archive") for reason in ArchiveProblem]
    errors += [SettingsError("BOT_DATABASE")]
    errors += [DictionaryError(problem, "here") for problem in DictionaryProblem]
    errors += [EncoderError(broken, "here") for broken in EncoderProblem]
    for error in errors:
        line = words_for(error, phrases)
        assert line.isprintable()
        assert not re.search(r"\{\w*\}", line)
        assert len(line) < 400


@pytest.mark.parametrize("code", PHRASES)
def test_every_mode_act_and_refusal_has_words_in_every_language(code: str) -> None:
    phrases = PHRASES[code]
    assert set(phrases.manner) == set(Mode)
    assert set(phrases.acts) == set(CueClass)
    assert set(phrases.refusals) == set(Refusal)
    assert set(phrases.kinds) == set(AnswerType)


async def test_a_question_on_a_speakers_topic_is_remembered_as_it_was_asked(library: Library) -> None:
    article = await offered(library, fetch.read(str(first_article())))
    answer = await library.ask(article, "What does Shin say about missiles?")
    assert answer.hits
    assert (answer.query.question, answer.query.language) == ("What does Shin say about missiles?", "en")
