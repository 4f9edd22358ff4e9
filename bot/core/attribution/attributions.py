"""From claims in tokens to attributions in characters: chains, confidence, names, medium and date.

Rule of this room: spans are trimmed and lie in sentences; what a rule is not sure enough of is left out.
"""

from dataclasses import replace

from bot.core.attribution.claims import Claim, is_relaying
from bot.core.attribution.coreference import Identity, identify
from bot.core.language_data.reported_speech import ContentPosition, ReportedSpeech
from bot.core.syntax.tagged_text import Range, TaggedText, Token, is_mark
from bot.model import Attribution, Confidence, CueClass, Mention, Mode, Span

_EDGE = frozenset(",;:–—-.!?")


def chained(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims with ‹sagte er laut X› made one: he speaks, X carries it."""
    out: list[Claim] = []
    for sentence in dict.fromkeys(c.sentence for c in claims):
        own = [c for c in claims if c.sentence == sentence]
        carriers = [c for c in own if is_relaying(c) and c.speaker and not (c.frame and c.frame.anaphoric)]
        speaking = [c for c in own if _speaks(c)]
        if speaking and carriers:
            others = [c for c in carriers if c.mention is None]  # ‹nach eigenen Angaben› carries nobody else's words
            via = tuple(c.speaker for c in others if c.speaker)
            cue = {i for c in others for i in c.cue}
            own = [_with(c, via, cue) if c in speaking else c for c in own if c not in carriers]
        out.extend(own)
    return tuple(out)


def _with(claim: Claim, via: tuple[Range, ...], cue: set[int]) -> Claim:
    return replace(claim, via=(*claim.via, *via), cue=tuple(sorted({*claim.cue, *cue})))


def _speaks(claim: Claim) -> bool:
    main = claim.speaker is not None and not claim.rule.relaying
    return main and claim.frame is not None and not claim.frame.relays


def attributions(page: TaggedText, speech: ReportedSpeech, claims: tuple[Claim, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of an article, ordered by their first content span."""
    kept = [_sure(c, speech) for c in claims if c.rule.name not in speech.disabled]
    who = identify(page, speech, [s for c in kept for s in (c.speaker, *c.via) if s])
    made = [a for c in kept if (a := _attribution(page, speech, c, who)) is not None]
    return tuple(sorted(made, key=lambda a: (a.content[0], a.content[-1].end)))


def _sure(claim: Claim, speech: ReportedSpeech) -> Claim:
    """Return a claim without a speaker that its rule is not sure of."""
    return replace(claim, speaker=None, via=()) if claim.rule.name in speech.speakerless else claim


def _attribution(
    page: TaggedText, speech: ReportedSpeech, claim: Claim, who: dict[Range, Identity]
) -> Attribution | None:
    direct = claim.mode is Mode.DIRECT
    content = tuple(s for r in claim.content for p in _by_sentence(page, r) if (s := _trimmed(page, p, direct=direct)))
    if not content or (direct and _is_part_of_name(claim)):
        return None
    frame = claim.frame
    medium = speech.medium(page, frame) if frame else None
    date = speech.date(page, frame) if frame else None
    return Attribution(
        content=tuple(sorted(content)),
        cue=tuple(Span(page.tokens[i].start, page.tokens[i].end) for i in sorted(claim.cue)),
        mode=claim.mode,
        speaker=_speaker(page, speech, claim, who),
        via=tuple(_mention(page, v, who) for v in claim.via if v != claim.speaker and _carries(page, speech, v)),
        confidence=speech.confidence_by_rule.get(claim.rule.name, Confidence.MEDIUM),
        cue_class=_class(page, speech, claim),
        medium=_span(page, medium) if medium else None,
        date=_span(page, date) if date else None,
        rule=claim.rule.name,
    )


def _is_part_of_name(claim: Claim) -> bool:
    """Tell whether a quotation stands in the name of its own speaker, who so says nothing."""
    speaker = claim.speaker
    return speaker is not None and all(speaker[0] <= a and b <= speaker[1] for a, b in claim.content)


def _class(page: TaggedText, speech: ReportedSpeech, claim: Claim) -> CueClass:
    """Return what the cue does: by its verb, or by the noun of ‹nach Schätzungen›."""
    lemma = claim.frame.lemma if claim.frame else ""
    if lemma in speech.classes:
        return speech.classes[lemma]
    if claim.frame and claim.frame.position is ContentPosition.AROUND and claim.speaker:
        first = next((t.lower for t in page.words(*(claim.mention or claim.speaker)) if t.noun), "")
        return speech.classes.get(first, CueClass.SAYS)
    return CueClass.SAYS


def _speaker(page: TaggedText, speech: ReportedSpeech, claim: Claim, who: dict[Range, Identity]) -> Mention | None:
    if claim.known is not None:
        return claim.known if claim.mention is None else replace(claim.known, span=_span(page, claim.mention))
    if claim.speaker is None:
        return None
    mention = _mention(page, claim.speaker, who)
    if claim.mention is None:
        return mention
    words = page.cut(*claim.speaker)
    meant = words.lower() in speech.pronouns  # ‹sie› is nobody's name
    return replace(mention, span=_span(page, claim.mention), name=mention.name or (None if meant else words))


def _carries(page: TaggedText, speech: ReportedSpeech, span: Range) -> bool:
    """Tell whether a party carries what another one says: in ‹she said that, in her view, …› nobody does."""
    return speech.profile(page, span).possessor is None


def _mention(page: TaggedText, span: Range, who: dict[Range, Identity]) -> Mention:
    identity = who.get(span, Identity())
    return Mention(_span(page, span), identity.name, identity.role)


def _by_sentence(page: TaggedText, span: Range) -> tuple[Range, ...]:
    """Cut a range where sentences end, so that no span reaches over a heading or a paragraph's end."""
    out = []
    start, end = span
    while start < end:
        stop = min(end, page.sentences[page.tokens[start].sentence][1])
        stop = max(stop, start + 1)
        out.append((start, stop))
        start = stop
    return tuple(out)


def _trimmed(page: TaggedText, span: Range, *, direct: bool) -> Span | None:
    """Return a range without the marks around it; a quotation without its quotation marks."""
    start, end = span
    tokens = page.tokens
    if direct:
        start += is_mark(tokens[start]) and (page.opens(start) or _reopens(page, start))
        end -= end > start and is_mark(tokens[end - 1]) and page.closes(end - 1)
    while start < end and (tokens[start].text in _EDGE or _is_stray(tokens[start])):
        start += 1
    edge = frozenset(",;:") if direct else _EDGE
    while end > start and tokens[end - 1].text in edge:
        end -= 1
    return _span(page, (start, end)) if start < end else None


def _reopens(page: TaggedText, i: int) -> bool:
    """Tell whether a token is the mark of a quotation that a paragraph repeats."""
    token = page.at(i)
    opening = page.quotes[token.quote][0] if token.quote is not None else i
    return opening < i == page.sentence(i)[0] and page.at(opening).text == token.text


def _is_stray(token: Token) -> bool:
    """Tell whether a mark has lost its partner."""
    return is_mark(token) and token.quote is None


def _span(page: TaggedText, span: Range) -> Span:
    return Span(page.tokens[span[0]].start, page.tokens[span[1] - 1].end)
