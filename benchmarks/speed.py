"""Speed and memory, each beside its peer in the same run, as a table for docs/speed.md.

    python benchmarks/speed.py [--article PATH] [--question TEXT] [--runs N]

CPU times are process times, the median of N repetitions; walls are whole processes, the median of N starts. Peers:
bare rank_bm25 (`BM25Okapi.get_scores` over the same sentences, split at blanks) and Haystack's InMemoryBM25Retriever.
"""

import argparse
import asyncio
import itertools
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

BARE = """
import sys
from rank_bm25 import BM25Okapi
sentences = open(sys.argv[1], encoding="utf-8").read().split(". ")
scores = BM25Okapi([s.lower().split() for s in sentences]).get_scores(sys.argv[2].lower().split())
print(sentences[int(scores.argmax())])
"""


def cpu_ms(work: Callable[[], object], runs: int) -> float:
    """Return the median CPU time of one call in milliseconds; each sample is 20 calls."""
    work()
    samples = []
    for _ in range(runs):
        start = time.process_time_ns()
        for _ in range(20):
            work()
        samples.append((time.process_time_ns() - start) / 20e6)
    return statistics.median(samples)


def wall_ms(command: list[str], env: dict[str, str], runs: int) -> float:
    """Return the median wall time of a whole process in milliseconds."""
    samples = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)  # noqa: S603
        samples.append((time.perf_counter() - start) * 1000)
    return statistics.median(samples)


def haystack(sentences: list[str], question: str) -> Callable[[], object]:
    """Return one retrieval with Haystack's BM25 over the same sentences."""
    from haystack import Document  # noqa: PLC0415
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever  # noqa: PLC0415
    from haystack.document_stores.in_memory import InMemoryDocumentStore  # noqa: PLC0415

    store = InMemoryDocumentStore()
    store.write_documents([Document(id=str(i), content=s) for i, s in enumerate(sentences)])
    retriever = InMemoryBM25Retriever(document_store=store, top_k=5)
    return lambda: retriever.run(query=question)


async def in_process(origin: str, question: str, runs: int) -> list[tuple[str, str, str, str]]:
    """Measure one question, and taking in one article, inside this process."""
    from rank_bm25 import BM25Okapi  # noqa: PLC0415

    from bot import fetch, formats  # noqa: PLC0415
    from bot.app import open_bot  # noqa: PLC0415
    from bot.service import analyse  # noqa: PLC0415

    document = fetch.read(origin)
    async with open_bot() as bot:
        article = await bot.ingest(origin)
        sentences = [s.span.cut(article.text) for s in article.sentences]
        bare = BM25Okapi([s.lower().split() for s in sentences])
        terms = question.lower().split()
        ours = cpu_ms(lambda: bot.library.answer(article, question), runs)
        theirs = cpu_ms(lambda: bare.get_scores(terms), runs)
        stack = cpu_ms(haystack(sentences, question), runs)
        number = itertools.count()
        fresh = cpu_ms(lambda: bot.library.answer(article, f"{question} {next(number)}"), runs)
    ingest = cpu_ms(lambda: analyse(formats.read(document), origin), max(3, runs // 4))
    return [
        ("one question, CPU", f"{ours:.2f} ms", f"rank_bm25 get_scores {theirs:.2f} ms", f"{ours / theirs:.1f}x"),
        ("one question, CPU", f"{ours:.2f} ms", f"Haystack BM25 {stack:.2f} ms", f"{stack / ours:.1f}x faster"),
        ("one question not asked before, CPU", f"{fresh:.2f} ms", "", ""),
        (f"take in {len(article.text):,} characters, CPU", f"{ingest:.0f} ms", "", ""),
    ]


def starts(origin: str, question: str, env: dict[str, str], runs: int) -> list[tuple[str, str, str, str]]:
    """Measure whole processes: one question to an article that is stored, beside a bare script."""
    ask = [sys.executable, "-m", "bot", "ask", "--article", origin, question]
    subprocess.run([sys.executable, "-m", "bot", "ingest", origin], env=env, check=True, capture_output=True, cwd=ROOT)  # noqa: S603
    ours = wall_ms(ask, env, runs)
    theirs = wall_ms([sys.executable, "-c", BARE, origin, question], env, runs)
    return [("cold `ask`, wall", f"{ours:.0f} ms", f"bare rank_bm25 script {theirs:.0f} ms", f"{ours / theirs:.2f}x")]


def console_memory(origin: str, question: str, env: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Measure the resident memory of a console that has answered a question, in a real pseudo-terminal."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "bot", "console", origin]
    process = subprocess.Popen(  # noqa: S603
        command, env=env | {"TERM": "xterm-256color"}, stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, close_fds=True
    )
    os.close(slave)
    os.set_blocking(master, False)
    try:
        _drain(master, 4)
        os.write(master, f"{question}\r".encode())
        _drain(master, 3)
        rss = subprocess.run(["ps", "-o", "rss=", "-p", str(process.pid)], check=True, capture_output=True, text=True)  # noqa: S603, S607
    finally:
        process.kill()
        process.wait()
        os.close(master)
    return [("memory of a running console", f"{int(rss.stdout) / 1024:.0f} MB", "", "")]


def _drain(master: int, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            seen = os.read(master, 65536)
        except BlockingIOError:
            time.sleep(0.05)
            continue
        if b"\x1b[6n" in seen:  # the terminal is asked where its cursor is
            os.write(master, b"\x1b[1;1R")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--article", default="")
    parser.add_argument("--question", default="Was hat Russland geschickt?")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    from bot.app import first_article  # noqa: PLC0415

    origin = str(Path(options.article or first_article()).resolve())
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {"BOT_DATABASE": str(Path(folder) / "bench.db")}
        os.environ["BOT_DATABASE"] = env["BOT_DATABASE"]
        rows = asyncio.run(in_process(origin, options.question, options.runs))
        rows += starts(origin, options.question, env, options.runs)
        rows += console_memory(origin, options.question, env)
    print("| what | bot | peer in the same run | ratio |\n|---|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
