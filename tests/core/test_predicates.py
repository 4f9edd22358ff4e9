"""Who does what to whom, for any verb: what a clause says, and which sentences answer."""

from collections.abc import Iterable

import pytest

from bot import languages
from bot.core.lexical.lexicon import Entity, EntityKind
from bot.core.semantics.semantic_roles import RoleLabeller
from tests.asking import answer, article_of, index, query, texts
from tests.core.verb_pairs import REST, VERBS, pairs, questions

MOST_WRONG = 0.03
"""Share of questions asked the wrong way round that may be answered: the lexicon lacks some verbs across languages."""


def _predicates(text: str, code: str) -> list[tuple[str, list[str], list[str]]]:
    found = RoleLabeller(languages.of(code)).predicates(text, {})
    return [(p.form, _ids(p.agents), _ids(p.patients)) for p in found if p.agents or p.patients]


def _ids(entities: Iterable[Entity]) -> list[str]:
    """Return entities by their ids, what is a name after a tilde and what may be a noun after a question mark."""
    marks = {EntityKind.NAME: "~", EntityKind.NOUN: "?"}
    return sorted(f"{marks.get(e.kind, '')}{e.id}" for e in entities)


def test_there_are_many_pairs_in_each_language() -> None:
    assert len(VERBS.strip().splitlines()) >= 30
    assert all(len(pairs(code)) >= 30 for code in ("de", "en"))


@pytest.mark.parametrize("code", ["de", "en"])
def test_what_is_asked_the_right_way_round_is_answered(code: str) -> None:
    lost = []
    for a, b, verb, ab, _ in pairs(code):
        article = article_of(f"{ab} {REST[code]}", code)
        lost += [q for q in questions(a, b, verb) if texts(article, answer(article, q))[:1] != [ab]]
    assert not lost


@pytest.mark.parametrize("code", ["de", "en"])
def test_what_is_asked_the_wrong_way_round_is_refused(code: str) -> None:
    wrong, asked = [], 0
    for a, b, verb, ab, _ in pairs(code):
        article = article_of(f"{ab} {REST[code]}", code)
        for question in questions(b, a, verb):
            asked += 1
            wrong += [question] if texts(article, answer(article, question))[:1] == [ab] else []
    assert len(wrong) <= MOST_WRONG * asked, (len(wrong), asked, wrong)


@pytest.mark.parametrize("code", ["de", "en"])
def test_of_two_sentences_the_one_that_says_it_the_right_way_round_answers(code: str) -> None:
    wrong, asked = [], 0
    for a, b, verb, ab, ba in pairs(code):
        article = article_of(f"{ab} {ba}", code)
        for doer, other, right in ((a, b, ab), (b, a, ba)):
            for question in questions(doer, other, verb):
                asked += 1
                shown = texts(article, answer(article, question))[:1]
                wrong += [question] if shown not in ([], [right]) else []
    assert len(wrong) <= asked / 50, (len(wrong), asked, wrong)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Novak said Haddad greeted Orbit in May.", ("greet", ["~haddad"], ["~orbit"])),
        ("en", "The Kenyan delegation, which came by ship, was greeted.", ("greet", [], ["ke"])),
        ("en", "What is Okafor considered to be?", ("consid", [], ["~okafor"])),
        ("de", "Gestern lobte Anna Selm die Bitte des Pfarrers Ole Brandt (61) sehr.", ("lob", ["~selm"], [])),
        ("de", "Zuletzt bestach der Norweger Milan Ibarra den Zoll.", ("bestech", ["no", "~ibarra"], [])),
        ("de", "Kapitän Ole Moreno erteilte der Mannschaft den Befehl.", ("befehl", ["~moreno"], [])),
        ("de", "Weiterhin bekomme Kenia nach Novaks Worten Saatgut.", ("bekomm", ["ke"], [])),
    ],
)
def test_a_clause_says_who_does_it(code: str, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    found = [(f, d, [o for o in others if not o.startswith("?")]) for f, d, others in _predicates(text, code)]
    assert expected in found


STORY = {
    "en": "Nora Selm regrets the protest. Pupils protested at noon. Millers resigned on Monday. "
    "Weavers did not resign. The bishop called it weak to resign. Nora Selm won the cup in May. Ole Brandt waited.",
    "de": "Nora Selm bedauert den Umzug. Die Bücherei zog um. Müller protestierten am Montag. Weber protestierten "
    "nicht. Der Bischof nannte den Protest einen Irrtum. Nora Selm gewann im Mai den Pokal. Ole Brandt wartete.",
}


@pytest.mark.parametrize(
    ("code", "question", "shown"),
    [
        ("en", "Who protested?", "Pupils protested at noon."),
        ("en", "Who resigned?", "Millers resigned on Monday."),
        ("en", "Who did not resign?", "Weavers did not resign."),
        ("en", "When did Ole Brandt win the cup?", ""),
        ("en", "When did Nora Selm win the cup?", "Nora Selm won the cup in May."),
        ("de", "Wer zog um?", "Die Bücherei zog um."),
        ("de", "Wer protestierte?", "Müller protestierten am Montag."),
        ("de", "Wer protestierte nicht?", "Weber protestierten nicht."),
        ("de", "Wann gewann Ole Brandt den Pokal?", ""),
        ("de", "Wann gewann Nora Selm den Pokal?", "Nora Selm gewann im Mai den Pokal."),
        ("de", "When did Ole Brandt win the cup?", ""),
    ],
)
def test_who_did_it_is_who_did_it_and_nobody_else(code: str, question: str, shown: str) -> None:
    article = article_of(STORY[code], code)
    assert texts(article, answer(article, question))[:1] == ([shown] if shown else [])


@pytest.mark.parametrize(
    ("question", "worst"),
    [
        ("Who says Kenya delivered tea to Cuba?", 0.0),
        ("Who denies Kenya delivered tea to Cuba?", 0.0),
        ("Does Cuba get tea?", 0.0),
        ("Bekommt Kuba Tee?", 0.0),
        ("Who says Cuba delivered tea to Kenya?", -1.0),
    ],
)
def test_who_says_it_does_not_turn_it_round(question: str, worst: float) -> None:
    article = article_of("Kenya delivered tea to Cuba, said Nora Selm. Weiterhin wartete Ole Brandt.", "en")
    roles = index().evidence(article, query(question, "en")).role_agreement
    assert roles[0] > worst if worst == 0.0 else roles[0] < 0


@pytest.mark.parametrize("question", ["Who rules Kenya?", "Wer herrscht in Kenia?", "Who leads Kenya?"])
def test_who_leads_a_state_is_told_by_a_title(question: str) -> None:
    article = article_of("Kenya's president Nora Selm spoke for an hour. Tea is cheap. The harbour is closed.", "en")
    assert texts(article, answer(article, question))[:1] == ["Kenya's president Nora Selm spoke for an hour."]
