"""German forms that no stemmer finds: strong and mixed verbs, prefixes, and numerals.

Rule of this room: a line is an infinitive and its other stems; prefixes and regular endings are left to `morphology`.
"""

_VERBS = """
backen buk gebacken bäckt;befehlen befahl befohlen befiehlt;beginnen begann begonnen;beißen biss gebissen
bergen barg geborgen birgt;bersten barst geborsten;biegen bog gebogen;bieten bot geboten;binden band gebunden
bitten bat gebeten;blasen blies geblasen bläst;bleiben blieb geblieben;braten briet gebraten brät
brechen brach gebrochen bricht;brennen brannte gebrannt;bringen brachte gebracht;denken dachte gedacht
dringen drang gedrungen;empfehlen empfahl empfohlen empfiehlt;erschrecken erschrak erschrocken;essen aß gegessen isst
fahren fuhr gefahren fährt;fallen fiel gefallen fällt;fangen fing gefangen fängt;fechten focht gefochten
finden fand gefunden;fliegen flog geflogen;fliehen floh geflohen;fließen floss geflossen;fressen fraß gefressen
frieren fror gefroren;gebären gebar geboren;geben gab gegeben gibt gäbe;gehen ging gegangen;gelingen gelang gelungen
gelten galt gegolten gilt;genießen genoss genossen;geschehen geschah geschieht;gestehen gestand gestanden
gewinnen gewann gewonnen
gießen goss gegossen;gleichen glich geglichen;gleiten glitt geglitten;graben grub gegraben gräbt
greifen griff gegriffen;halten hielt gehalten hält;hängen hing gehangen;heben hob gehoben;heißen hieß geheißen
helfen half geholfen hilft;kennen kannte gekannt;klingen klang geklungen;kommen kam gekommen käme
kriechen kroch gekrochen;laden lud geladen lädt;lassen ließ gelassen lässt;loben gelobt;laufen lief gelaufen läuft
leiden litt gelitten;leihen lieh geliehen;lesen las gelesen liest;liegen lag gelegen läge;lügen log gelogen
meiden mied gemieden;messen maß gemessen misst;nehmen nahm genommen nimmt nähme;nennen nannte genannt
pfeifen pfiff gepfiffen;raten riet geraten rät;reißen riss gerissen;reiten ritt geritten;rennen rannte gerannt
riechen roch gerochen;ringen rang gerungen;rufen rief gerufen;saufen soff gesoffen;schaffen schuf geschaffen schüfe
scheiden schied geschieden;scheinen schien geschienen;schieben schob geschoben;schießen schoss geschossen
schlafen schlief geschlafen schläft;schlagen schlug geschlagen schlägt;schleichen schlich geschlichen
schließen schloss geschlossen;schmelzen schmolz geschmolzen schmilzt;schneiden schnitt geschnitten
schreiben schrieb geschrieben;schreien schrie geschrien;schreiten schritt geschritten;schweigen schwieg geschwiegen
schwellen schwoll geschwollen;schwimmen schwamm geschwommen;schwinden schwand geschwunden
schwingen schwang geschwungen;schwören schwor geschworen;sehen sah gesehen sieht sähe;senden sandte gesandt
singen sang gesungen;sinken sank gesunken;sitzen saß gesessen;sprechen sprach gesprochen spricht spräche
springen sprang gesprungen;stechen stach gestochen sticht;stecken stak;stehen stand gestanden stünde stände
stehlen stahl gestohlen stiehlt;steigen stieg gestiegen;sterben starb gestorben stirbt;stoßen stieß gestoßen stößt
streichen strich gestrichen;streiten stritt gestritten;tragen trug getragen trägt;treffen traf getroffen trifft
treiben trieb getrieben;treten trat getreten tritt;trinken trank getrunken;trügen trog getrogen;tun tat getan
verderben verdarb verdorben verdirbt;vergessen vergaß vergisst;verlieren verlor verloren
verschwinden verschwand verschwunden;wachsen wuchs gewachsen wächst;waschen wusch gewaschen wäscht
weben wob gewoben;weichen wich gewichen;weisen wies gewiesen;wenden wandte gewandt;werben warb geworben wirbt
werfen warf geworfen wirft;wiegen wog gewogen;wissen wusste gewusst weiß;ziehen zog gezogen;zwingen zwang gezwungen
erlöschen erlosch erloschen;quellen quoll gequollen;spinnen gesponnen;winden wand gewunden
"""
_OTHERS = """
thema themen;museum museen;zentrum zentren;virus viren;konto konten;firma firmen;kriterium kriterien
ministerium ministerien;gremium gremien;medium medien;stadion stadien;risiko risiken;drama dramen;villa villen
praxis praxen;basis basen;album alben;visum visa;globus globen;rhythmus rhythmen;gymnasium gymnasien
imperium imperien;territorium territorien;laboratorium laboratorien;kolloquium kolloquien;prinzip prinzipien
material materialien;mineral mineralien;fossil fossilien;adverb adverbien;universum universen;individuum individuen
datum daten;faktum fakten;spektrum spektren;zyklus zyklen;embryo embryonen;dogma dogmen;schema schemata
komma kommata;klima klimata;index indizes;matrix matrizen;radius radien;studio studios;tempo tempi;cello celli
stadium stadien;auditorium auditorien;antibiotikum antibiotika;musikus musiker;bus busse;organismus organismen
mechanismus mechanismen;tourismus tourismen;mann männer männern;frau frauen;leute leuten;mythos mythen
privileg privilegien;schloss schlösser schlössern;herr herrn;nachbar nachbarn;laie laien;see seen;knie knien
pilz pilze pilzen;epos epen;bau bauten;neubau neubauten
frei freie freien freier freies freiem;neu neue neuen neuer neues neuem;treu treue treuen treuer treues treuem
blau blaue blauen blauer blaues blauem;grau graue grauen grauer graues grauem;rau raue rauen rauer raues rauem
hoch hohe hohen hoher hohes hohem höher höhere höheren höherer höheres höherem
gut besser bessere besseren besserer besseres besserem
modern moderne modernen moderner modernes modernem;extrem extreme extremen extremer extremes extremem
intern interne internen interner internes internem;extern externe externen externer externes externem
edel edle edlen edler edles edlem;teuer teure teuren teurer teures teurem
"""
_PAST = ("", "en", "e", "st", "t")
_ADJECTIVE = ("", "e", "en", "er", "es", "em")
_PREFIXES = """
ab an auf aus bei bereit da dar durch ein empor entgegen entlang fehl fern fertig fest fort frei gegenüber gleich heim
her herab heran heraus herein hervor herum hin hinaus hinein hinzu hoch kennen klar los mit nach nahe nieder offen
preis sicher statt still teil tot über überein um umher unter voll vor voran voraus vorbei vorüber wahr weg weiter
wider wieder zu zurecht zurück zusammen zuvor
"""
SEPARABLE = tuple(sorted(_PREFIXES.split(), key=len, reverse=True))
"""Prefixes that leave the verb, the longest first."""
INSEPARABLE = ("ent", "emp", "ver", "zer", "miss", "be", "er", "hinter", "durch", "über", "unter", "um", "wider")


def _lines(table: str = _VERBS) -> list[list[str]]:
    return [line.split() for line in table.replace("\n", ";").split(";") if line.strip()]


def _inflected(form: str) -> list[str]:
    """Return a stem's forms: a participle (ge…) as an adjective, a past or present stem as a verb."""
    if form.startswith("ge") or form.endswith("en"):
        return [form + ending for ending in _ADJECTIVE]
    if form.endswith("te"):
        return [form, form + "n", form + "st", form + "t"]
    return [form + ending for ending in _PAST]


FINITE = {word: line[0] for line in _lines() for form in line[1:] for word in _inflected(form)}
FINITE |= {word.replace("ß", "ss"): infinitive for word, infinitive in FINITE.items()}
FINITE["lasst"] = "lassen"
del FINITE["last"]  # a load, not "du lasest"
"""Form to infinitive, for verbs without a prefix; Swiss spelling as well."""
PLURALS = {form: line[0] for line in _lines(_OTHERS) for form in line[1:]}
"""Plurals and adjectives with another ending than the stemmer takes off."""
BARE = {
    word.removeprefix("ge"): infinitive
    for word, infinitive in FINITE.items()
    if word.startswith("ge") and not infinitive.startswith("ge") and infinitive not in ("essen", "liegen")
}
"""Participles as they stand after an inseparable prefix: verSPROCHEN, entSANDT; vergessen and verlegen are none."""
_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_TEENS = ("drei", "vier", "fünf", "sech", "sieb", "acht", "neun")
_SMALL = {
    "null": 0,
    **{word: n + 1 for n, word in enumerate(("eins", *_UNITS[1:], "zehn", "elf", "zwölf"))},
    **{word + "zehn": n + 13 for n, word in enumerate(_TEENS)},
    **{word: 10 * (n + 2) for n, word in enumerate(_TENS)},
    **{u + "und" + t: 10 * (j + 2) + i + 1 for j, t in enumerate(_TENS) for i, u in enumerate(_UNITS)},
}
NUMERALS = {
    **_SMALL,
    "dutzend": 12,
    **{(u if u != "ein" else "") + "hundert": 100 * (i + 1) for i, u in enumerate(_UNITS)},
    **{word + "tausend": 1000 * n for word, n in {**_SMALL, "": 1, "ein": 1}.items() if n and word != "eins"},
    **{(u if u != "ein" else "") + "hunderttausend": 100_000 * (i + 1) for i, u in enumerate(_UNITS)},
}
"""Number words; larger numbers stand as figures in a newspaper."""
_LIKE_VERBS = {"heiß": "heiß·", "laut": "laut·", "weich": "weich·", "still": "still·", "dicht": "dicht·"}
_OF_ADJECTIVES = ("", *"e es em er ere eren erer eres erem este esten ester estes estem".split())
ADJECTIVES = {
    base + ending: form
    for base, form in _LIKE_VERBS.items()
    for ending in _OF_ADJECTIVES
    if base + ending not in ("dichter", "dichtere")
}
"""Adjectives whose stem is also that of a verb (heißen, lauten, weichen, stillen, dichten), with forms of their own.

What ends in -en is left to the verb, and Dichter is a poet.
"""
