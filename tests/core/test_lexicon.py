import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lexical.lexicon import END, Entity, EntityKind, Lexicon
from bot.core.lexical.lexicon_compiler import Entry, State, compile_table
from bot.languages.de.morphology import GERMAN_MORPHOLOGY
from bot.languages.en.morphology import ENGLISH_MORPHOLOGY

MORPHOLOGIES = {"de": GERMAN_MORPHOLOGY, "en": ENGLISH_MORPHOLOGY}


def _entry(english: str, german: str, pos: str = "n", weight: float = 1.0) -> Entry:
    return Entry({"en": tuple(english.split("; ")), "de": tuple(german.split("; "))}, pos, weight)


ENTRIES = (
    _entry("send", "schicken; senden", "v"),
    _entry("send", "funken", "v", 0.4),
    _entry("air defence", "Luftabwehr"),
    _entry("missile", "Rakete"),
    _entry("at once", "sofort", "adv"),
)
STATE, HEAD, ADJECTIVE = EntityKind.STATE, EntityKind.HEAD, EntityKind.ADJECTIVE
PARTIES = (
    State(
        "ru",
        {
            "en": (("Russia", STATE), ("Putin", HEAD), ("Russian", ADJECTIVE)),
            "de": (("Russland", STATE), ("russisch", ADJECTIVE)),
        },
    ),
)
LEXICON = Lexicon(compile_table(ENTRIES, MORPHOLOGIES, PARTIES))


def test_a_word_has_its_translations_the_usual_one_first() -> None:
    found = LEXICON.translations("send", "en")
    assert [r.word for r in found] == ["schicken", "senden", "funken"]
    assert sum(r.probability for r in found) == pytest.approx(1, abs=0.001)
    assert {r.language for r in found} == {"de"}


def test_the_other_way_round_as_well() -> None:
    assert [r.word for r in LEXICON.translations("rak", "de")] == ["missile"]


def test_several_words_are_looked_up_by_their_forms() -> None:
    assert [r.word for r in LEXICON.translations("air defenc", "en")] == ["Luftabwehr"]
    assert LEXICON.first_words("en") == frozenset({"air"})


def test_a_phrase_that_is_one_word_without_its_stop_words_counts_little() -> None:
    lexicon = Lexicon(compile_table([_entry("take off", "abheben", "v"), _entry("take", "nehmen", "v")], MORPHOLOGIES))
    assert [r.word for r in lexicon.translations("take", "en")] == ["nehmen", "abheben"]
    assert lexicon.translations("take", "en")[0].probability > 0.8


def test_a_capital_of_an_entry_shows_a_noun() -> None:
    lexicon = Lexicon(compile_table([_entry("power", "Macht"), _entry("make", "machen", "v")], MORPHOLOGIES))
    assert [r.word for r in lexicon.translations("macht", "de")] == ["power"]
    assert [r.word for r in lexicon.translations("mach", "de")] == ["make"]


def test_a_third_language_has_renderings_of_its_own() -> None:
    entries = [
        Entry({"en": ("house",), "de": ("Haus",)}, "n", 1.0),
        Entry({"en": ("house",), "nl": ("huis", "pand")}, "n", 1.0),
    ]
    lexicon = Lexicon(compile_table(entries, MORPHOLOGIES | {"nl": ENGLISH_MORPHOLOGY}))
    found = [(r.language, r.word) for r in lexicon.translations("hous", "en")]
    assert found == [("de", "Haus"), ("nl", "huis"), ("nl", "pand")]
    assert [r.word for r in lexicon.translations_into("de", "hous", "en")] == ["Haus"]
    assert [r.word for r in lexicon.translations("pand", "nl")] == ["house"]
    assert sum(r.probability for r in lexicon.translations("hous", "en") if r.language == "nl") == pytest.approx(1)


def test_what_is_not_there_has_no_translations() -> None:
    for form in ("", "nothing", "send\t", "zzz", "#en words", "a" * 10_000):
        assert LEXICON.translations(form, "en") == ()


def test_the_vocabulary_knows_nouns_verbs_and_what_is_no_compound() -> None:
    words = LEXICON.vocabulary("de")
    assert {"rak", "luftabwehr"} <= words.nouns
    assert words.verbs["schick"] == "schick"
    assert "sofort" in words.indivisible - words.words


def test_what_names_a_state_says_how() -> None:
    found = {"russia": Entity("ru"), "putin": Entity("ru", HEAD), "russian": Entity("ru", ADJECTIVE)}
    assert LEXICON.entities("en") == found
    assert LEXICON.entities("de") == {"russland": Entity("ru"), "russisch": Entity("ru", ADJECTIVE)}


def test_the_same_entries_in_any_order_give_the_same_table() -> None:
    assert compile_table(reversed(ENTRIES), MORPHOLOGIES, PARTIES) == compile_table(ENTRIES, MORPHOLOGIES, PARTIES)


def test_a_table_ends_with_its_mark() -> None:
    assert compile_table((), MORPHOLOGIES).endswith(END)


@given(st.sets(st.text(alphabet="abcdefghij", min_size=1, max_size=5)))
def test_every_entry_is_found(words: set[str]) -> None:
    lexicon = Lexicon(compile_table([_entry(f"x{w}x", f"q{w}q") for w in words], MORPHOLOGIES))
    stem = ENGLISH_MORPHOLOGY.stem
    assert all(f"q{w}q" in {r.word for r in lexicon.translations(stem(f"x{w}x"), "en")} for w in words)


def test_a_word_in_several_lists_is_one_object() -> None:
    vocabulary = LEXICON.vocabulary("de")
    words = {word: word for word in vocabulary.words}
    shared = [word for word in vocabulary.nouns if word in words]
    assert shared
    assert all(words[word] is word for word in shared)
