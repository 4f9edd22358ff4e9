"""Who confirms, denies, estimates, warns: questions about what speakers do."""

import pytest

from bot import languages
from bot.core.speakers.speech_acts import done_by, speech_act_asked
from bot.model import Article, Attribution, Confidence, CueClass, Mode, Sentence, Span


@pytest.mark.parametrize(
    ("code", "question", "kind", "topic"),
    [
        ("en", "Who denies that?", CueClass.DENIES, ""),
        ("en", "who denied the charges", CueClass.DENIES, "the charges"),
        ("en", "Who has confirmed the deal?", CueClass.CONFIRMS, "the deal"),
        ("en", "Who warned about bananas?", CueClass.WARNS, "bananas"),
        ("en", "Who demands what?", CueClass.DEMANDS, ""),
        ("en", "Who called for calm?", CueClass.DEMANDS, "calm"),
        ("en", "Who estimates the damage?", CueClass.ESTIMATES, "the damage"),
        ("en", "Who criticised whom?", CueClass.CRITICISES, ""),
        ("de", "Wer warnt?", CueClass.WARNS, ""),
        ("de", "Wer warnt vor Öl?", CueClass.WARNS, "Öl"),
        ("de", "Wer hat das bestätigt?", CueClass.CONFIRMS, ""),
        ("de", "Wer bestreitet die Zahlen?", CueClass.DENIES, "die Zahlen"),
        ("de", "Wer weist die Vorwürfe zurück?", CueClass.DENIES, "die Vorwürfe"),
        ("de", "Wer räumt Fehler ein?", CueClass.CONFIRMS, "Fehler"),
        ("de", "Wer fordert etwas?", CueClass.DEMANDS, ""),
        ("de", "Wer kündigt einen Streik an?", CueClass.ANNOUNCES, "einen Streik"),
    ],
)
def test_a_question_tells_what_is_done_and_about_what(code: str, question: str, kind: CueClass, topic: str) -> None:
    language = languages.of(code)
    assert speech_act_asked(question, language.speaker_questions) == (kind, topic)


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "Who called the police?"),
        ("en", "Who won?"),
        ("en", "When did he deny it?"),
        ("de", "Wer räumt den Schnee?"),
        ("de", "Wer gibt Russland Raketen?"),
        ("de", "Wovor warnt er?"),
    ],
)
def test_another_question_is_none_of_these(code: str, question: str) -> None:
    language = languages.of(code)
    assert speech_act_asked(question, language.speaker_questions) is None


def test_those_who_do_it_are_found_by_the_cue_and_guesses_are_left_out() -> None:
    text = "A warned. B denied. C warned."
    spans = (Span(0, 9), Span(10, 19), Span(20, 29))

    def says(n: int, kind: CueClass, sure: Confidence = Confidence.HIGH) -> Attribution:
        return Attribution((spans[n],), (), Mode.REPORTED, confidence=sure, cue_class=kind)

    article = Article("id", text, "en", "-", (), tuple(Sentence(s, 0) for s in spans), (), (
        says(0, CueClass.WARNS), says(1, CueClass.DENIES), says(2, CueClass.WARNS, Confidence.LOW),
    ))  # fmt: skip
    assert [hit.sentence for hit in done_by(article, CueClass.WARNS)] == [0]
    assert done_by(article, CueClass.CONFIRMS) == ()
