"""Feeds, files of many articles, and questions to all of them, as nobody would write them.

Rule of this module: the same chance makes the same input.
"""

import asyncio
import gzip
import json
import math
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot import languages
from bot.archive.answering import Everywhere
from bot.archive.confined import confined
from bot.bulk.sources import fields_of, items_of
from bot.conversation.error_messages import phrases_of
from bot.conversation.everywhere import reply_to
from bot.core.segmentation.sentences import MAX_SENTENCE
from bot.errors import ArticleError, QuestionError
from bot.feeds.found import NoFeedError
from bot.feeds.reading import LONGEST, MOST, discovered, read_feed
from bot.model import Article, ExtractedText
from bot.ports.archive import ANYWHERE
from bot.service import MAX_QUESTION, analyse
from tests.archive_of import SmallArchive
from tests.fuzzing import replies, texts

Try = Callable[[Random], str]

KEPT = 15
"""Questions to one archive: making it takes longer than asking it."""
TODAY = date(2026, 11, 30)
URLS = (
    "https://a.example/x", "http://[::1", "https://www.ä.example:99999/", "//a.example", "", "ftp://a", "x y", "#",
    "https://a.example/%ff?x=1&x=2", "javascript:alert(1)", "https://a.example/\0", "http://a@b@c/", "https://\u202e/",
)  # fmt: skip
DAYS = (
    "2026-11-30", "2026-11-30T10:00:00Z", "Mon, 30 Nov 2026 10:00:00 +0000", "0000-00-00", "9999-12-31T23:59:59+99:99",
    "Thu, 99 Foo 2026", "", "2026", "2026-13", "-1", "30.11.2026", "١٢", "Mon, 30 Nov 1 00:00:00 GMT",
)  # fmt: skip
HEADS = (
    '<rss version="2.0"><channel>', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "<html><head>",
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', "<sitemapindex>", "<rdf:RDF>", "",
    '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel>',
)  # fmt: skip
ENTRIES = (
    "<item><title>%s</title><link>%u</link><pubDate>%d</pubDate><guid>%u</guid></item>", "<item><guid>%s</guid></item>",
    '<entry><title type="html">%s</title><link href="%u"/><updated>%d</updated><id>%s</id></entry>', "<ttl>%d</ttl>",
    "<url><loc>%u</loc><lastmod>%d</lastmod></url>", "<sitemap><loc>%u</loc></sitemap>", "<title>%s</title>", "&c;&b;",
    '<link rel="alternate" type="application/rss+xml" href="%u">', "<a><b><c><d>%s", "<![CDATA[%s]]>", "<!-- %s -->",
    '<atom:link rel="self" href="%u"/>', "<item/>", "</channel></rss>", "<base href='%u'>",
)  # fmt: skip
CONFINES = (
    "since March", "seit März", "from 2024", "in Spiegel", "on zeit.de", "bis gestern", "before 1", "seit 99999",
    "between 2 and 3", "aus dem Jahr 2024", "since the 31st of February", "im Der Die Das", "from now on", "until",
)  # fmt: skip
VALUES = (None, 1, True, [], {}, "", " ", "\ud800", "\0", "<p>", "2026-11-30")


def feeds(_stack: ExitStack) -> Try:
    """Return what reads feeds and the pages that name some."""

    def one(chance: Random) -> str:
        address = chance.choice(("https://a.example/feed", "https://a.example", *URLS))
        content = _broken(_feed(chance), chance)
        for link in discovered(content, address):
            link.encode()
        try:
            found = read_feed(content, address)
        except NoFeedError:
            return "none"
        assert len(found.title.encode()) <= 4 * LONGEST, "a long title"
        assert len(found.entries) <= MOST, "too many entries"
        assert found.ttl >= 0, "a time that was"
        assert math.isfinite(found.ttl), "a time without an end"
        for link in (*found.maps, *(entry.address for entry in found.entries)):
            link.encode()
            assert link.startswith(("http://", "https://")), "a link of another kind"
        for entry in found.entries:
            assert entry.key.encode(), "an entry without a key"
            assert math.isfinite(entry.published), "a day that is none"
        return "read"

    return one


def _feed(chance: Random) -> bytes:
    parts = [chance.choice(HEADS)]
    for _ in range(chance.randint(0, 12)):
        part = chance.choice(ENTRIES)
        for mark, values in (("%s", (texts.sentence(chance),)), ("%u", URLS), ("%d", DAYS)):
            part = part.replace(mark, chance.choice(values))
        parts.append(part * chance.choice((1, 1, 1, 40)))
    return "".join(parts).encode(chance.choice(("utf-8", "utf-8", "utf-16", "latin-1")), "replace")


def _broken(content: bytes, chance: Random) -> bytes:
    """Return bytes of which at times some are others, and the end is missing."""
    found = bytearray(content)
    for _ in range(chance.choice((0, 0, 1, 10)) if found else 0):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found[: chance.randrange(len(found) + 1)] if chance.random() < 0.2 else found)


def files(stack: ExitStack) -> Try:
    """Return what goes through files of lines and web archives."""
    folder = Path(stack.enter_context(TemporaryDirectory()))

    def one(chance: Random) -> str:
        name, content = chance.choice((("a.jsonl", _lines), ("a.warc", _records)))
        made = _broken(content(chance), chance)
        if chance.random() < 0.3:
            name, made = f"{name}.gz", _broken(gzip.compress(made, 1), chance)
        (folder / name).write_bytes(made)
        count = 0
        for item in items_of((str(folder / name),)):
            assert (item.document is None) != (item.problem is None), "neither a document nor a reason"
            assert item.size >= 0, "less than nothing was read"
            count += 1
            if item.document is not None and "jsonl" in name:
                try:
                    fields_of(item.document.content, item.origin)
                except ArticleError:
                    continue
        return f"{min(count, 1)} and more"

    return one


def _lines(chance: Random) -> bytes:
    lines = []
    for _ in range(chance.randint(0, 6)):
        fields = {name: chance.choice((*VALUES, texts.sentence(chance))) for name in ("text", "title", "url", "html")}
        lines.append(chance.choice((json.dumps(fields), "", "[" * 5_000, "{}", texts.sentence(chance), "\ufeff{}")))
    return chance.choice(("\n", "\r\n", "\n\n")).join(lines).encode("utf-8", "replace")


def _records(chance: Random) -> bytes:
    records = []
    for _ in range(chance.randint(0, 4)):
        body = texts.sentence(chance).encode("utf-8", "replace")
        status = chance.choice((b"HTTP/1.1 200 OK", b"HTTP/1.1 404 No", b"HTTP/1.1 x", b"", b"\xff"))
        packed = chance.choice((b"", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n", b"a:" * 99))
        http = status + b"\r\nContent-Type: text/html\r\n" + packed + b"\r\n" + body
        length = chance.choice((len(http), len(http), len(http), 0, -5, 10**12))
        kind = chance.choice((b"response", b"request", b"warcinfo", b"\xe4"))
        records.append(
            b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\nWARC-Target-URI: https://a.example/\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: "
            + str(length).encode()
            + b"\r\n\r\n"
            + http
            + b"\r\n\r\n"
        )
    return b"".join(records)


def confines(_stack: ExitStack) -> Try:
    """Return what takes times and sites out of questions."""
    confined("Wer tagt? Who meets?", TODAY, languages.LANGUAGES)  # loads what no input is to wait for

    def one(chance: Random) -> str:
        question = f"{texts.question(chance)} {' '.join(chance.sample(CONFINES, chance.randint(0, 3)))}"[:MAX_QUESTION]
        found = confined(question, TODAY, languages.LANGUAGES)
        if found.within == ANYWHERE:
            assert found.question == question, "another question"
            return "everywhere"
        there = question.split()
        assert found.question.strip(), "nothing is asked"
        assert all(any(word in other for other in there) for word in found.question.split()), "a word of nobody's"
        assert not found.within.until or found.within.since <= found.within.until, "a time that ends first"
        return "confined"

    return one


def everywhere(stack: ExitStack) -> Try:
    """Return what asks small archives."""
    runner = stack.enter_context(asyncio.Runner())
    first = SmallArchive([(analyse(ExtractedText("Der Rat von Wien tagt am Montag."), "x.txt"), "")])
    runner.run(runner.run(first.everywhere()).ask(("",), "Wer tagt?"))  # loads what no input is to wait for
    asked: list[tuple[Everywhere, list[Article]]] = []
    times = 0

    def one(chance: Random) -> str:
        nonlocal times
        if not asked or times >= KEPT:
            articles = [_article(chance) for _ in range(chance.randint(1, 4))]
            small = SmallArchive([(article, "") for article in articles])
            asked[:], times = [(runner.run(small.everywhere()), articles)], 0
        times += 1
        asking, articles = asked[0]
        question = texts.question(chance, chance.choice(articles).text)[:MAX_QUESTION]
        question = f"{question} {chance.choice(('', '', *CONFINES))}"[:MAX_QUESTION]
        try:
            answer = runner.run(asking.ask(("",), question))
        except QuestionError:
            return "refused"
        assert bool(answer.found) != bool(answer.refusal), "neither answered nor refused"
        for found in (*answer.found, *((answer.nearest,) if answer.nearest else ())):
            for hit in found.hits:
                assert 0 < len(found.article.sentences[hit.sentence].span.cut(found.article.text)) <= MAX_SENTENCE
        reply = reply_to(answer, phrases_of(chance.choice(("de", "en"))))
        replies.verbatim(reply, "\0".join(article.text for article in articles))
        replies.check(reply)
        return "answered" if answer.found else "refused"

    return one


def _article(chance: Random) -> Article:
    """Return an article with a day and an address that nobody has checked."""
    while True:
        text = texts.article(chance).encode("utf-8", "replace").decode()
        reading = ExtractedText(text, None, None, chance.choice((None, *DAYS)), chance.choice((None, *URLS)))
        try:
            return analyse(reading, "x.txt")
        except ArticleError:
            continue
