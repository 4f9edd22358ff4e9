"""Soft hyphens, zero-width characters and accents of their own change nothing; places stay those of the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.syntax.characters import seen, visible
from tests.spoken import english, german

DIRTY = st.text(st.sampled_from("aÄu\u0308\u00ad\u200b\u2060 \u0301ß\ufeff-\u2011"), max_size=40)


@given(text=DIRTY)
def test_every_seen_character_knows_where_it_stands(text: str) -> None:
    found = visible(text)
    assert len(found.text) == len(found.starts) == len(found.ends)
    for letter, start, end in zip(found.text, found.starts, found.ends, strict=True):
        assert letter in seen(text[start:end]).replace("\u2011", "-")
    assert list(found.starts) == sorted(found.starts)


def test_a_text_without_hidden_characters_is_seen_as_it_is() -> None:
    assert visible("Bürgermeisterin Änne Kölbl").text == "Bürgermeisterin Änne Kölbl"
    assert seen("Bu\u0308r\u00adger\u200b") == "Bürger"


def hyphenated(text: str) -> str:
    """Return a text with a soft hyphen in every word that has room for one."""
    return " ".join(w[:3] + "\u00ad" + w[3:] if len(w) > 5 and w[:4].isalpha() else w for w in text.split(" "))


@pytest.mark.parametrize(
    "change", [hyphenated, lambda t: unicodedata.normalize("NFD", t), lambda t: t.replace("s", "s\u200b")]
)
def test_hidden_characters_change_nothing_in_who_says_so(change: object) -> None:
    assert callable(change)
    for read, text in (
        (
            german,
            "Nach Angaben der Polizei brannte es. „Wir hatten Glück“, sagte Bürgermeisterin Änne Kölbl. Es sei heiß.",
        ),
        (
            english,
            "Mayor Zoë Barlow said that the ferry sank. “Nobody was hurt,” firefighters said.",
        ),
    ):
        plain, dirty = read(text), read(change(text))
        assert [(a.rule, a.name, a.role, a.cue_class) for a in dirty] == [
            (a.rule, a.name, a.role, a.cue_class) for a in plain
        ]
        assert [seen(" ".join(a.content)) for a in dirty] == [" ".join(a.content) for a in plain]
