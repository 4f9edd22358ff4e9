"""An article's analysis, an extracted text and a turn of a conversation as bytes, and back.

Rule of this module: it knows no field by name but `id` and `text`, which are stored beside. Values are written as JSON
arrays in the order of their dataclass's fields, so a field that the model gains is stored without a change here; with
it changes `shape`, and what was stored in another shape counts as made by another version of the analysis. An extracted
text outlives every analysis: its fields are written by name, unknown ones are passed over and missing ones take
defaults. A turn is read by the version that wrote it, or forgotten.
"""

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, is_dataclass
from enum import EnumType
from functools import cache
from hashlib import sha256
from operator import attrgetter
from types import NoneType, UnionType
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints
from zlib import crc32

from bot.model import Article, ExtractedText

T = TypeVar("T")
_Pack = Callable[[object], object]
_Unpack = Callable[[object], object]

_BESIDE = ("id", "text")
"""Fields of an article and an extracted text that have a column of their own."""

_SEAL = 4
"""Bytes of the checksum that stands before what is stored."""

_PLAIN = (str, int, float, bool)

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
"""Frozen values hold no circles."""


def to_bytes(text: str) -> bytes:
    """Return the text as UTF-8; half a surrogate pair, as a file's name may hold it, survives."""
    return text.encode("utf-8", "surrogatepass")


def from_bytes(stored: object) -> str:
    """Return the text that `to_bytes` was given; raises `ValueError` or `TypeError` for what it never returned."""
    return raw(stored).decode("utf-8", "surrogatepass")


def raw(stored: object) -> bytes:
    """Return what was stored as bytes; raises `TypeError` for anything else."""
    if not isinstance(stored, bytes):
        raise TypeError("bytes were stored here")
    return stored


def pack_article(article: Article) -> bytes:
    """Return everything of an article but its id and its text."""
    return _dump(list(_packed(Article, article).values()))


def unpack_article(stored: bytes, article_id: str, text: str) -> Article:
    """Return the article that was packed in the same `shape`; raises `ValueError` or `TypeError` for damaged bytes."""
    found = zip(_names(Article), _items(_load(stored)), strict=True)
    make: Callable[..., Article] = Article
    return make(id=article_id, text=text, **_unpacked(Article, found))


def pack_reading(reading: ExtractedText) -> bytes:
    """Return everything of an extracted text but its text."""
    return _dump(_packed(ExtractedText, reading))


def unpack_reading(stored: bytes, text: str) -> ExtractedText:
    """Return the extracted text that was packed; raises `ValueError` or `TypeError` for damaged bytes."""
    names = _names(ExtractedText)
    found = ((name, value) for name, value in _pairs(_load(stored)) if name in names)
    make: Callable[..., ExtractedText] = ExtractedText
    return make(text=text, **_unpacked(ExtractedText, found))


def pack(value: object) -> bytes:
    """Return a value of any dataclass."""
    return _dump(_packer(cast("Hashable", type(value)))(value))


def unpack(kind: type[T], stored: bytes) -> T:
    """Return the value that was packed in the same shape; raises `ValueError` or `TypeError` for damaged bytes."""
    value = _unpacker(cast("Hashable", kind))(_load(stored))
    if not isinstance(value, kind):
        raise TypeError(f"a {kind.__name__} was stored here")
    return value


@cache
def shape(kind: type | None = None) -> str:
    """Return a short fingerprint of the fields of an article or a turn, through all the values that it holds."""
    return sha256(_outline(kind or Article).encode()).hexdigest()[:12]


def _names(kind: type[Article | ExtractedText]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in _BESIDE)


def _dump(value: object) -> bytes:
    body = to_bytes(_ENCODER.encode(value))
    return crc32(body).to_bytes(_SEAL, "big") + body


def _load(stored: bytes) -> object:
    seal, body = stored[:_SEAL], stored[_SEAL:]
    # SQLite keeps no checksums: without this one, a bit that flips in an offset would cut a sentence elsewhere.
    if crc32(body).to_bytes(_SEAL, "big") != seal:
        raise ValueError("not what was stored")
    value: object = json.loads(from_bytes(body))
    return value


def _packed(kind: type[Article | ExtractedText], value: object) -> dict[str, object]:
    hints = get_type_hints(kind)
    return {name: _packer(hints[name])(getattr(value, name)) for name in _names(kind)}


@cache
def _packer(kind: object) -> _Pack:
    """Return the way from a value of the annotated kind to JSON, which has tuples and lists for one thing."""
    match get_origin(kind), get_args(kind):
        case (origin, (inner, last)) if origin is tuple and last is Ellipsis:
            return _each(_packer(inner))
        case (origin, (inner, last)) if origin in (Union, UnionType) and last is NoneType:
            pack = _packer(inner)
            return _as_is if pack is _as_is else lambda value: None if value is None else pack(value)
        case (origin, (*inner,)) if origin in (tuple, Union, UnionType):
            return _side_by_side(tuple(map(_packer, inner))) if origin is tuple else _with_name(inner)
        case _ if isinstance(kind, EnumType) and issubclass(kind, _PLAIN):
            return _as_is
        case _ if isinstance(kind, type) and is_dataclass(kind):
            return _values(kind)
        case _ if kind in _PLAIN:
            return _as_is
    raise TypeError(f"no way to store a {kind}")


def _as_is(value: object) -> object:
    return value


def _each(pack: _Pack) -> _Pack:
    return _as_is if pack is _as_is else lambda value: list(map(pack, _tuple(value)))


def _side_by_side(parts: tuple[_Pack, ...]) -> _Pack:
    if all(pack is _as_is for pack in parts):
        return _as_is
    return lambda value: [pack(item) for pack, item in zip(parts, _tuple(value), strict=True)]


def _values(kind: type) -> _Pack:
    """Return the way to the values of a dataclass's fields; most are written as they are."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    get = attrgetter(*names, names[0])  # one more than there are: it returns a tuple of one field, too
    parts = [(n, pack) for n, name in enumerate(names) if (pack := _packer(hints[name])) is not _as_is]

    def pack_all(value: object) -> object:
        if not isinstance(value, kind):
            raise TypeError(f"no way to store a {type(value).__name__}")
        found = list(get(value))
        del found[-1]
        for n, pack in parts:
            found[n] = pack(found[n])
        return found

    return pack_all


def _with_name(members: Iterable[type]) -> _Pack:
    kinds = {kind: _values(kind) for kind in members}

    def pack(value: object) -> object:
        if type(value) not in kinds:
            raise TypeError(f"no way to store a {type(value).__name__}")
        return [type(value).__name__, *_tuple(kinds[type(value)](value))]

    return pack


def _tuple(value: object) -> Iterable[object]:
    if not isinstance(value, tuple | list):
        raise TypeError(f"no way to store a {type(value).__name__}")
    return value


def _unpacked(kind: type[Article | ExtractedText], found: Iterable[tuple[str, object]]) -> dict[str, object]:
    hints = get_type_hints(kind)
    return {name: _unpacker(hints[name])(value) for name, value in found}


@cache
def _unpacker(kind: object) -> _Unpack:
    """Return the way back from JSON to a value of the annotated kind."""
    match get_origin(kind), get_args(kind):
        case (origin, (inner, last)) if origin is tuple and last is Ellipsis:
            return _sequence(_unpacker(inner))
        case (origin, (inner, last)) if origin in (Union, UnionType) and last is NoneType:
            return _optional(_unpacker(inner))
        case (origin, (*inner,)) if origin in (tuple, Union, UnionType):
            return _row(tuple(map(_unpacker, inner))) if origin is tuple else _one_of(inner)
        case _ if isinstance(kind, EnumType):
            return kind
        case _ if isinstance(kind, type) and is_dataclass(kind):
            return _record(kind)
        case _ if kind in _PLAIN:
            return _plain
    raise TypeError(f"no way to store a {kind}")


def _plain(value: object) -> object:
    return value


def _sequence(unpack: _Unpack) -> _Unpack:
    return (lambda value: tuple(_items(value))) if unpack is _plain else lambda value: tuple(map(unpack, _items(value)))


def _row(parts: tuple[_Unpack, ...]) -> _Unpack:
    return lambda value: tuple(unpack(item) for unpack, item in zip(parts, _items(value), strict=True))


def _one_of(members: Iterable[type]) -> _Unpack:
    kinds = {kind.__name__: _record(kind) for kind in members}

    def unpack(value: object) -> object:
        name, *rest = _items(value)
        if not isinstance(name, str) or name not in kinds:
            raise TypeError("a name was stored here")
        return kinds[name](rest)

    return unpack


def _optional(unpack: _Unpack) -> _Unpack:
    return lambda value: None if value is None else unpack(value)


def _record(kind: type) -> _Unpack:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    parts = [(n, unpack) for n, name in enumerate(names) if (unpack := _unpacker(hints[name])) is not _plain]
    make: Callable[..., object] = kind

    def unpack_all(value: object) -> object:
        found = _items(value)
        if len(found) != len(names):
            raise ValueError("as many values as fields were stored here")
        for n, unpack in parts:
            found[n] = unpack(found[n])
        return make(*found)

    return unpack_all


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("a list was stored here")
    return value


def _pairs(value: object) -> Iterable[tuple[str, object]]:
    if not isinstance(value, dict):
        raise TypeError("names and values were stored here")
    return value.items()


def _outline(kind: object) -> str:
    if isinstance(kind, EnumType):
        members: Iterable[object] = kind
        return repr([str(member) for member in members])
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return repr([(field.name, _outline(hints[field.name])) for field in fields(kind)])
    if inner := get_args(kind):
        return f"{get_origin(kind)}{[_outline(part) for part in inner]}"
    return str(kind)
