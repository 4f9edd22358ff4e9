"""What the core knows of how a language reports speech: frames, tables and small functions.

Rule of this room: no word of a language stands here; `bot.languages` fills a `ReportedSpeech`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.syntax.tagged_text import Phrase, Range, TaggedText, Tagger
from bot.model import Confidence, CueClass, Mode


class ContentPosition(StrEnum):
    """Where a frame's claim stands."""

    AROUND = "around"
    """The rest of the sentence, before and after the frame: ‹Laut X …›, ‹…, wie X mitteilte, …›."""
    BEFORE = "before"
    """What stands before the frame: ‹…, sagte X›; the sentence before where the frame opens its own."""
    CONTENT = "content"
    """The range that the frame names: ‹X sagte, dass …›."""
    SENTENCE = "sentence"
    """The whole sentence, frame and all: ‹X kritisierte Y›."""
    PREVIOUS = "previous"
    """The sentence before: ‹Das sagte X›."""
    QUOTE = "quote"
    """The quotation beside the cue: ‹X bezeichnete Y als „…“›."""


@dataclass(frozen=True, slots=True)
class ReportingFrame:
    """A pattern that names a speaker: where it stands, its cue, and where its claim is to be found.

    `speaker` is None where the words report without saying whom (‹es hieß, dass …›). `frame_start` is the token at
    which a frame that follows its claim begins; `after_quote` tells that a quotation closes right before it.
    """

    rule: str
    speaker: Range | None
    cue: tuple[int, ...]
    position: ContentPosition
    span: Range
    content: Range | None = None
    mode: Mode = Mode.INDIRECT
    lemma: str = ""
    relays: bool = False
    """Whether it says on whom another speaker relies: ‹unter Berufung auf›."""
    anaphoric: bool = False
    """Whether its speaker is that of the sentence before: ‹demnach›."""
    frame_start: int | None = None
    after_quote: bool = False
    ends_at_main_clause: bool = False
    """Whether its claim ends where the main clause goes on: ‹Die Forderung, mehr zu zahlen, ist alt›."""
    anaphor: Range | None = None
    """The word that stands for the speaker in the frame, where the speaker is named before it: ‹, der sagte, …›."""
    colon: bool = False
    """Whether its claim stands behind a colon, and so in the next sentence where the colon ends this one."""


class MarkerStrength(StrEnum):
    """How a sentence without a frame shows that it reports."""

    STRONG = "strong"
    """A form that is hardly anything but reported speech: ‹sei›, ‹habe›."""
    PERFECT = "perfect"
    """A form that is reported speech after reported speech: ‹hätte›, ‹wäre›."""
    WEAK = "weak"
    """A form that goes on with reported speech, but may be a mere condition: ‹würde›, ‹könnte›, ‹would›."""
    PLAN = "plan"
    """‹soll› of a plan or an order; reported only where it goes on with what someone said."""
    RUMOUR = "rumour"
    """‹soll … haben›: reported, by who was last to speak or by nobody named."""
    DOUBT = "doubt"
    """‹angeblich›, ‹offenbar›, ‹reportedly›: reported, and nobody is named."""


@dataclass(frozen=True, slots=True)
class ReportingMarker:
    """What a sentence without a frame shows, and the words that show it."""

    strengths: frozenset[MarkerStrength] = frozenset()
    cue: tuple[int, ...] = ()


class Gender(StrEnum):
    """What a mention's words say of the party's grammatical or natural gender."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun can stand for; `plural` is None where only the verb tells, `gender` None where any will do."""

    gender: Gender | None
    plural: bool | None
    persons: bool = True
    bodies: bool = False
    unclear: bool = True
    """Whether a name alone will do, which a person or a body can have; not for ‹her view›."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a phrase's words say of the party: its name, its role, the nouns that head it, and what it can agree with.

    `kinds` are its nouns in small letters; `origins` the stems of its nationality adjectives; `document` tells that
    words on paper speak (‹Bericht›, ‹Angaben›), `person` and `body` that a human being or an organisation does.
    """

    name: str | None = None
    role: str | None = None
    kinds: tuple[str, ...] = ()
    origins: frozenset[str] = frozenset()
    gender: Gender | None = None
    plural: bool | None = None
    person: bool = False
    body: bool = False
    document: bool = False
    definite: bool = False
    anaphor: bool = False
    """Whether it can only mean someone named before: ‹der 61-Jährige›."""
    description: str | None = None
    """A definite phrase as a title of the party, for one without a name: ‹Außenminister Nordkoreas›."""
    members: tuple[Range, ...] = ()
    """The mentions of several parties that speak together, ‹Südkorea und die USA›; the name has all of them."""
    owner: str | None = None
    """Whose papers, figures or words they are, as a name: ‹Schätzungen Südkoreas› belong to ‹Südkorea›."""
    possessor: Pronoun | None = None
    """Whose words they are, where a possessive tells: ‹seinen Angaben›, ‹her view›."""
    alias: str | None = None
    """The short form in parentheses behind a name: ‹World Health Organisation (WHO)›."""
    unclear: bool = False
    """Whether only a name tells of the party, which a person or a body can have: ‹Ostler›, ‹Norcon›."""


def nobody(_: TaggedText, __: int) -> Phrase | None:
    """Return None: a language without the form that only reports needs not know who acts."""
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """What found a claim, and what follows from it for other claims.

    `name` is what figures by rule are kept under; `quotation` tells that a frame names a quotation's speaker,
    `relaying` that the frame's speaker carries another one's words, `subordinate` that it stands in a subordinate
    clause.
    """

    name: str
    quotation: bool = False
    relaying: bool = False
    subordinate: bool = False
    retractable: bool = False
    """Whether ‹Das sagte X.› in the next sentence takes the claim back."""
    tentative: bool = False
    """Whether ‹Das sagte X.› in the next sentence may speak of the same sentence."""


def unasked(page: TaggedText, sentence: int) -> int:
    """Return where a sentence starts: no reporter's question comes before its answer."""
    return page.sentences[sentence][0]


def untitled(_: TaggedText, __: int) -> bool:
    """Return False: a quotation is no title."""
    return False


def same(page: TaggedText) -> TaggedText:
    """Return a page as it is."""
    return page


def never_apart(_: TaggedText, __: "ReportingFrame") -> int | None:
    """Return None: nothing tells where a clause with a speaker of its own begins."""
    return None


FrameRule = Callable[[TaggedText, int, Range], "tuple[ReportingFrame, ...]"]
"""A rule: page, number of a sentence and its range in, frames out (in text order)."""


@dataclass(frozen=True, slots=True)
class DialogueTerms:
    """The words by which a language marks interviews and transcripts; all in small letters.

    `questions` and `answers` are labels that name nobody, `notes` what heads a line that is no speech (‹Foto:›),
    `particles` the small words of names.
    """

    questions: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    reporter: frozenset[str] = frozenset()
    """Pronouns of who writes the article, outside of quotations: ‹ich›, ‹we›."""
    second_person: frozenset[str] = frozenset()
    """Words that speak to somebody; those with a capital count with it alone, and not at a start: ‹Sie›."""
    opening_pronouns: frozenset[str] = frozenset()
    """Those that speak to somebody at the start of a heading, too, as they are written there."""
    forms_of_address: frozenset[str] = frozenset()
    """What stands before the name of who is spoken to: ‹Frau›, ‹Mr›."""
    staff: frozenset[str] = frozenset()
    """Nouns of who asks: ‹reporter›."""
    announcing: re.Pattern[str] = re.compile("(?!)")
    """What a headline or lead says of an interview: ‹Drei Fragen an …›."""
    conducting: re.Pattern[str] = re.compile("(?!)")
    """What names the interviewer, not the interviewee: ‹Das Gespräch führte …›."""


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """How one language says who says so.

    `rules` are all tried on each sentence. `confidence_by_rule` gives each rule's confidence from its measured
    precision; one that it doesn't hold is of medium confidence, and one in `disabled` says nothing. Tables of rules
    hold their names; those of a frame that names a quotation's speaker are other rules (`rule_of`).
    """

    tag: Tagger
    abbreviations: frozenset[str]
    rules: tuple[FrameRule, ...]
    fallbacks: tuple[FrameRule, ...]
    """Tried where no verb was found that reports."""
    last_resorts: tuple[FrameRule, ...]
    """Tried where nothing else was found."""
    marker: Callable[[TaggedText, int], ReportingMarker]
    phrase_at: Callable[[TaggedText, int, int], Phrase | None]
    """The phrase that starts at a token, up to a limit."""
    subject: Callable[[TaggedText, int], Phrase | None]
    """The subject of a finite verb, by the verb's token."""
    party_subject: Callable[[TaggedText, int], Phrase | None]
    """The first subject of a sentence that is a person or a body."""
    document_subject: Callable[[TaggedText, int], Phrase | None]
    """The first words on paper in a sentence: ‹einer Mitteilung der Polizei›."""
    subject_after: Callable[[TaggedText, int, int], Phrase | None]
    """The first phrase of a range that can be a subject."""
    can_speak: Callable[[TaggedText, Range | None], bool]
    """Whether a phrase can be somebody's mention; ‹I›, ‹we› and ‹one› are the paper's or the reader's."""
    is_quoted_name: Callable[[TaggedText, int], bool]
    """Whether a quotation (by its number) is a quoted name."""
    profile: Callable[[TaggedText, Range], Profile]
    mentions: Callable[[TaggedText, int], tuple[tuple[Range, bool], ...]]
    """The parties of a sentence that can be meant later, and whether each is a subject."""
    pronouns: Mapping[str, Pronoun]
    classes_of_kind: Mapping[str, str]
    """Nouns that mean the same sort of party: ‹newspaper› and ‹daily› to ‹press›."""
    generic: frozenset[str]
    """Nouns that can mean any body named before, where only one fits: ‹the company›, ‹die Behörde›."""
    stem: Callable[[str], str]
    """A name without its case ending: ‹Südkoreas› to ‹Südkorea›."""
    classes: Mapping[str, CueClass]
    medium: Callable[[TaggedText, ReportingFrame], Range | None]
    date: Callable[[TaggedText, ReportingFrame], Range | None]
    confidence_by_rule: Mapping[str, Confidence]
    agent: Callable[[TaggedText, int], Phrase | None] = nobody
    """Who does something in a sentence, as a person or a body: whoever goes on to speak is most likely the one."""
    dialogue: DialogueTerms = DialogueTerms()
    """How interviews and transcripts are marked."""
    asked: Callable[[TaggedText, int], int] = unasked
    """Where a reporter's question ends with which a sentence begins: ‹Auf die Frage, ob …, sagte X›."""
    titled: Callable[[TaggedText, int], bool] = untitled
    """Whether a quotation (by its number) is a title or an inscription: ‹das Buch „…“›."""
    learn: Callable[[TaggedText], TaggedText] = same
    """A page whose names are known better once the whole article was read."""
    tells_who_acts: bool = False
    """Whether `agent` tells the active from the passive."""
    apart: Callable[[TaggedText, ReportingFrame], int | None] = never_apart
    """The mark before a frame's clause where that stands beside another speaker's: ‹…, but the mayor said …›."""
    disabled: frozenset[str] = frozenset()
    speakerless: frozenset[str] = frozenset()
    """Rules that tell that somebody speaks, but name nobody: their speakers were wrong as often as right."""
    relaying: frozenset[str] = frozenset()
    """Frames whose speaker carries the words of another that speaks in the same sentence: ‹sagte er laut X›."""
    subordinate: frozenset[str] = frozenset()
    """Frames in subordinate clauses: their speaker does not go on in the next sentence where another one speaks."""
    tentative: frozenset[str] = frozenset()
    """Frames of a sentence that ‹Das sagte X.› behind it can give to X as well."""
    behind_quotes: frozenset[str] = frozenset()
    """Frames that stand behind what they report, so that even a quoted word before them is somebody's."""

    plural_endings: tuple[str, ...] = ()
    """What ends a finite verb in the plural, for pronouns of which only the verb tells the number."""
    elisions: frozenset[str] = frozenset()
    """What is a word of its own before an apostrophe, in small letters: ‹l’usine› is two words in French."""

    def rule_of(self, frame: ReportingFrame, *, quotation: bool = False) -> Rule:
        """Return the rule of a claim that a frame makes, or of the quotation whose speaker it names."""
        return Rule(
            f"quote<{frame.rule}" if quotation else frame.rule,
            quotation,
            relaying=frame.rule in self.relaying,
            subordinate=frame.rule in self.subordinate,
            tentative=frame.rule in self.tentative and not quotation,
        )
