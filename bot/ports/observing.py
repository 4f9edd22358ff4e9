"""Who is told how the bot is doing, in numbers."""

from typing import Protocol


class Observer(Protocol):
    """Is told what happens to the updates of one platform; knows no person, no chat and no text.

    Every method returns at once and never raises: it stands on a question's way to its answer.
    """

    def arrived(self, updates: int) -> None:
        """Count updates that were kept; one that comes again counts again."""
        ...

    def turned_away(self) -> None:
        """Count a message that got no answer: of a stranger, of somebody who asks too much, or too late."""
        ...

    def asked(self, refusal: str) -> None:
        """Count a question that an article was asked; `refusal` says why it gave no answer, "" where it gave one."""
        ...

    def composed(self, seconds: float) -> None:
        """Note how long it took to find what to reply, without the platform's part."""
        ...

    def replied(self, seconds: float) -> None:
        """Count a reply that was sent, and note how long after the arrival of its message."""
        ...

    def retried(self, reason: str) -> None:
        """Count something that is tried again: "failed" by our own fault, "unsure", or "asked_to_wait"."""
        ...

    def gave_up(self, reason: str) -> None:
        """Count an update that was given up: "unreadable", "not_taken", or "failed"."""
        ...
