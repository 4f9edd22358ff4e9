"""Sentences of one answer about the same thing stand side by side, and nothing is lost on the way."""

from bot.core.retrieval.grouping import Group, group
from bot.languages import LANGUAGES
from bot.model import Article, ExtractedText, Hit
from bot.service import analyse

TEXT = (
    "Das Land lieferte Raketen an den Nachbarn. Die Stadt bekam im Mai eine neue Brücke. "
    "Über die Brücke fahren seither Busse. Die Raketen stehen an der Grenze. Der Zoo kaufte Zebras."
)


def article() -> Article:
    return analyse(ExtractedText(TEXT), "land.txt")


def groups_of(*order: int) -> tuple[Group, ...]:
    return group(article(), [Hit(n, 1.0 - place / 10) for place, n in enumerate(order)], LANGUAGES["de"])


def test_sentences_that_share_a_noun_stand_together_under_it() -> None:
    groups = groups_of(0, 1, 2, 3, 4)
    assert [(g.label, [h.sentence for h in g.hits]) for g in groups] == [
        ("Raketen", [0, 3]),
        ("Brücke", [1, 2]),
        ("", [4]),
    ]


def test_the_best_sentence_comes_first_even_if_it_stands_alone() -> None:
    assert [h.sentence for h in groups_of(4, 0, 3, 1)[0].hits] == [4]


def test_every_hit_is_kept_once() -> None:
    assert sorted(h.sentence for g in groups_of(3, 4, 1, 0, 2) for h in g.hits) == [0, 1, 2, 3, 4]


def test_few_hits_are_not_grouped() -> None:
    assert [(g.label, len(g.hits)) for g in groups_of(0, 3, 1)] == [("", 3)]
