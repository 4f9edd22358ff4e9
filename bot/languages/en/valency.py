"""How English says who gives what to whom.

Rule of this room: words stand normalised (`core.lexical.tokens.normalise`), verbs as infinitives.
"""

import re

from bot.core.language_data.patterns import pattern
from bot.core.language_data.valency import Valency, predicates

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
alongside through across throughout via behind inside outside onto off beyond around upon toward
"""
_HEADS = """
government army military president leadership state leader ruler chancellor premier minister foreign ministry forces
troops parliament navy prime defence defense side authorities team delegation officials diplomats police
"""
_ACTS = """
attack: attack assault raid bomb shell storm ambush
invade: invade occupy conquer overrun annex
criticise: criticise condemn slam denounce rebuke blast scold
praise: praise laud commend applaud hail
accuse: accuse blame
visit: visit
acquire: buy acquire purchase
found: found establish
beat: beat defeat thrash outplay overcome
beat only +against +over: win
beat turned only +to +against: lose
arrest: arrest detain imprison jail
sue: sue
hire: hire employ recruit
dismiss: dismiss fire sack
appoint: appoint nominate name
elect: elect
kill: kill murder assassinate shoot stab execute
threaten: threaten
warn: warn caution
support: support back endorse
help: help assist rescue save
reject: reject rebuff
invite: invite
succeed: succeed replace
succeed turned: precede
follow: follow
influence: influence inspire
teach: teach train
thank: thank
insult: insult mock offend
defend: defend protect
sanction: sanction
fine: fine penalise
ban: ban bar exclude expel
honour: honour award
betray: betray
control: control rule govern
own: own
own turned +to: belong
chase: chase pursue
deceive: deceive cheat betray defraud
rob: rob
injure: injure wound hurt
recognise: recognise
overtake: overtake
interview: interview
contact: contact call phone
marry: marry
"""
_DEEDS = """
attack +on +against: attack assault raid
invade +of: invasion occupation annexation conquest
criticise +of: criticism condemnation
praise +for: praise
accuse +against: accusation allegation
visit +to: visit
acquire +of: acquisition purchase takeover
beat +over +against: victory win
beat turned +to +against: defeat
arrest +of: arrest detention
sue +against: lawsuit
dismiss +of: dismissal
appoint +of: appointment
elect +of: election
kill +of: murder killing assassination
threaten +against: threat
support +for: support backing
"""
_REPORTING = """
say claim state think believe report announce confirm deny suggest argue insist admit allege assert declare explain
estimate
"""
_LIGHT = """
say claim state think believe report announce suggest argue insist allege assert declare explain
estimate last be have do become make take go come let keep begin start stop continue try want plan seem appear need use
happen mean remain stay tell ask know see hear call name include involve
"""
_MUTUAL = (
    "meet marry play fight compete cooperate collaborate agree discuss negotiate merge divorce resemble match share"
)
_HELPERS = "to did do does didn doesn don will won would can could may might must should shall not never t wants want"
ENGLISH_VALENCY = Valency(
    gives=frozenset(_GIVES.split()),
    takes=frozenset(_TAKES.split()),
    transfer_nouns=frozenset(_GIVING.split()),
    goal_prepositions=frozenset({"to", "for", "into", "towards"}),
    source_prepositions=frozenset({"from"}),
    agent_prepositions=frozenset({"by"}),
    adjunct_prepositions=frozenset(_ASIDES.split()),
    articles=frozenset("the a an all whole its their his her these those".split()),
    datives=frozenset(),
    accusatives=frozenset(),
    feminine="",
    masculine=frozenset(),
    passive_auxiliaries=frozenset({"was", "were", "been", "being"}),
    future=frozenset(),
    same_participle=frozenset(),
    state_nouns=frozenset(_HEADS.split()),
    office_titles=(
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
    clause=pattern(r"[.,:](?!\d)|[!?;–—“”\"()]|\bthat\b|\bwhich\b|\bbecause\b|\bwhile\b|\balthough\b|\bwhereas\b"),
    object_after_verb=True,
    verb_predicates=predicates(_ACTS),
    noun_predicates=predicates(_DEEDS),
    objects=frozenset({"whom"}),
    present_auxiliaries=frozenset({"is", "are", "be", "gets", "got", "get"}),
    suffixes=frozenset({"inc", "corp", "ltd", "llc", "plc", "co"}),
    theme_prepositions=frozenset({"with", "of"}),
    genitives=frozenset({"of"}),
    receivers=frozenset(),
    approximators=frozenset({"over", "under", "about", "to", "near"}),
    lists=frozenset({"including", "among", "namely", "such"}),
    theme_question_words=frozenset({"what"}),
    opening=frozenset({"how", "what", "which"}),
    joints=frozenset({"and", "or"}),
    genitive_marks=("'s", "’s"),
    name_genitive="s",
    active_endings=("ing",),
    present_endings=("s",),
    light=frozenset(_LIGHT.split()),
    mutual=frozenset(_MUTUAL.split()),
    helpers=frozenset(_HELPERS.split()),
    openers=pattern(r"\w{4,}(?:ally|edly|ently|antly|ously|ingly)|however|meanwhile|moreover|furthermore|nevertheless"),
    reporting=frozenset(_REPORTING.split()),
    ruling=frozenset("rule lead govern head run reign command".split()),
    subordinate=pattern(
        r"(?<=\w )(?:when|after|before|if|where|until|once|how|why|what|whether|and then)\b", re.IGNORECASE
    ),
    fronted=pattern(r"(?!)"),
    attributive=pattern(r"(?!)"),
    persons=pattern(r"(?!)"),
    inserted=pattern(r", ((?:which|who|whose|whom|an?|the)\s[^,;:.!?]{1,150}),"),
    possessives=frozenset(),
)
