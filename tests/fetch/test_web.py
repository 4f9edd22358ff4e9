"""A page comes as it is on the web, with the address where it is; what a site does wrong ends in one clear reason."""

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import web

from bot import formats
from bot.errors import ArticleError, ArticleProblem
from bot.fetch.body import Body, TooLongError
from bot.fetch.guard import networks
from bot.fetch.web import Limits, WebFetcher
from bot.formats import MAX_BYTES
from tests.servers.site import Names, Site, open_site

HERE = networks("127.0.0.1")
FETCHER = WebFetcher(HERE)
HURRIED = WebFetcher(HERE, limits=Limits(whole=0.5, connect=0.2))
PAGE = (
    "<html><head><title>Rat baut Steg</title></head><body><article><h1>Rat baut Steg</h1>"
    "<p>Der Rat von Dunau hat am Montag den Bau eines Steges über die Aue beschlossen.</p>"
    "<p>Die Brücke sei zu schmal, sagte Bürgermeisterin Ute Groß nach der Sitzung.</p></article></body></html>"
)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as one:
        yield one


async def problem(url: str, fetcher: WebFetcher = FETCHER) -> ArticleProblem:
    with pytest.raises(ArticleError) as refused:
        await fetcher.fetch(url)
    assert refused.value.origin == url
    return refused.value.problem


async def test_a_page_is_fetched_with_its_type_and_the_address_where_it_was_found(site: Site) -> None:
    site.put("/b", PAGE, Content_Type="text/html; charset=utf-8")
    document = await FETCHER.fetch(site.move("/a", "/b") + "#top")
    assert (document.content, document.origin) == (PAGE.encode(), f"{site.root}/b")
    assert document.media_type == "text/html; charset=utf-8"
    assert "Ute Groß" in formats.read(document).text


async def test_a_site_is_told_who_asks_and_nothing_else(site: Site) -> None:
    site.put("/b", PAGE, Content_Type="text/html", Set_Cookie="b=2")
    site.put("/a", b"", 302, Location="/b", Set_Cookie="a=1; Path=/")
    names = Names(news=[["127.0.0.1"], ["127.0.0.1"]])
    await WebFetcher(HERE, names=names).fetch(f"http://news.test:{site.port}/a")
    assert site.paths == ["/a", "/b"]
    for request in site.seen:
        assert request.headers["User-Agent"] == "article-bot"
        assert set(request.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize(
    ("charset", "meta", "encoding"),
    [
        ("iso-8859-1", "", "latin-1"),
        ("iso-8859-1", "utf-8", "latin-1"),
        ("windows-1252", "koi8-r", "cp1252"),
        ("iso-8859-15", "", "iso-8859-15"),
        ("utf-8", "iso-8859-1", "utf-8"),
        ("utf-16le", "", "utf-16le"),
        ("iso-8859-1", "", "utf-16"),
        ("nonsense", "", "utf-8"),
        ("utf-8", "iso-8859-1", "latin-1"),
    ],
)
async def test_the_encoding_that_the_server_names_counts_before_that_of_the_page(
    charset: str, meta: str, encoding: str, site: Site
) -> None:
    head = f'<head><meta charset="{meta}">' if meta else "<head>"
    body = PAGE.replace("<head>", head).encode(encoding)
    text = formats.read(await FETCHER.fetch(site.put("/a", body, Content_Type=f'text/html; charset="{charset}"'))).text
    assert "Die Brücke sei zu schmal, sagte Bürgermeisterin Ute Groß" in text


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


HALF = len(PAGE) // 2


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        pytest.param(encoding, packed, id=name)
        for name, encoding, packed in (
            ("gzip", "gzip", lambda: gzip.compress(PAGE.encode())),
            ("an old name", "x-gzip", lambda: gzip.compress(PAGE.encode())),
            ("two members", "gzip", lambda: gzip.compress(PAGE[:HALF].encode()) + gzip.compress(PAGE[HALF:].encode())),
            ("padded", "GZip", lambda: gzip.compress(PAGE.encode()) + b"\0\0\0"),
            ("zlib", "deflate", lambda: zlib.compress(PAGE.encode())),
            ("without a head", "deflate", lambda: raw_deflate(PAGE.encode())),
            ("not packed", "identity", PAGE.encode),
        )
    ],
)
async def test_a_packed_page_is_unpacked(encoding: str, packed: Callable[[], bytes], site: Site) -> None:
    url = site.put("/a", packed(), Content_Type="text/html", Content_Encoding=encoding)
    assert (await FETCHER.fetch(url)).content == PAGE.encode()


@pytest.mark.parametrize(
    ("encoding", "packed", "expected"),
    [
        pytest.param(encoding, packed, expected, id=name)
        for name, encoding, packed, expected in (
            ("a gzip bomb", "gzip", lambda: gzip.compress(b"\0" * 400_000_000, 1), ArticleProblem.TOO_LARGE),
            ("a zlib bomb", "deflate", lambda: zlib.compress(b"\0" * (MAX_BYTES + 1)), ArticleProblem.TOO_LARGE),
            (
                "two members",
                "gzip",
                lambda: gzip.compress(b"a" * MAX_BYTES) + gzip.compress(b"a"),
                ArticleProblem.TOO_LARGE,
            ),
            (
                "cut off",
                "gzip",
                lambda: gzip.compress(gzip.compress(PAGE.encode()))[:-12],
                ArticleProblem.FORMAT,
            ),
            ("no gzip", "gzip", lambda: b"no such thing", ArticleProblem.FORMAT),
            ("no zlib", "deflate", lambda: b"\xff" * 100, ArticleProblem.FORMAT),
            ("brotli", "br", lambda: b"\x0b\x02\x80a\x03", ArticleProblem.FORMAT),
            ("zstandard", "zstd", lambda: b"\x28\xb5\x2f\xfd", ArticleProblem.FORMAT),
            ("packed twice", "gzip, gzip", lambda: gzip.compress(gzip.compress(b"a")), ArticleProblem.FORMAT),
            ("not packed", "identity", lambda: b"a" * (MAX_BYTES + 1), ArticleProblem.TOO_LARGE),
        )
    ],
)
async def test_what_unpacks_to_too_much_and_what_can_not_be_unpacked_is_refused(
    encoding: str, packed: Callable[[], bytes], expected: ArticleProblem, site: Site
) -> None:
    assert await problem(site.put("/a", packed(), Content_Type="text/html", Content_Encoding=encoding)) is expected


def test_a_bomb_takes_no_more_memory_than_a_body_may_have() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000, 1)
    body = Body("gzip", MAX_BYTES)
    tracemalloc.start()
    with pytest.raises(TooLongError):
        body.add(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * MAX_BYTES


async def test_a_body_without_an_end_is_broken_off_where_it_is_too_long(site: Site) -> None:
    assert await problem(site.stream("/a", b"a" * 100_000, Content_Type="text/plain")) is ArticleProblem.TOO_LARGE


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
async def test_a_body_that_drips_is_not_waited_for(encoding: str, site: Site) -> None:
    piece = b"a" if encoding == "identity" else gzip.compress(b"a")[:4]
    url = site.stream("/a", piece, every=0.05, Content_Type="text/plain", Content_Encoding=encoding)
    async with asyncio.timeout(60):
        assert await problem(url, HURRIED) in {ArticleProblem.TIMEOUT, ArticleProblem.FORMAT}


async def test_a_site_that_says_nothing_is_not_waited_for(site: Site) -> None:
    async def page(_request: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    site.pages["/a"] = page
    assert await problem(f"{site.root}/a", HURRIED) is ArticleProblem.TIMEOUT


async def test_a_page_that_breaks_off_is_no_page(site: Site) -> None:
    async def page(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Type": "text/html", "Content-Length": "5000"})
        await answer.prepare(request)
        await answer.write(PAGE.encode())
        assert request.transport is not None
        request.transport.close()
        return answer

    site.pages["/a"] = page
    assert await problem(f"{site.root}/a") is ArticleProblem.UNREACHABLE


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0\1\2 no HTTP\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: " + b"a" * 100_000 + b"\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 5_000 + b"\r\nx",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nzz\r\n",
    ],
)
async def test_what_is_no_http_is_unreachable(answer: bytes) -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        assert await problem(f"http://127.0.0.1:{port}/") is ArticleProblem.UNREACHABLE


async def test_where_nobody_listens_and_where_tls_is_not_spoken_is_unreachable(site: Site) -> None:
    assert await problem(site.root.replace("http", "https")) is ArticleProblem.UNREACHABLE
    async with open_site() as gone:
        url = gone.root
    assert await problem(url) is ArticleProblem.UNREACHABLE


async def test_redirects_are_followed_five_times(site: Site) -> None:
    site.put("/0", PAGE, Content_Type="text/html")
    for number, status in enumerate((301, 302, 303, 307, 308, 302), 1):
        site.move(f"/{number}", f"{site.root}/{number - 1}", status)
    assert (await FETCHER.fetch(f"{site.root}/5")).content == PAGE.encode()
    assert await problem(f"{site.root}/6") is ArticleProblem.REDIRECTS
    assert await problem(site.move("/loop", "/loop")) is ArticleProblem.REDIRECTS


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (301, ArticleProblem.REFUSED),
        (400, ArticleProblem.REFUSED),
        (401, ArticleProblem.REFUSED),
        (402, ArticleProblem.REFUSED),
        (403, ArticleProblem.REFUSED),
        (404, ArticleProblem.GONE),
        (410, ArticleProblem.GONE),
        (429, ArticleProblem.REFUSED),
        (451, ArticleProblem.REFUSED),
        (500, ArticleProblem.SERVER_ERROR),
        (503, ArticleProblem.SERVER_ERROR),
    ],
)
async def test_a_page_that_the_site_does_not_give_is_refused_with_the_reason(
    status: int, expected: ArticleProblem, site: Site
) -> None:
    assert await problem(site.put("/a", PAGE, status, Content_Type="text/html")) is expected


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/json", "text/css", "application/msword"])
async def test_a_type_that_nobody_reads_is_refused_before_it_is_loaded(media_type: str, site: Site) -> None:
    assert await problem(site.stream("/a", b"a" * 1_000, 0.1, Content_Type=media_type)) is ArticleProblem.FORMAT


@pytest.mark.parametrize(
    ("path", "given", "body", "expected"),
    [
        ("/a", "application/octet-stream", PAGE, "text/html"),
        ("/a.md", "text/plain; charset=utf-8", "# Titel", "text/markdown; charset=utf-8"),
        ("/a.txt", "text/plain", "Ein Satz.", "text/plain"),
        ("/a", "binary/octet-stream", "%PDF-1.4", "application/pdf"),
        ("/a.eml", "application/octet-stream", "Subject: x", "message/rfc822"),
        ("/a", "application/xhtml+xml", PAGE, "application/xhtml+xml"),
    ],
)
async def test_where_a_server_does_not_know_the_type_the_content_and_the_name_tell_it(
    path: str, given: str, body: str, expected: str, site: Site
) -> None:
    document = await FETCHER.fetch(site.put(path, body, Content_Type=given))
    assert formats.told(document.media_type) == formats.told(expected)


async def test_the_name_that_a_server_gives_to_a_file_tells_its_type(site: Site) -> None:
    headers = {"Content_Type": "application/octet-stream", "Content_Disposition": 'attachment; filename="Rat.md"'}
    assert (await FETCHER.fetch(site.put("/download", "# Rat", **headers))).media_type == "text/markdown"


RULES = "User-agent: *\nDisallow: /intern/*.html$\n\nUser-agent: article-bot\nDisallow: /zu/\nAllow: /zu/offen"


@pytest.mark.parametrize(
    ("path", "status", "welcome"),
    [
        ("/zu/a", 200, False),
        ("/zu/offen", 200, True),
        ("/intern/a.html", 200, True),
        ("/zu/a", 404, True),
        ("/zu/a", 403, True),
        ("/offen", 503, False),
    ],
)
async def test_robots_are_respected_where_that_is_set(path: str, status: int, welcome: bool, site: Site) -> None:  # noqa: FBT001
    site.put("/robots.txt", RULES, status)
    url = site.put(path, PAGE, Content_Type="text/html")
    assert (await FETCHER.fetch(url)).content
    assert site.paths == [path]
    respectful = WebFetcher(HERE, respects_robots=True)
    if welcome:
        assert (await respectful.fetch(url)).content
    else:
        assert await problem(url, respectful) is ArticleProblem.ROBOTS
    assert await problem(site.move("/moved", "/zu/b"), respectful) in {ArticleProblem.ROBOTS, ArticleProblem.GONE}
