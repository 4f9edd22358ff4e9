# ruff: noqa: E501 - a verb is a line
"""Ordinary verbs, and sentences in which two parties do the same thing to each other with them, in any voice.

A line: English past | participle | base | German past | participle | infinitive.
"""

VERBS = """
greeted|greeted|greet|begrüßte|begrüßt|begrüßen
quoted|quoted|quote|zitierte|zitiert|zitieren
examined|examined|examine|untersuchte|untersucht|untersuchen
admired|admired|admire|bewunderte|bewundert|bewundern
avoided|avoided|avoid|mied|gemieden|meiden
ignored|ignored|ignore|ignorierte|ignoriert|ignorieren
hated|hated|hate|hasste|gehasst|hassen
loved|loved|love|liebte|geliebt|lieben
trusted|trusted|trust|vertraute|vertraut|vertrauen
searched|searched|search|durchsuchte|durchsucht|durchsuchen
filmed|filmed|film|filmte|gefilmt|filmen
painted|painted|paint|malte|gemalt|malen
blackmailed|blackmailed|blackmail|erpresste|erpresst|erpressen
bribed|bribed|bribe|bestach|bestochen|bestechen
kidnapped|kidnapped|kidnap|entführte|entführt|entführen
pursued|pursued|pursue|verfolgte|verfolgt|verfolgen
drove|driven|drive|fuhr|gefahren|fahren
carried|carried|carry|trug|getragen|tragen
pushed|pushed|push|stieß|gestoßen|stoßen
provoked|provoked|provoke|provozierte|provoziert|provozieren
observed|observed|observe|beobachtete|beobachtet|beobachten
convinced|convinced|convince|überzeugte|überzeugt|überzeugen
informed|informed|inform|informierte|informiert|informieren
disappointed|disappointed|disappoint|enttäuschte|enttäuscht|enttäuschen
surprised|surprised|surprise|überraschte|überrascht|überraschen
paid|paid|pay|bezahlte|bezahlt|bezahlen
promoted|promoted|promote|beförderte|befördert|befördern
judged|judged|judge|beurteilte|beurteilt|beurteilen
translated|translated|translate|übersetzte|übersetzt|übersetzen
forgot|forgotten|forget|vergaß|vergessen|vergessen
described|described|describe|beschrieb|beschrieben|beschreiben
tested|tested|test|testete|getestet|testen
"""
NAMES = (
    "Keller Okafor", "Brandt Moreau", "Lindqvist Tanaka", "Petrov Silva", "Novak Haddad", "Adeyemi Larsen", "Mbeki Stroud", "Falk Yilmaz",
    "Pereira Gruber", "Hale Sorensen", "Duarte Winkler", "Ibarra Kowalski", "Marlow Ostrov", "Quinn Rossi", "Zorland Kestonia", "Veskia Norland",
)  # fmt: skip
ENGLISH = (
    "{a} {past} {b} on Monday.",
    "{b} was {participle} by {a} on Monday.",
    "On Monday {a} {past} {b} in front of the town hall.",
    "{a}, a former teacher, {past} {b} on Monday.",
    "The paper says that {a} {past} {b} on Monday.",
    "{b} had been {participle} by {a} on Monday.",
)
GERMAN = (
    "{a} hat {b} am Montag {participle}.",
    "{b} wurde am Montag von {a} {participle}.",
    "{a} {past} am Montag {b} vor dem Rathaus.",
    "{a}, ein früherer Lehrer, hat am Montag {b} {participle}.",
    "Die Zeitung schreibt, dass {a} am Montag {b} {participle} hat.",
    "Am Montag ist {b} von {a} {participle} worden.",
)
"""Voices and orders."""
REST = {
    "en": "The weather was mild. The market closed at six in the evening.",
    "de": "Das Wetter war mild. Der Markt schloss um sechs Uhr am Abend.",
}


def pairs(code: str) -> list[tuple[str, str, tuple[str, ...], str, str]]:
    """Return party A, party B, the verb's forms, a sentence in which A does it to B, and one the other way round."""
    found = []
    for n, line in enumerate(VERBS.strip().splitlines()):
        verb = tuple(line.split("|"))
        a, b = NAMES[n % len(NAMES)].split()
        past, participle = verb[:2] if code == "en" else verb[3:5]
        frames = ENGLISH if code == "en" else GERMAN
        one, other = frames[n % len(frames)], frames[(n + 3) % len(frames)]
        found.append(
            (
                a,
                b,
                verb,
                one.format(a=a, b=b, past=past, participle=participle),
                other.format(a=b, b=a, past=past, participle=participle),
            )
        )
    return found


def questions(doer: str, other: str, verb: tuple[str, ...]) -> list[str]:
    """Return questions, in both languages, that ask about a doing it to b."""
    past, participle, base, _, german, infinitive = verb
    return [
        f"When did {doer} {base} {other}?",
        f"Who {past} {other}?",
        f"Did {doer} {base} {other}?",
        f"Why was {other} {participle} by {doer}?",
        f"Wann hat {doer} die Person {other} {german}?",
        f"Wer hat {other} {german}?",
        f"Warum wurde {other} von {doer} {german}?",
        f"Wollte {doer} etwa {other} {infinitive}?",
    ]
