"""The map of the sources: a line for each, marked where in the article it has the word, and how it is said.

Rule of this module: a picture has its whole content as words beside it (`alt`), in the same order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.conversation.phrases import Phrases
from bot.model import Article, CueClass, Mode, Span
from bot.view.palette import LIGHT, Look
from bot.view.templates import rendered
from bot.view.voices import Voice, voices
from bot.view.words import ViewWords, claims, view_words

WIDTH = 400
"""Units of the picture's width: the letters of 13 units are read on a telephone, where it fills the screen."""
MARGIN = 14
MOST_LINES = 30
"""Sources with a line of their own; the others share the last one."""
ROOMY = 12
"""Sources up to which each has its words below its name, where no list of them stands beside the map."""
NAMED_ABOUT = 3
"""Sources that another one speaks of, named in its line."""
LETTER = 7.4
"""Units of a letter of 13 units' height, on the wide side; a bold one is wider."""
SMALL = 6.2
"""Units of a letter of 11 units' height."""
NARROWEST = 2.0
"""Units of a mark, so that a short claim is seen."""
TALL, LOW, COMPACT = 50, 38, 21
"""Units of a line's height: with words below it, without, and in a map of many."""
CHIP = 22
COUNT = 30
"""Units for the number before a name, and for how often behind it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a claim stands, in units, and how it is said."""

    x: float
    width: float
    mode: str


@dataclass(frozen=True, slots=True)
class Line:
    """A source's line: where it is drawn, what stands there, and its marks."""

    y: float
    number: str
    name: str
    count: str
    words: str
    look: Look
    kind: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class SourcesMap:
    """A map as SVG, and as words: a heading and a row for each source."""

    svg: str
    alt: str


def sources_map(article: Article, phrases: Phrases, *, alone: bool = False, name: str = "map") -> SourcesMap:
    """Return the map of an article's sources; one that stands `alone` has its own ground, title and legend.

    `name` begins the ids in it, so that a page may hold it beside anything else.
    """
    words = view_words(phrases.code)
    found = voices(article, phrases)
    rows = [*found[:MOST_LINES]]
    others = found[MOST_LINES:]
    alt = words.map_alt.format(rows=". ".join(_alt_rows(article, found, words)))
    roomy = alone and len(rows) <= ROOMY
    top = 72.0 if alone else 22.0
    lines = tuple(_lines(article, rows, others, (words, roomy, top)))
    height = lines[-1].y + (36 if roomy else 14) if lines else top
    used = tuple(mode for mode in Mode if any(mark.mode == mode.value for line in lines for mark in line.marks))
    svg = rendered(
        "map.svg",
        lines=lines,
        title=_cut(article.title or phrases.untitled, (WIDTH - 2 * MARGIN) / SMALL),
        heading=words.kicker,
        alt=alt,
        words=words,
        roomy=roomy,
        alone=alone,
        name=name,
        top=top,
        width=WIDTH,
        margin=MARGIN,
        strip=_strip(roomy=roomy),
        height=height + (26 + 18 * ((len(used) + 1) // 2) if alone else 4),
        below=height,
        modes=used,
        ink=LIGHT.ink,
        muted=LIGHT.muted,
        ground=LIGHT.ground,
        rule=LIGHT.rule,
    )
    return SourcesMap(svg, alt)


def _strip(*, roomy: bool) -> tuple[float, float]:
    """Return where the line of the article begins and how long it is."""
    begin = MARGIN if roomy else 190
    return begin, WIDTH - MARGIN - begin - (0 if roomy else COUNT)


def _lines(
    article: Article, rows: Sequence[Voice], others: Sequence[Voice], how: tuple[ViewWords, bool, float]
) -> Iterator[Line]:
    """Yield the lines of the sources from the top, then the one that the others share, then the article's own."""
    words, roomy, top = how
    y = top
    names = {voice.number: voice.name for voice in (*rows, *others)}
    strip = _strip(roomy=roomy)
    wide = ((WIDTH - 2 * MARGIN - CHIP - COUNT) if roomy else (strip[0] - MARGIN - CHIP - 8)) / LETTER
    for voice in rows:
        said = _cut(_beside(voice, names, words), (WIDTH - 2 * MARGIN) / SMALL) if roomy else ""
        yield Line(
            y,
            str(voice.number),
            _cut(voice.name, wide),
            f"{len(voice.claims)}×",
            said,
            LIGHT.look(voice.colour),
            "n" if voice.colour is None else str(voice.colour),
            tuple(_marks(article, voice.claims, strip)),
        )
        y += COMPACT if not roomy else TALL if said else LOW
    if others:
        shared = tuple(claim for voice in others for claim in voice.claims)
        label = _cut(words.map_others.format(count=len(others)), wide)
        marks = tuple(_marks(article, shared, strip))
        yield Line(y, "", label, f"{len(shared)}×", "", LIGHT.neutral, "n", marks)
        y += LOW if roomy else COMPACT
    own = [s.span for s in article.sentences if not article.attributions_in(s.span)]
    if own:
        marks = tuple(_placed(article, span, "own", strip) for span in own)
        yield Line(y, "", _cut(words.own, wide), "", "", LIGHT.own, "own", marks)


def _marks(article: Article, numbers: Sequence[int], strip: tuple[float, float]) -> Iterator[Mark]:
    for number in numbers:
        attribution = article.attributions[number]
        yield from (_placed(article, span, attribution.mode.value, strip) for span in attribution.content)


def _placed(article: Article, span: Span, mode: str, strip: tuple[float, float]) -> Mark:
    """Return the mark of a stretch of the article."""
    first, last = _reach(article)
    begin, wide = strip
    unit = wide / max(1, last - first)
    width = max(NARROWEST, (span.end - span.start) * unit)
    x = min(max(begin, begin + (span.start - first) * unit), begin + wide - width)
    return Mark(round(x, 1), round(width, 1), mode)


def _reach(article: Article) -> tuple[int, int]:
    """Return where the sentences of an article begin and end."""
    return article.sentences[0].span.start, article.sentences[-1].span.end


def acts_of(voice: Voice, words: ViewWords) -> tuple[str, ...]:
    """Return what a voice does with its claims, each with how often."""
    if len(voice.acts) == 1:
        return (words.acts[voice.acts[0][0]],)
    return tuple(f"{words.acts[act]} {count}×" for act, count in voice.acts)


def told(voice: Voice, names: dict[int, str], words: ViewWords) -> str:
    """Return what a source does with its claims and whom it speaks of, in a line."""
    acts = " · ".join(acts_of(voice, words))
    about = ", ".join(names[number] for number, _ in islice(voice.about, NAMED_ABOUT))
    return f"{acts} · {words.map_about.format(names=about)}" if about else acts


def _beside(voice: Voice, names: dict[int, str], words: ViewWords) -> str:
    """Return what stands below a name: the role, and what a source does, unless it merely says something."""
    merely = [act for act, _ in voice.acts] == [CueClass.SAYS] and not voice.about
    return " · ".join(part for part in (voice.role, "" if merely else told(voice, names, words)) if part)


def _alt_rows(article: Article, found: Sequence[Voice], words: ViewWords) -> Iterator[str]:
    names = {voice.number: voice.name for voice in found}
    for voice in found:
        row = words.map_row.format(name=voice.label, count=claims(len(voice.claims), words))
        yield f"{row} ({told(voice, names, words)})"
    own = sum(not article.attributions_in(s.span) for s in article.sentences)
    count = words.sentences_1 if own == 1 else words.sentences_n.format(count=own)
    yield words.map_row.format(name=words.own, count=count)


def _cut(text: str, letters: float) -> str:
    """Return a text as one line that is not wider than so many letters."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: max(1, int(letters) - 1)].rstrip()}…"
