"""What short messages mean after a question."""

import pytest

from bot.conversation.followups import Wish, resolve

PARTIES = {"Russia", "North Korea", "Russland", "Nordkorea", "South Korea"}


def parties(one: str, other: str) -> bool:
    return one in PARTIES and other in PARTIES


@pytest.mark.parametrize(
    ("text", "last", "language", "meant"),
    [
        ("more", "What did Russia send?", "en", Wish.MORE),
        ("Mehr!", "Was hat Russland geschickt?", "de", Wish.MORE),
        ("mehr", "What did Russia send?", "en", Wish.MORE),
        ("Who says that?", "What did Russia send?", "en", Wish.SPEAKER),
        ("Wer sagt das?", "Was hat Russland geschickt?", "de", Wish.SPEAKER),
        ("When?", "What did Russia send?", "en", "When did Russia send?"),
        ("and when?", "What did Russia send?", "en", "when did Russia send?"),
        ("wann?", "Was hat Russland geschickt?", "de", "wann hat Russland geschickt?"),
        ("Wie viele?", "Welche Soldaten hat Nordkorea geschickt?", "de", "Wie viele Soldaten hat Nordkorea geschickt?"),
        ("why?", "Did Russia send oil?", "en", "why Did Russia send oil?"),
        ("and North Korea?", "What did Russia send?", "en", "What did North Korea send?"),
        (
            "What about South Korea?",
            "What did North Korea send to Russia?",
            "en",
            "What did South Korea send to Russia?",
        ),
        ("und Nordkorea?", "Was hat Russland geschickt?", "de", "Was hat Nordkorea geschickt?"),
        ("and the animals?", "What did Russia send?", "en", "What did Russia send the animals?"),
    ],
)
def test_a_short_message_is_resolved(text: str, last: str, language: str, meant: str | Wish) -> None:
    assert resolve(text, last, language, parties) == meant


@pytest.mark.parametrize(
    "text",
    [
        "What did North Korea send?",
        "Wer sagt das mit den hunderttausend Soldaten denn genau?",
        "",
        "🙂",
        "Wo liegt Kursk?",
    ],
)
def test_a_message_that_stands_on_its_own_is_left_alone(text: str) -> None:
    assert resolve(text, "What did Russia send?", "en", parties) == text
