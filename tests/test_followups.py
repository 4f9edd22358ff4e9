"""What short messages mean after a question."""

import pytest

from bot import languages
from bot.conversation.context import names_in
from bot.conversation.followups import Around, Followup, Variants, WhoIsMeant, resolve
from bot.conversation.wishes import Intent, wish
from bot.core.semantics import entity_translation

NAMES = names_in(languages.LANGUAGES)


@pytest.mark.parametrize(
    ("text", "last", "language", "meant"),
    [
        ("more", "What did Russia send?", "en", Intent.MORE),
        ("Mehr!", "Was hat Russland geschickt?", "de", Intent.MORE),
        ("mehr", "What did Russia send?", "en", Intent.MORE),
        ("Who says that?", "What did Russia send?", "en", Intent.SPEAKER),
        ("Wer sagt das?", "Was hat Russland geschickt?", "de", Intent.SPEAKER),
        ("Hi!", "", "en", Intent.START),
        ("Worum geht's?", "What did Russia send?", "en", Intent.GIST),
        ("Hilfe", "", "de", Intent.HELP),
        ("Vielen Dank!", "", "de", Intent.THANKS),
        ("exit", "", "en", Intent.LEAVE),
        ("When?", "What did Russia send?", "en", "when did Russia send?"),
        ("and when?", "What did Russia send?", "en", "when did Russia send?"),
        ("wann?", "Was hat Russland geschickt?", "de", "wann hat Russland geschickt?"),
        ("Wie viele?", "Welche Soldaten hat Nordkorea geschickt?", "de", "wie viele Soldaten hat Nordkorea geschickt?"),
        ("why?", "Did Russia send oil?", "en", "why Did Russia send oil?"),
        ("and North Korea?", "What did Russia send?", "en", "What did North Korea send?"),
        (
            "What about South Korea?",
            "What did North Korea send to Russia?",
            "en",
            "What did South Korea send to Russia?",
        ),
        ("und Nordkorea?", "Was hat Russland geschickt?", "de", "Was hat Nordkorea geschickt?"),
        ("und Nordkorea?", "What did Russia send?", "en", "What did North Korea send?"),
        ("Und die Südkoreaner?", "What did Russia send?", "en", "What did South Korean send?"),
        ("and North Korea?", "Was hat Russland geschickt?", "de", "Was hat Nordkorea geschickt?"),
        ("und North Korea?", "Was hat Russland geschickt?", "de", "Was hat Nordkorea geschickt?"),
        ("und Putin?", "What did Zelensky say?", "en", "What did Putin say?"),
        (
            "und was ist mit den Tieren?",
            "What did Russia send?",
            "en",
            Variants(("What did Russia send den Tieren?",), "den Tieren"),
        ),
        ("wann?", "What did Russia send?", "en", "when did Russia send?"),
        ("Und wie viele?", "Which soldiers did North Korea send?", "en", "how many soldiers did North Korea send?"),
        ("when exactly?", "What did Russia send?", "en", "when did Russia send?"),
        ("Wie viele genau?", "Which soldiers did North Korea send?", "en", "how many soldiers did North Korea send?"),
        ("where are they?", "What did Russia send?", "en", "where did Russia send?"),
        ("Wann war das?", "Was hat Russland geschickt?", "de", "wann hat Russland geschickt?"),
        ("What is it?", "What did Russia send?", "en", "What is it?"),
        ("why?", "Was hat Russland geschickt?", "de", "warum hat Russland geschickt?"),
        ("wieso?", "Was hat Russland geschickt?", "de", "wieso hat Russland geschickt?"),
        ("and what about North Korea?", "What did Russia send?", "en", "What did North Korea send?"),
        ("and what did North Korea send?", "What did Russia send?", "en", "what did North Korea send?"),
        ("und was hat Nordkorea geschickt?", "What did Russia send?", "en", "was hat Nordkorea geschickt?"),
        ("And did North Korea send oil?", "What did Russia send?", "en", "did North Korea send oil?"),
        ("and the Greens?", "What did the mayor say?", "en", "What did the Greens say?"),
        ("und die Grünen?", "Was sagt der Bürgermeister zur Brücke?", "de", "Was sagt die Grünen zur Brücke?"),
        ("and about oil?", "What does Shin say?", "en", "What does Shin say about oil?"),
        ("und zu den Raketen?", "Was sagt Shin?", "de", "Was sagt Shin zu den Raketen?"),
        ("and South Korea?", "What did Russia send to North Korea?", "en", "What did South Korea send to North Korea?"),
        ("and war?", "What did Russia send?", "en", Variants(("What did Russia send war?",), "war")),
        (
            "and North Korea?",
            "What did Russia send to North Korea?",
            "en",
            "What did North Korea send to Russia?",
        ),
        (
            "and the animals?",
            "What did Russia send?",
            "en",
            Variants(("What did Russia send the animals?",), "the animals"),
        ),
        (
            "What about a service?",
            "How much is a tyre change for the Linda 3?",
            "en",
            Variants(
                (
                    "How much is a service for the Linda 3?",
                    "How much is a tyre change for a service?",
                    "How much is a tyre change for the Linda 3 a service?",
                ),
                "a service",
            ),
        ),
        (
            "und die Scheibe?",
            "Was kostet eine Inspektion?",
            "de",
            Variants(("Was kostet die Scheibe?", "Was kostet eine Inspektion die Scheibe?"), "die Scheibe"),
        ),
        (
            "and green pea protein?",
            "What is the footprint of yellow pea protein?",
            "en",
            Variants(
                (
                    "What is the footprint of green pea protein?",
                    "What is the green pea protein of yellow pea protein?",
                    "What is the footprint of yellow pea protein green pea protein?",
                ),
                "green pea protein",
            ),
        ),
        ("and before that?", "When did it burn?", "en", Around(earlier=True)),
        ("Und danach?", "Wann brannte es?", "de", Around(earlier=False)),
        ("before that?", "", "en", "before that?"),
        ("and him?", "What did Vera Pell say?", "en", WhoIsMeant()),
        ("und sie?", "Was sagte Hugo Pell?", "de", WhoIsMeant()),
    ],
)
def test_a_short_message_is_resolved(text: str, last: str, language: str, meant: Followup) -> None:
    assert resolve(text, last, language, NAMES) == meant


@pytest.mark.parametrize(
    "text",
    [
        "What did North Korea send?",
        "Wer sagt das mit den hunderttausend Soldaten denn genau?",
        "",
        "🙂",
        "Wo liegt Kursk?",
    ],
)
def test_a_message_that_stands_on_its_own_is_left_alone(text: str) -> None:
    assert resolve(text, "What did Russia send?", "en", NAMES) == text


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("what did Nordkorea send?", "en", "what did North Korea send?"),
        ("Was haben die Vereinigten Staaten geliefert?", "en", "Was haben United States geliefert?"),
        ("Was hat the United States geliefert?", "de", "Was hat Vereinigte Staaten geliefert?"),
        ("Where are the Canarian Islands?", "en", "Where are the Canarian Islands?"),
        ("Wann kam der South African Schools Act?", "de", "Wann kam der South African Schools Act?"),
        ("What did Putin say in Berlin?", "en", "What did Putin say in Berlin?"),
    ],
)
def test_a_party_is_named_in_the_language_of_the_question(text: str, language: str, named: str) -> None:
    assert entity_translation.with_native_names(text, language, languages.LANGUAGES) == named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("summary please", Intent.GIST),
        ("Summarize the article for me", Intent.GIST),
        ("Can you give me a short summary of this story?", Intent.GIST),
        ("What are the key points of the article?", Intent.GIST),
        ("tl;dr", Intent.GIST),
        ("Give me the most important facts", Intent.GIST),
        ("Worum geht es in diesem Artikel?", Intent.GIST),
        ("Fass den Text bitte kurz zusammen", Intent.GIST),
        ("Kannst du mir eine Zusammenfassung geben?", Intent.GIST),
        ("Gib mir eine kurze Zusammenfassung", Intent.GIST),
        ("Was steht denn da drin?", Intent.GIST),
        ("Wichtigste Fakten bitte", Intent.GIST),
        ("who is quoted?", Intent.SOURCES),
        ("Who speaks in the article?", Intent.SOURCES),
        ("Which sources are cited?", Intent.SOURCES),
        ("Wer kommt zu Wort?", Intent.SOURCES),
        ("Wer wird in dem Artikel zitiert?", Intent.SOURCES),
        ("and who says that?", Intent.SPEAKER),
        ("who said this?", Intent.SPEAKER),
        ("und wer sagt das?", Intent.SPEAKER),
        ("Woher wissen Sie das?", Intent.SPEAKER),
        ("really?", Intent.SURE),
        ("Is that true?", Intent.SURE),
        ("Stimmt das wirklich?", Intent.SURE),
        ("Bist du dir da sicher?", Intent.SURE),
        ("are you an AI?", Intent.ABOUT),
        ("Who made you?", Intent.ABOUT),
        ("Bist du eine KI?", Intent.ABOUT),
        ("ok", Intent.NOTED),
        ("yes", Intent.NOTED),
        ("alles klar, danke", Intent.NOTED),
        ("speak German", Intent.GERMAN),
        ("auf Englisch bitte", Intent.ENGLISH),
        ("What can I ask?", Intent.HELP),
        ("Who is quoted by the mayor?", None),
        ("Who speaks for the farmers?", None),
        ("Is the bridge true to its plans?", None),
        ("Who said this was a mistake?", None),
        ("What are the main reasons for the fire?", None),
        ("Was ist in Hagen passiert?", None),
        ("Was sagt die Polizei über den Fahrer?", None),
        ("Spricht der Bürgermeister Deutsch?", None),
        ("Which people were hurt?", None),
        ("Wer spricht von einem Skandal?", None),
    ],
)
def test_a_message_that_wants_something_of_the_bot_is_told_from_a_question(text: str, wanted: Intent | None) -> None:
    found = wish(text)
    assert (found[0] if found else None) is wanted
