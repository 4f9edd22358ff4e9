"""What is seen of an archive by most: the quick way to the best passages gives what the slow one does."""

from collections.abc import Sequence
from random import Random

import pytest

from bot.ports.archive import Candidate, Entry
from bot.ports.articles import EVERYBODY
from bot.search import archive_tantivy
from bot.search.archive_tantivy import TantivyArchive

ANNA, BEN = "telegram:1", "telegram:2"
WORDS = {f"de:w{n}": 1.0 + n / 10 for n in range(6)}


def entries(chance: Random, seen: Sequence[Sequence[str]]) -> list[Entry]:
    """Return an article for each list of tenants, of a few passages."""
    return [
        Entry(f"a{n}", tuple(tenants), passages=tuple(_passage(chance) for _ in range(chance.randint(1, 4))))
        for n, tenants in enumerate(seen)
    ]


def _passage(chance: Random) -> tuple[str, ...]:
    return tuple(f"de:w{chance.randrange(12)}" for _ in range(chance.randint(3, 20)))


async def found(given: Sequence[Entry], tenants: Sequence[str], most: int) -> tuple[Candidate, ...]:
    index = TantivyArchive(None)
    await index.open("1")
    await index.replace(given, 1)
    try:
        return await index.search(tenants, WORDS, most)
    finally:
        await index.close()


@pytest.mark.parametrize("seed", range(12))
async def test_both_ways_give_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(seed)  # noqa: S311 - no secret
    share = chance.choice((0.5, 0.7, 0.95, 1.0))
    mine, theirs = ([EVERYBODY], [EVERYBODY, BEN], [ANNA, "slack:1"], [BEN, ANNA]), ([BEN], [BEN, "slack:1"])
    seen = [chance.choice(mine if chance.random() < share else theirs) for _ in range(80)]
    given, most = entries(chance, seen), chance.choice((1, 5, 20, 300))
    quick = await found(given, [EVERYBODY, ANNA], most)
    assert quick
    hidden = {f"a{n}" for n, own in enumerate(seen) if own in theirs}
    assert {candidate.article for candidate in quick}.isdisjoint(hidden)
    monkeypatch.setattr(archive_tantivy, "_is_most", lambda *_: False)
    slow = await found(given, [EVERYBODY, ANNA], most)
    assert [(c.article, c.passage) for c in quick] == [(c.article, c.passage) for c in slow]
    assert [c.score for c in quick] == pytest.approx([c.score for c in slow])


async def test_where_the_best_ones_are_somebody_elses_the_others_are_found_all_the_same() -> None:
    best = ("de:w0", "de:w1", "de:w2", "de:w3", "de:w4", "de:w5")
    theirs = [Entry(f"b{n}", (BEN,), passages=(best,)) for n in range(40)]
    ours = [Entry(f"a{n}", (EVERYBODY,), passages=(("de:w0", *["de:x"] * 30),)) for n in range(60)]
    hits = await found([*theirs, *ours], [EVERYBODY], 5)
    assert len(hits) == 5
    assert all(candidate.article.startswith("a") for candidate in hits)


async def test_articles_of_very_many_passages_are_found_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_tantivy, "PASSAGES", 3)
    given = entries(Random(1), [[EVERYBODY]] * 30)  # noqa: S311 - as above
    assert len(await found(given, [EVERYBODY], 10)) == 10
