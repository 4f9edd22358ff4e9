"""German noun phrases: where one starts and ends, and what belongs to it.

Rule of this room: a phrase is found from its first word, left to right, within a limit; names, genitives, places,
linked names and appositions are added one step at a time, each by a rule of its own.
"""

from bot.core.syntax import FINITE, NAME_QUOTE, Page, Phrase, Pos, Token, is_closer
from bot.languages.de.speech.words import (
    ABSTRACT_PLURAL,
    ALONE,
    BODY,
    FEMININE,
    FOR_BODY,
    GENITIVES,
    NEVER_SUBJECT,
    PARTICLES,
    PERSON,
    PLACE_NOUN,
    QUANTITIES,
    SOME_GENITIVE,
    SOURCE,
    TIME,
    TITLES,
)

_PERSONAL = frozenset({"er", "sie", "es", "ich", "wir", "man", "ihr"})
_DETERMINERS = frozenset({Pos.ARTICLE, Pos.DETERMINER})
_QUANTITY = frozenset({Pos.INDEFINITE, Pos.DEMONSTRATIVE, Pos.ADJECTIVE, Pos.DETERMINER, Pos.ARTICLE, Pos.RELATIVE})
_MODIFIER = frozenset({Pos.ADJECTIVE, Pos.NUMBER, Pos.PREDICATIVE})
_MAX_MODIFIERS = 9
_MAX_INNER = 7
"""Words of ‹die in Wien ansässige Firma› between the article and the adjective."""
_MAX_PARENTHESIS = 8
_MAX_APPOSITION = 14
_MAX_BACK = 16
_MAX_DEPTH = 3
_MAX_LISTED = 6
"""Names of a list of speakers."""
_JOINS = frozenset({"und", "oder", "sowie"})
_MAX_STEPS = 6
_PLACES = frozenset({"in", "im", "bei", "an", "zum", "am"})
_LINKS = frozenset({"von", "vom", "aus", "für", "beim", "zur", "gegen"})
_NO_NAME_LINK = frozenset({"gegen", "für", "zur", "am", "zum", "an", "in", "im", "bei", "beim"})
_COUNTED = frozenset({"einem", "einer", "mindestens", "rund", "etwa", "bis", "mehr"})
_AFTER_APPOSITION = frozenset({",", ".", "!", "?", "“", "”", "(", ")", "«", '"', ":", ";", "–"})


def phrase_at(page: Page, i: int, limit: int) -> Phrase | None:
    """Return the noun phrase that starts at a token, with all that belongs to it, or None."""
    return _phrase(page, i, limit, 0)


def plain_at(page: Page, i: int, limit: int) -> Phrase | None:
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


def phrase_before(page: Page, start: int, end: int) -> Phrase | None:
    """Return the longest phrase that ends right before a token and starts at `start` or later."""
    best: Phrase | None = None
    for i in range(end - 1, max(start, end - _MAX_BACK) - 1, -1):
        token = page.at(i)
        if token.text in {",", ";", ":"} or token.finite:
            break
        found = phrase_at(page, i, end)
        if found and found.end == end:
            best = found
    return best


def next_phrase(page: Page, i: int, limit: int) -> Phrase | None:
    """Return the phrase at a token with its attributes, but without what is linked or added behind it."""
    return _phrase(page, i, limit, 1)


def _alone(page: Page, i: int, limit: int) -> bool:
    token, after = page.at(i), page.at(i + 1)
    if token.lower not in ALONE:
        return False
    free = token.pos in {Pos.DEMONSTRATIVE, Pos.INDEFINITE} or i + 1 >= limit or after.finite
    return free and (i + 1 >= limit or not (after.noun or after.pos in {Pos.ADJECTIVE, Pos.ARTICLE}))


def _determined(page: Page, i: int) -> int:
    token = page.at(i)
    return int(token.pos in _DETERMINERS or (token.lower in QUANTITIES and token.pos in _QUANTITY))


def _owns(page: Page, i: int) -> int:
    """Return 1 for a name that stands before its noun like an article: ‹Berlins früherer Bürgermeister›."""
    token, after = page.at(i), page.at(i + 1)
    declined = after.pos is Pos.ADJECTIVE and not after.lower.endswith("en") and not page.at(i - 1).noun
    return int(token.pos is Pos.NAME and token.lower.endswith(("s", "’")) and declined)


def _modifiers(page: Page, i: int, limit: int, *, determined: bool) -> int | None:
    """Return where the noun should stand: behind adjectives, numbers and, after an article, inner phrases."""
    k = i
    for _ in range(_MAX_MODIFIERS):
        token = page.at(k)
        if k >= limit or token.noun or (determined and page.opens(k)):
            break
        joined = token.lower in {"und", "oder"} and k > i and page.at(k - 1).pos is Pos.ADJECTIVE
        inner = determined and (token.pos in {Pos.ADVERB, Pos.COMPARISON, Pos.PARTICIPLE})
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


def _inner_phrase(page: Page, k: int, limit: int) -> int | None:
    """Return the adjective that a phrase between article and noun leads to: ‹die in Wien ansässige Firma›."""
    for m in range(k + 2, min(limit, k + _MAX_INNER)):
        token = page.at(m)
        if token.pos in FINITE or token.text in {",", ".", ":", ";"}:
            return None
        leads = page.at(m + 1).noun or page.at(m + 1).pos is Pos.ADJECTIVE or page.opens(m + 1)
        if token.pos is Pos.ADJECTIVE and leads and page.at(m - 1).pos not in {Pos.ARTICLE, Pos.PREPOSITION}:
            return m
    return None


def _head(page: Page, i: int, after: int, k: int, limit: int) -> tuple[int, int] | None:
    """Return the head of a phrase and where it ends: a noun, a quoted name, a nominalised adjective, a quantity."""
    token, before, first = page.at(k), page.at(k - 1), page.at(i)
    if k < limit and page.opens(k) and _short_quote(page, k):
        return k + 1, page.quotes[token.quote][1]
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


def _short_quote(page: Page, k: int) -> bool:
    """Tell whether a quotation can be a name: few words, and none of them says what somebody does."""
    a, b = page.quotes[page.at(k).quote]
    return b - a <= NAME_QUOTE + 1 and not any(t.pos in FINITE and not t.capital for t in page.words(a + 1, b - 1))


def _nouns(page: Page, i: int, head: int, m: int, limit: int) -> tuple[int, int]:
    """Return end and head after the nouns that follow: ‹Präsident Max Muster›, ‹die Zeitung „Die Zeit“›."""
    while m < limit:
        token, before, after = page.at(m), page.at(m - 1), page.at(m + 1)
        if token.noun and _another_thing(token, before):
            break
        if token.noun:
            head, m = m, m + 1
        elif token.pos is Pos.NUMBER and _numbers_name(page, m, limit):
            m += 1
        elif token.lower in PARTICLES | {"zu"} and (length := _particles(page, i, m, limit)):
            head, m = m + length, m + length + 1
        elif page.opens(m) and _short_quote(page, m) and after.capital and not is_closer(before):
            end = page.quotes[token.quote][1]
            if any(t.pos in FINITE for t in page.words(m + 1, end)):
                break
            m = end
        elif token.text == "-" and page.closes(m - 1) and after.noun and m + 1 < limit:
            head, m = m + 1, m + 2
        elif token.text == "-" and after.lower in _JOINS and page.at(m + 2).noun and m + 2 < limit:
            head, m = m + 2, m + 3
        elif token.pos is Pos.NUMBER and after.text == "/" and m + 3 < limit and page.at(m + 2).capital:
            head, m = m + 2 + (not page.at(m + 2).noun), m + 3 + (not page.at(m + 2).noun)
        elif token.pos is Pos.ADJECTIVE and _of_the_town(page, m) and m + 1 < limit:
            head, m = m + 1, m + 2
        elif token.text in {"&", "/"} and after.noun and m + 1 < limit:
            head, m = m + 1, m + 2
        elif token.text in TITLES or (token.lower == "ohne" and before.lower in {"ärzte", "reporter"}):
            m += 1
        else:
            break
    return min(m, limit), head


def _another_thing(token: Token, before: Token) -> bool:
    """Tell whether a noun behind a name is something else: ‹laut Airbus Bestellungen›."""
    return before.pos is Pos.NAME and token.pos is Pos.NOUN and bool(ABSTRACT_PLURAL.search(token.lower))


def _of_the_town(page: Page, m: int) -> bool:
    """Tell whether a token is the second half of a town's adjective: ‹New Yorker Behörden›."""
    token, before, after = page.at(m), page.at(m - 1), page.at(m + 1)
    return token.capital and token.lower.endswith("er") and before.pos is Pos.NAME and after.noun


def _numbers_name(page: Page, m: int, limit: int) -> bool:
    token, before = page.at(m), page.at(m - 1)
    short = len(token.text) <= 2 and not (m + 1 < limit and page.at(m + 1).noun)  # noqa: PLR2004 - ‹Apollo 11›
    return (before.pos is Pos.NAME and short) or bool(TIME.match(before.lower))


def _particles(page: Page, i: int, m: int, limit: int) -> int:
    """Return how many small words stand between two parts of a person's name, 0 where they don't."""
    if page.at(m - 1).pos is not Pos.NAME:
        return 0
    length = 2 if page.at(m + 1).lower in {"der", "den", "la"} else 1
    after = page.at(m + length)
    if m + length >= limit or after.pos not in {Pos.NAME, Pos.NOMINAL} or not after.capital:
        return 0
    if page.at(m).lower in {"von", "der", "zu"} and length == 1:
        alone = not (m - 2 >= i and page.at(m - 2).pos is Pos.NAME)
        return int(page.at(m).lower != "der" and alone)
    return length


def _phrase(page: Page, i: int, limit: int, depth: int) -> Phrase | None:
    found = plain_at(page, i, limit)
    if found is None or page.at(i).pos is Pos.PRONOUN or page.at(i).lower == "man":
        return found
    end = found.end
    for _ in range(_MAX_STEPS):
        if end >= limit:
            break
        grown = _grow(page, found, end, limit, depth)
        if grown is None:
            break
        end = grown
        if page.at(end - 1).lower == "selbst":
            break
    return Phrase(found.start, end, found.head)


def _grow(page: Page, phrase: Phrase, end: int, limit: int, depth: int) -> int | None:  # noqa: PLR0911 - a list of cases
    """Return the end after one more thing that belongs to a phrase, or None where nothing does."""
    token = page.at(end)
    if token.text == "(":
        return _parenthesis(page, end, limit)
    if token.lower == "selbst":
        return end + 1
    if depth < _MAX_DEPTH:
        if _genitive(page, phrase, end):
            inner = _phrase(page, end, limit, depth + 1)
            return inner.end if inner else None
        if token.lower in _LINKS or token.lower in _PLACES:
            return _linked(page, phrase, end, limit, depth)
    if depth == 0 and token.lower in {"und", "sowie"}:
        return _joined(page, end, limit)
    if depth == 0 and token.lower == "als" and page.at(phrase.start - 1).lower == "sowohl":
        return _joined(page, end + (page.at(end + 1).lower == "auch"), limit)
    if depth == 0 and token.text == ",":
        return _listed(page, end, limit) or _apposition(page, phrase, end, limit)
    return None


def _parenthesis(page: Page, end: int, limit: int) -> int | None:
    inside = range(end + 1, min(limit, end + _MAX_PARENTHESIS))
    return next((q + 1 for q in inside if page.at(q).text == ")"), None)


def _genitive(page: Page, phrase: Phrase, end: int) -> bool:
    """Tell whether a genitive starts here: ‹des Landes›, ‹vieler Länder›, ‹der Stadt› but not behind a name."""
    token, before, after, head = page.at(end), page.at(end - 1), page.at(end + 1), page.at(phrase.head)
    if token.lower in GENITIVES:
        return True
    if token.lower == "der" and phrase.end < end and not _feminine_or_plural(page, end + 1):
        return False
    if token.lower == "der":
        return before.pos is not Pos.NAME or head.pos is not Pos.NAME or end - 1 != phrase.head
    plural = (
        token.pos in {Pos.ADJECTIVE, Pos.DETERMINER} and token.lower.endswith("er")
    ) or token.lower in SOME_GENITIVE
    follows = after.noun or after.pos is Pos.ADJECTIVE
    return plural and follows and not token.capital and head.pos is not Pos.NAME and before.noun


def _feminine_or_plural(page: Page, i: int) -> bool:
    """Tell whether ‹der› before a token can be a genitive: not before ‹Rückzug›."""
    noun = next((t for t in page.words(i, i + 3) if t.noun), None)
    return (
        noun is None
        or noun.pos is Pos.NAME
        or bool(FEMININE.search(noun.lower))
        or noun.lower.endswith(("n", "s", "er", "e", "t"))
    )


def _linked(page: Page, phrase: Phrase, end: int, limit: int, depth: int) -> int | None:  # noqa: PLR0911 - a list of cases
    """Return the end of ‹von X›, ‹aus X›, ‹für X›, ‹in X› that belongs to the phrase."""
    token, after, head = page.at(end), page.at(end + 1), page.at(phrase.head)
    if end + 1 >= limit or not _links(page, phrase, end, limit):
        return None
    if head.pos is Pos.NAME:
        if token.lower in _NO_NAME_LINK or (token.lower == "aus" and after.pos is not Pos.NAME):
            return None
        if token.lower == "von" and not (
            after.lower in {"der", "den", "dem"} or after.pos is Pos.NAME or page.opens(end + 1)
        ):
            return None
    counted = after.pos is Pos.NUMBER or after.lower in _COUNTED
    if (token.lower == "von" and counted and not SOURCE.search(head.lower)) or (token.lower == "gegen" and depth == 0):
        return None
    if token.lower in {"in", "im", "bei", "beim"} and SOURCE.search(head.lower) and not BODY.search(head.lower):
        return None
    if token.lower == "für" and not (FOR_BODY.search(head.lower) or PERSON.search(head.lower)):
        return None
    if (token.lower == "aus" and after.lower.endswith("gründen")) or _spoken_of(page, end):
        return None
    inner = _phrase(page, end + 1, limit, depth + 1)
    return inner.end if inner else None


def _spoken_of(page: Page, i: int) -> bool:
    """Tell whether ‹von› gives what somebody speaks of: ‹In Bonn sprach Eva Roth von der Möglichkeit›."""
    return page.at(i).lower in {"von", "vom"} and any(t.lemma == "sprechen" for t in page.words(*page.clause(i)))


def _links(page: Page, phrase: Phrase, end: int, limit: int) -> bool:
    token, after, head = page.at(end), page.at(end + 1), page.at(phrase.head)
    if token.lower in _LINKS:
        return True
    if after.pos is Pos.NAME:
        return True
    place = token.lower in {"im", "in", "bei"} and head.noun and head.pos is not Pos.NAME
    return place and after.pos in {Pos.ARTICLE, Pos.ADJECTIVE, Pos.NOUN} and _is_place(page, end + 1, limit)


def _is_place(page: Page, i: int, limit: int) -> bool:
    found = plain_at(page, i, limit)
    if found is None:
        return False
    head = page.at(found.head)
    return head.pos is Pos.NAME or bool(PLACE_NOUN.search(head.lower))


def _joined(page: Page, end: int, limit: int) -> int | None:
    """Return the end of ‹und Y›, unless Y is the subject of a clause of its own."""
    other = _phrase(page, end + 1, limit, 1)
    if other is None or page.at(end + 1).pos is Pos.PRONOUN:
        return None
    own_clause = other.end < limit and page.at(other.end).finite and page.at(end - 1).lower != "als"
    return None if own_clause and not _oblique(page, end + 1) else other.end


def _oblique(page: Page, i: int) -> bool:
    """Tell whether a phrase can be no subject by its article: ‹den USA›, ‹der NATO›."""
    first, second = page.at(i), page.at(i + 1)
    feminine = second.noun and (second.text.isupper() or bool(FEMININE.search(second.lower)))
    return first.lower in NEVER_SUBJECT or (first.lower == "der" and feminine)


def _listed(page: Page, end: int, limit: int) -> int | None:
    """Return the end of ‹, Y und Z› behind a name or its genitive: a list of names that closes with ‹und›."""
    if page.at(end - 1).pos is not Pos.NAME:
        return None
    i = end
    for _ in range(_MAX_LISTED):
        joins = page.at(i).lower in {"und", "sowie"}
        other = plain_at(page, i + 1, limit) if page.at(i + 1).pos is Pos.NAME or page.opens(i + 1) else None
        if other is None or not (joins or page.at(i).text == ","):
            return None
        if joins:
            return other.end
        i = other.end
    return None


def _apposition(page: Page, phrase: Phrase, end: int, limit: int) -> int | None:
    """Return the end of ‹, der Chef der Firma› behind a name, or of ‹, Max Muster› behind a role."""
    first = page.at(end + 1)
    if first.pos in {Pos.PRONOUN, Pos.RELATIVE, Pos.INDEFINITE}:
        return None
    other = _phrase(page, end + 1, limit, 1)
    if other is None or other.end - end > _MAX_APPOSITION:
        return None
    if page.at(other.end).lower in {"und", "sowie"} and (more := _phrase(page, other.end + 1, limit, 1)):
        other = Phrase(other.start, more.end, other.head)
    closed = other.end >= limit or page.at(other.end).text in _AFTER_APPOSITION
    named = any(t.pos is Pos.NAME for t in page.words(phrase.start, other.end))
    return other.end if closed and named else None
