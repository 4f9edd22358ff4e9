"""What an English cue does with a claim, and how sure each rule is.

Rule of this room: tables only; the tiers come from measured precision (docs/attribution.md).
"""

from bot.model import Confidence, CueClass

_CLASSES = {
    CueClass.CONFIRMS: "confirm acknowledge admit concede affirm reaffirm",
    CueClass.DENIES: "deny dispute reject refute dismiss doubt contradict question",
    CueClass.ESTIMATES: (
        "estimate expect predict forecast project reckon calculate assume suspect estimates forecasts"
    ),
    CueClass.WARNS: "warn caution fear threaten worry warning warnings fears fear concerns concern",
    CueClass.DEMANDS: "demand urge call appeal ask order propose recommend advise insist",
    CueClass.CRITICISES: "criticise criticize condemn accuse blame denounce complain decry slam",
    CueClass.ANNOUNCES: "announce promise pledge vow pledge guarantee promise announcement",
}

CLASSES = {lemma: kind for kind, words in _CLASSES.items() for lemma in words.split()}
"""Dictionary forms of cues (and nouns behind ‹according to›) that do more than say."""

_HIGH = """
interviewer interview-label quote-signed
according post mid as-x pre-that pre-clause pre-colon quoted-as in-view hearsay quote<post quote<pre-colon
quote<pre-quote quote<mid quote<as-x quote<pre-that quote<pre-clause quote<quoted-as quote<according
that-said quote<that-said
"""
_LOW = "noun-that passive-act quote-fwd quote-alone emerged"
TIERS = dict.fromkeys(_HIGH.split(), Confidence.HIGH) | dict.fromkeys(_LOW.split(), Confidence.LOW)
"""Confidence by rule: as the German rules; none was measured lower on the English corpus (docs/attribution.md)."""
