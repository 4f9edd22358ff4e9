"""Tags German words with HanTa, in the core's own terms, and mends what HanTa confuses.

Rule of this room: a tag is mended only where the words around it leave no other reading.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from bot.core.syntax.quotation_marks import MARKS
from bot.core.syntax.tagged_text import Pos, Tag
from bot.languages.capitals import softened
from bot.languages.de.reported_speech.vocabulary import CUES, PARTICLES
from bot.languages.given_names import gender_of
from bot.languages.hanta import Raw, load

_POS = {
    "NN": Pos.NOUN, "NE": Pos.NAME, "NNA": Pos.NOMINAL, "NNI": Pos.NOMINAL, "FM": Pos.NOMINAL, "CARD": Pos.NUMBER,
    "ADJ(A)": Pos.ADJECTIVE, "ADJ(D)": Pos.PREDICATIVE, "ADV": Pos.ADVERB, "PROAV": Pos.ADVERB, "PTKNEG": Pos.ADVERB,
    "ART": Pos.ARTICLE, "PDAT": Pos.DETERMINER, "PPOSAT": Pos.DETERMINER, "PIAT": Pos.DETERMINER,
    "PIDAT": Pos.DETERMINER,
    "PWAT": Pos.DETERMINER, "PPER": Pos.PRONOUN, "PDS": Pos.DEMONSTRATIVE, "PIS": Pos.INDEFINITE, "PRELS": Pos.RELATIVE,
    "PRELAT": Pos.RELATIVE, "PWAV": Pos.QUESTION, "PWS": Pos.OTHER, "APPR": Pos.PREPOSITION, "APPRART": Pos.PREPOSITION,
    "KON": Pos.CONJUNCTION, "KOUS": Pos.SUBORDINATOR, "KOUI": Pos.SUBORDINATOR, "KOKOM": Pos.COMPARISON,
    "PTKVZ": Pos.PARTICLE, "PTKZU": Pos.TO, "VV(FIN)": Pos.VERB, "VA(FIN)": Pos.AUXILIARY, "VM(FIN)": Pos.MODAL,
    "VV(PP)": Pos.PARTICIPLE, "VM(PP)": Pos.PARTICIPLE, "VA(PP)": Pos.AUXILIARY_PARTICIPLE, "VV(INF)": Pos.INFINITIVE,
    "VM(INF)": Pos.INFINITIVE, "VA(INF)": Pos.AUXILIARY_INFINITIVE, "VV(IZU)": Pos.TO_INFINITIVE, "VV(IMP)": Pos.OTHER,
    "TRUNC": Pos.ADJECTIVE,
}  # fmt: skip
"""HanTa's tags, which are those of the Stuttgart-Tübingen tag set with the verb's form in brackets."""

_ADDRESS = re.compile(r"[\w-]+\.(de|com|org|net|at|ch|eu|tv)")
_AGED = re.compile(r"\d+-[Jj]ährige[rn]?")
"""‹der 61-Jährige›, also in small letters."""
_PREDICATIVE = re.compile(r"(lich|ig|isch|er|st|los|sam|bar|haft|end|weise|erst|et|t|igt|ell|al|iv|är|ös|ant)$")
_BOTH = re.compile(
    r"^(?:\w*?(?:be|ver|er|ent|zer|wider|über|unter|emp|miss|hinter|wieder)\w+t|\w+iert|"
    r"\w*?ge(?:hör|winn|schieh|fäll|ling|lang|währ|stalt|statt|steh|denk|nieß|lob|nüg|bühr)\w*t)$"
)
"""Forms that are a participle and a finite verb: ‹betont›, ‹kritisiert›."""
_GENDERED = re.compile(r"[*:·](in(?:nen)?)$")
"""What tells all genders in ‹Sprecher*in›, ‹Pfleger:innen›."""
_SWISS = re.compile(
    r"(?i)gemäss|heiss|hiess|weiss|äusser|begrüss|schliess|liess|ausser|gross|gröss|strass|massnahm|dreissig|fuss|spass|"
    r"stiess|stoss|beisst|reiss|fliess|giess|mässig|blossgestell|bloss"
)
"""Stems that Switzerland and Liechtenstein spell with ‹ss›."""
_ACCORDING = frozenset({"gemäss", "gemäß"})
_OPENING = frozenset('„“":»«–')
_SEGMENT = frozenset(",;:–—") | MARKS
_NO_CLAUSE = frozenset({Pos.SUBORDINATOR, Pos.RELATIVE})
_CLAUSE = 3
"""Words that make a clause."""
_JOIN = frozenset({"und", "oder", "sowie"})


@cache
def german_tagger() -> Callable[[Sequence[str]], Sequence[Tag]]:
    """Load HanTa's German model (0.5 s, 40 MB, once) and return the tagger: a sentence's words in, a tag each out."""
    raw = load("morphmodel_ger.pgz")

    def tag(words: Sequence[str]) -> Sequence[Tag]:
        words = _with_nouns(softened(words), words, raw)
        found = raw([_known_form(word) for word in words])
        return mend(words, [_tag(word, lemma, pos) for word, (_, lemma, pos) in zip(words, found, strict=True)])

    return tag


def _with_nouns(soft: Sequence[str], words: Sequence[str], raw: Raw) -> Sequence[str]:
    """Return a shouted sentence's words with a capital where they are nouns; those of others as they are."""
    if soft is words:
        return words
    tags = raw(list(soft))
    return [w.capitalize() if pos[:1] in {"N", "F"} else w for w, (_, _, pos) in zip(soft, tags, strict=True)]


def _known_form(word: str) -> str:
    """Return a word as the tagger knows it: ‹Expert*innen› as ‹Expertinnen›, the Swiss ‹gemäss› as ‹gemäß›."""
    word = _GENDERED.sub(r"\1", word)
    return _SWISS.sub(lambda m: m.group().replace("ss", "ß"), word) if "ss" in word else word


def _tag(word: str, lemma: str, pos: str) -> Tag:
    if word.lower() in _ACCORDING:
        return Tag("gemäß", Pos.PREPOSITION)
    if word.lower() == "daß":
        return Tag("dass", Pos.SUBORDINATOR)
    if not word[:1].isalnum():
        return Tag(word, Pos.MARK)
    found = _POS.get(pos, Pos.OTHER)
    if _AGED.fullmatch(word):
        return Tag(lemma.lower(), Pos.NOUN)
    if pos == "VV(IMP)" and word[:1].isupper():
        return Tag(lemma.lower(), Pos.NAME)
    if pos in {"XY", "TRUNC", "CARD"} and word[:1].isupper():
        found = Pos.NOMINAL
    return Tag(lemma.lower(), found)


def mend(words: Sequence[str], tags: Sequence[Tag]) -> list[Tag]:
    """Return a sentence's tags with names found among capitalised words, and finite verbs told from participles."""
    out = [_full_name(words, _name(words, tags, i), i) for i in range(len(words))]
    start = 0
    for end in range(len(words) + 1):
        if end < len(words) and words[end] not in _SEGMENT:
            continue
        if end > start:
            _mend_verbs(words, out, start, end)
        start = end + 1
    return out


def _name(words: Sequence[str], tags: Sequence[Tag], i: int) -> Tag:
    """Return a word's tag, or a name's where a capital inside a sentence shows one."""
    word, tag = words[i], tags[i]
    if _ADDRESS.fullmatch(word.lower()):
        return Tag(tag.lemma, Pos.NAME)
    if not word[:1].isupper():
        return tag
    inside = i > 0 and words[i - 1] not in _OPENING
    verbal = tag.pos in {Pos.VERB, Pos.PARTICIPLE, Pos.INFINITIVE, Pos.TO_INFINITIVE}
    if inside and (verbal or tag.pos in {Pos.PREDICATIVE, Pos.PARTICLE}):
        return Tag(tag.lemma, Pos.NAME)
    before_verb = i == 0 and len(tags) > 1 and tags[1].pos in {Pos.VERB, Pos.AUXILIARY}
    odd = tag.pos in {Pos.PREDICATIVE, Pos.PARTICLE, Pos.PARTICIPLE}
    if before_verb and odd and not _PREDICATIVE.search(word.lower()):
        return Tag(tag.lemma, Pos.NAME)
    return tag


def _full_name(words: Sequence[str], tag: Tag, i: int) -> Tag:
    """Return a word's tag, or a name's for a first name and the capitalised word behind it: ‹Ulla Kern›."""
    word, after = words[i], words[i + 1] if i + 1 < len(words) else ""
    first = gender_of(word) is not None and (after[:1].isupper() or after in PARTICLES)
    last = i > 0 and gender_of(words[i - 1]) is not None and words[i - 1][:1].isupper()
    common = tag.pos in {Pos.NOUN, Pos.NOMINAL, Pos.PREDICATIVE, Pos.PARTICLE, Pos.OTHER}
    return Tag(tag.lemma, Pos.NAME) if word[:1].isupper() and common and (first or last) else tag


def _mend_verbs(words: Sequence[str], tags: list[Tag], a: int, b: int) -> None:
    """Mend a stretch between commas: it has a finite verb where it can, and an auxiliary has a participle."""
    finite = [i for i in range(a, b) if tags[i].pos in {Pos.VERB, Pos.AUXILIARY, Pos.MODAL}]
    if finite:
        _demote(words, tags, finite, a, b)
    else:
        _promote(words, tags, a, b)


def _promote(words: Sequence[str], tags: list[Tag], a: int, b: int) -> None:
    """Make the first fitting participle the finite verb of a stretch that has none: ‹Der Minister betont›."""
    stretch = range(a, b)
    if b - a < _CLAUSE or tags[a].pos in _NO_CLAUSE:
        return
    if any(tags[i].pos in {Pos.AUXILIARY_INFINITIVE, Pos.AUXILIARY_PARTICIPLE} for i in stretch):
        return
    if not any(tags[i].pos in {Pos.NOUN, Pos.NAME, Pos.PRONOUN, Pos.INDEFINITE, Pos.DEMONSTRATIVE} for i in stretch):
        return
    small = [i for i in stretch if not words[i][:1].isupper()]
    found = [i for i in small if tags[i].pos in {Pos.PARTICIPLE, Pos.PREDICATIVE} and _BOTH.match(words[i])]
    to = any(words[i] == "zu" or tags[i].pos is Pos.TO_INFINITIVE for i in stretch)
    if not found and not to:
        verbal = (i for i in small if tags[i].pos in {Pos.PARTICIPLE, Pos.INFINITIVE} and words[i].endswith("en"))
        found = [i for i in verbal if tags[i].lemma in CUES or words[i] in {"verwiesen", "vertraten"}]
    past = ((i, v) for i in small if tags[i].pos is Pos.ADJECTIVE and (v := _past_of(words[i])))
    if not found and (first := next(past, None)):
        tags[first[0]] = Tag(first[1], Pos.VERB)
    odd = [i for i in small if tags[i].pos is Pos.NOUN and words[i].isalpha() and words[i].endswith(("e", "ten"))]
    if not found and odd and tags[odd[0]].pos is not Pos.VERB:
        tags[odd[0]] = Tag(re.sub(r"(?:te|ten|e)$", "en", words[odd[0]]), Pos.VERB)
    if found:
        lemma = tags[found[0]].lemma
        tags[found[0]] = Tag(words[found[0]].lower()[:-1] + "en" if lemma.endswith("t") else lemma, Pos.VERB)


def _past_of(word: str) -> str:
    """Return the verb of reporting whose past tense a word is, else nothing: ‹bezifferte› of ‹beziffern›."""
    stem = word[:-2] if word.endswith("te") else word[:-3] if word.endswith("ten") else ""
    return next((stem + ending for ending in ("n", "en") if stem and stem + ending in CUES), "")


def _demote(words: Sequence[str], tags: list[Tag], finite: Sequence[int], a: int, b: int) -> None:
    """Make a participle of a verb beside an auxiliary: ‹hat … kritisiert›, ‹… betont hatte›."""
    auxiliaries = [i for i in finite if tags[i].pos is Pos.AUXILIARY and tags[i].lemma in {"haben", "werden", "sein"}]
    for i in finite:
        if tags[i].pos is not Pos.VERB or not _BOTH.match(words[i]) or not auxiliaries:
            continue
        first = auxiliaries[0]
        ends = i == b - 1 or words[i + 1] in {"und", "oder", "worden", "haben", "werden", ".", "!", "?"}
        after = i > first and ends and not _JOIN & set(words[first:i])
        before = first == b - 1 and i == b - 2 and tags[a].pos in _NO_CLAUSE | {Pos.QUESTION}
        if after or before:
            tags[i] = replace(tags[i], pos=Pos.PARTICIPLE)
