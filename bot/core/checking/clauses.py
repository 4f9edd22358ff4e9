"""Who does what in a sentence: its statements, each with its verbs, its subject and its voice.

Rule of this room: a sentence is read on its own, without quotation marks; what can't be read is None, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.syntax.quotation_marks import MARKS
from bot.core.syntax.tagged_text import FINITE, Phrase, Pos, tag_text
from bot.model import Sentence, Span

if TYPE_CHECKING:
    from bot.core.language_data.clause_words import ClauseWords
    from bot.core.language_data.reported_speech import ReportedSpeech
    from bot.core.syntax.tagged_text import Range, TaggedText

_STOPS = frozenset(",;:–—()")
_JOINING = frozenset({Pos.CONJUNCTION, Pos.SUBORDINATOR, Pos.QUESTION, Pos.RELATIVE})
_OPENERS = frozenset({Pos.SUBORDINATOR, Pos.QUESTION})
LEXICAL = frozenset({Pos.VERB, Pos.PARTICIPLE, Pos.INFINITIVE, Pos.TO_INFINITIVE, Pos.GERUND})
_HELPERS = frozenset({Pos.AUXILIARY, Pos.AUXILIARY_PARTICIPLE, Pos.AUXILIARY_INFINITIVE, Pos.MODAL})
_BARE = frozenset({Pos.NOUN, Pos.NAME, Pos.NOMINAL, Pos.PRONOUN})
_BEFORE_NOUN = frozenset(
    {Pos.ARTICLE, Pos.ADVERB, Pos.ADJECTIVE, Pos.DETERMINER, Pos.NUMBER, Pos.NOUN, Pos.NAME, Pos.NOMINAL}
)
_OBJECT = frozenset({Pos.ARTICLE, Pos.DETERMINER})
"""What opens the object of a verb: a participle behind its noun has none (the bank financed the stadium)."""
_NAMING = frozenset({Pos.NAME, Pos.NOMINAL, Pos.NOUN, Pos.ADJECTIVE})
"""What the words of a name may be tagged as."""
_REACH = 12
"""Words before a participle among which its helping verb stands."""
_FAR = 6
"""Words before a noun in which its preposition stands."""
_INNER_MARKS = frozenset("'’‘")
"""Marks that are apostrophes inside words, so they stay."""


class GrammaticalFunction(Enum):
    """A word's place in a statement: head of the subject, who acts in a passive, or anything else."""

    SUBJECT = auto()
    AGENT = auto()
    REST = auto()


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb with what belongs to it: a range of tokens, its lexical verbs, its subject, the passive verbs.

    `embedded` tells that the statement before it says whether it holds: ‹he did not say that …›.
    """

    span: Range
    finite: int
    verbs: tuple[int, ...]
    subject: Phrase | None
    passive: tuple[int, ...]
    embedded: bool
    antecedent: int | None = None
    """The noun that a relative clause is about."""

    def contains(self, token: int) -> bool:
        """Tell whether a token is part of it; its subject and what it is about are, wherever they stand."""
        inside = self.span[0] <= token < self.span[1] or token == self.antecedent
        return inside or (self.subject is not None and self.subject.start <= token < self.subject.end)


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence read on its own; `start` is where it begins in its text."""

    page: TaggedText
    clauses: tuple[Clause, ...]
    start: int
    table: ClauseWords
    amounts: tuple[Range, ...] = ()
    """Where its amounts and times stand, in characters."""

    @property
    def text(self) -> str:
        """Return the sentence, quotation marks blanked."""
        return self.page.text

    def token_at(self, offset: int) -> int:
        """Return the number of the token that stands at an offset of the whole text, -1 for none."""
        at = offset - self.start
        return next((i for i, t in enumerate(self.page.tokens) if t.start <= at < t.end), -1)


def parse(
    text: str, speech: ReportedSpeech, table: ClauseWords, start: int = 0, amounts: tuple[Range, ...] = ()
) -> ParsedSentence:
    """Return a sentence's parse, read with its language's records."""
    blank = "".join(" " if c in MARKS and c not in _INNER_MARKS else c for c in text)
    whole = (Sentence(Span(0, len(blank)), 0),)
    page = tag_text(blank, whole, speech.tag, speech.abbreviations, speech.elisions)
    page = _retagged(page, amounts, table)
    heads = [i for i in range(len(page.tokens)) if _is_head(page, i, table)]
    heads = [i for i in heads if not (i + 1 in heads and page.at(i + 1).pos in _HELPERS)]
    bounds = [0, *(_border(page, speech, a, b) for a, b in pairwise(heads)), len(page.tokens)]
    clauses: list[Clause] = []
    for head, a, b in zip(heads, bounds, bounds[1:], strict=False):
        clause = _clause(page, speech, head, (_relative_start(page, a, head, table), b), table)
        shared = clauses and clause.subject is None and page.at(a).pos is Pos.CONJUNCTION
        clauses.append(replace(clause, subject=clauses[-1].subject) if shared else clause)
    return ParsedSentence(page, tuple(clauses), start, table, amounts)


def _relative_start(page: TaggedText, start: int, head: int, table: ClauseWords) -> int:
    """Return where a verb's clause begins: at the pronoun where a relative clause stands inside of another one."""
    inside = (i for i in range(head - 1, start + 1, -1) if page.at(i - 1).text == "," and _is_relative(page, i, table))
    return next(inside, start)


def _retagged(page: TaggedText, amounts: tuple[Range, ...], table: ClauseWords) -> TaggedText:
    """Return a page on which a verb that looks like a noun is one before an amount."""
    starts = {a for a, _ in amounts}
    tokens = tuple(
        replace(t, pos=Pos.VERB)
        if t.lower in table.before_amounts and any(page.at(k).start in starts for k in range(i + 1, i + 4))
        else t
        for i, t in enumerate(page.tokens)
    )
    return replace(page, tokens=tokens)


def _is_head(page: TaggedText, i: int, table: ClauseWords) -> bool:
    """Tell whether a token is a finite verb, also a past form that the tagger takes for a participle."""
    token = page.at(i)
    if token.pos in FINITE:
        return True
    clause = page.clause(i)
    last = token.pos is Pos.AUXILIARY_INFINITIVE and _opens(page, clause[0], table) and page.at(i + 1).pos is Pos.MARK
    if last and not any(page.at(k).pos in FINITE for k in range(*clause)):
        return True
    if token.pos is not Pos.PARTICIPLE:
        return False
    before = next((page.at(k) for k in range(i - 1, clause[0] - 1, -1) if page.at(k).pos is not Pos.ADVERB), token)
    if page.at(i + 1).pos in _OBJECT and not _is_helped(page, i):
        return before.pos in _BARE or before.pos in {Pos.ADJECTIVE, Pos.RELATIVE} or page.at(i - 1).text == ","
    helped = any(page.at(k).pos in _HELPERS or page.at(k).pos is Pos.TO for k in range(*clause))
    bare = before.pos in _BARE and page.at(i + 1).lower not in table.participle_agents
    return bare and not helped and not any(page.at(k).pos in FINITE for k in range(*clause))


def _is_helped(page: TaggedText, i: int) -> bool:
    """Tell whether a helping verb stands before a participle, with nothing between that opens another statement."""
    for k in range(i - 1, max(-1, i - _REACH), -1):
        here = page.at(k)
        if here.pos in _HELPERS or here.pos is Pos.TO:
            return True
        if here.pos in _JOINING or here.pos in FINITE or here.text in _STOPS:
            return False
    return False


def _border(page: TaggedText, speech: ReportedSpeech, one: int, other: int) -> int:
    """Return where the second of two finite verbs' statements begins: a mark, a conjunction, its subject."""
    between = range(one + 1, other)
    marks = [i for i in between if page.at(i).text in _STOPS]
    if marks:
        return marks[-1] + 1
    joints = [i for i in between if page.at(i).pos in _JOINING]
    if joints:
        return joints[-1]
    subject = speech.subject(page, other)
    return subject.start if subject and subject.start > one else other


def _clause(page: TaggedText, speech: ReportedSpeech, head: int, span: Range, table: ClauseWords) -> Clause:
    verbs = tuple(i for i in range(*span) if page.at(i).pos in LEXICAL)
    first = page.at(span[0])
    relative = _is_relative(page, span[0], table)
    opened = not relative and (first.pos in _OPENERS or first.lower in table.complementizers)
    joined = page.at(span[0] - 1).text in _STOPS or first.pos is Pos.CONJUNCTION
    voice = tuple(v for v in verbs if _is_passive(page, v, span, table.passive_auxiliaries))
    governed = opened or not (joined or relative or span[0] == 0)
    near = span[0] - 1 - (page.at(span[0] - 1).text == ",")
    owned = first.lower in table.possessive_relatives
    about = near if relative and page.at(near).noun and not owned else None
    subject = _subject(page, speech, head, span, table)
    if subject is None and about is not None:
        subject = _named(page, about)
    return Clause(span, head, verbs, subject, voice, governed, about)


def _named(page: TaggedText, last: int) -> Phrase:
    """Return the name that ends with a noun, or the noun alone."""
    first = last
    while first > 0 and page.at(last).capital and page.at(first - 1).capital and page.at(first - 1).pos in _NAMING:
        first -= 1
    return Phrase(first, last + 1, last)


def _is_passive(page: TaggedText, verb: int, span: Range, passives: frozenset[str]) -> bool:
    """Tell whether a participle has a helping verb of the passive, and none of another kind right before it."""
    if page.at(verb).pos is not Pos.PARTICIPLE:
        return False
    before = next((i for i in range(verb - 1, span[0] - 1, -1) if page.at(i).pos is not Pos.ADVERB), verb)
    if page.at(before).pos in _HELPERS:
        return page.at(before).lower in passives
    return any(page.at(i).lower in passives for i in range(*span))


def _opens(page: TaggedText, i: int, table: ClauseWords) -> bool:
    """Tell whether a subordinate clause begins at a token."""
    opened = page.at(i).pos in _OPENERS or page.at(i).lower in table.complementizers
    return opened or _is_relative(page, i, table)


def _is_relative(page: TaggedText, i: int, table: ClauseWords) -> bool:
    """Tell whether a relative clause begins at a token; in German its pronoun looks like an article."""
    here, before = page.at(i), page.at(i - 1)
    if before.text == ",":
        return here.pos is Pos.RELATIVE or here.lower in table.relative_pronouns
    return before.noun and here.pos is Pos.RELATIVE and i > 0


def _subject(page: TaggedText, speech: ReportedSpeech, head: int, span: Range, table: ClauseWords) -> Phrase | None:
    """Return a verb's subject; one that stands in the next statement is none.

    Behind a conjunction or a pronoun that opens the statement, the first phrase is it.
    """
    first = page.at(span[0])
    if _opens(page, span[0], table):
        found = speech.subject_after(page, span[0] + 1, head)
        return found if found and found.end <= head else None
    found = speech.subject(page, head)
    if found and found.start < span[1] and found.start != head:
        chosen = _first_phrase(page, speech, head, span, table) if _is_unclear(page, found, head, table) else found
        return _without_object(page, chosen, head, table)
    found = speech.subject_after(page, span[0] + (first.pos is Pos.CONJUNCTION), head)
    return found if found and found.end <= head else None


def _without_object(page: TaggedText, found: Phrase | None, head: int, table: ClauseWords) -> Phrase | None:
    """Return a phrase behind the verb without a noun behind its name, which is an object: ‹hat Russland | Raketen›."""
    if found is None or not table.appositions or found.start < head or found.end - found.start < 2:  # noqa: PLR2004 - a name and a noun
        return found
    last = found.end - 1
    apart = page.at(last).pos is Pos.NOUN and page.at(last - 1).pos is Pos.NAME
    return Phrase(found.start, last, last - 1) if apart else found


def _is_unclear(page: TaggedText, found: Phrase, head: int, table: ClauseWords) -> bool:
    """Tell whether a phrase behind the verb may as well be its object, by its article."""
    return bool(table.oblique) and found.start > head and page.at(found.start).lower not in table.nominative


def _first_phrase(
    page: TaggedText, speech: ReportedSpeech, head: int, span: Range, table: ClauseWords
) -> Phrase | None:
    """Return the subject of a clause that opens with a phrase: that one, unless its article shows an object."""
    behind = speech.subject(page, head)
    first = page.at(span[0])
    if first.lower in table.oblique or not (first.noun or first.pos in {Pos.ARTICLE, Pos.DETERMINER, Pos.NUMBER}):
        return behind
    found = speech.subject_after(page, span[0], head)
    whole = found is not None and found.start == span[0] and found.end <= head
    near = found is not None and (found.end == head or page.at(found.end).pos is Pos.PREPOSITION)
    return found if whole and near else behind


def grammatical_function(p: ParsedSentence, clause: Clause, token: int, agents: frozenset[str]) -> GrammaticalFunction:
    """Return a token's place in a statement; `agents` are the prepositions of who acts in a passive."""
    if token == clause.antecedent and clause.subject is None:
        return GrammaticalFunction.SUBJECT
    if clause.subject and _names_subject(p, clause.subject, token):
        return GrammaticalFunction.SUBJECT
    if clause.passive and preposition(p.page, token) in agents:
        return GrammaticalFunction.AGENT
    return GrammaticalFunction.REST


def _names_subject(p: ParsedSentence, phrase: Phrase, token: int) -> bool:
    """Tell whether a token names what a phrase is about: its head, its title or its name, and no owner or addition."""
    page, table = p.page, p.table
    if not phrase.start <= token < phrase.end or page.at(token).pos is Pos.POSSESSIVE:
        return False
    joints = [i + 1 for i in range(phrase.start, token) if page.at(i).text in {",", *table.conjunctions}]
    start = max(joints, default=phrase.start)
    last = next((i for i in range(token - 1, start - 1, -1) if page.at(i).pos is Pos.PREPOSITION), None)
    if last is not None:
        return _is_quantified(page, range(start, last), table)
    if joints or token == phrase.head:
        return True
    if token < phrase.head:
        genitive = (
            page.at(token).lower.endswith(table.name_genitives) and page.at(token).lemma.lower() != page.at(token).lower
        )
        beside = table.appositions and token + 1 == phrase.head and page.at(token).noun and not genitive
        return beside or page.at(phrase.head).pos in {Pos.NAME, Pos.NOMINAL}
    if page.at(phrase.head).lower in table.quantifiers and page.at(token - 1).pos is not Pos.PREPOSITION:
        return True
    named = all(page.at(i).pos in {Pos.NAME, Pos.NOMINAL} for i in range(phrase.head + 1, token + 1))
    last = page.at(token + 1).pos not in {Pos.NAME, Pos.NOMINAL}
    return named and not (last and page.at(token).lower.endswith(table.name_genitives))


def _is_quantified(page: TaggedText, tokens: range, table: ClauseWords) -> bool:
    """Tell whether words only say how many of what follows are meant: more than a million barrels of."""
    counting = [i for i in tokens if page.at(i).noun or page.at(i).lower in table.quantifiers]
    return bool(counting) and all(page.at(i).lower in table.quantifiers for i in counting)


def preposition(page: TaggedText, token: int) -> str:
    """Return the preposition before a noun phrase that a token is in, in small letters, "" for none."""
    for i in range(token - 1, max(-1, token - _FAR), -1):
        if page.at(i).pos is Pos.PREPOSITION:
            return page.at(i).lower
        if page.at(i).pos not in _BEFORE_NOUN:
            return ""
    return ""
