"""Whom an article means by a surname, a role or a description: the other words that it has for the same party.

Rule of this room: a surname that two people bear, or a role that two have, means nobody.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.core.attribution.coreference import identify
from bot.core.checking.word_matching import Alias
from bot.core.lexical.lexicon import EntityKind
from bot.core.syntax.tagged_text import Pos, tag_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.lexical.lexicon import Entity
    from bot.core.syntax.tagged_text import TaggedText
    from bot.model import Article

_ARTICLES = frozenset({Pos.ARTICLE, Pos.DETERMINER, Pos.ADJECTIVE, Pos.NUMBER})
_TWO = 2
_ROLE = 4
"""Words of a role, or of a name."""


_Meant = tuple[int, frozenset[str]]
"""A token, and the forms of other words for whom it means."""


class _Person(NamedTuple):
    """Somebody with a full name, and the forms of the nouns that tell who that is."""

    name: str
    roles: frozenset[str]
    sure: bool = True
    """Whether it is a human being by the words around it, and no square or ship."""


def aliases_in(article: Article, language: Language) -> Mapping[int, Sequence[Alias]]:
    """Return by sentences the words that mean somebody with other words; places count in the sentence."""
    speech = language.speech()
    page = tag_text(article.text, article.sentences, speech.tag, speech.abbreviations, speech.elisions)
    people = _people(page, language, article)
    found: dict[int, list[Alias]] = defaultdict(list)
    for at, forms in (
        *_by_surname(page, people, language),
        *_by_role(page, people, language),
        *_allies(page, language, _speaking(page, article)),
    ):
        token = page.at(at)
        start = article.sentences[token.sentence].span.start
        found[token.sentence].append(Alias((token.start - start, token.end - start), forms))
    return found


def _people(page: TaggedText, language: Language, article: Article) -> tuple[_Person, ...]:
    """Return the people that an article names in full, with their roles."""
    speech = language.speech()
    spans = [m for k in range(len(page.sentences)) for m, _ in speech.mentions(page, k)]
    who = identify(page, speech, spans)
    names: dict[str, set[str]] = {}
    told = [(i.name, i.role) for i in who.values()]
    told += [(m.name, m.role) for a in article.attributions for m in (a.speaker, *a.via) if m]
    for name, role in told:
        if name and " " in name and all(w[:1].isupper() for w in (name.split()[0], name.split()[-1])):
            names.setdefault(name, set()).update(_role_forms(role or "", language))
    human = {i.name for m, i in who.items() if i.name and speech.profile(page, m).person}
    known = [name for name in names if not _is_list(name, language) and len(name.split()) <= _ROLE]
    return tuple(_Person(name, frozenset(names[name]), name in human) for name in known)


def _is_list(name: str, language: Language) -> bool:
    return any(w in language.clause_words.conjunctions for w in name.split())


def _role_forms(role: str, language: Language) -> Iterator[str]:
    """Yield the form of a role's last noun; a former one's has none."""
    words = language.analyser().read(role)
    turned = language.modifiers.local.keys() | set(language.turns.altered)
    if words and len(words) <= _ROLE and not any(w.lower().startswith(tuple(turned)) for w in role.split()):
        yield words[-1].form


def _by_surname(page: TaggedText, people: Sequence[_Person], language: Language) -> Iterator[_Meant]:
    """Yield the surnames that stand for one person alone, with the forms of the full name and of the role."""
    by_last: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        by_last[person.name.split()[-1]].append(person)
    for at, token in enumerate(page.tokens):
        if not token.capital:
            continue
        bare = token.text.removesuffix("'s").removesuffix("’s")
        one = by_last.get(bare) or by_last.get(bare.removesuffix("s"), [])
        before = page.at(at - 1)
        if len(one) == 1 and one[0].sure and not (before.pos in _ARTICLES and before.sentence == token.sentence):
            forms = {w.form for w in language.analyser().read(one[0].name)}
            yield at, frozenset(forms | one[0].roles)


def _by_role(page: TaggedText, people: Sequence[_Person], language: Language) -> Iterator[_Meant]:
    """Yield the nouns with a definite article that tell of one person alone, with the forms of the name."""
    by_role: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        for role in person.roles:
            by_role[role].append(person)
    articles = language.turns.definite
    for at, token in enumerate(page.tokens):
        if token.noun and page.at(at - 1).lower in articles and not page.at(at + 1).noun:
            form = language.analyser().forms(token.lower, capital=True)[0]
            one = by_role.get(form, [])
            if len(one) == 1 and one[0].sure:
                yield at, frozenset(w.form for w in language.analyser().read(one[0].name))


def _speaking(page: TaggedText, article: Article) -> frozenset[int]:
    """Return the tokens by which an article says who says so: they name no party to what is done."""
    spans = [s for a in article.attributions for s in (*a.cue, *(m.span for m in (a.speaker, *a.via) if m))]
    return frozenset(i for i, t in enumerate(page.tokens) if any(s.start <= t.start < s.end for s in spans))


def _allies(page: TaggedText, language: Language, speaking: frozenset[int]) -> Iterator[_Meant]:
    """Yield ‹the ally› of a sentence that names one of two states, with the forms of the other.

    The two are those that the sentences before in the paragraph have; who only speaks is none.
    """
    states = language.lexicon().entities(language.code)
    recent: list[Entity] = []
    for k, (start, end) in enumerate(page.sentences):
        named = (i for i in range(start, end) if i not in speaking)
        here = [e for i in named if (e := _state(page, i, language, states)) is not None]
        for i in range(start, end):
            definite = page.at(i - 1).lower in language.turns.definite
            if page.at(i).lower in language.turns.relational and definite and len(set(here)) == 1:
                pair = [e for e in dict.fromkeys(reversed(recent)) if e not in here]
                if len(pair) == 1 and here[0] in recent:
                    yield i, frozenset(form for form, e in states.items() if e.id == pair[0].id and " " not in form)
        if k and page.paragraphs[k] != page.paragraphs[k - 1]:
            recent = []
        recent = [*recent, *here]


def _state(page: TaggedText, at: int, language: Language, states: Mapping[str, Entity]) -> Entity | None:
    token = page.at(at)
    entity = states.get(language.analyser().forms(token.lower)[0]) if token.text.isalpha() else None
    kinds = {EntityKind.STATE, EntityKind.ADJECTIVE}
    return entity._replace(kind=EntityKind.STATE) if entity is not None and entity.kind in kinds else None
