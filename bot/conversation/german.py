"""The bot's own words in German."""

from bot.conversation.phrases import Phrases
from bot.errors import ArticleProblem, QuestionProblem, StoreProblem
from bot.model import CueClass, Mode, Refusal

GERMAN = Phrases(
    code="de",
    languages={"de": "Deutsch", "en": "Englisch"},
    speaker="Quelle: {who}",
    own_voice="Quelle: der Artikel selbst",
    hearsay="Quelle: keine genannt (Hörensagen)",
    unnamed="Quelle: nicht genannt ({manner})",
    manner={
        Mode.DIRECT: "wörtlich",
        Mode.INDIRECT: "indirekte Rede",
        Mode.REPORTED: "vom Artikel wiedergegeben",
        Mode.HEARSAY: "Hörensagen",
    },
    acts={
        CueClass.SAYS: "",
        CueClass.CONFIRMS: "Bestätigung",
        CueClass.DENIES: "Dementi",
        CueClass.ESTIMATES: "Schätzung",
        CueClass.WARNS: "Warnung",
        CueClass.DEMANDS: "Forderung",
        CueClass.CRITICISES: "Kritik",
        CueClass.ANNOUNCES: "Ankündigung",
    },
    probably="vermutlich {who}",
    quoted_by="{who}, zitiert nach {via}",
    citing="{who} unter Berufung auf {via}",
    mention="„{text}“",
    several="{count} Sätze des Artikels passen:",
    ungrouped="Außerdem",
    nearest="Der nächstliegende Satz, der die Frage aber nicht beantwortet:",
    more="Auch das hat damit zu tun:",
    no_more="Mehr steht dazu nicht im Artikel.",
    who_says="Wer das sagt:",
    refusals={
        Refusal.NO_WORDS: "In dieser Frage steht kein Wort, nach dem ich suchen kann. "
        "Fragen Sie mit einem Namen, einer Sache oder einem Verb.",
        Refusal.NOT_IN_ARTICLE: "Das steht nicht im Artikel. Diese Wörter kommen darin nicht vor: {missing}",
        Refusal.MISSING_WORDS: "Das steht nicht im Artikel. Darin kommt nicht vor: {missing}",
        Refusal.NOT_SAID: "Das steht nicht im Artikel: Kein Satz bringt diese Wörter zusammen.",
    },
    greeting="Fragen Sie mich zu diesem Artikel. Ich antworte mit seinen eigenen Sätzen, Wort für Wort, "
    "und sage, wer das darin behauptet.",
    greeting_hint="Stellen Sie eine Frage, oder tippen Sie /help für alles Weitere und /quit zum Beenden.",
    help="Fragen Sie auf Deutsch oder Englisch. Außerdem können Sie tippen:",
    commands=(
        ("/article", "Titel, Datum, Länge und Sprache des Artikels"),
        ("/articles", "die vorhandenen Artikel; /article N wechselt zu einem anderen"),
        ("/context N", "die Sätze rund um Antwort N"),
        ("/sources", "wer im Artikel was sagt, und wie oft"),
        ("/why N", "warum Antwort N gefunden wurde: Treffer und Punktzahl"),
        ("/help", "diese Liste"),
        ("/quit", "beenden"),
    ),
    article_rows=("Titel", "Datum", "Länge", "Sprache", "Autor", "Herkunft"),
    length="{sentences} Sätze, {characters} Zeichen",
    unknown_date="nicht angegeben",
    untitled="(ohne Titel)",
    articles="Artikel, die neuesten zuerst:",
    no_articles="Noch ist kein Artikel gespeichert. Einen aufnehmen: article-bot ingest PFAD",
    switched="Wir sprechen jetzt über: {title}",
    no_such_article="Einen Artikel {number} gibt es nicht. /articles zeigt alle.",
    sources="Wer im Artikel was sagt:",
    no_sources="Der Artikel nennt niemanden: Alles darin sagt er selbst.",
    own_share="der Artikel selbst",
    times="{count}×",
    context="Antwort {number} in ihrem Zusammenhang:",
    why="Warum Antwort {number} gefunden wurde:",
    why_score="Punktzahl {score}",
    why_searched="gesucht: {words}",
    why_found="gefunden: {words}",
    why_none="nicht in diesem Satz",
    ask_first="Stellen Sie zuerst eine Frage; die Nummern ihrer Antworten gelten dann hier.",
    no_such_number="Eine Antwort {number} gibt es nicht. Die letzte Frage hatte {count}.",
    unknown_command="{command} kenne ich nicht. /help zeigt, was es gibt.",
    bye="Auf Wiedersehen.",
    label_context="Zusammenhang",
    label_why="Warum?",
    label_sources="Wer sagt was?",
    article_problems={
        ArticleProblem.NOT_FOUND: "Diese Datei gibt es nicht: {origin}. Bitte den Pfad prüfen.",
        ArticleProblem.DIRECTORY: "{origin} ist ein Ordner. Bitte eine Datei darin nennen.",
        ArticleProblem.UNREADABLE: "{origin} lässt sich nicht lesen. Bitte die Zugriffsrechte prüfen.",
        ArticleProblem.EMPTY: "{origin} ist leer. Bitte eine Datei mit dem Text eines Artikels angeben.",
        ArticleProblem.BINARY: "{origin} ist kein Text. Möglich sind einfacher Text, Markdown und HTML.",
        ArticleProblem.TOO_LARGE: "{origin} ist für einen Artikel zu groß (höchstens 5 MB). Bitte aufteilen.",
        ArticleProblem.ENCODING: "Die Kodierung von {origin} ist unklar. Bitte als UTF-8 speichern.",
        ArticleProblem.NO_SENTENCES: "{origin} enthält keinen Satz. Bitte einen Text mit mindestens einem angeben.",
        ArticleProblem.NO_TEXT: "Auf der Seite {origin} fand sich kein Artikel. "
        "Bitte seinen Text als einfache Datei speichern.",
        ArticleProblem.LANGUAGE: "{origin} ist weder deutsch noch englisch; andere Sprachen gibt es noch nicht.",
        ArticleProblem.UNKNOWN: "Kein gespeicherter Artikel „{origin}“. Alle zeigt: article-bot articles",
        ArticleProblem.FORMAT: "Das Format von {origin} geht nicht. Möglich sind einfacher Text, Markdown und HTML.",
    },
    question_problems={
        QuestionProblem.EMPTY: "Die Frage ist leer. Bitte eine stellen, zum Beispiel: Wer sagt das?",
        QuestionProblem.TOO_LONG: "Die Frage ist zu lang (höchstens {detail} Zeichen). Bitte nach einer Sache fragen.",
        QuestionProblem.BATCH: 'Zeile {detail} ist nicht {{"article": PFAD, "question": TEXT}}. '
        "Bitte diese Zeile berichtigen.",
    },
    store_problems={
        StoreProblem.LOCKED: "Die Datenbank {path} wird gerade von einem anderen Programm benutzt. "
        "Bitte noch einmal versuchen oder BOT_DATABASE setzen.",
        StoreProblem.READ_ONLY: "Die Datenbank {path} ist schreibgeschützt. "
        "Bitte die Zugriffsrechte prüfen oder BOT_DATABASE setzen.",
        StoreProblem.NEWER: "Die Datenbank {path} stammt von einer neueren Version. "
        "Bitte aktualisieren oder BOT_DATABASE auf eine andere Datei setzen.",
        StoreProblem.DAMAGED: "Die Datenbank {path} ist beschädigt und blieb unverändert. "
        "Bitte verschieben oder BOT_DATABASE setzen.",
        StoreProblem.FULL: "Der Datenträger von {path} ist voll; verloren ging nichts. Bitte Platz schaffen.",
        StoreProblem.NO_PLACE: "Für die Datenbank gibt es keinen Platz ({path}). "
        "Bitte BOT_DATABASE auf eine Datei setzen.",
        StoreProblem.UNREADABLE: "Die Datenbank {path} lässt sich nicht öffnen. "
        "Bitte BOT_DATABASE auf eine andere Datei setzen.",
    },
    settings={
        "missing": "Die Einstellung {name} wird hier gebraucht. Bitte setzen; .env.example zeigt, wie.",
        "refused": "{name} wurde abgelehnt. Bitte prüfen, ob der Wert vollständig und noch gültig ist.",
        "unreadable": "{name} lässt sich nicht lesen. Bitte die Rechte prüfen, und ob es eine Textdatei ist.",
        "invalid": "Die Einstellung {name} ist unbrauchbar. Bitte berichtigen; .env.example zeigt, wie.",
    },
    internal="Bei mir ist etwas schiefgegangen; verloren ist nichts. Bitte fragen Sie noch einmal.",
    doctor_python="Python {version}",
    doctor_settings="Einstellungen: {names}",
    doctor_database="Datenbank: {path}, {count} Artikel gespeichert",
    doctor_article="Ein neues Gespräch beginnt mit: {title}",
    doctor_articles="keine gesetzt, überall gilt die Vorgabe",
)
