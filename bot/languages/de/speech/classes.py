"""What a German cue does with a claim, and how sure each rule is.

Rule of this room: tables only; the tiers come from measured precision (docs/attribution.md).
"""

from bot.model import Confidence, CueClass

_CLASSES = {
    CueClass.CONFIRMS: "bestätigen bekräftigen einräumen zugeben gestehen bejahen zugestehen beipflichten bekennen",
    CueClass.DENIES: (
        "dementieren bestreiten leugnen zurückweisen verneinen widersprechen ablehnen bezweifeln anzweifeln widerrufen entgegnen kontern"
    ),
    CueClass.ESTIMATES: (
        "schätzen vermuten erwarten rechnen prognostizieren vorhersagen voraussagen mutmaßen annehmen einschätzen beziffern ausgehen "
        "spekulieren prophezeien schätzung schätzungen prognose vermutung annahme einschätzung hochrechnung hochrechnungen"
    ),
    CueClass.WARNS: "warnen mahnen fürchten befürchten drohen warnung befürchtung sorge drohung",
    CueClass.DEMANDS: (
        "fordern verlangen auffordern aufrufen appellieren bitten empfehlen plädieren vorschlagen anmahnen raten forderung appell "
        "aufforderung bitte"
    ),
    CueClass.CRITICISES: (
        "kritisieren verurteilen rügen bemängeln beklagen monieren anprangern vorwerfen beschuldigen bezichtigen protestieren kritik "
        "vorwurf vorwürfe"
    ),
    CueClass.ANNOUNCES: "ankündigen versprechen zusagen zusichern ankündigung zusage versprechen planen beabsichtigen",
}

CLASSES = {lemma: kind for kind, words in _CLASSES.items() for lemma in words.split()}
"""Dictionary forms of cues (and nouns behind ‹nach›) that do more than say."""

TIERS: dict[str, Confidence] = {}
DOUBTFUL = frozenset({"konj-topic", "konj-far"})
SILENT = frozenset({"passive-rep", "subord-rep"})
