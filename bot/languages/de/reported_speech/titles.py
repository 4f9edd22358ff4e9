"""What stands in German quotation marks and is no speech: titles, names and inscriptions, by the noun before them.

Rule of this room: a table of nouns; what the quotation itself says of it stands with `namelike`.
"""

import re

from bot.core.syntax.tagged_text import TaggedText

_TITLED = re.compile(
    r"(buch|bücher|roman|romans|romane|film|films|filme|lied|song|album|hit|serie|sendung|show|stück|oper|musical|gedicht|"
    r"gemälde|ausstellung|titel|überschrift|schlagzeile|motto|schriftzug|aufschrift|inschrift|plakat|plakaten|banner|"
    r"bannern|transparent|transparenten|schild|schildern|slogan|losung|hashtag|kampagne|initiative|podcast|doku|"
    r"dokumentation|reihe|videospiel|rubrik|tatort|bericht|jahresbericht|studie|broschüre|ratgeber|magazin|zeitschrift|"
    r"zeitung|blatt|wochenzeitung|tageszeitung|programm|projekt|bündnis|verein|aktion|kollektion|restaurant|kino|theater)$"
)
_LONGEST = 14
"""Tokens of a title, marks included; longer ones are speech behind a noun such as ‹Bericht›."""


def titled(page: TaggedText, quote: int) -> bool:
    """Tell whether a quotation is a title, a name or an inscription: ‹das Buch „…“›, ‹mit dem Schriftzug „…“›."""
    start, end = page.quotes[quote]
    before = page.at(start - 1)
    return end - start <= _LONGEST and before.noun and before.capital and bool(_TITLED.search(before.lower))
