from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import languages
from bot.core.analysis import Analyser, Vocabulary, normalise, tokens
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY

KNOWN = Vocabulary(
    words=frozenset({"rak", GERMAN_MORPHOLOGY.stem("sicherheit"), "rat", "schul", "buch", "krieg", "ukrain", "lief"}),
    whole=frozenset({"ukrain"}),
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
