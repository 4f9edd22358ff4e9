"""What names the speaker at the start of a paragraph: ‹Q:›, ‹Frage:›, ‹Echo:›, ‹Mayor Ann Cole (laughs):›.

Rule of this room: it says what could be a label; whether an article has labels is decided over all of them.
"""

from dataclasses import dataclass

from bot.core.language_data.reported_speech import DialogueTerms
from bot.core.syntax.tagged_text import Range, TaggedText, Token, is_mark

_LONGEST = 10
"""Tokens before the colon: a title, a name, an age or a gesture in brackets."""
_WORDS = 5
"""Words of a label; more are a clause."""
_INITIALS = 3
"""Letters of somebody's initials, at most."""
DASHES = frozenset({"-", "–", "—"})
BULLETS = DASHES | {"•", "·", "*", "‣", "►", "▪"}


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's label: its words, where what is said begins, and whether it is one of a question or an answer."""

    words: Range
    content: int
    key: str
    asks: bool = False
    answers: bool = False

    @property
    def generic(self) -> bool:
        """Tell whether it names nobody: ‹Q›, ‹Antwort›."""
        return self.asks or self.answers


def label_at(page: TaggedText, terms: DialogueTerms, sentence: int) -> Label | None:
    """Return the label that a sentence starts with, None for none."""
    start, end = page.sentences[sentence]
    while start < end and (page.at(start).text in DASHES or is_mark(page.at(start))):
        start += 1
    single, stop = page.at(start).lower.removesuffix("."), start + (page.at(start + 1).text == ".")
    if len(single) == 1 and single in terms.questions | terms.answers and page.at(stop).text.endswith("."):
        return _generic(terms, (start, start + 1), stop + 1, single)
    colon = next((i for i in range(start + 1, min(end, start + _LONGEST)) if page.at(i).text == ":"), None)
    if colon is None or page.at(colon).quote is not None or is_mark(page.at(colon + 1)):
        return None
    words = start, _without_aside(page, start, colon)
    key = " ".join(t.lower for t in page.words(*words) if t.text[:1].isalnum())
    if key in terms.questions | terms.answers:
        return _generic(terms, words, colon + 1, key)
    if not _is_named(page.words(*words), terms):
        return None
    return Label((_behind_title(page, terms, words), words[1]), colon + 1, key)


def _generic(terms: DialogueTerms, words: Range, content: int, key: str) -> Label:
    return Label(words, content, key, key in terms.questions, key in terms.answers)


def _without_aside(page: TaggedText, start: int, end: int) -> int:
    """Return where a label ends without a gesture or an age: ‹Cole (laughs)›, ‹Ann Cole, 34›."""
    aside = (i for i in range(start + 1, end) if page.at(i).text in {"(", "[", ","} or is_mark(page.at(i)))
    return next(aside, end)


def _behind_title(page: TaggedText, terms: DialogueTerms, words: Range) -> int:
    """Return where a label's name starts behind ‹Mr.› or ‹Frau›."""
    start, end = words
    while start < end - 1 and (page.at(start).lower in terms.forms_of_address or page.at(start).text == "."):
        start += 1
    return start


def _is_named(words: tuple[Token, ...], terms: DialogueTerms) -> bool:
    """Tell whether words can name a speaker: capitals, few, and none that heads a note (‹Foto›, ‹Update›)."""
    spoken = [t for t in words if t.text[:1].isalnum()]
    if not 0 < len(spoken) <= _WORDS or spoken[0].lower in terms.notes or spoken[-1].lower in terms.notes:
        return False
    large = [t for t in spoken if t.capital]
    small = [t for t in spoken if not t.capital and t.lower not in terms.particles]
    return bool(large) and not small and spoken[-1].capital


def is_shouted(page: TaggedText, label: Label) -> bool:
    """Tell whether a label is in capitals: ‹JUDGE COLE›, but for initials."""
    text = page.cut(*label.words)
    return text.isupper() and len(text) > _INITIALS


def initials_of(name: str, letters: str) -> bool:
    """Tell whether letters are somebody's initials: ‹AC› of ‹Ann Cole›."""
    return letters.isupper() and 1 < len(letters) <= _INITIALS and letters == "".join(w[0] for w in name.split())
