"""What is tried with inputs that nobody would write, and what has to hold whatever they are.

Rule of this module: an area opens once and is then given one chance an input; the same chance is the same input. What
comes out is told in one word; an exception is a fault, an `AssertionError` a broken promise.
"""

import asyncio
import json
import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

from bot import formats, languages, machine
from bot.addresses import canonical
from bot.app import own_lexicon
from bot.chat import Incoming, Kind, Reply
from bot.conversation import quoting
from bot.conversation.checking import verdicts
from bot.conversation.citations import every_sentence, reply_to
from bot.conversation.dialogue import ChatTraits
from bot.conversation.error_messages import phrases_of
from bot.conversation.speakers import every, listing
from bot.core.segmentation.sentences import MAX_SENTENCE, sentences
from bot.core.syntax.quotation_marks import find_quotes, sides
from bot.errors import BotError
from bot.model import Article, Document, ExtractedText, Span
from bot.search.bm25 import Bm25Index
from bot.service import MAX_QUESTION, Library, analyse
from tests.documents import mutated, originals
from tests.fakes import MemoryStore
from tests.fuzzing import archives, entrances, markup, replies, texts
from tests.talking import PLENTY, Talk

Try = Callable[[Random], str]
"""Tries one input, and returns in a word what became of it."""

LETTER = re.compile(r"[^\W\d_]")
KEPT = 40
"""Inputs in a row that are asked of one article: making it takes longer than asking it."""


@dataclass(frozen=True, slots=True)
class Area:
    """What is tried: its name, how it is opened, and how many of a thousand inputs it gets.

    What it needs closed is left on the stack that it is opened with.
    """

    name: str
    open: Callable[[ExitStack], Try]
    share: int


@cache
def library() -> Library:
    """Return a library with our own lexicon that keeps nothing."""
    by_code = languages.speaking(own_lexicon)
    return Library(MemoryStore(), Bm25Index(by_code), by_code)


def spans_hold(value: Any, text: str) -> None:  # noqa: ANN401 - any JSON
    """Raise `AssertionError` where a span of JSON does not say what the text says there."""
    json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "text"}:
            assert value["text"] == text[value["start"] : value["end"]], "not word for word"
        for inner in value.values():
            spans_hold(inner, text)
    elif isinstance(value, list):
        for inner in value:
            spans_hold(inner, text)


def article_holds(article: Article, text: str) -> None:
    """Raise `AssertionError` where the parts of an article are out of order, or outside of each other."""
    assert article.text == text, "another text"
    last = 0
    for sentence in article.sentences:
        block = article.blocks[sentence.block].span
        assert last <= sentence.span.start < sentence.span.end, "sentences out of order"
        assert block.start <= sentence.span.start <= sentence.span.end <= block.end, "a sentence outside its block"
        assert sentence.span.end - sentence.span.start <= MAX_SENTENCE, "a long sentence"
        assert sentence.span.cut(text).strip(), "a blank sentence"
        last = sentence.span.end
    counted = 0
    for passage in article.passages:
        assert passage.first == counted < passage.last, "passages out of order"
        counted = passage.last
    assert counted == len(article.sentences), "a sentence in no passage"
    for said in article.attributions:
        mentions = [one.span for one in (said.speaker, *said.via) if one]
        assert said.content, "nothing is said"
        for span in (*said.content, *said.cue, *mentions):
            assert 0 <= span.start < span.end <= len(text), "a span outside the text"


def _documents(_stack: ExitStack) -> Try:
    there = originals()
    return lambda chance: _read(mutated(chance.getrandbits(40), there))


def _pages(_stack: ExitStack) -> Try:
    return lambda chance: _read(chance.choice((markup.page, markup.markdown, markup.plain))(chance))


def _read(document: Document) -> str:
    try:
        found = formats.read(document)
    except BotError:
        return "refused"
    found.text.encode()
    for block in found.blocks or ():
        assert 0 <= block.span.start <= block.span.end <= len(found.text), "a block outside the text"
    return "read"


def _segments(_stack: ExitStack) -> Try:
    languages_known = tuple(languages.LANGUAGES.values())

    def one(chance: Random) -> str:
        text = texts.article(chance)
        start = chance.choice((0, 0, 0, len(text) // 3))
        last = start
        for span in sentences(text, Span(start, len(text)), chance.choice(languages_known).orthography):
            assert last <= span.start < span.end <= len(text), "sentences out of order"
            assert not LETTER.search(text, last, span.start), "a word in no sentence"
            assert span.end - span.start <= MAX_SENTENCE, "a long sentence"
            last = span.end
        assert not LETTER.search(text, last), "a word in no sentence"
        return "cut"

    return one


def _quotations(_stack: ExitStack) -> Try:
    def one(chance: Random) -> str:
        kinds = (*texts.MARKS, *texts.MARKS, "word", "Wort", "7", ".", ",", "said")
        words = [chance.choice(kinds) for _ in range(chance.choice((5, 20, 60, 400, 2_000)))]
        places, at = [], 0
        for word in words:
            at += chance.random() < 0.6
            places.append((at, at + len(word)))
            at += len(word)
        text = list(" " * at)
        for (start, end), word in zip(places, words, strict=True):
            text[start:end] = word
        shown = sides("".join(text), places) if chance.random() < 0.7 else ()
        breaks = frozenset(chance.sample(range(len(words)), chance.randint(0, min(5, len(words)))))
        last = 0
        for start, end in find_quotes(words, breaks, shown):
            assert last <= start < end <= len(words), "quotations in each other"
            last = end
        return "found"

    return one


def _analysed(text: str) -> Article | None:
    try:
        return analyse(ExtractedText(text), "x.txt")
    except BotError:
        return None


def _articles(_stack: ExitStack) -> Try:
    def one(chance: Random) -> str:
        text = texts.article(chance)
        article = _analysed(text)
        if article is None:
            return "refused"
        article_holds(article, text)
        spans_hold(machine.analysis("x", article, extracted=chance.random() < 0.5), text)
        phrases = phrases_of(chance.choice(("de", "en")))
        parts = (*every_sentence(article, phrases), *listing(article, every(article, phrases), phrases))
        replies.check(Reply(parts, phrases.code))
        if chance.random() < 0.1:
            assert _analysed(text) == article, "another analysis of the same text"
        return "analysed"

    return one


def _about_articles(ask: Callable[[Article, Random], str]) -> Try:
    """Return what asks one article after another, each some times."""
    asked: list[Article] = []
    times = 0
    if (first := _analysed("Der Rat von Wien tagt am Montag.")) is not None:
        library().answer(first, "Wer tagt?", None)  # loads what no input is to wait for

    def one(chance: Random) -> str:
        nonlocal times
        if not asked or times >= KEPT:
            made = None
            while made is None:
                made = _analysed(texts.article(chance))
            asked[:], times = [made], 0
        times += 1
        return ask(asked[0], chance)

    return one


def _ask(article: Article, chance: Random) -> str:
    question = texts.question(chance, article.text)[:MAX_QUESTION]
    if not question.strip():
        return "empty"
    limit = chance.choice((None, 1, 5))
    answer = library().answer(article, question, limit)
    assert bool(answer.hits or answer.headline) != bool(answer.refusal), "neither answered nor refused"
    assert len({hit.sentence for hit in answer.hits}) == len(answer.hits), "a sentence twice"
    for hit in answer.hits:
        span = article.sentences[hit.sentence].span
        assert all(span.start <= m.span.start < m.span.end <= span.end for m in hit.matches), "a match outside"
    spans_hold(machine.reply("x", article, answer), article.text)
    groups = library().groups(article, answer)
    reply = reply_to(article, answer, groups, phrases_of(chance.choice(("de", "en"))))
    replies.verbatim(reply, article.text)
    replies.check(reply)
    if chance.random() < 0.05:
        assert library().answer(article, question, limit) == answer, "another answer to the same question"
    return "refused" if answer.refusal else "answered"


def _check(article: Article, chance: Random) -> str:
    at = chance.randrange(len(article.text))
    text = chance.choice((texts.sentence(chance), article.text[at : at + 300], texts.heap(chance)[:1_000]))
    phrases = phrases_of(chance.choice(("de", "en")))
    try:
        if chance.random() < 0.5:
            checked = library().check_sync(article, text)
            for one in checked:
                spans_hold(machine.checked("x", article, one), article.text)
            reply = verdicts(article, checked, phrases)
        else:
            quoted = library().quote_sync(article, chance.choice(texts.AROUND).replace("%s", text))
            for quotation in quoted:
                spans_hold(machine.quoted("x", article, quotation), article.text)
            reply = quoting.quotations(article, quoted, phrases)
    except BotError:
        return "refused"
    replies.verbatim(reply, article.text)
    replies.check(reply)
    return "checked"


def _chats(stack: ExitStack) -> Try:
    """Return what leads conversations, each some messages long, in every kind of place."""
    runner = stack.enter_context(asyncio.Runner())
    places = (ChatTraits(), ChatTraits(shares=True, threads=1e6, installed=True), ChatTraits(console=True))
    kinds = (Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.TAP, Kind.INLINE, Kind.ATTACHMENT, Kind.FILE)
    talks: list[Talk] = []
    told = 0

    def one(chance: Random) -> str:
        nonlocal told
        if not talks or told >= KEPT:
            kept = replace(library(), store=MemoryStore())
            article = None
            while article is None:
                document = Document(texts.article(chance).encode("utf-8", "replace"), "text/plain", "x.txt")
                try:
                    article = runner.run(kept.ingest(document))
                except BotError:
                    continue
            talks[:], told = [Talk(kept, article.id, chance.choice(places), PLENTY)], 0
            texts_of[:] = [article.text]
        told += 1
        incoming = Incoming(
            "telegram:7", chance.choice(("telegram:1", "telegram:2")), texts.message(chance, texts_of[0]),
            chance.choice(("de", "en", None, "zz")), f"m{told}", chance.choice(("", "m1", f"m{told - 1}", "zz")),
            chance.choice(kinds), chance.random() < 0.3, overheard=chance.random() < 0.1,
            forwarded=chance.random() < 0.1, quoted=chance.choice(("", "", texts.sentence(chance))),
        )  # fmt: skip
        reply = runner.run(talks[0].conversation.handle(incoming))
        stored = runner.run(_stored_texts(talks[0].library))
        replies.verbatim(reply, "\0".join([*texts_of, *stored]))
        if reply.parts:
            replies.check(reply)
        return "answered" if reply.parts else "silent"

    texts_of: list[str] = []
    return one


async def _stored_texts(kept: Library) -> list[str]:
    articles = [await kept.store.load(line.id) for line in await kept.store.all()]
    return [article.text for article in articles if article is not None]


def _renderings(_stack: ExitStack) -> Try:
    def one(chance: Random) -> str:
        replies.check(replies.reply(chance))
        return "rendered"

    return one


def _addresses(_stack: ExitStack) -> Try:
    parts = ("http://", "https://", "//", "a.example", "ä.example",
             "xn--", "[::1]", "@", ":", ":99999", "/", "..", "%",
             "%C3%A4", "%ff", "?", "&", "=", "#",
             "utm_source=a", "id=1", "\\", " ", "\0", "\u202e", "www.", ".", "\ud800")  # fmt: skip

    def one(chance: Random) -> str:
        url = "".join(chance.choice(parts) for _ in range(chance.randint(1, 12)))
        found = canonical(url)
        found.encode()
        again = {canonical(f"{start}{found}") for start in ("http://", "https://", "http://www.", "https://www.")}
        assert not found or found in again, "another name of the same page"
        return "named" if found else "refused"

    return one


AREAS = (
    Area("documents", _documents, 20),
    Area("pages", _pages, 10),
    Area("segmenter", _segments, 60),
    Area("quotation marks", _quotations, 60),
    Area("articles", _articles, 3),
    Area("questions", lambda _stack: _about_articles(_ask), 15),
    Area("statements", lambda _stack: _about_articles(_check), 5),
    Area("conversations", _chats, 10),
    Area("renderings", _renderings, 20),
    Area("addresses", _addresses, 110),
    Area("feeds", archives.feeds, 40),
    Area("files of many articles", archives.files, 15),
    Area("times and sites", archives.confines, 15),
    Area("all articles", archives.everywhere, 3),
    Area("Telegram updates", entrances.telegram_updates, 197),
    Area("Slack updates", entrances.slack_updates, 190),
    Area("buttons", entrances.buttons, 120),
    Area("places", entrances.places, 80),
    Area("signatures", entrances.signatures, 25),
    Area("settings", entrances.settings, 1),
    Area("command lines", entrances.command_lines, 1),
)
"""Everything that is tried; of each thousand inputs, the quicker ones get more."""
