"""What is set up, what is missing, and what to do about it.

Rule of this room: each finding is one line, names the thing to mend, and never shows a setting's value that is secret.
"""

import platform
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bot.app import Bot, open_bot, sentence_encoder
from bot.app.archiving import server_of
from bot.app.lexicons import large_dictionary
from bot.conversation.error_messages import words_for
from bot.conversation.phrases import Phrases
from bot.core.lexical.lexicon import Buffer
from bot.errors import ArchiveError, BotError, DictionaryError, DictionaryProblem, EncoderError
from bot.settings import (
    NO_DICTIONARY,
    NO_ENCODER,
    PREFIX,
    Settings,
    load_settings,
    load_what_can_be,
    open_file,
    place_of,
    stray_file,
)
from bot.storage.dictionary import Dictionary
from bot.storage.server_address import shown

if TYPE_CHECKING:
    from bot.platforms.slack.checks import Check as SlackCheck
    from bot.platforms.telegram.checks import Check as TelegramCheck

DATABASE = PREFIX + "DATABASE"
PATIENCE = 3.0
"""Seconds that the archive's server has to answer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line, whether all is well with it, and whether it says only what is not there or could be otherwise."""

    good: bool
    text: str
    hint: bool = False


async def examine(phrases: Phrases) -> tuple[Finding, ...]:
    """Return the findings in the order in which to mend them; what is wrong with one thing hides no other."""
    found = [Finding(good=True, text=phrases.doctor.python.format(version=platform.python_version()))]
    if (stray := stray_file()) is not None:
        found.append(Finding(good=True, text=phrases.doctor.stray_file.format(path=stray), hint=True))
    if (readable := open_file()) is not None:
        found.append(Finding(good=True, text=phrases.doctor.open_file.format(path=readable), hint=True))
    settings, wrong = load_what_can_be()
    found += [Finding(good=False, text=words_for(error, phrases)) for error in wrong]
    if settings is None:
        return tuple(found)
    names = ", ".join(settings.given())
    found.append(Finding(good=True, text=phrases.doctor.settings.format(names=names or phrases.doctor.no_settings)))
    found.append(_dictionary(settings, phrases))
    found.append(_encoder(settings, phrases))
    if not any(error.name == DATABASE for error in wrong):
        found += await _articles(settings, phrases)
    found += await _archive(settings, phrases)
    found += await _telegram(settings, phrases.code)
    found += await _slack(settings, phrases.code)
    found += _lists(settings, phrases)
    return tuple(found)


def _lists(settings: Settings, phrases: Phrases) -> list[Finding]:
    """Return a hint for each platform where a list says who may ask, and nobody is on it."""
    slack = settings.slack_bot_token or settings.slack_client_id
    platforms = (
        (settings.telegram_token, settings.telegram_owners, settings.telegram_allow, "BOT_TELEGRAM_OWNERS"),
        (slack, settings.slack_owners, settings.slack_allow, "BOT_SLACK_OWNERS"),
    )
    alone = [name for there, owners, allowed, name in platforms if there and not owners and not allowed]
    text = phrases.doctor.nobody_listed
    return [Finding(good=True, text=text.format(owners=name), hint=True) for name in alone if settings.access == "list"]


async def try_out(chat: str, phrases: Phrases) -> tuple[Finding, ...]:
    """Return what a platform shows in a chat: one of Telegram's where that is a number, else a channel of Slack's."""
    try:
        settings = load_settings()
        found = await _tried_out(settings, chat, phrases.code)
    except BotError as error:
        return (Finding(good=False, text=words_for(error, phrases)),)
    return tuple(Finding(one.good, one.text) for one in found)


async def _tried_out(settings: Settings, chat: str, language: str) -> tuple["TelegramCheck | SlackCheck", ...]:
    from bot.app.serve import needed, slack_options, telegram_options  # noqa: PLC0415 - no other finding needs it

    if chat.removeprefix("-").isdecimal():
        from bot.platforms.telegram.live import try_out as telegram  # noqa: PLC0415 - as above

        needed(settings, "telegram_token")
        return await telegram(telegram_options(settings), int(chat), language)
    from bot.platforms.slack.live import try_out as slack  # noqa: PLC0415 - as above

    needed(settings, "slack_bot_token")
    return await slack(slack_options(settings), chat, language)


async def _articles(settings: Settings, phrases: Phrases) -> list[Finding]:
    """Return what there is to say of the database and of the first article."""
    found = []
    try:
        place = place_of(settings)
        if isinstance(place, Path) and place.is_file() and not place.stat().st_size:
            found.append(Finding(good=True, text=phrases.doctor.empty_database.format(path=place), hint=True))
        async with open_bot(replace(settings, dictionary=NO_DICTIONARY, encoder=NO_ENCODER)) as bot:
            await bot.library.store.check()
            count = len(await bot.library.articles())
            path = shown(place) if isinstance(place, str) else place
            found.append(Finding(good=True, text=phrases.doctor.database.format(path=path, count=count)))
            found.append(await _first_article(bot, phrases))
    except BotError as error:
        found.append(Finding(good=False, text=words_for(error, phrases)))
    return found


async def _archive(settings: Settings, phrases: Phrases) -> list[Finding]:
    """Return how the archive's server is, nothing where the bot has an index of its own."""
    words = phrases.doctor
    try:
        server = server_of(settings, patience=PATIENCE)
        if server is None:
            return []
        try:
            about = await server.about()
        finally:
            await server.close()
    except ArchiveError as error:
        return [Finding(good=False, text=words_for(error, phrases))]
    if about.status == "red":
        return [Finding(good=False, text=words.archive_red.format(address=about.address))]
    found = words.archive.format(version=about.version, address=about.address, nodes=about.nodes)
    alone = words.archive_yellow.format(address=about.address)
    hint = [Finding(good=True, text=alone, hint=True)] if about.status == "yellow" else []
    return [Finding(good=True, text=found), *hint]


def _dictionary(settings: Settings, phrases: Phrases) -> Finding:
    try:
        found = None if settings.dictionary == NO_DICTIONARY else large_dictionary(settings)
    except DictionaryError as error:
        if error.problem is not DictionaryProblem.NOT_FOUND or settings.dictionary:
            return Finding(good=False, text=words_for(error, phrases))
        found = None
    if found is None:
        return Finding(good=True, text=phrases.doctor.no_dictionary)
    if (table := found.compiled()) is None:
        return Finding(good=True, text=phrases.doctor.not_compiled.format(path=found.file))
    return Finding(good=True, text=dictionary_line(found, table, phrases))


def dictionary_line(dictionary: Dictionary, table: Buffer, phrases: Phrases) -> str:
    """Return what there is to say of a compiled dictionary."""
    words = table[:].count(b"\n")
    return phrases.doctor.dictionary.format(path=dictionary.file, count=words, size=len(table) / 1e6)


def _encoder(settings: Settings, phrases: Phrases) -> Finding:
    """Return whether there is a sentence encoder, and how fast it is here."""
    try:
        encoder = sentence_encoder(settings)
        if encoder is None:
            off = settings.encoder == NO_ENCODER
            return Finding(good=True, text=phrases.doctor.encoder_off if off else phrases.doctor.no_encoder)
        encoder.query("a")  # which loads it
        started = perf_counter()
        encoder.query(phrases.doctor.no_dictionary)
        taken = 1_000 * (perf_counter() - started)
    except EncoderError as error:
        return Finding(good=False, text=words_for(error, phrases))
    return Finding(good=True, text=phrases.doctor.encoder.format(name=encoder.name, milliseconds=taken))


async def _first_article(bot: Bot, phrases: Phrases) -> Finding:
    _, article = await bot.converse()
    return Finding(good=True, text=phrases.doctor.first_article.format(title=article.title or phrases.untitled))


async def _telegram(settings: Settings, language: str) -> list[Finding]:
    from bot.app.serve import telegram_options  # noqa: PLC0415 - other findings need no chat library
    from bot.platforms.telegram.checks import examine as check  # noqa: PLC0415 - as above

    return [Finding(one.good, one.text, one.hint) for one in await check(telegram_options(settings), language)]


async def _slack(settings: Settings, language: str) -> list[Finding]:
    from bot.app.serve import slack_options  # noqa: PLC0415 - as above
    from bot.platforms.slack.checks import examine as check  # noqa: PLC0415 - as above

    return [Finding(one.good, one.text, one.hint) for one in await check(slack_options(settings), language)]
