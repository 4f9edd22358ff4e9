"""From an answer to the parts of a reply: sentences as they stand, and under each who says so.

Rule of this room: what is the article's stays the article's, character by character; everything else is a phrase.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot import languages
from bot.chat import Cited, Heading, Part, Reply, Said
from bot.conversation.phrases import Phrases
from bot.conversation.text_fragments import link
from bot.core.retrieval.grouping import Group
from bot.core.retrieval.preceding import preceding
from bot.languages.sources import called
from bot.model import Answer, Article, Attribution, Confidence, Headline, Hit, Mention, Mode, Refusal, Span


def reply_to(
    article: Article, answer: Answer, groups: Sequence[Group], phrases: Phrases, found: int | None = None
) -> Reply:
    """Return the sentences that answer, in groups, or the reason why none does with the nearest sentence beside it.

    Sentences are numbered through in the order of the groups; `found` is how many there were, where not all are shown.
    """
    if answer.refusal is None:
        above = [headline(article, answer.headline, phrases)] if answer.headline else []
        return Reply((*above, *_answered(article, groups, phrases, found)), phrases.code)
    parts: list[Part] = [Said(_refused(answer.refusal, answer, phrases))]
    if answer.nearest:
        parts += [Said(phrases.nearest), readable(article, answer.nearest[0], 1, phrases)]
    return Reply(tuple(parts), phrases.code)


def shown(answer: Answer) -> tuple[Hit, ...]:
    """Return the hits that a reply to this answer numbers, in the order of their numbers."""
    return answer.hits or answer.nearest[:1]


def _answered(article: Article, groups: Sequence[Group], phrases: Phrases, found: int | None) -> Iterable[Part]:
    there = {hit.sentence for group in groups for hit in group.hits}
    count = len(there)
    if found is not None and found > count:
        yield Said(phrases.best_of.format(count=count, found=found))
    elif count > 1:
        yield Said(phrases.several.format(count=count))
    number = 0
    for group in groups:
        if group.label:
            yield Heading(group.label)
        elif number:
            yield Heading(phrases.ungrouped)
        for hit in group.hits:
            number += 1
            yield readable(article, hit, number, phrases, there)


def headline(article: Article, found: Headline, phrases: Phrases, *, following: int = 0) -> Cited:
    """Return the headline as it stands, with so many sentences `following` it; it is none itself, and has no number."""
    span = found.span
    marks = tuple((m.span.start - span.start, m.span.end - span.start) for m in found.matches)
    after = _joined(article, 0, following)
    return Cited(0, span.cut(article.text), phrases.headline, marks, after=after, link=link(article, span))


def headline_alone(answer: Answer | None) -> Headline | None:
    """Return the headline where it is all that an answer shows."""
    return answer.headline if answer is not None and not shown(answer) else None


def _refused(refusal: Refusal, answer: Answer, phrases: Phrases) -> str:
    kind = phrases.kinds[answer.query.answer_type] if answer.query.answer_type else ""
    missing = ", ".join(as_typed(word, answer.query.question) for word in answer.missing)
    return phrases.refusals[refusal].format(missing=missing, kind=kind)


def as_typed(word: str, question: str) -> str:
    """Return a word as it stands in the question, "CDU" for "cdu"; nothing invisible comes along."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", question, re.IGNORECASE)
    return "".join(c for c in (found[0] if found else word) if c.isprintable())


def cited(article: Article, hit: Hit, number: int, phrases: Phrases, *, around: int = 0) -> Cited:
    """Return a hit's sentence with its source line, and `around` neighbouring sentences before and after it."""
    span = article.sentences[hit.sentence].span
    first, last = hit.sentence - around, hit.sentence + around + 1
    return Cited(
        number,
        span.cut(article.text),
        source_line(article, span, phrases),
        marks=tuple(_within(m, span) for m in hit.matched if m.overlaps(span)),
        before=_joined(article, max(0, first), hit.sentence),
        after=_joined(article, hit.sentence + 1, min(last, len(article.sentences))),
        link=link(article, span),
    )


def _within(match: Span, sentence: Span) -> tuple[int, int]:
    """Return where a match stands in a sentence: one of a quotation may run on into the next."""
    start, end = max(match.start, sentence.start), min(match.end, sentence.end)
    return start - sentence.start, end - sentence.start


def readable(article: Article, hit: Hit, number: int, phrases: Phrases, there: Collection[int] = ()) -> Cited:
    """Return a hit's sentence, with the one before as context where it points back to what stands there.

    What is `there` already, by the number of the sentence, is not shown again.
    """
    found = cited(article, hit, number, phrases)
    before = preceding(article, hit.sentence, languages.of(article.language).mention_words)
    if before is None or hit.sentence - 1 in there:
        return found
    return replace(found, before=before.cut(article.text))


def _joined(article: Article, first: int, last: int) -> str:
    return " ".join(s.span.cut(article.text) for s in article.sentences[first:last])


def source_line(article: Article, span: Span, phrases: Phrases) -> str:
    """Return who says what stands in a sentence, in the reader's language.

    Where a guess alone names somebody, nobody is named; but it is not the article itself that says so, either.
    """
    said = article.attributions_in(span)
    sure = [a for a in said if a.confidence is not Confidence.LOW]
    if not sure and said:
        return next((_unnamed(a, phrases) for a in said if a.speaker is None), phrases.unclear)
    return " · ".join(_lines(article, sure, span, phrases)) if sure else phrases.own_voice


def _lines(article: Article, said: Sequence[Attribution], span: Span, phrases: Phrases) -> list[str]:
    """Return a line for each speaker, with all the ways in which he or she says what stands in the sentence."""
    chains: dict[tuple[str, ...], list[Attribution]] = {}
    for a in said:
        who = () if a.speaker is None else (a.mode.value,) if a.mode is Mode.HEARSAY else ()
        names = [named(article, m, phrases) for m in (a.speaker, *a.via) if m]
        chains.setdefault(tuple(names) or (_unnamed(a, phrases), *who), []).append(a)
    return [_line_of(article, every, span, phrases) for every in chains.values()]


def _line_of(article: Article, every: Sequence[Attribution], span: Span, phrases: Phrases) -> str:
    """Return the line of one speaker: the surest of several attributions names, all of them tell how."""
    first = min(every, key=lambda a: (a.confidence is not Confidence.HIGH, not (a.speaker and a.speaker.role)))
    if first.speaker is None:
        return _unnamed(first, phrases)
    manners = dict.fromkeys(word for a in every for word in _manner(article, a, span, phrases))
    return f"{phrases.speaker.format(who=_chain(article, first, phrases))} ({', '.join(manners)})"


def _unnamed(attribution: Attribution, phrases: Phrases) -> str:
    """Return the line of what nobody is named for."""
    if attribution.mode is Mode.HEARSAY:
        return phrases.hearsay
    manner = [phrases.manner[attribution.mode], phrases.acts[attribution.cue_class]]
    return phrases.unnamed.format(manner=", ".join(word for word in manner if word))


def _manner(article: Article, attribution: Attribution, span: Span, phrases: Phrases) -> list[str]:
    """Return how it is said and what the speaker does with it; where and when only where the sentence doesn't tell."""
    act = phrases.acts[attribution.cue_class]
    beside = (s for s in (attribution.medium, attribution.date) if s and not span.start <= s.start < span.end)
    where_and_when = (phrases.mention.format(text=_line(article, s)) for s in beside)
    return [word for word in (phrases.manner[attribution.mode], act, *where_and_when) if word]


def _line(article: Article, span: Span) -> str:
    """Return what stands there as one line."""
    return " ".join(span.cut(article.text).split())


def _chain(article: Article, attribution: Attribution, phrases: Phrases) -> str:
    """Return the speaker with role and carriers; a phrase that only fits one grammar is never built."""
    speaker = attribution.speaker
    assert speaker is not None  # noqa: S101 - the caller has looked
    who = _with_role(article, named(article, speaker, phrases), speaker, phrases)
    if attribution.confidence is Confidence.MEDIUM:
        who = phrases.probably.format(who=who)
    if attribution.via:
        via = ", ".join(named(article, m, phrases) for m in attribution.via)
        who = (phrases.citing if relies(article, attribution) else phrases.quoted_by).format(who=who, via=via)
    return who


def _with_role(article: Article, who: str, mention: Mention, phrases: Phrases) -> str:
    """Return a party with its role, in the first case and the reader's words where known, else as it stands."""
    if not mention.role or mention.role in who:
        return who
    known = called(mention.role, article.language, phrases.code, definite=False)
    if known is not None:
        return who if known.casefold() in who.casefold() else f"{who}, {known}"
    determiners = languages.of(article.language).mention_words.determiners
    first, _, rest = mention.role.partition(" ")
    role = f"{first.lower()} {rest}" if rest and first.lower() in determiners else mention.role
    return f"{who}, {role}"


def relies(article: Article, attribution: Attribution) -> bool:
    """Tell whether the speaker cites those in `via`, rather than being quoted by them.

    What runs on from such a sentence has no cue of its own: that of the same chain tells.
    """
    chain = (attribution.speaker, attribution.via)
    cues = (span for a in article.attributions if (a.speaker, a.via) == chain for span in a.cue)
    relying = languages.of(article.language).mention_words.relying
    return any(word in relying for span in cues for word in span.cut(article.text).lower().split())


def named(article: Article, mention: Mention, phrases: Phrases) -> str:
    """Return a party's name, else its mention, in the first case and the reader's words where they are known."""
    text = _line(article, mention.span)
    if mention.name is None:
        return called(text, article.language, phrases.code) or phrases.mention.format(text=text)
    known = called(mention.name, article.language, phrases.code, definite=True if mention.name != text else None)
    determiners = languages.of(article.language).mention_words.determiners
    the = (
        text.partition(" ")[0].lower() in determiners
        and mention.name[:1].islower()
        and article.language == phrases.code
    )
    return known or (f"{text.partition(' ')[0].lower()} {mention.name}" if the else mention.name)


def labelled(article: Article, attribution: Attribution, phrases: Phrases) -> tuple[str, str]:
    """Return what a source is called, alone and with its role; hearsay and what nobody is named for have a name too."""
    if attribution.speaker is None:
        hearsay = attribution.mode is Mode.HEARSAY
        name = phrases.manner[Mode.HEARSAY] if hearsay else phrases.nobody_named
        return name, name
    who = named(article, attribution.speaker, phrases)
    return who, _with_role(article, who, attribution.speaker, phrases)


def every_sentence(article: Article, phrases: Phrases) -> tuple[Part, ...]:
    """Return all sentences of an article in text order, each with its source line."""
    hits = (Hit(number, 0.0) for number in range(len(article.sentences)))
    return (Heading(article.title or phrases.untitled), *(cited(article, h, h.sentence + 1, phrases) for h in hits))
