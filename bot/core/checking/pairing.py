"""A statement and a sentence side by side: their readings, and which words stand for which.

Rule of this room: values only; what differs is for others to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.checking.clauses import LEXICAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.checking.clauses import Clause, ParsedSentence
    from bot.core.checking.word_matching import StatementWord, WordPositions
    from bot.core.language import Language
    from bot.model import CueClass


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its text, the words that have to be there, how it reads, its language.

    `speaker` is who it says speaks, `cues` the tokens that show it, `act` what the speaker does with the claim.
    """

    text: str
    words: tuple[StatementWord, ...]
    parsed: ParsedSentence
    language: Language
    speaker: str = ""
    cues: frozenset[int] = frozenset()
    act: CueClass | None = None
    frame: tuple[StatementWord, ...] = ()
    """Words beside the speaker that are no part of the claim: to whom, when."""

    def token(self, word: StatementWord) -> int:
        """Return the token of a word, of several the verb or else the last."""
        first = self.parsed.token_at(word.start)
        return first if self.parsed.page.at(first).pos in LEXICAL else self.parsed.token_at(word.end - 1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of an article: how it reads, where its forms stand, its language.

    `cues` are the tokens by which somebody is quoted; `reported` tells that somebody is.
    """

    parsed: ParsedSentence
    found: WordPositions
    language: Language
    cues: frozenset[int] = frozenset()
    reported: bool = False
    framing: frozenset[int] = frozenset()
    """Tokens that only say who says so: no part of what is said."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement's clause beside a sentence's, with the tokens of the words in both."""

    statement: Statement
    candidate: Candidate
    mine: Clause | None
    other: Clause | None
    tokens: Mapping[StatementWord, int]

    @property
    def told(self) -> ParsedSentence:
        """Return the sentence as it reads."""
        return self.candidate.parsed

    @property
    def matched(self) -> frozenset[int]:
        """Return the tokens of the sentence that stand for words of the statement."""
        return frozenset(self.tokens.values())

    def token(self, word: StatementWord) -> int:
        """Return the token of a statement's word."""
        return self.statement.token(word)
