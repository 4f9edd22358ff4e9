"""An article's lines are told apart as its readers do, and no line of its body is taken for a heading."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language_data.orthography import Orthography
from bot.core.segmentation.sentences import Layout, lay_out
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.model import Block, BlockKind, ExtractedText, Span

NEWS = """Stadt sperrt die Hafenbrücke: Pendler müssen auf die Fähre
Neue Risse im Pfeiler: Hafenbrücke bleibt bis Ostern zu
Die Brücke sollte nur zwei Wochen gesperrt sein. Nun wird daraus ein halbes Jahr.
Nordhaven – Die Hafenbrücke bleibt bis Ostern gesperrt, wie die Stadt am Dienstag mitteilte. Man habe Risse entdeckt.
Die Händler sind in Sorge. Laut ihrem Verband sank der Umsatz um ein Fünftel.

Händler fürchten um ihre Kunden – Stadt verspricht Hilfe
Die Stadt will mit einem Fonds helfen. Wie viel Geld darin liegt, ist offen.
Der Fahrgastverband fordert einen Nachtbus. Das lehnte die Stadt ab.
So kommen Pendler ans andere Ufer
Die Fähre fährt werktags von 5 bis 22 Uhr. „Mehr geht nicht“, sagte der Betreiber. (jpe)
"""


def lay(text: str, orthography: Orthography = GERMAN_ORTHOGRAPHY) -> Layout:
    return lay_out(ExtractedText(text), orthography)


def kinds(text: str, orthography: Orthography = GERMAN_ORTHOGRAPHY) -> list[str]:
    return [block.kind.value for block in lay(text, orthography).blocks]


def said(text: str, orthography: Orthography = GERMAN_ORTHOGRAPHY) -> list[str]:
    return [sentence.span.cut(text) for sentence in lay(text, orthography).sentences]


def cut(span: Span | None, text: str) -> str | None:
    return span.cut(text) if span else None


@pytest.mark.parametrize("text", [NEWS, NEWS.replace("\n", "\r\n"), "\ufeff" + NEWS, NEWS.replace("\n", "\n\n")])
def test_a_news_text_with_a_line_for_each_paragraph_is_told_apart(text: str) -> None:
    top = ["title", "heading", "lead", "paragraph", "paragraph"]
    assert kinds(text) == [*top, "heading", "paragraph", "paragraph", "heading", "paragraph", "byline"]
    assert cut(lay(text).dateline, text) == "Nordhaven –"
    assert cut(lay(text).byline, text) == "(jpe)"
    assert lay(text).title == "Stadt sperrt die Hafenbrücke: Pendler müssen auf die Fähre"


def test_headings_dateline_and_byline_are_in_no_sentence() -> None:
    sentences = said(NEWS)
    assert len(sentences) == 12
    assert sentences[2] == "Die Hafenbrücke bleibt bis Ostern gesperrt, wie die Stadt am Dienstag mitteilte."
    assert sentences[-1] == "„Mehr geht nicht“, sagte der Betreiber."


def test_a_sentence_knows_its_block_and_a_passage_its_headings() -> None:
    layout = lay(NEWS)
    for sentence in layout.sentences:
        block = layout.blocks[sentence.block].span
        assert block.start <= sentence.span.start
        assert sentence.span.end <= block.end
    assert [(one.first, one.last) for one in layout.passages] == [(at, at + 2) for at in range(0, 12, 2)]
    last = [span.cut(NEWS) for span in layout.passages[-1].headings]
    assert last == ["Stadt sperrt die Hafenbrücke: Pendler müssen auf die Fähre", "So kommen Pendler ans andere Ufer"]


BODY = [
    "Am Samstag trafen sich die Präsidenten beider Länder auf der Insel. Es war das erste Treffen seit dem Krieg.",
    "Zuvor hatte die Regierung gewarnt, dass die Lage noch ernster werden könne als im vergangenen Sommer.",
    "„Wir werden nicht aufgeben“, sagte der Sprecher, der in der Hauptstadt vor Journalisten aus aller Welt auftrat.",
]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n", "\n\n\n\n", " \n \n"])
def test_a_text_without_headings_is_all_paragraphs(between: str) -> None:
    assert kinds(between.join(BODY)) == ["paragraph"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Doch dabei blieb es nicht.",
        "Warum?",
        "„So nicht!“",
        "Die Forderungen:",
        "und so weiter",
        "Er kam nicht. Sie auch nicht",
        "- ein neues Bad",
        "• Neue Schulen",
        "1. Mehr Züge",
        "Nach " + 15 * "sehr " + "langen Verhandlungen einigte man sich auf ein Ende",
    ],
)
def test_a_line_that_may_be_body_is_a_paragraph(line: str) -> None:
    text = "\n".join([BODY[0], line, BODY[1]])
    assert "heading" not in kinds(text)
    assert line in " ".join(said(text))


def test_lines_of_a_list_are_no_headings() -> None:
    items = ["Ein Saal mit Bühne", "Ein Café im Foyer", "Ein Raum für Bands"]
    assert kinds("\n".join([*BODY[:2], *items, BODY[2]])) == ["paragraph"] * 6
    assert kinds("\n".join([BODY[0], "Geplant sind:", items[0], BODY[1]])) == ["paragraph"] * 4


def test_a_last_line_without_a_stop_is_a_paragraph() -> None:
    assert kinds("\n".join([*BODY, "Mehr dazu morgen"])) == ["paragraph"] * 4


def test_many_lines_at_the_top_are_a_title_and_a_list() -> None:
    top = ["Das Wichtigste am Morgen", "Brücke bleibt zu", "Bad wird teurer", "Wolf gesichtet"]
    assert kinds("\n".join([*top, *BODY])) == ["title", *["paragraph"] * 6]


@pytest.mark.parametrize("title", ["Was wird aus der Brücke?", "Die Brücke kommt!"])
def test_a_headline_may_ask_or_shout(title: str) -> None:
    assert kinds("\n\n".join([title, *BODY])) == ["title", *["paragraph"] * 3]


@pytest.mark.parametrize("width", [60, 72, 100])
def test_lines_of_a_wrapped_text_run_on(width: int) -> None:
    parts = ["Präsidenten treffen sich", *BODY, "Wie es weitergeht", *BODY]
    text = "\n\n".join(textwrap.fill(part, width) for part in parts)
    assert kinds(text) == ["title", *["paragraph"] * 3, "heading", *["paragraph"] * 3]
    assert [" ".join(sentence.split()) for sentence in said(text)] == said("\n\n".join(parts))


def test_lines_that_were_broken_by_hand_run_on() -> None:
    text = "Die Brücke\nist gesperrt, und niemand\nweiß,\nwann sie wieder\naufgeht.\n\nDie Fähre fährt\nnur\nam Tag."
    assert kinds(text) == ["paragraph", "paragraph"]
    assert len(said(text)) == 2


def test_a_line_torn_off_before_a_bracket_runs_on() -> None:
    text = f"Ab sofort kann das Bundesamt für Wasserstraßen\n(BWS) alle warnen.\n\n{BODY[0]}\n\n{BODY[1]}"
    assert said(text)[0] == "Ab sofort kann das Bundesamt für Wasserstraßen\n(BWS) alle warnen."


def test_a_heading_right_above_a_wrapped_paragraph_does_not_run_on() -> None:
    wrapped = [textwrap.fill(part, 72) for part in BODY]
    text = f"{wrapped[0]}\n\nWie es weitergeht\n{wrapped[1]}\n\n{wrapped[2]}"
    assert kinds(text) == ["paragraph", "heading", "paragraph", "paragraph"]


def test_a_line_torn_off_at_an_index_runs_on() -> None:
    text = f"{BODY[0]}\nDie Kammer erhöht den Anteil von O\n2 um ein Fünftel, wie Ärzte sagen. Das hilft.\n{BODY[1]}"
    assert "Die Kammer erhöht den Anteil von O\n2 um ein Fünftel, wie Ärzte sagen." in said(text)


@pytest.mark.parametrize(
    "dateline",
    [
        "Pjöngjang –",
        "BERLIN (dpa) -",
        "Berlin (dpa/lby) –",
        "WASHINGTON (Reuters) —",
        "WASHINGTON, Nov 23 (Reuters) -",
        "Paris, 3. Mai (AFP) –",
        "Frankfurt am Main (dpa).",
        "Kiew/Moskau –",
        "SEOUL --",
        "(dpa) –",
        "St. Pölten (APA) –",
        "Rio de Janeiro –",
        "Graz, 7. Mai 2023 –",
        "GRAZ, 7. Mai 2023 (APA) –",
        "Graz (APA), 7. Mai 2023 –",
        "Bad Ischl, Sonntag, 7. Mai –",
        "7. Mai 2023, Graz –",
    ],
)
@pytest.mark.parametrize(
    "opening",
    ["Die Lage ist ernst", "„Die Lage“ ist ernst", "«\xa0Die Lage\xa0» ist ernst", "10.000 Menschen sind hier"],
)
def test_a_dateline_is_recognised(dateline: str, opening: str) -> None:
    text = f"Lage spitzt sich zu\n\n{dateline} {opening}. Das sagte der Minister am Abend in einer Rede.\n\n{BODY[1]}"
    assert cut(lay(text).dateline, text) == dateline
    assert said(text)[0] == f"{opening}."


@pytest.mark.parametrize(
    "dateline",
    ["HULL, May 7, 2023 (Norpress) -", "HULL, May 7, 2023 —", "Hull (Norpress), 7 May 2023 –", "YORK, Sunday, May 7 –"],
)
def test_an_english_dateline_has_a_date_of_any_form(dateline: str) -> None:
    text = f"Ferry stops\n\n{dateline} The ferry has stopped. It may sail again in June.\n\nNobody was on board then."
    found = lay_out(ExtractedText(text), ENGLISH_ORTHOGRAPHY)
    assert cut(found.dateline, text) == dateline
    assert found.sentences[0].span.cut(text) == "The ferry has stopped."


def test_an_agency_makes_a_dateline_sure() -> None:
    text = f"BERLIN (dpa) – Die wichtigsten Termine des Tages:\n\n{BODY[1]}"
    assert cut(lay(text).dateline, text) == "BERLIN (dpa) –"


@pytest.mark.parametrize(
    "opening",
    [
        "Nordkorea – das ärmste Land – hungert. Das sagte der Minister.",
        "Die Lage – Sie wissen es – ist ernst. Das sagte der Minister.",
        "Er ging – Ende der Debatte. Das sagte der Minister.",
        "Angela Merkel (CDU) sprach – wie immer – lange. Das sagte der Minister.",
        "Die Opposition (SPD) – Grüne fehlten – ging. Das sagte der Minister.",
        "Weltkrieg, 1914 – Ende offen. Das sagte der Minister.",
        "Raum 7, Graz – Ende offen. Das sagte der Minister.",
        "Am 7. Mai 2023 – Ende offen. Das sagte der Minister.",
    ],
)
def test_a_dash_alone_makes_no_dateline(opening: str) -> None:
    text = f"{opening}\n\n{BODY[1]}"
    assert lay(text).dateline is None
    assert said(text)[0].startswith(opening[:9])


@pytest.mark.parametrize("byline", ["(lismah)", "(dpa/afp)", "(dpa, lis)", "(AFP)", "[jpe]", "(epd/kna)"])
@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_a_sign_at_the_end_is_the_byline(byline: str, between: str) -> None:
    text = "\n".join(BODY) + between + byline
    assert cut(lay(text).byline, text) == byline
    assert kinds(text) == ["paragraph"] * 3 + ["byline"]
    assert not any(byline in sentence for sentence in said(text))


@pytest.mark.parametrize("ending", ["(siehe Grafik unten)", "(CDU)", "(2006)", "(Lacht.)", "ohne Ende (lismah)"])
def test_other_brackets_at_the_end_are_no_byline(ending: str) -> None:
    text = "\n".join(BODY) + " " + ending
    assert lay(text).byline is None
    assert ending in " ".join(said(text))


@pytest.mark.parametrize(
    ("line", "orthography"),
    [
        ("Von Anna Müller", GERMAN_ORTHOGRAPHY),
        ("Von Anna Müller und Karl von der Heide, Berlin", GERMAN_ORTHOGRAPHY),
        ("Dienstag, 17. Februar 2026, 09:40 Uhr", GERMAN_ORTHOGRAPHY),
        ("Stand: 08.11.2024, 12:00 Uhr", GERMAN_ORTHOGRAPHY),
        ("By Jane Doe", ENGLISH_ORTHOGRAPHY),
        ("By JANE DOE and John Smith", ENGLISH_ORTHOGRAPHY),
        ("Published Nov 3, 2024", ENGLISH_ORTHOGRAPHY),
    ],
)
def test_a_line_for_the_author_or_the_date_is_a_byline(line: str, orthography: Orthography) -> None:
    for text in (
        f"Titel\n{line}\n\n{BODY[0]}\n\n{BODY[1]}",
        "\n\n".join(["Titel", BODY[0], line, *BODY]),
    ):
        assert cut(lay(text, orthography).byline, text) == line
        assert line not in said(text, orthography)


def test_a_heading_that_starts_with_von_is_no_byline() -> None:
    assert lay(f"Von Kiew nach Moskau\n\n{BODY[0]}").title == "Von Kiew nach Moskau"


@pytest.mark.parametrize(
    "text",
    ["Nur eine Überschrift", "Brot\nMilch\nEier", "***\n---", "1 2 3\n4 5 6", "?!", "Titel\n\nVon Anna Müller\n"],
)
def test_a_text_of_catchwords_has_no_sentences(text: str) -> None:
    assert lay(text).sentences == ()


@pytest.mark.parametrize("text", ["Putin schickte Öl nach Nordkorea", "Die Brücke ist zu.", "Kommt er?"])
def test_a_note_of_one_line_is_a_sentence(text: str) -> None:
    assert said(text) == [text]


def test_markup_is_believed() -> None:
    text = "Kopf\n\nKurze Zeile\n\nNordhaven (dpa) – Ein Satz hier. (jpe)"
    spans = [Span(0, 4), Span(6, 17), Span(19, len(text))]
    found = [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    reading = ExtractedText(text, tuple(map(Block, found, spans)), title="Kopf der Seite")
    layout = lay_out(reading, GERMAN_ORTHOGRAPHY)
    assert [block.kind.value for block in layout.blocks] == ["title", "lead", "paragraph", "byline"]
    assert [sentence.span.cut(text) for sentence in layout.sentences] == ["Kurze Zeile", "Ein Satz hier."]
    assert layout.title == "Kopf der Seite"


def test_a_question_above_nothing_but_headings_is_text() -> None:
    assert kinds("Was nun?\n\nNichts") == ["paragraph", "paragraph"]


def test_a_kicker_lends_nothing_and_a_second_title_is_a_heading() -> None:
    text = "Verkehr\n\nBrücke zu\n\nEins hier.\n\nFähre fährt\n\nZwei da."
    kinds_of_lines = (BlockKind.HEADING, BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.PARAGRAPH)
    starts = [text.index(line) for line in text.split("\n\n")]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, text.split("\n\n"), strict=True)]
    layout = lay_out(ExtractedText(text, tuple(map(Block, kinds_of_lines, spans))), GERMAN_ORTHOGRAPHY)
    assert [[span.cut(text) for span in passage.headings] for passage in layout.passages] == [
        ["Brücke zu"],
        ["Brücke zu", "Fähre fährt"],
    ]


def test_an_empty_text_is_nothing() -> None:
    assert lay("") == Layout((), (), ())


LINES = st.lists(
    st.sampled_from(
        [
            *NEWS.splitlines(), *BODY, "", "Von Anna Müller", "(dpa)", "Nord (dpa) – Es regnet.", "Kurz", "und klein",
            "\ufeff", "2", "BERLIN – Ende", "– Was?", "(jpe)", "Ein Satz. (jpe)", " \xa0", "Reporting by A. B.",
        ]
    ),
    max_size=12,
)  # fmt: skip


@pytest.mark.parametrize("orthography", [GERMAN_ORTHOGRAPHY, ENGLISH_ORTHOGRAPHY], ids=["de", "en"])
@given(rows=LINES, end=st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028"]))
def test_every_letter_is_in_one_sentence_or_in_what_stands_around_the_text(
    rows: list[str], end: str, orthography: Orthography
) -> None:
    text = end.join(rows)
    layout = lay(text, orthography)
    taken = [sentence.span for sentence in layout.sentences]
    around = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE)
    spans = taken + [block.span for block in layout.blocks if block.kind in around]
    spans += [layout.dateline] if layout.dateline else []
    spans.sort()
    assert all(one.end <= two.start for one, two in pairwise(spans))
    inside = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in inside or not sign.isalpha() for at, sign in enumerate(text))
    assert taken == sorted(taken)
    assert [number for passage in layout.passages for number in range(passage.first, passage.last)] == list(
        range(len(taken))
    )
