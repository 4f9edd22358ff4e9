"""Print how often the right sentence comes first, beside peers and part by part: `make quality DATA=FOLDER`.

The folder holds xquad-r.de.json and xquad-r.en.json. Without `--check` it writes docs/quality.md.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import bm25s
import Stemmer
from haystack import Document
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from rank_bm25 import BM25Okapi

from benchmarks.news import measured
from benchmarks.pool import pool
from benchmarks.quality_fit import FOLDS, across_folds
from benchmarks.quality_fit import rows as fit_rows
from benchmarks.tables import table
from benchmarks.xquad import PAIRS, Asked, Xquad, load
from bot import languages
from bot.core.language import Language
from bot.core.lexical.string_similarity import NgramIndex
from bot.core.retrieval import query as query_room
from bot.core.retrieval import ranking, weights
from bot.core.retrieval import wording as wording_room
from bot.core.retrieval.query import parse
from bot.core.retrieval.selection import LEVEL, select
from bot.model import Article, Query
from bot.search import bm25 as bm25_room
from bot.search import term_matching as matching_room
from bot.search.bm25 import Bm25Index

DOCS = Path(__file__).resolve().parent.parent / "docs" / "quality.md"
LIMIT = 3
Ranker = Callable[[str], Sequence[int]]
"""From a question to numbers of sentences, best first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """In percent: the right sentence first, among three, and questions about another article refused."""

    first: float
    three: float
    refused: float | None = None


def sentences(of: Article) -> list[str]:
    """Return an article's sentences as they stand."""
    return [s.span.cut(of.text) for s in of.sentences]


def naive(of: Article) -> Ranker:
    """Return bare rank_bm25 over words in small letters."""
    index = BM25Okapi([s.lower().split() for s in sentences(of)])
    return lambda question: _order(index.get_scores(question.lower().split()))


def snowball(of: Article) -> Ranker:
    """Return bm25s with its stop words and Snowball, in the article's language."""
    stemmer = Stemmer.Stemmer({"de": "german", "en": "english"}[of.language])
    options = {"stopwords": of.language, "stemmer": stemmer, "show_progress": False}
    index = bm25s.BM25()
    index.index(bm25s.tokenize(sentences(of), **options), show_progress=False)

    def rank(question: str) -> Sequence[int]:
        tokens = bm25s.tokenize(question, return_ids=False, **options)[0]
        return _order(index.get_scores(tokens)) if tokens else []

    return rank


def haystack(of: Article) -> Ranker:
    """Return Haystack's retriever as it comes."""
    store = InMemoryDocumentStore()
    store.write_documents([Document(id=str(n), content=s) for n, s in enumerate(sentences(of))])
    retriever = InMemoryBM25Retriever(store, top_k=LIMIT)
    return lambda question: [int(d.id) for d in retriever.run(question)["documents"]]


def _order(scores: Sequence[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda n: -scores[n])


def peer(data: Xquad, pair: tuple[str, str], make: Callable[[Article], Ranker]) -> Figures:
    """Return a peer's figures for a pair of languages; it never refuses."""
    rankers = [make(a) for a in data.articles[pair[1]]]
    found = [(row, list(rankers[row.article](row.question))[:LIMIT]) for row in data.asked[pair]]
    return Figures(_share(r.gold in f[:1] for r, f in found), _share(r.gold in f for r, f in found))


def ours(data: Xquad, pair: tuple[str, str], by_code: Mapping[str, Language] = languages.LANGUAGES) -> Figures:
    """Return the bot's figures; a question that it refuses is a miss."""
    index = Bm25Index(by_code)

    def answers(row: Asked) -> list[int]:
        of = data.articles[pair[1]][row.article]
        asked = parse(row.question, of.language, by_code)
        return [h.sentence for h in select(asked, index.search(of, asked), LIMIT).hits]

    found = [(row, answers(row)) for row in data.asked[pair]]
    refused = _share(not answers(row) for row in data.foreign[pair])
    return Figures(_share(r.gold in f[:1] for r, f in found), _share(r.gold in f for r, f in found), refused)


def _share(right: Iterator[bool]) -> float:
    values = list(right)
    return 100 * sum(values) / len(values)


@contextmanager
def without(*features: str) -> Iterator[None]:
    """Leave features out of the score."""
    changed = {
        name: replace(w, score=replace(w.score, **dict.fromkeys(features, 0.0)))
        for name, w in (("SAME_LANGUAGE", weights.SAME_LANGUAGE), ("CROSS_LANGUAGE", weights.CROSS_LANGUAGE))
    }
    with patch.multiple(ranking, **changed):
        yield


def _as_asked(query: Query, _: object) -> Iterator[tuple[str, float]]:
    """Yield a question's words as they are, instead of their translations."""
    yield from dict.fromkeys((word, 1.0) for term in query.terms for word in term.word.split())


PARTS: dict[str, Callable[[], object]] = {
    "everything": without,
    "without the translated view": lambda: without("translated"),
    "without runs of letters": lambda: without("ngrams"),
    "letters across languages untranslated": lambda: patch.object(bm25_room, "ngram_words", _as_asked),
    "without neighbours and paragraph": lambda: without("previous", "second_previous", "following", "passage"),
    "without kinds of answers": lambda: without("kind", "count"),
    "without names where a person is wanted": lambda: without("names"),
    "without words that point back": lambda: without("anaphor"),
    "without what a sentence starts with": lambda: without("early"),
    "without numbers": lambda: without("number"),
    "without likeness of spellings": lambda: patch.object(NgramIndex, "similar", lambda *_: {}),
    "without words that may stand for each other": lambda: patch.multiple(wording_room, KIN=0.0, UNKNOWN_KIN=0.0),
    "without parts of compounds": lambda: patch.multiple(query_room, PART=0.0, LONE_PART=0.0),
    "without roles": lambda: patch.object(bm25_room, "role_agreement", lambda *_: 0.0),
    "without other names of states": lambda: patch.object(matching_room, "METONYM", 0.0),
    "all words of a phrase as they are": lambda: patch.multiple(query_room, COVERED=1.0, PHRASE=0.0),
}
PEERS: dict[str, Callable[[Article], Ranker]] = {
    "rank_bm25, words": naive,
    "bm25s, stop words and Snowball": snowball,
    "Haystack InMemoryBM25Retriever": haystack,
}
TEXT = """# Quality

Written by `make quality DATA=…` (`benchmarks/quality.py`) on XQuAD-R's development half: {articles} articles of
about 25 sentences, {questions} questions in each language. An answer is right if it holds the gold answer and is at
most twice as long as its sentence. "First" is the share of questions whose first answer is right, "three" that one of
three is, both in percent, a refusal of an answerable question being a miss; "refused" is the share of questions
about another article that are refused. Pairs are language of the question - language of the article.

The order of sentences is that of a score, a weighted sum of what each holds of the question; the weights are the two
records `SAME_LANGUAGE` and `CROSS_LANGUAGE` in `bot/core/retrieval/weights.py`, fitted by
`benchmarks/quality_fit.py`. The level of an answer is a chance of {level}: a logistic model of few signs
(`bot/core/retrieval/confidence.py`), fitted by `benchmarks/refusal_fit.py` on news and on XQuAD-R;
[refusal.md](refusal.md) tells them.

## Readers' questions about news

{news}

By `python -m benchmarks.news FOLDER`: 220 questions that readers type about 22 articles of Wikinews (12 German, 10
English), asked in both languages, scored on what is shown without a limit. "First" is the share whose first sentence is
right, a refusal being a miss; "close", "paraphrase" and "short" (keywords, slips) the same by kind; "precision" and
"recall" are of all sentences shown; "refused" of the questions without an answer, "swapped" of those that ask it the
wrong way round, "kept" the others that are not refused. Words alone: no encoder, no large dictionary.

## Beside peers

{peers}

The peers never refuse and know one language.

## On articles that the weights were not fitted on

The weights are fitted again without every {folds}th article, {folds} times, and asked about those that were left out:
what to expect of other articles, as far as the weights go (the lexicon and the rules of the languages stay as they
are).

{left_out}

## Part by part

Each row leaves one part out; weights are not fitted again.

{parts}

## One pool of all sentences

Every question against the sentences of all articles ({articles} together), nothing refused. For comparison, on all 48
articles, fine-tuned dense retrievers reach mAP 80.3 (XLM-R hybrid) and 82.2 (LaBSE hybrid) for de-de, 83.9 and 85.4 for
en-en (arXiv:2408.10536, tables 3 and 5); our figures are on half of the articles and so in half of the pool.

{pool}
"""


def _cells(figures: Sequence[Figures]) -> list[str]:
    return [
        f"{f.first:.1f} / {f.three:.1f}" + (f" / {f.refused:.0f}" if f.refused is not None else "") for f in figures
    ]


def main() -> None:
    """Measure and print; write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with xquad-r.de.json and xquad-r.en.json")
    parser.add_argument("--news", type=Path, help="folder with readers' questions about news (benchmarks.news)")
    parser.add_argument("--check", action="store_true", help="print only")
    options = parser.parse_args()
    data = load(options.data)
    head = ["first / three / refused", *("-".join(p) for p in PAIRS)]
    peers = [[name, *_cells([peer(data, p, make) for p in PAIRS])] for name, make in PEERS.items()]
    page_peers = table(head, [*peers, ["**the bot**", *_cells([ours(data, p) for p in PAIRS])]])
    parts = []
    for name, leave_out in PARTS.items():
        with leave_out():  # type: ignore[attr-defined]
            parts.append([name, *_cells([ours(data, p) for p in PAIRS])])
    page_parts = table(head, parts)
    left_out = across_folds({p: fit_rows(data, p) for p in PAIRS}, FOLDS)
    cells = [f"{left_out[p].first:.1f} / {left_out[p].refused:.1f}" for p in PAIRS]
    page_left_out = table(["first / refused", *("-".join(p) for p in PAIRS)], [["left out", *cells]])
    pools = [pool(data, p) for p in PAIRS]
    page_pool = table(["", *("-".join(p) for p in PAIRS)], [["mAP / R@1", *(f"{m:.1f} / {r:.1f}" for m, r in pools)]])
    found = measured(options.news) if options.news else {}
    page_news = table(list(found), [[f"{value:.1f}" for value in found.values()]]) if found else "Not measured."
    if not options.check:
        questions = len(data.asked[PAIRS[0]])
        count = len(data.articles["de"])
        page = TEXT.format(
            articles=count,
            questions=questions,
            level=LEVEL,
            folds=FOLDS,
            news=page_news,
            peers=page_peers,
            left_out=page_left_out,
            parts=page_parts,
            pool=page_pool,
        )
        DOCS.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
