"""What people write to a bot besides questions, and what they get."""

from dataclasses import replace

import pytest

from bot.chat import Attachment, Cited, Incoming, Kind, Rows
from bot.conversation.dialogue import ChatTraits, Rules
from bot.languages.detection import foreign
from bot.model import Article, Document
from bot.render import plain
from bot.service import Library
from tests.talking import Talk, offered

GARAGE = """Garage opens in Tolmin

The garage of Vera Pahl opened in Tolmin on Monday. A wheel alignment costs 80 dollars. An oil change costs 60 dollars.
Owner Vera Pahl said she would hire six people. The old smithy burned down in 2019. Before that it had been an inn.
"""


@pytest.fixture
async def garage(library: Library) -> Talk:
    article = await offered(library, Document(GARAGE.encode(), "text/plain", "garage.txt"))
    return Talk(library, article.id)


async def said(talk: Talk, *texts: str) -> str:
    shown = ""
    for text in texts:
        shown = plain.render(await talk.handle(Incoming("telegram:1", "telegram:1", text, "en")))
    return shown


@pytest.mark.parametrize(
    "text", ["and who says that?", "who said this?", "und wer sagt das?", "really?", "are you sure?"]
)
async def test_who_says_so_and_whether_it_is_true_is_about_the_last_answer(garage: Talk, text: str) -> None:
    shown = await said(garage, "Who will hire people?", text)
    assert "she would hire six people" in shown
    assert "Vera Pahl" in shown.rpartition("\n")[2]


async def test_without_an_answer_nobody_is_named(garage: Talk) -> None:
    for text in ("who says that?", "is that true?"):
        assert await said(garage, text) == "Ask a question first; this is about its answers."


async def test_the_bot_never_says_that_something_is_true(garage: Talk) -> None:
    assert "Whether it is true, I can’t know" in await said(garage, "When did the smithy burn down?", "is that true?")


async def test_what_came_before_is_the_sentence_that_says_so(garage: Talk) -> None:
    shown = await said(garage, "When did the old smithy burn down?", "and before that?")
    assert "it had been an inn" in shown
    assert "burned down" not in shown


async def test_where_no_sentence_says_what_came_after_the_answer_is_shown_in_its_place(garage: Talk) -> None:
    shown = await said(garage, "What does an oil change cost?", "and after that?")
    assert "Answer 1 in its place" in shown


async def test_a_thing_of_the_same_kind_takes_the_others_place(garage: Talk) -> None:
    shown = await said(garage, "How much is a wheel alignment?", "What about an oil change?")
    assert "60 dollars" in shown
    assert "80 dollars" not in shown


async def test_a_thing_that_is_not_there_is_refused(garage: Talk) -> None:
    assert "does not say" in await said(garage, "How much is a wheel alignment?", "What about a windscreen?")


async def test_a_pronoun_alone_names_nobody(garage: Talk) -> None:
    assert (
        await said(garage, "What did Vera Pahl say?", "and him?") == "Whom do you mean? Please ask again with the name."
    )


async def test_the_gist_is_how_the_article_begins_and_who_speaks_in_it(garage: Talk) -> None:
    reply = await garage.handle(Incoming("telegram:1", "telegram:1", "summary please", "en"))
    assert [part.text for part in reply.parts if isinstance(part, Cited)] == [
        "The garage of Vera Pahl opened in Tolmin on Monday.",
        "A wheel alignment costs 80 dollars.",
        "An oil change costs 60 dollars.",
    ]
    [rows] = [part for part in reply.parts if isinstance(part, Rows)]
    assert any("Vera Pahl" in cell for row in rows.rows for cell in row)


async def test_what_only_takes_note_is_not_looked_for(garage: Talk) -> None:
    for text in ("ok", "yes", "nein", "lol", "Alles klar"):
        assert "does not say" not in await said(garage, "Who will hire people?", text)


async def test_the_frame_follows_the_language_of_a_short_message(garage: Talk) -> None:
    assert "Das steht nicht im Artikel" in await said(garage, "Was hat Norwegen geschickt?", "Versicherung?")
    assert "This is how it begins" in await said(garage, "Was hat Norwegen geschickt?", "summary please")
    assert "Artikel:" not in await said(garage, "Was hat Norwegen geschickt?", "can I send you an article?")


async def test_a_language_can_be_asked_for_in_words(garage: Talk) -> None:
    assert "Von jetzt an spreche ich Deutsch" in await said(garage, "speak German please")
    assert "From now on I speak English" in await said(garage, "auf Englisch bitte")


@pytest.mark.parametrize(
    ("question", "code", "line"),
    [
        ("Qu’est-ce que le maire a dit de la fermeture ?", "fr", "Je ne comprends"),
        ("¿Cuánto cuesta el cambio de aceite?", "es", "Solo entiendo"),
        ("Сколько стоит ремонт?", "ru", "Я понимаю"),
        ("كم تكلفة الإصلاح؟", "ar", "أفهم"),
        ("Quanto costa il cambio dell’olio?", "it", "Capisco"),
    ],
)
async def test_whoever_asks_in_another_language_is_told_so_in_it(
    garage: Talk, question: str, code: str, line: str
) -> None:
    assert foreign(question) == code
    shown = await said(garage, question)
    assert shown.startswith("I understand questions in English and German only.")
    assert line in shown


@pytest.mark.parametrize(
    "question",
    [
        "Del Toro?",
        "What does Como say?",
        "NE corner",
        "Wie viele?",
        "en masse",
        "Who is Carlos del Toro?",
        "Merz",
        "CO2?",
    ],
)
def test_names_and_borrowed_words_are_in_no_other_language(question: str) -> None:
    assert foreign(question) is None


async def overheard(talk: Talk, text: str) -> str:
    incoming = Incoming("slack:C1/1.5", "slack:U1", text, "en", shared=True, overheard=True)
    return plain.render(await talk.handle(incoming))


async def test_what_people_say_to_each_other_is_left_alone(garage: Talk) -> None:
    for text in ("lol nice one", ":+1:", "ok let's talk about this tomorrow", "thanks!", "Ann is on holiday", "hello"):
        assert await overheard(garage, text) == "", text


async def test_a_question_and_what_has_an_answer_are_answered_in_a_thread(garage: Talk) -> None:
    assert "80 dollars" in await overheard(garage, "What does a wheel alignment cost?")
    assert "60 dollars" in await overheard(garage, "price of an oil change")
    assert "does not say" in await overheard(garage, "Who pays for the roof?")


async def test_a_bare_mention_in_a_group_is_greeted(garage: Talk) -> None:
    reply = plain.render(await garage.handle(Incoming("telegram:-100", "telegram:1", "", "en")))
    assert "Garage opens in Tolmin" in reply
    assert "Mention me, or answer one of my messages" in reply
    assert "empty" in await said(garage, "")


async def test_commands_are_named_as_they_are_typed(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, ChatTraits(typed="/ask ", shares=True))
    shown = await said(talk, "/help")
    assert "/ask context N" in shown
    assert "/context" not in shown.replace("/ask context", "")
    assert "/ask QUESTION" in shown
    assert "/ask ask" not in shown
    alone = {"chat": "slack:C1/U1", "user": "slack:U1", "language": "en"}
    assert "Type /ask and your question" in plain.render(await talk.says("/start", **alone))
    direct = {"chat": "slack:U1", "user": "slack:U1", "language": "en"}
    assert "Just write your question; /ask help" in plain.render(await talk.says("/start", **direct))
    guarded = replace(talk, rules=Rules(open=False))
    assert "/ask pair CODE" in await said(guarded, "who?")
    assert "/ask help shows" in await said(talk, "/nonsense")
    cited = replace(talk, place=ChatTraits())
    assert "/help shows" in await said(cited, "/nonsense")


async def test_what_people_hand_each_other_is_not_taken_in(garage: Talk) -> None:
    garage.pages["https://news.example/a"] = Document(GARAGE.replace("Garage", "Harbour").encode(), "text/plain", "a")
    garage.files["f"] = GARAGE.replace("Garage", "Harbour").encode()
    thread = Incoming("slack:C1/1.5", "slack:U1", "", "en", shared=True, overheard=True)
    for said_there in (
        replace(thread, text="https://news.example/a"),
        replace(thread, text="look at this https://news.example/a"),
        replace(thread, kind=Kind.FILE, files=(Attachment("a.txt", place="f"),)),
        replace(thread, text=GARAGE * 3),
    ):
        assert plain.render(await garage.handle(said_there)) == ""
    assert await garage.library.store.count("slack:C1") == 0


async def test_what_people_say_to_each_other_changes_nothing(garage: Talk) -> None:
    await garage.says("/language de", chat="slack:C1/1.5", user="slack:U1", shared=True)
    for text in ("forget", "vergessen", "english please", "help", "remove", "language en"):
        assert await overheard(garage, text) == "", text
    [choice] = await garage.preferences.chosen([("", "slack:U1")])
    assert choice.language == "de"
