"""Texts that no newspaper prints: sentences of the corpus with something done to them, and what people may type.

Rule of this module: the same chance makes the same text.
"""

from functools import cache
from pathlib import Path
from random import Random

CORPUS = Path(__file__).parents[2] / "corpus"
LONGEST = 20_000
"""Characters of a text."""
MOST = 6
"""Changes to one sentence."""

MARKS = (*"„“”\"»«‚‘’‹›'", "''", "``")
BRACKETS = tuple("()[]{}<>")
ODD = (
    "\0", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u202d", "\u2066", "\u2069", "\u200e", "\u200f",
    "\ud800", "\udfff", "\ud83d", "👨‍👩‍👧", "\x1b[31m", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\r", "\r\n", "\t",
    "\xad", "\xa0", "א", "שלום", "مرحبا", "ﷺ", "ǆ", "İ", "ı", "ß", "ﬁ", "①", "²", "½", "٣", "߀", "𝟘", "ͅ", "a\u0301" * 5,
    "Z" + "\u0335" * 50, "\ufffd", "\ufffe", "\U0010ffff", "一二三", "。", "！", "…", "...", "?!", "!!!", "--", "—",
    "–", "•", "·", "🇩🇪", "&amp;", "&#0;",
)  # fmt: skip
CUES = (
    "sagte", "said", "he said", "so der Sprecher", "told reporters", "according to", "laut", "nach Angaben",
    "berichtet", "erklärte", "teilte mit", "warned", "soll", "reportedly", "allegedly", "habe", "sei", "dass", "that",
    "nicht", "not", "is not", "denied", "bestritt", ", ", ": ", " - ", "unless", "anything but", "hätte", "fast",
    "nur",
)  # fmt: skip
NUMBERS = (
    "0", "-1", str(10**20), "1.000.000", "3,5", "2024", "1990er", "12:30", "½", "٣٣", "²", "1e999", "0x", "1.", "2.)",
    "up to 12,000", "ein Dutzend", "4.3.", "half a million", "1/3",
)  # fmt: skip
AROUND = ("„%s“", '"%s"', "»%s«", "“%s”", "'%s'", "‚%s‘", "(%s)", "[%s]", "„%s", "%s“")
STOPS = ("", "!", "?", "…", ". ", " . ", ";", ":", ".)", '."', ".“")
SPACES = ("\n", "\xa0", "\u200b ", "  ", "\t", "_", "")
TAILS = (".", "!", '"', "“", " (dpa)", " (AFP)", " –", "\n")
LINES = ("Kopf", "Heading here", "Was nun?", "- item", "1. Punkt", "* a", "(dpa)", "BERLIN –", "LONDON (AP) —")
NAMES = ("Müller", "Smith", "Anna", "Dr.", "U.S.", "z.B.", "USA", "BBC")
ASKED = (
    "Wer", "Was hat", "Wann", "Wo", "Warum", "Wie viele", "Who", "What did", "When", "Where", "Why", "How many",
    "How much", "Was sagt", "What does", "Wer sagt", "Womit wird", "Who denies that", "Which",
)  # fmt: skip
COMMANDS = (
    "/help", "/context 1", "/context -1", "/context 99999999999999999999", "/context ²", "/context ٣", "/why 1", "/why",
    "/else 1", "/more", "/sources", "/sources 1 1", "/sources 0", "/sources 1 99999", "/sources ² ³", "/article 1",
    "/article ²", "/article 99", "/article abc", "/articles", "/articles 2", "/articles ٣", "/language de",
    "/language xx", "/privacy", "/forget", "/people", "/approve x", "/revoke 1", "/pair AAAA", "/start", "/start abcd",
    "/example 1", "/example ²", "/page 2", "/page -3", "/page ²", "/link http://a.b/c", "/share", "/unhelpful",
    "/channel", "/channel mentions", "/channel article 1", "/quit", "/check", "/quote", "/ask", "/open", "/remove 1",
    "/open http://a.b", "/",
)  # fmt: skip
FOLLOWING = (
    "mehr", "more", "und Russland?", "and Smith?", "Wer sagt das?", "who says that?", "von wem?", "warum?", "danke",
    "hallo", "worum geht es?", "und?", "and", "but what about ", "when?", "open that", "who is in it",
)  # fmt: skip


@cache
def paragraphs() -> tuple[str, ...]:
    """Return the paragraphs of the articles that come along."""
    texts = [path.read_text("utf-8-sig") for path in sorted(CORPUS.glob("*/*/article.*"))]
    return tuple(line for text in texts for line in text.split("\n") if line.strip())


@cache
def sentences() -> tuple[str, ...]:
    """Return about the sentences of these articles, cut at every full stop."""
    return tuple(f"{piece.strip()}." for line in paragraphs() for piece in line.split(". ") if len(piece) > 20)


def sentence(chance: Random) -> str:
    """Return a sentence, as often changed as not."""
    chosen = chance.choice(sentences())
    return changed(chosen, chance) if chance.random() < 0.5 else chosen


def changed(text: str, chance: Random) -> str:
    """Return a text with up to `MOST` things done to it."""
    for _ in range(chance.randint(1, MOST)):
        text = chance.choice(_WAYS)(text, chance)[:6_000]
    return text


def article(chance: Random) -> str:
    """Return the text of an article."""
    parts = [_part(chance) for _ in range(chance.randint(1, 9))]
    between = chance.choice(("\n\n", "\n", "\r\n\r\n", "\u2029", " ", "\n\n\n")) if chance.random() < 0.3 else "\n\n"
    return between.join(parts)[:LONGEST]


def heap(chance: Random) -> str:
    """Return one thing many times."""
    some = chance.choice
    return chance.choice(
        (
            lambda: some(MARKS) * some((10, 1_000, 3_000)),
            lambda: "".join(some(MARKS) for _ in range(some((10, 500, 3_000)))),
            lambda: some(BRACKETS) * some((10, 3_000)),
            lambda: some(("a" * 10_000, "Donaudampfschifffahrtsgesellschaft" * 300)),
            lambda: " ".join(some(NAMES) for _ in range(some((5, 300, 1_500)))),
            lambda: " ".join(str(chance.randint(0, 10 ** chance.randint(1, 12))) for _ in range(some((5, 300)))),
            lambda: "\n".join(some(LINES) for _ in range(some((3, 100, 1_000)))),
            lambda: "".join(some(ODD) for _ in range(some((3, 50, 1_000)))),
            lambda: ". ".join(some("ABCDEFG") for _ in range(some((5, 1_000)))),
            lambda: "." * some((3, 5_000)),
            lambda: ("sagte " + some(("er", "Müller", "Smith said "))) * some((3, 600)),
            lambda: " ".join(f'"{sentence(chance)[:40]}" said {some(NAMES)}.' for _ in range(some((3, 80)))),
            lambda: ", ".join(some(("der", "die", "who", "that", "dass", "weil")) for _ in range(some((5, 1_500)))),
            lambda: "\u0301" * some((5, 3_000)),
        )
    )()


def question(chance: Random, about: str = "") -> str:
    """Return what a person may type to a bot that talks about a text."""
    words = sentence(chance).split()
    at = chance.randrange(len(about)) if about else 0
    return chance.choice(
        (
            lambda: f"{chance.choice(ASKED)} {' '.join(words[: chance.randint(1, 8)])}?",
            lambda: f"{chance.choice(ASKED)} {' '.join(words[: chance.randint(1, 8)])}?",
            lambda: about[at : at + chance.randint(1, 150)] or "?",
            lambda: sentence(chance),
            lambda: heap(chance),
            lambda: f"what did {chance.choice(NAMES)} say about {' '.join(words[:4])}?",
            lambda: chance.choice(FOLLOWING) + chance.choice(("", "?", " ", "\0")),
        )
    )()[: chance.choice((1_000, 1_000, 1_100, 4_096))]


def message(chance: Random, about: str = "") -> str:
    """Return a question, or a command with or without anything behind it."""
    return chance.choice(
        (
            lambda: question(chance, about),
            lambda: question(chance, about),
            lambda: chance.choice(COMMANDS) + chance.choice(("", f" {sentence(chance)}", " \0", " 1", " \u202e")),
            lambda: f"/check {sentence(chance)}",
            lambda: f"/quote {changed(chance.choice(AROUND).replace('%s', sentence(chance)), chance)}",
        )
    )()


def _part(chance: Random) -> str:
    kind = chance.random()
    if kind < 0.35:
        return chance.choice(paragraphs())[:3_000]
    if kind < 0.8:
        return " ".join(sentence(chance) for _ in range(chance.randint(1, 4)))
    if kind < 0.9:
        return heap(chance)
    dated = f"BERLIN (AP) — {sentence(chance)}"
    return chance.choice(
        ("", "(dpa)", dated, "Von Max Mustermann", "By Jane Doe and John Roe", "Titel", "- Punkt", "1) Eins")
    )


def _place(text: str, chance: Random) -> int:
    return chance.randint(0, len(text))


def _with(things: tuple[str, ...], times: tuple[int, ...], text: str, chance: Random) -> str:
    at = _place(text, chance)
    return text[:at] + chance.choice(things) * chance.choice(times) + text[at:]


def _without(text: str, chance: Random) -> str:
    at = _place(text, chance)
    return text[:at] + text[chance.randint(at, len(text)) :]


def _repeated(text: str, chance: Random) -> str:
    at = _place(text, chance)
    to = chance.randint(at, min(len(text), at + 80))
    return text[:to] + text[at:to] * chance.choice((1, 2, 5)) + text[to:]


def _spliced(text: str, chance: Random) -> str:
    other = chance.choice(sentences())
    return text[: _place(text, chance)] + other[_place(other, chance) :]


def _shuffled(text: str, chance: Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


_WAYS = (
    lambda text, chance: _with(MARKS, (1, 1, 2, 5, 50), text, chance),
    lambda text, chance: _with(ODD, (1, 1, 3), text, chance),
    lambda text, chance: _with(BRACKETS, (1, 2, 30), text, chance),
    lambda text, chance: _with(NUMBERS, (1,), text, chance),
    lambda text, chance: _with(("Kopf",), (1, 3, 40), text, chance),
    lambda text, chance: _with(("\n\n",), (1,), text, chance),
    lambda text, chance: _with(tuple(f" {cue} " for cue in CUES), (1,), text, chance),
    _without,
    _repeated,
    _spliced,
    _shuffled,
    lambda text, chance: text.upper() if chance.random() < 0.5 else text.lower(),
    lambda text, chance: text.replace(".", chance.choice(STOPS), chance.randint(1, 3)),
    lambda text, chance: text.replace(" ", chance.choice(SPACES), chance.randint(1, 8)),
    lambda text, chance: chance.choice(AROUND).replace("%s", text),
    lambda text, chance: "".join(sign for sign in text if chance.random() > 0.05),
    lambda text, chance: text[::-1] if chance.random() < 0.1 else text + chance.choice(TAILS),
)
