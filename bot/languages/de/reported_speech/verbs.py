"""German verbs of reporting: which verb it is with its prefix and fixed words, and what clause follows it.

Rule of this room: a verb is looked at in its clause; what it reports is found to its right.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.core.syntax.tagged_text import Pos, Range, TaggedText
from bot.languages.de.reported_speech.party_nouns import STATES
from bot.languages.de.reported_speech.plain import plain_at
from bot.languages.de.reported_speech.vocabulary import (
    CONDITIONAL,
    CUES,
    IN_IDIOMS,
    NOT_SUBJUNCTIVE,
    OTHER_VERB,
    PERFECT,
    PREFIXES,
    SAY,
    SHOWING,
    SMALL_IN_NAMES,
    SPLIT_FAR,
    SUBJUNCTIVE,
    THAT,
    WITH_I,
)

_OPINION = re.compile(r"(ansicht|meinung|auffassung|these|position|standpunkt) ")
_SAME_OPINION = re.compile(
    r" (der|gegenteiliger|anderer|gleicher|derselben|dieser) (ansicht|meinung|auffassung|überzeugung) "
)
_SURE = re.compile(r" (überzeugt|sicher|zuversichtlich|besorgt) ")
_CONCLUSION = re.compile(r" (zu dem|zu der|zum|zur) (schluss|ergebnis|schluß|einschätzung) ")
_IDIOMS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("zeigen", re.compile(rf"(?= .*? sich ).*{STATES.pattern}"), "überzeugt"),
    ("vertreten", _OPINION, "meinen"),
    ("teilen", _OPINION, "meinen"),
    ("erfahren", re.compile(r" (will|wollen) "), "berichten"),
    ("sprechen", re.compile(r" davon "), "sagen"),
    ("sprechen", re.compile(r" (von|vom|aus|dafür|dagegen) "), "bezeichnen"),
    ("machen", re.compile(r" (deutlich|klar|geltend) "), "betonen"),
    ("machen", re.compile(r" zur? \w*(bedingung|auflage|voraussetzung) "), "fordern"),
    ("legen", re.compile(r" wert .*darauf "), "betonen"),
    ("fassen", re.compile(r" (beschluss|entschluss) "), "beschließen"),
    ("schließen", re.compile(r" daraus "), "folgern"),
    ("ziehen", re.compile(r" (schluss|schlussfolgerung|fazit) "), "folgern"),
    ("aufstellen", re.compile(r" (theorie|these|hypothese|behauptung|forderung|vermutung) "), "behaupten"),
    ("stellen", re.compile(r" (ultimatum|forderung) "), "fordern"),
    ("ansehen", re.compile(r" als \w+ "), "urteilen"),
    ("betrachten", re.compile(r" als \w+ "), "werten"),
    ("ausschließen", re.compile(r" nicht "), "meinen"),
    ("nachdenken", re.compile(r" darüber "), "überlegen"),
    ("geben", re.compile(r" (bedenken|verstehen|protokoll|bekannt) "), "betonen"),
    ("kommen", _CONCLUSION, "feststellen"),
    ("bringen", re.compile(r" ausdruck "), "betonen"),
    ("halten", re.compile(r" für "), "bezeichnen"),
    ("gehen", re.compile(r" (davon|von) .*aus $"), "ausgehen"),
    ("gehen", re.compile(r" hervor "), "hervorgehen"),
    ("üben", re.compile(r" kritik "), "kritisieren"),
    ("werfen", re.compile(r" vor $"), "vorwerfen"),
    ("erheben", re.compile(r" vorwürfe? "), "vorwerfen"),
)
"""Verbs with fixed words in their clause, and the verb of saying that they mean together; the first that fits."""

_WITH_WORDS = IN_IDIOMS | {"zeigen", "machen"}
"""Verbs that report with such words only."""

_PREFIX = frozenset({Pos.PARTICLE, Pos.PREPOSITION, Pos.ADVERB, Pos.PREDICATIVE})
_BREAK = frozenset(",;:")
_STOPS = frozenset(",;:.")
_WHAT = frozenset(
    "sagen fragen wissen erklären erläutern beschreiben schildern berichten erzählen verraten verstehen sehen zeigen "
    "ahnen darlegen überlegen hören glauben ausführen mitteilen".split()
)
"""Verbs whose ‹was› asks or tells; behind others it speaks of all that was said: ‹…, was für Streit sorgte›."""
_AIMS = re.compile(r"(ziel|zweck|möglichkeit|chance|aufgabe|recht|versuch|gelegenheit|pflicht|mühe|zeit)(e|en|s)?$")
"""Nouns that an infinitive clause tells of, not the verb: ‹plant einen Umbau mit dem Ziel, … zu …›."""
_REASONS = frozenset({"weil", "da", "sodass", "weshalb"})
"""What opens a clause behind which nothing belongs to the verb before it any more."""
_BESIDE = frozenset({"aber", "hingegen", "dagegen", "jedoch", "allerdings", "wiederum"})
"""Words that set a clause against the one before it."""
_MANNERS = frozenset({"weise"})
"""Nouns that a clause tells of, not the verb: ‹kritisierte die Art und Weise, wie …›."""
_MIN_CLAUSE = 4
_SHORT_SUBJECT = frozenset({Pos.NOUN, Pos.NAME, Pos.PRONOUN, Pos.INDEFINITE, Pos.NOMINAL})
"""What a clause of two words begins with."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that reports: its dictionary form with prefix, and the tokens that make it up."""

    lemma: str
    tokens: tuple[int, ...]


class Kind(StrEnum):
    """What follows a verb of reporting."""

    THAT = "that"
    MAIN = "main"
    """A main clause in the subjunctive."""
    PLAIN = "plain"
    """A main clause in the indicative."""
    TO = "to"
    COLON = "colon"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb reports, and where; for a quotation its range, marks included."""

    kind: Kind
    content: Range


def cue_at(page: TaggedText, i: int) -> Cue | None:
    """Return the verb at a token with its prefix; None where the prefix makes another verb of it (‹sagte ab›)."""
    token, clause = page.at(i), page.clause(i)
    prefixed = _prefix(page, i, clause[1])
    if prefixed is not None:
        return prefixed if prefixed.lemma else None
    if token.lemma in {"geben", "machen"}:
        known = next((k for k in (i - 1, *range(i + 1, clause[1])) if page.at(k).lower == "bekannt"), None)
        if known is not None:
            return Cue("bekanntgeben", tuple(sorted((i, known))))
    if token.lemma in SPLIT_FAR:
        return _far_prefix(page, i, clause[1]) or Cue(token.lemma, (i,))
    return Cue(token.lemma, (i,))


def cue_lemma(page: TaggedText, i: int) -> str:
    """Return a verb's dictionary form with the prefix that closes its clause, whatever the verb."""
    clause = page.clause(i)
    end = clause[1] - 1 - (page.at(clause[1] - 1).text in _STOPS)
    last = page.at(end)
    prefixed = end > i and last.pos is Pos.PARTICLE
    return (last.lower if prefixed else "") + page.at(i).lemma


def _prefix(page: TaggedText, i: int, limit: int) -> Cue | None:
    """Return the verb with the prefix that closes its clause; a cue without a lemma where that is another verb."""
    token = page.at(i)
    for k in range(limit - 1, i, -1):
        word = page.at(k)
        if word.text in _BREAK:
            break
        last = k == limit - 1
        if token.lemma == "machen" and word.lower in {"klar", "deutlich"}:
            return None
        if word.pos is Pos.PARTICLE or (last and word.lower in PREFIXES and word.pos in _PREFIX):
            if word.lower + token.lemma in CUES:
                return Cue(word.lower + token.lemma, (i, k))
            if word.lower == "bekannt" and token.lemma in {"geben", "machen"}:
                return Cue("bekanntgeben", (i, k))
            known = token.lemma in SAY if not last else token.lemma in CUES
            if known and (word.lower in OTHER_VERB or last) and word.lower not in {"weiter", "mit"}:
                return Cue("", (i,))
    return None


def _far_prefix(page: TaggedText, i: int, limit: int) -> Cue | None:
    """Return the verb with a prefix behind an apposition: ‹teilte der Sprecher, Max Muster, mit›."""
    end = page.sentence(i)[1]
    for k in range(limit, end):
        if page.at(k).finite:
            return None
        if page.at(i).lemma == "gehen" and page.at(k).lower == "aus" and page.at(k - 1).lower == "davon":
            return Cue("ausgehen", (i, k))
        known = page.at(k).lower == "bekannt" and page.at(k).lower + page.at(i).lemma in SAY
        if known or (page.at(k).pos is Pos.PARTICLE and page.at(k).lower + page.at(i).lemma in SAY):
            return Cue(page.at(k).lower + page.at(i).lemma, (i, k))
    return None


def idiom(page: TaggedText, i: int, cue: Cue) -> Cue | None:
    """Return the verb of saying that a verb is with its clause's fixed words: ‹vertrat die Ansicht› is ‹meinen›."""
    clause = page.clause(i)
    words = page.lowers(*clause)
    for lemma, pattern, meant in _IDIOMS:
        if cue.lemma == lemma and pattern.search(words):
            particle = meant in {"ausgehen", "vorwerfen"} and page.at(clause[1] - 1).lower in {"aus", "vor"}
            return Cue(meant, (i, clause[1] - 1) if particle else cue.tokens)
    if cue.lemma == "zeigen" and any(t.noun and SHOWING.search(t.lower) for t in page.words(*clause)):
        return cue
    if cue.lemma == "meinen" and page.at(i + 1).lower == "es":
        return None  # ‹Das Wetter meinte es gut›
    alone = cue.lemma in CUES and cue.lemma not in _WITH_WORDS
    return cue if alone else None


def state(page: TaggedText, i: int) -> Cue | None:
    """Return the verb of saying that a form of ‹sein› is with its clause: ‹ist der Ansicht›, ‹ist überzeugt›."""
    if page.at(i).lemma != "sein":
        return None
    words = page.lowers(*page.clause(i))
    if _SAME_OPINION.search(words):
        return Cue("meinen", (i,))
    if _SURE.search(words):
        return Cue("überzeugt", (i,))
    return Cue("rede", (i,)) if " die rede " in words else None


def subjunctive(page: TaggedText, i: int) -> int:
    """Return 2 for a verb that only reports (‹sei›, ‹erhalte›), 1 for one that may (‹würde›), 0 for others."""
    token = page.at(i)
    lower = token.lower
    if lower in SUBJUNCTIVE:
        return 0 if lower in WITH_I and _near_i(page, i) else 2
    if lower in PERFECT:
        return 2
    if lower in CONDITIONAL:
        return 1
    lexical = token.pos is Pos.VERB and lower.isalpha() and lower.endswith("e") and not token.capital and len(lower) > 3  # noqa: PLR2004 - ‹sie›
    determined = page.at(i - 1).pos in {Pos.ARTICLE, Pos.DETERMINER, Pos.PREPOSITION} and page.at(i + 1).noun
    if not lexical or determined or lower in NOT_SUBJUNCTIVE or lower.endswith(("elte", "erte")):
        return 0
    form = {lower + "n", lower[:-3] + "ern" if lower.endswith("ere") else lower[:-2] + "ln"}
    return 2 if token.lemma in form and not _near_i(page, i) else 0


def _near_i(page: TaggedText, i: int) -> bool:
    """Tell whether the sentence says ‹ich› outside of quotations, so that ‹habe› is no subjunctive."""
    return any(t.lower == "ich" and t.quote is None for t in page.words(*page.sentence(i)))


def complement(page: TaggedText, verb: int, limit: int) -> Complement | None:
    """Return what follows a verb up to `limit`: behind a colon, in quotation marks, a clause or an infinitive.

    A clause ends at a semicolon behind which nothing shows that it is reported, and where the main clause goes on with
    another verb: ‹X sagte, dass …, nannte aber keine Namen›.
    """
    found = _complement(page, verb, limit)
    if found is None or found.kind not in {Kind.THAT, Kind.MAIN, Kind.TO}:
        return found
    start, end = found.content
    end = next((i for i in range(start + 1, end) if _turns(page, i)), end)
    stops = (i for i in range(start + 1, end) if page.at(i).text == ";" and page.at(i).quote is None)
    stop = next((i for i in stops if not any(subjunctive(page, v) for v in page.finite(i, end))), end)
    return Complement(found.kind, (start, stop if page.finite(stop, end) else end))


def _turns(page: TaggedText, comma: int) -> bool:
    """Tell whether the main clause goes on behind a comma, with a verb in the indicative and ‹aber›."""
    verb = page.at(comma + 1)
    goes_on = page.at(comma).text == "," and verb.finite and page.at(comma + 2).lower in _BESIDE
    return goes_on and not subjunctive(page, comma + 1)


def _complement(page: TaggedText, verb: int, limit: int) -> Complement | None:
    i, lead = verb + 1, None
    while i < limit:
        token = page.at(i)
        if token.text == ":" and (token.quote is None or page.opens(i + 1)):
            return Complement(Kind.COLON, (i + 1, limit))
        if page.opens(i) and not _named(page, i):
            return Complement(Kind.QUOTE, page.quotes[page.quotation(i)])
        if token.text == "," and i + 1 < limit:
            adds = page.at(i + 1).lower == "was" and page.at(verb).lemma not in _WHAT
            found = None if adds or page.at(i - 1).lower in _MANNERS else _clause(page, i + 1, limit)
            found = None if found and found.kind is Kind.TO and _AIMS.search(page.at(i - 1).lower) else found
            if found is None and (page.at(i + 1).lower in _REASONS or _speaks_itself(page, i + 1, limit)):
                return None
            if found:
                # ‹X meldet, Eva Roth, die krank war, sei gesund›: the claim starts with its subject.
                late = lead is not None and found.kind is Kind.MAIN and page.at(i + 1).finite
                return Complement(found.kind, (lead, found.content[1])) if late and lead is not None else found
            lead = i + 1 if lead is None else lead
            i = _clause_end(page, i + 1, limit)
            continue
        i += 1
    return None


def _speaks_itself(page: TaggedText, i: int, limit: int) -> bool:
    """Tell whether a clause has a speaker of its own: ‹X rechnet mit Regen, der Wirt aber sagte, …›."""
    end = _clause_end(page, i, limit)
    lead = plain_at(page, i, end)
    verb = end - 1
    says = page.at(verb).finite and page.at(verb).lemma in CUES and page.at(end).text in {",", ":"}
    between = page.words(lead.end, verb) if lead and lead.end <= verb else ()
    beside = any(t.lower in _BESIDE for t in between)
    return bool(lead and says and beside and all(t.pos is Pos.ADVERB or t.lower in _BESIDE for t in between))


def _named(page: TaggedText, i: int) -> bool:
    return namelike(page, page.quotation(i))


def _clause_end(page: TaggedText, i: int, limit: int) -> int:
    return next((k for k in range(i, limit) if page.at(k).text in _BREAK), limit)


def _clause(page: TaggedText, i: int, limit: int) -> Complement | None:
    """Return what the clause after a comma is to the verb before it."""
    end = _clause_end(page, i, limit)
    first = page.at(i)
    if first.lower == "so" and page.at(i + 1).lower == "dass":
        return None
    if first.pos in {Pos.ADVERB, Pos.CONJUNCTION} and page.at(i + 1).pos in {Pos.SUBORDINATOR, Pos.QUESTION}:
        first = page.at(i + 1)
    if first.lower in THAT and not (first.lower == "wie" and reports_like(page, i, limit)):
        return Complement(Kind.THAT, (i, limit))
    verbs = page.finite(i, end)
    quotes = any(page.opens(k) and not _named(page, k) for k in range(i, end))
    if quotes and not verbs and end - i >= _MIN_CLAUSE:
        return Complement(Kind.MAIN, (i, limit))
    closing = page.at(end - 1 - (page.at(end - 1).text in _STOPS))
    wants = closing.pos is Pos.TO_INFINITIVE or closing.pos is Pos.INFINITIVE
    told = any(subjunctive(page, v) for v in verbs)
    wants = wants and bool(verbs) and not told and first.pos is Pos.PREPOSITION
    if verbs and not wants:
        return _main(page, i, end, limit, verbs)
    to = first.lower not in {"um", "ohne", "statt", "anstatt"} and any(_is_infinitive(page, k) for k in range(i, end))
    return Complement(Kind.TO, (i, limit)) if to else None


def _main(page: TaggedText, i: int, end: int, limit: int, verbs: tuple[int, ...]) -> Complement | None:
    first, second = page.at(i), page.at(i + 1)
    if any(subjunctive(page, v) for v in verbs) and first.pos is not Pos.RELATIVE:
        return Complement(Kind.MAIN, (i, limit))
    dependent = first.pos in {Pos.RELATIVE, Pos.SUBORDINATOR, Pos.QUESTION}
    dependent = dependent or (first.pos is Pos.PREPOSITION and second.pos is Pos.RELATIVE)
    if dependent or verbs[0] == i or (end - i < _MIN_CLAUSE and verbs[0] != i + 1):
        return None
    if verbs[-1] == end - 1 and not (end - i == 2 and first.pos in _SHORT_SUBJECT):  # noqa: PLR2004 - ‹Helme fehlten›
        return None
    lead = plain_at(page, i, end)
    direct = verbs[0] == i + 1 or (lead is not None and lead.end < end and page.at(lead.end).finite)
    return Complement(Kind.PLAIN, (i, limit)) if direct else None


def _is_infinitive(page: TaggedText, k: int) -> bool:
    infinitive = page.at(k + 1).pos in {Pos.INFINITIVE, Pos.AUXILIARY_INFINITIVE}
    return page.at(k).pos is Pos.TO_INFINITIVE or (page.at(k).lower == "zu" and infinitive)


def reports_like(page: TaggedText, i: int, limit: int) -> bool:
    """Tell whether ‹wie …› names who reports: ‹, wie die Polizei mitteilte,›."""
    end = next((k for k in range(i + 1, limit) if page.at(k).text in _STOPS), limit)
    return any(t.lemma in SAY and t.pos in {Pos.VERB, Pos.PARTICIPLE} for t in page.words(i + 1, end))


def namelike(page: TaggedText, quote: int) -> bool:
    """Tell whether a quotation is a quoted name: few words, capitals, no verb, no ‹als› before it."""
    start, end = page.quotes[quote]
    inside = page.words(start + 1, end - 1)
    words = [t for t in inside if t.text[:1].isalpha()]
    before, two = page.at(start - 1), page.at(start - 2)
    if not words or len(words) > 7 or inside[-1].text in {".", "!", "?"}:  # noqa: PLR2004 - see NAME_QUOTE
        return False
    if any(t.pos in {Pos.VERB, Pos.AUXILIARY, Pos.MODAL} and not t.capital for t in inside):
        return False
    if before.lower in {"als", "von", "vom", "so", "wörtlich"}:
        return False
    if two.lower in {"als", "von"} and before.pos in {Pos.ARTICLE, Pos.ADJECTIVE}:
        return False
    return all(t.capital or t.lower in SMALL_IN_NAMES for t in words)
