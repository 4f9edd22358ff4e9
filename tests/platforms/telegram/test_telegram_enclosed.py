"""Files in Telegram: the map of the sources as a photo, the article as a document, each exactly once."""

import json
from pathlib import Path

import pytest

from bot.app.drawing import drawn
from bot.chat import Action, Drawing, Enclosure, Heading, Incoming, Reply, Rows, Said
from bot.platforms.once import Once
from bot.transport import File, FileGoneError
from tests.servers.bot_api import Fault, How
from tests.telegram_chat import talking
from tests.viewing import named

pytestmark = pytest.mark.slow

ARTICLE = named("missiles-for-soldiers")
MAP = Reply(
    (Heading("Who says what:"), Rows((("1", "Shin Won-sik", "3×"), ("2", "BBC", "2×")))),
    "en",
    (Action("As a page", "/view"),),
    encloses=Enclosure(Drawing.MAP, ARTICLE.id),
)
PAGE = Reply((Heading("Missiles"), Said("Open it.")), "en", encloses=Enclosure(Drawing.PAGE, ARTICLE.id))
WAYS = [Once("placeholder", 0.05), Once("direct", 0.05)]


async def draw(enclosure: Enclosure, language: str) -> File:
    return drawn(ARTICLE, enclosure.drawing, language)


async def gone(enclosure: Enclosure, _language: str) -> File:
    raise FileGoneError(enclosure.article)


def always(reply: Reply):  # noqa: ANN201 - a handle
    async def handle(_incoming: Incoming) -> Reply:
        return reply

    return handle


@pytest.mark.parametrize("once", WAYS, ids=lambda once: once.way)
async def test_the_map_comes_as_a_photo_with_the_list_below_and_the_buttons(once: Once) -> None:
    async with talking(always(MAP), draw=draw, once=once) as api:
        question = api.people.write("/map")
        answer = await api.answer()
        await api.until(lambda: answer.media)
    assert answer.media["_content"].startswith(b"\x89PNG")
    assert "Shin Won-sik" in answer.text
    assert answer.reply_to == question.id
    assert [button["text"] for button in answer.buttons] == ["As a page"]
    assert len(api.answers()) == 1
    assert api.refusals() == []


@pytest.mark.parametrize("once", WAYS, ids=lambda once: once.way)
async def test_the_article_comes_as_a_document_that_a_browser_opens(once: Once) -> None:
    async with talking(always(PAGE), draw=draw, once=once) as api:
        api.people.write("/view")
        answer = await api.answer()
        await api.until(lambda: answer.media)
    document = answer.media["document"]
    assert (document["mime_type"], Path(document["file_name"]).suffixes) == ("text/html", [".view", ".html"])
    assert answer.media["_content"].startswith(b"<!doctype html>")
    assert len(api.answers()) == 1


@pytest.mark.parametrize("once", WAYS, ids=lambda once: once.way)
@pytest.mark.parametrize("how", [How.SWALLOW, How.LOSE])
async def test_a_file_whose_outcome_is_unknown_comes_once(once: Once, how: How) -> None:
    async with talking(always(MAP), draw=draw, once=once) as api:
        for method in ("sendphoto", "editmessagemedia"):
            api.faults.add(Fault(how, method))
        api.people.write("/map")
        await api.until(lambda: any(m.media for m in api.answers()))
        api.people.write("/map")
        await api.until(lambda: sum(bool(m.media) for m in api.answers()) == 2)
    assert sum(bool(m.media) for m in api.answers()) == 2
    assert len(api.answers()) == 2


@pytest.mark.parametrize("once", WAYS, ids=lambda once: once.way)
async def test_where_files_are_forbidden_the_words_come_alone(once: Once) -> None:
    refused = {"ok": False, "error_code": 400, "description": "Bad Request: not enough rights to send photos"}
    async with talking(always(MAP), draw=draw, once=once) as api:
        for method in ("sendphoto", "editmessagemedia"):
            api.faults.add(Fault(How.ANSWER, method, status=400, body=json.dumps(refused)))
        api.people.write("/map")
        answer = await api.answer()
    assert not answer.media
    assert "Shin Won-sik" in answer.text


async def test_without_its_article_a_file_is_left_out() -> None:
    async with talking(always(MAP), draw=gone) as api:
        api.people.write("/map")
        answer = await api.answer()
    assert not answer.media
    assert "BBC" in answer.text


async def test_a_long_list_below_a_photo_is_cut_where_telegram_would_refuse_it() -> None:
    rows = Rows(tuple((str(n), "A name that is rather long, of an office somewhere", "1×") for n in range(60)))
    reply = Reply((Heading("Who says what:"), rows), "en", encloses=MAP.encloses)
    async with talking(always(reply), draw=draw) as api:
        api.people.write("/map")
        answer = await api.answer()
        await api.until(lambda: answer.media)
    assert len(answer.text) <= 1024
    assert answer.text.endswith("…")
    assert api.refusals() == []
