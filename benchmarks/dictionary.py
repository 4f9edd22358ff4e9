"""Print what a large dictionary costs and brings: `python -m benchmarks.dictionary DATA FILE`.

DATA is a folder with xquad-r.de.json and xquad-r.en.json, FILE a dictionary in Ding's format. The figures are in
docs/dictionary.md; those of the answers are counted as in `benchmarks.quality`.
"""

import argparse
import resource
import time
from pathlib import Path

from benchmarks.quality import ours, table
from benchmarks.xquad import PAIRS, load
from bot import languages
from bot.core.lexical.dictionary_compiler import compile_dictionary
from bot.core.lexical.lexicon import Lexicon
from bot.languages import ding


def main() -> None:
    """Compile, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    start = time.process_time()
    with options.file.open(encoding="utf-8") as lines:
        compiled = compile_dictionary(ding.read(lines), {c: x.analyser() for c, x in languages.LANGUAGES.items()})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent = time.process_time() - start
    print(f"{compiled.count(bytes([10]))} words, {len(compiled) / 1e6:.1f} MB, {spent:.0f} s CPU, peak {peak:.0f} MB\n")
    data, own = load(options.data), languages.own_table()
    beside = {
        "our lexicon": languages.LANGUAGES,
        "the dictionary beside it": languages.speaking(lambda: Lexicon(own, compiled)),
    }
    rows = []
    for name, by_code in beside.items():
        figures = [ours(data, pair, by_code) for pair in PAIRS]
        rows.append([name, *(f"{f.first:.1f} / {f.three:.1f} / {f.refused or 0:.0f}" for f in figures)])
    table(["first / three / refused", *("-".join(pair) for pair in PAIRS)], rows)


if __name__ == "__main__":
    main()
