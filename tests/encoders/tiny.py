"""A sentence encoder in the format ONNX that is made here: six words, each with a vector of its own.

The format is a protocol buffer (onnx.proto); written are the fields that a model of one `Gather` needs.
"""

import json
import os
import struct
from importlib import import_module
from pathlib import Path

import pytest

WORDS = ("[UNK]", "fähre", "schiff", "brücke", "alt", "neu")
ROWS = ((0, 0, 0, 1), (1, 0, 0, 0), (0.9, 0.1, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, -1, 0))
INT64, FLOAT = 7, 1


def _varint(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def _field(number: int, value: int | str | bytes) -> bytes:
    """Return a field: a number as it is, anything else with its length."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    body = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(body)) + body


def _value(name: str, kind: int, dimensions: int) -> bytes:
    shape = b"".join(_field(1, _field(2, f"{name}{n}")) for n in range(dimensions))
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, shape)))


def model() -> bytes:
    """Return the model: a row of numbers for each token."""
    table = b"".join(struct.pack("<4f", *row) for row in ROWS)
    words = _field(1, len(ROWS)) + _field(1, 4) + _field(2, FLOAT) + _field(8, "table") + _field(9, table)
    gather = _field(1, "table") + _field(1, "input_ids") + _field(2, "tokens") + _field(4, "Gather")
    graph = _field(1, gather) + _field(2, "tiny") + _field(5, words)
    graph += _field(11, _value("input_ids", INT64, 2)) + _field(12, _value("tokens", FLOAT, 3))
    return _field(1, 8) + _field(7, graph) + _field(8, _field(2, 13))


def put(folder: Path, **wishes: object) -> Path:
    """Put the encoder into a folder, and what `encoder.json` is to say."""
    folder.mkdir(exist_ok=True)
    (folder / "model.onnx").write_bytes(model())
    words = {"type": "WordLevel", "vocab": {word: n for n, word in enumerate(WORDS)}, "unk_token": "[UNK]"}
    told = {"version": "1.0", "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"}}
    (folder / "tokenizer.json").write_text(json.dumps(told | {"model": words}))
    if wishes:
        (folder / "encoder.json").write_text(json.dumps(wishes))
    return folder


def needed(*modules: str) -> None:
    """Skip a test that needs libraries which are not there; `make encoders` brings them, and fails without them."""
    for module in modules:
        if not os.environ.get("ENCODERS_EXPECTED"):
            pytest.importorskip(module, reason=f"{module} is not installed: make encoders")
        import_module(module)
