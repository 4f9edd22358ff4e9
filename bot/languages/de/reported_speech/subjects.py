"""German subjects: which phrase a finite verb agrees with, and whether it can say something.

Rule of this room: case and number rule out; what is left is decided by word order.
"""

import re

from bot.core.syntax.tagged_text import Phrase, Pos, TaggedText
from bot.languages.de.reported_speech.noun_phrases import next_phrase, phrase_at, phrase_before
from bot.languages.de.reported_speech.party_nouns import (
    BODY,
    DOCUMENT,
    FEMININE,
    MASCULINE_EN,
    PERSON,
    PLACE,
    STATES,
    TIME,
)
from bot.languages.de.reported_speech.plain import plain_at
from bot.languages.de.reported_speech.vocabulary import (
    CLAUSE_OPENERS,
    CONDITIONAL,
    NEVER_SUBJECT,
    NOUN_CUE,
    OF_OTHERS,
    PERFECT,
    STATED,
    SUBJUNCTIVE,
)

_PREPOSITIONS = frozenset({Pos.PREPOSITION})
_LEADS = frozenset(
    {"so", "auch", "doch", "denn", "aber", "und", "selbst", "sogar", "nur", "allein", "insbesondere", "einzig"}
)
_PLURAL_VERBS = frozenset(
    ["sind", "haben", "hatten", "werden", "wurden", "waren", "seien", "hätten", "wären", "würden", "wollen", "sollen"]
)
_SINGULAR = frozenset({"der", "das", "ein", "eine", "dieses", "dieser", "man"})
_MANY = frozenset({"beide", "viele", "mehrere", "einige", "alle", "zahlreiche", "etliche", "manche"})
_EITHER = frozenset({"die", "diese", "keine", "ihre", "seine"})
_NO_MAIN = frozenset({Pos.SUBORDINATOR, Pos.RELATIVE, Pos.QUESTION})
_HOW_LONG = re.compile(r"^(stunden|tage|wochen|monate|jahre|jahrzehnte)lang$")
_MAX_SKIP = 14
_MAX_CLAUSES_BACK = 6


def can_be_subject(page: TaggedText, phrase: Phrase) -> bool:  # noqa: PLR0911 - a list of cases
    """Tell whether a phrase's form allows the nominative; times of day and dates are no subjects."""
    first, head = page.at(phrase.start), page.at(phrase.head)
    if first.pos is Pos.PRONOUN:
        return first.lower in {"er", "sie", "es", "ich", "wir", "man"}
    if first.lower in NEVER_SUBJECT or _is_time(page, phrase):
        return False
    noun = next((t for t in page.words(phrase.start, phrase.end) if t.noun), None)
    if first.lower in {"einer", "seiner", "ihrer"} and noun:
        return first.lower == "einer" and page.at(phrase.start + 1).lower in {"der", "ihrer", "seiner"}
    if first.lower != "der" and first.lower not in {"dieser", "jeder", "jener"}:
        return True
    if noun and noun.pos is not Pos.NAME and FEMININE.search(noun.lower):
        return False
    after = page.at(phrase.start + 1)
    if first.lower == "der" and after.pos is Pos.ADJECTIVE and after.lower.endswith("en"):
        return False
    return not (noun and first.lower == "der" and _genitive_plural(page, phrase, head.lower, noun.lower, noun.lemma))


def _is_time(page: TaggedText, phrase: Phrase) -> bool:
    first, head = page.at(phrase.start), page.at(phrase.head)
    plain = first.pos in {Pos.NOUN, Pos.NUMBER, Pos.ARTICLE, Pos.ADJECTIVE} and head.pos is not Pos.NAME
    short = plain and phrase.end - phrase.start <= 4  # noqa: PLR2004 - ‹am Ende des Tages›
    timed = TIME.match(first.lower) or _HOW_LONG.search(first.lower)
    return bool(timed or (short and TIME.match(head.lower)))


def _genitive_plural(page: TaggedText, phrase: Phrase, head: str, noun: str, lemma: str) -> bool:
    """Tell ‹der Behörden› from ‹der Vorsitzende›: a plural form in -en behind ‹der›."""
    short = phrase.end - phrase.start <= 3 and page.at(phrase.head).pos is Pos.NOUN  # noqa: PLR2004 - article, adjective, noun
    return short and head == noun and noun.endswith("en") and lemma != noun and not MASCULINE_EN.search(noun)


def is_party(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether a phrase names a person or a body: who can say something."""
    first = page.at(phrase.start)
    if first.pos is Pos.PRONOUN:
        return first.lower in {"er", "sie"}
    for token in page.words(phrase.start, phrase.end):
        if token.text == ",":
            break
        if token.pos is Pos.NAME and not PLACE.search(token.text):
            return True
        short = token.text.isupper() and len(token.text) > 1  # ‹IG Metall›
        if token.noun and (short or PERSON.search(token.lower) or BODY.search(token.lower)):
            return True
    return False


def is_party_itself(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether a phrase's own noun names a party, not only one that it belongs to."""
    short = page.short_form(phrase.start, phrase.end) is not None
    return short or is_party(page, Phrase(phrase.start, phrase.head + 1, phrase.head))


def plural(page: TaggedText, phrase: Phrase) -> bool | None:  # noqa: PLR0911 - a list of cases
    """Return a phrase's number, None where its form doesn't tell."""
    first = page.at(phrase.start)
    joined = any(t.lower in {"und", "sowie"} for t in page.words(phrase.start, phrase.end))
    joined = joined and not _double_office(page, phrase)
    joined = joined or (page.at(phrase.start - 1).lower == "sowohl" and " als " in page.lowers(*phrase.range))
    if joined and first.lower not in {"der", "das", "ein"}:
        return True
    if first.pos is Pos.PRONOUN:
        return {"er": False, "es": False, "wir": True, "ich": False, "man": False}.get(first.lower)
    if first.lower in _SINGULAR or first.lower in _MANY:
        return first.lower in _MANY
    noun = next((t for t in page.words(phrase.start, phrase.end) if t.noun), None)
    if noun is None or noun.pos is Pos.NAME:
        return None
    if noun.pos is Pos.NOMINAL:
        return True if noun.lower.endswith("n") else None
    if first.lower in _EITHER or first.pos in {Pos.ADJECTIVE, Pos.NOUN, Pos.NUMBER}:
        return _noun_plural(first.lower in _EITHER, first.pos is Pos.NOUN, noun.lower, noun.lemma)
    return None


def _double_office(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether one person has two offices: ‹Präsident und Mäzen Lars Voigt›."""
    at = next(i for i in range(phrase.start, phrase.end) if page.at(i).lower in {"und", "sowie"} or i == phrase.end - 1)
    before, office, name = page.at(at - 1), page.at(at + 1), page.at(at + 2)
    offices = before.pos in {Pos.NOUN, Pos.NOMINAL} and office.pos is Pos.NOUN and bool(PERSON.search(before.lower))
    return offices and name.pos in {Pos.NAME, Pos.NOMINAL} and not before.lower.endswith(("innen", "leute", "den"))


def _noun_plural(either: bool, bare: bool, noun: str, lemma: str) -> bool | None:  # noqa: FBT001 - two facts about one word
    if lemma != noun:
        return True
    if noun.endswith(("er", "el", "en")) and not FEMININE.search(noun):
        return None
    if either or bare:
        return False if bare or FEMININE.search(noun) else None
    return None


def verb_plural(page: TaggedText, verb: int) -> bool:
    """Tell whether a finite verb has a plural form."""
    lower = page.at(verb).lower
    return lower in _PLURAL_VERBS or lower.endswith("en")


def subject_after(page: TaggedText, i: int, limit: int) -> Phrase | None:
    """Return the first phrase from a token on that can be a subject, behind adverbs and other phrases."""
    return _first_subject(page, i, limit, _MAX_SKIP)


def near_subject(page: TaggedText, i: int, limit: int, skip: int = 3) -> Phrase | None:
    """Return the same, with at most `skip` words before it."""
    return _first_subject(page, i, limit, skip)


def _first_subject(page: TaggedText, i: int, limit: int, skip: int) -> Phrase | None:
    j = i
    for _ in range(skip):
        token = page.at(j)
        if j >= limit or token.text in {",", ";", ":"} or token.finite:
            return None
        if token.pos in _PREPOSITIONS:
            inner = next_phrase(page, j + 1, limit)
            j = inner.end if inner else j + 1
            continue
        found = phrase_at(page, j, page.sentence(j)[1])
        if found and page.at(j).lower == "es":
            behind = phrase_at(page, j + 1, page.sentence(j)[1])  # ‹sah es der Rat als erwiesen an›
            party = behind is not None and can_be_subject(page, behind) and is_party_itself(page, behind)
            return behind if party else None
        if found and can_be_subject(page, found):
            return found
        inner = next_phrase(page, j, limit) if found else None
        j = inner.end if inner else j + 1
    return None


def subject(page: TaggedText, verb: int) -> Phrase | None:
    """Return the subject of a finite verb in a main clause: what stands before it, or else behind it."""
    start, _ = page.sentence(verb)
    clause = page.clause(verb)
    earlier = page.finite(start, verb)
    if earlier and page.at(verb - 1).lower in {"und", "sowie", "oder"}:
        return subject(page, earlier[0])
    left = _left_edge(page, verb, start, clause[0])
    for edge in dict.fromkeys((left, clause[0])):
        found = _before(page, edge, verb)
        if found:
            return _or_behind(page, found, verb, clause[1])
    return _joined_before(page, verb) or subject_after(page, verb + 1, clause[1])


def _joined_before(page: TaggedText, verb: int) -> Phrase | None:
    """Return the subject of a clause that ‹und› joins: ‹Es war laut und die Anwohner fürchten, dass …›."""
    end = verb - (page.at(verb - 1).pos is Pos.ADVERB)
    found = phrase_before(page, page.clause(verb)[0], end)
    joined = found is not None and page.at(found.start - 1).lower in {"und", "doch", "aber"}
    fits = found is not None and can_be_subject(page, found) and plural(page, found) in {None, verb_plural(page, verb)}
    return found if joined and fits and found and page.finite(page.clause(verb)[0], found.start) else None


def _before(page: TaggedText, edge: int, verb: int) -> Phrase | None:
    """Return the phrase that opens a clause, if it reaches the verb but for what is set between commas."""
    i = edge
    while i < verb and (page.at(i).pos is Pos.CONJUNCTION or page.at(i).lower in _LEADS):
        i += 1
    found = phrase_at(page, i, verb) if i < verb else None
    if found is None or not can_be_subject(page, found):
        return None
    rest = page.words(found.end, verb)
    blocked = any(t.finite for t in rest) and not any(t.text == "," for t in rest)
    return None if blocked else found


def _left_edge(page: TaggedText, verb: int, start: int, clause: int) -> int:
    """Return where the main clause starts, walking back over appositions and relative clauses between commas."""
    edge = clause
    for _ in range(_MAX_CLAUSES_BACK):
        if edge <= start or page.at(edge - 1).text not in {",", "–", "—"}:
            break
        before = page.clause(edge - 2) if edge - 2 >= start else (edge, edge)
        if before[0] >= before[1]:
            break
        verbs = page.finite(*before)
        relative = _is_relative(page, before, verbs)
        if edge != clause and not relative and not verbs:
            edge = before[0]
            continue
        if (clause != verb and not relative and verbs) or not (relative or not verbs):
            break
        edge = before[0]
    return edge


def _is_relative(page: TaggedText, clause: tuple[int, int], verbs: tuple[int, ...]) -> bool:
    first, second = page.at(clause[0]), page.at(clause[0] + 1)
    if first.pos is Pos.RELATIVE or (first.pos is Pos.PREPOSITION and second.pos is Pos.RELATIVE):
        return True
    pronoun = first.lower in {"der", "die", "das", "den", "dem", "deren", "dessen"}
    return bool(verbs) and verbs[-1] == clause[1] - 1 and pronoun


def _or_behind(page: TaggedText, found: Phrase, verb: int, limit: int) -> Phrase:
    """Return the better of the phrases before and behind a verb: ‹Die Pläne lehnte der Minister ab›."""
    own = _nominative_behind(page, found, verb)
    if own is not None:
        return own
    first, want = page.at(found.start), verb_plural(page, verb)
    unclear = first.lower in {"die", "das", "eine", "diese", "dieses", "ihre", "seine"}
    unclear = unclear or first.pos in {Pos.NOUN, Pos.NOMINAL, Pos.ADJECTIVE, Pos.NUMBER}
    number = plural(page, found)
    if first.lower == "der" and number in {None, want}:
        return found
    weak = not is_party_itself(page, found) and first.lower not in {"er", "sie", "dieser"}
    if not ((unclear and found.end == verb) or number not in {None, want} or weak):
        return found
    other = near_subject(page, verb + 1, limit, 2)
    if other is None or NOUN_CUE.search(page.at(other.head).lower):  # ‹Die Hälfte zieht die Schlussfolgerung, …›
        return found
    first_place = 0.5 if weak and is_party_itself(page, other) else 1.5
    return found if _fit(page, found, want) + first_place >= _fit(page, other, want) else other


def _nominative_behind(page: TaggedText, found: Phrase, verb: int) -> Phrase | None:
    """Return an ‹er› right behind the verb, which is a subject whatever stands before: ‹Die Arbeit lobte er›."""
    pronoun = page.at(verb + 1)
    subject_before = page.at(found.start).pos is Pos.PRONOUN
    return Phrase(verb + 1, verb + 2, verb + 1) if pronoun.lower == "er" and not subject_before else None


def _fit(page: TaggedText, phrase: Phrase, want: bool) -> float:  # noqa: FBT001 - the verb's number
    """Return how well a phrase fits as a subject; the weights are in steps of what agreement of number is worth."""
    number = plural(page, phrase)
    fit = 0.0 if number is None else (2.0 if number == want else -3.0)
    first = page.at(phrase.start)
    fit += 1.0 * is_party(page, phrase) + 1.0 * is_party_itself(page, phrase)
    return fit + 1.0 * (first.lower in {"er", "der"} or first.pos is Pos.NAME)


def paper(page: TaggedText, sentence: int) -> Phrase | None:
    """Return the first phrase of a sentence for words on paper or what was said: ‹einer Mitteilung der Polizei›."""
    start, limit = page.sentences[sentence]
    for i in range(start, limit):
        if (
            page.at(i).quote is not None
            or not page.at(i).noun
            or not (STATED.search(page.at(i).lower) or NOUN_CUE.search(page.at(i).lower))
            or (OF_OTHERS.search(page.at(i).lower) and not _is_owned(page, i))
        ):
            continue
        for first in range(max(start, i - 3), i + 1):
            found = phrase_at(page, first, limit)
            if found and found.head == i:
                return found if not _of_anybody(page, found) else None
    return None


def _of_anybody(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether a phrase means what some say, nobody knows who: ‹Es gebe krude Aussagen›."""
    bare = (
        page.at(phrase.start).pos in {Pos.ADJECTIVE, Pos.NOUN} and page.at(phrase.start - 1).pos is not Pos.PREPOSITION
    )
    exists = any(t.lemma == "geben" for t in page.words(*page.clause(phrase.start)))
    return bare and exists and not _is_owned(page, phrase.head)


def written(page: TaggedText, sentence: int) -> Phrase | None:
    """Return the last document of a sentence: ‹ein Schreiben an den König›."""
    start, limit = page.sentences[sentence]
    for i in range(limit - 1, start - 1, -1):
        if page.at(i).quote is None and page.at(i).pos is Pos.NOUN and DOCUMENT.search(page.at(i).lower):
            found = (phrase_at(page, first, limit) for first in range(max(start, i - 3), i + 1))
            return next((phrase for phrase in found if phrase and phrase.head == i), None)
    return None


def _is_owned(page: TaggedText, noun: int) -> bool:
    """Tell whether it is said whose a claim is: ‹Vorwürfe der Opposition›."""
    after = page.at(noun + 1)
    return after.lower in {"der", "des", "von", "vom", "eines", "einer"} or page.at(noun - 1).pos is Pos.NAME


def acting(page: TaggedText, sentence: int) -> Phrase | None:
    """Return the person or body that does something in a sentence: the subject of its main verb, in the active."""
    start, end = page.sentences[sentence]
    main = next((v for v in page.finite(start, end) if _opens_main(page, v)), None)
    if main is None or not _tells(page, main):
        return None
    found = subject(page, main)
    some = found is not None and page.at(found.start).lower in _MANY
    return found if found and not some and is_party(page, found) else None


def _opens_main(page: TaggedText, verb: int) -> bool:
    first = page.at(page.clause(verb)[0])
    return first.pos not in _NO_MAIN and first.lower not in CLAUSE_OPENERS


def _tells(page: TaggedText, verb: int) -> bool:
    """Tell whether a main verb is in the active and indicative, and no mere state: ‹war unterwegs›, ‹soll gehen›."""
    token, words = page.at(verb), page.lowers(*page.clause(verb))
    passive = token.lemma == "werden" or " worden " in words
    state = token.lemma == "sein" and not STATES.search(words)
    reported = token.lower in SUBJUNCTIVE | PERFECT | CONDITIONAL
    return not (passive or state or reported or token.lemma in {"sollen", "gelten", "stammen", "scheinen", "heißen"})


def topic(page: TaggedText, sentence: int) -> Phrase | None:
    """Return the first phrase of a sentence that can be a subject and is a person or a body."""
    i, limit = page.sentences[sentence]
    while i < limit:
        if page.at(i).pos in _PREPOSITIONS:
            inner = next_phrase(page, i + 1, limit)
            i = inner.end if inner else i + 1
            continue
        found = phrase_at(page, i, limit)
        if found and can_be_subject(page, found) and is_party(page, found):
            return found
        plain = plain_at(page, i, limit) if found else None
        i = max(i + 1, plain.end if plain else i + 1)
    return None
