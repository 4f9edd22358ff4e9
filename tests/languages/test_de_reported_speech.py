"""One row a German rule: the sentence, the rule that finds it, who speaks, and what is said."""

import pytest

from tests.spoken import german

INDIRECT = [
    ("Lorenz zahlte, was Anwälte Wucher nennen.", "called-so", "Anwälte", "Wucher"),
    ("Den Steg, den der Bürgermeister für zu teuer hält, gibt es noch.", "called-so", "der Bürgermeister", "zu teuer"),
    ("Vorarbeiterin Ina Berg sagte, Balken fehlten.", "pre-plain", "Vorarbeiterin Ina Berg", "Balken fehlten"),
    ("Ina Berg sagte dem Boten, man wartet.", "pre-plain", "Ina Berg", "man wartet"),
    ("Ina Berg – eine Wirtin aus Emden – sagte, Fisch sei teuer.", "pre-main", "Ina Berg", "Fisch sei teuer"),
    ("Gemäss der Feuerwehr brannte der Schuppen nieder.", "nach-src", "der Feuerwehr", "brannte der Schuppen nieder"),
    ("Aus Bergers Sicht ist der Damm dicht.", "aus-Sicht", "Bergers", "ist der Damm dicht"),
    ("Studien haben gezeigt, dass Staub krank macht.", "pre-that", "Studien", "dass Staub krank macht"),
    ("Auch für die Ärztin Ina Berg ist klar, dass es brennt.", "für-X", "die Ärztin Ina Berg", "dass es brennt"),
    ("Laut Expert*innen steigt der See.", "laut", "Expert*innen", "steigt der See"),
    ("Die Pfleger:innen sagten, sie seien müde.", "pre-main", "Die Pfleger:innen", "sie seien müde"),
    ("Ministerin a. D. Ina Berg sagte, der Steg sei alt.", "pre-main", "Ministerin a. D. Ina Berg", "der Steg sei alt"),
    ("Auf die Frage, ob er gehe, sagte Jens Kern, er bleibe.", "pre-main", "Jens Kern", "er bleibe"),
    ("Denn auch wenn der Chef sagt, man sei froh, so half das nicht.", "subord", "der Chef", "man sei froh"),
    ("BÜRGERMEISTER HANS BERG SAGTE, DER STEG SEI OFFEN.", "pre-main", "BÜRGERMEISTER HANS BERG", "DER STEG SEI OFFEN"),
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
    ("Der Plan sei gut, es fehle aber Geld.", "reported-by-nobody", None, "Der Plan sei gut, es fehle aber Geld"),
    ("Das Haus steht leer, hieß es in der Vorlage.", "heisst-es", "der Vorlage", "Das Haus steht leer"),
    ("Ihm zufolge ist die Kasse leer.", "zufolge", "Ihm", "ist die Kasse leer"),
    ("Ein Verein, der angab, Geld zu haben, zog ein.", "relcl", "der", "Geld zu haben"),
    ("Die Orgel ist verstimmt, das teilte der Rektor mit.", "das-sagt-X", "der Rektor", "Die Orgel ist verstimmt"),
    ("Denn wie die „Post“-Zeitung meldete, brannte es.", "wie-X", "die „Post“-Zeitung", "brannte es"),
    ("Wie von der Klinik mitgeteilt wurde, geht es ihm gut.", "wie-X", "der Klinik", "geht es ihm gut"),
    ("Wie dort berichtet wurde, war der Saal voll.", "wie-pass", None, "war der Saal voll"),
    (
        "Der Ton war schlecht, wird Sängerin Ina Berg zitiert.",
        "pass-zitiert",
        "Sängerin Ina Berg",
        "Der Ton war schlecht",
    ),
    ("Aus dem Rathaus kam die Nachricht, sagte, dass Geld fehlt.", "pre-nosubj", None, "dass Geld fehlt"),
    ("Man befürchtet, dass der Damm bricht.", "man", None, "dass der Damm bricht"),
    ("Erst hatte der Chef, Jan Roth, zugesagt, zu zahlen.", "pre-to", "der Chef, Jan Roth", "zu zahlen"),
    ("Der Chef, Jan Roth, gab am Montag bekannt, dass er geht.", "pre-that", "Der Chef, Jan Roth", "dass er geht"),
    (
        "Ministerin Eva Roth (ABC) kündigte an, Schulen zu bauen.",
        "pre-to",
        "Ministerin Eva Roth (ABC)",
        "Schulen zu bauen",
    ),
    ("Die beiden Vereine einigten sich, zu teilen.", "pre-to", "Die beiden Vereine", "zu teilen"),
    ("Die Bitte, leise zu sein, half nicht.", "noun-dass", "Die Bitte", "leise zu sein"),
    ("Nach Medien der Region ist er krank.", "nach-src", "Medien der Region", "ist er krank"),
    ("Die Bäume warnt er, seien krank.", "pre-main", "er", "seien krank"),
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
    (
        "Der Turm wird von Gästen als „schönster Ort im Tal“ gelobt.",
        "quote<passive-quote",
        "Gästen",
        "schönster Ort im Tal",
    ),
    ("Der Verein feierte den Umzug als „großen Wurf“.", "quote<als-quote", "Der Verein", "großen Wurf"),
    ("Für Trainerin Ina Berg war der Sieg „reines Glück“.", "quote<für-X", "Trainerin Ina Berg", "reines Glück"),
    (
        "Das Fazit von Ina Berg ist kurz: „Es war ein gutes Jahr.“",
        "quote-colon",
        "Das Fazit von Ina Berg",
        "Es war ein gutes Jahr.",
    ),
    ("Den Bau lobte er mit den Worten: „So baut man heute.“", "quote<pre-colon", "er", "So baut man heute."),
]


@pytest.mark.parametrize(("text", "rule", "speaker", "content"), INDIRECT)
def test_a_frame_names_who_speaks_and_what_is_said(text: str, rule: str, speaker: str | None, content: str) -> None:
    [found] = german(text)
    assert (found.mode, found.rule, found.speaker, found.content) == ("indirect", rule, speaker, (content,))


def test_three_speakers_of_a_sentence_have_a_claim_each() -> None:
    text = (
        "Während die Polizei schweigt, sagt der Bruder, es sei Mord gewesen, die Nachbarin sagte, sie habe geschlafen."
    )
    found = [(f.speaker, f.content[0]) for f in german(text)]
    assert found == [("der Bruder", "es sei Mord gewesen"), ("die Nachbarin", "sie habe geschlafen")]


@pytest.mark.parametrize(
    "text",
    [
        "Der Steg sei fest, sagte Ina Berg. Die Arbeiten dürften zwei Jahre dauern.",
        "Der Steg sei fest, sagte Ina Berg. Ein Umbau würde wohl scheitern.",
    ],
)
def test_an_estimate_behind_a_report_is_the_papers_own(text: str) -> None:
    assert len(german(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Neue Gerüchte machten die Runde, wonach der Wirt gehen soll.",
        "Schwere Vorwürfe waren laut geworden. Der Landrat habe geschlafen.",
        "Die Bande soll aus drei Brüdern bestehen.",
        "Die Täter sollen aus dem Nachbarort stammen.",
    ],
)
def test_rumours_and_accusations_speak_for_nobody(text: str) -> None:
    assert [found.speaker for found in german(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke soll aus Stahl bestehen.",
        "Die Halle soll 2031 dreihundert Plätze haben.",
        "Der Turm fiel so, wie die Firma gerechnet hatte.",
        "Zuerst äußerte sich ein alter Lehrer, jetzt meldet sich auch Ina Berg.",
    ],
)
def test_a_plan_a_comparison_and_another_clause_are_no_reports(text: str) -> None:
    assert all(found.speaker is None and found.mode != "hearsay" for found in german(text)) or german(text) == ()


def test_one_person_with_two_offices_is_the_subject() -> None:
    [found, *_] = german("Präsident und Mäzen Jens Kern kritisierte Holm als faul.")
    assert found.speaker == "Präsident und Mäzen Jens Kern"


@pytest.mark.parametrize("text", ["Eine Köchin, laut: „Ich gehe heute nicht nach Hause.“"])
def test_a_gesture_before_a_colon_is_enough_for_a_speaker(text: str) -> None:
    assert [found.speaker for found in german(text)] == ["Eine Köchin"]


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
        ("Der Antrag wurde von Rätin Eva Moll als unnötig bezeichnet.", "Rätin Eva Moll"),
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
        "Anders als das Amt behauptet, dass es regnet, schien die Sonne.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister hatte die Pläne kritisiert und mehr Geld gefordert.",
        "Die Firma wies die Vorwürfe zurück.",
        "Die Mannschaft bestritt ihr erstes Spiel.",
        "Der Trainer äußerte sich zu den Plänen.",
        "Er baute Häuser, wie er sie gerne nannte.",
        "Die Polizei fand das Auto, so auch den Schlüssel.",
        "Meiner Meinung nach ist das gut.",
        "Der Hund der Band „Die Ärzte“ wurde gefunden.",
        "Falls der Antrag angenommen wird, den die Partei stellte, fällt der Baum.",
        "Das Problem besteht darin, dass Regen fällt.",
        "Die Lichter gehen im Sommer spät aus.",
        "Er präsentierte sich als „Held der ganzen Stadt“.",
        "Ich habe viel gelernt und plane ein Buch.",
        "Im Saal stehen, anstelle von Tischen, nur Bänke.",
    ],
)
def test_a_deed_or_an_aside_is_no_report(text: str) -> None:
    assert german(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Kosten der Feier bezeichnete Eva Roth als zu hoch.", "Eva Roth"),
        ("Sowohl die Behörde als auch das Gericht sagten, es sei spät.", "die Behörde als auch das Gericht"),
        ("Berlins früherer Bürgermeister Max Kern sagte, es sei spät.", "Berlins früherer Bürgermeister Max Kern"),
        ("Die New Yorker Behörde sagte, es sei spät.", "Die New Yorker Behörde"),
        ("Die Agentur für Luft- und Raumfahrt sagte, es sei spät.", "Die Agentur für Luft- und Raumfahrt"),
        ("Der Kommissar für Energie Max Kern sagte, es sei spät.", "Der Kommissar für Energie Max Kern"),
        ("Die Vereine Attac, Campact und Ärztebund sagten, es sei spät.", "Die Vereine Attac, Campact und Ärztebund"),
        ("Laut Polen und den USA ist es spät.", "Polen und den USA"),
        ("Seiner Meinung nach ist es spät.", "Seiner Meinung"),
        ("Grund ist nach Angaben des Vereins der Rückzug des Trainers.", "Angaben des Vereins"),
    ],
)
def test_a_speaker_is_taken_in_full(text: str, speaker: str) -> None:
    [found] = german(text)
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Polen und die USA warnten, dass Schnee fällt.", "Polen und USA"),
        ("Wie Polen, Ungarn und Litauen mitteilten, fällt Schnee.", "Polen, Ungarn und Litauen"),
        ("Chefin Eva Lang und Wirt Udo Roth sagten, es sei spät.", "Eva Lang und Udo Roth"),
        ("Der Dichter und Sänger Max Kern sagte, es sei spät.", "Max Kern"),
    ],
)
def test_all_who_speak_together_are_named(text: str, name: str) -> None:
    [found] = german(text)
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nach eigenen Angaben hat der Verein 40 Mitglieder verloren.", "Verein"),
        ("Der Verein hat eigenen Angaben zufolge 40 Mitglieder verloren.", "Verein"),
        ("Laut eigener Darstellung hat Eva Roth nie gezahlt.", "Eva Roth"),
        ("Eva Roth kam spät. Sie wurde nach eigener Aussage nie gewarnt.", "Eva Roth"),
        ("Einer eigenen Umfrage zufolge verlor der Verein 40 Mitglieder.", "Verein"),
        ("Wirtin Eva Roth, die nach eigenen Angaben nie zahlte, zog um.", "Eva Roth"),
        ("Es ist still, weil der Verein nach eigenen Angaben 40 Mitglieder verlor.", "Verein"),
    ],
)
def test_own_words_are_those_of_whom_the_sentence_is_about(text: str, name: str) -> None:
    [found] = german(text)
    assert (found.rule, found.name, found.confidence) == ("eigene-Angaben", name, "medium")


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        ("Nach eigenen Angaben der Behörde gab es Pannen.", "eigenen Angaben der Behörde", None),
        ("Nach eigenen Angaben gab es Pannen.", "eigenen Angaben", None),
        ("Eva Roth kam spät. Ihren Angaben zufolge war Stau.", "Ihren Angaben", "Eva Roth"),
        ("Max Roth kam spät. Seiner Ansicht nach war Stau.", "Seiner Ansicht", "Max Roth"),
        ("Der Sender fiel aus. Seiner Ansicht nach war Stau.", "Seiner Ansicht", None),
    ],
)
def test_whose_words_they_are_is_told_only_where_it_is_clear(text: str, speaker: str, name: str | None) -> None:
    [found] = german(text)
    assert (found.speaker, found.name) == (speaker, name)


def test_a_pronoun_that_means_nobody_known_is_no_name() -> None:
    [found] = german("Das Licht ging aus. Nach eigenen Angaben hat sie geschlafen.")
    assert (found.speaker, found.name) == ("eigenen Angaben", None)


def test_a_report_of_own_words_carries_nobody_else_s() -> None:
    [found] = german("Die Polizei sagte, der Wirt habe nach eigenen Angaben geschlafen.")
    assert (found.speaker, found.via) == ("Die Polizei", ())


@pytest.mark.parametrize(
    ("text", "speaker", "via", "content"),
    [
        (
            "Wie das „Abendblatt“ aus Kreisen der Partei erfuhr, soll Kern gehen.",
            "Kreisen der Partei",
            ("Abendblatt",),
            "soll Kern gehen",
        ),
        (
            "Kern geht, wie der Sender NDR am Montag von zwei Beamten erfahren hat.",
            "zwei Beamten",
            ("NDR",),
            "Kern geht",
        ),
        ("Denn wie das „Abendblatt“ erfuhr, geht Kern.", "das „Abendblatt“", (), "geht Kern"),
        ("Wie aus Parteikreisen zu erfahren war, geht Kern.", "Parteikreisen", (), "geht Kern"),
        ("Die dpa erfuhr aus Parteikreisen, dass Kern geht.", "Parteikreisen", ("dpa",), "dass Kern geht"),
    ],
)
def test_what_the_press_learned_is_said_by_whom_it_has_it_from(
    text: str, speaker: str, via: tuple[str, ...], content: str
) -> None:
    [found] = german(text)
    assert (found.rule, found.mode, found.speaker, found.via) == ("erfuhr", "indirect", speaker, via)
    assert found.content == (content,)


@pytest.mark.parametrize(
    "text", ["Wie Eva Roth von ihrer Mutter erfuhr, war es spät.", "Wie der Verein von der Polizei erfuhr, brach Eis."]
)
def test_what_anybody_else_learned_is_no_report(text: str) -> None:
    assert german(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Laut „Abendblatt“ ist es spät.", "Abendblatt", None),
        ("Die Zeitung „Neue Woche“ meldete, dass es spät ist.", "Neue Woche", "Zeitung"),
        ("Laut Reuters ist es spät.", "Reuters", None),
        ("Der Leiter der „Neuen Woche“ meldete, dass es spät ist.", "Leiter der „Neuen Woche“", None),
    ],
)
def test_a_name_in_quotation_marks_is_a_name(text: str, name: str, role: str | None) -> None:
    [found] = german(text)
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Damm leckt. So Roth.", "Roth"),
        ("Der Damm leckt. So Wirtin Eva Roth am Freitag.", "Wirtin Eva Roth"),
        ("Der Damm leckt. So die Behörde in einem Brief.", "die Behörde"),
        ("Der Damm leckt. So sagt es Eva Roth.", "Eva Roth"),
        ("Der Damm leckt. So steht es im Gutachten.", "Gutachten"),
        ("Der Damm leckt. Das zumindest sagt Eva Roth.", "Eva Roth"),
        ("Der Damm leckt. Das hat Eva Roth am Freitag gesagt.", "Eva Roth"),
    ],
)
def test_a_sentence_that_only_says_who_says_it_is_about_the_one_before(text: str, speaker: str) -> None:
    [found] = german(text)
    assert (found.rule, found.speaker, found.content) == ("das-sagt-X", speaker, ("Der Damm leckt",))


def test_so_it_says_in_a_report_is_about_the_sentence_before() -> None:
    [found] = german("Der Damm leckt. So heißt es in dem Gutachten.")
    assert (found.rule, found.speaker, found.content) == ("heisst-es", "dem Gutachten", ("Der Damm leckt",))


def test_such_a_sentence_gives_a_quotation_to_its_speaker() -> None:
    [found] = german("„Der Damm leckt seit Wochen.“ So Wirtin Eva Roth am Freitag.")
    assert (found.mode, found.rule, found.name) == ("direct", "quote<das-sagt-X", "Eva Roth")


@pytest.mark.parametrize(
    "text",
    [
        "Der Damm leckt. So ein Pech.",
        "Der Damm leckt. So der Plan des Ministers.",
        "Der Damm leckt. So auch die Behörde.",
        "Der Damm leckt. So viele Leute.",
        "So Roth.",
    ],
)
def test_not_every_so_names_a_speaker(text: str) -> None:
    assert german(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Das Gericht sah es als bewiesen an, dass der Wirt log.", "Das Gericht", "says"),
        ("Die Behörde machte klar, dass der Saal schließt.", "Die Behörde", "says"),
        ("Eva Roth machte zur Bedingung, dass der Saal schließt.", "Eva Roth", "demands"),
        ("Die Vereine legten Wert darauf, dass der Saal schließt.", "Die Vereine", "says"),
        ("Die Partei fasste den Beschluss, den Saal zu schließen.", "Die Partei", "says"),
        ("Die Hälfte der Gäste zog den Schluss, nicht mehr zu kommen.", "Die Hälfte der Gäste", "says"),
        ("Die Forscher stellten die These auf, dass Holz lebt.", "Die Forscher", "says"),
        ("Die Wirte stellten der Stadt ein Ultimatum, den Saal zu räumen.", "Die Wirte", "demands"),
        ("Eva Roth schloss nicht aus, dass der Saal schließt.", "Eva Roth", "says"),
        ("Die Stadt denkt darüber nach, den Saal zu schließen.", "Die Stadt", "says"),
    ],
)
def test_a_verb_with_fixed_words_brings_a_claim(text: str, speaker: str, kind: str) -> None:
    [found] = german(text)
    assert (found.mode, found.speaker, found.cue_class) == ("indirect", speaker, kind)


@pytest.mark.parametrize(
    "text",
    ["Eva Roth sah sich an, wie der Saal brannte.", "Die Stadt schloss den Wirt aus.", "Sie stellte den Stuhl auf."],
)
def test_such_a_verb_without_them_does_not(text: str) -> None:
    assert german(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Stadt zeigte einen Bericht der Polizei. Demnach war der Saal voll.", "einen Bericht der Polizei"),
        ("Wirt Max Roth traf Gäste. Demnach war der Saal voll.", "Max Roth"),
        ("Eva Lang sagte, es sei spät.\nEs regnete. Wirt Max Roth traf Gäste. Demnach war der Saal voll.", "Eva Lang"),
        ("Wirt Max Roth traf Gäste. Der Saal war demnach voll.", None),
    ],
)
def test_demnach_means_who_spoke_or_the_words_on_paper_right_before_it(text: str, name: str | None) -> None:
    found = german(text)[-1]
    assert (found.rule, found.name) == ("demnach", name)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Gemäß der Polizei ist der Saal voll.", "der Polizei"),
        ("Gemäß dem Verein „Neue Bühne“ ist der Saal voll.", "dem Verein „Neue Bühne“"),
    ],
)
def test_according_to_names_a_party_as_well_as_its_words(text: str, speaker: str) -> None:
    [found] = german(text)
    assert (found.rule, found.speaker) == ("nach-src", speaker)


def test_both_of_two_act_before_a_plural_verb() -> None:
    [found] = german("Sowohl die Behörde als auch das Gericht kündigten Prüfungen an.")
    assert (found.rule, found.speaker) == ("rep", "die Behörde als auch das Gericht")


def test_own_words_may_be_those_of_a_person_with_an_apposition() -> None:
    [found] = german("Der ältere Bruder des Wirts, Max Roth, war nach eigenem Bekunden früh dort.")
    assert (found.rule, found.name) == ("eigene-Angaben", "Max Roth")


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("In dem Gutachten, das geheim war, heißt es, der Damm sei alt.", "dem Gutachten", "der Damm sei alt"),
        (
            "In den ersten Berichten hatte es geheißen, dass der Damm hält.",
            "den ersten Berichten",
            "dass der Damm hält",
        ),
        ("Aus Rom hieß es, der Damm sei alt.", "Rom", "der Damm sei alt"),
        ("Erst wurde die Stadt vom Verein aufgefordert, den Damm zu prüfen.", "Verein", "den Damm zu prüfen"),
        ("40 Prozent teilen die Meinung, der Damm sei alt.", "40 Prozent", "der Damm sei alt"),
    ],
)
def test_a_place_or_an_agent_before_its_claim_speaks(text: str, speaker: str, content: str) -> None:
    [found] = german(text)
    assert (found.speaker, found.content) == (speaker, (content,))


def test_who_does_something_and_speaks_is_the_subject_of_that_clause() -> None:
    [found] = german("Als ein Gast half, biss der Wirt den Gast und rief: „Lasst mich hier raus!“")
    assert (found.mode, found.speaker) == ("direct", "der Wirt")


def test_one_of_those_who_spoke_together_is_meant_later() -> None:
    both, one = german("Eva Lang und Udo Roth sagten, es sei spät. Roth sagte, er gehe.")
    assert (both.name, one.name) == ("Eva Lang und Udo Roth", "Udo Roth")


def test_a_last_name_that_is_also_a_noun_means_the_person() -> None:
    [found] = german("Max Kern kam spät. Kern sagte, es sei Stau gewesen.")
    assert found.name == "Max Kern"


def test_a_relative_pronoun_means_whom_it_stands_behind() -> None:
    [found] = german("Die Wirtin Ina Berg, die sagte, dass sie gehe, blieb.")
    assert (found.speaker, found.name) == ("die", "Ina Berg")


def test_a_frame_in_a_subordinate_clause_speaks_of_it_only() -> None:
    [found] = german("Nachdem Berichten zufolge Schüsse gefallen waren, kam die Polizei.")
    assert found.content == ("Schüsse gefallen waren",)


def test_who_acted_in_the_sentence_before_speaks_on() -> None:
    [found] = german("Ministerin Eva Roth bedauerte den Unfall. Die Strecke sei alt.")
    assert (found.rule, found.speaker) == ("after-agent", "Ministerin Eva Roth")


def test_who_acted_since_somebody_else_spoke_speaks_on() -> None:
    *_, found = german("Der Rat sagte, es sei spät. Die Polizei brachte Zahlen. So hätten viele gefehlt.")
    assert (found.rule, found.speaker) == ("after-agent", "Die Polizei")


@pytest.mark.parametrize(
    "text",
    [
        "Der Saal wurde von Gästen geräumt. Es sei spät.",
        "Alle Gäste tanzten. Es sei spät.",
        "Er war Wirt. Es sei spät.",
    ],
)
def test_nobody_speaks_on_who_only_stands_there(text: str) -> None:
    [found] = german(text)
    assert (found.rule, found.speaker) == ("reported-by-nobody", None)


def test_a_quotation_of_its_own_is_spoken_by_who_acted_before_it() -> None:
    found = german(
        "Der Rat sagte, es sei spät. Die Pause begann. Eva Roth nickte.\n„Wir machen morgen früh alle weiter.“"
    )
    assert (found[-1].rule, found[-1].speaker) == ("quote-act", "Eva Roth")


def test_an_inserted_so_they_say_gives_the_whole_sentence_to_them() -> None:
    [found] = german("Stürme kommen, so schätzen die Forscher, künftig öfter.")
    assert (found.rule, found.speaker, found.content) == ("so-V-X", "die Forscher", ("Stürme kommen", "künftig öfter"))


def test_a_frame_right_behind_a_quotation_has_it_before_the_colon() -> None:
    [found] = german("Eva Roth äußerte sich besorgt: „Wir erwarten einen harten Winter“, sagte sie dem Sender.")
    assert (found.rule, found.speaker, found.name) == ("quote<post", "sie", "Eva Roth")


@pytest.mark.parametrize(
    "text",
    [
        "Der Wirt sagte laut Tagblatt, dass er bleibe. Das Bier sei gut.",
        "Der Wirt sagte laut Tagblatt, dass er bleibe. Demnach ist das Bier gut.",
        "„Ich bleibe noch hier“, sagte der Wirt laut Tagblatt. „Das Bier ist wirklich gut.“",
    ],
)
def test_a_carrier_goes_on_with_what_it_carries(text: str) -> None:
    first, second = german(text)
    assert (first.via, second.via) == (("Tagblatt",), ("Tagblatt",))


def test_a_carrier_ends_where_another_speaks() -> None:
    *_, last = german("Der Wirt sagte laut Tagblatt, dass er bleibe. Ina Berg sagte, es sei spät. Das Bier sei gut.")
    assert (last.speaker, last.via) == ("Ina Berg", ())


def test_quoted_words_in_a_sentence_that_goes_on_stay_direct() -> None:
    _, indirect, direct = german("Der Wirt sagte, er bleibe. Er habe „sehr viel Geduld“ gehabt.")
    assert (indirect.mode, direct.mode, direct.content) == ("indirect", "direct", ("sehr viel Geduld",))


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
    assert [f.rule for f in found] == ["pre-main", "continued", "continued"]
    assert {f.speaker for f in found} == {"Der Richter"}


def test_a_verb_in_ern_has_a_subjunctive_too() -> None:
    _, found = german("Der Richter sagte, die Akten seien da. Das Land steuere Geld bei.")
    assert (found.rule, found.cue) == ("continued", "steuere")


def test_the_subjunctive_ends_where_the_indicative_returns() -> None:
    found = german("Der Richter sagte, die Akten seien vollständig. Danach begann die Pause. Der Saal war leer.")
    assert len(found) == 1


def test_a_condition_is_no_reported_speech() -> None:
    found = german("Der Richter sagte, die Akten seien da. Wenn es regnen würde, wären die Straßen nass.")
    assert len(found) == 1


def test_would_goes_on_right_behind_reported_speech() -> None:
    found = german("Der Wirt sagte, das Bier sei teuer. Die Gäste würden ausbleiben.")
    assert [f.rule for f in found] == ["pre-main", "continued-weakly"]


def test_a_plan_is_told_by_who_told_of_it() -> None:
    found = german("Der Rat kündigte an, das Bad zu öffnen. Die Halle soll im Mai folgen.")
    assert [(f.rule, f.speaker) for f in found] == [("pre-to", "Der Rat"), ("planned", "Der Rat")]


def test_soll_and_a_perfect_goes_on_with_who_accuses() -> None:
    found = german("Die Anklage wirft ihm vor, Geld gestohlen zu haben. Er soll es verspielt haben.")
    assert [(f.rule, f.speaker) for f in found] == [("pre-to", "Die Anklage"), ("rumoured", "Die Anklage")]


def test_demnach_means_who_spoke_before() -> None:
    _, found = german("Das geht laut der Studie von Ärzten schnell. Demnach heilt die Wunde in drei Tagen.")
    assert (found.rule, found.speaker) == ("demnach", "Demnach")
    assert found.name is not None


def test_a_claim_behind_a_colon_stands_in_the_next_sentence() -> None:
    found = german("Der Arzt Jan Roth sagte dazu gegenüber der Presse:\n„Es geht ihm heute viel besser.“")
    assert [(f.mode, f.speaker) for f in found] == [("direct", "Der Arzt Jan Roth")]


def test_a_quotation_of_its_own_goes_on_with_the_last_speaker() -> None:
    _, found = german("„Es war laut“, sagte Nachbarin Ida Frei. „Dann ging das Licht aus.“")
    assert (found.rule, found.speaker, found.confidence) == ("quote-cont", "Nachbarin Ida Frei", "high")


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
        ("„Wir haben alles richtig gemacht.“ So fasste es Uta Moll. Das sagte Jan Roth.", "quote-fwd", None),
    ],
)
def test_a_quotation_without_a_frame_is_spoken_by_who_stands_near(text: str, rule: str, speaker: str | None) -> None:
    found = german(text)[0]
    assert (found.mode, found.rule, found.speaker) == ("direct", rule, speaker)


def test_an_unsure_rule_tells_that_somebody_speaks_but_not_who() -> None:
    found = german("„Wir haben alles richtig gemacht.“ So fasste es Uta Moll. Das sagte Jan Roth.")[0]
    assert (found.rule, found.speaker, found.confidence) == ("quote-fwd", None, "low")


def test_words_on_paper_go_on_in_the_subjunctive() -> None:
    [found] = german("In der Meldung der Feuerwehr stehen Zahlen. Der Brand sei um vier Uhr entdeckt worden.")
    assert (found.rule, found.speaker) == ("after-document", "der Meldung der Feuerwehr")


def test_the_subjunctive_far_from_a_speaker_names_nobody() -> None:
    found = german("Der Richter sagte, es sei spät.\nDie Pause begann.\nDer Saal war leer.\nDas Urteil stehe fest.")[-1]
    assert (found.rule, found.speaker) == ("reported-by-nobody", None)


def test_a_quotation_is_whose_the_next_sentence_says() -> None:
    found = german("Ministerin Lena Kurz kam spät. „Der Damm ist dicht, und er hält.“ Das sagte Sprecher Karl Voss.")
    assert [(f.mode, f.name, f.rule, f.cue) for f in found] == [("direct", "Karl Voss", "quote<das-sagt-X", "sagte")]


@pytest.mark.parametrize(
    "rumour", ["Angeblich soll ein Arbeiter geraucht haben.", "Offenbar soll ein Arbeiter geraucht haben."]
)
def test_a_word_of_rumour_takes_a_claim_from_who_spoke_before(rumour: str) -> None:
    found = german(f"Laut Minister Karl Voss ist der Damm dicht. {rumour}")
    assert [(f.mode, f.name) for f in found] == [("indirect", "Karl Voss"), ("hearsay", None)]


def test_an_agreement_is_a_source_behind_gemaess_and_dates_an_event_behind_nach() -> None:
    found = german("Gemäß der Übereinkunft helfen beide Seiten einander. Nach der Übereinkunft reiste er ab.")
    assert [(f.name, f.rule) for f in found] == [("Übereinkunft", "nach-src")]


def test_a_share_of_the_votes_is_nobody_who_decides() -> None:
    [found] = german("Mit 27 von 35 Stimmen wurde beschlossen, die Brücke zu sperren.")
    assert (found.rule, found.speaker) == ("passive", None)


def test_quoted_words_in_a_name_are_not_said_by_who_has_it() -> None:
    assert not german("Am Montag findet in Ostheim die 22. „europäische Hafenkonferenz“ des Vereins Nordlicht statt.")
    found = german("Der Verein „Bus statt Bahn“ sagte, die Linie werde gestrichen.")
    assert [(f.mode, f.speaker) for f in found] == [("indirect", "Der Verein „Bus statt Bahn“")]
