"""How German is written: abbreviations, ordinals, and the words that open a sentence.

Rule of this room: tables only. They are written by hand, from Duden's rules (D 2 on abbreviations) and newspaper usage.
"""

from bot.core.language_data.notes import Notes
from bot.core.language_data.orthography import Orthography

_BINDING = """
al allg Anm Bd bes bspw bzgl bzw ca d.h d.i Dipl dipl Dr Dres ehem eigtl einschl engl entspr Erg ev evtl exkl
frz geb gem gen gest ggf ggfs hl Hl Hrsg i.d.R i.S.d inkl insb insbes Ing jew kath lat lt lic Lt m.E Mag max mind
möglw mwst n.n niederl Nr o.g österr p.p Ph.D poln Prof prot rd rer röm russ s.a s.o s.u schweiz sen sog St Ste tel
Tel türk u.d.T ung urspr v.a vgl Vgl vorm vs Vorst z.B z.Hd z.T z.Z z.Zt zit zw zzgl med phil jur nat habil iur theol
pol h.c Hptm Oblt Sgt Cpt Col Gouv Sen Rep Hon Rev Mr Mrs Ms Mme Mlle Msgr Bf Ebf Kard hrsg bearb übers verh verw
gesch Hr Fr Frl
"""

_ABBREVIATIONS = """
a.a.O a.D a.d a.M Abg Abk amtl b.a.w Bhf Bill Co Corp e.G e.V e.h e.K etc Fa ff Forts Ges gegr gez Hbf i.A i.D i.R i.V
Inc ital Jg Jh Jhd jun jr Jr km/h Ltd m.W Mill Mio Mrd Mwst n.Chr o.ä o.Ä od Pkt Pl Red S.A Sr Str tägl Tsd u.a u.ä
u.Ä u.U u.v.a u.v.m u.s.w usf usw USt v.Chr v.H v.T v.u.Z n.u.Z Verf Vol vorl z.H Ztr Jan Feb Febr Mär Apr Jul Aug
Sept Okt Nov Dez Mo Di Mi Do Sa So C.V D.C U.S U.S.A U.K p.m a.m Std Sek Min Bros Mt Abt Dir Gen Kap min
"""

_NUMBERING = "Abb Abs Abschn Art Aufl Bl Buchst Fig Fn H Kap Nr No Nrn Num Pos Rn Rz S Sp Tab Teil Ziff Z §"

_OPENERS = """
Bist Hast Habt Kannst Könnt Willst Wollt Magst Mögt Musst Müsst Weißt Wisst Darfst Dürft Gib Gibt Geht Kommt Komm Lass
Aber Ab Abends Abgesehen Alle Allein Allen Allerdings Alles Als Also Am An Andere Andererseits Andernfalls Anders
Anfang Anfangs Angesichts Anlass Anlässlich Anschließend Anstatt Auch Auf Aufgrund Aus Außer Außerdem Bald Bei Beide
Beim Bereits Besonders Bis Bisher Bislang Da Dabei Dadurch Dafür Dagegen Daher Dahin Dahinter Damals Damit Danach
Daneben Dank Dann Daran Darauf Daraufhin Daraus Darin Darüber Darum Darunter Das Dass Davon Davor Dazu Dein Dem
Demnach Demgegenüber Demzufolge Den Denen Denn Dennoch Der Deren Derartige Derzeit Des Deshalb Dessen Desweiteren
Deswegen Dich Die Dies Diese Diesem Diesen Dieser Dieses Doch Dort Dorthin Dreimal Du Durch Ebenfalls Ebenso
Eigentlich Ein Eine Einem Einen Einer Einerseits Eines Einige Einmal Einst Einzelne Endlich Entgegen Entsprechend
Entweder Er Erneut Erst Erste Erstmals Es Etliche Etwa Etwas Euch Falls Fast Ferner Folglich Für Ganz Gäbe Gegen
Gegenüber Gemäß Gemeinsam Genau Gerade Gern Gestern Gleiches Gleichwohl Gleichzeitig Hat Hatte Hätte Haben Heute Hier
Hierbei Hierdurch Hierfür Hiermit Hiervon Hierzu Hingegen Hinter Hinzu Ich Ihm Ihn Ihnen Ihr Ihre Ihrem Ihren Ihrer Im
Immer Immerhin In Indem Infolge Innerhalb Insbesondere Insgesamt Ins Inzwischen Irgendwann Ist Ja Je Jede Jedem Jeden
Jeder Jedes Jedoch Jemand Jene Jetzt Kaum Kein Keine Keinen Keiner Keinesfalls Können Könnte Künftig Kurz Kürzlich
Laut Lediglich Letztlich Leider Man Manche Manchmal Mehr Mehrere Mehrmals Mein Meine Meist Meistens Mit Mittels
Mittlerweile Momentan Morgen Müssen Nach Nachdem Nachmittags Nachts Nahezu Namentlich Nämlich Natürlich Neben Nein
Nicht Nichts Nie Niemals Niemand Noch Nun Nunmehr Nur Ob Oben Obgleich Obwohl Oder Offenbar Offensichtlich Oft Ohne
Plötzlich Rund Schließlich Schon Seine Sein Seinem Seinen Seiner Seit Seitdem Seither Selbst Selten Sich Sie Sind So
Sobald Sofern Sofort Sogar Solange Solch Solche Soll Sollte Sollten Somit Sondern Sonst Soweit Sowohl Später
Spätestens Statt Stattdessen Stets Tatsächlich Teilweise Trotz Trotzdem Über Überall Überdies Übrigens Um Und Ungefähr
Uns Unser Unsere Unter Unterdessen Ursprünglich Viel Viele Vielleicht Vielmehr Vom Von Vor Voraussichtlich Vorher
Während Wahrscheinlich Wann War Waren Wäre Warum Was Weder Wegen Weil Weiter Weitere Weiterhin Weiters Welche Welcher
Wem Wen Wenig Wenige Wenn Wer Werden Weshalb Wessen Wie Wieder Wiederum Wieso Wird Wir Wo Wobei Wodurch Woher Wohin
Wohl Womit Wozu Würde Wurde Wurden Zahlreiche Zehntausende Zu Zudem Zuerst Zufolge Zugleich Zuletzt Zum Zumal
Zumindest Zunächst Zur Zurück Zurzeit Zusammen Zusätzlich Zuvor Zwar Zwei Zweimal Zweitens Zwischen
"""

_MONTHS = """
Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Jan Feb Febr Apr Jun
Jul Aug Sept Okt Nov Dez
"""

_ORDINAL_FOLLOWERS = """
Jahrhundert Jahrhunderts Jahrtausend Jahrtausends Jh Jhd Jahr Jahrestag Jahrestages Geburtstag Geburtstags
Geburtstages Todestag Todestags Todestages Hochzeitstag Tag Tages Woche Monat Quartal Halbjahr Lebensjahr Platz Rang
Stelle Liga Bundesliga Spieltag Spieltags Runde Etappe Minute Spielminute Halbzeit Saison Klasse Stock Stockwerk Etage
Kapitel Absatz Artikel Weltkrieg Weltkriegs Weltkrieges Auflage Ausgabe Legislaturperiode Wahlperiode Amtszeit Armee
Division Bataillon Regiment Kompanie Brigade Kongress Parteitag Internationale Internationalen Präsident Präsidenten
Präsidentin US-Präsident US-Präsidenten FC Mal Grad Advent Bezirk Arrondissement Senat Strafsenat Zivilsenat Kammer
Mannschaft Sitzung Deutschen Deutsche Deutscher Internationaler Olympischen Breitengrad Längengrad Kilometer Person
Todesopfer Sonate Sinfonie Symphonie
"""

_ORDINAL_LEADERS = """
am an ab vom zum zur im bis seit der die das den dem des beim dieser diesem diesen jeder ihr ihre ihrem ihren sein
seine seinem seinen seiner ihrer und oder jahrgang auf als kaiser könig papst montag dienstag mittwoch donnerstag
freitag samstag sonnabend sonntag
"""

_DATE_WORDS = """
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so uhr stand den am um vom
zuletzt aktualisiert veröffentlicht erstellt update datum mez mesz
"""

_COUNTERS = """
Absatz Abschnitt Akt Apollo Artikel Autobahn Band Bahnsteig Baureihe Block Etage Flug Folge Gleis Gruppe Halle
Hausnummer Interstate Kapitel Klasse Kategorie Level Linie Los Nummer Paragraf Paragraph Phase Platz Punkt Rang
Reaktor Route Runde Saal Seite Startnummer Station Stufe Tag Teil Tor Version Zelle Zeile Ziffer Zimmer Zone Nr.
"""

_BYLINE_WORDS = "Von VON von Autor Autorin Text"

_NAME_PARTICLES = "am an auf bei der den de di da van von vom vor zu zum zur im in und la le el ob"


def _notes() -> Notes:
    from bot.languages.de.notes import GERMAN_NOTES  # noqa: PLC0415 - asking never needs it

    return GERMAN_NOTES


GERMAN_ORTHOGRAPHY = Orthography(
    binding=frozenset(_BINDING.split()),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    numbering=frozenset(_NUMBERING.split()),
    openers=frozenset(_OPENERS.split()),
    ordinals=True,
    ordinal_followers=frozenset((_MONTHS + _ORDINAL_FOLLOWERS).split()),
    ordinal_leaders=frozenset(_ORDINAL_LEADERS.split()),
    counters=frozenset(_COUNTERS.split()),
    reporting=frozenset(),
    byline_words=frozenset(_BYLINE_WORDS.split()),
    name_particles=frozenset(_NAME_PARTICLES.split()),
    date_words=frozenset((_DATE_WORDS + _MONTHS.lower()).split()),
    inner_endings=("Innen",),
    noted=_notes,
    letters="äöüßÄÖÜ",
)
