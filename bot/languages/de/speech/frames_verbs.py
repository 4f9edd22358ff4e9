"""German frames that a verb of reporting makes: before its claim, behind it, in ‹wie …›, in subordinate clauses.

Rule of this room: a verb is tried on the cases in `_CASES` in order; the first that is its case decides, also where it
finds nothing.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.core.speech import Frame, Scope
from bot.core.syntax import Page, Phrase, Pos, Range, is_closer
from bot.languages.de.speech.frames_passive import NAMED_IN, agent, emerges, is_called, is_said_of, passive, place_of
from bot.languages.de.speech.phrases import phrase_at, phrase_before
from bot.languages.de.speech.reports import Report, report_at, within
from bot.languages.de.speech.subjects import can_be_subject, is_party, subject, subject_after
from bot.languages.de.speech.verbs import Complement, Kind, complement, namelike, subjunctive
from bot.languages.de.speech.words import (
    ACTS,
    BEFORE_MAIN,
    CLAUSE_OPENERS,
    CONTESTS,
    DENIALS,
    ELABORATED,
    ELABORATION,
    HUMAN_ACTS,
    LEADS,
    NAMED_HOW,
    NOT_AS,
    NOT_MAIN,
    NOT_THAT,
    NOT_TO,
    OF_A_PARTY,
    PLUPERFECT,
    SAY,
    SUBCLAUSE,
    THINK,
    WEAK,
    WITHOUT_OBJECT,
    WORDS_OF_OTHERS,
)
from bot.model import Mode

_CLAUSES = frozenset({Kind.THAT, Kind.MAIN, Kind.TO})
_DEPENDENT = frozenset({Pos.SUBORDINATOR, Pos.QUESTION, Pos.RELATIVE, Pos.COMPARISON})
_FILLERS = frozenset({Pos.ADVERB, Pos.PREDICATIVE, Pos.CONJUNCTION})
_MAX_AS = 22
"""Words of ‹wie X, der Chef der Y, mitteilte› before the verb's own clause."""
_NEAR = 2
"""Words of ‹das zumindest› before the verb."""
_SHORT_QUOTE = 7
"""Tokens, marks included, of a quoted word; an act with no more than that is an act: ‹kritisierte die „Farce“›."""

_RELATIVES = frozenset({"der", "die", "das", "den", "dem", "deren", "dessen", "denen"})

Case = Callable[[Page, Report], "tuple[Frame, ...] | None"]


def verbs(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find the frames of every verb of reporting in a sentence."""
    found: list[Frame] = []
    for i in range(*span):
        report = report_at(page, i, span)
        if report is None or _within_report(page, report):
            continue
        cases = (case(page, report) for case in _CASES)
        found.extend(next((frames for frames in cases if frames is not None), ()))
    return tuple(_of_nobody(page, frame) for frame in found)


def _of_nobody(page: Page, frame: Frame) -> Frame:
    """Return a frame of ‹man› as one that names nobody."""
    some = frame.speaker is not None and page.at(frame.speaker[0]).lower == "man"
    return replace(frame, rule="man", speaker=None) if some and frame.rule in {"pre-that", "pre-main"} else frame


def _within_report(page: Page, r: Report) -> bool:
    """Tell whether the verb is itself reported (‹Zudem beschreibe der Film …›) or stands in parentheses."""
    dependent = page.at(r.clause[0]).pos in _DEPENDENT
    marks = [t.text for t in page.words(r.clause[0], r.verb)]
    aside = marks.count("(") > marks.count(")")
    return aside or (not dependent and r.clause[0] == r.span[0] and subjunctive(page, r.finite) == 2)  # noqa: PLR2004


def _that_said(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹…, das teilte X mit› and ‹– das zumindest meint X›: a clause that gives what stands before it to X."""
    start, end = r.clause
    opens = page.at(start).lower in {"das", "dies"} and start > r.span[0] and r.finite - start <= _NEAR
    if not opens or r.lemma not in SAY or r.participle:
        return None
    phrase = subject_after(page, r.finite + 1, end)
    if phrase is None or not is_party(page, phrase) or complement(page, r.verb, r.span[1]):
        return None
    span = (start - 1, end)
    return (Frame("das-sagt-X", phrase.range, r.cue, Scope.BEFORE, span, lemma=r.lemma, behind=start),)


def _so_they_say(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹…, so schätzen die Forscher, …›: set between commas, it gives the whole sentence to them."""
    start, end = r.clause
    if page.at(start).lower != "so" or r.finite != start + 1 or start == r.span[0] or r.participle:
        return None
    phrase = subject_after(page, r.finite + 1, end)
    if phrase is None or phrase.end < end or page.at(start - 1).text not in {",", "–", "-"}:
        return None
    return (Frame("so-V-X", phrase.range, r.cue, Scope.AROUND, (start, end), lemma=r.lemma),)


def _as_x(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹wie X mitteilte›, ‹wie X, der Chef, sagte› and ‹wie berichtet›."""
    far = _as_before(page, r)
    if r.lemma in NOT_AS:
        return None
    if far is not None:
        phrase = phrase_at(page, far + 1, r.finite) or subject_after(page, far + 1, r.finite)
        if phrase and can_be_subject(page, phrase):
            return (_as_frame(r, phrase.range, far),)
    start = r.clause[0] + (page.at(r.clause[0]).lower in LEADS)
    if page.at(start).lower != "wie" or r.finite <= start:
        return None
    if page.at(start + 1).finite:
        phrase = subject_after(page, r.finite + 1, r.clause[1]) if r.finite == start + 1 else None
        return (_as_frame(r, phrase.range, start),) if phrase else None
    phrase = agent(page, r) if r.passive and r.lemma != "zitieren" else subject_after(page, start + 1, r.finite)
    if phrase is None and within(page, r.clause, frozenset({"es"})):
        phrase = place_of(page, r.clause, NAMED_IN)
    if phrase is not None:
        return (_as_frame(r, phrase.range, start),)
    if r.lemma in SAY:
        return (Frame("wie-pass", None, (*r.cue, start), Scope.AROUND, r.clause, lemma=r.lemma),)
    return ()


def _as_before(page: Page, r: Report) -> int | None:
    """Return the ‹wie› of an earlier clause whose verb this is, behind an apposition."""
    if page.at(r.clause[0]).lower == "wie":
        return None
    for start, _ in page.clauses[page.at(r.verb).sentence]:
        near = start < r.clause[0] and r.clause[0] - start < _MAX_AS
        if near and page.at(start).lower == "wie" and not page.finite(start, r.clause[0]):
            return start
    return None


def _as_frame(r: Report, speaker: Range, opener: int) -> Frame:
    span = (min(opener, r.clause[0]), r.clause[1])
    return Frame("wie-X", speaker, (*r.cue, opener), Scope.AROUND, span, lemma=r.lemma)


def _subordinate(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find reports inside subordinate clauses: ‹nachdem X gesagt hatte, dass …›, ‹, der sagte, dass …›."""
    start, end = r.clause
    first, second = page.at(start), page.at(start + 1)
    behind_preposition = first.pos is Pos.PREPOSITION and second.pos is Pos.RELATIVE
    dependent = first.pos in _DEPENDENT or behind_preposition or first.lower in CLAUSE_OPENERS
    short = first.pos is Pos.RELATIVE and r.finite == end - 1
    final = r.finite >= end - 2 and (r.finite > start + 1 or first.lower in CLAUSE_OPENERS or short)
    if not (dependent and final):
        return None
    follows = complement(page, r.verb, r.span[1])
    clause = follows is not None and follows.kind in _CLAUSES
    quoted = follows is not None and follows.kind is Kind.QUOTE
    if first.pos is Pos.RELATIVE:
        told = follows is not None and (clause or follows.kind is Kind.COLON) and _reports(r, follows)
        return _relative(page, r, follows) if follows and told else ()
    opens = first.lower in SUBCLAUSE or (
        first.pos in {Pos.SUBORDINATOR, Pos.QUESTION} and first.lower not in {"dass", "ob"}
    )
    if not opens and not behind_preposition:
        return ()
    phrase = subject_after(page, start + 1 + behind_preposition, r.finite)
    if phrase and follows and (clause or quoted):
        return (_content("subord", r, phrase.range, follows),)
    act = r.lemma in ACTS and not behind_preposition and first.lower not in {"wenn", "falls", "ob", "dass", "bevor"}
    if phrase and act:
        return (Frame("subord-rep", phrase.range, r.cue, Scope.CONTENT, r.clause, r.clause, Mode.REPORTED, r.lemma),)
    return ()


def _relative(page: Page, r: Report, follows: Complement) -> tuple[Frame, ...]:
    """Find ‹X, der sagte, dass …›: the pronoun stands for whom the phrase before the comma names."""
    start = r.clause[0]
    if page.at(start).lower not in {"der", "die", "das", "welcher", "welche", "welches"}:
        return ()
    phrase = phrase_before(page, r.span[0], start - 1)
    frame = _content("relcl", r, phrase.range if phrase else (start, start + 1), follows)
    return (replace(frame, stands=(start, start + 1)) if phrase else frame,)


def _content(rule: str, r: Report, speaker: Range | None, follows: Complement) -> Frame:
    span = (r.clause[0] if r.clause[0] < follows.content[0] else r.span[0], follows.content[0])
    colon = follows.kind is Kind.COLON
    inner = rule in {"subord", "relcl"}
    return Frame(rule, speaker, r.cue, Scope.CONTENT, span, follows.content, lemma=r.lemma, colon=colon, inner=inner)


def _behind(page: Page, r: Report) -> tuple[Frame, ...] | None:  # noqa: PLR0911 - a list of cases
    """Find ‹…, sagte X›, ‹“ sagte X› and ‹Nachdem …, sagte X, dass …›."""
    start, (clause, end) = r.span[0], r.clause
    closed = is_closer(page.at(r.finite - 1)) or (
        page.at(r.finite - 1).text == "," and is_closer(page.at(r.finite - 2))
    )
    closed = closed and _says(page, r.span[0], r.finite - 1 - (page.at(r.finite - 1).text == ","))
    opens = r.finite == clause or (page.at(clause).lower == "so" and r.finite == clause + 1)
    opens = opens and clause > start and page.at(clause - 1).text in {",", "–", "-"}
    if not (opens or closed):
        return None
    before = page.words(start, clause)
    if not (closed or any(t.finite or t.quote >= 0 for t in before)):
        return None
    phrase = subject_after(page, r.finite + 1, r.span[1] if closed else end)
    if phrase is None or phrase.start - r.finite > 4 or (not closed and _main_after_relative(page, r)):  # noqa: PLR2004 - adverbs
        return None
    follows = complement(page, r.finite, r.span[1])
    if follows and follows.kind in _CLAUSES | {Kind.COLON} and before and before[0].lower in BEFORE_MAIN:
        return (_content("pre-adv", r, phrase.range, follows),)
    if not closed and not _claims(page, r):
        return None
    if not closed and r.lemma in HUMAN_ACTS and not is_party(page, phrase):
        return ()
    weak = r.lemma in THINK or r.lemma in WEAK
    if weak and not closed and (not is_party(page, phrase) or phrase.start - r.finite > 2):  # noqa: PLR2004 - an adverb
        return ()
    edge = clause - 1 if not closed or opens else r.finite
    span = (edge, r.span[1])
    return (Frame("post", phrase.range, r.cue, Scope.BEFORE, span, lemma=r.lemma, behind=r.finite, after_quote=closed),)


def _says(page: Page, start: int, closer: int) -> bool:
    """Tell whether the quotation that ends at a token says something; ‹Die Initiative „Bus statt Bahn“› doesn't."""
    quote = page.at(closer).quote
    if quote < 0:
        return False
    first, end = page.quotes[quote]
    if namelike(page, quote):
        return False
    named = page.at(first - 1).noun and end - first <= _SHORT_QUOTE + 1 and not page.finite(start, first)
    return not named


def _claims(page: Page, r: Report) -> bool:
    """Tell whether a main clause, a ‹dass› clause or a quotation stands before the verb's clause."""
    if page.at(r.span[1] - 1).text == ":" and not page.at(r.span[1] - 1).quote >= 0:
        return False
    for clause in page.clauses[page.at(r.verb).sentence]:
        first, second = page.at(clause[0]), page.at(clause[0] + 1)
        if clause[0] >= r.clause[0]:
            break
        if first.lower in {"dass", "ob"} or any(t.quote >= 0 for t in page.words(*clause)):
            return True
        verbs_ = page.finite(*clause)
        dependent = first.pos in _DEPENDENT or (first.pos is Pos.PREPOSITION and second.pos is Pos.RELATIVE)
        final = bool(verbs_) and verbs_[-1] == clause[1] - 1
        relative = first.lower in _RELATIVES and final and clause[0] > r.span[0]
        opens = first.lower in BEFORE_MAIN and final
        if verbs_ and not dependent and not relative and not opens:
            return True
    return False


def _main_after_relative(page: Page, r: Report) -> bool:
    """Tell whether the clause goes on with the subject of the first one: ‹X, der Y ist, sagte Z›."""
    clauses = page.clauses[page.at(r.verb).sentence]
    if len(clauses) < 3 or page.finite(*clauses[0]):  # noqa: PLR2004 - subject, relative clause, verb
        return False
    (start, end), second = clauses[0], page.at(clauses[1][0])
    relative = second.pos is Pos.RELATIVE or (
        second.pos is Pos.PREPOSITION and page.at(clauses[1][0] + 1).pos is Pos.RELATIVE
    )
    lead = phrase_at(page, start, end)
    plain = page.at(start).pos not in {Pos.PREPOSITION, Pos.SUBORDINATOR} and page.at(start).lower not in {"dass", "ob"}
    return bool(relative and lead and plain and lead.end >= end - 6 and can_be_subject(page, lead))


def _before(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹X sagte, dass …›, ‹X sagte: …›, ‹X kritisierte Y› and ‹Das sagte X›."""
    follows = complement(page, r.verb if r.participle else r.finite, r.span[1])
    phrase = subject(page, r.finite) or _shared_subject(page, r)
    start = r.span[0]
    if phrase is None:
        named = follows and follows.kind in {Kind.THAT, Kind.MAIN, Kind.COLON, Kind.QUOTE} and r.lemma in SAY
        if follows is None or not named or page.at(r.finite - 1).pos is Pos.RELATIVE:
            return ()
        return (
            Frame(
                "pre-nosubj", None, r.cue, Scope.CONTENT, (start, follows.content[0]), follows.content, lemma=r.lemma
            ),
        )
    if r.lemma in OF_A_PARTY and not is_party(page, phrase):
        return ()
    if _points_back(page, r, phrase, follows):
        return (Frame("das-sagt-X", phrase.range, r.cue, Scope.PREVIOUS, r.span, lemma=r.lemma),)
    if follows and _reports(r, follows):
        return (_preposed(r, phrase, follows),)
    return (_act(r, phrase),) if _acts(page, r, phrase) else ()


def _points_back(page: Page, r: Report, phrase: Phrase, follows: Complement | None) -> bool:
    """Tell whether the sentence is ‹Das sagte X.› and so reports the one before."""
    first = page.at(r.span[0])
    that = (
        first.lower in {"das", "dies"} and first.pos in {Pos.DEMONSTRATIVE, Pos.ARTICLE} and r.finite == r.span[0] + 1
    )
    own = follows is not None and follows.kind is not Kind.PLAIN
    return page.at(r.verb).sentence > 0 and that and phrase.start > r.finite and r.lemma in SAY and not own


def _shared_subject(page: Page, r: Report) -> Phrase | None:
    """Return the subject of the first clause where this one goes on with it: ‹X kam und sagte, dass …›."""
    clause = r.clause[0]
    joined = any(t.lower in {"und", "sowie"} for t in page.words(clause, r.finite)) or page.at(clause).lower == "und"
    verbs_before = page.finite(r.span[0], r.finite)
    return subject(page, verbs_before[0]) if joined and verbs_before else None


def _reports(r: Report, follows: Complement) -> bool:
    """Tell whether what follows the verb is what was said."""
    match follows.kind:
        case Kind.PLAIN:
            return r.lemma in SAY and r.lemma not in WEAK
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


def _preposed(r: Report, phrase: Phrase, follows: Complement) -> Frame:
    span = (r.clause[0] if r.clause[0] < follows.content[0] else r.span[0], follows.content[0])
    if follows.kind is not Kind.QUOTE:
        rule = f"pre-{follows.kind.value}"
        colon = follows.kind is Kind.COLON
        return Frame(rule, phrase.range, r.cue, Scope.CONTENT, span, follows.content, lemma=r.lemma, colon=colon)
    word = follows.content[1] - follows.content[0] <= _SHORT_QUOTE and r.lemma in ACTS
    act = word and r.lemma not in {"bezeichnen", "nennen"}
    mode = Mode.REPORTED if act else Mode.DIRECT
    return Frame("pre-quote", phrase.range, r.cue, Scope.QUOTE, span, follows.content, mode, r.lemma)


def _acts(page: Page, r: Report, phrase: Phrase) -> bool:
    """Tell whether a verb with a plain object reports a claim: ‹X kritisierte Y›."""
    if not ((r.lemma in ACTS and r.lemma not in WEAK) or r.lemma in {"bezeichnen", "nennen"}):
        return False
    first = page.at(phrase.start)
    if first.lower in {"es", "man"} or _tells_of_a_deed(page, r):
        return False
    stands = first.pos in {Pos.INDEFINITE, Pos.DEMONSTRATIVE, Pos.PRONOUN}
    if r.lemma in HUMAN_ACTS and not stands and not is_party(page, phrase):
        return False
    if r.lemma in ELABORATED and not ELABORATION.search(page.lowers(r.finite, r.span[1])):
        return False
    behind = page.words(r.finite + 1, r.span[1])
    return r.lemma in WITHOUT_OBJECT or any(t.noun or t.pos in {Pos.PRONOUN, Pos.DEMONSTRATIVE} for t in behind)


def _tells_of_a_deed(page: Page, r: Report) -> bool:
    """Tell whether an act is background or has no content of its own: ‹hatte gewarnt›, ‹wies die Vorwürfe zurück›."""
    if page.at(r.finite).lower in PLUPERFECT:
        return True
    words = page.lowers(*page.clause(r.verb))
    how = NAMED_HOW.get(page.at(r.verb).lemma)
    if how is not None and not how.search(words):
        return True
    nothing_new = r.lemma in DENIALS and bool(WORDS_OF_OTHERS.search(words)) and not ELABORATION.search(words)
    return nothing_new or (r.lemma == "bestreiten" and bool(CONTESTS.search(words)))


def _act(r: Report, phrase: Phrase) -> Frame:
    return Frame("rep", phrase.range, r.cue, Scope.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma)


_CASES: tuple[Case, ...] = (is_called, emerges, is_said_of, passive, _that_said, _so_they_say, _as_x, _subordinate, _behind, _before)
