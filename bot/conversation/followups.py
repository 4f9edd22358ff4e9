"""What a short message means after a question: "when?", "and North Korea?", "who says that?", "more".

Rule of this room: only messages that say too little on their own are follow-ups, and what one becomes is again a
question that could have been asked, in the language of the question before, whatever the message is in.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.conversation.rephrasing import WORD, Wording, variants
from bot.conversation.wishes import Intent, bare_words, wish

MOST_WORDS = 6
"""Words of a follow-up; a longer message is a question of its own."""
LONGEST_NAME = 3
"""Words of a party's name."""


@dataclass(frozen=True, slots=True)
class Cues:
    """One language's closed lists; all in lower case, without punctuation."""

    opens: re.Pattern[str]
    """What comes before the other party or thing that the last question is now to be about."""
    verbs: frozenset[str]
    """Verbs that a question without a question word begins with."""
    on: frozenset[str]
    """Prepositions before what somebody speaks about."""
    earlier: re.Pattern[str]
    later: re.Pattern[str]
    """What asks for what came before, and after, what was just said."""


CUES = {
    "en": Cues(
        opens=re.compile(r"(?:(?:(?:and|but)\s+)?(?:what|how) about|and|but)\s+", re.IGNORECASE),
        verbs=frozenset(
            "am is are was were do does did has have had can could might must shall should will would".split()
        ),
        on=frozenset({"about", "on", "of", "regarding", "to"}),
        earlier=re.compile(
            "(?:(?:and|so|but) )?(?:what (?:happened|was|came|was there|had happened) )?"
            "(?:before(?: (?:that|this|then|it))?|earlier|previously|prior to (?:that|this))"
        ),
        later=re.compile(
            "(?:(?:and|so|but) )?(?:what (?:happened|came|comes|happens|followed) )?"
            "(?:after(?: (?:that|this))|afterwards?|then|next|later|then what|what then|what next)"
        ),
    ),
    "de": Cues(
        opens=re.compile(r"(?:(?:(?:und|aber)\s+)?(?:was ist|wie ist es|wie steht es) mit|und|aber)\s+", re.IGNORECASE),
        verbs=frozenset(
            "ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten muss müssen "
            "musste mussten darf dürfen soll sollen sollte sollten will wollen wollte wollten gibt gab".split()
        ),
        on=frozenset({"über", "zu", "zum", "zur", "von", "dazu"}),
        earlier=re.compile(
            "(?:(?:und|aber) )?(?:was (?:war|geschah|passierte|kam|ist passiert|war da) )?"
            "(?:davor|zuvor|vorher|früher|vordem)"
        ),
        later=re.compile(
            "(?:(?:und|aber) )?(?:was (?:war|geschah|passierte|kam|ist passiert|geschieht|folgte) )?"
            "(?:danach|dann|später|nachher|hinterher|anschließend|was dann)"
        ),
    ),
}  # fmt: skip

PRONOUNS = frozenset("he him she her they them er ihn ihm sie ihr ihnen".split())
"""Pronouns that, alone behind "and", name nobody."""

ASKS = (
    {"en": ("how many",), "de": ("wie viele",)},
    {"en": ("how much",), "de": ("wie viel", "wieviel")},
    {"en": ("how long",), "de": ("wie lange",)},
    {"en": ("how often",), "de": ("wie oft",)},
    {"en": ("how far",), "de": ("wie weit",)},
    {"en": ("how old",), "de": ("wie alt",)},
    {"en": ("how high",), "de": ("wie hoch",)},
    {"en": ("since when",), "de": ("seit wann",)},
    {"en": ("until when", "till when"), "de": ("bis wann",)},
    {"en": ("from where", "where from"), "de": ("woher", "von wo")},
    {"en": ("where to",), "de": ("wohin",)},
    {"en": ("when",), "de": ("wann",)},
    {"en": ("where",), "de": ("wo",)},
    {"en": ("why", "how come", "why not"), "de": ("warum", "wieso", "weshalb", "warum nicht")},
    {"en": ("how",), "de": ("wie",)},
    {"en": ("who",), "de": ("wer",)},
    {"en": ("whom", "to whom", "who to"), "de": ("wem", "an wen", "wen")},
    {"en": ("from whom", "by whom"), "de": ("von wem",)},
    {"en": ("what",), "de": ("was",)},
    {"en": ("which",), "de": ("welche", "welcher", "welches")},
)
"""Question words, each row in every language; one alone asks it of the last question, in the row's first words."""
ASKED = {word: row for row in reversed(ASKS) for words in row.values() for word in words}
"""The row of each of them; the first counts."""

EXACTLY = frozenset("exactly precisely then genau eigentlich denn".split())
LIGHT = frozenset(
    "is are was were did do does has have it this that they he she ist sind war waren hat haben wird wurde wurden es "
    "das dies sie er".split()
)
"""Verbs and pronouns that say no more than a question word alone: "where are they?"."""
OF_A_NAME = frozenset("who what which whom wer was welche welcher welches wen wem".split())
"""Question words with which these ask for themselves: "what is it?", "wer ist das?"."""


@dataclass(frozen=True, slots=True)
class EntityLookup:
    """What is known of names.

    Whether two are of one kind of party; a text with its parties named in a language; whose words a question asks for
    (None for another question); what is known of a language's words.
    """

    same_kind: Callable[[str, str], bool]
    put: Callable[[str, str], str]
    speaker: Callable[[str], str | None]
    wording: Callable[[str], Wording]


@dataclass(frozen=True, slots=True)
class Variants:
    """Questions that a message may mean, the likeliest first; the first that is answered about `thing` does."""

    questions: tuple[str, ...]
    thing: str


@dataclass(frozen=True, slots=True)
class Around:
    """What came before or after what was just shown."""

    earlier: bool


@dataclass(frozen=True, slots=True)
class WhoIsMeant:
    """A pronoun and nothing else: the person has to say whom they mean."""


Followup = str | Intent | Variants | Around | WhoIsMeant


def resolve(text: str, last: str, language: str, entities: EntityLookup) -> Followup:
    """Return what a message wants: a wish, or a question; a message that stands on its own comes back as it is.

    `last` is the question before, in `language`; empty where there was none.
    """
    if found := wish(text):
        return found[0]
    bare = bare_words(text)
    if not bare or not last or len(bare.split()) > MOST_WORDS:
        return text
    if around := _around(bare):
        return around
    if asked := _asking(bare.removeprefix("and ").removeprefix("und "), language):
        return _asked_otherwise(last, asked, language)
    return next(_going_on(text.strip(), last, language, entities), text)


def language_of(text: str) -> str | None:
    """Return the language in which a message is a wish; None for one that is none."""
    found = wish(text)
    return found[1] if found else None


def is_question(text: str) -> bool:
    """Tell whether a text asks for itself, by its mark or by how it begins."""
    bare = bare_words(text)
    return bool(bare) and (text.rstrip().endswith("?") or any(_is_question(bare, cues) for cues in CUES.values()))


def _around(bare: str) -> Around | None:
    """Return what came before or after, where a message asks for it."""
    for cues in CUES.values():
        if cues.earlier.fullmatch(bare):
            return Around(earlier=True)
        if cues.later.fullmatch(bare):
            return Around(earlier=False)
    return None


def _going_on(text: str, last: str, language: str, entities: EntityLookup) -> Iterator[Followup]:
    """Yield what a message that opens with "and" asks: itself, or the last question about something else."""
    for cues in CUES.values():
        if opened := cues.opens.match(text):
            rest = text[opened.end() :]
            bare = bare_words(rest)
            if bare in PRONOUNS:
                yield WhoIsMeant()
            elif _is_question(bare, cues):
                yield rest
            else:
                yield _about(last, entities.put(rest.strip(" ?!."), language), language, entities)


def _asking(bare: str, language: str) -> str | None:
    """Return question words that stand alone, or with "exactly", or ask of what "it" is or does, in a language."""
    words = bare.split()
    while len(words) > 1 and (words[-1] in EXACTLY or (words[-1] in LIGHT and words[0] not in OF_A_NAME)):
        words.pop()
    bare = " ".join(words)
    if bare not in ASKED:
        return None
    same = ASKED[bare][language]
    return bare if bare in same else same[0]


def _is_question(bare: str, cues: Cues) -> bool:
    """Tell whether what comes after "and" asks for itself: "and what did North Korea send?", "and did it?"."""
    starts = (f"{word} " for row in ASKS for words in row.values() for word in words)
    return bare.startswith(tuple(starts)) or bare.split(" ", 1)[0] in cues.verbs


def _asked_otherwise(last: str, asked: str, language: str) -> str:
    """Return the last question with another question word in front."""
    for word in _longest_first(word for row in ASKS for word in row[language]):
        found = re.match(rf"\s*{word}\b\s*", last, re.IGNORECASE)
        if found:
            return f"{asked} {last[found.end() :]}"
    return f"{asked} {last}"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _about(last: str, other: str, language: str, entities: EntityLookup) -> str | Variants:
    """Return the last question about another party; where none of its kind is in it, what it may be about a thing.

    Who was asked for what they say gives way to anybody. Where the other party is in the question already, the two
    change places.
    """
    start, end = next(_replaced(last, other, entities), (-1, -1))
    if start < 0:
        if any(bare_words(other).split(" ", 1)[0] in cues.on for cues in CUES.values()):
            return f"{last.rstrip(' ?!.')} {other}?"
        return Variants(variants(last, other, entities.wording(language)), other)
    there = re.compile(rf"\b{re.escape(other)}\b", re.IGNORECASE)
    return f"{last[:start]}{other}{there.sub(lambda _: last[start:end], last[end:])}"


def _replaced(last: str, other: str, entities: EntityLookup) -> Iterator[tuple[int, int]]:
    """Yield where what the other party may replace stands, the likeliest first."""
    speaker = entities.speaker(last)
    topic = any(bare_words(other).split(" ", 1)[0] in cues.on for cues in CUES.values())
    if speaker and not topic and (start := last.find(speaker)) >= 0:
        yield start, start + len(speaker)
    words = list(WORD.finditer(last))
    for n, first in enumerate(words):
        for final in reversed(words[n : n + LONGEST_NAME]):
            if entities.same_kind(last[first.start() : final.end()], other):
                yield first.start(), final.end()
