"""German noun phrases: where one starts and ends, and what belongs to it.

Rule of this room: genitives, places, linked names, lists and appositions are added to the plain phrase one step at a
time, each by a rule of its own.
"""

from bot.core.syntax.tagged_text import Phrase, Pos, TaggedText
from bot.languages.de.reported_speech.party_nouns import BODY, FEMININE, FOR_BODY, PERSON, PLACE_NOUN
from bot.languages.de.reported_speech.plain import plain_at
from bot.languages.de.reported_speech.vocabulary import GENITIVES, NEVER_SUBJECT, SOME_GENITIVE, SOURCE

_MAX_PARENTHESIS = 8
_MAX_APPOSITION = 14
_MAX_BACK = 16
_MAX_DEPTH = 3
_MAX_LISTED = 6
"""Names of a list of speakers."""
_MAX_STEPS = 6
_PLACES = frozenset({"in", "im", "bei", "an", "zum", "am"})
_LINKS = frozenset({"von", "vom", "aus", "für", "beim", "zur", "gegen"})
_NO_NAME_LINK = frozenset({"gegen", "für", "zur", "am", "zum", "an", "in", "im", "bei", "beim"})
_COUNTED = frozenset({"einem", "einer", "mindestens", "rund", "etwa", "bis", "mehr"})
_AFTER_APPOSITION = frozenset({",", ".", "!", "?", "“", "”", "(", ")", "«", '"', ":", ";", "–"})


def phrase_at(page: TaggedText, i: int, limit: int) -> Phrase | None:
    """Return the noun phrase that starts at a token, with all that belongs to it, or None."""
    return _phrase(page, i, limit, 0)


def phrase_before(page: TaggedText, start: int, end: int) -> Phrase | None:
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


def next_phrase(page: TaggedText, i: int, limit: int) -> Phrase | None:
    """Return the phrase at a token with its attributes, but without what is linked or added behind it."""
    return _phrase(page, i, limit, 1)


def _phrase(page: TaggedText, i: int, limit: int, depth: int) -> Phrase | None:
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


def _grow(page: TaggedText, phrase: Phrase, end: int, limit: int, depth: int) -> int | None:  # noqa: PLR0911 - a list of cases
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


def _parenthesis(page: TaggedText, end: int, limit: int) -> int | None:
    inside = range(end + 1, min(limit, end + _MAX_PARENTHESIS))
    return next((q + 1 for q in inside if page.at(q).text == ")"), None)


def _genitive(page: TaggedText, phrase: Phrase, end: int) -> bool:
    """Tell whether a genitive starts here: ‹des Landes›, ‹vieler Länder›, ‹der Stadt› but not behind a name."""
    token, before, after, head = page.at(end), page.at(end - 1), page.at(end + 1), page.at(phrase.head)
    if token.lower in GENITIVES:
        return True
    within = phrase.end < end or page.at(phrase.start).lower in GENITIVES
    if token.lower == "der" and within and not _feminine_or_plural(page, end + 1):
        return False
    if token.lower == "der":
        return before.pos is not Pos.NAME or head.pos is not Pos.NAME or end - 1 != phrase.head
    plural = (
        token.pos in {Pos.ADJECTIVE, Pos.DETERMINER} and token.lower.endswith("er")
    ) or token.lower in SOME_GENITIVE
    follows = after.noun or after.pos is Pos.ADJECTIVE
    return plural and follows and not token.capital and head.pos is not Pos.NAME and before.noun


def _feminine_or_plural(page: TaggedText, i: int) -> bool:
    """Tell whether ‹der› before a token can be a genitive: not before ‹Rückzug›."""
    noun = next((t for t in page.words(i, i + 3) if t.noun), None)
    return (
        noun is None
        or noun.pos is Pos.NAME
        or bool(FEMININE.search(noun.lower))
        or noun.lower.endswith(("n", "s", "er", "e", "t"))
    )


def _linked(page: TaggedText, phrase: Phrase, end: int, limit: int, depth: int) -> int | None:  # noqa: PLR0911 - a list of cases
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


def _spoken_of(page: TaggedText, i: int) -> bool:
    """Tell whether ‹von› gives what somebody speaks of: ‹In Bonn sprach Eva Roth von der Möglichkeit›."""
    return page.at(i).lower in {"von", "vom"} and any(t.lemma == "sprechen" for t in page.words(*page.clause(i)))


def _links(page: TaggedText, phrase: Phrase, end: int, limit: int) -> bool:
    token, after, head = page.at(end), page.at(end + 1), page.at(phrase.head)
    if token.lower in _LINKS:
        return True
    if after.pos is Pos.NAME:
        return True
    place = token.lower in {"im", "in", "bei"} and head.noun and head.pos is not Pos.NAME
    return place and after.pos in {Pos.ARTICLE, Pos.ADJECTIVE, Pos.NOUN} and _is_place(page, end + 1, limit)


def _is_place(page: TaggedText, i: int, limit: int) -> bool:
    found = plain_at(page, i, limit)
    if found is None:
        return False
    head = page.at(found.head)
    return head.pos is Pos.NAME or bool(PLACE_NOUN.search(head.lower))


def _joined(page: TaggedText, end: int, limit: int) -> int | None:
    """Return the end of ‹und Y›, unless Y is the subject of a clause of its own."""
    other = _phrase(page, end + 1, limit, 1)
    if other is None or page.at(end + 1).pos is Pos.PRONOUN:
        return None
    own_clause = other.end < limit and page.at(other.end).finite and page.at(end - 1).lower != "als"
    return None if own_clause and not _oblique(page, end + 1) else other.end


def _oblique(page: TaggedText, i: int) -> bool:
    """Tell whether a phrase can be no subject by its article: ‹den USA›, ‹der NATO›."""
    first, second = page.at(i), page.at(i + 1)
    feminine = second.noun and (second.text.isupper() or bool(FEMININE.search(second.lower)))
    return first.lower in NEVER_SUBJECT or (first.lower == "der" and feminine)


def _listed(page: TaggedText, end: int, limit: int) -> int | None:
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


def _apposition(page: TaggedText, phrase: Phrase, end: int, limit: int) -> int | None:
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
