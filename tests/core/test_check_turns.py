"""What is denied, imagined, asked, feared or almost so, by whatever words, is never taken for said."""

import pytest

from bot import languages
from bot.core.attribution import attribute
from bot.core.checking.statements import check_text
from bot.core.segmentation.sentences import lay_out
from bot.model import Article, Check, DifferenceKind, ExtractedText, Verdict

SAID = {Verdict.STATED, Verdict.REPORTED}


def article_of(text: str, code: str) -> Article:
    layout = lay_out(ExtractedText(text), languages.of(code).orthography)
    said = attribute(text, layout.sentences, languages.of(code).speech())
    return Article("id", text, code, "-", layout.blocks, layout.sentences, layout.passages, said)


def checked(article: str, statement: str, code: str = "en") -> Check:
    (found,) = check_text(article_of(article, code), statement, languages.LANGUAGES)
    return found


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("The ferry is nowhere near full.", "The ferry is full."),
        ("The tower is the opposite of stable.", "The tower is stable."),
        ("The crew was powerless to save the ship.", "The crew saved the ship."),
        ("Far from leaving the town, Hale bought a house there.", "Hale left the town."),
        ("The dam is too old to hold the water.", "The dam holds the water."),
        ("Nothing suggests that Pell stole the watch.", "Pell stole the watch."),
        ("It is a lie that Pell stole the watch.", "Pell stole the watch."),
        ("The idea that Pell stole the watch made them laugh.", "Pell stole the watch."),
        ("Few believe that the dam will hold.", "The dam will hold."),
        ("Every minister apart from Hale signed the letter.", "Hale signed the letter."),
        ("Had the dam failed, the town would have drowned.", "The dam failed."),
        ("Were the dam to fail, the town would drown.", "The dam failed."),
        ("The crew was on the point of leaving the ship.", "The crew left the ship."),
        ("The attempt to close the school failed.", "The school was closed."),
        ("The firm used to make boats.", "The firm makes boats."),
        ("Did Pell steal the watch?", "Pell stole the watch."),
        ("The plan is not without risk.", "The plan is without risk."),
        ("The picture shows a fake passport.", "The picture shows a passport."),
        ("The deputy mayor opened the fair.", "The mayor opened the fair."),
        ("The mayor’s son was arrested.", "The mayor was arrested."),
        ("Police arrested the mayor’s son.", "Police arrested the mayor."),
        ("Either Ann Boyle or Tom Hale signed the letter.", "Ann Boyle signed the letter."),
        ("The door is rarely locked.", "The door is locked."),
        ("Half of the boats sank.", "The boats sank."),
        ("Up to 900 people fled.", "900 people fled."),
        ("Between 5 and 10 people fled.", "10 people fled."),
        ("Prices rose to 10 euros in May.", "Prices fell to 10 euros in May."),
        ("Residents hoped that the firm had sold the mill.", "The firm sold the mill."),
        ("The firm was accused of selling the mill.", "The firm sold the mill."),
    ],
)
def test_the_contrary_the_unreal_and_the_part_are_not_said(article: str, statement: str) -> None:
    assert checked(article, statement).verdict not in SAID


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Der Kai ist alles andere als sicher.", "Der Kai ist sicher."),
        ("Die Mannschaft war außerstande, das Schiff zu retten.", "Die Mannschaft rettete das Schiff."),
        ("Der Rat war kurz davor, das Bad zu schließen.", "Der Rat schloss das Bad."),
        ("Die Brücke ist zu schwach, um Lastwagen zu tragen.", "Die Brücke trägt Lastwagen."),
        ("Hätte der Kai nachgegeben, wäre die Stadt ertrunken.", "Der Kai gab nach."),
        ("Bricht der Kai, ertrinkt die Stadt.", "Der Kai bricht."),
        ("Der Kai brach fast.", "Der Kai brach."),
        ("Um ein Haar wäre der Kai gebrochen.", "Der Kai brach."),
        ("Dass Pell die Uhr stahl, ist gelogen.", "Pell stahl die Uhr."),
        ("Alle außer Hale unterschrieben den Brief.", "Hale unterschrieb den Brief."),
        ("Stahl Pell die Uhr?", "Pell stahl die Uhr."),
        ("Der falsche Polizist befragte zwei Männer.", "Der Polizist befragte zwei Männer."),
        ("Der Sohn des Wirts wurde verhaftet.", "Der Wirt wurde verhaftet."),
        ("Jan Pohl, dessen Frau verhaftet wurde, verkaufte die Mühle.", "Jan Pohl wurde verhaftet."),
        ("Weder Ute Kranz noch Jan Pohl unterschrieb den Brief.", "Ute Kranz unterschrieb den Brief."),
        ("Die Tür ist selten abgeschlossen.", "Die Tür ist abgeschlossen."),
        ("Bis zu 900 Menschen flohen.", "900 Menschen flohen."),
        ("Die Firma wird die Mühle verkaufen.", "Die Firma verkaufte die Mühle."),
        ("Die Anwohner hofften, dass die Firma die Mühle verkaufte.", "Die Firma verkaufte die Mühle."),
    ],
)
def test_the_same_in_german(article: str, statement: str) -> None:
    assert checked(article, statement, "de").verdict not in SAID


@pytest.mark.parametrize(
    ("article", "statement", "code"),
    [
        ("Two dozen barns burned down.", "24 barns burned down.", "en"),
        ("The repairs cost 1.4 million euros.", "The repairs cost 1,400,000 euros.", "en"),
        ("The boats left at 3 p.m.", "The boats left at 15:00.", "en"),
        ("On 7 June the river rose.", "On June 7 the river rose.", "en"),
        ("Half of the wheat was lost.", "50 percent of the wheat was lost.", "en"),
        ("The guards did not sleep.", "The guards didn't sleep.", "en"),
        ("The firm didn’t sell the mill.", "The firm did not sell the mill.", "en"),
        ("Mayor Ann Boyle opened the fair. Boyle resigned in May.", "Ann Boyle resigned in May.", "en"),
        ("Mayor Ann Boyle opened the fair. Boyle resigned in May.", "The mayor resigned in May.", "en"),
        ("Mayor Ann Boyle opened the fair.", "ann boyle opened the fair", "en"),
        ("The company purchased the mill.", "The firm bought the mill.", "en"),
        ("There is no doubt that the firm sold the mill.", "The firm sold the mill.", "en"),
        ("The firm not only sold the mill but also thanked the crowd.", "The firm sold the mill.", "en"),
        ("Nobody spoke after the firm sold the mill.", "The firm sold the mill.", "en"),
        ("Die Gasprom-Anlage steht.", "Die Gaspromanlage steht.", "de"),
        ("Die Fahrt dauerte eine Dreiviertelstunde.", "Die Fahrt dauerte 45 Minuten.", "de"),
        ("Am 7. Juni stieg der Fluss.", "Am 7.6. stieg der Fluss.", "de"),
        ("Die Flut zerstörte ein Dutzend Autos.", "Die Flut zerstörte 12 Autos.", "de"),
        ("Rund 30 Prozent der Gäste blieben daheim.", "30 % der Gäste blieben daheim.", "de"),
        ("Die damals 12 Jahre alte Nele Roth gewann.", "Nele Roth war 12 Jahre alt.", "de"),
        ("Es gab Ärger, weil der Rat das Bad schloss.", "Der Rat schloss das Bad.", "de"),
    ],
)
def test_what_is_said_in_other_words_is_found(article: str, statement: str, code: str) -> None:
    assert checked(article, statement, code).verdict is Verdict.STATED


def test_a_denial_is_the_opposite_where_nothing_else_differs() -> None:
    assert checked("The firm did not sell the mill.", "The firm sold the mill.").verdict is Verdict.OPPOSITE
    assert checked("The firm sold the mill in May.", "The firm did not sell the mill.").verdict is Verdict.OPPOSITE
    assert checked("The committee rejected the offer.", "The committee accepted the offer.").verdict is Verdict.OPPOSITE
    assert checked("Der Rat schloss das Bad nicht.", "Der Rat schloss das Bad.", "de").verdict is Verdict.OPPOSITE


def test_a_denial_that_says_more_is_not_the_opposite() -> None:
    assert checked("The firm did not sell the mill in May.", "The firm sold the mill.").verdict is Verdict.NEAR


def test_two_people_of_one_surname_are_two() -> None:
    text = "Mayor Ann Boyle opened the fair. Joan Boyle came as well. Boyle resigned in May."
    assert checked(text, "Joan Boyle resigned in May.").verdict not in SAID
    assert checked(text, "Ann Boyle resigned in May.").verdict not in SAID


def test_what_one_says_is_not_what_the_other_says() -> None:
    text = "Ann Boyle said that the dam was old, but Tom Hale said that the bridge was new."
    assert checked(text, "Ann Boyle said that the dam was old.").verdict is Verdict.REPORTED
    found = checked(text, "Ann Boyle said that the bridge was new.")
    assert DifferenceKind.SPEAKER in {d.kind for d in found.differences}
    assert (
        checked("Ann Boyle’s lawyer said that the dam was old.", "Ann Boyle said that the dam was old.").verdict
        is Verdict.NEAR
    )


def test_the_ally_of_one_of_two_states_is_the_other() -> None:
    text = "Russland und Nordkorea haben ein Abkommen. Russland hat dem Verbündeten Raketen geschickt."
    assert checked(text, "Russland hat Nordkorea Raketen geschickt.", "de").verdict is Verdict.STATED
    assert checked(text, "Russia sent missiles to North Korea.", "de").verdict is Verdict.STATED


def test_who_only_says_so_is_no_party_to_what_is_done() -> None:
    text = "Nach südkoreanischen Angaben hat Russland Raketen geschickt. Das Wetter war gut."
    assert checked(text, "Russland hat Südkorea Raketen geschickt.", "de").verdict not in SAID
    assert checked(text, "Russland hat Raketen geschickt.", "de").verdict is Verdict.REPORTED


def test_when_and_to_whom_something_was_said_has_to_fit() -> None:
    text = "Ann Boyle said on Monday that the dam was old."
    assert checked(text, "Ann Boyle said on Monday that the dam was old.").verdict is Verdict.REPORTED
    assert checked(text, "Ann Boyle said on Tuesday that the dam was old.").verdict is Verdict.NEAR


def test_sentences_of_a_pasted_text_are_checked_one_by_one_in_their_own_language() -> None:
    article = article_of("The firm sold the mill on 4 March. The weather was mild.", "en")
    found = check_text(
        article, "Die Firma verkaufte am 4. März die Mühle. Sie verkaufte auch den Hof.", languages.LANGUAGES
    )
    assert len(found) == 2
    assert found[0].verdict is Verdict.STATED
