"""How English says who gives what to whom.

Rule of this room: words stand normalised (`core.analysis.normalise`), verbs as infinitives.
"""

import re

from bot.core.roles import Valency

_GIVES = """
send deliver supply ship give provide export sell donate transfer hand dispatch pay lend deploy grant offer contribute
furnish forward present lease transport bring
"""
_TAKES = """
receive get obtain import buy acquire accept purchase gain borrow inherit rent order expect
"""
_GIVING = """
delivery supply shipment export sale donation payment transfer gift aid assistance support deployment dispatch
"""
_ASIDES = """
in against with between of about and or near on at over under during since as like without within including besides
alongside
"""
_HEADS = """
government army military president leadership state leader ruler chancellor premier minister foreign ministry forces
troops parliament navy prime defence defense side authorities
"""
ENGLISH_VALENCY = Valency(
    gives=frozenset(_GIVES.split()),
    takes=frozenset(_TAKES.split()),
    giving=frozenset(_GIVING.split()),
    goals=frozenset({"to", "for", "into", "towards"}),
    origins=frozenset({"from"}),
    agents=frozenset({"by"}),
    asides=frozenset(_ASIDES.split()),
    articles=frozenset({"the", "a", "an", "all", "whole"}),
    datives=frozenset(),
    feminine="",
    masculine=frozenset(),
    passives=frozenset({"was", "were", "been", "being"}),
    future=frozenset(),
    same_participle=frozenset(),
    heads=frozenset(_HEADS.split()),
    titles=(
        "president",
        "leader",
        "ruler",
        "chancellor",
        "premier",
        "prime",
        "minister",
        "foreign",
        "defence",
        "defense",
        "dictator",
        "king",
        "queen",
        "chief",
        "supreme",
        "vice",
        "emperor",
        "tsar",
        "pope",
    ),
    subjects=frozenset({"who"}),
    clause=re.compile(r"[.,:](?!\d)|[!?;–—“”\"()]|\bthat\b|\bwhich\b|\bbecause\b|\bwhile\b|\balthough\b|\bwhereas\b"),
    verb_first=True,
)
