"""What a German cue does with a claim, and how sure each rule is.

Rule of this room: tables only; the tiers come from measured precision (docs/attribution.md).
"""

from bot.model import Confidence, CueClass

_CLASSES = {
    CueClass.CONFIRMS: "bestätigen bekräftigen einräumen zugeben gestehen bejahen zugestehen beipflichten bekennen",
    CueClass.DENIES: (
        "dementieren bestreiten leugnen zurückweisen verneinen widersprechen ablehnen bezweifeln anzweifeln "
        "widerrufen entgegnen kontern"
    ),
    CueClass.ESTIMATES: (
        "schätzen vermuten erwarten rechnen prognostizieren vorhersagen voraussagen mutmaßen annehmen "
        "einschätzen beziffern ausgehen "
        "spekulieren prophezeien schätzung schätzungen prognose vermutung annahme einschätzung hochrechnung "
        "hochrechnungen"
    ),
    CueClass.WARNS: "warnen mahnen fürchten befürchten drohen warnung befürchtung sorge drohung",
    CueClass.DEMANDS: (
        "fordern verlangen auffordern aufrufen appellieren bitten empfehlen plädieren vorschlagen anmahnen "
        "raten forderung appell"
        "aufforderung bitte"
    ),
    CueClass.CRITICISES: (
        "kritisieren verurteilen rügen bemängeln beklagen monieren anprangern vorwerfen beschuldigen "
        "bezichtigen protestieren kritik"
        "vorwurf vorwürfe"
    ),
    CueClass.ANNOUNCES: "ankündigen versprechen zusagen zusichern ankündigung zusage versprechen planen beabsichtigen",
}

CLASSES = {lemma: kind for kind, words in _CLASSES.items() for lemma in words.split()}
"""Dictionary forms of cues (and nouns behind ‹nach›) that do more than say."""

_HIGH = """
laut zufolge nach-src wie-X wie-heisst pre-that pre-main post so-X das-sagt-X heisst-es pass-zitiert aus-Sicht
dokument für-X quote<post quote<so-X quote<pre-colon quote<pre-main quote<heisst-es quote<nach-src quote<laut
quote<zufolge quote<pass-zitiert quote<pre-adv quote<dokument quote-anyverb pre-adv hearsay
"""
_LOW = """
soll-plan quote-cont konj2-cont konj-subj konj-paper konj-nosource subord relcl passive rede
wonach demnach quote-colon quote-alone quote-fwd quote-after-colon quote<subord quote<relcl quote<nach-post
quote<wonach pre-nosubj
"""
TIERS = dict.fromkeys(_HIGH.split(), Confidence.HIGH) | dict.fromkeys(_LOW.split(), Confidence.LOW)
"""Confidence by rule: high where about 90 % of the speakers were right, low below 75 %, else medium."""

SILENT = frozenset({"passive-rep", "subord-rep"})
"""Rules whose sentences were not reported as often as they were."""
