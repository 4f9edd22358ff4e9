"""English frames: ‹X said›, ‹according to X›, ‹citing X›, ‹as X put it›, ‹X denied Y›, claims behind nouns.

Rule of this room: a verb is tried on `_CASES` in order; the first that is its case decides, also where it finds nothing.
"""

from collections.abc import Callable

from bot.core.attribution.speech import Frame, Scope
from bot.core.syntax import Page, Phrase, Pos, Range, is_closer
from bot.languages.en.speech.phrases import phrase_at, subject, subject_after
from bot.languages.en.speech.reports import Kind, Report, report_at
from bot.languages.en.speech.words import (
    ACTS,
    CALL,
    CLAUSE_ONLY,
    DOCUMENT,
    INTRANSITIVE,
    PUT,
    SAY,
    SURE,
    THINK,
    TO,
)
from bot.model import Mode

_CLAIMS = frozenset({Kind.THAT, Kind.CLAUSE, Kind.TO})
_VIEW = frozenset(
    {
        "view",
        "opinion",
        "words",
        "eyes",
        "account",
        "estimation",
        "assessment",
        "reckoning",
        "count",
        "estimate",
        "estimates",
        "telling",
        "calculation",
        "calculations",
        "experience",
    }
)
_NOUNS = frozenset({
    "claim", "claims", "statement", "assertion", "suggestion", "suggestions", "belief", "argument", "warning", "warnings", "allegation",
    "allegations", "accusation", "accusations", "fear", "fears", "concern", "concerns", "hope", "hopes", "promise", "pledge", "view",
    "report", "reports", "estimate", "finding", "findings", "conclusion", "demand", "insistence", "announcement", "prediction",
})  # fmt: skip
_GIVING = frozenset(
    {"make", "give", "issue", "take", "voice", "express", "raise", "repeat", "reject", "dismiss", "deny", "share"}
)
"""Verbs with which a subject brings a claim: ‹issued a warning that …›."""
_MAX_AS = 12
_SHORT = 4
"""Tokens before ‹, she says,› that begin a claim: ‹It is, she says, the smallest …›."""

Case = Callable[[Page, Report], "tuple[Frame, ...] | None"]


def according_to(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find ‹according to X›."""
    found = []
    for i in range(*span):
        if page.at(i).lower != "according" or page.at(i + 1).lower != "to" or page.quoted(i):
            continue
        phrase = phrase_at(page, i + 2, span[1])
        if phrase:
            found.append(Frame("according", phrase.range, (i, i + 1), Scope.AROUND, (i, phrase.end)))
    return tuple(found)


def in_the_view_of(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find ‹in the view of X›, ‹in X's opinion›, ‹in the words of X›."""
    found = []
    for i in range(*span):
        if page.at(i).lower not in {"in", "by"} or page.quoted(i):
            continue
        noun = next((k for k in range(i + 1, min(span[1], i + 6)) if page.at(k).lower in _VIEW), None)
        if noun is None or page.finite(i, noun):
            continue
        owner = phrase_at(page, noun + 2, span[1]) if page.at(noun + 1).lower == "of" else None
        if owner:
            found.append(Frame("in-view", owner.range, (i, noun), Scope.AROUND, (i, owner.end)))
            continue
        last = noun - 1 - (page.at(noun - 1).lower == "own")
        if page.at(last).pos is Pos.POSSESSIVE or page.at(last).lower in {"his", "her", "their", "its"}:
            found.append(Frame("in-view", (i + 1, last + 1), (i, noun), Scope.AROUND, (i, noun + 1)))
    return tuple(found)


def citing(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find ‹citing X›, which names on whom the speaker relies, and ‹the newspaper quoted her as saying›."""
    found = []
    for i in range(*span):
        if page.quoted(i) or page.at(i).lower not in {"citing", "quoting"}:
            continue
        phrase = phrase_at(page, i + 1, span[1])
        if phrase:
            found.append(Frame("citing", phrase.range, (i,), Scope.AROUND, (i, phrase.end), carrier=True))
    return tuple(found)


def quoted_as(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find ‹X quoted Y as saying›, where X carries what Y says, and ‹Y was quoted as saying›."""
    found: list[Frame] = []
    for i in range(*span):
        if page.at(i).lower not in {"quoted", "cited", "quotes"} or page.quoted(i):
            continue
        said = next(
            (
                k
                for k in range(i + 1, min(span[1], i + 16))
                if page.at(k).lower == "saying" and page.at(k - 1).lower == "as"
            ),
            None,
        )
        if said is None:
            continue
        paper = subject(page, i)
        whom = phrase_at(page, i + 1, said - 1)
        speaker = whom or paper
        if speaker is None:
            continue
        if whom and paper:
            found.append(Frame("quoted-by", paper.range, (i,), Scope.AROUND, (paper.start, i), carrier=True))
        start = paper.start if paper else i
        content = (said + 1, span[1])
        if page.at(said + 1).text in {".", ","} or said + 1 >= span[1]:
            found.append(
                Frame(
                    "quoted-as",
                    speaker.range,
                    (i,),
                    Scope.BEFORE,
                    (start, span[1]),
                    behind=start,
                    after_quote=_closed(page, start),
                )
            )
        else:
            found.append(Frame("quoted-as", speaker.range, (i,), Scope.CONTENT, (start, said + 1), content))
    return tuple(found)


def verbs(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find the frames of every verb of reporting in a sentence."""
    found: list[Frame] = []
    for i in range(*span):
        report = report_at(page, i, span)
        if report is None:
            continue
        cases = (case(page, report) for case in _CASES)
        for frame in next((frames for frames in cases if frames is not None), ()):
            found.append(_shared(page, frame, found))
    return tuple(f for f in found if f.speaker is not None or f.rule in {"passive"})


def _shared(_: Page, frame: Frame, before: list[Frame]) -> Frame:
    """Give ‹…, adding that …› the speaker of the verb before it."""
    if frame.rule != "gerund" or frame.speaker is not None:
        return frame
    speaker = next((f.speaker for f in reversed(before) if f.speaker), None)
    return Frame(frame.rule, speaker, frame.cue, frame.scope, frame.span, frame.content, frame.mode, frame.lemma)


def _closed(page: Page, i: int) -> bool:
    """Tell whether a quotation closes right before a token."""
    before = page.at(i - 1)
    return (is_closer(before) and before.quote >= 0) or (
        before.text == "," and is_closer(page.at(i - 2)) and page.at(i - 2).quote >= 0
    )


def _gerund(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹…, adding that …› and ‹…, calling it “…”›."""
    if not r.gerund:
        return None
    if (r.kind in _CLAIMS and page.at(r.verb - 1).text == ",") or page.at(r.verb - 1).lower in {"and", "without"}:
        return (_content("gerund", r, None),)
    if r.kind is Kind.QUOTE and page.at(r.verb - 1).text == ",":
        return (Frame("gerund", None, r.cue, Scope.QUOTE, (r.verb, r.content[0]), r.content, Mode.DIRECT, r.lemma),)
    return ()


def _content(rule: str, r: Report, speaker: Range | None, start: int | None = None) -> Frame:
    span = (r.group if start is None else start, r.content[0])
    colon = r.kind is Kind.COLON
    return Frame(rule, speaker, r.cue, Scope.CONTENT, span, r.content, lemma=r.lemma, colon=colon)


def _passive(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹it was announced (by X) that …› and ‹was accused by X of …›."""
    if not r.passive:
        return None
    by = next((k for k in range(r.verb + 1, min(r.span[1], r.verb + 4)) if page.at(k).lower == "by"), None)
    agent = phrase_at(page, by + 1, r.span[1]) if by else None
    if agent and r.kind in _CLAIMS:
        return (_content("passive", r, agent.range, r.span[0]),)
    if agent and r.lemma in ACTS:
        return (Frame("passive-act", agent.range, r.cue, Scope.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma),)
    announced = (
        r.lemma in {"announce", "confirm", "reveal", "disclose"}
        and r.kind is Kind.THAT
        and page.at(r.group - 1).lower == "it"
    )
    return (_content("passive", r, None, r.span[0]),) if announced else ()


def _as_x(page: Page, r: Report) -> tuple[Frame, ...] | None:
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
    return (Frame("as-x", phrase.range, (opener, r.verb), Scope.AROUND, (opener, end), lemma="say"),)


def _inverted(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹“…,” said X› and ‹…, said X›."""
    before = page.at(r.verb - 1)
    if (
        r.lemma == "tell"
        or r.group != r.verb
        or not (before.text in {",", "–", "—"} or is_closer(before))
        or r.lemma not in SAY
    ):
        return None
    phrase = subject_after(page, r.verb + 1, r.span[1])
    if phrase is None or page.at(phrase.end).finite:
        return None
    if subject(page, r.verb) is not None or not _claim_before(page, r.span[0], r.verb - 1):
        return None
    closed = _closed(page, r.verb)
    span = (r.verb if closed else r.verb - 1, r.span[1])
    return (Frame("post", phrase.range, r.cue, Scope.BEFORE, span, lemma=r.lemma, behind=r.verb, after_quote=closed),)


def _claim_before(page: Page, start: int, end: int) -> bool:
    """Tell whether a range holds what can be claimed: a verb or a quotation."""
    words = page.words(start, end)
    return bool(page.finite(start, end)) or any(t.quote >= 0 for t in words) or 0 < len(words) < _SHORT


def _behind(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹…, X said.› and, in the middle, ‹The bridge, X said, was unsafe›."""
    phrase = subject(page, r.verb)
    if phrase is None or phrase.start <= r.span[0]:
        return None
    before = page.at(phrase.start - 1)
    closed = _closed(page, phrase.start)
    if not (before.text in {",", "–", "—", "-"} or closed):
        return None
    if not closed and (r.kind not in {Kind.NOTHING, Kind.QUOTE} or _subordinate(page, r.span[0], phrase.start)):
        return None
    stop = next((k for k in range(r.verb + 1, r.span[1]) if page.at(k).text == ","), None)
    rest = stop is not None and not closed and page.finite(stop, r.span[1]) and not page.finite(r.span[0], phrase.start)
    short = stop is not None and not closed and phrase.start - r.span[0] <= _SHORT and stop + _SHORT < r.span[1]
    if (rest or short) and stop is not None:
        return (Frame("mid", phrase.range, r.cue, Scope.AROUND, (phrase.start - 1, stop + 1), lemma=r.lemma),)
    if not _claim_before(page, r.span[0], phrase.start - 1) or (closed and r.kind in {Kind.THAT, Kind.TO}):
        return None
    edge = phrase.start if closed else phrase.start - 1
    return (
        Frame(
            "post",
            phrase.range,
            r.cue,
            Scope.BEFORE,
            (edge, r.span[1]),
            lemma=r.lemma,
            behind=phrase.start,
            after_quote=closed,
        ),
    )


def _subordinate(page: Page, start: int, end: int) -> bool:
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


def _before(page: Page, r: Report) -> tuple[Frame, ...] | None:
    """Find ‹X said that …›, ‹X said: “…”›, ‹X denied Y›."""
    phrase = subject(page, r.verb) or _relative(page, r) or _joined(page, r)
    if phrase is None:
        return ()
    if r.kind is Kind.QUOTE:
        return (
            Frame(
                "pre-quote",
                phrase.range,
                r.cue,
                Scope.QUOTE,
                (phrase.start, r.content[0]),
                r.content,
                Mode.DIRECT,
                r.lemma,
            ),
        )
    wanted = r.lemma == "ask" and r.content[0] > r.verb + 2
    if r.kind is Kind.TO and r.lemma not in TO and not wanted:
        return ()
    if r.kind is Kind.OBJECT and r.lemma in {"expect", "believe", "consider"} and _to_clause(page, r):
        return (_content("pre-to", r, phrase.range, phrase.start),)
    if r.kind in _CLAIMS or (r.kind is Kind.COLON and r.lemma not in THINK):
        return (_content(f"pre-{r.kind.value}", r, phrase.range, phrase.start),)
    return (_act(page, r, phrase),) if _acts(page, r) else ()


def _to_clause(page: Page, r: Report) -> bool:
    """Tell whether an object and an infinitive follow: ‹expect the storm to weaken›."""
    object_ = phrase_at(page, r.content[0], r.span[1])
    return object_ is not None and page.at(object_.end).lower == "to" and page.at(object_.end + 1).pos is Pos.INFINITIVE


def _relative(page: Page, r: Report) -> Phrase | None:
    """Return the ‹who› of ‹X, who said that …›."""
    i = r.group - 1
    if not (page.at(i).lower == "who" or (page.at(i).lower == "which" and r.kind is Kind.THAT)) or i <= r.span[0]:
        return None
    start = i - 1 - (page.at(i - 1).text == ",")
    for k in range(r.span[0], start + 1):
        found = phrase_at(page, k, start + 1)
        if found and found.end == start + 1 and page.at(k - 1).pos is not Pos.PREPOSITION:
            return found
    return Phrase(i, i + 1, i)


def _joined(page: Page, r: Report) -> Phrase | None:
    """Return the subject of the first verb in ‹X left and said that …›."""
    before = page.at(r.group - 1).lower in {"and", "but", "then"} or page.at(r.group - 1).text == ","
    verbs_before = page.finite(r.span[0], r.group)
    return subject(page, verbs_before[0]) if before and verbs_before else None


def _acts(page: Page, r: Report) -> bool:
    """Tell whether a verb with a plain object reports a claim."""
    words = page.lowers(r.verb, r.span[1])
    if r.lemma == "put":
        return bool(PUT.match(words))
    if r.lemma == "call":
        return bool(CALL.match(words)) or (
            r.kind is Kind.OBJECT
            and any(t.pos in {Pos.ARTICLE, Pos.ADJECTIVE} for t in page.words(r.verb + 2, r.verb + 4))
        )
    if r.lemma == "describe":
        return " as " in words
    if r.lemma == "plead":
        return " guilty " in words
    if r.lemma in INTRANSITIVE:
        return r.kind is Kind.NOTHING
    if r.lemma == "say":
        return page.at(r.verb + 1).lower in {"no", "yes", "so", "nothing"} or " as much " in words
    if r.lemma == "rule":
        return words.startswith((" rule out ", " ruled out ", " rules out "))
    if r.lemma == "play":
        return " down " in words
    if r.lemma in {"speak", "talk"}:
        return page.at(r.verb + 1).lower == "of"
    if r.kind is Kind.ABOUT:
        return r.lemma in {"warn", "accuse", "complain", "blame", "call", "caution"}
    return r.kind is Kind.OBJECT and r.lemma in ACTS and r.lemma not in CLAUSE_ONLY


def _act(page: Page, r: Report, phrase: Phrase) -> Frame:
    if r.lemma == "call" and CALL.match(page.lowers(r.verb, r.span[1])):
        return Frame(
            "call",
            phrase.range,
            (r.verb, r.verb + 1),
            Scope.CONTENT,
            (phrase.start, r.verb + 2),
            (r.verb + 2, r.span[1]),
            lemma="demand",
        )
    return Frame("act", phrase.range, r.cue, Scope.SENTENCE, r.span, mode=Mode.REPORTED, lemma=r.lemma)


def sure_that(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find ‹X is confident that …›, ‹X has no doubt that …›."""
    for i in range(*span):
        token = page.at(i)
        sure = token.lower in SURE or (token.lower in {"doubt", "doubts"} and page.at(i - 1).lower == "no")
        if not sure or page.at(i + 1).lower != "that" or token.quote >= 0:
            continue
        verbs_before = [
            v for v in page.finite(span[0], i) if page.at(v).lemma in {"be", "feel", "seem", "remain", "have"}
        ]
        who = subject(page, verbs_before[-1]) if verbs_before else None
        if who and page.at(who.start).lower != "it":
            return (
                Frame(
                    "sure-that", who.range, (i,), Scope.CONTENT, (who.start, i + 1), (i + 1, span[1]), lemma=token.lower
                ),
            )
    return ()


def noun_that(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find ‹X's claim that …› and ‹the claim by X that …›."""
    for i in range(*span):
        if page.at(i).lower not in _NOUNS or page.at(i).quote >= 0:
            continue
        by = phrase_at(page, i + 2, span[1]) if page.at(i + 1).lower in {"by", "from", "of"} else None
        that = by.end if by else i + 1
        if page.at(that).lower != "that":
            continue
        giving = [v for v in page.finite(span[0], i) if page.at(v).lemma in _GIVING]
        giver = subject(page, giving[-1]) if giving and not by else None
        owner = (i - 1, i) if page.at(i - 1).pos is Pos.POSSESSIVE else None
        speaker = by.range if by else owner or (giver.range if giver else None)
        if speaker:
            return (
                Frame("noun-that", speaker, (i,), Scope.CONTENT, (i, that), (that, span[1]), lemma=page.at(i).lower),
            )
    return ()


def emerged(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find ‹it emerged that …›, which names nobody."""
    for i in range(span[0], span[1] - 1):
        if page.at(i).lower != "it" or page.at(i + 1).lower not in {"emerged", "emerges", "transpired"}:
            continue
        that = next((k for k in range(i + 2, min(span[1], i + 7)) if page.at(k).lower == "that"), None)
        if that:
            return (Frame("emerged", None, (i + 1,), Scope.CONTENT, (i, that), (that, span[1]), lemma="emerge"),)
    return ()


def laid_down(page: Page, _: int, span: Range) -> tuple[Frame, ...]:
    """Find documents that lay something down: ‹Under the treaty, …›, ‹The agreement provides that …›."""
    i = span[0]
    if page.at(i).lower != "under":
        return ()
    phrase = phrase_at(page, i + 1, span[1])
    paper = phrase and DOCUMENT.search(page.at(phrase.head).lower) and page.at(phrase.end).text == ","
    return (Frame("under", phrase.range, (i,), Scope.AROUND, (i, phrase.end)),) if phrase and paper else ()


_CASES: tuple[Case, ...] = (_gerund, _passive, _as_x, _inverted, _behind, _before)
