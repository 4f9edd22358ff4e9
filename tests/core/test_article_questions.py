"""A question that stands in the article is no answer; what follows it is."""

from asking import answer, article_of, texts

from bot.core.retrieval.article_questions import is_question

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
