"""A sentence encoder in a folder."""

from pathlib import Path

import numpy as np
import pytest

from bot.encoders.onnx import OnnxEncoder
from bot.errors import EncoderError, EncoderProblem
from tests.encoders.tiny import needed, put


def problem(folder: Path) -> EncoderProblem:
    with pytest.raises(EncoderError) as caught:
        OnnxEncoder(folder).query("Fähre")
    return caught.value.problem


def libraries() -> None:
    needed("onnxruntime", "tokenizers")


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    assert problem(tmp_path / "nowhere") is EncoderProblem.NOT_FOUND
    assert problem(tmp_path) is EncoderProblem.NOT_FOUND
    put(tmp_path)
    (tmp_path / "tokenizer.json").unlink()
    assert problem(tmp_path) is EncoderProblem.NOT_FOUND


@pytest.mark.parametrize(
    "wishes", [{"pooling": "middle"}, {"longest": 0}, {"spread": 0}, {"query": 7}, {"unknown": 1}, {"longest": "512"}]
)
def test_wishes_that_can_not_be_meant_are_named(tmp_path: Path, wishes: dict[str, object]) -> None:
    assert problem(put(tmp_path, **wishes)) is EncoderProblem.FOREIGN


def test_wishes_that_are_no_json_are_named(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "encoder.json").write_text("[]")
    assert problem(tmp_path) is EncoderProblem.FOREIGN
    (tmp_path / "encoder.json").write_bytes(b"\xff{")
    assert problem(tmp_path) is EncoderProblem.FOREIGN


def test_what_is_no_model_is_named(tmp_path: Path) -> None:
    libraries()
    put(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"no model")
    assert problem(tmp_path) is EncoderProblem.FOREIGN


def test_a_text_is_the_mean_of_its_words_and_of_length_1(tmp_path: Path) -> None:
    libraries()
    encoder = OnnxEncoder(put(tmp_path))
    rows = encoder.passages(["Fähre", "Fähre Brücke", "alt"])
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1)
    assert np.allclose(rows[1] @ rows[0], 0.5**0.5)
    assert encoder.query("Schiff") @ rows[0] > 0.9 > encoder.query("Schiff") @ rows[2]


def test_the_first_token_alone_counts_where_that_is_wished(tmp_path: Path) -> None:
    libraries()
    encoder = OnnxEncoder(put(tmp_path, pooling="cls"))
    assert np.allclose(encoder.query("Fähre Brücke"), encoder.query("Fähre"))


def test_a_prefix_is_put_before_a_question_or_a_sentence(tmp_path: Path) -> None:
    libraries()
    encoder = OnnxEncoder(put(tmp_path, query="neu ", longest=1))
    assert np.allclose(encoder.query("Fähre"), OnnxEncoder(put(tmp_path / "b")).query("neu"))
    assert np.allclose(encoder.passages(["Fähre"])[0], OnnxEncoder(put(tmp_path / "b")).query("Fähre"))


def test_another_model_or_another_wish_has_another_name(tmp_path: Path) -> None:
    first = OnnxEncoder(put(tmp_path)).name
    assert OnnxEncoder(tmp_path).name == first
    assert OnnxEncoder(put(tmp_path, pooling="cls")).name != first
