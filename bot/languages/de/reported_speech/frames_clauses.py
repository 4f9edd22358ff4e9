"""German frames that are clauses of their own: ‹wie X sagte›, ‹das teilte X mit›, ‹nachdem X gesagt hatte, dass …›.

Rule of this room: each takes one verb of reporting and gives None where the verb is not its case.
"""

import re
from dataclasses import replace

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.de.reported_speech.frames_passive import NAMED_IN, agent, place_of
from bot.languages.de.reported_speech.noun_phrases import phrase_at, phrase_before
from bot.languages.de.reported_speech.reports import Report, within
from bot.languages.de.reported_speech.subjects import can_be_subject, is_party, is_party_itself, subject_after
from bot.languages.de.reported_speech.verbs import Complement, Kind, complement
from bot.languages.de.reported_speech.vocabulary import (
    ACTS,
    CLAUSE_OPENERS,
    LEADS,
    NOT_AS,
    NOT_MAIN,
    NOT_THAT,
    NOT_TO,
    OF_A_PARTY,
    SAY,
    SUBCLAUSE,
    THINK,
    WEAK,
)
from bot.model import Mode

_CLAUSES = frozenset({Kind.THAT, Kind.MAIN, Kind.TO})
_DEPENDENT = frozenset({Pos.SUBORDINATOR, Pos.QUESTION, Pos.RELATIVE, Pos.COMPARISON})
_MAX_AS = 30
"""Words of ‹wie X, der Chef der Y, mitteilte› before the verb's own clause."""
_COMPARED = frozenset({"so", "ebenso", "genauso"})
"""Words before ‹, wie X gerechnet hatte›, which then compares."""
SAYING = frozenset({"sagen", "berichten", "melden", "mitteilen", "schildern", "beschreiben", "darstellen"})
NAMED = re.compile(r"(titel|name|motto|überschrift|bezeichnung|adresse)s?$")
"""What ‹so lautet …› gives the words of: ‹„Mehr Licht“, so lautet der Titel der Studie›."""
_NEAR = 2
"""Words of ‹das zumindest› before the verb."""


def that_said(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹…, das teilte X mit› and ‹– das zumindest meint X›: a clause that gives what stands before it to X."""
    start, end = r.clause
    opens = page.at(start).lower in {"das", "dies"} and start > r.span[0] and r.finite - start <= _NEAR
    if not opens or r.lemma not in SAY or r.participle:
        return None
    phrase = subject_after(page, r.finite + 1, end)
    if phrase is None or not is_party(page, phrase) or complement(page, r.verb, r.span[1]):
        return None
    span = (start - 1, end)
    return (
        ReportingFrame(
            "das-sagt-X", phrase.range, r.cue, ContentPosition.BEFORE, span, lemma=r.lemma, frame_start=start
        ),
    )


def so_they_say(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹…, so schätzen die Forscher, …›: set between commas, it gives the whole sentence to them."""
    start, end = r.clause
    if page.at(start).lower != "so" or r.finite != start + 1 or start == r.span[0] or r.participle:
        return None
    phrase = subject_after(page, r.finite + 1, end)
    if phrase is None or (r.lemma == "lauten" and NAMED.search(page.at(phrase.head).lower)):
        return None
    if phrase.end < end or page.at(start - 1).text not in {",", "–", "-"}:
        return None
    return (ReportingFrame("so-V-X", phrase.range, r.cue, ContentPosition.AROUND, (start, end), lemma=r.lemma),)


def as_x(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹wie X mitteilte›, ‹wie X, der Chef, sagte› and ‹wie berichtet›."""
    if r.lemma in NOT_AS:
        return None
    far = _as_far(page, r)
    if far is not None:
        return (far,)
    start = r.clause[0] + (page.at(r.clause[0]).lower in LEADS)
    compares = page.at(start - 1).text == "," and page.at(start - 2).lower in _COMPARED
    # ‹Wahlen, wie sie von X gefordert wurden›
    compares = compares or (r.passive and page.at(start + 1).lower in {"sie", "er", "es"} and r.lemma not in SAYING)
    opens = page.at(start).lower == "wie" and r.finite > start and not compares
    phrase = _as_whom(page, r, start) if opens else None
    if not opens or (page.at(start + 1).finite and phrase is None):
        return None
    if phrase is not None:
        return (_as_frame(r, phrase.range, start),)
    if r.lemma in SAY:
        return (ReportingFrame("wie-pass", None, (*r.cue, start), ContentPosition.AROUND, r.clause, lemma=r.lemma),)
    return ()


def _as_whom(page: TaggedText, r: Report, start: int) -> Phrase | None:
    """Return who is named behind a ‹wie›: ‹wie X sagte›, ‹wie sagte X›, ‹wie von X gemeldet›, ‹wie es in X heißt›."""
    if page.at(start + 1).finite:
        return subject_after(page, r.finite + 1, r.clause[1]) if r.finite == start + 1 else None
    passive = r.passive and r.lemma != "zitieren"
    phrase = agent(page, r) if passive else subject_after(page, start + 1, r.finite)
    if r.lemma == "verlauten":
        return place_of(page, r.clause, frozenset({"aus"})) or phrase
    in_words = phrase is None and within(page, r.clause, frozenset({"es"}))
    return place_of(page, r.clause, NAMED_IN) if in_words else phrase


def _as_far(page: TaggedText, r: Report) -> ReportingFrame | None:
    """Find ‹wie X, der Chef der Y, sagte›, where the verb's clause is another one."""
    start = _as_before(page, r)
    phrase = None if start is None else phrase_at(page, start + 1, r.finite) or subject_after(page, start + 1, r.finite)
    found = start is not None and phrase is not None and can_be_subject(page, phrase)
    return _as_frame(r, phrase.range, start) if found and phrase and start is not None else None


def _as_before(page: TaggedText, r: Report) -> int | None:
    """Return the ‹wie› of an earlier clause whose verb this is, behind an apposition."""
    if page.at(r.clause[0]).lower == "wie":
        return None
    for start, _ in page.clauses[page.at(r.verb).sentence]:
        near = start < r.clause[0] and r.clause[0] - start < _MAX_AS
        if near and page.at(start).lower == "wie" and _is_aside(page, start, r) and not _broken(page, start):
            return start
    return None


def _is_aside(page: TaggedText, start: int, r: Report) -> bool:
    """Tell whether only appositions and relative clauses stand between a ‹wie› and a verb's clause."""
    between = [c for c in page.clauses[page.at(r.verb).sentence] if start <= c[0] < r.clause[0]]
    return not any(page.finite(*c) and page.at(c[0]).pos is not Pos.RELATIVE for c in between)


def _broken(page: TaggedText, start: int) -> bool:
    """Tell whether a ‹wie› breaks a clause whose verb is still to come: ‹wenn sie, wie auch X, darauf hinweist›."""
    before = page.clause(start - 2) if start - 2 >= page.sentence(start)[0] else (start, start)
    opens = page.at(before[0]).pos in _DEPENDENT or page.at(before[0]).lower in CLAUSE_OPENERS
    return before[0] < start and opens and not page.finite(*before)


def _as_frame(r: Report, speaker: Range, opener: int) -> ReportingFrame:
    span = (min(opener, r.clause[0]), r.clause[1])
    return ReportingFrame("wie-X", speaker, (*r.cue, opener), ContentPosition.AROUND, span, lemma=r.lemma)


def contrary(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find nothing in ‹anders als X behauptet›: what stands around it is not what X says."""
    start = r.clause[0]
    return () if page.at(start).lower == "anders" and page.at(start + 1).lower == "als" else None


def subordinate(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find reports inside subordinate clauses: ‹nachdem X gesagt hatte, dass …›, ‹, der sagte, dass …›."""
    start, end = r.clause
    start += _concession(page, start)
    first, second = page.at(start), page.at(start + 1)
    behind_preposition = first.pos is Pos.PREPOSITION and second.pos is Pos.RELATIVE
    dependent = first.pos in _DEPENDENT or behind_preposition or first.lower in CLAUSE_OPENERS
    short = first.pos is Pos.RELATIVE and r.finite == end - 1
    final = r.finite >= end - 2 and (r.finite > start + 1 or first.lower in CLAUSE_OPENERS or short)
    if not (dependent and final):
        return None
    follows = complement(page, r.verb, r.span[1])
    if follows and follows.kind is Kind.MAIN and start == r.span[0] and page.at(end + 1).finite:
        follows = None  # ‹Während X von Y spricht, sagt Z, es sei …›: the main clause
    clause = follows is not None and follows.kind in _CLAUSES
    quoted = follows is not None and follows.kind is Kind.QUOTE
    if first.pos is Pos.RELATIVE:
        reported = follows is not None and (clause or follows.kind is Kind.COLON) and reports(r, follows)
        return _relative(page, r, follows) if follows and reported else ()
    opens = (
        first.lower in SUBCLAUSE
        or start > r.clause[0]
        or (first.pos in {Pos.SUBORDINATOR, Pos.QUESTION} and first.lower not in {"dass", "ob"})
    )
    if not opens and not behind_preposition:
        return ()
    phrase = subject_after(page, start + 1 + behind_preposition, r.finite)
    perceives = r.lemma == "bemerken" or (
        r.lemma in OF_A_PARTY and phrase is not None and not is_party_itself(page, phrase)
    )
    perceives = perceives or (r.lemma in NOT_AS and first.lower == "wie")
    quoted = quoted and not behind_preposition  # ‹zu der X aufgerufen hatte, „ruhig“ verlaufen›
    if phrase and follows and (clause or quoted) and not perceives and reports(r, follows):
        return (content_frame("subord", r, phrase.range, follows),)
    act = r.lemma in ACTS and not behind_preposition and first.lower not in {"wenn", "falls", "ob", "dass", "bevor"}
    if phrase and act:
        return (
            ReportingFrame(
                "subord-rep", phrase.range, r.cue, ContentPosition.CONTENT, r.clause, r.clause, Mode.REPORTED, r.lemma
            ),
        )
    return ()


def _concession(page: TaggedText, start: int) -> int:
    """Return how many words stand before the ‹wenn› of ‹Denn auch wenn X sagt, …›."""
    for k in range(start, start + _NEAR + 1):
        if page.at(k).lower in {"wenn", "obwohl"}:
            return k - start if k > start and page.at(k - 1).lower in {"auch", "selbst"} else 0
    return 0


def _relative(page: TaggedText, r: Report, follows: Complement) -> tuple[ReportingFrame, ...]:
    """Find ‹X, der sagte, dass …›: the pronoun stands for whom the phrase before the comma names."""
    start = r.clause[0]
    if page.at(start).lower not in {"der", "die", "das", "welcher", "welche", "welches"}:
        return ()
    phrase = phrase_before(page, r.span[0], start - 1)
    frame = content_frame("relcl", r, phrase.range if phrase else (start, start + 1), follows)
    return (replace(frame, anaphor=(start, start + 1)) if phrase else frame,)


def content_frame(rule: str, r: Report, speaker: Range | None, follows: Complement) -> ReportingFrame:
    """Return the frame of a verb before its claim."""
    span = (r.clause[0] if r.clause[0] < follows.content[0] else r.span[0], follows.content[0])
    colon = follows.kind is Kind.COLON
    inner = rule in {"subord", "relcl"}
    return ReportingFrame(
        rule,
        speaker,
        r.cue,
        ContentPosition.CONTENT,
        span,
        follows.content,
        lemma=r.lemma,
        colon=colon,
        ends_at_main_clause=inner,
    )


def reports(r: Report, follows: Complement, *, denied: bool = False) -> bool:
    """Tell whether what follows the verb is what was said; where it is denied (`denied`), no plain clause is."""
    match follows.kind:
        case Kind.PLAIN:
            return r.lemma in SAY and r.lemma not in WEAK | {"äußern"} and not denied
        case Kind.TO:
            return r.lemma not in NOT_TO
        case Kind.THAT:
            return r.lemma not in NOT_THAT
        case Kind.MAIN:
            return r.lemma not in NOT_MAIN
        case Kind.COLON:
            return r.lemma not in THINK and r.lemma not in {"lauten", "beauftragen", "bestehen", "einigen"}
        case _:
            return True
