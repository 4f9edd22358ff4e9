"""What a German question must be answered with, and what shows it in a German sentence.

Rule of this room: a sign is generous, for a sentence without one is no answer; what is asked is read strictly.
"""

import re

from bot.core.proof import Proofs, place, placed, somewhere
from bot.model import Proof

MONTHS = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
_PAID = r"kost\w*|verdien\w*|zahl\w*|bezahl\w*|gezahlt|geld|wert|ausgegeben|ausgeben"
_COUNTED = (
    "zahl|kosten|preis|schaden|schäden|schuld|summe|betrag|anteil|quote|einwohner|bevölkerung|strafe|gebühr|steuer"
)
_COUNTED += "|gehalt|lohn|miete|fonds|verlust|gewinn|umsatz|prämie|honorar|ablöse|entschädigung|rente|zins|inflation"
_COUNTED += "|dividende|zuschuss|förderung|kredit|beitrag|lösegeld|kaution|bußgeld|erlös|etat|budget|einnahme|ausgabe"
_COUNTED += "|rate|beteiligung|ergebnis|hilfe|spende|vermögen|angebot"
"""What is high without being long: it wants a number."""
ASKED = (
    (Proof.AGE, re.compile(r" wie alt | welche[mns]? alter ")),
    (
        Proof.MONEY,
        re.compile(rf" wie ?(viel|teuer)( \w+){{0,9}} ({_PAID}) | was (kostet|kosten|kostete|kosteten) | wie teuer "),
    ),
    (
        Proof.PLACE,
        re.compile(r" wo | woher | wohin | welche[mnrs]? (stadt|land|ort|dorf|hauptstadt|provinz|bundesland) "),
    ),
    (Proof.REASON, re.compile(r" warum | weshalb | wieso | weswegen | aus welchem grund ")),
    (
        Proof.SIZE,
        re.compile(rf" wie ?(lange?|weit|groß|hoch|oft|häufig|schnell|tief|breit|schwer) (?!.*({_COUNTED}))"),
    ),
    (
        Proof.COUNT,
        re.compile(r" wie ?(viele?[nrs]?|hoch) | welche[mnrs]? (anzahl|zahl|summe|höhe|menge|prozentsatz|anteil) "),
    ),
)
"""What beside the kind of the question word shows what is asked; the first wins."""
_UNITS = r"""kilomet|meter|meile|fuß\b|zoll\b|yard|knoten|\bkm\b|\bcm\b|\bmm\b|\bm\b|hektar|quadrat|tonne|kilo
|\bkg\b|gramm
|pfund|liter|barrel|grad\b|stunde|minute|sekunde|tage?n?\b|tagelang|nacht|nächte|woche|monat|jahr|prozent|volt|watt
|stöckig|etage
|generation|einmal|zweimal|mal\b|immer|nie\b|selten|oft\b|häufig|täglich|jährlich"""
SHOWN = {
    Proof.AGE: re.compile(
        r"\d[ -]?jährig|jahren? alt|\balter[s]?\b|, \d{1,3}[,.]|\(\d{1,3}\)|\bgeboren|\d jahre\b|\bmit \d+\b"
    ),
    Proof.MONEY: re.compile(
        r"[$€£¥]|\b(?:euros?|dollars?|pfund|cents?|yen|yuan|rubel|franken|mark|kronen?|prozent|hälfte|drittel|viertel)"
        r"\b|%|kostenlos|umsonst|gratis"
    ),
    Proof.TIME: re.compile(
        r"\b(?:heute|gestern|vorgestern|morgen|übermorgen|jetzt|derzeit|kürzlich|neulich|bald|später|zuvor|inzwischen)\b"
        r"|\b(?:jahr|monat|woche|tag|stunde|minute|nacht|nächt|abend|morgen|mittag|frühjahr|sommer|herbst|winter)"
        r"|\d\s?uhr\b"
    ),
    Proof.SIZE: re.compile(rf"{_UNITS}|%|°|\b(?:bis|seit)\b", re.VERBOSE),
}
"""What shows it in a sentence in small letters."""
DATE = re.compile(rf"\b(?:{MONTHS})\b|jahrhundert|\b\d{{1,4}}0er|\b\d{{4}}\b")
"""A time that says more than the day of the week, in small letters."""
_ARTICLES = r"de[rmns]|die|das"
PLACED = placed(
    "in|im|ins|bei|beim|aus|nach|nahe|am|an|auf|vom|zum|zur|von|um|durch|zwischen|entlang|über|unter|vor|hinter"
    "|südlich|nördlich|östlich|westlich|gegen|ab|bis",
    _ARTICLES,
)
"""What stands before the name of a place, in small letters."""
_PLACES = r"""stadt|städten?|dorf|dörfern?|land|ländern?|hauptstadt|hauptsitz|sitz|haus|hause|häusern?|halle
|krankenhaus|klinik
|schulen?|universität|kirche|bahnhof|flughafen|hafen|häfen|straßen?|platz|brücke|ufer|fluss|flusses|see|meer|küste
|insel|inseln
|berg|bergen|wald|wäldern?|park|garten|feld|feldern|stadion|gericht|gefängnis|museum|hotel|büro|gebäude|raum
|zentrum|norden|süden
|osten|westen|innere[nrs]?|landesinnere[nrs]?|ausland|grenze|region|gebiete?n?|gegend|viertel|vierteln|bezirk|heim
|heimen|\w+heimen?|ausschuss|ausschüssen|parlament|hof|werk|fabrik|bord|strand|himmel|boden|front|bühne|welt
|weltweit"""
PLACE = place(
    "in|im|ins|bei|beim|aus|nahe|am|an|auf|zum|zur|entlang|vor|hinter|unter",
    rf"{_ARTICLES}|eine[rmns]?",
    _PLACES,
    "dort|hier|überall|nirgends|weltweit",
)
"""A place without a name, in small letters."""
_TIMES = (
    "frühjahr|frühling|sommer|herbst|winter|jahr|monat|woche|tag|nacht|abend|morgen|mittag|stunde|minute|zeit|anfang"
)
_TIMES += f"|ende|{MONTHS}|mittwoch|rahmen|folge|regel|fall"
SOMEWHERE = somewhere("in|im|ins|bei|beim|nahe|am|hinter|unter|neben", rf"\w*(?:{_TIMES})", "[a-zäöü]")
"""What may be a place, in small letters."""
_LIGHT = """
erwartet geplant vorgesehen insgesamt genau laut derzeit aktuell geld
ab an auf aus ein her hin los vor weg zurück zusammen statt fest
"""
LIGHT = frozenset(_LIGHT.split())
"""Words of a question that a right answer need not have."""
PROOFS = Proofs(
    asked=ASKED,
    shown=SHOWN | {Proof.PLACE: PLACE},
    date=DATE,
    placed=PLACED,
    somewhere=SOMEWHERE,
    light=LIGHT,
    calendar=re.compile(
        rf"{MONTHS}|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|nacht|abend|morgen|million(?:en)?|milliarden?"
        r"|teil|ende|anfang|angaben|\w+(?:keit|heit|ung|ungen|schaft|tion|tionen|tät|ismus|nis)"
    ),
    nouns_too=True,
)
