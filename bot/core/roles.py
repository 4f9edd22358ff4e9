"""Who does what to whom: parties of a clause by preposition, case, word order and voice, for transfers and other acts.

Rule of this room: it only tells where parties agree with a question and where they stand the other way round; a clause
that it can't read says nothing.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.core import acts
from bot.core.acts import Grammar, Side
from bot.core.analysis import tokens
from bot.core.given import Things
from bot.core.parties import NAME, UNSURE, Clause, Parties

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bot.core.analysis import Token
    from bot.core.language import Language
    from bot.core.parties import Mention

ACT, SOFT = 0.7, 0.4
"""What agreement counts of states in acts that are no transfers, and of parties that are no states."""
THING, ANOTHER = 0.4, 0.5
"""What it counts beside the parties that the thing asked about is given, and what of it that another thing is."""
_JOINTS = frozenset({"and", "or", "oder", "sowie"})
"""What opens a clause without saying anything of the party behind it."""
_ADJECTIVE_ENDINGS = ("e", "en", "em", "er", "es")


class Frame(NamedTuple):
    """A clause's parties: those that give, or do the `act`, and those that get or suffer it; each may be empty.

    `things` are what is given, by where the nouns start in the text.
    """

    givers: frozenset[str]
    getters: frozenset[str]
    act: str = ""
    things: frozenset[int] = frozenset()

    @property
    def tells(self) -> bool:
        """Tell whether a party is found in it."""
        return bool(self.givers or self.getters)


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
        self._transfers = self._gives | self._takes
        self._giving = frozenset(forms(v, capital)[0] for v in self._valency.giving for capital in (None, True))
        self._acts = {forms(v)[0]: act for v, act in self._valency.acts.items()}
        self._deeds = {forms(v)[0]: act for v, act in self._valency.deeds.items()}
        v = self._valency
        self._prepositions = v.goals | v.origins | v.asides | v.agents
        self._bases = v.gives | v.takes | v.acts.keys()
        self._nouns_large = language.morphology.capital_nouns
        self._named = Parties(language)
        self._things = Things(language)

    def act(self, form: str) -> str | None:
        """Return the act that a verb's form says, "" for a transfer; None for any other form."""
        if form in self._transfers:
            return ""
        return self._acts[form].name if form in self._acts else None

    def is_taking(self, form: str) -> bool:
        """Tell whether a form is that of a verb of getting."""
        return form in self._takes

    def frames(self, text: str, aliases: Mapping[str, str]) -> tuple[Frame, ...]:
        """Return the frames of a text's clauses in which a party, or what is given, is found.

        `aliases` are names that an article gives to parties, by their forms.
        """
        found: list[Frame] = []
        going_on = False
        for start, clause in self._clauses(text):
            read = self._read(clause)
            if read is None:
                continue
            frames = [f for f in self._frames(read, aliases, start) if f.tells or f.things]
            if not frames and going_on and (listed := self._things.listed(read)):
                things = found[-1].things.union(start + read.words[n].start for n in listed)
                found[-1] = found[-1]._replace(things=things)
            found += frames
            going_on = bool(frames) and bool(frames[-1].things)
        return tuple(found)

    def _clauses(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield a text's clauses, each with where it starts."""
        start = 0
        for border in self._valency.clause.finditer(text):
            if border.start() > start:
                yield start, text[start : border.start()]
            start = border.end()
        if start < len(text):
            yield start, text[start:]

    def _read(self, clause: str) -> Clause | None:
        words = tokens(clause)
        if not words:
            return None
        joined, _ = self._analyser.joined(clause, words)
        capitals = self._analyser.capitals(clause, words)
        forms = [
            joined[n][0] if n in joined else self._analyser.forms(t.word, capitals[n])[0] for n, t in enumerate(words)
        ]
        return Clause(clause, words, forms)

    def _frames(self, clause: Clause, aliases: Mapping[str, str], start: int) -> Iterator[Frame]:
        """Yield the frames of a clause that starts at a place of its text."""
        if (transfer := self._transfer(clause, aliases, start)) is not None:
            yield transfer
        yield from self._others(clause, aliases)

    def _others(self, clause: Clause, aliases: Mapping[str, str]) -> Iterator[Frame]:
        """Yield the frames of acts other than transfers."""
        text, words, forms = clause
        verbs = [n for n, f in enumerate(forms) if f in self._acts and not self._is_noun(text, words, n)]
        nouns = [n for n, f in enumerate(forms) if f in self._deeds and n not in verbs]
        if not verbs and not nouns:
            return
        mentions = tuple(self._named.mentions(clause, aliases, nouns=True))
        for verb in verbs:
            grammar = self._grammar(words, self._is_passive(words, verb))
            read = _Clause(words, verb, taking=False, passive=grammar.passive)
            sides = [self._side(read, m) for m in mentions if not m.first <= verb <= m.last]
            act = self._acts[forms[verb]]
            yield Frame(*acts.by_verb(act, verb, sides, grammar), act.name)
        for noun in nouns:
            grammar = self._grammar(words, passive=False)
            read = _Clause(words, noun, taking=False, passive=False)
            sides = [self._side(read, m) for m in mentions if not m.first <= noun <= m.last]
            act = self._deeds[forms[noun]]
            yield Frame(*acts.by_noun(act, noun, sides, grammar), act.name)

    def _grammar(self, words: Sequence[Token], passive: bool) -> Grammar:  # noqa: FBT001 - a fact about the clause
        v = self._valency
        return Grammar(passive, v.agents, self._prepositions, v.verb_first, self._asks(words))

    def _is_noun(self, text: str, words: Sequence[Token], n: int) -> bool:
        """Tell whether what may be a verb stands like a noun: "in an interview", "paid a visit", "Nachfolger"."""
        if n and self._nouns_large and text[words[n].start].isupper():
            return True
        before = words[n - 1].word if n else ""
        if self._valency.verb_first and words[n].word.endswith("ing"):
            return False
        return before in self._valency.articles or before in self._prepositions - self._valency.goals

    def _side(self, clause: _Clause, m: Mention) -> Side:
        """Return a mention with what shows its place in an act."""
        v = self._valency
        before, article = self._preposition(clause.words, m.first)
        marked = article in v.datives | v.accusatives and not self._is_relative(clause, m)
        state = not m.party.startswith((NAME, UNSURE)) and clause.words[m.first].word not in v.masculine
        if state and article and article == v.feminine and before not in self._prepositions:
            form = self._analyser.forms(before)[0]
            beside = form in self._nouns and form not in self._parties
            return Side(m.first, m.party, before, m.genitive or beside, not beside)
        return Side(m.first, m.party, before, m.genitive, marked)

    def _asks(self, words: Sequence[Token]) -> bool | None:
        """Return whether a question asks for the subject; None for no question, or one that doesn't show it."""
        opening = {t.word for t in words[:2]}
        if opening & self._valency.objects:
            return False
        return True if opening & self._valency.subjects else None

    def _transfer(self, clause: Clause, aliases: Mapping[str, str], start: int) -> Frame | None:
        text, words, forms = clause
        verbs = [n for n, f in enumerate(forms) if f in self._transfers and not self._is_noun(text, words, n)]
        if not verbs and not any(self._is_giving(*pair) for pair in zip(words, forms, strict=True)):
            return None
        mentions = tuple(self._named.mentions(clause, aliases, nouns=False))
        verb = verbs[-1] if verbs else -1
        passive = bool(verbs) and self._is_passive(words, verb)
        parties = {n for m in mentions for n in range(m.first, m.last + 1)}
        if not verbs:
            parties |= {n for n, form in enumerate(forms) if form in self._giving}
        things = frozenset([start + words[n].start for n in self._things.given(clause, verb, parties, passive=passive)])
        if not mentions:
            return Frame(frozenset(), frozenset(), "", things)
        if not verbs:
            return self._nominal(words, mentions)._replace(things=things)
        taking = all(forms[n] in self._takes for n in verbs)
        return self._verbal(_Clause(words, verb, taking, passive), mentions)._replace(things=things)

    def _is_passive(self, words: Sequence[Token], verb: int) -> bool:
        """Tell whether a verb is passive: "has been sending", "wird liefern" and "what it sent were …" are not."""
        v = self._valency
        word = words[verb].word
        before = words[:verb] if v.verb_first else words
        helpers = {t.word for t in before} & v.passives
        if word.endswith("ing") or (helpers <= v.future and word in self._bases and word not in v.same_participle):
            return False
        if v.verb_first and (word in self._bases or word.endswith("s")):
            return bool(helpers)
        return bool(helpers) or bool({t.word for t in words[max(0, verb - 2) : verb]} & v.present)

    def _is_giving(self, token: Token, form: str) -> bool:
        """Tell whether a word is a noun for a transfer, or a compound with one."""
        return form in self._giving or not self._giving.isdisjoint(self._analyser.forms(token.word)[1])

    def _preposition(self, words: Sequence[Token], first: int) -> tuple[str, str]:
        """Return the word before a mention that is neither an article nor an adjective behind one, and the article."""
        n, article = first - 1, ""
        if n > 0 and self._nouns_large and words[n].word.endswith(_ADJECTIVE_ENDINGS):
            before = words[n - 1].word
            n -= words[n].word not in self._valency.articles and before in self._prepositions | self._valency.articles
        while n >= 0 and words[n].word in self._valency.articles:
            article = words[n].word
            n -= 1
        if n == 0 and words[0].word in _JOINTS:
            return "", article
        return (words[n].word if n >= 0 else ""), article

    def _verbal(self, clause: _Clause, mentions: Sequence[Mention]) -> Frame:
        """Return the frame of a clause with a verb: prepositions and cases first, then who is left."""
        placed: dict[_Slot, list[str]] = {slot: [] for slot in _Slot}
        bare: list[Mention] = []
        for m in mentions:
            slot = self._slot(clause, m)
            placed[slot].append(m.party)
            if slot is _Slot.BARE:
                bare.append(m)
        if bare:
            self._place_bare(clause, bare, placed[_Slot.GIVER], placed[_Slot.GETTER])
        return Frame(frozenset(placed[_Slot.GIVER]), frozenset(placed[_Slot.GETTER]))

    def _slot(self, clause: _Clause, m: Mention) -> _Slot:
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

    def _by_article(self, clause: _Clause, m: Mention, before: str, article: str) -> _Slot:
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
    def _is_relative(clause: _Clause, m: Mention) -> bool:
        """Tell whether what looks like a mention's article opens a relative clause: "…, den Kenia liefert"."""
        words, verb = clause.words, clause.verb
        return m.first == 1 and verb == len(words) - 1 and words[verb - 1].word != "zu"

    def _place_bare(self, clause: _Clause, bare: Sequence[Mention], givers: list[str], getters: list[str]) -> None:
        """Give the mentions that nothing shows their places: the first is the subject, unless something else is."""
        v = self._valency
        if clause.taking and not clause.passive:
            bare = [m for m in bare if not (v.verb_first and m.first > clause.verb)]  # what is bought
            asks = any(t.word in v.subjects for t in clause.words[:2])
            if not bare or (asks and not v.verb_first and bare[0].party.startswith(NAME)):
                return
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

    def _nominal(self, words: Sequence[Token], mentions: Sequence[Mention]) -> Frame:
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


def agreement(asked: Sequence[Frame], told: Sequence[Frame]) -> float:
    """Return how well a sentence's parties fit a question's: 1 as asked, -1 the other way round, 0 nothing to tell."""
    return max([_compare(q, f) for q in asked for f in told if q.act == f.act], default=0.0)


def with_things(
    roles: Sequence[float], given: Collection[int], others: Collection[int], *, parties: bool
) -> list[float]:
    """Return how well sentences fit a question that asks about a thing given, and perhaps `parties`: those of `roles`.

    `given` are the sentences in which it is given, `others` those in which another thing is, as far as that counts
    against them; one with the parties the other way round stays what it is.
    """
    share = THING if parties else 1.0
    found = [r if r < 0 else (1 - share) * r + share * (n in given) for n, r in enumerate(roles)]
    for n in others:
        found[n] -= share * ANOTHER * (roles[n] >= 0)
    return found


def of_states(asked: Sequence[Frame]) -> bool:
    """Tell whether all parties of a question's transfer are states."""
    return not any(party.startswith(NAME) for f in asked if not f.act for party in f.givers | f.getters)


def _compare(asked: Frame, told: Frame) -> float:
    """Return the share of the parties asked for that stand where they are asked for, less those that do not.

    A state that gives where another is asked for counts against a sentence, any other party only where it stands on
    the wrong side; and names count less, for they are read less surely than states.
    """
    points = slots = 0
    named, states = _named(asked.givers, asked.getters)
    givers, getters = _sure(told.givers, named), _sure(told.getters, named)
    for wanted, same, other in ((asked.givers, givers, getters), (asked.getters, getters, givers)):
        mine = _sure(wanted, named)
        if mine:
            slots += 1
            points += bool(mine & same)
            points -= bool(mine & other) or bool(states and not asked.act and same and not mine & same)
    return points / slots * (SOFT if not states else ACT if asked.act else 1.0) if slots else 0.0


@lru_cache(maxsize=256)
def _named(givers: frozenset[str], getters: frozenset[str]) -> tuple[frozenset[str], bool]:
    """Return a question's parties, a noun as a name, and whether all are states."""
    named = frozenset([p.replace(UNSURE, NAME) for p in givers | getters])
    return named, not any(p.startswith(NAME) for p in named)


def _sure(parties: frozenset[str], named: frozenset[str]) -> frozenset[str]:
    """Return parties without the nouns that nobody asked about."""
    if parties <= named:
        return parties
    known = [(p.replace(UNSURE, NAME), p.startswith(UNSURE)) for p in parties]
    return frozenset([p for p, unsure in known if not unsure or p in named])
