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
        "raten forderung appell "
        "aufforderung bitte"
    ),
    CueClass.CRITICISES: (
        "kritisieren verurteilen rügen bemängeln beklagen monieren anprangern vorwerfen beschuldigen "
        "bezichtigen protestieren kritik "
        "vorwurf vorwürfe"
    ),
    CueClass.ANNOUNCES: (
        "ankündigen bekanntgeben versprechen zusagen zusichern ankündigung zusage versprechen planen beabsichtigen"
    ),
}

CLASSES = {lemma: kind for kind, words in _CLASSES.items() for lemma in words.split()}
"""Dictionary forms of cues (and nouns behind ‹nach›) that do more than say."""

_HIGH = """
interviewer interview-label quote-signed
laut zufolge nach-src wie-X wie-heisst pre-that pre-main pre-to post so-X das-sagt-X heisst-es pass-zitiert aus-Sicht
für-X konj-subj wonach pre-adv hearsay quote<post quote<so-X quote<pre-colon quote<pre-main quote<heisst-es
quote<nach-src quote<laut quote<zufolge quote<pass-zitiert quote<pre-adv quote<dokument quote<wie-X quote<wonach
quote-anyverb quote-cont quote-colon quote<das-sagt-X
"""
_MEDIUM = """
rep dokument pre-colon pre-plain pre-quote pre-nosubj continued after-agent continued-weakly after-document
reported-by-nobody planned rumoured quote-act quote-alone quote<pre-quote quote<pre-that quote<pre-to
quote<pre-nosubj quote<rep quote<als-quote quote<passive-quote quote<für-X noun-dass subord relcl passive nach-post
called-so quote<called-so passive-as
demnach so-V-X man bekannt hervorgehen wie-pass after-colon unter-Berufung eigene-Angaben quote<eigene-Angaben rede
quote-after-colon
"""
_LOW = "quote-fwd quote<nach-post quote<noun-dass quote<relcl"
TIERS = (
    dict.fromkeys(_HIGH.split(), Confidence.HIGH)
    | dict.fromkeys(_MEDIUM.split(), Confidence.MEDIUM)
    | dict.fromkeys(_LOW.split(), Confidence.LOW)
)
"""Confidence by rule: high where at least 85 % of the names given are right, low below 60 %, else medium.

Rules that name nobody are as sure as their sentences are reported.
"""

UNSURE = frozenset(_LOW.split())
"""Rules whose speaker was wrong about as often as right: they tell that somebody speaks, not who."""

SILENT = frozenset({"passive-rep", "subord-rep"})
"""Rules whose sentences were not reported as often as they were."""
