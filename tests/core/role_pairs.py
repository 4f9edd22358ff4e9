# ruff: noqa: E501 - a pair is a line
"""Pairs of sentences in which two parties change places, by hand: by preposition, case, voice, verb, noun and metonym.

A line: party A | party B (keys of `NAMES`) | a sentence in which A gives and B gets | one in which B gives and A gets.
"""

NAMES = {
    "ru": ("Russia", "Russland"), "kp": ("North Korea", "Nordkorea"), "ua": ("Ukraine", "die Ukraine"),
    "de": ("Germany", "Deutschland"), "fr": ("France", "Frankreich"), "pl": ("Poland", "Polen"),
    "cn": ("China", "China"), "in": ("India", "Indien"), "jp": ("Japan", "Japan"), "it": ("Italy", "Italien"),
    "es": ("Spain", "Spanien"), "tr": ("Turkey", "die Türkei"), "ir": ("Iran", "der Iran"), "il": ("Israel", "Israel"),
    "br": ("Brazil", "Brasilien"), "pt": ("Portugal", "Portugal"), "ca": ("Canada", "Kanada"), "se": ("Sweden", "Schweden"),
    "ke": ("Kenya", "Kenia"), "cu": ("Cuba", "Kuba"), "mx": ("Mexico", "Mexiko"), "eg": ("Egypt", "Ägypten"),
    "no": ("Norway", "Norwegen"), "fi": ("Finland", "Finnland"), "gr": ("Greece", "Griechenland"), "us": ("the USA", "die USA"),
    "at": ("Austria", "Österreich"), "hu": ("Hungary", "Ungarn"), "gb": ("Britain", "Großbritannien"),
}  # fmt: skip

GERMAN = """
de|pl|Deutschland hat Polen im Frühjahr achtzehn Panzer überlassen.|Polen schickte im Frühjahr mehrere Tonnen Getreide an Deutschland.
ru|ir|Der Iran bezog von Russland moderne Kampfflugzeuge.|Russland bezog aus dem Iran Hunderte Drohnen.
ru|in|Russland verkaufte Indien große Mengen Rohöl zu niedrigen Preisen.|Indien exportierte im selben Jahr Medikamente nach Russland.
fr|pl|Polen wurden von Frankreich mehrere Abwehrsysteme geliefert.|Frankreich bekam im Gegenzug Kohle aus Polen.
jp|tr|Japan schickte nach dem Erdbeben Zelte an die Türkei.|Die Türkei hatte zuvor Rettungskräfte nach Japan entsandt.
il|it|Italien importierte im Juni Software aus Israel.|Israel kaufte im Mai Kampfflugzeuge von Italien.
ca|eg|Die Lieferung von Weizen durch Kanada an Ägypten begann im Herbst.|Ägypten lieferte Baumwolle an Kanada, wie Zeitungen berichteten.
se|ke|Schweden spendete Kenia zwei Millionen Impfdosen.|Kenia lieferte Blumen nach Schweden, teilte die Regierung mit.
cu|mx|Mexiko erhielt aus Kuba Ärzte und Pflegekräfte.|Kuba erhielt aus Mexiko mehrere Schiffe mit Lebensmitteln.
br|pt|Brasilien überwies Portugal die ausstehende Summe.|Portugal schenkte Brasilien zwei Flugzeuge.
de|ua|Deutschland hat der Ukraine weitere Haubitzen geliefert.|Die Ukraine schickte Fachleute nach Deutschland.
us|jp|Japan empfing aus den USA moderne Radaranlagen.|Die USA bezogen aus Japan Halbleiter.
no|gb|Norwegen verkaufte Großbritannien Gas.|Großbritannien verkaufte Norwegen Fregatten.
gr|at|Von Griechenland wurden Oliven nach Österreich exportiert.|Griechenland wurden von Österreich Löschflugzeuge geliehen.
cn|br|China lieferte Brasilien Lokomotiven.|Brasilien lieferte China Soja.
kp|ru|Nordkorea soll Tausende Arbeiter nach Russland geschickt haben.|Russland soll mehrere Züge mit Treibstoff nach Nordkorea geschickt haben.
kp|cn|Pjöngjang verkaufte Kohle an Peking.|Peking schickte Reis nach Pjöngjang.
ru|cn|Moskau habe Peking Turbinen übergeben, hieß es.|Peking habe Moskau Lastwagen übergeben, hieß es.
fi|se|Finnland lieferte Schweden zwei Eisbrecher.|Schweden schickte Finnland Pioniere.
it|es|Spanien bekommt Strom aus Italien.|Italien bekommt Wasserstoff aus Spanien.
fr|gb|Was Frankreich an Großbritannien lieferte, waren Austern.|Was Großbritannien an Frankreich lieferte, war Whisky.
us|eg|Die Militärhilfe der USA für Ägypten umfasste Hubschrauber.|Ägypten schickte Antiquitäten an die USA.
pl|ua|Polen übergab der Ukraine gebrauchte Flugzeuge.|Die Ukraine übergab Polen Gefangene.
tr|ua|Die Türkei verkaufte der Ukraine Drohnen.|Die Ukraine verkaufte der Türkei Sonnenblumenöl.
ir|cn|Aus dem Iran erhielt China Erdöl.|Aus China erhielt der Iran Maschinen.
de|fr|Frankreich kaufte von Deutschland Schienen.|Deutschland kaufte von Frankreich Reaktoren.
hu|at|Ungarn wird Österreich Mais liefern.|Österreich wird Ungarn Strom liefern.
jp|in|Indien wurde von Japan ein Kredit gewährt.|Japan wurde von Indien Stahl geliefert.
es|mx|Spanien sandte die Handschriften an Mexiko.|Mexiko sandte Spanien Kunstwerke.
ca|us|Kanada exportiert Holz in die USA.|Die USA exportieren Obst nach Kanada.
gb|in|Indien hat von Großbritannien Motoren erworben.|Großbritannien hat von Indien Tee erworben.
se|no|Die schwedische Regierung schickte Norwegen Sanitäter.|Die norwegische Regierung schickte Schweden Taucher.
us|il|Israel erhielt aus den USA Munition.|Die USA erhielten aus Israel Sensoren.
br|cu|Brasilien lieh Kuba Geld.|Kuba lieh Brasilien Trainer.
ke|eg|Der Kaffee, den Kenia an Ägypten liefert, ist knapp.|Der Zement, den Ägypten an Kenia liefert, ist knapp.
pt|es|Portugal versorgte Spanien mit Wasser.|Spanien versorgte Portugal mit Strom.
gr|tr|Griechenland hat der Türkei nach dem Beben Decken geschickt.|Die Türkei hat Griechenland nach dem Brand Flugzeuge geschickt.
fr|eg|Paris lieferte Kairo Fregatten.|Kairo lieferte Paris Datteln.
ru|us|Washington erhielt von Moskau eine Antwort.|Moskau erhielt von Washington einen Entwurf.
de|it|Lieferungen aus Deutschland an Italien enthielten Masken.|Lieferungen aus Italien an Deutschland enthielten Kittel.
at|fi|Österreich zahlte Finnland eine Entschädigung.|Finnland zahlte Österreich einen Vorschuss.
"""

ENGLISH = """
de|pl|Germany handed Poland eighteen tanks in the spring.|Poland sent several tonnes of grain to Germany in the spring.
ru|ir|Iran obtained modern fighter jets from Russia.|Russia obtained hundreds of drones from Iran.
ru|in|Russia sold India large amounts of crude oil at low prices.|In the same year India exported medicine to Russia.
fr|pl|Several air defence systems were delivered to Poland by France.|In return France received coal from Poland.
jp|tr|Japan sent tents to Turkey after the earthquake.|Turkey had earlier dispatched rescue teams to Japan.
il|it|Italy imported software from Israel in June.|Israel bought fighter jets from Italy in May.
ca|eg|The delivery of wheat by Canada to Egypt began in autumn.|Egypt supplied cotton to Canada, newspapers reported.
se|ke|Sweden donated two million doses of vaccine to Kenya.|Kenya shipped flowers to Sweden, the government said.
cu|mx|Mexico received doctors and nurses from Cuba.|Cuba received several ships with food from Mexico.
br|pt|Brazil transferred the outstanding sum to Portugal.|Portugal gave Brazil two aircraft.
de|ua|Germany has supplied Ukraine with more howitzers.|Ukraine sent experts to Germany.
us|jp|Japan got modern radar from the United States.|The United States got semiconductors from Japan.
no|gb|Norway sold Britain gas.|Britain sold Norway frigates.
gr|at|Greece lent Austria buses.|Austria lent Greece firefighting planes.
cn|br|China delivered locomotives to Brazil.|Brazil delivered soy to China.
kp|ru|North Korea is said to have sent thousands of workers to Russia.|Russia is said to have sent several trains with fuel to North Korea.
kp|cn|Pyongyang sold coal to Beijing.|Beijing sent rice to Pyongyang.
ru|cn|Moscow handed Beijing turbines, it was said.|Beijing handed Moscow trucks, it was said.
fi|se|Finland provided Sweden with two icebreakers.|Sweden sent engineers to Finland.
it|es|Spain gets electricity from Italy.|Italy gets hydrogen from Spain.
fr|gb|What France supplied to Britain were oysters.|What Britain supplied to France was whisky.
us|eg|American military aid to Egypt included helicopters.|Egypt sent antiquities to the United States.
pl|ua|Poland gave Ukraine used aircraft.|Ukraine gave Poland prisoners.
tr|ua|Turkey sold drones to Ukraine.|Ukraine sold sunflower oil to Turkey.
ir|cn|From Iran China received crude.|From China Iran received machines.
de|fr|France bought rails from Germany.|Germany bought reactors from France.
hu|at|Hungary will deliver maize to Austria.|Austria will deliver power to Hungary.
jp|in|India was granted a loan by Japan.|Japan was sent steel by India.
es|mx|Spain sent the manuscripts to Mexico.|Mexico sent works of art to Spain.
ca|us|Canada exports timber to the US.|The US exports fruit to Canada.
gb|in|India has acquired engines from Britain.|Britain has acquired tea from India.
se|no|The Swedish government sent paramedics to Norway.|The Norwegian government sent divers to Sweden.
il|us|America received sensors from Israel.|Israel received ammunition from America.
br|cu|Brazil lent Cuba money.|Cuba lent Brazil coaches.
ke|eg|Kenya supplied coffee to Egypt, which is extending its ports.|Egypt supplied cement to Kenya, which is building roads.
pt|es|Portugal sent water to Spain.|Spain sent electricity to Portugal.
gr|tr|Blankets were sent to Turkey by Greece after the quake.|Planes were sent to Greece by Turkey after the fire.
fr|eg|Paris supplied Cairo with frigates.|Cairo supplied Paris with dates.
ru|us|Washington received an answer from Moscow.|Moscow received a draft from Washington.
de|it|Shipments from Germany to Italy held masks.|Shipments from Italy to Germany held gowns.
at|fi|Austria paid Finland compensation.|Finland paid Austria an advance.
"""


def pairs(table: str) -> list[tuple[str, str, str, str]]:
    """Return a table's lines: A, B, A gives, B gives."""
    rows = [line.split("|") for line in table.strip().splitlines()]
    return [(a, b, ab, ba) for a, b, ab, ba in rows]
