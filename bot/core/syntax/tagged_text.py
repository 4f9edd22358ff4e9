"""Words of an article and what they are: tokens with tags, clauses, quotations, and the phrases that rules speak of.

Rule of this room: a `TaggedText` is read only, and a position outside of it is a blank token, so that no rule has to
look where the text ends.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.core.syntax.apostrophes import mark_single_quotes
from bot.core.syntax.characters import seen, visible
from bot.core.syntax.quotation_marks import CLOSERS, MARKS, find_quotes, sides
from bot.model import Sentence

Range = tuple[int, int]
"""Token numbers, from the first to before the last."""

MAX_WORDS = 300
"""Tokens of a sentence that rules look at; longer ones are tables and lists (news sentences have fewer than 100)."""

NAME_QUOTE = 7
"""Tokens between quotation marks, at most, that may be a name: ‹die Zeitung „Der Standard am Sonntag“›."""

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*(?:-\w[\w-]*)?|(?:[^\W\d_]\.){2,}|\w+(?:[-–’'′&/.]\w+|(?<=[^\W\d_])[*:·](?![A-Z\u00c0-\u00de])(?=[^\W\d_])\w+)*|\.\.\.|''|``|[^\w\s]"
)
_INNER = re.compile(r"(?<=[^\W\d_])[*:·](?=[^\W\d_])")
_STOP = frozenset(",;:–—")


class Pos(StrEnum):
    """What a word is, in the terms that both languages' rules need; taggers map their own tag sets to it."""

    NOUN = "noun"
    NAME = "name"
    NOMINAL = "nominal"
    """A nominalised adjective or a foreign word with a capital: a noun whose form tells little."""
    NUMBER = "number"
    ADJECTIVE = "adjective"
    PREDICATIVE = "predicative"
    ADVERB = "adverb"
    ARTICLE = "article"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    DEMONSTRATIVE = "demonstrative"
    INDEFINITE = "indefinite"
    RELATIVE = "relative"
    QUESTION = "question"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    COMPARISON = "comparison"
    PARTICLE = "particle"
    """A verb's prefix that stands alone: ‹teilte … mit›."""
    TO = "to"
    POSSESSIVE = "possessive"
    VERB = "verb"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    TO_INFINITIVE = "to-infinitive"
    AUXILIARY_PARTICIPLE = "auxiliary-participle"
    AUXILIARY_INFINITIVE = "auxiliary-infinitive"
    MARK = "mark"
    OTHER = "other"


FINITE = frozenset({Pos.VERB, Pos.AUXILIARY, Pos.MODAL})
NOUNS = frozenset({Pos.NOUN, Pos.NAME, Pos.NOMINAL})


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tagger says of one word: its dictionary form and its part of speech."""

    lemma: str
    pos: Pos


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: where it stands, what it is, and in which quotation, if any."""

    text: str
    start: int
    end: int
    sentence: int
    pos: Pos
    lemma: str
    lower: str
    quote: int | None

    @property
    def noun(self) -> bool:
        """Tell whether it can be the head of a phrase."""
        return self.pos in NOUNS

    @property
    def finite(self) -> bool:
        """Tell whether it is a finite verb of the article's own clauses (not of a quotation)."""
        return self.quote is None and self.pos in FINITE

    @property
    def capital(self) -> bool:
        """Tell whether it starts with a capital letter."""
        return self.text[:1].isupper()


BLANK = Token("", 0, 0, -1, Pos.OTHER, "", "", None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the tokens from `start` to before `end`, and the number of its head."""

    start: int
    end: int
    head: int

    @property
    def range(self) -> Range:
        """Return its tokens."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class TaggedText:
    """An article as rules read it; sentences and quotations are ranges of `tokens`, marks included.

    `paragraphs` and `clauses` go with `sentences`; a clause is what stands between commas, semicolons, colons and
    dashes outside of quotations and parentheses.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Range, ...]
    paragraphs: tuple[int, ...]
    quotes: tuple[Range, ...]
    clauses: tuple[tuple[Range, ...], ...]

    def at(self, i: int) -> Token:
        """Return a token, or a blank one outside of the text."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else BLANK

    def words(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens of a range."""
        return self.tokens[max(0, start) : end]

    def lowers(self, start: int, end: int) -> str:
        """Return a range's words in small letters, joined by one space, with a space at both ends."""
        return f" {' '.join(t.lower for t in self.words(start, end))} "

    def cut(self, start: int, end: int) -> str:
        """Return what is seen in a range, word for word."""
        return seen(self.text[self.tokens[start].start : self.tokens[end - 1].end]) if start < end else ""

    def short_form(self, start: int, end: int) -> str | None:
        """Return what stands in parentheses for a name in a range, the first: MRB in ‹Menschenrechtsbund (MRB)›."""
        found = (
            self.at(i + 1).text for i in range(start, end) if self.at(i).text == "(" and self.at(i + 2).text == ")"
        )
        return next((short for short in found if short.isupper() and len(short) > 1), None)

    def sentence(self, i: int) -> Range:
        """Return the sentence of a token."""
        return self.sentences[self.tokens[i].sentence]

    def clause(self, i: int) -> Range:
        """Return the clause of a token."""
        inside = (c for c in self.clauses[self.tokens[i].sentence] if c[0] <= i < c[1])
        return next(inside, (i, i + 1))

    def quoted(self, i: int) -> bool:
        """Tell whether a token stands in a quotation that is more than a quoted name or word."""
        q = self.at(i).quote
        return q is not None and self.quotes[q][1] - self.quotes[q][0] > NAME_QUOTE + 1

    def quotation(self, i: int) -> int:
        """Return the quotation that a token stands in; raise ValueError where it stands in none."""
        quote = self.at(i).quote
        if quote is None:
            msg = "no quotation is here"
            raise ValueError(msg)
        return quote

    def opens(self, i: int) -> bool:
        """Tell whether a token is the opening mark of a quotation."""
        q = self.at(i).quote
        return q is not None and self.quotes[q][0] == i

    def closes(self, i: int) -> bool:
        """Tell whether a token is the closing mark of a quotation."""
        q = self.at(i).quote
        return q is not None and self.quotes[q][1] == i + 1

    def finite(self, start: int, end: int) -> tuple[int, ...]:
        """Return the finite verbs of a range that stand outside of quotations."""
        return tuple(i for i in range(max(0, start), min(end, len(self.tokens))) if self.tokens[i].finite)


Tagger = Callable[[Sequence[str]], Sequence[Tag]]


def tag_text(
    text: str,
    sentences: Sequence[Sentence],
    tag: Tagger,
    abbreviations: frozenset[str],
    elisions: frozenset[str] = frozenset(),
) -> TaggedText:
    """Return the page of an article; `tag` gets one sentence's words at a time, marks included.

    Words are as they are seen, without soft hyphens and the like; where they stand is said of the text as it is. One of
    `elisions` and its apostrophe are a word of their own.
    """
    pattern = _pattern(elisions)
    shown = visible(text)
    spans = [(shown.before(s.span.start), shown.before(s.span.end)) for s in sentences]
    pieces = [tuple(_cut(shown.text, *span, abbreviations, pattern)) for span in spans]
    bounds = tuple(_bounds(len(p) for p in pieces))
    breaks = frozenset(
        a for (a, _), s, before in zip(bounds[1:], sentences[1:], sentences, strict=False) if s.block != before.block
    )
    flat_places = [place for piece in pieces for place in piece]
    flat = mark_single_quotes(shown.text, flat_places, breaks)
    words = [flat[a:b] for a, b in bounds]
    quotes = find_quotes(flat, breaks, sides(shown.text, flat_places))
    inside = _inside(len(flat), quotes)
    tags = [t for sentence in words for t in (tag(sentence) if sentence else ())]
    places = [(shown.starts[a], shown.ends[b - 1], k) for k, piece in enumerate(pieces) for a, b in piece]
    tokens = tuple(
        Token(w, a, b, k, t.pos, t.lemma, _small(w), q)
        for w, (a, b, k), t, q in zip(flat, places, tags, inside, strict=True)
    )
    seen = tuple((a, min(b, a + MAX_WORDS)) for a, b in bounds)
    clauses = tuple(tuple(_clauses(tokens, a, b, quotes)) for a, b in seen)
    return TaggedText(text, tokens, seen, tuple(s.block for s in sentences), quotes, clauses)


def _small(word: str) -> str:
    """Return a word in small letters, without the mark inside ‹Sprecher*in› and ‹Pfleger:innen›."""
    return _INNER.sub("", word.lower()) if len(word) > 1 else word.lower()


@cache
def _pattern(elisions: frozenset[str]) -> re.Pattern[str]:
    if not elisions:
        return _TOKEN
    return re.compile(rf"(?i:{'|'.join(sorted(elisions))})['’](?=\w)|{_TOKEN.pattern}")


def _cut(text: str, start: int, end: int, abbreviations: frozenset[str], pattern: re.Pattern[str]) -> Iterable[Range]:
    held: Range | None = None
    for match in pattern.finditer(text, start, end):
        a, b = match.span()
        if held and match.group() == "." and held[1] == a and b < end - 1 and _short(text[held[0] : a], abbreviations):
            held = (held[0], b)
            continue
        if held:
            yield held
        held = (a, b)
    if held:
        yield held


def _short(word: str, abbreviations: frozenset[str]) -> bool:
    return len(word) == 1 or word.isdigit() or word in abbreviations or word.lower() in abbreviations


def _bounds(sizes: Iterable[int]) -> Iterable[Range]:
    at = 0
    for size in sizes:
        yield at, at + size
        at += size


def _inside(n: int, quotes: Iterable[Range]) -> list[int | None]:
    found: list[int | None] = [None] * n
    for number, (a, b) in enumerate(quotes):
        found[a:b] = [number] * (b - a)
    return found


def _clauses(tokens: Sequence[Token], a: int, b: int, quotes: Sequence[Range]) -> Iterable[Range]:
    start, depth = a, 0
    for i in range(a, b):
        token = tokens[i]
        depth += (token.text == "(") - (token.text == ")" and depth > 0)
        within = token.quote is not None and quotes[token.quote][0] < i < quotes[token.quote][1] - 1
        if token.text not in _STOP or within or (depth and b - i > 1):
            continue
        if i > start:
            yield start, i
        start = i + 1
    if start < b:
        yield start, b


def is_mark(token: Token) -> bool:
    """Tell whether a token is a quotation mark of any kind."""
    return token.text in MARKS


def is_closer(token: Token) -> bool:
    """Tell whether a token can close a quotation."""
    return token.text in CLOSERS
