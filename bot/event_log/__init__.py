"""The log: what happened, for whoever runs the bot; one line an event, on standard error.

Rule of this room: a line holds an event's name and facts that our own code chose, never a text that came from outside.
What other libraries log is cut down to where it was logged and what kind of error it was about, because their messages
hold addresses with tokens in them, and people's words. The same line again and again is written a few times a minute,
and then counted: who can make the bot write must not be able to fill its disk.
"""

import logging
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import TextIO

import structlog
from cachetools import LRUCache

from bot.event_log.sentences import for_people
from bot.transport import EventLog

HIDDEN = "[hidden]"
SECRETS = re.compile(
    r"(?<!\d)\d{5,}+:[A-Za-z0-9_-]{20,}"  # Telegram: a bot's id and token
    r"|xox[a-z]{1,9}-[A-Za-z0-9-]+|xapp-[A-Za-z0-9-]+"  # Slack: tokens
    r"|https?://\S+"  # response_url, URLs with tokens in them
)
"""What looks like a secret, wherever it may have come from."""


SAME = 10
"""Times that the same line is written in one `PERIOD`; the first one after it says how many were not."""
PERIOD = 60.0
"""Seconds."""
KINDS = 1_000
"""Different lines that are counted; one that has not come for longest is forgotten first."""

Facts = Mapping[str, str | int | float]
Line = tuple[str, tuple[tuple[str, str | int | float], ...]]
"""An event's name and its facts."""


@dataclass(slots=True)
class _Times:
    """How often a line came since a moment, and how often of these it was not written."""

    since: float
    came: int = 0
    unwritten: int = 0


@dataclass(slots=True, eq=False)
class Repetitions:
    """Counts how often the same line comes; from any thread."""

    clock: Callable[[], float] = monotonic
    _kept: LRUCache[Line, _Times] = field(default_factory=lambda: LRUCache(KINDS))
    _lock: Lock = field(default_factory=Lock)

    def passed(self, event: str, facts: Facts) -> Facts | None:
        """Return what to write of an event, None for nothing; `more` is how often it was not written before."""
        with self._lock:
            now, line = self.clock(), (event, tuple(facts.items()))
            before = self._kept.get(line)
            times = self._kept[line] = _Times(now) if before is None or now - before.since >= PERIOD else before
            times.came += 1
            if times.came > SAME:
                times.unwritten += 1
                return None
        more = before.unwritten if before is not None and before is not times else 0
        return {**facts, "more": more} if more else facts


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

    repetitions = Repetitions()

    def log(event: str, given: Facts) -> None:
        facts = repetitions.passed(event, given)
        if facts is None:
            return
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
