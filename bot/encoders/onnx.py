"""Any sentence encoder in the format ONNX, from a folder.

It holds `model.onnx` and `tokenizer.json`, as sentence-transformers exports them, and `encoder.json` for what they do
not say themselves (docs/encoder.md).

Rule of this module: a folder that can't be used is told as an `EncoderError`, whatever the libraries raise.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from bot.errors import EncoderError, EncoderProblem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from bot.ports.encoders import Vector, Vectors

MODELS = ("model.onnx", "onnx/model.onnx")
"""Where a model stands in its folder."""
TOKENIZER, WISHES = "tokenizer.json", "encoder.json"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What `encoder.json` may say; each field is a name in it.

    `query` and `passage` are put before a question and a sentence; `pooling` is "mean" or "cls"; of a text, `longest`
    tokens are read; `mean` and `spread` are those of the model's cosines of any question with any sentence.
    """

    query: str = ""
    passage: str = ""
    pooling: str = "mean"
    longest: int = 512
    mean: float = 0.05
    spread: float = 0.10

    @classmethod
    def read(cls, file: Path) -> Self:
        """Return what a file says, the defaults where there is none; raises `ValueError` for what can't be meant."""
        found = json.loads(file.read_text("utf-8")) if file.exists() else {}
        if not isinstance(found, dict) or not found.keys() <= {f.name for f in fields(cls)}:
            raise ValueError("unknown names")
        made = cls(**found)
        typed = all(isinstance(getattr(made, f.name), (int, float) if f.type is float else f.type) for f in fields(cls))  # type: ignore[arg-type] # the types of the fields are classes
        if not typed or made.pooling not in {"mean", "cls"} or made.longest < 1 or made.spread <= 0:
            raise ValueError("unusable values")
        return made


class OnnxEncoder:
    """An `Encoder`; raises `EncoderError` for a folder without a model."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model = next((folder / name for name in MODELS if (folder / name).is_file()), None)
        if self._model is None or not (folder / TOKENIZER).is_file():
            raise EncoderError(EncoderProblem.NOT_FOUND, str(folder))
        try:
            self._wishes = Wishes.read(folder / WISHES)
        except (OSError, ValueError, TypeError) as error:
            raise EncoderError(EncoderProblem.FOREIGN, str(folder / WISHES)) from error
        self._loaded: tuple[InferenceSession, Tokenizer] | None = None
        self._turn = Lock()

    @property
    def name(self) -> str:
        """Return a name for what is in the folder: it changes when a file there does."""
        assert self._model is not None  # noqa: S101 - see above
        told = [(file.stat().st_size, file.stat().st_mtime_ns) for file in (self._model, self._folder / TOKENIZER)]
        return f"onnx-{hashlib.sha256(repr((told, self._wishes)).encode()).hexdigest()[:16]}"

    @property
    def usual(self) -> tuple[float, float]:
        """Return what its cosines are like, as `encoder.json` says."""
        return self._wishes.mean, self._wishes.spread

    def query(self, text: str) -> "Vector":
        """Return the vector of a question."""
        vector: Vector = self._vectors([self._wishes.query + text])[0]
        return vector

    def passages(self, texts: Sequence[str]) -> "Vectors":
        """Return the vectors of sentences; a question that comes in between is answered beside them."""
        import numpy as np  # noqa: PLC0415 - loaded with the model

        return np.concatenate([self._vectors([self._wishes.passage + text]) for text in texts])

    def _vectors(self, texts: Sequence[str]) -> "Vectors":
        import numpy as np  # noqa: PLC0415 - as above

        session, tokenizer = self._ready()
        try:
            read = tokenizer.encode_batch([text.encode("utf-8", "replace").decode("utf-8") for text in texts])
            ids = np.array([one.ids for one in read], np.int64)
            mask = np.array([one.attention_mask for one in read], np.int64)
            given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            wanted = {one.name: given[one.name] for one in session.get_inputs()}
            return _pooled(session.run(None, wanted)[0], mask, self._wishes.pooling)
        except Exception as error:
            raise EncoderError(EncoderProblem.FOREIGN, str(self._folder)) from error

    def _ready(self) -> "tuple[InferenceSession, Tokenizer]":
        with self._turn:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _load(self) -> "tuple[InferenceSession, Tokenizer]":
        try:
            from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - it takes a second
            from tokenizers import Tokenizer  # noqa: PLC0415 - as above
        except ImportError as error:
            raise EncoderError(EncoderProblem.NOT_INSTALLED, "onnxruntime, tokenizers") from error
        try:
            options = SessionOptions()
            options.intra_op_num_threads = 1
            tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
            tokenizer.no_padding()
            tokenizer.enable_truncation(self._wishes.longest)
            return InferenceSession(str(self._model), options, providers=["CPUExecutionProvider"]), tokenizer
        except Exception as error:
            raise EncoderError(EncoderProblem.FOREIGN, str(self._folder)) from error


def _pooled(tokens: "NDArray[np.float32]", mask: "NDArray[np.int64]", pooling: str) -> "Vectors":
    """Return a vector of length 1 a text; a model that gives one already is taken at its word."""
    import numpy as np  # noqa: PLC0415 - as above

    if tokens.ndim == 2:  # noqa: PLR2004 - texts and numbers, no tokens in between
        rows = tokens
    elif pooling == "cls":
        rows = tokens[:, 0]
    else:
        rows = (tokens * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    unit: Vectors = (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)).astype(np.float32)
    return unit
