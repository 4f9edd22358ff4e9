"""Interviews and transcripts: which paragraphs ask, which answer, with labels (‹Echo: …›) or by their order alone.

Rule of this room: an article is an interview only where its shape and its words both show it; when unsure it is none.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.core.attribution.labels import Label, label_at
from bot.core.language_data.reported_speech import DialogueTerms, ReportedSpeech
from bot.core.syntax.tagged_text import Range, TaggedText, is_mark
from bot.model import Block, BlockKind

_SHORT = 70
"""Tokens of a question's paragraph, at most; the longest of 40 newspaper interviews has 58."""
_ENOUGH = 3
"""Questions that make an interview where nothing else announces it, and labels that show that every one has its own."""
_MANY = 6
"""Paragraphs of an answer on average, at most; with more, questions are the ornaments of a story."""
_LEAD = 4
"""Paragraphs before the first question, at most, that may announce an interview."""
_OWN = 4
"""Letters of a name that tells of somebody, rather than being spoken by him."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's sentences (none where it is a heading), its label, and whether it ends with a question."""

    first: int
    last: int
    label: Label | None
    asks: bool
    text: Range
    """Its tokens; a heading has none."""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph of a dialogue: whether the interviewer speaks, and the label that it has or goes on with."""

    paragraph: Paragraph
    asks: bool
    label: Label | None


def turns(page: TaggedText, speech: ReportedSpeech, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """Return the paragraphs of an article that are an interview or a transcript, in text order."""
    terms = speech.dialogue
    every = _paragraphs(page, terms, blocks)
    if not any(p.asks or p.label for p in every):
        return ()
    return _labelled(page, speech, every) or _unlabelled(page, terms, every, announced(page, terms, blocks, every))


def _paragraphs(page: TaggedText, terms: DialogueTerms, blocks: Sequence[Block]) -> list[Paragraph]:
    found = {
        n: Paragraph(0, 0, None, asks=True, text=(0, 0), heading=words)
        for n, b in enumerate(blocks)
        if b.kind is BlockKind.HEADING and (words := b.span.cut(page.text)).endswith("?")
    }
    starts = [k for k, block in enumerate(page.paragraphs) if k == 0 or block != page.paragraphs[k - 1]]
    for first, last in pairwise([*starts, len(page.sentences)]):
        text = page.sentences[first][0], page.sentences[last - 1][1]
        end = text[1] - 1
        quoted = page.at(text[0]).quote is not None or is_mark(page.at(text[0]))
        asks = page.at(end).text == "?" and page.at(end).quote is None and not quoted
        label = label_at(page, terms, first) if text[0] < text[1] else None
        found[page.paragraphs[first]] = Paragraph(first, last, label, asks, text)
    return [found[n] for n in sorted(found)]


def announced(page: TaggedText, terms: DialogueTerms, blocks: Sequence[Block], every: Sequence[Paragraph]) -> bool:
    """Tell whether a headline, or the text before the first question, says that somebody was asked."""
    heads = (b.span.cut(page.text).lower() for b in blocks if b.kind in {BlockKind.TITLE, BlockKind.HEADING})
    first = next((n for n, p in enumerate(every) if p.asks), 0)
    lead = (page.cut(*p.text).lower() for p in every[:first] if first <= _LEAD)
    return any(terms.announcing.search(t) for t in (*heads, *lead))


def says_first_person(page: TaggedText, terms: DialogueTerms, span: Range) -> bool:
    """Tell whether somebody speaks of himself outside of quotations."""
    return any(t.quote is None and t.lower in terms.first_person for t in page.words(*span))


def speaks_to(page: TaggedText, terms: DialogueTerms, span: Range) -> bool:
    """Tell whether somebody is spoken to: by a pronoun, or by name."""
    if any(addressed(page, terms, span)):
        return True
    small = {w for w in terms.second_person if w.islower()}
    words = page.words(*span)
    polite = any(t.text in terms.second_person and t.capital for t in words[1:])
    return polite or any(t.quote is None and t.lower in small for t in words)


def addressed(page: TaggedText, terms: DialogueTerms, span: Range) -> Iterable[Range]:
    """Yield the names by which somebody is spoken to, title and all: ‹Frau Kern, warum …›, ‹…, Mr Cole?›."""
    for i in range(*span):
        if page.at(i).lower not in terms.forms_of_address or not page.at(i + 1).capital:
            continue
        end = i + 2
        end += page.at(i + 1).lower in terms.forms_of_address and page.at(end).capital
        end += page.at(end).capital and page.at(end).noun
        before = page.at(i - 1)
        opens = i == span[0] or before.text in {",", ":", "–", "—", "-", "."}
        if opens and page.at(end).text in {",", "?", "!", "."}:
            yield i, end


def _labelled(page: TaggedText, speech: ReportedSpeech, every: Sequence[Paragraph]) -> tuple[Turn, ...]:
    terms = speech.dialogue
    labelled = [n for n, p in enumerate(every) if p.label]
    if not _has_labels(page, speech, [every[n] for n in labelled]):
        return ()
    askers = _askers([every[n] for n in labelled])
    own = sum(1 for n in labelled if every[n].asks) >= _ENOUGH
    end = max([*labelled, *(n for n, p in enumerate(every[:-1]) if p.asks and not own and n > labelled[0])])
    told = {w for p in every if p.label and not p.label.generic for w in p.label.key.split() if len(w) >= _OWN}
    out: list[Turn] = []
    for n in range(labelled[0], len(every)):
        p, before = every[n], out[-1] if out else None
        if p.label:
            out.append(Turn(p, p.label.asks or p.label.key in askers, p.label))
        elif before and p.asks and not before.asks and not own and n < len(every) - 1 and _is_short(p):
            out.append(Turn(p, asks=True, label=None))
        elif before and before.asks and before.paragraph.asks:
            out.append(Turn(p, asks=False, label=None))
        elif before and (says_first_person(page, terms, p.text) or (n < end and not _tells_of(page, p, told))):
            out.append(Turn(p, before.asks, before.label))
        elif n > end:
            break
    return tuple(out)


def _has_labels(page: TaggedText, speech: ReportedSpeech, labelled: Sequence[Paragraph]) -> bool:
    """Tell whether labels are those of a dialogue: question and answer, or speakers in turn who say ‹I›, ‹you›."""
    terms = speech.dialogue
    labels = [p.label for p in labelled if p.label]
    if any(x.asks for x in labels) and any(x.answers for x in labels):
        return True
    often = Counter(x.key for x in labels)
    if len(often) <= 1:
        return False
    repeated = sum(n > 1 for n in often.values())
    asked = sum(p.asks for p in labelled)
    spoken = any(says_first_person(page, terms, p.text) or speaks_to(page, terms, p.text) for p in labelled)
    named = any(x.words[1] - x.words[0] > 1 for x in labels)
    if asked and (repeated or 2 * asked >= len(labels)):
        return spoken or named or bool(repeated)
    return spoken and repeated > 1 and sum(_is_party(page, speech, x) for x in labels) * 2 > len(labels)


def _is_party(page: TaggedText, speech: ReportedSpeech, label: Label) -> bool:
    """Tell whether a label's words are a name, or mean a person or a body: ‹Snow›, ‹Richterin›, not ‹Advantages›."""
    found = speech.profile(page, label.words)
    return found.person or found.body or found.name is not None


def _askers(labelled: Sequence[Paragraph]) -> frozenset[str]:
    """Return the labels of those who ask: half of their paragraphs, or more, end with a question."""
    every = Counter(p.label.key for p in labelled if p.label)
    asking = Counter(p.label.key for p in labelled if p.label and p.asks)
    found = frozenset(key for key, n in asking.items() if 2 * n >= every[key])
    first = next((p.label.key for p in labelled if p.label and p.asks), "")
    return found if len(found) < len(every) else frozenset({first})


def _is_short(paragraph: Paragraph) -> bool:
    return paragraph.text[1] - paragraph.text[0] <= _SHORT


def _tells_of(page: TaggedText, paragraph: Paragraph, names: set[str]) -> bool:
    """Tell whether a paragraph speaks of somebody who has a label: the paper goes on in its own words."""
    return any(t.lower.removesuffix("'s").removesuffix("’s") in names for t in page.words(*paragraph.text))


def _unlabelled(page: TaggedText, terms: DialogueTerms, every: Sequence[Paragraph], said_so: bool) -> tuple[Turn, ...]:  # noqa: FBT001 - a fact about the article
    asks = [n for n, p in enumerate(every[:-1]) if p.asks and _is_short(p) and not every[n + 1].asks]
    if len(asks) <= 1 or len(every) - asks[0] > (_MANY + 1) * len(asks):
        return ()
    groups = [every[a + 1 : b] for a, b in zip(asks, [*asks[1:], len(every)], strict=True)]
    you = any(speaks_to(page, terms, every[n].text) or _heads_to(terms, every[n].heading) for n in asks)
    called = any(any(addressed(page, terms, every[n].text)) for n in asks)
    own = sum(any(says_first_person(page, terms, p.text) for p in group) for group in groups)
    enough = len(asks) >= _ENOUGH or said_so or called
    if not (enough and ((you and 2 * own >= len(groups)) or (said_so and (you or own)) or (called and own))):
        return ()
    out: list[Turn] = []
    for n, group in zip(asks, groups, strict=True):
        last = n == asks[-1]
        out.append(Turn(every[n], asks=True, label=None))
        for p in group:
            if last and p is not group[0] and not says_first_person(page, terms, p.text):
                return tuple(out)
            out.append(Turn(p, asks=False, label=p.label))
    return tuple(out)


def _heads_to(terms: DialogueTerms, heading: str) -> bool:
    """Tell whether a heading speaks to somebody: ‹Frau Kern, warum jetzt?›, ‹Why did you leave?›."""
    words = [word.strip(",.?!:„“”\"'") for word in heading.split()]
    polite = any(word in terms.second_person for word in words[1:])
    return (
        polite
        or any(w.lower() in terms.forms_of_address for w in words)
        or not terms.opening_pronouns.isdisjoint(words[:1])
    )


def is_answer(page: TaggedText, quote: int) -> bool:
    """Tell whether a quotation opens a paragraph below a question that the paper asks."""
    start = page.quotes[quote][0]
    k = page.tokens[start].sentence
    if k == 0 or start != page.sentences[k][0] or page.paragraphs[k] == page.paragraphs[k - 1]:
        return False
    mark = page.at(page.sentences[k - 1][1] - 1)
    return mark.text == "?" and mark.quote is None
