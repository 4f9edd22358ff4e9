"""Tags English words with HanTa, in the core's own terms.

Rule of this room: a tag is mended only where the word itself leaves no other reading: contractions, possessives, capitals.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from bot.core.syntax import Pos, Tag
from bot.languages.hanta import load

_POS = {
    "NP0": Pos.NAME, "NN0": Pos.NOUN, "NN1": Pos.NOUN, "NN2": Pos.NOUN, "AJ0": Pos.ADJECTIVE, "AJC": Pos.ADJECTIVE,
    "AJS": Pos.ADJECTIVE, "AT0": Pos.ARTICLE, "DT0": Pos.DETERMINER, "DPS": Pos.DETERMINER, "DTQ": Pos.RELATIVE,
    "PNP": Pos.PRONOUN, "PNX": Pos.PRONOUN, "PNI": Pos.INDEFINITE, "PNQ": Pos.RELATIVE, "EX0": Pos.PRONOUN, "CRD": Pos.NUMBER,
    "ORD": Pos.ADJECTIVE, "AV0": Pos.ADVERB, "AVP": Pos.ADVERB, "AVQ": Pos.QUESTION, "XX0": Pos.ADVERB, "PRP": Pos.PREPOSITION,
    "PRF": Pos.PREPOSITION, "TO0": Pos.TO, "VM0": Pos.MODAL, "VVD": Pos.VERB, "VVZ": Pos.VERB, "VVB": Pos.VERB,
    "VVN": Pos.PARTICIPLE, "VVG": Pos.GERUND, "VVI": Pos.INFINITIVE, "CJC": Pos.CONJUNCTION, "CJS": Pos.SUBORDINATOR,
    "CJT": Pos.SUBORDINATOR, "POS": Pos.POSSESSIVE,
}  # fmt: skip
"""HanTa's English tags, which are those of the British National Corpus (CLAWS C5)."""

_AUXILIARY = {"D": Pos.AUXILIARY, "Z": Pos.AUXILIARY, "B": Pos.AUXILIARY, "N": Pos.AUXILIARY_PARTICIPLE, "G": Pos.GERUND}
_POSSESSIVE = re.compile(r"(.+?)(?:['’]s|(?<=s)['’])$")
_NEGATED = re.compile(r"(?:is|are|was|were|has|have|had|do|does|did)n['’]t$")
_MODAL = re.compile(r"(?:wo|would|could|should|ca|might|must|need)n['’]t$")
_CONTRACTED = re.compile(r"(?:i|you|he|she|it|we|they|that|there|who|what)['’](?:s|re|ve|ll|d|m)$")
_VERBAL = frozenset({Pos.VERB, Pos.INFINITIVE, Pos.OTHER, Pos.ADJECTIVE, Pos.PARTICIPLE})
_LEMMAS = {"says": "say", "said": "say", "told": "tell", "wrote": "write", "found": "find", "put": "put", "read": "read"}
"""Forms whose dictionary form must be right, whatever the tagger makes of them."""


@cache
def english_tagger() -> Callable[[Sequence[str]], Sequence[Tag]]:
    """Load HanTa's English model (0.2 s, 20 MB, once) and return the tagger: the words of a sentence in, a tag each out."""
    raw = load("morphmodel_en.pgz")

    def tag(words: Sequence[str]) -> Sequence[Tag]:
        found = raw([_base(w) for w in words])
        return [_tag(word, lemma, pos, i) for i, (word, (_, lemma, pos)) in enumerate(zip(words, found, strict=True))]

    return tag


def _base(word: str) -> str:
    """Return a word as the tagger knows it: ‹Smith’s› as ‹Smith›."""
    match = _POSSESSIVE.match(word)
    return match.group(1) if match else word


def _tag(word: str, lemma: str, pos: str, i: int) -> Tag:
    lower = word.lower()
    if not word[:1].isalnum():
        return Tag(word, Pos.MARK)
    if _CONTRACTED.match(lower):
        return Tag(re.split("['’]", lower)[0], Pos.PRONOUN)
    if _NEGATED.match(lower) or _MODAL.match(lower):
        return Tag(lower, Pos.MODAL if _MODAL.match(lower) else Pos.AUXILIARY)
    if _POSSESSIVE.match(word):
        return Tag(lemma.lower(), Pos.POSSESSIVE)
    lemma = _LEMMAS.get(lower, lemma.lower())
    if pos.startswith("V") and pos[1:2] in {"B", "H", "D"}:
        return Tag(lemma, _AUXILIARY.get(pos[2:3], Pos.AUXILIARY_INFINITIVE))
    found = _POS.get(pos, Pos.OTHER)
    if word[:1].isupper() and i > 0:
        if found is Pos.NOUN:
            return Tag(lemma, Pos.NOMINAL)
        if found in _VERBAL:
            return Tag(lemma, Pos.NAME)
    return Tag(lemma, found)
