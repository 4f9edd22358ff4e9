"""What goes into the database comes out the same, and what is damaged is noticed."""

from dataclasses import dataclass, fields, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.model import Article, Confidence, ExtractedText, Mention, Span
from bot.storage import codec
from tests.fakes import article, reading

ANY_TEXT = st.text(st.characters(), max_size=20)
"""With halves of surrogate pairs, as file names may hold them, and with NUL."""

SPANS = st.tuples(st.integers(0, 10**9), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], sum(pair)))

st.register_type_strategy(Span, SPANS)


@dataclass(frozen=True, slots=True)
class Tone:
    friendly: bool
    certainty: float
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class RicherArticle(Article):
    """An article of tomorrow: with a field that today's model lacks."""

    tones: tuple[Tone, ...] = ()


@pytest.mark.slow
@given(st.from_type(Article))
def test_an_article_of_any_values_comes_back_equal(any_article: Article) -> None:
    stored = codec.pack_article(any_article)
    assert codec.unpack_article(stored, any_article.id, any_article.text) == any_article


@given(st.from_type(ExtractedText))
def test_a_reading_of_any_values_comes_back_equal(any_reading: ExtractedText) -> None:
    assert codec.unpack_reading(codec.pack_reading(any_reading), any_reading.text) == any_reading


@given(ANY_TEXT, ANY_TEXT)
def test_names_of_any_characters_come_back_equal(title: str, name: str) -> None:
    rat = article()
    speaker = Mention(Span(0, 1), name=name)
    odd = replace(rat, title=title, attributions=(replace(rat.attributions[0], speaker=speaker),))
    assert codec.unpack_article(codec.pack_article(odd), rat.id, rat.text) == odd


@given(ANY_TEXT)
def test_any_text_comes_back_equal(text: str) -> None:
    assert codec.from_bytes(codec.to_bytes(text)) == text


def test_values_come_back_as_what_they_were() -> None:
    rat = article()
    [said, _] = codec.unpack_article(codec.pack_article(rat), rat.id, rat.text).attributions
    assert type(said.mode) is type(rat.attributions[0].mode)
    assert isinstance(said.content, tuple)
    assert isinstance(said.content[0], Span)


def test_the_text_is_not_stored_a_second_time() -> None:
    rat = article("Dieser Satz steht nur einmal da.")
    assert b"Satz" not in codec.pack_article(rat) + codec.pack_reading(reading(rat))


def test_a_field_that_the_model_gains_is_stored_without_a_change_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "Article", RicherArticle)
    rat = article()
    values = {field.name: getattr(rat, field.name) for field in fields(rat)}
    rich = RicherArticle(**values, tones=(Tone(True, 0.5, Confidence.LOW), Tone(False, 1.0)))
    assert codec.unpack_article(codec.pack_article(rich), rat.id, rat.text) == rich


def test_a_field_that_the_model_gains_changes_the_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    before = codec.shape.__wrapped__()
    assert before == codec.shape.__wrapped__()
    monkeypatch.setattr(codec, "Article", RicherArticle)
    assert codec.shape.__wrapped__() != before


def test_a_change_deep_inside_an_article_changes_the_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "Article", RicherArticle)
    before = codec.shape.__wrapped__()
    monkeypatch.setitem(Tone.__annotations__, "certainty", int)
    assert codec.shape.__wrapped__() != before


def test_a_reading_of_another_version_keeps_what_both_know() -> None:
    other = codec._dump({"title": "Rat", "mood": "grim", "url": None})
    assert codec.unpack_reading(other, "Es regnet.") == ExtractedText("Es regnet.", title="Rat")


def test_what_has_no_way_back_is_refused_when_it_is_stored() -> None:
    with pytest.raises(TypeError):
        codec.pack_article(replace(article(), dateline={1, 2}))  # type: ignore[arg-type]


@given(st.integers(0, 10**6), st.integers(1, 255))
def test_a_byte_that_changed_is_noticed(place: int, change: int) -> None:
    rat = article()
    stored = bytearray(codec.pack_article(rat))
    stored[place % len(stored)] ^= change
    with pytest.raises((ValueError, TypeError)):
        codec.unpack_article(bytes(stored), rat.id, rat.text)


@given(st.binary(max_size=40))
def test_other_bytes_are_noticed(stored: bytes) -> None:
    assume(stored != codec._dump([]))
    with pytest.raises((ValueError, TypeError)):
        codec.unpack_article(stored, "", "")


@pytest.mark.parametrize("value", [[], {}, None, 1, [[]], ["de"] * 11, {"blocks": 3}, {"blocks": [["title"]]}])
def test_other_values_are_noticed(value: object) -> None:
    stored = codec._dump(value)
    with pytest.raises((ValueError, TypeError)):
        codec.unpack_article(stored, "", "")
    if value != {}:
        with pytest.raises((ValueError, TypeError)):
            codec.unpack_reading(stored, "")
