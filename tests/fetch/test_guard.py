"""Nothing is fetched that not everybody can reach: no spelling, name or redirect leads into a private network."""

import ipaddress
import socket
from collections.abc import AsyncIterator

import pytest

from bot.errors import ArticleError, ArticleProblem
from bot.fetch.guard import Guard, is_public, networks
from bot.fetch.web import WebFetcher
from tests.servers.site import Names, Site, open_site

ELSEWHERE = networks("127.9.9.9")
"""A private network that is allowed, so that any port may be tried."""
HERE = networks("127.0.0.1")


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as one:
        one.put("/", "secret", Content_Type="text/plain")
        one.put("/secret", "secret", Content_Type="text/plain")
        yield one


async def problem(url: str, fetcher: WebFetcher) -> ArticleProblem:
    with pytest.raises(ArticleError) as refused:
        await fetcher.fetch(url)
    assert refused.value.origin == url
    return refused.value.problem


REFUSED = {ArticleProblem.PRIVATE_ADDRESS, ArticleProblem.ADDRESS}
"""Of the spellings of a number some are no address to aiohttp, and the others lead where they lead."""

PRIVATE = """
http://127.0.0.1:PORT/secret
http://localhost:PORT/secret
http://LOCALHOST:PORT/
http://0.0.0.0:PORT/
http://0:PORT/
http://127.1:PORT/
http://127.0.1:PORT/
http://2130706433:PORT/
http://0x7f000001:PORT/
http://0x7f.1:PORT/
http://0177.0.0.1:PORT/
http://017700000001:PORT/
http://①②⑦.⓪.⓪.①:PORT/
http://127。0。0。1:PORT/
http://127.0.0.2:PORT/
http://[::1]:PORT/
http://[::]:PORT/
http://[0:0:0:0:0:0:0:1]:PORT/
http://[::ffff:127.0.0.1]:PORT/
http://[::ffff:7f00:1]:PORT/
http://[::127.0.0.1]:PORT/
http://[64:ff9b::7f00:1]:PORT/
http://[64:ff9b:1::7f00:1]:PORT/
http://[2002:7f00:1::]:PORT/
http://[2001:0:7f00:1::1]/
http://[fe80::1]/
http://[fec0::1]/
http://[fd00:ec2::254]/
http://[ff02::1]/
http://169.254.169.254/latest/meta-data/
http://169.254.169.254:PORT/
http://100.100.100.200/
http://100.64.0.1/
http://168.63.129.16/
http://192.0.0.192/
http://10.0.0.1/
http://172.16.0.1/
http://192.168.1.1/
http://198.18.0.1/
http://224.0.0.1/
http://240.0.0.1/
http://255.255.255.255/
http://meta.test/
http://mixed.test/
http://six.test:PORT/
https://inside.test/
""".split()


@pytest.mark.parametrize("url", PRIVATE)
async def test_no_spelling_of_a_private_address_is_fetched(url: str, site: Site) -> None:
    names = Names(
        meta=[["169.254.169.254"]],
        mixed=[["93.184.216.34", "127.0.0.1"]],
        six=[["::ffff:127.0.0.1"]],
        inside=[["10.1.2.3"]],
    )
    fetcher = WebFetcher(ELSEWHERE, names=names)
    assert await problem(url.replace("PORT", str(site.port)), fetcher) in REFUSED
    assert site.seen == []


NO_ADDRESS = """
file:///etc/passwd
FILE:///etc/passwd
ftp://news.test/a
gopher://news.test/_GET
data://text/html,x
http://user@news.test/
http://user:password@news.test/
http://:password@news.test/
http://news.test:22/
http://news.test:8080/
https://news.test:6379/
http://news.test:0/
http://news.test:99999/
http:///path
http://
http://[::1
http://[fe80::1%25eth0]/
""".split()


@pytest.mark.parametrize("url", [*NO_ADDRESS, "http://news.test/" + "a" * 3_000])
async def test_only_plain_addresses_of_the_web_are_opened(url: str) -> None:
    names = Names(news=[["93.184.216.34"]])
    assert await problem(url, WebFetcher(names=names)) in REFUSED
    assert names.answers["news.test"], "nobody was looked up"


async def test_an_odd_port_is_refused_for_a_public_address_also_where_private_ones_are_allowed() -> None:
    names = Names(news=[["93.184.216.34"]])
    assert await problem("http://news.test:8080/", WebFetcher(HERE, names=names)) is ArticleProblem.ADDRESS


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("http://127.0.0.2:PORT/secret", ArticleProblem.PRIVATE_ADDRESS),
        ("//127.0.0.2:PORT/secret", ArticleProblem.PRIVATE_ADDRESS),
        ("http://[::1]:PORT/secret", ArticleProblem.PRIVATE_ADDRESS),
        ("http://169.254.169.254/", ArticleProblem.PRIVATE_ADDRESS),
        ("file:///etc/passwd", ArticleProblem.ADDRESS),
        ("http://user:pw@127.0.0.1:PORT/secret", ArticleProblem.ADDRESS),
        ("http://[", ArticleProblem.ADDRESS),
        ("javascript:alert(1)", ArticleProblem.ADDRESS),
    ],
)
async def test_a_redirect_is_judged_as_an_address_is(to: str, expected: ArticleProblem, site: Site) -> None:
    async with open_site("127.0.0.2", site.port) as inside:
        inside.put("/secret", "secret", Content_Type="text/plain")
        url = site.move("/moved", to.replace("PORT", str(site.port)))
        assert await problem(url, WebFetcher(HERE)) is expected
        assert (site.paths, inside.seen) == (["/moved"], [])


async def test_a_name_that_leads_elsewhere_the_second_time_is_refused_then(site: Site) -> None:
    async with open_site("127.0.0.2", site.port) as inside:
        inside.put("/secret", "secret", Content_Type="text/plain")
        site.move("/moved", f"http://turning.test:{site.port}/secret")
        names = Names(turning=[["127.0.0.1"], ["127.0.0.2"]])
        url = f"http://turning.test:{site.port}/moved"
        assert await problem(url, WebFetcher(HERE, names=names)) is ArticleProblem.PRIVATE_ADDRESS
        assert (site.paths, inside.seen, names.answers) == (["/moved"], [], {"turning.test": []})


async def test_a_network_that_is_set_may_be_fetched_from_on_any_port(site: Site) -> None:
    for private in ("127.0.0.1/32", " 10.0.0.0/8, 127.0.0.0/8 ", "127.0.0.1"):
        document = await WebFetcher(networks(private)).fetch(f"{site.root}/secret")
        assert document.content == b"secret"


async def test_a_proxy_of_the_environment_is_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_site("127.0.0.2") as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.root)
        await WebFetcher(HERE).fetch(f"{site.root}/secret")
        assert proxy.seen == []


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808"])
def test_what_everybody_can_reach_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["fe80::1%eth0", "fe80::1%2", "no address", ""])
def test_an_address_of_one_link_and_what_is_none_get_no_socket(address: str) -> None:
    guard = Guard(networks("fe80::/10"))
    with pytest.raises(OSError, match=ArticleProblem.PRIVATE_ADDRESS):
        guard.socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, 80, 0, 0)))
    with pytest.raises(OSError, match=ArticleProblem.PRIVATE_ADDRESS):
        guard.socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2606:2800:220:1::1", 80, 0, 2)))
