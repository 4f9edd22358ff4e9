"""From a place to a document: a path, standard input, or (in `web`) an address on the web.

Rule of this room: it brings bytes and their type, understands nothing, and reads no more than an article may have.
"""

import re
import sys
from pathlib import Path

from bot.errors import ArticleError, ArticleProblem
from bot.formats import MAX_BYTES, media_type_of
from bot.model import Document

STDIN = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
"""How an address begins (RFC 3986, 3.1); a file that has such a name is still found as ./name."""


def is_address(origin: str) -> bool:
    """Tell whether a place is on the web and no path."""
    return _ADDRESS.match(origin) is not None


def read(origin: str) -> Document:
    """Return what stands at a path, or on standard input for `-`; raises `ArticleError` saying why not."""
    content = _standard_input() if origin == STDIN else _file(Path(origin).expanduser(), origin)
    if len(content) > MAX_BYTES:
        raise ArticleError(ArticleProblem.TOO_LARGE, origin)
    return Document(content, media_type_of(origin, content), origin)


def _standard_input() -> bytes:
    if sys.stdin is None:  # who starts the program has closed it
        raise ArticleError(ArticleProblem.UNREADABLE, STDIN)
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _file(path: Path, origin: str) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError(ArticleProblem.DIRECTORY, origin)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ArticleError(ArticleProblem.NOT_FOUND, origin) from None
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise ArticleError(ArticleProblem.UNREADABLE, origin) from None
