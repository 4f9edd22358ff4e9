"""What is set up, what is missing, and what to do about it.

Rule of this room: each finding is one line, names the thing to mend, and never shows a setting's value that is secret.
"""

import platform
from dataclasses import dataclass

from bot.app import Bot, open_bot
from bot.conversation.phrases import Phrases
from bot.conversation.words import words_for
from bot.errors import BotError
from bot.settings import Settings, default_database, load_settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One line, and whether all is well with it."""

    good: bool
    text: str


async def examine(phrases: Phrases) -> tuple[Finding, ...]:
    """Return the findings in the order in which to mend them."""
    found = [Finding(good=True, text=phrases.doctor_python.format(version=platform.python_version()))]
    try:
        settings = load_settings()
        names = ", ".join(settings.given())
        found.append(Finding(good=True, text=phrases.doctor_settings.format(names=names or phrases.doctor_articles)))
        async with open_bot(settings) as bot:
            await bot.library.store.check()
            count = len(await bot.library.articles())
            path = settings.database or default_database()
            found.append(Finding(good=True, text=phrases.doctor_database.format(path=path, count=count)))
            found.append(await _first_article(bot, phrases))
        found += await _telegram(settings, phrases.code)
        found += await _slack(settings, phrases.code)
    except BotError as error:
        found.append(Finding(good=False, text=words_for(error, phrases)))
    return tuple(found)


async def _first_article(bot: Bot, phrases: Phrases) -> Finding:
    _, article = await bot.converse()
    return Finding(good=True, text=phrases.doctor_article.format(title=article.title or phrases.untitled))


async def _telegram(settings: Settings, language: str) -> list[Finding]:
    from bot.platforms.telegram import Options  # noqa: PLC0415 - other findings need no chat library
    from bot.platforms.telegram.checks import examine as check  # noqa: PLC0415 - as above

    options = Options(
        token=settings.telegram_token.value,
        api_url=settings.telegram_api_url,
        webhook_url=settings.telegram_webhook_url,
        webhook_secret=settings.telegram_webhook_secret.value,
        listen=settings.telegram_listen,
    )
    return [Finding(one.good, one.text) for one in await check(options, language)]


async def _slack(settings: Settings, language: str) -> list[Finding]:
    from bot.app.serve import slack_options  # noqa: PLC0415 - as above
    from bot.platforms.slack.checks import examine as check  # noqa: PLC0415 - as above

    return [Finding(one.good, one.text) for one in await check(slack_options(settings), language)]
