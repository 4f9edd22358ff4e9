"""German words that exclude each other; the sets have the same names in every language.

Rule of this room: only what can't both be meant stands in a set; a general word for others stands in none.
"""

from bot.core.language_data.contrasts import Contrasts, table

_MODIFIERS = """
direction north: nördlich
direction south: südlich
direction east: östlich
direction west: westlich
age old: alt, ehemalig, früher, bisherig, scheidend, vorig
age new: neu, künftig, nächst
order first: erst
order second: zweit
order third: dritt
order fourth: viert
order last: letzt
size large: groß
size small: klein
side left: link
side right: recht
level upper: ober
level lower: unter
place inner: inner
place outer: äußer
owner public: öffentlich, staatlich
owner private: privat
sex male: männlich
sex female: weiblich
colour red: rot
colour green: grün
colour blue: blau
colour yellow: gelb
colour black: schwarz
colour white: weiß
colour brown: braun
"""
_PREFIXES = """
direction north: nord
direction south: süd
direction east: ost
direction west: west
age old: alt
age new: neu
season summer: sommer
season winter: winter
season spring: frühjahrs, frühlings
season autumn: herbst
time morning: morgen
time evening: abend
level upper: ober
level lower: unter
place inner: innen
place outer: außen
vehicle bus: bus
vehicle train: bahn, zug
vehicle tram: straßenbahn, tram
vehicle taxi: taxi
vehicle lorry: lastwagen, lkw
vehicle ferry: fähr
trade-flow import: import, einfuhr
trade-flow export: export, ausfuhr
school primary: grund
owner private: privat
owner public: staats
"""
_KINDS = """
trade baker: bäcker, bäckerin
trade butcher: metzger, metzgerin, fleischer, fleischerin, schlachter
trade tailor: schneider, schneiderin
trade teacher: lehrer, lehrerin
trade doctor: arzt, ärztin
trade nurse: krankenschwester, krankenpfleger, pfleger, pflegerin
trade dentist: zahnarzt, zahnärztin
trade vet: tierarzt, tierärztin
trade pharmacist: apotheker, apothekerin
trade lawyer: anwalt, anwältin, rechtsanwalt, rechtsanwältin
trade architect: architekt, architektin
trade engineer: ingenieur, ingenieurin
trade farmer: bauer, bäuerin, landwirt, landwirtin
trade fisher: fischer, fischerin
trade carpenter: tischler, tischlerin, schreiner, schreinerin, zimmermann
trade plumber: klempner, klempnerin
trade electrician: elektriker, elektrikerin
trade hairdresser: friseur, friseurin, friseuse, frisör
trade cook: koch, köchin
trade waiter: kellner, kellnerin
trade priest: priester, pfarrer, pfarrerin
trade journalist: journalist, journalistin, reporter, reporterin
trade photographer: fotograf, fotografin
trade singer: sänger, sängerin
trade actor: schauspieler, schauspielerin
trade painter: maler, malerin
trade miner: bergmann, bergleute
trade shoemaker: schuster, schuhmacher
trade optician: optiker, optikerin
trade florist: florist, floristin
trade jeweller: juwelier, juwelierin
trade bookseller: buchhändler, buchhändlerin
trade grocer: gemüsehändler, krämer
trade librarian: bibliothekar, bibliothekarin
trade firefighter: feuerwehrmann, feuerwehrleute
trade soldier: soldat, soldatin
trade sailor: matrose, seemann
trade pilot: pilot, pilotin
trade train-driver: lokführer, lokführerin, lokomotivführer, zugführer
trade bus-driver: busfahrer, busfahrerin
trade taxi-driver: taxifahrer, taxifahrerin
trade lorry-driver: lastwagenfahrer, lkw fahrer
trade tram-driver: straßenbahnfahrer
court judge: richter, richterin
court prosecutor: staatsanwalt, staatsanwältin, staatsanwaltschaft
court defence: verteidiger, verteidigerin, verteidigung
kin father: vater
kin mother: mutter
kin son: sohn
kin daughter: tochter
kin brother: bruder
kin sister: schwester
kin husband: ehemann
kin wife: ehefrau
kin uncle: onkel
kin aunt: tante
kin grandfather: großvater
kin grandmother: großmutter
match winner: sieger, siegerin, gewinner, gewinnerin
match loser: verlierer, verliererin
deal buyer: käufer, käuferin
deal seller: verkäufer, verkäuferin
work employer: arbeitgeber, arbeitgeberin
work employee: arbeitnehmer, arbeitnehmerin
rent landlord: vermieter, vermieterin
rent tenant: mieter, mieterin
"""
_VERBS = """
open open: öffnen, eröffnen
open close: schließen
run begin: beginnen, anfangen, starten
run end: enden, aufhören
change rise: steigen, wachsen, zunehmen
change fall: sinken, fallen, abnehmen, schrumpfen
way arrive: ankommen, eintreffen
way leave: abfahren, abreisen
job hire: einstellen
job fire: entlassen, kündigen
deal sell: verkaufen
deal buy: kaufen
result win: gewinnen
result lose: verlieren
vote accept: annehmen, zustimmen
vote reject: ablehnen
"""
CONTRASTS = Contrasts(table(_MODIFIERS), table(_PREFIXES), table(_KINDS), table(_VERBS))
