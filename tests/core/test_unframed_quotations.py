"""Quotations that no verb gives to anybody: pull quotes, signatures, single words, titles, a reporter's question."""

import pytest

from tests.spoken import Spoken, english, german


def direct(found: tuple[Spoken, ...]) -> list[tuple[str | None, str]]:
    return [(f.name or f.speaker, " ".join(f.content)) for f in found if f.mode == "direct"]


def test_a_pull_quote_is_said_by_whoever_says_it_in_the_text() -> None:
    said = "It rained. “We are lost for good. So is the boat,” said Ann Cole."
    for pull in ("“So is the boat.”", "We are lost for good."):
        found = direct(english(f"{pull}\n{said}\nNobody came. Tom Dean slept."))
        assert found == [("Ann Cole", pull.strip("“”")), ("Ann Cole", "We are lost for good. So is the boat")]


def test_a_pull_quote_of_the_papers_own_words_is_the_papers_own() -> None:
    text = "Ann Cole called it “a sad day”.\n“The surgeon thought he was a king.”\nThe surgeon thought he was a king."
    assert direct(english(text)) == [("Ann Cole", "a sad day")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The pier is a joke.” — Ria Brandt, harbour head", "Ria Brandt"),
        ("“The pier is a joke.” (Ria Brandt, harbour head)", "Ria Brandt"),
        ("“The pier is a joke.”\n— Ria Brandt, harbour head", "Ria Brandt"),
        ("The pier is a joke.\n– Ria Brandt", "Ria Brandt"),
    ],
)
def test_a_signature_names_the_speaker(text: str, name: str) -> None:
    assert direct(english(f"It rained.\n{text}\nThe pier opens in May.")) == [(name, "The pier is a joke.")]


def test_a_list_below_a_paragraph_is_no_signature() -> None:
    assert not direct(english("Two were there.\n– Ria Brandt\n– Otto Finn\nIt rained."))


def test_a_single_word_goes_on_with_who_spoke() -> None:
    assert direct(german("„Hau ab“, sagte Louis Kern. „Sofort!“ Anna ging.")) == [
        ("Louis Kern", "Hau ab"),
        ("Louis Kern", "Sofort!"),
    ]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (german, "Ein Banner mit der Aufschrift „Wir bleiben alle hier!“ hing am Rathaus, sagte Jan Holm."),
        (german, "Die Häuser seien leer, sagte Jan Holm der „Wehrstedter Post“."),
        (english, "A banner reading “We will not leave this town!” hung there, said Ann Cole."),
        (english, "The town was fined, officials said in a note to “The Harbour Post”."),
    ],
)
def test_titles_and_inscriptions_are_no_speech(read: object, text: str) -> None:
    assert callable(read)
    assert not direct(read(text))


@pytest.mark.parametrize(
    ("read", "text", "content"),
    [
        (
            german,
            "Auf die Frage, ob die Mühle sicher sei, sagte Ina Bach, sie habe sie nie gesehen.",
            "sie habe sie nie gesehen",
        ),
        (german, "Gefragt, wie teuer es werde, antwortete Ina Bach: „Wir wissen es nicht.“", "Wir wissen es nicht."),
        (english, "Asked whether the mill was safe, Ann Cole said she had never seen it.", "she had never seen it"),
        (english, "When asked if he thought it was safe, Tom Dean said: “Nobody knows that.”", "Nobody knows that."),
    ],
)
def test_a_reporters_question_is_nobodys_claim(read: object, text: str, content: str) -> None:
    assert callable(read)
    assert [" ".join(f.content) for f in read(text)] == [content]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (german, "Ina Bach sagte: „Es ist genug.“ Ich frage: „Warum denn nicht?“ Stille. „Keiner sah das Geld.“"),
        (english, "“It is enough,” said Ann Cole. “Why not?” I asked. Silence. “Nobody saw the money.”"),
    ],
)
def test_what_the_reporter_says_is_nobodys_and_nobody_goes_on_with_it(read: object, text: str) -> None:
    assert callable(read)
    assert [f.speaker is None for f in read(text)] == [False, True, True]


def test_a_reporters_question_without_an_answer_is_no_report() -> None:
    assert german("Kern sagte, er gehe. Gefragt, warum das so sei, verwies er auf das Amt.")[1:] == ()


def test_a_signature_in_brackets_names_the_speaker() -> None:
    assert direct(german("Es regnet.\n„Der Kai ist ein Witz.“ (Otto Finn, Bäcker)\nEr öffnet im Mai.")) == [
        ("Otto Finn", "Der Kai ist ein Witz.")
    ]


def test_a_name_of_the_net_can_speak() -> None:
    assert direct(english('"Shut it down," tweeted @otto_finn. The pier stays.')) == [("@otto_finn", "Shut it down")]
    assert direct(english('"Nice one," commented pierlover_7. The pier stays.')) == [("pierlover_7", "Nice one")]


def test_a_paragraphs_quotation_answers_the_question_above_it() -> None:
    text = (
        "“I will go on,” said Ann Cole. “I feel fine.”\nShe sits in the sun. The house is quiet. Tom Dean sleeps.\n"
        "A dog barks. The bell rings. What of the mill, then?\n“It will burn one day, like all of them.”"
    )
    assert direct(english(text))[-1] == ("Ann Cole", "It will burn one day, like all of them.")


def test_the_items_of_a_list_are_said_by_who_announces_it() -> None:
    found = english(
        "Ann Cole also said:\n- The mill closes in May\n- The weir stays open\n- Nobody will be dismissed\nIt rained."
    )
    assert [(f.name, *f.content) for f in found] == [
        ("Ann Cole", "The mill closes in May"),
        ("Ann Cole", "The weir stays open"),
        ("Ann Cole", "Nobody will be dismissed"),
    ]
