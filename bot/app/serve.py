"""A chat platform, plugged together and running until it is asked to stop.

Rule of this module: wiring only. What a platform needs of its settings is handed to it as plain values.
"""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, fields, replace
from functools import partial
from time import time
from typing import TYPE_CHECKING, Protocol

from bot.app import Bot
from bot.app.apart import processes, readers
from bot.app.drawing import drawer
from bot.app.feeding import followed, keeper
from bot.app.noticing import Corrections, told
from bot.app.repeating import repeated
from bot.app.settling import MINUTE, settle, settling
from bot.app.sweeping import swept
from bot.chat import Attachment
from bot.conversation.context import Bringers, BringingRules, Forget
from bot.conversation.context import Context as Talk
from bot.conversation.dialogue import COMMANDS, HIDDEN, Admission, ChatTraits, Conversation, Menu, Rules, menu
from bot.conversation.error_messages import PHRASES, phrases_of
from bot.conversation.linking import Linking
from bot.conversation.moving import Moves
from bot.delivery import Delivery, Limits
from bot.delivery.context import DeliveryContext, Unobserved
from bot.errors import ArchiveError, SettingsError, StoreError, where
from bot.event_log import open_event_log
from bot.feeds.keeping import FeedLimits
from bot.model import Article
from bot.ports.chats import GuestList
from bot.ports.delivery import DirectTransport, Inbox, Leadership, Transport
from bot.ports.observing import Observer
from bot.retention import ENTRIES
from bot.settings import PREFIX, Secret, Settings, chats_place
from bot.storage.chat_stores import open_chats
from bot.transport import AccessRevokedError, Draw, Enqueue, EventLog, Heartbeat, KeyValueStore, UpdateSource

if TYPE_CHECKING:
    from bot.platforms.connections import Listen
    from bot.platforms.slack.options import Options as SlackOptions
    from bot.platforms.telegram import Menu as TelegramMenu
    from bot.platforms.telegram import Options as TelegramOptions


SWITCH = 0.0005
"""Seconds after which a thread that computes gives way to the event loop. Python's 5 ms add up: an acknowledgement
changes hands a few times, and took four times as long while an article of 1 MB was taken in (benchmarks/slack.py)."""


class Platform(Transport, Protocol):
    """A chat platform that is connected."""

    @property
    def name(self) -> str:
        """Return what it is called."""
        ...

    @property
    def me(self) -> str:
        """Return what people there call the bot, empty where that differs."""
        ...

    @property
    def prefix(self) -> str:
        """Return what its lanes start with."""
        ...

    def lane(self, chat: str) -> str:
        """Return the lane of a chat that an `Incoming` has named."""
        ...

    def unasked(self, chat: str, reach: str) -> Mapping[str, str]:
        """Return the address of what nobody has asked for in a chat; `reach` is that of an `Incoming` from there."""
        ...

    @property
    def connected(self) -> bool:
        """Tell whether updates come in."""
        ...

    @property
    def direct(self) -> DirectTransport:
        """Return how it sends an answer as one message."""
        ...

    @property
    def exclusive(self) -> bool:
        """Tell whether one process alone may bring in updates at a time."""
        ...

    async def receive(self, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        """Bring in updates until cancelled."""
        ...

    async def download(self, file: Attachment, most: int) -> bytes:
        """Return the content of a file that a person sent, as `Download` does."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """A platform that is set up and not connected yet: how it is connected, who may ask there, what place it is.

    `refused` names the setting that an `AccessRevokedError` is about.
    """

    name: str
    connect: Callable[[EventLog, KeyValueStore, Draw], AbstractAsyncContextManager[Platform]]
    rules: Rules
    traits: ChatTraits
    refused: Callable[[AccessRevokedError], str]


async def telegram(bot: Bot) -> None:
    """Answer in Telegram until asked to stop; raises `SettingsError` for a token that is missing or refused."""
    await _alone(bot, telegram_wanted(bot.settings))


async def slack(bot: Bot) -> None:
    """Answer in Slack until asked to stop; raises `SettingsError` for what is missing, and for a refused token."""
    await _alone(bot, slack_wanted(bot.settings))


def telegram_wanted(settings: Settings, port: "Listen | None" = None) -> Wanted:
    """Return Telegram as it is set up, with a `port` of its own or a shared one; raises `SettingsError`."""
    needed(settings, "telegram_token")
    if settings.telegram_webhook_url:
        needed(settings, "telegram_webhook_secret")
    from bot.platforms.telegram import connect  # noqa: PLC0415 - the console needs no chat library

    options = replace(
        telegram_options(settings),
        port=port,
        menus=tuple(_telegram_menu(code) for code in ("", *PHRASES)),
        commands=frozenset(name.removeprefix("/") for name in (*COMMANDS, *HIDDEN)),
    )
    rules = _rules(settings, "telegram", settings.telegram_allow, settings.telegram_owners)
    token = PREFIX + "TELEGRAM_TOKEN"

    def connected(log: EventLog, _texts: KeyValueStore, draw: Draw) -> AbstractAsyncContextManager[Platform]:
        return connect(replace(options, draw=draw), log)

    return Wanted("telegram", connected, rules, ChatTraits(files=True), lambda _: token)


def slack_wanted(settings: Settings, port: "Listen | None" = None) -> Wanted:
    """Return Slack as it is set up, with a `port` of its own or a shared one; raises `SettingsError`."""
    options = replace(slack_options(settings), port=port)
    needed(settings, *(("slack_client_secret", "slack_signing_secret") if options.many else ("slack_bot_token",)))
    if not options.app_token:
        needed(settings, "slack_signing_secret")
    from bot.platforms.slack import THREADS_KEPT, connect  # noqa: PLC0415 - the console needs no chat library

    def connected(log: EventLog, texts: KeyValueStore, draw: Draw) -> AbstractAsyncContextManager[Platform]:
        return connect(replace(options, draw=draw), log, texts)

    def refused(error: AccessRevokedError) -> str:
        return PREFIX + ("SLACK_APP_TOKEN" if str(error) == "app token" else "SLACK_BOT_TOKEN")

    place = ChatTraits(shares=True, threads=THREADS_KEPT, installed=options.many, typed="/ask ", files=True)
    rules = _rules(settings, "slack", settings.slack_allow, settings.slack_owners)
    return Wanted("slack", connected, rules, place, refused)


def telegram_options(settings: Settings) -> "TelegramOptions":
    """Return what is set for Telegram; its menus and commands are not."""
    from bot.platforms.once import Once  # noqa: PLC0415 - as above
    from bot.platforms.telegram import Options  # noqa: PLC0415 - as above

    return Options(
        token=settings.telegram_token.value,
        api_url=settings.telegram_api_url,
        webhook_url=settings.telegram_webhook_url,
        webhook_secret=settings.telegram_webhook_secret.value,
        listen=settings.telegram_listen,
        once=Once(settings.telegram_once, settings.once_wait),
    )


def slack_options(settings: Settings) -> "SlackOptions":
    """Return what is set for Slack."""
    from bot.platforms.once import Once  # noqa: PLC0415 - as above
    from bot.platforms.slack.options import Options  # noqa: PLC0415 - as above

    return Options(
        bot_token=settings.slack_bot_token.value,
        app_token=settings.slack_app_token.value,
        signing_secret=settings.slack_signing_secret.value,
        client_id=settings.slack_client_id,
        client_secret=settings.slack_client_secret.value,
        api_url=settings.slack_api_url,
        listen=settings.slack_listen,
        once=Once(settings.slack_once, settings.once_wait),
    )


def _telegram_menu(code: str) -> "TelegramMenu":
    from bot.platforms.telegram import Menu as TelegramMenu  # noqa: PLC0415 - as above

    phrases = phrases_of(code)
    private, group = menu(Menu.PRIVATE, code), menu(Menu.GROUP, code)
    return TelegramMenu(code, private, group, phrases.greeting, phrases.profile)


def _rules(settings: Settings, platform: str, allowed: str, owners: str) -> Rules:
    def named(ids: str) -> frozenset[str]:
        return frozenset(f"{platform}:{name.strip()}" for name in ids.split(",") if name.strip())

    return Rules(settings.access == "open", named(allowed), named(owners), settings.questions_per_minute)


def _bringing(settings: Settings) -> BringingRules:
    whom, many = Bringers(settings.bring), (settings.bring_per_day, settings.bring_kept, settings.feeds_per_chat)
    return BringingRules(whom, *many, of_feed=FeedLimits().first)


async def _alone(bot: Bot, wanted: Wanted) -> None:
    """Answer on one platform until asked to stop; raises `SettingsError` for a refused token."""
    log = open_event_log(bot.settings.log, secrets(bot.settings))
    stop = stopped_by_signals()
    async with working(bot, log) as ready:
        try:
            await answer_on(ready, wanted, log, stop)
        except AccessRevokedError as error:
            raise SettingsError(wanted.refused(error), "refused") from None


@asynccontextmanager
async def working(bot: Bot, log: EventLog) -> AsyncIterator[Bot]:
    """Yield the bot as it is in a chat: what takes long is done in processes of its own, and the archive follows."""
    sys.setswitchinterval(SWITCH)
    async with processes() as apart, readers() as reading:
        noticed = bot.library.noticed

        def both(article: Article) -> None:
            noticed(article)
            bot.archive.notice()

        library = replace(bot.library, apart=apart, reading=reading, noticed=both)
        bot.archive.reading = library.stored
        bot.archive.failed = partial(_behind, log)
        async with bot.archive.following(), repeated(settling(), MINUTE):
            yield replace(bot, library=library)


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how it goes on a platform.

    `observer` counts; the others are told that it is connected and where its updates wait, whether another process
    brings them in instead of this one, and what is talked with there. `pages` is what links to pages begin with, empty
    where none are served.
    """

    observer: Observer = field(default_factory=Unobserved)
    met: Callable[[Platform, Inbox], None] = lambda _platform, _inbox: None
    standing_by: Callable[[bool], None] = lambda _is: None
    talking: Callable[[Talk], None] = lambda _talk: None
    pages: str = ""


async def answer_on(bot: Bot, wanted: Wanted, log: EventLog, stop: asyncio.Event, watch: Watch = Watch()) -> None:
    """Answer on a platform until asked to stop; raises `AccessRevokedError`."""
    async with AsyncExitStack() as stack:
        stores = await stack.enter_async_context(open_chats(chats_place(bot.settings)))
        connecting = wanted.connect(log, stores.texts, drawer(bot.library))
        platform = await stack.enter_async_context(_unless(stop, connecting))
        if platform is None:
            return

        watch.met(platform, stores.inbox)
        article = await bot.opening_article()
        await bot.offer(article)
        await bot.library.prepare(article)
        moves = Moves(stores.texts)
        feeds = keeper(bot, stores.feeds)
        talk = Talk(
            bot.library,
            article.id,
            stores.people,
            Admission(wanted.rules, stores.people, log, former=moves.before),
            log,
            replace(wanted.traits, stale_after=bot.settings.stale_after, links=bool(watch.pages)),
            forgetting(stores.inbox, platform.lane),
            fetch=bot.fetch,
            download=platform.download,
            drafts=stores.drafts,
            bringing=_bringing(bot.settings),
            moves=moves,
            asked=watch.observer.asked,
            linking=Linking(stores.links, watch.pages) if watch.pages else None,
            everywhere=bot.everywhere,
            shown=stores.shown,
            feeds=feeds,
        )
        watch.talking(talk)
        conversation = Conversation(talk, stores.memory, partial(_alarm, log))
        settle()
        log("started", {"platform": platform.name, **({"bot": platform.me} if platform.me else {})})
        sent = DeliveryContext(
            stores.inbox,
            platform,
            conversation.answer,
            log,
            admit=conversation.admit,
            direct=platform.direct,
            observer=watch.observer,
        )
        delivery = Delivery(sent, platform.prefix, Limits(drain=bot.settings.drain))
        corrections = Corrections(bot.library, stores.shown, stores.inbox, platform)
        purges = (
            *(stores.memory.purge, stores.drafts.purge, stores.links.purge, stores.shown.purge),
            partial(_purged, stores.people),
            lambda: stores.feeds.purge(time() - ENTRIES),
        )
        async with swept(*purges), told(corrections.tell, log), followed(feeds, stores.inbox, platform, log):
            await delivery.run(alone(platform, stores.leadership, log, watch.standing_by), stop)
        log("stopped", {})


def alone(
    platform: Platform, leadership: Leadership, log: EventLog, told: Callable[[bool], None] = lambda _is: None
) -> UpdateSource:
    """Return what brings in a platform's updates: where one process alone may do it, once no other one does.

    `told` is told whether this one stands by.
    """
    if not platform.exclusive:
        return platform.receive

    async def receive(enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        standing_by = False

        def waiting() -> None:
            nonlocal standing_by
            heartbeat()
            if not standing_by:
                standing_by = True
                told(True)
                log("standing_by", {})

        async def leading() -> None:
            if standing_by:
                told(False)
                log("taken_over", {})
            await platform.receive(enqueue, heartbeat)

        await leadership.lead(platform.prefix, leading, waiting)

    return receive


def forgetting(inbox: Inbox, lane: Callable[[str], str]) -> Forget:
    """Return what drops the questions kept of the chat that somebody writes in, and of all that is with them alone."""

    async def forget(chat: str, user: str) -> None:
        await inbox.forget(lane(chat))
        await inbox.forget(lane(user), below=True)

    return forget


@asynccontextmanager
async def _unless(
    stop: asyncio.Event, connected: AbstractAsyncContextManager[Platform]
) -> AsyncIterator[Platform | None]:
    """Connect and yield the platform, or None where the bot is asked to stop first: connecting may wait for ever."""
    async with AsyncExitStack() as stack:
        connecting = asyncio.ensure_future(stack.enter_async_context(connected))
        stopped = asyncio.ensure_future(stop.wait())
        await asyncio.wait({connecting, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for task in (stopped, *([] if connecting.done() else [connecting])):
            task.cancel()
        await asyncio.gather(connecting, stopped, return_exceptions=True)
        yield None if connecting.cancelled() else connecting.result()


def _behind(log: EventLog, error: StoreError) -> None:
    log("archive_behind", {"problem": error.reason if isinstance(error, ArchiveError) else error.problem})


async def _purged(people: GuestList) -> None:
    await people.purge(time())


def _alarm(log: EventLog, error: BaseException) -> None:
    log("unexpected", {"error": type(error).__name__, "place": where(error)})


def needed(settings: Settings, *names: str) -> None:
    """Raise `SettingsError` for the first of the settings that is not set."""
    for name in names:
        if not getattr(settings, name):
            raise SettingsError(PREFIX + name.upper(), "missing")


def secrets(settings: Settings) -> tuple[str, ...]:
    """Return every secret that is set."""
    values = (getattr(settings, field.name) for field in fields(settings))
    return tuple(value.value for value in values if isinstance(value, Secret) and value)


def stopped_by_signals() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
