"""German frames that a verb of reporting makes: before its claim and behind it, and the list of all its cases.

Rule of this room: a verb is tried on the cases in `_CASES` in order; the first that is its case decides, also where it
finds nothing.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText, Token, is_closer
from bot.languages.de.reported_speech.acts import acts
from bot.languages.de.reported_speech.frames_clauses import (
    NAMED,
    as_x,
    content_frame,
    contrary,
    reports,
    so_they_say,
    subordinate,
    that_said,
)
from bot.languages.de.reported_speech.frames_passive import emerges, is_called, is_said_of, passive
from bot.languages.de.reported_speech.noun_phrases import phrase_at
from bot.languages.de.reported_speech.party_nouns import DOCUMENT
from bot.languages.de.reported_speech.reports import Report, report_at, within
from bot.languages.de.reported_speech.subjects import (
    can_be_subject,
    is_party,
    is_party_itself,
    subject,
    subject_after,
)
from bot.languages.de.reported_speech.verbs import Complement, Kind, complement, namelike, subjunctive
from bot.languages.de.reported_speech.vocabulary import ACTS, BEFORE_MAIN, HUMAN_ACTS, OF_A_PARTY, SAY, THINK, WEAK
from bot.model import Mode

_CLAUSES = frozenset({Kind.THAT, Kind.MAIN, Kind.TO})
_DEPENDENT = frozenset({Pos.SUBORDINATOR, Pos.QUESTION, Pos.RELATIVE, Pos.COMPARISON})
_SHORT_QUOTE = 7
"""Tokens, marks included, of a quoted word; an act with no more than that is an act: ‹kritisierte die „Farce“›."""

_ASKED = frozenset({"gefragt", "angesprochen", "befragt"})
_BUT = frozenset({"aber", "jedoch", "allerdings", "hingegen"})
_DENIED = frozenset({"nicht", "nie", "kaum"})
_LEAD = 5
"""Words of ‹Auf die erneute Frage›."""
_RELATIVES = frozenset({"der", "die", "das", "den", "dem", "deren", "dessen", "denen"})

_AT_LEAST = frozenset({"zumindest", "jedenfalls", "immerhin", "auch", "alles", "selbst"})
"""Words between ‹das› and its verb: ‹Das zumindest sagt X›."""

Case = Callable[[TaggedText, Report], "tuple[ReportingFrame, ...] | None"]


def verbs(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find the frames of every verb of reporting in a sentence."""
    found: list[ReportingFrame] = []
    for i in range(*span):
        report = report_at(page, i, span)
        if report is None or _within_report(page, report):
            continue
        cases = (case(page, report) for case in _CASES)
        found.extend(next((frames for frames in cases if frames is not None), ()))
    return tuple(_of_nobody(page, frame) for frame in found)


def _of_nobody(page: TaggedText, frame: ReportingFrame) -> ReportingFrame:
    """Return a frame of ‹man› as one that names nobody."""
    some = frame.speaker is not None and page.at(frame.speaker[0]).lower == "man"
    return replace(frame, rule="man", speaker=None) if some and frame.rule in {"pre-that", "pre-main"} else frame


def _within_report(page: TaggedText, r: Report) -> bool:
    """Tell whether the verb is itself reported (‹Zudem beschreibe der Film …›) or stands in parentheses."""
    dependent = page.at(r.clause[0]).pos in _DEPENDENT
    marks = [t.text for t in page.words(r.clause[0], r.verb)]
    aside = marks.count("(") > marks.count(")")
    return aside or (not dependent and r.clause[0] == r.span[0] and subjunctive(page, r.finite) == 2)  # noqa: PLR2004


def _behind(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:  # noqa: PLR0911 - a list of cases
    """Find ‹…, sagte X›, ‹“ sagte X› and ‹Nachdem …, sagte X, dass …›."""
    start, (clause, end) = r.span[0], r.clause
    closed = is_closer(page.at(r.finite - 1)) or (
        page.at(r.finite - 1).text == "," and is_closer(page.at(r.finite - 2))
    )
    closed = closed and _says(page, r.span[0], r.finite - 1 - (page.at(r.finite - 1).text == ","))
    opens = r.finite == clause or (page.at(clause).lower == "so" and r.finite == clause + 1)
    opens = opens and clause > start and page.at(clause - 1).text in {",", "–", "-"}
    if not (opens or closed) or subjunctive(page, r.finite) == 2:  # noqa: PLR2004 - it is reported itself
        return None
    if not closed and page.at(r.finite + 1).lower in _BUT:
        return None  # ‹X zögerte, bestritt aber …›
    before = page.words(start, clause)
    if not (closed or any(t.finite or t.quote is not None for t in before)):
        return None
    phrase = subject_after(page, r.finite + 1, r.span[1] if closed else end)
    if phrase is None or phrase.start - r.finite > 4 or (not closed and _main_after_relative(page, r)):  # noqa: PLR2004 - adverbs
        return None
    follows = complement(page, r.finite, r.span[1])
    opened = follows and follows.kind in _CLAUSES | {Kind.COLON} and before and before[0].lower in BEFORE_MAIN
    if follows and opened and reports(r, follows):
        return (content_frame("pre-adv", r, phrase.range, follows),)
    if before and before[0].lower in _ASKED | {"auf"} and _is_question(before):
        return () if follows is None else None if closed else (content_frame("pre-adv", r, phrase.range, follows),)
    if not closed and not _claims(page, r):
        return None
    if not closed and r.lemma in HUMAN_ACTS and not is_party(page, phrase):
        return ()
    weak = r.lemma in THINK or r.lemma in WEAK
    if weak and not closed and (not is_party(page, phrase) or phrase.start - r.finite > 2):  # noqa: PLR2004 - an adverb
        return ()
    edge = clause - 1 if not closed or opens else r.finite
    span = (edge, r.span[1])
    return (
        ReportingFrame(
            "post",
            phrase.range,
            r.cue,
            ContentPosition.BEFORE,
            span,
            lemma=r.lemma,
            frame_start=r.finite,
            after_quote=closed,
        ),
    )


def _is_question(before: tuple[Token, ...]) -> bool:
    """Tell whether a question was put before somebody spoke: ‹Auf die Frage, ob …, sagte X, …›, ‹Gefragt, ob …, …›."""
    return before[0].lower in _ASKED or any(t.lower in {"frage", "fragen", "nachfrage"} for t in before[:_LEAD])


def _says(page: TaggedText, start: int, closer: int) -> bool:
    """Tell whether the quotation that ends at a token says something; ‹Die Initiative „Bus statt Bahn“› doesn't."""
    quote = page.at(closer).quote
    if quote is None:
        return False
    first, end = page.quotes[quote]
    if namelike(page, quote):
        return False
    named = page.at(first - 1).noun and end - first <= _SHORT_QUOTE + 1 and not page.finite(start, first)
    return not named


def _claims(page: TaggedText, r: Report) -> bool:
    """Tell whether a main clause, a ‹dass› clause or a quotation stands before the verb's clause."""
    if page.at(r.span[1] - 1).text == ":" and page.at(r.span[1] - 1).quote is None:
        return False
    for clause in page.clauses[page.at(r.verb).sentence]:
        first, second = page.at(clause[0]), page.at(clause[0] + 1)
        if clause[0] >= r.clause[0]:
            break
        quotes = {t.quote for t in page.words(*clause)} - {None}
        if first.lower in {"dass", "ob"} or any(q is not None and not namelike(page, q) for q in quotes):
            return True
        verbs_ = page.finite(*clause)
        dependent = first.pos in _DEPENDENT or (first.pos is Pos.PREPOSITION and second.pos is Pos.RELATIVE)
        final = bool(verbs_) and verbs_[-1] == clause[1] - 1
        relative = first.lower in _RELATIVES and final and clause[0] > r.span[0]
        opens = first.lower in BEFORE_MAIN and final
        if verbs_ and not dependent and not relative and not opens:
            return True
    return False


def _main_after_relative(page: TaggedText, r: Report) -> bool:
    """Tell whether the clause goes on with the subject of the first one: ‹X, der Y ist, sagte Z›."""
    clauses = page.clauses[page.at(r.verb).sentence]
    if len(clauses) < 3 or page.finite(*clauses[0]):  # noqa: PLR2004 - subject, relative clause, verb
        return False
    if any(page.at(c[0]).finite for c in clauses[2:] if c[0] < r.clause[0]):
        return False
    (start, end), second = clauses[0], page.at(clauses[1][0])
    relative = second.pos is Pos.RELATIVE or (
        second.pos is Pos.PREPOSITION and page.at(clauses[1][0] + 1).pos is Pos.RELATIVE
    )
    lead = phrase_at(page, start, end)
    plain = page.at(start).pos not in {Pos.PREPOSITION, Pos.SUBORDINATOR} and page.at(start).lower not in {"dass", "ob"}
    return bool(relative and lead and plain and lead.end >= end - 6 and can_be_subject(page, lead))


def _before(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹X sagte, dass …›, ‹X sagte: …›, ‹X kritisierte Y› and ‹Das sagte X›."""
    follows = complement(page, r.verb if r.participle else r.finite, r.span[1])
    goes_on = r.finite == r.clause[0] > r.span[0] and page.at(r.finite + 1).lower in _BUT
    goes_on = goes_on and bool(page.finite(r.span[0], r.finite))
    phrase = (None if goes_on else subject(page, r.finite)) or _shared_subject(page, r)
    start = r.span[0]
    if phrase is None:
        named = follows and follows.kind in {Kind.THAT, Kind.MAIN, Kind.COLON, Kind.QUOTE} and r.lemma in SAY
        if follows is None or not named or page.at(r.finite - 1).pos is Pos.RELATIVE:
            return ()
        return (
            ReportingFrame(
                "pre-nosubj",
                None,
                r.cue,
                ContentPosition.CONTENT,
                (start, follows.content[0]),
                follows.content,
                lemma=r.lemma,
            ),
        )
    if _tells_of_a_thing(page, r, phrase):
        return ()
    if _points_back(page, r, phrase, follows):
        return (ReportingFrame("das-sagt-X", phrase.range, r.cue, ContentPosition.PREVIOUS, r.span, lemma=r.lemma),)
    if follows and reports(r, follows, denied=within(page, r.clause, _DENIED)):
        return (_preposed(r, phrase, follows),)
    return (_act(r, phrase),) if acts(page, r, phrase) else ()


def _tells_of_a_thing(page: TaggedText, r: Report, phrase: Phrase) -> bool:
    """Tell whether a subject can say nothing by a verb: ‹Die Nähe stellt eine Gefahr dar›, ‹Der Name lautet „…“›."""
    head = page.at(phrase.head).lower
    named = r.lemma == "lauten" and bool(NAMED.search(head))
    thing = not is_party_itself(page, phrase)
    return named or (thing and (r.lemma in OF_A_PARTY or (r.lemma == "darstellen" and not DOCUMENT.search(head))))


def _points_back(page: TaggedText, r: Report, phrase: Phrase, follows: Complement | None) -> bool:
    """Tell whether the sentence is ‹Das sagte X.› and so reports the one before."""
    first, second = page.at(r.span[0]), page.at(r.span[0] + 1)
    near = r.finite == r.span[0] + 1 + (second.lower in _AT_LEAST)
    that = first.lower in {"das", "dies"} and first.pos in {Pos.DEMONSTRATIVE, Pos.ARTICLE} and near
    own = follows is not None and follows.kind is not Kind.PLAIN
    shows = r.lemma in WEAK and not (is_party_itself(page, phrase) or DOCUMENT.search(page.at(phrase.head).lower))
    if shows:  # ‹Dies belegen Knochenfunde›
        return False
    return page.at(r.verb).sentence > 0 and that and phrase.start > r.finite and r.lemma in SAY and not own


def _shared_subject(page: TaggedText, r: Report) -> Phrase | None:
    """Return the subject of the first clause where this one goes on with it: ‹X kam und sagte, dass …›."""
    clause = r.clause[0]
    joined = any(t.lower in {"und", "sowie"} for t in page.words(clause, r.finite)) or page.at(clause).lower == "und"
    joined = joined or (r.finite == clause and page.at(clause + 1).lower in _BUT)  # ‹X zögerte, sagte aber, …›
    verbs_before = page.finite(clause, r.finite) or page.finite(r.span[0], r.finite)
    return subject(page, verbs_before[0]) if joined and verbs_before else None


def _preposed(r: Report, phrase: Phrase, follows: Complement) -> ReportingFrame:
    span = (r.clause[0] if r.clause[0] < follows.content[0] else r.span[0], follows.content[0])
    if follows.kind is not Kind.QUOTE:
        rule = f"pre-{follows.kind.value}"
        colon = follows.kind is Kind.COLON
        return ReportingFrame(
            rule, phrase.range, r.cue, ContentPosition.CONTENT, span, follows.content, lemma=r.lemma, colon=colon
        )
    word = follows.content[1] - follows.content[0] <= _SHORT_QUOTE and r.lemma in ACTS
    act = word and r.lemma not in {"bezeichnen", "nennen"}
    mode = Mode.REPORTED if act else Mode.DIRECT
    return ReportingFrame("pre-quote", phrase.range, r.cue, ContentPosition.QUOTE, span, follows.content, mode, r.lemma)


def _act(r: Report, phrase: Phrase) -> ReportingFrame:
    return ReportingFrame(
        "rep", phrase.range, r.cue, ContentPosition.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma
    )


_CASES: tuple[Case, ...] = (
    is_called,
    emerges,
    is_said_of,
    passive,
    that_said,
    so_they_say,
    as_x,
    contrary,
    subordinate,
    _behind,
    _before,
)
