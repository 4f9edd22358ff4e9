from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import languages
from bot.core.language_data.morphology import Vocabulary
from bot.core.lexical.analysis import Analyser
from bot.core.lexical.tokens import normalise, tokens
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY

KNOWN = Vocabulary(
    words=frozenset({"rak", GERMAN_MORPHOLOGY.stem("sicherheit"), "rat", "schul", "buch", "krieg", "ukrain", "lief"}),
    indivisible=frozenset({"ukrain"}),
    nouns=frozenset({"markt", "angriff", "lag"}),
    verbs={
        "lief": "lief",
        "liefer": "lief",
        "schick": "schick",
        "grund": "grund",
        "auslief": "auslief",
        "mark": "mark",
    },
)
GERMAN = Analyser(GERMAN_MORPHOLOGY, KNOWN)
ENGLISH = Analyser(ENGLISH_MORPHOLOGY, Vocabulary())


def _words(text: str) -> list[str]:
    return [t.word for t in tokens(text)]


def _forms(text: str, analyser: Analyser = GERMAN) -> list[str]:
    return [w.form for w in analyser.read(text)]


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    spans = [(t.start, t.end) for t in tokens(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text())
def test_reading_any_text_gives_words_in_order(text: str) -> None:
    words = GERMAN.read(text)
    assert list(words) == sorted(words, key=lambda w: w.start)
    assert words == GERMAN.read(text)


@pytest.mark.parametrize("number", ["10.000", "10,000", "10000", "10\u00a0000", "10\u202f000"])
def test_a_number_is_one_however_its_groups_are_written(number: str) -> None:
    assert _words(f"rund {number} Soldaten") == ["rund", "10000", "soldaten"]


def test_decimals_years_and_lists_of_numbers_keep_their_parts() -> None:
    assert _words("3,5 und 3.5 im Jahr 2024, 12.") == ["3.5", "und", "3.5", "im", "jahr", "2024", "12"]


def test_number_words_are_figures() -> None:
    assert _forms("ten thousand soldiers, twelve tanks", ENGLISH) == ["10000", "soldier", "12", "tank"]
    assert _forms("zehntausend Soldaten, zwölf Panzer") == ["10000", "soldat", "12", "panz"]


def test_what_is_invisible_or_composed_differently_does_not_matter() -> None:
    assert _words("Flug\u00adabwehr") == ["flugabwehr"]
    assert normalise("Ko\u0308ln") == normalise("KÖLN") == "köln"


def test_umlauts_may_be_written_apart_and_sharp_s_as_ss() -> None:
    assert GERMAN.forms("pjoengjang") == GERMAN.forms("pjöngjang")
    assert GERMAN.forms("strasse") == GERMAN.forms("straße")


@pytest.mark.parametrize(
    ("word", "infinitive"),
    [
        ("geliefert", "liefern"),
        ("lieferte", "liefern"),
        ("lieferung", "liefern"),
        ("geschickt", "schicken"),
        ("schickten", "schicken"),
        ("gegründete", "gründen"),
        ("ausgeliefert", "ausliefern"),
        ("auszuliefern", "ausliefern"),
        ("entsandt", "entsenden"),
        ("überließ", "überlassen"),
        ("angekommen", "ankommen"),
        ("versprochenen", "versprechen"),
        ("wiederaufgenommen", "wiederaufnehmen"),
        ("anerkannt", "anerkennen"),
    ],
)
def test_german_verbs_share_the_form_of_their_infinitive(word: str, infinitive: str) -> None:
    assert GERMAN.forms(word)[0] == GERMAN.forms(infinitive)[0]


@pytest.mark.parametrize("noun", ["markt", "angriff"])
def test_a_noun_that_looks_like_a_verb_keeps_its_form(noun: str) -> None:
    assert GERMAN.forms(noun)[0] == noun


def test_a_genitive_after_a_vowel_is_its_name() -> None:
    assert GERMAN.forms("ukraines")[0] == GERMAN.forms("ukraine")[0]


@pytest.mark.parametrize(("form", "base"), [("sent", "send"), ("sold", "sell"), ("children", "child"), ("went", "go")])
def test_irregular_english_shares_the_form_of_its_base(form: str, base: str) -> None:
    assert ENGLISH.forms(form)[0] == ENGLISH.forms(base)[0]


def test_compounds_have_parts_and_simple_words_have_none() -> None:
    assert GERMAN.forms("schulraketen")[1] == ("schul", "rak")
    assert GERMAN.forms("sicherheitsrat")[1] == (GERMAN.forms("sicherheit")[0], "rat")
    assert GERMAN.forms("schulbuch")[1] == ("schul", "buch")
    assert GERMAN.forms("ukrainekrieg")[1] == ("ukrain", "krieg")
    assert GERMAN.forms("ukraine")[1] == ()
    assert GERMAN.forms("unterbuch")[1] == ()


def test_an_acronym_is_no_stop_word_unless_all_is_shouted() -> None:
    assert _forms("The US and us", ENGLISH) == ["us"]
    assert _forms("WHO WON US?", ENGLISH) == ["win"]
    assert _words("the U.S. says") == ["the", "us", "says"]


@pytest.mark.parametrize("text", ["", " ", "😀", "\x00", "\u202eabc", ".*+?[](){}|\\^$", "a" * 10_000, "wort " * 500])
def test_hostile_texts_are_read(text: str) -> None:
    assert all(len(w.word) <= 64 for w in GERMAN.read(text))


@given(st.text(alphabet="abcdeghilnrstuäöüß", min_size=1, max_size=20))
def test_a_form_does_not_depend_on_what_was_read_before(word: str) -> None:
    fresh = Analyser(GERMAN_MORPHOLOGY, KNOWN)
    assert fresh.forms(word) == GERMAN.forms(word)


def test_the_lexicon_knows_what_the_reference_words_are_made_of() -> None:
    german = languages.of("de").analyser()
    assert german.forms("nordkoreas") == german.forms("nordkorea")
    assert german.forms("öllieferungen")[1] == ("ol", german.forms("lieferung")[0])


OWN = languages.of("de").analyser()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Russland lieferte im Mai Raketen aus.", "ausliefern"),
        ("Was schlägt der Forscher vor?", "vorschlagen"),
        ("Friedrich lud die Flüchtlinge ein, sich niederzulassen.", "einladen"),
        ("Sie griff Meridia an und zog ab.", "angreifen"),
    ],
)
def test_a_verb_is_one_with_its_prefix_at_the_end_of_the_clause(text: str, form: str) -> None:
    assert OWN.forms(form)[0] in [w.form for w in OWN.read(text)]


def test_a_prefix_that_is_joined_is_no_word_and_the_verb_alone_is_a_part() -> None:
    found = OWN.read("Er nahm an der Sitzung teil.")
    assert [w.word for w in found] == ["nahm", "sitzung"]
    assert found[0].parts == ("nehm",)


def test_a_preposition_within_a_clause_is_no_prefix() -> None:
    assert [w.form for w in OWN.read("Sie kommt aus Berlin.")] == [OWN.forms("kommen")[0], "berlin"]


def test_a_capital_tells_a_noun_from_a_verb() -> None:
    power, makes = (OWN.forms(w)[0] for w in ("Macht", "machen"))
    text = "Er macht viel. Die Macht und das Band und er band es."
    forms = [w.form for w in OWN.read(text)]
    assert forms.count(OWN.forms("machen")[0]) == 1
    assert {makes, "macht", "band", OWN.forms("binden")[0]} <= set(forms)
    assert power


def test_a_question_without_capitals_is_read_as_before() -> None:
    assert [w.form for w in OWN.read("wer hat die macht?")] == ["macht"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("problem", "probleme"),
        ("kurs", "kurse"),
        ("hoch", "hohe"),
        ("frei", "freie"),
        ("neu", "neuen"),
        ("zurückkehren", "zurückgekehrt"),
        ("sicherstellen", "sichergestellt"),
        ("anwenden", "anzuwenden"),
        ("freundin", "freundinnen"),
        ("verlassen", "verliess"),
    ],
)
def test_german_forms_are_one(one: str, other: str) -> None:
    assert OWN.forms(one, capital=None)[0] == OWN.forms(other, capital=False)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("old", "oldest"),
        ("large", "larger"),
        ("busy", "busiest"),
        ("big", "biggest"),
        ("colour", "color"),
        ("centre", "center"),
        ("naturalise", "naturalized"),
        ("gas", "gases"),
        ("sue", "sued"),
    ],
)
def test_english_spellings_and_degrees_are_one(one: str, other: str) -> None:
    assert ENGLISH.forms(one)[0] == ENGLISH.forms(other)[0]


def test_what_only_looks_like_a_degree_or_a_spelling_is_none() -> None:
    assert ENGLISH.forms("size")[0] == "size"
    assert ENGLISH.forms("forest")[0] != ENGLISH.forms("fore")[0]
    assert ENGLISH.forms("story")[0] != ENGLISH.forms("storey")[0]
