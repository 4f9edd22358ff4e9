"""Two addresses are one page where they differ in what only counts readers, and two where they differ in more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.addresses import canonical

PAGE = "https://www.dunau.example/stadt/rat-baut-steg?id=7&seite=2"


def same_page(one: str, other: str) -> bool:
    return canonical(one) == canonical(other) != ""


@pytest.mark.parametrize(
    "other",
    [
        "http://dunau.example/stadt/rat-baut-steg?id=7&seite=2",
        "HTTPS://WWW.Dunau.Example:443/stadt/rat-baut-steg/?seite=2&id=7#kommentare",
        "https://www.dunau.example./stadt/rat-baut-steg?id=7&seite=2&utm_source=x&utm_Medium=y",
        "https://www.dunau.example/stadt/rat-baut-steg?fbclid=abc&id=7&gclid=1&seite=2&ref=app",
        " https://www.dunau.example/stadt/r%61t-baut%2Dsteg?id=7&seite=2&wt_mc=a.b&at_medium=c&xtor=d&cmpid=e ",
    ],
)
def test_what_only_counts_readers_makes_no_other_page(other: str) -> None:
    assert same_page(PAGE, other)
    assert canonical(other) == "dunau.example/stadt/rat-baut-steg?id=7&seite=2"


@pytest.mark.parametrize(
    "other",
    [
        "https://www.dunau.example/stadt/rat-baut-steg?id=8&seite=2",
        "https://www.dunau.example/stadt/rat-baut-steg?id=7",
        "https://www.dunau.example/Stadt/rat-baut-steg?id=7&seite=2",
        "https://www.dunau.example:8443/stadt/rat-baut-steg?id=7&seite=2",
        "https://m.dunau.example/stadt/rat-baut-steg?id=7&seite=2",
        "https://www.dunau.example/stadt/rat-baut-steg?id=7&seite=2&cid=9",
        "https://www.dunau.example/stadt/rat-baut-steg?id=7&seite=2&source=9",
    ],
)
def test_what_may_be_another_article_is_another_page(other: str) -> None:
    assert not same_page(PAGE, other)


@pytest.mark.parametrize(
    "address",
    ["", "rat.txt", "dunau.example/a", "file:///a", "ftp://dunau.example/a", "https://", "https://u:p@dunau.example/",
     "http://[", "http://dunau.example:99999/", "mailto:rat@dunau.example", "-"],
)  # fmt: skip
def test_what_is_no_web_address_is_no_page(address: str) -> None:
    assert canonical(address) == ""
    assert not same_page(address, address)


def test_names_and_paths_are_the_same_escaped_and_not() -> None:
    assert same_page("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%c3%9fe")
    assert not same_page("https://dunau.example/a%2Fb", "https://dunau.example/a/b")


@given(st.text())
def test_any_text_has_a_canonical_form_or_none(text: str) -> None:
    assert isinstance(canonical(text), str)
    found = canonical(f"https://dunau.example/{text}")
    assert canonical(f"http://{found}") == found
