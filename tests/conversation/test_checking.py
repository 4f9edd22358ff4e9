"""How the verdict on a statement is worded."""

from bot.chat import Rows
from bot.conversation.checking import verdicts
from bot.conversation.error_messages import PHRASES
from bot.model import Article, Check, Difference, DifferenceKind, Hit, Sentence, Span, Verdict

TEXT = "Ann sold the boat."
ARTICLE = Article("id", TEXT, "en", "-", (), (Sentence(Span(0, len(TEXT)), 0),), (), ())


def test_what_differs_in_one_way_stands_in_one_row() -> None:
    differences = (
        Difference(DifferenceKind.WORDS, stated=("bought",)),
        Difference(DifferenceKind.ROLES),
        Difference(DifferenceKind.WORDS, in_article=("sold",)),
    )
    check = Check("Ann bought the boat", "en", Verdict.NEAR, (Hit(0, 0.5),), differences)
    rows = next(part for part in verdicts(ARTICLE, (check,), PHRASES["en"]).parts if isinstance(part, Rows))
    assert rows.rows == (("Words", "you: bought", "the article: sold"), ("Who does what to whom", "", ""))
