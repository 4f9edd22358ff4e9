"""Every platform that is set up, in one process, with one port for webhooks and for questions about its health.

Rule of this module: what happens to one platform happens to it alone. The process ends when it is asked to, and when no
platform is left that could take anything in.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from bot import __version__
from bot.app import Bot
from bot.app.health import Health, Watched
from bot.app.linked import LinkedPages, pages_of, root_of
from bot.app.serve import (
    Platform,
    Wanted,
    Watch,
    answer_on,
    secrets,
    slack_wanted,
    stopped_by_signals,
    telegram_wanted,
    working,
)
from bot.delivery.backoff import Backoff
from bot.errors import SettingsError, where
from bot.event_log import open_event_log
from bot.metrics import Figures, PrometheusObserver
from bot.ports.delivery import Inbox
from bot.settings import PREFIX, Settings
from bot.transport import AccessRevokedError, EventLog

if TYPE_CHECKING:
    from bot.platforms.connections import Listen
    from bot.platforms.shared_port import SharedPort

WARMING = 100
"""Characters of an article that it is asked itself."""


async def serve(bot: Bot) -> None:
    """Answer on every platform that is set up until asked to stop.

    Raises `SettingsError` where none is, where something is missing, and where every token is refused.
    """
    settings = bot.settings
    from bot.platforms.shared_port import SharedPort  # noqa: PLC0415 - no other command needs it

    figures = Figures(__version__)
    log = figures.counted(open_event_log(settings.log, secrets(settings)))
    watched: dict[str, Watched] = {}
    health = Health(figures, bot.library.store, watched)
    linked = LinkedPages()
    port = SharedPort(health.ready, health.metrics, pages_of(settings, linked))
    wanted = configured(settings, port.listen)
    watched.update({one.name: Watched() for one in wanted})
    asked, stop = stopped_by_signals(), asyncio.Event()
    async with _open(port, settings.listen, log), working(bot, log) as ready:
        leaving = asyncio.create_task(_leave(asked, stop, health, settings.drain_delay))
        try:
            await _warmed(ready)
            offices = [Office(ready, one, watched[one.name], figures, log, linked) for one in wanted]
            await asyncio.gather(*(office.run(stop) for office in offices))
        finally:
            leaving.cancel()
    lost = [office.refused for office in offices if office.refused]
    if len(lost) == len(offices):
        raise SettingsError(lost[0], "refused")


def configured(settings: Settings, port: "Listen") -> Sequence[Wanted]:
    """Return the platforms that are set up; raises `SettingsError` for none, and for what is missing of one."""
    wanted = []
    if settings.telegram_token:
        _fit(settings)
        wanted.append(telegram_wanted(settings, port))
    if settings.slack_bot_token or settings.slack_client_id:
        wanted.append(slack_wanted(settings, port))
    if not wanted:
        raise SettingsError(PREFIX + "TELEGRAM_TOKEN", "no_platform")
    return wanted


def _fit(settings: Settings) -> None:
    """Raise `SettingsError` where Telegram would be sent to a path that is somebody else's."""
    from bot.platforms.shared_port import RESERVED  # noqa: PLC0415 - as above
    from bot.platforms.slack.http import PATH  # noqa: PLC0415 - as above

    path = unquote(urlsplit(settings.telegram_webhook_url).path)
    below = urlsplit(root_of(settings)).path
    if settings.telegram_webhook_url and (path in {*RESERVED, PATH} or (below and path.startswith(below))):
        raise SettingsError(PREFIX + "TELEGRAM_WEBHOOK_URL")


async def _warmed(bot: Bot) -> None:
    """Ask the first article something, so that what a question needs is loaded before the first person waits for it."""
    article = await bot.opening_article()
    await asyncio.to_thread(bot.library.answer, article, article.text[:WARMING])


@asynccontextmanager
async def _open(port: "SharedPort", place: str, log: EventLog) -> AsyncIterator[None]:
    """Listen while it lasts; raises `SettingsError` where the place can't be had."""
    async with AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(port.listening(place, log))
        except OSError:
            raise SettingsError(PREFIX + "LISTEN", "taken") from None
        yield


async def _leave(asked: asyncio.Event, stop: asyncio.Event, health: Health, delay: float) -> None:
    """Say that the bot is about to stop as soon as it is asked to, and only then stop taking in."""
    await asked.wait()
    health.draining = True
    await asyncio.sleep(delay)
    stop.set()


@dataclass(eq=False)
class Office:
    """One platform in a process of several; `refused` is the setting that it does not accept."""

    bot: Bot
    wanted: Wanted
    watched: Watched
    figures: Figures
    log: EventLog
    linked: LinkedPages
    refused: str = field(default="", init=False)

    async def run(self, stop: asyncio.Event) -> None:
        """Answer until asked to stop, or until the platform does not accept the token."""
        backoff = Backoff(shortest=1.0)
        while not stop.is_set():
            try:
                await answer_on(self.bot, self.wanted, self._log, stop, self._watch())
            except AccessRevokedError as error:
                self.refused = self.wanted.refused(error)
                self.watched.refused = True
                self._log("platform_refused", {"setting": self.refused})
                return
            except Exception as error:  # noqa: BLE001 - a fault of ours: the others go on, and this one begins anew
                pause = backoff.seconds()
                facts = {"error": type(error).__name__, "place": where(error)}
                self._log("platform_failed", {"again_in": round(pause, 1), **facts})
                await _unless_stopped(stop, pause)
            finally:
                self.watched.inbox, self.watched.standing_by = None, False
                self.linked.left(self.wanted.name)

    @property
    def _log(self) -> EventLog:
        return partial(_of_platform, self.log, self.wanted.name)

    def _watch(self) -> Watch:
        observer = PrometheusObserver(self.figures, self.wanted.name)
        talking = partial(self.linked.met, self.wanted.name)
        return Watch(observer, self._met, self._standing_by, talking, root_of(self.bot.settings))

    def _standing_by(self, it_does: bool) -> None:  # noqa: FBT001 - a callback of one value
        self.watched.standing_by = it_does

    def _met(self, platform: Platform, inbox: Inbox) -> None:
        self.watched.platform, self.watched.inbox = platform, inbox


async def _unless_stopped(stop: asyncio.Event, seconds: float) -> None:
    """Wait, or until asked to stop."""
    waiting = asyncio.ensure_future(stop.wait())
    await asyncio.wait({waiting}, timeout=seconds)
    waiting.cancel()


def _of_platform(log: EventLog, name: str, event: str, facts: Mapping[str, str | int | float]) -> None:
    log(event, {"platform": name, **facts})
