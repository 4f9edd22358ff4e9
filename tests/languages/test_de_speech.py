"""One row a German rule: the sentence, the rule that finds it, who speaks, and what is said."""

import pytest

from tests.spoken import german

INDIRECT = [
    (
        "Laut Innenminister Peter Holm sind die Deiche sicher.",
        "laut",
        "Innenminister Peter Holm",
        "sind die Deiche sicher",
    ),
    ("Der Gewerkschaft zufolge fehlen 300 Pfleger.", "zufolge", "Der Gewerkschaft", "fehlen 300 Pfleger"),
    ("Es gibt Gerüchte, wonach der Trainer gehen muss.", "wonach", "wonach", "der Trainer gehen muss"),
    ("Es gibt Berichte, nach denen der Trainer gehen muss.", "wonach", "denen", "der Trainer gehen muss"),
    ("Nach Angaben der Polizei wurde niemand verletzt.", "nach-src", "Angaben der Polizei", "wurde niemand verletzt"),
    ("Nach ersten Ermittlungen brannte ein Kabel.", "nach-src", "ersten Ermittlungen", "brannte ein Kabel"),
    ("Seiner Ansicht nach ist das Gesetz ungerecht.", "nach-post", "Seiner Ansicht", "ist das Gesetz ungerecht"),
    ("Aus Sicht der Kritiker ist das zu wenig.", "aus-Sicht", "der Kritiker", "ist das zu wenig"),
    ("Die Lage sei ernst, so Ministerin Karin Wolf.", "so-X", "Ministerin Karin Wolf", "Die Lage sei ernst"),
    ("Wie die Feuerwehr mitteilte, brannte der Dachstuhl.", "wie-X", "die Feuerwehr", "brannte der Dachstuhl"),
    (
        "Die Schule bleibt zu, wie Rektorin Ina Berg, die Leiterin, am Montag sagte.",
        "wie-X",
        "Rektorin Ina Berg, die Leiterin",
        "Die Schule bleibt zu",
    ),
    ("Wie aus dem Gutachten hervorgeht, war die Brücke marode.", "wie-X", "dem Gutachten", "war die Brücke marode"),
    ("Wie es in dem Bericht heißt, fehlten Schilder.", "wie-heisst", "dem Bericht", "fehlten Schilder"),
    ("In dem Schreiben heißt es, dass die Miete steigt.", "heisst-es", "dem Schreiben", "dass die Miete steigt"),
    (
        "Die Miete werde steigen, hieß es aus dem Ministerium.",
        "heisst-es",
        "dem Ministerium",
        "Die Miete werde steigen",
    ),
    ("Aus dem Bericht geht hervor, dass Akten fehlen.", "hervorgehen", "dem Bericht", "dass Akten fehlen"),
    ("Aus Regierungskreisen verlautete, der Chef trete ab.", "rede", "Regierungskreisen", "der Chef trete ab"),
    ("Die Ministerin sagte, dass der Tunnel 2030 öffnet.", "pre-that", "Die Ministerin", "dass der Tunnel 2030 öffnet"),
    ("Die Ministerin hat gesagt, sie wolle prüfen.", "pre-main", "Die Ministerin", "sie wolle prüfen"),
    ("Der Verein kündigte an, Berufung einzulegen.", "pre-to", "Der Verein", "Berufung einzulegen"),
    (
        "Der Sprecher, Max Lang, teilte am Freitag mit, dass der Betrieb laufe.",
        "pre-that",
        "Der Sprecher, Max Lang",
        "dass der Betrieb laufe",
    ),
    (
        "Die Brücke werde aufgebaut, sagte Minister Hans Kern.",
        "post",
        "Minister Hans Kern",
        "Die Brücke werde aufgebaut",
    ),
    ("Die Brücke wird gebaut. Das sagte Hans Kern am Montag.", "das-sagt-X", "Hans Kern", "Die Brücke wird gebaut"),
    (
        "Die Trasse steht fest. Das wurde von der Behörde bestätigt.",
        "das-sagt-X",
        "der Behörde",
        "Die Trasse steht fest",
    ),
    ("Nachdem Kern betont hatte, dass Geld da sei, stimmte der Rat zu.", "subord", "Kern", "dass Geld da sei"),
    ("Als die Sitzung begann, erklärte Kern, dass er gehe.", "pre-adv", "Kern", "dass er gehe"),
    ("Dem Händler wird vorgeworfen, Bilder gefälscht zu haben.", "passive", None, "Bilder gefälscht zu haben"),
    ("Von der Polizei wurde mitgeteilt, dass die Straße zu ist.", "passive", "der Polizei", "dass die Straße zu ist"),
    ("In dem Vertrag ist geregelt, dass beide Seiten zahlen.", "dokument", "dem Vertrag", "dass beide Seiten zahlen"),
    ("In dem Abkommen steht, dass beide Seiten zahlen.", "dokument", "dem Abkommen", "dass beide Seiten zahlen"),
    ("Die Satzung sieht vor, dass jährlich gewählt wird.", "dokument", "Die Satzung", "dass jährlich gewählt wird"),
    ("Die Forderung der Gewerkschaft, mehr zu zahlen, ist alt.", "noun-dass", "der Gewerkschaft", "mehr zu zahlen"),
    ("Für den Experten Kai Lenz sei der Schritt richtig.", "für-X", "den Experten Kai Lenz", "sei der Schritt richtig"),
    ("Am Mittag wurde bekannt, dass der Zug entgleist war.", "bekannt", None, "dass der Zug entgleist war"),
    ("Der Anwalt verwies auf ein Gutachten, das ihn entlaste.", "konj-subj", "Der Anwalt", "das ihn entlaste"),
    ("Die Leitung vertrat die Ansicht, dass alles gut sei.", "pre-that", "Die Leitung", "dass alles gut sei"),
    ("Die Chefin ist überzeugt, dass der Plan gelingt.", "pre-that", "Die Chefin", "dass der Plan gelingt"),
    ("Der Plan sei gut, es fehle aber Geld.", "konj-nosource", None, "Der Plan sei gut, es fehle aber Geld"),
]

QUOTED = [
    ("Der Minister sagte: „Wir bauen sie wieder auf.“", "quote<pre-colon", "Der Minister", "Wir bauen sie wieder auf."),
    ("„Wir bauen sie auf“, sagte Minister Hans Kern.", "quote<post", "Minister Hans Kern", "Wir bauen sie auf"),
    ("„Wir schaffen das“, so der Trainer.", "quote<so-X", "der Trainer", "Wir schaffen das"),
    ("Der Chef bezeichnete es als „Schlag ins Gesicht“.", "quote<pre-quote", "Der Chef", "Schlag ins Gesicht"),
    (
        "Die Sprecherin wird mit den Worten zitiert: „Wir haben verstanden.“",
        "quote<pass-zitiert",
        "Die Sprecherin",
        "Wir haben verstanden.",
    ),
    ("„Das reicht noch lange nicht“, lacht Uta Moll.", "quote-anyverb", "Uta Moll", "Das reicht noch lange nicht"),
]


@pytest.mark.parametrize(("text", "rule", "speaker", "content"), INDIRECT)
def test_a_frame_names_who_speaks_and_what_is_said(text: str, rule: str, speaker: str | None, content: str) -> None:
    [found] = german(text)
    assert (found.mode, found.rule, found.speaker, found.content) == ("indirect", rule, speaker, (content,))


@pytest.mark.parametrize(("text", "rule", "speaker", "content"), QUOTED)
def test_a_quotation_is_direct_and_comes_without_its_marks(text: str, rule: str, speaker: str, content: str) -> None:
    [found] = german(text)
    assert (found.mode, found.rule, found.speaker, found.content) == ("direct", rule, speaker, (content,))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Opposition bezweifelt die Zahlen.", "Die Opposition"),
        ("Die Kosten bezifferte Dezernentin Ute Falk auf drei Millionen Euro.", "Dezernentin Ute Falk"),
        ("Der Verband kritisierte das Gesetz als zu teuer.", "Der Verband"),
        ("Die Firma bestreitet einen Zusammenhang.", "Die Firma"),
    ],
)
def test_an_act_of_speech_is_reported(text: str, speaker: str) -> None:
    [found] = german(text)
    assert (found.mode, found.speaker) == ("reported", speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Der Regen hörte am Abend auf.",
        "Das Haus soll 2030 fertig sein.",
        "Zwei Wochen nach dem Urteil des Gerichts begann der Umbau.",
        "Die Jury zeigte sich zur Preisverleihung im Theater.",
        "Er fuhr langsam, um die Straße zu sehen.",
        "Das Dorf liegt am See, so dass viele Gäste kommen.",
        "Die Band „Die Ärzte“ spielte im Park.",
        "Die Initiative „Bus statt Bahn“ sammelte am Abend Geld.",
    ],
)
def test_the_paper_s_own_voice_has_no_attribution(text: str) -> None:
    assert german(text) == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Putz soll das Haus angezündet haben.", "soll"),
        ("Offenbar war das Fenster offen.", "Offenbar"),
        ("Dem Vernehmen nach wird auch gegen einen Arzt ermittelt.", "Vernehmen"),
    ],
)
def test_hearsay_names_nobody(text: str, cue: str) -> None:
    [found] = german(text)
    assert (found.mode, found.speaker, found.cue) == ("hearsay", None, cue)


def test_a_carrier_stands_behind_the_speaker() -> None:
    [found] = german("Die Zeitung berichtete unter Berufung auf Sicherheitskreise, dass der Mann bekannt war.")
    assert (found.speaker, found.via) == ("Die Zeitung", ("Sicherheitskreise",))
    assert found.cue == "berichtete unter Berufung auf"


def test_who_says_so_according_to_another_is_a_chain() -> None:
    [found] = german("Der Minister sagte laut Tagesblatt, dass er bleibe.")
    assert (found.speaker, found.via) == ("Der Minister", ("Tagesblatt",))


def test_quoted_words_inside_a_reported_claim_stay_direct() -> None:
    indirect, direct = german("Die Ministerin sagte, man habe „sehr großes Glück“ gehabt.")
    assert (indirect.mode, direct.mode) == ("indirect", "direct")
    assert direct.content == ("sehr großes Glück",)


def test_the_subjunctive_goes_on_with_the_last_speaker() -> None:
    found = german("Der Richter sagte, die Akten seien vollständig. Es fehle kein Blatt. Er habe alles geprüft.")
    assert [f.rule for f in found] == ["pre-main", "konj-cont", "konj-cont"]
    assert {f.speaker for f in found} == {"Der Richter"}


def test_the_subjunctive_ends_where_the_indicative_returns() -> None:
    found = german("Der Richter sagte, die Akten seien vollständig. Danach begann die Pause. Der Saal war leer.")
    assert len(found) == 1


def test_a_condition_is_no_reported_speech() -> None:
    found = german("Der Richter sagte, die Akten seien da. Wenn es regnen würde, wären die Straßen nass.")
    assert len(found) == 1


def test_would_goes_on_right_behind_reported_speech() -> None:
    found = german("Der Wirt sagte, das Bier sei teuer. Die Gäste würden ausbleiben.")
    assert [f.rule for f in found] == ["pre-main", "konj2-cont"]


def test_a_plan_is_told_by_who_told_of_it() -> None:
    found = german("Der Rat kündigte an, das Bad zu öffnen. Die Halle soll im Mai folgen.")
    assert [(f.rule, f.speaker) for f in found] == [("pre-to", "Der Rat"), ("soll-plan", "Der Rat")]


def test_soll_and_a_perfect_goes_on_with_who_accuses() -> None:
    found = german("Die Anklage wirft ihm vor, Geld gestohlen zu haben. Er soll es verspielt haben.")
    assert [(f.rule, f.speaker) for f in found] == [("pre-to", "Die Anklage"), ("soll-cont", "Die Anklage")]


def test_demnach_means_who_spoke_before() -> None:
    _, found = german("Das geht laut der Studie von Ärzten schnell. Demnach heilt die Wunde in drei Tagen.")
    assert (found.rule, found.speaker) == ("demnach", "Demnach")
    assert found.name is not None


def test_a_claim_behind_a_colon_stands_in_the_next_sentence() -> None:
    found = german("Der Arzt Jan Roth sagte dazu gegenüber der Presse:\n„Es geht ihm heute viel besser.“")
    assert [(f.mode, f.speaker) for f in found] == [("direct", "Der Arzt Jan Roth")]


def test_a_quotation_of_its_own_goes_on_with_the_last_speaker() -> None:
    _, found = german("„Es war laut“, sagte Nachbarin Ida Frei. „Dann ging das Licht aus.“")
    assert (found.rule, found.speaker, found.confidence) == ("quote-cont", "Nachbarin Ida Frei", "low")


def test_the_outermost_speaker_answers_for_what_is_inside() -> None:
    [found] = german("Der Händler sagte, dass der Zeuge behauptet habe, dass alles echt sei.")
    assert found.speaker == "Der Händler"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Chef bestätigte, dass Geld fehlt.", "confirms"),
        ("Der Chef dementierte, dass Geld fehlt.", "denies"),
        ("Der Chef schätzte, dass eine Million fehlt.", "estimates"),
        ("Nach Schätzungen der Bank fehlt eine Million.", "estimates"),
        ("Der Chef warnte, dass Geld fehlt.", "warns"),
        ("Der Chef forderte, dass jemand zahlt.", "demands"),
        ("Der Chef kritisierte, dass Geld fehlt.", "criticises"),
        ("Der Chef kündigte an, dass er zahlt.", "announces"),
        ("Der Chef sagte, dass er zahlt.", "says"),
    ],
)
def test_a_cue_has_a_class(text: str, kind: str) -> None:
    [found] = german(text)
    assert found.cue_class == kind


def test_medium_and_date_stand_beside_the_frame() -> None:
    [found] = german("Die Lage sei ernst, sagte Ministerin Eva Roth am Freitag in einem Interview mit dem Sender NDR.")
    assert (found.medium, found.date) == ("dem Sender NDR", "am Freitag")


def test_a_date_in_the_claim_is_not_the_statement_s() -> None:
    [found] = german("Die Ministerin sagte, dass am Freitag Regen fällt.")
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Laut dem Nationalen Sicherheitsberater Südkoreas, Shin Won-sik, ist es so.",
            "Shin Won-sik",
            "dem Nationalen",
        ),
        ("Laut dpa-Informationen regnet es.", "dpa", "Informationen"),
        ("Es regnet nach Schätzungen Südkoreas und der USA oft.", "Südkorea und USA", "Schätzungen"),
        ("Laut südkoreanischen Angaben regnet es.", None, None),
        ("Laut Landgericht Aurich ist das Urteil falsch.", "Landgericht Aurich", None),
    ],
)
def test_a_mention_has_a_name_and_a_role(text: str, name: str | None, role: str | None) -> None:
    [found] = german(text)
    assert found.name == name
    assert (found.role or "").startswith(role or "")


def test_ich_and_man_speak_for_nobody() -> None:
    assert all(f.speaker is None for f in german("Ich glaube, dass es regnet. Man sagt, dass es regnet."))


@pytest.mark.parametrize(
    ("text", "rule", "speaker"),
    [
        (
            "Trainer Jan Roth war sehr zufrieden:\n„Wir haben alles richtig gemacht.“",
            "quote-after-colon",
            "Trainer Jan Roth",
        ),
        ("Trainer Jan Roth lachte laut: „Wir haben alles richtig gemacht.“", "quote-colon", "Trainer Jan Roth"),
        ("Die Worte auf dem Schild waren klar: „Hier darf niemand parken.“", "quote-colon", None),
        ("„Wir haben alles richtig gemacht.“ So fasste es Uta Moll. Das sagte Jan Roth.", "quote-fwd", "Jan Roth"),
    ],
)
def test_a_quotation_without_a_frame_is_spoken_by_who_stands_near(text: str, rule: str, speaker: str | None) -> None:
    found = german(text)[0]
    assert (found.mode, found.rule, found.speaker) == ("direct", rule, speaker)


def test_words_on_paper_go_on_in_the_subjunctive() -> None:
    [found] = german("In der Meldung der Feuerwehr stehen Zahlen. Der Brand sei um vier Uhr entdeckt worden.")
    assert (found.rule, found.speaker) == ("konj-paper", "der Meldung der Feuerwehr")


def test_the_subjunctive_far_from_a_speaker_names_nobody() -> None:
    found = german("Der Richter sagte, es sei spät.\nDie Pause begann.\nDer Saal war leer.\nDas Urteil stehe fest.")[-1]
    assert (found.rule, found.speaker) == ("konj-nosource", None)
