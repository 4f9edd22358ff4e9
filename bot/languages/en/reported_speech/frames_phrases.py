"""English frames that a preposition or a participle makes: ‹according to X›, ‹in X's view›, ‹citing X›.

Rule of this room: one function a frame; each gives what it finds in one sentence, outside of quotations.
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Pos, Range, TaggedText, is_closer
from bot.languages.en.reported_speech.noun_phrases import phrase_at, subject
from bot.languages.en.reported_speech.own import by_itself
from bot.languages.en.reported_speech.vocabulary import DOCUMENT, POSSESSIVES, PRESS, RUMOUR

_VIEW = frozenset(
    [
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
        "admission",
        "figures",
    ]
)
_BY_ONLY = frozenset({"account", "count", "admission", "figures"})
"""Of these, those that only ‹by› makes a view: ‹the money in her account›."""
_ASIDE = frozenset({"seen", "obtained", "published", "agreed", "signed", "reviewed", "released"})
_LEARNED = frozenset({"learned", "learnt", "learns"})
_REACH = 6
"""Words between ‹in› and ‹view› in ‹in the mayor's own view›."""
_QUOTED = 16
"""Words between ‹quoted› and ‹as saying›."""


def according_to(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹according to X›."""
    found = []
    for i in range(*span):
        if page.at(i).lower != "according" or page.at(i + 1).lower != "to" or page.quoted(i):
            continue
        phrase = phrase_at(page, i + 2, span[1])
        if phrase and not RUMOUR.search(page.at(phrase.head).lower):
            frame = ReportingFrame("according", phrase.range, (i, i + 1), ContentPosition.AROUND, (i, phrase.end))
            found.append(by_itself(page, frame))
    return tuple(found)


def in_the_view_of(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹in the view of X›, ‹in X's opinion›, ‹in the words of X›."""
    found = []
    for i in range(*span):
        if page.at(i).lower not in {"in", "by"} or page.quoted(i):
            continue
        noun = next((k for k in range(i + 1, min(span[1], i + _REACH)) if page.at(k).lower in _VIEW), None)
        if noun is None or page.finite(i, noun) or (page.at(i).lower == "in" and page.at(noun).lower in _BY_ONLY):
            continue
        owner = phrase_at(page, noun + 2, span[1]) if page.at(noun + 1).lower == "of" else None
        if owner:
            found.append(ReportingFrame("in-view", owner.range, (i, noun), ContentPosition.AROUND, (i, owner.end)))
            continue
        last = noun - 1 - (page.at(noun - 1).lower == "own")
        if page.at(last).lower in POSSESSIVES:
            frame = ReportingFrame("in-view", (last, noun + 1), (i, noun), ContentPosition.AROUND, (i, noun + 1))
            found.append(by_itself(page, frame))
        elif page.at(last).pos is Pos.POSSESSIVE:
            found.append(ReportingFrame("in-view", (i + 1, last + 1), (i, noun), ContentPosition.AROUND, (i, noun + 1)))
    return tuple(found)


def citing(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹citing X›, which names on whom the speaker relies, and ‹the newspaper quoted her as saying›."""
    found = []
    for i in range(*span):
        if page.quoted(i) or page.at(i).lower not in {"citing", "quoting"}:
            continue
        phrase = phrase_at(page, i + 1, span[1])
        if phrase:
            found.append(
                ReportingFrame("citing", phrase.range, (i,), ContentPosition.AROUND, (i, phrase.end), relays=True)
            )
    return tuple(found)


def quoted_as(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹X quoted Y as saying›, where X carries what Y says, and ‹Y was quoted as saying›."""
    found: list[ReportingFrame] = []
    for i in range(*span):
        if page.at(i).lower not in {"quoted", "cited", "quotes"} or page.quoted(i):
            continue
        said = next(
            (
                k
                for k in range(i + 1, min(span[1], i + _QUOTED))
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
            found.append(
                ReportingFrame("quoted-by", paper.range, (i,), ContentPosition.AROUND, (paper.start, i), relays=True)
            )
        start = paper.start if paper else i
        content = (said + 1, span[1])
        by = phrase_at(page, said + 2, span[1]) if page.at(said + 1).lower == "by" else None
        if by:
            found.append(
                ReportingFrame(
                    "quoted-by", by.range, (said + 1,), ContentPosition.AROUND, (said + 1, by.end), relays=True
                )
            )
        if by or page.at(said + 1).text in {".", ","} or said + 1 >= span[1]:
            found.append(
                ReportingFrame(
                    "quoted-as",
                    speaker.range,
                    (i,),
                    ContentPosition.BEFORE,
                    (start, span[1]),
                    frame_start=start,
                    after_quote=closed(page, start),
                )
            )
        else:
            found.append(
                ReportingFrame("quoted-as", speaker.range, (i,), ContentPosition.CONTENT, (start, said + 1), content)
            )
    return tuple(found)


def learned(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹X has learned (from Y) that …› and ‹as X learned (from Y)›, where X is the press and carries it."""
    for i in range(*span):
        paper = subject(page, i) if page.at(i).lower in _LEARNED and page.at(i).quote is None else None
        if paper is None or not any(t.lower in PRESS for t in page.words(*paper.range)):
            continue
        source = phrase_at(page, i + 2, span[1]) if page.at(i + 1).lower == "from" else None
        after = source.end if source else i + 1
        as_ = page.at(paper.start - 1).lower == "as"
        if not as_ and page.at(after).lower != "that":
            continue
        where = (paper.start - as_, after)
        scope, content = (ContentPosition.AROUND, None) if as_ else (ContentPosition.CONTENT, (after, span[1]))
        found = ReportingFrame("learned", (source or paper).range, (i,), scope, where, content)
        by = ReportingFrame("learned", paper.range, (i,), ContentPosition.AROUND, where, relays=True)
        return (found, by) if source else (found,)
    return ()


def laid_down(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find documents that lay something down: ‹Under the treaty, …›, ‹The agreement provides that …›."""
    i = span[0]
    if page.at(i).lower != "under":
        return ()
    phrase = phrase_at(page, i + 1, span[1])
    aside = phrase is not None and page.at(phrase.end).text == "," and page.at(phrase.end + 1).lower in _ASIDE
    paper = phrase and DOCUMENT.search(page.at(phrase.head).lower) and (page.at(phrase.end).text == "," or aside)
    return (
        (ReportingFrame("under", phrase.range, (i,), ContentPosition.AROUND, (i, phrase.end)),)
        if phrase and paper
        else ()
    )


def closed(page: TaggedText, i: int) -> bool:
    """Tell whether a quotation closes right before a token."""
    before = page.at(i - 1)
    return (is_closer(before) and before.quote is not None) or (
        before.text == "," and is_closer(page.at(i - 2)) and page.at(i - 2).quote is not None
    )
