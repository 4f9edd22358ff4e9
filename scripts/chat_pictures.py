"""Draw docs/telegram.svg and docs/slack.svg, the pictures of both chats in the README, from talks with the bot.

The one rule: what a picture shows is what the bot sends (Telegram's HTML and buttons, Slack's blocks).

    python scripts/chat_pictures.py
"""

import asyncio
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from bot.app import open_bot
from bot.chat import Incoming, Reply
from bot.conversation.dialogue import Admission, ChatTraits, Context, Conversation, Rules
from bot.render import slack, telegram
from bot.storage.memory import ProcessGuestList, ProcessMemory, ProcessPreferences

DOCS = Path(__file__).resolve().parent.parent / "docs"
TELEGRAM_TALK = ("What did Russia send?", "and North Korea?")
SLACK_TALK = ("@article-bot Who warns?", "How many soldiers?")
NARROW, WIDE = "ijl.,:;'|!()[]ftI ·“”", "mwMWÖÄÜ@%…–"
"""Letters that are narrower, and wider, than the others in the sans serif fonts of all systems."""
FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one format."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a message: a "text", a "quote", a "small" line, or rows of "buttons" with their labels."""

    kind: str
    runs: tuple[Run, ...] = ()
    labels: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """What one says: the items of it, and whether the person says it."""

    who: str
    items: tuple[Item, ...]
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a chat looks; lengths are in pixels."""

    ground: str
    mine: str
    theirs: str
    bar: str
    quote: str
    ink: str
    soft: str
    button: str
    bubbles: bool
    width: int = 560
    size: int = 15
    pad: int = 12


TELEGRAM = Look("#d6e2d4", "#e3fbc7", "#ffffff", "#3390ec", "#eaf3fc", "#111111", "#5b6b78", "#8fa694", bubbles=True)
SLACK = Look("#ffffff", "#ffffff", "#ffffff", "#c9c9cb", "#ffffff", "#1d1c1d", "#616061", "#ffffff", bubbles=False)


class _Html(HTMLParser):
    """Reads the HTML of a Telegram message as items."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Item] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        """Begin a format; a quote is an item of its own."""
        self._open.append(tag)
        if tag == "blockquote":
            self.items.append(Item("quote"))

    def handle_endtag(self, tag: str) -> None:
        """End a format."""
        self._open.remove(tag)
        if tag == "blockquote":
            self.items.append(Item("text"))

    def handle_data(self, data: str) -> None:
        """Take text in; a line end begins an item, but within a quote."""
        for number, line in enumerate([data] if "blockquote" in self._open else data.split("\n")):
            if number or not self.items:
                self.items.append(Item("text"))
            run = Run(line, "b" in self._open, "i" in self._open)
            self.items[-1] = replace(self.items[-1], runs=(*self.items[-1].runs, run))


def from_telegram(html: str, labels: Iterable[Iterable[str]]) -> tuple[Item, ...]:
    """Return what a message of Telegram shows, with its rows of buttons."""
    reader = _Html()
    reader.feed(html)
    reader.close()
    items = [item for item in reader.items if any(run.text.strip() for run in item.runs)]
    rows = tuple(tuple(row) for row in labels)
    return (*items, *([Item("buttons", labels=rows)] if rows else []))


def from_slack(blocks: Iterable[Mapping[str, object]]) -> Iterator[Item]:
    """Yield what the blocks of a Slack message show."""
    for block in blocks:
        elements = [one for one in _list(block.get("elements")) if isinstance(one, dict)]
        match block.get("type"):
            case "rich_text":
                for part in elements:
                    kind = "quote" if part.get("type") == "rich_text_quote" else "text"
                    yield Item(kind, tuple(_run(one) for one in _list(part.get("elements")) if isinstance(one, dict)))
            case "context":
                yield Item("small", tuple(Run(str(one.get("text"))) for one in elements))
            case "actions":
                labels = (one["text"]["text"] for one in elements)
                yield Item("buttons", labels=(tuple(labels),))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _run(element: Mapping[str, object]) -> Run:
    style = element.get("style")
    known = style if isinstance(style, dict) else {}
    return Run(str(element.get("text", "")), bool(known.get("bold")), bool(known.get("italic")))


def _style(run: Run) -> str:
    return (' font-weight="bold"' if run.bold else "") + (' font-style="italic"' if run.italic else "")


def width(run: Run, size: float) -> float:
    """Return about how wide a text is, rather too wide than too narrow."""
    per = (0.33 if c in NARROW else 0.92 if c in WIDE else 0.68 if c.isupper() else 0.54 for c in run.text)
    return sum(per) * size * (1.05 if run.bold else 1.0)


def folded(runs: Sequence[Run], room: float, size: float) -> list[list[Run]]:
    """Return runs as lines that fit, cut at spaces, each of which stays at the end of its line."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for run in runs:
        for word in run.text.replace("\n", " ").split(" "):
            one = replace(run, text=f"{word} ")
            if used and used + width(replace(run, text=word), size) > room:
                lines.append([])
                used = 0.0
            lines[-1].append(one)
            used += width(one, size)
        lines[-1][-1] = replace(lines[-1][-1], text=lines[-1][-1].text[:-1])  # the next run may go on without a space
        used -= width(Run(" "), size)
    return lines


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with those of one format as one."""
    last: Run | None = None
    for run in runs:
        if last is not None and (last.bold, last.italic) == (run.bold, run.italic):
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


Box = tuple[float, float, float, float]
"""Left, top, width and height."""


@dataclass
class Canvas:
    """A picture that grows downwards."""

    look: Look
    y: float = 0.0
    drawn: list[str] = field(default_factory=list)

    def box(self, place: Box, fill: str, round_: int = 0, line: str = "none") -> str:
        """Return a rectangle with rounded corners."""
        x, y, wide, high = place
        edges = f'x="{x:.0f}" y="{y:.0f}" width="{wide:.0f}" height="{high:.0f}" rx="{round_}"'
        return f'<rect {edges} fill="{fill}" stroke="{line}"/>'

    def line(
        self, runs: Iterable[Run], place: tuple[float, float], size: float, ink: str, anchor: str = "start"
    ) -> str:
        """Return a line of text that begins at a place, or has its middle there."""
        spans = "".join(f"<tspan{_style(run)}>{escape(run.text)}</tspan>" for run in joined(runs))
        where = f'x="{place[0]:.0f}" y="{place[1]:.0f}" font-size="{size:g}" text-anchor="{anchor}"'
        return f'<text {where} fill="{ink}" xml:space="preserve">{spans}</text>'

    def items(self, items: Iterable[Item], x: float, room: float) -> list[str]:
        """Draw items from `y` on, and return them; `y` is below them then."""
        found: list[str] = []
        for item in items:
            match item.kind:
                case "buttons":
                    found += self._buttons(item, x, room)
                case "quote":
                    found += self._quote(item, x, room)
                case kind:
                    small = kind == "small"
                    size = self.look.size - (2 if small else 0)
                    found += self._lines(item.runs, x, room, size, self.look.soft if small else self.look.ink)
                    self.y += 4
        return found

    def _lines(self, runs: Sequence[Run], x: float, room: float, size: float, ink: str) -> list[str]:
        found = []
        for line in folded(runs, room, size):
            self.y += size * 1.35
            found.append(self.line(line, (x, self.y), size, ink))
        return found

    def _quote(self, item: Item, x: float, room: float) -> list[str]:
        top = self.y + 6
        self.y = top
        text = self._lines(item.runs, x + 12, room - 18, self.look.size, self.look.ink)
        self.y += 8
        high = self.y - top
        ground = self.box((x, top, room, high), self.look.quote, 4)
        return [ground, self.box((x, top, 3, high), self.look.bar, 1), *text]

    def _buttons(self, item: Item, x: float, room: float) -> list[str]:
        """Draw rows of buttons: as wide as the message in Telegram, as their labels in Slack."""
        found: list[str] = []
        for row in item.labels:
            self.y += 6
            left, label = x, self.look.size - 2
            for text in row:
                wide = (room + 6) / len(row) - 6 if self.look.bubbles else width(Run(text, bold=True), label) + 24
                edge, ink = ("none", "#ffffff") if self.look.bubbles else ("#bbbabb", self.look.ink)
                found.append(self.box((left, self.y, wide, 30), self.look.button, 6, edge))
                middle = left + wide / 2, self.y + 20
                found.append(self.line([Run(text, bold=True)], middle, label, ink, "middle"))
                left += wide + 6
            self.y += 30
        return found

    def message(self, message: Message) -> None:
        """Draw a message below the others."""
        self.drawn += self._bubble(message) if self.look.bubbles else self._entry(message)

    def _bubble(self, message: Message) -> list[str]:
        """Return a message in a bubble, a person's own on the right, with the buttons below it."""
        pad, room = self.look.pad, self.look.width - 90.0
        if message.mine:
            room = min(room, max(width(run, self.look.size) for item in message.items for run in item.runs) + 4)
        x = self.look.width - room - 2 * pad if message.mine else 2.0 * pad
        top = self.y
        self.y += 6
        text = self.items((item for item in message.items if item.kind != "buttons"), x, room)
        self.y += 8
        fill = self.look.mine if message.mine else self.look.theirs
        ground = self.box((x - pad, top, room + 2 * pad, self.y - top), fill, 12)
        below = self.items((item for item in message.items if item.kind == "buttons"), x - pad, room + 2 * pad)
        self.y += 12
        return [ground, *text, *below]

    def _entry(self, message: Message) -> list[str]:
        """Return a message below the name of who says it, beside a square in place of a picture."""
        x, top = 64.0, self.y
        square = self.box((16, top + 2, 36, 36), "#4a9b7f" if message.mine else "#1f2933", 6)
        letter = self.line([Run(message.who[0].upper(), bold=True)], (34, top + 26), 16, "#ffffff", "middle")
        self.y += 14
        name = self.line([Run(message.who, bold=True)], (x, self.y), self.look.size, self.look.ink)
        app = [] if message.mine else self._app(x + width(Run(message.who, bold=True), self.look.size) + 8)
        found = [square, letter, name, *app, *self.items(message.items, x, self.look.width - x - 24)]
        self.y = max(self.y, top + 40) + 14
        return found

    def _app(self, x: float) -> list[str]:
        """Return the sign that Slack shows beside the name of an app."""
        return [
            self.box((x, self.y - 12, 32, 15), "#dddddd", 3),
            self.line([Run("APP", bold=True)], (x + 16, self.y - 1), 10, self.look.soft, "middle"),
        ]


def picture(messages: Iterable[Message], look: Look, title: str) -> str:
    """Return an SVG of a talk; the same talk gives the same picture."""
    canvas = Canvas(look, y=16.0)
    for message in messages:
        canvas.message(message)
    high = canvas.y + 4
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {look.width} {high:.0f}" font-family="{FONT}">'
    ground = canvas.box((0, 0, look.width, high), look.ground, 10, "#d8d8d8")
    return "\n".join((head, f"<title>{escape(title)}</title>", ground, *canvas.drawn, "</svg>", ""))


def telegram_message(reply: Reply) -> Message:
    """Return a reply as Telegram shows it."""
    page = telegram.page(reply)
    return Message("Article bot", from_telegram(page.html, ([one.label for one in row] for row in page.actions)))


def slack_message(reply: Reply) -> Message:
    """Return a reply as Slack shows it."""
    return Message("article-bot", tuple(from_slack(slack.render(reply).blocks)))


def said(text: str) -> Message:
    """Return what a person writes."""
    return Message("Anna", (Item("text", (Run(text),)),), mine=True)


async def talk(chat: str, typed: Iterable[str], traits: ChatTraits) -> list[tuple[str, Reply]]:
    """Return what was typed, with the bot's replies; what only calls the bot is left out as a platform does."""
    async with open_bot() as bot:
        article = await bot.ingest(bot.first)
        admission = Admission(Rules(), ProcessGuestList(), _unwritten)
        context = Context(bot.library, article.id, ProcessPreferences(), admission, _unwritten, traits)
        conversation = Conversation(context, ProcessMemory(), print)
        asked = ((text, text.removeprefix("@article-bot ")) for text in typed)
        return [(text, await conversation.handle(Incoming(chat, "person", said, "en"))) for text, said in asked]


def _unwritten(_event: str, _facts: Mapping[str, str | int | float]) -> None:
    """Write no log."""


async def drawn() -> dict[str, str]:
    """Return the pictures by the names of their files."""
    told = await talk("telegram:1", TELEGRAM_TALK, ChatTraits())
    asked = await talk("slack:C1/1.5", SLACK_TALK, ChatTraits(shares=True, typed="/ask "))
    in_telegram = [message for text, reply in told for message in (said(text), telegram_message(reply))]
    in_slack = [message for text, reply in asked for message in (said(text), slack_message(reply))]
    return {
        "telegram.svg": picture(in_telegram, TELEGRAM, "A conversation in Telegram"),
        "slack.svg": picture(in_slack, SLACK, "A thread in Slack"),
    }


def main() -> None:
    """Write the pictures; a database of its own keeps them free of what was asked before."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BOT_DATABASE"] = str(Path(folder, "articles.db"))
        found = asyncio.run(drawn())
    for name, svg in found.items():
        (DOCS / name).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
