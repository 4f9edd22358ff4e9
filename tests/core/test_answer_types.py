"""What a pointed question asks for, and what a sentence holds of it."""

import pytest
from asking import answer, article_of, index, query, texts

from bot import languages
from bot.core.retrieval.answer_types import AnswerTypesFound
from bot.core.semantics.names import aspects
from bot.model import AnswerType, Refusal

ASKED = (
    ("How old is Ann Bolt?", AnswerType.AGE),
    ("How much does the bridge cost?", AnswerType.MONEY),
    ("What does a ticket cost?", AnswerType.MONEY),
    ("How long is the bridge?", AnswerType.SIZE),
    ("How high are the debts?", None),
    ("How high is the tower?", AnswerType.SIZE),
    ("How many people live there?", AnswerType.COUNT),
    ("When did it open?", AnswerType.TIME),
    ("What happens when it rains?", None),
    ("When it rains, what happens?", None),
    ("Where was Ann Bolt born?", AnswerType.PLACE),
    ("Who built it?", AnswerType.NAME),
    ("Why did it fall?", AnswerType.REASON),
    ("What did she say?", None),
    ("Wie alt ist Ann Bolt?", AnswerType.AGE),
    ("Wie viel kostet die Brücke?", AnswerType.MONEY),
    ("Wie lang ist die Brücke?", AnswerType.SIZE),
    ("Wie hoch sind die Schulden?", AnswerType.COUNT),
    ("Wie hoch ist die Prämie?", AnswerType.COUNT),
    ("Wie hoch ist der Turm?", AnswerType.SIZE),
    ("Wie viele Menschen wohnen dort?", AnswerType.COUNT),
    ("Wann wurde sie eröffnet?", AnswerType.TIME),
    ("Wo wurde Ann Bolt geboren?", AnswerType.PLACE),
    ("Wer baute sie?", AnswerType.NAME),
    ("Warum fiel sie?", AnswerType.REASON),
    ("Was sagte sie?", None),
)
SHOWN = (
    ("en", "Ann Bolt, 47, opened the bridge.", AnswerType.AGE),
    ("en", "The 12-year-old boy fell.", AnswerType.AGE),
    ("en", "It cost £3 million.", AnswerType.MONEY),
    ("en", "It is 300 metres long.", AnswerType.SIZE),
    ("en", "The meeting took place in the town hall.", AnswerType.PLACE),
    ("en", "They met in the old station.", AnswerType.PLACE),
    ("en", "The bridge has been closed since yesterday.", AnswerType.TIME),
    ("de", "Die Brücke ist seit gestern gesperrt.", AnswerType.TIME),
    ("de", "Am dritten Tag war sie noch gesperrt.", AnswerType.TIME),
    ("de", "Der 61-Jährige tritt zurück.", AnswerType.AGE),
    ("de", "Die 52 Jahre alte Frau schwieg.", AnswerType.AGE),
    ("de", "Sie kostete drei Millionen Euro.", AnswerType.MONEY),
    ("de", "Sie ist 7,4 Kilometer lang.", AnswerType.SIZE),
    ("de", "Sie sprachen im großen Saal der Stadt, dort in der Halle.", AnswerType.PLACE),
    ("de", "Sie trafen sich in der alten Halle.", AnswerType.PLACE),
)
STORY = {
    "de": "Ein Vertrag für die Brücke\n\n"
    "Die Architektin Vera Quandt hat am Montag den Vertrag über die Brücke unterschrieben. "
    "Die Brücke soll 300 Meter lang werden.\n\n"
    "Vera Quandt stritt lange mit dem Stadtrat. Die Bauarbeiter streikten im Winter.",
    "en": "A contract for the bridge\n\n"
    "The architect Vera Quandt signed the contract for the bridge on Monday. "
    "The bridge is to be 300 metres long.\n\n"
    "Vera Quandt argued with the council for a long time. The builders went on strike in the winter.",
}


def _shown(text: str, code: str) -> AnswerTypesFound:
    return index().evidence(article_of(text, code), query("was", code)).sentence_features[0].answer_types


@pytest.mark.parametrize(("question", "answer_type"), ASKED)
def test_what_a_question_wants_is_read_from_its_words(question: str, answer_type: AnswerType | None) -> None:
    assert query(question).answer_type is answer_type


@pytest.mark.parametrize(("code", "text", "answer_type"), SHOWN)
def test_what_a_sentence_holds_is_read_from_its_words(code: str, text: str, answer_type: AnswerType) -> None:
    assert answer_type in _shown(text, code).found
    assert answer_type not in _shown("Vera went away." if code == "en" else "Vera ging weg.", code).found


@pytest.mark.parametrize(
    ("code", "text", "places"),
    [
        ("en", "Vera Quandt spoke in Derry.", 1),
        ("en", "Vera Quandt spoke at the Odeon.", 1),
        ("en", "Vera Quandt thanked Derry.", 0),
        ("de", "Vera Quandt sprach in Wismar.", 1),
        ("de", "Vera Quandt sprach in der alten Charité.", 1),
        ("de", "Vera Quandt lobte Wismar.", 0),
    ],
)
def test_a_name_after_a_preposition_may_be_a_place(code: str, text: str, places: int) -> None:
    assert len(_shown(text, code).places) == places


def test_what_may_be_a_place_is_no_time() -> None:
    assert _shown("Vera sang in the canteen.", "en").has_location
    assert not _shown("Vera sang in the evening.", "en").has_location
    assert _shown("Vera sang in der Kantine.", "de").has_location
    assert not _shown("Vera sang im Spätsommer.", "de").has_location


def test_names_that_follow_each_other_are_one_thing() -> None:
    for code, text in (("en", "Where did Kim Jong-un meet Vera Quandt?"), ("de", "Wo traf Kim Jong-un Vera Quandt?")):
        language = languages.of(code)
        words = language.analyser().read(text)
        found = aspects(words, text, language)
        assert found[-1] == found[-2]
        assert len({unit for word, unit in zip(words, found, strict=True) if word.word in {"jong", "un"}}) == 1


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize(
    "asked", [("Wie alt ist Vera Quandt?", "How old is Vera Quandt?"), ("Wie breit ist die Brücke?", "")]
)
def test_a_question_without_its_kind_of_answer_is_refused_with_that_reason(code: str, asked: tuple[str, str]) -> None:
    for question in filter(None, asked[:1] if code == "de" else asked):
        reply = answer(article_of(STORY[code], code), question)
        if "breit" in question:
            continue
        assert reply.refusal is Refusal.KIND_MISSING, question
        assert reply.query.answer_type is AnswerType.AGE
        assert reply.missing == ()
        assert reply.nearest


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("de", "Wann wurde Vera Quandt geboren?"),
        ("en", "When was Vera Quandt born?"),
        ("de", "Wo wurde Vera Quandt geboren?"),
        ("en", "Where was Vera Quandt born?"),
        ("de", "Wie viele Bauarbeiter sind gestorben?"),
        ("en", "How many builders died?"),
        ("de", "Was kostet die Brücke?"),
        ("en", "How much does the bridge cost?"),
    ],
)
def test_what_the_article_does_not_say_is_refused_though_the_name_occurs(code: str, question: str) -> None:
    assert answer(article_of(STORY[code], code), question).refusal is not None


@pytest.mark.parametrize(
    ("code", "question", "first"),
    [
        ("de", "Wie lang soll die Brücke werden?", "300 Meter"),
        ("en", "How long will the bridge be?", "300 metres"),
        ("de", "Wann hat Vera Quandt den Vertrag unterschrieben?", "am Montag"),
        ("en", "When did Vera Quandt sign the contract?", "on Monday"),
        ("de", "Wer unterschrieb den Vertrag?", "Vera Quandt hat"),
        ("en", "Who signed the contract?", "Vera Quandt signed"),
        ("en", "Who went on strike?", "builders"),
    ],
)
def test_what_it_says_is_answered(code: str, question: str, first: str) -> None:
    article = article_of(STORY[code], code)
    assert first in texts(article, answer(article, question))[0]


def test_a_year_is_no_number_of_things() -> None:
    text = "Der Rat hat 2017 die Brücken der Stadt gezählt. Es gibt in der Stadt mehr als 40 Brücken."
    article = article_of(text)
    assert texts(article, answer(article, "Wie viele Brücken gibt es?")) == [text.split(". ")[1]]


def test_parties_that_only_do_it_the_other_way_round_are_no_answer() -> None:
    article = article_of("Nordkorea hat Russland Soldaten geschickt. Im Kreml schwieg man dazu.")
    assert answer(article, "Was hat Russland nach Nordkorea geschickt?").refusal is not None
    assert answer(article, "Was hat Nordkorea nach Russland geschickt?").hits


TIMES = {
    "de": "Das Museum schließt um elf. Der Chor probt gegen acht wieder. Zweieinhalb Wochen dauerte die Reise. "
    "Die Ruhe endete zu Pfingsten. Der Film war 95-minütig.",
    "en": "The museum shuts at quarter to eight. The choir sings around ten. The journey takes a fortnight. "
    "The silence ended at Whitsun. Nora Holm rang at 4 p.m. On 9 June the tower fell. The speech took half an hour.",
}


@pytest.mark.parametrize(
    ("code", "question", "sign"),
    [
        ("de", "Wann schließt das Museum?", "um elf"),
        ("de", "Wann probt der Chor?", "gegen acht"),
        ("de", "Wie lange dauerte die Reise?", "Zweieinhalb"),
        ("de", "Wann endete die Ruhe?", "Pfingsten"),
        ("de", "Wie lange dauerte der Film?", "95-minütig"),
        ("en", "When does the museum shut?", "quarter to eight"),
        ("en", "When does the choir sing?", "around ten"),
        ("en", "How long does the journey take?", "fortnight"),
        ("en", "When did the silence end?", "Whitsun"),
        ("en", "Who rang at 16:00?", "4 p.m."),
        ("en", "What took 30 minutes?", "half an hour"),
        ("en", "Was fiel am 9.6.?", "9 June"),
    ],
)
def test_a_time_is_one_in_any_spelling(code: str, question: str, sign: str) -> None:
    article = article_of(TIMES[code], code)
    assert sign in texts(article, answer(article, question))[0]


@pytest.mark.parametrize("question", ["Wie alt ist Ida Holm?", "How old is Ida Holm?"])
@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Imkerin Ida Holm zieht nach Norden. Die 59-Jährige malt gern."),
        ("en", "The beekeeper Ida Holm moves to Norden. The 59-year-old likes to paint."),
    ],
)
def test_who_is_called_by_an_age_is_who_was_named_before(question: str, code: str, text: str) -> None:
    article = article_of(text, code)
    assert "59" in texts(article, answer(article, question))[0]


@pytest.mark.parametrize(
    ("code", "question", "shown"),
    [
        ("en", "What is the name of the gardener?", 0),
        ("en", "What is the name of the pilot?", 1),
        ("de", "Wie heißt der Trainer?", 0),
        ("de", "Wie heißt der Pilot?", 1),
    ],
)
def test_a_name_that_is_asked_for_must_be_that_of_the_one_asked_about(code: str, question: str, shown: int) -> None:
    text = {
        "en": "A crowd in Norden cheered the gardener of the Old Crown for hours. The pilot, Ida Holm, was silent.",
        "de": "Der Verein in Norden feierte den Trainer stundenlang. Der Pilot Ole Brandt schwieg.",
    }[code]
    article = article_of(text, code)
    assert len(answer(article, question).hits[:1]) == shown


def test_a_sentence_that_asks_how_many_itself_is_no_number() -> None:
    text = "Nobody counted how many guests were in the house, but it has 140 rooms. "
    article = article_of(f"{text}The house had 31 guests.", "en")
    assert "31" in texts(article, answer(article, "How many guests were in the house?"))[0]
