"""What a server sends, unpacked piece by piece and never longer than it may be.

Rule of this module: no piece is unpacked to more than is still allowed, so that a small body can't become a huge one.
"""

import zlib

ENCODINGS = ("gzip", "deflate")
"""What a body may be packed with: both are in Python, and every server knows the first."""

_GZIP = 16 + zlib.MAX_WBITS
_MEMBER = b"\x1f\x8b"
"""How a gzip file begins; one may be several, one behind the other (RFC 1952, 2.2)."""
_RAW = -zlib.MAX_WBITS


class TooLongError(Exception):
    """A body is longer than it may be, packed or unpacked."""


class BrokenBodyError(Exception):
    """A body is not what it says that it is, or breaks off."""


class Body:
    """A body that is coming in, of so many bytes at most."""

    def __init__(self, encoding: str, most: int) -> None:
        """Take the name of an encoding as HTTP gives it; raises `BrokenBodyError` for one that nobody asked for."""
        name = encoding.strip().lower().removeprefix("x-")
        if name not in {"", "identity", *ENCODINGS}:
            raise BrokenBodyError
        self._most = most
        self._came = 0
        self._content = bytearray()
        self._name = name
        self._unpacker = None if name in {"", "identity"} else zlib.decompressobj(_bits(name))

    def add(self, piece: bytes) -> None:
        """Take the next piece; raises `TooLongError` and `BrokenBodyError`."""
        self._came += len(piece)
        if self._came > self._most:
            raise TooLongError
        if self._unpacker is None:
            self._content += piece
            return
        try:
            self._unpack(piece)
        except zlib.error:
            raise BrokenBodyError from None

    def _unpack(self, piece: bytes) -> None:
        if self._name == "deflate" and self._came == len(piece) and not _is_wrapped(piece):
            self._unpacker = zlib.decompressobj(_RAW)  # as some servers understand the word
        while piece and self._unpacker is not None:
            if self._unpacker.eof:
                if not piece.startswith(_MEMBER):
                    return  # what stands behind the end belongs to nobody
                self._unpacker = zlib.decompressobj(_GZIP)
            self._content += self._unpacker.decompress(piece, self._most + 1 - len(self._content))
            if len(self._content) > self._most:
                raise TooLongError
            piece = self._unpacker.unused_data if self._unpacker.eof else b""

    def end(self) -> bytes:
        """Return the whole body; raises `BrokenBodyError` where it has no end."""
        if self._unpacker is not None and self._came and not self._unpacker.eof:
            raise BrokenBodyError
        return bytes(self._content)


def _bits(name: str) -> int:
    return _GZIP if name == "gzip" else zlib.MAX_WBITS


def _is_wrapped(piece: bytes) -> bool:
    """Tell whether deflated bytes begin with the head of RFC 1950."""
    return len(piece) > 1 and piece[0] & 0x0F == zlib.DEFLATED and int.from_bytes(piece[:2], "big") % 31 == 0
