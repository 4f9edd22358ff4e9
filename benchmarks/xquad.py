"""XQuAD-R (questions and sentence breaks, de and en, CC BY-SA 4.0) as articles and questions.

Rule of this module: an answer counts where it holds the gold answer's start and is at most twice the gold sentence
long.
"""

import json
import random
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot import languages
from bot.core.segmentation.sentences import lay_out
from bot.model import Article, ExtractedText

PAIRS = (("de", "de"), ("en", "en"), ("en", "de"), ("de", "en"))
"""Language of the question, language of the article."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about an article (its number), and the number of the sentence that answers it; None if none can."""

    article: int
    question: str
    gold: int | None


@dataclass(frozen=True, slots=True)
class Xquad:
    """Both languages: articles by number, and for each pair the questions and as many about other articles."""

    articles: dict[str, tuple[Article, ...]]
    asked: dict[tuple[str, str], tuple[Asked, ...]]
    foreign: dict[tuple[str, str], tuple[Asked, ...]]


def load(folder: Path) -> Xquad:
    """Return the data of `xquad-r.de.json` and `xquad-r.en.json`; who asks about which other article is drawn once."""
    raw = {code: _raw(folder / f"xquad-r.{code}.json") for code in ("de", "en")}
    articles = {code: tuple(article(text, code) for text, _ in raw[code]) for code in raw}
    asked = {(q, a): _asked(raw[q], raw[a], articles[a]) for q, a in PAIRS}
    drawn = random.Random(11)  # noqa: S311 - a benchmark's draw
    foreign = {
        pair: tuple(
            Asked(here.article, there.question, None)
            for here in rows
            for there in [drawn.choice(rows)]
            if there.article != here.article
        )
        for pair, rows in asked.items()
    }
    return Xquad(articles, asked, foreign)


def article(text: str, code: str) -> Article:
    """Return a text as an article in which nobody speaks: attribution does not rank."""
    layout = lay_out(ExtractedText(text), languages.of(code).orthography)
    name = sha256(f"{code}{text}".encode()).hexdigest()
    return Article(name, text, code, "xquad", layout.blocks, layout.sentences, layout.passages, ())


Raw = list[tuple[str, dict[str, tuple[str, int, int]]]]


def _raw(path: Path) -> Raw:
    """Return texts, each with its questions: text, start of the answer, longest answer that counts."""
    found: Raw = []
    for entry in json.loads(path.read_text(encoding="utf-8"))["data"]:
        text, questions = "", {}
        for paragraph in entry["paragraphs"]:
            for qa in paragraph["qas"]:
                start = qa["answers"][0]["answer_start"]
                low, high = next(s for s in paragraph["sentence_breaks"] if s[0] <= start < s[1])
                questions[qa["id"]] = (qa["question"], len(text) + start, 2 * (high - low))
            text += paragraph["context"].rstrip() + "\n\n"
        found.append((text, questions))
    return found


def _asked(questions: Raw, texts: Raw, articles: tuple[Article, ...]) -> tuple[Asked, ...]:
    return tuple(
        Asked(n, asking[key][0], _gold(articles[n], start, longest))
        for n, ((_, asking), (_, telling)) in enumerate(zip(questions, texts, strict=True))
        for key, (_, start, longest) in telling.items()
        if key in asking
    )


def _gold(article: Article, start: int, longest: int) -> int | None:
    for n, sentence in enumerate(article.sentences):
        if sentence.span.start <= start < sentence.span.end:
            return n if sentence.span.end - sentence.span.start <= longest else None
    return None
