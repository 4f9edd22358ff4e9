"""What an article knows of who says what."""

from dataclasses import replace
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from bot.model import Article, Attribution, Mode, Sentence, Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(0, 15))


def article(contents: list[list[Span]]) -> Article:
    said = tuple(Attribution(tuple(spans), (), Mode.DIRECT) for spans in contents)
    return Article("id", "x" * 100, "en", "test", (), (), (), said)


@given(st.lists(st.lists(SPANS, max_size=3), max_size=8), SPANS)
def test_what_is_said_in_a_sentence_is_whatever_reaches_into_it(contents: list[list[Span]], span: Span) -> None:
    made = article(contents)
    expected = [a for a in made.attributions if any(c.overlaps(span) for c in a.content)]
    assert list(made.attributions_in(span)) == expected
    assert all(one is other for one, other in zip(made.attributions_in(span), expected, strict=True))


@given(st.lists(st.integers(1, 12), max_size=9), st.lists(SPANS, max_size=3))
def test_sentences_are_touched_by_whatever_reaches_into_them(lengths: list[int], spans: list[Span]) -> None:
    ends = list(accumulate(lengths))
    sentences = tuple(Sentence(Span(end - length, end), 0) for end, length in zip(ends, lengths, strict=True))
    made = replace(article([]), sentences=sentences)
    expected = [n for n, s in enumerate(sentences) if any(span.overlaps(s.span) for span in spans)]
    assert list(made.sentences_in(spans)) == expected
