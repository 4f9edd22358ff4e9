"""Updates as they come: what they are called, and which chat they belong to, found out without reading them.

Rule of this module: nothing here ever raises, whatever an update holds. What has no known shape gets a lane of its own
and is kept like the rest; whether it can be read is found out later, where it harms nobody.
"""

import json
import re
from hashlib import sha256

from bot.transport import RawUpdate

NAMED = re.compile(rb'"update_id"\s*:\s*(\d{1,18})')


def raw_update(prefix: str, body: bytes, update: object) -> RawUpdate:
    """Return an update as it is kept; `update` is what its body holds, None where that can't be parsed."""
    number = number_of(update)
    if number is None and (found := NAMED.search(body)):
        number = int(found[1])
    key = f"{prefix}{number}" if number is not None else f"{prefix}x{sha256(body).hexdigest()[:16]}"
    home = _home(update)
    return RawUpdate(key, f"{prefix}{home}" if home else key, body)


def number_of(update: object) -> int | None:
    """Return the number of an update, None where it has none."""
    match update:
        case {"update_id": bool()}:
            return None
        case {"update_id": int(number)} if 0 <= number < 2**63:
            return number
        case {"update_id": str(digits)} if digits.isascii() and digits.isdecimal() and len(digits) < 19:  # noqa: PLR2004 - 64 bits
            return int(digits)
    return None


def parsed(body: bytes) -> object:
    """Return what a body holds as JSON, None where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def body_of(update: object) -> bytes:
    """Return an update as bytes again; empty where that can't be done."""
    try:
        return json.dumps(update, separators=(",", ":")).encode()
    except (ValueError, TypeError, RecursionError):
        return b""


def _home(update: object) -> str:
    """Return the chat of an update, or the person where it belongs to no chat; empty where it shows neither."""
    match update:
        case (
            {"message": {"chat": {"id": int(number)}}}
            | {"edited_message": {"chat": {"id": int(number)}}}
            | {"my_chat_member": {"chat": {"id": int(number)}}}
            | {"callback_query": {"message": {"chat": {"id": int(number)}}}}
            | {"callback_query": {"from": {"id": int(number)}}}
            | {"inline_query": {"from": {"id": int(number)}}}
        ) if -(2**63) <= number < 2**63:
            return str(int(number))
    return ""
