"""What a page says about itself is no sentence of the article, and what the article says is no note."""

import pytest

from bot.core.language_data.orthography import Orthography
from bot.core.segmentation.sentences import lay_out
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.model import ExtractedText
from tests.timing import grows_at_most

ABOVE = {
    "de": "Rat baut Steg\n\nDer Rat von Dunau baut einen Steg.\n\nDas Geld kommt vom Land, sagte Ria Brandt.\n\n",
    "en": "Council builds pier\n\nThe council of Harlow builds a pier.\n\nThe money is there, Ria Brandt said.\n\n",
}
TABLES = {"de": GERMAN_ORTHOGRAPHY, "en": ENGLISH_ORTHOGRAPHY}


def said(text: str, orthography: Orthography) -> list[str]:
    return [sentence.span.cut(text) for sentence in lay_out(ExtractedText(text), orthography).sentences]


def below(language: str, text: str) -> list[str]:
    """Return the sentences of a text that stands below an article's."""
    return said(ABOVE[language] + text, TABLES[language])[2:]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Lesezeit: 4 Minuten"),
        ("de", "4 Min. Lesezeit"),
        ("de", "Fehler gefunden? Jetzt melden."),
        ("de", "Noch mehr vom Fluss? Jetzt den Uferbrief bestellen!"),
        ("de", "Abonnieren Sie unseren Newsletter, er kommt jeden Morgen."),
        ("de", "Leserbriefe bitte an post@dunau.example"),
        ("de", "Empfohlener externer Inhalt. Sie können ihn mit einem Klick anzeigen lassen."),
        ("de", "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden."),
        ("de", "© Dunauer Bote 2031"),
        ("de", "Foto: Rolf Benn/dpa"),
        ("de", "Quelle: dunau.example"),
        ("de", "Dieser Artikel erschien zuerst im Dunauer Boten."),
        ("de", "Karla Nolte ist Reporterin und lebt in Dunau."),
        ("de", "Auch interessant\n\nNachbarort sperrt Brücke\n\nStreit um Bäder"),
        ("de", "Kommentare\n\nUferfreund7, 6.11.2031\n\nDas wird nie fertig. Der Rat lügt doch."),
        ("en", "5 min read"),
        ("en", "Sign up for our weekly newsletter."),
        ("en", "Got a story? Get in touch at news@harlow.example"),
        ("en", "Follow us on Facebook and Instagram for more."),
        ("en", "This article was originally published in the Harlow Post."),
        ("en", "Photo: Rolf Benn"),
        ("en", "Rolf Benn/Getty Images"),
        ("en", "All rights reserved. No part may be copied."),
        ("en", "Karla Nolte is a reporter for the Harlow Post."),
        ("en", "Otto Finn in London contributed to this report."),
        ("en", "More on the pier\n\nOur part: The Post has counted boats since 1848.\n\nCouncil closes baths"),
        ("en", "12 Comments\n\nhalefan\n\nIt will sink. The council lies."),
    ],
)
def test_what_a_page_says_about_itself_is_no_sentence(language: str, line: str) -> None:
    assert below(language, line) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Sie hat den Newsletter der Partei abonniert, sagte er."),
        ("de", "Er schreibt mir jeden Tag, sagte sie."),
        ("de", "Um den Beitrag zu finanzieren, muss die Stadt sparen."),
        ("de", "Die Sendung mit dem Bären wird fünfzig."),
        ("de", "Ria Brandt ist Reporterin und wohnt am Kai."),
        ("de", "Die Kommentare im Netz waren hart."),
        ("de", "Foto und Film zeigen den Steg von oben, wie die Polizei mitteilte."),
        ("de", "Wenn Kunden hier kaufen, erhält der Händler eine Provision."),
        ("en", "About 300 families signed up for the scheme."),
        ("en", "Users must download the app before May, the council said."),
        ("en", "They follow the news on Facebook."),
        ("en", "Casualties were reported from the harbour."),
        ("en", "Published in 1999, the novel won prizes."),
        ("en", "Terms of the deal were not disclosed."),
        ("en", "Watch for floods on Friday, the office said."),
        ("en", "Ria Brandt is a reporter for the Harlow Post."),
    ],
)
def test_what_an_article_says_is_no_note(language: str, line: str) -> None:
    assert below(language, line) == [line]


def test_the_credit_at_the_end_of_a_caption_is_cut_off_and_the_caption_stays() -> None:
    assert below("de", "Der Steg von oben. Foto: Rolf Benn\n\nDas Holz kommt aus Tirol.") == [
        "Der Steg von oben.",
        "Das Holz kommt aus Tirol.",
    ]


def test_a_text_of_notes_alone_is_a_text() -> None:
    assert said("Lesezeit: 4 Minuten sind zu viel.", GERMAN_ORTHOGRAPHY) == ["Lesezeit: 4 Minuten sind zu viel."]


@pytest.mark.parametrize("language", TABLES)
@pytest.mark.parametrize(
    "piece", ["Jetzt ", "Foto: ", "Newsletter unser ", "A ", "Sign up to ", "x, ", "© ", "in a a "]
)
def test_the_work_grows_with_the_length_only(language: str, piece: str) -> None:
    def read(length: int) -> None:
        said(ABOVE[language] + (piece * length)[:length], TABLES[language])

    read(1_000)
    assert grows_at_most(read, (40_000, 400_000), factor=30, least=0.02)
