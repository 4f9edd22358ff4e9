"""Who does what to whom: parties of a clause by preposition, case, word order and voice, for transfers and other acts.

Rule of this room: it only tells where parties agree with a question and where they stand the other way round; a clause
that it can't read says nothing.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.modifiers import Modifier
from bot.core.language_data.valency import TRANSFER
from bot.core.lexical.lexicon import Entity, EntityKind
from bot.core.lexical.tokens import tokens
from bot.core.semantics import argument_linking
from bot.core.semantics.argument_linking import NO_ACT, Argument, ClauseGrammar
from bot.core.semantics.entities import Clause, EntityFinder
from bot.core.semantics.names import stands_as_noun
from bot.core.semantics.predicates import Proposition, titled, with_titles
from bot.core.semantics.role_frames import RoleFrame
from bot.core.semantics.themes import ThemeFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.lexical.tokens import Token
    from bot.core.semantics.entities import EntityMention

_BRACKETS = re.compile(r"\([^()]{0,60}\)")
"""What stands in brackets within a clause: a party, an age."""


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


class RoleLabeller:
    """Reads frames in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._valency = language.valency
        self._analyser = language.analyser()
        self._parties = language.lexicon().entities(language.code)
        self._nouns = language.lexicon().vocabulary(language.code).nouns
        forms = self._analyser.forms
        self._gives = frozenset(forms(v)[0] for v in self._valency.gives)
        self._takes = frozenset(forms(v)[0] for v in self._valency.takes)
        self._transfers = self._gives | self._takes
        self._giving = frozenset(forms(v, capital)[0] for v in self._valency.transfer_nouns for capital in (None, True))
        self._acts = {forms(v)[0]: act for v, act in self._valency.verb_predicates.items()}
        self._deeds = {forms(v)[0]: act for v, act in self._valency.noun_predicates.items()}
        v = self._valency
        self._prepositions = v.prepositions
        self._bases = v.gives | v.takes | v.verb_predicates.keys()
        self._nouns_large = language.morphology.capital_nouns
        self._named = EntityFinder(language)
        self._verbs = frozenset(language.lexicon().vocabulary(language.code).verbs.values())
        self._reporting = frozenset(forms(word)[0] for word in v.reporting)
        self._light = frozenset(forms(word)[0] for word in v.light)
        self._stop = language.morphology.stop_words
        self._stem = language.morphology.stem
        self._questions = language.morphology.question_words
        self._negations = frozenset(w for w, turn in language.modifiers.clausal.items() if turn is Modifier.NOT)
        self._things = ThemeFinder(language)

    def predicate(self, form: str) -> str | None:
        """Return what a verb's form says, None for a form that is no verb of the tables."""
        if form in self._transfers:
            return TRANSFER
        return self._acts[form].name if form in self._acts else None

    def is_receiving(self, form: str) -> bool:
        """Tell whether a form is that of a verb of getting."""
        return form in self._takes

    def label(self, text: str, aliases: Mapping[str, Entity]) -> tuple[RoleFrame, ...]:
        """Return the frames of a text's clauses in which a party, or what is given, is found.

        `aliases` are names that an article gives to parties, by their forms.
        """
        found: list[RoleFrame] = []
        going_on = False
        for start, clause in self._clauses(text):
            read = self._read(clause)
            if read is None:
                continue
            frames = [f for f in self._frames(read, aliases, start) if f.has_participants or f.themes]
            if not frames and going_on and (listed := self._things.enumerated(read)):
                things = found[-1].themes.union(start + read.words[n].start for n in listed)
                found[-1] = found[-1]._replace(themes=things)
            found += frames
            going_on = bool(frames) and bool(frames[-1].themes)
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
        joined, _ = self._analyser.separated_verbs(clause, words)
        capitals = self._analyser.capitals(clause, words)
        forms = [
            joined[n][0] if n in joined else self._analyser.forms(t.word, capitals[n])[0] for n, t in enumerate(words)
        ]
        return Clause(clause, words, forms)

    def _frames(self, clause: Clause, aliases: Mapping[str, Entity], start: int) -> Iterator[RoleFrame]:
        """Yield the frames of a clause that starts at a place of its text."""
        if (transfer := self._transfer(clause, aliases, start)) is not None:
            yield transfer
        yield from self._others(clause, aliases)

    def _others(self, clause: Clause, aliases: Mapping[str, Entity]) -> Iterator[RoleFrame]:
        """Yield the frames of acts other than transfers."""
        text, words, forms = clause
        verbs = [
            n for n, f in enumerate(forms) if f in self._acts and not stands_as_noun(text, words, n, self._language)
        ]
        nouns = [n for n, f in enumerate(forms) if f in self._deeds and n not in verbs]
        if not verbs and not nouns:
            return
        mentions = tuple(self._named.mentions(clause, aliases, nouns=True))
        for verb in verbs:
            grammar = self._grammar(words, self._is_passive(words, verb))
            read = _Clause(words, verb, taking=False, passive=grammar.passive)
            sides = [self._side(read, m) for m in mentions if not m.first <= verb <= m.last]
            act = self._acts[forms[verb]]
            yield RoleFrame(*argument_linking.link_verb(act, verb, sides, grammar), act.name)
        for noun in nouns:
            grammar = self._grammar(words, passive=False)
            read = _Clause(words, noun, taking=False, passive=False)
            sides = [self._side(read, m) for m in mentions if not m.first <= noun <= m.last]
            act = self._deeds[forms[noun]]
            yield RoleFrame(*argument_linking.link_noun(act, noun, sides, grammar), act.name)

    def predicates(self, text: str, aliases: Mapping[str, Entity]) -> tuple[Proposition, ...]:
        """Return who does what in a text's clauses, for any verb; also those in which nobody is named."""
        plain = _BRACKETS.sub(lambda m: " " * len(m[0]), text)
        inserted = [m[1] for m in self._valency.inserted.finditer(plain)]
        plain = self._valency.inserted.sub(lambda m: " " * len(m[0]), plain)
        parts = (p for part in (plain, *inserted) for p in self._valency.subordinate.split(part))
        read = (self._read(clause) for part in parts for _, clause in self._clauses(part))
        return tuple(p for clause in read if clause is not None for p in self._predicates(clause, aliases))

    def _predicates(self, clause: Clause, aliases: Mapping[str, Entity]) -> Iterator[Proposition]:
        text, words, forms = clause
        verbs = list(self._verbs_of(clause))
        nouns = [n for n, f in enumerate(forms) if f in self._deeds and n not in verbs]
        if not verbs and not nouns:
            return
        known = (self._without_article(words, m) for m in self._named.mentions(clause, aliases, nouns=True))
        mentions, titles = titled(tuple(known))
        everyone = frozenset(m.entity for m in mentions)
        fronted = bool(self._valency.fronted.match(text))
        negated = not self._negations.isdisjoint(t.word for t in words)
        for at in (*verbs, *nouns):
            noun = at in nouns
            act = (self._deeds if noun else self._acts).get(forms[at], NO_ACT)
            grammar = self._grammar(words, passive=not noun and self._suffers(clause, at))
            read = _Clause(words, at, taking=False, passive=grammar.passive)
            sides = [self._side(read, m) for m in mentions if not m.first <= at <= m.last]
            doers, others = (
                argument_linking.link_noun(act, at, sides, grammar)
                if noun
                else argument_linking.link_verb(act, at, sides, grammar, argument_linking.nearest)
            )
            if fronted and not grammar.passive:
                doers, others = frozenset[Entity](), frozenset[Entity]()  # "Welche Stadt …?" may be either
            rest = everyone - doers - others
            doers, others, rest = (with_titles(side, titles) for side in (doers, others, rest))
            yield Proposition(forms[at], act.name, doers, others, rest, negated, noun, grammar.passive)

    def _without_article(self, words: Sequence[Token], m: EntityMention) -> EntityMention:
        """Return a mention; what has an article is no name where nouns have capitals: "die Lutherbibel"."""
        single = self._nouns_large and m.first == m.last and m.entity.kind is EntityKind.NAME
        if single and self._preposition(words, m.first)[1]:
            return m._replace(entity=m.entity._replace(kind=EntityKind.NOUN))
        return m

    def _suffers(self, clause: Clause, verb: int) -> bool:
        """Tell whether a verb is passive; in English only a participle is: "is X considered", "was found"."""
        word, form = clause.words[verb].word, clause.forms[verb]
        if not self._valency.object_after_verb:
            return self._is_passive(clause.words, verb)
        if not word.endswith("ed") and form == self._stem(word):
            return False
        helpers = self._valency.present_auxiliaries | self._valency.passive_auxiliaries
        opening = clause.words[0].word
        asked = opening in self._questions or opening in helpers
        before = {t.word for t in clause.words[:verb]} if asked else set[str]()
        return not before.isdisjoint(helpers) or self._is_passive(clause.words, verb)

    def _verbs_of(self, clause: Clause) -> Iterator[int]:
        """Yield the places of verbs that say what is done, not of helpers, nor of nouns spelt like them."""
        text, words, forms = clause
        helped = False
        for n, (token, form) in enumerate(zip(words, forms, strict=True)):
            helped = helped or token.word in self._valency.helpers
            if form not in self._verbs or token.word in self._stop or stands_as_noun(text, words, n, self._language):
                continue
            if self._valency.attributive.fullmatch(token.word):
                continue
            plain = self._nouns_large or form not in self._nouns or token.word.endswith(("ed", "ing"))
            if plain or helped or form != self._stem(token.word):
                helped = False
                if form not in self._light:
                    yield n

    def _grammar(self, words: Sequence[Token], passive: bool) -> ClauseGrammar:  # noqa: FBT001 - a fact about the clause
        v = self._valency
        return ClauseGrammar(passive, v.agent_prepositions, self._prepositions, v.object_after_verb, self._asks(words))

    def _side(self, clause: _Clause, m: EntityMention) -> Argument:
        """Return a mention with what shows its place in an act."""
        v = self._valency
        before, article = self._preposition(clause.words, m.first)
        marked = article in v.datives | v.accusatives and not self._is_relative(clause, m)
        word = clause.words[m.first].word
        state = m.entity.kind is EntityKind.STATE and word not in v.masculine and not v.persons.fullmatch(word)
        if state and article and article == v.feminine and before not in self._prepositions:
            form = self._analyser.forms(before)[0]
            beside = form in self._nouns and form not in self._parties
            return Argument(m.first, m.entity, before, m.genitive or beside, not beside)
        return Argument(m.first, m.entity, before, m.genitive or article in v.possessives, marked)

    def _asks(self, words: Sequence[Token]) -> bool | None:
        """Return whether a question asks for the subject; None for no question, or one that doesn't show it."""
        opening = {t.word for t in words[:2]}
        if opening & self._valency.objects:
            return False
        return True if opening & self._valency.subjects else None

    def _transfer(self, clause: Clause, aliases: Mapping[str, Entity], start: int) -> RoleFrame | None:
        text, words, forms = clause
        verbs = [
            n
            for n, f in enumerate(forms)
            if f in self._transfers and not stands_as_noun(text, words, n, self._language)
        ]
        if not verbs and not any(self._is_giving(*pair) for pair in zip(words, forms, strict=True)):
            return None
        mentions = tuple(self._named.mentions(clause, aliases, nouns=False))
        verb = verbs[-1] if verbs else None
        passive = verb is not None and self._is_passive(words, verb)
        parties = {n for m in mentions for n in range(m.first, m.last + 1)}
        if not verbs:
            parties |= {n for n, form in enumerate(forms) if form in self._giving}
        things = frozenset(
            [start + words[n].start for n in self._things.themes(clause, verb, parties, passive=passive)]
        )
        if not mentions:
            return RoleFrame(frozenset(), frozenset(), TRANSFER, things)
        if verb is None:
            return self._nominal(words, mentions)._replace(themes=things)
        taking = all(forms[n] in self._takes for n in verbs)
        return self._verbal(_Clause(words, verb, taking, passive), mentions)._replace(themes=things)

    def _is_passive(self, words: Sequence[Token], verb: int) -> bool:
        """Tell whether a verb is passive: "has been sending", "wird liefern" and "what it sent were …" are not."""
        v = self._valency
        word = words[verb].word
        before = words[:verb] if v.object_after_verb else words
        helpers = {t.word for t in before} & v.passive_auxiliaries
        if word.endswith(v.active_endings) or (
            helpers <= v.future and word in self._bases and word not in v.same_participle
        ):
            return False
        if v.object_after_verb and (word in self._bases or word.endswith(v.present_endings)):
            return bool(helpers)
        return bool(helpers) or bool({t.word for t in words[max(0, verb - 2) : verb]} & v.present_auxiliaries)

    def _is_giving(self, token: Token, form: str) -> bool:
        """Tell whether a word is a noun for a transfer, or a compound with one."""
        return form in self._giving or not self._giving.isdisjoint(self._analyser.forms(token.word)[1])

    def _preposition(self, words: Sequence[Token], first: int) -> tuple[str, str]:
        """Return the word before a mention that is neither an article nor an adjective behind one, and the article."""
        n, article = first - 1, ""
        if n > 0 and self._nouns_large and words[n].word.endswith(self._valency.adjective_endings):
            before = words[n - 1].word
            n -= words[n].word not in self._valency.articles and before in self._prepositions | self._valency.articles
        while n >= 0 and words[n].word in self._valency.articles:
            article = words[n].word
            n -= 1
        if n == 0 and words[0].word in self._valency.joints:
            return "", article
        return (words[n].word if n >= 0 else ""), article

    def _verbal(self, clause: _Clause, mentions: Sequence[EntityMention]) -> RoleFrame:
        """Return the frame of a clause with a verb: prepositions and cases first, then who is left."""
        placed: dict[_Slot, list[Entity]] = {slot: [] for slot in _Slot}
        bare: list[EntityMention] = []
        for m in mentions:
            slot = self._slot(clause, m)
            placed[slot].append(m.entity)
            if slot is _Slot.BARE:
                bare.append(m)
        if bare:
            self._place_bare(clause, bare, placed[_Slot.GIVER], placed[_Slot.GETTER])
        return RoleFrame(frozenset(placed[_Slot.GIVER]), frozenset(placed[_Slot.GETTER]))

    def _slot(self, clause: _Clause, m: EntityMention) -> _Slot:
        """Return what a mention's preposition or case makes of it."""
        v = self._valency
        before, article = self._preposition(clause.words, m.first)
        if before in v.goal_prepositions:
            return _Slot.ASIDE if clause.taking and not clause.passive else _Slot.GETTER
        if before in v.agent_prepositions and clause.passive:
            return _Slot.GETTER if clause.taking and before not in v.source_prepositions else _Slot.GIVER
        if before in v.source_prepositions:
            return _Slot.GIVER
        if before in v.adjunct_prepositions or m.genitive:
            return _Slot.ASIDE
        return self._by_article(clause, m, before, article)

    def _by_article(self, clause: _Clause, m: EntityMention, before: str, article: str) -> _Slot:
        """Return what an article shows: "der Ukraine" gets, unless it stands by a noun ("die Armee der Ukraine")."""
        v = self._valency
        if not article or article != v.feminine or clause.words[m.first].word in v.masculine:
            gets = article in v.datives and not clause.taking and not self._is_relative(clause, m)
            return _Slot.GETTER if gets else _Slot.BARE
        if before in v.state_nouns:
            return _Slot.BARE
        form = self._analyser.forms(before)[0]
        return _Slot.ASIDE if form in self._nouns and form not in self._parties else _Slot.GETTER

    def _is_relative(self, clause: _Clause, m: EntityMention) -> bool:
        """Tell whether what looks like a mention's article opens a relative clause: "…, den Kenia liefert"."""
        words, verb = clause.words, clause.verb
        return m.first == 1 and verb == len(words) - 1 and words[verb - 1].word != self._valency.infinitive_marker

    def _place_bare(
        self, clause: _Clause, bare: Sequence[EntityMention], givers: list[Entity], getters: list[Entity]
    ) -> None:
        """Give the mentions that nothing shows their places: the first is the subject, unless something else is."""
        v = self._valency
        if clause.taking and not clause.passive:
            bare = [m for m in bare if not (v.object_after_verb and m.first > clause.verb)]  # what is bought
            asks = self._asks_subject(clause)
            if not bare or (asks and not v.object_after_verb and bare[0].entity.kind is EntityKind.NAME):
                return
        subject, *others = (m.entity for m in bare)
        asks_subject = self._asks_subject(clause)
        after_verb = v.object_after_verb and bare[0].first > clause.verb
        if clause.taking:
            (givers if clause.passive else getters).append(subject)
        elif clause.passive or (len(bare) == 1 and (asks_subject or after_verb)):
            getters.append(subject)
        else:
            givers.append(subject)
            getters += others[:1] if not getters else []

    def _asks_subject(self, clause: _Clause) -> bool:
        """Tell whether a question asks who does it, and not who says it: "Who says Russia delivered …?"."""
        opening = [n for n, t in enumerate(clause.words[:2]) if t.word in self._valency.subjects]
        between = clause.words[opening[0] + 1 : clause.verb] if opening else ()
        return bool(opening) and not any(self._analyser.forms(t.word)[0] in self._reporting for t in between)

    def _nominal(self, words: Sequence[Token], mentions: Sequence[EntityMention]) -> RoleFrame:
        """Return the frame of "Russian deliveries to X", "Lieferungen aus X", "X's exports"."""
        v = self._valency
        givers: set[Entity] = set()
        getters: set[Entity] = set()
        for m in mentions:
            before, _ = self._preposition(words, m.first)
            if before in v.goal_prepositions:
                getters.add(m.entity)
            elif before in v.source_prepositions or before in v.agent_prepositions or m.genitive:
                givers.add(m.entity)
        return RoleFrame(frozenset(givers), frozenset(getters))
