"""What the page and the map say of their own, in English and German.

Rule of this module: words only; what the conversation says too (modes, acts) comes from its phrases.
"""

from dataclasses import dataclass

from bot.model import Confidence, CueClass, Mode


@dataclass(frozen=True, slots=True)
class ViewWords:
    """The words of one language; names in braces are filled in."""

    kicker: str
    summary: str
    summary_1: str
    nobody: str
    to_speakers: str
    to_article: str
    article: str
    speakers: str
    speakers_hint: str
    everybody: str
    keep: str
    kept: str
    released: str
    claims_1: str
    claims_n: str
    sentences_1: str
    sentences_n: str
    own: str
    legend: str
    legend_colour: str
    legend_neutral: str
    legend_number: str
    modes: dict[Mode, str]
    own_mode: str
    acts: dict[CueClass, str]
    map_title: str
    map_caption: str
    map_alt: str
    map_row: str
    map_about: str
    map_others: str
    start: str
    end: str
    card_via: str
    card_citing: str
    card_cue: str
    card_manner: str
    card_where: str
    card_sure: str
    sure: dict[Confidence, str]
    original: str
    unnamed_cue: str
    published: str
    source: str
    ask: str
    ask_go: str
    ask_hint: str
    ask_found_1: str
    ask_found_n: str
    ask_none: str
    ask_failed: str
    ask_slow: str
    ask_gone: str
    footer: str
    written: str
    unwritable: str


ENGLISH = ViewWords(
    kicker="Who says what",
    summary="{claims} by {sources}; in {own} the article speaks for itself.",
    summary_1="1 source",
    nobody="The article names nobody: everything in it is its own voice.",
    to_speakers="To the list of speakers",
    to_article="To the article",
    article="The article",
    speakers="Who speaks",
    speakers_hint="Choose one to see nothing but what they say.",
    everybody="Show everybody",
    keep="Only this speaker",
    kept="Marked now: {name}",
    released="Everybody is marked again",
    claims_1="1 claim",
    claims_n="{count} claims",
    sentences_1="1 sentence",
    sentences_n="{count} sentences",
    own="The article itself",
    legend="How to read it",
    legend_colour="A colour is a speaker, the number behind a claim is theirs in the list.",
    legend_neutral="Those who speak least share a grey.",
    legend_number="A line below tells how it is said:",
    modes={
        Mode.DIRECT: "word for word",
        Mode.INDIRECT: "indirect speech",
        Mode.REPORTED: "reported by the article",
        Mode.HEARSAY: "hearsay",
    },
    own_mode="the article’s own words",
    acts={
        CueClass.SAYS: "says",
        CueClass.CONFIRMS: "confirms",
        CueClass.DENIES: "denies",
        CueClass.ESTIMATES: "estimates",
        CueClass.WARNS: "warns",
        CueClass.DEMANDS: "demands",
        CueClass.CRITICISES: "criticises",
        CueClass.ANNOUNCES: "announces",
    },
    map_title="Who speaks where",
    map_caption="Each line is the whole article, from beginning to end; a mark is where its source has the word.",
    map_alt="Map of the sources. {rows}",
    map_row="{name}: {count}",
    map_about="on {names}",
    map_others="{count} others",
    start="beginning",
    end="end",
    card_via="Passed on by",
    card_citing="Citing",
    card_cue="Shown by",
    card_manner="How",
    card_where="Where and when",
    card_sure="How sure",
    sure={
        Confidence.HIGH: "nearly sure",
        Confidence.MEDIUM: "apparently",
        Confidence.LOW: "a guess, so nobody is named",
    },
    original="In the original",
    unnamed_cue="the form of the sentence",
    published="Published {date}",
    source="The original",
    ask="Ask the article",
    ask_go="Ask",
    ask_hint="A question; the answer is marked in the text.",
    ask_found_1="1 sentence answers; it is marked in the text.",
    ask_found_n="{count} sentences answer; they are marked in the text, the best one first.",
    ask_none="The article does not say.",
    ask_slow="That is a lot at once. Ask again in a quarter of a minute.",
    ask_gone="This link does not hold any more. Send the bot /view for another one.",
    ask_failed="The question did not get through. Try again in a moment.",
    footer="The text is the article’s own, word for word. Who says what was found by rules; they can be wrong.",
    written="Written: {path}",
    unwritable="{path} can’t be written. Name another file with -o.",
)
GERMAN = ViewWords(
    kicker="Wer sagt was",
    summary="{claims} von {sources}; in {own} spricht der Artikel selbst.",
    summary_1="1 Quelle",
    nobody="Der Artikel nennt niemanden: Alles darin sagt er selbst.",
    to_speakers="Zur Liste der Sprecher",
    to_article="Zum Artikel",
    article="Der Artikel",
    speakers="Wer zu Wort kommt",
    speakers_hint="Eine Auswahl zeigt nur, was diese Quelle sagt.",
    everybody="Alle zeigen",
    keep="Nur diese Quelle",
    kept="Jetzt markiert: {name}",
    released="Wieder alle markiert",
    claims_1="1 Aussage",
    claims_n="{count} Aussagen",
    sentences_1="1 Satz",
    sentences_n="{count} Sätzen",
    own="Der Artikel selbst",
    legend="So liest man es",
    legend_colour="Jede Farbe ist eine Quelle; die Zahl hinter einer Aussage ist ihre Nummer in der Liste.",
    legend_neutral="Wer am wenigsten zu Wort kommt, ist grau.",
    legend_number="Die Linie darunter zeigt, wie es gesagt ist:",
    modes={
        Mode.DIRECT: "wörtlich",
        Mode.INDIRECT: "indirekte Rede",
        Mode.REPORTED: "vom Artikel wiedergegeben",
        Mode.HEARSAY: "Hörensagen",
    },
    own_mode="eigene Worte des Artikels",
    acts={
        CueClass.SAYS: "sagt",
        CueClass.CONFIRMS: "bestätigt",
        CueClass.DENIES: "bestreitet",
        CueClass.ESTIMATES: "schätzt",
        CueClass.WARNS: "warnt",
        CueClass.DEMANDS: "fordert",
        CueClass.CRITICISES: "kritisiert",
        CueClass.ANNOUNCES: "kündigt an",
    },
    map_title="Wer wo zu Wort kommt",
    map_caption="Jede Zeile ist der ganze Artikel von Anfang bis Ende; markiert ist, wo die Quelle das Wort hat.",
    map_alt="Karte der Quellen. {rows}",
    map_row="{name}: {count}",
    map_about="über {names}",
    map_others="{count} weitere",
    start="Anfang",
    end="Ende",
    card_via="Weitergegeben von",
    card_citing="Unter Berufung auf",
    card_cue="Zu erkennen an",
    card_manner="Wie",
    card_where="Wo und wann",
    card_sure="Wie sicher",
    sure={
        Confidence.HIGH: "so gut wie sicher",
        Confidence.MEDIUM: "offenbar",
        Confidence.LOW: "nur vermutet, darum wird niemand genannt",
    },
    original="Im Original",
    unnamed_cue="der Form des Satzes",
    published="Erschienen {date}",
    source="Das Original",
    ask="Den Artikel fragen",
    ask_go="Fragen",
    ask_hint="Eine Frage; die Antwort wird im Text markiert.",
    ask_found_1="1 Satz antwortet; er ist im Text markiert.",
    ask_found_n="{count} Sätze antworten; sie sind im Text markiert, der beste zuerst.",
    ask_none="Das sagt der Artikel nicht.",
    ask_slow="Das ist viel auf einmal. In einer Viertelminute geht es wieder.",
    ask_gone="Dieser Link gilt nicht mehr. Senden Sie dem Bot /view für einen neuen.",
    ask_failed="Die Frage kam nicht an. Bitte gleich noch einmal versuchen.",
    footer="Der Text ist der des Artikels, Wort für Wort. Wer was sagt, haben Regeln gefunden; sie können irren.",
    written="Geschrieben: {path}",
    unwritable="{path} lässt sich nicht schreiben. Mit -o eine andere Datei nennen.",
)
_WORDS = {"en": ENGLISH, "de": GERMAN}


def view_words(code: str) -> ViewWords:
    """Return the words of a language, the English ones for one that has none."""
    return _WORDS.get(code, ENGLISH)


def claims(count: int, words: ViewWords) -> str:
    """Return so many claims in words."""
    return words.claims_1 if count == 1 else words.claims_n.format(count=count)
