"""German frames of last resort: nouns that bring a claim, and any verb before a form that only reports.

Rule of this room: they are tried where no other frame was found in the sentence.
"""

from bot.core.language_data.reported_speech import ContentPosition, ReportingFrame
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.de.reported_speech.noun_phrases import next_phrase
from bot.languages.de.reported_speech.party_nouns import BODY, PERSON, STATES
from bot.languages.de.reported_speech.subjects import is_party, subject
from bot.languages.de.reported_speech.verbs import Kind, complement, namelike, subjunctive
from bot.languages.de.reported_speech.vocabulary import NOUN_CUE, OF_ITS_OWN, OTHERS_CLAIM, PERFECT
from bot.model import Mode

_CLAUSES = frozenset({Kind.THAT, Kind.MAIN, Kind.TO})
_CLEAR = frozenset({"klar", "sicher", "fest", "selbstverständlich", "unverständlich", "offensichtlich"})
"""What something is for somebody: ‹Für Oster steht fest, dass …›."""
_RELAYS = frozenset({"nach", "laut", "gemäß", "gemäss"})
"""What makes a frame of its own of a noun behind it: ‹nach der Einschätzung der Fachleute, die …›."""
_AS_NEAR = 4
"""Words between ‹als› and what somebody calls something."""
_NO_MAIN = frozenset({Pos.SUBORDINATOR, Pos.RELATIVE, Pos.QUESTION})


def noun_with_clause(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹die Ankündigung von X, dass …›, ‹die Forderung der SPD, … zu …›."""
    for i in range(*span):
        token = page.at(i)
        if token.quote is not None or token.pos is not Pos.NOUN or not NOUN_CUE.search(token.lower):
            continue
        if page.at(_first(page, i) - 1).lower in _RELAYS:
            continue
        owner = _owner(page, i, span[1])
        behind = owner.end if owner else i + 1
        follows = complement(page, behind - 1, span[1]) if page.at(behind).text == "," else None
        if follows is None or follows.kind not in _CLAUSES or follows.content[0] != behind + 1:
            continue
        speaker = owner or _from_whom(page, i, span) or _acting(page, i, span) or _itself(page, i, span)
        if speaker is None and follows.kind is Kind.TO:
            continue
        who = speaker.range if speaker else None
        return (
            ReportingFrame(
                "noun-dass",
                who,
                (i,),
                ContentPosition.CONTENT,
                (i, follows.content[0]),
                follows.content,
                lemma=token.lemma,
                ends_at_main_clause=True,
            ),
        )
    return ()


def _owner(page: TaggedText, i: int, limit: int) -> Phrase | None:
    """Return whose claim a noun names: ‹Forderung der SPD›, ‹Forderung von X›."""
    after = page.at(i + 1)
    if i + 1 >= limit or after.text == ",":
        return None
    if after.lower in {"von", "vom"}:
        return next_phrase(page, i + 2, limit)
    return next_phrase(page, i + 1, limit) if after.pos in {Pos.ARTICLE, Pos.NAME, Pos.DETERMINER} else None


def _from_whom(page: TaggedText, i: int, span: Range) -> Phrase | None:
    """Return the party of ‹Von der Polizei kam der Hinweis, dass …› and ‹Aus der Partei kommen Aufrufe, … zu …›."""
    verbs = page.finite(span[0], i)
    comes = len(verbs) == 1 and page.at(verbs[0]).lemma in {"kommen", "stammen", "liegen"}
    opens = page.at(span[0]).lower in {"von", "vom", "aus", "seitens"}
    found = next_phrase(page, span[0] + 1, verbs[0]) if comes and opens else None
    return found if found and is_party(page, found) else None


def _itself(page: TaggedText, i: int, span: Range) -> Phrase | None:
    """Return a request or a suggestion that opens its sentence: ‹Die Bitte, … zu …, blieb ohne Antwort›."""
    start = _first(page, i)
    opens = not page.finite(span[0], i) and OF_ITS_OWN.search(page.at(i).lower)
    return Phrase(start, i + 1, i) if opens and start < i else None


def _first(page: TaggedText, i: int) -> int:
    """Return where a noun's phrase starts: at its adjectives and article."""
    start = i
    while page.at(start - 1).pos in {Pos.ADJECTIVE, Pos.NUMBER}:
        start -= 1
    return start - (page.at(start - 1).pos in {Pos.ARTICLE, Pos.DETERMINER})


def _acting(page: TaggedText, i: int, span: Range) -> Phrase | None:
    """Return who holds a claim: ‹X äußerte die Hoffnung, dass …›; ‹X wies die Behauptung zurück, dass …› doesn't."""
    with_it = page.at(_first(page, i) - 1).lower == "mit"  # ‹X wandte sich an Y mit der Bitte, … zu …›
    if (OTHERS_CLAIM.search(page.at(i).lower) and not with_it) or page.at(i - 1).lower in {"im", "in", "unter"}:
        return None  # ‹X steht im Verdacht, … zu …›
    verbs = page.finite(span[0], i)
    found = subject(page, verbs[-1]) if verbs else None
    return found if found and is_party(page, found) and not found.start <= i < found.end else None


def for_x(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹Für X sei der Rücktritt verständlich›: before a form that only reports, ‹für› names who says so."""
    i = span[0] + (page.at(span[0]).lower in {"auch", "selbst", "doch", "und"})
    phrase = next_phrase(page, i + 1, span[1]) if page.at(i).lower == "für" else None
    if phrase is None or not _is_partys(page, phrase):
        return ()
    verb = phrase.end
    clear = page.at(verb).lemma in {"sein", "stehen"} and page.at(verb + 1).lower in _CLEAR
    follows = complement(page, verb + 1, span[1]) if clear else None
    if follows and follows.kind in _CLAUSES | {Kind.PLAIN, Kind.COLON}:
        place = (i, follows.content[0])
        colon = follows.kind is Kind.COLON
        return (
            ReportingFrame(
                "für-X", phrase.range, (i, verb + 1), ContentPosition.CONTENT, place, follows.content, colon=colon
            ),
        )
    called = next((k for k in range(verb, span[1]) if page.opens(k)), None) if page.at(verb).lemma == "sein" else None
    if called is not None:
        quote = page.quotes[page.quotation(called)]
        return (
            ReportingFrame("für-X", phrase.range, (i,), ContentPosition.QUOTE, (i, phrase.end), quote, Mode.DIRECT),
        )
    if not page.at(verb).finite or subjunctive(page, verb) != 2:  # noqa: PLR2004
        return ()
    return (ReportingFrame("für-X", phrase.range, (i,), ContentPosition.AROUND, (i, phrase.end)),)


def _is_partys(page: TaggedText, phrase: Phrase) -> bool:
    """Tell whether the phrase itself is a party, not what it owns: ‹das Ansehen des Rats›."""
    heads = page.words(phrase.start, phrase.head + 1)
    return any(t.noun and (t.pos is Pos.NAME or PERSON.search(t.lower) or BODY.search(t.lower)) for t in heads)


def calls(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹X feierte die Absage als „großen Erfolg“›: a party's verb, whatever it is, before ‹als› and a quotation."""
    for k in range(*span):
        verbs = page.finite(span[0], k) if page.opens(k) and not namelike(page, page.quotation(k)) else ()
        as_ = verbs and "als" in {t.lower for t in page.words(max(verbs[-1], k - _AS_NEAR), k)}
        if not as_ or page.clause(verbs[-1]) != page.clause(k - 1) or " sich " in page.lowers(*page.clause(k - 1)):
            continue
        who = subject(page, verbs[-1])
        if who and is_party(page, who) and page.at(verbs[-1]).lemma not in {"werden", "sein", "gelten"}:
            quote = page.quotes[page.quotation(k)]
            cue = (verbs[-1],)
            return (ReportingFrame("als-quote", who.range, cue, ContentPosition.QUOTE, span, quote, Mode.DIRECT),)
    return ()


def known(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find ‹wurde bekannt, dass …›, which names nobody."""
    for i in range(*span):
        token = page.at(i)
        if (
            token.lower != "bekannt"
            or token.quote is not None
            or not any(t.lemma == "werden" for t in page.words(*page.clause(i)))
        ):
            continue
        follows = complement(page, i, span[1])
        if follows and follows.kind is Kind.THAT:
            return (
                ReportingFrame(
                    "bekannt",
                    None,
                    (i,),
                    ContentPosition.CONTENT,
                    (span[0], follows.content[0]),
                    follows.content,
                    lemma="bekannt",
                ),
            )
    return ()


def subjunctive_clause(page: TaggedText, _: int, span: Range) -> tuple[ReportingFrame, ...]:
    """Find any verb of a party before a clause that only reports: ‹X verwies auf Regeln, die gelten müssten›."""
    verbs = page.finite(*span)
    if len(verbs) < 2 or subjunctive(page, verbs[0]):  # noqa: PLR2004 - a main verb and a reporting one
        return ()
    clause = page.clause(verbs[0])
    first = page.at(clause[0])
    if first.pos in _NO_MAIN or first.lower in {"dass", "ob", "wenn"}:
        return ()
    strong = (v for v in verbs[1:] if subjunctive(page, v) == 2 and page.at(v).lower not in PERFECT)  # noqa: PLR2004
    if not any(page.clause(v) != clause for v in strong):
        return ()
    mere = page.at(verbs[0]).lemma == "sein" and not STATES.search(page.lowers(*clause))
    if mere or page.at(verbs[0]).lemma == "sollen":
        return ()
    who = subject(page, verbs[0])
    if who is None or not is_party(page, who):
        return ()
    content = (min(clause[1] + 1, span[1]), span[1])
    return (
        ReportingFrame(
            "konj-subj",
            who.range,
            (verbs[0],),
            ContentPosition.CONTENT,
            (span[0], content[0]),
            content,
            lemma=page.at(verbs[0]).lemma,
        ),
    )
