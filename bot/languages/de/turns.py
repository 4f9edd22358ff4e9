"""German phrases that turn a statement into another one, and what else tells that it is not said.

Rule of this room: tables only; the phrases are closed classes, from grammars of German.
"""

from bot.core.language_data.modifiers import Modifier
from bot.core.language_data.turns import Turns, phrase_patterns
from bot.languages.de.same_words import SAME

_BE = "ist|war|sei|sind|waren|seien|wäre|als"
_NOT = f"""
nicht mehr
das gegenteil von
das gegenteil ist
alles andere als
außerstande|ausserstande
außer stande
unfähig
nicht fähig
nicht in der lage
nicht imstande
nicht im stande
weit davon entfernt
weit entfernt
fern davon
meilenweit entfernt
weiger*
verweiger*
lehn* … ab
ablehn*
abgelehnt
versäum*
unterließ|unterließen|unterlässt|unterlassen
vergaß|vergaßen|vergessen
verzicht*
unterblieb*
statt
anstatt
anstelle
statt dass
zu _ , um
zu _ , als
zu _ für
zu _ zum
nicht _ genug
der|die|das|dem|den letzte|letzten , der|die|das
der|die|das letzte , was
{_BE} … gelogen|unwahr|erfunden|falsch|unzutreffend|erlogen|haltlos|widerlegt
{_BE} eine|ein|keine|kein lüge|märchen|mythos|legende|erfindung|falschmeldung|ente|irrtum
fälschlich*
fälschlicherweise
irrtümlich*
zu unrecht
entgegen
anders als
scheiter*
gescheitert
misslang|misslangen|misslungen|misslingt
mißlang
schlug|schlugen … fehl
fehlgeschlagen
verhinder*
verhütet*
vermied|vermieden|vermeide*
abgewend*
verhüte*
hinder* … daran
nie und nimmer
in keiner weise
auf keinen fall
unter keinen umständen
im gegenteil
wenig spricht|deutet|hoffnung|aussicht
wenige glauben|meinen|rechnen
kaum jemand|einer
bestreit*
bestritt*
dementier*
leugne*
abgestritten
streit* … ab
stritt* … ab
mangel* an
fehl* an
frei von
von wegen
noch aus
blieb* aus
bleibt aus
"""
_ALMOST = """
fast
beinahe
beinah
nahezu
schier
so gut wie
um ein haar
um haaresbreite
haarscharf
kurz davor
kurz vor der|dem|einer|einem
knapp davor
nahe daran
drauf und dran
im begriff
am rande
halb
halbwegs
quasi
praktisch
"""
_UNREAL = """
als ob
als wenn
als hätte|wäre|würde|könnte|sei|habe
wenn nur
angenommen
gesetzt den fall
vorausgesetzt
andernfalls
ansonsten
sonst
im falle|fall
für den fall
es sei denn
würde|würden
hätte|hätten
wäre|wären
träum*
erträum*
wünsch*
tut|tat|tun|taten so
vortäusch*
täusch* … vor
vorgetäuscht
simulier*
geprobt
"""
_DOUBT = """
gerücht*
verdacht*
verdächtig*
zweifel*
zweifl*
bezweifel*
anzweifel*
fraglich
unklar
ungewiss
unsicher , ob
offen , ob
ob
angeblich*
vermeintlich*
mutmaßlich*
vorwurf
vorwürfe*
vorgeworfen
warf|wirft|werfen|warfen … vor
beschuldig*
bezichtig*
verdächtigt
scheint|schien|scheinen|schienen
will|wollen … haben
behauptung*
verschwörung*
entweder … oder
allenfalls
bestenfalls
"""
_PLAN = """
hofft|hoffte|hoffen|hofften
hoffnung*
befürcht*
fürcht*
plant|plante|planen|planten|geplant
beabsichtig*
versuch*
droht|drohte|drohen|drohten|gedroht
verspr*
gelobt|gelobte
bot|bieten|bietet|boten … an
angeboten
erwäg*
erwog*
bemüh*
bereit
aufgefordert|fordert|forderte|fordern|forderten
soll|sollen|sollte|sollten
ist|sind|war|waren zu
vorhat|vorhaben|vorhatte
hat|haben|hatte|hatten … vor
vornehmen|vorgenommen
um … zu
damit
"""
_EXCEPT = """
außer
ausser
ausgenommen
bis auf
mit ausnahme
abgesehen von
mit einer ausnahme
nur nicht
"""
_SELDOM = """
selten
"""
_SOMETIMES = """
manchmal
gelegentlich
zuweilen
bisweilen
mitunter
ab und zu
hin und wieder
"""
_OFTEN = """
oft
häufig
meist
meistens
in der regel
zumeist
"""
_ALWAYS = """
immer
stets
jedes mal
ausnahmslos
"""
_PAST = """
früher
einst
einstmals
ehemals
bis vor kurzem
pfleg*
"""


def _is_past(word: str, lemma: str) -> bool | None:
    """Tell whether a verb's form is a past one, None for a strong one that ends like a present one (hielt, gibt)."""
    stem = lemma.removesuffix("en") if lemma.endswith("en") else lemma.removesuffix("n")
    if word in {lemma, f"{stem}t", f"{stem}et", f"{stem}e", f"{stem}st"}:
        return False
    if word.startswith((f"{stem}te", f"{stem}ete")):
        return True
    return None if word.endswith("t") else True


GERMAN_TURNS = Turns(
    have=frozenset({"haben"}),
    endings=frozenset({"", "e", "en", "er", "es", "em"}),
    phrases=phrase_patterns(
        {
            Modifier.EXCEPT: _EXCEPT,
            Modifier.NOT: _NOT,
            Modifier.ALMOST: _ALMOST,
            Modifier.UNREAL: _UNREAL,
            Modifier.DOUBT: _DOUBT,
            Modifier.PLAN: _PLAN,
            Modifier.PAST: _PAST,
            Modifier.FEW: _SELDOM,
            Modifier.SOME: _SOMETIMES,
            Modifier.MOST: _OFTEN,
            Modifier.ALL: _ALWAYS,
        }
    ),
    altered=tuple(
        "falsch vermeintlich angeblich mutmaßlich sogenannt so-genannt scheinbar möglich geplant "
        "vorgeschlagen versucht gescheitert missglückt misslungen ehemalig früher vormalig einstig künftig "
        "designiert stellvertretend amtierend kommissarisch verstorben selbsternannt erfunden fiktiv "
        "gespielt nachgemacht gefälscht imitiert unecht hölzern virtuell vorgetäuscht simuliert potenziell "
        "potentiell angehend verhindert ex vize".split()
    ),
    altered_prefixes=(
        "ex-",
        "vize-",
        "vize",
        "pseudo-",
        "pseudo",
        "beinahe-",
        "schein-",
        "schein",
        "möchtegern-",
        "nicht-",
        "anti-",
        "spielzeug",
        "spielzeug-",
        "attrappen",
        "halb",
        "fast-",
        "exfreund",
    ),
    factive=frozenset(
        "weiß wissen wusste wussten gewusst zeigt zeigte zeigen zeigten gezeigt beweist bewies beweisen "
        "bewiesen bestätigt bestätigte bestätigen ergab ergeben ergibt belegt belegte belegen steht stand "
        "fest tatsache tatsächlich klar sicher wahr erwiesen bekannt entdeckt entdeckte entdeckten erfuhr "
        "erfuhren erfahren bemerkt bemerkte merkte stellte stellten heraus bedauert bedauerte bedauern "
        "freut freute stolz froh erleichtert überrascht nachricht beweis belege beleg führte führten dazu "
        "so sodass folge daran dafür".split()
    ),
    having=frozenset(
        "hat haben hatte hatten besitzt besitzen besaß besaßen verfügt verfügen verfügte verfügten zählt "
        "zählen umfasst umfassen aufweist weist".split()
    ),
    relational=frozenset(
        "verbündete verbündeten verbündeter partner nachbar nachbarn nachbarland rivale rivalen gegner feind "
        "bündnispartner".split()
    ),
    everybody=frozenset("alle jeder alles jedermann jede beide sämtliche".split()),
    somebody=frozenset("jemand einer etwas".split()),
    partitives=tuple(
        "zahl anzahl gruppe art sorte mehrheit minderheit dutzend hundert tausend million milliarde paar "
        "hälfte drittel viertel prozent teil stadt gemeinde insel republik land monat jahr tag menge reihe "
        "serie team schar anteil mitglied tonne liter meter bürgermeister präsident minister flasche sack".split()
    ),
    ranges=frozenset("bis oder und - –".split()),
    alternatives=frozenset({"oder"}),
    past=frozenset("war waren hatte hatten wurde wurden".split()),
    present=frozenset("ist sind wird werden bin".split()),
    contracted=(("%", " Prozent"),),
    of_time=frozenset("uhr jahr jahre".split()),
    is_past=_is_past,
    same=SAME,
    definite=frozenset("der die das dem den des".split()),
    of=frozenset({"von", "vom"}),
    between="zwischen",
    joint="und",
    genitives=frozenset("des eines der einer".split()),
    ability=frozenset("kann können konnte konnten".split()),
    conditions=frozenset("wenn falls sofern".split()),
    copulas=frozenset("ist sind war waren".split()),
    subjunctive=frozenset("hätte hätten wäre wären würde würden".split()),
    future=frozenset("wird werden werde".split()),
)
