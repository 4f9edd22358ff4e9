"""People who use the bot in Telegram as a newsroom's readers do: questions above all, and a little of everything else.

Rule of this module: who asks when does not depend on how fast the bot is (an open loop), and nobody asks again before
the last answer is there, so that an answer belongs to what was asked by its chat alone.
"""

import asyncio
import random
import time
import tomllib
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers.bot_api import BotApi, Message

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
OFFERED = CORPUS / "de" / "raketen-gegen-soldaten"
"""What every chat talks about at first."""
BROUGHT = tuple(sorted(p.parent for p in CORPUS.glob("*/*/questions.toml") if (p.parent / "article.txt").exists()))
PEOPLE = 600
"""People with a chat of their own."""
GROUPS = 20
"""Supergroups, in which the bot is named."""
BRINGERS = 40
"""Of the people, who bring articles of their own, one at a time, and have them forgotten."""
REST = 4.0
"""Seconds a chat is left alone after an answer: an edit or a second message that follows it is not the next one's."""
PATIENCE = 60.0
"""Seconds after which something counts as not answered."""
FOLLOW_UPS = (
    *("and North Korea?", "und Nordkorea?", "when?", "wann?", "who says that?", "wer sagt das?", "more", "mehr"),
    *("/why 1", "/context 1", "/else 1", "/more", "/sources"),
)
TALK = ("/start", "/help", "/privacy", "/articles", "/article", "hello", "danke", "What is it about?", "/language")
CHECKED = (
    "Russia sent missiles to North Korea",
    "Nordkorea hat 100.000 Soldaten geschickt",
    "Südkorea sagt, dass Russland Raketen geschickt hat",
    "Putin sent no animals",
)
QUOTED = (
    "Der Sprecher sagte: „Russland hat Raketen für die Flugabwehr geschickt“.",
    "The report says: “more than 10,000 soldiers have been sent”.",
)
STRANGE = (
    "xqzzt wrkl mnopp brzt?",
    "Wer hat eigentlich den Donaudampfschiffkapitän Zwirbelmeier aus Hintertupfing befördert?",
    "asdf " * 700,
    "?!… — ,,, ;;",
    "🙂🙂🙂",
)
SHARES = {
    "question": 62,
    "follow-up": 14,
    "tap": 8,
    "check": 4,
    "inline": 3,
    "quote": 2,
    "strange": 3,
    "talk": 2,
    "bring": 2,
}
"""How often people do what, in percent."""


@dataclass(frozen=True, slots=True)
class Timed:
    """When something was asked (seconds since the start), what kind of thing it was, and how long its answer took.

    `waited` is how much of that bot and server together waited for a core that other processes had.
    """

    at: float
    kind: str
    seconds: float
    waited: float = 0.0


@dataclass
class Crowd:
    """Everybody; `timed` has what was answered, `lost` counts what was not; `queued` tells the wait for cores."""

    api: BotApi
    queued: Callable[[], float] = lambda: 0.0
    seed: int = 1
    timed: list[Timed] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    skipped: int = 0
    """Turns that nobody was free for."""

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)  # noqa: S311 - no secret
        self._offered = _questions(OFFERED)
        self._elsewhere = [text for story in BROUGHT for text in _questions(story)]
        self._waiting: dict[int, asyncio.Future[None]] = {}
        self._free_at: dict[int, float] = {}
        self._last: dict[int, Message] = {}
        self._has: dict[int, Path] = {}
        self._brought = 0
        self._running: set[asyncio.Task[None]] = set()
        self._began = time.monotonic()
        self.api.listeners.append(self._heard)

    def _heard(self, message: Message) -> None:
        waiting = self._waiting.get(message.chat)
        if message.empty:
            return
        self._last[message.chat] = message
        if waiting is not None and not waiting.done():
            waiting.set_result(None)

    async def come(self, rate: float, seconds: float) -> None:
        """Do `rate` things a second for so many seconds, then wait for the last answers."""
        self._began = time.monotonic()
        due = self._began
        while (due := due + self._chance.expovariate(rate)) < self._began + seconds:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            task = asyncio.create_task(self._one())
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        await asyncio.gather(*self._running)

    async def _one(self) -> None:
        [kind] = self._chance.choices(list(SHARES), weights=list(SHARES.values()))
        chat = self._somebody(kind)
        if chat is None:
            self.skipped += 1
            return
        do = {"tap": self._tap, "inline": self._inline, "bring": self._bring}.get(kind)
        await self._measured(kind, chat, do or (lambda chat: self._say(chat, self._text(kind, chat))))
        self._free_at[chat] = time.monotonic() + REST

    def _somebody(self, kind: str) -> int | None:
        """Return a chat that is free and can do such a thing."""
        chats = list(range(1000, 1000 + (BRINGERS if kind == "bring" else PEOPLE)))
        if kind == "question":
            chats += [-1_000_000_000_000 - number for number in range(GROUPS)]
        now = time.monotonic()
        self._chance.shuffle(chats)
        for chat in chats:
            if chat in self._waiting or self._free_at.get(chat, 0.0) > now:
                continue
            if kind == "tap" and not (chat in self._last and self._buttons(chat)):
                continue
            if kind == "follow-up" and chat not in self._last:
                continue
            return chat
        return None

    async def _measured(self, kind: str, chat: int, do: Callable[[int], Awaitable[None]]) -> None:
        began, queued = time.monotonic(), self.queued()
        self._waiting[chat] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(PATIENCE):
                await do(chat)
        except TimeoutError:
            self.lost[kind] += 1
        else:
            now = time.monotonic()
            self.timed.append(Timed(began - self._began, kind, now - began, self.queued() - queued))
        finally:
            del self._waiting[chat]

    def _text(self, kind: str, chat: int) -> str:
        choose = self._chance.choice
        match kind:
            case "follow-up":
                return choose(FOLLOW_UPS)
            case "check":
                return f"/check {choose(CHECKED)}"
            case "quote":
                return f"/quote {choose(QUOTED)}"
            case "strange":
                return choose(STRANGE)
            case "talk":
                return choose(TALK)
        own = _questions(self._has[chat]) if chat in self._has else self._offered
        asked = choose(self._elsewhere if self._chance.random() < 0.2 else own)  # noqa: PLR2004 - a fifth is refused
        return f"@{self.api.username} {asked}" if chat < 0 else asked

    async def _say(self, chat: int, text: str) -> None:
        self.api.people.write(text, chat, user=chat if chat > 0 else self._chance.randrange(1000, 1000 + PEOPLE))
        await self._waiting[chat]

    def _buttons(self, chat: int) -> list[int]:
        """Return which buttons under the last message the bot is told of."""
        return [n for n, button in enumerate(self._last[chat].buttons) if "callback_data" in button]

    async def _tap(self, chat: int) -> None:
        name = self.api.people.tap(self._last[chat], self._chance.choice(self._buttons(chat)), user=chat)
        await self._first_of(chat, lambda: self.api.record.taps[name])

    async def _inline(self, chat: int) -> None:
        name = self.api.people.ask_inline(self._chance.choice(self._offered), user=chat)
        await self._first_of(chat, lambda: self.api.record.inline[name])

    async def _first_of(self, chat: int, condition: Callable[[], object]) -> None:
        """Return when the condition holds or something was written into the chat."""
        told = asyncio.ensure_future(self.api.until(condition, PATIENCE))
        try:
            await asyncio.wait({told, self._waiting[chat]}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            told.cancel()
            with suppress(asyncio.CancelledError, TimeoutError):
                await told

    async def _bring(self, chat: int) -> None:
        """Bring an article, or have forgotten the one that was brought: no two texts are the same."""
        if self._has.pop(chat, None) is not None:
            await self._say(chat, "/forget")
            return
        story = self._chance.choice(BROUGHT)
        self._brought += 1
        text = (story / "article.txt").read_text("utf-8") + f"\n\nEdition {self._brought}.\n"
        file = self.api.files.add(text.encode(), f"story{self._brought}.txt", "text/plain")
        self.api.people.write("", chat, media=file)
        await self._waiting[chat]
        self._has[chat] = story


def _questions(story: Path) -> list[str]:
    return [one["text"] for one in tomllib.loads((story / "questions.toml").read_text("utf-8"))["question"]]
