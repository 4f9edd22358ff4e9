"""The line that says who says a sentence."""

import pytest

from bot.chat import Said
from bot.conversation.citations import reply_to, source_line
from bot.conversation.error_messages import PHRASES
from bot.model import Answer, Article, Attribution, Confidence, Mention, Mode, Query, Refusal, Sentence, Span, Term

TEXT = "Ann left."
WHOLE = Span(0, len(TEXT))
ANN = Mention(Span(0, 3), "Ann")


def line(*attributions: Attribution, code: str = "en") -> str:
    article = Article("id", TEXT, "en", "-", (), (Sentence(WHOLE, 0),), (), attributions)
    return source_line(article, WHOLE, PHRASES[code])


def says(speaker: Mention | None, confidence: Confidence, mode: Mode = Mode.INDIRECT) -> Attribution:
    return Attribution((WHOLE,), (), mode, speaker, confidence=confidence)


def test_without_an_attribution_the_article_speaks() -> None:
    assert line() == "Source: the article itself"


@pytest.mark.parametrize(
    ("confidence", "shown"), [(Confidence.HIGH, "Source: Ann"), (Confidence.MEDIUM, "Source: probably Ann")]
)
def test_a_speaker_is_named_as_surely_as_it_is_known(confidence: Confidence, shown: str) -> None:
    assert line(says(ANN, confidence)).startswith(shown)


def test_a_guess_names_nobody_and_is_not_the_article_itself() -> None:
    assert line(says(ANN, Confidence.LOW)) == "Source: not clear (reported)"
    assert line(says(ANN, Confidence.LOW), code="de") == "Quelle: unklar (wiedergegeben)"
    assert line(says(None, Confidence.LOW)) == "Source: not named (indirect speech)"


def test_a_guess_beside_a_sure_speaker_is_left_out() -> None:
    other = Mention(Span(4, 8), "Bob")
    assert line(says(ANN, Confidence.HIGH), says(other, Confidence.LOW)) == "Source: Ann (indirect speech)"


@pytest.mark.parametrize(("role", "shown"), [("Its director", "its director"), ("Mayor", "Mayor")])
def test_a_role_that_opened_a_sentence_gets_small_before_its_noun(role: str, shown: str) -> None:
    ann = Mention(Span(0, 3), "Ann", role)
    assert line(says(ann, Confidence.HIGH)) == f"Source: Ann, {shown} (indirect speech)"


def test_what_runs_on_from_a_chain_is_said_with_the_same_chain() -> None:
    text = "The BBC reports X, citing data. Y was so."
    first, second = Span(0, 31), Span(32, 41)
    bbc, data = Mention(Span(4, 7), "BBC"), Mention(Span(26, 30), "data")
    said = tuple(
        Attribution((span,), cue, Mode.INDIRECT, bbc, (data,), confidence=Confidence.HIGH)
        for span, cue in ((first, (Span(19, 25),)), (second, ()))
    )
    article = Article("id", text, "en", "-", (), (Sentence(first, 0), Sentence(second, 0)), (), said)
    assert source_line(article, second, PHRASES["en"]) == "Source: BBC, citing data (indirect speech)"


def test_missing_words_are_shown_as_typed_and_without_what_is_invisible() -> None:
    terms = (Term("cdu", "cdu"), Term("²\xad", "²\xad"))
    query = Query("Und die CDU, ²\xad?", "en", terms, "en")
    answer = Answer(query, (), Refusal.NOT_IN_ARTICLE, ("cdu", "²\xad"))
    article = Article("id", TEXT, "en", "-", (), (Sentence(WHOLE, 0),), (), ())
    reply = reply_to(article, answer, (), PHRASES["en"])
    assert reply.parts == (Said("The article does not say. These words do not occur in it: CDU, ²"),)


GERMAN_TEXT = "Laut dänischen Angaben regnet es. Am Freitag sagte der Außenminister Dänemarks, Jens Holm: „Es schneit.“"


def german_line(*attributions: Attribution, span: Span, code: str) -> str:
    article = Article("id", GERMAN_TEXT, "de", "-", (), (Sentence(span, 0),), (), attributions)
    return source_line(article, span, PHRASES[code])


FIRST, SECOND = Span(0, 33), Span(34, len(GERMAN_TEXT))
ANGABEN = Mention(Span(5, 22))
HOLM = Mention(Span(51, 89), "Jens Holm", "der Außenminister Dänemarks")


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("de", "Quelle: dänische Angaben (indirekte Rede)"),
        ("en", "Source: Danish statements (indirect speech)"),
    ],
)
def test_a_source_stands_in_the_first_case_and_in_the_readers_words(code: str, shown: str) -> None:
    said = Attribution((FIRST,), (), Mode.INDIRECT, ANGABEN, confidence=Confidence.HIGH)
    assert german_line(said, span=FIRST, code=code) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("de", "Quelle: Jens Holm, Außenminister Dänemarks (indirekte Rede, wörtlich)"),
        ("en", "Source: Jens Holm, Denmark’s foreign minister (indirect speech, word for word)"),
    ],
)
def test_a_speaker_is_named_once_under_a_sentence_with_all_ways_of_saying(code: str, shown: str) -> None:
    friday = Span(34, 44)
    said = [
        Attribution((SECOND,), (), mode, HOLM, confidence=Confidence.HIGH, date=friday)
        for mode in (Mode.INDIRECT, Mode.DIRECT)
    ]
    assert german_line(*said, span=SECOND, code=code) == shown


def test_when_it_was_said_is_told_where_the_sentence_does_not() -> None:
    friday = Span(34, 44)
    said = Attribution((FIRST,), (), Mode.INDIRECT, HOLM, confidence=Confidence.HIGH, date=friday)
    assert german_line(said, span=FIRST, code="de").endswith("(indirekte Rede, „Am Freitag“)")


@pytest.mark.parametrize(
    ("cue", "code", "shown"),
    [
        ((), "de", "Quelle: Jens Holm, Außenminister Dänemarks, zitiert nach Nordblatt (indirekte Rede)"),
        ((), "en", "Source: Jens Holm, Denmark’s foreign minister, quoted by Nordblatt (indirect speech)"),
    ],
)
def test_who_carries_the_words_is_named_behind_the_speaker(cue: tuple[Span, ...], code: str, shown: str) -> None:
    paper = Mention(Span(0, 4), "Nordblatt")
    said = Attribution((SECOND,), cue, Mode.INDIRECT, HOLM, (paper,), confidence=Confidence.HIGH)
    assert german_line(said, span=SECOND, code=code) == shown
