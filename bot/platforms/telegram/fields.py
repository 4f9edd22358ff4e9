"""The fields of an update, each checked where it is read.

Rule of this module: what is there is what it should be, or `TypeError` is raised; nobody knows what a server sends. The
library's objects take values as they come, and making them of a message takes as long as keeping it in the inbox.
"""

from collections.abc import Mapping, Sequence

Json = Mapping[str, object]
"""A JSON object of the Bot API."""


def whole(value: object) -> int:
    """Return a whole number of 64 bits."""
    if isinstance(value, bool) or not isinstance(value, int) or not -(2**63) <= value < 2**63:
        raise TypeError
    return value


def word(value: object) -> str:
    """Return a string."""
    if not isinstance(value, str):
        raise TypeError
    return value


def part(owner: Json, name: str) -> Json | None:
    """Return an object's object, None where it has none."""
    found = owner.get(name)
    if found is not None and not isinstance(found, dict):
        raise TypeError
    return found


def needed(owner: Json, name: str) -> Json:
    """Return an object's object, which must be there."""
    found = part(owner, name)
    if found is None:
        raise TypeError
    return found


def parts(owner: Json, name: str) -> Sequence[Json]:
    """Return an object's list of objects, empty where it has none."""
    found = owner.get(name)
    if found is None:
        return ()
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise TypeError
    return found


def clean(text: object) -> str:
    """Return a text whose lone halves of surrogate pairs are replaced: nothing could store or send them."""
    said = word(text)
    return said if said.isascii() else said.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def name_of(message: Json) -> str:
    """Return what Telegram shows of who has written a message: their name, and their username behind it."""
    sender = part(message, "sender_chat") or part(message, "from") or {}
    names = (sender.get(field) for field in ("first_name", "last_name", "title"))
    name = " ".join(clean(one) for one in names if isinstance(one, str) and one)
    username = sender.get("username")
    return f"{name} @{clean(username)}".strip() if isinstance(username, str) and username else name
