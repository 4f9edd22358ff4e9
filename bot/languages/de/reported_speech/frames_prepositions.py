"""German frames that a preposition or an adverb makes: ‹laut›, ‹zufolge›, ‹nach Angaben›, ‹unter Berufung auf›, ‹so X›.

Rule of this room: one function a frame; each gives what it finds in one sentence, outside of quotations.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText, is_closer
from bot.languages.de.reported_speech.noun_phrases import phrase_at, phrase_before
from bot.languages.de.reported_speech.own import by_itself
from bot.languages.de.reported_speech.party_nouns import TIME
from bot.languages.de.reported_speech.plain import plain_at
from bot.languages.de.reported_speech.subjects import acting, is_party, near_subject
from bot.languages.de.reported_speech.verbs import cue_lemma, subjunctive
from bot.languages.de.reported_speech.vocabulary import (
    AFTER_EVENT,
    AFTER_ONE_EVENT,
    AFTER_THE_EVENT,
    EXAMINED,
    FIRST,
    NOUN_CUE,
    RUMOUR,
    SOURCE,
    STATED,
)

_BEHIND_POSTPOSITION = frozenset({Pos.ARTICLE, Pos.ADVERB, Pos.PRONOUN, Pos.INDEFINITE})
_MAX_BACK = 16
_REACH = 6
"""Words of ‹aus Präsident Wirths Sicht›."""
_MAX_BACK_OPINION = 8
_OWN = frozenset({"seiner", "ihrer", "meiner", "unserer", "deren", "dessen"})
_MINE = frozenset({"meiner", "unserer", "eurer"})
_THEM = frozenset({"ihm", "ihnen"})
_SUCH = frozenset({"auch", "viele", "etwa", "beispielsweise", "manche", "einige"})
"""Words behind ‹so› that give an example or an amount, and no speaker: ‹so auch X›, ‹so viele›."""
_AGREED = re.compile(r"(vertrag|vertrags|abkommen|übereinkunft|vereinbarung)$")
"""What lays down what two sides do: a source behind ‹gemäß›."""
_ACCORDING = frozenset({"gemäß", "gemäss"})
_PUBLISHING = frozenset(
    {"berichten", "veröffentlichen", "vorlegen", "vorstellen", "präsentieren", "melden", "publizieren", "bekanntgeben"}
)
_RELYING = frozenset({"berufung", "bezugnahme"})


def _open_words(page: TaggedText, span: Range, words: frozenset[str]) -> Iterator[int]:
    for i in range(*span):
        if page.at(i).lower in words and not page.quoted(i):
            yield i


def according_to(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹laut X›."""
    found = []
    for i in _open_words(page, span, frozenset({"laut", "lt."})):
        phrase = phrase_at(page, i + 1, span[1])
        if phrase and page.at(phrase.start).pos is not Pos.PRONOUN:
            found.append(ReportingFrame("laut", phrase.range, (i,), ContentPosition.AROUND, (i, phrase.end)))
        elif i + 1 < span[1] and any(c.isupper() for c in page.at(i + 1).text):
            found.append(ReportingFrame("laut", (i + 1, i + 2), (i,), ContentPosition.AROUND, (i, i + 2)))
    return tuple(by_itself(page, frame) for frame in found)


def following(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹X zufolge›."""
    found = []
    for i in _open_words(page, span, frozenset({"zufolge", "folge"})):
        if page.at(i - 1).lower in _THEM:
            found.append(ReportingFrame("zufolge", (i - 1, i), (i,), ContentPosition.AROUND, (i - 1, i + 1)))
            continue
        before = i if page.at(i).lower == "zufolge" else i - 1
        if before < i and page.at(before).lower != "zu":
            continue
        phrase = phrase_before(page, max(span[0], before - _MAX_BACK), before)
        if phrase:
            found.append(ReportingFrame("zufolge", phrase.range, (i,), ContentPosition.AROUND, (phrase.start, i + 1)))
    return tuple(by_itself(page, frame) for frame in found)


def accordingly(page: TaggedText, sentence: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹demnach›, ‹demzufolge› and, before a form that reports, ‹danach›: who spoke or published before speaks."""
    found = []
    published = _published(page, sentence - 1) if sentence > 0 else None
    for i in _open_words(page, span, frozenset({"demnach", "danach", "demzufolge"})):
        before = page.at(i - 1)
        if not (i == span[0] or before.finite or before.text in {",", ":", ";"}):
            continue
        reports = any(subjunctive(page, v) == 2 or page.at(v).lemma == "sollen" for v in page.finite(*span))  # noqa: PLR2004
        near = published if i == span[0] else None
        if page.at(i).lower == "danach" and not (reports or near):
            continue
        frame = ReportingFrame("demnach", None, (i,), ContentPosition.AROUND, (i, i + 1), anaphoric=True)
        if near is not None:
            frame = replace(frame, speaker=near.range, anaphoric=False, anaphor=(i, i + 1))
        found.append(frame)
    return tuple(found)


def _published(page: TaggedText, sentence: int) -> Phrase | None:
    """Return who reported or published something in a sentence, whatever it was: ‹Die Bank legte Zahlen vor›."""
    start, end = page.sentences[sentence]
    told = any(cue_lemma(page, v) in _PUBLISHING for v in page.finite(start, end))
    told = told or any(t.pos is Pos.PARTICIPLE and t.lemma in _PUBLISHING for t in page.words(start, end))
    return acting(page, sentence) if told else None


def whereby(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹Berichte, wonach …›."""
    found = []
    for i in _open_words(page, span, frozenset({"wonach", "nach"})):
        phrase = phrase_before(page, span[0], i - 1) if i > span[0] and page.at(i - 1).text == "," else None
        relative = page.at(i).lower == "wonach" or page.at(i + 1).lower in {"denen", "der", "dem"}
        if phrase and relative and (page.at(i).lower == "wonach" or NOUN_CUE.search(page.at(phrase.head).lower)):
            after = i + (page.at(i).lower == "nach")
            content, stands = (after + 1, span[1]), (after, after + 1)
            place, head = (phrase.start, i + 1), page.at(phrase.head).lower
            says = NOUN_CUE.search(head) or SOURCE.search(head) or is_party(page, phrase)
            rumoured = any(RUMOUR.search(t.lower) for t in page.words(span[0], phrase.start))
            if rumoured or not says:
                found.append(ReportingFrame("wonach", None, (i,), ContentPosition.CONTENT, place, content))
            else:
                found.append(
                    ReportingFrame(
                        "wonach", phrase.range, (i,), ContentPosition.CONTENT, place, content, anaphor=stands
                    )
                )
    return tuple(found)


def after_words(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹nach Angaben von X›, ‹gemäß einer Studie›, ‹X zufolge›'s twin ‹seiner Ansicht nach›."""
    found = []
    for i in _open_words(page, span, frozenset({"nach", *_ACCORDING, "entsprechend"})):
        frame = _opinion_before(page, i, span) or _words_behind(page, i, span)
        if frame:
            found.append(frame)
    return tuple(by_itself(page, frame) for frame in found)


def _opinion_before(page: TaggedText, i: int, span: Range) -> ReportingFrame | None:
    token, noun, after = page.at(i), page.at(i - 1), page.at(i + 1)
    mine = page.at(i - 2).lower in _MINE or page.at(i - 2).text == "Ihrer"
    if mine or token.lower == "entsprechend" or i == span[0] or not noun.noun or not SOURCE.search(noun.text):
        return None
    themselves = page.at(i - 2).lower in {"eigenen", "eigener"}
    closed = (
        themselves
        or i + 1 >= span[1]
        or after.finite
        or after.text in {",", ".", ";"}
        or after.pos in _BEHIND_POSTPOSITION
    )
    own = page.at(i - 2).lower in _OWN and STATED.search(noun.text)
    if not (closed or own) or not (token.lower in _ACCORDING or STATED.search(noun.text)):
        return None
    reach = i - 2 if page.at(i - 2).lower in _OWN else i - _MAX_BACK_OPINION
    phrase = phrase_before(page, max(span[0], reach), i)
    if phrase and page.at(phrase.start - 1).pos is Pos.PREPOSITION:
        return None  # ‹aus Studien nach dem Unglück›
    return (
        ReportingFrame("nach-post", phrase.range, (i,), ContentPosition.AROUND, (phrase.start, i + 1))
        if phrase
        else None
    )


def _words_behind(page: TaggedText, i: int, span: Range) -> ReportingFrame | None:
    early = page.at(i + 1).pos is Pos.ADVERB  # ‹nach bisher unbestätigten Berichten›
    plain = plain_at(page, i + 1 + early, span[1])
    if plain is None or page.at(plain.start).pos is Pos.PRONOUN:
        return None
    nouns = (q for q in range(plain.start, plain.end) if page.at(q).noun)
    head = next((q for q in nouns if SOURCE.search(page.at(q).text) or _agreed(page, i, q)), None)
    before = page.at(i - 1).lower
    if TIME.search(before) or before in {"erst", "kurz", "bald"} or page.at(i + 1).text == "Artikel":
        return None
    if head is not None and EXAMINED.search(page.at(head).lower) and page.at(head - 1).lower not in FIRST:
        return None
    by_whom = page.at(i).lower in _ACCORDING and is_party(page, plain)
    if head is None and by_whom:
        head = plain.head
    if head is None or (page.at(i).lower == "nach" and _dates_an_event(page.at(head).lower, page.at(i + 1).lower)):
        return None
    phrase = phrase_at(page, plain.start, span[1])
    return ReportingFrame("nach-src", phrase.range, (i,), ContentPosition.AROUND, (i, phrase.end)) if phrase else None


def _agreed(page: TaggedText, i: int, noun: int) -> bool:
    """Tell ‹gemäß der Übereinkunft› from ‹nach dem Abkommen›, which dates an event."""
    return page.at(i).lower in _ACCORDING and _AGREED.search(page.at(noun).lower) is not None


def _dates_an_event(noun: str, determiner: str) -> bool:
    """Tell ‹nach dem Urteil› and ‹nach der Erklärung› from ‹nach Angaben›."""
    if not STATED.search(noun) and AFTER_EVENT.search(noun):
        return True
    if not STATED.search(noun) and AFTER_ONE_EVENT.search(noun) and determiner in {"der", "dem", "einer", "einem"}:
        return True
    return bool(AFTER_THE_EVENT.search(noun)) and determiner in {"der", "dieser"}


def relying_on(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹unter Berufung auf X›, which names on whom the speaker relies."""
    found = []
    for i in _open_words(page, span, _RELYING):
        if page.at(i - 1).lower not in {"unter", "mit"} or page.at(i + 1).lower != "auf":
            continue
        phrase = phrase_at(page, i + 2, span[1])
        if phrase:
            cue = (i - 1, i, i + 1)
            found.append(
                ReportingFrame(
                    "unter-Berufung", phrase.range, cue, ContentPosition.AROUND, (i - 1, phrase.end), relays=True
                )
            )
    return tuple(found)


def in_the_view_of(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹aus Sicht der X› and ‹nach den Worten›'s cousin ‹aus X-Kreisen›."""
    found = []
    for i in _open_words(page, span, frozenset({"sicht"})):
        phrase = phrase_at(page, i, span[1]) if page.at(i - 1).lower == "aus" else None
        if phrase and phrase.end > i + 1:
            span_ = (i - 1, phrase.end)
            found.append(ReportingFrame("aus-Sicht", (i + 1, phrase.end), (i - 1, i), ContentPosition.AROUND, span_))
            continue
        out = next((k for k in range(i - 2, max(span[0], i - _REACH) - 1, -1) if page.at(k).lower == "aus"), None)
        owner = page.words(out + 1, i) if out is not None else ()
        whose = owner and (owner[-1].text.endswith(("s", "’", "'")) and owner[-1].capital)
        if out is not None and whose:
            found.append(ReportingFrame("aus-Sicht", (out + 1, i), (out, i), ContentPosition.AROUND, (out, i + 1)))
    return tuple(found)


def so_x(page: TaggedText, sentence: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹…, so X.› and ‹“, so X›."""
    found = []
    for start, end in page.clauses[sentence]:
        i = _so(page, start, end)
        if i is None or i <= span[0] or page.quoted(i) or page.finite(i, end):
            continue
        phrase = near_subject(page, i + 1, end)
        before = page.at(i - 1)
        example = page.at(i + 1).lower in _SUCH
        if phrase and not example and phrase.start <= i + 2 and (before.text in {",", "–"} or is_closer(before)):
            frame = ReportingFrame(
                "so-X", phrase.range, (i,), ContentPosition.BEFORE, (i - 1, phrase.end), frame_start=i
            )
            found.append(frame)
    return tuple(found)


def _so(page: TaggedText, start: int, end: int) -> int | None:
    """Return the ‹so› that opens a clause, or that follows a closing mark in it."""
    if page.at(start).lower == "so":
        return start if page.at(start + 1).lower != "dass" else None
    return next((k for k in range(start, end) if page.at(k).lower == "so" and page.closes(k - 1)), None)
