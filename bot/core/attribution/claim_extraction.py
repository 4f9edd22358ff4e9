"""The second pass, over the whole article: claims from frames, from quotations, and from what was said before.

Rule of this room: one walk in text order; what it remembers is who spoke last and which quotations have a speaker.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.core.attribution.claims import Claim, LastSpeaker, is_relaying
from bot.core.attribution.content_spans import content_of
from bot.core.attribution.continued_speech import running_on
from bot.core.attribution.labels import BULLETS
from bot.core.attribution.quotations import Frames, framed, unframed
from bot.core.attribution.repeated import pull_quotes, said_again
from bot.core.attribution.signatures import signed_blocks
from bot.core.attribution.speakers import told_apart
from bot.core.language_data.reported_speech import ContentPosition, ReportedSpeech, ReportingFrame, Rule
from bot.core.syntax.tagged_text import Range, TaggedText, Token
from bot.model import Mode

_AFTER_COLON = Rule("after-colon")


def frames_of(page: TaggedText, speech: ReportedSpeech) -> Frames:
    """Return the frames of every sentence; fallbacks are tried where no rule named a frame."""
    return tuple(_frames(page, speech, k, (speech.asked(page, k), end)) for k, (_, end) in enumerate(page.sentences))


def _frames(page: TaggedText, speech: ReportedSpeech, k: int, span: Range) -> tuple[ReportingFrame, ...]:
    found = [f for rule in speech.rules for f in rule(page, k, span)]
    for rule in speech.fallbacks:
        if all(f.relays or f.position is ContentPosition.AROUND for f in found):
            found.extend(rule(page, k, span))
    for rule in speech.last_resorts:
        if all(f.relays for f in found):
            found.extend(rule(page, k, span))
    unique: dict[tuple[Range | None, tuple[int, ...]], ReportingFrame] = {}
    for frame in told_apart(page, speech, span, [f for f in found if speech.can_speak(page, f.speaker)]):
        unique.setdefault((frame.speaker, frame.cue), frame)
    return tuple(f for f in unique.values() if not _nested(f, unique.values()))


def _nested(frame: ReportingFrame, frames: Iterable[ReportingFrame]) -> bool:
    """Tell whether a frame stands inside what another one reports: the outermost speaker answers for it."""
    if frame.relays or frame.position is ContentPosition.AROUND or frame.after_quote:
        return False
    return any(o is not frame and o.speaker and _holds(o, frame.cue[0]) for o in frames)


def _holds(frame: ReportingFrame, token: int) -> bool:
    if frame.position is ContentPosition.BEFORE:
        return frame.frame_start is not None and token < frame.span[0] and not frame.after_quote
    inside = frame.position is ContentPosition.CONTENT and frame.content is not None
    return inside and frame.content is not None and frame.content[0] <= token < frame.content[1]


def claims_of(
    page: TaggedText, speech: ReportedSpeech, frames: Frames, turns: Mapping[int, Claim]
) -> tuple[Claim, ...]:
    """Return the claims of an article in text order; `turns` are the sentences of a dialogue, each with its claim."""
    pulls = pull_quotes(page)
    walk = _Walk(page, speech, frames, frozenset(pull.quote for pull in pulls if pull.quote is not None))
    turns = {claim.sentence: claim for claim in signed_blocks(page, speech)} | dict(turns)
    for k, (start, end) in enumerate(page.sentences):
        if k in turns:
            walk.turn(turns[k])
        elif start < end:
            walk.sentence(k)
    return (*walk.claims, *(claim for claim in said_again(page, pulls, walk.claims) if claim.sentence not in turns))


def _quotes(tokens: Iterable[Token]) -> tuple[int, ...]:
    """Return the quotations that tokens stand in, each once, in order."""
    return tuple(dict.fromkeys(t.quote for t in tokens if t.quote is not None))


_QUOTED_WORDS = 4
"""Tokens, marks included, of quoted words that are somebody's; one word is as often irony or a term."""


def _without(made: list[Claim], start: int, end: int) -> list[Claim]:
    """Return claims without what a reporter has asked, from the start of the sentence to `end`."""
    if start == end:
        return made
    rest = [
        replace(c, content=tuple((end if start <= a < end else a, b) for a, b in c.content if not start < b <= end))
        for c in made
    ]
    return [c for c in rest if c.content]


class _Walk:
    """What the walk remembers; `sentence` is called once for each, in order."""

    def __init__(self, page: TaggedText, speech: ReportedSpeech, frames: Frames, pulled: frozenset[int]) -> None:
        self.page, self.speech, self.frames = page, speech, frames
        self.claims: list[Claim] = []
        self.last: LastSpeaker | None = None
        self._voices = framed(page, speech, frames, pulled)
        self._spoken: set[int] = set()
        self._announced: dict[int, ReportingFrame] = {}

    def turn(self, claim: Claim) -> None:
        """Add what somebody says in a dialogue: all of it is his, and nothing goes on with it."""
        self.claims.append(claim)
        self.last = None

    def sentence(self, k: int) -> None:
        """Add the claims of a sentence."""
        main = [f for f in self.frames[k] if not f.relays]
        if any(f.rule in self.speech.relaying and f.speaker for f in main):
            main = [f for f in main if f.mode is not Mode.REPORTED]
        if any(f.speaker and f.position in {ContentPosition.BEFORE, ContentPosition.AROUND} for f in main):
            main = [
                f
                for f in main
                if f.speaker or f.anaphoric or f.position in {ContentPosition.BEFORE, ContentPosition.AROUND}
            ]
        made = [*self._direct(k)]
        for frame in main:
            framed_claims = self._framed(k, frame, made)
            made.extend(framed_claims)
            for claim in framed_claims:
                made.extend(self._quoted_words(claim))
        made = _without(self._carried(k, made), self.page.sentences[k][0], self.speech.asked(self.page, k))
        if made and all(c.speaker is None and c.rule.subordinate for c in made) and self._goes_on(k):
            return
        self.claims.extend(made)
        if made:
            self._remember(k, made)
        elif self._inside_quote(k):
            self.last = replace(self.last, sentence=k) if self.last else None
        elif k in self._announced:
            self._after_colon(k)
        else:
            self._run_on(k)
        self._lists_on(k)

    def _direct(self, k: int) -> list[Claim]:
        """Return the quotations that start being spoken in a sentence."""
        made = []
        for quote in _quotes(self.page.words(*self.page.sentences[k])):
            if quote in self._spoken or quote not in self._voices:
                continue
            claim = self._spoken_by(k, quote)
            if claim:
                self._spoken.add(quote)
                made.append(claim)
        return made

    def _spoken_by(self, k: int, quote: int) -> Claim | None:
        content, frame = (self.page.quotes[quote],), self._voices[quote]
        last_sentence = self.page.tokens[content[0][1] - 1].sentence
        if frame:
            rule = self.speech.rule_of(frame, quotation=True)
            claim = Claim(k, content, frame.speaker, frame.cue, rule, Mode.DIRECT, frame, mention=frame.anaphor)
        else:
            voice = unframed(self.page, self.speech, self.frames, quote, self.last)
            if voice is None:
                return None
            via = self._via(voice.speaker) if voice.frame is None else ()
            if voice.speaker is None:
                self.last = None  # nobody goes on with what somebody else has said
            claim = Claim(k, content, voice.speaker, voice.cue, voice.rule, Mode.DIRECT, voice.frame, via)
        self._speak(claim.speaker, last_sentence, Mode.DIRECT)
        return claim

    def _framed(self, k: int, frame: ReportingFrame, made: list[Claim]) -> list[Claim]:
        """Return the claim of a frame beside the quotations that it already has."""
        quoted = any(c.frame is frame for c in made)
        speaker = self._meant_before(k, frame) if frame.anaphoric else frame.speaker
        if frame.position is ContentPosition.QUOTE:
            self._speak(speaker, k, Mode.DIRECT)
            return [] if quoted else self._fragment(k, frame)
        if frame.mode is Mode.REPORTED and any(c.speaker == speaker for c in made):
            return []
        content = content_of(self.page, k, frame, quoted=quoted)
        ends = self.page.at(self.page.sentences[k][1] - 1).text == ":"
        if not content and frame.colon and ends and k + 1 < len(self.page.sentences) and not quoted:
            self._announced[k + 1] = frame
        if frame.colon and not quoted and content and self.page.at(content[0][0]).quote in self._spoken:
            return []
        self._speak(speaker, k, frame.mode)
        if not content or (frame.position is ContentPosition.PREVIOUS and not self._corrects(k - 1)):
            return []
        where = k - 1 if content[0][0] < self.page.sentences[k][0] else k
        mention = (frame.cue[0], frame.cue[0] + 1) if frame.anaphoric else frame.anaphor
        via = self._via(speaker) if frame.anaphoric else ()
        return [Claim(where, content, speaker, frame.cue, self.speech.rule_of(frame), frame.mode, frame, via, mention)]

    def _meant_before(self, k: int, frame: ReportingFrame) -> Range | None:
        """Return whom ‹demnach› means: who spoke last, or who is nearer where it opens its sentence.

        Nearer may be words on paper in the sentence before, or who acts there where nobody has spoken yet.
        """
        said = self.last.speaker if self.last else None
        near = self.last is not None and k - self.last.sentence <= 1
        if near or k == 0 or frame.span[0] != self.page.sentences[k][0]:
            return said
        paper = self.speech.document_subject(self.page, k - 1)
        found = paper or (None if said else self.speech.agent(self.page, k - 1))
        return found.range if found else said

    def _fragment(self, k: int, frame: ReportingFrame) -> list[Claim]:
        """Return the quoted words of ‹X nannte Y „…“›, where they are too few for a statement."""
        quote = self.page.at(frame.content[0]).quote if frame.content else None
        if quote is None or quote in self._spoken:
            return []
        self._spoken.add(quote)
        return [
            Claim(
                k, (self.page.quotes[quote],), frame.speaker, frame.cue, self.speech.rule_of(frame), frame.mode, frame
            )
        ]

    def _fragments(self, k: int, claim: Claim) -> list[Claim]:
        """Return the quotations inside a sentence that goes on with a speaker: they are that speaker's words."""
        made = []
        for quote in _quotes(self.page.words(*self.page.sentences[k])):
            if claim.speaker and quote in self._voices and quote not in self._spoken:
                self._spoken.add(quote)
                made.append(replace(claim, content=(self.page.quotes[quote],), mode=Mode.DIRECT))
        return made

    def _quoted_words(self, claim: Claim) -> list[Claim]:
        """Return the quoted words inside what a frame reports: ‹er habe „Glück im Unglück“ gehabt›."""
        made = []
        for quote in _quotes(t for r in claim.content for t in self.page.words(*r)):
            start, end = self.page.quotes[quote]
            inside = any(a <= start and end <= b for a, b in claim.content)
            named = self.speech.is_quoted_name(self.page, quote) or self.speech.titled(self.page, quote)
            few = end - start < _QUOTED_WORDS or named
            if inside and claim.speaker and claim.mode is Mode.INDIRECT and quote not in self._spoken and not few:
                self._spoken.add(quote)
                made.append(replace(claim, content=((start, end),), mode=Mode.DIRECT))
        return made

    def _corrects(self, k: int) -> bool:
        """Take back weaker claims of a sentence that the next one gives to a speaker; False where it has a speaker."""
        own = [c for c in self.claims if c.sentence == k]
        if any(c.speaker and not (c.rule.retractable or c.rule.tentative) for c in own):
            return False
        self.claims = [c for c in self.claims if not (c.sentence == k and c.rule.retractable)]
        return True

    def _carried(self, k: int, made: list[Claim]) -> list[Claim]:
        """Add those on whom the last claim's speaker relies; alone, they speak."""
        for frame in (f for f in self.frames[k] if f.relays and f.speaker):
            if made and frame.speaker:
                cue = tuple(sorted({*made[-1].cue, *frame.cue}))
                made[-1] = replace(made[-1], cue=cue, via=(*made[-1].via, frame.speaker))
                continue
            content = content_of(self.page, k, frame, quoted=False)
            if content:
                made = [Claim(k, content, frame.speaker, frame.cue, self.speech.rule_of(frame), Mode.INDIRECT, frame)]
        return made

    def _remember(self, k: int, made: list[Claim]) -> None:
        """Remember the outermost speaker of a sentence: who speaks in the main clause, first."""
        named = [c for c in made if c.speaker and c.cue and not (c.frame and c.frame.anaphoric)]
        main = [c for c in named if not (c.rule.subordinate or c.rule.relaying)] or named
        if main:
            first = min(main, key=lambda c: min(c.cue))
            self._speak(first.speaker, k, self.last.mode if self.last else Mode.INDIRECT, self._carriers(first, named))

    def _carriers(self, claim: Claim, named: list[Claim]) -> tuple[Range, ...]:
        """Return who carries a claim: those it names, and ‹laut X› beside it."""
        beside = () if is_relaying(claim) else (c.speaker for c in named if is_relaying(c) and not c.mention)
        return tuple(dict.fromkeys((*claim.via, *(s for s in beside if s))))

    def _via(self, speaker: Range | None) -> tuple[Range, ...]:
        return self.last.via_of(speaker) if self.last else ()

    def _speak(self, speaker: Range | None, k: int, mode: Mode, via: tuple[Range, ...] | None = None) -> None:
        if speaker:
            self.last = LastSpeaker(speaker, k, mode, self._via(speaker) if via is None else via)

    def _inside_quote(self, k: int) -> bool:
        start, end = self.page.sentences[k]
        quote = self.page.at(start + 1).quote
        return quote is not None and self.page.quotes[quote][0] <= start + 1 and self.page.quotes[quote][1] >= end - 1

    def _lists_on(self, k: int) -> None:
        """Go on with ‹X said:› over the items of a list."""
        following = k + 1 < len(self.page.sentences) and self.page.at(self.page.sentences[k + 1][0]).text
        if k in self._announced and following in BULLETS and self.page.at(self.page.sentences[k][0]).text in BULLETS:
            self._announced.setdefault(k + 1, self._announced[k])

    def _after_colon(self, k: int) -> None:
        frame = self._announced[k]
        self._speak(frame.speaker, k, Mode.INDIRECT)
        self.claims.append(
            Claim(k, (self.page.sentences[k],), frame.speaker, frame.cue, _AFTER_COLON, Mode.INDIRECT, frame)
        )

    def _goes_on(self, k: int) -> bool:
        """Go on with who spoke last, where what a sentence mentions is nobody's: ‹So gebe es Hinweise, dass …›."""
        claim = running_on(self.page, self.speech, k, self.last)
        if claim is None or claim.speaker is None or self.last is None or claim.speaker != self.last.speaker:
            return False
        if next(iter(self.page.finite(*self.page.sentences[k])), None) not in claim.cue:
            return False
        self._run_on(k)
        self._lists_on(k)
        return True

    def _run_on(self, k: int) -> None:
        claim = running_on(self.page, self.speech, k, self.last)
        asked = self.speech.asked(self.page, k)
        if claim and min(claim.cue, default=asked) >= asked:
            self.claims.append(claim)
            self.claims.extend(self._fragments(k, claim))
            self.claims.extend(self._quoted_words(claim))
            if claim.mode is not Mode.HEARSAY:
                self._speak(claim.speaker, k, Mode.INDIRECT)
