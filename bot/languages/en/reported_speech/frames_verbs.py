"""English frames that a verb of reporting makes: ‹X said that …›, ‹…, X said›, ‹“…,” said X›, ‹…, adding that …›.

Rule of this room: a verb is tried on `_CASES` in order; the first that is its case decides, also where it
finds nothing.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText, is_closer
from bot.languages.en.reported_speech.acts import act, acts
from bot.languages.en.reported_speech.frames_phrases import closed
from bot.languages.en.reported_speech.noun_phrases import phrase_at, subject, subject_after
from bot.languages.en.reported_speech.parties import profile
from bot.languages.en.reported_speech.reports import Kind, Report, report_at
from bot.languages.en.reported_speech.vocabulary import (
    ACTS,
    BODY,
    COURT,
    DOCUMENT,
    MANNER,
    PERSON,
    RUMOUR,
    SAY,
    THINK,
    TO,
)
from bot.model import Mode

_CLAIMS = frozenset({Kind.THAT, Kind.CLAUSE, Kind.TO})
_MAX_AS = 12
_SHORT = 4
"""Tokens before ‹, she says,› that begin a claim: ‹It is, she says, the smallest …›."""

_OMENS = frozenset({"promise", "threaten"})
"""Verbs that things do, too."""
_NO_DEMAND = frozenset({"ask", "insist", "advise", "call"})
"""Verbs that demand only with an infinitive: ‹asked us to leave›, not ‹asked why›."""
_SHOWING = frozenset({"signal", "show", "suggest", "indicate", "recognise", "recognize", "reveal", "determine", "call"})
"""Verbs that things do as well, where they go on with what happened."""
_NEVER_BEHIND = frozenset({"tell", "describe", "call", "put", "play", "show", "find", "hold"})
"""Verbs that no speaker stands behind: ‹“brave” describes Hall›."""
_CHARGED = frozenset({"accuse", "suspect"})
"""Verbs of a passive that says what somebody unnamed claims: ‹is accused of theft›."""
_ASKED = frozenset({"asked", "questioned", "pressed"})
_INSIDE = frozenset({"that", "because", "if", "when", "whether", "which", "who", "what", "how", "why", "where"})
"""Words behind which an act is only a part of what the sentence tells."""
_NOBODY = frozenset({"no", "nobody", "none", "neither", "few"})
"""Who does not speak."""
_LONG = 8
"""Tokens before a frame that are a claim, though the tagger sees no verb in them."""

Case = Callable[[TaggedText, Report], "tuple[ReportingFrame, ...] | None"]


def verbs(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find the frames of every verb of reporting in a sentence."""
    found: list[ReportingFrame] = []
    tail = _tail(page, span)
    for i in range(_behind_question(page, span), span[1]):
        report = report_at(page, i, (span[0], tail) if i < tail else span)
        if report is None or not _apt(page, report):
            continue
        cases = (case(page, report) for case in _CASES)
        for frame in next((frames for frames in cases if frames is not None), ()):
            plain = report.lemma in _NO_DEMAND and report.kind is not Kind.TO and frame.rule != "call"
            found.append(_shared(replace(frame, lemma="say") if plain else frame, found))
    return tuple(f for f in found if f.speaker is not None or f.rule == "passive")


def _behind_question(page: TaggedText, span: Range) -> int:
    """Return where the answer begins behind ‹Asked what he felt when strangers call him lazy, Renn said …›."""
    start = span[0]
    if page.at(start).lower not in _ASKED and page.at(start + 1).lower not in _ASKED:
        return start
    commas = [k for k in range(*span) if page.at(k).text == "," and page.at(k).quote is None]
    return next((k for k in commas if (p := phrase_at(page, k + 1, span[1])) and page.at(p.end).finite), start)


def _tail(page: TaggedText, span: Range) -> int:
    """Return where the frame that ends a sentence begins: ‹X demanded Y, said Z›; what is before it is its claim."""
    for i in range(span[1] - 1, span[0], -1):
        report = report_at(page, i, span)
        if report is None or report.gerund or report.passive:
            continue
        frames = _inverted(page, report) or _behind(page, report)
        if frames and frames[0].rule == "post" and frames[0].frame_start is not None:
            edge = frames[0].frame_start - 1
            return edge if page.at(edge).text == "," and page.at(edge).quote is None else span[1]
    return span[1]


def _apt(page: TaggedText, r: Report) -> bool:
    """Tell whether a verb reports with this subject: only a court hears, and ‹according to X, Y offered to› is X's."""
    if r.lemma == "hear":
        who = subject(page, r.verb)
        return who is not None and bool(COURT.search(page.at(who.head).lower)) and r.kind in {Kind.NOTHING, Kind.THAT}
    if r.lemma in {"speak", "talk"} and r.kind in _CLAIMS:
        return False
    if r.lemma in MANNER:
        return r.kind in {Kind.QUOTE, Kind.COLON} or any(is_closer(t) for t in page.words(r.span[0], r.verb))
    carried = r.kind is Kind.TO and " according to " in page.lowers(*r.span)
    return not carried


def _shared(frame: ReportingFrame, before: list[ReportingFrame]) -> ReportingFrame:
    """Give ‹…, adding that …› the speaker of the verb before it."""
    if frame.rule != "gerund" or frame.speaker is not None:
        return frame
    return replace(frame, speaker=next((f.speaker for f in reversed(before) if f.speaker), None))


def _gerund(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹…, adding that …› and ‹…, calling it “…”›."""
    if not r.gerund:
        return None
    if r.lemma in _SHOWING and not _shown_by_party(page, r):
        return ()
    before = page.at(r.verb - 1)
    claims = r.kind in _CLAIMS or r.kind is Kind.COLON
    if (claims and before.text == ",") or before.lower in {"and", "without", "before"}:
        verbs_before = page.finite(r.span[0], r.verb)
        owner = subject(page, verbs_before[0]) if verbs_before else None
        return (_content("gerund", r, owner.range if owner and not _reports_before(page, r) else None),)
    if r.kind in _CLAIMS and page.at(r.verb - 1).noun:
        verbs_before = page.finite(r.span[0], r.verb)
        owner = subject(page, verbs_before[-1]) if verbs_before else None
        return (_content("gerund", r, owner.range),) if owner else ()
    if r.kind is Kind.QUOTE and page.at(r.verb - 1).text == ",":
        return (
            ReportingFrame(
                "gerund", None, r.cue, ContentPosition.QUOTE, (r.verb, r.content[0]), r.content, Mode.DIRECT, r.lemma
            ),
        )
    return ()


def _shown_by_party(page: TaggedText, r: Report) -> bool:
    """Tell whether somebody signals something, not a thing: ‹Prices crashed, signalling that buyers had left›."""
    verbs_before = page.finite(r.span[0], r.verb)
    owner = subject(page, verbs_before[0]) if verbs_before else None
    if owner is None or _reports_before(page, r):
        return owner is not None
    head = page.at(owner.head)
    nouns = PERSON.search(head.lower) or BODY.search(head.lower) or DOCUMENT.search(head.lower)
    return bool(nouns) or head.pos is Pos.NAME or page.at(owner.start).lower in {"he", "she", "they"}


def _reports_before(page: TaggedText, r: Report) -> bool:
    """Tell whether another verb of the sentence reports before it: whose speaker goes on."""
    return any(report_at(page, i, r.span) is not None for i in range(r.span[0], r.verb))


def _content(rule: str, r: Report, speaker: Range | None, start: int | None = None) -> ReportingFrame:
    span = (r.group if start is None else start, r.content[0])
    colon = r.kind is Kind.COLON
    return ReportingFrame(rule, speaker, r.cue, ContentPosition.CONTENT, span, r.content, lemma=r.lemma, colon=colon)


def _passive(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹it was announced (by X) that …› and ‹was accused by X of …›."""
    if not r.passive:
        return None
    recipient = subject(page, r.verb)
    if r.lemma in {"tell", "inform"} and recipient and COURT.search(page.at(recipient.head).lower):
        return _behind(page, replace(r, passive=False)) or (
            (_content("pre-that", r, recipient.range, recipient.start),) if r.kind in _CLAIMS else ()
        )
    by = next((k for k in range(r.verb + 1, min(r.span[1], r.verb + 4)) if page.at(k).lower == "by"), None)
    agent = phrase_at(page, by + 1, r.span[1]) if by else None
    if agent and r.kind in _CLAIMS:
        return (_content("passive", r, agent.range, r.span[0]),)
    if agent and r.lemma in ACTS:
        return (
            ReportingFrame(
                "passive-act", agent.range, r.cue, ContentPosition.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma
            ),
        )
    if not agent and r.lemma in _CHARGED and r.kind is Kind.ABOUT and page.at(r.content[0]).lower == "of":
        return (_content("passive", r, None, r.span[0]),)
    announced = (
        r.lemma in {"announce", "confirm", "reveal", "disclose"}
        and r.kind is Kind.THAT
        and page.at(r.group - 1).lower == "it"
    )
    return (_content("passive", r, None, r.span[0]),) if announced else ()


def _as_x(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹as X put it› and ‹as X reported›."""
    if r.group == 0:
        return None
    opener = next(
        (k for k in range(r.group - 1, max(r.span[0], r.group - _MAX_AS) - 1, -1) if page.at(k).lower == "as"), None
    )
    if opener is None or page.finite(opener, r.group) or r.kind in {Kind.THAT, Kind.TO}:
        return None
    if (
        opener > r.span[0]
        and page.at(opener - 1).text not in {",", "–", "—", ";"}
        and not is_closer(page.at(opener - 1))
    ):
        return None
    phrase = phrase_at(page, opener + 1, r.group)
    if phrase is None or phrase.end != r.group:
        return None
    end = r.verb + 1
    while page.at(end).lower in {"it", "on", "in", "last", "this"} or page.at(end).lower in {"earlier", "first"}:
        end += 1
    if r.lemma == "put" and page.at(r.verb + 1).lower != "it":
        return None
    return (ReportingFrame("as-x", phrase.range, (opener, r.verb), ContentPosition.AROUND, (opener, end), lemma="say"),)


def _inverted(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹“…,” said X› and ‹…, said X›."""
    before = page.at(r.verb - 1)
    if (
        r.lemma in _NEVER_BEHIND
        or r.group != r.verb
        or not (before.text in {",", "–", "—"} or is_closer(before))
        or r.lemma not in SAY | MANNER
    ):
        return None
    phrase = subject_after(page, r.verb + 1, r.span[1])
    if phrase is None or page.at(phrase.end).finite:
        return None
    if subject(page, r.verb) is not None or not _claim_before(page, r.span[0], r.verb - 1):
        return None
    shut = closed(page, r.verb)
    span = (r.verb if shut else r.verb - 1, r.span[1])
    return (
        ReportingFrame(
            "post",
            phrase.range,
            r.cue,
            ContentPosition.BEFORE,
            span,
            lemma=r.lemma,
            frame_start=r.verb,
            after_quote=shut,
        ),
    )


def _claim_before(page: TaggedText, start: int, end: int) -> bool:
    """Tell whether a range holds what can be claimed: a verb or a quotation."""
    words = page.words(start, end)
    return bool(page.finite(start, end)) or any(t.quote is not None for t in words) or not _SHORT <= len(words) < _LONG


def _behind(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹…, X said.› and, in the middle, ‹The bridge, X said, was unsafe›."""
    phrase = subject(page, r.verb)
    if phrase is None or phrase.start <= r.span[0]:
        return None
    before = page.at(phrase.start - 1)
    shut = closed(page, phrase.start)
    if not (before.text in {",", "–", "—", "-"} or shut):
        return None
    if not shut and (r.kind not in {Kind.NOTHING, Kind.QUOTE} or _subordinate(page, r.span[0], phrase.start)):
        return None
    stop = next((k for k in range(r.verb + 1, r.span[1]) if page.at(k).text == ","), None)
    goes_on = stop is not None and page.at(stop + 1).finite
    rest = stop is not None and not shut and page.finite(stop, r.span[1]) and not page.finite(r.span[0], phrase.start)
    short = stop is not None and not shut and phrase.start - r.span[0] <= _SHORT and stop + _SHORT < r.span[1]
    if (rest or short or (goes_on and not shut)) and stop is not None:
        return (
            ReportingFrame(
                "mid", phrase.range, r.cue, ContentPosition.AROUND, (phrase.start - 1, stop + 1), lemma=r.lemma
            ),
        )
    if not _claim_before(page, r.span[0], phrase.start - 1) or (shut and r.kind in {Kind.THAT, Kind.TO}):
        return None
    edge = phrase.start if shut else phrase.start - 1
    return (
        ReportingFrame(
            "post",
            phrase.range,
            r.cue,
            ContentPosition.BEFORE,
            (edge, r.span[1]),
            lemma=r.lemma,
            frame_start=phrase.start,
            after_quote=shut,
        ),
    )


def _subordinate(page: TaggedText, start: int, end: int) -> bool:
    """Tell whether all that stands before a frame is a subordinate clause or a phrase: ‹When asked, he said›."""
    first = page.at(start)
    opens = first.pos in {Pos.SUBORDINATOR, Pos.GERUND, Pos.PARTICIPLE, Pos.QUESTION} or first.lower in {
        "asked",
        "when",
        "while",
        "as",
    }
    inside = sum(1 for t in page.words(start, end - 1) if t.text == ",")
    return opens and inside == 0


def _before(page: TaggedText, r: Report) -> tuple[ReportingFrame, ...] | None:
    """Find ‹X said that …›, ‹X said: “…”›, ‹X denied Y›."""
    phrase = subject(page, r.verb) or subject(page, r.group) or _relative(page, r) or _joined(page, r)
    if phrase is None or _is_nobody(page, phrase):
        return ()
    if r.kind is Kind.QUOTE:
        return (
            ReportingFrame(
                "pre-quote",
                phrase.range,
                r.cue,
                ContentPosition.QUOTE,
                (phrase.start, r.content[0]),
                r.content,
                Mode.DIRECT,
                r.lemma,
            ),
        )
    wanted = r.lemma == "ask" and r.content[0] > r.verb + 1
    if r.kind is Kind.TO and ((r.lemma not in TO and not wanted) or (r.lemma in _OMENS and not _acts(page, phrase))):
        return ()
    if r.kind is Kind.OBJECT and r.lemma in {"expect", "believe", "consider"} and _to_clause(page, r):
        return (_content("pre-to", r, phrase.range, phrase.start),)
    if r.kind in _CLAIMS or (r.kind is Kind.COLON and r.lemma not in THINK):
        return (_content(f"pre-{r.kind.value}", r, phrase.range, phrase.start),)
    inside = phrase.start > r.span[0] and page.at(phrase.start - 1).lower in _INSIDE
    return (act(page, r, phrase),) if acts(page, r) and not inside else ()


def _is_nobody(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether a subject is nobody (‹not all experts›, ‹neither side›), or what speaks for nobody (‹rumours›)."""
    none = page.at(phrase.start - 1).lower == "not" or page.at(phrase.start).lower in _NOBODY
    return none or RUMOUR.search(page.at(phrase.head).lower) is not None


def _acts(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether a phrase can be somebody who acts: ‹the rain threatened to flood the cellar› tells of rain."""
    found = profile(page, phrase.range)
    return found.person or found.body or found.name is not None or page.at(phrase.start).pos is Pos.PRONOUN


def _to_clause(page: TaggedText, r: Report) -> bool:
    """Tell whether an object and an infinitive follow: ‹expect the storm to weaken›."""
    object_ = phrase_at(page, r.content[0], r.span[1])
    return object_ is not None and page.at(object_.end).lower == "to" and page.at(object_.end + 1).pos is Pos.INFINITIVE


def _relative(page: TaggedText, r: Report) -> Phrase | None:
    """Return whom the ‹who› of ‹X, who said that …› stands for; nobody where no phrase stands before it."""
    i = r.group - 1
    if not (page.at(i).lower == "who" or (page.at(i).lower == "which" and r.kind is Kind.THAT)) or i <= r.span[0]:
        return None
    start = i - 1 - (page.at(i - 1).text == ",")
    found = [(k, p) for k in range(r.span[0], start + 1) if (p := phrase_at(page, k, start + 1)) and p.end == start + 1]
    free = [p for k, p in found if page.at(k - 1).pos is not Pos.PREPOSITION]
    return next(iter(free or [p for _, p in found]), None)


def _joined(page: TaggedText, r: Report) -> Phrase | None:
    """Return the subject of the first verb in ‹X left and said that …›."""
    before = page.at(r.group - 1).lower in {"and", "but", "then"} or page.at(r.group - 1).text == ","
    verbs_before = page.finite(r.span[0], r.group)
    return subject(page, verbs_before[0]) if before and verbs_before else None


_CASES: tuple[Case, ...] = (_gerund, _passive, _as_x, _inverted, _behind, _before)
