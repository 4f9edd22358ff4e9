"""English frames of last resort: nouns and adjectives that bring a claim, and facts that came to light.

Rule of this room: they are tried where no verb was found that reports.
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Pos, Range, TaggedText
from bot.languages.en.reported_speech.noun_phrases import phrase_at, subject
from bot.languages.en.reported_speech.vocabulary import DOUBTS, SURE
from bot.model import Mode

_NOUNS = frozenset(
    [
        "claim",
        "claims",
        "statement",
        "assertion",
        "suggestion",
        "suggestions",
        "belief",
        "argument",
        "warning",
        "warnings",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "fear",
        "fears",
        "concern",
        "concerns",
        "hope",
        "hopes",
        "promise",
        "pledge",
        "view",
        "report",
        "reports",
        "estimate",
        "finding",
        "findings",
        "conclusion",
        "demand",
        "insistence",
        "announcement",
        "prediction",
        "position",
        "message",
        "verdict",
        "explanation",
        "theory",
        "contention",
        "complaint",
        "impression",
        "opinion",
    ]
)
_GIVING = frozenset(
    ["make", "give", "issue", "take", "voice", "express", "raise", "repeat", "reject", "dismiss", "deny", "share"]
)
"""Verbs with which a subject brings a claim: ‹issued a warning that …›."""
_RAISING = frozenset(["raise", "cast", "voice", "express", "share", "harbour", "harbor"])
_GROUP = 5
"""Words from a finite verb to its last one, and from there to a noun with its adjectives."""
_OWNERS = frozenset({"his", "her", "their", "its"})
_EMERGED = 7
"""Words of ‹it emerged on Friday that›."""


def sure_that(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹X is confident that …›, ‹X has no doubt that …›."""
    for i in range(*span):
        token = page.at(i)
        made = token.lower == "clear" and page.at(i - 1).lemma == "make"
        sure = made or token.lower in SURE or (token.lower in {"doubt", "doubts"} and page.at(i - 1).lower == "no")
        if not sure or token.quote is not None or not (page.at(i + 1).lower == "that" or _clause(page, i + 1, span[1])):
            continue
        verbs_before = [
            v for v in page.finite(span[0], i) if page.at(v).lemma in {"be", "feel", "seem", "remain", "have", "make"}
        ]
        who = subject(page, verbs_before[-1]) if verbs_before else None
        if who and page.at(who.start).lower != "it":
            return (
                ReportingFrame(
                    "sure-that",
                    who.range,
                    (i,),
                    ContentPosition.CONTENT,
                    (who.start, i + 1),
                    (i + 1, span[1]),
                    lemma=token.lower,
                ),
            )
    return ()


def _clause(page: TaggedText, i: int, limit: int) -> bool:
    """Tell whether a clause stands at a token: a phrase right before its verb."""
    phrase = phrase_at(page, i, limit)
    return phrase is not None and page.at(phrase.end).finite


def noun_that(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹X's claim that …› and ‹the claim by X that …›."""
    for i in range(*span):
        if page.at(i).lower not in _NOUNS or page.at(i).quote is not None:
            continue
        by = phrase_at(page, i + 2, span[1]) if page.at(i + 1).lower in {"by", "from", "of"} else None
        that = by.end if by else i + 1
        if page.at(that).lower != "that":
            continue
        giving = [v for v in page.finite(span[0], i) if page.at(v).lemma in _GIVING]
        giver = subject(page, giving[-1]) if giving and not by else None
        owned = page.at(i - 1).pos is Pos.POSSESSIVE or page.at(i - 1).lower in _OWNERS
        owner = (i - 1, i) if owned else None
        speaker = by.range if by else owner or (giver.range if giver else None)
        if speaker:
            return (
                ReportingFrame(
                    "noun-that",
                    speaker,
                    (i,),
                    ContentPosition.CONTENT,
                    (i, that),
                    (that, span[1]),
                    lemma=page.at(i).lower,
                ),
            )
    return ()


def view_is_that(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹X's view is that …› and ‹the conclusion of X was that …›."""
    for i in range(*span):
        noun = page.at(i).lower in _NOUNS and page.at(i).quote is None
        of = phrase_at(page, i + 2, span[1]) if noun and page.at(i + 1).lower == "of" else None
        verb = of.end if of else i + 1
        if not noun or page.at(verb).lower not in {"is", "was"} or page.at(verb + 1).lower != "that":
            continue
        last = i - 1
        while (
            last > span[0]
            and page.at(last).pos in {Pos.ADJECTIVE, Pos.NOUN}
            and page.at(last).pos is not Pos.POSSESSIVE
        ):
            last -= 1
        owned = page.at(last).pos is Pos.POSSESSIVE or page.at(last).lower in _OWNERS
        speaker = of.range if of else (last, last + 1) if owned else None
        if speaker:
            content = (verb + 1, span[1])
            cue = (i, verb)
            return (
                ReportingFrame(
                    "view-that",
                    speaker,
                    cue,
                    ContentPosition.CONTENT,
                    (last, verb + 1),
                    content,
                    lemma=page.at(i).lower,
                ),
            )
    return ()


def doubts_raised(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹X raised doubts about …›, ‹X cast doubt on …›, ‹X expressed concern›."""
    for i in page.finite(*span):
        verb = next((k for k in range(i, min(span[1], i + _GROUP)) if page.at(k).lemma in _RAISING), None)
        noun = verb and next(
            (k for k in range(verb + 1, min(span[1], verb + _GROUP)) if page.at(k).lower in DOUBTS), None
        )
        who = subject(page, i) if verb and noun and not page.finite(verb + 1, noun) else None
        negated = any(t.lower in {"not", "never", "no"} for t in page.words(i, noun or i))
        if who and noun and verb and not negated:
            lemma = page.at(noun).lower
            return (
                ReportingFrame(
                    "act", who.range, (verb, noun), ContentPosition.SENTENCE, span, mode=Mode.REPORTED, lemma=lemma
                ),
            )
    return ()


def emerged(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹it emerged that …›, which names nobody."""
    for i in range(span[0], span[1] - 1):
        if page.at(i).lower != "it" or page.at(i + 1).lower not in {"emerged", "emerges", "transpired"}:
            continue
        that = next((k for k in range(i + 2, min(span[1], i + _EMERGED)) if page.at(k).lower == "that"), None)
        if that:
            return (
                ReportingFrame(
                    "emerged", None, (i + 1,), ContentPosition.CONTENT, (i, that), (that, span[1]), lemma="emerge"
                ),
            )
    return ()
