"""Bytes become the text they stand for, or are refused: never other letters."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ArticleError, ArticleProblem
from bot.formats.encoding import decode

GERMAN = "Die Grüße kamen aus Köln. „Es war schön“, sagte Herr Müller über die Straße – und lächelte."
ENGLISH = "The café’s owner said “it’s over” – for £5.\nNobody believed him, and everyone stayed for another hour."


@pytest.mark.parametrize("text", [GERMAN, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-32", "mac_roman"])
def test_encodings_of_western_europe_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "article") == text


@pytest.mark.parametrize("encoding", ["cp850", "iso-8859-1", "cp1252", "mac_roman"])
def test_a_letter_or_two_is_enough(encoding: str) -> None:
    text = 'Der Bürgermeister von Lübeck sagte: "Wir prüfen das." Eine Lösung gebe es nicht vor März.'
    assert decode(text.encode(encoding), "article") == text


def test_a_capital_before_a_closing_mark_is_not_taken_for_damaged_utf_8() -> None:
    text = "Das Schild „CAFÉ“ hängt schief. Herr Müller möchte es gerade rücken, sagte er am Dienstag."
    assert decode(text.encode("cp1252"), "article") == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])).map(lambda text: "Aä" + text))
def test_utf_8_and_utf_16_come_back_as_they_were(text: str) -> None:
    assert decode(text.encode(), "article") == text
    assert decode(text.encode("utf-16"), "article") == text


def test_the_mark_of_utf_8_stays_so_that_offsets_mean_the_file() -> None:
    assert decode(b"\xef\xbb\xbfText.", "article") == "\ufeffText."


@pytest.mark.parametrize(
    "content",
    [
        "Grüße aus Köln".encode() + b"\xff und mehr",
        "Grüße aus Kö".encode()[:-1],
        "Привет, мир. Это статья о новостях.".encode("koi8-r"),
        "これは記事です。".encode("shift-jis"),
        "Żółć i źdźbło".encode("iso-8859-2"),
        "Hükümet çarşamba günü yeni yasanın gelecek ay yürürlüğe gireceğini açıkladı, dedi.".encode("cp1254"),
        "Das Café schließt. Mehr steht hier nicht, aber der Text ist lang genug.".encode() + b"\x93Ja\x94",
        b"\xff\xfeT\x00e\x00x",
    ],
)
def test_what_is_not_sure_is_refused(content: bytes) -> None:
    with pytest.raises(ArticleError) as refused:
        decode(content, "article")
    assert refused.value.problem is ArticleProblem.ENCODING


@pytest.mark.parametrize(
    "name", ["windows-1252", "ISO-8859-1", "iso-8859-15", "no-such-code", "utf-8", "utf-16", "hex", "idna"]
)
def test_a_page_says_its_encoding(name: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={name}">'
    page = f"<html>{meta}<p>Grüße aus Köln, sagte Müller.</p>"
    assert decode(page.encode("cp1252"), "page", declares=True) == page


def test_utf_8_wins_over_what_a_page_says() -> None:
    page = '<meta charset="iso-8859-1"><p>Grüße</p>'
    assert decode(page.encode(), "page", declares=True) == page


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_article_error(content: bytes) -> None:
    with contextlib.suppress(ArticleError):
        assert decode(content, "article")


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke ist zu. Sie müsse geprüft werden, sagte der Leiter der Behörde in Fürth.",
        "Für die Gebühr gibt es nun zwölf Gründe. Der Schlüssel dafür liegt in München.",
        "Die Mühle brennt.",
    ],
)
def test_no_sign_stands_between_small_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "article") == text


@pytest.mark.parametrize("text", [GERMAN, "„Größe“ – sagte Ágnes, „zählt nicht“."])
def test_a_text_that_was_encoded_twice_is_read_as_it_was(text: str) -> None:
    broken = "".join(
        bytes([b]).decode("cp1252", errors="replace") if b not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(b)
        for b in text.encode()
    )
    assert decode(broken.encode(), "article") == text


@pytest.mark.parametrize(
    "text", ["Aus „ü“ wird dann „Ã¼“, sagte er in Köln.", "São Paulo, Ångström, Âge d’or – und Ãß."]
)
def test_a_text_that_shows_such_letters_is_left_as_it_is(text: str) -> None:
    assert decode(text.encode(), "article") == text


@pytest.mark.parametrize("broken", [b"\xc3", b"\xff", b"\xe2\x80", b"\x84\x9f"])
def test_a_few_broken_bytes_in_utf_8_are_shown_as_such(broken: bytes) -> None:
    first, rest = GERMAN[:20], GERMAN[20:] + GERMAN * 4
    text = decode(first.encode() + broken + rest.encode(), "article")
    assert text.startswith(first)
    assert text.endswith(rest)
    assert set(text[len(first) : -len(rest)]) == {"\N{REPLACEMENT CHARACTER}"}


def test_many_broken_bytes_are_another_encoding() -> None:
    with pytest.raises(ArticleError) as refused:
        decode("Ærø Ðe þæt".encode() + b"\xff\xfe\xfd" * 3, "article")
    assert refused.value.problem is ArticleProblem.ENCODING
