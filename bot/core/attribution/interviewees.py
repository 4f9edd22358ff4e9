"""Who is interviewed, and whom a label means: from how the interviewer speaks to somebody, the headline and the lead.

Rule of this room: a name comes from the article; where two could be meant, nobody is named.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.attribution.claims import Claim
from bot.core.attribution.interviews import Turn, addressed, turns
from bot.core.attribution.labels import Label, initials_of, is_shouted
from bot.core.language_data.reported_speech import ReportedSpeech, Rule
from bot.core.syntax.tagged_text import Range, TaggedText, tag_text
from bot.model import INTERVIEWER, Block, BlockKind, Mention, Mode, Sentence, Span

_ASKS = Rule(INTERVIEWER)
_LABELLED = Rule("interview-label")
_IN_ORDER = Rule("interview-order")
_CLOSING = 60
"""Tokens behind an interview that may say who was asked."""
_FULL = 2
"""Words of a full name, at least."""


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody the article names: how, in which tokens of the text, or where in a headline."""

    name: str
    span: Range | None
    known: Mention | None = None
    sure: bool = True
    """Whether it is a person by its words, not only a name of several."""

    @property
    def last(self) -> str:
        """Return the last name, in small letters."""
        return self.name.split()[-1].lower()


def dialogue(page: TaggedText, speech: ReportedSpeech, blocks: Sequence[Block]) -> dict[int, Claim]:
    """Return the claims of an interview's or a transcript's sentences, by sentence; of an interview each has one.

    What the interviewer says has the rule `INTERVIEWER`.
    """
    found = turns(page, speech, blocks)
    if not found:
        return {}
    inside = {k for turn in found for k in range(turn.paragraph.first, turn.paragraph.last)}
    titles = _titles(page, speech, blocks)
    told = _people(page, speech, [k for k in range(len(page.sentences)) if k not in inside])
    people = [*told, *titles, *_labelled(page, speech, found)]
    asked = _interviewee(page, speech, found, people, blocks)
    labelled = any(turn.label and turn.asks for turn in found) or len({t.label.key for t in found if t.label}) > 1
    if not labelled and (asked is None or _is_told_of(page, found, asked)):
        return {}
    return {claim.sentence: claim for turn in found for claim in _claims(page, speech, turn, people, asked)}


def _is_told_of(page: TaggedText, found: Sequence[Turn], asked: _Person) -> bool:
    """Tell whether an answer names the interviewee: then it is the paper that asks and speaks."""
    answers = (t.paragraph.text for t in found if not t.asks)
    return any(token.lower == asked.last for span in answers for token in page.words(*span))


def _claims(
    page: TaggedText, speech: ReportedSpeech, turn: Turn, people: Sequence[_Person], asked: _Person | None
) -> Iterable[Claim]:
    label = turn.label if turn.label and not turn.label.generic else None
    who = _meant(page, speech, label, people) if label else None if turn.asks else asked
    words = label.words if label else None
    speaker = who.span if who and who.span else words
    rule = _ASKS if turn.asks else _LABELLED if turn.label else _IN_ORDER
    for k in range(turn.paragraph.first, turn.paragraph.last):
        start, end = page.sentences[k]
        own = turn.paragraph.label
        begin = own.content if own and k == turn.paragraph.first else start
        stands = words if words != speaker else None
        known = who.known if who else None
        yield Claim(k, ((begin, end),), speaker, (), rule, Mode.DIRECT, mention=stands, known=known)


def _meant(page: TaggedText, speech: ReportedSpeech, label: Label, people: Sequence[_Person]) -> _Person | None:
    """Return whom a label means: somebody of that last name, first name or initials; None for the label itself."""
    words = [w for w in page.cut(*label.words).split() if w.lower() not in speech.dialogue.forms_of_address]
    last = words[-1].lower() if words else ""
    named = [p for p in people if last in {w.lower() for w in p.name.split()}]
    if len(words) > 1 and not is_shouted(page, label):
        named = [p for p in named if p.name.lower() == " ".join(words).lower()]
    named = named or [p for p in people if len(words) == 1 and initials_of(p.name, words[0])]
    return named[0] if len({p.name for p in named}) == 1 else None


def _interviewee(
    page: TaggedText, speech: ReportedSpeech, found: Sequence[Turn], people: Sequence[_Person], blocks: Sequence[Block]
) -> _Person | None:
    """Return who answers where no label says it: spoken to by name, in the headline, or the only one named."""
    labels = {turn.label.key: turn.label for turn in found if turn.label and not turn.asks and not turn.label.generic}
    if len(labels) == 1:
        label = next(iter(labels.values()))
        return _meant(page, speech, label, people) or _Person(page.cut(*label.words), label.words)
    if labels:
        return None
    spoken = [span for turn in found if turn.asks for span in addressed(page, speech.dialogue, turn.paragraph.text)]
    if spoken:
        last = Counter(page.at(span[1] - 1).lower for span in spoken).most_common(1)[0][0]
        span = next(s for s in spoken if page.at(s[1] - 1).lower == last)
        return next((p for p in people if p.last == last), _Person(page.cut(*span), span))
    return _headlined(page, people, blocks) or _alone(found, people)


def _headlined(page: TaggedText, people: Sequence[_Person], blocks: Sequence[Block]) -> _Person | None:
    """Return who is named in the headline and in the text, or in the headline alone."""
    heads = " ".join(line.span.cut(page.text).lower() for line in _headlines(page, blocks))
    words = {w.strip(".,:;!?„“”\"'»«").removesuffix("'s").removesuffix("’s") for w in heads.split()}
    named = {p.last: p for p in reversed(people) if p.last in words}
    return next(iter(named.values())) if len(named) == 1 else None


def _alone(found: Sequence[Turn], people: Sequence[_Person]) -> _Person | None:
    """Return who alone is named before the first question, or alone in what comes right behind the last answer."""
    first = next((t.paragraph.text[0] for t in found if t.paragraph.last), 0)
    end = max(t.paragraph.text[1] for t in found)
    for start, stop in ((0, first), (end, end + _CLOSING)):
        named = {p.last: p for p in reversed(people) if p.sure and p.span and start <= p.span[0] < stop}
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return None


def _people(page: TaggedText, speech: ReportedSpeech, sentences: Iterable[int]) -> Iterable[_Person]:
    """Yield those whom sentences name in full, but for those who ask: ‹our reporter X›, ‹Interview: X›."""
    terms = speech.dialogue
    for k in sentences:
        if terms.conducting.search(page.cut(*page.sentences[k]).lower()):
            continue
        for span, _ in speech.mentions(page, k):
            profile = speech.profile(page, span)
            around = page.words(max(page.sentences[k][0], span[0] - 1), span[1])
            staff = any(t.lower in terms.staff for t in around)
            if profile.name and len(profile.name.split()) >= _FULL and not (staff or profile.members):
                yield _Person(profile.name, span, sure=profile.person)


def _labelled(page: TaggedText, speech: ReportedSpeech, found: Sequence[Turn]) -> Iterable[_Person]:
    """Yield the persons that labels name in full: ‹Voll› later is ‹Bezirkschef Arne Voll›."""
    for span in dict.fromkeys(turn.label.words for turn in found if turn.label and not turn.label.generic):
        name = speech.profile(page, span).name
        if name and len(name.split()) >= _FULL:
            yield _Person(name, span)


def _titles(page: TaggedText, speech: ReportedSpeech, blocks: Sequence[Block]) -> list[_Person]:
    """Return the persons that headlines name."""
    heads = tag_text(page.text, _headlines(page, blocks), speech.tag, speech.abbreviations)
    found = _people(heads, speech, range(len(heads.sentences)))
    return [_Person(p.name, None, _mention(heads, p), p.sure) for p in found]


def _headlines(page: TaggedText, blocks: Sequence[Block]) -> list[Sentence]:
    """Return the headlines without the site's name behind a bar."""
    kinds = {BlockKind.TITLE, BlockKind.HEADING}
    spans = [
        (b.span.start, b.span.cut(page.text).partition(" | ")[0], n) for n, b in enumerate(blocks) if b.kind in kinds
    ]
    return [Sentence(Span(start, start + len(words)), n) for start, words, n in spans]


def _mention(heads: TaggedText, person: _Person) -> Mention | None:
    if person.span is None:
        return None
    start, end = person.span
    return Mention(Span(heads.tokens[start].start, heads.tokens[end - 1].end), person.name)
