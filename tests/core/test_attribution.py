"""What holds of every attribution, on any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.attribution import ReportedSpeech, attribute
from bot.core.language_data.orthography import Orthography
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.de.reported_speech import german_speech
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.languages.en.reported_speech import english_speech
from bot.model import Mode, Sentence, Span
from tests.spoken import english, german, paragraphs

LANGUAGES = [(german_speech, GERMAN_ORTHOGRAPHY), (english_speech, ENGLISH_ORTHOGRAPHY)]
GERMAN = "„Wir gehen heute“ sagte Minister Kern laut Angaben der Polizei , . : ; – ( ) wie er dass es regne soll sei so"
ENGLISH = "“It is late” said Ann Cole according to the report that which who , allegedly citing officials \n as put it"
ODD = "» « \" ' 😀 \x00 \u200f قال 12. 4 %"
PIECES = st.sampled_from(f"{GERMAN} {ENGLISH} {ODD}".split(" "))
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@example(text="„“")
@example(text="sagte sagte sagte : „ “ , so X")
@example(text="Laut")
@example(text=", said")
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_sentences_and_the_same_text_gives_the_same(
    language: tuple[type[ReportedSpeech], Orthography], text: str
) -> None:
    speech, orthography = language
    sentences = paragraphs(text, orthography)
    found = attribute(text, sentences, speech())
    assert found == attribute(text, sentences, speech())
    assert [a.content[0] for a in found] == sorted(a.content[0] for a in found)
    for a in found:
        assert a.content
        assert (a.speaker is None) or a.mode is not Mode.HEARSAY
        spans = [*a.content, *a.cue, *(m.span for m in (a.speaker, *a.via) if m)]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.cut(text) == span.cut(text).strip()
        for span in (*a.content, *a.cue):
            assert any(s.span.start <= span.start and span.end <= s.span.end for s in sentences)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "„" * 10_000,
        "„a“ " * 2_000,
        '" ' * 5_000,
        "a" * 20_000,
        "Er sagte, " * 500,
        "he said, " * 500,
        "X und " * 1_000,
        "\x00\x01 sagte Kern." * 50,
        "قال الوزير إن المطر سقط. " * 50,
        "😀 sagte Kern, 😀 said Cole. " * 50,
        "(" * 2_000 + ")" * 2_000,
    ],
)
def test_hostile_text_is_read_without_a_fault(language: tuple[type[ReportedSpeech], Orthography], text: str) -> None:
    speech, _ = language
    attribute(text, (Sentence(Span(0, len(text)), 0),) if text else (), speech())


def test_a_quotation_over_two_sentences_is_cut_where_they_end() -> None:
    [found] = german("„Es regnet. Wir gehen jetzt heim“, sagte Minister Hans Kern.")
    assert " ".join(found.content) == "Es regnet. Wir gehen jetzt heim"


def test_a_sentence_gets_a_speaker_only_once() -> None:
    found = german("Laut Hans Kern regnet es. „Das stimmt so nicht“, sagte Uta Moll.")
    assert [(f.mode, f.name) for f in found] == [("indirect", "Hans Kern"), ("direct", "Uta Moll")]


def test_attributions_come_in_text_order() -> None:
    found = german("Es regne, sagte Kern. Laut Moll schneit es. Das sagte auch Lenz.")
    starts = [f.content[0] for f in found]
    assert starts == ["Es regne", "schneit es"]


def test_the_two_languages_share_the_core() -> None:
    assert german("Kern sagte, dass es regnet.")[0].rule == english("Kern said that it rained.")[0].rule == "pre-that"
