"""The sentences and statements that the check is measured with: each event in every form, true and false.

Rule of this module: what a form makes of an event stands in one line, and tells whether it says the statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

EVENTS = Path(__file__).with_name("checking_events.txt")
HELD = 3
"""Every third event is held back from whoever writes rules."""


class Case(NamedTuple):
    """A sentence of an article, a statement, their languages, whether the first says the second, and by what means."""

    sentence: str
    statement: str
    told: str
    asked: str
    true: bool
    means: str
    held: bool


@dataclass(frozen=True, slots=True)
class Side:
    """An event in one language: who did it, what was done, to what; `auxiliary` goes with what."""

    who: str
    by: str
    base: str
    past: str
    participle: str
    ing: str
    what: str
    subject: str
    auxiliary: str
    other: str
    plural: bool
    many: bool


def events() -> Iterator[tuple[int, Side, Side]]:
    """Yield the events, English and German."""
    lines = [x for x in EVENTS.read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
    for n, line in enumerate(lines):
        who, verb, tun, what, other = ([cell.strip() for cell in part.split(";")] for part in line.split("|"))
        plural, many = what[3] == "p", who[0].endswith("s") or who[0] == "the police"
        yield (
            n,
            Side(who[0], who[0], *verb, what[0], what[0], "were" if plural else "was", other[0], plural, many),
            Side(
                who[1],
                who[2],
                tun[0],
                tun[1],
                tun[2],
                "",
                what[1],
                what[2],
                "wurden" if plural else "wurde",
                other[1],
                plural,
                many,
            ),
        )


def large(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[0].upper() + text[1:]


def _past(s: Side, verb: str, rest: str, middle: str = "") -> str:
    """Return a German main clause in the past; a prefix goes to its end."""
    first, _, prefix = verb.partition(" ")
    parts = (first, middle, s.what, rest, prefix)
    return f"{s.who} {' '.join(p for p in parts if p)}"


class Forms(NamedTuple):
    """What an event says, in sentences that say so and in those that don't, by means."""

    plain: tuple[str, ...]
    said: dict[str, str]
    unsaid: dict[str, str]
    false: dict[str, str]
    true: dict[str, str]


def english(s: Side) -> Forms:
    """Return the English forms of an event."""
    be, have = ("were", "have") if s.many else ("was", "has")
    is_ = "are" if s.many else "is"
    active = f"{s.who} {s.past} {s.what}"
    passive = f"{s.subject} {s.auxiliary} {s.participle} by {s.who}"
    said = {
        "active": f"{active}.",
        "passive": f"{passive}.",
        "date before": f"On 4 March {active}.",
        "date behind": f"{active} on 4 March.",
        "adjunct": f"Despite heavy rain, {active} in the afternoon.",
        "joined": f"{active}, and the crowd went home.",
        "relative": f"{s.who}, who came from Leeds, {s.past} {s.what}."
        if s.many
        else f"{s.who}, which came from Leeds, {s.past} {s.what}.",
        "because": f"There was anger because {active}.",
        "after": f"Nobody spoke after {active}.",
        "reported": f"{active}, the Gazette reported.",
        "reported that": f"A witness said that {active}.",
        "known": f"It is true that {active}.",
        "not only": f"{s.who} not only {s.past} {s.what} but also thanked the crowd.",
        "perfect": f"{s.who} {have} {s.participle} {s.what}.",
    }
    no = {
        "not": f"{s.who} did not {s.base} {s.what}.",
        "contracted": f"{s.who} didn't {s.base} {s.what}.",
        "never": f"{s.who} never {s.past} {s.what}.",
        "unable": f"{s.who} {be} unable to {s.base} {s.what}.",
        "not able": f"{s.who} {be} not in a position to {s.base} {s.what}.",
        "refuse": f"{s.who} refused to {s.base} {s.what}.",
        "fail": f"{s.who} failed to {s.base} {s.what}.",
        "far from": f"Far from {s.ing} {s.what}, {s.who} left on Monday.",
        "instead": f"Instead of {s.ing} {s.what}, {s.who} left on Monday.",
        "without": f"Without {s.ing} {s.what}, {s.who} left on Monday.",
        "almost": f"{s.who} almost {s.past} {s.what}.",
        "nearly": f"{s.who} very nearly {s.past} {s.what}.",
        "close to": f"{s.who} came close to {s.ing} {s.what}.",
        "verge": f"{s.who} {be} on the verge of {s.ing} {s.what}.",
        "about to": f"{s.who} {be} about to {s.base} {s.what}.",
        "plan": f"{s.who} planned to {s.base} {s.what}.",
        "want": f"{s.who} wanted to {s.base} {s.what}.",
        "try": f"{s.who} tried to {s.base} {s.what}.",
        "threaten": f"{s.who} threatened to {s.base} {s.what}.",
        "promise": f"{s.who} promised to {s.base} {s.what}.",
        "consider": f"{s.who} considered {s.ing} {s.what}.",
        "is to": f"{s.who} {is_} to {s.base} {s.what}.",
        "expected": f"{s.who} {is_} expected to {s.base} {s.what}.",
        "will": f"{s.who} will {s.base} {s.what}.",
        "may": f"{s.who} may {s.base} {s.what}.",
        "might have": f"{s.who} might have {s.participle} {s.what}.",
        "should": f"{s.who} should have {s.participle} {s.what}.",
        "would have": f"{s.who} would have {s.participle} {s.what} with more money.",
        "had": f"Had {s.who} {s.participle} {s.what}, the town would have protested.",
        "if": f"If {active}, the town would protest.",
        "unless": f"Unless {active}, nothing would change.",
        "as if": f"It looked as if {s.who} had {s.participle} {s.what}.",
        "lie": f"It is a lie that {active}.",
        "few believe": f"Few believe that {active}.",
        "no evidence": f"There is no evidence that {active}.",
        "rumour": f"The rumour that {active} is false.",
        "idea": f"The idea that {active} amused the crowd.",
        "whether": f"Nobody knows whether {active}.",
        "doubt": f"It is doubtful that {active}.",
        "question": f"Did {s.who} {s.base} {s.what}?",
        "question tag": f"Was it true that {active}?",
        "deny": f"A lawyer denied that {s.who} had {s.participle} {s.what}.",
        "deny doing": f"{s.who} denied {s.ing} {s.what}.",
        "short of": f"{s.who} stopped short of {s.ing} {s.what}.",
        "accuse": f"{s.who} {be} accused of {s.ing} {s.what}.",
        "plan failed": f"The plan to {s.base} {s.what} failed.",
        "yet to": f"{s.who} {have} yet to {s.base} {s.what}.",
        "too": f"{s.who} {be} too weak to {s.base} {s.what}.",
        "hardly": f"{s.who} hardly {s.past} {s.what} at all.",
        "except": f"Everyone except {s.who} {s.past} {s.what}.",
        "nobody": f"Nobody {s.past} {s.what}.",
        "purpose": f"{s.who} borrowed money to {s.base} {s.what}.",
        "son": f"The son of {s.who} {s.past} {s.what}.",
        "demand": f"Residents demanded that {s.who} {s.base} {s.what}.",
        "hope": f"Residents hoped that {s.who} had {s.participle} {s.what}.",
        "avoid": f"{s.who} avoided {s.ing} {s.what}.",
        "prevented": f"A court prevented {s.who} from {s.ing} {s.what}.",
        "ban on": f"The ban on {s.ing} {s.what} angered {s.who}.",
        "former": f"The former owner of {s.what} sued {s.who}.",
        "passive not": f"{s.subject} {s.auxiliary} not {s.participle} by {s.who}.",
        "passive almost": f"{s.subject} {s.auxiliary} almost {s.participle} by {s.who}.",
        "passive to be": f"{s.subject} {'are' if s.plural else 'is'} to be {s.participle} by {s.who}.",
        "anything but": f"{s.who} did anything but {s.base} {s.what}.",
        "by no means": f"{s.who} by no means {s.past} {s.what}.",
        "pretend": f"{s.who} pretended to {s.base} {s.what}.",
        "other agent": f"The rival of {s.who} {s.past} {s.what}, not {s.who}.",
    }
    false = {
        "negated": f"{s.who} did not {s.base} {s.what}.",
        "negated contracted": f"{s.who} didn't {s.base} {s.what}.",
        "never": f"{s.who} never {s.past} {s.what}.",
        "nobody": f"Nobody {s.past} {s.what}.",
        "all": f"{s.who} {s.past} all of {s.what}." if s.plural else f"Everyone {s.past} {s.what}.",
        "swapped": f"{s.subject} {s.past} {s.who}.",
        "swapped passive": f"{s.who} {be} {s.participle} by {s.subject}.",
        "date": f"{active} on 5 March.",
        "month": f"{active} on 4 May.",
        "weekday": f"{active} on Sunday.",
        "other": f"The tourists {s.past} {s.what}.",
        "other passive": f"{s.subject} {s.auxiliary} {s.participle} by the tourists.",
        "almost": f"{s.who} almost {s.past} {s.what}.",
        "must": f"{s.who} must {s.base} {s.what}.",
        "twice": f"{active} 12 times.",
    }
    true = {
        "active": f"{active}.",
        "passive": f"{passive}.",
        "short passive": f"{s.subject} {s.auxiliary} {s.participle}.",
        "synonym": f"{s.who} {s.other} {s.what}.",
        "small letters": active.lower(),
        "perfect": f"{s.who} {have} {s.participle} {s.what}.",
    }
    return Forms((f"{active}.", f"{passive}."), said, no, false, true)


def german(s: Side) -> Forms:
    """Return the German forms of an event."""
    be, have, want = ("waren", "haben", "wollten") if s.many else ("war", "hat", "wollte")
    n = "n" if s.many else ""
    to = s.base if not (prefix := _prefix(s)) else f"{prefix}zu{s.base[len(prefix) :]}"
    to = f"zu {to}" if not prefix else to
    active = _past(s, s.past, "")
    passive = f"{s.subject} {s.auxiliary} von {s.by} {s.participle}"
    clause = f"{s.who} {s.what} {_joined(s)}"
    perfect = f"{s.who} {have} {s.what} {s.participle}"
    be_now = "sind" if s.plural else "ist"
    said = {
        "active": f"{active}.",
        "passive": f"{passive}.",
        "perfect": f"{perfect}.",
        "date before": f"Am 4. März {have} {s.who} {s.what} {s.participle}.",
        "date behind": f"{s.who} {have} am 4. März {s.what} {s.participle}.",
        "adjunct": f"Trotz des Regens {have} {s.who} {s.what} am Nachmittag {s.participle}.",
        "joined": f"{perfect}, und die Menge ging heim.",
        "because": f"Es gab Ärger, weil {clause}.",
        "after": f"Alle schwiegen, nachdem {s.who} {s.what} {s.participle} hatte{n}.",
        "reported": f"{perfect}, berichtete die Morgenpost.",
        "reported that": f"Eine Zeugin sagte, dass {s.who} {s.what} {s.participle} {have}.",
        "known": f"Fest steht, dass {clause}.",
        "not only": f"Nicht nur {have} {s.who} {s.what} {s.participle}, es gab auch Musik.",
    }
    no = {
        "not": f"{s.who} {have} {s.what} nicht {s.participle}.",
        "never": f"{s.who} {have} {s.what} nie {s.participle}.",
        "keineswegs": f"{s.who} {have} {s.what} keineswegs {s.participle}.",
        "unable": f"{s.who} {be} außerstande, {s.what} {to}.",
        "not able": f"{s.who} {be} nicht in der Lage, {s.what} {to}.",
        "refuse": f"{s.who} weigerte{n} sich, {s.what} {to}.",
        "fail": f"{s.who} versäumte{n} es, {s.what} {to}.",
        "far from": f"{s.who} {be} weit davon entfernt, {s.what} {to}.",
        "instead": f"Statt {s.what} {to}, ging{'en' if s.many else ''} {s.who} nach Hause.",
        "without": f"Ohne {s.what} {to}, ging{'en' if s.many else ''} {s.who} nach Hause.",
        "almost": f"{s.who} {have} {s.what} fast {s.participle}.",
        "beinahe": f"Beinahe {have} {s.who} {s.what} {s.participle}.",
        "close to": f"{s.who} {be} kurz davor, {s.what} {to}.",
        "verge": f"{s.who} {be} drauf und dran, {s.what} {to}.",
        "plan": f"{s.who} plante{n}, {s.what} {to}.",
        "want": f"{s.who} {want} {s.what} {s.base}.",
        "try": f"{s.who} versuchte{n}, {s.what} {to}.",
        "threaten": f"{s.who} drohte{n}, {s.what} {to}.",
        "promise": f"{s.who} versprach{'en' if s.many else ''}, {s.what} {to}.",
        "consider": f"{s.who} erwog{'en' if s.many else ''}, {s.what} {to}.",
        "soll": f"{s.who} soll{'en' if s.many else ''} {s.what} {s.base}.",
        "will": f"{s.who} {'werden' if s.many else 'wird'} {s.what} {s.base}.",
        "can": f"{s.who} könnte{n} {s.what} {s.base}.",
        "might have": f"Vielleicht {have} {s.who} {s.what} {s.participle}.",
        "should": f"{s.who} hätte{n} {s.what} {s.base} sollen.",
        "would have": f"{s.who} hätte{n} {s.what} gern {s.participle}.",
        "had": f"Hätte{n} {s.who} {s.what} {s.participle}, wäre die Stadt empört gewesen.",
        "if": f"Wenn {clause}, gibt es Ärger.",
        "falls": f"Falls {clause}, gibt es Ärger.",
        "as if": f"Es sah aus, als hätte{n} {s.who} {s.what} {s.participle}.",
        "lie": f"Es ist eine Lüge, dass {clause}.",
        "gelogen": f"Dass {clause}, ist gelogen.",
        "few believe": f"Nur wenige glauben, dass {clause}.",
        "no evidence": f"Es gibt keine Belege dafür, dass {clause}.",
        "rumour": f"Das Gerücht, dass {clause}, ist falsch.",
        "idea": f"Die Vorstellung, dass {clause}, belustigte die Menge.",
        "whether": f"Niemand weiß, ob {clause}.",
        "doubt": f"Es ist fraglich, ob {clause}.",
        "question": f"{large(s.past.split()[0])} {s.who} {s.what}{' ' + s.past.split()[1] if ' ' in s.past else ''}?",
        "deny": f"Ein Anwalt bestritt, dass {clause}.",
        "verzichtet": f"{s.who} verzichtete{n} darauf, {s.what} {to}.",
        "plan failed": f"Der Plan, {s.what} {to}, scheiterte.",
        "too": f"{s.who} {be} zu schwach, um {s.what} {to}.",
        "kaum": f"{s.who} {have} {s.what} kaum {s.participle}.",
        "except": f"Alle außer {s.by} {'haben'} {s.what} {s.participle}.",
        "nobody": f"Niemand {'hat'} {s.what} {s.participle}.",
        "purpose": f"{s.who} borgte{n} sich Geld, um {s.what} {to}.",
        "son": f"Der Sohn von {s.by} hat {s.what} {s.participle}.",
        "demand": f"Die Anwohner forderten, dass {clause}.",
        "hope": f"Die Anwohner hofften, dass {clause}.",
        "accuse": f"{s.who} wurde{n} beschuldigt, {s.what} {s.participle} zu haben.",
        "passive not": f"{s.subject} {s.auxiliary} von {s.by} nicht {s.participle}.",
        "passive almost": f"{s.subject} {s.auxiliary} von {s.by} fast {s.participle}.",
        "passive soll": f"{s.subject} soll{'en' if s.plural else ''} von {s.by} {s.participle} werden.",
        "passive is to": f"{s.subject} {be_now} von {s.by} noch nicht {s.participle} worden.",
        "pretend": f"{s.who} tat{'en' if s.many else ''} so, als hätte{n} sie {s.what} {s.participle}.",
        "angeblich not": f"Von wegen: {s.who} {have} {s.what} mitnichten {s.participle}.",
    }
    false = {
        "negated": f"{s.who} {have} {s.what} nicht {s.participle}.",
        "never": f"{s.who} {have} {s.what} niemals {s.participle}.",
        "nobody": f"Niemand hat {s.what} {s.participle}.",
        "all": f"Alle haben {s.what} {s.participle}.",
        "swapped passive": f"{s.who} wurde{n} von {_dative(s)} {s.participle}." if _dative(s) else "",
        "date": f"{s.who} {have} {s.what} am 5. März {s.participle}.",
        "month": f"{s.who} {have} {s.what} am 4. Mai {s.participle}.",
        "weekday": f"{s.who} {have} {s.what} am Sonntag {s.participle}.",
        "other": f"Die Touristen haben {s.what} {s.participle}.",
        "other passive": f"{s.subject} {s.auxiliary} von den Touristen {s.participle}.",
        "almost": f"{s.who} {have} {s.what} fast {s.participle}.",
        "must": f"{s.who} {'müssen' if s.many else 'muss'} {s.what} {s.base}.",
        "times": f"{s.who} {have} {s.what} 12 Mal {s.participle}.",
    }
    true = {
        "active": f"{active}.",
        "passive": f"{passive}.",
        "short passive": f"{s.subject} {s.auxiliary} {s.participle}.",
        "synonym": f"{_past(s, s.other, '')}.",
        "small letters": active.lower(),
        "perfect": f"{perfect}.",
    }
    return Forms((f"{active}.", f"{passive}."), said, no, {k: v for k, v in false.items() if v}, true)


def _prefix(s: Side) -> str:
    return s.past.split()[1] if " " in s.past else ""


def _joined(s: Side) -> str:
    """Return the past of a verb as it ends a subordinate clause: its prefix is written with it."""
    first, _, prefix = s.past.partition(" ")
    return f"{prefix}{first}"


def _dative(s: Side) -> str:
    """Return what, as ‹von› has it, where its article tells how."""
    article, _, noun = s.subject.partition(" ")
    if s.plural:
        return f"den {noun}" if noun.endswith(("n", "s")) else f"den {noun}n"
    weak = s.what.split()[1] if article == "der" else noun
    return {"der": f"dem {weak}", "die": f"der {noun}", "das": f"dem {noun}"}[article]


def cases() -> Iterator[Case]:
    """Yield every event in every form, in either language and across."""
    for n, en, de in events():
        sides = {"en": english(en), "de": german(de)}
        for told, forms in sides.items():
            for asked, others in sides.items():
                held = n % HELD == HELD - 1
                yield from _made(forms, others, told, asked, held=held)


def _made(forms: Forms, others: Forms, told: str, asked: str, *, held: bool) -> Iterator[Case]:
    across = " across" if told != asked else ""
    for means, sentence in forms.said.items():
        for name, statement in others.true.items():
            if (
                name == "short passive"
                or means in {"active", "passive", "date before", "reported that"}
                or name in {"active", "passive"}
            ):
                yield Case(
                    large(sentence), _first(statement, name), told, asked, True, f"{means} > {name}{across}", held
                )
    for means, sentence in forms.unsaid.items():
        for statement in others.plain:
            yield Case(large(sentence), large(statement), told, asked, False, f"{means}{across}", held)
    for name, statement in others.false.items():
        for means in ("active", "passive", "date behind", "reported that"):
            yield Case(
                large(forms.said[means]), large(statement), told, asked, False, f"{means} > {name}{across}", held
            )


def _first(statement: str, name: str) -> str:
    return statement if name == "small letters" else large(statement)
