"""German sentences in which it is easy to hear the wrong one, or nobody: one row a kind, with who speaks."""

import pytest

from tests.spoken import german


def _said(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(a.rule, a.speaker, a.content) for a in german(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Die strenge Auslegung des Kanzleramts stellte Landrat Otto Pohl in Frage: „So geht es nicht.“",
            "Landrat Otto Pohl",
        ),
        ("Als erwiesen sah es der Richter an, dass der Zaun offen war.", "der Richter"),
        ("Es war laut und die Anwohner fürchten, dass es so bleibt.", "die Anwohner"),
        ("Einzig Nordkabel gab bekannt, einen Ersatz liefern zu wollen.", "Nordkabel"),
        ("Jahrelang haben die Fährbetriebe bestritten, dass der Anleger morsch sei.", "die Fährbetriebe"),
        ("Ein nicht genannter Vertreter der Werft sagte, das Dock bleibe.", "Ein nicht genannter Vertreter der Werft"),
        ("Der 61 Jahre alte Minister sagte, er gehe bald.", "Der 61 Jahre alte Minister"),
        (
            "Rudi Lamm, ein freundlicher Herr, zögerte, sagte aber, der Turm müsse weg.",
            "Rudi Lamm, ein freundlicher Herr",
        ),
        ("Das Amt hofft, durch die seit Mai geltende Regel beteiligte Firmen zu gewinnen.", "Das Amt"),
        ("Die IG Holz wertet die Einigung der Belegschaft als Erfolg.", "Die IG Holz"),
        (
            "Zu der Zeit ging Ina Voss, die Anwältin der Frau, noch davon aus, dass es reicht.",
            "Ina Voss, die Anwältin der Frau",
        ),
    ],
)
def test_the_subject_speaks_wherever_it_stands(text: str, speaker: str) -> None:
    assert [a.speaker for a in german(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Ein Gentest bestätigte die Herkunft des Richters.",
        "Der Druck der Partei besteht darin, alle zu laden.",
        "Das hat sich als begründet erwiesen, doch der Steg musste weg.",
        "In seiner „Eröffnungsrede“, die Ina Voss verlas, mahnte Otto Pohl zur Eile.",
        "„Licht für alle“, so lautet der Titel einer Broschüre.",
        "Der Bund hat das unter Verweis auf das Seegesetz nicht bezahlt.",
        "Der Rat plant einen Umbau mit dem Ziel, die Miete zu senken.",
        "Die Sängerinnen haben den Auftritt verschoben, weil sie nicht wussten, wie der Saal klingt.",
        "Das Wetter meinte es gut mit den Gästen: Es blieb trocken.",
        "Nordland stand im Verdacht, den Streit begonnen zu haben.",
        "Ein Kater soll den Vogel gejagt haben, was zu Streit führte.",
        "Die Nähe des Wolfs stellt eine Gefahr dar, es wäre besser, die Tür zu schließen.",
        "Der Hersteller gab die Preise bekannt.",
        "Das Amt gab den Grund nicht bekannt.",
    ],
)
def test_no_claim_is_heard_where_nothing_is_said(text: str) -> None:
    assert [a for a in german(text) if a.speaker is not None] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Antrag wurde von Rätin Eva Moll als unnötig bezeichnet.", "Rätin Eva Moll"),
        ("Von der Opposition wurde der Besuch als unpassend kritisiert.", "der Opposition"),
        ("Der Anbau wird im Bericht als gefährlich eingestuft.", "Bericht"),
        ("Das Amt verweist auf alte Schäden am Dach.", "Das Amt"),
        ("Förster Uli Brandt wies auf die Trockenheit im Wald hin.", "Förster Uli Brandt"),
        ("Ärztin Vera Sand riet den Gästen zu Ruhe.", "Ärztin Vera Sand"),
        ("Der Minister gab seinen Rücktritt bekannt.", "Der Minister"),
    ],
)
def test_who_judges_points_or_announces_is_reported(text: str, speaker: str) -> None:
    [found] = german(text)
    assert (found.mode, found.speaker) == ("reported", speaker)


def test_an_announcement_with_an_object_is_one_of_the_announcements() -> None:
    [found] = german("Der Minister gab seinen Rücktritt bekannt.")
    assert found.cue_class == "announces"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Wir fangen ganz neu an“ wird der Trainer im Blatt „Anpfiff“ zitiert.", "der Trainer"),
        (
            "Das ist eine Chance für Talheim, wird Uwe Sell, der Leiter des Markts, zitiert.",
            "Uwe Sell, der Leiter des Markts",
        ),
    ],
)
def test_who_is_cited_speaks(text: str, speaker: str) -> None:
    assert {a.speaker for a in german(text)} == {speaker}


def test_who_comes_with_a_request_makes_it() -> None:
    [found] = german("Otto Pohl wandte sich an die Gäste mit der Bitte, die Tür zu schließen.")
    assert (found.speaker, found.content) == ("Otto Pohl", ("die Tür zu schließen",))


def test_a_hint_is_of_whom_it_comes_from() -> None:
    [found] = german("Von der Polizei kam der Hinweis, der Weg sei frei.")
    assert found.speaker == "der Polizei"


def test_a_paper_that_a_clause_quotes_speaks() -> None:
    [found] = german("Jan Rolf zeigte eine Mitteilung der Bahn, in der es heißt, dass der Zug ausfällt.")
    assert found.speaker == "eine Mitteilung der Bahn"


def test_therein_means_the_paper_of_the_sentence_before() -> None:
    [found] = german(
        "Die Mieter schickten eine Petition an den Rat. Darin wird der Rat aufgefordert, das Haus zu kaufen."
    )
    assert found.speaker == "eine Petition"


def test_thereafter_means_who_published_something_right_before() -> None:
    [found] = german("Die Talbank legte neue Zahlen vor. Danach verliert das Haus vier Millionen.")
    assert (found.name, found.content) == ("Talbank", ("verliert das Haus vier Millionen",))


def test_a_claim_ends_at_a_semicolon_behind_which_nothing_is_reported() -> None:
    found = german("Die Frauen gaben an, dass das Tor offen war; der Wirt schloss es am Abend.")
    assert [a.content for a in found] == [("dass das Tor offen war",)]


def test_a_claim_ends_where_its_speaker_goes_on_to_do_something() -> None:
    found = german("Der Sprecher sagte, dass zwei Autos brannten, nannte aber keine Namen.")
    assert [a.content for a in found if a.rule == "pre-that"] == [("dass zwei Autos brannten",)]


def test_a_claim_runs_over_a_semicolon_in_the_subjunctive() -> None:
    [found] = german("Die Frauen gaben an, das Tor sei offen gewesen; es habe geregnet.")
    assert found.content == ("das Tor sei offen gewesen; es habe geregnet",)


def test_what_is_only_mentioned_takes_the_word_from_nobody() -> None:
    found = german("Ina Voss sagte, es fehle Personal. So gebe es Hinweise, dass Betten leer bleiben. Das sei schlimm.")
    assert [a.speaker for a in found] == ["Ina Voss"] * 3


def test_a_quotation_in_a_sentence_that_goes_on_is_of_who_spoke_before() -> None:
    found = german("Ina Voss sagte, es fehle Geld. Die Stadt sei ihr viel schuldig: „Wir haben lange genug gewartet.“")
    assert found[-1].speaker == "Ina Voss"


def test_a_colon_inside_a_sentence_says_nothing_of_the_next_one() -> None:
    found = german("Otto Pohl rief: „Jetzt reicht es mir aber wirklich.“ Es gibt vier Schulen im Ort.")
    assert [a.content for a in found] == [("Jetzt reicht es mir aber wirklich.",)]


def test_an_aside_behind_wie_may_be_long() -> None:
    found = german("Wie Norbert Pauli, der als Gast auf der Tribüne saß, dazu sagt, war es ruhig.")
    assert [a.speaker for a in found] == ["Norbert Pauli"]


@pytest.mark.parametrize(
    "text",
    [
        "Das Auto sei, anders als das Amt behauptet, langsam gefahren.",
        "Aus vielen Studien nach dem Unglück lernte man wenig.",
        "Wahlen, wie sie von der Opposition immer gefordert wurden, gibt es nicht.",
    ],
)
def test_a_comparison_gives_nothing_to_whom_it_names(text: str) -> None:
    assert [a.speaker for a in german(text)] in ([], [None])


@pytest.mark.parametrize(
    "text",
    [
        "Ein Mann sagt: „Es ist genug.“ Ich sitze dabei und frage: „Warum denn?“ Stille. „Niemand sah das Geld.“",
        "Ein Mann sagt: „Es ist genug.“ Wir fragen nach: „Warum denn?“ Stille. „Niemand sah das Geld.“",
    ],
)
def test_what_the_paper_asks_or_says_itself_is_nobody_else_s(text: str) -> None:
    assert [a.speaker for a in german(text)] == ["Ein Mann", None, None]


def test_who_speaks_against_somebody_has_his_own_claim() -> None:
    found = german("Fachleute rechnen mit Regen, der Wirt aber sagte, das Fest finde statt.")
    assert [(a.speaker, a.content) for a in found if "finde" in a.content[0] and a.mode == "indirect"] == [
        ("der Wirt", ("das Fest finde statt",))
    ]
    assert not any(a.speaker == "Fachleute" and a.mode == "indirect" for a in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laut Norwegens Notenbank bleibt der Zins.", None),
        ("Nach Dänemarks Ansicht reicht das.", "Dänemark"),
        ("Der Minister für Sport, Ilan Ben-Tal (Grüner Bund), kam. Ben-Tal sagte, es reiche.", "Ilan Ben-Tal"),
        ("Anwalt Max Dorn schwieg lange. Am Abend erwog Dorn, das Amt zu verklagen.", "Max Dorn"),
    ],
)
def test_a_name_is_known_once_it_was_given_and_no_owner_is_one(text: str, name: str | None) -> None:
    assert german(text)[-1].name == name
