"""Served pages over HTTP: what opens nothing is answered alike, and what opens a page is for its own page alone."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession

from bot.platforms.pages import NOTHING_HERE, STRAYS, VISITS, Opened, Pages
from bot.platforms.shared_port import SharedPort

TOKEN, OTHER, ARTICLE = "t" * 43, "u" * 43, "a" * 64
ORIGIN = "https://bot.example.org"
ROOTS = [ORIGIN, f"{ORIGIN}/news/"]
MUST = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Served:
    """A port with pages; `asked` is what reached the article, `looked` how often somebody was looked for."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.clock = Clock()
        self.asked: list[str] = []
        self.looked = 0
        self.away = False
        self.base = ""
        self.session: ClientSession

    async def open(self, token: str) -> Opened | None:
        self.looked += 1
        if self.away:
            raise OSError
        return (
            Opened(ARTICLE, "default-src 'none'", lambda: "<!doctype html>page", self._ask) if token == TOKEN else None
        )

    async def _ask(self, question: str) -> Mapping[str, object] | None:
        if not question.strip():
            raise ValueError
        self.asked.append(question)
        return None if question == "too much" else {"answers": [{"text": f"</script>{question}"}]}

    async def get(self, path: str, **headers: str) -> tuple[int, Mapping[str, str], str]:
        async with self.session.get(self.base + path, headers=headers) as answer:
            return answer.status, answer.headers, await answer.text()

    async def post(
        self, body: object, token: str = TOKEN, kind: str = "application/json", **headers: str
    ) -> tuple[int, Mapping[str, str], str]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Content-Type": kind, "Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"} | headers
        sent = {name: value for name, value in sent.items() if value}
        async with self.session.post(self.base + self.at(token), data=data, headers=sent) as answer:
            return answer.status, answer.headers, await answer.text()

    def at(self, token: str = TOKEN) -> str:
        return f"{self.root.removeprefix(ORIGIN).rstrip('/')}/view/{token}"


@asynccontextmanager
async def serving(root: str = ORIGIN) -> AsyncIterator[Served]:
    async def ready() -> tuple[bool, Mapping[str, object]]:
        return True, {}

    async def metrics() -> bytes:
        return b""

    served = Served(root)
    port = SharedPort(ready, metrics, Pages(root, served.open, served.clock))
    async with port.listening("127.0.0.1:0", lambda _event, _facts: None), ClientSession() as served.session:
        served.base = f"http://127.0.0.1:{port.number}"
        yield served


@pytest.mark.parametrize("root", ROOTS)
async def test_a_page_is_kept_by_nobody_framed_by_nobody_and_tells_nobody_where_it_was(root: str) -> None:
    async with serving(root) as served:
        status, headers, text = await served.get(served.at())
        assert (status, text) == (200, "<!doctype html>page")
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert {name: headers[name] for name in MUST} == MUST
        assert "Set-Cookie" not in headers


@pytest.mark.parametrize(
    "path", ["", "x", OTHER, TOKEN[:-1], f"{TOKEN}x", f"{TOKEN}/", f"{TOKEN}/ask", "t" * 5_000, "ü"]
)
async def test_whatever_opens_nothing_is_answered_alike(path: str) -> None:
    async with serving() as served:
        answers = [await served.get(f"/view/{path}"), await served.post({"article": ARTICLE, "question": "Who?"}, path)]
        for status, headers, text in answers:
            assert (status, text) == (404, NOTHING_HERE)
            assert {name: headers[name] for name in MUST} == MUST
        assert served.asked == []


async def test_a_question_from_the_page_is_answered_as_json_that_no_browser_takes_for_a_page() -> None:
    async with serving() as served:
        status, headers, text = await served.post({"article": ARTICLE, "question": "Who won? <b>"})
        assert status == 200
        assert headers["Content-Type"] == "application/json; charset=utf-8"
        assert {name: headers[name] for name in MUST} == MUST
        assert json.loads(text) == {"answers": [{"text": "</script>Who won? <b>"}]}
        assert served.asked == ["Who won? <b>"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "https://bot.example.org.evil.example"},
        {"Origin": "http://bot.example.org"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_no_other_site_asks(headers: dict[str, str]) -> None:
    async with serving() as served:
        status, answered, _ = await served.post({"article": ARTICLE, "question": "Who?"}, **headers)
        assert status == 403
        assert "Access-Control-Allow-Origin" not in answered
        assert served.asked == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"article": ARTICLE, "question": "Who?"}, "text/plain"),
        ({"article": ARTICLE, "question": "Who?"}, "application/x-www-form-urlencoded"),
        ({"article": "b" * 64, "question": "Who?"}, "application/json"),
        ({"article": ARTICLE, "question": 7}, "application/json"),
        ({"article": ARTICLE}, "application/json"),
        ([], "application/json"),
        (b"{", "application/json"),
        (b"\xff", "application/json"),
        (b"[" * 15_000, "application/json"),
        ({"article": ARTICLE, "question": "x" * 20_000}, "application/json"),
        ({"article": ARTICLE, "question": " "}, "application/json"),
    ],
)
async def test_what_is_no_question_is_refused_and_asks_nothing(body: object, kind: str) -> None:
    async with serving() as served:
        assert (await served.post(body, kind=kind))[0] == 400
        assert served.asked == []


async def test_a_body_without_a_length_and_a_packed_one_are_bounded_too() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 1_000

    async with serving() as served:
        headers = {"Content-Type": "application/json", "Origin": ORIGIN}
        async with served.session.post(served.base + served.at(), data=endless(), headers=headers) as answer:
            assert answer.status == 400
        packed = await served.post({"article": ARTICLE, "question": "Who?"}, **{"Content-Encoding": "gzip"})
        assert packed[0] == 400


async def test_who_asks_too_much_is_told_when_to_ask_again() -> None:
    async with serving() as served:
        status, headers, _ = await served.post({"article": ARTICLE, "question": "too much"})
        assert (status, headers["Retry-After"]) == (429, "15")


async def test_one_link_is_opened_so_often_in_a_minute_and_then_again() -> None:
    async with serving() as served:
        found = [(await served.get(served.at()))[0] for _ in range(VISITS + 2)]
        assert found == [200] * (VISITS + 1) + [429]
        served.clock.now += 60
        assert (await served.get(served.at()))[0] == 200


async def test_guessing_is_slowed_down_without_a_look_and_keeps_nobody_from_a_page_that_is_open() -> None:
    async with serving() as served:
        assert (await served.get(served.at()))[0] == 200
        guesses = [f"{n:043}" for n in range(STRAYS + 10)]
        found = []
        for start in range(0, len(guesses), 50):
            some = guesses[start : start + 50]
            found += await asyncio.gather(*(served.get(served.at(guess)) for guess in some))
        statuses = [status for status, *_ in found]
        assert statuses.count(404) == STRAYS - 1
        assert set(statuses) == {404, 429}
        assert served.looked == STRAYS
        assert (await served.get(served.at()))[0] == 200


async def test_where_it_can_not_be_told_now_it_is_to_be_asked_again() -> None:
    async with serving() as served:
        served.away = True
        for token in (TOKEN, OTHER):
            status, headers, text = await served.get(served.at(token))
            assert (status, headers["Retry-After"], text) == (503, "5", "")


async def test_other_methods_and_other_paths_are_nothing_of_the_pages() -> None:
    async with serving() as served:
        for method in ("PUT", "DELETE", "OPTIONS", "TRACE"):
            async with served.session.request(method, served.base + served.at()) as answer:
                assert answer.status == 405
        async with served.session.head(served.base + served.at()) as answer:
            assert answer.status == 200
        assert (await served.get("/views"))[0] == 404
        assert (await served.get("/livez"))[2] == "ok\n"
