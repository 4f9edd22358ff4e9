"""A chat platform, plugged together and running until it is asked to stop.

Rule of this module: wiring only. What a platform needs of its settings is handed to it as plain values.
"""

import asyncio
import signal
from contextlib import AbstractAsyncContextManager
from dataclasses import fields
from typing import Protocol

from bot.app import Bot
from bot.delivery import Delivery
from bot.delivery.desk import Desk
from bot.errors import SettingsError
from bot.journal import open_journal
from bot.letters import Barred, Beat, Journal, Take
from bot.ports import Courier
from bot.settings import PREFIX, Secret, Settings, chats_beside, default_database
from bot.storage.inbox import open_inbox


class Platform(Courier, Protocol):
    """A chat platform that is connected."""

    @property
    def prefix(self) -> str:
        """Return what its lanes start with."""
        ...

    async def intake(self, take: Take, beat: Beat) -> None:
        """Bring in updates until cancelled."""
        ...


async def telegram(bot: Bot) -> None:
    """Answer in Telegram until asked to stop; raises `SettingsError` for a token that is missing or refused."""
    settings = bot.settings
    needed(settings, "telegram_token")
    from bot.platforms.telegram import Options, connect  # noqa: PLC0415 - the console needs no chat library

    options = Options(
        token=settings.telegram_token.value,
        api_url=settings.telegram_api_url,
        webhook_url=settings.telegram_webhook_url,
        webhook_secret=settings.telegram_webhook_secret.value,
        listen=settings.telegram_listen,
    )
    journal = open_journal(settings.log, secrets(settings))
    await _serve(bot, connect(options, journal), journal, "telegram_token")


async def _serve(bot: Bot, connected: AbstractAsyncContextManager[Platform], journal: Journal, token: str) -> None:
    stop = _stopped_by_signals()
    file = chats_beside(bot.settings.database or default_database())
    conversation, _ = await bot.converse()
    try:
        async with open_inbox(file) as inbox, connected as platform:
            desk = Desk(inbox, platform, conversation.handle, journal)
            journal("started", {"platform": platform.prefix.partition(":")[0]})
            await Delivery(desk, platform.prefix).run(platform.intake, stop)
            journal("stopped", {})
    except Barred:
        raise SettingsError(PREFIX + token.upper(), "refused") from None


def needed(settings: Settings, *names: str) -> None:
    """Raise `SettingsError` for the first of the settings that is not set."""
    for name in names:
        if not getattr(settings, name):
            raise SettingsError(PREFIX + name.upper(), "missing")


def secrets(settings: Settings) -> tuple[str, ...]:
    """Return every secret that is set."""
    values = (getattr(settings, field.name) for field in fields(settings))
    return tuple(value.value for value in values if isinstance(value, Secret) and value)


def _stopped_by_signals() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
