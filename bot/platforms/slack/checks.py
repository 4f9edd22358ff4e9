"""What is wrong with the set-up of Slack, for the doctor.

Rule of this module: it asks and changes nothing; a finding names the setting to mend and never shows what is in it.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.platforms.slack.calls import METHODS
from bot.platforms.slack.manifest import scopes
from bot.platforms.slack.options import Options
from bot.platforms.slack.refusals import mapped
from bot.platforms.slack.setup_texts import Checks, words_in
from bot.transport import AccessRevokedError, DeliveryError

PATIENCE = ClientTimeout(total=5.0)
"""Seconds that Slack has for an answer."""
BOT_TOKEN, APP_TOKEN = re.compile(r"xoxb-[\w-]+", re.ASCII), re.compile(r"xapp-[\w-]+", re.ASCII)
FILES = METHODS["files.info"]
"""The scope that reading files needs; an app that was installed before it was asked for lacks it."""
LISTEN = re.compile(r".*:\d{1,5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Check:
    """One line, whether all is well with it, and whether it says only what is not there."""

    good: bool
    text: str
    hint: bool = False


async def examine(options: Options, language: str) -> tuple[Check, ...]:
    """Return what was found, in the order in which to mend it."""
    words = words_in(language)
    if not (options.bot_token or options.client_id):
        begun = options.app_token or options.signing_secret or options.client_secret
        return (Check(good=False, text=words.begun) if begun else Check(good=True, text=words.missing, hint=True),)
    wrong = _wrong(options, words)
    if wrong:
        return tuple(Check(good=False, text=text) for text in wrong)
    async with ClientSession(timeout=PATIENCE) as session:
        client = AsyncWebClient(options.bot_token or None, base_url=options.api, session=session, retry_handlers=[])
        asked = () if options.many else await _bot(client, options, words)
        return (*asked, *(await _app(client, options, words)), Check(good=True, text=_mode(options, words)))


def _wrong(options: Options, words: Checks) -> list[str]:
    """Return what the settings alone show to be wrong."""
    http = options.many or not options.app_token
    found = [
        (not options.many and not BOT_TOKEN.fullmatch(options.bot_token), words.odd_bot),
        (bool(options.app_token) and not APP_TOKEN.fullmatch(options.app_token), words.odd_app),
        (options.many and not options.client_secret, words.no_client),
        (http and not options.signing_secret, words.no_way if not options.many else words.unsigned),
        (http and not LISTEN.fullmatch(options.listen), words.odd_listen),
    ]
    return [text for wrong, text in found if wrong]


async def _bot(client: AsyncWebClient, options: Options, words: Checks) -> tuple[Check, ...]:
    """Return what Slack says of the bot's token."""
    try:
        with mapped():
            answer = await client.auth_test()
    except AccessRevokedError:
        return (Check(good=False, text=words.refused),)
    except DeliveryError:
        odd = "api" in urlsplit(options.api_url).path.split("/")
        return (Check(good=False, text=words.odd_root if odd else words.unreachable),)
    works = Check(good=True, text=words.works.format(name=answer.get("user"), team=answer.get("team")))
    missing = sorted(set(scopes()) - _granted(answer))
    if not missing:
        return (works,)
    alone = f" {words.no_files}" if FILES in missing else ""
    return works, Check(good=False, text=words.scopes.format(scopes=", ".join(missing)) + alone)


def _granted(answer: AsyncSlackResponse) -> set[str]:
    """Return the scopes that Slack names in a header of every answer."""
    given = next((str(value) for name, value in answer.headers.items() if name.lower() == "x-oauth-scopes"), "")
    return {scope.strip() for scope in given.split(",")}


async def _app(client: AsyncWebClient, options: Options, words: Checks) -> tuple[Check, ...]:
    """Return what is wrong with the app's token; asking for an address opens no connection."""
    if not options.app_token:
        return ()
    try:
        with mapped():
            await client.apps_connections_open(app_token=options.app_token)
    except AccessRevokedError:
        return (Check(good=False, text=words.app_refused),)
    except DeliveryError:
        return (Check(good=False, text=words.app_unusable),)
    return ()


def _mode(options: Options, words: Checks) -> str:
    ways = [words.socket] if options.app_token else []
    if options.many or not options.app_token:
        ways.append(words.http.format(listen=options.listen))
    return words.mode.format(ways=", ".join(ways), whose=words.many if options.many else words.one)
