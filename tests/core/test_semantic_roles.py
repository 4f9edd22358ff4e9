from collections.abc import Iterable

import pytest

from bot import languages
from bot.core.lexical.lexicon import Entity, EntityKind
from bot.core.semantics.entities import aliases_in
from bot.core.semantics.role_agreement import role_agreement
from bot.core.semantics.role_frames import RoleFrame
from bot.core.semantics.semantic_roles import RoleLabeller
from tests.asking import article_of, found
from tests.core import predicate_pairs
from tests.core.role_pairs import ENGLISH, GERMAN, NAMES, pairs

NOUN, NAME = EntityKind.NOUN, EntityKind.NAME


def _ids(entities: Iterable[Entity]) -> list[str]:
    return sorted(entity.id for entity in entities)


def _named(*names: str) -> frozenset[Entity]:
    return frozenset(Entity(name, NAME) for name in names)


def _frames(text: str, code: str) -> list[tuple[list[str], list[str]]]:
    return [
        (_ids(f.agents), _ids(f.patients))
        for f in RoleLabeller(languages.of(code)).label(text, {})
        if f.has_participants
    ]


def _oblique(name: str) -> str:
    """Return a German name behind "an" and "von", as far as the names of the pairs need it."""
    return {"die Ukraine": "die Ukraine", "die Türkei": "die Türkei", "der Iran": "den Iran", "die USA": "die USA"}.get(
        name, name
    )


def _dative(name: str) -> str:
    return {"die Ukraine": "der Ukraine", "die Türkei": "der Türkei", "der Iran": "dem Iran", "die USA": "den USA"}.get(
        name, name
    )


def _questions(giver: str, getter: str) -> list[str]:
    (english, german), (english_to, german_to) = NAMES[giver], NAMES[getter]
    verb = "lieferten" if german == "die USA" else "lieferte"
    took = "bekamen" if german_to == "die USA" else "bekam"
    return [
        f"What did {english} send to {english_to}?",
        f"What did {english_to} receive from {english}?",
        f"Was {verb} {german} an {_oblique(german_to)}?",
        f"Was {took} {german_to} von {_dative(german)}?",
    ]


@pytest.mark.parametrize("code", ["de", "en"])
def test_at_least_forty_pairs_are_asked_in_each_language(code: str) -> None:
    assert len(pairs(GERMAN if code == "de" else ENGLISH)) >= 40


@pytest.mark.parametrize(("code", "table"), [("de", GERMAN), ("en", ENGLISH)])
def test_who_gives_and_who_gets_decides_between_two_sentences(code: str, table: str) -> None:
    wrong, asked = [], 0
    for a, b, ab, ba in pairs(table):
        for text in (f"{ab} {ba}", f"{ba} {ab}"):
            article = article_of(text, code)
            for giver, getter, right in ((a, b, ab), (b, a, ba)):
                for question in _questions(giver, getter):
                    asked += 1
                    hits = found(article, question)
                    first = article.sentences[hits[0].sentence].span.cut(text) if hits else ""
                    if not first or first not in right:
                        wrong.append((question, first))
    assert len(wrong) <= asked / 100, wrong


def _who(doer: str, other: str, act: str) -> list[str]:
    past, participle, base, german = predicate_pairs.ACTS[act]
    english = {
        "Russland": "Russia",
        "die Ukraine": "Ukraine",
        "Deutschland": "Germany",
        "Frankreich": "France",
        "Mexiko": "Mexico",
        "Kanada": "Canada",
    }
    names = {v: k for k, v in english.items()}
    a, b = english.get(doer, doer), english.get(other, other)
    return [
        f"Who {past} {b}?",
        f"Who was {participle} by {a}?",
        f"Who did {a} {base}?",
        f"Wer hat {names.get(other, other)} {german}?",
        f"Wen hat {names.get(doer, doer)} {german}?",
    ]


@pytest.mark.parametrize(
    ("code", "table", "most"),
    [
        ("de", predicate_pairs.GERMAN, 0.02),
        ("en", predicate_pairs.ENGLISH, 0.02),
        ("de", predicate_pairs.GERMAN_HELD_OUT, 0.03),
        ("en", predicate_pairs.ENGLISH_HELD_OUT, 0.06),
    ],
)
def test_who_does_it_to_whom_decides_between_two_sentences(code: str, table: str, most: float) -> None:
    wrong, asked = [], 0
    for a, b, act, ab, ba in predicate_pairs.pairs(table):
        for text in (f"{ab} {ba}", f"{ba} {ab}"):
            article = article_of(text, code)
            for doer, other, right in ((a, b, ab), (b, a, ba)):
                for question in _who(doer, other, act):
                    asked += 1
                    hits = found(article, question)
                    first = article.sentences[hits[0].sentence].span.cut(text) if hits else ""
                    if first != right:
                        wrong.append((question, first))
    assert len(wrong) <= asked * most, (len(wrong), asked, wrong)


def test_the_pairs_of_acts_are_many() -> None:
    assert all(len(predicate_pairs.pairs(table)) >= 20 for table in (predicate_pairs.GERMAN, predicate_pairs.ENGLISH))


@pytest.mark.parametrize(
    ("code", "text", "givers", "getters"),
    [
        ("en", "What did Russia send to North Korea?", ["ru"], ["kp"]),
        ("en", "What did Russia get from Pyongyang?", ["kp"], ["ru"]),
        ("en", "What was sent to North Korea by Putin?", ["ru"], ["kp"]),
        ("en", "What has the US been sending?", ["us"], []),
        ("en", "Who sent Russia soldiers?", [], ["ru"]),
        ("de", "Was bekommt Russland von Nordkorea?", ["kp"], ["ru"]),
        ("de", "Wer schickte Russland Soldaten?", [], ["ru"]),
        ("de", "Was hat Deutschland der Ukraine überlassen?", ["de"], ["ua"]),
        ("de", "Russische Lieferungen gingen weiter, die russische Armee lieferte Öl.", ["ru"], []),
        ("de", "Lieferungen aus Russland an Nordkorea nahmen zu.", ["ru"], ["kp"]),
    ],
)
def test_a_frame_has_the_parties_in_their_places(code: str, text: str, givers: list[str], getters: list[str]) -> None:
    assert (givers, getters) in _frames(text, code)


@pytest.mark.parametrize(
    ("code", "text", "doers", "others", "act"),
    [
        ("en", "Keller was sharply criticised by Okafor.", ["okafor"], ["keller"], "criticise"),
        ("en", "Who criticised Okafor?", [], ["okafor"], "criticise"),
        ("en", "Who did Okafor criticise?", ["okafor"], [], "criticise"),
        ("en", "Harwick lost to Eastmoor.", ["eastmoor"], ["harwick"], "beat"),
        ("en", "Harwick won the cup.", ["harwick"], [], "beat"),
        ("en", "Anna Brandt sued Telmark Inc. in June.", ["brandt"], ["telmark"], "sue"),
        ("en", "Telmark filed a lawsuit against Orbit.", ["telmark"], ["orbit"], "sue"),
        ("en", "Berlin criticised Paris.", ["de"], ["fr"], "criticise"),
        ("de", "Norland griff Veskia im Morgengrauen an.", ["norland"], ["veskia"], "attack"),
        ("de", "Wen hat Norland angegriffen?", ["norland"], [], "attack"),
        ("de", "Von wem wurde Norland angegriffen?", [], ["norland"], "attack"),
        ("de", "Der Minister kritisierte Okafor.", ["minister"], ["okafor"], "criticise"),
        ("de", "Okafor tadelte seinen Nachfolger Ndiaye.", ["okafor"], ["ndiaye"], "criticise"),
        ("de", "Harwick verlor gegen Eastmoor.", ["eastmoor"], ["harwick"], "beat"),
    ],
)
def test_a_frame_of_an_act_has_who_does_it_and_to_whom(
    code: str, text: str, doers: list[str], others: list[str], act: str
) -> None:
    frames = RoleLabeller(languages.of(code)).label(text, {})
    assert (doers, others, act) in [(_ids(f.agents), _ids(f.patients), f.predicate) for f in frames]


def test_an_entity_says_what_names_it() -> None:
    text = "Der Minister kritisierte Okafor. Norwegen kritisierte Okafor."
    frames = RoleLabeller(languages.of("de")).label(text, {})
    found = {entity for frame in frames for entity in frame.agents | frame.patients}
    assert found == {Entity("minister", NOUN), Entity("okafor", NAME), Entity("no")}


def test_a_noun_is_a_party_only_where_the_question_names_it() -> None:
    told_of = (RoleFrame(frozenset({Entity("keller", NOUN)}), _named("okafor"), "criticise"),)
    assert role_agreement((RoleFrame(_named("keller"), frozenset(), "criticise"),), told_of) > 0
    assert role_agreement((RoleFrame(_named("brandt"), frozenset(), "criticise"),), told_of) == 0
    assert role_agreement((RoleFrame(_named("okafor"), frozenset(), "criticise"),), told_of) < 0


def test_a_verb_of_the_same_act_stands_for_the_one_asked_with() -> None:
    article = article_of("Im Juni hat Kenia dreißig Soldaten nach Peru entsandt. Kenia hat Soldaten. Es regnete.")
    hits = {h.sentence: h for h in found(article, "Wer schickte Soldaten?")}
    assert hits[0].coverage > hits[1].coverage
    assert "schickte" in hits[0].terms
    assert "schickte" not in hits[1].terms


def test_another_act_says_nothing() -> None:
    one, other = (RoleFrame(_named("a"), _named("b"), act) for act in ("sue", "praise"))
    assert role_agreement((one,), (other,)) == 0
    assert role_agreement((one,), (one,)) > role_agreement((one,), (RoleFrame(one.patients, one.agents, "sue"),))


def test_a_clause_without_a_transfer_or_a_party_says_nothing() -> None:
    assert _frames("Russland ist groß. Es regnet. Der Bäcker liefert Brot.", "de") == []
    assert _frames("", "en") == []


def test_an_article_teaches_who_leads_a_state() -> None:
    text = "Das sagte Schwedens Ministerpräsident Lars Dahl. Der norwegische König Olav schwieg."
    aliases = aliases_in([text], languages.of("de"))
    assert {name: state.id for name, state in aliases.items()} == {"lar": "se", "dahl": "se", "olav": "no"}


def test_a_learnt_name_acts_for_its_state() -> None:
    article = article_of(
        "Schwedens Ministerpräsident Lars Dahl regiert. Dahl schickte Norwegen ein Schiff. Norwegen schickte Dahl Holz."
    )
    assert found(article, "What did Sweden send to Norway?")[0].sentence == 1
    assert found(article, "What did Norway send to Sweden?")[0].sentence == 2


def test_agreement_goes_from_one_to_minus_one() -> None:
    asked = (RoleFrame(frozenset({Entity("ru")}), frozenset({Entity("kp")})),)
    assert role_agreement(asked, (RoleFrame(frozenset({Entity("ru")}), frozenset({Entity("kp")})),)) == 1
    assert role_agreement(asked, (RoleFrame(frozenset({Entity("kp")}), frozenset({Entity("ru")})),)) == -1
    assert role_agreement(asked, (RoleFrame(frozenset(), frozenset({Entity("kp")})),)) == 0.5
    assert role_agreement(asked, ()) == 0
