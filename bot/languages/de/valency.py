"""How German says who gives what to whom.

Rule of this room: words stand normalised (`core.analysis.normalise`), verbs as infinitives.
"""

import re

from bot.core.roles import Valency

_GIVES = """
schicken senden entsenden liefern ausliefern beliefern zuliefern geben übergeben überlassen exportieren ausführen
verkaufen spenden zahlen bezahlen überweisen schenken verschenken verschicken zusenden zuschicken bereitstellen leisten
versorgen abgeben weitergeben übermitteln verleihen leihen vermieten verpachten gewähren zusichern zustellen abtreten
verlegen transportieren bringen überbringen verschiffen aushändigen weiterleiten entrichten hergeben anbieten ausleihen
zukommen zahlen auszahlen
"""
_TAKES = """
bekommen erhalten kriegen empfangen beziehen importieren einführen kaufen einkaufen abkaufen annehmen übernehmen
entgegennehmen erwerben erwarten bestellen erben leihen mieten
"""
_GIVING = """
Lieferung Auslieferung Belieferung Export Ausfuhr Verkauf Spende Zahlung Überweisung Geschenk Hilfe Unterstützung
Sendung Entsendung Übergabe Bereitstellung Versorgung Militärhilfe Gabe
"""
GERMAN_VALENCY = Valency(
    gives=frozenset(_GIVES.split()),
    takes=frozenset(_TAKES.split()),
    giving=frozenset(_GIVING.lower().split()),
    goals=frozenset("nach an für zu zum zur zugunsten gen richtung ans".split()),
    origins=frozenset("von aus vom seitens".split()),
    agents=frozenset("durch von vom seitens".split()),
    asides=frozenset(
        """
        in im ins gegen mit zwischen bei beim über laut und oder sowie nahe zufolge gemäß wegen trotz während seit um
        auf unter vor hinter neben als wie ohne statt bis innerhalb außerhalb nördlich südlich östlich westlich
        """.split()
    ),
    articles=frozenset("der die das dem den des ein eine einem einen eines ganz ganze gesamte".split()),
    datives=frozenset({"dem", "den"}),
    feminine="der",
    masculine=frozenset("iran irak jemen libanon sudan südsudan kongo vatikan kreml papst tschad oman senegal".split()),
    passives=frozenset("wurde wurden wird werden worden würde würden geworden".split()),
    heads=frozenset(
        """
        regierung armee militär präsident präsidentin führung staat staatschef regierungschef machthaber kanzler
        kanzlerin premier außenminister verteidigungsminister ministerium streitkräfte truppen parlament luftwaffe marine
        botschaft behörden seite konzern
        """.split()
    ),
    titles=(
        "präsident", "machthaber", "regierungschef", "staatschef", "staatsoberhaupt", "kanzler", "bundeskanzler",
        "premier", "ministerpräsident", "diktator", "könig", "außenminister", "verteidigungsminister", "vizepräsident",
        "herrscher", "staatspräsident", "zar", "kaiser", "papst",
    ),
    subjects=frozenset({"wer"}),
    clause=re.compile(r"[,;:–—„“”\"»«()]|\bdass\b|\bund damit\b|\bweil\b|\bwährend\b|\bobwohl\b"),
    verb_first=False,
)
