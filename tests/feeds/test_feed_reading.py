"""What stands in feeds of every kind, and in what only looks like one."""

import gzip
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.found import NoFeedError, ReadFeed
from bot.feeds.reading import MOST, discovered, read_feed
from tests.timing import takes_less

BASE = "https://news.example/feeds/all.xml"

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Grüße &amp; Neues</title><ttl>60</ttl>
<link>https://news.example/</link>
<item><title>Alt</title><link>https://news.example/a</link><pubDate>Mon, 05 Jan 2026 08:00:00 GMT</pubDate></item>
<item><title>Neu</title><link>/b?utm_source=rss</link><pubDate>Tue, 06 Jan 2026 08:00:00 +0100</pubDate></item>
<item><title>Nur Kennung</title><guid>https://news.example/c</guid><dc:date>2026-01-04</dc:date></item>
<item><title>Kennung ohne Adresse</title><guid isPermaLink="false">tag:7</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/blog/"><title>Blog</title>
<entry><title>Eins</title><link rel="self" href="https://news.example/api/1"/><link href="one"/>
<updated>2026-01-06T08:00:00Z</updated><published>2026-01-05T08:00:00Z</published></entry>
<entry><title>Zwei</title><link rel="alternate" href="https://news.example/two"/><updated>2026-01-07T08:00:00Z</updated>
</entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Alt, aber gut</title></channel><item><title>x</title><link>https://news.example/r</link></item></rdf:RDF>"""

SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/old</loc><lastmod>2025-12</lastmod></url>
<url><loc>https://news.example/new</loc><news:news><news:publication_date>2026-01-06T08:00:00+00:00
</news:publication_date></news:news></url></urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/1.xml</loc><lastmod>2025-01-01</lastmod></sitemap>
<sitemap><loc>https://news.example/2.xml</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>"""

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{("&a" + (str(n - 1) if n else "") + ";") * 10}">' for n in range(9))
    + "]><rss><channel><title>&a8;</title><item><link>https://news.example/a</link><title>&a8;</title></item>"
    "</channel></rss>"
)


def addresses(feed: ReadFeed) -> list[str]:
    return [entry.address for entry in feed.entries]


def test_rss_is_read_the_newest_first_with_links_that_are_relative_or_ids() -> None:
    feed = read_feed(RSS.encode(), BASE)
    assert (feed.title, feed.ttl) == ("Grüße & Neues", 3_600.0)
    there = ["https://news.example/b?utm_source=rss", "https://news.example/a", "https://news.example/c"]
    assert addresses(feed) == there
    assert [entry.published for entry in feed.entries] == [1_767_682_800.0, 1_767_600_000.0, 1_767_484_800.0]


def test_atom_is_read_with_what_its_entries_are_about_and_when_they_were_updated() -> None:
    feed = read_feed(ATOM.encode(), BASE)
    assert feed.title == "Blog"
    assert addresses(feed) == ["https://news.example/two", "https://news.example/blog/one"]
    again = read_feed(ATOM.replace("2026-01-06T", "2026-01-08T").encode(), BASE)
    before, now = {e.key: e.stamp for e in feed.entries}, {e.key: e.stamp for e in again.entries}
    assert before.keys() == now.keys()
    assert sum(before[key] != now[key] for key in now) == 1


def test_an_entry_is_known_by_its_page_whatever_counts_its_readers() -> None:
    one, other = (read_feed(RSS.replace("utm_source=rss", f"utm_source={n}").encode(), BASE) for n in "xy")
    assert [entry.key for entry in one.entries] == [entry.key for entry in other.entries]


def test_rdf_and_sitemaps_are_read() -> None:
    assert addresses(read_feed(RDF.encode(), BASE)) == ["https://news.example/r"]
    assert addresses(read_feed(SITEMAP.encode(), BASE)) == ["https://news.example/new", "https://news.example/old"]
    assert read_feed(INDEX.encode(), BASE).maps == ("https://news.example/2.xml", "https://news.example/1.xml")


def test_without_all_dates_the_order_of_the_feed_counts() -> None:
    text = RSS.replace("<pubDate>Mon, 05 Jan 2026 08:00:00 GMT</pubDate>", "<pubDate>vor Kurzem</pubDate>")
    assert addresses(read_feed(text.encode(), BASE))[0] == "https://news.example/a"


@pytest.mark.parametrize(
    "content",
    [b"", b"<html><body><p>no feed</p></body></html>", b"%PDF-1.4", b"{}", gzip.compress(RSS.encode()), b"<opml/>"],
)
def test_what_is_no_feed_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(NoFeedError):
        read_feed(content, BASE)


def test_what_breaks_off_is_read_as_far_as_it_goes() -> None:
    broken = RSS[: RSS.index("<item><title>Nur")] + "<item><title>&nbsp; & <b"
    assert len(read_feed(broken.encode(), BASE).entries) == 2


def test_no_entity_is_put_in_and_nothing_is_fetched_for_one() -> None:
    feed: list[ReadFeed] = []
    assert takes_less(lambda: feed.append(read_feed(BOMB.encode(), BASE)), 0.5)
    assert len(feed[0].title) < 100
    outside = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    there = read_feed(f"{outside}<rss><channel><title>&x;</title></channel></rss>".encode(), BASE)
    assert there.title == ""


def test_of_a_feed_without_an_end_the_beginning_counts() -> None:
    items = "".join(f"<item><link>https://news.example/{n}</link></item>" for n in range(3 * MOST))
    feed = read_feed(f"<rss><channel>{items}</channel></rss>".encode(), BASE)
    assert len(feed.entries) == MOST
    deep = "<a>" * 100_000
    read_feed(f"<rss><channel><item>{deep}".encode(), BASE)


def test_links_that_lead_to_no_page_are_passed_over() -> None:
    bad = (
        "javascript:alert(1)",
        "mailto:a@b.c",
        "http://[::1",
        "https://user:pw@news.example/a",
        "ftp://news.example/a",
    )
    items = "".join(f"<item><link>{link}</link></item>" for link in bad)
    assert read_feed(f"<rss><channel>{items}</channel></rss>".encode(), BASE).entries == ()


def test_a_page_names_its_feeds() -> None:
    page = """<html><head><link rel="stylesheet" href="a.css">
    <LINK REL="alternate" TYPE="application/rss+xml" HREF="/rss">
    <link rel="alternate" type="application/atom+xml; charset=utf-8" href="atom">
    <link rel="alternate" hreflang="de" href="/de">
    <link rel="alternate" type="application/rss+xml" href="javascript:1"></head><body>x</body></html>"""
    assert discovered(page.encode(), "https://news.example/start/") == (
        "https://news.example/rss",
        "https://news.example/start/atom",
    )
    assert discovered(b"", BASE) == ()


@given(st.binary(max_size=300), st.sampled_from([RSS, ATOM, SITEMAP, INDEX, RDF]), st.integers(0, 400))
def test_whatever_comes_is_read_or_said_to_be_no_feed(junk: bytes, feed: str, place: int) -> None:
    content = feed.encode()
    for damaged in (junk, content[:place] + junk + content[place:], content[:place] + junk):
        with suppress(NoFeedError):
            read_feed(damaged, BASE)
        discovered(damaged, BASE)


def test_a_link_that_leads_nowhere_costs_no_other() -> None:
    page = '<link rel="alternate" type="application/rss+xml" href="{}">'
    links = page.format("http://[::1") + page.format("/feed.xml")
    assert discovered(links.encode(), "https://news.example/") == ("https://news.example/feed.xml",)
    assert read_feed(RSS.replace("https://news.example/a", "http://[::1").encode(), BASE).entries
