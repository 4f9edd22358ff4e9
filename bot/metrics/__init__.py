"""What the bot counts, for Prometheus: prometheus-client is reached here alone.

Rule of this room: a label is a platform, a reason or an event's name, each from a short list in our own code; never a
chat, a person, a question or a token. Counting takes a microsecond and waits for nothing; what has to be asked of the
database is asked when somebody looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

from bot.transport import EventLog

PREFIX = "article_bot"
SHORT = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds; composing a reply takes milliseconds, and as much as this for a long article that is new."""
LONG = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 3600.0)
"""Seconds; a reply also waits for the platform, for its turn, and for a bot that was off."""
PLATFORM = ("platform",)


@dataclass(frozen=True, slots=True)
class Depth:
    """What stands in the inbox of a platform: how much waits, and how much was given up."""

    waiting: int
    dead: int


class Figures:
    """Everything that is counted in this process; work in processes of its own (reading documents) is not in it."""

    def __init__(self, version: str) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        GCCollector(registry=registry)
        self.updates = _counter(registry, "updates", "Updates that were kept, repeats among them")
        self.turned_away = _counter(registry, "turned_away", "Messages that were turned away: strangers, floods, stale")
        self.questions = _counter(registry, "questions", "Questions that an article was asked")
        self.answers = _counter(registry, "answers", "Questions that an article answered")
        self.refusals = _counter(registry, "refusals", "Questions that an article does not answer", "reason")
        self.replies = _counter(registry, "replies", "Replies that a platform has taken")
        self.retries = _counter(registry, "retries", "What is tried again", "reason")
        self.dead_letters = _counter(registry, "dead_letters", "Updates that were given up", "reason")
        self.composing = _histogram(registry, "compose_seconds", "Time to find what to reply", SHORT)
        self.replying = _histogram(registry, "reply_seconds", "Time from a message's arrival to its reply", LONG)
        self.events = Counter(f"{PREFIX}_events", "Lines of the log", ("event",), registry=registry)
        self.waiting = _gauge(registry, "queue_depth", "Updates that wait for their answer")
        self.dead = _gauge(registry, "dead_letters_kept", "Updates that were given up and are kept to be looked at")
        self.connected = _gauge(registry, "connected", "Whether a platform is connected")
        self.ready = Gauge(f"{PREFIX}_ready", "Whether the bot takes in and answers", registry=registry)
        self.store = Gauge(f"{PREFIX}_store_reachable", "Whether the database can be used", registry=registry)
        self.draining = Gauge(f"{PREFIX}_draining", "Whether the bot is about to stop", registry=registry)
        built = Gauge(f"{PREFIX}_build_info", "The version that runs", ("version",), registry=registry)
        built.labels(version).set(1)

    def text(self) -> bytes:
        """Return all of it in Prometheus' text format."""
        return generate_latest(self.registry)

    def found(self, platform: str, depth: Depth) -> None:
        """Note what stands in the inbox of a platform."""
        self.waiting.labels(platform).set(depth.waiting)
        self.dead.labels(platform).set(depth.dead)

    def counted(self, log: EventLog) -> EventLog:
        """Return a log whose lines are counted by the names of their events."""

        def write(event: str, facts: Mapping[str, str | int | float]) -> None:
            self.events.labels(event).inc()
            log(event, facts)

        return write


class PrometheusObserver:
    """An `Observer` that counts for one platform."""

    def __init__(self, figures: Figures, platform: str) -> None:
        self._updates = figures.updates.labels(platform)
        self._turned_away = figures.turned_away.labels(platform)
        self._questions = figures.questions.labels(platform)
        self._answers = figures.answers.labels(platform)
        self._replies = figures.replies.labels(platform)
        self._composing = figures.composing.labels(platform)
        self._replying = figures.replying.labels(platform)
        self._figures = figures
        self._platform = platform

    def arrived(self, updates: int) -> None:
        """Count updates that were kept."""
        self._updates.inc(updates)

    def turned_away(self) -> None:
        """Count a message that got no answer."""
        self._turned_away.inc()

    def asked(self, refusal: str) -> None:
        """Count a question, and why it was refused."""
        self._questions.inc()
        if refusal:
            self._figures.refusals.labels(self._platform, refusal).inc()
        else:
            self._answers.inc()

    def composed(self, seconds: float) -> None:
        """Note how long it took to find what to reply."""
        self._composing.observe(seconds)

    def replied(self, seconds: float) -> None:
        """Count a reply that was sent, and note how long after its message."""
        self._replies.inc()
        self._replying.observe(seconds)

    def retried(self, reason: str) -> None:
        """Count something that is tried again."""
        self._figures.retries.labels(self._platform, reason).inc()

    def gave_up(self, reason: str) -> None:
        """Count an update that was given up."""
        self._figures.dead_letters.labels(self._platform, reason).inc()


def _counter(registry: CollectorRegistry, name: str, words: str, *more: str) -> Counter:
    return Counter(f"{PREFIX}_{name}", words, (*PLATFORM, *more), registry=registry)


def _gauge(registry: CollectorRegistry, name: str, words: str) -> Gauge:
    return Gauge(f"{PREFIX}_{name}", words, PLATFORM, registry=registry)


def _histogram(registry: CollectorRegistry, name: str, words: str, buckets: tuple[float, ...]) -> Histogram:
    return Histogram(f"{PREFIX}_{name}", words, PLATFORM, buckets=buckets, registry=registry)
