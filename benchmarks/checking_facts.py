"""More sentences and statements to measure the check with: numbers, times, people, speakers, how many, what kind.

Rule of this module: each row says in both languages what a sentence is, which statements it says and which it does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.checking_forms import HELD, Case, large

Both = tuple[str, str]
"""A sentence in English and in German."""


class Row(NamedTuple):
    """Sentences that say the same, the statements that they say, and those that they do not, by what was done."""

    means: str
    told: tuple[Both, ...]
    true: tuple[Both, ...]
    false: tuple[Both, ...]


class Amount(NamedTuple):
    """An amount in its spellings, and other amounts."""

    same: tuple[tuple[str, ...], tuple[str, ...]]
    other: tuple[Both, ...]


COUNTS = (
    Amount(
        (("24", "two dozen", "twenty-four"), ("24", "zwei Dutzend", "vierundzwanzig")), (("42", "42"), ("240", "240"))
    ),
    Amount((("12", "twelve", "a dozen"), ("12", "zwölf", "ein Dutzend")), (("13", "13"), ("two", "zwei"))),
    Amount((("15", "fifteen"), ("15", "fünfzehn")), (("50", "50"), ("fifty", "fünfzig"))),
    Amount(
        (("6,000", "6000", "six thousand"), ("6.000", "6000", "sechstausend")), (("5,000", "5.000"), ("600", "600"))
    ),
)
SUMS = (
    Amount(
        (("1.2 million euros", "1,200,000 euros"), ("1,2 Millionen Euro", "1.200.000 Euro")),
        (("1.2 billion euros", "1,2 Milliarden Euro"), ("1.2 million dollars", "1,2 Millionen Dollar")),
    ),
    Amount(
        (("5 million dollars", "$5m", "$5 million"), ("5 Millionen Dollar", "fünf Millionen Dollar")),
        (("5 million euros", "5 Millionen Euro"), ("15 million dollars", "15 Millionen Dollar")),
    ),
)
LENGTHS = (
    Amount(
        (("2 km", "2,000 metres", "two kilometres"), ("2 Kilometer", "2.000 Meter", "zwei Kilometer")),
        (("2 metres", "2 Meter"), ("3 km", "3 Kilometer")),
    ),
)
SHARES = (
    Amount(
        (("half", "50 percent", "50%"), ("die Hälfte", "50 Prozent", "50 %")),
        (("a third", "ein Drittel"), ("15 percent", "15 Prozent")),
    ),
    Amount((("two thirds",), ("zwei Drittel",)), (("one third", "ein Drittel"), ("two fifths", "zwei Fünftel"))),
)
TIMES = (
    Amount(
        (("at 17:00", "at 5 p.m."), ("um 17 Uhr", "um 17:00 Uhr")),
        (("at 5 a.m.", "um 5 Uhr"), ("at 7 p.m.", "um 19 Uhr")),
    ),
    Amount((("at noon", "at 12:00"), ("um 12 Uhr", "um zwölf Uhr mittags")), (("at midnight", "um Mitternacht"),)),
    Amount(
        (("on 4 March", "on March 4"), ("am 4. März", "am 4.3.")),
        (("on 14 March", "am 14. März"), ("on 4 May", "am 4. Mai")),
    ),
    Amount(
        (("at half past six", "at 6:30"), ("um halb sieben", "um 6:30 Uhr")), (("at half past seven", "um halb acht"),)
    ),
    Amount((("in 2019",), ("2019", "im Jahr 2019")), (("in 2018", "2018"), ("in 2091", "2091"))),
)
LASTING = (
    Amount(
        (("45 minutes", "three quarters of an hour"), ("45 Minuten", "eine Dreiviertelstunde")),
        (("4 hours", "4 Stunden"),),
    ),
    Amount((("18 months", "one and a half years"), ("18 Monate", "anderthalb Jahre")), (("8 months", "8 Monate"),)),
)
COUNTED = (
    ("{} people were injured.", "{} Menschen wurden verletzt."),
    ("{} houses burned down.", "{} Häuser brannten ab."),
    ("The flood destroyed {} cars.", "Die Flut zerstörte {} Autos."),
)
COST = (
    ("The bridge cost {}.", "Die Brücke kostete {}."),
    ("The city paid {} for the land.", "Die Stadt zahlte {} für das Land."),
)
LONG = (("The tunnel is {} long.", "Der Tunnel ist {} lang."),)
PART = (("{} of the voters stayed at home.", "{} der Wähler blieben zu Hause."),)
WHEN = (("The ferry sank {}.", "Die Fähre sank {}."), ("The police arrived {}.", "Die Polizei kam {}."))
LAST = (("The trip took {}.", "Die Fahrt dauerte {}."),)
BOUNDS = (
    ("more than {}", "mehr als {}"),
    ("up to {}", "bis zu {}"),
    ("fewer than {}", "weniger als {}"),
    ("at least {}", "mindestens {}"),
    ("almost {}", "fast {}"),
    ("at most {}", "höchstens {}"),
    ("no more than {}", "nicht mehr als {}"),
)


def _amounts() -> Iterator[Row]:
    """Yield the rows of amounts: the same in another spelling, another, a bound."""
    groups = ((COUNTS, COUNTED), (SUMS, COST), (LENGTHS, LONG), (SHARES, PART), (TIMES, WHEN), (LASTING, LAST))
    for amounts, frames in groups:
        for en, de in frames:
            for amount in amounts:
                english, german = amount.same
                told = tuple(
                    (en.format(english[n % len(english)]), de.format(german[n % len(german)]))
                    for n in range(max(len(english), len(german)))
                )
                false = tuple((en.format(a), de.format(b)) for a, b in amount.other)
                yield Row("amount", told, told, false)
                if amounts in {COUNTS, SUMS}:
                    for a, b in BOUNDS:
                        bound = (en.format(a.format(english[0])), de.format(b.format(german[0])))
                        yield Row(f"bound {a}", (bound,), (), told[:1])
                        yield Row(f"bound {a} stated", told[:1], (), (bound,))


PEOPLE = (
    ("Ann Boyle", "mayor", "Bürgermeisterin", "Boyle"),
    ("Uwe Brandt", "trainer", "Trainer", "Brandt"),
    ("Rosa Quint", "architect", "Architektin", "Quint"),
    ("Tom Hale", "lawyer", "Anwalt", "Hale"),
)
DEEDS = (
    ("{} resigned in May.", "{} trat im Mai zurück."),
    ("{} opened the new harbour.", "{} eröffnete den neuen Hafen."),
    ("{} left the town on Monday.", "{} verließ die Stadt am Montag."),
)


def _people() -> Iterator[Row]:
    """Yield the rows of names: in full, by surname, by role, and somebody else's."""
    for name, role, rolle, last in PEOPLE:
        first = (f"{large(role)} {name} lived in Harwick.", f"{large(rolle)} {name} lebte in Harwick.")
        der = "Die" if rolle.endswith("in") else "Der"
        for en, de in DEEDS:
            told = ((f"{first[0]} {en.format(last)}", f"{first[1]} {de.format(last)}"),)
            true = (
                (en.format(name), de.format(name)),
                (en.format(last), de.format(last)),
                (en.format(f"The {role}"), de.format(f"{der} {rolle}")),
            )
            false = (
                (en.format(f"Joan {last}"), de.format(f"Joan {last}")),
                (en.format("Kim Wexley"), de.format("Kim Wexley")),
                (en.format("The teacher"), de.format("Die Lehrerin")),
            )
            yield Row("name", told, true, false)
            both = (
                f"{first[0]} Her cousin Joan {last} came to see her. {en.format(f'Joan {last}')}",
                f"{first[1]} Auch Joan {last} lebte dort. {de.format(f'Joan {last}')}",
            )
            yield Row("namesake", (both,), true_of(f"Joan {last}", en, de), true_of(name, en, de))
            yield Row(
                "former", (_former(en, de, role, rolle, der),), (), true_of(f"The {role}", en, de, f"{der} {rolle}")
            )
            yield Row("relative", (_relative(en, de, name),), (), true_of(name, en, de))


def true_of(who: str, en: str, de: str, wer: str = "") -> tuple[Both, ...]:
    """Return a deed of somebody."""
    return ((en.format(who), de.format(wer or who)),)


def _former(en: str, de: str, role: str, rolle: str, der: str) -> Both:
    return en.format(f"The former {role}"), de.format(f"{der} frühere {rolle}")


def _relative(en: str, de: str, name: str) -> Both:
    return en.format(f"The brother of {name}"), de.format(f"Der Bruder von {name}")


SPOKEN = (
    ("the pier was closed", "der Kai gesperrt sei", "the harbour was open", "der Hafen offen sei"),
    ("the dam was safe", "der Damm sicher sei", "the bridge was old", "die Brücke alt sei"),
    ("the train was late", "der Zug verspätet sei", "the bus was empty", "der Bus leer sei"),
)


def _speakers() -> Iterator[Row]:
    """Yield the rows of speakers: each one's own, and the other's."""
    for one, eins, other, zwei in SPOKEN:
        for a, b in (("Ann Boyle", "Uwe Brandt"), ("Rosa Quint", "Tom Hale")):
            told = (
                f"{a} said that {one}, but {b} said that {other}.",
                f"{a} sagte, dass {eins}. {b} sagte, dass {zwei}.",
            )
            true = (
                (f"{a} said that {one}.", f"{a} sagte, dass {eins}."),
                (f"{b} said that {other}.", f"{b} sagte, dass {zwei}."),
            )
            false = (
                (f"{b} said that {one}.", f"{b} sagte, dass {eins}."),
                (f"{a} said that {other}.", f"{a} sagte, dass {zwei}."),
            )
            yield Row("speaker", (told,), true, false)


QUANTIFIED = (
    ("All of the boats sank.", "Alle Boote sanken."),
    ("Most of the boats sank.", "Die meisten Boote sanken."),
    ("Some of the boats sank.", "Einige Boote sanken."),
    ("None of the boats sank.", "Keines der Boote sank."),
    ("Few of the boats sank.", "Nur wenige Boote sanken."),
    ("Only the boats sank.", "Nur die Boote sanken."),
    ("All but one of the boats sank.", "Alle Boote bis auf eines sanken."),
    ("Half of the boats sank.", "Die Hälfte der Boote sank."),
    ("The boats almost sank.", "Die Boote sanken fast."),
)
WHOLE = (("The boats sank.", "Die Boote sanken."), ("All of the boats sank.", "Alle Boote sanken."))


def _quantified() -> Iterator[Row]:
    """Yield the rows of all, most, some, none: each is only itself."""
    for n, told in enumerate(QUANTIFIED):
        false = tuple(other for m, other in enumerate(QUANTIFIED) if m != n and {n, m} != {1, 2})
        yield Row("quantifier", (told,), (told,), false)
        yield Row("part for whole", (told,), (), WHOLE if n else WHOLE[:0])


STATES = (
    ("The new pier is {} safe.", "Der neue Kai ist {} sicher.", ("The new pier is safe.", "Der neue Kai ist sicher.")),
    (
        "The old bridge is {} stable.",
        "Die alte Brücke ist {} stabil.",
        ("The old bridge is stable.", "Die alte Brücke ist stabil."),
    ),
    ("The water is {} clean.", "Das Wasser ist {} sauber.", ("The water is clean.", "Das Wasser ist sauber.")),
)
NOT_SO = (
    ("not", "nicht"),
    ("anything but", "alles andere als"),
    ("no longer", "nicht mehr"),
    ("by no means", "keineswegs"),
    ("far from", "weit davon entfernt,"),
    ("hardly", "kaum"),
    ("almost", "fast"),
    ("never", "nie"),
    ("not yet", "noch nicht"),
    ("perhaps", "vielleicht"),
    ("allegedly not", "angeblich nicht"),
)


def _states() -> Iterator[Row]:
    """Yield the rows of what something is and is not."""
    for en, de, plain in STATES:
        for a, b in NOT_SO:
            yield Row(f"is {a}", ((en.format(a), de.format(b)),), (), (plain,))
            yield Row(f"is stated {a}", (plain,), (), ((en.format(a), de.format(b)),))
        yield Row("is", (plain,), (plain,), ())


KINDS = (
    (
        "toy",
        "The picture shows a toy gun.",
        "Das Bild zeigt eine falsche Pistole.",
        "The picture shows a gun.",
        "Das Bild zeigt eine Pistole.",
    ),
    (
        "fake",
        "The fake doctor treated two men.",
        "Der falsche Arzt behandelte zwei Männer.",
        "The doctor treated two men.",
        "Der Arzt behandelte zwei Männer.",
    ),
    (
        "alleged",
        "The alleged thief fled to Leeds.",
        "Der mutmaßliche Dieb floh nach Leeds.",
        "The thief fled to Leeds.",
        "Der Dieb floh nach Leeds.",
    ),
    (
        "planned",
        "The planned bridge crosses the river.",
        "Die geplante Brücke quert den Fluss.",
        "The bridge crosses the river.",
        "Die Brücke quert den Fluss.",
    ),
    (
        "deputy",
        "The deputy mayor opened the fair.",
        "Der stellvertretende Bürgermeister eröffnete die Messe.",
        "The mayor opened the fair.",
        "Der Bürgermeister eröffnete die Messe.",
    ),
    (
        "owner",
        "The mayor’s son was arrested.",
        "Der Sohn des Bürgermeisters wurde verhaftet.",
        "The mayor was arrested.",
        "Der Bürgermeister wurde verhaftet.",
    ),
    (
        "object owner",
        "Police arrested the mayor’s son.",
        "Die Polizei verhaftete den Sohn des Bürgermeisters.",
        "Police arrested the mayor.",
        "Die Polizei verhaftete den Bürgermeister.",
    ),
    (
        "threat",
        "The threat of a strike worried the firm.",
        "Die Drohung mit einem Streik beunruhigte die Firma.",
        "A strike worried the firm.",
        "Ein Streik beunruhigte die Firma.",
    ),
    (
        "direction",
        "The train from Leeds arrived late.",
        "Der Zug aus Leeds kam zu spät.",
        "The train to Leeds arrived late.",
        "Der Zug nach Leeds kam zu spät.",
    ),
    (
        "side",
        "The north bridge was closed.",
        "Die nördliche Brücke wurde gesperrt.",
        "The south bridge was closed.",
        "Die südliche Brücke wurde gesperrt.",
    ),
    (
        "adjectives",
        "Russian troops hold Ukrainian land.",
        "Russische Truppen halten ukrainisches Land.",
        "Ukrainian troops hold Russian land.",
        "Ukrainische Truppen halten russisches Land.",
    ),
    (
        "taller",
        "The tower is taller than the church.",
        "Der Turm ist höher als die Kirche.",
        "The church is taller than the tower.",
        "Die Kirche ist höher als der Turm.",
    ),
    (
        "before",
        "The school closed before the war.",
        "Die Schule schloss vor dem Krieg.",
        "The school closed after the war.",
        "Die Schule schloss nach dem Krieg.",
    ),
    (
        "for",
        "Dunmere voted for the tunnel.",
        "Dunmere stimmte für den Tunnel.",
        "Dunmere voted against the tunnel.",
        "Dunmere stimmte gegen den Tunnel.",
    ),
    (
        "was",
        "The firm used to make boats.",
        "Die Firma baute früher Boote.",
        "The firm makes boats.",
        "Die Firma baut Boote.",
    ),
    ("past", "The firm made boats.", "Die Firma baute Boote.", "The firm makes boats.", "Die Firma baut Boote."),
    ("rose", "Prices rose in May.", "Die Preise stiegen im Mai.", "Prices fell in May.", "Die Preise sanken im Mai."),
    (
        "won",
        "Dunmere won the match.",
        "Dunmere gewann das Spiel.",
        "Dunmere lost the match.",
        "Dunmere verlor das Spiel.",
    ),
)


def _kinds() -> Iterator[Row]:
    """Yield the rows of what kind something is."""
    for means, en, de, other, anderer in KINDS:
        yield Row(means, ((en, de),), ((en, de),), ((other, anderer),))


def facts() -> Iterator[Case]:
    """Yield all rows as cases, in either language and across."""
    rows = [*_amounts(), *_people(), *_speakers(), *_quantified(), *_states(), *_kinds()]
    for n, row in enumerate(rows):
        yield from _cases(row, held=n % HELD == HELD - 1)


def _cases(row: Row, *, held: bool) -> Iterator[Case]:
    codes = ("en", "de")
    for t, told in enumerate(codes):
        for a, asked in enumerate(codes):
            means = row.means if t == a else f"{row.means} across"
            for sentence in row.told:
                for true, statements in ((True, row.true), (False, row.false)):
                    for statement in _distinct(statements):
                        yield Case(large(sentence[t]), large(statement[a]), told, asked, true, means, held)


def _distinct(statements: Sequence[Both]) -> Sequence[Both]:
    return tuple(dict.fromkeys(statements))
