"""Whether quotations stand in an article word for word, and who says them there."""

import pytest

from bot import languages
from bot.core.attribution import attribute
from bot.core.checking.quotations import quotations
from bot.core.checking.quoting import check_quotations
from bot.core.segmentation.sentences import lay_out
from bot.model import Article, ExtractedText, QuotationCheck, QuotationVerdict

PIER = (
    "The pier in Lumsay is closed. “The pier is not safe, and 6,000 people walk on it every day,” said Mayor Ann Boyle "
    "on Monday. “We will open it,” she added, “when the steel is sound.” John Boyle, an engineer, said the cracks were "
    "old. “It was built in 1961,” said Rosa Quint."
)
KAI = (
    "Der Kai in Lumsau ist zu. „Der Kai ist nicht sicher, und die Straße ist gesperrt“, sagte Bürgermeisterin Ute "
    "Kranz. „Das stimmt so nicht“, sagte Jan Pohl."
)


def article_of(text: str, code: str) -> Article:
    layout = lay_out(ExtractedText(text), languages.of(code).orthography)
    said = attribute(text, layout.sentences, languages.of(code).speech())
    return Article("id", text, code, "-", layout.blocks, layout.sentences, layout.passages, said)


def quoted(text: str, article: str = PIER, code: str = "en") -> QuotationCheck:
    (found,) = check_quotations(article_of(article, code), text, languages.LANGUAGES)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "“The pier is not safe” by Ann Boyle",
        "»the pier is not safe«",
        '"6,000 people walk on it every day." – Ann Boyle',
        "“We will open it when the steel is sound” (Ann Boyle)",
        "“… walk on it every day …”",
        "“The pier is not safe,” said Boyle.",
        "It was built in 1961",
    ],
)
def test_what_stands_there_is_word_for_word_whatever_its_marks(text: str) -> None:
    assert quoted(text).verdict is QuotationVerdict.VERBATIM


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("“The pier is safe”", ("", "not")),
        ("“5,000 people walk on it every day”", ("5,000", "6,000")),
        ("“6,000 people drive on it every day”", ("drive", "walk")),
        ("“when the steel is not sound”", ("not", "")),
        ("“It was built in 1962”", ("1962", "1961")),
        ("“The pier is [closed], and 6,000 people walk on it”", ("closed", "not safe")),
        ("“The pier is … safe”", ("", "not")),
    ],
)
def test_a_changed_number_word_or_negation_is_told(text: str, change: tuple[str, str]) -> None:
    found = quoted(text)
    assert found.verdict is QuotationVerdict.CHANGED
    assert change in found.changes


def test_a_negation_that_stands_right_behind_is_not_cut_off() -> None:
    assert quoted("„Das stimmt so“", KAI, "de").verdict is QuotationVerdict.CHANGED


def test_german_in_swiss_spelling_is_the_same() -> None:
    assert quoted("«die Strasse ist gesperrt»", KAI, "de").verdict is QuotationVerdict.VERBATIM


def test_what_is_left_out_is_told() -> None:
    found = quoted("“The pier is not safe, and … people walk on it”")
    assert found.verdict is QuotationVerdict.CHANGED  # a number
    found = quoted("“6,000 people […] every day”")
    assert (found.verdict, found.omitted) == (QuotationVerdict.SHORTENED, ("walk on it",))
    assert quoted("“6,000 people walk every day”").verdict is QuotationVerdict.SHORTENED


@pytest.mark.parametrize(
    "text",
    [
        "“It was built in 1961” by Ann Boyle",
        "“The pier is not safe” by John Boyle",
        "“The pier is not safe” by Joan Boyle",
    ],
)
def test_another_speaker_is_told_also_one_of_the_same_surname(text: str) -> None:
    found = quoted(text)
    assert found.verdict is QuotationVerdict.OTHER_SPEAKER
    assert found.speakers


def test_what_two_say_is_no_quotation_of_one() -> None:
    found = quoted(
        "“The pier is safe. No, it is not.”", "“The pier is safe,” said Rosa Quint. Ann Boyle said: “No, it is not.”"
    )
    assert found.verdict is QuotationVerdict.OTHER_SPEAKER
    assert set(found.speakers) == {"Rosa Quint", "Ann Boyle"}


def test_indirect_speech_is_no_quotation() -> None:
    assert quoted("“the cracks were old” by John Boyle").verdict is QuotationVerdict.INDIRECT


def test_a_translated_one_is_told() -> None:
    found = quoted("„Die Brücke ist nicht sicher“ von Ann Boyle", "“The bridge is not safe,” said Mayor Ann Boyle.")
    assert (found.verdict, found.speakers) == (QuotationVerdict.TRANSLATED, ("Ann Boyle",))


def test_what_is_not_there_has_the_nearest_sentence() -> None:
    found = quoted("“The dog swam across the bay”")
    assert found.verdict is QuotationVerdict.ABSENT


def test_all_quotations_of_a_draft_are_found_with_who_says_them() -> None:
    draft = "Mayor Ann Boyle warned: “The pier is not safe.” “It was built in 1961,” said Rosa Quint."
    found = quotations(draft, languages.of("en"))
    assert [q.text for q in found] == ["The pier is not safe.", "It was built in 1961,"]
    assert found[1].by == "Rosa Quint"
