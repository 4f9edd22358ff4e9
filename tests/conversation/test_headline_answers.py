"""What can be asked of an answer that is the headline: every command and message about an answer has a reply to it."""

import pytest

from bot.conversation.error_messages import PHRASES
from bot.model import Document
from bot.render import plain
from bot.service import Library
from tests.talking import Talk, offered

HEADLINE = {"en": "Footbridge in Larbeck opens in June", "de": "Fußweg in Larbeck bis Juni gesperrt"}
TEXT = {
    "en": f"{HEADLINE['en']}\n\nPeople of the town have waited for many years. Shop owners hope for more guests. "
    "Mayor Ina Holm thanked all of them.",
    "de": f"{HEADLINE['de']}\n\nDie Leute im Ort ärgern sich seit Wochen. Die Händler fürchten um ihre Kunden. "
    "Bürgermeisterin Ina Holm bat um Geduld.",
}
QUESTION = {"en": "When does the footbridge open?", "de": "Bis wann ist der Fußweg gesperrt?"}
BEGINNING = {"en": "People of the town have waited", "de": "Die Leute im Ort ärgern sich"}
BOTH = pytest.mark.parametrize("code", ["en", "de"])


async def answered(library: Library, code: str) -> Talk:
    article = await offered(library, Document(TEXT[code].encode(), "text/plain", "story.txt"))
    talk = Talk(library, article.id)
    assert HEADLINE[code] in plain.render(await talk.says(QUESTION[code], language=code))
    return talk


async def said(talk: Talk, text: str, code: str) -> str:
    found = plain.render(await talk.says(text, language=code))
    assert PHRASES[code].none_found not in found
    return found


@BOTH
@pytest.mark.parametrize("rest", ["", " 1"])
async def test_why_tells_the_words_that_the_headline_holds(library: Library, code: str, rest: str) -> None:
    found = await said(await answered(library, code), f"/why{rest}", code)
    assert PHRASES[code].why_headline in found
    assert PHRASES[code].headline_only in found
    assert HEADLINE[code] in found
    assert {"en": "“opens”", "de": "steht darin"}[code] in found


@BOTH
@pytest.mark.parametrize("rest", ["", " 1"])
async def test_context_is_how_the_article_begins(library: Library, code: str, rest: str) -> None:
    found = await said(await answered(library, code), f"/context{rest}", code)
    assert found.index(HEADLINE[code]) < found.index(BEGINNING[code])


@BOTH
async def test_nobody_else_speaks_about_what_nobody_says(library: Library, code: str) -> None:
    assert PHRASES[code].headline_unsaid in await said(await answered(library, code), "/else", code)


@BOTH
@pytest.mark.parametrize("command", ["/why 2", "/context 2", "/else 2"])
async def test_a_number_that_names_no_answer_is_told(library: Library, code: str, command: str) -> None:
    wanted = PHRASES[code].no_such_number.format(number="2", count=1)
    assert wanted in await said(await answered(library, code), command, code)


@BOTH
async def test_who_says_so_and_whether_it_is_sure_show_the_headline_again(library: Library, code: str) -> None:
    talk = await answered(library, code)
    for text, above in (
        ({"en": "who says that?", "de": "wer sagt das?"}[code], PHRASES[code].who_says),
        ({"en": "are you sure?", "de": "bist du sicher?"}[code], PHRASES[code].sure),
    ):
        found = await said(talk, text, code)
        assert above in found
        assert HEADLINE[code] in found
        assert PHRASES[code].headline in found


@BOTH
async def test_what_came_after_it_is_how_the_article_begins(library: Library, code: str) -> None:
    found = await said(await answered(library, code), {"en": "and after that?", "de": "und danach?"}[code], code)
    assert BEGINNING[code] in found


@BOTH
async def test_there_is_no_more_and_what_did_not_help_is_noted(library: Library, code: str) -> None:
    talk = await answered(library, code)
    assert PHRASES[code].no_more in await said(talk, "/more", code)
    assert PHRASES[code].unhelpful in await said(talk, "/unhelpful", code)


@BOTH
async def test_every_button_under_the_headline_does_something(library: Library, code: str) -> None:
    article = await offered(library, Document(TEXT[code].encode(), "text/plain", "story.txt"))
    talk = Talk(library, article.id)
    reply = await talk.says(QUESTION[code], language=code)
    assert [action.text for action in reply.actions][:1] == ["/context"]
    for action in reply.actions:
        assert await said(talk, action.text, code)
