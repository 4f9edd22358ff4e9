"""Replies that no conversation makes, and what a rendering of any reply must keep.

Rule of this module: the same chance makes the same reply.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from bot.chat import LONGEST_ACTION, Action, Cited, Heading, Part, Reply, Rows, Said
from bot.render import plain, slack, telegram
from bot.render.slack.setting import Setting
from tests.fuzzing import texts
from tests.servers.bot_api.markup import parse_html

TELEGRAM, SLACK_TEXT, SLACK_BLOCKS, SLACK_BUTTON, SLACK_VALUE, SLACK_MESSAGE = 4_096, 3_000, 50, 75, 2_000, 40_000
"""UTF-16 units of a message; units of a text, blocks, units of a label, of a value, characters of a message."""
WIDTHS = (None, 1, 7, 20, 80)
_FORBIDDEN = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\u2028\u2029\ud800-\udfff]")
"""What a terminal would obey, or could not show."""
_SAID = (
    "<!channel>", "<@U1>", "&amp;", "\ud800", "\0" * 5, "a" * 5_000, "😀" * 3_000, "\r\n" * 50, "`*_~", "\u202e",
    "\n" * 200, "x " * 3_000, "</blockquote><b>", '"><a href=x>', " ", "\u200b", "", "<https://evil.example|bank>",
    "[a](b)", "\x1b]0;x\x07", "\u0301" * 400, "|", "é" * 4_095, "<b>" * 900,
)  # fmt: skip
_LINKS = (
    "",
    "",
    'https://x.y/"><',
    "http://a b",
    "https://x|y>",
    "javascript:alert(1)",
    "https://a.example/#:~:text=b",
)
_COMMANDS = ("/a", "/context 1", "/page 2", "/share", "/why 3")


def reply(chance: Random) -> Reply:
    """Return a reply of any parts."""
    actions = tuple(Action(_said(chance) or "x", chance.choice(_COMMANDS)) for _ in range(chance.randint(0, 8)))
    return Reply(
        tuple(_part(chance) for _ in range(chance.randint(1, 6))),
        chance.choice(("de", "en", "zz", "")),
        actions,
        page=chance.randint(-2, 9),
        public=chance.random() < 0.3,
        question=_said(chance),
    )


def check(reply: Reply) -> None:
    """Raise `AssertionError` where a rendering breaks a promise: a platform's limit, an escape, a whole character."""
    _check_telegram(reply)
    _check_slack(reply)
    for width in WIDTHS:
        shown = plain.render(reply, width, hints=True)
        shown.encode()
        assert not _FORBIDDEN.search(shown), "a terminal would obey it"


def verbatim(reply: Reply, text: str) -> None:
    """Raise `AssertionError` where a reply cites what an article does not say."""
    for part in reply.parts:
        if isinstance(part, Cited):
            assert part.text in text, "not word for word"
            assert all(0 <= start <= end <= len(part.text) for start, end in part.marks), "a mark outside"


def _check_telegram(reply: Reply) -> None:
    for page in telegram.pages(reply):
        assert len(page.plain.encode("utf-16-le")) // 2 <= TELEGRAM, "too long"
        shown, entities = parse_html(page.html)
        # What the platform shows is what the text for those without formatting says.
        assert shown.split() == page.plain.split(), "another text"
        for entity in entities:
            assert str(entity.json().get("url", "https://")).startswith(("http://", "https://")), (
                "a link of another kind"
            )
        for row in page.actions:
            for action in row:
                assert action.label.strip(), "a button without a label"
                assert len(action.text.encode()) <= LONGEST_ACTION, "a button that says too much"


def _check_slack(reply: Reply) -> None:
    setting = Setting(id="i", chat="slack:C1/1.2", private=True, back="b", asked_by="U1")
    for number in (1, 2, 999):
        message = slack.render(replace(reply, page=number), setting)
        json.dumps(message.blocks, ensure_ascii=False).encode()
        message.text.encode()
        assert len(message.text) <= SLACK_MESSAGE, "a long message"
        assert "<!" not in message.text, "an alarm"
        assert "<@" not in message.text, "a mention"
        assert len(message.blocks) <= SLACK_BLOCKS, "too many blocks"
        for node in _nodes(list(message.blocks)):
            _check_node(node)


def _check_node(node: dict[str, Any]) -> None:
    kind = node.get("type")
    if kind in {"text", "mrkdwn", "plain_text"}:
        assert node["text"], "an empty text"
        assert len(node["text"].encode("utf-16-le")) // 2 <= SLACK_TEXT, "a long text"
    if kind == "button":
        assert len(node["text"]["text"].encode("utf-16-le")) // 2 <= SLACK_BUTTON, "a long label"
        assert len(node["value"]) <= SLACK_VALUE, "a long value"
    if kind == "link":
        assert node["url"].startswith(("http://", "https://")), "a link of another kind"


def _nodes(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(inner)


def _said(chance: Random) -> str:
    kind = chance.random()
    if kind < 0.4:
        return texts.sentence(chance)
    return (
        chance.choice(_SAID) if kind < 0.9 else chance.choice(_SAID) + chance.choice(texts.ODD) + chance.choice(_SAID)
    )


def _part(chance: Random) -> Part:
    kind = chance.randrange(6)
    if kind == 0:
        return Said(_said(chance))
    if kind == 1:
        return Heading(_said(chance), new_page=chance.random() < 0.3)
    if kind == 2:
        cells = chance.randint(0, 4)
        return Rows(tuple(tuple(_said(chance) for _ in range(cells)) for _ in range(chance.choice((0, 1, 5, 30)))))
    marks = tuple((chance.randint(-3, 70), chance.randint(-3, 70)) for _ in range(chance.randint(0, 5)))
    before, after = (_said(chance) if chance.random() < 0.2 else "" for _ in range(2))
    number = chance.choice((0, 1, 999_999))
    return Cited(number, _said(chance), _said(chance), marks, before, after, chance.choice(_LINKS))
