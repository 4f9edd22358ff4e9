"""The quotations of a text: each with who is said to have said it.

Rule of this room: what stands between marks is a quotation; a text without marks is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.core.attribution import attribute
from bot.core.segmentation.sentences import sentences
from bot.core.syntax.tagged_text import tag_text
from bot.model import Sentence, Span

if TYPE_CHECKING:
    from bot.core.language import Language
    from bot.model import Attribution

_NAME = r"(?P<name>[^\W\d_][^\n,;:()“”„\"»«]{0,60}?)"
_EDGES = " \t\n.,;:!?"


class Quoted(NamedTuple):
    """A quotation without its marks, and whom the text gives it to, "" for nobody."""

    text: str
    by: str = ""


def quotations(text: str, language: Language) -> tuple[Quoted, ...]:
    """Return the quotations of a text in order."""
    spans = tuple(Sentence(s, n) for n, s in enumerate(sentences(text, Span(0, len(text)), language.orthography)))
    speech = language.speech()
    whole = (Sentence(Span(0, len(text)), 0),)
    page = tag_text(text, whole, speech.tag, speech.abbreviations, speech.elisions)
    ranges = [(page.at(a).end, page.at(b - 1).start, page.at(b - 1).end) for a, b in page.quotes]
    if not ranges:
        bare, by = _bare(text, language)
        return (Quoted(bare, by),) if bare else ()
    said = attribute(text, spans, speech)
    found = [_quoted(text, place, said, language) for place in ranges]
    return tuple(q for q in found if q.text)


def _quoted(text: str, place: tuple[int, int, int], said: tuple[Attribution, ...], language: Language) -> Quoted:
    start, end, behind = place
    by = _behind(text[behind:], language) or _speaker(text, Span(start, max(start, end)), said)
    return Quoted(text[start:end].strip(), by)


def _behind(rest: str, language: Language) -> str:
    """Return the name that stands right behind a quotation: by Ann Boyle, – Ann Boyle, (Ann Boyle)."""
    words = "|".join(map(re.escape, sorted(language.valency.agent_prepositions)))
    pattern = rf"\s*[,.]?\s*(?:(?:{words})\s+|[–—-]\s*|\(){_NAME}(?=\s*(?:[\n,;:()“„\"»«.!?]|$))"
    found = re.match(pattern, rest)
    name = found["name"].strip(_EDGES) if found else ""
    alone = found is not None and not rest[found.end() :].strip(_EDGES + ")")
    return name if alone or any(w[:1].isupper() for w in name.split()) else ""


def _bare(text: str, language: Language) -> tuple[str, str]:
    """Return a text without marks as a quotation, and the name behind it."""
    words = "|".join(map(re.escape, sorted(language.valency.agent_prepositions)))
    found = re.fullmatch(rf"(?s)(?P<said>.+?[.!?…])\s*(?:(?:{words})\s+|[–—-]\s+){_NAME}\.?\s*", text.strip())
    return (found["said"], found["name"].strip(_EDGES)) if found else (text.strip(), "")


def _speaker(text: str, span: Span, said: tuple[Attribution, ...]) -> str:
    """Return whom a text gives a stretch to by its own words: "…", said Ann Boyle."""
    for a in said:
        if a.speaker is not None and any(c.overlaps(span) for c in a.content):
            return a.speaker.name or a.speaker.span.cut(text)
    return ""
