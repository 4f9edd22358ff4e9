"""Interviews and transcripts: who answers, who asks, and what only looks like one."""

import pytest

from bot.core.semantics.interviewer import interviewer_sentences
from bot.model import Article, ExtractedText
from bot.service import analyse


def article(text: str) -> Article:
    return analyse(ExtractedText(text), "")


def said(found: Article) -> dict[str, str | None]:
    """Return what each sentence's speaker is called: "" for the paper itself, None where nobody is named."""
    out: dict[str, str | None] = {}
    for sentence in found.sentences:
        who = found.attributions_in(sentence.span)
        mention = who[0].speaker if who else None
        named = (mention.name or mention.span.cut(found.text)) if mention else None
        out[sentence.span.cut(found.text)] = named if who else ""
    return out


def asked(found: Article) -> list[str]:
    return [found.sentences[n].span.cut(found.text) for n in sorted(interviewer_sentences(found))]


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Q:", "A:"), ("Question:", "Answer:"), ("Q.", "A."), ("Beacon:", "Marlow:"), ("– Beacon:", "– Marlow:")],
)
def test_labels_tell_questions_from_answers(question: str, answer: str) -> None:
    found = article(
        f"The ferryman retires\n\nOn Monday the paper met the ferryman Jude Marlow.\n\n{question} Why do you stop?\n\n"
        f"{answer} The river is low. It was never so low.\n\n{question} And the boat?\n\n{answer} It goes to a museum."
    )
    who = said(found)
    assert [name for text, name in who.items() if "river" in text or "never so" in text] == ["Jude Marlow"] * 2
    assert [text.split()[-1] for text in asked(found)] == ["stop?", "boat?"]
    assert who["On Monday the paper met the ferryman Jude Marlow."] == ""


def test_a_label_that_nobody_else_is_named_by_is_the_speaker() -> None:
    found = article("Echo: Is the bridge safe?\n\nIda Odell: It has four cracks. The county knew that in March.")
    assert said(found)["The county knew that in March."] == "Ida Odell"


def test_questions_alone_make_an_interview_with_whom_they_speak_to() -> None:
    found = article(
        "Drei Fragen an die Imkerin\n\nFrau Tamm, wie geht es den Bienen?\n\nMir fehlen zwei. Das Amt zahlt nichts.\n\n"
        "Was wird aus dem Honig?\n\nEin Nachbar kauft ihn.\n\nJutta Tamm, 61, hält in Wohlde seit 1990 Bienen."
    )
    who = said(found)
    assert who["Das Amt zahlt nichts."] == who["Ein Nachbar kauft ihn."] == "Jutta Tamm"
    assert who["Jutta Tamm, 61, hält in Wohlde seit 1990 Bienen."] == ""
    assert asked(found) == ["Frau Tamm, wie geht es den Bienen?", "Was wird aus dem Honig?"]


def test_what_an_answer_reports_is_the_answer_of_who_is_asked() -> None:
    found = article("Echo: Warum jetzt?\n\nRia Brandt: Der Rat sagt, das Geld fehle. Laut Amt ist das falsch.")
    assert said(found)["Laut Amt ist das falsch."] == "Ria Brandt"


def test_initials_and_capitals_mean_who_is_named_in_the_text() -> None:
    found = article(
        "Hearing on the harbour log\n\nThe harbour master, Dale Crane, spoke to the lawyer Nina Oakes.\n\n"
        "NO: Was it your office?\n\nDC: It was mine until June.\n\nMR. CRANE: I never lit the stove.\n\nNO: Who did?"
    )
    who = said(found)
    assert who["DC: It was mine until June."] == who["MR. CRANE: I never lit the stove."] == "Dale Crane"


@pytest.mark.parametrize(
    "text",
    [
        "Concert\n\nDate: 4 May, in the evening. Do not be late.\n\nVenue: the old mill.\n\nPrice: 12 pounds.",
        "Der Test\n\nPro: Das Rad ist leicht.\n\nContra: Es ist teuer.\n\nPro: Es fährt gut.\n\nContra: Es rostet.",
        "Dam\n\nThe dam is broken. Who pays?\n\nWe asked the county.\n\nWho builds it?\n\nAnn Cole did. Cole is rich.",
        "What is a weir?\n\nA weir is a low dam. Rivers have many.\n\nWhy are weirs built?\n\nThey hold water back.",
    ],
)
def test_lists_and_rhetorical_questions_are_no_interview(text: str) -> None:
    found = article(text)
    assert not asked(found)
    assert not [a.rule for a in found.attributions if a.rule.startswith("interview")]


def test_a_story_goes_on_behind_the_transcript() -> None:
    found = article(
        "Trial in Westmere\n\nJUDGE FARROW: Where were you?\n\nMR. CRANE: At home. My wife knows.\n\n"
        "JUDGE FARROW: Thank you.\n\nThe trial goes on in March. The house was empty."
    )
    assert said(found)["The house was empty."] == ""
    assert said(found)["My wife knows."] == "CRANE"


@pytest.mark.parametrize("headline", ["Interview with mayor Ann Cole", "Questions for mayor Ann Cole"])
def test_a_headline_says_with_whom_an_interview_is(headline: str) -> None:
    text = (
        f"{headline}\n\nThe mayor talks about the pool.\n\nWhy is the pool shut?\n\n"
        "We had no money. I was against it.\n\nWill it open again?\n\nYes, I think so. We need a roof first.\n"
    )
    assert said(article(text))["I was against it."] == "Ann Cole"


def test_a_german_headline_says_with_whom_an_interview_is() -> None:
    text = (
        "Interview mit Bürgermeisterin Eva Roth\n\nSie spricht über das Bad.\n\nWarum ist das Bad zu?\n\n"
        "Wir hatten kein Geld. Ich war dagegen.\n\nMacht es wieder auf?\n\nJa, ich denke schon.\n"
    )
    assert said(article(text))["Ich war dagegen."] == "Eva Roth"
