"""Who says what in an article: every source with how often and in which mode, and the claims of each.

Rule of this module: a source is named as the article names it; sources have the numbers that the list gives them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.chat import Action, Heading, Part, Reply, Rows, Said
from bot.conversation.citations import cited, labelled
from bot.conversation.context import CommandCall, CommandResult, Context, echo
from bot.conversation.phrases import Phrases
from bot.conversation.shelves import article_of
from bot.core.retrieval.query import parse
from bot.model import Answer, Article, Attribution, Confidence, Hit
from bot.ports.chats import Turn

AT_ONCE = 8
"""Claims of a source on one page."""
A_PAGE = 6
"""Sentences on a page of all sources."""
MOST = 20
"""Claims of all sources that are shown at once."""
BAR = 10
"""Columns of the longest bar."""
EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
LONGEST_NUMBER = 6
"""Digits of a number that somebody types."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source: what it is called, its attributions in text order, and the sentences they are in."""

    label: str
    claims: tuple[Attribution, ...]
    sentences: tuple[int, ...]


async def command(context: Context, call: CommandCall) -> CommandResult:
    """Return who says what in the article in scope; with a number, what that source says, a page at a time."""
    article = await article_of(context, call)
    found = await context.library.off_loop(article, lambda: every(article, call.phrases))
    if not call.rest or not found:
        return _all(context, call, article, found)
    number, page = _numbers(call.rest)
    if not 1 <= number <= len(found):
        return call.say(call.phrases.no_such_source.format(number=echo(call.rest), count=len(found)))
    return _claims(context, call, article, found[number - 1], (number, page))


def _all(context: Context, call: CommandCall, article: Article, found: Sequence[Source]) -> CommandResult:
    """Return the table of sources and, where they are few enough for one reply, the claims of each."""
    parts = [*listing(article, found, call.phrases, bars=context.traits.console)]
    tap = _to_look_at(context, call) if found else ()
    sentences = [n for source in found for n in source.sentences]
    if not 0 < len(sentences) <= MOST:
        parts += [Said(call.phrases.source_hint)] if found else []
        return CommandResult(Reply(tuple(parts), call.phrases.code, tap))
    parts += [Said(call.phrases.source_hint), *_quoted(article, found, call.phrases)]
    return CommandResult(
        Reply(tuple(parts), call.phrases.code, tap), _turn(context, call, article, (call.phrases.sources, sentences))
    )


def _to_look_at(context: Context, call: CommandCall) -> tuple[Action, ...]:
    """Return what can be tapped for it, where files can be sent and there are buttons."""
    if not context.traits.files or context.traits.console:
        return ()
    return Action(call.phrases.label_map, "/map"), Action(call.phrases.label_view, "/view")


def _quoted(article: Article, found: Sequence[Source], phrases: Phrases) -> Iterator[Part]:
    """Yield the sentences of each source, numbered throughout; a page, where there are any, holds few of them."""
    number, on_page = 0, A_PAGE
    for source in found:
        new_page = on_page + len(source.sentences) > A_PAGE
        on_page = len(source.sentences) + (0 if new_page else on_page)
        yield Heading(source.label, new_page)
        for number, n in enumerate(source.sentences, number + 1):  # noqa: B020 - it goes on from source to source
            yield cited(article, Hit(n, 1.0), number, phrases)


def _turn(context: Context, call: CommandCall, article: Article, shown: tuple[str, Sequence[int]]) -> Turn:
    """Return the turn in which sentences that were shown have the numbers of answers."""
    label, sentences = shown
    query = parse(label, article.language, context.library.languages)
    return replace(call.turn, answer=Answer(query, tuple(Hit(n, 1.0) for n in sentences), listed=True))


def _numbers(rest: str) -> tuple[int, int]:
    """Return the source and the page that are asked for, 0 for what is no number."""
    first, _, second = rest.partition(" ")
    number, page = (int(n) if n.isdecimal() and len(n) <= LONGEST_NUMBER else 0 for n in (first, second or "1"))
    return number, page


def _claims(
    context: Context, call: CommandCall, article: Article, source: Source, where: tuple[int, int]
) -> CommandResult:
    """Return a page of a source's sentences, which have the numbers of answers from then on."""
    number, page = where
    last = (len(source.sentences) + AT_ONCE - 1) // AT_ONCE
    page = min(last, max(1, page))
    start = (page - 1) * AT_ONCE
    shown = tuple(enumerate(source.sentences, 1))[start : start + AT_ONCE]
    parts: list[Part] = [Heading(source.label), Rows((_counted(source, call.phrases),))]
    parts += [cited(article, Hit(sentence, 1.0), n, call.phrases) for n, sentence in shown]
    tap = []
    if page < last:
        parts.append(Said(call.phrases.source_more.format(number=number, page=page + 1)))
        tap.append(Action(call.phrases.label_next, f"/sources {number} {page + 1}"))
    reply = Reply(tuple(parts), call.phrases.code, () if context.traits.console else tuple(tap))
    return CommandResult(reply, _turn(context, call, article, (source.label, source.sentences)))


def every(article: Article, phrases: Phrases) -> tuple[Source, ...]:
    """Return the sources of an article, the most quoted first, ties in text order; those hardly sure are left out."""
    found: dict[str, list[Attribution]] = {}
    label: dict[str, str] = {}
    for a in (a for a in article.attributions if a.confidence is not Confidence.LOW):
        who, shown_as = labelled(article, a, phrases)
        key = who.casefold()
        found.setdefault(key, []).append(a)
        label[key] = max(label.get(key, ""), shown_as, key=len)
    rows = [Source(label[key], tuple(claims), _sentences(article, claims)) for key, claims in found.items()]
    return tuple(sorted(rows, key=lambda source: -len(source.claims)))


def _sentences(article: Article, claims: Sequence[Attribution]) -> tuple[int, ...]:
    return article.sentences_in(span for a in claims for span in a.content)


def listing(article: Article, found: Sequence[Source], phrases: Phrases, *, bars: bool = False) -> tuple[Part, ...]:
    """Return the sources as a table: number, name, how often, in which modes and with which acts; the paper last.

    With `bars`, how often is drawn too, for where there is no picture.
    """
    if not article.attributions:
        return (Said(phrases.no_sources),)
    rows: list[tuple[str, ...]] = [
        (str(n), source.label, *_counted(source, phrases)) for n, source in enumerate(found, 1)
    ]
    own = sum(not article.attributions_in(s.span) for s in article.sentences)
    rows.append(("", phrases.own_share, phrases.times.format(count=own), ""))
    if unclear := sum(_is_unclear(article.attributions_in(s.span)) for s in article.sentences):
        rows.append(("", phrases.unclear_share, phrases.times.format(count=unclear), ""))
    counts = [*(len(source.claims) for source in found), own, unclear][: len(rows)]
    if bars:
        rows = [(*row[:3], bar(count, max(1, *counts)), *row[3:]) for row, count in zip(rows, counts, strict=True)]
    return Heading(phrases.sources), Rows(tuple(rows))


def bar(count: int, most: int) -> str:
    """Return a count as a bar of signs, the longest one `BAR` of them; what is not nothing is seen."""
    eighths = max(1, round(count * BAR * 8 / most)) if count else 0
    return "█" * (eighths // 8) + EIGHTHS[eighths % 8]


def _is_unclear(said: Sequence[Attribution]) -> bool:
    """Tell whether somebody says a sentence, but a guess alone tells who."""
    return bool(said) and all(a.confidence is Confidence.LOW for a in said)


def _counted(source: Source, phrases: Phrases) -> tuple[str, str]:
    words = dict.fromkeys(w for a in source.claims for w in (phrases.manner[a.mode], phrases.acts[a.cue_class]))
    manners = ", ".join(word for word in words if word and word != source.label)
    return phrases.times.format(count=len(source.claims)), manners
