"""What the value of a setting must look like.

Rule of this module: what is wrong is told by the name of its variable, never by its value.
"""

import os
import re
from dataclasses import replace
from pathlib import Path

from bot.errors import SettingsError
from bot.settings.options import CHOICES, PREFIX, Secret, Settings

LEAST = {
    "archive_shards": 1,
    "archive_replicas": 0,
    "stale_after": 1,
    "questions_per_minute": 1,
    "bring_per_day": 1,
    "bring_kept": 1,
    "feed_minutes": 1,
    "feeds_per_chat": 0,
    "once_wait": 1,
    "drain": 1,
    "drain_delay": 0,
}
"""The smallest value of a number."""
PORT = r"(?:6553[0-5]|(?:655[0-2]|65[0-4]\d|6[0-4]\d\d|[0-5]?\d{1,3})\d|\d)"
ADDRESS, ROOT_URL, SECRET = rf"\S+:{PORT}", r"https?://\S+", r"[A-Za-z0-9_-]{1,256}"
BASE_URL = r"https?://[^\s/?#@]+(?:/[^\s?#]*)?"
TELEGRAM_IDS, SLACK_IDS = r"\s*(?:-?\d+\s*,?\s*)*", r"\s*(?:[UWCDG][A-Z0-9]{2,}\s*,?\s*)*"
NODE = rf"(?:[A-Za-z0-9._-]+|\[[0-9a-fA-F:]+\])(?::{PORT})?"
ARCHIVE = rf"https?://(?:[^\s/@:]+:[^\s/@]*@)?{NODE}(?:,{NODE})*/[a-z0-9][a-z0-9_-]{{0,99}}"
FORMS = {
    "archive": ARCHIVE,
    "telegram_api_url": ROOT_URL,
    "telegram_webhook_url": ROOT_URL,
    "telegram_webhook_secret": SECRET,
    "listen": ADDRESS,
    "public_url": BASE_URL,
    "telegram_listen": ADDRESS,
    "slack_api_url": ROOT_URL,
    "slack_listen": ADDRESS,
    "telegram_allow": TELEGRAM_IDS,
    "telegram_owners": TELEGRAM_IDS,
    "slack_allow": SLACK_IDS,
    "slack_owners": SLACK_IDS,
}
"""What a setting looks like where it is set."""


def usable(settings: Settings) -> Settings:
    """Return the settings with the home folder put in for `~`; raises `SettingsError` for what can be no file."""
    _check_words(settings)
    for name, least in LEAST.items():
        if getattr(settings, name) < least:
            raise SettingsError(PREFIX + name.upper())
    for name, form in FORMS.items():
        given = getattr(settings, name)
        value = given.value if isinstance(given, Secret) else given
        if value and not re.fullmatch(form, value, re.ASCII):
            raise SettingsError(PREFIX + name.upper())
    article = os.path.expanduser(settings.article)  # noqa: PTH111 - an id stays what it is
    settings = replace(settings, archive_ca=os.path.expanduser(settings.archive_ca))  # noqa: PTH111 - as above
    settings = replace(settings, dictionary=os.path.expanduser(settings.dictionary))  # noqa: PTH111 - as above
    settings = replace(settings, encoder_folder=os.path.expanduser(settings.encoder_folder))  # noqa: PTH111 - as above
    if settings.history is not None:
        settings = replace(settings, history=Path(os.path.expanduser(settings.history)))  # noqa: PTH111 - as above
    if not isinstance(settings.database, Path):
        return replace(settings, article=article)
    place = os.path.expanduser(settings.database)  # noqa: PTH111 - the other one raises for an unknown user
    if not place.strip() or place.startswith("~") or ":/" in place[2:]:
        raise SettingsError(PREFIX + "DATABASE")
    return replace(settings, article=article, database=Path(place))


def _check_words(settings: Settings) -> None:
    """Raise `SettingsError` for a setting that is none of its choices, and for networks that are none."""
    for name, choices in CHOICES.items():
        if getattr(settings, name) not in choices:
            raise SettingsError(PREFIX + name.upper())
    if settings.fetch_private and not _are_networks(settings.fetch_private):
        raise SettingsError(PREFIX + "FETCH_PRIVATE")


def _are_networks(text: str) -> bool:
    from ipaddress import ip_network  # noqa: PLC0415 - for those alone who have set some

    try:
        return all(ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())
    except ValueError:
        return False
