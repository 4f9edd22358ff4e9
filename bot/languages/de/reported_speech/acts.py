"""German acts of speech: which verb with a plain object reports a claim, and which tells of an action.

Rule of this room: it looks at the verb's clause; who acts is found elsewhere.
"""

from bot.core.syntax.tagged_text import Phrase, Pos, TaggedText
from bot.languages.de.reported_speech.asked import asked
from bot.languages.de.reported_speech.reports import Report
from bot.languages.de.reported_speech.subjects import is_party_itself
from bot.languages.de.reported_speech.verbs import subjunctive
from bot.languages.de.reported_speech.vocabulary import (
    ACTS,
    DEEDS,
    DENIALS,
    ELABORATED,
    ELABORATION,
    HUMAN_ACTS,
    NAMED_HOW,
    PLUPERFECT,
    POINTING,
    WEAK,
    WEAK_ACTS,
    WITHOUT_OBJECT,
    WORDS_OF_OTHERS,
)


def acts(page: TaggedText, r: Report, phrase: Phrase) -> bool:
    """Tell whether a verb with a plain object reports a claim: ‹X kritisierte Y›."""
    if not ((r.lemma in ACTS and r.lemma not in WEAK) or r.lemma in WEAK_ACTS):
        return False
    first = page.at(phrase.start)
    if first.lower in {"es", "man"} or _tells_of_an_action(page, r):
        return False
    stands = first.pos in {Pos.INDEFINITE, Pos.DEMONSTRATIVE, Pos.PRONOUN}
    if r.lemma in HUMAN_ACTS and not stands and not is_party_itself(page, phrase):
        return False
    if r.lemma in ELABORATED and not ELABORATION.search(page.lowers(r.finite, r.span[1])):
        return False
    reported = (v for v in page.finite(r.clause[1], r.span[1]) if subjunctive(page, v) == 2)  # noqa: PLR2004
    evades = (
        asked(page, page.at(r.verb).sentence) > page.sentence(r.verb)[0]
    )  # ‹Gefragt, warum, verwies er auf das Amt›
    if r.lemma in POINTING and (evades or any(True for _ in reported)):
        return False  # ‹verwies auf ein Gutachten, das ihn entlaste›: the clause is what was said
    behind = page.words(r.finite + 1, r.span[1])
    return r.lemma in WITHOUT_OBJECT or any(t.noun or t.pos in {Pos.PRONOUN, Pos.DEMONSTRATIVE} for t in behind)


def _tells_of_an_action(page: TaggedText, r: Report) -> bool:
    """Tell whether an act is background or has no content of its own: ‹hatte gewarnt›, ‹wies die Vorwürfe zurück›."""
    if page.at(r.finite).lower in PLUPERFECT:
        return True
    words = page.lowers(*page.clause(r.verb))
    how = NAMED_HOW.get(page.at(r.verb).lemma)
    if how is not None and not how.search(words):
        return True
    nothing_new = r.lemma in DENIALS and bool(WORDS_OF_OTHERS.search(words)) and not ELABORATION.search(words)
    deed = DEEDS.get(r.lemma)
    return nothing_new or (deed is not None and bool(deed.search(words)))
