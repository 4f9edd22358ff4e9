"""Who is meant: mentions of one party brought together, and the name that the article gives it.

Rule of this room: when unsure, a mention stays as it stands; a name is never guessed, and comes from this article only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.core.language_data.reported_speech import Gender, Profile, Pronoun, ReportedSpeech
from bot.core.syntax.tagged_text import Range, TaggedText

_MEMORY = 6
"""Sentences for which a pronoun can mean a party."""
_TYPO = 7
"""Letters of a name in which one may be wrong, missing or too many (‹Indpendent›)."""
_PART = 4
"""Letters of a part of a name that is enough to mean the whole."""
_PARTIES = 400
"""Parties remembered, so that the work grows with the text's length only; the most of 250 news articles is 45."""
_KIND = 5
"""Letters of a noun that may be the end of a longer one (‹Berater› of ‹Sicherheitsberater›)."""


@dataclass(slots=True, eq=False)
class _Party:
    """Someone the article mentions, as far as it was read."""

    profile: Profile
    name: str | None
    role: str | None
    kinds: set[str]
    origins: set[str]
    gender: Gender | None
    seen: int = 0
    """The sentences in which it was seen last, was a subject last, and spoke last."""
    subject: int | None = None
    spoke: int | None = None
    first: Range = (0, 0)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a mention means: canonical name and role, None where the article doesn't give them."""

    name: str | None = None
    role: str | None = None


@dataclass(slots=True)
class _Register:
    page: TaggedText
    speech: ReportedSpeech
    parties: list[_Party] = field(default_factory=list)
    """Those whom a mention can mean, the last seen at the end."""
    known: dict[Range, _Party | None] = field(default_factory=dict)

    def see(self, party: _Party, k: int) -> None:
        """Put a party behind all others; the one not seen for longest is forgotten where there are too many."""
        party.seen = max(party.seen, k)
        if party in self.parties:
            self.parties.remove(party)
        self.parties.append(party)
        del self.parties[:-_PARTIES]


def identify(page: TaggedText, speech: ReportedSpeech, speakers: Iterable[Range]) -> dict[Range, Identity]:
    """Return who each speaker's mention means; mentions that mean the same party get the same name."""
    register = _Register(page, speech)
    wanted: dict[int, list[Range]] = {}
    for span in dict.fromkeys(speakers):
        wanted.setdefault(page.tokens[span[0]].sentence, []).append(span)
    for k in range(len(page.sentences)):
        _read(register, k, wanted.get(k, []))
    return {span: _identity(register, span) for spans in wanted.values() for span in spans}


def _identity(register: _Register, span: Range) -> Identity:
    party = register.known.get(span)
    own = register.speech.profile(register.page, span)
    if party is None:
        return Identity(own.name, own.role)
    return Identity(party.name or party.profile.description, own.role or party.role)


def _read(register: _Register, k: int, speakers: Sequence[Range]) -> None:
    """Take in the mentions of a sentence, in text order; a speaker's mention counts as it was found by its frame."""
    page, speech = register.page, register.speech
    found = [(m, s) for m, s in speech.mentions(page, k) if not any(_meets(m, other) for other in speakers)]
    every = sorted([*found, *((s, True) for s in speakers)])
    first = True
    for span, can_be_subject in every:
        party = _link(register, span, k)
        register.known[span] = party
        if party is None:
            continue
        register.see(party, k)
        if can_be_subject and first:
            party.subject, first = k, False
        if span in speakers:
            party.spoke = k


def _meets(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _link(register: _Register, span: Range, k: int) -> _Party | None:
    """Return the party that a mention means: by pronoun, by name, by role; else a new one."""
    token = register.page.at(span[0])
    pronoun = register.speech.pronouns.get(token.lower)
    if pronoun is not None and span[1] - span[0] == 1:
        return _by_pronoun(register, span, pronoun, k)
    profile = register.speech.profile(register.page, span)
    if profile.anaphor:
        return _by_pronoun(register, span, Pronoun(profile.gender, plural=False), k)
    if profile.possessor:
        return _by_pronoun(register, span, profile.possessor, k)
    party = _by_name(register, profile) if profile.name else _by_role(register, profile) or _by_noun(register, profile)
    for member in profile.members:
        single = _link(register, member, k)
        if single is not None:
            register.see(single, k)
    if party is None:
        name = register.speech.stem(profile.name) if profile.name and span[1] - span[0] == 1 else profile.name
        return _Party(profile, name, profile.role, set(profile.kinds), set(profile.origins), profile.gender, first=span)
    _learn(party, profile)
    return party


def _learn(party: _Party, profile: Profile) -> None:
    if profile.name and party.name and " " in profile.name and len(profile.name) > len(party.name):
        party.name = profile.name
    party.name = party.name or profile.name
    party.role = party.role or profile.role
    party.kinds |= set(profile.kinds)
    party.origins |= profile.origins
    party.gender = party.gender or profile.gender


def _by_name(register: _Register, profile: Profile) -> _Party | None:
    """Find a party by its last name, any part of its name, or its name with one letter wrong."""
    name, stem = profile.name or "", register.speech.stem
    last = stem(name.split()[-1])
    for party in reversed(register.parties):
        if not party.name or _differ(party.gender, profile.gender):
            continue
        if party.profile.members or profile.members:
            if party.name == name:
                return party
            continue
        parts = [stem(w) for w in party.name.split()]
        full = " " in name and " " in party.name
        if full and name.split()[0] != party.name.split()[0] and parts[-1] == last and party.profile.person:
            continue
        if stem(party.name) == stem(name) or parts[-1] == last:
            return party
        if " " not in name and len(last) >= _PART and last in parts:
            return party
        if len(name) >= _TYPO and one_letter_apart(name, party.name):
            return party
    return None


def _differ(a: Gender | None, b: Gender | None) -> bool:
    return a is not None and b is not None and a is not b


def _by_role(register: _Register, profile: Profile) -> _Party | None:
    """Find a party by a definite role: ‹Der Sicherheitsberater›; another nationality is another party."""
    if not profile.definite or not profile.kinds:
        return None
    kind = profile.kinds[0]
    for party in reversed(register.parties):
        if profile.origins and party.origins and not profile.origins & party.origins:
            continue
        if _differ(party.gender, profile.gender) or {party.profile.plural, profile.plural} == {True, False}:
            continue
        if any(_same_kind(register.speech, kind, other) for other in party.kinds):
            return party
    return None


def _by_noun(register: _Register, profile: Profile) -> _Party | None:
    """Find a person by a last name that is also a common noun: ‹Kern›, after ‹Max Kern›."""
    if profile.definite or len(profile.kinds) != 1:
        return None
    last = profile.kinds[0]
    named = (p for p in reversed(register.parties) if p.name and " " in p.name and p.profile.person)
    return next((p for p in named if p.name and register.speech.stem(p.name.split()[-1]).lower() == last), None)


def _same_kind(speech: ReportedSpeech, kind: str, other: str) -> bool:
    sort = speech.classes_of_kind.get(kind)
    if sort is not None and sort == speech.classes_of_kind.get(other):
        return True
    return kind == other or (len(kind) >= _KIND and other.endswith(kind))


def _by_pronoun(register: _Register, span: Range, pronoun: Pronoun, k: int) -> _Party | None:
    """Find whom a pronoun means: near, a subject or a speaker, a person; nobody where two fit as well."""
    number = pronoun.plural if pronoun.plural is not None else _verb_number(register, span)
    gender = pronoun.gender if pronoun.gender or number else Gender.FEMININE
    gender = None if gender is Gender.NEUTER else gender
    scored = [
        (_score(party, pronoun, gender, k), party)
        for party in register.parties
        if k - party.seen <= _MEMORY and _agrees(party, pronoun, gender, plural=bool(number))
    ]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    return next(party for score, party in reversed(scored) if score == best)


def _verb_number(register: _Register, span: Range) -> bool:
    """Tell whether the verb beside a pronoun is in the plural."""
    page = register.page
    start, end = page.sentence(span[0])
    near = page.finite(max(start, span[0] - 3), min(end, span[1] + 4))
    verb = min(near, key=lambda v: abs(v - span[0]), default=None)
    return verb is not None and page.at(verb).lower.endswith(register.speech.plural_endings)


def _agrees(party: _Party, pronoun: Pronoun, gender: Gender | None, *, plural: bool) -> bool:
    profile = party.profile
    if not plural and _differ(party.gender, gender):
        return False
    if profile.plural is not None and profile.plural != plural:
        return False
    human = profile.person or (party.name is not None and party.spoke is not None and not profile.body)
    if plural:
        return human or profile.body or profile.plural is True
    body = pronoun.bodies and profile.body and not profile.person and (party.spoke is not None or not pronoun.persons)
    return (pronoun.persons and human) or body


def _score(party: _Party, pronoun: Pronoun, gender: Gender | None, k: int) -> float:
    """Return how well a party fits; the weights were set on pronouns of German news, in sentences of distance."""
    human = party.profile.person and pronoun.persons
    recent = 1.5 * _is_recent(party.subject, k) + 2.0 * _is_recent(party.spoke, k)
    return -1.2 * (k - party.seen) + recent + 1.5 * human + 0.5 * (gender is not None and party.gender is gender)


def _is_recent(sentence: int | None, k: int) -> bool:
    return sentence is not None and sentence >= k - 1 >= 0


def one_letter_apart(a: str, b: str) -> bool:
    """Tell whether two names differ in at most one letter: one wrong, one missing or one too many."""
    if abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]
