"""What a function works out once for something large, kept by a short key.

Rule of this room: two with the same key are the same, whatever else they hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Keyed(Generic[T]):
    """A value that is hashed and compared by a key, for `lru_cache`."""

    key: tuple[str, ...]
    value: T

    def __eq__(self, other: object) -> bool:
        """Tell whether another has the same key."""
        return isinstance(other, Keyed) and self.key == other.key

    def __hash__(self) -> int:
        """Return the hash of the key."""
        return hash(self.key)
