"""How German says who gives what to whom.

Rule of this room: words stand normalised (`core.lexical.tokens.normalise`), verbs as infinitives.
"""

import re

from bot.core.language_data.patterns import pattern
from bot.core.language_data.valency import Valency, predicates

_GIVES = """
schicken senden entsenden liefern ausliefern beliefern zuliefern geben übergeben überlassen exportieren ausführen
verkaufen spenden zahlen bezahlen überweisen schenken verschenken verschicken zusenden zuschicken bereitstellen leisten
versorgen abgeben weitergeben übermitteln verleihen leihen vermieten verpachten gewähren zusichern zustellen abtreten
verlegen transportieren bringen überbringen verschiffen aushändigen weiterleiten entrichten hergeben anbieten ausleihen
zukommen zahlen auszahlen
"""
_TAKES = """
bekommen erhalten kriegen empfangen beziehen importieren einführen kaufen einkaufen abkaufen annehmen
entgegennehmen erwerben erwarten bestellen erben mieten
"""
_GIVING = """
Lieferung Auslieferung Belieferung Export Ausfuhr Verkauf Spende Zahlung Überweisung Geschenk Hilfe Unterstützung
Sendung Entsendung Übergabe Bereitstellung Versorgung Militärhilfe Gabe
"""
_ASIDES = """
in im ins gegen mit zwischen bei beim über laut und oder sowie nahe zufolge gemäß wegen trotz während seit um auf
unter vor hinter neben als wie ohne statt bis innerhalb außerhalb nördlich südlich östlich westlich
entlang gegenüber ab per samt außer
"""
_HEADS = """
regierung armee militär präsident präsidentin führung staat staatschef regierungschef machthaber kanzler kanzlerin
premier außenminister verteidigungsminister ministerium streitkräfte truppen parlament luftwaffe marine botschaft
behörden seite konzern mannschaft team delegation diplomaten polizei
"""
_GOALS = """
nach an für zu zum zur zugunsten gen richtung ans
"""
_ORIGINS = """
von aus vom seitens
"""
_AGENTS = """
durch von vom seitens
"""
_ARTICLES = """
der die das dem den des ein eine einem einen eines einer ganz ganze gesamte sein seine seinen seinem seiner seines
ihr ihre ihren ihrem ihrer ihres dieser diese dieses diesen diesem
"""
_MASCULINE = """
iran irak jemen libanon sudan südsudan kongo vatikan kreml papst tschad oman senegal
"""
_PASSIVES = """
wurde wurden wird werden worden würde würden geworden
"""
_ACTS = """
attack: angreifen attackieren überfallen bombardieren beschießen stürmen
invade: besetzen erobern annektieren einmarschieren
criticise: kritisieren verurteilen tadeln rügen anprangern bemängeln
praise: loben würdigen preisen
accuse: beschuldigen bezichtigen anklagen
visit: besuchen
acquire: kaufen erwerben aufkaufen
found: gründen begründen
beat: schlagen besiegen bezwingen
beat only +gegen: gewinnen
beat turned only +gegen: verlieren unterliegen
arrest: festnehmen verhaften inhaftieren einsperren
sue: verklagen
hire: einstellen anheuern beschäftigen engagieren
dismiss: entlassen feuern kündigen
appoint: ernennen nominieren benennen berufen
elect: wählen
kill: töten ermorden umbringen erschießen erstechen hinrichten
threaten: bedrohen drohen
warn: warnen
support: unterstützen
help: helfen retten
reject: ablehnen zurückweisen
invite: einladen
succeed: ablösen ersetzen beerben
follow: folgen nachfolgen
influence: beeinflussen inspirieren prägen
teach: unterrichten ausbilden trainieren
thank: danken
insult: beleidigen verspotten verhöhnen
defend: verteidigen schützen
sanction: sanktionieren
fine: bestrafen
ban: ausschließen verbannen ausweisen
honour: ehren auszeichnen
betray: verraten
control: kontrollieren beherrschen regieren
own: besitzen
own turned: gehören
chase: verfolgen jagen
deceive: betrügen täuschen hintergehen
rob: ausrauben bestehlen berauben
injure: verletzen verwunden
recognise: anerkennen
overtake: überholen
interview: interviewen befragen
contact: anrufen kontaktieren
marry: heiraten
"""
_DEEDS = """
attack +auf +gegen: angriff überfall attacke anschlag
invade: einmarsch besetzung eroberung annexion
criticise +an: kritik
praise +für: lob
accuse +gegen: vorwurf anschuldigung
visit +in +bei: besuch
beat +gegen +über: sieg
beat turned +gegen: niederlage
sue +gegen: klage
threaten +gegen: drohung
support +für: unterstützung
"""
_REPORTING = """
sagen behaupten erklären meinen glauben berichten mitteilen melden bestätigen bestreiten dementieren äußern versichern
vermuten schätzen betonen argumentieren
"""
_LIGHT = """
sagen behaupten erklären meinen glauben berichten mitteilen melden äußern versichern vermuten schätzen betonen
argumentieren sein haben werden machen tun nehmen gehen kommen lassen beginnen anfangen aufhören versuchen wollen planen
scheinen brauchen nutzen geschehen passieren bedeuten bleiben wissen sehen hören nennen heißen finden stehen liegen
gehören enthalten umfassen
"""
_MUTUAL = (
    "treffen heiraten spielen kämpfen konkurrieren kooperieren zusammenarbeiten diskutieren verhandeln fusionieren"
)
_MUTUAL += " ähneln teilen einigen streiten sprechen"
GERMAN_VALENCY = Valency(
    gives=frozenset(_GIVES.split()),
    takes=frozenset(_TAKES.split()),
    transfer_nouns=frozenset(_GIVING.lower().split()),
    goal_prepositions=frozenset(_GOALS.split()),
    source_prepositions=frozenset(_ORIGINS.split()),
    agent_prepositions=frozenset(_AGENTS.split()),
    adjunct_prepositions=frozenset(_ASIDES.split()),
    articles=frozenset(_ARTICLES.split()),
    datives=frozenset({"dem", "den"}),
    accusatives=frozenset({"einen", "seinen", "ihren", "diesen", "einem", "seinem", "ihrem", "diesem"}),
    feminine="der",
    masculine=frozenset(_MASCULINE.split()),
    passive_auxiliaries=frozenset(_PASSIVES.split()),
    future=frozenset({"wird", "werden", "würde", "würden"}),
    same_participle=frozenset({"überlassen", "übergeben", "erhalten", "bekommen", "empfangen", "verleihen"}),
    state_nouns=frozenset(_HEADS.split()),
    office_titles=(
        "präsident",
        "machthaber",
        "regierungschef",
        "staatschef",
        "staatsoberhaupt",
        "kanzler",
        "bundeskanzler",
        "premier",
        "ministerpräsident",
        "diktator",
        "könig",
        "außenminister",
        "verteidigungsminister",
        "vizepräsident",
        "herrscher",
        "staatspräsident",
        "zar",
        "kaiser",
        "papst",
    ),
    subjects=frozenset({"wer", "welcher"}),
    clause=pattern(r"[.,:](?!\d)|[!?;–—„“”\"»«()]|\bdass\b|\bund damit\b|\bweil\b|\bwährend\b|\bobwohl\b"),
    object_after_verb=False,
    verb_predicates=predicates(_ACTS),
    noun_predicates=predicates(_DEEDS),
    objects=frozenset({"wen", "welchen", "wem", "welchem"}),
    present_auxiliaries=frozenset(),
    suffixes=frozenset({"ag", "gmbh", "kg", "se", "inc", "corp"}),
    theme_prepositions=frozenset({"mit"}),
    genitives=frozenset({"von"}),
    receivers=frozenset({"dem", "einem", "seinem", "ihrem", "diesem"}),
    approximators=frozenset({"über", "unter", "um", "bis", "zu", "gegen", "an", "als"}),
    lists=frozenset({"darunter", "etwa", "beispielsweise", "insbesondere", "nämlich", "unter"}),
    theme_question_words=frozenset({"was"}),
    light=frozenset(_LIGHT.split()),
    mutual=frozenset(_MUTUAL.split()),
    helpers=frozenset(),
    openers=pattern(
        r"\w{3,}(?:weise|wärts|falls|mals|rhin|dessen|dings|lich)|ohnehin|immerhin|mithin|außerdem|zudem|dennoch|trotzdem"
        r"|zuletzt|zunächst|bislang|derzeit|vielmehr|überdies|unterdessen|insgesamt|gleichwohl|hingegen|folglich"
    ),
    reporting=frozenset(_REPORTING.split()),
    ruling=frozenset("regieren führen herrschen beherrschen leiten anführen".split()),
    subordinate=pattern(r"(?!)"),
    fronted=pattern(r"(?:\w+ )?(?:welche[mnrs]?|wessen|was|wie ?viele?)\b", re.IGNORECASE),
    attributive=pattern(r"\w+ende[mnrs]?"),
    persons=pattern(r"\w+er|\w+ische|deutsche"),
    inserted=pattern(r", ((?:der|die|das|dem|den|deren|dessen|ein|eine)\s[^,;:.!?]{1,150}),"),
    possessives=frozenset({"des", "eines", "seines", "ihres", "dieses", "deren", "dessen"}),
    opening=frozenset({"wie", "wieviel", "wieviele", "was", "welche", "welcher", "welches", "welchen"}),
    joints=frozenset({"oder", "sowie"}),
    genitive_marks=("'s", "’s"),  # wrong, and often written
    name_genitive="s",
    adjective_endings=("e", "en", "em", "er", "es"),
    infinitive_marker="zu",
    active_endings=("ing",),  # ging, fing, hing
)
