"""The annotated article: one page that needs nothing else, from no network and from no other file.

Rule of this module: what is shown of the article is put in by the template, which escapes it; the page runs one script,
ours, which its content security policy names by its digest.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from bot.conversation.citations import named, relies
from bot.conversation.phrases import Phrases
from bot.conversation.text_fragments import WEB, link
from bot.model import Article, Attribution, BlockKind, Mode
from bot.view.palette import DARK, LIGHT, Scheme
from bot.view.runs import Run, runs
from bot.view.sources_map import ROOMY, acts_of, sources_map
from bot.view.templates import digest, own, rendered, trusted
from bot.view.voices import Voice, owners, voices
from bot.view.words import ViewWords, claims, view_words

TAGS: Mapping[BlockKind, str] = {
    BlockKind.TITLE: "h1",
    BlockKind.HEADING: "h2",
}
"""What a block is in the page, where that is no paragraph."""
WORDS = re.compile(r"[a-z0-9]+")
LONGEST_NAME = 60
"""Characters of a file's name before its ending."""
LONG = 60_000
"""Characters of an article in which a link to a claim's place is not looked for: it would take seconds."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Where a page that is served may ask: an address on the same server, and the article's name there.

    An empty address is the page's own.

    The page posts `{"article": article, "question": …}` as JSON and gets a Reply (docs/json.md).
    """

    url: str
    article: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a card shows of a claim."""

    number: int
    voice: Voice
    mode: Mode
    rows: tuple[str, ...]
    link: str

    @property
    def kind(self) -> str:
        """Return the name of the voice's colours."""
        return kind_of(self.voice)

    @property
    def told(self) -> str:
        """Return the card as one line."""
        return f"{self.voice.label}: {', '.join(row for row in self.rows if row)}"


def kind_of(voice: Voice) -> str:
    """Return the name of a voice's colours: `n` for the neutral ones."""
    return "n" if voice.colour is None else str(voice.colour)


def page(article: Article, phrases: Phrases, asking: Asking | None = None) -> str:
    """Return the page of an article in the words of `phrases`; with `asking`, it has a box to ask it."""
    words = view_words(phrases.code)
    found = voices(article, phrases)
    whose = owners(found)
    told = {n: _claim(article, n, whose[n], (words, phrases)) for n in range(len(article.attributions)) if n in whose}
    blocks = tuple(runs(article))
    first = next((n for n, (block, _) in enumerate(blocks) if block.kind is BlockKind.TITLE), len(blocks))
    style, script = _style(), own("page.js")
    return rendered(
        "page.html",
        article=article,
        code=phrases.code,
        title=article.title or phrases.untitled,
        words=words,
        phrases=phrases,
        voices=found,
        titles=tuple(one for one in blocks if one[0].kind is BlockKind.TITLE)[:1],
        blocks=tuple(one for n, one in enumerate(blocks) if one[0].kind is not BlockKind.TITLE or n > first),
        tags=TAGS,
        claims=told,
        keys=_keys(words),
        long=len(article.text) > LONG,
        kind_of=kind_of,
        counted=lambda voice: claims(len(voice.claims), words),
        acts_of=lambda voice: acts_of(voice, words),
        marked=lambda run: _marked(run, whose),
        summary=_summary(article, found, (words, phrases)),
        modes=tuple(mode for mode in Mode if any(a.mode is mode for a in article.attributions)),
        neutral=any(voice.colour is None for voice in found),
        map=trusted(sources_map(article, phrases).svg) if found else "",
        open=len(found) <= ROOMY,
        original=article.url if article.url and WEB.fullmatch(article.url.partition("#")[0]) else "",
        asking=asking,
        style=trusted(style),
        script=trusted(script),
        policy=policy(asking),
    )


def file_name(article: Article) -> str:
    """Return the name of a file for the page of an article: its title in plain letters, which every system takes."""
    plain = normalize("NFKD", article.title or "").encode("ascii", "ignore").decode().lower()
    name = "-".join(WORDS.findall(plain))[:LONGEST_NAME].strip("-")
    return f"{name or article.id[:12]}.view.html"


def policy(asking: Asking | None = None) -> str:
    """Return the content security policy of a page: our style and script, and nothing from anywhere."""
    style, script = _style(), own("page.js")
    connect = "; connect-src 'self'" if asking else ""
    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}{connect}; "
        "base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=1)
def _style() -> str:
    """Return the style with the colours of both schemes."""
    return own("page.css").replace("/* light */", _variables(LIGHT)).replace("/* dark */", _variables(DARK))


def _variables(scheme: Scheme) -> str:
    looks = [("n", scheme.neutral), ("own", scheme.own), *((str(n), look) for n, look in enumerate(scheme.looks))]
    greys = f"--ground:{scheme.ground};--ink:{scheme.ink};--muted:{scheme.muted};--rule:{scheme.rule};"
    return greys + "".join(f"--s{n}:{look.strong};--t{n}:{look.tint};--o{n}:{look.on};" for n, look in looks)


def _summary(article: Article, found: Sequence[Voice], said_in: tuple[ViewWords, Phrases]) -> str:
    """Return the line below the headline: how many say how much, and how much is the article's own."""
    words, phrases = said_in
    if not found:
        return words.nobody
    own_count = sum(not article.attributions_in(s.span) for s in article.sentences)
    sources = phrases.sources_1 if len(found) == 1 else phrases.sources_n.format(count=len(found))
    return words.summary.format(
        claims=claims(sum(len(voice.claims) for voice in found), words),
        sources=sources,
        own=words.sentences_1 if own_count == 1 else words.sentences_n.format(count=own_count),
    )


def _marked(run: Run, whose: Mapping[int, Voice]) -> str:
    """Return the name of the colours of a cue or a speaker's name in the text around the claims."""
    voice = None if run.marked is None or run.claim is not None else whose.get(run.marked)
    return "" if voice is None else kind_of(voice)


def _claim(article: Article, number: int, voice: Voice, said_in: tuple[ViewWords, Phrases]) -> Claim:
    attribution = article.attributions[number]
    place = attribution.content[0] if attribution.content else None
    linked = place is not None and len(article.text) <= LONG
    rows = tuple(_rows(article, attribution, said_in))
    return Claim(number, voice, attribution.mode, rows, link(article, place) if place and linked else "")


def _keys(words: ViewWords) -> tuple[str, ...]:
    """Return what the rows of a card are called."""
    return (
        words.card_via,
        words.card_citing,
        words.card_manner,
        words.card_cue,
        words.card_where,
        words.card_sure,
    )


def _rows(article: Article, attribution: Attribution, said_in: tuple[ViewWords, Phrases]) -> Iterator[str]:
    """Yield what a card says of a claim, in the order of its keys; empty for what there is not."""
    words, phrases = said_in
    via = ", ".join(named(article, mention, phrases) for mention in attribution.via)
    citing = bool(via) and relies(article, attribution)
    yield "" if citing else via
    yield via if citing else ""
    yield ", ".join((words.acts[attribution.cue_class], words.modes[attribution.mode]))
    cue = " … ".join(" ".join(span.cut(article.text).split()) for span in attribution.cue)
    yield phrases.mention.format(text=cue) if cue else words.unnamed_cue
    beside = (span for span in (attribution.medium, attribution.date) if span)
    yield ", ".join(" ".join(span.cut(article.text).split()) for span in beside)
    yield words.sure[attribution.confidence]
