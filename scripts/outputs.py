"""Write what the bot answers about every article of a folder, so that two versions can be compared to the byte.

    python scripts/outputs.py FOLDER OUT [--bot "python -m bot"]

Questions and statements are made from the articles themselves: titles, beginnings of sentences, and their speakers. OUT
is JSON Lines: what `analyze`, `ask` and `check` print, in a fixed order. Run it before and after a change that should
change nothing, and compare the files.
"""

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ENDINGS = {".txt", ".md", ".html"}
SENTENCES = 4
"""Sentences of an article that are asked about."""
WORDS = 7
"""Words of a sentence that are a question."""
SPEAKERS = 4
STATEMENTS = 3
"""Statements of each article that are checked."""
LONGEST = 900
"""Characters of a text that is checked."""


def run(bot: str, *arguments: str) -> list[str]:
    """Return the lines that the bot prints."""
    done = subprocess.run([*shlex.split(bot), *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(done.stderr)
    return [line for line in done.stdout.splitlines() if line.strip()]


def questions(analysis: dict[str, object]) -> Iterator[str]:
    """Yield questions about an article, from what was found in it."""
    title, sentences, claims = analysis.get("title"), analysis.get("sentences"), analysis.get("attributions")
    if isinstance(title, str):
        yield title
    if not isinstance(sentences, list) or not isinstance(claims, list):
        return
    for sentence in sentences[:SENTENCES]:
        yield " ".join(sentence["text"].split()[:WORDS])
        yield f"When {' '.join(sentence['text'].split()[1:4])}?"
    names = [c["speaker"]["name"] or c["speaker"]["text"] for c in claims if c.get("speaker")]
    for name in list(dict.fromkeys(names))[:SPEAKERS]:
        yield f"What does {name} say?"
        yield f"Wer ist {name}?"


def main() -> None:
    """Ask, check and analyse every article of the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--bot", default="python -m bot")
    given = parser.parse_args()
    articles = sorted(p for p in given.folder.rglob("*") if p.suffix in ENDINGS and p.is_file())
    lines: list[str] = []
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as batch:
        analyses = run(given.bot, "analyze", "--json", *map(str, articles))
        for path, line in zip(articles, analyses, strict=True):
            lines.append(line)
            analysis = json.loads(line)
            for question in questions(analysis):
                batch.write(json.dumps({"article": str(path), "question": question}) + "\n")
            statements = " ".join(s["text"] for s in analysis["sentences"][:STATEMENTS])
            lines += run(given.bot, "check", "--json", "--article", str(path), statements[:LONGEST])
        batch.flush()
        lines += run(given.bot, "ask", "--json", "--batch", batch.name)
    given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {len(lines)} lines")  # noqa: T201 - a script


if __name__ == "__main__":
    main()
