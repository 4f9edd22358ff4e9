"""Words are cut as the language writes them."""

from collections.abc import Sequence

from bot.core.syntax.tagged_text import Pos, Tag, tag_text
from bot.model import Sentence, Span


def untold(words: Sequence[str]) -> Sequence[Tag]:
    return [Tag(word, Pos.OTHER) for word in words]


def words_of(text: str, elisions: frozenset[str]) -> list[str]:
    page = tag_text(text, (Sentence(Span(0, len(text)), 0),), untold, frozenset(), elisions)
    return [token.text for token in page.tokens]


def test_what_is_elided_is_a_word_of_its_own_where_the_language_says_so() -> None:
    text = "D’après l'agence, qu’il cite aujourd’hui"
    assert words_of(text, frozenset({"d", "l", "qu"})) == [
        "D’", "après", "l'", "agence", ",", "qu’", "il", "cite", "aujourd’hui",
    ]  # fmt: skip
    assert words_of(text, frozenset()) == ["D’après", "l'agence", ",", "qu’il", "cite", "aujourd’hui"]
