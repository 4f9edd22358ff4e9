"""Quotations of a page keep who says them."""

import pytest

from bot.formats.html import read

PAGE = (
    "<html lang='en'><head><title>Mill closes</title></head><body><article><h1>Mill closes</h1>"
    "<p>The mill in Tarnley closes in May, and nobody in the town knows what will become of the building.</p>"
    "{}<p>The owner has not said what he means to do with the house, the weir and the meadows around it.</p>"
    "<p>Some of the workers have found other work, and most of them will leave the town in the summer.</p>"
    "</article></body></html>"
)
SAID = "We were told on Monday that all of us would have to go."


@pytest.mark.parametrize(
    ("markup", "signature"),
    [
        ("<blockquote><p>{}</p><cite>Ann Cole, miller</cite></blockquote>", "— Ann Cole, miller"),
        ("<blockquote><p>{}</p><footer>– Ann Cole, miller</footer></blockquote>", "— Ann Cole, miller"),
        ("<figure><blockquote><p>{}</p></blockquote><figcaption>Ann Cole</figcaption></figure>", "— Ann Cole"),
        ("<blockquote class='post'><p>{}</p>&mdash; Ann Cole (@acole)</blockquote>", "— Ann Cole (@acole)"),
        ("<div class='pull-quote'><p>{}</p><p>Ann Cole, miller</p></div>", "— Ann Cole, miller"),
        (
            "<blockquote><p>{}</p><span class='author'><b>Ann Cole</b><i>Miller</i></span></blockquote>",
            "— Ann Cole, Miller",
        ),
    ],
)
def test_who_says_a_block_quotation_stands_behind_it_once(markup: str, signature: str) -> None:
    lines = read(PAGE.format(markup.format(SAID)), "").text.split("\n\n")
    assert lines[lines.index(SAID) + 1] == signature
    assert sum("Ann Cole" in line for line in lines) == 1


@pytest.mark.parametrize(
    "markup", ["<blockquote><p>{}</p></blockquote>", "<div class='unquoted'><p>{}</p><p>Ann Cole, miller</p></div>"]
)
def test_a_quotation_that_names_nobody_gets_no_signature(markup: str) -> None:
    assert "—" not in read(PAGE.format(markup.format(SAID)), "").text
