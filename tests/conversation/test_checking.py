"""How the verdict on a statement is worded."""

import pytest

from bot.chat import Said
from bot.conversation.checking import verdicts
from bot.conversation.error_messages import PHRASES
from bot.model import Article, Check, Difference, DifferenceKind, Hit, Sentence, Span, Verdict

TEXT = "Ann sold the boat."
ARTICLE = Article("id", TEXT, "en", "-", (), (Sentence(Span(0, len(TEXT)), 0),), (), ())


def said(*differences: Difference, code: str = "en") -> list[str]:
    check = Check("Ann bought the boat", "en", Verdict.NEAR, (Hit(0, 0.5),), differences)
    reply = verdicts(ARTICLE, (check,), PHRASES[code])
    return [part.text for part in reply.parts if isinstance(part, Said)][1:]


def test_what_differs_in_one_way_is_one_sentence() -> None:
    bought = Difference(DifferenceKind.WORDS, stated=("bought",))
    assert said(bought, Difference(DifferenceKind.ROLES), Difference(DifferenceKind.WORDS, in_article=("sold",))) == [
        "In the article it is “sold”, in your sentence “bought”.",
        "Who does what to whom is different in the article.",
    ]


def test_a_number_is_shown_on_both_sides() -> None:
    numbers = Difference(DifferenceKind.NUMBER, ("100.000",), ("bis zu 100.000",))
    assert said(numbers, code="de") == ["Im Artikel: bis zu 100.000; in Ihrem Satz: 100.000."]


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("kind", list(DifferenceKind))
def test_every_difference_has_words_whichever_side_has_some(code: str, kind: DifferenceKind) -> None:
    for stated in ((), ("A",)):
        for told in ((), ("B",)):
            (line,) = said(Difference(kind, stated, told), code=code)
            assert line.endswith(".")
            assert "{" not in line


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_verdict_has_words(code: str) -> None:
    assert set(PHRASES[code].check.verdicts) == set(Verdict)
