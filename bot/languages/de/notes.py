"""How German pages speak of themselves: lines that are not the article's.

Rule of this room: tables only. They are written by hand, from the phrases that news sites share.
"""

import re

from bot.core.language_data.notes import Notes, any_of

_LINE = r"""
[^.!?]{0,60}\b(?:Meldung|Text|Beitrag|Artikel)\b[^.!?]{0,40}\bredaktionell\s+nicht\s+bearbeitet
(?:Für|Ab)\s+(?:nur\s+)?[\d.,]+\s?(?:€|Euro|CHF|Franken)\b[^.!?]{0,60}\b(?:Artikel|Abo|weiterlesen|lesen)\b
(?:SPERRFRIST|Sperrfrist)\b
Lese(?:zeit|dauer)\b
\d{1,3}\s+Min(?:uten?|\.)?\s+(?:Lese(?:zeit|dauer)|zum\s+Lesen)
(?:Stand|Zuletzt\s+aktualisiert|Aktualisiert|Veröffentlicht|Erstellt)(?:\s+am)?:?\s+(?:\w+,?\s+)?(?:den\s+)?\d{1,2}\.\s?(?:\d|\w+\s\d{4})[^!?]{0,40}$
(?:Tipp|Schreib|Rechtschreib)?[Ff]ehler\s+(?:gefunden|entdeckt|bemerkt|melden)
(?:Externe[rn]?|Empfohlene[rn]?|Eingebettete[rn]?)\s+(?:redaktionelle[rn]?\s+|externe[rn]?\s+)?Inhalte?\b
An\s+dieser\s+Stelle\s+(?:finden|findest|befindet|steht|würde)
(?:Hier\s+)?(?:können|kannst)\s+(?:Sie|du)\s+(?:sich\s+)?(?:hier\s+)?(?:den|einen|alle|die)?\s*extern
Sie\s+können\s+(?:sich\s+hier|Ihre\s+(?:Zustimmung|Einwilligung|Einstellungen)|(?:diesen|den)\s+(?:externen\s+)?Inhalt)
Ich\s+bin\s+(?:damit\s+)?einverstanden,\s+dass
Damit\s+können\s+personenbezogene\s+Daten
(?:Ein\s+Klick\s+für\s+den\s+Datenschutz|Mit\s+(?:einem|dem|Ihrem|deinem)\s+Klick\s+(?:auf\s.{1,60}\s)?(?:stimmen|erteilen|erklären|willigen|werden\s+Daten))
Um\s+(?:diesen|den|diese|dieses|externe)\s+(?:\w+\s+)?(?:Inhalte?|Beitrag|Element|Video|Karte|Grafik)\s+(?:zu\s+(?:sehen|laden|lesen|aktivieren|zeigen)|an(?:zu(?:sehen|zeigen|schauen)))
(?:Deine|Ihre)\s+(?:Privatsphäre|Datenschutz|Cookie)-?\w*
Zur\s+(?:Anzeige|Darstellung)\s+(?:aktivier|dieses|des)
Wir\s+(?:benötigen|brauchen)\s+(?:Ihre|deine)\s+(?:Zustimmung|Einwilligung)
(?:Mehr|Weitere)\s+(?:Infos?|Informationen)(?:\s+(?:dazu|hierzu|zum\s+Datenschutz))?(?:\s+(?:finden|erhalten|gibt)\b.{0,60}(?:Datenschutz|Einstellung|Impressum|hier)|[.:]?$)
(?:©|\(c\)\s|Copyright\s?(?:©|:|by\b|\d{4})|Alle\s+Rechte\s+vorbehalten)
(?:Titel|Symbol|Archiv|Beitrags|Vorschau)?(?:[Ff]oto|[Bb]ild|[Gg]rafik|[Vv]ideo)s?(?:nachweis|quelle|rechte|material)?\s?(?::|©)
Bildunterschrift\b
\(?(?:Mit\s+)?(?:Material|Agenturmaterial|Informationen)\s+(?:von\s+|der\s+|aus\s+)?(?:dpa|AFP|Reuters|AP|APA|sda|epd|KNA|Agenturen)[^!?]{0,60}$
\(?(?:mit|Mit)\s+(?:dpa|AFP|Reuters|AP|APA|sda|epd|KNA|Agenturen|Agenturmaterial)\b[^!?]{0,40}$
(?:AFP|AP|APA|dpa|DPA|epd|KNA|sda|SDA|SID|sid|Reuters|rtr)(?:[/,+ -]{1,2}\w{1,12}){0,4}\.?$
\(?Quellen?\s?:\s?[^.!?]{2,60}(?:\.\w{2,12})?\)?\.?$
\(?(?:Redaktion|Übersetzung|Schlussredaktion|Faktencheck|Lektorat|Bildredaktion|Audioversion|Übersetzung\s+und\s+\w+|Mitarbeit)\s?:
Aus\s+dem\s+(?:\w+ischen|Original)\s+(?:von|übersetzt)
Dies(?:er|e|es)?\s+(?:Text|Artikel|Beitrag|Interview|Essay|Kolumne|Kommentar|Meldung)\s+(?:ist|erschien|wurde|entstand|stammt|erscheint)\b.{0,60}(?:zuerst|zunächst|ursprünglich|Übersetzung|übersetzt|maschinell|automati|erstellt|aktualisiert|erschienen|Newsletter|Ausgabe)
Dies\s+ist\s+eine\s+(?:maschinelle|automatische)\s+Übersetzung
(?:Diese|Die)\s+(?:Zusammenfassung|Meldung)\s+wurde\s+(?:künstlich|maschinell|automatisch|mit\s+Hilfe|von\s+(?:einer\s+)?KI)
(?:Sendung\s?:|Dieses\s+Thema\s+im\s+Programm\b|Über\s+dieses\s+Thema\s+berichtet\w*\s?:?\s)
(?:Video\s+)?[Vv]erfügbar\s+bis\b
\d{1,2}[:.]\d{2}\s+Min
(?:\d{1,2}\.\d{1,2}\.\d{4}\s+\|\s+)?\d{1,2}:\d{2}\s+min$
\W*(?:Anzeige|Werbung|Advertorial|Sponsored)\W*$
(?:Die|Alle)\s+(?:mit\s.{1,80}\s)?(?:gekennzeichneten\s+)?(?:Links|Produkte|Angebote)\s.{0,80}(?:Affiliate|Provision\s+für\s+uns|erhalten\s+wir)
\*?(?:Dieser|Der)\s+(?:Beitrag|Artikel|Text)\s+enthält\s+(?:Affiliate|Werbung|Partner|Provision)
(?:Kommt|Kommen|Wenn)\s.{0,80}(?:Einkauf|Kauf|kaufen|Bestellung).{0,40}\b(?:wir|uns)\b.{0,40}(?:Provision|Vergütung)
(?:Die\s+veröffentlichten\s+Artikel|Dieser\s+(?:Artikel|Beitrag|Text))\b.{0,120}keine\s+(?:Aufforderung|Anlageberatung|Beratung|Kaufempfehlung)
Gast(?:beiträge|kommentare)\b.{0,120}(?:Meinung|Redaktion)
(?:Ihre|Deine|Eure)\s+Meinung\s+(?:ist\s+(?:uns|gefragt)|zu\s+diesem|zum\s+(?:Artikel|Thema)|zählt)
Wie\s+(?:hat|gefällt|fanden|findest|finden)\s+(?:Ihnen|dir|Sie|du)\s+(?:dieser|diesen|der|den)\s+(?:Artikel|Beitrag|Text)
Durchschnittliche\s+Bewertung
Was\s+(?:denken|meinen|sagen|halten)\s+(?:Sie|du|Ihr)\b.{0,60}\?.{0,120}(?:schreib|Schreib|Leserbrief|Kommentar|Mail|@)
(?:Ihr|Euer)\s+(?:Kommentar|Leserbrief)\b
(?:Keine|\d+)\s+Kommentare?$
(?:Bitte\s+)?(?:melden|loggen|registrieren)\s+Sie\s+sich\b
Bitte\s+(?:markieren|aktivieren|erlauben)\s+Sie\b
(?:Sie|Du)\s+(?:müssen|musst|sind|bist)\s+(?:sich\s+|dich\s+)?(?:aktuell\s+)?(?:nicht\s+)?(?:an|ein)(?:melden|gemeldet|geloggt|loggen)
"""

_START = r"(?:^|(?<=[.!?:…])\s+)[\"„»]?"

_CALL = r"""
(?:Jetzt|Hier|Gratis|Kostenlos|Gleich)\b[^.!?]{0,80}(?:abonnieren|anmelden|bestellen|testen|registrieren|herunterladen|downloaden|einloggen|unterstützen|spenden|melden|kommentieren|mitdiskutieren|weiterlesen|vorbestellen|mitmachen|Anmeldung|entlang)\s?[.!]?\s?[)»]?$
(?:Schreiben\s+Sie|Schreibt?|Mailen\s+Sie|Senden\s+Sie|Melden\s+Sie)\s+(?:es\s+)?(?:uns|mir|der\s+Redaktion|sich\s+(?:bei\s+uns|unter)|vertraulich|(?:Ihre|Ihr|deine?)\s+\w+)\b[^!?]{0,100}$
Leser(?:briefe?|zuschriften)\s+(?:bitte\s|.{0,20}\S+@)
(?:Abonnieren?\s+Sie|Abonniert?|Folgen?\s+Sie|Folgt?)\s+(?:uns|unseren?|unserem|dem|den|mir|\w+)\b[^!?]{0,60}(?:Newsletter|Kanal|WhatsApp|Whatsapp|Instagram|Facebook|Twitter|Telegram|Google|Podcast|Abo|Push)
(?:Testen|Unterstützen|Lesen|Holen|Sichern|Entdecken)\s+Sie\s+[^.!?]{0,80}(?:kostenlos|gratis|Abo|Probe|Wochen|unverbindlich)\b[^.!?]{0,40}[.!]?$
(?:Seine|Ihre|Alle|Mehr)\s+Artikel\s+(?:von\s+\w+\s+\w+\s+)?finden\s+Sie\s+hier
Hier\s+(?:geht(?:\s?es|[’']s|s)|gehts)\s+(?:zu[mr]?|direkt)\b[^.!?]{0,80}[.!]?$
(?:Klicken\s+Sie|Klick(?:e|t)?)\s+hier\b[^!?]{0,80}$
Lesen\s+Sie\s+(?:hier|auch|dazu|mehr|außerdem)\s?(?::|den|die|das|unser|in\s+unser)[^!?]{0,160}$
"""

_WITHIN = r"""
\b(?:kostenlos|gratis|unverbindlich)\s+(?:testen|lesen|probelesen|abonnieren)\s?[.!]?$
(?=.*\b(?:unser\w*|informiert\s+Sie|Ihnen|Ihre[mn]\s|dich\b|dein\w*|[Aa]bonniere\b|[Aa]bonnieren\s+Sie|[Jj]etzt\s|hier\s+(?:abo|anm|geht|entlang)))(?:.*\b\w*(?:[Nn]ewsletter|WhatsApp-?Kanal|Whatsapp-?Kanal|Push-?(?:[Nn]achrichten|[Mm]itteilungen)|News-?App)\b.{0,200}(?:abonnier|anmeld|Anmeldung|registrier|Postfach|kostenlos|bestell|informiert\s+Sie|richtig|Updates))
(?:im|ins|direkt\s+in)\s+(?:\w+\s+)?(?:Postfach|Posteingang)\s?\?
(?:dafür|Daumen\s+hoch),\s+\d+\s+(?:dagegen|Daumen\s+runter)$
[–-]\s+hier\s+entlang\.?$
"""

_MORE = r"""
(?:Mehr|Weitere(?:s|\s+(?:Artikel|Themen|Beiträge|Nachrichten|Meldungen|Informationen|Links|Texte)))\s+(?:zum|zur|zu|von|über|aus|auf|bei|Themen|Artikel|Nachrichten|Links)\b[^.!?]{0,80}:?$
(?:Auch|Ebenfalls)\s+(?:interessant|lesenswert|spannend)\b
Das\s+(?:könnte|dürfte)\s+(?:Sie|dich|euch|Ihnen|dir)\s+(?:auch\s+)?(?:interessieren|gefallen)
(?:Zum\s+Artikel|Lese-?[Tt]ipps?|Weiterlesen|Zum\s+Weiterlesen|Weiterführende\s+Links|Passend\s+dazu|Mehr\s+dazu|Lesen\s+Sie\s+(?:auch|hier|dazu|mehr|jetzt))\b[^.!?:]{0,30}:\s
(?:(?:Verwendete\s+|Eigene\s+)?Quellen|Lese-?[Tt]ipps?|Weiterlesen|Zum\s+Weiterlesen|Weiterführende\s+Links|Weitere\s+Themen|Mehr\s+dazu|Lesen\s+Sie\s+auch|Meistgelesen|Top-?Themen|Beliebt(?:e\s+Artikel)?|Empfehlungen|Empfohlene\s+(?:Artikel|Beiträge)|Verwandte\s+(?:Themen|Artikel)|Ähnliche\s+(?:Artikel|Beiträge))\s?:?$
"""

_COMMENTS = r"""
(?:\d+\s+)?(?:Leser|Nutzer)?[Kk]ommentare(?:\s*\(?\d+\)?)?:?
(?:Leser|Nutzer)?[Kk]ommentare\s+(?:zu|zum|unserer|der|von)\s.{2,60}
(?:Diskussion|Leserbriefe|Lesermeinungen|Leserzuschriften)(?:\s+(?:zum|zu)\s.{2,40})?
(?:Diskutieren\s+Sie|Diskutiere|Reden\s+Sie|Schreiben\s+Sie)\s.{0,20}(?:mit|Kommentar)!?
"""

_CREDIT = (
    r"(?:^|(?<=[.!?…“”»)\"|–—/-])\s+)(?P<credit>[(\[|]?\s?(?:(?:(?:Symbol|Archiv|Titel)?(?:[Ff]oto|[Bb]ild|[Gg]rafik|"
    r"[Vv]ideo)s?(?:quelle|nachweis|rechte)?|Fotograf(?:in)?|Bildrechte|Credits?|Copyright)\s?(?::|©|/)\s?|©\s?)"
    r"[^.!?\n]{2,80}\.?[)\]]?)$"
)

_AUTHOR = (
    r"\s+(?:\(\*?\s?\d{4}\)\s+)?(?:ist|war|arbeitet|schreibt|berichtet|leitet|lebt|studiert|verantwortet)\b"
    r"[^.!?]{0,120}\b(?:\w*[Rr]eporter(?:in)?|\w*[Rr]edakteur(?:in)?|\w*[Kk]orrespondent(?:in)?|\w*[Jj]ournalist(?:in)?|"
    r"Autor(?:in)?|Kolumnist(?:in)?|Redaktion|Volontär(?:in)?|Ressort\w*|Gastautor(?:in)?|Blogger(?:in)?)\b"
)


GERMAN_NOTES = Notes(
    line=any_of(_LINE),
    call=re.compile(f"{_START}(?:{any_of(_CALL).pattern})|{any_of(_WITHIN).pattern}", re.DOTALL),
    credit=re.compile(_CREDIT),
    comments=any_of(_COMMENTS),
    more=any_of(_MORE),
    author=re.compile(_AUTHOR),
)
