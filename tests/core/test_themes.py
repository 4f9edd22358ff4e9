"""What is given decides between sentences: who gave it, whether it was, and what somebody got."""

import pytest

from bot import languages
from bot.core.semantics.semantic_roles import RoleLabeller
from tests.asking import answer, article_of, found, texts

GERMAN = """
Im Mai hat Kenia Ärzte für ein Krankenhaus geschickt. Ärzte aus Mexiko waren schon vorher dort.
Über 300 Zelte hat Mexiko dem Nachbarn überlassen. Schweden lieferte Kenia Holz, etwa Bretter.
Mexiko verkaufte Kenia Zucker. Kenia will ein Krankenhaus bauen. Kenia schenkte Mexiko eine Brücke.
Der Krieg in Kenia ist lange vorbei.
"""
ENGLISH = """
In May Kenya sent doctors for a hospital. Doctors from Mexico had been there before.
More than 300 tents were handed to the neighbour by Mexico. Sweden supplied Kenya with timber, among it planks.
Mexico sold Kenya sugar. Kenya wants to build a hospital. Kenya gave Mexico a bridge.
The war in Kenya is long over.
"""


def _first(text: str, code: str, question: str) -> str:
    article = article_of(text, code)
    hits = found(article, question)
    return article.sentences[hits[0].sentence].span.cut(text) if hits else ""


@pytest.mark.parametrize(
    ("question", "german", "english"),
    [
        ("Wer hat Ärzte geschickt?", "Im Mai hat", "In May"),
        ("Who sent doctors?", "Im Mai hat", "In May"),
        ("Wer lieferte Zelte?", "Über 300", "More than 300"),
        ("Who delivered the tents?", "Über 300", "More than 300"),
        ("Wer hat Bretter geliefert?", "Schweden", "Sweden"),
        ("Who supplied planks?", "Schweden", "Sweden"),
    ],
)
def test_who_gave_it_is_asked_of_the_sentence_in_which_it_is_given(question: str, german: str, english: str) -> None:
    assert _first(GERMAN, "de", question).startswith(german)
    assert _first(ENGLISH, "en", question).startswith(english)


@pytest.mark.parametrize(
    ("question", "german", "english"),
    [
        ("Hat Mexiko Kenia Zucker geliefert?", "Mexiko verkaufte", "Mexico sold"),
        ("Did Mexico deliver sugar to Kenya?", "Mexiko verkaufte", "Mexico sold"),
        ("Hat Kenia Mexiko eine Brücke geschenkt?", "Kenia schenkte", "Kenya gave"),
        ("Did Kenya send doctors to Mexico?", "Im Mai hat", "In May"),
        ("Did Sweden sell timber to Kenya?", "Schweden", "Sweden"),
    ],
)
def test_whether_it_was_given_is_asked_of_the_same(question: str, german: str, english: str) -> None:
    assert _first(GERMAN, "de", question).startswith(german)
    assert _first(ENGLISH, "en", question).startswith(english)


@pytest.mark.parametrize("question", ["Was bekam Kenia?", "What did Kenya get?", "What was sent to Kenya?"])
@pytest.mark.parametrize(("text", "code"), [(GERMAN, "de"), (ENGLISH, "en")])
def test_what_somebody_got_is_what_was_given_to_them(question: str, text: str, code: str) -> None:
    article = article_of(text, code)
    said = texts(article, answer(article, question))
    assert {sentence.split()[0] for sentence in said} <= {"Schweden", "Sweden", "Mexiko", "Mexico"}
    assert len(said) == 2
    five = texts(article, answer(article, question, 5))
    assert not any("Brücke" in sentence or "bridge" in sentence for sentence in five)


@pytest.mark.parametrize(
    ("code", "text", "things"),
    [
        ("de", "Wer hat Soldaten geschickt?", ["Soldaten"]),
        ("de", "Kenia hat dem Nachbarn mehr als 300 Zelte für den Winter überlassen.", ["Zelte"]),
        ("de", "Kenia lieferte Geräte, darunter Pumpen und Rohre.", ["Geräte", "Pumpen", "Rohre"]),
        ("de", "Die Lieferung von Weizen an Kenia begann.", ["Weizen"]),
        ("de", "In Kenia herrscht Krieg um Wasser.", []),
        ("en", "Who sent soldiers?", ["soldiers"]),
        ("en", "Kenya sent air defence missiles to its ally.", ["missiles"]),
        ("en", "More than 300 tents were sent to Mexico for the winter.", ["tents"]),
        ("en", "Kenya supplied Mexico with pumps, including spare parts.", ["pumps", "parts"]),
        ("en", "How many tents did Kenya send?", ["tents"]),
        ("en", "Soldiers sent oil to Mexico.", ["oil"]),
    ],
)
def test_a_thing_given_is_no_party_and_no_aside(code: str, text: str, things: list[str]) -> None:
    frames = RoleLabeller(languages.of(code)).label(text, {})
    starts = sorted(start for frame in frames for start in frame.themes)
    assert [text[start:].split(maxsplit=1)[0].strip(".,?") for start in starts] == things
