"""What stands around a question is not looked for, and what is asked is never touched."""

import pytest
from asking import answer, article_of, texts

from bot import languages
from bot.core.retrieval.padding import questions_in, unpadded
from bot.core.retrieval.query import tokenize

ENGLISH = [
    ("Hello, could you please tell me who the captain is?", "who the captain is?"),
    ("My sister wants to know when the fair opens", "when the fair opens"),
    ("according to this story, where is the mill?", "where is the mill?"),
    ("so um where is the mill, thanks in advance!", "where is the mill!"),
    ("Do you know if the mill is open?", "the mill is open?"),
    ("Who won, please?", "Who won?"),
    ("What did Finn tell the police?", "What did Finn tell the police?"),
    ("Did Finn say when the mill opens?", "Did Finn say when the mill opens?"),
    ("Who didn't vote?", "Who did not vote?"),
    ("thanks", "thanks"),
]
GERMAN = [
    ("Weißt du, wem die Mühle gehört?", "wem die Mühle gehört?"),
    ("Meine Chefin will wissen, wer gewählt wurde", "wer gewählt wurde"),
    ("Steht im Text, wo die Mühle ist?", "wo die Mühle ist?"),
    ("Kannst du mir bitte sagen, wann der Markt öffnet? Danke!", "wann der Markt öffnet!"),
    ("Was sagte Finn der Polizei?", "Was sagte Finn der Polizei?"),
    ("Danke", "Danke"),
]


@pytest.mark.parametrize(
    ("code", "typed", "asked"), [*(("en", *row) for row in ENGLISH), *(("de", *row) for row in GERMAN)]
)
def test_padding_is_taken_off(code: str, typed: str, asked: str) -> None:
    assert unpadded(typed, languages.of(code).padding) == asked


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("en", "When does the mill open and who runs it?", 2),
        ("en", "Who is the captain? How many goats ran away?", 2),
        ("en", "Who said what and why?", 1),
        ("en", "What did Finn and Roth buy?", 1),
        ("de", "Wann öffnet die Mühle und wer betreibt sie?", 2),
        ("de", "Wer ist Finn und Roth?", 1),
    ],
)
def test_two_questions_in_one_are_told_apart(code: str, text: str, number: int) -> None:
    assert len(questions_in(text, languages.of(code).padding)) == number


def test_filler_is_not_missing() -> None:
    article = article_of("The mill opens in June. Goats ran away.", "en")
    assert texts(article, answer(article, "so when exactly is the mill gonna open please"))[0].startswith("The mill")
    assert "exactly" not in answer(article, "what exactly did the captain eat, please?").missing


def test_a_pasted_text_is_not_looked_for_to_its_end() -> None:
    assert len(tokenize("goat " * 200, "en", languages.LANGUAGES).words) <= 40
