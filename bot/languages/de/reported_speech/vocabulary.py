"""German words that report speech, and nouns that say what a party is; written by hand from newspaper usage.

Rule of this room: tables only.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAY = _words("""
sagen erklären mitteilen betonen berichten schreiben bestätigen ankündigen behaupten äußern meinen verkünden
versichern melden vermelden
angeben bekanntgeben hinzufügen ergänzen hinweisen unterstreichen feststellen klarstellen einräumen zugeben
ausführen darlegen erläutern
erzählen antworten entgegnen erwidern kontern fragen rufen ausrufen kommentieren schildern bemerken anmerken
argumentieren begründen
bekräftigen beteuern beklagen bemängeln konstatieren präzisieren prophezeien prognostizieren vorhersagen
voraussagen resümieren
spekulieren urteilen verlauten verraten versprechen zusichern zusagen warnen fordern verlangen kritisieren monieren
rügen mahnen anmahnen
appellieren aufrufen auffordern empfehlen vorschlagen raten bitten drohen dementieren bestreiten leugnen vorwerfen
aussagen andeuten
informieren unterrichten hervorheben herausstellen verweisen formulieren notieren twittern posten bilanzieren
scherzen witzeln spotten
schimpfen wettern klagen jubeln gestehen bekennen offenbaren enthüllen signalisieren vermerken attestieren
bescheinigen nachlegen
schlussfolgern folgern mutmaßen protestieren lauten besagen hervorgehen heißen festhalten beipflichten aussprechen
einschränken
entgegensetzen entgegenhalten widersprechen beschwichtigen titeln zitieren wiederholen bezeichnen nennen
beschreiben einschätzen
beziffern werten bewerten einstufen loben würdigen begrüßen verurteilen ablehnen plädieren zurückweisen
beschuldigen bezichtigen
unterstellen bezweifeln anzweifeln anprangern rechtfertigen verteidigen skandieren verneinen bejahen widerrufen
insistieren nahelegen
darstellen bedauern beantworten zugestehen freuen zeigen machen kundtun bloggen diktieren verordnen entschuldigen
gratulieren danken
vereinbaren entscheiden beschließen anordnen befinden weissagen nachweisen belegen ermitteln herausfinden ergeben
offenlegen
konkretisieren eingestehen drängen anbieten beauftragen abstreiten errechnen befürworten androhen
beurteilen benennen anweisen unterstreichen schwärmen einigen erwähnen verlautbaren anregen erinnern bestehen beharren
pochen vorgeben diskutieren ausrechnen geloben verdächtigen festlegen ausdrücken
""")
"""Verbs of saying, in the infinitive; separable ones with their prefix."""

THINK = _words("""
glauben denken hoffen fürchten befürchten vermuten annehmen erwarten schätzen rechnen ausgehen finden halten sehen
wünschen zweifeln
ahnen erhoffen planen wissen verstehen beabsichtigen erwägen überlegen
""")
"""Verbs of thinking; a paper knows of a thought what its thinker said."""

IN_IDIOMS = _words("ansehen betrachten aufstellen ausschließen nachdenken")
"""Verbs that report only with fixed words beside them: ‹sah es als erwiesen an, dass …›."""

CUES = SAY | THINK | IN_IDIOMS

WEAK = _words("""
zeigen machen freuen darstellen belegen ermitteln ergeben herausfinden nachweisen entscheiden beschließen anordnen
vereinbaren verordnen
befinden rufen heißen lauten formulieren notieren wiederholen danken gratulieren entschuldigen verteidigen nennen
beschreiben beantworten
verweisen informieren unterrichten unterstellen fragen raten bitten posten diktieren werten bewerten planen
hervorgehen besagen verraten
verlauten zitieren festhalten darlegen offenlegen rechtfertigen drängen anweisen anbieten beauftragen errechnen
befürworten benennen androhen einigen erwähnen anregen erinnern bestehen beharren pochen vorgeben diskutieren
ausrechnen geloben erwägen überlegen verdächtigen festlegen ausdrücken
""")
"""Verbs that report only with a clause, a quotation or ‹wie›; with a plain object they say what was done."""

ACTS = _words("""
kritisieren fordern warnen ankündigen bestätigen dementieren zurückweisen bestreiten verlangen auffordern vorwerfen
bezeichnen beschuldigen
bezichtigen einschätzen beziffern bezweifeln anprangern angeben beklagen bemängeln anmahnen einräumen behaupten
berichten leugnen
anzweifeln begründen nennen fürchten befürchten vermuten widersprechen
ausgehen rechnen schätzen prognostizieren prophezeien voraussagen vorhersagen
hinweisen verweisen raten plädieren werten empfehlen anregen bekanntgeben
""")
"""Verbs that report a claim with a plain object: ‹X kritisierte Y›."""

POINTING = _words("verweisen hinweisen")
"""Acts whose object may tell in the subjunctive what was said."""
WEAK_ACTS = _words("bezeichnen nennen verweisen raten werten anregen")
"""The acts among the verbs that else report with a clause only."""

ELABORATED = _words("kritisieren bestätigen")
"""Acts that report only where they say how or why: ‹kritisierte X als Y›; otherwise they tell of an action."""
ELABORATION = re.compile(r" (als|wegen|weil|dafür|da|denn|„|“|») ")

PLUPERFECT = _words("hatte hatten")
"""Auxiliaries of acts that are told as background: one of six is annotated as reported (700 articles)."""

NAMED_HOW = {
    "ausgehen": re.compile(r" (von|vom) "),
    "gehen": re.compile(r" (von|vom) "),
    "sprechen": re.compile(r"^(?!.* frei ).* (von|vom|dafür|dagegen|aus) "),
    "bezeichnen": re.compile(r"^(?!.* sich ).*( als |„|“)"),
    "nennen": re.compile(r" (ein|eine|einen|als|zum|zur|etwa) |„|“"),
    "berichten": re.compile(r" (von|vom) "),
    "erheben": re.compile(r"(?!)"),
    "verweisen": re.compile(r" (auf|darauf) "),
    "raten": re.compile(r" (zu|zum|zur|dazu) "),
    "werten": re.compile(r" als "),
    "halten": re.compile(r" für (\S+ ){1,5}$"),
}
"""Verbs that report only where the clause says what something is called."""

DENIALS = _words(
    "bestreiten dementieren zurückweisen leugnen anzweifeln bezweifeln bestätigen widersprechen abstreiten"
)
WORDS_OF_OTHERS = re.compile(
    r" \w*(vorwürfe?|vorwurf|anschuldigung(en)?|beschuldigung(en)?|klage|darstellung(en)?|bericht(e|en)?|"
    r"meldung(en)?|kritik|gerüchte|antrag|urteil|behauptung(en)?|forderung(en)?) "
)
"""What a denial is of, where it says nothing but that it is one: ‹wies die Vorwürfe zurück›."""

CONTESTS = re.compile(r" \w*(spiel|spiele|partie|match|rennen|turnier|show|wettkampf|finale|auftakt|saison) ")
"""What sportsmen ‹bestreiten›."""
DEEDS = {
    "bestreiten": CONTESTS,
    "fordern": re.compile(r" \w*(opfer|tote|todesopfer|menschenleben|leben|verletzte) "),
    "einräumen": re.compile(r" (priorität|vorrang|rechte?|frist|rabatt|platz|möglichkeit) "),
    "vorhersagen": re.compile(r" (wetter|regen) "),
    "bekanntgeben": re.compile(
        r" (nicht|nichts|nachricht|details|einzelheiten|angaben|informationen|namen?|identität|preise|gründe|termine?|"
        r"entscheidung|ergebnisse?|gewinner|sieger|preisträger) "
    ),
}
"""Objects with which a verb tells of a deed: ‹Der Sturm forderte zwei Todesopfer›, ‹räumte ihm Vorrang ein›."""

WITHOUT_OBJECT = _words("widersprechen begründen bestätigen berichten nennen fürchten vermuten")
"""Acts that need no object beside them to report."""

HUMAN_ACTS = _words(
    "drohen bestätigen fordern widersprechen nennen begründen ablehnen warnen aufrufen vermuten angeben versprechen"
)
"""Acts that also things do (‹Ein Tief droht›, ‹Der Befund bestätigt›); they report only of a person or a body."""

OF_A_PARTY = _words("bestehen einigen beharren pochen diskutieren erwägen überlegen drohen erinnern vorgeben ergeben")
"""Verbs whose clause is said only where a person or a body is the subject: ‹Das Problem besteht darin, dass …›."""

NOT_TO = _words("sehen finden wissen verstehen halten denken machen ergeben zeigen heißen herausstellen")
"""Verbs whose infinitive clause says what was done, not what was said."""

NOT_MAIN = _words("sehen halten finden")
"""Verbs that no main clause completes: what stands behind them is a reason or an aside."""

NOT_AS = _words("nennen bezeichnen loben würdigen verteidigen beschreiben")
"""Verbs whose ‹wie X …› compares and gives nothing to X: ‹wie er sich gerne nannte›."""

NOT_THAT = _words("sehen wissen verstehen")
"""Verbs whose ‹dass› clause states a fact."""

STATEMENT = _words("bestätigen berichten melden mitteilen erklären bekanntgeben sagen")
"""Verbs of the passive that follows its claim: ‹Das wurde von X bestätigt›."""

PREFIXES = _words("""
mit an aus ein hin zu fest klar vor auf zurück hervor heraus bei ab nach dar nahe bekannt kund voraus durch hinzu
offen entgegen
""")
OTHER_VERB = _words("aus ab an zu ein vor auf um durch nach mit hin weg los teil statt")
"""Prefixes that make another verb of a cue: ‹sagte ab› is not ‹sagen›."""
SPLIT_FAR = _words("teilen geben fügen führen räumen kündigen heben stellen weisen gehen")
"""Verbs whose prefix may stand behind an apposition: ‹teilte der Sprecher, Max Muster, mit›."""

SOURCE = re.compile(
    r"(?:angaben?|ansicht|auffassung|meinung|einschätzung(?:en)?|aussagen?|worten|informationen?|infos|"
    r"berichte?n?s?|darstellung(?:en)?|"
    r"erkenntnissen?|schätzung(?:en)?|mitteilung(?:en)?|meldung(?:en)?|überzeugung|auskunft|auskünften|"
    r"analysen?|recherchen|umfragen?|"
    r"studien?|prognosen?|hochrechnung(?:en)?|statistik(?:en)?|vermutung(?:en)?|bekunden|vorhersagen?|"
    r"berechnung(?:en)?|gutachten|quellen|"
    r"äußerung(?:en)?|erklärung(?:en)?|lesart|verlautbarung(?:en)?|sicht|stellungnahmen?|bekanntgaben?|"
    r"gerüchten?|beobachtung(?:en)?|"
    r"behauptung(?:en)?|untersuchung(?:en)?|untersuchungsergebnissen?|ermittlung(?:en)?|schilderung(?:en)?|"
    r"zählung(?:en)?|urteil|"
    r"interpretation|kenntnis|plänen|planungen|vorstellung(?:en)?|ankündigung(?:en)?|wahrnehmung|medien|"
    r"agentur(?:en)?|presse|"
    r"tageszeitung|zeitung|spiegel|sprecher[ns]?|befragung(?:en)?|veröffentlichung(?:en)?|vorwürfen?|kreisen|"
    r"zeugen|augenzeugen|"
    r"auswertung(?:en)?|dokument(?:en|s)?|grundgesetz|verfassung|entwurf|idee|plan|wunsch|erkenntnisstand|"
    r"quellenlage|erfahrungen|endergebnis|konzept|gesetz|dekret|papier|protokoll|artikel|beitrag|"
    r"pressemitteilung|newsletter|bulletin|bilanz|vorgaben|tradition|"
    r"legende|chronik|theorie|these|willen|ermittlungsstand|kenntnisstand|\wdaten|\wzahlen|unterlagen|aufzeichnungen|akten)$",
    re.IGNORECASE,
)
"""Nouns behind ‹nach› and ‹gemäß› that name what was said or who said it."""

SHOWING = re.compile(
    r"(studien?|umfragen?|untersuchung(en)?|erhebung(en)?|analysen?|auswertung(en)?|daten|zahlen|statistik(en)?|"
    r"forschung(en)?|tests?|gutachten|berichte?|unterlagen|dokumente?|recherchen)$"
)
"""What shows something as words on paper do: ‹Studien haben gezeigt, dass …›."""
OF_OTHERS = re.compile(r"(vorwürfen?|vorwurf|kritik|gerüchte?n?|spekulation(en)?|zweifeln?|verdacht)$")
"""Claims that somebody else makes: without an owner they are nobody's."""
RUMOUR = re.compile(r"(gerüchte?n?|spekulation(en)?|getuschel|gemunkel)$")
"""What speaks for nobody."""

STATED = re.compile(
    r"(angaben?|ansicht|auffassung|meinung|einschätzung(en)?|aussagen?|worten|informationen?|berichten|"
    r"darstellung(en)?|"
    r"erkenntnissen?|schätzung(en)?|überzeugung|auskunft|recherchen|äußerung(en)?|quellen|erklärung(en)?|"
    r"mitteilung(en)?|"
    r"meldung(en)?|analysen?|studien?|umfragen?)$",
    re.IGNORECASE,
)
"""Nouns that ‹nach› makes a cue of whatever stands around, and that ‹nach› may follow: ‹Angaben der Polizei nach›."""

AFTER_EVENT = re.compile(
    r"(spiegel|protokoll|beitrag|bilanz|tradition|befragung|"
    r"veröffentlichung(en)?|vorwürfen?|ankündigung(en)?|vorstellung|zeugen|augenzeugen|papier|these|"
    r"theorie|legende)$"
)
"""Nouns that ‹nach› mostly dates an event with: ‹nach dem Urteil›."""
AFTER_ONE_EVENT = re.compile(r"(untersuchung(en)?|auswertung(en)?|zählung(en)?|veröffentlichung(en)?|vorstellung)$")
"""The same behind an article: ‹nach der Auszählung›."""
EXAMINED = re.compile(r"(ermittlung(en)?|untersuchung(en)?|auszählung(en)?|auswertung(en)?|zählung(en)?)$")
FIRST = _words("ersten bisherigen vorläufigen letzten neuesten jüngsten aktuellen den")
"""Words before what was examined that tell ‹nach ersten Ermittlungen› from ‹nach langen Ermittlungen›."""
AFTER_THE_EVENT = re.compile(r"(ankündigung|erklärung|stellungnahme|äußerung|behauptung|prüfung|pressekonferenz)$")


NOUN_CUE = re.compile(
    r"(ankündigung|aussage|behauptung|forderung|vorwürfe?|vorwurf|hinweis|information|meldung|bericht|"
    r"begründung|bitte|annahme|"
    r"vermutung|ansicht|meinung|auffassung|überzeugung|hoffnung|befürchtung|sorge|warnung|kritik|erklärung|"
    r"äußerung|these|einschätzung|"
    r"zusage|versprechen|drohung|aufforderung|appell|verdachts?|prognose|erwartung|theorie|gerüchte?|angaben?|"
    r"zusicherung|mitteilung|"
    r"feststellung|beschwerde|beschluss|vorschlag|angebot|anweisung|befehl|erkenntnis|nachricht|eindruck|"
    r"zweifel|idee|botschaft|eingeständnis|aufruf|antrag|darstellung|fazit|zitat|kommentar|resümee|schlussfolgerung|text|passus|worte?)(e|en|n|s)?$"
)
"""Nouns that bring a claim in a ‹dass› or infinitive clause."""

OTHERS_CLAIM = re.compile(
    r"(behauptung|vorwürfe?|vorwurf|gerüchte?|darstellung|hinweis|kritik|bitte|aufforderung)(en|e|s)?$"
)
"""Nouns of claims that are hardly ever the subject's own: ‹X widersprach der Behauptung, dass …›."""
OF_ITS_OWN = re.compile(
    r"(bitte|vorschlag|appell|aufforderung|forderung|warnung|kritik|vorwurf|behauptung|aussage)(en|e|s|n)?$"
)
"""Nouns that stand for what is said where nobody is named with them."""


SUBJUNCTIVE = _words("sei seien seist habe werde könne müsse solle wolle dürfe möge wisse")
"""Forms of the subjunctive I that no indicative shares (but for ‹ich habe›)."""
WITH_I = _words("habe werde könne müsse solle wolle dürfe möge")
PERFECT = _words("hätte hätten wäre wären")
CONDITIONAL = _words("""
würde würden könnte könnten dürfte dürften müsste müssten käme kämen gäbe gäben ginge ließe bliebe blieben stünde
stünden läge lägen fände fänden nähme
nähmen spräche sprächen träfe träfen hielte wüsste wüssten bräuchte bräuchten brächte brächten befände befänden
entstünde
entstünden gälte gälten begänne begännen verlöre verlören zöge zögen trüge trügen entspräche entsprächen empfände
""")
NOT_SUBJUNCTIVE = _words("""
diese eine keine alle viele manche welche seine ihre unsere meine ohne gerade heute beinahe lange gerne bitte danke
ende meinte anstelle infrage zugunsten zulasten
""")
"""Words in -e that a tagger may take for verbs."""

ADVERBS_OF_RUMOUR = _words("offenbar angeblich mutmaßlich vermeintlich anscheinend gerüchteweise")
"""Adverbs that say that the paper does not vouch for a claim."""

NEVER_SUBJECT = _words("""
den dem des einem einen eines seinem seinen seines ihrem ihren ihres diesem diesen dieses jenem jenen keinem keinen
""")
"""First words of a phrase that is no nominative."""

ABSTRACT_PLURAL = re.compile(r"(ungen|heiten|keiten|ionen|maßnahmen)$")
"""Endings of plurals that are no family name."""

PARTICLES = _words("von de van zu el al bin du la di da dos ben le der")
"""Small words inside a person's name."""
QUANTITIES = _words(
    "beide beiden viele mehrere einige alle zahlreiche etliche manche einer eine dessen deren keiner jeder"
)
GENITIVES = _words("des eines seines ihres dieses einer seiner ihrer dieser deren dessen unserer zweier")
SOME_GENITIVE = _words("vieler einiger mehrerer zahlreicher beider aller")
ALONE = _words("dieser diese jener letzterer letztere ersterer beide andere einige viele manche")
"""Words that stand for a party without a noun."""
SUBCLAUSE = _words("nachdem weil da während obwohl als indem wobei bevor")
CLAUSE_OPENERS = _words("wie nachdem weil da während obwohl als wenn falls sodass dass ob")
LEADS = _words("denn und doch aber")
"""Words that may stand before a clause without opening it: ‹Denn wie X sagte, …›."""
BEFORE_MAIN = _words("nachdem als während wenn um da obwohl bevor seit")
"""Words that open a clause before the main one: ‹Nachdem …, sagte X, dass …›."""
THAT = _words("""
dass daß ob warum weshalb wieso wie wann wer was inwieweit inwiefern wohin wofür wodurch womit
""")
"""Words that open what was said."""
SMALL_IN_NAMES = _words("der die das des dem den für und in im of the and for von de la zu zur auf am an gegen a to on")
