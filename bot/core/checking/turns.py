"""What turns a statement and its sentence: not, almost, would have, plans to, all but one, the question mark.

Rule of this room: what turns one of the two and not the other is a difference, unless it is sure to reach elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.modifiers import Modifier
from bot.core.retrieval.article_questions import is_question
from bot.core.semantics.names import is_name_by_capital
from bot.core.syntax.tagged_text import FINITE, Pos

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.core.checking.clauses import Clause, ParsedSentence
    from bot.core.language import Language
    from bot.core.language_data.turns import Turns
    from bot.core.syntax.tagged_text import Range

_BEFORE = frozenset({Pos.ARTICLE, Pos.DETERMINER, Pos.ADJECTIVE, Pos.NUMBER, Pos.ADVERB, Pos.COMPARISON})
_CONTENT = frozenset({Pos.VERB, Pos.PARTICIPLE, Pos.INFINITIVE, Pos.GERUND, Pos.ADJECTIVE, Pos.PREDICATIVE})
_CLOSE = frozenset({Modifier.PLAN, Modifier.ALMOST, Modifier.PAST})
"""What reaches no other clause than its own and what that one governs."""
_NEARBY = 4
"""Words before a word that can say how much of it is meant."""
_SHORT = 4
"""Tokens of a phrase without a gap."""
_LEAST = 4
"""Letters of a word that may have an ending."""
_LONGEST = 3
"""Words of what stands right before a word."""


class Found(NamedTuple):
    """What turns a statement: the word or phrase, and its tokens."""

    text: str
    tokens: Range


def clausal_turns(
    p: ParsedSentence, clause: Clause | None, language: Language, cues: frozenset[int], *, reported: bool
) -> dict[Modifier, tuple[Found, ...]]:
    """Return what turns a clause, by kind: in it, in the one that governs it, and phrases in all that goes with it.

    Where no verb was found, anything in the sentence may. In `reported` speech the subjunctive alone turns nothing.
    """
    found: dict[Modifier, list[Found]] = {}
    reach = segment(p, clause)
    taken: set[int] = set()
    known = clause is not None and clause in p.clauses
    near = frozenset((*_governing(p, clause), *range(*clause.span))) if clause and known else frozenset(range(*reach))
    for turn, words in _phrases(p, reach, language.turns):
        inside = range(*words)
        if turn in _CLOSE and near.isdisjoint(inside):
            continue
        if any(is_idle(p, i, language) for i in inside):
            continue
        free = turn is Modifier.PLAN or not cues.intersection(inside)  # who hopes or demands says nothing
        if taken.isdisjoint(inside) and free and not _in_amount(p, words):
            taken.update(inside)
            found.setdefault(turn, []).append(Found(p.page.cut(*words), words))
    for turn, at in _single(p, clause, reach, language, cues):
        if at not in taken:
            found.setdefault(turn, []).append(Found(p.page.at(at).text, (at, at + 1)))
    if (first := _conditional(p, reach)) is not None and first not in taken:
        found.setdefault(Modifier.UNREAL, []).append(Found(p.page.at(first).text, (first, first)))
    if reported:
        _drop_subjunctive(found, p, reach, language.turns)
    if Modifier.NOT in found and Modifier.MAYBE in found:
        left = [f for f in found.pop(Modifier.MAYBE) if f.text.lower() not in language.turns.ability]
        found |= {Modifier.MAYBE: left} if left else {}
    return {turn: tuple(sorted(items, key=lambda f: f.tokens)) for turn, items in found.items()}


def _conditional(p: ParsedSentence, reach: Range) -> int | None:
    """Return the verb that opens a condition without ‹if›: ‹Bricht der Damm, ertrinkt die Stadt›; None for none."""
    first = reach[0]
    if p.page.at(first).pos not in FINITE or asks(p):
        return None
    commas = (i for i in range(*reach) if p.page.at(i).text == ",")
    return first if any(p.page.at(i + 1).pos in FINITE for i in commas) else None


def _drop_subjunctive(found: dict[Modifier, list[Found]], p: ParsedSentence, reach: Range, turns: Turns) -> None:
    """Drop the subjunctive of reported speech; with a condition it is imagined all the same."""
    if any(p.page.at(i).lower in turns.conditions for i in range(*reach)):
        return
    left = [f for f in found.pop(Modifier.UNREAL, []) if f.text.lower() not in turns.subjunctive]
    found |= {Modifier.UNREAL: left} if left else {}


def segment(p: ParsedSentence, clause: Clause | None) -> Range:
    """Return the clause with all that it may depend on: up to where another main clause is joined."""
    if clause is None or clause not in p.clauses:
        return 0, len(p.page.tokens)
    at = p.clauses.index(clause)
    first = next((k for k in range(at, 0, -1) if _is_apart(p, k)), 0)
    last = next((k for k in range(at + 1, len(p.clauses)) if _is_apart(p, k)), len(p.clauses))
    end = p.clauses[last].span[0] if last < len(p.clauses) else len(p.page.tokens)
    return (p.clauses[first].span[0] if first else 0), end


def _is_apart(p: ParsedSentence, k: int) -> bool:
    """Tell whether a main clause with a subject of its own begins with the clause `k`."""
    one, other, page = p.clauses[k - 1], p.clauses[k], p.page
    if page.at(other.span[0] - 1).text == ";":
        return True
    own = other.subject is not None and other.subject != one.subject and other.antecedent is None
    if not own or other.embedded:
        return False
    if page.at(other.span[0]).pos is Pos.CONJUNCTION:
        return True
    opened = one.embedded or one.finite == one.span[0] or page.at(0).pos in FINITE
    return page.at(other.span[0] - 1).text == "," and not opened and other.subject.start <= other.span[0] + 1  # type: ignore[union-attr]


def _phrases(p: ParsedSentence, reach: Range, turns: Turns) -> Iterator[tuple[Modifier, Range]]:
    """Yield the phrases of a range, the longest first, with their tokens."""
    words = [p.page.at(i).lower.replace("’", "'") for i in range(*reach)]
    text = f" {' '.join(words)} "
    starts, at = {}, 1
    for n, word in enumerate(words):
        starts[at] = n
        at += len(word) + 1
    for turn, pattern in turns.phrases:
        for match in pattern.finditer(text):
            size = match.group().count(" ") + 1
            first = starts.get(match.start())
            if first is not None:
                yield turn, (reach[0] + first, min(reach[0] + first + size, reach[1]))


def _in_amount(p: ParsedSentence, words: Range) -> bool:
    """Tell whether words are part of an amount: half of the crop."""
    a, b = p.page.at(words[0]).start, p.page.at(words[1] - 1).end
    return any(s <= a and b <= e for s, e in p.amounts)


def _single(
    p: ParsedSentence, clause: Clause | None, reach: Range, language: Language, cues: frozenset[int]
) -> Iterator[tuple[Modifier, int]]:
    """Yield single words that turn a clause, in it and in the one that governs it; conditions anywhere near."""
    table = language.modifiers.clausal
    near = [*_governing(p, clause), *range(*clause.span)] if clause else range(len(p.page.tokens))
    for i in sorted({*near, *(k for k in range(*reach) if p.page.at(k).lower in language.turns.conditions)}):
        lower = p.page.at(i).lower.replace("’", "'")
        turn = table.get(lower) or table.get(f"{lower} {p.page.at(i + 1).lower}")
        turn = Modifier.NOT if lower.endswith(language.modifiers.negative_endings) else turn
        if turn is None and lower in language.turns.future and _has_infinitive(p, clause):
            turn = Modifier.FUTURE
        if turn and i not in cues and not is_name_by_capital(p.page, i) and not is_idle(p, i, language):
            yield turn, i


def _has_infinitive(p: ParsedSentence, clause: Clause | None) -> bool:
    """Tell whether ‹wird› makes the future here and no passive."""
    inside = range(*clause.span) if clause else range(len(p.page.tokens))
    kinds = {p.page.at(i).pos for i in inside}
    return bool(kinds & {Pos.INFINITIVE, Pos.AUXILIARY_INFINITIVE}) and Pos.TO not in kinds


def is_idle(p: ParsedSentence, token: int, language: Language) -> bool:
    """Tell whether a token belongs to a fixed phrase that turns nothing: ‹not only›, ‹ohne Not›."""
    lower = p.page.at(token).lower
    for phrase in language.modifiers.neutral_phrases.get(lower, ()):
        words = phrase.split()
        starts = (token - k for k, word in enumerate(words) if word == lower)
        if any(start >= 0 and p.page.lowers(start, start + len(words)) == f" {phrase} " for start in starts):
            return True
    return False


def _governing(p: ParsedSentence, clause: Clause) -> range:
    """Return the clause that says whether another one holds: none where that holds by itself (because, after)."""
    at = p.clauses.index(clause)
    before = clause.subject.start - 1 if clause.subject else clause.span[0]
    opened = {p.page.at(clause.span[0]).lower, p.page.at(before).lower}
    apart = not clause.embedded or bool(opened & p.table.adverbial)
    return range(*p.clauses[at - 1].span) if not apart and at else range(0)


def but_words(
    found: Mapping[Modifier, tuple[Found, ...]], p: ParsedSentence, words: frozenset[int]
) -> dict[Modifier, tuple[Found, ...]]:
    """Return turns without those that are words of the claim themselves, which are compared as such: to reject."""
    left = {turn: tuple(f for f in items if not _is_word(f, p, words)) for turn, items in found.items()}
    return {turn: items for turn, items in left.items() if items}


def _is_word(found: Found, p: ParsedSentence, words: frozenset[int]) -> bool:
    """Tell whether the first word of a phrase that is more than a small one is a word of the claim."""
    content = [i for i in range(*found.tokens) if p.page.at(i).noun or p.page.at(i).pos in _CONTENT]
    opens = p.page.at(found.tokens[1] - 1).pos in {Pos.TO, Pos.PREPOSITION}  # ‹refused to reject› turns what follows
    first, last = found.tokens
    whole = bool(content) and (content[0] == first or last - first < _SHORT)  # what a gap holds is no part of it
    return whole and content[0] in words and not opens


def differing(
    mine: Mapping[Modifier, tuple[Found, ...]], other: Mapping[Modifier, tuple[Found, ...]]
) -> Iterator[tuple[Modifier, tuple[str, ...], tuple[str, ...]]]:
    """Yield the kinds that turn one of two clauses, or turn it once more, with the words of both.

    Two negations are not one.
    """
    for turn in dict.fromkeys((*mine, *other)):
        here, there = mine.get(turn, ()), other.get(turn, ())
        if bool(here) != bool(there) or (turn is Modifier.NOT and len(here) != len(there)):
            yield turn, _texts(here), _texts(there)


def _texts(found: tuple[Found, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.text for f in found))


def asks(p: ParsedSentence) -> bool:
    """Tell whether a sentence is a question."""
    return is_question(p.text.strip())


def extents(p: ParsedSentence, token: int, language: Language) -> dict[Modifier, str]:
    """Return what right before a word says how much of it is meant: ‹all of the›, ‹more than›, ‹former›."""
    found: dict[Modifier, str] = {}
    counted = p.page.at(token).pos is Pos.NUMBER
    if _has_altered_prefix(p.page.at(token).lower, language.turns):
        found[Modifier.ALTERED] = p.page.at(token).text
    i = token - 1
    while i >= max(0, token - _NEARBY):
        turn, size = _local(p, i, language)
        if turn and not _in_amount(p, (i, i + 1)):
            found[Modifier.ABOUT if turn is Modifier.SOME and counted else turn] = p.page.cut(i - size + 1, i + 1)
        elif not turn and not _may_stand_between(p, i, language):
            break
        counted = counted or p.page.at(i).pos is Pos.NUMBER
        i -= size
    return found


def _may_stand_between(p: ParsedSentence, i: int, language: Language) -> bool:
    """Tell whether a word may stand between a noun and what says how much of it is meant."""
    here = p.page.at(i)
    return here.pos in _BEFORE or here.lower in language.modifiers.parts or is_idle(p, i, language)


def _local(p: ParsedSentence, last: int, language: Language) -> tuple[Modifier | None, int]:
    """Return what the words that end at a token do to what follows them, and how many they are."""
    for size in range(_LONGEST, 0, -1):
        phrase = " ".join(p.page.at(k).lower for k in range(last - size + 1, last + 1))
        if size == _LONGEST or not is_idle(p, last, language):
            turn = language.modifiers.local.get(phrase)
            if turn:
                return turn, size
    return (Modifier.ALTERED if _is_altered(p.page.at(last).lower, language.turns) else None), 1


def _is_altered(lower: str, turns: Turns) -> bool:
    """Tell whether a word tells that what follows is not, or not quite, such: toy, falscher."""
    return any(lower.startswith(w) and lower[len(w) :] in turns.endings for w in turns.altered)


def _has_altered_prefix(lower: str, turns: Turns) -> bool:
    return any(lower.startswith(w) and len(lower) >= len(w) + _LEAST for w in turns.altered_prefixes)
