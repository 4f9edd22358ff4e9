"""Commands that are typed as plain words, and questions that look like them."""

import pytest

from bot.chat import Cited, Incoming, Kind
from bot.conversation.typed_commands import command
from tests.talking import Talk

LINK = "https://news.example/bridge"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("help", "/help"),
        ("Hilfe", "/help"),
        ("article", "/article"),
        ("article 2", "/article 2"),
        ("context", "/context"),
        ("context 3", "/context 3"),
        ("warum 1", "/why 1"),
        ("check Russia sent oil", "/check Russia sent oil"),
        ("Check: Russia sent oil", "/check Russia sent oil"),
        ("Prüfe das", "/check das"),
        ("language Deutsch", "/language de"),
        ("quote “We will not go on”", "/quote “We will not go on”"),
        ("Zitat: Wir machen nicht weiter", "/quote Wir machen nicht weiter"),
        ("sources 1", "/sources 1"),
        ("Quelle 2", "/sources 2"),
        (f"open {LINK}", f"/open {LINK}"),
        (f"Lies {LINK}", f"/open {LINK}"),
        ("open", "/open"),
        ("entfernen 2", "/remove 2"),
        ("all articles", "/all"),
        ("Ask all: who won?", "/all who won?"),
        ("In allen Artikeln: wer hat gewonnen?", "/all wer hat gewonnen?"),
        ("Frag alle, wer gewonnen hat", "/all wer gewonnen hat"),
        ("remove", "/remove"),
    ],
)
def test_commands_can_be_written_without_their_stroke(typed: str, meant: str) -> None:
    assert command(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "/context 1",
        "why did Russia send oil?",
        "sources of the report?",
        "article about oil?",
        "all articles about oil?",
        "more",
        "language of the treaty?",
        f"read {LINK} please",
        "open questions in the report?",
        "read",
        "quote the mayor",
        "remove the ban?",
        "Check engine lights\n\nThe mayor of Hagen warned on Monday.",
        "",
        "  ",
    ],
)
def test_questions_and_articles_are_no_commands(typed: str) -> None:
    assert command(typed) == typed


async def test_what_is_handed_on_is_no_command(talk: Talk) -> None:
    reply = await talk.handle(Incoming("telegram:7", "telegram:1", "forget", "en", kind=Kind.TEXT, forwarded=True))
    assert "deleted" not in str(reply.parts)


async def test_sources_after_an_answer_are_those_of_the_answer(talk: Talk) -> None:
    await talk.says("Wovor warnte Selenskyj?")
    again = await talk.says("Quellen")
    assert any(isinstance(part, Cited) and "Selenskyj" in part.source for part in again.parts)
