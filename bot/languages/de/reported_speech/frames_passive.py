"""German frames whose grammatical subject is not the speaker: ‹es heißt›, ‹geht aus … hervor›, ‹wurde von X bestätigt›.

Rule of this room: the speaker stands behind a preposition, or nobody is named.
"""

import re
from dataclasses import replace

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText, is_closer
from bot.languages.de.reported_speech.noun_phrases import phrase_at, phrase_before
from bot.languages.de.reported_speech.party_nouns import CASE_OF_PLACE, CONTRACT, DOCUMENT, HEISST_PLACE, TIME
from bot.languages.de.reported_speech.reports import Report, within
from bot.languages.de.reported_speech.subjects import is_party, subject, subject_after, written
from bot.languages.de.reported_speech.verbs import Complement, Kind, complement, cue_lemma
from bot.languages.de.reported_speech.vocabulary import ACTS, SOURCE, STATEMENT
from bot.model import Mode

NAMED_IN = CASE_OF_PLACE
_PREPOSITION = frozenset({Pos.PREPOSITION})
_CLAUSES = frozenset({Kind.THAT, Kind.MAIN, Kind.TO})
_SAID = frozenset({Kind.COLON, Kind.THAT, Kind.QUOTE})
_FURTHER = frozenset({"weiter", "ferner", "zudem", "außerdem", "weiterhin"})
"""Words of ‹hieß es weiter›, which goes on with who spoke before."""
_REACH = 9
_LAID_DOWN = frozenset(
    {"festlegen", "regeln", "vorsehen", "festhalten", "vereinbaren", "darlegen", "verfügen", "feststellen", "berichten"}
)
_NOT_BY_NOBODY = frozenset(
    {"erwarten", "nennen", "schätzen", "anordnen", "begründen", "finden", "sehen", "rechnen", "ablehnen"}
)
"""Verbs that say nothing in a passive without ‹von›: ‹Es wird erwartet, dass …›."""
_IF = frozenset({"wenn", "falls", "sofern", "sollte", "sollten", "nachdem", "bevor", "sobald"})
"""Words before a passive that may or may not come true."""
_CALLS = frozenset({"bezeichnen", "nennen", "kritisieren", "beschreiben", "werten", "loben", "würdigen", "einschätzen"})
_JUDGES = _CALLS | {"bewerten", "einstufen", "beurteilen", "ansehen", "betrachten", "empfinden", "bezeichnen"}
_AS = frozenset({"als"})
_AS_NEAR = 4
"""Words between ‹als› and what somebody calls something."""
_NOT_SAID_IN = re.compile(r"zusammenhang$")


def _can_say(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether something can be said in or by it: a party, or words on paper."""
    words = [t.lower for t in page.words(*phrase.range) if t.noun]
    return is_party(page, phrase) or any(SOURCE.search(w) or DOCUMENT.search(w) for w in words)


def place_of(
    page: TaggedText, span: Range, prepositions: frozenset[str], *, is_called_in: bool = False
) -> Phrase | None:
    """Return the phrase behind the first of some prepositions in a range that is no time: ‹in dem Bericht›."""
    for q in range(*span):
        token = page.at(q)
        if token.lower not in prepositions or not (token.pos in _PREPOSITION or token.lower in {"laut", "seitens"}):
            continue
        found = phrase_at(page, q + 1, span[1])
        if found and is_called_in and not _can_say(page, found):
            return None
        if found and not TIME.search(page.at(found.head).lower) and not _NOT_SAID_IN.search(page.at(found.head).lower):
            return found
    return None


def is_called(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹es heißt in X, …›, ‹…, hieß es aus X› and ‹wie es in X heißt›."""
    if r.lemma != "heißen":
        return None
    start, end = r.span
    if page.at(r.clause[0]).lower == "wie":
        named = place_of(page, r.clause, CASE_OF_PLACE)
        return (
            ReportingFrame(
                "wie-heisst",
                named.range if named else None,
                (*r.cue, r.clause[0]),
                ContentPosition.AROUND,
                r.clause,
                lemma="heißen",
            ),
        )
    i = r.verb
    if not within(page, (max(start, i - 2), i + 3), frozenset({"es"})):
        return ()
    stop = next((q for q in range(i + 1, min(end, i + _REACH)) if page.at(q).text in {",", ":"}), min(end, i + _REACH))
    named = place_of(page, (i, stop), HEISST_PLACE, is_called_in=True)
    follows = complement(page, i, end)
    before = page.at(i - 1)
    goes_on = named is None and within(page, r.clause, _FURTHER)
    attached = before.text == "," or is_closer(before) or before.lower in {"so", "wie"}
    own = follows is not None and (follows.kind in _SAID or _is_led(page, r))
    speaker = named.range if named else None
    if i > start and not own and (attached or (before.lower == "es" and i > start + 2)):
        back = ReportingFrame("heisst-es", speaker, (start, i), ContentPosition.PREVIOUS, r.span, lemma="heißen")
        behind = ReportingFrame(
            "heisst-es", speaker, (i,), ContentPosition.BEFORE, (i, end), lemma="heißen", frame_start=i
        )
        if before.text == "," and page.at(stop).text == "," and stop + 1 < end and not page.finite(start, i - 1):
            behind = ReportingFrame(
                "heisst-es", speaker, (i,), ContentPosition.AROUND, (i - 1, stop + 1), lemma="heißen"
            )
        behind = replace(behind, anaphoric=goes_on)
        return (back if _only_so(page, r, follows) else behind,)
    if follows is None:
        return ()
    named = named or _paper_before(page, r) or place_of(page, (start, i), CASE_OF_PLACE, is_called_in=True)
    named = named or _out_of(page, (start, i)) or _written_before(page, r)
    colon = follows.kind is Kind.COLON
    speaker = named.range if named else None
    span = (start, follows.content[0])
    return (
        ReportingFrame(
            "heisst-es",
            speaker,
            (i,),
            ContentPosition.CONTENT,
            span,
            follows.content,
            lemma="heißen",
            colon=colon,
            anaphoric=named is None and goes_on,
        ),
    )


def _paper_before(page: TaggedText, r: Report) -> Phrase | None:
    """Return the words on paper that a relative clause quotes: ‹eine Mitteilung, in der es heißt, dass …›."""
    first, second = page.at(r.clause[0]), page.at(r.clause[0] + 1)
    relative = first.lower in {"in", "worin"} and second.lower in {"dem", "der", "denen", "es", "welcher", "welchem"}
    if not relative or page.at(r.clause[0] - 1).text != ",":
        return None
    found = phrase_before(page, r.span[0], r.clause[0] - 1)
    return found if found and _can_say(page, found) else None


def _is_led(page: TaggedText, r: Report) -> bool:
    """Tell whether a sentence begins with where it says so: ‹In dem Bericht, der geheim war, heißt es, …›."""
    start = r.span[0]
    within_one = page.clause(start)[1] >= r.verb or not page.finite(*page.clause(start))
    named = page.at(start).lower in CASE_OF_PLACE and within_one
    return named and place_of(page, (start, r.verb), CASE_OF_PLACE, is_called_in=True) is not None


def _out_of(page: TaggedText, before: Range) -> Phrase | None:
    """Return the place or circle of ‹Aus Paris hieß es›."""
    found = phrase_at(page, before[0] + 1, before[1]) if page.at(before[0]).lower == "aus" else None
    return found if found and found.end == before[1] and not TIME.search(page.at(found.head).lower) else None


def _only_so(page: TaggedText, r: Report, follows: Complement | None) -> bool:
    """Tell whether a sentence is no more than ‹So heißt es in X.›."""
    i = r.verb
    so = i == r.span[0] + 1 and page.at(i - 1).lower == "so" and page.at(i + 1).lower == "es"
    return so and page.at(i).sentence > 0 and (follows is None or follows.kind is Kind.PLAIN)


def is_said_of(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹aus X verlautete, …› and ‹in X ist von „…“ die Rede›."""
    if r.lemma not in {"verlauten", "rede"}:
        return None
    prepositions = frozenset({"aus"}) if r.lemma == "verlauten" else frozenset({"in", "im", "bei"})
    named = place_of(page, r.span, prepositions)
    speaker = named.range if named else None
    follows = complement(page, r.verb, r.span[1])
    if follows is None and named and r.lemma == "rede" and within(page, r.clause, frozenset({"von", "vom"})):
        return (
            ReportingFrame("rede", speaker, r.cue, ContentPosition.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma),
        )
    if follows is None or follows.kind is Kind.TO:
        return ()
    span = (r.span[0], follows.content[0])
    if follows.kind is Kind.QUOTE:
        return (
            ReportingFrame("rede", speaker, r.cue, ContentPosition.QUOTE, span, follows.content, Mode.DIRECT, r.lemma),
        )
    return (ReportingFrame("rede", speaker, r.cue, ContentPosition.CONTENT, span, follows.content, lemma=r.lemma),)


def emerges(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹aus X geht hervor, dass …›."""
    if r.lemma != "hervorgehen":
        return None
    if page.at(r.clause[0]).lower == "wie":
        paper = place_of(page, r.clause, frozenset({"aus"}))
        speaker = paper.range if paper else None
        return (
            ReportingFrame("wie-X", speaker, (*r.cue, r.clause[0]), ContentPosition.AROUND, r.clause, lemma=r.lemma),
        )
    named = place_of(page, r.span, frozenset({"aus"}))
    speaker = named.range if named else None
    follows = complement(page, r.verb, r.span[1])
    if follows:
        return (
            ReportingFrame(
                "hervorgehen", speaker, r.cue, ContentPosition.CONTENT, r.span, follows.content, lemma=r.lemma
            ),
        )
    if page.at(r.span[0]).lower not in {"dies", "das"}:
        return ()
    return (ReportingFrame("hervorgehen", speaker, r.cue, ContentPosition.PREVIOUS, r.span, lemma=r.lemma),)


def passive(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:  # noqa: PLR0911 - a list of cases
    """Find ‹X wird zitiert: …›, ‹Das wurde von X bestätigt›, ‹von X wird berichtet, dass …›, ‹von X kritisiert›."""
    if not r.passive or page.at(r.clause[0]).lower == "wie":
        return None
    by = agent(page, r)
    if by is None:
        paper = place_of(page, (r.span[0], r.clause[1]), frozenset({"in", "im"}))
        by = paper if paper and SOURCE.search(page.at(paper.head).text) else None
    follows = complement(page, r.verb, r.span[1])
    by = by or _written_before(page, r)
    if r.lemma == "zitieren":
        return _cited(page, r)
    if by and follows is None and _confirms_before(page, r):
        return (ReportingFrame("das-sagt-X", by.range, r.cue, ContentPosition.PREVIOUS, r.span, lemma=r.lemma),)
    called = _called(page, r)
    if called is not None:
        speaker = by.range if by and _can_say(page, by) else None
        return (
            ReportingFrame(
                "passive-quote", speaker, r.cue, ContentPosition.QUOTE, r.span, called, Mode.DIRECT, r.lemma
            ),
        )
    if by is None and r.lemma in _NOT_BY_NOBODY:
        return ()
    if follows and follows.kind in _CLAUSES and page.at(r.clause[0]).lower not in _IF:
        span = (r.span[0], follows.content[0])
        speaker = by.range if by else None
        return (
            ReportingFrame("passive", speaker, r.cue, ContentPosition.CONTENT, span, follows.content, lemma=r.lemma),
        )
    if by and r.lemma in _JUDGES and is_party(page, by) and within(page, r.clause, _AS):
        return (
            ReportingFrame(
                "passive-as", by.range, r.cue, ContentPosition.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma
            ),
        )
    if by and r.lemma in ACTS and page.at(by.start).lower not in {"ihm", "ihr"} and is_party(page, by):
        return (
            ReportingFrame(
                "passive-rep", by.range, r.cue, ContentPosition.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma
            ),
        )
    return ()


def _written_before(page: TaggedText, r: Report) -> Phrase | None:
    """Return the words on paper of the sentence before, of which ‹Darin wird …› and ‹In diesem wird …› speak."""
    sentence = page.at(r.verb).sentence
    first, second = page.at(r.span[0]).lower, page.at(r.span[0] + 1).lower
    points = first in {"darin", "hierin"} or (first == "in" and second in {"diesem", "dieser", "ihm", "ihr"})
    alone = first != "in" or page.at(r.span[0] + 2).finite
    found = written(page, sentence - 1) if sentence > 0 and points and alone else None
    return found if found and DOCUMENT.search(page.at(found.head).lower) else None


def agent(page: TaggedText, r: Report) -> Phrase | None:
    """Return by whom it is done, not ‹Speicherung von Daten›, ‹27 von 35› nor ‹von Betrug wird gesprochen›."""
    by = place_of(page, r.clause, frozenset({"von", "vom", "durch"}))
    attribute = by is not None and page.at(by.start - 2).pos is Pos.NOUN and not is_party(page, by)
    share = by is not None and page.at(by.start - 2).text.isdigit()
    topic = page.at(r.verb).lemma in {"sprechen", "ausgehen", "gehen"}
    return None if attribute or share or topic else by


def _called(page: TaggedText, r: Report) -> Range | None:
    """Return the quotation of ‹wird von X als „…“ bezeichnet›."""
    if r.lemma not in _CALLS:
        return None
    opens = (i for i in range(*r.clause) if page.opens(i) and _AS & {t.lower for t in page.words(i - _AS_NEAR, i)})
    first = next(opens, None)
    return page.quotes[page.quotation(first)] if first is not None else None


def _confirms_before(page: TaggedText, r: Report) -> bool:
    start = r.span[0]
    that = page.at(start).lower in {"das", "dies"} and r.finite == start + 1
    return that and page.at(start).sentence > 0 and r.lemma in STATEMENT


def _cited(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹X wird zitiert: …› and ‹…, wird X zitiert›; ‹wie X zitiert wird› is another rule's."""
    if page.at(r.clause[0]).lower == "wie":
        return None
    start = page.clause(r.finite)[0]
    closed = is_closer(page.at(r.finite - 1))
    start = r.finite if closed else start
    behind = r.finite == start and start > r.span[0]
    who = subject_after(page, r.finite + 1, r.span[1]) if behind else subject(page, r.finite)
    if who is None:
        return ()
    follows = complement(page, r.verb, r.span[1])
    if behind and follows is None:
        span = (start - (not closed), r.span[1])
        return (
            ReportingFrame(
                "pass-zitiert",
                who.range,
                r.cue,
                ContentPosition.BEFORE,
                span,
                lemma=r.lemma,
                frame_start=start,
                after_quote=is_closer(page.at(span[0] - closed)) or is_closer(page.at(span[0] - 1)),
            ),
        )
    if follows is None or follows.kind in {Kind.TO, Kind.PLAIN}:
        return ()
    span, colon = (r.span[0], follows.content[0]), follows.kind is Kind.COLON
    if follows.kind is Kind.QUOTE:
        return (
            ReportingFrame(
                "pass-zitiert", who.range, r.cue, ContentPosition.QUOTE, span, follows.content, Mode.DIRECT, r.lemma
            ),
        )
    return (
        ReportingFrame(
            "pass-zitiert", who.range, r.cue, ContentPosition.CONTENT, span, follows.content, lemma=r.lemma, colon=colon
        ),
    )


def _lays_down(page: TaggedText, i: int) -> bool:
    token = page.at(i)
    if token.pos is Pos.PARTICIPLE:
        return token.lemma in _LAID_DOWN
    found = cue_lemma(page, i) if token.pos is Pos.VERB else ""
    return found in {"stehen", "vorsehen", "festlegen", "vorschreiben", "bestimmen", "regeln"}


def laid_down(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find papers that lay something down: ‹Im Vertrag ist festgelegt, dass …›, ‹Der Vertrag sieht vor, dass …›."""
    for i in range(*span):
        token = page.at(i)
        if page.quoted(i) or not _lays_down(page, i):
            continue
        follows = complement(page, i, span[1])
        inside = token.pos is Pos.PARTICIPLE or token.lemma == "stehen"
        paper = place_of(page, (span[0], i), frozenset({"in", "im"})) if inside else subject(page, i)
        if follows and follows.kind in _CLAUSES and paper and CONTRACT.search(page.at(paper.head).lower):
            return (
                ReportingFrame(
                    "dokument",
                    paper.range,
                    (i,),
                    ContentPosition.CONTENT,
                    (span[0], follows.content[0]),
                    follows.content,
                    lemma=token.lemma,
                ),
            )
    return ()
