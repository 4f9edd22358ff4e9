"""How German papers mark interviews and transcripts.

Rule of this room: tables only, written by hand from newspaper style.
"""

import re

from bot.core.language_data.reported_speech import DialogueTerms

_NOTES = """
foto fotos bild bilder grafik video audio quelle quellen hinweis hinweise anmerkung update korrektur termin termine info
infos kontakt fazit ort zeit datum eintritt preis preise adresse beispiel achtung wichtig tipp thema themen zahl zahlen
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag tore pro contra kontra vorteil nachteil vorteile
nachteile plus minus text autor
autorin verfasser verfasserin redaktion interview gespräch stand heute gestern morgen zutaten zubereitung hintergrund
person problem lösung ergebnis antworten fragen lage folge ziel grund
"""

DIALOGUE = DialogueTerms(
    questions=frozenset({"q", "f", "frage", "interviewer", "interviewerin", "reporter", "reporterin", "moderator"}),
    answers=frozenset({"a", "antwort"}),
    notes=frozenset(_NOTES.split()),
    particles=frozenset("von vom van de der den des zu zur al bin da di und für im".split()),
    reporter=frozenset({"ich", "wir"}),
    first_person=frozenset(
        "ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer".split()
    ),
    second_person=frozenset(
        "Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer du dich dir dein deine deinen deinem deiner euch".split()
    ),
    forms_of_address=frozenset("herr frau dr dr. professor professorin prof prof. minister ministerin".split()),
    staff=frozenset("reporter reporterin redakteur redakteurin korrespondent korrespondentin kollegin kollege".split()),
    announcing=re.compile(r"\binterview|\bim gespräch|\bfragen an\b|\bgesprächs?\b|\bnachgefragt\b|\bsprach mit\b"),
    conducting=re.compile(
        r"\bführten?\b|^(?:interview|fragen|gespräch|aufgezeichnet)\b(?! (?:mit|an)\b)|\binterviewt\b"
    ),
)
