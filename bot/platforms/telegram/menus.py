"""What Telegram shows of the bot before anybody writes: its commands and what it is, in each language.

Rule of this module: nothing here is worth not starting for; what Telegram does not take is noted, and that is all.
"""

from collections.abc import Awaitable, Iterator

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.platforms.telegram.options import Menu
from bot.platforms.telegram.outcomes import TurnedError, asked
from bot.transport import DeliveryError, EventLog

LONGEST_MEANING = 256
LONGEST_DESCRIPTION = 512
LONGEST_ABOUT = 120
"""Characters; what is longer is cut, because Telegram would refuse all of it."""


async def publish(bot: Bot, menus: tuple[Menu, ...], log: EventLog) -> None:
    """Set the menus and descriptions of all languages."""
    for menu in menus:
        for name, call in _calls(bot, menu):
            try:
                await asked(call)
            except (DeliveryError, TurnedError) as error:
                facts = {"what": name, "language": menu.language, "error": type(error).__name__}
                log("menu_not_set", facts)


def _calls(bot: Bot, menu: Menu) -> Iterator[tuple[str, Awaitable[bool]]]:
    language = menu.language or None
    for scope, commands in (
        (BotCommandScopeAllPrivateChats(), menu.private),
        (BotCommandScopeAllGroupChats(), menu.group),
    ):
        if commands:
            yield "commands", bot.set_my_commands(_commands(commands), scope, language)
    if menu.description:
        yield "description", bot.set_my_description(_short(menu.description, LONGEST_DESCRIPTION), language)
    if menu.about:
        yield "about", bot.set_my_short_description(_short(menu.about, LONGEST_ABOUT), language)


def _commands(commands: tuple[tuple[str, str], ...]) -> list[BotCommand]:
    return [BotCommand(name.removeprefix("/"), _short(meaning, LONGEST_MEANING)) for name, meaning in commands]


def _short(text: str, longest: int) -> str:
    """Return as many whole words as fit."""
    return text if len(text) <= longest else f"{text[: longest - 1].rpartition(' ')[0]}…"
