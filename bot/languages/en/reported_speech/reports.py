"""An English verb that reports, in its sentence, and what follows it.

Rule of this room: it says that a verb reports and what stands behind it, never who speaks.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText, Token, is_closer
from bot.languages.en.reported_speech.noun_phrases import group_start, phrase_at, plain_at
from bot.languages.en.reported_speech.vocabulary import (
    ACTS,
    ADDRESSED,
    BE,
    CUES,
    DAYS,
    HAVE,
    MONTHS,
    NEGATED,
    REFUSED,
    SAY,
    THINK,
    TIME,
)

_TRIED = frozenset({Pos.VERB, Pos.PARTICIPLE, Pos.GERUND, Pos.INFINITIVE})
_QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "who", "when", "where"})
_SKIPPED = frozenset({Pos.ADVERB, Pos.PARTICLE})
_CLAUSE_STOPS = frozenset({",", ";", ":", "."})
_OF_SOMEONE = frozenset({"accuse", "blame", "ask", "tell", "inform", "request", "characterise", "characterize"})
"""Verbs that need an object: behind a noun, ‹accused of theft› tells about that noun."""
_WITH_OBJECT = frozenset({"promise", "order", "threaten", "accuse"})
"""Verbs whose one object is what they are about, not whom they address: ‹promised swift aid›."""
_NEEDS_THAT = frozenset(
    {"remember", "describe", "recall", "put", "call", "welcome", "praise", "defend", "oppose", "post"}
)
"""Verbs whose object is no clause: ‹remembers the day the shop closed›."""
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
"""Pronouns that are no objects, so that a clause follows: ‹say they no longer care›."""
_NO_CLAIM = frozenset(
    {"because", "after", "before", "as", "since", "although", "though", "until", "once", "while", "when", "where"}
)
"""Words behind which it stands why, when or where it was said, not what."""
_REDUCED = frozenset(
    {"posted", "published", "issued", "released", "sent", "read", "given", "shown", "broadcast", "aired", "carried",
     "obtained", "made", "written", "dated", "recorded", "distributed", "seen", "cited"}
)  # fmt: skip
"""Participles that tell more of a statement: ‹in a statement posted online›."""
_CONTRACTED = re.compile(r"(i|you|he|she|it|we|they|there|that|this|who|what|here)['’](s|re|ll|ve|d|m)$")
"""A subject and its verb in one word: ‹she'll›, ‹there’s›."""
_GONE_ON = frozenset({"go", "continue"})
"""Verbs that report only beside what was said: ‹The talks, he went on, were dead›."""
_MAX_SKIP = 30


class Kind(StrEnum):
    """What stands behind a verb of reporting."""

    THAT = "that"
    CLAUSE = "clause"
    TO = "to"
    QUOTE = "quote"
    COLON = "colon"
    ABOUT = "about"
    """‹of a recession›, ‹against Y›: a claim in a few words."""
    OBJECT = "object"
    NOTHING = "nothing"
    """Nothing but when, where and to whom it was said."""


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of reporting: its token, its group's first word, its sentence, and what follows where."""

    verb: int
    group: int
    lemma: str
    span: Range
    kind: Kind
    content: Range
    passive: bool = False
    gerund: bool = False

    @property
    def cue(self) -> tuple[int, ...]:
        """Return the tokens that show the report."""
        return (self.verb,)


def report_at(page: TaggedText, i: int, span: Range) -> Report | None:
    """Return the verb of reporting at a token; None in quotations, after ‹to›, ‹not› and ‹declined to›."""
    token = page.at(i)
    if token.pos not in _TRIED or token.quote is not None or not (token.lemma in CUES or _goes_on(page, i)):
        return None
    if page.at(i - 1).pos is Pos.TO and _goes_on(page, i - 3):
        return Report(i, group_start(page, i - 3), token.lemma, span, *follows(page, i, span[1]))
    group = group_start(page, i)
    helpers = [page.at(k) for k in range(group, i)]
    be = any(t.lower in BE for t in helpers) or (page.at(i - 1).lower in {"’s", "'s"})
    have = any(t.lower in HAVE for t in helpers)
    gerund = token.pos is Pos.GERUND and not be
    if _is_hidden(page, i, helpers, group) or (
        token.pos is Pos.PARTICIPLE and not (be or have) and not _finite_form(page, i)
    ):
        return None
    if token.lemma in _OF_SOMEONE and not (be or gerund) and page.at(i + 1).pos is Pos.PREPOSITION:
        return None
    kind, content = follows(page, i + _goes_on(page, i), span[1])
    if token.lemma in _GONE_ON and kind not in {Kind.NOTHING, Kind.QUOTE, Kind.COLON}:
        return None
    passive = token.pos in {Pos.PARTICIPLE, Pos.VERB} and be
    return Report(i, group, token.lemma, span, kind, content, passive, gerund)


def _is_hidden(page: TaggedText, i: int, helpers: list[Token], group: int) -> bool:
    """Tell whether a verb reports nothing: ‹not said›, ‹declined to say›, ‹to say›."""
    token = page.at(i)
    bare = token.pos is Pos.INFINITIVE and not any(t.pos in {Pos.MODAL, Pos.AUXILIARY} for t in helpers)
    if bare and (page.at(i - 1).pos is Pos.TO or not page.at(i - 1).noun):
        return True
    return any(t.lower in NEGATED for t in helpers) or page.at(group - 1).lemma in REFUSED


def _goes_on(page: TaggedText, i: int) -> bool:
    """Tell whether ‹go on› stands at a token."""
    return page.at(i).lower in {"went", "goes"} and page.at(i + 1).lower == "on"


def _finite_form(page: TaggedText, i: int) -> bool:
    """Tell whether a participle can be the clause's finite verb: right behind a phrase or a quotation."""
    before = page.at(i - 1)
    return (
        before.noun
        or before.text in {",", "–", "—", "-", ")", "]"}
        or is_closer(before)
        or before.pos in {Pos.PRONOUN, Pos.INDEFINITE, Pos.RELATIVE}
    )


def follows(page: TaggedText, verb: int, limit: int) -> tuple[Kind, Range]:
    """Return what stands behind a verb, and where, behind its addressee, adverbs and phrases of time and place."""
    i = verb + 1
    addressed = page.at(verb).lemma in ADDRESSED
    for _ in range(_MAX_SKIP):
        token = page.at(i)
        if i >= limit:
            break
        found = _opened(page, i, limit)
        if found is not None:
            return found
        if token.lower in _NO_CLAIM and token.pos is not Pos.PREPOSITION:
            return Kind.NOTHING, (i, i)
        when = _past_time(page, i, limit)
        if when > i:
            i = when
        elif token.pos in _SKIPPED:
            i += 1
        elif token.pos is Pos.PREPOSITION or token.pos is Pos.TO:
            i = _past_place(page, i, limit)
        elif addressed and (person := plain_at(page, i, limit)) and not page.at(person.end).finite:
            phrase = phrase_at(page, i, limit) or person
            i, addressed = (person if page.at(phrase.end).finite else phrase).end, False
        else:
            break
    if i >= limit or page.at(i).text in _CLAUSE_STOPS or is_closer(page.at(i)):
        object_ = i > verb + 1 and not addressed and page.at(verb).lemma in _WITH_OBJECT
        return (Kind.OBJECT, (verb + 1, limit)) if object_ else (Kind.NOTHING, (i, i))
    return _clause_or_object(page, verb, i, limit)


def _opened(page: TaggedText, i: int, limit: int) -> tuple[Kind, Range] | None:  # noqa: C901, PLR0911 - a list of cases
    """Return what a word opens: a ‹that› clause, a question, a quotation, an infinitive."""
    token, after = page.at(i), page.at(i + 1)
    if _CONTRACTED.match(token.lower):
        return Kind.CLAUSE, (i, limit)
    if token.lower == "that" and after.pos is Pos.MARK and after.text in _CLAUSE_STOPS and i + 2 >= limit:
        return Kind.OBJECT, (i, limit)
    if token.lower == "that" and (token.pos is Pos.SUBORDINATOR or after.pos is not Pos.VERB):
        return Kind.THAT, (i, limit)
    if token.lower in _QUESTIONS:
        return Kind.THAT, (i, limit)
    if token.text == ":":
        return Kind.COLON, (i + 1, limit)
    if page.opens(i):
        return Kind.QUOTE, page.quotes[page.quotation(i)]
    if token.text == "," and page.opens(i + 1):
        return Kind.QUOTE, page.quotes[page.quotation(i + 1)]
    if token.text == ",":
        aside = next((k for k in range(i + 1, min(limit - 1, i + 8)) if page.at(k).text == ","), i)
        if page.at(aside + 1).lower == "that" and not page.finite(i, aside):
            return Kind.THAT, (aside + 1, limit)
    if (token.pos is Pos.TO or token.lower == "to") and after.pos in {Pos.INFINITIVE, Pos.AUXILIARY_INFINITIVE}:
        return Kind.TO, (i, limit)
    if (
        token.lower in {"of", "against", "for", "about"}
        and token.pos is Pos.PREPOSITION
        and not _timely(page, i + 1, limit)
    ):
        return Kind.ABOUT, (i, limit)
    return None


def _timely(page: TaggedText, i: int, limit: int) -> bool:
    """Tell whether a phrase is of time: ‹for years›."""
    phrase = plain_at(page, i, limit)
    return phrase is not None and TIME.match(page.at(phrase.head).lower) is not None


def _past_time(page: TaggedText, i: int, limit: int) -> int:
    """Return the end of ‹last week›, ‹on Tuesday› without its preposition, or ‹posted online›; else the same place."""
    if page.at(i).lower in _REDUCED and page.at(i - 1).noun:
        stop = next((k for k in range(i, limit) if page.at(k).text in _CLAUSE_STOPS or page.opens(k)), limit)
        return stop if not page.finite(i + 1, stop) else i
    phrase = plain_at(page, i, limit)
    timely = phrase is not None and TIME.match(page.at(phrase.head).lower) is not None
    return phrase.end if phrase and timely and not page.at(phrase.end).finite else i


def _past_place(page: TaggedText, i: int, limit: int) -> int:
    if page.at(i).lower in {"on", "in"} and page.at(i + 1).lower in DAYS | MONTHS:
        end = i + 2 + bool(TIME.match(page.at(i + 2).lower) or page.at(i + 2).text.isdigit())
        return min(end, limit)
    phrase = phrase_at(page, i + 1, limit)
    if phrase is None:
        return i + 1
    short = plain_at(page, i + 1, limit)
    return short.end if short and page.at(phrase.end).finite else phrase.end


def _past(page: TaggedText, verb: int, phrase: Phrase | None, end: int) -> bool:
    """Tell whether a form that the tagger takes for a participle is a past tense: ‹said the aircraft never arrived›."""
    if phrase is None or page.at(verb).lemma not in (SAY | THINK) - ACTS or page.finite(phrase.end, end):
        return page.at(verb).lemma == "say" and phrase is not None and page.at(phrase.end).pos is Pos.PARTICIPLE
    after = phrase.end
    while page.at(after).pos is Pos.ADVERB and after < end:
        after += 1
    return page.at(after).pos is Pos.PARTICIPLE and page.at(after + 1).lower != "by"


def _aside_shut(page: TaggedText, comma: int, end: int) -> bool:
    """Tell whether a second comma shuts what a first one opened, before a verb: ‹the bridge, built in 1900, fell›."""
    shut = next((k for k in range(comma + 1, end) if page.at(k).text == ","), None)
    return shut is not None and (page.at(shut + 1).finite or page.at(shut + 2).finite)


def _clause_or_object(page: TaggedText, verb: int, i: int, limit: int) -> tuple[Kind, Range]:
    """Tell ‹said workers would not return› from ‹said little›."""
    phrase = phrase_at(page, i, limit)
    end = next((k for k in range(i, limit) if page.at(k).text in {";", ":"}), limit)
    if phrase is not None and page.at(phrase.end).text == "," and not _aside_shut(page, phrase.end, end):
        end = phrase.end  # ‹holds a feast, names every whale›
    verbs = [v for v in page.finite(i, end) if v > i]
    pointing = page.at(i).lower in {"there", "this", "these", "those", "that", "such"}
    there = pointing and bool(page.finite(i + 1, min(end, i + 4)))
    relative = phrase is not None and page.at(phrase.end).lower in {"that", "which", "who", "whose"}
    close = range(phrase.end, min(phrase.end + 3, end)) if phrase and not relative else range(0)
    subject = any(page.at(k).finite for k in close) or (relative and len(verbs) > 1)
    participle = page.at(i).pos is Pos.GERUND and verbs
    bare = phrase is not None and page.at(phrase.end).pos is Pos.INFINITIVE and page.at(phrase.end - 1).noun
    there = there or bare or page.at(i).lower in _SUBJECTS
    past = _past(page, verb, plain_at(page, i, limit), end)
    subject = subject or (phrase is not None and page.opens(phrase.end)) or past
    if page.at(verb).lemma in _NEEDS_THAT:
        return Kind.OBJECT, (i, limit)
    main = bool(verbs) and page.at(verbs[0] - 1).pos is not Pos.RELATIVE and page.at(verbs[0] - 1).lower != "that"
    if (subject or there or participle or main) and not page.at(i).finite:
        return Kind.CLAUSE, (i, limit)
    return Kind.OBJECT, (i, limit)
