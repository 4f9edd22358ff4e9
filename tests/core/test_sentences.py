"""Sentences end where a reader of German or English would end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.segmentation.sentences import MAX_SENTENCE, Orthography, sentences
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.model import Span
from tests.timing import grows_at_most

BOTH = pytest.mark.parametrize("orthography", [GERMAN_ORTHOGRAPHY, ENGLISH_ORTHOGRAPHY], ids=["de", "en"])


def split(text: str, orthography: Orthography) -> list[str]:
    return [span.cut(text) for span in sentences(text, Span(0, len(text)), orthography)]


GERMAN = """
Das Werk steht in der Schweiz.|Gerade dort ist Strom knapp.
Die schweiz. Botschaft schloss.|Das Gen.|Die Forscher fanden es.
Der Chor singt am 8.12. (Montag) in der Halle.|Danach gibt es Tee.
Ich gebe es Dir.|Willst Du noch etwas?
Er ist Abt.|Seit Mai leitet er das Kloster.
Der Sturm zog ab.|Die Fähre fuhr wieder.
Am 4. November tagte der Rat.|Am 5. Oktober war er noch nicht bereit.
Das 19. Jahrhundert begann.|Der 1. FC stieg ab.
Er wurde am 12. 3. 1950 geboren.|Er starb 2011.|Seine Frau lebt noch.
Sie kam auf Platz 3.|Trainer Groß war zufrieden.
Es waren 40.|Die anderen blieben zu Hause.
Papst Johannes XXIII. rief das Konzil ein.|Ludwig XIV. Frankreich zu nennen, wäre falsch.
Der Preis stieg um 3,5 Prozent auf 1.200,50 Euro.|Um 20.15 Uhr war Schluss.
Das gilt z. B. Die Grünen stimmten zu.
Das gilt z.B. für Lübeck, d. h. für den Norden.|Mehr weiß man nicht.
Es kamen Bürger, Händler usw.|Die Sitzung dauerte lange.
Dr. med. Eva Lang und Prof. Dr. h. c. Max Ott sprachen.
Der Verein (gegr. 1890) hat rd. 300 Mitglieder.
Die Müller & Co. KG baut ab.|Rund 50 Mio. Euro fehlen.
J. K. Meyer und Hans-P. Krause kamen.|Auch W. Amadeus Roth war da.
„Wir gehen“, sagte er.|„Und ihr?“
„Eins.|Zwei.“, sagte er.
„Wohin?“, fragte sie.|„Nach Hause!“, rief er.
„Das ist so.“|Dann ging er.
Er sagte: „Das ist so.|Es bleibt so.“|Dann ging er.
»Nein.«|Mehr sagte sie nicht.
»Er rief ›Halt!‹ und blieb stehen«, sagte sie.|»So war es.«
Er las „Fürchtet sie!“ (2006) noch einmal.
Das ist (!) Absicht.|Wirklich.
Erst dachte er […] Danach schwieg er.
Er zögerte … und ging.|Und dann …|Dann war es aus.
Wer?|Wie?|Was?!|Niemand weiß es.
Mehr auf www.beispiel.de/Der.Weg und bei a.Bc@post.de heute.
Die Donau­dampf­schiff­fahrt endet.|Sie war alt.
Er kam um 5.|Das war früh.
Er wohnt in Frankfurt a. M. und in Berlin.|„Ja.“|(Lacht.)
1. Die Steuer steigt.|2. Das Bad schließt.
Der S.O.S.-Ruf kam spät.|Siehe Art. 5 und Nr. 7.|Die Art.|Danach kam nichts.
§ 5 Abs. 2 gilt.|Das iPhone klingelt.|iPhones klingeln.
Das steht im Buch.[12]|Der Rest nicht.
Er nannte die U.S. Army.|Der Präsident der U.S.A.|Er lächelte.
Das Treffen ist am Mo. um 9 Uhr.|Es war so.|Das war es.
"""

ENGLISH = """
The shop opened at 9 p.m.|Mrs. Cole was first.
She left Brown Inc.|Mr. Vale stayed.
The U.S. Sen. Ada Holt voted for it.|Élodie did not.
The storm passed.|The ferry ran again.
Mr. Brown met Mrs. White and Dr. Green at St. Mary's.|They talked.
He lives in the U.S.|The rest moved.
He lives in the U.S. Senate's shadow.|She works for Acme Inc.|It is large.
J. R. R. Marsh and George W. Hill spoke.|So did Anna B. Lee.
It opens at 5 p.m. on Sept. 3.|It closes at 10 a.m.|The rest is known.
He was born on Jan. 5 and died in 1999.|His wife did not.
It cost $3.50, i.e. nothing, e.g. for a child.|It was No. 5.|No.|They left.
It rose by 4.2 per cent.|£5 was lost.|3 people left.
"Why now?" Smith asked.|"Who knows?" the minister said.
“Stop!” John Paul Smith cried.|“We must not go.”|They went.
“One.|Two,” she said.|‘Three.’
She said: “He told me ‘Go!’ and left.”|Then it rained.
"It is over."|That was all.
Wait ... there is more.|There is ...|Nothing.
He wrote it with Jones et al. 1998 in mind.
See Fig. 3 and pp. 4-6.|See it.
Smith v. Jones was decided.|Then came others.
The tag (sic!) is old.|It is at www.site.com/A.B?c=D.|Look.
1. Open the box.|2. Close it.
World War II.|It ended.
"""


@pytest.mark.parametrize("marked", GERMAN.strip().splitlines())
def test_german_sentences_end(marked: str) -> None:
    assert split(marked.replace("|", " "), GERMAN_ORTHOGRAPHY) == marked.split("|")


@pytest.mark.parametrize("marked", ENGLISH.strip().splitlines())
def test_english_sentences_end(marked: str) -> None:
    assert split(marked.replace("|", " "), ENGLISH_ORTHOGRAPHY) == marked.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Mann starb.Die Frau überlebte.", ["Der Mann starb.", "Die Frau überlebte."]),
        ("Es kam zu spät.„Wir“ nicht.", ["Es kam zu spät.„Wir“ nicht."]),
        ("Die Bürger.Innen und www.Beispiel.De bleiben ganz.", ["Die Bürger.Innen und www.Beispiel.De bleiben ganz."]),
        ("Sie wohnt in St.Pauli. Der Prof.Meyer auch.", ["Sie wohnt in St.Pauli.", "Der Prof.Meyer auch."]),
    ],
)
def test_a_forgotten_space_is_no_reason_to_run_on(text: str, expected: list[str]) -> None:
    assert split(text, GERMAN_ORTHOGRAPHY) == expected


def test_non_breaking_spaces_and_soft_hyphens_change_nothing() -> None:
    first = "Das gilt z.\u00a0B. für Dr.\u00a0Ott am 4.\u00a0No\u00advem\u00adber."
    second = "Und da\u00admit\u00a0Schluss."
    assert split(f"{first}\u00a0{second}", GERMAN_ORTHOGRAPHY) == [first, second]


def test_a_line_end_is_a_space_and_a_blank_line_ends_a_sentence() -> None:
    text = "Die Fähre\nfährt\r\nwieder\r\n\r\nDer Bus\n \nnicht. \n"
    assert split(text, GERMAN_ORTHOGRAPHY) == ["Die Fähre\nfährt\r\nwieder", "Der Bus", "nicht."]


def test_only_the_asked_stretch_is_split() -> None:
    text = "Eins hier. Zwei da. Drei dort."
    assert [span.cut(text) for span in sentences(text, Span(5, 18), GERMAN_ORTHOGRAPHY)] == ["hier.", "Zwei da"]


@BOTH
@pytest.mark.parametrize("text", ["", " \n\t", "...", "* * *", "–––", "„“", "1 2 3", "\ufeff", "😀"])
def test_without_a_letter_there_is_no_sentence(text: str, orthography: Orthography) -> None:
    assert split(text, orthography) == []


def test_a_byte_order_mark_is_in_no_sentence() -> None:
    assert split("\ufeffEin Satz. \ufeff", GERMAN_ORTHOGRAPHY) == ["Ein Satz."]


def test_a_sentence_without_end_is_split_at_its_semicolons() -> None:
    clause = "und so geht es weiter, immer weiter; "
    pieces = split(clause * 100, GERMAN_ORTHOGRAPHY)
    assert len(pieces) > 1
    assert all(len(piece) <= MAX_SENTENCE and piece.endswith("weiter;") for piece in pieces)


def test_a_sentence_of_the_longest_length_is_whole() -> None:
    assert len(split("a" * MAX_SENTENCE, GERMAN_ORTHOGRAPHY)) == 1
    assert [len(piece) for piece in split("a" * (MAX_SENTENCE + 1), GERMAN_ORTHOGRAPHY)] == [MAX_SENTENCE, 1]


WORDS = """
Der Mann sagte , . ! ? … „ “ » « " ' ( ) [ ] – - z. B. Dr. 4. 12 November U.S. Mr. said ; : x 😀
"""
PROSE = st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n", "\xad", "\xa0", "\ufeff"]), max_size=60).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda space: space.join(words))
)


@BOTH
@given(text=st.one_of(PROSE, st.text(max_size=80)))
def test_sentences_are_in_order_apart_tight_and_leave_no_letter_out(text: str, orthography: Orthography) -> None:
    end = 0
    outside = []
    for span in sentences(text, Span(0, len(text)), orthography):
        assert span.start >= end
        assert 0 < span.end - span.start <= MAX_SENTENCE
        piece = span.cut(text)
        assert piece == piece.strip().strip("\ufeff\u200b")
        outside.append(text[end : span.start])
        end = span.end
    outside.append(text[end:])
    assert not any(sign.isalpha() for sign in "".join(outside))


@BOTH
@given(text=PROSE)
def test_splitting_a_sentence_again_leaves_it_whole(text: str, orthography: Orthography) -> None:
    for span in sentences(text, Span(0, len(text)), orthography):
        assert sentences(text, span, orthography) == (span,)


@BOTH
@pytest.mark.parametrize(
    "piece",
    [".", ". ", '"', '."', ".(", "A. ", "z. B. ", "wort ", "x", "! $ ", "\n", "Ab\n", "?“ Aa ", "a.[", "1. ", "; "],
)
def test_the_work_grows_with_the_length_only(piece: str, orthography: Orthography) -> None:
    def split_all(size: int) -> None:
        text = piece * (size // len(piece))
        sentences(text, Span(0, len(text)), orthography)

    # A hundredfold growth would be quadratic.
    assert grows_at_most(split_all, (10_000, 100_000), factor=30, least=0.1 / 30)


@pytest.mark.parametrize("space", [" ", "\xa0", "\u202f"])
def test_a_quotation_mark_behind_a_space_closes_where_the_language_has_one_inside(space: str) -> None:
    spaced = ENGLISH_ORTHOGRAPHY._replace(spaced_quotes=True)
    said = f"«{space}Nous partons demain.{space}»"
    assert split(f"{said} Le maire reste.", spaced) == [said, "Le maire reste."]
    assert split("»Wir gehen.« Er bleibt. »Ich auch.«", spaced) == ["»Wir gehen.«", "Er bleibt.", "»Ich auch.«"]
