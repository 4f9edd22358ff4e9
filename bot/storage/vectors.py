"""Vectors as bytes, in half precision: 25 sentences of 384 numbers take 19 KB, and no cosine changes by more than .001.

Rule of this module: what is damaged is not there; vectors are made again.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from bot.ports.encoders import Vectors

_HEAD = struct.Struct("<II")
"""The checksum of what follows it, and how long a vector is."""


def pack_vectors(vectors: Vectors) -> bytes:
    """Return vectors as bytes."""
    body = vectors.astype("<f2").tobytes()
    return _HEAD.pack(crc32(body), vectors.shape[1]) + body


def unpack_vectors(stored: object) -> Vectors | None:
    """Return the vectors that were packed; None for damaged bytes."""
    import numpy as np  # noqa: PLC0415 - who has no encoder does not wait for it

    if not isinstance(stored, bytes) or len(stored) < _HEAD.size:
        return None
    seal, width = _HEAD.unpack_from(stored)
    body = stored[_HEAD.size :]
    if crc32(body) != seal or not width or len(body) % (2 * width):
        return None
    return np.frombuffer(body, "<f2").reshape(-1, width).astype(np.float32)
