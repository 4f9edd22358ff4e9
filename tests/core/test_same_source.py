"""Five articles are not five witnesses: who stands behind sentences of several articles."""

import pytest

from bot import languages
from bot.core.retrieval.same_source import agency_of, is_reprint, is_same_event
from bot.core.retrieval.same_source import sources as sources_of
from bot.core.versions.likeness import is_same_original, shingles
from bot.model import Article, Span
from tests.archive_of import written

GERMAN = languages.LANGUAGES["de"]
QUAKE = """Beben erschüttert Valdoria

VALDORIA (dpa) – Ein Erdbeben hat am Dienstag die Stadt Valdoria erschüttert. Zwölf Menschen wurden verletzt.
"""
REPRINT = """Erdbeben in Valdoria: Verletzte

VALDORIA (dpa) – Ein Erdbeben hat am Dienstag die Stadt Valdoria erschüttert. Zwölf Menschen wurden dabei verletzt.
"""
OWN = """Valdoria bebt

In Valdoria hat am Dienstag die Erde gebebt. Die Stadt meldet zwölf Verletzte, sagte Bürgermeisterin Anna Weber.
"""
MARKET = """Wochenmarkt zieht um

Der Wochenmarkt von Kelmen zieht im Mai auf den Platz vor der Kirche. Das beschloss der Rat am Dienstag.
"""


STORY = """Feuer in Kelmen

In der alten Mühle von Kelmen hat es in der Nacht gebrannt. Zwanzig Leute aus drei Orten löschten bis zum Morgen. {said}
Der Schaden wird auf zwei Millionen Euro geschätzt. Die Mühle stand seit Jahren leer und sollte bald verkauft werden.
"""


def sources(*answers: tuple[Article, Span]) -> tuple[int, str]:
    """Return how many sources there are, and what the only one is called."""
    return sources_of(answers, languages.LANGUAGES, lambda a, b: is_same_original(shingles(a), shingles(b)))


def last(article: Article) -> Span:
    """Return where the last sentence stands."""
    return article.sentences[-1].span


def test_an_agency_is_read_above_the_text() -> None:
    assert agency_of(written(QUAKE)) == "dpa"
    assert agency_of(written(MARKET)) == ""


def test_what_two_papers_have_from_one_agency_is_one_source() -> None:
    one, two = written(QUAKE), written(REPRINT)
    assert is_reprint(last(one).cut(one.text), last(two).cut(two.text), GERMAN)
    assert sources((one, last(one)), (two, last(two))) == (1, "dpa")


def test_who_is_named_is_a_source_beside_an_agency() -> None:
    one, two = written(QUAKE), written(OWN)
    assert sources((one, last(one)), (two, last(two))) == (2, "")


def test_one_speaker_in_two_papers_is_one_source() -> None:
    one = written("Streit\n\nDie Brücke bleibt zu, sagte Bürgermeisterin Anna Weber am Montag.\n")
    two = written("Ärger\n\nFür Autos sei dort auf lange Zeit kein Weg, sagte Weber.\n")
    assert sources((one, one.sentences[0].span), (two, two.sentences[0].span))[0] == 1


def test_articles_made_of_one_text_are_one_source_whatever_sentences_of_them_are_shown() -> None:
    one, two = written(STORY.format(said="")), written(STORY.format(said="Verletzt wurde niemand."))
    other = written("Brand\n\nIn Kelmen ist in der Nacht eine Mühle abgebrannt. Niemand wurde verletzt.\n")
    assert sources((one, one.sentences[0].span), (two, last(two)))[0] == 1
    assert sources((one, one.sentences[0].span), (other, other.sentences[0].span))[0] == 2


def test_two_who_are_named_in_one_text_are_two_sources() -> None:
    said = "Es war laut, sagte Anna Weber. Es roch bis in die Stadt, sagte Jonas Krüger."
    one, two = written(STORY.format(said="")), written(STORY.format(said=said))
    spans = [sentence.span for sentence in two.sentences if "sagte" in sentence.span.cut(two.text)]
    assert sources(*((two, span) for span in spans)) == (2, "")
    assert sources((one, last(one)), (two, spans[0])) == (1, "Anna Weber")


@pytest.mark.parametrize(
    ("days", "same"),
    [(("2026-03-01", "2026-03-02"), True), (("2026-03-01", "2026-03-20"), False), (("", "2026-03-02"), True)],
)
def test_articles_on_one_event_begin_alike_and_are_printed_near_each_other(days: tuple[str, str], same: bool) -> None:  # noqa: FBT001
    one, two = written(QUAKE, days[0]), written(REPRINT, days[1])
    assert is_same_event(one, two, languages.LANGUAGES) is same


def test_the_turn_of_a_year_is_a_day() -> None:
    assert is_same_event(written(QUAKE, "2025-12-31"), written(REPRINT, "2026-01-01"), languages.LANGUAGES)
    assert is_same_event(written(QUAKE, "2024-02-28"), written(REPRINT, "2024-03-03"), languages.LANGUAGES)
    assert not is_same_event(written(QUAKE, "2024-02-28"), written(REPRINT, "2024-03-04"), languages.LANGUAGES)


def test_articles_about_different_things_are_about_two_events() -> None:
    assert not is_same_event(written(QUAKE, "2026-03-01"), written(MARKET, "2026-03-01"), languages.LANGUAGES)


def test_other_numbers_and_names_are_no_reprint() -> None:
    hurt = "Dabei wurden zwölf Menschen in Kelmen verletzt."
    assert is_reprint(hurt, "Dabei wurden 12 Menschen in Kelmen verletzt.", GERMAN)
    assert not is_reprint(hurt, "Dabei wurden acht Menschen in Kelmen verletzt.", GERMAN)
    assert not is_reprint(hurt, "Dabei wurden zwölf Menschen in Hagen verletzt.", GERMAN)
