"""Who gives and who gets: parties of a clause by preposition, case, word order and voice, for questions of transfer.

Rule of this room: it only tells where parties agree with a question and where they stand the other way round; a clause
that it can't read says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from bot.core.analysis import tokens
from bot.core.translation import ADJECTIVE, HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.analysis import Token
    from bot.core.language import Language

_LONGEST = 4
_LEAST = 3
"""Letters of a name that stands for a party."""


@dataclass(frozen=True, slots=True)
class Valency:
    """How a language says who gives what to whom; verbs are infinitives, everything else normalised words.

    `clause` splits a sentence into clauses; `heads` are nouns that act for a state; `titles` stand between a state and
    the name of who leads it; `passives` help to make the passive, those in `future` the future as well, unless the
    verb's infinitive is like its participle (`same_participle`); `datives` are articles that show a receiver,
    `feminine` one that does so with a name that is not `masculine`; `subjects` are question words that are the subject
    themselves.
    """

    gives: frozenset[str]
    takes: frozenset[str]
    giving: frozenset[str]
    goals: frozenset[str]
    origins: frozenset[str]
    agents: frozenset[str]
    asides: frozenset[str]
    articles: frozenset[str]
    datives: frozenset[str]
    feminine: str
    masculine: frozenset[str]
    passives: frozenset[str]
    future: frozenset[str]
    same_participle: frozenset[str]
    heads: frozenset[str]
    titles: tuple[str, ...]
    subjects: frozenset[str]
    clause: re.Pattern[str]
    verb_first: bool
    """Whether what stands right after a lone verb is its object (English)."""


class Frame(NamedTuple):
    """A clause of transfer: the parties that give and those that get, each may be empty."""

    givers: frozenset[str]
    getters: frozenset[str]


class _Slot(Enum):
    """A party's place in a clause; nothing shows a bare one's, and an aside has none."""

    GIVER = auto()
    GETTER = auto()
    BARE = auto()
    ASIDE = auto()


class _Clause(NamedTuple):
    words: Sequence[Token]
    verb: int
    taking: bool
    passive: bool


class _Mention(NamedTuple):
    first: int
    last: int
    party: str
    genitive: bool


class Reader:
    """Reads frames in one language."""

    def __init__(self, language: Language) -> None:
        self._valency = language.valency
        self._analyser = language.analyser()
        self._parties = language.lexicon().parties(language.code)
        self._nouns = language.lexicon().vocabulary(language.code).nouns
        forms = self._analyser.forms
        self._gives = frozenset(forms(v)[0] for v in self._valency.gives)
        self._takes = frozenset(forms(v)[0] for v in self._valency.takes)
        self._giving = frozenset(forms(v)[0] for v in self._valency.giving)

    def transfers(self, form: str) -> bool:
        """Tell whether a form is a verb of giving or getting."""
        return form in self._gives or form in self._takes

    def frames(self, text: str, aliases: Mapping[str, str]) -> tuple[Frame, ...]:
        """Return the frames of a text's clauses of transfer in which a party is found.

        `aliases` are names that an article gives to parties, by their forms.
        """
        clauses = self._valency.clause.split(text)
        return tuple(f for clause in clauses if (f := self._frame(clause, aliases)) and any(f))

    def _frame(self, clause: str, aliases: Mapping[str, str]) -> Frame | None:
        words = tokens(clause)
        forms = [self._analyser.forms(t.word)[0] for t in words]
        verbs = [n for n, f in enumerate(forms) if f in self._gives or f in self._takes]
        nouns = [
            n for n, f in enumerate(forms) if f in self._giving or any(p in self._giving for p in self._parts(words[n]))
        ]
        if not verbs and not nouns:
            return None
        mentions = tuple(self._mentions(clause, words, forms, aliases))
        if not mentions:
            return None
        if not verbs:
            return self._nominal(words, mentions)
        taking = all(forms[n] in self._takes for n in verbs)
        return self._verbal(_Clause(words, verbs[-1], taking, self._is_passive(words, verbs[-1])), mentions)

    def _is_passive(self, words: Sequence[Token], verb: int) -> bool:
        """Tell whether a verb is passive: "has been sending", "wird liefern" and "what it sent were …" are not."""
        v = self._valency
        word = words[verb].word
        before = words[:verb] if v.verb_first else words
        helpers = {t.word for t in before} & v.passives
        if word.endswith("ing") or (
            helpers <= v.future and word in v.gives | v.takes and word not in v.same_participle
        ):
            return False
        return bool(helpers)

    def _parts(self, token: Token) -> tuple[str, ...]:
        return self._analyser.forms(token.word)[1]

    def _mentions(
        self, clause: str, words: Sequence[Token], forms: Sequence[str], aliases: Mapping[str, str]
    ) -> Iterator[_Mention]:
        """Yield the parties named, the longest name at each place."""
        n = 0
        while n < len(words):
            found = next(self._known(forms, n, aliases), None)
            if found is None:
                n += 1
                continue
            last, party = found
            adjective = party.endswith(ADJECTIVE)  # it acts only with a noun that can: "russische Armee"
            if not adjective or (last + 1 < len(words) and self._acts(words[last + 1].word)):
                end = words[last].word
                genitive = self._is_genitive(clause, words, last, end)
                yield _Mention(n, last + adjective, party.rstrip(ADJECTIVE + HEAD), genitive)
            n = last + 1

    def _known(self, forms: Sequence[str], n: int, aliases: Mapping[str, str]) -> Iterator[tuple[int, str]]:
        for size in range(min(_LONGEST, len(forms) - n), 0, -1):
            key = " ".join(forms[n : n + size])
            party = aliases.get(key) or self._parties.get(key)
            if party:
                yield n + size - 1, party

    def _acts(self, word: str) -> bool:
        return word in self._valency.heads or word.startswith(self._valency.titles)

    def _is_genitive(self, clause: str, words: Sequence[Token], last: int, end: str) -> bool:
        after = clause[words[last].end : words[last].end + 2]
        return after in ("'s", "’s") or (end.endswith("s") and self._analyser.forms(end[:-1])[0] in self._parties)

    def _preposition(self, words: Sequence[Token], first: int) -> tuple[str, str]:
        """Return the word before a mention that is no article, and the article."""
        n, article = first - 1, ""
        while n >= 0 and words[n].word in self._valency.articles:
            article = words[n].word
            n -= 1
        return (words[n].word if n >= 0 else ""), article

    def _verbal(self, clause: _Clause, mentions: Sequence[_Mention]) -> Frame:
        """Return the frame of a clause with a verb: prepositions and cases first, then who is left."""
        placed: dict[_Slot, list[str]] = {slot: [] for slot in _Slot}
        bare: list[_Mention] = []
        for m in mentions:
            slot = self._slot(clause, m)
            placed[slot].append(m.party)
            if slot is _Slot.BARE:
                bare.append(m)
        if bare:
            self._place_bare(clause, bare, placed[_Slot.GIVER], placed[_Slot.GETTER])
        return Frame(frozenset(placed[_Slot.GIVER]), frozenset(placed[_Slot.GETTER]))

    def _slot(self, clause: _Clause, m: _Mention) -> _Slot:
        """Return what a mention's preposition or case makes of it."""
        v = self._valency
        before, article = self._preposition(clause.words, m.first)
        if before in v.goals:
            return _Slot.ASIDE if clause.taking and not clause.passive else _Slot.GETTER
        if before in v.agents and clause.passive:
            return _Slot.GETTER if clause.taking and before not in v.origins else _Slot.GIVER
        if before in v.origins:
            return _Slot.GIVER
        if before in v.asides or m.genitive:
            return _Slot.ASIDE
        return self._by_article(clause, m, before, article)

    def _by_article(self, clause: _Clause, m: _Mention, before: str, article: str) -> _Slot:
        """Return what an article shows: "der Ukraine" gets, unless it stands by a noun ("die Armee der Ukraine")."""
        v = self._valency
        if not article or article != v.feminine or clause.words[m.first].word in v.masculine:
            gets = article in v.datives and not clause.taking and not self._is_relative(clause, m)
            return _Slot.GETTER if gets else _Slot.BARE
        if before in v.heads:
            return _Slot.BARE
        form = self._analyser.forms(before)[0]
        return _Slot.ASIDE if form in self._nouns and form not in self._parties else _Slot.GETTER

    @staticmethod
    def _is_relative(clause: _Clause, m: _Mention) -> bool:
        """Tell whether what looks like a mention's article opens a relative clause: "…, den Kenia liefert"."""
        words, verb = clause.words, clause.verb
        return m.first == 1 and verb == len(words) - 1 and words[verb - 1].word != "zu"

    def _place_bare(self, clause: _Clause, bare: Sequence[_Mention], givers: list[str], getters: list[str]) -> None:
        """Give the mentions that nothing shows their places: the first is the subject, unless something else is."""
        v = self._valency
        subject, *others = (m.party for m in bare)
        asks_subject = any(t.word in v.subjects for t in clause.words[:2])
        after_verb = v.verb_first and bare[0].first > clause.verb
        if clause.taking:
            (givers if clause.passive else getters).append(subject)
        elif clause.passive or (len(bare) == 1 and (asks_subject or after_verb)):
            getters.append(subject)
        else:
            givers.append(subject)
            getters += others[:1] if not getters else []

    def _nominal(self, words: Sequence[Token], mentions: Sequence[_Mention]) -> Frame:
        """Return the frame of "Russian deliveries to X", "Lieferungen aus X", "X's exports"."""
        v = self._valency
        givers: set[str] = set()
        getters: set[str] = set()
        for m in mentions:
            before, _ = self._preposition(words, m.first)
            if before in v.goals:
                getters.add(m.party)
            elif before in v.origins or before in v.agents or m.genitive:
                givers.add(m.party)
        return Frame(frozenset(givers), frozenset(getters))


def learnt(texts: Sequence[str], language: Language) -> dict[str, str]:
    """Return the names that an article gives to states' heads: "Russlands Präsident Wladimir Putin" is Russia."""
    parties = language.lexicon().parties(language.code)
    forms = language.analyser().forms
    found: dict[str, str] = {}
    for text in texts:
        words = tokens(text)
        named = [forms(t.word)[0] for t in words]
        for n in range(len(words)):
            for size in (2, 1):
                party = parties.get(" ".join(named[n : n + size]))
                if party:
                    for at in _titled(text, words, n + size, language.valency.titles):
                        found.setdefault(named[at], party.rstrip(ADJECTIVE + HEAD) + HEAD)
                    break
    return found


def _titled(text: str, words: Sequence[Token], at: int, titles: tuple[str, ...]) -> Iterator[int]:
    """Yield the places of a name's words after one or more titles."""
    start = at
    while at < len(words) and words[at].word.startswith(titles):
        at += 1
    while start < at < len(words) and text[words[at].start].isupper() and not _gap(text, words[at - 1], words[at]):
        if len(words[at].word) >= _LEAST:
            yield at
        at += 1


def _gap(text: str, left: Token, right: Token) -> bool:
    return bool(text[left.end : right.start].strip(" \u00a0-"))


def agreement(asked: Sequence[Frame], told: Sequence[Frame]) -> float:
    """Return how well a sentence's parties fit a question's: 1 as asked, -1 the other way round, 0 nothing to tell."""
    return max((_compare(q, f) for q in asked for f in told), default=0.0, key=lambda points: (points > 0, points))


def _compare(asked: Frame, told: Frame) -> float:
    """Return the share of the parties asked for that stand where they are asked for, less those that do not."""
    points = slots = 0
    for mine, same, other in (
        (asked.givers, told.givers, told.getters),
        (asked.getters, told.getters, told.givers),
    ):
        if mine:
            slots += 1
            points += bool(mine & same)
            points -= bool(mine & other) or bool(same and not mine & same)
    return points / slots
