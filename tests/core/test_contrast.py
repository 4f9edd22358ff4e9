"""What excludes each other: the opposite of what is asked about is no answer."""

import pytest

from bot import languages
from bot.core.semantics.contrast import Contrasting
from tests.asking import answer, article_of
from tests.asking import texts as shown_in

TOWN = {
    "en": "Carpenter Nora Lind moved to Selm in July. The inner wall is 20 metres high. The new bishop was "
    "installed in autumn 2019. Taxi drivers protested on Friday. The library shuts at six.",
    "de": "Tischlerin Nora Lind zog im Juli nach Selm. Die Innenmauer ist 20 Meter hoch. Der neue Bischof "
    "wurde im Herbst 2019 eingesetzt. Taxifahrer protestierten am Freitag. Die Bücherei schließt um sechs.",
}


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "When did the plumber move to Selm?"),
        ("en", "How high is the outer wall?"),
        ("en", "When did bus drivers protest?"),
        ("en", "Wann zog der Klempner nach Selm?"),
        ("en", "Wann protestierten die Busfahrer?"),
        ("de", "Wann zog der Klempner nach Selm?"),
        ("de", "Wie hoch ist die Außenmauer?"),
        ("de", "Wann wurde der alte Bischof eingesetzt?"),
        ("de", "Wann protestierten die Busfahrer?"),
        ("de", "When did the plumber move to Selm?"),
        ("de", "When did bus drivers protest?"),
    ],
)
def test_the_opposite_of_what_is_asked_about_is_no_answer(code: str, question: str) -> None:
    article = article_of(TOWN[code], code)
    assert not answer(article, question).hits


@pytest.mark.parametrize(
    ("code", "question", "word"),
    [
        ("en", "When did the carpenter move to Selm?", "Carpenter"),
        ("en", "How high is the inner wall?", "inner"),
        ("en", "When was the new bishop installed?", "bishop"),
        ("en", "When did taxi drivers protest?", "Taxi"),
        ("de", "Wann zog die Tischlerin nach Selm?", "Tischlerin"),
        ("de", "Wie hoch ist die Innenmauer?", "Innenmauer"),
        ("de", "Wann wurde der neue Bischof eingesetzt?", "Bischof"),
        ("de", "Wann protestierten die Taxifahrer?", "Taxifahrer"),
    ],
)
def test_what_is_asked_about_itself_is_one(code: str, question: str, word: str) -> None:
    article = article_of(TOWN[code], code)
    assert word in shown_in(article, answer(article, question))[0]


def test_another_of_a_kind_is_passed_over_for_other_sentences() -> None:
    article = article_of(TOWN["en"], "en")
    shown = shown_in(article, answer(article, "When was the old bishop installed?"))
    assert not any("bishop" in sentence for sentence in shown)


def test_a_question_that_names_both_excludes_neither() -> None:
    article = article_of("The private schools opened in May. The public schools opened in June.", "en")
    assert len(answer(article, "When did public and private schools open?").hits) >= 1


@pytest.mark.parametrize("code", ["de", "en"])
def test_the_sets_of_both_languages_have_the_same_names(code: str) -> None:
    mine, theirs = (languages.of(c).contrasts for c in (code, "en" if code == "de" else "de"))
    assert set(mine.kinds.values()) == set(theirs.kinds.values())
    assert set(mine.verbs.values()) == set(theirs.verbs.values())
    assert {v.split()[0] for v in mine.prefixes.values()} <= {v.split()[0] for v in theirs.modifiers.values()}


def test_a_modifier_belongs_to_the_noun_behind_it() -> None:
    german = languages.of("de")
    text = "Die neue, alte Halle am Südhafen"
    marks = Contrasting(german).marks(text, german.analyser().read(text))
    assert {(m.group, m.which) for m in marks.modifiers if m.heads} == {("age", "old"), ("direction", "south")}
