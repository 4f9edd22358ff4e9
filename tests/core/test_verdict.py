"""What an article has of a statement: itself, from somebody, nearly and in what it differs, or not."""

import pytest

from bot import languages
from bot.core.attribution import attribute
from bot.core.checking.verdict import check
from bot.core.segmentation.sentences import lay_out
from bot.model import Article, Check, DifferenceKind, ExtractedText, Sentence, Span, Verdict

BRIDGE = (
    "The council approved the bridge on Monday. Mayor Ann Lee said the ferry would close in May. "
    "Dock workers rejected the offer. The bridge was built by Norcon. Twelve men died and 30 women were hurt. "
    "The mill could burn again. All of the boats sank. The engineers plan to paint the tower. "
    "Ukrainian troops hold Russian land. The lawyer denied that the firm had paid bribes. "
    "The train from Leeds arrived late."
)
BRUECKE = (
    "Der Rat hat am Montag die Brücke genehmigt. Die Fähre werde im Mai eingestellt, sagte Bürgermeisterin Ute Kranz. "
    "Den Anwalt verklagte die Firma. Die Brücke wurde von Norkon gebaut. Zwölf Männer starben, 30 Frauen wurden "
    "verletzt. Nicht alle Boote sanken. Das Unternehmen will den Turm verkaufen. Der Zug aus Leeds kam zu spät."
)


def article_of(text: str, code: str) -> Article:
    layout = lay_out(ExtractedText(text), languages.of(code).orthography)
    said = attribute(text, layout.sentences, languages.of(code).speech())
    return Article("id", text, code, "-", layout.blocks, layout.sentences, layout.passages, said)


def checked(statement: str, article: str = BRIDGE, asking: str = "en", code: str = "en") -> Check:
    language = languages.of(asking)
    said = attribute(statement, (Sentence(Span(0, len(statement)), 0),), language.speech())
    found = check(article_of(article, code), statement, said, language, languages.of(code))
    assert found is not None
    return found


def gaps(found: Check) -> set[DifferenceKind]:
    return {d.kind for d in found.differences}


@pytest.mark.parametrize(
    "statement",
    [
        "The council approved the bridge.",
        "The bridge was approved by the council.",
        "Norcon built the bridge.",
        "Thirty women were hurt.",
    ],
)
def test_what_the_article_says_in_other_words_is_stated(statement: str) -> None:
    assert checked(statement).verdict is Verdict.STATED


@pytest.mark.parametrize(
    "statement",
    ["Der Rat hat die Brücke genehmigt.", "Die Brücke wurde vom Rat genehmigt.", "Norkon baute die Brücke."],
)
def test_the_same_in_german(statement: str) -> None:
    assert checked(statement, BRUECKE, "de", "de").verdict is Verdict.STATED


def test_what_somebody_says_is_reported_whether_or_not_the_statement_says_so() -> None:
    assert checked("The ferry would close in May.").verdict is Verdict.REPORTED
    assert checked("Ann Lee said the ferry would close in May.").verdict is Verdict.REPORTED
    assert checked("Die Fähre werde im Mai eingestellt.", BRUECKE, "de", "de").verdict is Verdict.REPORTED


def test_a_speaker_is_known_by_what_the_article_calls_it() -> None:
    text = "Kelmouth Terminals denied the charge. “The cables broke,” it said. The company said that it was over."
    found = checked("The company said that the cables broke.", text)
    assert found.verdict is Verdict.REPORTED


def test_another_speaker_is_a_difference() -> None:
    found = checked("Norcon said the ferry would close in May.")
    assert found.verdict is Verdict.NEAR
    assert found.differences[0].in_article == ("Ann Lee",)
    assert gaps(found) == {DifferenceKind.SPEAKER}


@pytest.mark.parametrize(
    ("statement", "gap"),
    [
        ("The council did not approve the bridge.", DifferenceKind.NEGATION),
        ("The council approved the bridge on Tuesday.", DifferenceKind.NUMBER),
        ("Dock workers accepted the offer.", DifferenceKind.OPPOSITE),
        ("The bridge was built by the council.", DifferenceKind.WORDS),
        ("Thirteen men died.", DifferenceKind.NUMBER),
        ("Thirty men died.", DifferenceKind.NUMBER),
        ("The mill burned again.", DifferenceKind.CERTAINTY),
        ("Some of the boats sank.", DifferenceKind.EXTENT),
        ("The engineers painted the tower.", DifferenceKind.CERTAINTY),
        ("The firm had paid bribes.", DifferenceKind.NEGATION),
        ("The train to Leeds arrived late.", DifferenceKind.ROLES),
        ("The bridge approved the council.", DifferenceKind.ROLES),
        ("Russian troops hold Ukrainian land.", DifferenceKind.ROLES),
    ],
)
def test_a_difference_is_named_and_never_passed_over(statement: str, gap: DifferenceKind) -> None:
    found = checked(statement)
    assert found.verdict in {Verdict.NEAR, Verdict.OPPOSITE}
    assert gap in gaps(found)


@pytest.mark.parametrize(
    ("statement", "gap"),
    [
        ("Der Rat hat die Brücke nicht genehmigt.", DifferenceKind.NEGATION),
        ("Der Rat hat am Dienstag die Brücke genehmigt.", DifferenceKind.NUMBER),
        ("Der Anwalt verklagte die Firma.", DifferenceKind.ROLES),
        ("Die Firma wurde von dem Anwalt verklagt.", DifferenceKind.ROLES),
        ("Dreißig Männer starben.", DifferenceKind.NUMBER),
        ("Alle Boote sanken.", DifferenceKind.NEGATION),
        ("Das Unternehmen verkauft den Turm.", DifferenceKind.CERTAINTY),
        ("Der Zug nach Leeds kam zu spät.", DifferenceKind.ROLES),
    ],
)
def test_the_same_differences_in_german(statement: str, gap: DifferenceKind) -> None:
    found = checked(statement, BRUECKE, "de", "de")
    assert found.verdict in {Verdict.NEAR, Verdict.OPPOSITE}
    assert gap in gaps(found)


@pytest.mark.parametrize(
    ("code", "statement", "article"),
    [
        ("en", "The firm sold the mill.", "The firm sold not only the mill but also the farm."),
        ("en", "The firm sold the farm.", "The firm sold not only the mill but also the farm."),
        ("en", "The firm sold the mill.", "There is no doubt that the firm sold the mill."),
        ("en", "Ann Lee closed the mill.", "None other than Ann Lee closed the mill."),
        ("en", "The firm sold the mill.", "The firm sold the mill, not least because of the noise."),
        ("en", "30 boats sank.", "No fewer than 30 boats sank."),
        ("en", "The firm sold the mill.", "The firm sold the mill in May."),
        ("de", "Die Firma verkaufte die Mühle.", "Die Firma verkaufte die Mühle ohne Not."),
        ("de", "Die Firma verkaufte die Mühle.", "Die Firma verkaufte nicht nur die Mühle, sondern auch den Hof."),
        ("de", "Ute Kranz verkaufte die Mühle.", "Keine Geringere als Ute Kranz verkaufte die Mühle."),
        ("de", "Die Firma verkaufte die Mühle.", "Ohne Zweifel verkaufte die Firma die Mühle."),
        ("de", "Die Firma verkaufte die Mühle.", "Die Firma verkaufte die Mühle nicht zuletzt wegen des Lärms."),
        ("de", "30 Boote sanken.", "Nicht weniger als 30 Boote sanken."),
    ],
)
def test_a_fixed_phrase_with_a_negator_denies_nothing(code: str, statement: str, article: str) -> None:
    assert checked(statement, article, code, code).verdict is Verdict.STATED


@pytest.mark.parametrize(
    ("code", "statement", "article", "gap"),
    [
        ("en", "The firm sold the mill.", "The firm no longer sold the mill.", DifferenceKind.NEGATION),
        ("en", "The firm closed the mill.", "The firm no longer closed the mill.", DifferenceKind.NEGATION),
        ("en", "The firm sold the mill.", "Mill not sold by the firm.", DifferenceKind.NEGATION),
        ("en", "The firm sold the mill.", "The firm did NOT sell the mill.", DifferenceKind.NEGATION),
        ("en", "The firm sold the mill.", "The firm did not sell the mill, no doubt.", DifferenceKind.NEGATION),
        ("en", "The firm sold the mill.", "The firm sold the mill nowhere.", DifferenceKind.NEGATION),
        ("en", "Only the firm sold the mill.", "Not only the firm sold the mill.", DifferenceKind.EXTENT),
        (
            "de",
            "Die Firma verkaufte die Mühle.",
            "Die Firma verkaufte die Mühle nicht ohne Weiteres.",
            DifferenceKind.NEGATION,
        ),
        ("de", "Die Firma verkaufte die Mühle.", "Die Firma verkaufte die Mühle nicht mehr.", DifferenceKind.NEGATION),
        ("de", "Die Firma verkaufte die Mühle.", "Die Firma verkaufte die Mühle keineswegs.", DifferenceKind.NEGATION),
        ("de", "Nur die Firma verkaufte die Mühle.", "Nicht nur die Firma verkaufte die Mühle.", DifferenceKind.EXTENT),
    ],
)
def test_a_negator_outside_of_such_a_phrase_does(code: str, statement: str, article: str, gap: DifferenceKind) -> None:
    found = checked(statement, article, code, code)
    assert found.verdict in {Verdict.NEAR, Verdict.OPPOSITE}
    assert gap in gaps(found)


def test_a_statement_is_checked_across_languages() -> None:
    assert checked("The council approved the bridge.", BRUECKE, "en", "de").verdict is Verdict.STATED
    assert gaps(checked("Der Rat hat die Brücke nicht genehmigt.", BRIDGE, "de", "en")) == {DifferenceKind.NEGATION}


def test_a_sentence_that_only_shares_a_word_is_no_neighbour() -> None:
    found = checked("The council dismissed its treasurer over forged receipts.")
    assert found.verdict is Verdict.ABSENT
    assert found.missing == ("treasurer", "forged", "receipts")


def test_a_statement_without_a_word_to_look_for_has_no_verdict() -> None:
    statement = "It is."
    english = languages.of("en")
    assert check(article_of(BRIDGE, "en"), statement, (), english, english) is None
