"""Conversations as data: what a person says, and what must and must not come back.

Every platform runs the same ones; a dialog knows nothing of how it is shown.
"""

from dataclasses import dataclass, field

MISSILES = "Nach südkoreanischen Angaben hat Russland dem Verbündeten seinerseits Raketen für die Flugabwehr geschickt."
BARTER = "Nordkorea stellt Soldaten für den Krieg gegen die Ukraine, und Russland revanchiert sich."
ANIMALS = "Auch Tiere für einen Zoo soll Putin nach Nordkorea geschickt haben."
WARNING = "Der ukrainische Präsident Wolodymyr Selenskyj warnte, am Ende könnten es bis zu 100.000 Nordkoreaner werden."
OIL = "Die ukrainische Nachrichtenseite Kyiv Independent meldet, dass Russland auch Öl nach Nordkorea geschickt hat."
BARRELS = (
    "Seit März 2024 seien es mehr als eine Million Barrel Öl gewesen, berichtet die BBC unter Berufung auf "
    "Auswertungen öffentlich zugänglicher Daten."
)
SOLDIERS = "Südkorea und die USA gehen davon aus, dass Nordkorea dem Kreml mehr als 10.000 Soldaten überlassen hat."


@dataclass(frozen=True)
class Turn:
    said: str
    answered: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dialog:
    name: str
    turns: tuple[Turn, ...] = field(default=())


DIALOGS = (
    Dialog(
        "all articles are asked at once, and what follows is about the one that answered",
        (
            Turn("/all Wovor warnte Selenskyj?", ("Raketen gegen Soldaten", WARNING, "Quelle:", "Selenskyj")),
            Turn("/context 1", ("Dort halten ukrainische Truppen", WARNING)),
            Turn("/all Wer gewann die Fußballweltmeisterschaft?", ("Keiner der Artikel hier beantwortet das.",)),
            Turn("/all Wovor warnte Selenskyj seit 2020?", (WARNING,), ("Nur Artikel",)),
        ),
    ),
    Dialog(
        "a German question brings sentences and who says so",
        (
            Turn("Wovor warnte Selenskyj?", (WARNING, "Quelle:", "Selenskyj", "Warnung"), ("Traceback",)),
            Turn("/context 1", ("Dort halten ukrainische Truppen", WARNING, "Auch schweres Gerät")),
            Turn("/why 1", (WARNING, "warnte", "Ich bin ")),
        ),
    ),
    Dialog(
        "hearsay is called hearsay",
        (Turn("Welche Tiere hat Putin geschickt?", (ANIMALS, "Quelle: keine genannt (Hörensagen)")),),
    ),
    Dialog(
        "the paper's own voice is called so",
        (Turn("Wie viel Liter fasst ein Barrel?", ("Ein Barrel fasst rund 159 Liter.", "Quelle: der Artikel selbst")),),
    ),
    Dialog(
        "an unanswerable question is refused with the reason, and the conversation goes on",
        (
            Turn("Wer gewann die Fußballweltmeisterschaft?", ("steht nicht im Artikel", "gewann")),
            Turn("Wovor warnte Selenskyj?", (WARNING,)),
        ),
    ),
    Dialog(
        "commands before a question say what to do first",
        (
            Turn("/why", ("zuerst eine Frage",)),
            Turn("/context 3", ("zuerst eine Frage",)),
            Turn("/nonsense", ("/nonsense kenne ich nicht", "/help")),
            Turn("/help", ("/context N", "/sources")),
        ),
    ),
    Dialog(
        "commands are understood without their stroke, and questions stay questions",
        (
            Turn("Quellen", ("Selenskyj", "BBC", "der Artikel selbst")),
            Turn("Wovor warnte Selenskyj?", (WARNING,)),
            Turn("context 1", ("Dort halten ukrainische Truppen", WARNING)),
            Turn("Warum 1", (WARNING, "warnte")),
            Turn("check: Russland hat Öl geschickt", ("Der Artikel",), ("kenne ich nicht",)),
            Turn("Artikel", ("Raketen gegen Soldaten",)),
            Turn("context of the treaty?", (), ("in its place", "an ihrer Stelle")),
        ),
    ),
    Dialog(
        "a number that is not there is named",
        (Turn("Wovor warnte Selenskyj?", (WARNING,)), Turn("/why 99", ("Eine Antwort 99 gibt es nicht",))),
    ),
    Dialog(
        "the article and its sources can be looked at",
        (
            Turn("/article", ("Raketen gegen Soldaten", "Deutsch", "(hvd)")),
            Turn("/sources", ("Selenskyj", "BBC", "Hörensagen", "der Artikel selbst")),
            Turn("/articles", ("Raketen gegen Soldaten",)),
        ),
    ),
    Dialog(
        "the frame text follows the language of the question",
        (
            Turn("Wovor warnte Selenskyj?", ("Quelle:",)),
            Turn("Who won the football world cup?", ("The article does not say",), ("steht nicht",)),
            Turn("/help", ("Ask in English or German",)),
            Turn("/quit", ("Good-bye.",)),
        ),
    ),
    Dialog(
        "a short message goes on from the last question",
        (
            Turn("mehr", (), ("Traceback",)),
            Turn("Wovor warnte Selenskyj?", (WARNING,)),
            Turn("Wer sagt das?", (WARNING, "Selenskyj")),
            Turn("Wann wurde das Abkommen unterzeichnet?", ("im Sommer unterzeichnet",)),
            Turn("von wem?", ()),
        ),
    ),
    Dialog(
        "another party takes the place of the one asked about",
        (
            Turn("Was hat Russland geschickt?", (MISSILES,), (SOLDIERS,)),
            Turn("und Nordkorea?", (SOLDIERS,), (MISSILES,)),
        ),
    ),
    Dialog(
        "a message goes on from a question in the other language",
        (
            Turn("What did Russia send?", (MISSILES, "Source:"), (SOLDIERS,)),
            Turn("und Nordkorea?", (SOLDIERS, "Quelle:"), (MISSILES,)),
            Turn("Who says that?", ("Who says so:", SOLDIERS)),
            Turn("mehr", ("Auch das hat damit zu tun",)),
            Turn("and what did Russia send?", (MISSILES,), (SOLDIERS,)),
        ),
    ),
    Dialog(
        "a party may be named in the other language",
        (
            Turn("what did Nordkorea send?", (SOLDIERS,), (MISSILES,)),
            Turn("Was hat North Korea geschickt?", (SOLDIERS,), (MISSILES,)),
            Turn("Was haben die Russians geschickt?", (MISSILES,), (SOLDIERS,)),
        ),
    ),
    Dialog(
        "what is no question is understood all the same",
        (
            Turn("Hallo!", ("Raketen gegen Soldaten", "Wort für Wort"), ("steht nicht",)),
            Turn("Worum geht es?", ("So fängt er an", BARTER, "Quelle: der Artikel selbst")),
            Turn("/context 1", (BARTER,)),
            Turn("What happened?", ("This is how it begins", BARTER)),
            Turn("thanks", ("You’re welcome",)),
            Turn("help", ("/check TEXT",)),
            Turn("bye", ("Good-bye.",)),
        ),
    ),
    Dialog(
        "a question that found nothing leaves nothing to look at, and says so",
        (Turn("Wer gewann?", ("gewann",)), Turn("Wer sagt das?", ("letzten Frage fand sich kein Satz",))),
    ),
    Dialog(
        "a message without words leaves the question before it in view",
        (
            Turn("Was hat Russland geschickt?", (MISSILES,)),
            Turn("und wer war das?", ("kein Wort",)),
            Turn("und Nordkorea?", (SOLDIERS,), (MISSILES,)),
        ),
    ),
    Dialog(
        "a word that the article has is never said to be missing",
        (
            Turn("Was sagt die BBC über Öl?", (BARRELS,)),
            Turn("und Selenskyj?", ("Kein Satz bringt diese Wörter zusammen",), ("kommen darin nicht vor",)),
        ),
    ),
    Dialog(
        "a checked statement can be asked why",
        (
            Turn("/check Russland hat Raketen geschickt", (MISSILES,)),
            Turn("/why 1", (MISSILES, "Raketen", "steht darin")),
        ),
    ),
    Dialog(
        "a speaker is asked for by name, role or state, in either language",
        (
            Turn("Was sagt Selenskyj?", (WARNING,), ("Raketen",)),
            Turn("What does Zelensky say?", (WARNING,), ("Raketen",)),
            Turn("Was sagt der Sicherheitsberater?", ("Pjöngjang habe Raketen", "so Shin weiter"), (WARNING,)),
            Turn("What does Shin say about missiles?", ("Die Raketen seien dafür bestimmt",), ("so Shin weiter",)),
            Turn("What does South Korea say?", (SOLDIERS,), (WARNING,)),
            Turn("What did the Pope say?", ("The article does not say", "Pope")),
        ),
    ),
    Dialog(
        "a start says what this is and about what",
        (
            Turn("/start", ("Raketen gegen Soldaten", "Wort für Wort", "/help")),
            Turn("/example 1", ("Was sagt Shin Won-sik?", "Pjöngjang habe Raketen", "Shin Won-sik")),
            Turn("/example 7", ("Ein Beispiel 7 gibt es nicht",)),
        ),
    ),
    Dialog(
        "a question may come with a command",
        (Turn("/ask Wovor warnte Selenskyj?", (WARNING,)), Turn("/ask", ("/ask Wer sagt das?",))),
    ),
    Dialog(
        "who else speaks about it, and what else there is",
        (
            Turn("/else 1", ("zuerst eine Frage",)),
            Turn("Was hat Russland geschickt?", (MISSILES, OIL)),
            Turn("/else 2", ("Dazu äußern sich auch", BARRELS, "BBC")),
            Turn("/context 4", (BARRELS, OIL)),
            Turn("/more", ("Auch das hat damit zu tun",), (MISSILES, BARRELS)),
        ),
    ),
    Dialog(
        "what did not help is answered with help",
        (
            Turn("/unhelpful", ("zuerst eine Frage",)),
            Turn("Wovor warnte Selenskyj?", (WARNING,)),
            Turn("/unhelpful", ("Fragen Sie in anderen Worten", "/sources"), (WARNING,)),
        ),
    ),
    Dialog(
        "a chosen language holds whatever a question is in",
        (
            Turn("/language", ("In welcher Sprache",)),
            Turn("/language en", ("From now on I speak English",)),
            Turn("Wovor warnte Selenskyj?", (WARNING, "Source:"), ("Quelle:",)),
            Turn("/language auto", ("the language of your question",)),
            Turn("Wovor warnte Selenskyj?", (WARNING, "Quelle:"), ("Source:",)),
        ),
    ),
    Dialog(
        "what is kept is said, and forgotten when that is asked for",
        (
            Turn("/privacy", ("speicher",)),  # in words of the place: tests/test_retention.py
            Turn("Wovor warnte Selenskyj?", (WARNING,)),
            Turn("/forget", ("gelöscht",)),
            Turn("/context 1", ("zuerst eine Frage",)),
        ),
    ),
    Dialog(
        "every source is listed with its claims, and one of them alone",
        (
            Turn("/sources", ("Shin Won-sik", "3×", "indirekte Rede", "Warnung", WARNING, MISSILES, "Hörensagen")),
            Turn("/sources 1", ("3×", "Pjöngjang habe Raketen", "Die Raketen seien", "so Shin weiter"), (WARNING,)),
            Turn("/context 2", ("Die Raketen seien", "Bei Waffen ist es nicht geblieben.")),
            Turn("/sources 99", ("Eine Quelle 99 gibt es nicht",)),
            Turn("/sources Shin", ("Eine Quelle Shin gibt es nicht",)),
        ),
    ),
    Dialog(
        "who warns, denies or estimates is asked for",
        (
            Turn("Wer warnt?", (WARNING, "Warnung"), ("Raketen",)),
            Turn("Who warned about North Koreans?", (WARNING,)),
            Turn("Who estimates that?", (SOLDIERS, "estimate")),
            Turn("Wer bestätigt das?", ("steht nicht im Artikel",)),
        ),
    ),
    Dialog(
        "a statement is checked: reported by somebody, in either language",
        (
            Turn("/check Russia delivered missiles", ("said by: South Korean statements", MISSILES)),
            Turn("/check Russland hat Öl nach Nordkorea geschickt.", ("Das sagt im Artikel:", "Kyiv Independent")),
            Turn("/check Putin soll Tiere nach Nordkorea geschickt haben", ("berichtet aber", ANIMALS, "Hörensagen")),
        ),
    ),
    Dialog(
        "a statement is checked: the article says it itself",
        (
            Turn("/check Ein Barrel fasst 159 Liter.", ("Das sagt der Artikel selbst.", "Quelle: der Artikel selbst")),
            Turn("/context 1", ("Ein Barrel fasst rund 159 Liter.", "internationale Sanktionen")),
            Turn("/check Putin and Kim signed an agreement in the summer", ("the article says so itself",)),
        ),
    ),
    Dialog(
        "a statement is checked: what differs is named",
        (
            Turn(
                "/check Nordkorea hat mehr als 100.000 Soldaten überlassen",
                ("Im Artikel: 10.000; in Ihrem Satz: 100.000.", SOLDIERS),
            ),
            Turn(
                "/check Nordkorea hat Öl nach Russland geschickt",
                ("ganz so steht es nicht",),
                ("berichtet aber", "Das sagt"),
            ),
            Turn("/check Das Abkommen ist in keinem Land ratifiziert", ("ganz so steht es nicht",)),
            Turn(
                "/check Kyiv Independent meldet, dass Russland Raketen geschickt hat", ("Im Artikel sagt das", MISSILES)
            ),
        ),
    ),
    Dialog(
        "a statement is checked: nothing on it, and nothing to check",
        (
            Turn("/check China hat Panzer verkauft", ("Das steht nicht im Artikel.", "China, Panzer, verkauft")),
            Turn("/check", ("Schreiben Sie eine Aussage hinter /check",)),
            Turn("/check 🙂", ("kein Wort",)),
            Turn("/check " + "w" * 12_000, ("zu lang",)),
        ),
    ),
    Dialog(
        "several statements are checked one by one",
        (
            Turn(
                "/check Ein Barrel fasst 159 Liter. Ein Barrel fasst 195 Liter.",
                (
                    "„Ein Barrel fasst 159 Liter.“",
                    "Das sagt der Artikel selbst.",
                    "Im Artikel: 159 Liter; in Ihrem Satz: 195 Liter.",
                ),
            ),
            Turn("/check: Ein Barrel fasst 159 Liter.", ("Das sagt der Artikel selbst.",)),
            Turn("/check:Ein Barrel fasst 159 Liter.", ("Das sagt der Artikel selbst.",)),
        ),
    ),
    Dialog(
        "quotations are checked word by word",
        (
            Turn("/quote", ("Schreiben Sie das Zitat",)),
            Turn("/quote „Ein Barrel fasst rund 159 Liter.“", ("Steht wörtlich so im Artikel.",)),
            Turn(
                "/quote „Ein Barrel fasst rund 195 Liter.“", ("Verändert", "Im Artikel: ‹159›; in Ihrem Zitat: ‹195›.")
            ),
            Turn("/quote „China hat Panzer verkauft.“", ("Steht nicht im Artikel.",)),
            Turn("/quote 🙂", ("kein Zitat",)),
        ),
    ),
    Dialog(
        "nonsense is answered politely",
        (
            Turn("", ("leer",)),
            Turn("   ", ("leer",)),
            Turn("🙂", ("kein Wort",)),
            Turn("w" * 10_000, ("zu lang",)),
            Turn("Was ist das denn?", ("kein Wort",)),
            Turn("\x00\x1b[\u202e", ("kein Wort",)),
        ),
    ),
)
