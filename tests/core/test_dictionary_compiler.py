import pytest

from bot import languages
from bot.core.lexical.dictionary_compiler import compile_dictionary
from bot.core.lexical.lexicon import END, Lexicon
from bot.core.lexical.lexicon_compiler import Entry, compile_table
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY

ANALYSERS = {code: languages.of(code).analyser() for code in ("de", "en")}
MORPHOLOGIES = {"de": GERMAN_MORPHOLOGY, "en": ENGLISH_MORPHOLOGY}
KNOWN = (
    ("Kahn; Nachen", "barge; scow"),
    ("Kähne", "barges"),
    ("der Kahn sank im Hafen", "the barge sank in the port"),
    ("Hafen", "port; harbour"),
    ("Bank", "bank"),
    ("Bank", "bench"),
)


def _entry(german: str, english: str) -> Entry:
    return Entry({"de": tuple(german.split("; ")), "en": tuple(english.split("; "))}, "", 1.0)


DICTIONARY = compile_dictionary((_entry(*pair) for pair in KNOWN), ANALYSERS)
OURS = compile_table([Entry({"de": ("Bank",), "en": ("bank",)}, "n", 1.0)], MORPHOLOGIES)


def test_a_word_of_the_dictionary_has_translations_in_both_directions() -> None:
    lexicon = Lexicon(OURS, DICTIONARY)
    assert lexicon.translations("kahn", "de")[0].word == "barge"
    [first, *_] = lexicon.translations("barg", "en")
    assert (first.word, first.form, first.language) == ("Kahn", "kahn", "de")
    assert sum(r.probability for r in lexicon.translations("kahn", "de")) == pytest.approx(1, abs=0.02)


def test_ours_come_first_where_both_have_a_word() -> None:
    ours, further = Lexicon(OURS), Lexicon(OURS, DICTIONARY)
    assert [r.word for r in ours.translations("bank", "de")] == ["bank"]
    assert [r.word for r in further.translations("bank", "de")] == ["bank", "bench"]
    assert further.translations("bank", "de")[0].probability > 0.7


def test_the_vocabulary_and_the_states_stay_ours() -> None:
    further = Lexicon(OURS, DICTIONARY)
    assert further.vocabulary("de") == Lexicon(OURS).vocabulary("de")
    assert further.first_words("en") == further.entities("en").keys() == set()


def test_the_same_entries_give_the_same_bytes_and_none_an_empty_table() -> None:
    assert compile_dictionary((_entry(*pair) for pair in KNOWN), ANALYSERS) == DICTIONARY
    assert DICTIONARY.endswith(END)
    assert compile_dictionary((), ANALYSERS) == END


def test_a_dictionary_of_two_languages_leaves_a_third_as_it_is() -> None:
    analysers = {"nl": languages.of("en").analyser(), **ANALYSERS}
    table = compile_dictionary((_entry(*pair) for pair in KNOWN), analysers)
    assert table == DICTIONARY
    entries = [
        Entry({"de": ("Bank",), "en": ("bank",)}, "n", 1.0),
        Entry({"de": ("Bank",), "nl": ("oever",)}, "n", 1.0),
    ]
    lexicon = Lexicon(compile_table(entries, MORPHOLOGIES | {"nl": ENGLISH_MORPHOLOGY}), table)
    for other in ("en", "nl"):
        shares = [r.probability for r in lexicon.translations_into(other, "bank", "de")]
        assert sum(shares) == pytest.approx(1, abs=0.02)
