"""Print how well all articles at once are asked: `python -m benchmarks.archive_quality XQUAD-FOLDER NEWS-FOLDER`.

XQuAD-R: the paragraphs of all articles of a language in one archive. `candidates@1`, `@6`, `@50` is how often the right
paragraph is among the first so many that the index proposes, `R@1` how often the first sentence shown (or the nearest
of a refused question) is in it, `hit@1` how often it is the right sentence with the bar for refusal on, and `refused`
how often a question is refused whose article was taken away. News: readers' questions to all articles of both languages
at once; `article` is how often the first article shown, or the one of the nearest sentence, is the right one, `shown
right` how often it is where anything is shown, `first` how often the first sentence is right, `refused` how often
nothing is shown. `--encoder` adds the sentence encoder; `--every N` asks every Nth question.
"""

import argparse
import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from benchmarks import news, xquad
from benchmarks.tables import table
from bot import languages
from bot.app import sentence_encoder
from bot.app.archiving import analysis, everywhere_of
from bot.archive.answering import CANDIDATES, Everywhere
from bot.archive.following import Archive
from bot.core.retrieval.archive_question import question_terms
from bot.embedding import Embedder
from bot.model import Article, ExtractedText
from bot.model.archive import ArchiveAnswer, Found
from bot.ports.archive import ANYWHERE, Within
from bot.ports.articles import EVERYBODY
from bot.ports.encoders import Encoder
from bot.search.archive_tantivy import TantivyArchive
from bot.search.bm25 import Bm25Index
from bot.search.dense_index import DenseIndex
from bot.service import Library
from bot.settings import Settings
from tests.fakes import MemoryStore, named

PLACES = (1, 6, 50)
"""Candidates among which the right paragraph is looked for; six are asked at most."""


@dataclass(frozen=True, slots=True)
class Setting:
    """An archive of some articles."""

    archive: Archive
    everywhere: Everywhere
    articles: Mapping[str, Article]


async def archived(articles: Sequence[Article], encoder: Encoder | None) -> Setting:
    """Return an archive of articles that everybody sees, all of them read in and, with an encoder, embedded."""
    store = MemoryStore()
    library = Library(store, Bm25Index(languages.LANGUAGES))
    index = TantivyArchive(None)
    archive = Archive(store, store, store.load, languages.LANGUAGES, index=lambda: index, analysis=analysis)
    dense = embedder = None
    if encoder is not None:
        dense = DenseIndex(encoder)
        embedder = Embedder(encoder, store, dense, print)
    for article in articles:
        whole = named(article)
        await store.save(whole, ExtractedText(whole.text), "")
        await store.put(whole.id, EVERYBODY)
        if embedder is not None:
            await embedder.settled(whole)
    await archive.catch_up()
    found = {named(a).id: a for a in articles}
    return Setting(archive, everywhere_of(library, archive, dense, embedder), found)


async def of_xquad(folder: Path, encoder: Encoder | None, every: int) -> list[list[str]]:
    """Return a row for each pair of languages."""
    data = xquad.load(folder)
    rows = []
    for (asking, told), asked in data.asked.items():
        setting = await archived(data.articles[told], encoder)
        counts, times, size = Counter[str](), 0.0, 0
        for one in [a for a in asked if a.gold is not None][::every]:
            size += 1
            article = data.articles[told][one.article]
            began = process_time()
            answer = await setting.everywhere.ask((EVERYBODY,), one.question)
            times += process_time() - began
            counts.update(await _proposed(setting, one, article))
            counts.update(_shown(answer, article, one.gold or 0))
            others = tuple(key for key in setting.articles if key != named(article).id)
            gone = await setting.everywhere.ask((EVERYBODY,), one.question, Within(articles=others))
            counts["refused"] += not gone.found
        await setting.archive.close()
        names = [*(f"candidates@{n}" for n in PLACES), "R@1", "hit@1", "refused"]
        figures = [f"{100 * counts[name] / size:.1f}" for name in names]
        rows.append([f"{asking}-{told}", str(size), *figures, f"{1000 * times / size:.0f}"])
    return rows


async def _proposed(setting: Setting, one: xquad.Asked, article: Article) -> Iterator[str]:
    """Return which figures the index's candidates earn."""
    terms = question_terms(one.question, languages.LANGUAGES)
    found = (await setting.archive.search((EVERYBODY,), terms, CANDIDATES, ANYWHERE)).candidates
    wanted = named(article).id, _paragraph(article, one.gold or 0)
    places = [(c.article, c.passage) for c in found]
    return (f"candidates@{n}" for n in PLACES if wanted in places[:n])


def _shown(answer: ArchiveAnswer, article: Article, gold: int) -> Iterator[str]:
    first = _first(answer)
    if first is None or first.article.text != article.text:
        return
    sentence = first.hits[0].sentence
    if _paragraph(article, sentence) == _paragraph(article, gold):
        yield "R@1"
    if answer.found and sentence == gold:
        yield "hit@1"


def _first(answer: ArchiveAnswer) -> Found | None:
    return answer.found[0] if answer.found else answer.nearest


def _paragraph(article: Article, sentence: int) -> int:
    return next(n for n, p in enumerate(article.passages) if p.first <= sentence < p.last)


async def of_news(folder: Path, encoder: Encoder | None, every: int) -> list[list[str]]:
    """Return a row for each kind of question, and one for all that have an answer."""
    asked = list(news.load(folder))
    setting = await archived(tuple({a.article.id: a.article for a in asked}.values()), encoder)
    counts: dict[str, Counter[str]] = {}
    for one in asked[::every]:
        answer = await setting.everywhere.ask((EVERYBODY,), one.question)
        for kind in (one.kind, "answerable" if one.gold else "not answerable"):
            counts.setdefault(kind, Counter()).update(_kinds(one, answer))
    await setting.archive.close()
    return [[kind, str(c["all"]), *_percent(c)] for kind, c in counts.items()]


def _kinds(one: news.Asked, answer: ArchiveAnswer) -> Iterator[str]:
    yield "all"
    first = _first(answer)
    here = first is not None and first.article.id == one.article.id
    if here:
        yield "article"
    if not answer.found:
        yield "refused"
        return
    if here and first is not None:
        yield "shown right"
        span = first.article.sentences[first.hits[0].sentence].span
        if any(news.is_same(span, best) for best in one.best):
            yield "first"


def _percent(c: Counter[str]) -> list[str]:
    shown = c["all"] - c["refused"]
    right = f"{100 * c['shown right'] / shown:.1f}" if shown else "–"
    return [f"{100 * c[name] / c['all']:.1f}" for name in ("article",)] + [
        right,
        *(f"{100 * c[name] / c['all']:.1f}" for name in ("first", "refused")),
    ]


async def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("xquad", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--encoder", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    encoder = sentence_encoder(Settings()) if options.encoder else None
    places = [f"candidates@{n}" for n in PLACES]
    header = ["asked-told", "questions", *places, "R@1", "hit@1", "refused", "CPU ms"]
    table(header, await of_xquad(options.xquad, encoder, options.every))
    print()
    header = ["kind", "questions", "article", "shown right", "first", "refused"]
    table(header, await of_news(options.news, encoder, options.every))


if __name__ == "__main__":
    asyncio.run(main())
