"""What the delivery works with, handed on as one value.

Rule of this module: a record, and nothing that decides.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.chat import Admit, Handle
from bot.ports.delivery import DirectTransport, Inbox, Transport
from bot.ports.observing import Observer
from bot.transport import EventLog


class Unobserved:
    """An `Observer` that counts nothing."""

    def arrived(self, updates: int) -> None:
        """Count nothing."""

    def turned_away(self) -> None:
        """Count nothing."""

    def asked(self, refusal: str) -> None:
        """Count nothing."""

    def composed(self, seconds: float) -> None:
        """Note nothing."""

    def replied(self, seconds: float) -> None:
        """Count nothing."""

    def retried(self, reason: str) -> None:
        """Count nothing."""

    def gave_up(self, reason: str) -> None:
        """Count nothing."""


@dataclass(frozen=True, slots=True)
class DeliveryContext:
    """Where updates are kept, who reads and sends them, who answers them; `now` gives seconds since 1970.

    Where somebody decides first who gets an answer (`admit`), it can be placed while it is being looked for.
    `direct` is how it is sent as one message, where the platform can. `observer` counts.
    """

    inbox: Inbox
    transport: Transport
    handle: Handle
    log: EventLog
    now: Callable[[], float] = time.time
    admit: Admit | None = None
    direct: DirectTransport | None = None
    observer: Observer = field(default_factory=Unobserved)
