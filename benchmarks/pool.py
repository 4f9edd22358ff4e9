"""Print how XQuAD-R's questions find their sentence among those of all articles: `python -m benchmarks.pool FOLDER`.

The folder holds xquad-r.de.json and xquad-r.en.json. It prints mAP and R@1; nothing is refused. With
`--encoder` meaning counts, too (`--vectors FILE` keeps what was made of the sentences for another run).
"""

import argparse
from pathlib import Path

from benchmarks.dense_fit import Kept
from benchmarks.tables import table
from benchmarks.xquad import PAIRS, Xquad, article, load
from bot import languages
from bot.core.retrieval.query import parse
from bot.search.bm25 import Bm25Index
from bot.search.dense_index import DenseIndex


def pool(data: Xquad, pair: tuple[str, str], encoder: Kept | None = None) -> tuple[float, float]:
    """Return mAP and R@1 with all articles' sentences in one pool; nothing is refused."""
    articles = data.articles[pair[1]]
    whole = article("".join(a.text for a in articles), pair[1])
    dense = DenseIndex(encoder) if encoder else None
    if dense and encoder:
        dense.learn(whole.id, encoder.passages([s.span.cut(whole.text) for s in whole.sentences]))
    index = Bm25Index(languages.LANGUAGES, dense)
    offsets = [sum(len(a.text) for a in articles[:n]) for n in range(len(articles))]
    places = {s.span.start: n for n, s in enumerate(whole.sentences)}
    ranks = []
    for row in data.asked[pair]:
        if row.gold is not None:
            start = articles[row.article].sentences[row.gold].span.start + offsets[row.article]
            hits = index.search(whole, parse(row.question, pair[1], languages.LANGUAGES))
            order = [h.sentence for h in hits]
            gold = places.get(start)
            ranks.append(order.index(gold) + 1 if gold in order else 0)
    return 100 * sum(1 / r for r in ranks if r) / len(ranks), 100 * sum(r == 1 for r in ranks) / len(ranks)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--encoder", action="store_true")
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--pairs", default=",".join("-".join(p) for p in PAIRS))
    options = parser.parse_args()
    encoder = Kept(options.vectors) if options.encoder else None
    data = load(options.data)
    pairs = [p for p in PAIRS if "-".join(p) in options.pairs.split(",")]
    found = [pool(data, p, encoder) for p in pairs]
    if encoder:
        encoder.keep()
    table(["", *("-".join(p) for p in pairs)], [["mAP / R@1", *(f"{m:.1f} / {r:.1f}" for m, r in found)]])


if __name__ == "__main__":
    main()
