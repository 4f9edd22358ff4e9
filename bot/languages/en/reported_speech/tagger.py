"""Tags English words with HanTa, in the core's own terms.

Rule of this room: a tag is mended only where the word itself leaves no other reading.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from bot.core.syntax.tagged_text import FINITE, Pos, Tag
from bot.languages.capitals import softened
from bot.languages.en.reported_speech.vocabulary import CUES, third_person
from bot.languages.hanta import load

_POS = {
    "NP0": Pos.NAME, "NN0": Pos.NOUN, "NN1": Pos.NOUN, "NN2": Pos.NOUN, "AJ0": Pos.ADJECTIVE, "AJC": Pos.ADJECTIVE,
    "AJS": Pos.ADJECTIVE, "AT0": Pos.ARTICLE, "DT0": Pos.DETERMINER, "DPS": Pos.DETERMINER, "DTQ": Pos.RELATIVE,
    "PNP": Pos.PRONOUN, "PNX": Pos.PRONOUN, "PNI": Pos.INDEFINITE, "PNQ": Pos.RELATIVE,
    "EX0": Pos.PRONOUN, "CRD": Pos.NUMBER,
    "ORD": Pos.ADJECTIVE, "AV0": Pos.ADVERB, "AVP": Pos.ADVERB, "AVQ": Pos.QUESTION, "XX0": Pos.ADVERB,
    "PRP": Pos.PREPOSITION,
    "PRF": Pos.PREPOSITION, "TO0": Pos.TO, "VM0": Pos.MODAL, "VVD": Pos.VERB, "VVZ": Pos.VERB, "VVB": Pos.VERB,
    "VVN": Pos.PARTICIPLE, "VVG": Pos.GERUND, "VVI": Pos.INFINITIVE, "CJC": Pos.CONJUNCTION, "CJS": Pos.SUBORDINATOR,
    "CJT": Pos.SUBORDINATOR, "POS": Pos.POSSESSIVE, "UNC": Pos.NOUN,
}  # fmt: skip
"""HanTa's English tags, which are those of the British National Corpus (CLAWS C5)."""

_AUXILIARY = {
    "D": Pos.AUXILIARY,
    "Z": Pos.AUXILIARY,
    "B": Pos.AUXILIARY,
    "N": Pos.AUXILIARY_PARTICIPLE,
    "G": Pos.GERUND,
}
_POSSESSIVE = re.compile(r"(.+?)(?:['’]s|(?<=s)['’])$")
_NEGATED = re.compile(r"(?:is|are|was|were|has|have|had|do|does|did)n['’]t$")
_MODAL = re.compile(r"(?:wo|would|could|should|ca|might|must|need)n['’]t$")
_CONTRACTED = re.compile(r"(?:i|you|he|she|it|we|they|that|there|who|what)['’](?:s|re|ve|ll|d|m)$")
_VERBAL = frozenset({Pos.VERB, Pos.INFINITIVE, Pos.OTHER, Pos.ADJECTIVE, Pos.PARTICIPLE})
_QUANTITIES = frozenset({"many", "some", "few", "most", "several", "both", "all"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your", "the"})
_PLACES = frozenset({"on", "in", "at", "by", "to"})
_SHORT_FORMS = frozenset({"who", "us", "un"})
"""Short forms that in small letters are words: ‹WHO says›."""
_AGENCIES = frozenset({"dpa", "afp", "apa", "epd", "efe", "ansa"})
"""Agencies that write themselves in small letters."""
_SUBJECTS = frozenset({Pos.PRONOUN, Pos.INDEFINITE, Pos.DETERMINER})
_CONFUSED = frozenset({Pos.NOUN, Pos.NOMINAL, Pos.ADJECTIVE, Pos.INFINITIVE, Pos.OTHER, Pos.PREPOSITION, Pos.ADVERB})
_FORMS = {
    form: lemma
    for lemma in CUES - {"put", "read", "order", "rule", "state", "show"}
    for form in (lemma, third_person(lemma))
}
_PLAIN_FORMS = frozenset(
    {"says", "said", "explains", "adds", "argues", "insists", "believes", "writes", "recalls", "notes", "thinks"}
)
"""Forms that are hardly anything but verbs, also behind a comma: ‹its chair, Ned Cole, explains›."""
_UNMISTAKABLE = frozenset({"says", "said"})
"""Forms that are verbs behind any noun, name or mark."""
_NOUNS = frozenset({Pos.NOUN, Pos.NAME, Pos.NOMINAL})
_BEFORE_PLAIN = frozenset({Pos.NOUN, Pos.NAME, Pos.NOMINAL, Pos.NUMBER, Pos.PRONOUN, Pos.INDEFINITE, Pos.MARK})
_LEMMAS = {
    "says": "say",
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "found": "find",
    "put": "put",
    "read": "read",
}
"""Forms whose dictionary form must be right, whatever the tagger makes of them."""


@cache
def english_tagger() -> Callable[[Sequence[str]], Sequence[Tag]]:
    """Load HanTa's English model (0.2 s, 20 MB, once) and return the tagger: a sentence's words in, a tag each out."""
    raw = load("morphmodel_en.pgz")

    def tag(words: Sequence[str]) -> Sequence[Tag]:
        words = softened(words)
        found = raw([_base(w) for w in words])
        tags = [_tag(word, lemma, pos, i) for i, (word, (_, lemma, pos)) in enumerate(zip(words, found, strict=True))]
        return mend(words, tags)

    return tag


def mend(words: Sequence[str], tags: Sequence[Tag]) -> list[Tag]:
    """Return a sentence's tags with verbs of saying found where a tagger sees nouns: ‹doctors stress›, ‹many fear›.

    Only behind what can be a subject, and only in a stretch between commas that has no finite verb before it.
    """
    out = list(tags)
    finite = False
    for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag.pos is Pos.MARK:
            finite = False
        verb = _FORMS.get(word.lower()) or ("say" if word.lower() in _UNMISTAKABLE else None)
        before = out[i - 1] if i else None
        subject = before is not None and (
            (before.pos in _SUBJECTS and words[i - 1].lower() not in _OWNERS)
            or (before.pos is Pos.NOUN and before.lemma != words[i - 1].lower())
        )
        named = before is not None and word.lower().endswith("s") and before.pos in {Pos.NOUN, Pos.NAME, Pos.NOMINAL}
        closing = before is not None and before.pos is Pos.MARK and word.lower() in _PLAIN_FORMS
        plain = before is not None and before.pos in _BEFORE_PLAIN and word.lower() in _UNMISTAKABLE
        after = words[i + 1].lower() if i + 1 < len(words) else ""
        plain = plain or (after == "that" and not finite and before is not None and before.pos in _NOUNS)
        likely = not finite and (subject or named or closing)
        if verb and tag.pos in _CONFUSED and (plain or likely) and not word[:1].isupper():
            out[i] = Tag(verb, Pos.VERB)
        finite = finite or out[i].pos in FINITE
    return out


def _base(word: str) -> str:
    """Return a word as the tagger knows it: ‹Smith’s› as ‹Smith›."""
    match = _POSSESSIVE.match(word)
    return match.group(1) if match else word


def _tag(word: str, lemma: str, pos: str, i: int) -> Tag:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    lower = word.lower()
    if not word[:1].isalnum():
        return Tag(word, Pos.MARK)
    if _CONTRACTED.match(lower):
        return Tag(re.split("['’]", lower)[0], Pos.PRONOUN)
    if _NEGATED.match(lower) or _MODAL.match(lower):
        return Tag(lower, Pos.MODAL if _MODAL.match(lower) else Pos.AUXILIARY)
    if _POSSESSIVE.match(word):
        return Tag(lemma.lower(), Pos.POSSESSIVE)
    if word.isupper() and lower in _SHORT_FORMS:
        return Tag(lower, Pos.NAME)
    lemma = _LEMMAS.get(lower, lemma.lower())
    if pos.startswith("V") and pos[1:2] in {"B", "H", "D"}:
        return Tag(lemma, _AUXILIARY.get(pos[2:3], Pos.AUXILIARY_INFINITIVE))
    found = _POS.get(pos, Pos.OTHER)
    if lower in _AGENCIES:
        return Tag(lower, Pos.NAME)
    if lower == "former":
        return Tag(lower, Pos.ADJECTIVE)
    if lower in _QUANTITIES and found in {Pos.ADVERB, Pos.ADJECTIVE}:
        return Tag(lemma, Pos.DETERMINER)
    if lower in _PLACES and found is Pos.ADVERB:
        return Tag(lemma, Pos.PREPOSITION)
    if word[:1].isupper() and i > 0:
        if found is Pos.NOUN:
            return Tag(lemma, Pos.NOMINAL)
        if found in _VERBAL:
            return Tag(lemma, Pos.NAME)
    return Tag(lemma, found)
