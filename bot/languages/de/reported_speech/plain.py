"""The core of a German noun phrase: article, adjectives, nouns and names, nothing that is added behind them.

Rule of this room: a phrase is found from its first word, left to right, within a limit.
"""

import re

from bot.core.syntax.tagged_text import FINITE, NAME_QUOTE, Phrase, Pos, TaggedText, Token, is_closer
from bot.languages.de.reported_speech.party_nouns import TIME, TITLES
from bot.languages.de.reported_speech.vocabulary import ABSTRACT_PLURAL, ALONE, PARTICLES, QUANTITIES
from bot.languages.given_names import is_given

_PERSONAL = frozenset({"er", "sie", "es", "ich", "wir", "man", "ihr"})
_DETERMINERS = frozenset({Pos.ARTICLE, Pos.DETERMINER})
_QUANTITY = frozenset({Pos.INDEFINITE, Pos.DEMONSTRATIVE, Pos.ADJECTIVE, Pos.DETERMINER, Pos.ARTICLE, Pos.RELATIVE})
_MODIFIER = frozenset({Pos.ADJECTIVE, Pos.NUMBER, Pos.PREDICATIVE})
_MAX_MODIFIERS = 9
_MEASURED = re.compile(r"(alt|lang|groß|stark|hoch|hoh|schwer|breit|tief|dick)(e|er|en|es|em)$")
"""Adjectives of ‹330 Seiten starke›."""
_MAX_INNER = 7
"""Words of ‹die in Wien ansässige Firma› between the article and the adjective."""
_RETIRED = frozenset({"a.d.", "i.r.", "h.c.", "a."})
"""What stands between an office and a name: ‹Oberst a. D. Jens Wolf›."""
_JOINS = frozenset({"und", "oder", "sowie"})


def plain_at(page: TaggedText, i: int, limit: int) -> Phrase | None:
    """Return the phrase that starts at a token, without genitives, places, links and appositions."""
    token = page.at(i)
    if i >= limit:
        return None
    if (token.pos is Pos.PRONOUN and token.lower in _PERSONAL) or token.lower == "man" or _alone(page, i, limit):
        return Phrase(i, i + 1, i)
    determined = _determined(page, i) or _owns(page, i)
    after = i + determined
    if determined and after < limit and page.at(after).pos is Pos.DETERMINER:
        after += 1
    k = _modifiers(page, after, limit, determined=determined > 0)
    if k is None or k > limit:
        return None
    found = _head(page, i, after, k, limit)
    if found is None:
        return None
    head, end = found
    return Phrase(i, *_nouns(page, i, head, end, limit))


def _alone(page: TaggedText, i: int, limit: int) -> bool:
    token, after = page.at(i), page.at(i + 1)
    if token.lower not in ALONE:
        return False
    free = token.pos in {Pos.DEMONSTRATIVE, Pos.INDEFINITE} or i + 1 >= limit or after.finite
    return free and (i + 1 >= limit or not (after.noun or after.pos in {Pos.ADJECTIVE, Pos.ARTICLE}))


def _determined(page: TaggedText, i: int) -> int:
    token = page.at(i)
    return int(token.pos in _DETERMINERS or (token.lower in QUANTITIES and token.pos in _QUANTITY))


def _owns(page: TaggedText, i: int) -> int:
    """Return 1 for a name that stands before its noun like an article: ‹Berlins früherer Bürgermeister›."""
    token, after = page.at(i), page.at(i + 1)
    declined = after.pos is Pos.ADJECTIVE and not after.lower.endswith("en") and not page.at(i - 1).noun
    return int(token.pos is Pos.NAME and token.lower.endswith(("s", "’")) and declined)


def _modifiers(page: TaggedText, i: int, limit: int, *, determined: bool) -> int | None:
    """Return where the noun should stand: behind adjectives, numbers and, after an article, inner phrases."""
    k = i
    for _ in range(_MAX_MODIFIERS):
        token = page.at(k)
        if k >= limit or token.noun or (determined and page.opens(k)):
            break
        if determined and token.pos is Pos.NUMBER and page.at(k + 1).noun and _MEASURED.match(page.at(k + 2).lower):
            k += 3  # ‹der 61 Jahre alte Minister›
            continue
        joined = token.lower in {"und", "oder"} and k > i and page.at(k - 1).pos is Pos.ADJECTIVE
        inner = determined and token.lower == "nicht" and page.at(k + 1).pos in _MODIFIER
        inner = inner or (determined and (token.pos in {Pos.ADVERB, Pos.COMPARISON, Pos.PARTICIPLE}))
        if token.pos in _MODIFIER or joined or inner:
            k += 1
        elif token.pos is Pos.PREPOSITION and determined and k == i:
            adjective = _inner_phrase(page, k, limit)
            if adjective is None:
                return None
            k = adjective + 1
        else:
            break
    return k


def _inner_phrase(page: TaggedText, k: int, limit: int) -> int | None:
    """Return the adjective that a phrase between article and noun leads to: ‹die in Wien ansässige Firma›."""
    for m in range(k + 2, min(limit, k + _MAX_INNER)):
        token = page.at(m)
        if token.pos in FINITE or token.text in {",", ".", ":", ";"}:
            return None
        leads = page.at(m + 1).noun or page.at(m + 1).pos is Pos.ADJECTIVE or page.opens(m + 1)
        if token.pos is Pos.ADJECTIVE and leads and page.at(m - 1).pos not in {Pos.ARTICLE, Pos.PREPOSITION}:
            return m
    return None


def _head(page: TaggedText, i: int, after: int, k: int, limit: int) -> tuple[int, int] | None:
    """Return the head of a phrase and where it ends: a noun, a quoted name, a nominalised adjective, a quantity."""
    token, before, first = page.at(k), page.at(k - 1), page.at(i)
    if k < limit and page.opens(k) and _short_quote(page, k):
        return k + 1, page.quotes[page.quotation(k)][1]
    if k < limit and token.noun:
        return k, k + 1
    if first.pos in {Pos.INDEFINITE, Pos.DEMONSTRATIVE} and after > i:
        return i, after
    if first.lower in QUANTITIES and after > i and k == after:
        return i, after
    nominal = k > after and before.pos in {Pos.ADJECTIVE, Pos.NUMBER} and before.capital
    if nominal and (after > i or k - 1 > page.sentence(k - 1)[0]):
        return k - 1, k
    return None


def _short_quote(page: TaggedText, k: int) -> bool:
    """Tell whether a quotation can be a name: few words, and none of them says what somebody does."""
    a, b = page.quotes[page.quotation(k)]
    return b - a <= NAME_QUOTE + 1 and not any(t.pos in FINITE and not t.capital for t in page.words(a + 1, b - 1))


def _nouns(page: TaggedText, i: int, head: int, m: int, limit: int) -> tuple[int, int]:
    """Return end and head after the nouns that follow: ‹Präsident Max Muster›, ‹die Zeitung „Die Zeit“›."""
    while m < limit:
        step = _further(page, i, m, limit)
        if step is None:
            break
        head, m = head if step[0] is None else step[0], step[1]
    return min(m, limit), head


def _further(page: TaggedText, i: int, m: int, limit: int) -> tuple[int | None, int] | None:  # noqa: PLR0911 - a list of cases
    """Return head (None: as before) and end after one more noun or what stands between two; None where none follows."""
    token, before, after = page.at(m), page.at(m - 1), page.at(m + 1)
    if token.noun and token.lower != "d.":
        return None if _another_thing(token, before) else (m, m + 1)
    if token.pos is Pos.NUMBER and _numbers_name(page, m, limit):
        return None, m + 1
    if token.lower in PARTICLES | {"zu"} and (length := _particles(page, i, m, limit)):
        return m + length, m + length + 1
    if page.opens(m):
        named = _short_quote(page, m) and after.capital and not is_closer(before)
        return (None, page.quotes[page.quotation(m)][1]) if named else None
    if token.lower in _RETIRED:
        return None, m + 1 + (after.lower == "d.")
    if token.text in TITLES or (token.lower == "ohne" and before.lower in {"ärzte", "reporter"}):
        return None, m + 1
    return _tied(page, m, limit)


def _tied(page: TaggedText, m: int, limit: int) -> tuple[int, int] | None:
    """Return head and end of a noun that a mark ties: ‹„Bild“-Zeitung›, ‹Luft- und Raumfahrt›, ‹90/Die Grünen›."""
    token, after = page.at(m), page.at(m + 1)
    if token.text == "-" and page.closes(m - 1):
        noun = m + 1
    elif token.text == "-" and after.lower in _JOINS:
        noun = m + 2
    elif token.pos is Pos.NUMBER and after.text == "/":
        noun = m + 2 + (not page.at(m + 2).noun)
    elif token.text in {"&", "/"} or (token.pos is Pos.ADJECTIVE and _of_the_town(page, m)):
        noun = m + 1
    else:
        return None
    return (noun, noun + 1) if noun < limit and page.at(noun).noun else None


def _another_thing(token: Token, before: Token) -> bool:
    """Tell whether a noun behind a name is something else: ‹laut Airbus Bestellungen›."""
    return before.pos is Pos.NAME and token.pos is Pos.NOUN and bool(ABSTRACT_PLURAL.search(token.lower))


def _of_the_town(page: TaggedText, m: int) -> bool:
    """Tell whether a token is the second half of a town's adjective: ‹New Yorker Behörden›."""
    token, before, after = page.at(m), page.at(m - 1), page.at(m + 1)
    return token.capital and token.lower.endswith("er") and before.pos is Pos.NAME and after.noun


def _numbers_name(page: TaggedText, m: int, limit: int) -> bool:
    token, before = page.at(m), page.at(m - 1)
    short = len(token.text) <= 2 and not (m + 1 < limit and page.at(m + 1).noun)  # noqa: PLR2004 - ‹Apollo 11›
    return (before.pos is Pos.NAME and short) or bool(TIME.match(before.lower))


def _particles(page: TaggedText, i: int, m: int, limit: int) -> int:
    """Return how many small words stand between two parts of a person's name, 0 where they don't."""
    if page.at(m - 1).pos is not Pos.NAME:
        return 0
    length = 2 if page.at(m + 1).lower in {"der", "den", "la"} else 1
    after = page.at(m + length)
    if m + length >= limit or after.pos not in {Pos.NAME, Pos.NOMINAL} or not after.capital:
        return 0
    if page.at(m).lower in {"von", "zu"} and is_given(after.text):
        return 0  # ‹Dann kam Anna zu Louis›
    if page.at(m).lower in {"von", "der", "zu"} and length == 1:
        alone = not (m - 2 >= i and page.at(m - 2).pos is Pos.NAME)
        return int(page.at(m).lower != "der" and alone)
    return length
