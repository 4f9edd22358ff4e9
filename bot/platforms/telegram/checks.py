"""What is wrong with the set-up of Telegram, for the doctor.

Rule of this module: it asks and changes nothing; a finding names the setting to mend and never shows what is in it.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram import User, WebhookInfo

from bot.platforms.telegram.client import TOKEN, Client, open_client
from bot.platforms.telegram.options import Options
from bot.platforms.telegram.outcomes import TurnedError, asked
from bot.platforms.telegram.platform_texts import Checks, words_in
from bot.platforms.telegram.request import AiohttpRequest
from bot.transport import AccessRevokedError, DeliveryError

PATIENCE = 5.0
"""Seconds that the Bot API has for an answer."""
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}", re.ASCII)
LISTEN = re.compile(r".*:\d{1,5}", re.ASCII)
PUBLIC = Options("").api_url


@dataclass(frozen=True, slots=True)
class Check:
    """One line, whether all is well with it, and whether it says only what is not there or could be otherwise."""

    good: bool
    text: str
    hint: bool = False


async def examine(options: Options, language: str) -> tuple[Check, ...]:
    """Return what was found, in the order in which to mend it."""
    words = words_in(language).checks
    if not options.token:
        return (Check(good=True, text=words.missing, hint=True),)
    if not TOKEN.fullmatch(options.token):
        return (Check(good=False, text=words.malformed),)
    request = AiohttpRequest(read=PATIENCE)
    await request.initialize()
    try:
        return (*await _asked(open_client(options, request), options, words), *_webhook(options, words))
    finally:
        await request.shutdown()


async def _asked(client: Client, options: Options, words: Checks) -> tuple[Check, ...]:
    """Return what Telegram says."""
    try:
        me = await asked(client.get_me())
        hook = await asked(client.get_webhook_info())
    except AccessRevokedError:
        return (Check(good=False, text=words.odd_root if _names_a_method(options.api_url) else words.refused),)
    except (DeliveryError, TurnedError):
        return (Check(good=False, text=words.odd_root if _names_a_method(options.api_url) else words.unreachable),)
    return (
        Check(good=True, text=words.works.format(name=me.username)),
        *_hints(me, words),
        *_hook(hook, options, words),
    )


def _hints(me: User, words: Checks) -> list[Check]:
    hints = (
        (not me.supports_inline_queries, words.no_inline),
        (not me.can_join_groups, words.no_groups),
        (me.can_read_all_group_messages, words.no_privacy),
    )
    return [Check(good=True, text=hint.format(name=me.username), hint=True) for holds, hint in hints if holds]


def _names_a_method(url: str) -> bool:
    """Tell whether an address that should be a root goes on: whoever copies one from a manual takes too much."""
    return any(name.startswith("bot") for name in urlsplit(url).path.split("/"))


def _hook(hook: WebhookInfo, options: Options, words: Checks) -> list[Check]:
    """Return what is wrong with the webhook that Telegram knows."""
    if not hook.url:
        return []
    if hook.url != options.webhook_url:
        return [Check(good=False, text=words.elsewhere)]
    if hook.last_error_date and hook.pending_update_count:
        return [Check(good=False, text=words.undelivered.format(count=hook.pending_update_count))]
    return []


def _webhook(options: Options, words: Checks) -> list[Check]:
    """Return what is wrong with the settings of the webhook."""
    if not options.webhook_url:
        return []
    found = [
        (options.api_url == PUBLIC and not options.webhook_url.startswith("https://"), words.no_https),
        (not SECRET.fullmatch(options.webhook_secret), words.bad_secret),
        (not LISTEN.fullmatch(options.listen), words.bad_listen),
    ]
    return [Check(good=False, text=text) for wrong, text in found if wrong]
