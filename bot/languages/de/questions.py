"""How German asks: what shows which kind of answer a question wants.

Rule of this room: patterns see the question's normalised words, one space between and around them; the first wins.
"""

import re

from bot.core.language_data.patterns import pattern
from bot.core.language_data.questions import Questions, before_place, maybe_place, place
from bot.languages.de.contrasts import CONTRASTS
from bot.languages.de.morphology import stem
from bot.model import AnswerType, QuestionType

_NUMBER = r" wie ?(viele?n?r?s?|lange?|alt|weit|groß|hoch|oft|häufig|schnell|tief|breit|schwer|teuer) | wieviele? "
_NUMBER += r"| prozent | prozentsatz | anteil | welche[mnrs]? (anzahl|zahl|summe|höhe|größe|menge|alter|preis) "
COUNTING = pattern(r" (?:wie ?viele?[nrs]?|welche (?:anzahl|zahl)(?: von| an)?) ((?:\w+ ){1,4})")
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
_WHICH = r"welche[mnrs]? (?:\w+ ){0,2}"
_WHICH_PERSON = rf"{_WHICH}(?:{'|'.join(_PERSONS.split())})"
"""Welcher deutsche Dichter: up to two words between."""
_KIND = pattern(rf" {_WHICH}({'|'.join(_PERSONS.split())}|{_PLACES}) ")
_WHY = r" warum | weshalb | wieso | wozu | wofür | welchem grund | was (ist|war) der grund | weswegen "
QUESTION_TYPES = (
    (QuestionType.NUMBER, pattern(_NUMBER)),
    (QuestionType.WHEN, pattern(_WHEN)),
    (
        QuestionType.WHO,
        pattern(rf" wer | wen | wem | wessen | {_WHICH_PERSON} "),
    ),
    (QuestionType.WHERE, pattern(_WHERE)),
    (QuestionType.WHY, pattern(_WHY)),
    (QuestionType.HOW, pattern(r" wie | wodurch | womit | auf welche weise ")),
)
TYPE_WORDS = """
jahr datum tag zeit name namen heißen heißt genannt nennen nennt art form zahl anzahl prozentsatz person beispiel
alt hoch lang lange groß weit oft schnell tief breit schwer teuer
"""
"""Words that say what kind of answer is wanted: it need not hold them."""
_MONTHS = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
_COUNTS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzend|hundert|tausend|million(?:en)?|milliarden?"
_OFFICES = r"präsident\w*|könig\w*|kaiser\w*|minister\w*|fürst\w*|papst|führer|gründer|general|direktor|professor|chef"
QUESTION_SIGNS = (
    (
        QuestionType.WHEN,
        pattern(
            rf"\b({_MONTHS}|jahrhunderts?|jahrzehnts?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|sommer|winter|frühling|frühjahr|herbst)\b|\b\d{{3,4}}er\b"
        ),
    ),
    (
        QuestionType.NUMBER,
        pattern(rf"\b({_COUNTS}|(?:hundert|tausend|dutzend)en?|hälfte|drittel|viertel|prozent|halb\w*)\b"),
    ),
    (
        QuestionType.WHO,
        pattern(
            rf"\b({_OFFICES}|machthaber|berater|sprecher|autor|schriftsteller|künstler|ingenieur|erfinder|familie)\b"
        ),
    ),
    (QuestionType.WHERE, pattern(r"\b(in|im|bei|nahe|aus|nach|nord\w*|süd\w*|ost\w*|west\w*)\b")),
    (
        QuestionType.WHY,
        pattern(r"\b(weil|denn|wegen|aufgrund|damit|deshalb|daher|sodass|grund|gründen|infolge|dadurch|somit|um)\b"),
    ),
    (QuestionType.HOW, pattern(r"\b(durch|indem|mittels|mithilfe|mit|anhand)\b")),
)
"""What shows that a sentence holds a kind of answer; figures and years are found without words."""
MONTHS = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"


_PAID = r"kost\w*|verdien\w*|zahl\w*|bezahl\w*|gezahlt|geld|wert|ausgegeben|ausgeben"


_COUNTED = (
    "zahl|kosten|preis|schaden|schäden|schuld|summe|betrag|anteil|quote|einwohner|bevölkerung|strafe|gebühr|steuer"
)


_COUNTED += "|gehalt|lohn|miete|fonds|verlust|gewinn|umsatz|prämie|honorar|ablöse|entschädigung|rente|zins|inflation"


_COUNTED += "|dividende|zuschuss|förderung|kredit|beitrag|lösegeld|kaution|bußgeld|erlös|etat|budget|einnahme|ausgabe"


_COUNTED += "|rate|beteiligung|ergebnis|hilfe|spende|vermögen|angebot"
"""What is high without being long: it wants a number."""


_TIME_UNITS = "jahre|monate|wochen|tage|nächte|stunden|minuten|sekunden|jahrzehnte|meter|kilometer|meilen"


ANSWER_TYPES = (
    (AnswerType.AGE, pattern(r" wie alt | welche[mns]? alter ")),
    (
        AnswerType.MONEY,
        pattern(rf" wie ?(viel|teuer)( \w+){{0,9}} ({_PAID}) | was (kostet|kosten|kostete|kosteten) | wie teuer "),
    ),
    (
        AnswerType.PLACE,
        pattern(r" wo | woher | wohin | welche[mnrs]? (stadt|land|ort|dorf|hauptstadt|provinz|bundesland) "),
    ),
    (AnswerType.REASON, pattern(r" warum | weshalb | wieso | weswegen | aus welchem grund ")),
    (
        AnswerType.SIZE,
        pattern(rf" wie ?(lange?|weit|groß|hoch|oft|häufig|schnell|tief|breit|schwer) (?!.*({_COUNTED}))"),
    ),
    (AnswerType.SIZE, pattern(rf" wie ?viele? ({_TIME_UNITS}) ")),
    (
        AnswerType.COUNT,
        pattern(r" wie ?(viele?[nrs]?|hoch) | welche[mnrs]? (anzahl|zahl|summe|höhe|menge|prozentsatz|anteil) "),
    ),
)
"""What beside the kind of the question word shows what is asked; the first wins."""
_UNITS = r"""kilomet|meter|meile|fuß\b|zoll\b|yard|knoten|\bkm\b|\bcm\b|\bmm\b|\bm\b|hektar|quadrat|tonne|kilo
|\bkg\b|gramm
|pfund|liter|barrel|grad\b|stunde|minute|sekunde|tage?n?\b|tagelang|nacht|nächte|woche|monat|jahr|prozent|volt|watt
|stöckig|etage
|generation|einmal|zweimal|mal\b|immer|nie\b|selten|oft\b|häufig|täglich|jährlich"""
ANSWER_SIGNS = {
    AnswerType.AGE: pattern(
        r"\d[ -]?jährig|jahren? alt|\balter[s]?\b|, \d{1,3}[,.]|\(\d{1,3}\)|\bgeboren|\d jahre\b|\bmit \d+\b"
    ),
    AnswerType.MONEY: pattern(
        r"[$€£¥]|\b(?:euros?|dollars?|pfund|cents?|yen|yuan|rubel|franken|mark|kronen?|prozent|hälfte|drittel|viertel)"
        r"\b|%|kostenlos|umsonst|gratis"
    ),
    AnswerType.TIME: pattern(
        r"\b(?:heute|gestern|vorgestern|morgen|übermorgen|jetzt|derzeit|kürzlich|neulich|bald|später|zuvor|inzwischen)\b"
        r"|\b(?:jahr|monat|woche|tag|stunde|minute|nacht|nächt|abend|morgen|mittag|frühjahr|sommer|herbst|winter)"
        r"|\d\s?uhr\b"
    ),
    AnswerType.SIZE: pattern(rf"{_UNITS}|%|°|\b(?:bis|seit)\b", re.VERBOSE),
}
"""What shows it in a sentence in small letters."""
DATE = pattern(rf"\b(?:{MONTHS})\b|jahrhundert|\b\d{{1,4}}0er|\b\d{{4}}\b")
"""A time that says more than the day of the week, in small letters."""
_ARTICLES = r"de[rmns]|die|das"


BEFORE_PLACE = before_place(
    "in|im|ins|bei|beim|aus|nach|nahe|am|an|auf|vom|zum|zur|von|um|durch|zwischen|entlang|über|unter|vor|hinter"
    "|südlich|nördlich|östlich|westlich|gegen|ab|bis",
    _ARTICLES,
)
"""What stands before the name of a place, in small letters."""
_PLACE_NOUNS = r"""stadt|städten?|dorf|dörfern?|land|ländern?|hauptstadt|hauptsitz|sitz|haus|hause|häusern?|halle
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
    _PLACE_NOUNS,
    "dort|hier|überall|nirgends|weltweit",
)
"""A place without a name, in small letters."""
_TIME_NOUNS = (
    "frühjahr|frühling|sommer|herbst|winter|jahr|monat|woche|tag|nacht|abend|morgen|mittag|stunde|minute|zeit|anfang"
)


_TIME_NOUNS += f"|ende|{MONTHS}|mittwoch|rahmen|folge|regel|fall"


MAYBE_PLACE = maybe_place("in|im|ins|bei|beim|nahe|am|hinter|unter|neben", rf"\w*(?:{_TIME_NOUNS})", "[a-zäöü]")
"""What may be a place, in small letters."""
_OPTIONAL_WORDS = """
erwartet geplant vorgesehen fällig angesetzt insgesamt genau laut derzeit aktuell geld bord
ab an auf aus ein her hin los vor weg zurück zusammen statt fest
"""
OPTIONAL_WORDS = frozenset(_OPTIONAL_WORDS.split())
"""Words of a question that a right answer need not have."""


_OTHERS = """
junge jungen mädchen kind jugendliche jugendlicher jugendlichen mann frau opfer täter täterin verdächtige verdächtiger
zeuge zeugin patient patientin schüler schülerin student studentin arbeiter arbeiterin angestellte angestellter
mitarbeiter mitarbeiterin besitzer besitzerin eigentümer eigentümerin inhaber inhaberin chef chefin leiter leiterin
direktor direktorin fahrer fahrerin radfahrer schütze angreifer angreiferin dieb räuber mörder häftling geisel gast
besucher nachbar nachbarin spieler spielerin trainer trainerin autor autorin künstler künstlerin bürgermeister
bürgermeisterin minister ministerin sprecher sprecherin polizist polizistin beamte beamter beamtin passagier
überlebende überlebender retter spender erbe baby halter halterin
"""


_PERSONS = "|".join([*_OTHERS.split(), *CONTRASTS.kinds])
"""Nouns of persons."""


GERMAN_QUESTIONS = Questions(
    question_types=QUESTION_TYPES,
    question_signs=QUESTION_SIGNS,
    type_words=frozenset(stem(w) for w in TYPE_WORDS.split()),
    counting=COUNTING,
    amounts=frozenset(AMOUNTS.split()),
    answer_types=ANSWER_TYPES,
    answer_signs=ANSWER_SIGNS | {AnswerType.PLACE: PLACE},
    date=DATE,
    before_place=BEFORE_PLACE,
    maybe_place=MAYBE_PLACE,
    optional_words=OPTIONAL_WORDS,
    calendar=pattern(
        rf"{MONTHS}|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|nacht|abend|morgen|million(?:en)?|milliarden?"
        r"|teil|ende|anfang|angaben|\w+(?:keit|heit|ung|ungen|schaft|tion|tionen|tät|ismus|nis)"
    ),
    naming=pattern(
        rf" (?:wie (?:heißt|heißen|hieß|hießen)|(?:lautet|ist|war) der name) (?:de[rmns]|die|das|diese[rs]?)"
        rf" (?:\w+e[nrms]? )?(\w*(?:{_PERSONS})(?:n|s|innen|nen)?) "
    ),
    kind=_KIND,
    called=pattern(
        r"\b(?:hei(?:ß|ss)(?:t|en)|hie(?:ß|ss)(?:en)?|namens|namen?|genannt\w*|nenn\w*|nannte\w*|bekannt als)\b"
    ),
)
