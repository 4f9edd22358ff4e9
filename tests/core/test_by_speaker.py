"""Whose sayings a question wants, in both languages."""

import pytest

from bot.core.speakers.by_speaker import speaker_asked
from bot.languages.de.speaker_questions import SPEAKER_ASKED as GERMAN
from bot.languages.en.speaker_questions import SPEAKER_ASKED as ENGLISH


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What does Zelensky say?", ("Zelensky", "")),
        ("what did the foreign minister say about the war?", ("the foreign minister", "the war")),
        ("What has the BBC claimed?", ("the BBC", "")),
        ("What did the coach say after the match?", ("the coach", "")),
        ("What did the coach say at half-time about the referee?", ("the coach", "the referee")),
        ("What is Shin quoted with?", ("Shin", "")),
        ("What did Russia send?", None),
        ("Who says what?", None),
    ],
)
def test_an_english_question_for_sayings_is_known(question: str, wanted: tuple[str, str] | None) -> None:
    assert speaker_asked(question, ENGLISH) == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Was sagt Selenskyj?", ("Selenskyj", "")),
        ("Was sagte der Sicherheitsberater über die Raketen?", ("der Sicherheitsberater", "die Raketen")),
        ("Was hat der Außenminister zum Krieg gesagt?", ("der Außenminister", "Krieg")),
        ("Was behaupten die Behörden?", ("die Behörden", "")),
        ("Was sagte die Trainerin nach dem Spiel?", ("die Trainerin", "")),
        ("Was hat die Trainerin beim Empfang zu den Prämien gesagt?", ("die Trainerin", "den Prämien")),
        ("Was hat Russland geschickt?", None),
    ],
)
def test_a_german_question_for_sayings_is_known(question: str, wanted: tuple[str, str] | None) -> None:
    assert speaker_asked(question, GERMAN) == wanted
