"""A question that stands in the article is no answer; what follows it is."""

from asking import answer, article_of, texts

from bot import languages
from bot.core.retrieval.article_questions import is_question
from bot.core.retrieval.sentence_features import sentence_features
from bot.model import ExtractedText
from bot.service import analyse

TALK = article_of(
    "Gespräch am Kai\n\nWie teuer war der neue Kran am Hafen?\n\nEr hat vier Millionen Euro gekostet.\n\n"
    "Und wer bedient ihn?\n\nDas macht die Kranführerin Ilse Korn."
)


def test_only_what_ends_as_a_question_is_one() -> None:
    assert is_question("Wer war das?“")
    assert not is_question("„Wer war das?“, fragte sie.")


def test_the_answer_is_shown_and_not_the_question() -> None:
    shown = texts(TALK, answer(TALK, "Wie teuer war der Kran?"))
    assert shown[0] == "Er hat vier Millionen Euro gekostet."


def test_what_leads_to_an_interviewers_question_asks_as_well() -> None:
    talk = analyse(
        ExtractedText(
            "The harbour and its crane\n\nOn Monday the paper met the crane driver Jude Marlow.\n\n"
            "Q: People say that the new crane cost too much. Why was it bought?\n\n"
            "A: The old one was broken. The new crane cost four million euros.\n\nQ: And now?\n\nA: It lifts well."
        ),
        "",
    )
    language = languages.of("en")
    rows = [language.analyser().read(s.span.cut(talk.text)) for s in talk.sentences]
    found = sentence_features(talk, rows, language)
    asking = [s.span.cut(talk.text) for s, f in zip(talk.sentences, found, strict=True) if f.asks]
    assert [text.split()[-1] for text in asking] == ["much.", "bought?", "now?"]
    shown = texts(talk, answer(talk, "How much did the new crane cost?"))
    assert shown[0] == "The new crane cost four million euros."
