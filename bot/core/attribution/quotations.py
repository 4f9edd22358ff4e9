"""Who speaks a quotation: the frame beside it, or what the words around it show.

Rule of this room: a quotation is a statement, a quoted name or a quoted word; a name has no speaker, and a quoted word
has one only beside a frame.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.attribution.claims import LastSpeaker
from bot.core.attribution.interviews import is_answer
from bot.core.attribution.signatures import SIGNED, handle_behind, signed
from bot.core.language_data.reported_speech import ContentPosition, MarkerStrength, ReportedSpeech, ReportingFrame, Rule
from bot.core.syntax.tagged_text import FINITE, Phrase, Pos, Range, TaggedText, Token, is_mark
from bot.model import Mode

_NEAR = 3
"""Tokens between a closing mark and the frame behind it (comma, adverb)."""
_BESIDE = 8
"""Tokens between a quoted word and a frame that is to be about it."""
_SAME_CLAUSE = 12
_FAR = 99
_STATEMENT = 6
"""Words that make a quotation a statement without a verb; with one, or a full stop, fewer do."""
_TALK = 8
"""Sentences between what somebody is quoted with and his next answer: a question, and what the reporter tells."""
_MEMORY = 3
"""Sentences for which a speaker is remembered for the next quotation."""
_STOPS = frozenset(".!?…")
_ALONE = Rule("quote-alone")
_AFTER_COLON = Rule("quote-after-colon")
_ANY_VERB = Rule("quote-anyverb")
_LED = Rule("quote-colon")
_ACTED = Rule("quote-act")
_CONTINUED = Rule("quote-cont")
_NAMED_LATER = Rule("quote-fwd")


@dataclass(frozen=True, slots=True)
class QuotationSpeaker:
    """Who speaks a quotation, by which words, and by which rule."""

    speaker: Range | None
    cue: tuple[int, ...]
    rule: Rule
    frame: ReportingFrame | None = None


Frames = Sequence[tuple[ReportingFrame, ...]]


def is_statement(page: TaggedText, quote: int) -> bool:
    """Tell whether a quotation says something, other than a quoted word."""
    start, end = page.quotes[quote]
    inside = page.words(start + 1, end - 1)
    led = page.at(end - 2).text == "," and page.at(end).finite  # ‹"Nice one," wrote X›
    if len(inside) >= _STATEMENT or led or (page.at(end - 2).text in _STOPS and (start, end) == page.sentence(start)):
        return bool(inside)
    verb = any(t.pos in FINITE for t in inside)
    return bool(inside) and (
        (len(inside) > _NEAR and verb) or (len(inside) >= _NEAR and inside[-1].text in {".", "!", "?"})
    )


def framed(
    page: TaggedText, speech: ReportedSpeech, frames: Frames, aside: frozenset[int] = frozenset()
) -> dict[int, ReportingFrame | None]:
    """Return the quotations that say something, each with the frame that names its speaker (None: no frame does).

    Those `aside` are left out, and titles.
    """
    found: dict[int, ReportingFrame | None] = {}
    for quote in range(len(page.quotes)):
        if quote in aside or speech.titled(page, quote):
            continue
        frame, distance = _nearest(page, speech, frames, quote)
        statement = is_statement(page, quote)
        start, end = page.quotes[quote]
        name = speech.is_quoted_name(page, quote)
        if frame and frame.speaker and frame.speaker[0] <= start and end <= frame.speaker[1]:
            frame, statement = None, statement and not name
        close = frame is not None and frame.frame_start is not None and 0 <= frame.frame_start - end < _NEAR
        if name and not (close or page.at(start - 1).text == ":"):
            continue
        if frame and (
            statement
            or frame.position is ContentPosition.QUOTE
            or frame.rule in speech.behind_quotes
            or distance <= _BESIDE
        ):
            found[quote] = frame
        elif statement:
            found[quote] = None
    return found


def _nearest(page: TaggedText, speech: ReportedSpeech, frames: Frames, quote: int) -> tuple[ReportingFrame | None, int]:
    """Return the frame that a quotation belongs to: right behind it, else a verb's, else the nearest."""
    start, end = page.quotes[quote]
    near = [(_distance(f, start, end), f) for f in _around(page, frames, start, end)]
    behind = [(d, f) for d, f in near if f.cue[0] >= end and f.frame_start is not None and f.frame_start - end < _NEAR]
    pool = behind or near
    pool = [(d, f) for d, f in pool if f.speaker] or pool
    verbs = [(d, f) for d, f in pool if f.rule not in speech.relaying]
    if verbs and (behind or min(d for d, _ in verbs) <= _SAME_CLAUSE):
        pool = verbs
    if not pool:
        return None, _FAR
    distance, frame = min(pool, key=lambda p: p[0])
    return frame, distance


def _around(page: TaggedText, frames: Frames, start: int, end: int) -> list[ReportingFrame]:
    """Return the frames of the sentences in which a quotation starts and ends, and those right behind it."""
    first, last = page.tokens[start].sentence, page.tokens[end - 1].sentence
    found = []
    for k in dict.fromkeys((first, last, last + 1)):
        for frame in frames[k] if k < len(frames) else ():
            inside = all(start < c < end - 1 for c in frame.cue)
            after = k > last and not (frame.frame_start is not None and frame.frame_start - end < _NEAR)
            if not (frame.relays or inside or after):
                found.append(frame)
    return found


def _distance(frame: ReportingFrame, start: int, end: int) -> int:
    distance = frame.cue[0] - end + 1 if frame.cue[0] >= end else start - max(frame.cue)
    return distance if distance > 0 else _FAR


def unframed(
    page: TaggedText, speech: ReportedSpeech, frames: Frames, quote: int, last: LastSpeaker | None
) -> QuotationSpeaker | None:
    """Return who speaks a statement that no frame stands beside, None where nothing shows that it is one."""
    for rule in _UNFRAMED:
        found = rule(_Place(page, speech, frames, quote, last))
        if found is not None:
            return found
    return QuotationSpeaker(None, (), _ALONE) if _opens_sentence(_Place(page, speech, frames, quote, last)) else None


@dataclass(frozen=True, slots=True)
class _Place:
    page: TaggedText
    speech: ReportedSpeech
    frames: Frames
    quote: int
    last: LastSpeaker | None

    @property
    def span(self) -> Range:
        return self.page.quotes[self.quote]

    @property
    def sentence(self) -> int:
        return self.page.tokens[self.span[0]].sentence

    @property
    def lead(self) -> Range:
        """Return what stands before the quotation in its sentence."""
        return self.page.sentences[self.sentence][0], self.span[0]


def _plain(tokens: Sequence[Token]) -> list[Token]:
    """Return the words that stand before a quotation and could lead it in: no marks, no ‹Und:›."""
    return [t for t in tokens if t.text not in {":", ",", "-", "–"} and not is_mark(t) and t.pos is not Pos.CONJUNCTION]


def _opens_sentence(place: _Place) -> bool:
    return not _plain(place.page.words(*place.lead))


def _announced(place: _Place) -> QuotationSpeaker | None:
    """Find the speaker of a quotation in the sentence before, where that ends with a colon."""
    page, k = place.page, place.sentence
    if k == 0 or not _opens_sentence(place) or page.at(page.sentences[k - 1][1] - 1).text != ":":
        return None
    named = [f for f in place.frames[k - 1] if f.speaker]
    if named:
        return QuotationSpeaker(named[-1].speaker, named[-1].cue, _AFTER_COLON, named[-1])
    verbs = page.finite(*page.sentences[k - 1])
    found = place.speech.subject(page, verbs[0]) if verbs else None
    party = place.speech.agent(page, k - 1) or place.speech.party_subject(page, k - 1)
    party = party or (found if found and (_party(place, found) or not place.last) else None)
    if party:
        return QuotationSpeaker(party.range, (), _AFTER_COLON)
    return QuotationSpeaker(place.last.speaker, (), _AFTER_COLON) if place.last else None


def _any_verb(place: _Place) -> QuotationSpeaker | None:
    """Find the speaker behind any verb that follows: ‹“, lacht Müller›."""
    page, end = place.page, place.span[1]
    verb = end + 1 + (page.at(end + 1).pos is Pos.ADVERB)  # ‹„…“, so lobte ihn Müller›
    behind = page.at(end).text == "," and page.at(verb).finite and page.at(verb).sentence == page.at(end - 1).sentence
    if not behind or not _opens_sentence(place):
        return None
    found = place.speech.subject_after(page, verb + 1, page.sentence(verb)[1])
    if found is None:
        return None
    profile = place.speech.profile(page, found.range)
    party = profile.person or profile.body or profile.name
    return QuotationSpeaker(found.range, (verb,), _ANY_VERB) if party else None


def _led(place: _Place) -> QuotationSpeaker | None:
    """Find the speaker before a quotation in its own sentence, behind a colon or a clause's comma."""
    page, (start, end) = place.page, place.lead
    if _opens_sentence(place):
        return None
    verbs = page.finite(start, end)
    mark = page.at(end - 1).text
    if not (mark == ":" or (mark == "," and verbs)):
        return None
    found = place.speech.subject(page, verbs[-1]) if verbs else None
    found = found or place.speech.subject_after(page, start, end)
    if found and place.page.at(found.start).lower in place.speech.pronouns and _suffers(place, verbs):
        return None
    if verbs and MarkerStrength.STRONG in place.speech.marker(page, place.sentence).strengths:
        return _gone_on(place)
    gesture = found is not None and not verbs and _is_gesture(place, found)
    party = (found.range if found and gesture else _party(place, found) if found else None) or _paper(place)
    return QuotationSpeaker(party, (), _LED) if found or party else None


def _gone_on(place: _Place) -> QuotationSpeaker:
    """Return who spoke before, where the words before a quotation go on with that: ‹Die Lage sei klar: „…“›."""
    near = place.last is not None and place.sentence - place.last.sentence <= _MEMORY
    return QuotationSpeaker(place.last.speaker if place.last and near else None, (), _LED)


def _suffers(place: _Place, verbs: Sequence[int]) -> bool:
    """Tell whether something is done to whom a sentence is about: ‹Dann werden sie angeherrscht: „…“›."""
    told = place.speech.agent(place.page, place.sentence)
    done = place.page.at(place.lead[1] - 2).pos is Pos.PARTICIPLE
    return bool(verbs) and done and place.speech.tells_who_acts and told is None


def _is_gesture(place: _Place, phrase: Phrase) -> bool:
    """Tell whether only how somebody speaks stands before the colon: ‹Ein Rentner, kopfschüttelnd: „…“›."""
    page, (start, end) = place.page, place.lead
    aside = page.words(phrase.end + 1, end - 1)
    short = 0 < len(aside) <= _NEAR and not any(t.noun or is_mark(t) for t in aside)
    return phrase.start == start and page.at(phrase.end).text == "," and short


def _paper(place: _Place) -> Range | None:
    """Return somebody's words that are said to follow: ‹Das Fazit von X ist kurz: „…“›."""
    found = place.speech.document_subject(place.page, place.sentence)
    somebodys = found is not None and found.head + 1 < found.end <= place.span[0]
    return found.range if found and somebodys else None


def _party(place: _Place, phrase: Phrase) -> Range | None:
    """Return a phrase that can say something, None for ‹die Worte› and the like."""
    profile = place.speech.profile(place.page, phrase.range)
    pronoun = place.page.at(phrase.start).lower in place.speech.pronouns
    return phrase.range if pronoun or profile.name or profile.person or profile.body or profile.document else None


def _said_back(place: _Place) -> QuotationSpeaker | None:
    """Find the speaker in the next sentence where that points back: ‹„…“ Das sagte X am Freitag.›."""
    page, last = place.page, place.page.tokens[place.span[1] - 1].sentence
    near = last + 1 < len(page.sentences) and page.paragraphs[last + 1] - page.paragraphs[last] <= 1
    frames = place.frames[last + 1] if near and _opens_sentence(place) else ()
    found = next((f for f in frames if f.position is ContentPosition.PREVIOUS and f.speaker), None)
    return (
        QuotationSpeaker(found.speaker, found.cue, place.speech.rule_of(found, quotation=True), found)
        if found
        else None
    )


def _acted(place: _Place) -> QuotationSpeaker | None:
    """Find the speaker of a quotation of its own in who did something in the sentence before: ‹X widersprach. „…“›."""
    page, k = place.page, place.sentence
    new = place.last is None or place.last.sentence < k - 1
    if k == 0 or not new or not _opens_sentence(place) or page.paragraphs[k] - page.paragraphs[k - 1] > 1:
        return None
    found = place.speech.agent(page, k - 1)
    return QuotationSpeaker(found.range, (), _ACTED) if found else None


def _continued(place: _Place) -> QuotationSpeaker | None:
    """Go on with the last speaker where a quotation makes up the sentence."""
    near = place.last is not None and place.sentence - place.last.sentence <= _MEMORY
    if place.last is None or not near or not _opens_sentence(place):
        return None
    return QuotationSpeaker(place.last.speaker, (), _CONTINUED)


def _answers(place: _Place) -> QuotationSpeaker | None:
    """Go on with who was quoted last where a paragraph's quotation answers the question that the one before asks."""
    last = place.last
    near = last is not None and last.mode is Mode.DIRECT and place.sentence - last.sentence <= _TALK
    return (
        QuotationSpeaker(last.speaker, (), _CONTINUED) if last and near and is_answer(place.page, place.quote) else None
    )


def _by_handle(place: _Place) -> QuotationSpeaker | None:
    """Find the speaker in a name of the net: ‹"Shut it," tweeted @ann_c›."""
    found = handle_behind(place.page, place.quote)
    return QuotationSpeaker(found[1], (found[0],), _ANY_VERB) if found else None


def _named_later(place: _Place) -> QuotationSpeaker | None:
    """Find the speaker in one of the next two sentences."""
    if not _opens_sentence(place):
        return None
    last = place.page.tokens[place.span[1] - 1].sentence
    for frames in place.frames[last + 1 : last + 3]:
        named = next((f for f in frames if f.speaker), None)
        if named:
            return QuotationSpeaker(named.speaker, (), _NAMED_LATER)
    return None


def _by_reporter(place: _Place) -> QuotationSpeaker | None:
    """Find that whoever writes the article speaks: ‹“Why?” I asked›, ‹Ich frage: „Warum?“›; nobody is named."""
    page = place.page
    ends = dict.fromkeys((place.sentence, page.tokens[place.span[1] - 1].sentence))
    beside = (t for k in ends for t in page.words(*page.sentences[k]) if t.quote is None)
    mine = any(t.lower in place.speech.dialogue.reporter for t in beside)
    return QuotationSpeaker(None, (), _ALONE) if mine else None


def _signed_by(place: _Place) -> QuotationSpeaker | None:
    """Find the speaker in a signature: ‹“…” — Ann Cole, mayor›."""
    found = signed(place.page, place.speech, place.quote)
    return QuotationSpeaker(found, (), SIGNED) if found else None


_UNFRAMED: tuple[Callable[[_Place], QuotationSpeaker | None], ...] = (
    _signed_by,
    _by_reporter,
    _announced,
    _any_verb,
    _led,
    _said_back,
    _by_handle,
    _answers,
    _acted,
    _continued,
    _named_later,
)
