"""What is shown of a match is the same from run to run, whatever order Python's sets have."""

import pytest
from asking import answer, article_of

from bot.model import Article

ENGLISH = article_of(
    "The collection of a collector who has collected what collectors collect is a collective collection. "
    "A fisherman said so in Sund.",
    "en",
)
GERMAN = article_of(
    "Die Sammlung des Sammlers, die ein Sammler für Sammelnde sammelte, ist eine Sammelei der Sammlerinnen. "
    "Das sagte ein Fischer in Sund.",
)


@pytest.mark.parametrize(
    ("article", "question"), [(ENGLISH, "Which collector has a collection?"), (GERMAN, "Welcher Sammler sammelt?")]
)
def test_the_places_of_a_word_come_in_the_order_of_the_text(article: Article, question: str) -> None:
    [hit] = [hit for hit in answer(article, question).hits if hit.sentence == 0]
    by_word: dict[str, list[int]] = {}
    for match in hit.matches:
        by_word.setdefault(match.word, []).append(match.span.start)
    assert max(map(len, by_word.values())) > 2
    first = [list(dict.fromkeys(starts)) for starts in by_word.values()]
    assert first == [sorted(set(starts)) for starts in by_word.values()]
