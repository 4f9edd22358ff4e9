"""The page and the map of an article without a browser: what stands in them, and that nothing in them acts."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.error_messages import PHRASES, phrases_of
from bot.conversation.speakers import every
from bot.model import Confidence, CueClass, Mode
from bot.view import Asking, file_name, page, sources_map, voices
from bot.view.palette import DARK, LIGHT, Scheme, contrast
from bot.view.runs import runs
from bot.view.words import view_words
from tests.viewing import article_at, article_of, corpus, named, with_sources

ARTICLES = corpus()
SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 150_000
"""Bytes of the page of an article of 25 sentences."""


class Seen(HTMLParser):
    """Every element of a page, and the text below them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_the_runs_of_a_block_are_the_block_and_every_claim_ends_once(path: Path) -> None:
    article = article_at(path)
    ends = []
    for block, groups in runs(article):
        assert "".join(run.text for group in groups for run in group) == block.span.cut(article.text)
        ends += [end for group in groups for run in group for end in run.ends]
    assert sorted(ends) == list(range(len(article.attributions)))


def test_a_claim_within_a_claim_lies_above_it() -> None:
    article = named("sturmflut-norderholm")
    shown = [(run.text, run.claim) for _, groups in runs(article) for group in groups for run in group]
    contents = [a.content[0].cut(article.text) for a in article.attributions]
    inner = max(n for n, content in enumerate(contents) if "Bis dahin" in content)
    assert ("Bis dahin kann die nächste Flut da sein.", inner) in shown


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_the_voices_are_the_sources_with_their_numbers(path: Path) -> None:
    article = article_at(path)
    for phrases in PHRASES.values():
        found = voices(article, phrases)
        sure = [voice for voice in found if not voice.is_unclear]
        assert [len(voice.claims) for voice in sure] == [len(s.claims) for s in every(article, phrases)]
        assert [voice.label.lower() for voice in sure] == [s.label.lower() for s in every(article, phrases)]
        assert sorted(n for voice in found for n in voice.claims) == list(range(len(article.attributions)))
        colours = [voice.colour for voice in found if voice.colour is not None]
        assert colours == list(range(len(colours)))


def test_what_a_guess_alone_names_somebody_for_is_nobodys() -> None:
    for path in ARTICLES:
        article = article_at(path)
        low = {n for n, a in enumerate(article.attributions) if a.confidence is Confidence.LOW}
        unclear = {n for voice in voices(article, phrases_of("en")) if voice.is_unclear for n in voice.claims}
        assert unclear == low


def test_a_voice_tells_of_whom_it_speaks() -> None:
    article = article_of(
        "The bridge\n\nThe bridge was closed on Monday by the town.\n\n"
        "“Nobody crosses it before winter,” said Ann Boyle, the mayor.\n\n"
        "“Boyle’s plan is a bad one,” said Carl Winter, an engineer.\n"
    )
    boyle, winter = voices(article, phrases_of("en"))
    assert (boyle.name, winter.about) == ("Ann Boyle", ((boyle.number, 1),))
    assert "on Ann Boyle" in sources_map(article, phrases_of("en")).alt


HOSTILE = (
    "<script>alert(1)</script> </script><img src=x onerror=alert(2)> wins\n\n"
    "“</style></span><svg onload=alert(3)> it's {{ 7*7 }} & &lt;b&gt; \u202e\x07 done,” "
    "said Ann <b onclick=alert(4)>Boyle</b>, the mayor.\n\n"
    "According to Max “' onmouseover='alert(5)” Kern, the bridge is <a href=javascript:alert(6)>safe</a> and open.\n"
)


def test_nothing_in_an_article_is_ever_markup() -> None:
    article = article_of(HOSTILE)
    assert article.attributions
    harmless = Seen(page(article_at(ARTICLES[0]), phrases_of("en")))
    seen = Seen(page(article, phrases_of("en")))
    known = {tag for tag, _ in harmless.elements} | {"ol", "li", "h2"}
    assert {tag for tag, _ in seen.elements} <= known
    assert sum(tag == "script" for tag, _ in seen.elements) == 1
    assert not any(name.startswith("on") or name == "style" for _, found in seen.elements for name in found)
    assert not any("javascript:" in (value or "") for _, f in seen.elements for n, value in f.items() if n == "href")
    assert "{{ 7*7 }}" in seen.text
    ET.fromstring(sources_map(article, phrases_of("en")).svg)  # noqa: S314 - ours


@pytest.mark.slow
@given(st.text(min_size=1, max_size=60))
def test_any_title_and_any_speaker_give_a_page_and_a_map_that_can_be_article_at(text: str) -> None:
    article = replace(STORY, title=text, url=text)
    shown = page(article, phrases_of("de"))
    shown.encode()
    assert Seen(shown).elements.count(("script", {})) == 1
    ET.fromstring(sources_map(article, phrases_of("de"), alone=True).svg)  # noqa: S314 - as above
    assert re.fullmatch(r"[a-z0-9-]+\.view\.html", file_name(article))


STORY = named("missiles-for-soldiers")


def test_an_address_that_is_none_of_the_web_is_no_link() -> None:
    for url in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https:evil", " https://a.example/x"):
        seen = Seen(page(replace(STORY, url=url), phrases_of("en")))
        hrefs = {found["href"] for tag, found in seen.elements if tag == "a" and found.get("href")}
        assert all(href is not None and href.startswith("#") for href in hrefs)


def test_the_policy_lets_nothing_in_but_the_style_and_the_script_of_the_page() -> None:
    def policy(html: str) -> str:
        return next(str(f["content"]) for t, f in Seen(html).elements if t == "meta" and "http-equiv" in f)

    alone = policy(page(STORY, phrases_of("en")))
    assert alone.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in alone
    assert "connect-src" not in alone
    assert "connect-src 'self'" in policy(page(STORY, phrases_of("en"), Asking("/ask", "abc")))


def test_a_page_that_is_served_has_a_box_that_asks_there() -> None:
    seen = Seen(page(STORY, phrases_of("de"), Asking("/ask?x=1&y=2", STORY.id)))
    form = next(found for tag, found in seen.elements if tag == "form")
    assert (form["data-url"], form["data-article"]) == ("/ask?x=1&y=2", STORY.id)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_a_page_is_small_and_needs_nothing_else(path: Path) -> None:
    html = page(article_at(path), phrases_of("en"))
    assert len(html.encode()) < LARGEST
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html.replace(article_at(path).url or "\0", ""))


def test_the_map_says_in_words_what_it_shows() -> None:
    found = sources_map(STORY, phrases_of("en"), alone=True)
    root = ET.fromstring(found.svg)  # noqa: S314 - ours
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == found.alt
    rows = [g for g in root.iter(f"{SVG}g") if (g.get("class") or "").startswith("row")]
    heard = voices(STORY, phrases_of("en"))
    assert len(rows) == len(heard) + 1
    for voice in heard:
        assert f"{voice.label}: " in found.alt


@pytest.mark.parametrize("count", [3, 12, 30, 45])
def test_a_map_has_a_line_for_each_source_and_one_for_the_others(count: int) -> None:
    article = with_sources(count)
    assert len(voices(article, phrases_of("en"))) == count
    root = ET.fromstring(sources_map(article, phrases_of("en"), alone=True).svg)  # noqa: S314 - ours
    rows = [g for g in root.iter(f"{SVG}g") if (g.get("class") or "").startswith("row")]
    assert len(rows) == min(count, 30) + (count > 30) + 1
    _, _, wide, high = (float(n) for n in str(root.get("viewBox")).split())
    for mark in root.iter(f"{SVG}rect"):
        assert 0 <= float(mark.get("x", 0)) <= float(mark.get("x", 0)) + float(mark.get("width", 0)) <= wide
        assert float(mark.get("y", 0)) + float(mark.get("height", 0)) <= high


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_every_colour_is_read_by_everybody(scheme: Scheme) -> None:
    for look in (*scheme.looks, scheme.neutral):
        assert contrast(look.on, look.strong) >= 4.5
        assert contrast(scheme.ink, look.tint) >= 7
        assert contrast(look.strong, scheme.ground) >= 3
    assert contrast(scheme.muted, scheme.ground) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_no_two_colours_look_alike_to_the_colour_blind(scheme: Scheme) -> None:
    colours = [look.strong for look in (*scheme.looks, scheme.neutral)]
    for sight in SIGHTS:
        seen = [oklab(as_seen(colour, sight)) for colour in colours]
        for one, other in combinations(seen, 2):
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 * 100 > 7


SIGHTS = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What each sight makes of linear light (Machado, Oliveira and Fernandes 2009, severity 1)."""


def as_seen(colour: str, sight: str) -> tuple[float, ...]:
    light = [_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5)]
    return tuple(min(1.0, max(0.0, sum(m * x for m, x in zip(row, light, strict=True)))) for row in SIGHTS[sight])


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def oklab(light: tuple[float, ...]) -> tuple[float, float, float]:
    """Return linear light as Oklab (Ottosson 2020), in which distances are as they are seen."""
    r, g, b = light
    l_ = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m_ = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s_ = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_,
        1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_,
        0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_,
    )


def test_every_language_has_words_for_every_mode_act_and_confidence() -> None:
    for code in PHRASES:
        words = view_words(code)
        assert (set(words.modes), set(words.acts), set(words.sure)) == (set(Mode), set(CueClass), set(Confidence))
        assert set(words.modes.values()).isdisjoint({""})
