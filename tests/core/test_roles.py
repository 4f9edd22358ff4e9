import pytest

from bot import languages
from bot.core.roles import Frame, Reader, agreement, learnt
from tests.asking import found, told
from tests.core.role_pairs import ENGLISH, GERMAN, NAMES, pairs


def _frames(text: str, code: str) -> list[tuple[list[str], list[str]]]:
    return [(sorted(f.givers), sorted(f.getters)) for f in Reader(languages.of(code)).frames(text, {})]


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
            article = told(text, code)
            for giver, getter, right in ((a, b, ab), (b, a, ba)):
                for question in _questions(giver, getter):
                    asked += 1
                    hits = found(article, question)
                    first = article.sentences[hits[0].sentence].span.cut(text) if hits else ""
                    if not first or first not in right:
                        wrong.append((question, first))
    assert len(wrong) <= asked / 100, wrong


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


def test_a_clause_without_a_transfer_or_a_party_says_nothing() -> None:
    assert _frames("Russland ist groß. Es regnet. Der Bäcker liefert Brot.", "de") == []
    assert _frames("", "en") == []


def test_an_article_teaches_who_leads_a_state() -> None:
    text = "Das sagte Schwedens Ministerpräsident Lars Dahl. Der norwegische König Olav schwieg."
    aliases = learnt([text], languages.of("de"))
    assert {name: state.rstrip("*") for name, state in aliases.items()} == {"lar": "se", "dahl": "se", "olav": "no"}


def test_a_learnt_name_acts_for_its_state() -> None:
    article = told(
        "Schwedens Ministerpräsident Lars Dahl regiert. Dahl schickte Norwegen ein Schiff. Norwegen schickte Dahl Holz."
    )
    assert found(article, "What did Sweden send to Norway?")[0].sentence == 1
    assert found(article, "What did Norway send to Sweden?")[0].sentence == 2


def test_agreement_goes_from_one_to_minus_one() -> None:
    asked = (Frame(frozenset({"ru"}), frozenset({"kp"})),)
    assert agreement(asked, (Frame(frozenset({"ru"}), frozenset({"kp"})),)) == 1
    assert agreement(asked, (Frame(frozenset({"kp"}), frozenset({"ru"})),)) == -1
    assert agreement(asked, (Frame(frozenset(), frozenset({"kp"})),)) == 0.5
    assert agreement(asked, ()) == 0
