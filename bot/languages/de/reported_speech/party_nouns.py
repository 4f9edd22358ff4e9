"""German nouns that say what a party is, and those of times, places and media.

Rule of this room: tables only; written by hand from newspaper usage.
"""

import re

from bot.languages.de.reported_speech.vocabulary import _words

PERSON = re.compile(
    r"(präsident|minister|sprecher|chef|kanzler|richter|anwalt|anwälte|beamte[rn]?|führer|vorsitzende[rn]?|"
    r"direktor|leiter|experten?|"
    r"berater|könig|papst|general|kommissar|forscher|wissenschaftler|politiker|abgeordnete[rn]?|senator|"
    r"meister|sekretär|botschafter|"
    r"trainer|spieler|autor|journalist|zeugen?|polizist|ärzte|arzt|professor|manager|unternehmer|gründer|vater|"
    r"mutter|mann|frau|kritiker|"
    r"gegner|anhänger|kenner|geschworene[rn]?|aktivist|demonstranten|bewohner|bürger|eltern|schüler|lehrer|kollege|vertreter|mitglied|"
    r"mitglieder|mitarbeiter|"
    r"angehörige[rn]?|veranstalter|initiatoren|kandidat|beobachter|historiker|ökonom|analyst|diplomat|soldat|"
    r"offizier|retter|helfer|"
    r"ermittler|fahnder|kläger|angeklagte[rn]?|verteidiger|verfasser|nachbar|machthaber|regierungschef|"
    r"kommandant|kommandeur|premier|"
    r"jährige[rn]?|vorstand|referent|betroffene[rn]?|beauftragte[rn]?|bischof|pfarrer|pilot|fahrer|besitzer|"
    r"inhaber|betreiber|"
    r"präsidium|delegierte[rn]?|rat|rätin|geschäftsführer|vize|ministerin|gouverneur|staatschef|moderator|"
    r"redakteur|reporter|rechtler|unterstützer|befürworter|verantwortliche[rn]?|herausgeber|händler|landwirt|bauer|"
    r"student|arbeiter|beschäftigte[rn]?|nutzer|künstler|musiker|sänger|schauspieler|produzent|dekan|rektor|dezernent|"
    r"wirt|koch|köch|bäcker|rentner|kellner|maurer|tischler|metzger|friseur|imker|winzer|gärtner|jäger|förster|lehrling|"
    r"hausmeister|mieter|käufer|kunde|wähler|zuschauer|besucher|dichter|philosoph|denker|vorarbeiter|nonne|mönch|"
    r"alliierte[rn]?|verbündete[rn]?|schützer|eigentümer|teilnehmer|anwohner|passant|patient|verbraucher|gast|gäste|räte|"
    r"bischöfe|köche|väter|mütter|brüder|"
    r"\wloge|\wiker|\wist|\wnom|\wgraf|\weur|mediziner|rebellen|täter|opfer|zeug|pfleger|\wer(?=in))"
    r"(in|innen|en|s|e|n)?$"
)
"""Endings of nouns that name a person by what he or she does."""
BODY = re.compile(
    r"(regierung|ministerium|polizei|behörden?|amt|gericht|gerichtshof|staatsanwaltschaft|partei|fraktion|"
    r"verband|verbände|"
    r"gewerkschaft(en)?|unternehmen|konzern|firma|organisation(en)?|institut|universität|agentur|zeitung|"
    r"magazin|sender|bank|kommission|"
    r"rat|parlament|bund|verein|hersteller|betreiber|opposition|koalition|union|kirche|armee|militär|feuerwehr|"
    r"zentrale|presse|medien|"
    r"firmen|ämter|gerichte|banken|vereine|clubs|klubs|sender|institute|ministerien|medien|gruppen|länder|staaten|"
    r"blatt|studie|bericht|gutachten|umfrage|anklage|verteidigung|kammer|ausschuss|gruppe|stiftung|"
    r"gesellschaft|liga|klub|club|nasa|esa|"
    r"uno|eu|nato|who|zeitschrift|wochenzeitung|dienst|airline|bahn|klinik|krankenhaus|leitung|vorstand|"
    r"verwaltung|senat|stadt|"
    r"stadtwerke|stadtreinigung|betriebe|linien|personal|"
    r"agentur|portal|team|tageszeitung|haus|bündnis|initiative|rundfunk|landkreis|bündnis|vereinigung|netzwerk|"
    r"föderation)s?$"
)
"""Endings of nouns that name an organisation, or a document that speaks for one."""
DOCUMENT = re.compile(
    r"(bericht|berichte|studie|studien|gutachten|umfrage|urteil|mitteilung|erklärung|vertrag|abkommen|"
    r"übereinkunft|vereinbarung|gesetz|"
    r"papier|dokument|dokumente|schreiben|brief|protokoll|entwurf|antrag|beschluss|verordnung|artikel|beitrag|"
    r"meldung|analyse|statistik|"
    r"angaben|informationen|daten|zahlen|schätzungen|quellen|memo|anklageschrift|resolution|charta|verfassung|"
    r"satzung|programm|konzept|"
    r"vorlage|homepage|webseite|website|internetseite|manifest|communiqué|kommuniqué|prognose|auswertung|recherchen|akten|petition|geheimdokument|fragebogen|rundschreiben|bekennerschreiben|unterlagen|pressemitteilung|"
    r"stellungnahme|gutachtens)$"
)
"""Endings of nouns that name words on paper."""
CONTRACT = re.compile(
    r"(vertrag|vertrags|abkommen|übereinkunft|vereinbarung|gesetz|verordnung|beschluss|resolution|charta|"
    r"verfassung|satzung|entwurf|"
    r"programm|bericht|papier|dokument|studie|gutachten|urteil|schreiben|erklärung|mitteilung|protokoll|antrag|"
    r"brief|koalitionsvertrag|"
    r"konzept|plan|anklageschrift)$"
)
"""Documents that lay something down: ‹In der Übereinkunft ist festgelegt, dass …›."""
FEMININE = re.compile(
    r"(ung|heit|keit|schrift|schaft|tät|tion|sion|ik|enz|anz|ei|rin|tin|gin|din|sin|lin|kin|hin|nin|zin|fin|"
    r"pin|age|ie|(?<!e)ur|partei|"
    r"polizei|agentur|frau|stadt|welt|bahn|bank|firma|behörde|gruppe|klinik|opposition|union|kirche|presse|"
    r"fraktion|armee|liga|mutter|"
    r"tochter|schwester|kammer|uno|eu|nato|spd|cdu|csu|fdp|bbc|nasa|esa|ard|dpa|afp)$"
)
"""Endings of feminine nouns: ‹der› before one is no subject."""
MASCULINE_EN = re.compile(r"(vorsitzende|beauftragte|kronen|osten|westen|verfahren|unternehmen)")
"""Words in -en that ‹der› may be the subject of."""
FOR_BODY = re.compile(
    r"(agentur|amt|behörde|zentrale|institut|ministerium|minister(in)?|gewerkschaft|sprecher(in)?|verband|büro|"
    r"kommissar(in)?|rat|ausschuss|"
    r"stelle|kommission|beauftragter?|zentrum|gesellschaft|verein|experten?|expertin|sekretär(in)?|referent(in)?|"
    r"union|organisation|allianz|"
    r"bündnis|vereinigung|liga|professor(in)?|dienst|initiative)$"
)
"""Nouns that ‹für› goes on with: ‹das Amt für Statistik›."""
TIME = re.compile(
    r"(anfang|mitte|ende|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|"
    r"montag|dienstag|mittwoch|"
    r"donnerstag|freitag|samstag|sonnabend|sonntag|tag|tage|tagen|jahr|jahre|jahren|woche|wochen|monat|monate|"
    r"stunden?|minuten?|morgen|"
    r"abend|vormittag|nachmittag|mittag|uhr|zeit|zeiten|mal)$",
    re.IGNORECASE,
)


WEEKDAYS = _words("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")


MONTHS = _words("januar jänner februar märz april mai juni juli august september oktober november dezember")


PLACE = re.compile(
    r"^(Deutschland|Berlin|Hamburg|München|Europa|USA|Köln|Frankfurt|Bonn|Wien|Paris|London|Moskau|Washington)$"
)
"""Names that are places before anything else."""
PLACE_NOUN = re.compile(
    r"(stadt|land|haus|amt|magazin|zeitung|artikel|bericht|interview|region|provinz|bundestag|landtag|ministerium|parlament|kreistag|"
    r"aufsichtsrat|stadtrat|gemeinderat|ausschuss|kongress|senat|vorstand)$"
)


MEDIUM = re.compile(
    r"(news|zeitung|post|times|spiegel|magazin|sender|radio|fernsehen|tv|twitter|facebook|rundfunk|agentur|"
    r"funk|ard|zdf|bbc|cnn|dpa|afp|"
    r"reuters|blatt|journal|guardian|bild|welt|independent|faz|taz|telegram|interview|pressekonferenz|"
    r"mitteilung|erklärung|"
    r"stellungnahme|brief|blog|podcast|sendung|morgenmagazin|deutschlandfunk|instagram|x)$",
    re.IGNORECASE,
)


TITLES = _words("II II. III III. IV. XVI. XIV. Jr. jr. Sr.")


STATES = re.compile(
    r" (überzeugt|besorgt|zuversichtlich|enttäuscht|erleichtert|erfreut|empört|entsetzt|optimistisch|zufrieden|"
    r"skeptisch|verwundert|"
    r"überrascht|betroffen|bestürzt|gesprächsbereit|unzufrieden|schockiert|verärgert|kritisch|bereit|offen) "
)
"""States that ‹sich … zeigen› reports."""
CASE_OF_PLACE = _words("in im aus bei von auf beim seitens")


HEISST_PLACE = _words("in im aus bei beim von vom seitens laut auf zu")
