# ruff: noqa: E501 - a pair is a line
"""Pairs of sentences in which two named parties do the same thing to each other, by hand: any voice, order, verb and noun.

A line: party A | party B | the act in questions (`ACTS`) | a sentence in which A does it to B | one in which B does it to A.
"""

ACTS = {
    "criticise": ("criticised", "criticised", "criticise", "kritisiert"),
    "attack": ("attacked", "attacked", "attack", "angegriffen"),
    "buy": ("bought", "bought", "buy", "gekauft"),
    "beat": ("beat", "beaten", "beat", "geschlagen"),
    "sue": ("sued", "sued", "sue", "verklagt"),
    "accuse": ("accused", "accused", "accuse", "beschuldigt"),
    "visit": ("visited", "visited", "visit", "besucht"),
    "invite": ("invited", "invited", "invite", "eingeladen"),
    "praise": ("praised", "praised", "praise", "gelobt"),
    "threaten": ("threatened", "threatened", "threaten", "bedroht"),
    "support": ("supported", "supported", "support", "unterstützt"),
    "replace": ("replaced", "replaced", "replace", "abgelöst"),
    "invade": ("invaded", "invaded", "invade", "besetzt"),
    "kill": ("killed", "killed", "kill", "getötet"),
    "arrest": ("arrested", "arrested", "arrest", "verhaftet"),
    "insult": ("insulted", "insulted", "insult", "beleidigt"),
    "found": ("founded", "founded", "found", "gegründet"),
    "hire": ("hired", "hired", "hire", "eingestellt"),
    "warn": ("warned", "warned", "warn", "gewarnt"),
    "help": ("helped", "helped", "help", "gerettet"),
    "reject": ("rejected", "rejected", "reject", "abgelehnt"),
    "ban": ("excluded", "excluded", "exclude", "ausgeschlossen"),
}
"""Past, participle and infinitive in English, participle in German."""

ENGLISH = """
Keller|Okafor|criticise|Keller sharply criticised Okafor on Monday.|Keller was criticised by Okafor for the delay.
Norland|Veskia|attack|Norland attacked Veskia at dawn.|Veskia launched an attack on Norland in the evening.
Bright Systems|Tellux|buy|Bright Systems acquired Tellux for 3 million.|Bright Systems was bought by Tellux a decade later.
Harwick|Eastmoor|beat|Harwick won 3-1 against Eastmoor in the final.|Harwick lost to Eastmoor in the spring.
Orbit|Telmark|sue|Orbit sued Telmark over a patent.|Telmark filed a lawsuit against Orbit the next year.
Brandt|Moreau|accuse|Brandt accused Moreau of lying.|Brandt, a former minister, was accused by Moreau of theft.
Lindqvist|Tanaka|visit|In May Lindqvist visited Tanaka at home.|Tanaka paid a visit to Lindqvist in August.
Petrov|Silva|invite|Silva was invited by Petrov to the talks.|Petrov had earlier been invited by Silva.
Novak|Haddad|praise|Novak praised Haddad as a reformer.|Haddad praised Novak in turn.
Zorland|Kestonia|threaten|Zorland threatened Kestonia with tariffs.|Kestonia has threatened Zorland with a boycott.
Adeyemi|Larsen|support|Adeyemi supported Larsen in the run-off.|In the first round Larsen supported Adeyemi.
Quinn|Rossi|replace|Rossi was replaced by Quinn as coach.|Quinn was succeeded by Rossi two years later.
Russia|Ukraine|invade|Russia invaded Ukraine in February.|Ukraine occupied Russia only along the border.
Mbeki|Stroud|kill|Stroud was shot by Mbeki in a duel.|The historian claims that Stroud murdered Mbeki.
Falk|Yilmaz|arrest|Falk arrested Yilmaz at the border.|Officer Yilmaz detained Falk in the harbour.
Pereira|Gruber|insult|Pereira had insulted Gruber in an interview.|Gruber mocked Pereira on television.
Hale|Sorensen|hire|Sorensen was hired by Hale as an adviser.|Sorensen recruited Hale for the campaign.
Duarte|Winkler|warn|Duarte warned Winkler twice.|Winkler warned Duarte of the risks.
Germany|France|criticise|Berlin criticised Paris for the delay.|Paris condemned Berlin for its course.
Ibarra|Kowalski|reject|Ibarra rejected Kowalski as a mediator.|Kowalski had rejected Ibarra before.
Marlow|Ostrov|beat|Marlow defeated Ostrov in five sets.|Ostrov celebrated a victory over Marlow.
Atlas|Corvus|ban|Corvus was excluded by Atlas from the cup.|Atlas was excluded by Corvus from the fair.
"""

GERMAN = """
Keller|Okafor|criticise|Keller hat Okafor am Montag scharf kritisiert.|Keller wurde von Okafor wegen der Verzögerung kritisiert.
Norland|Veskia|attack|Norland griff Veskia im Morgengrauen an.|Am Abend folgte ein Angriff von Veskia auf Norland.
Brightsys|Tellux|buy|Brightsys kaufte Tellux für drei Millionen.|Brightsys wurde zehn Jahre später von Tellux erworben.
Harwick|Eastmoor|beat|Harwick gewann das Finale mit 3:1 gegen Eastmoor.|Harwick verlor im Frühjahr gegen Eastmoor.
Orbitex|Telmark|sue|Orbitex verklagte Telmark wegen eines Patents.|Im Jahr darauf wurde Orbitex von Telmark verklagt.
Brandtner|Moreau|accuse|Brandtner beschuldigte Moreau der Lüge.|Moreau beschuldigte Brandtner des Diebstahls.
Lindqvist|Tanaka|visit|Im Mai besuchte Lindqvist seine Kollegin Tanaka.|Im August wurde Lindqvist von Tanaka besucht.
Petrov|Silva|invite|Petrov lud Silva zu den Gesprächen ein.|Silva hatte Petrov schon früher eingeladen.
Novak|Haddad|praise|Novak lobte Haddad als Reformer.|Von Haddad wurde Novak ebenfalls gelobt.
Zorland|Kestonia|threaten|Zorland bedrohte Kestonia mit Zöllen.|Kestonia hat Zorland mit einem Boykott bedroht.
Adeyemi|Larsen|support|Adeyemi unterstützte Larsen in der Stichwahl.|Larsen unterstützte Adeyemi im ersten Wahlgang.
Quinn|Rossi|replace|Rossi wurde als Trainer von Quinn abgelöst.|Quinn wurde zwei Jahre später von Rossi abgelöst.
Russland|die Ukraine|invade|Russland besetzte die Ukraine zum Teil.|Die Ukraine besetzte Russland nur im Grenzgebiet.
Mbeki|Stroud|kill|Stroud wurde von Mbeki im Duell erschossen.|Nach anderer Lesart hat Stroud seinen Gegner Mbeki ermordet.
Falkner|Yilmaz|arrest|Falkner nahm Yilmaz an der Grenze fest.|Yilmaz verhaftete Falkner im Hafen.
Pereira|Gruber|insult|Pereira hatte Gruber in einem Interview beleidigt.|Gruber verspottete Pereira im Fernsehen.
Hale|Sorensen|hire|Hale stellte Sorensen als Berater ein.|Sorensen engagierte Hale für den Wahlkampf.
Duarte|Winkler|warn|Duarte warnte Winkler zweimal.|Winkler warnte Duarte vor den Risiken.
Deutschland|Frankreich|criticise|Berlin kritisierte Paris wegen der Verzögerung.|Paris rügte Berlin für seinen Kurs.
Ibarra|Kowalski|reject|Ibarra lehnte Kowalski als Vermittler ab.|Kowalski wies Ibarra zurück.
Marlow|Ostrov|beat|Marlow besiegte Ostrov in fünf Sätzen.|Ostrov feierte einen Sieg über Marlow.
Atlas|Corvus|ban|Corvus wurde von Atlas ausgeschlossen.|Atlas wurde von Corvus ausgeschlossen.
"""

ENGLISH_HELD_OUT = """
Varga|Ndiaye|criticise|In a long speech on Friday, Varga condemned Ndiaye as careless.|On Sunday Ndiaye denounced Varga.
Meridia|Solano|attack|Troops of the north say Meridia raided Solano twice.|Solano is attacked by nobody, but its attack on Meridia failed.
Lumina|Quantix|buy|Quantix has been acquired by Lumina, the two firms said.|Last year Quantix purchased Lumina for cash.
Redford|Belmont|beat|Redford beat Belmont after extra time.|Belmont thrashed Redford at home.
Zhang|Osei|accuse|Osei, it emerged, was blamed by Zhang for the leak.|Osei accused Zhang of fraud.
Ferrara|Holm|praise|Ferrara lauded Holm and his team.|The mayor said Holm had praised Ferrara.
Delacroix|Ivanova|invite|Delacroix has invited Ivanova to Lisbon.|Delacroix had been invited by Ivanova a year before.
Mexico|Canada|threaten|Mexico threatened Canada with a lawsuit in June.|Canada is threatening Mexico with customs checks.
Rahman|Castillo|hire|Castillo employed nobody else after she was recruited by Rahman.|Castillo hired Rahman in March.
Olsen|Mbappo|visit|Olsen made a visit to Mbappo in hospital.|Mbappo had visited Olsen before.
"""

GERMAN_HELD_OUT = """
Varga|Ndiaye|criticise|In einer langen Rede tadelte Varga seinen Nachfolger Ndiaye.|Am Sonntag wurde Varga von Ndiaye scharf verurteilt.
Meridia|Solano|attack|Meridia überfiel Solano zweimal.|Der Angriff Solanos auf Meridia scheiterte.
Lumina|Quantix|buy|Quantix ist von Lumina gekauft worden, teilten die Firmen mit.|Quantix übernahm nichts, kaufte aber Lumina.
Redford|Belmont|beat|Redford schlug Belmont nach Verlängerung.|Belmont gewann zu Hause gegen Redford.
Zhang|Osei|accuse|Osei wurde von Zhang der Untreue beschuldigt.|Osei bezichtigte Zhang des Betrugs.
Ferrara|Holmquist|praise|Der Trainer Ferrara lobte seinen Kollegen Holmquist.|Ferrara wurde auch von Holmquist gewürdigt.
Delacroix|Ivanova|invite|Delacroix lädt Ivanova nach Lissabon ein.|Delacroix war ein Jahr zuvor von Ivanova eingeladen worden.
Mexiko|Kanada|threaten|Mexiko drohte Kanada im Juni mit einer Klage.|Kanada droht Mexiko mit Zollkontrollen.
Rahmani|Castillo|hire|Rahmani hat Castillo als Assistentin angeheuert.|Castillo stellt Rahmani im März ein.
Olsen|Mbappo|visit|Olsen besuchte den kranken Mbappo in der Klinik.|Mbappo hatte zuvor Olsen besucht.
"""
"""Written when the rules stood."""


def pairs(table: str) -> list[list[str]]:
    """Return a table's lines: A, B, act, A does it, B does it."""
    return [line.split("|") for line in table.strip().splitlines()]
