"""What a request brings and how it is refused: parameters as the Bot API takes them, and its errors.

Rule of this module: a parameter comes as JSON or as a form field, and means the same either way.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Json = dict[str, Any]


class RefusedError(Exception):
    """The server says no."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """Return the answer's body."""
        said: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return said | ({"parameters": self.parameters} if self.parameters else {})


def bad(description: str) -> RefusedError:
    """Return a refusal of a bad request."""
    return RefusedError(400, f"Bad Request: {description}")


@dataclass(frozen=True, slots=True)
class Params:
    """The parameters of a call."""

    given: Mapping[str, Any] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return self.given.get(name) not in (None, "")

    def text(self, name: str, otherwise: str = "") -> str:
        """Return a string; raises `RefusedError` for one that is not UTF-8 (a lone surrogate)."""
        value = self.given.get(name)
        said = otherwise if value is None else str(value)
        try:
            said.encode()
        except UnicodeEncodeError:
            raise bad("strings must be encoded in UTF-8") from None
        return said

    def number(self, name: str, otherwise: int = 0) -> int:
        """Return an integer; what is none counts as not given, as it does for the real server."""
        try:
            return int(self.given[name])
        except (KeyError, TypeError, ValueError):
            return otherwise

    def flag(self, name: str) -> bool:
        """Return a yes or no."""
        return str(self.given.get(name, "")).lower() in ("true", "1", "yes")

    def json(self, name: str) -> Any:  # noqa: ANN401 - it is whatever the caller sent
        """Return an object or array, given as such or as its JSON text; None where it is absent."""
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None


async def params_of(request: web.Request) -> Params:
    """Return what a request brings in its address and body."""
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        body = await request.read()
        try:
            loaded = json.loads(body) if body else {}
        except ValueError:
            raise bad("can't parse JSON object") from None
        if not isinstance(loaded, dict):
            raise bad("object expected as JSON body")
        return Params(given | loaded)
    try:
        return Params(given | dict(await request.post()))
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None
