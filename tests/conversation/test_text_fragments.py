"""Links to a sentence in its page: what a browser would mark is the sentence."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.conversation.text_fragments import fragment_link
from bot.model import Span

PAGE = "https://example.org/news?id=7"
PARTS = re.compile(r"(?:(?P<prefix>[^,&]*)-,)?(?P<start>[^,&-]+)(?:,(?P<end>[^,&-]+))?(?:,-(?P<suffix>[^,&-]*))?")


def marked(text: str, link: str) -> tuple[int, int]:
    """Return what a browser marks: read from the directive's grammar alone, by other means than the code under test."""
    directive = link.partition("#:~:text=")[2]
    found = PARTS.fullmatch(directive)
    assert found is not None, directive
    words = {name: _pattern(unquote(part)) if part else "" for name, part in found.groupdict().items()}
    start = f"{words['start']}.*?{words['end']}" if words["end"] else words["start"]
    prefix = rf"{words['prefix']}\s*" if words["prefix"] else ""
    suffix = rf"(?=\s*{words['suffix']})" if words["suffix"] else ""
    there = re.search(f"{prefix}({start}){suffix}", text, re.IGNORECASE | re.DOTALL)
    assert there is not None, directive
    return there.span(1)


def _pattern(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())


def at(text: str, sentence: str, occurrence: int = 1) -> Span:
    place = -1
    for _ in range(occurrence):
        place = text.index(sentence, place + 1)
    return Span(place, place + len(sentence))


LONG = (
    "The council, which had met behind closed doors since the morning, voted on Monday, by eleven to nine and against "
    "the advice of its own engineers, to close the old bridge for good."
)


def test_a_short_sentence_is_given_whole_with_its_signs_encoded() -> None:
    text = "It rains. Süd-Korea, Tom & Co. say “no”. It rains no more."
    link = fragment_link(PAGE, text, at(text, "Süd-Korea, Tom & Co. say “no”."))
    assert link == f"{PAGE}#:~:text=S%C3%BCd%2DKorea%2C%20Tom%20%26%20Co.%20say%20%E2%80%9Cno%E2%80%9D."


def test_a_long_sentence_is_given_by_its_first_and_last_words() -> None:
    text = f"It rained. {LONG} It rained on."
    link = fragment_link(PAGE, text, at(text, LONG))
    assert link == f"{PAGE}#:~:text=The%20council%2C%20which%20had,old%20bridge%20for%20good."
    assert marked(text, link) == (at(text, LONG).start, at(text, LONG).end)


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them() -> None:
    text = "Ann came. Nobody spoke. Ben left. Nobody spoke. Then they left. Nobody spoke. Then came Cleo."
    for occurrence, around in ((2, "left.-,Nobody%20spoke."), (3, "they%20left.-,Nobody%20spoke.")):
        span = at(text, "Nobody spoke.", occurrence)
        link = fragment_link(PAGE, text, span)
        assert link.partition("text=")[2] == around
        assert marked(text, link) == (span.start, span.end)
    text = "Nobody spoke. Ben left. Nobody spoke. Cleo left."
    assert fragment_link(PAGE, text, at(text, "Nobody spoke.", 2)).endswith("left.-,Nobody%20spoke.")
    text = "Nobody spoke. Nobody spoke. Cleo left."
    assert fragment_link(PAGE, text, at(text, "Nobody spoke.", 2)).endswith("spoke.-,Nobody%20spoke.")


def test_the_first_of_two_needs_nothing_around_it() -> None:
    text = "Nobody spoke. Ben came. Nobody spoke."
    assert fragment_link(PAGE, text, at(text, "Nobody spoke.")) == f"{PAGE}#:~:text=Nobody%20spoke."


def test_the_words_before_come_from_one_line() -> None:
    text = "A heading\n\nNobody spoke.\n\nAnother heading\n\nNobody spoke."
    assert "heading-,Nobody" in fragment_link(PAGE, text, at(text, "Nobody spoke.", 2))
    assert "%0A" not in fragment_link(PAGE, text, at(text, "Nobody spoke.", 2))


def test_what_nothing_tells_apart_leads_to_the_page() -> None:
    text = "So it was. " * 50
    assert fragment_link(PAGE, text, at(text, "So it was.", 25)) == PAGE


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a#b", "https://example.org/a#b:~:text=It%20rains."),
        ("https://example.org/a#:~:text=old", "https://example.org/a#:~:text=It%20rains."),
        ("https://example.org/a#b:~:text=old", "https://example.org/a#b:~:text=It%20rains."),
        ("HTTP://example.org", "HTTP://example.org#:~:text=It%20rains."),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://example.org/a b", ""),
        ("/relative", ""),
        ("", ""),
    ],
)
def test_only_addresses_on_the_web_are_linked_and_keep_their_fragment(url: str, linked: str) -> None:
    assert fragment_link(url, "It rains.", Span(0, 9)) == linked


def test_half_a_sign_leads_to_the_page() -> None:
    assert fragment_link(PAGE, "It \ud800 rains.", Span(0, 11)) == PAGE


WORDS = st.lists(st.sampled_from(["a", "The", "the", "no-one", "came,", "& so", "Rhône", "10,000", "“x”"]), min_size=1)
SENTENCES = st.lists(st.builds(lambda words: " ".join(words) + ".", WORDS), min_size=1, max_size=12)


@given(SENTENCES, st.sampled_from([" ", "\n\n", "  ", "\u00a0"]), st.data())
@example(["a.", "a.", "a."], " ", None)
def test_a_browser_marks_the_sentence_and_nothing_else(sentences: list[str], gap: str, data: st.DataObject) -> None:
    text = gap.join(sentences)
    chosen = data.draw(st.integers(0, len(sentences) - 1)) if data else 1
    start = len(gap.join(sentences[:chosen])) + (len(gap) if chosen else 0)
    span = Span(start, start + len(sentences[chosen]))
    link = fragment_link(PAGE, text, span)
    if link != PAGE:
        assert marked(text, link) == (span.start, span.end)


@given(st.text(max_size=300), st.data())
def test_any_text_gives_a_link_that_is_one_word_of_ascii(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    link = fragment_link(PAGE, text, Span(start, data.draw(st.integers(start, len(text)))))
    assert link.startswith(PAGE)
    assert link.isascii()
    assert link.isprintable()
    assert " " not in link
