"""Who has signed a quotation: ‹“…” — Ann Cole, mayor›, ‹„…“ (Otto Kern, Bäcker)›, a line ‹– Ann Cole› below.

Rule of this room: a signature is a name, and at most what its owner is: no verb, and nothing behind it.
"""

import re
from collections.abc import Iterator

from bot.core.attribution.claims import Claim
from bot.core.attribution.labels import DASHES
from bot.core.language_data.reported_speech import ReportedSpeech, Rule
from bot.core.syntax.tagged_text import Range, TaggedText
from bot.model import Mode

SIGNED = Rule("quote-signed")
_LONGEST = 16
"""Tokens of a signature, at most: a name, a role, a town and a year."""
_NAME = 3
"""Words of a name that stands alone, at most."""
_HANDLE = re.compile(r"(?=\w*?(?:[^\W\d]\d|_))\w+")
"""A name of the net: letters with figures or a low line."""
_BEHIND = frozenset({",", "(", ".", "@"})
_STOPS = frozenset(".!?…")
_BLOCK = 120
"""Tokens of a quotation without marks above a signature, at most."""


def signed(page: TaggedText, speech: ReportedSpeech, quote: int) -> Range | None:
    """Return who has signed a quotation that its paragraph begins with."""
    start, end = page.quotes[quote]
    first, last = page.tokens[start].sentence, page.tokens[end - 1].sentence
    opens = first == 0 or page.paragraphs[first - 1] != page.paragraphs[first]
    if not opens or page.sentences[first][0] != start:
        return None
    own = _paragraph(page, last)[1]
    if end < own:
        return _signature(page, speech, (end, own), brackets=True)
    below = last + 1
    return _signature(page, speech, _paragraph(page, below), brackets=False) if below < len(page.sentences) else None


def _paragraph(page: TaggedText, first: int) -> Range:
    """Return the tokens of a paragraph, from one of its sentences on."""
    last = first
    while last + 1 < len(page.sentences) and page.paragraphs[last + 1] == page.paragraphs[last]:
        last += 1
    return page.sentences[first][0], page.sentences[last][1]


def _signature(page: TaggedText, speech: ReportedSpeech, span: Range, *, brackets: bool) -> Range | None:
    """Return the name in what stands behind a quotation, where that is a signature."""
    start, end = span
    while start < end and page.at(start).text in {".", ","}:
        start += 1
    opens, closes = page.at(start).text, page.at(end - 1).text
    dashed = opens in DASHES
    if not dashed and not (brackets and opens == "(" and closes == ")"):
        return None
    if end - start > _LONGEST or any(t.finite and not t.capital for t in page.words(start, end)):
        return None
    return _name(page, speech, start + 1, end - (not dashed))


def _name(page: TaggedText, speech: ReportedSpeech, start: int, end: int) -> Range | None:
    found = speech.phrase_at(page, start, end)
    if found is None or not page.at(start).capital:
        return None
    profile = speech.profile(page, found.range)
    whole = found.end >= end or page.at(found.end).text in _BEHIND
    comma = next((i for i in range(start, found.end) if page.at(i).text == ","), found.end)
    words = page.words(start, comma)
    full = 1 < len(words) <= _NAME and all(t.capital for t in words)
    if full and profile.name != page.cut(start, comma):
        return start, comma
    return found.range if whole and (profile.name or profile.person) else None


def handle_behind(page: TaggedText, quote: int) -> tuple[int, Range] | None:
    """Return the verb and the name of the net behind a quotation: ‹"Shut it," tweeted @ann_c›, ‹wrote pierlover_7›."""
    end = page.quotes[quote][1]
    verb = end + (page.at(end).text == ",")
    name = verb + 1 + (page.at(verb + 1).text == "@")
    known = name > verb + 1 or bool(_HANDLE.fullmatch(page.at(name).text))
    same = page.at(name).sentence == page.at(end - 1).sentence
    return (verb, (verb + 1, name + 1)) if page.at(verb).finite and known and same else None


def signed_blocks(page: TaggedText, speech: ReportedSpeech) -> Iterator[Claim]:
    """Yield the claims of paragraphs without marks that have a signature of their own below them."""
    firsts = [k for k in range(len(page.sentences)) if k == 0 or page.paragraphs[k] != page.paragraphs[k - 1]]
    bounds = [*firsts, len(page.sentences)]
    for n in range(1, len(firsts)):
        first, last = firsts[n - 1], firsts[n]
        below = page.sentences[last][0], page.sentences[bounds[n + 1] - 1][1]
        above = page.sentences[first][0], page.sentences[last - 1][1]
        listed = n + 1 < len(firsts) and page.at(page.sentences[firsts[n + 1]][0]).text in DASHES
        block = (
            above[1] - above[0] <= _BLOCK and page.at(above[0]).quote is None and page.at(above[0]).text not in DASHES
        )
        if listed or not block or page.at(above[1] - 1).text == ":" or page.at(below[0]).text not in DASHES:
            continue
        who = _signature(page, speech, below, brackets=False)
        sure = page.at(above[1] - 1).text in _STOPS or any(t.text == "@" for t in page.words(*below))
        if who and (sure or speech.profile(page, who).person):
            for k in range(first, last):
                yield Claim(k, (page.sentences[k],), who, (), SIGNED, Mode.DIRECT)
