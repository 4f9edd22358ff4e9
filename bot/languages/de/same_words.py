"""German words that say the same of the same thing, strictly: what is true with one is true with the other.

Rule of this room: tables only; a word that says more, or is stronger, stands behind ">" and says the general one.
"""

SAME = """
schließen; zumachen; dichtmachen
kaufen; erwerben; ankaufen
verkaufen; veräußern
verhaften; festnehmen
ablehnen; zurückweisen; abweisen; verwerfen
annehmen; akzeptieren; zustimmen
genehmigen; bewilligen; erlauben; billigen
reparieren; instandsetzen; ausbessern
retten; bergen
bauen; errichten; erbauen
zerstören; verwüsten
zerstören > vernichten; demolieren
abreißen; niederreißen
beschädigen > zerstören; verwüsten; demolieren
verletzen; verwunden
töten > ermorden; erschießen; erschlagen; hinrichten; umbringen
umbringen; ermorden
sterben > ertrinken; verhungern; umkommen
angreifen; attackieren
angreifen > überfallen; bombardieren; beschießen
stehlen; entwenden; klauen
stehlen > rauben
erhöhen; anheben; heraufsetzen
steigen; zunehmen; wachsen; ansteigen
sinken; fallen; zurückgehen; abnehmen
senken; kürzen; verringern; reduzieren; herabsetzen
entdecken; finden; auffinden
veröffentlichen; publizieren; herausgeben
streichen; absagen
entlassen; feuern; kündigen
einstellen; anstellen; engagieren
gewinnen; siegen
besiegen; schlagen
erobern; einnehmen
beschlagnahmen; konfiszieren
eröffnen; einweihen
beginnen; anfangen; starten
enden; aufhören
beenden; abschließen
unterzeichnen; unterschreiben
unterstützen; befürworten
kritisieren; rügen; tadeln
loben; preisen
entführen; verschleppen; kidnappen
transportieren; befördern
finanzieren; bezahlen
durchsuchen; kontrollieren
verklagen; belangen
bezahlen; begleichen; zahlen
anklagen; beschuldigen
verlassen; weggehen
zurücktreten; abtreten
ernennen; berufen
schicken; senden; entsenden; liefern
bekommen; erhalten; kriegen
geben; überlassen; übergeben
zeigen; vorführen
helfen; beistehen
sagen; erklären
ankündigen; verkünden
behaupten > beteuern
zugeben; einräumen; gestehen
warnen; mahnen
fordern; verlangen
bitten; ersuchen
blockieren; versperren
verbieten; untersagen
erlauben; gestatten
evakuieren; räumen
überfluten; überschwemmen
brennen; lodern
zusammenstoßen; kollidieren
untergehen; sinken
fliehen; flüchten; entkommen
zurückkehren; zurückkommen
kommen; ankommen; eintreffen
reisen; fahren
umziehen; übersiedeln
wohnen; leben
dauern; währen
kosten; betragen
geschehen; passieren; sich ereignen
verbergen; verstecken
benutzen; verwenden; nutzen
brauchen; benötigen
wählen; auswählen
ändern; verändern
ersetzen; austauschen
untersuchen; prüfen
verurteilen; schuldig sprechen
freisprechen; entlasten
verabschieden; beschließen
besitzen; haben
fassen; enthalten
auto; wagen; pkw
lastwagen; lkw; laster
flugzeug; maschine
schiff > tanker; fähre; frachter
fahrzeug > auto; lastwagen; bus; motorrad
waffe > rakete; gewehr; pistole; bombe; panzer
tier > hund; katze; pferd; kuh; schaf; schwein; vogel
gebäude > haus; schule; kirche; krankenhaus; turm
krankenhaus; klinik; spital
mensch; person
kind > junge; mädchen; baby
arzt; mediziner
anwalt; rechtsanwalt; jurist
lehrer; lehrkraft
polizist; polizeibeamter
arbeiter; beschäftigter; arbeitnehmer; mitarbeiter
chef; leiter
firma; unternehmen; betrieb
laden; geschäft
straße; weg
dorf; ort
staat; land
abkommen; vertrag; vereinbarung; pakt
vorschlag; antrag
angebot; offerte
geld; mittel
lohn; gehalt
steuer; abgabe
preis; kosten
feuer; brand
sturm; orkan; unwetter
flut; überschwemmung; hochwasser
krankheit; erkrankung
tot; gestorben
groß; riesig
klein; winzig
schnell; rasch
reich; wohlhabend
krank; erkrankt
wichtig; bedeutend
gefährlich; riskant
film; streifen
spiel; partie
prozess; verfahren
gefängnis; haft
soldat; militärangehöriger
bibliothek; bücherei
strafe; bußgeld
juwelen; schmuck
forscher; wissenschaftler
dieb; einbrecher
nachbar; anwohner
"""
