"""German names that the whole article tells: last names with small words, or that are nouns, or unknown behind a role.

Rule of this room: only a name that the article gave in full is known; where it stands alone it then is a name, too.
"""

from dataclasses import replace

from bot.core.attribution.name_particles import with_particles
from bot.core.syntax.tagged_text import Pos, TaggedText, Token
from bot.languages.de.reported_speech.party_nouns import PERSON
from bot.languages.given_names import is_given

_OF_NAMES = frozenset(
    {"von", "vom", "van", "zu", "zum", "zur", "de", "der", "den", "di", "da", "la", "du", "ten", "ter"}
)
_NOUNS = frozenset({Pos.NOUN, Pos.NOMINAL})
_BEFORE_NOUN = frozenset({Pos.ARTICLE, Pos.DETERMINER, Pos.ADJECTIVE, Pos.NUMBER, Pos.INDEFINITE, Pos.DEMONSTRATIVE})
_MELTED = frozenset({"im", "am", "zum", "zur", "beim", "vom", "ins", "ans"})
_OWNERS = frozenset({"des", "der", "eines", "einer", "von"})
_SHORTEST = 3
"""Letters of a last name that a noun may be."""
_ROLE = 4
"""Words between a role and the comma before a name: ‹Minister für innere Sicherheit, …›."""


def learn(page: TaggedText) -> TaggedText:
    """Return a page with such names as names, where the article gives one in full."""
    return _alone(_behind_roles(with_particles(page, _OF_NAMES, is_given)))


def _behind_roles(page: TaggedText) -> TaggedText:
    """Return a page with two unknown words as a name: ‹der Minister für Sport, Itan Ben-Tor (Partei),›."""
    found = {k for i in range(len(page.tokens)) if _is_role_and_name(page, i) for k in (i + 1, i + 2)}
    return _as_names(page, frozenset(found))


def _is_role_and_name(page: TaggedText, comma: int) -> bool:
    first, last, after = page.at(comma + 1), page.at(comma + 2), page.at(comma + 3)
    if page.at(comma).text != "," or not (first.pos in _NOUNS and last.pos in _NOUNS and first.capital):
        return False
    named = last.capital and after.text in {"(", ","} and not PERSON.search(first.lower)
    role = any(t.pos is Pos.NOUN and PERSON.search(t.lower) for t in page.words(max(0, comma - _ROLE), comma))
    return named and role and first.sentence == page.at(comma).sentence


def _alone(page: TaggedText) -> TaggedText:
    """Return a page with nouns as last names where they stand alone: ‹Kern›, after ‹Max Kern›."""
    known = {t.text for i, t in enumerate(page.tokens) if _is_last_name(page, i)}
    found = {
        i
        for i, t in enumerate(page.tokens)
        if t.pos in _NOUNS and {t.text, _bare(t)} & known and _stands_alone(page, i)
    }
    return _as_names(page, frozenset(found))


def _is_last_name(page: TaggedText, i: int) -> bool:
    token, first = page.at(i), page.at(i - 1)
    after = page.at(i + 1)
    whole = token.capital and len(token.text) >= _SHORTEST and token.sentence == first.sentence and token.noun
    return whole and first.capital and first.pos is Pos.NAME and is_given(first.text) and after.pos is not Pos.NAME


def _bare(token: Token) -> str:
    return token.text.removesuffix("s") if token.text.endswith("s") and not token.text.endswith("ss") else token.text


def _stands_alone(page: TaggedText, i: int) -> bool:
    before, after = page.at(i - 1), page.at(i + 1)
    led = before.pos in _BEFORE_NOUN or before.lower in _MELTED
    return page.at(i).capital and not led and after.lower not in _OWNERS


def _as_names(page: TaggedText, found: frozenset[int]) -> TaggedText:
    if not found:
        return page
    return replace(page, tokens=tuple(replace(t, pos=Pos.NAME) if i in found else t for i, t in enumerate(page.tokens)))
