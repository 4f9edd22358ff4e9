"""Messages that want something of the bot itself: a summary, who is quoted, help, thanks, small talk.

Rule of this module: the whole message has to fit, so that a question about the article is never taken for one.
"""

import re
from enum import Enum

WORD = re.compile(r"[\w'’-]+")
MOST_WORDS = 14
"""Words of such a message."""


class Intent(Enum):
    """What a message wants that is no question of its own."""

    MORE = "more"
    SPEAKER = "speaker"
    """Who says what was just shown."""
    SOURCES = "sources"
    """Who speaks in the article."""
    GIST = "gist"
    """What the article is about."""
    SURE = "sure"
    """Whether what was just shown is true."""
    START = "start"
    HELP = "help"
    ABOUT = "about"
    """What the bot is."""
    THANKS = "thanks"
    NOTED = "noted"
    """That what was shown was read, and nothing more."""
    ENGLISH = "en"
    GERMAN = "de"
    """To be spoken to in a language."""
    LEAVE = "leave"


INTENTS = {
    "en": {
        Intent.MORE: frozenset(
            {"more", "more please", "show more", "tell me more", "anything else", "what else", "go on"}
        ),
        Intent.SPEAKER: frozenset(
            {
                "who says that", "who says so", "who said that", "who said so", "who claims that", "says who",
                "according to whom", "source", "sources", "what is the source", "who is the source", "who says this",
            }
        ),
        Intent.GIST: frozenset(
            {
                "what happened", "what is it about", "what's it about", "what is this about", "what's this about",
                "what is the article about", "what is this article about", "what does the article say", "summary",
                "summarise", "summarize", "sum it up", "tl dr", "tldr",
            }
        ),
        Intent.START: frozenset(
            {
                "hi", "hello", "hey", "hi there", "hello there", "good morning", "good evening", "who are you", "start",
            }
        ),
        Intent.HELP: frozenset({"help", "help me", "what can you do"}),
        Intent.THANKS: frozenset({"thanks", "thank you", "thank you very much", "many thanks", "thx"}),
        Intent.LEAVE: frozenset({"quit", "exit", "bye", "goodbye", "good-bye"}),
    },
    "de": {
        Intent.MORE: frozenset(
            {
                "mehr", "noch mehr", "mehr bitte", "mehr davon", "weiter", "weitere", "was noch", "was sonst",
                "und sonst",
            }
        ),
        Intent.SPEAKER: frozenset(
            {
                "wer sagt das", "wer sagt so etwas", "wer behauptet das", "wer hat das gesagt", "laut wem", "quelle",
                "quellen", "woher stammt das", "von wem stammt das", "wer sagt es", "was ist die quelle",
                "wer ist die quelle",
            }
        ),
        Intent.GIST: frozenset(
            {
                "was ist passiert", "was ist geschehen", "worum geht es", "worum geht's", "um was geht es",
                "um was geht's", "worum geht es hier", "worum geht es in dem artikel", "worum geht es im artikel",
                "wovon handelt der artikel", "was steht im artikel", "was steht in dem artikel", "zusammenfassung",
            }
        ),
        Intent.START: frozenset(
            {
                "hallo", "guten tag", "guten morgen", "guten abend", "moin", "servus", "grüß gott", "wer bist du",
                "wer sind sie",
            }
        ),
        Intent.HELP: frozenset({"hilfe", "was kannst du", "was können sie"}),
        Intent.THANKS: frozenset({"danke", "danke schön", "dankeschön", "vielen dank", "danke sehr"}),
        Intent.LEAVE: frozenset({"tschüss", "auf wiedersehen", "ende", "beenden"}),
    },
}  # fmt: skip
"""Closed lists of each language, in lower case and without punctuation."""


def _any(*patterns: str) -> re.Pattern[str]:
    """Return a pattern of whole messages in lower case without punctuation; white space of a pattern is one space."""
    return re.compile("|".join(" ".join(pattern.split()) for pattern in patterns))


_EN_TEXT = "(?:it|this|that|(?:the|this|that|your|my) (?:whole )?(?:article|text|story|report|piece|page|news))"
_EN_ASK = (
    "(?:(?:please|pls|just|can|could|would|will|do) |you |give |show |tell |write |make |get |i (?:want|need"
    "|would like) "
    "|i['’]d like |me |us |to (?:get |have |see )?)*"
)
_EN_GIST = (
    "(?:(?:an?|the|its|your|some|all) )?(?:(?:short|brief|quick|little|rough|main|key|central|most important"
    "|important|basic) )*"
    "(?:summary|overview|gist|recap|synopsis|tl ?dr|points?|facts?|message|essentials|takeaways?|highlights?|idea|news)"
)
_EN_END = "(?: (?:please|pls|for me|in short|briefly|shortly|quickly|in (?:one|a|two|three|a few) sentences?))*"
_DE_TEXT = (
    "(?:es|das|dies|(?:de[nrms]|das|die|diese[nrms]?|in dem|im|in diesem) (?:ganzen )?"
    "(?:artikel|text|bericht|beitrag|seite|meldung)s?)"
)
_DE_ASK = (
    "(?:(?:bitte|mal|kannst|könntest|können|könnten|würdest|würden|gib|geben|zeig|zeige|nenn|nenne|nennen|sag|sage"
    "|mach|mache"
    "|schreib|ich (?:möchte|brauche|will|hätte gern)|mir|uns|du|sie|doch|einfach|kurz) )*"
)
_DE_GIST = (
    "(?:(?:eine?|die|das|den|alle) )?(?:(?:kurze|knappe|wichtigsten?|wichtigste|zentralen?|wesentlichen?"
    "|wesentliche|kleine) )*"
    "(?:zusammenfassung|übersicht|überblick|kurzfassung|inhaltsangabe|punkte|fakten|aussagen?|kernaussagen?|infos"
    "|informationen|wichtigste|wesentliche|inhalt|quintessenz|tl ?dr)"
)
_DE_END = (
    "(?: (?:bitte|kurz|in kürze|für mich|in (?:einem|zwei|drei|wenigen|ein paar) sätzen?|zusammen|zusammenfassen"
    "|geben|machen|schreiben|zeigen|schicken))*"
)

PATTERNS: dict[str, tuple[tuple[Intent, re.Pattern[str]], ...]] = {
    "en": (
        (
            Intent.SOURCES,
            _any(
                f"{_EN_ASK}who (?:all )?(?:is|are|was|were|gets?|got) (?:being )?(?:quoted|cited|interviewed"
                "|speaking|heard)"
                rf"(?: (?:in|by|here)(?: {_EN_TEXT})?)?",
                f"{_EN_ASK}who (?:all )?(?:speaks?|talks?|comments?|says? what|said what|says something)(?: (?:in"
                f"|here)(?: {_EN_TEXT})?)?",
                f"{_EN_ASK}(?:which|what) (?:sources?|people|persons?|speakers?|voices?) (?:is|are|does|do|were"
                "|was|speaks?)?"
                rf" ?(?:there|quoted|cited|named|used|speak|appear|mentioned)?(?: (?:in|here|of)(?: {_EN_TEXT})?)?",
                f"{_EN_ASK}(?:list|name) (?:all )?(?:the |its )?(?:sources|speakers|people quoted)(?: (?:in"
                f"|of) {_EN_TEXT})?",
                rf"{_EN_ASK}(?:what|who) are (?:the |its )?(?:sources|speakers)(?: (?:in|of|for) {_EN_TEXT})?",
            ),
        ),
        (
            Intent.GIST,
            _any(
                rf"{_EN_ASK}{_EN_GIST}(?: (?:of|in|from|about|on) {_EN_TEXT})?{_EN_END}",
                rf"{_EN_ASK}(?:summari[sz]e|sum up|recap|condense|outline|sum)(?: {_EN_TEXT})?(?: up)?{_EN_END}",
                rf"what (?:is|are|was|were) {_EN_GIST}(?: (?:of|in|from) {_EN_TEXT})?{_EN_END}",
                rf"what(?: is|['’]s|s| was)? {_EN_TEXT} (?:all )?about{_EN_END}",
                rf"what does {_EN_TEXT} say{_EN_END}",
                rf"what (?:happened|is happening|is going on)(?: (?:here|in {_EN_TEXT}))?",
                rf"{_EN_ASK}(?:tell )?(?:me )?(?:more )?about {_EN_TEXT}{_EN_END}",
                "what (?:do|should|must) i (?:need to )?know(?: here| first)?",
            ),
        ),
        (
            Intent.SPEAKER,
            _any(
                "(?:so |and |but |ok )*(?:who|which source|what source) (?:says|said|claims|claimed|reports"
                "|reported|told you|tells|states) "
                "(?:that|this|it|so|these things|you that|that again)",
                "(?:and |so )*(?:says|said) who",
                "(?:and |so )*(?:according to whom|where does (?:that|this|it) come from|where is (?:that|this) from"
                "|where did you get (?:that|this)(?: from)?)",
                "(?:and |so )*(?:what|who) is (?:the|your) source(?: (?:for|of) (?:that|this|it))?",
            ),
        ),
        (
            Intent.SURE,
            _any(
                "(?:are|r) (?:you|u) (?:really |quite )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?",
                "(?:oh )?(?:really|sure|seriously|for real|is that so|no way|really true|true|is it)",
                "(?:but )?(?:is|was) (?:that|this|it) (?:really |actually )?(?:true|correct|right|certain|confirmed"
                "|a fact|accurate|reliable|sure)",
                "(?:can|should) i (?:trust|believe) (?:that|this|it|you)",
                "how (?:sure|certain|reliable) (?:are you|is (?:that|this|it))",
                "how do you know(?: (?:that|this))?",
            ),
        ),
        (
            Intent.ABOUT,
            _any(
                "are you (?:really )?(?:an? )?(?:ai|bot|robot|human|person|machine|real|program|chat ?gpt|gpt|llm"
                "|language model|human being)",
                "(?:who|which company) (?:made|built|created|programmed|wrote|developed|develops|runs|owns"
                "|trained) you",
                "(?:what|who) (?:exactly )?are you(?: exactly)?",
                "how do you work|how does this (?:bot )?work|do you use (?:ai|chat ?gpt|a language model)",
            ),
        ),
        (
            Intent.NOTED,
            _any(
                "(?:yes|no|ok|okay|k|yep|yeah|yup|nope|nah|alright|all right|right|fine|good|great|cool|nice"
                "|perfect|super|wow|aha|ah"
                "|oh|hm+|lol|haha+|i see|got it|understood|interesting|never ?mind|nothing|done|correct|exactly"
                "|true that|good to know"
                "|makes sense|no problem|that is all|that['’]s all|nice one|good one|well done|good bot|very good)"
                "(?: (?:yes|no|ok|okay|great|good|thanks|thank you|then|one|bot))*",
            ),
        ),
        (
            Intent.ENGLISH,
            _any(
                "(?:please |can you |could you )*(?:speak|talk|answer|reply|respond|write|switch|change"
                "|use)(?: to me)?(?: in| to)? english(?: please)?",
                "(?:in )?english(?: please)",
            ),
        ),
        (
            Intent.GERMAN,
            _any(
                "(?:please |can you |could you )*(?:speak|talk|answer|reply|respond|write|switch|change"
                "|use)(?: to me)?(?: in| to)? german(?: please)?",
                "(?:in )?german(?: please)",
            ),
        ),
        (
            Intent.HELP,
            _any(
                "(?:what|which questions) can i (?:ask|do)(?: you| here)?(?: about (?:it|this))?",
                "how (?:can|do|should) i (?:ask|use)(?: (?:you|this|it|this bot|questions))?",
                "(?:please )?help(?: me)?(?: please)?|i need help|commands|options|menu",
            ),
        ),
    ),
    "de": (
        (
            Intent.SOURCES,
            _any(
                rf"{_DE_ASK}wer (?:alles )?(?:wird|werden|wurde|wurden|kommt|kommen|spricht|sprechen|redet|äußert|sagt)"
                f"(?: (?:alles|denn|hier|da|sich|was|{_DE_TEXT}))*(?: (?:zitiert|zu wort|befragt|interviewt"
                "|angeführt))?",
                f"{_DE_ASK}welche (?:quellen?|personen|leute|sprecher|stimmen) (?:gibt es|werden|kommen|nennt|hat"
                "|sprechen)"
                rf"(?: (?:hier|da|{_DE_TEXT}))*(?: (?:zitiert|genannt|zu wort|vor))?",
                f"{_DE_ASK}(?:alle |die )*(?:quellen|sprecher|zitierten)(?: {_DE_TEXT})?(?: (?:auflisten|zeigen"
                "|nennen|an))?",
                "(?:was|wer) sind die (?:quellen|sprecher)(?: des (?:artikels|textes|berichts))?",
            ),
        ),
        (
            Intent.GIST,
            _any(
                rf"{_DE_ASK}{_DE_GIST}(?: (?:von |aus )?{_DE_TEXT})?{_DE_END}",
                f"{_DE_ASK}(?:fass|fasse|fassen)(?: sie)?(?: (?:mir|uns|bitte|mal"
                f"|kurz))*(?: {_DE_TEXT})?(?: (?:bitte|mal|kurz))*"
                rf"(?: (?:zusammen|für mich zusammen))?{_DE_END}",
                rf"{_DE_ASK}{_DE_TEXT}(?: (?:bitte|mal|kurz))* zusammenfassen{_DE_END}",
                f"(?:was|welche[s]?) (?:ist|sind|war|waren|lautet|lauten) {_DE_GIST}(?: (?:von "
                f"|aus )?{_DE_TEXT})?{_DE_END}",
                "(?:und |also )*(?:worum|um was|wovon|über was) (?:geht(?: es|['’]?s)?|handelt|dreht)(?: (?:sich"
                f"|es|denn|hier|eigentlich|{_DE_TEXT}))*",
                rf"was steht(?: (?:denn|eigentlich|so))? (?:{_DE_TEXT}|hier|da|drin|da drin)(?: drin)?",
                rf"was (?:ist|war)(?: (?:denn|eigentlich|hier|da|so))* (?:passiert|geschehen|los)(?: {_DE_TEXT})?",
                rf"{_DE_ASK}(?:etwas |was |mehr )?(?:über|zu) {_DE_TEXT}",
                "was (?:muss|sollte|soll) (?:ich|man) (?:hier |dazu )?wissen",
            ),
        ),
        (
            Intent.SPEAKER,
            _any(
                "(?:und |aber |also )*(?:wer|welche quelle) (?:sagt|sagte|behauptet|behauptete|meldet|berichtet|meint) "
                "(?:das|dies|es|so etwas|sowas|denn das|das denn|das eigentlich)",
                "(?:und |aber |also )*wer hat (?:das|dies|es)(?: (?:denn|eigentlich))? (?:gesagt|behauptet|gemeldet"
                "|berichtet)",
                "(?:und |aber )*(?:laut wem|wer sagt['’]?s|von wem (?:stammt|ist|kommt) (?:das|dies|es)"
                "|woher (?:stammt|kommt|hast du|haben sie|weißt du|"
                "wissen sie) (?:das|dies|es))",
                "(?:und |aber )*(?:was|wer) ist (?:die|deine|ihre) quelle(?: (?:dafür|davon|hierfür))?",
            ),
        ),
        (
            Intent.SURE,
            _any(
                "(?:bist du|sind sie)(?: (?:dir|sich))?(?: (?:da|ganz|wirklich|damit))* sicher",
                "(?:ach )?(?:wirklich|echt|ehrlich|sicher|tatsächlich|im ernst|ernsthaft|ist das so|stimmt das"
                "|echt jetzt|wahr)",
                "(?:aber )?(?:ist|war) (?:das|dies|es)(?: (?:wirklich|auch|denn|tatsächlich))* (?:wahr|richtig"
                "|sicher|bestätigt|korrekt|so|eine tatsache)",
                "stimmt (?:das|es)(?: (?:wirklich|denn|auch|überhaupt))*",
                "(?:kann|darf) (?:ich|man) (?:dem|das|dir|ihnen) (?:vertrauen|glauben)",
                "wie (?:sicher|zuverlässig) (?:bist du|sind sie|ist das)(?: (?:dir|sich))?",
            ),
        ),
        (
            Intent.ABOUT,
            _any(
                "(?:bist du|sind sie)(?: (?:eine?|wirklich|denn|etwa))* (?:ki|bot|roboter|mensch|maschine|programm"
                "|echt|chat ?gpt|gpt|sprachmodell)",
                "wer hat (?:dich|sie|diesen bot)(?: (?:gemacht|gebaut|programmiert|entwickelt|erfunden|erschaffen))?",
                "(?:was|wer) (?:bist du|sind sie)(?: (?:eigentlich|denn|genau))*",
                "wie (?:funktionierst du|funktionieren sie|funktioniert (?:das|dieser bot|der bot)|arbeitest du"
                "|geht das)(?: (?:hier|eigentlich|genau))*",
            ),
        ),
        (
            Intent.NOTED,
            _any(
                "(?:ja|nein|nee|nö|jo|jawohl|okay|ok|gut|sehr gut|schön|super|toll|prima|klasse|perfekt|aha|ach so"
                "|achso|ach|oh|hm+|verstehe|verstanden"
                "|alles klar|klar|genau|stimmt|richtig|interessant|egal|nichts|fertig|macht nichts|schon gut|passt"
                "|gut zu wissen|das war['’]?s"
                "|das war alles|mehr nicht|haha+|cool|wow)(?: (?:ja|nein|ok|okay|gut|danke|dann|so|klar|bot|schön))*",
            ),
        ),
        (
            Intent.GERMAN,
            _any(
                "(?:bitte |kannst du |könntest du |können sie |könnten sie )*(?:sprich|sprechen|rede|reden|antworte"
                "|antworten|schreib|schreibe|schreiben|wechsle|wechseln)?"
                "(?: sie| bitte| mit mir)*(?:auf |in |zu )?(?: ?deutsch)(?: (?:sprechen|reden|antworten|schreiben"
                "|bitte))*",
                "auf deutsch(?: bitte)?",
            ),
        ),
        (
            Intent.ENGLISH,
            _any(
                "(?:bitte |kannst du |könntest du |können sie |könnten sie )*(?:sprich|sprechen|rede|reden|antworte"
                "|antworten|schreib|schreibe|schreiben|wechsle|wechseln)?"
                "(?: sie| bitte| mit mir)* ?(?:auf |in |zu )?englisch(?: (?:sprechen|reden|antworten|schreiben"
                "|bitte))*",
            ),
        ),
        (
            Intent.HELP,
            _any(
                "(?:was|welche fragen) (?:kann|darf) (?:ich|man) (?:dich |sie |hier |denn )*(?:fragen|stellen"
                "|machen|tun)",
                "wie (?:kann|soll) (?:ich|man) (?:dich |sie |hier |denn )*(?:fragen|benutzen|nutzen)",
                "(?:bitte )?(?:hilfe|hilf mir|helfen sie mir)(?: bitte)?|ich brauche hilfe|befehle|menü",
            ),
        ),
    ),
}
"""By language, the patterns of each wish; the first that fits counts."""

WISH_OF = {
    text: (code, wish)
    for code, table in reversed(INTENTS.items())
    for wish, texts in reversed(table.items())
    for text in texts
}
"""What each text of the lists wants, and in which language; the first list counts."""


def wish(text: str) -> tuple[Intent, str] | None:
    """Return what a message wants of the bot itself, and the language of its words; None for any other message."""
    bare = bare_words(text)
    if not bare or len(bare.split()) > MOST_WORDS:
        return None
    if bare in WISH_OF:
        code, found = WISH_OF[bare]
        return found, code
    return next(
        ((found, code) for code, table in PATTERNS.items() for found, pattern in table if pattern.fullmatch(bare)), None
    )


def bare_words(text: str) -> str:
    """Return the words of a text in lower case, one space between them."""
    return " ".join(WORD.findall(text)).lower()
