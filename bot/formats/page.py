"""What a page says next to what was found: leads, headings, paragraphs passed over, boxes that are not the article.

Rule of this room: a part is left out only where everything with its words stands in such a box, and added only where
it stands between the headline and the end of what was found.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.formats.block_quotations import Part, quotations
from bot.formats.lines import Box, Flow, Line, Node, key_of
from bot.model import BlockKind

MAX_BOX = 0.4
"""Share of the found text that a box may hold and still be left out by its name."""

MIN_LEAD = 5
"""Words of a lead; less is a kicker, a date, an author."""

MAX_CARD = 4
"""Lines of a box that shows another story: its headline, which is a link, and what it is about."""

MAX_TEASER = 300
"""Characters of such a box."""

MAX_LEADS = 3
"""Lines of a lead; more of them are the text."""

MAX_ABOVE = 300
"""Lines above the text among which a lead is looked for."""

PREFIX = 12
"""Characters by which a glued part is looked for."""

MAX_DESCRIPTION = 1_000
"""Characters of what a page says of itself in its head."""

MIN_TEXT = 80
"""Characters of a paragraph that is the text's, also where it ends without a stop; dates and authors are shorter."""

MIN_PLAIN_LEAD = 60
"""Characters of a lead that nothing but its place shows to be one."""

MIN_PASSED = 60
"""Characters of a paragraph that was passed over; shorter ones are captions and links more often."""

MAX_SUBHEADING = 110
"""Characters of a bold line that is a heading."""

MIN_HOMES = 3
"""Found paragraphs in boxes of one name, for others in such boxes to be the article's."""

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LEADING = ("p", "div", "h2", "h3", "section", "header")
_NO_LEADS = ("figcaption", "li", "nav", "td", "th", "address", "footer", "dt", "dd")
_LEAD = re.compile(
    r"(?<![a-z])(?:lead|lede|intro|introduction|teaser|excerpt|standfirst|summary|subtitle|sub-?head(?:line|ing)?|"
    r"subline|dek|deck|abstract|vorspann|untertitel|anriss|description|strapline)(?![a-z])"
)
_ASIDE = re.compile(
    r"(?<![a-z])(?:comments?|commentlist|disqus|captions?|figcaption|bildunterschrift|credits?|copyright|newsletter|"
    r"promo|promotion|cookie|consent|gdpr|related|recommend(?:ed|ation|ations)?|shar(?:e|ing)|social|subscribe|"
    r"byline|author|authors|biography|bio|embed-?consent|outbrain|taboola|breadcrumbs?|"
    r"tag-?list|tags|read-more|more-on|trending|most-?read|sponsor(?:ed)?|affiliate|advert|"
    r"advertisement|opt-?in|privacy|rating|donate|donation|feedback|call-?to-?action|cta|debug|hidden-from-readers|"
    r"(?:access|registration|login|subscription)-?wall|"
    r"(?:image|img|picture|photo|media|bild)[-_]*(?:description|details|info|legend|source|teaser))(?![a-z])"
)
_STOP = re.compile(r"[.!?…:;,][\"'“”„»«’‘›‹)\]]*$")
_END = re.compile(r"[.!?…][\"'“”„»«’‘›‹)\]]*$")
_WORD = re.compile(r"[^\W\d_]+")


def without_boxes(parts: Sequence[Part], flow: Flow) -> list[Part]:
    """Return the parts without those that stand in boxes of another kind or are nothing but links."""
    aside = _asides(flow, parts)
    gone = {line.key for i, line in enumerate(flow.lines) if i in aside or line.is_linked}
    gone -= {line.key for i, line in enumerate(flow.lines) if i not in aside and not line.is_linked}
    return [part for part in parts if key_of(part[1]) not in gone]


def _asides(flow: Flow, parts: Sequence[Part]) -> set[int]:
    """Return the places of the lines in boxes that their names show not to be the article's.

    A name that most of what was found would go with says something else on this page: ‹p class="paywall"›.
    """
    keys = {key_of(words) for _, words in parts}
    sizes = [len(line.words) if line.key in keys else 0 for line in flow.lines]
    quoted = {i for first, last in quotations(flow) for i in range(first, last)}
    named: dict[str, set[int]] = {}
    for box in flow.boxes:
        if (name := _aside_name(box)) and not _holds_title(box, flow):
            named.setdefault(name, set()).update(i for i in range(box.first, box.last) if i not in quoted)
    cards = {i for box in flow.boxes if _is_card(box, flow) for i in range(box.first, box.last)}
    bound = MAX_BOX * sum(sizes)
    return cards | {i for places in named.values() if sum(sizes[i] for i in places) <= bound for i in places}


def _aside_name(box: Box) -> str:
    """Return the word that shows a box not to be the article's; nothing where none does."""
    found = _ASIDE.search(box.names)
    return "figcaption" if box.tag == "figcaption" else found.group() if found else ""


def _is_card(box: Box, flow: Flow) -> bool:
    """Tell whether a box shows another story: a headline that is a link, and a line or two about it."""
    inside = flow.lines[box.first : box.last]
    if not 1 < len(inside) <= MAX_CARD or sum(len(line.words) for line in inside) > MAX_TEASER:
        return False
    return any(line.is_linked and line.tag in _HEADINGS for line in inside)


def _holds_title(box: Box, flow: Flow) -> bool:
    return any(line.tag == "h1" for line in flow.lines[box.first : box.last])


def lines_apart(parts: Sequence[Part], flow: Flow) -> list[Part]:
    """Return the parts, each that glues lines of the page (short pages: the headline to the text) as those lines."""
    keys = {line.key for line in flow.lines}
    starts: dict[str, list[int]] = {}
    for i, line in enumerate(flow.lines):
        starts.setdefault(line.key[:PREFIX], []).append(i)
    done: list[Part] = []
    for kind, words in parts:
        key = key_of(words)
        glued = () if key in keys else _glued(key, flow, starts.get(key[:PREFIX], ()))
        done.extend([(_kind(line), line.words) for line in glued] or [(kind, words)])
    return done


def _glued(key: str, flow: Flow, starts: Sequence[int]) -> Sequence[Line]:
    """Return the lines that follow each other on the page and together are a part."""
    for first in starts[:MAX_ABOVE]:
        at, last = 0, first
        while last < len(flow.lines) and at < len(key) and key.startswith(flow.lines[last].key, at):
            at += len(flow.lines[last].key)
            last += 1
        if at == len(key):
            return flow.lines[first:last]
    return ()


def _kind(line: Line) -> BlockKind:
    return BlockKind.HEADING if line.tag in {"h1", *_HEADINGS} else BlockKind.PARAGRAPH


def with_headings(parts: Sequence[Part], flow: Flow) -> list[Part]:
    """Return the parts with the headings that stand directly above them on the page, and bold lines as headings."""
    known = {key_of(words) for _, words in parts}
    above: dict[str, str] = {}
    of = {line.key: line for line in flow.lines}
    for heading, line in zip(flow.lines, flow.lines[1:], strict=False):
        if heading.tag in _HEADINGS and line.tag not in _HEADINGS and heading.key not in known:
            above.setdefault(line.key, heading.words)
    done: list[Part] = []
    for kind, words in parts:
        key = key_of(words)
        if key in above:
            done.append((BlockKind.HEADING, above[key]))
        done.extend(_pieces(kind, words, of.get(key)))
    return done


def _pieces(kind: BlockKind, words: str, line: Line | None) -> Iterator[Part]:
    """Yield a paragraph, its bold lines as headings between what stands above and below them."""
    if line is None or kind is not BlockKind.PARAGRAPH or line.tag in {"li", "td", "th", "dt", "dd"}:
        yield kind, words
        return
    text: list[str] = []
    for piece in line.pieces:
        if piece.is_bold and len(piece.words) <= MAX_SUBHEADING and not _STOP.search(piece.words):
            if text:
                yield kind, " ".join(text)
            yield BlockKind.HEADING, piece.words
            text = []
        else:
            text.append(piece.words)
    if text:
        yield kind, " ".join(text)


def with_gaps_filled(parts: Sequence[Part], flow: Flow) -> list[Part]:
    """Return the parts with the paragraphs between them that stand in boxes like theirs."""
    at = {key_of(words): i for i, (_, words) in enumerate(parts)}
    places = [i for i, line in enumerate(flow.lines) if line.tag == "p" and line.key in at]
    homes = Counter(flow.lines[i].home for i in places)
    if not places:
        return list(parts)
    aside = _asides(flow, parts)
    behind: dict[int, list[Part]] = {}
    last = -1
    for i in range(places[0], len(flow.lines)):
        line = flow.lines[i]
        if line.key in at:
            last = max(last, at[line.key])
        elif homes[line.home] >= MIN_HOMES and i not in aside and _was_passed(line):
            behind.setdefault(last, []).append((BlockKind.PARAGRAPH, line.words))
    return [part for i, own in enumerate(parts) for part in (own, *behind.get(i, ()))]


def _was_passed(line: Line) -> bool:
    return line.tag == "p" and not line.is_linked and len(line.words) >= MIN_PASSED and bool(_END.search(line.words))


def descriptions(raw: Node) -> tuple[str, ...]:
    """Return how a page describes itself in its head."""
    return tuple(
        (meta.get("content") or "")[:MAX_DESCRIPTION]
        for meta in raw.iter("meta")
        if "description" in (meta.get("name") or meta.get("property") or "").lower()
    )


def with_leads(parts: Sequence[Part], described: Sequence[str], title: str, flow: Flow) -> list[Part]:
    """Return the parts with what stands as a lead between the headline and the first paragraph."""
    summaries = {key_of(words) for words in described if words}
    done = [(BlockKind.LEAD if _is_summary(part, summaries) else part[0], part[1]) for part in parts]
    at = next((i for i, part in enumerate(done) if _is_text(part)), None)
    first = _place(done[at:], flow) if at is not None else None
    if at is None or first is None:
        return done
    known = {key_of(words) for _, words in done[at:]} | {flow.lines[i].key for i in _asides(flow, parts)}
    below = "\n".join([key_of(title), *(key_of(words) for _, words in done[at : at + MAX_LEADS])])
    known |= {line.key for line in flow.lines[max(0, first - MAX_ABOVE) : first] if line.key in below}
    leads = _leads(_headline(flow, first, key_of(title)), first, flow, described, known)
    gone = {key_of(words) for words in leads}
    above = [part for part in done[:at] if key_of(part[1]) not in gone]
    return [*above, *((BlockKind.LEAD, words) for words in leads), *done[at:]]


def _is_summary(part: Part, summaries: set[str]) -> bool:
    return part[0] is BlockKind.PARAGRAPH and key_of(part[1]) in summaries


def _is_text(part: Part) -> bool:
    kind, words = part
    return kind is not BlockKind.HEADING and (len(words) >= MIN_TEXT or bool(_END.search(words)))


def _place(parts: Sequence[Part], flow: Flow) -> int | None:
    """Return the place of the first line that was found."""
    places = {line.key: i for i, line in reversed(list(enumerate(flow.lines)))}
    return next((places[key] for _, words in parts if (key := key_of(words)) in places), None)


def _headline(flow: Flow, first: int, title: str) -> int | None:
    """Return the place of the headline above what was found: where the last one there stands for the first time."""
    tops = [i for i in range(first) if flow.lines[i].tag == "h1"]
    tops = tops or [i for i in range(first) if flow.lines[i].tag == "h2" and flow.lines[i].key in title]
    return next((i for i in tops if flow.lines[i].key == flow.lines[tops[-1]].key), None)


def _leads(top: int | None, first: int, flow: Flow, described: Sequence[str], known: set[str]) -> list[str]:
    """Return the lines between the headline and the text that their names or the page's head make leads."""
    named, leads, is_next = _named(flow), dict[str, str](), top is not None
    for i in range(max(0 if top is None else top + 1, first - MAX_ABOVE), first):
        line = flow.lines[i]
        if not _may_lead(line) or line.key in known:
            continue
        shown = top is not None and (i in named or (is_next and _stands_alone(line)))
        if shown or _is_described(line.words, described):
            leads[line.key] = line.words
        is_next = is_next and line.tag in _HEADINGS
    return list(leads.values())[:MAX_LEADS]


def _may_lead(line: Line) -> bool:
    named = line.is_linked or line.tag in _NO_LEADS or line.tag == "h1"
    return not named and len(_WORD.findall(line.words)) >= MIN_LEAD


def _named(flow: Flow) -> set[int]:
    """Return the places of the lines in small boxes that call themselves a lead."""
    boxes = (box for box in flow.boxes if box.last - box.first <= MAX_LEADS and _LEAD.search(box.names))
    return {i for box in boxes for i in range(box.first, box.last)}


def _stands_alone(line: Line) -> bool:
    return line.tag in _LEADING and len(line.words) >= MIN_PLAIN_LEAD and bool(_END.search(line.words))


def _is_described(words: str, described: Sequence[str]) -> bool:
    """Tell whether a line says what the page says of itself in its head: two thirds of its words in the same order."""
    mine = _WORD.findall(words.lower())
    for text in described:
        theirs = set(_WORD.findall(text.lower()))
        if len(theirs) >= MIN_LEAD and 10 * sum(word in theirs for word in mine) >= 8 * len(mine):
            return True
    return False
