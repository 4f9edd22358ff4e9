"""Who is meant: mentions of one party brought together, and the name that the article gives it.

Rule of this room: when unsure, a mention stays as it stands; a name is never guessed, and comes from this article only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.attribution.party import Party
from bot.core.attribution.pronouns import antecedent, verb_number
from bot.core.language_data.reported_speech import Gender, Profile, Pronoun, ReportedSpeech
from bot.core.syntax.tagged_text import Range, TaggedText

_TYPO = 7
"""Letters of a name in which one may be wrong, missing or too many (‹Indpendent›)."""
_PART = 4
"""Letters of a part of a name that is enough to mean the whole."""
_PARTIES = 400
"""Parties remembered, so that the work grows with the text's length only; the most of 250 news articles is 45."""
_TWO = 2
_REACH = 8
"""Sentences for which ‹the company› can mean a body."""
_KIND = 5
"""Letters of a noun that may be the end of a longer one (‹Berater› of ‹Sicherheitsberater›)."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a mention means: canonical name and role, None where the article doesn't give them."""

    name: str | None = None
    role: str | None = None


@dataclass(slots=True)
class _Register:
    page: TaggedText
    speech: ReportedSpeech
    parties: list[Party] = field(default_factory=list)
    """Those whom a mention can mean, the last seen at the end."""
    known: dict[Range, Party | None] = field(default_factory=dict)

    def see(self, party: Party, k: int) -> None:
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


def _link(register: _Register, span: Range, k: int) -> Party | None:
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
    party = _by_name(register, profile) if profile.name else _unnamed(register, profile, k)
    for member in profile.members:
        single = _link(register, member, k)
        if single is not None:
            register.see(single, k)
    if party is None:
        name = register.speech.stem(profile.name) if profile.name and span[1] - span[0] == 1 else profile.name
        party = Party(profile, name, profile.role, set(profile.kinds), set(profile.origins), profile.gender, first=span)
    else:
        _learn(party, profile)
    if profile.name:
        party.called.add(profile.name)
    return party


def _learn(party: Party, profile: Profile) -> None:
    if profile.name and party.name and " " in profile.name and len(profile.name) > len(party.name):
        party.name = profile.name
    party.name = party.name or profile.name
    party.role = party.role or profile.role
    party.kinds |= set(profile.kinds)
    party.origins |= profile.origins
    party.gender = party.gender or profile.gender


def _by_name(register: _Register, profile: Profile) -> Party | None:
    """Find a party by its last name, any part of its name, or its name with one letter wrong.

    A last name that two bear means whom it meant before, else nobody that is known; a part of a name means the whole,
    but no body that was called after somebody (‹Trump› is not ‹Trump University›).
    """
    fits = [p for p in reversed(register.parties) if p.name and not _differ(p.gender, profile.gender)]
    same = [p for p in fits if _named_alike(register.speech, p, profile)]
    if same:
        return _only(same, profile)
    return next((p for p in fits if _named_in_part(register.speech, p, profile)), None)


def _only(same: Sequence[Party], profile: Profile) -> Party | None:
    """Return the party of a name; of two full names that end alike, the one that the last name alone has meant."""
    if " " in (profile.name or "") or len({p.name for p in same if p.name and " " in p.name}) < _TWO:
        return same[0]
    known = [p for p in same if profile.name in p.called]
    return known[0] if len(known) == 1 else None


def _named_alike(speech: ReportedSpeech, party: Party, profile: Profile) -> bool:
    """Tell whether a party has a name, its short form, or its last part as last name."""
    name, known, stem = profile.name or "", party.name or "", speech.stem
    if name == party.profile.alias or (known == profile.alias and profile.alias):
        return True
    if party.profile.members or profile.members:
        return known == name
    if " " in name and known.lower().endswith(f" {name.lower()}"):
        return True  # ‹von der Marsch›, after ‹Ulla von der Marsch›
    parts, last = [stem(w) for w in known.split()], stem(name.split()[-1])
    if " " in name and " " in known and parts[-1] == last and name.split()[0] != known.split()[0]:
        return stem(known) == stem(name) or not party.profile.person
    return stem(known) == stem(name) or parts[-1] == last


def _named_in_part(speech: ReportedSpeech, party: Party, profile: Profile) -> bool:
    """Tell whether a name is a part of a party's, or the same with one letter wrong."""
    name, known = profile.name or "", party.name or ""
    if party.profile.members or profile.members:
        return False
    parts, last = [speech.stem(w) for w in known.split()], speech.stem(name.split()[-1])
    part = " " not in name and len(last) >= _PART and last in parts and not _called_after(party)
    return part or (len(name) >= _TYPO and one_letter_apart(name, known))


def _called_after(party: Party) -> bool:
    """Tell whether a thing has somebody's name in its own: ‹Trump University›, ‹Brandt-Stiftung›."""
    return party.profile.body and not party.profile.unclear and not party.profile.person


def _differ(a: Gender | None, b: Gender | None) -> bool:
    return a is not None and b is not None and a is not b


def _by_role(register: _Register, profile: Profile) -> Party | None:
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


def _unnamed(register: _Register, profile: Profile, k: int) -> Party | None:
    return _by_role(register, profile) or _by_noun(register, profile) or _by_sort(register, profile, k)


def _by_sort(register: _Register, profile: Profile, k: int) -> Party | None:
    """Find the body that ‹the company› means, where one fits: the only one of its sort, or that spoke, or at all."""
    kind = profile.kinds[0] if profile.kinds else ""
    if not profile.definite or kind not in register.speech.generic or profile.plural:
        return None
    sort = register.speech.classes_of_kind
    bodies = [p for p in register.parties if k - p.seen <= _REACH and _is_body(p, sort.get(kind), sort)]
    known = [p for p in bodies if kind in sort and any(sort.get(k) == sort[kind] for k in p.kinds)] or bodies
    fits = [p for p in known if p.spoke is not None] or known
    return fits[0] if len(fits) == 1 else None


def _is_body(party: Party, kind: str | None, sorts: Mapping[str, str]) -> bool:
    """Tell whether a named party can be any body, and is not known to be of another sort."""
    other = {sorts[k] for k in party.kinds if k in sorts} - {kind}
    profile = party.profile
    return party.name is not None and profile.body and not (profile.person or profile.members or other)


def _by_noun(register: _Register, profile: Profile) -> Party | None:
    """Find a person by a last name that is also a common noun: ‹Kern›, after ‹Max Kern›."""
    if profile.definite or len(profile.kinds) != 1:
        return None
    last = profile.kinds[0]
    named = [p for p in reversed(register.parties) if p.name and " " in p.name]
    alike = [p for p in named if register.speech.stem((p.name or "").split()[-1]).lower() == last]
    several = any(p.profile.members for p in alike) or len({p.name for p in alike}) > 1  # ‹Max Kern und Eva Kern›
    return None if several else next((p for p in alike if p.profile.person), None)


def _same_kind(speech: ReportedSpeech, kind: str, other: str) -> bool:
    sort = speech.classes_of_kind.get(kind) if kind not in speech.generic else None
    if sort is not None and sort == speech.classes_of_kind.get(other):
        return True
    return kind == other or (len(kind) >= _KIND and other.endswith(kind))


def _by_pronoun(register: _Register, span: Range, pronoun: Pronoun, k: int) -> Party | None:
    """Find whom a pronoun means, None where nobody is sure."""
    return antecedent(
        register.parties, pronoun, k, plural=verb_number(register.page, span, register.speech.plural_endings)
    )


def one_letter_apart(a: str, b: str) -> bool:
    """Tell whether two names differ in at most one letter: one wrong, one missing or one too many."""
    if abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]
