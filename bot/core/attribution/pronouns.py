"""Whom a pronoun means: gender, number, whether a person or a body, and how near.

Rule of this room: where two fit as well nobody is meant, for a wrong name is worse than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language_data.reported_speech import Gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.attribution.party import Party
    from bot.core.language_data.reported_speech import Pronoun
    from bot.core.syntax.tagged_text import Range, TaggedText

_MEMORY = 6
"""Sentences for which a pronoun can mean a party."""
_CERTAIN = 3
"""Sentences for which a party of a pronoun's own gender is meant before those of whom nothing tells it."""
_CLEAR = 2.0
"""By how much it must fit better for the pronoun to tell of a party's gender."""
_MARGIN = 0.5
"""By how much the best of several must fit better than the next, in steps of the weights of `_score`."""


def antecedent(parties: Sequence[Party], pronoun: Pronoun, k: int, *, plural: bool) -> Party | None:
    """Return whom a pronoun of sentence `k` means: near, a subject or a speaker; nobody where two fit as well.

    `plural` is the number that the verb beside it shows, where the pronoun itself doesn't.
    """
    number = pronoun.plural if pronoun.plural is not None else plural
    gender = pronoun.gender if pronoun.gender or number else Gender.FEMININE
    near = [p for p in parties if k - p.seen <= _MEMORY]
    fits = [p for p in near if _agrees(p, pronoun, gender, plural=number)]
    fits = fits or [p for p in near if _may_agree(p, pronoun, gender, plural=number)]
    certain = [p for p in fits if p.profile.person and _known(p, gender) and k - p.seen <= _CERTAIN]
    scored = sorted((_score(p, pronoun, gender, k), n) for n, p in enumerate(fits))
    if not scored:
        return None
    (best, n), rest = scored[-1], scored[:-1]
    found = fits[n]
    alone = not rest or (not certain and best - rest[-1][0] >= _CLEAR)
    if rest and best - rest[-1][0] < _MARGIN and not _known(found, gender):
        return None
    if certain and found.subject != k and not _known(found, gender) and not _is_recent(found.spoke, k):
        return None  # ‹she› is hardly one of whom nothing tells it where a woman is near
    if alone and gender is not None and gender is not Gender.NEUTER and found.profile.person and not number:
        found.gender = found.gender or gender  # nobody else is there: the pronoun tells of whom it stands for
    return found


def _known(party: Party, gender: Gender | None) -> bool:
    return gender is not None and party.gender is gender


def verb_number(page: TaggedText, span: Range, plural_endings: tuple[str, ...]) -> bool:
    """Tell whether the verb beside a pronoun is in the plural, by the endings of such verbs."""
    start, end = page.sentence(span[0])
    near = page.finite(max(start, span[0] - 3), min(end, span[1] + 4))
    verb = min(near, key=lambda v: abs(v - span[0]), default=None)
    return verb is not None and page.at(verb).lower.endswith(plural_endings)


def _agrees(party: Party, pronoun: Pronoun, gender: Gender | None, *, plural: bool) -> bool:
    profile = party.profile
    if plural:
        several = bool(profile.members) or profile.plural is True
        return several or (pronoun.bodies and profile.body and not profile.unclear and profile.plural is None)
    if profile.plural or profile.members:
        return False
    if gender is not Gender.NEUTER and party.gender is not None and party.gender is not gender:
        return False
    human = profile.person or (party.name is not None and party.spoke is not None and not profile.body)
    acts = party.spoke is not None or (pronoun.unclear and party.subject is not None)
    body = pronoun.bodies and profile.body and not profile.person and (acts or not pronoun.persons)
    return (pronoun.persons and human) or body


def _may_agree(party: Party, pronoun: Pronoun, gender: Gender | None, *, plural: bool) -> bool:
    """Tell whether a bare name that did something can be a person's, where no clear one is there: ‹Ostler frowns›."""
    unclear = party.profile.unclear and party.name is not None and party.subject is not None
    clash = party.gender is not None and party.gender is not gender
    return pronoun.persons and pronoun.unclear and unclear and not (plural or clash)


def _score(party: Party, pronoun: Pronoun, gender: Gender | None, k: int) -> float:
    """Return how well a party fits; the weights were set on pronouns of German news, in sentences of distance."""
    human = party.profile.person and pronoun.persons
    recent = 1.5 * _is_recent(party.subject, k) + 2.0 * _is_recent(party.spoke, k)
    return -1.2 * (k - party.seen) + recent + 1.5 * human + 1.5 * _known(party, gender)


def _is_recent(sentence: int | None, k: int) -> bool:
    return sentence is not None and sentence >= k - 1 >= 0
