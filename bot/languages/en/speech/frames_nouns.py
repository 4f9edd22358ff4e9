"""English frames of last resort: nouns and adjectives that bring a claim, and facts that came to light.

Rule of this room: they are tried where no verb was found that reports.
"""

from bot.core.speech import Frame, Scope
from bot.core.syntax import Page, Pos, Range
from bot.languages.en.speech.phrases import phrase_at, subject
from bot.languages.en.speech.words import SURE

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
    ]
)
_GIVING = frozenset(
    ["make", "give", "issue", "take", "voice", "express", "raise", "repeat", "reject", "dismiss", "deny", "share"]
)
"""Verbs with which a subject brings a claim: ‹issued a warning that …›."""
_EMERGED = 7
"""Words of ‹it emerged on Friday that›."""


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
        that = next((k for k in range(i + 2, min(span[1], i + _EMERGED)) if page.at(k).lower == "that"), None)
        if that:
            return (Frame("emerged", None, (i + 1,), Scope.CONTENT, (i, that), (that, span[1]), lemma="emerge"),)
    return ()
