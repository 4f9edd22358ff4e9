"""How German asks: what shows which kind of answer a question wants.

Rule of this room: patterns see the question's normalised words, one space between and around them; the first wins.
"""

import re

from bot.model import Wanted

_NUMBER = r" wie ?(viele?n?r?s?|lange?|alt|weit|groß|hoch|oft|häufig|schnell|tief|breit|schwer|teuer) | wieviele? "
_NUMBER += r"| prozent | prozentsatz | anteil | welche[mnrs]? (anzahl|zahl|summe|höhe|größe|menge|alter|preis) "
COUNTING = re.compile(r" (?:wie ?viele?[nrs]?|welche (?:anzahl|zahl)(?: von| an)?) ((?:\w+ ){1,4})")
"""What asks for a number of something, and what follows it."""
AMOUNTS = "hunderte hunderten tausende tausenden dutzende dutzenden million millionen milliarde milliarden mehrere"
AMOUNTS += " zehntausende zehntausenden hunderttausende hunderttausenden"
"""Words that count as a number does."""
_TIMES = "jahr|datum|tag|monat|jahrhundert|jahrzehnt|zeit|zeitraum|epoche|jahren|zeitpunkt|jahreszeit"
_WHEN = rf" wann | welche[mnrs]? ({_TIMES}) | wie lange her "
_PLACES = "stadt|land|ort|staat|region|gebiet|kontinent|straße|städte|städten|länder|ländern|fluss|insel|bezirk"
_WHERE = rf" wo | woher | wohin | welche[mnrs]? ({_PLACES}|universität|schule|gebäude|dorf|provinz|hauptstadt) "
_PERSONS = """
person mann frau autor autorin künstler künstlerin könig königin präsident präsidentin spieler spielerin
wissenschaftler wissenschaftlerin forscher forscherin dichter dichterin schriftsteller schriftstellerin führer anführer
herrscher kaiser kaiserin papst schauspieler schauspielerin sänger sängerin musiker maler malerin komponist philosoph
minister ministerin general befehlshaber gründer gründerin erfinder direktor direktorin professor professorin lehrer
lehrerin ingenieur entdecker architekt prinz prinzessin fürst herzog bischof gouverneur bürgermeister bürgermeisterin
kanzler kanzlerin sekretär trainer trainerin manager chef chefin sportler sportlerin astronaut physiker chemiker
mathematiker ökonom theologe reformer reformator politiker politikerin senator historiker historikerin journalist
journalistin heilige prophet gott figur arzt ärztin vorsitzende vorsitzender astronom biologe geograph kritiker
gelehrte gelehrter mönch priester anwalt anwältin richter richterin beamte beamter offizier kapitän quarterback
stürmer torwart fahrer pilot soldat spion fotograf designer entwickler unternehmer unternehmerin bankier investor
eigentümer besitzer erbe witwe ehefrau ehemann sohn tochter bruder schwester aktivist aktivistin sprecher sprecherin
botschafter diplomat kandidat kandidatin nachfolger nachfolgerin vorgänger vorgängerin
"""
_WHICH_PERSON = rf"welche[mnrs]? (?:\w+ ){{0,2}}(?:{'|'.join(_PERSONS.split())})"
"""Welcher deutsche Dichter: up to two words between."""
_WHY = r" warum | weshalb | wieso | wozu | wofür | welchem grund | was (ist|war) der grund | weswegen "
WANTED = (
    (Wanted.NUMBER, re.compile(_NUMBER)),
    (Wanted.WHEN, re.compile(_WHEN)),
    (
        Wanted.WHO,
        re.compile(rf" wer | wen | wem | wessen | {_WHICH_PERSON} "),
    ),
    (Wanted.WHERE, re.compile(_WHERE)),
    (Wanted.WHY, re.compile(_WHY)),
    (Wanted.HOW, re.compile(r" wie | wodurch | womit | auf welche weise ")),
)
TYPE_WORDS = """
jahr datum tag zeit name namen heißen heißt genannt nennen nennt art form zahl anzahl prozentsatz person beispiel
alt hoch lang lange groß weit oft schnell tief breit schwer teuer
"""
"""Words that say what kind of answer is wanted: it need not hold them."""
_MONTHS = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
_COUNTS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzend|hundert|tausend|million(?:en)?|milliarden?"
_OFFICES = r"präsident\w*|könig\w*|kaiser\w*|minister\w*|fürst\w*|papst|führer|gründer|general|direktor|professor|chef"
SIGNS = (
    (
        Wanted.WHEN,
        re.compile(
            rf"\b({_MONTHS}|jahrhunderts?|jahrzehnts?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|sommer|winter|frühling|frühjahr|herbst)\b|\b\d{{3,4}}er\b"
        ),
    ),
    (
        Wanted.NUMBER,
        re.compile(rf"\b({_COUNTS}|(?:hundert|tausend|dutzend)en?|hälfte|drittel|viertel|prozent|halb\w*)\b"),
    ),
    (
        Wanted.WHO,
        re.compile(
            rf"\b({_OFFICES}|machthaber|berater|sprecher|autor|schriftsteller|künstler|ingenieur|erfinder|familie)\b"
        ),
    ),
    (Wanted.WHERE, re.compile(r"\b(in|im|bei|nahe|aus|nach|nord\w*|süd\w*|ost\w*|west\w*)\b")),
    (
        Wanted.WHY,
        re.compile(r"\b(weil|denn|wegen|aufgrund|damit|deshalb|daher|sodass|grund|gründen|infolge|dadurch|somit|um)\b"),
    ),
    (Wanted.HOW, re.compile(r"\b(durch|indem|mittels|mithilfe|mit|anhand)\b")),
)
"""What shows that a sentence holds a kind of answer; figures and years are found without words."""
