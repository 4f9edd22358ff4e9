"""Which two texts are one: versions, agency texts in two papers, and two reports on one event, which are not."""

import itertools
from pathlib import Path

import pytest

from bot import fetch, formats
from bot.core.versions.comparison import Changes, compared, fingerprint
from bot.core.versions.likeness import SHORTEST, SKETCH, is_same, is_same_original, shingles, sketch
from bot.model import Article, Document
from bot.service import analyse
from tests.timing import grows_at_most

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*/*/article.*"))

MONDAY = """Ferry hits pillar of harbour bridge

The harbour bridge was closed on Monday after a ferry hit a pillar. Nobody was hurt, police said.

Mayor Ann Lee said the repair would cost two million pounds. “The bridge will be closed until May,” she said.

The ferry company denied that its captain had been drinking. It had sent engineers to the harbour.

Fishermen fear for their income, because their boats cannot leave the inner basin at all this week.
"""
TUESDAY = """Harbour bridge: repair will cost three million

The harbour bridge was closed on Monday after a ferry hit a pillar. Two people were slightly hurt, police said.

Mayor Ann Lee said the repair would cost three million pounds. “The bridge will be closed until May,” she said.

The ferry company's lawyer Tom Reed denied that its captain had been drinking. It had sent engineers to the harbour.

The union demanded 40,000 pounds a week for the fishermen from the city.
"""
SAME_EVENT = """Bridge shut for months after crash

For months no car will cross the bridge at the harbour: a ferry ran into a pillar in fog early on Monday morning.

The mayor, Ann Lee, spoke of damage of two million pounds and of works that will go on until May.

Whether alcohol played a part is not known. The owner of the ferry rejected that, and engineers are on their way.

Boats of the local fishermen are stuck in the basin, and so they see their income in danger.
"""


def read(text: str, name: str = "a.txt") -> Article:
    return analyse(formats.read(Document(text.encode(), "text/plain", name)), name)


def texts(article: Article, numbers: tuple[int, ...]) -> list[str]:
    return [article.sentences[n].span.cut(article.text) for n in numbers]


def without(text: str, *paragraphs: int) -> str:
    return "\n\n".join(p for n, p in enumerate(text.strip().split("\n\n")) if n not in paragraphs) + "\n"


def test_a_version_is_roughly_the_same_text() -> None:
    corrected = MONDAY.replace("Nobody was", "Two people were").replace("two million", "three million")
    longer = corrected + "\nThe union demanded 40,000 pounds a week for the fishermen from the city.\n"
    for later in (corrected, longer):
        assert is_same(shingles(read(MONDAY)), shingles(read(later)))
    assert not is_same(shingles(read(MONDAY)), shingles(read(without(MONDAY, 1, 3))))


def test_two_reports_on_one_event_are_neither_versions_nor_one_original() -> None:
    one, other = shingles(read(MONDAY)), shingles(read(SAME_EVENT))
    assert not is_same(one, other)
    assert not is_same_original(one, other)


def test_an_agency_text_that_a_paper_has_cut_is_of_the_same_original() -> None:
    headlined = MONDAY.replace("Ferry hits pillar of harbour bridge", "Crash in the harbour: bridge shut")
    one, other = shingles(read(MONDAY)), shingles(read(without(headlined, 3, 4)))
    assert is_same_original(one, other)
    assert is_same_original(other, one)


@pytest.mark.slow
def test_no_two_articles_of_the_corpus_are_alike() -> None:
    found = [shingles(analyse(formats.read(fetch.read(str(path))), str(path))) for path in CORPUS]
    assert len(found) > 20
    for one, other in itertools.combinations(found, 2):
        assert len(one & other) < 0.05 * min(len(one), len(other))


def test_of_a_short_text_nothing_is_said() -> None:
    short = shingles(read("The harbour bridge was closed on Monday after a ferry hit a pillar, the police said.\n"))
    assert 0 < len(short) < SHORTEST
    assert sketch(short) == ()
    assert not is_same(short, short)
    assert not is_same_original(short, short)


def test_a_text_that_shares_much_shares_numbers_of_its_sketch() -> None:
    path = next(path for path in CORPUS if "missiles" in str(path))
    whole = fetch.read(str(path)).content.decode()
    paragraphs = whole.strip().split("\n\n")
    half = "\n\n".join(paragraphs[: len(paragraphs) // 2]) + "\n"
    one, other = sketch(shingles(read(whole))), sketch(shingles(read(half)))
    assert len(one) == len(other) == SKETCH
    assert len(set(one) & set(other)) >= 2
    assert all(-(2**63) <= number < 2**63 for number in one)


def test_what_changed_is_told_sentence_by_sentence() -> None:
    before, now = read(MONDAY), read(TUESDAY)
    found = compared(before, now)
    assert texts(now, found.added) == [
        "The union demanded 40,000 pounds a week for the fishermen from the city.",
    ]
    assert texts(before, found.removed) == [
        "Fishermen fear for their income, because their boats cannot leave the inner basin at all this week.",
    ]
    assert [(texts(before, (p.before,)), texts(now, (p.now,))) for p in found.reworded] == [
        (["Nobody was hurt, police said."], ["Two people were slightly hurt, police said."]),
        (
            ["Mayor Ann Lee said the repair would cost two million pounds."],
            ["Mayor Ann Lee said the repair would cost three million pounds."],
        ),
        (
            ["The ferry company denied that its captain had been drinking."],
            ["The ferry company's lawyer Tom Reed denied that its captain had been drinking."],
        ),
    ]
    _, first, second = found.reworded
    old, new = before.sentences[first.before].span.cut(before.text), now.sentences[first.now].span.cut(now.text)
    assert [old[a:b] for a, b in first.before_marks] == ["two"]
    assert [new[a:b] for a, b in first.now_marks] == ["three"]
    lawyer = now.sentences[second.now].span.cut(now.text)
    assert [lawyer[a:b] for a, b in second.now_marks] == ["'s lawyer Tom Reed"]
    assert second.before_marks == ()


def test_a_comma_is_a_difference_and_a_curly_mark_is_none() -> None:
    before = read("Der Rat tagt heute in Hagen. „Es regnet seit Tagen“, sagte Anna Weber der Zeitung.\n")
    now = read("Der Rat tagt, heute, in Hagen. »Es regnet seit Tagen«, sagte Anna Weber der Zeitung.\n")
    [pair] = compared(before, now).reworded
    assert (pair.before, pair.now, pair.before_marks) == (0, 0, ())
    assert [now.text[a:b] for a, b in pair.now_marks] == [",", ","]


def test_a_sentence_in_another_place_is_the_same_one() -> None:
    paragraphs = MONDAY.strip().split("\n\n")
    turned = "\n\n".join([paragraphs[0], paragraphs[3], paragraphs[2], paragraphs[1], paragraphs[4]]) + "\n"
    assert compared(read(MONDAY), read(turned)) == Changes()


def test_a_sentence_that_stands_there_twice_and_once_now_was_removed_once() -> None:
    refrain = "Der Deich hält, sagte der Landrat am Abend."
    before, now = (
        read(f"{refrain}\n\nDie Flut kommt um Mitternacht.\n\n{refrain}\n"),
        read(f"{refrain}\n\nDie Flut kommt um Mitternacht.\n"),
    )
    found = compared(before, now)
    assert texts(before, found.removed) == [refrain]
    assert (found.added, found.reworded) == ((), ())


def test_a_fingerprint_is_of_the_sentence_and_not_of_how_it_is_set() -> None:
    assert fingerprint("The repair costs “three” million.") == fingerprint('The repair  costs "three" million.')
    assert fingerprint("The repair costs three million.") != fingerprint("The repair costs two million.")


def long_text(count: int, word: str) -> str:
    return "\n\n".join(
        f"Am {n}. Tag war die {word} in Hagen noch immer für {n} Wagen gesperrt." for n in range(1, count)
    )


@pytest.mark.slow
def test_comparing_takes_time_that_grows_with_the_texts() -> None:
    sizes = (400, 1_600)
    pairs = {count: (read(long_text(count, "Brücke")), read(long_text(count, "Straße"))) for count in sizes}
    assert len(compared(*pairs[400]).reworded) == 399
    assert grows_at_most(lambda count: compared(*pairs[count]), sizes, factor=8, least=0.001)
