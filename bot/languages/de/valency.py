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
bekommen erhalten kriegen empfangen beziehen importieren einführen kaufen einkaufen abkaufen annehmen
entgegennehmen erwerben erwarten bestellen erben mieten
"""
_GIVING = """
Lieferung Auslieferung Belieferung Export Ausfuhr Verkauf Spende Zahlung Überweisung Geschenk Hilfe Unterstützung
Sendung Entsendung Übergabe Bereitstellung Versorgung Militärhilfe Gabe
"""
_ASIDES = """
in im ins gegen mit zwischen bei beim über laut und oder sowie nahe zufolge gemäß wegen trotz während seit um auf
unter vor hinter neben als wie ohne statt bis innerhalb außerhalb nördlich südlich östlich westlich
"""
_HEADS = """
regierung armee militär präsident präsidentin führung staat staatschef regierungschef machthaber kanzler kanzlerin
premier außenminister verteidigungsminister ministerium streitkräfte truppen parlament luftwaffe marine botschaft
behörden seite konzern
"""
_GOALS = """
nach an für zu zum zur zugunsten gen richtung ans
"""
_ORIGINS = """
von aus vom seitens
"""
_AGENTS = """
durch von vom seitens
"""
_ARTICLES = """
der die das dem den des ein eine einem einen eines ganz ganze gesamte
"""
_MASCULINE = """
iran irak jemen libanon sudan südsudan kongo vatikan kreml papst tschad oman senegal
"""
_PASSIVES = """
wurde wurden wird werden worden würde würden geworden
"""
GERMAN_VALENCY = Valency(
    gives=frozenset(_GIVES.split()),
    takes=frozenset(_TAKES.split()),
    giving=frozenset(_GIVING.lower().split()),
    goals=frozenset(_GOALS.split()),
    origins=frozenset(_ORIGINS.split()),
    agents=frozenset(_AGENTS.split()),
    asides=frozenset(_ASIDES.split()),
    articles=frozenset(_ARTICLES.split()),
    datives=frozenset({"dem", "den"}),
    feminine="der",
    masculine=frozenset(_MASCULINE.split()),
    passives=frozenset(_PASSIVES.split()),
    future=frozenset({"wird", "werden", "würde", "würden"}),
    same_participle=frozenset({"überlassen", "übergeben", "erhalten", "bekommen", "empfangen", "verleihen"}),
    heads=frozenset(_HEADS.split()),
    titles=(
        "präsident",
        "machthaber",
        "regierungschef",
        "staatschef",
        "staatsoberhaupt",
        "kanzler",
        "bundeskanzler",
        "premier",
        "ministerpräsident",
        "diktator",
        "könig",
        "außenminister",
        "verteidigungsminister",
        "vizepräsident",
        "herrscher",
        "staatspräsident",
        "zar",
        "kaiser",
        "papst",
    ),
    subjects=frozenset({"wer"}),
    clause=re.compile(r"[.,:](?!\d)|[!?;–—„“”\"»«()]|\bdass\b|\bund damit\b|\bweil\b|\bwährend\b|\bobwohl\b"),
    verb_first=False,
)
