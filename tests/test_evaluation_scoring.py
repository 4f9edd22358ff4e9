"""The scoring of the corpus counts what it says."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.annotated import Annotated, Expected, Question, Said, Statement, place_of
from bot.evaluation.scoring import (
    Claim,
    score_attribution,
    score_layout,
    score_modes,
    score_questions,
    score_statements,
)
from bot.evaluation.shown import score_shown
from bot.model import (
    Answer,
    Article,
    Attribution,
    Check,
    Difference,
    DifferenceKind,
    Hit,
    Mention,
    Mode,
    Query,
    Refusal,
    Sentence,
    Span,
    Verdict,
)

TEXT = "Rain fell. Mayor Ann Lee said it would stop, the Post reported. She was sure."
SENTENCES = (Span(0, 10), Span(11, 63), Span(64, 77))
VOSS = Said("indirect", speaker="Mayor Ann Lee", name="Ann Lee", cue=("said",), via=("the Post",))


def mention(text: str, name: str | None = None) -> Mention:
    return Mention(Span(TEXT.index(text), TEXT.index(text) + len(text)), name)


def says(sentence: int, speaker: Mention | None, mode: Mode = Mode.INDIRECT, *via: Mention) -> Attribution:
    return Attribution((SENTENCES[sentence],), (), mode, speaker, via)


def article(*attributions: Attribution) -> Article:
    sentences = tuple(Sentence(span, 0) for span in SENTENCES)
    return Article("id", TEXT, "en", "-", (), sentences, (), attributions)


def claim(sentence: int, said: tuple[Said, ...], *attributions: Attribution) -> Claim:
    span = SENTENCES[sentence]
    return Claim(article(*attributions), span, Expected(span.cut(TEXT), said), attributions)


def annotated(*questions: Question) -> Annotated:
    said: tuple[tuple[Said, ...], ...] = ((), (VOSS,), (Said("indirect", speaker="She", name="Ann Lee"),))
    sentences = tuple(Expected(span.cut(TEXT), who) for span, who in zip(SENTENCES, said, strict=True))
    return Annotated("en/rain", Path("article.txt"), "Rain", "en", "seen", None, None, None, sentences, questions)


def test_the_papers_own_voice_is_right_only_without_an_attribution() -> None:
    assert claim(0, ()).state()
    assert not claim(0, (), says(0, mention("Ann Lee"))).state()
    assert not claim(0, (), says(0, None, Mode.HEARSAY)).state()


def test_a_speaker_is_right_by_mention_or_by_name() -> None:
    she = Said("indirect", speaker="She", name="Ann Lee")
    assert claim(1, (VOSS,), says(1, mention("Ann Lee"))).state()
    assert claim(2, (she,), says(2, mention("She"))).state()
    assert claim(2, (she,), says(2, mention("Mayor Ann Lee"))).state()
    assert not claim(1, (VOSS,), says(1, mention("the Post"))).state()
    assert not claim(1, (VOSS,)).state()


def test_a_wrong_speaker_beside_the_right_one_is_wrong() -> None:
    assert not claim(1, (VOSS,), says(1, mention("Ann Lee")), says(1, mention("the Post"))).state()


def test_hearsay_is_right_only_without_a_name() -> None:
    assert claim(1, (Said("hearsay"),), says(1, None, Mode.HEARSAY)).state()
    assert not claim(1, (Said("hearsay"),), says(1, mention("Ann Lee"))).state()
    assert not claim(1, (Said("hearsay"),)).state()


def test_a_pronoun_counts_as_named_only_when_it_is_resolved() -> None:
    found = score_attribution(annotated(), article(says(2, mention("She"))))
    assert (found.hits["named"], found.tries["named"]) == (0, 2)
    found = score_attribution(annotated(), article(says(2, mention("She", "Ann Lee"))))
    assert (found.hits["named"], found.hits["state"]) == (1, 2)


def test_carriers_and_modes_are_counted() -> None:
    found = score_attribution(annotated(), article(says(1, mention("Ann Lee"), Mode.DIRECT, mention("the Post"))))
    assert (found.hits["via"], found.tries["via"]) == (1, 1)
    assert (found.hits["mode"], found.tries["mode"]) == (0, 2)


def test_a_sentence_too_much_or_too_few_is_a_miss() -> None:
    found = score_layout(annotated(), article())
    assert (found.hits["sentences"], found.tries["sentences"]) == (3, 3)
    longer = Article("id", TEXT, "en", "-", (), (Sentence(Span(0, 63), 0), Sentence(SENTENCES[2], 0)), (), ())
    found = score_layout(annotated(), longer)
    assert (found.hits["sentences"], found.tries["sentences"]) == (1, 4)


@pytest.mark.parametrize(
    ("question", "hits", "right"),
    [
        (Question("?", "en", first=("Rain",), speaker="own"), (0, 1), {"first", "speaker"}),
        (Question("?", "en", first=("stop",), speaker="lee"), (1,), {"first", "speaker"}),
        (Question("?", "en", first=("stop",), speaker="own"), (1,), {"first"}),
        (Question("?", "en", first=("stop",), answers=("stop", "sure")), (1, 2), {"first", "answers"}),
        (Question("?", "en", first=("stop",), answers=("stop", "sure")), (1,), {"first"}),
        (Question("?", "en", first=("stop",), never_first=("Rain",)), (0,), set()),
        (Question("?", "en", first=("stop",), never_first=("Rain",)), (), set()),
        (Question("?", "en", first=("stop",), never_first=("Rain",)), (2,), {"never"}),
        (Question("?", "en", refuse=True), (), {"refuse"}),
        (Question("?", "en", refuse=True), (1,), set()),
    ],
)
def test_replies_are_counted(question: Question, hits: tuple[int, ...], right: set[str]) -> None:
    answer = Answer(
        Query("?", "en", ()), tuple(Hit(hit, 1.0) for hit in hits), None if hits else Refusal.NOT_IN_ARTICLE
    )
    found = score_questions(annotated(question), article(says(1, mention("Ann Lee"))), [answer], "en")
    assert {figure for figure in found.tries if found.hits[figure]} == right
    assert score_questions(annotated(question), article(), [answer], "de").tries.total() == 0


@pytest.mark.parametrize(
    ("question", "hits", "hit", "tried"),
    [
        (Question("?", "en", first=("Rain",), kind="close"), (0,), "first kept right complete", 4),
        (
            Question("?", "en", first=("Rain",), also=("stop",), kind="close"),
            (0, 1),
            "first kept right right complete",
            5,
        ),
        (Question("?", "en", first=("Rain",), kind="close"), (1, 0), "kept right complete", 5),
        (Question("?", "en", first=("Rain",), answers=("Rain", "sure"), kind="close"), (0,), "first kept right", 4),
        (Question("?", "en", first=("Rain",), kind="close"), (), "", 3),
        (Question("?", "en", refuse=True, kind="close"), (), "refuse", 1),
        (Question("?", "en", refuse=True, kind="close"), (1,), "", 1),
        (Question("?", "en", first=("Rain",), kind="typo"), (0,), "", 0),
    ],
)
def test_what_is_shown_is_counted_sentence_by_sentence(
    question: Question, hits: tuple[int, ...], hit: str, tried: int
) -> None:
    answer = Answer(Query("?", "en", ()), tuple(Hit(n, 1.0) for n in hits), None if hits else Refusal.NOT_IN_ARTICLE)
    asked = annotated(Question("without a kind", "en", first=("Rain",)), question)
    found = score_shown(asked, article(), [answer], ["close"])
    assert sorted(found.hits.elements()) == sorted(hit.split())
    assert found.tries.total() == tried


def test_a_mention_is_a_word_of_its_own_in_the_sentence_or_the_last_one_before() -> None:
    text = "He came. The others went. He said."
    assert place_of("He", text, 26, 34) == 26
    assert place_of("He", text, 9, 25) == 0
    assert place_of("he", text, 9, 25) == -1
    assert place_of("others", text, 0, 8) == 13


def test_modes_are_counted_apart() -> None:
    scores = score_modes(annotated(), article(says(1, mention("Ann Lee", "Ann Lee"))))
    assert scores["own"].percent() == {"detect": 100, "source": 100}
    assert scores["indirect"].percent() == {"detect": 50, "source": 50, "mode": 50, "named": 50}


def test_a_statement_is_right_by_verdict_difference_and_speaker() -> None:
    wanted = (Statement("It would stop.", "en", "reported", speaker="Ann Lee"), Statement("x", "en", "near", "number"))
    said = article(says(1, mention("Ann Lee", "Ann Lee")))
    right = (
        Check("", "en", Verdict.REPORTED, (Hit(1, 1.0),)),
        Check("", "en", Verdict.NEAR, (), (Difference(DifferenceKind.NUMBER),)),
    )
    wrong = (Check("", "en", Verdict.STATED, (Hit(0, 1.0),)), Check("", "en", Verdict.STATED, (Hit(0, 1.0),)))
    asked = replace(annotated(), statements=wanted)
    assert set(score_statements(asked, said, right, "en").percent().values()) == {100}
    figures = score_statements(asked, said, wrong, "en").percent()
    assert figures == {"verdict": 0, "said": 100, "unsaid": 0, "gap": 0, "speaker": 0}
