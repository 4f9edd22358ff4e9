"""What an English phrase says of a party: name, role, gender, number, and whose papers speak.

Rule of this room: it reads one phrase; which phrases mean the same party is decided in the core.
"""

from dataclasses import replace

from bot.core.language_data.reported_speech import Gender, Profile, Pronoun
from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText, Token
from bot.languages.en.reported_speech.lists import parts, together
from bot.languages.en.reported_speech.noun_phrases import linked_at, phrase_at, plain_at, subject
from bot.languages.en.reported_speech.vocabulary import (
    BODY,
    COMPANY,
    DOCUMENT,
    FEMALE,
    FIRM,
    MALE,
    OWN_WORDS,
    PERSON,
    PRESS,
    TIME,
    TITLES,
)
from bot.languages.given_names import gender_of

PRONOUNS = {
    "he": Pronoun(Gender.MASCULINE, plural=False),
    "him": Pronoun(Gender.MASCULINE, plural=False),
    "she": Pronoun(Gender.FEMININE, plural=False),
    "her": Pronoun(Gender.FEMININE, plural=False),
    "it": Pronoun(Gender.NEUTER, plural=False, persons=False, bodies=True),
    "they": Pronoun(None, plural=True, bodies=True),
    "them": Pronoun(None, plural=True, bodies=True),
}
_POSSESSORS = {
    "his": Pronoun(Gender.MASCULINE, plural=False, unclear=False),
    "her": Pronoun(Gender.FEMININE, plural=False, unclear=False),
    "its": Pronoun(Gender.NEUTER, plural=False, persons=False, bodies=True),
    "their": Pronoun(None, plural=True, bodies=True),
}
KINDS = dict.fromkeys(COMPANY, "company") | dict.fromkeys(PRESS, "press") | dict.fromkeys(["police", "force"], "police")
"""Nouns by the sort of party that they mean."""
GENERIC = frozenset(
    "company firm business group corporation organisation organization agency body charity bank retailer airline "
    "manufacturer maker operator regulator watchdog union association".split()
)
"""Nouns that can mean any body named before, where only one fits."""
_NAMES = frozenset({Pos.NAME, Pos.NOMINAL})
_PARTICLES = frozenset({"of", "de", "van", "von", "al", "el", "bin", "the", "&", "and", "for"})
_OWNED = frozenset({Pos.NOUN, Pos.ADJECTIVE})
"""What goes on with a phrase whose first word is no name: ‹the Finnish online guide›."""
_OF_BODY = frozenset({"of", "for", "the", "&"})
"""Of these, those in the names of bodies only."""
_SILENT = frozenset({"i", "we", "you", "us", "me", "there"})
_PLURALS = ("s", "men", "children", "people")
_OWNER = 4
"""Words in which the owner of ‹North Korea’s foreign minister› stands."""
_ACTING = frozenset({"he", "she"})
_CREDITS = frozenset({"photo", "photos", "picture", "pictures", "image", "credit", "photograph"})
"""Words before the colon and the name of who took a picture."""
_MAX_NAME = 8
_HEADS = 3
"""Nouns of a phrase that tell what its party is."""


def stem(name: str) -> str:
    """Return a name without its possessive ending: ‹Halden’s› to ‹Halden›."""
    for ending in ("'s", "’s"):
        if name.endswith(ending):
            return name[: -len(ending)]
    return name.rstrip("'’")


def can_speak(page: TaggedText, span: Range | None) -> bool:
    """Tell whether a phrase can be a party; ‹I›, ‹we› and ‹you› are not."""
    return span is None or span[1] - span[0] > 1 or page.at(span[0]).lower not in _SILENT


def profile(page: TaggedText, span: Range) -> Profile:
    """Return what the words of a phrase say of the party."""
    start, end = span
    tokens = page.words(start, end)
    run = _name_run(page, start, end)
    comma = next((i for i in range(start, end) if page.at(i).text == ","), end)
    nouns = [
        t.lower
        for t in tokens
        if t.pos in {Pos.NOUN, Pos.NOMINAL} and not (run and run[0] <= tokens.index(t) + start < run[1])
    ]
    role = _role(page, start, end, run)
    last = page.at(run[1] - 1) if run else None
    person = any(PERSON.search(n) for n in nouns) or (run is not None and _personal(page, run))
    every = dict.fromkeys([*_head_nouns(page, start, end, nouns), *([last.lower] if last else [])])
    kinds = tuple(k for k in every if not (person and k in KINDS))  # ‹Norcon Motors boss Ann Lee› is no company
    document = (
        bool(nouns)
        and bool(DOCUMENT.search(_head_noun(page, start, comma)))
        and not any(PERSON.search(n) for n in nouns[:1])
    )
    found = Profile(
        name=_clean(page, run) if run else None,
        role=role,
        kinds=kinds,
        origins=frozenset(t.lower for t in tokens[1:] if t.pos is Pos.ADJECTIVE and t.capital),
        gender=_gender(page, span),
        plural=_plural(page, span),
        person=person and not document,
        body=any(BODY.search(k) for k in kinds) or (run is not None and not person),
        unclear=run is not None and not person and not _says_body(page, run, kinds),
        alias=page.short_form(start, end),
        document=document,
        definite=page.at(start).lower in {"the", "this", "that", "these", "its", "their"},
        description=_description(page, start, end) if run is None else None,
    )
    words = run is None and OWN_WORDS.search(page.at(end - 1).lower) is not None
    found = replace(found, possessor=_POSSESSORS.get(page.at(start).lower)) if words else found
    return _joint(page, span, _owned(page, span, found))


def _head_nouns(page: TaggedText, start: int, end: int, nouns: list[str]) -> list[str]:
    """Return the nouns of a phrase but for those behind its first preposition: the mob of ‹the mob of the force›."""
    link = next((i for i in range(start + 1, end) if page.at(i).pos is Pos.PREPOSITION), end)
    heads = {t.lower for t in page.words(start, link)}
    return [n for n in nouns if n in heads][:_HEADS]


def _says_body(page: TaggedText, run: Range, kinds: tuple[str, ...]) -> bool:
    """Tell whether the words themselves are those of a body: ‹Dorne Steel›, ‹the agency NIA›, ‹Labour Party›."""
    named = any(FIRM.match(t.lower) or BODY.search(t.lower) or t.text.isupper() for t in page.words(*run))
    return named or any(BODY.search(k) or k in KINDS for k in kinds)


def _joint(page: TaggedText, span: Range, found: Profile) -> Profile:
    """Add the names of all who speak together: ‹Britain and Norway›, ‹Mary Cole, Tom Dean and Ann Marsh›."""
    every = parts(page, span)
    if found.document or len(every) == 1:
        return found
    reads = plain_at if len(every) == 2 else linked_at  # noqa: PLR2004 - ‹Ann Lee of Leeds and York› is one
    if not all((p := reads(page, *part)) is not None and p.end == part[1] for part in every):
        return found
    spans = together(page, every)
    names = [name for part in spans if (name := profile(page, part).name)]
    if len(names) == len(spans) > 1:
        name = f"{', '.join(stem(n) for n in names[:-1])} and {stem(names[-1])}"
        return replace(found, name=name, role=None, members=spans, plural=True, person=False)
    if len(spans) > 2 and page.at(span[1]).finite:  # noqa: PLR2004 - a list, for no comma closes an apposition
        the = page.at(span[0]).lower == "the"
        whole = page.cut(span[0] + the, span[1])
        return replace(found, name=None, role=None, description=whole, members=spans, plural=True, person=False)
    return found


def _description(page: TaggedText, start: int, end: int) -> str | None:
    """Return a definite phrase as a title: ‹the minister› to ‹minister›, ‹Peru’s envoy› as it stands."""
    first = page.at(start)
    if first.lower in {"the", "this", "that", "these"}:
        return stem(page.cut(start + 1, end)) or None
    owned = any(t.pos is Pos.POSSESSIVE for t in page.words(start, min(end, start + _OWNER)))
    bare = end - start == 1 and first.pos is Pos.NOUN
    return page.cut(start, end) if owned or bare else None


def _head_noun(page: TaggedText, start: int, end: int) -> str:
    phrase = plain_at(page, start, end)
    return page.at(phrase.head).lower if phrase else ""


def _name_run(page: TaggedText, start: int, end: int) -> Range | None:
    """Return the party's name: the first run of names that is not behind a preposition or owns something else."""
    i = start
    best: Range | None = None
    while i < end:
        token = page.at(i)
        firm = _is_firm(page, i)
        titled = (
            PERSON.search(token.lower)
            and (token.pos is Pos.NOMINAL or page.at(i + 1).pos in _NAMES)
            and not _is_last(page, i)
        )
        if not (token.pos in _NAMES or firm) or (titled and not firm) or TIME.match(token.lower):
            i += 1
            continue
        before = page.at(i - 1)
        if i - 1 == start and before.pos is Pos.NOUN and before.capital and token.pos is Pos.NOMINAL:
            i -= 0 if PERSON.search(before.lower) else 1
        j = _run_end(page, i, end)
        i = _behind_office(page, i, j)
        linked = i > start and page.at(i - 1).pos is Pos.PREPOSITION
        determined = i - 1 > start and page.at(i - 1).lower == "the" and page.at(i - 2).pos is Pos.PREPOSITION
        owner = page.at(j).pos is Pos.POSSESSIVE and j < end
        ownership = page.at(j - 1).pos is Pos.POSSESSIVE or (j < end and page.at(j).pos in _OWNED)
        origin = any(t.lower in {"a", "an"} for t in page.words(max(start, i - 4), i)) and j - i == 1
        if not (linked or determined or owner or ownership or origin) and (
            best is None or (best[1] - best[0] == 1 and j - i > 1)
        ):
            best = (i, j)
        i = j
    return best


def _is_last(page: TaggedText, i: int) -> bool:
    """Tell whether a last name only looks like an office: ‹Professor Eastman›, ‹Ann Baker›, ‹Ms Chapman›."""
    before, after = page.at(i - 1), page.at(i + 1)
    titled = before.lower in TITLES or gender_of(before.text) is not None or bool(PERSON.search(before.lower))
    return before.capital and titled and after.pos not in _NAMES


def _is_firm(page: TaggedText, i: int) -> bool:
    """Tell whether an office is the first word of a firm's name: ‹General Motors›, ‹Premier Foods›."""
    after = page.at(i + 1)
    office = page.at(i).capital and PERSON.search(page.at(i).lower) is not None
    return office and after.capital and after.noun and FIRM.match(after.lower) is not None


def _behind_office(page: TaggedText, i: int, j: int) -> int:
    """Return where a name begins behind a nationality and an office: ‹French Finance Minister Anne Dubois›."""
    office = next((k for k in range(j - 2, i, -1) if PERSON.search(page.at(k).lower) and not _is_firm(page, k)), None)
    return i if office is None or page.at(office).text.endswith(("'s", "’s")) else office + 1


def _run_end(page: TaggedText, i: int, end: int) -> int:
    j = i + 1
    while j < end and j - i < _MAX_NAME:
        token = page.at(j)
        inner = token.lower in _PARTICLES and page.at(j + 1).pos in _NAMES and j + 1 < end and token.lower != "and"
        inner = inner and not (token.lower in _OF_BODY and gender_of(page.at(i).text))
        owner = token.pos is Pos.POSSESSIVE and token.capital and page.at(j + 1).pos in _NAMES
        if token.pos not in _NAMES and not inner and not owner and token.text != "&":
            break
        j += 1
    return j


def _clean(page: TaggedText, run: Range) -> str:
    """Return a name without titles in front: ‹Dr Ruth Okafor› and ‹North Valley Sen. Ruth Okafor› to ‹Ruth Okafor›."""
    start, end = run
    titles = [i for i in range(start, end - 1) if page.at(i).lower in TITLES]
    start = titles[-1] + 1 if titles else start + (end - start > 1 and page.at(start).lower == "the")
    return page.cut(start, end)


def _personal(page: TaggedText, run: Range) -> bool:
    """Tell whether a name looks like a person's: a title, a first name, or two names and no common noun among them."""
    words = page.words(*run)
    if page.at(run[0] - 1).lower in TITLES or any(t.lower in TITLES for t in words):
        return True
    of_body = any(BODY.search(t.lower) or FIRM.match(t.lower) or t.lower in PRESS | COMPANY for t in words)
    if of_body or page.at(run[0] - 1).lower == "the":
        return False
    if len(words) == 1:
        return gender_of(words[0].text) is not None and page.at(run[0] - 1).pos is not Pos.PREPOSITION
    return gender_of(words[0].text) is not None or all(t.pos is Pos.NAME for t in words)


def _role(page: TaggedText, start: int, end: int, run: Range | None) -> str | None:
    """Return the words that say what a named party is: before the name, behind a comma, or in ‹, who …›."""
    if run is None:
        return None
    before = run[0] - (page.at(run[0] - 1).text == ",")
    if before > start and any(_tells(page.at(i)) for i in range(start, before)):
        return page.cut(start, before)
    if page.at(run[1]).text == "," and run[1] + 1 < end and page.at(run[1] + 1).pos is not Pos.GERUND:
        return page.cut(run[1] + 1, end)
    return None


def _tells(token: Token) -> bool:
    return token.lower not in TITLES and (token.noun or token.pos in _NAMES)


def _gender(page: TaggedText, span: Range) -> Gender | None:
    owner = next((i + 1 for i in range(span[1] - 2, span[0] - 1, -1) if page.at(i).pos is Pos.POSSESSIVE), span[0])
    words = {t.lower for t in page.words(owner, span[1])} | {page.at(span[0] - 1).lower}
    if words & FEMALE:
        return Gender.FEMININE
    return Gender.MASCULINE if words & MALE else _given(page, _name_run(page, *span))


def _given(page: TaggedText, run: Range | None) -> Gender | None:
    """Return the gender of a person's first name."""
    names = [t.text for t in page.words(*run) if t.pos in _NAMES and t.lower not in TITLES] if run else []
    return gender_of(names[0]) if names else None


def _plural(page: TaggedText, span: Range) -> bool | None:
    if any(t.lower == "and" for t in page.words(*span)):
        return None
    phrase = plain_at(page, *span)
    head = page.at(phrase.head) if phrase else None
    if head is None or head.pos is not Pos.NOUN:
        return None
    return head.lower.endswith(_PLURALS) and (head.lemma != head.lower or head.lower == "people")


def _owned(page: TaggedText, span: Range, found: Profile) -> Profile:
    """Add whose papers they are: ‹data from the tracking service Marilog›, ‹information obtained by the agency dpa›."""
    if not found.document:
        return found
    if found.name:
        return replace(found, role=None)
    link = next((i for i in range(span[0] + 1, span[1]) if page.at(i).lower in {"from", "by"}), None)
    phrase = phrase_at(page, link + 1, span[1]) if link else None
    name = profile(page, phrase.range).name if phrase else None
    return replace(found, name=name, owner=name) if name else found


def mentions(page: TaggedText, sentence: int) -> tuple[tuple[Range, bool], ...]:
    """Return the persons and bodies of a sentence, and pronouns, each with whether it is a subject."""
    start, end = page.sentences[sentence]
    verbs = page.finite(start, end)
    first = subject(page, verbs[0]) if verbs else None
    found: list[tuple[Range, bool]] = []
    i = start
    while i < end:
        phrase = _mention(page, i, end)
        if phrase is None:
            i += 1
            continue
        found.append((phrase.range, first is not None and phrase.start == first.start))
        i = phrase.end
    return tuple(found)


def _mention(page: TaggedText, i: int, end: int) -> Phrase | None:
    token = page.at(i)
    first = next((k for k in range(i, i - _HEADS, -1) if page.at(k - 1).pos not in _NAMES), i)
    if page.at(first - 1).text == ":" and page.at(first - 2).lower in _CREDITS:
        return None
    if token.quote is not None or token.lower in PRONOUNS:
        acts = token.quote is None and token.lower in _ACTING and page.at(i + 1).finite
        return Phrase(i, i + 1, i) if acts else None
    phrase = phrase_at(page, i, end)
    if phrase is None:
        return None
    words = page.words(*phrase.range)
    party = any(t.pos in _NAMES or (t.noun and (PERSON.search(t.lower) or BODY.search(t.lower))) for t in words)
    return phrase if party and not TIME.match(page.at(phrase.head).lower) else None
