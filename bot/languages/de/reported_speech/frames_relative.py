"""German relative clauses that say what somebody calls a thing: ‹…, den der Rat „zu teuer“ nannte, …›.

Rule of this room: the clause ends with the verb, and what stands between its subject and the verb is the claim.
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.de.reported_speech.subjects import is_party, subject_after
from bot.model import Mode

_RELATIVES = frozenset({"den", "das", "was"})
_CALLS = (
    dict.fromkeys(["nennen", "nennt", "nannte", "nannten"], "")
    | dict.fromkeys(["bezeichnen", "bezeichnet", "bezeichnete", "bezeichneten"], "als")
    | dict.fromkeys(["halten", "hält", "hielt", "hielten"], "für")
)
"""Forms that say what something is called, with the word that goes with them."""
_END = frozenset(".!?")


def called_so(page: TaggedText, sentence: int, _: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹…, was Staatsanwälte Schmiergeld nennen› and ‹…, den der Rat für zu teuer hält, …›."""
    found = (_called(page, start, end) for start, end in page.clauses[sentence])
    return tuple(frame for frame in found if frame is not None)


def _called(page: TaggedText, start: int, end: int) -> ReportingFrame | None:
    while end > start and page.at(end - 1).text in _END:
        end -= 1
    verb, word = end - 1, _CALLS.get(page.at(end - 1).lower)
    if word is None or page.at(start).lower not in _RELATIVES or page.at(start - 1).text != ",":
        return None
    phrase = subject_after(page, start + 1, verb)
    if phrase is None or not is_party(page, phrase):
        return None
    if phrase.end == verb and phrase.end - phrase.start > 1 and not word:
        phrase = Phrase(phrase.start, verb - 1, phrase.start)  # ‹was Staatsanwälte Schmiergeld nennen›
    at = next((k for k in range(phrase.end, verb) if page.at(k).lower == word), None) if word else phrase.end - 1
    if at is None or at + 1 >= verb:
        return None
    content, span = (at + 1, verb), (start, end)
    if page.at(phrase.start).pos is Pos.PRONOUN and not page.opens(content[0]):
        return None  # ‹den sie Tau nennen›: a name
    if page.opens(content[0]):
        quote = page.quotes[page.quotation(content[0])]
        return ReportingFrame(
            "called-so", phrase.range, (verb,), ContentPosition.QUOTE, span, quote, Mode.DIRECT, page.at(verb).lemma
        )
    return ReportingFrame(
        "called-so", phrase.range, (verb,), ContentPosition.CONTENT, span, content, lemma=page.at(verb).lemma
    )
