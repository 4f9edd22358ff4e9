"""English noun phrases, and the subjects of verbs.

Rule of this room: a phrase is found from its first word, left to right; a subject is the phrase that reaches its verb.
"""

import re

from bot.core.syntax.tagged_text import Phrase, Pos, TaggedText, Token, is_closer
from bot.languages.en.reported_speech.lists import listed
from bot.languages.en.reported_speech.vocabulary import CUES, PERSON, TIME, TITLES

_DETERMINERS = frozenset({Pos.ARTICLE, Pos.DETERMINER, Pos.NUMBER, Pos.POSSESSIVE})
_INSIDE = frozenset({
    Pos.ADJECTIVE, Pos.NOUN, Pos.NAME, Pos.NOMINAL, Pos.NUMBER, Pos.POSSESSIVE, Pos.PREDICATIVE, Pos.PARTICIPLE,
    Pos.GERUND,
    Pos.DETERMINER,
})  # fmt: skip
_PERSONAL = frozenset({"he", "she", "they", "it", "i", "we", "you", "nobody", "everyone", "someone", "somebody", "one",
                       "others", "all", "none", "neither", "each", "those", "many",
                       "some", "most", "both", "several", "few", "another"})  # fmt: skip
_OBJECTS = frozenset({"him", "her", "them", "us", "me"})
_LINKS = frozenset({"of", "at", "from", "for", "in", "with", "by", "on", "to", "close", "near", "familiar"})
_AFTER_APPOSITION = frozenset({",", ".", "!", "?", "”", '"', ")", ";", "–", "—"})
_GROUP = frozenset({Pos.ADVERB, Pos.AUXILIARY, Pos.MODAL, Pos.AUXILIARY_PARTICIPLE, Pos.AUXILIARY_INFINITIVE})
_DASHES = frozenset({"–", "—", "-"})
_BREAKS = frozenset({":", ";", "–", "—"})
_BRACKETS = {"(": ")", "[": "]"}
_SAID_IN = re.compile(
    r"(statement|interview|editorial|letter|speech|email|tweet|post|message|note|memo|filing|column|blog)$"
)
"""What something is said in; it belongs to the verb, not to the speaker."""
_BEFORE_CLAUSE = frozenset({"after", "before", "until", "since", "as", "than"})
"""Words before a clause that are prepositions, too."""
_PARTS = frozenset({"half", "most", "many", "some", "all", "both", "thousands", "hundreds", "dozens", "two", "three"})
_FOR = frozenset({"for", "of", "at", "from"})
_WHO = frozenset({"who", "which", "that", "whose"})
_MAX_LINKS = 4
_MAX_APPOSITION = 16
_NICKNAME = 4
"""Tokens of a quoted nickname, marks included."""
_MAX_RELATIVE = 12
"""Words of a relative clause without commas."""
_MAX_ASIDE = 24
_MAX_BACK = 40
"""Words between a subject and its verb, with appositions and a relative clause."""


def plain_at(page: TaggedText, i: int, limit: int) -> Phrase | None:  # noqa: C901 - a list of cases
    """Return the phrase that starts at a token, without what is linked or added behind it."""
    first = page.at(i)
    if i >= limit or first.text == "":
        return None
    if first.pos is Pos.PRONOUN or (first.lower in _OBJECTS and first.pos not in {Pos.DETERMINER, Pos.NAME}):
        return Phrase(i, i + 1, i) if first.lower in _PERSONAL | _OBJECTS else None
    k, head = i, -1
    while k < limit:
        token = page.at(k)
        opens = k == i and (token.pos in _DETERMINERS or token.lower in _PERSONAL)
        joined = token.text == "&" and head == k - 1 and page.at(k + 1).capital
        numbered = token.pos is Pos.NUMBER and head == k - 1 and page.at(head).capital and token.text.isdigit()
        if token.noun or joined or numbered:
            head = k
        elif (
            token.text in {"'", "’"}
            and head == k - 1
            and page.at(head).lower.endswith("s")
            and page.at(k + 1).pos in _INSIDE
        ):
            pass
        elif not (
            opens
            or token.pos in _INSIDE
            or (token.pos is Pos.ADVERB and k - i > 0 and page.at(k + 1).pos is Pos.ADJECTIVE)
        ):
            break
        if page.opens(k) or (token.pos in {Pos.PARTICIPLE, Pos.GERUND} and head >= 0):
            break
        k += 1
    if head < 0 and first.lower in _PARTS and page.at(i + 1).lower == "of":
        return Phrase(i, i + 1, i)
    if head < 0 and first.lower == "the" and k - i > 1 and page.at(k - 1).pos in {Pos.NUMBER, Pos.ADJECTIVE}:
        return Phrase(i, k, k - 1)  # ‹the two said›, ‹the latter said›
    if head < 0:
        return Phrase(i, i + 1, i) if first.lower in _PERSONAL or first.pos is Pos.INDEFINITE else None
    return Phrase(i, head + 1, head)


def phrase_at(page: TaggedText, i: int, limit: int) -> Phrase | None:
    """Return the phrase that starts at a token, with ‹of X›, ‹and Y›, parentheses and an apposition."""
    found = linked_at(page, i, limit)
    if found is None:
        return None
    end = listed(page, found, limit, linked_at)
    if end is not None:
        last = _apposition(page, found, end, limit) if page.at(end).text == "," else end
        return Phrase(found.start, last, found.head)
    end = found.end
    if page.at(end).lower == "and" and end + 1 < limit and not page.at(end + 1).lower.startswith("that"):
        other = linked_at(page, end + 1, limit)
        if other and page.at(end + 1).pos is not Pos.PRONOUN:
            end = other.end
    if page.at(end).text == "," and found.start < end < limit:
        end = _apposition(page, found, end, limit)
    return Phrase(found.start, end, found.head)


def linked_at(page: TaggedText, i: int, limit: int) -> Phrase | None:  # noqa: C901 - a list of cases
    """Return the phrase that starts at a token, with ‹of X› and parentheses."""
    found = plain_at(page, i, limit)
    if found is None or page.at(i).pos is Pos.PRONOUN:
        return found
    end = found.end
    for _ in range(_MAX_LINKS):
        token = page.at(end)
        if end >= limit:
            break
        if token.text in _BRACKETS:
            shut = _BRACKETS[token.text]
            close = next((q for q in range(end, min(limit, end + _MAX_ASIDE)) if page.at(q).text == shut), None)
            if close is None:
                break
            end = close + 1
            continue
        if token.lower == "including":
            return Phrase(found.start, _past_examples(page, end + 1, limit), found.head)
        timed = _is_timed(page, end, limit)
        if timed is not None:
            end = timed
            continue
        done = _is_done(page, end)
        link = token.lower in _LINKS and not TIME.match(page.at(end + 1).lower)
        if not (done or link or _describes(page, end)):
            break
        end += done
        inner = plain_at(page, end + 1 + (page.at(end + 1).lower in {"to", "with"}), limit)
        if inner is None or (token.lower in {"in", "on"} and _SAID_IN.search(page.at(inner.head).lower)):
            break
        end = inner.end
    if page.at(end).lower == "there" and end < limit:
        end += 1
    return Phrase(found.start, end, found.head)


def _past_examples(page: TaggedText, i: int, limit: int) -> int:
    """Return where the examples of ‹several states including Norland, Velden and Ruland› end."""
    first = plain_at(page, i, limit)
    if first is None:
        return i
    end = listed(page, first, limit, plain_at) or first.end
    joined = plain_at(page, end + 1, limit) if page.at(end).lower == "and" else None
    return joined.end if joined else end


def _is_timed(page: TaggedText, i: int, limit: int) -> int | None:
    """Return where ‹printed last year› behind a noun ends."""
    if page.at(i).pos is not Pos.PARTICIPLE or page.at(i).lemma in CUES:
        return None
    when = plain_at(page, i + 1, limit)
    return when.end if when and TIME.match(page.at(when.head).lower) else None


def _is_done(page: TaggedText, i: int) -> bool:
    """Tell whether a participle and a preposition tell more of the noun before: ‹seen by›, ‹briefed on›."""
    token, after = page.at(i), page.at(i + 1)
    if token.pos in {Pos.PARTICIPLE, Pos.VERB} and after.lower == "by":
        return True
    tells = after.pos is Pos.PREPOSITION and after.lower not in _BEFORE_CLAUSE
    return token.pos is Pos.PARTICIPLE and tells and token.lemma not in CUES


def _describes(page: TaggedText, i: int) -> bool:
    """Tell whether a participle tells more of the noun before it: ‹lawyers representing the families›."""
    return page.at(i).pos is Pos.GERUND and page.at(i).lemma not in CUES and page.at(i - 1).noun


def _apposition(page: TaggedText, phrase: Phrase, end: int, limit: int) -> int:
    """Return the end with ‹, the chairman› or ‹, Ann Carter›, where a name stands on one side."""
    other = linked_at(page, end + 1, limit)
    if other is None or other.end - end > _MAX_APPOSITION or page.at(end + 1).pos is Pos.PRONOUN:
        return end
    while page.at(other.end).lower == "and" and (more := linked_at(page, other.end + 1, limit)):
        other = Phrase(other.start, more.end, other.head)
    closed = (
        other.end >= page.sentence(end)[1]
        or page.at(other.end).text in _AFTER_APPOSITION
        or page.at(other.end).pos is Pos.RELATIVE
    )
    named = any(t.pos in {Pos.NAME, Pos.NOMINAL} for t in page.words(phrase.start, other.end))
    return other.end if closed and named and not TIME.match(page.at(other.head).lower) else end


def group_start(page: TaggedText, verb: int) -> int:
    """Return the first word of a verb's group: ‹has also› of ‹has also said›."""
    i = verb
    while i > page.sentence(verb)[0] and page.at(i - 1).pos in _GROUP and page.at(i - 1).quote is None:
        if page.at(i - 1).lower in _PERSONAL:
            break
        i -= 1
    return i


def subject(page: TaggedText, verb: int) -> Phrase | None:
    """Return the phrase before a verb that reaches it, over appositions and a relative clause between commas."""
    group = _before_aside(page, group_start(page, verb))
    start = _edge(page, group)
    for i in range(start, group):
        before = page.at(i - 1) if i > start else None
        if before is not None and _belongs(page, i, before):
            continue
        found = phrase_at(page, i, group)
        timely = found is not None and TIME.match(page.at(found.head).lower) and page.at(found.head).lower != "may"
        if found and not timely and _reaches(page, found, group) and not _is_object(page, found, group):
            return found
    return None


def _belongs(page: TaggedText, i: int, before: Token) -> bool:
    """Tell whether a word belongs to the one before; in ‹after a clerk said› and ‹that night a clerk said› none."""
    opens = page.at(i).pos is Pos.ARTICLE or page.at(i).lower in TITLES
    led = page.at(page.sentence(i)[0]).pos is Pos.PREPOSITION  # ‹In a statement the bishop said›
    if before.lower in _BEFORE_CLAUSE or (opens and before.noun and (led or TIME.match(before.lower))):
        return False
    return before.pos in {Pos.PREPOSITION, Pos.POSSESSIVE, Pos.ARTICLE, Pos.ADJECTIVE} or before.noun


def _before_aside(page: TaggedText, group: int) -> int:
    """Return where an aside begins that ends right before a verb: ‹— who joined in 2010 —›, ‹on Monday›."""
    first = page.sentence(group - 1)[0] if group else 0
    if page.at(group - 1).text in _DASHES:
        dash = next((k for k in range(group - 2, first, -1) if page.at(k).text in _DASHES), None)
        return dash if dash is not None and dash > first else group
    timely = group - first > 2 and TIME.match(page.at(group - 1).lower) and page.at(group - 2).lower == "on"  # noqa: PLR2004 - ‹X on Monday›
    return group - 2 if timely and page.at(group - 3).noun else group


def _is_object(page: TaggedText, phrase: Phrase, group: int) -> bool:
    """Tell whether a phrase that reaches the verb only over an aside belongs to a verb before it."""
    if phrase.end == group:
        return False
    comma = next(
        (k for k in range(phrase.start - 1, page.sentence(phrase.start)[0] - 1, -1) if page.at(k).text == ","), -1
    )
    return bool(page.finite(max(comma, page.sentence(phrase.start)[0]), phrase.start))


def _edge(page: TaggedText, group: int) -> int:
    """Return how far left a subject may start: behind a quotation, a colon, a dash, but not inside parentheses."""
    start, depth = max(page.sentence(group - 1)[0] if group else 0, group - _MAX_BACK), 0
    for i in range(group - 1, start - 1, -1):
        token = page.at(i)
        depth += (token.text == ")") - (token.text == "(" and depth > 0)
        if (token.text in _BREAKS and not depth) or (page.closes(i) and _is_long(page, page.quotation(i))):
            return i + 1
    return start


def _is_long(page: TaggedText, quote: int) -> bool:
    """Tell a statement in quotation marks from a quoted nickname."""
    start, end = page.quotes[quote]
    return end - start > _NICKNAME


def _reaches(page: TaggedText, phrase: Phrase, group: int) -> bool:
    if phrase.end == group:
        return True
    if page.at(phrase.end).text == "," and phrase.end + 1 == group:
        return any(t.text == "," for t in page.words(phrase.start, phrase.end)) or _for_body(page, phrase)
    relative = page.at(phrase.end + 1).pos is Pos.RELATIVE or page.at(phrase.end + 1).lower in {"who", "which", "whose"}
    if page.at(phrase.end).text != "," and page.at(phrase.end).lower in {"who", "which", "that"}:
        return (
            group - phrase.end < _MAX_RELATIVE
            and "," not in {t.text for t in page.words(phrase.end, group)}
            and bool(page.finite(phrase.end, group))
        )
    between = page.words(phrase.end + 1, group - 1)
    aside = page.at(phrase.end).text == "," and page.at(group - 1).text == "," and len(between) <= _MAX_ASIDE
    commas = sum(1 for t in between if t.text == ",")
    finite = [k for k in range(phrase.end + 1, group - 1) if page.at(k).finite]
    within = all(any(t.lower in _WHO for t in page.words(phrase.end + 1, k)) for k in finite)
    if aside and finite and within and commas == 1 and not relative:
        return True
    return aside and commas <= (0 if relative else 1) and (relative or not any(t.finite for t in between))


def _for_body(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether somebody speaks for a body: ‹Lydia Holm for Food Standards, says …›."""
    opens = phrase.start == page.sentence(phrase.start)[0]
    return opens and page.at(phrase.start).capital and any(t.lower in _FOR for t in page.words(*phrase.range))


def subject_after(page: TaggedText, i: int, limit: int) -> Phrase | None:
    """Return the phrase that starts at a token or behind an adverb."""
    at = i + (page.at(i).pos is Pos.ADVERB and page.at(i).quote is None)
    return phrase_at(page, at, limit) if at < limit else None


def topic(page: TaggedText, sentence: int) -> Phrase | None:
    """Return the subject of a sentence's first verb."""
    verbs = page.finite(*page.sentences[sentence])
    return subject(page, verbs[0]) if verbs else None


def no_paper(_: TaggedText, __: int) -> Phrase | None:
    """Return nothing: English has no form that goes on with words on paper."""
    return None


def namelike(page: TaggedText, quote: int) -> bool:
    """Tell whether a quotation is a quoted name: few words, capitals, no full stop."""
    start, end = page.quotes[quote]
    inside = page.words(start + 1, end - 1)
    words = [t for t in inside if t.text[:1].isalpha()]
    if not words or len(words) > 7 or inside[-1].text in {".", "!", "?", ","}:  # noqa: PLR2004 - see NAME_QUOTE
        return False
    return all(t.capital or len(t.text) <= 3 for t in words) and not is_closer(page.at(start - 1))  # noqa: PLR2004 - of, the


def is_party(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether a phrase has a name in it or a noun for a person."""
    words = page.words(phrase.start, phrase.end)
    return any(t.pos is Pos.NAME or (t.noun and PERSON.search(t.lower)) for t in words)
