"""English relative clauses that say who says what they tell: ‹a man who police say stole a ring›.

Rule of this room: the one who says it stands between the relative word and the verb of saying, and what is said goes on
right behind that verb.
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Pos, Range, TaggedText
from bot.languages.en.reported_speech.noun_phrases import group_start, phrase_at
from bot.languages.en.reported_speech.vocabulary import SAY, THINK

_WHO = frozenset({"who", "which", "that", "whom", "what"})
_REACH = 14
"""Words between the relative word and the verb of saying, with an apposition."""
_STOPS = frozenset({",", ";", ":", "–", "—"})


def relative(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹…, which engineers said was unsafe, …› and ‹what prosecutors say was a bribe›."""
    found = []
    for i in range(*span):
        if page.at(i).lower in _WHO and page.at(i).quote is None and page.at(i - 1).lemma not in SAY | THINK:
            frame = _said_of(page, i, span)
            if frame:
                found.append(frame)
    return tuple(found)


def _said_of(page: TaggedText, who: int, span: Range) -> ReportingFrame | None:
    verb = next((v for v in page.finite(who + 1, min(span[1], who + _REACH)) if page.at(v).lemma in SAY | THINK), None)
    if verb is None or not _goes_on(page, verb + 1):
        return None
    group = group_start(page, verb)
    phrase = phrase_at(page, who + 1, group)
    if phrase is None or phrase.end != group:
        return None
    content = (verb + 1, _end(page, verb + 1, span[1]))
    return ReportingFrame(
        "relative", phrase.range, (verb,), ContentPosition.CONTENT, (who, verb + 1), content, lemma=page.at(verb).lemma
    )


def _goes_on(page: TaggedText, i: int) -> bool:
    """Tell whether a finite verb follows at once, but for an adverb: what is said has no subject of its own."""
    i += page.at(i).pos is Pos.ADVERB
    past = page.at(i).pos is Pos.PARTICIPLE and page.at(i + 1).lower != "by"  # ‹left›, as the tagger has it
    return page.at(i).finite or past


def _end(page: TaggedText, start: int, limit: int) -> int:
    """Return where the relative clause ends: at a mark, or before the main clause's verb behind a noun."""
    first = start
    for k in range(first + 1, limit):
        if page.at(k).text in _STOPS:
            return k
        helper = page.at(k - 1).finite or page.at(k - 1).lower in {
            "and",
            "or",
            "who",
            "which",
            "that",
            "it",
            "he",
            "she",
        }
        closed = page.at(k - 1).noun or page.at(k - 1).pos in {Pos.ADJECTIVE, Pos.PREDICATIVE, Pos.PARTICIPLE}
        if page.at(k).finite and not helper and closed:
            return k
    return limit
