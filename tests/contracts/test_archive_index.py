"""What every `ArchiveIndex` promises; the engines are listed in `KINDS`, and `opener` says how each is opened."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

import pytest
from _pytest.mark import ParameterSet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ports.archive import ANYWHERE, UNPLACED, ArchiveIndex, Candidate, Entry, Within
from bot.ports.articles import EVERYBODY
from bot.search.archive_opensearch import OpenSearchArchive
from bot.search.archive_tantivy import TantivyArchive
from tests.fakes import MemoryArchive
from tests.servers.opensearch import OpenSearchNodes

ROOT = Path(__file__).resolve().parents[2]
Opened = Callable[[], AbstractAsyncContextManager[ArchiveIndex]]
"""Opens the index under test; twice, it is two that share what they keep, where they keep something."""

KINDS = ("tantivy in a folder", "OpenSearch", "tantivy in memory", "a dictionary")
LASTING = KINDS[:2]
"""Those that keep what they have beyond their process."""
SERVER = "OPENSEARCH_NODE"
"""The variable with the address of a node, for other processes as well."""
ANNA, BEN = "telegram:1", "telegram:2"
BRIDGE, FERRY = {"de:bruck": 1.0}, {"de:fahr": 1.0}


def opener(kind: str, folder: Path) -> Opened:
    @asynccontextmanager
    async def opened() -> AsyncIterator[ArchiveIndex]:
        match kind:
            case "tantivy in a folder":
                index: ArchiveIndex = TantivyArchive(folder / "articles.db.archive")
            case "OpenSearch":
                name = f"t{sha256(str(folder).encode()).hexdigest()[:16]}" if folder.name else f"t{token_hex(8)}"
                index = OpenSearchArchive(f"{os.environ[SERVER]}/{name}", replicas=0)
            case "tantivy in memory":
                index = TantivyArchive(None)
            case _:
                index = MemoryArchive()
        try:
            yield index
        finally:
            await index.close()

    return opened


def each(kinds: tuple[str, ...]) -> list[ParameterSet | str]:
    return [pytest.param(kind, marks=pytest.mark.opensearch) if kind == "OpenSearch" else kind for kind in kinds]


@pytest.fixture(autouse=True)
def _server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if request.node.get_closest_marker("opensearch") is None:
        yield
        return
    nodes: OpenSearchNodes = request.getfixturevalue("opensearch")
    monkeypatch.setenv(SERVER, nodes.address("").rstrip("/"))
    yield
    nodes.clear()


@pytest.fixture(params=each(KINDS))
async def index(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ArchiveIndex]:
    async with opener(request.param, tmp_path)() as opened:
        assert await opened.open("1") == 0
        yield opened


@pytest.fixture(params=each(LASTING))
def lasting(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    return opener(request.param, tmp_path)


def entry(article: str, *passages: str, tenants: tuple[str, ...] = (EVERYBODY,), day: int = 0, site: str = "") -> Entry:
    return Entry(article, tenants, day, site, tuple(tuple(passage.split()) for passage in passages))


async def found(
    index: ArchiveIndex, terms: Mapping[str, float], *tenants: str, most: int = 20, within: Within = ANYWHERE
) -> list[tuple[str, int]]:
    hits = await index.search(tenants or (EVERYBODY,), terms, most, within)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(isinstance(hit, Candidate) and hit.score > 0 for hit in hits)
    return [(hit.article, hit.passage) for hit in hits]


async def test_an_empty_index_finds_nothing(index: ArchiveIndex) -> None:
    assert await found(index, BRIDGE) == []
    assert await index.size() == 0


async def test_what_was_put_in_is_found_once_that_returns(index: ArchiveIndex) -> None:
    for n in range(20):
        await index.replace([entry(f"a{n}", f"de:x{n} de:y", "de:bruck")], n + 1)
        assert await found(index, {f"de:x{n}": 1.0}) == [(f"a{n}", 0)]
        assert await index.open("1") == n + 1
    assert await index.size() == 40


async def test_what_holds_more_and_rarer_terms_comes_first(index: ArchiveIndex) -> None:
    await index.replace(
        [entry("a", "de:bruck de:neu", "de:neu", "de:bruck de:fahr de:neu"), entry("b", "de:alt de:neu")], 1
    )
    assert await found(index, {"de:bruck": 1.0, "de:fahr": 1.0, "de:neu": 1.0}) == [
        ("a", 2),
        ("a", 0),
        ("a", 1),
        ("b", 0),
    ]
    assert await found(index, {"de:bruck": 1.0, "de:fahr": 1.0}, most=1) == [("a", 2)]
    assert await found(index, BRIDGE, most=0) == []


async def test_a_term_counts_by_its_weight(index: ArchiveIndex) -> None:
    await index.replace([entry("a", "de:bruck"), entry("b", "de:fahr")], 1)
    assert await found(index, {"de:bruck": 0.2, "de:fahr": 0.9}) == [("b", 0), ("a", 0)]
    assert await found(index, {"de:bruck": 0.9, "de:fahr": 0.2}) == [("a", 0), ("b", 0)]
    odd = {"de:bruck": 0.0, "de:fahr": -1.0, "de:x": float("nan"), "de:y": float("inf")}
    assert await found(index, odd) == []
    assert await found(index, {}) == []


async def test_putting_in_the_same_again_changes_nothing(index: ArchiveIndex) -> None:
    both = [entry("a", "de:bruck", "de:fahr"), entry("b", "de:bruck")]
    for _ in range(3):
        await index.replace(both, 7)
        assert await index.size() == 3
        assert sorted(await found(index, BRIDGE)) == [("a", 0), ("b", 0)]
        assert await index.open("1") == 7


async def test_a_correction_takes_the_place_of_what_was_there(index: ArchiveIndex) -> None:
    await index.replace([entry("a", "de:bruck", "de:bruck", "de:bruck"), entry("b", "de:bruck")], 1)
    await index.replace([entry("a", "de:fahr")], 2)
    assert await found(index, BRIDGE) == [("b", 0)]
    assert await found(index, FERRY) == [("a", 0)]
    assert await index.size() == 2


async def test_what_stands_nowhere_any_more_is_gone(index: ArchiveIndex) -> None:
    await index.replace([entry("a", "de:bruck"), entry("b", "de:bruck")], 1)
    await index.replace([entry("a", "de:bruck", tenants=())], 2)
    assert await found(index, BRIDGE) == [("b", 0)]
    assert await index.size() == 1
    await index.replace([entry("b"), entry("never there", tenants=())], 3)
    assert await found(index, BRIDGE) == []
    assert await index.size() == 0


async def test_what_is_taken_off_a_shelf_is_found_from_the_others(index: ArchiveIndex) -> None:
    await index.replace([entry("a", "de:bruck", tenants=(ANNA, BEN)), entry("b", "de:bruck", tenants=(ANNA,))], 1)
    await index.replace([entry("a", "de:bruck", tenants=(BEN,)), entry("b", tenants=())], 2)
    assert await found(index, BRIDGE, ANNA) == []
    assert await found(index, BRIDGE, BEN) == [("a", 0)]


async def test_nobody_finds_what_stands_with_others_alone(index: ArchiveIndex) -> None:
    tenants = (EVERYBODY, ANNA, BEN, "telegram:11", "telegram", UNPLACED, "*", "a b", "%", "%2d;", "-1", "=")
    await index.replace([entry(f"of {n}", "de:bruck", tenants=(one,)) for n, one in enumerate(tenants)], 1)
    for n, one in enumerate(tenants):
        assert await found(index, BRIDGE, one) == [(f"of {n}", 0)]
    assert await found(index, BRIDGE, ANNA, BEN) == [("of 1", 0), ("of 2", 0)]
    assert await found(index, BRIDGE, "telegram:") == []
    assert await index.search((), BRIDGE, 20) == ()


async def test_what_several_may_see_is_there_once(index: ArchiveIndex) -> None:
    await index.replace([entry("a", "de:bruck", tenants=(EVERYBODY, ANNA, BEN))], 1)
    assert await index.size() == 1
    assert await found(index, BRIDGE, EVERYBODY, ANNA, BEN) == [("a", 0)]


async def test_days_bound_on_both_sides_and_an_unknown_day_is_between_none(index: ArchiveIndex) -> None:
    days = (0, 20251231, 20260101, 20260102, 20260201)
    await index.replace([entry(str(day), "de:bruck", day=day) for day in days], 1)

    async def between(since: int, until: int) -> list[int]:
        return sorted(int(name) for name, _ in await found(index, BRIDGE, within=Within(since, until)))

    assert await between(0, 0) == list(days)
    assert await between(20260101, 20260102) == [20260101, 20260102]
    assert await between(20260102, 0) == [20260102, 20260201]
    assert await between(0, 20260101) == [20251231, 20260101]
    assert await between(20260201, 20260101) == []


async def test_a_site_finds_itself_and_the_hosts_below_it(index: ArchiveIndex) -> None:
    hosts = ("spiegel.de", "sport.spiegel.de", "derspiegel.de", "faz.net", "")
    await index.replace([entry(host, "de:bruck", site=host) for host in hosts], 1)

    async def on(*sites: str) -> list[str]:
        return sorted(name for name, _ in await found(index, BRIDGE, within=Within(sites=sites)))

    assert await on("spiegel.de") == ["spiegel.de", "sport.spiegel.de"]
    assert await on("sport.spiegel.de", "faz.net") == ["faz.net", "sport.spiegel.de"]
    assert await on("spiegel") == ["spiegel.de", "sport.spiegel.de"]
    assert await on("sport") == await on("iegel.de") == []
    assert await on("") == []


async def test_no_sites_and_no_articles_are_none_and_not_all(index: ArchiveIndex) -> None:
    await index.replace([entry("a", "de:bruck", site="faz.net"), entry("b", "de:bruck", site="faz.net")], 1)
    assert await found(index, BRIDGE, within=Within(sites=())) == []
    assert await found(index, BRIDGE, within=Within(articles=())) == []
    assert await found(index, BRIDGE, within=Within(articles=("b", "c"))) == [("b", 0)]
    assert await found(index, BRIDGE, within=Within(articles=("b",), sites=("spiegel.de",))) == []


HOSTILE = (
    *('de:"', "de:a AND b", "de:*", "terms:x", "de:a\tb", "de:a\u00a0b", "de:%20;", "de: ", "-", "+", "NOT", "OR"),
    *("de:\ud800", "de:\0", "(", "[1 TO 9]", "de:x^9", "~", "\\", "'; DROP TABLE articles; --", "de:" + "x" * 300),
)


async def test_terms_are_data(index: ArchiveIndex) -> None:
    await index.replace([Entry(str(n), (EVERYBODY,), passages=((term,),)) for n, term in enumerate(HOSTILE)], 1)
    for n, term in enumerate(HOSTILE):
        assert await found(index, {term: 1.0}) == [(str(n), 0)]
    for term in ("de:a", "b", "", "AND", "x", "de:"):
        assert await found(index, {term: 1.0}) == []


async def test_names_are_data(index: ArchiveIndex) -> None:
    await index.replace([Entry(name, (name,), site=name, passages=(("de:bruck",),)) for name in HOSTILE], 1)
    for name in HOSTILE:
        within = Within(articles=(name,), sites=(name,))
        assert await found(index, BRIDGE, name, within=within) == [(name, 0)]
        await index.replace([Entry(name, ())], 1)
    assert await index.size() == 0


async def test_another_analysis_begins_with_nothing(index: ArchiveIndex) -> None:
    await index.replace([entry("a", "de:bruck")], 5)
    assert await index.open("2") == 0
    assert await index.size() == 0
    await index.caught_up()
    assert await found(index, BRIDGE) == []
    await index.replace([entry("a", "de:fahr")], 3)
    assert await index.open("2") == 3
    assert await found(index, FERRY) == [("a", 0)]


async def test_what_came_further_stays_and_nothing_at_the_start_is_nothing(index: ArchiveIndex) -> None:
    await index.replace([entry("a", "de:bruck")], 9)
    await index.replace([entry("a", "de:fahr"), entry("b", "de:fahr")], 8)
    assert await index.open("1") == 9
    assert await found(index, FERRY) == []
    await index.replace((), 12)
    assert (await index.open("1"), await index.size()) == (12, 1)
    await index.replace((), 0)
    assert (await index.open("1"), await index.size()) == (0, 0)
    await index.replace([entry("b", "de:fahr")], 2)
    assert await found(index, FERRY) == [("b", 0)]


async def test_many_tasks_search_while_it_is_written(index: ArchiveIndex) -> None:
    async def write() -> None:
        for n in range(15):
            await index.replace([entry("a", f"de:bruck de:x{n}"), entry(f"b{n}", "de:bruck")], n + 1)

    async def ask() -> None:
        for _ in range(30):
            hits = await found(index, {"de:bruck": 1.0, "de:x3": 1.0}, most=100)
            assert hits.count(("a", 0)) <= 1

    await asyncio.gather(write(), *(ask() for _ in range(4)))
    assert len(await found(index, BRIDGE, most=100)) == 16


def archive_of(chance: random.Random, articles: int) -> list[Entry]:
    """Return articles whose words are as often as words are: the n-th of 3,000 in proportion to 1 / (n + 2.7)."""
    words = [f"de:w{n}" for n in range(3_000)]
    often = [1 / (n + 2.7) for n in range(3_000)]
    found = []
    for n in range(articles):
        topic = chance.choices(words[50:], often[50:], k=20)
        passages = [
            tuple(chance.choice(topic) if chance.random() < 0.25 else w for w in chance.choices(words, often, k=length))
            for length in (chance.randrange(8, 60) for _ in range(6))
        ]
        tenants = tuple({EVERYBODY if chance.random() < 0.5 else ANNA, BEN if chance.random() < 0.2 else ANNA})
        found.append(Entry(f"a{n}", tenants, passages=tuple(passages)))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("kind", each(KINDS[:-1]))
async def test_it_ranks_as_bm25_does(kind: str, tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311 - words
    entries, oracle = archive_of(chance, 300), MemoryArchive()
    await oracle.open("1")
    await oracle.replace(entries, 1)
    async with opener(kind, tmp_path)() as index:
        await index.open("1")
        for n in range(0, 300, 50):
            await index.replace(entries[n : n + 50], n + 1)
        shares = []
        for _ in range(25):
            row = chance.choice(chance.choice(entries).passages)
            terms = {term: chance.choice((0.2, 0.5, 1.0)) for term in chance.sample(row, min(8, len(row)))}
            for tenants in ((EVERYBODY,), (ANNA, BEN)):
                best = [(c.article, c.passage) for c in await oracle.search(tenants, terms, 20)]
                mine = await found(index, terms, *tenants)
                assert len(mine) == len(best)
                shares.append(len(set(mine) & set(best)) / len(best) if best else 1.0)
        assert sum(shares) / len(shares) >= 0.9


@pytest.mark.slow
@pytest.mark.parametrize("kind", each(KINDS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", "x", "y"]), st.sampled_from(["p q", "q", ""]))))
def test_after_any_changes_it_holds_what_came_last(kind: str, steps: list[tuple[str, str, str]]) -> None:
    async def there() -> None:
        # A folder takes a tenth of a second each time, and what is in it is the same.
        async with opener(kind.replace("in a folder", "in memory"), Path())() as index:
            await index.open("1")
            last = {}
            for n, (article, tenant, passage) in enumerate(steps):
                last[article] = (tenant, passage)
                await index.replace([entry(article, passage, tenants=(tenant,) if tenant else ())], n + 1)
            for tenant in ("x", "y"):
                for term in ("p", "q"):
                    expected = {(a, 0) for a, (t, words) in last.items() if t == tenant and term in words.split()}
                    assert set(await found(index, {term: 1.0}, tenant)) == expected

    asyncio.run(there())


# --- what lasts -------------------------------------------------------------------------------------------------------


async def test_what_was_put_in_is_there_the_next_time(lasting: Opened) -> None:
    async with lasting() as index:
        await index.open("1")
        await index.replace([entry("a", "de:bruck", day=20260101, site="faz.net")], 5)
    async with lasting() as index:
        assert await index.open("1") == 5
        assert await found(index, BRIDGE, within=Within(20260101, 20260101, ("faz.net",))) == [("a", 0)]


async def test_two_share_what_they_keep_and_see_each_others_at_once(lasting: Opened) -> None:
    async with lasting() as one, lasting() as other:
        await asyncio.gather(one.open("1"), other.open("1"))
        await one.replace([entry("a", "de:bruck")], 1)
        assert await found(other, BRIDGE) == [("a", 0)]
        await other.replace([entry("a", "de:fahr")], 2)
        assert await found(one, BRIDGE) == []
        await asyncio.gather(
            *(index.replace([entry(f"b{n}", "de:bruck")], 3) for n, index in enumerate((one, other) * 6))
        )
        assert len(await found(one, BRIDGE)) == len(await found(other, BRIDGE)) == 12
        assert await one.open("1") == await other.open("1") == 3


WRITES = """
import asyncio, sys
from pathlib import Path
from bot.ports.archive import Entry
from tests.contracts.test_archive_index import opener

async def write(kind, folder, first, step, until):
    async with opener(kind, Path(folder))() as index:
        at = await index.open("1")
        print("begun", flush=True)
        for n in range(at if first < 0 else first, until, step):  # where it is, or all that are its own
            passages = tuple((f"de:x{n}", "de:bruck") for _ in range(4))
            await index.replace([Entry(f"a{n}", ("",), passages=passages)], n + 1)
            await index.search(("",), {"de:bruck": 1.0}, 5)
    print("ended", flush=True)

asyncio.run(write(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])))
"""


def writer(kind: str, folder: Path, first: int, step: int, until: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITES, kind, str(folder), str(first), str(step), str(until)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})


async def killed_again_and_again(kind: str, folder: Path, rounds: int) -> int:
    """Kill a process that writes, as often as that; look each time whether what it says to have is what there is."""
    chance, at = random.Random(7), 0  # noqa: S311 - moments
    for _ in range(rounds):
        process = writer(kind, folder, -1, 1, 1_000_000)
        assert process.stdout is not None
        assert await asyncio.to_thread(process.stdout.readline) == "begun\n"
        await asyncio.sleep(chance.uniform(0.0, 0.8))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        async with opener(kind, folder)() as index:
            now = await index.open("1")
            assert now >= at
            assert await index.size() == 4 * now
            for n in (at, now - 1, now, now + 1):
                there = await found(index, {f"de:x{n}": 1.0})
                assert len(there) == (4 if 0 <= n < now else 0), (n, now)
            at = now
    return at


@pytest.mark.slow
@pytest.mark.parametrize("kind", each(LASTING))
async def test_a_killed_process_leaves_a_position_and_the_entries_that_go_with_it(kind: str, tmp_path: Path) -> None:
    assert await killed_again_and_again(kind, tmp_path, 4) > 0


@pytest.mark.long
@pytest.mark.parametrize("kind", each(LASTING))
async def test_the_same_many_times(kind: str, tmp_path: Path) -> None:
    assert await killed_again_and_again(kind, tmp_path, 60) > 60


@pytest.mark.slow
@pytest.mark.parametrize("kind", each(LASTING))
async def test_two_processes_write_and_search_at_once(kind: str, tmp_path: Path) -> None:
    async with opener(kind, tmp_path)() as index:
        await index.open("1")
        began = time.monotonic()
        processes = [writer(kind, tmp_path, first, 2, 30) for first in (0, 1)]
        seen = 0
        while any(process.poll() is None for process in processes):
            hits = await found(index, BRIDGE, most=1_000)
            assert len(hits) >= seen
            seen = len(hits)
            await asyncio.sleep(0.02)
            assert time.monotonic() - began < 300
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.read() == "begun\nended\n"
            process.stdout.close()
            assert process.returncode == 0
        assert await index.open("1") == 30
        there = {name for name, _ in await found(index, BRIDGE, most=1_000)}
        assert there <= {f"a{n}" for n in range(30)}
        assert "a29" in there
