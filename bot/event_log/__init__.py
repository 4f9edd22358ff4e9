"""The log: what happened, for whoever runs the bot; one line an event, on standard error.

Rule of this room: a line holds an event's name and facts that our own code chose, never a text that came from outside.
What other libraries log is cut down to where it was logged and what kind of error it was about, because their messages
hold addresses with tokens in them, and people's words.
"""

import logging
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TextIO

import structlog

from bot.event_log.sentences import for_people
from bot.transport import EventLog

HIDDEN = "[hidden]"
SECRETS = re.compile(
    r"\d{5,}:[A-Za-z0-9_-]{20,}"  # Telegram: a bot's id and token
    r"|xox[a-z]+-[A-Za-z0-9-]+|xapp-[A-Za-z0-9-]+"  # Slack: tokens
    r"|https?://\S+"  # response_url, URLs with tokens in them
)
"""What looks like a secret, wherever it may have come from."""


def open_event_log(form: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> EventLog:
    """Return a log that writes "json" for programs or "console", in sentences, for people; `secrets` never show.

    From now on everything that is logged in this process goes the same way; libraries are heard from warnings on.
    """
    out = stream or sys.stderr
    hidden = tuple(sorted((secret for secret in secrets if secret), key=len, reverse=True))
    programs = form == "json"
    as_text = structlog.processors.JSONRenderer(ensure_ascii=False) if programs else _for_people(out)
    logger = structlog.wrap_logger(
        structlog.PrintLogger(out),
        processors=[structlog.processors.TimeStamper(fmt="iso", utc=True), as_text],
    )

    def log(event: str, facts: Mapping[str, str | int | float]) -> None:
        clean = {name: _clean(value, hidden) for name, value in facts.items()}
        with suppress(OSError, ValueError):  # a full disk or a closed pipe must not stop what is being written about
            logger.info(event if programs else for_people(event, clean), **clean)

    _listen(log)
    return log


def _for_people(out: TextIO) -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(colors=out.isatty(), pad_event_to=16)


def _clean(value: str | float, hidden: Iterable[str]) -> str | float:
    """Return a value without secrets, on one line."""
    if not isinstance(value, str):
        return value
    for secret in hidden:
        value = value.replace(secret, HIDDEN)
    return " ".join(SECRETS.sub(HIDDEN, value).split())


def _listen(log: EventLog) -> None:
    """Have what libraries log written into the log, and nothing else of it anywhere."""
    logging.basicConfig(handlers=[_Ears(log)], level=logging.WARNING, force=True)
    logging.captureWarnings(capture=True)


class _Ears(logging.Handler):
    """Hears what libraries log."""

    def __init__(self, log: EventLog) -> None:
        super().__init__()
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Write down where something was logged and the kind of its error; the message stays out."""
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        where = f"{record.filename}:{record.lineno}"
        self._log("library", {"logger": record.name, "level": record.levelname, "error": error, "place": where})
