"""What German puts around a question: greetings, politeness, clauses that carry it, filler.

Rule of this room: only what can't be part of what is asked.
"""

import re

from bot.core.language_data.padding import Padding, carrying, ending, opening, parting
from bot.core.language_data.patterns import pattern

_OPENS = (
    "hallo|hi|hey|moin|servus|grüß gott|guten (?:tag|morgen|abend)",
    "(?:lieber|hallo|hi|hey) bot|bot",
    "also|so|na|naja|ok|okay|äh+m*|ähm+|hm+|ja|und|aber|nun|dann|jetzt|gut|sorry|entschuldigung|verzeihung",
    "(?:kurze|eine|noch eine|kleine)(?: kurze)? frage|frage|mal eine frage|nur mal so",
    "bitte|danke|danke schön|vielen dank",
    "sei(?:en sie)? (?:bitte )?so (?:nett|gut|lieb|freundlich) und",
    "(?:laut|gemäß|nach) (?:dem |diesem )?(?:artikel|text|bericht|beitrag)|(?:im|in diesem) (?:artikel|text)",
)
_YOU = "(?:du|sie|ihr|man|jemand|wer)"
_ADVERBS = "bitte|vielleicht|mal|eben|kurz|doch|denn|noch|zufällig|eigentlich|schon|auch|nur|mir|uns|gerne?|einmal"
_SOFT = rf"(?:\s+(?:{_ADVERBS}))*"
_TELLING = (
    r"sagen|erklären|verraten|erzählen|mitteilen|nennen|zeigen|beantworten|helfen|schreiben|sag|sage|sagt|erklär|erkläre"
    r"|verrat|verrate|erzähl|erzähle|zeig|zeige|nenn|nenne"
)
_TEXT = "(?:artikel|text|bericht|beitrag|autor|meldung|zeitung)"
_CARRIES = (
    rf"(?:kannst|können|könntest|könnten|könnt|würdest|würden|kann) {_YOU}{_SOFT}\s+(?:{_TELLING})",
    rf"(?:{_TELLING})(?:\s+sie)?{_SOFT}",
    rf"(?:weißt|weisst|weiß|weiss|wissen|wisst|wusstest) {_YOU}{_SOFT}",
    (
        r"(?:ich|wir)\s+(?:würde|würden|möchte|möchten|will|wollen|wollte|wollten|hätte|hätten|muss|müssen|soll)"
        rf"{_SOFT}\s+(?:wissen|erfahren|gewusst|fragen|verstehen|herausfinden)"
    ),
    rf"(?:mich|uns)\s+(?:würde\s+)?(?:interessiert|interessieren)(?:\s+würde)?{_SOFT}",
    rf"(?:mich|uns)\s+würde{_SOFT}\s+interessieren",
    rf"(?:ich|wir)\s+(?:frage|fragen)\s+(?:mich|uns){_SOFT}",
    rf"mein(?:e|en|er)?\s+\w+\s+(?:will|möchte|wollte|würde){_SOFT}\s+(?:wissen|erfahren)",
    rf"mein(?:e|er)?\s+\w+\s+fragt(?:e|\s+sich|\s+mich)?{_SOFT}",
    (
        rf"(?:steht|stand)(?:\s+(?:da|hier|auch|etwas|irgendwo))*\s+(?:im|in\s+dem|in\s+diesem|drin)(?:\s+{_TEXT})?"
        r"(?:\s+(?:drin|etwas|darüber|dazu))*"
    ),
    rf"(?:sagt|erwähnt|schreibt|verrät|erklärt|berichtet|nennt)\s+(?:der|dieser|die|diese)\s+{_TEXT}(?:\s+(?:etwas|darüber|dazu))*",
    (
        rf"(?:ist|wird|war)(?:\s+(?:es|denn|schon|eigentlich|da))*\s+(?:bekannt|klar|angegeben|erwähnt|gesagt)"
        rf"(?:\s+im\s+{_TEXT})?"
    ),
    "(?:hast du|haben sie|hat jemand)(?: denn| vielleicht| schon)? (?:eine )?ahnung|(?:eine|keine|irgendeine) ahnung",
    "(?:die|meine|unsere) frage (?:ist|wäre|lautet)|geht (?:aus dem|aus diesem) (?:artikel|text) hervor",
)
_ASKS = (
    r"wer|wen|wem|wessen|was|wann|wo|woher|wohin|wie|wieso|weshalb|warum|weswegen|welche[rnms]?|wieviele?|wo(?:mit|durch|von|vor|für|zu|ran|rin"
    r"|rauf|rüber|nach|rum|raus|gegen|bei)|seit|bis|ab|auf|in|an|von|mit|aus|zu|für|bei|nach|um|gegen|durch"
)
_ENDS = (
    "bitte|bitte schön",
    r"(?:vielen\s+)?dank(?:e)?(?:\s+(?:schön|sehr|dir|ihnen|im\s+voraus|vorab))*",
    "(?:laut|nach|gemäß) (?:dem |diesem )?(?:artikel|text|bericht)|(?:im|in diesem) (?:artikel|text)",
    r"weißt\s+du\s+(?:das|es)|wissen\s+sie\s+(?:das|es)|kannst\s+du\s+mir\s+das\s+sagen|hast\s+du\s+eine\s+ahnung",
    r"(?<=[,.!?]\s)bot",
    "eigentlich|denn|überhaupt|genau|lol",
)
_FILLERS = """
bitte danke eigentlich denn mal halt eben vielleicht zufällig gern gerne überhaupt genau bisher bislang wirklich
tatsächlich hallo hey okay ok äh ähm hm wohl ungefähr wohl übrigens einfach bereits eh so irgendwie jetzt denn schon
laut genauer
"""
_LIGHT = """
sagen sagt sagte sagten gesagt erzählen erzählt erzählte passieren passiert passierte geschehen geschieht geschah
glauben glaubt glaubte glaubten denken denkt dachte dachten gedacht meinen meint meinte meinung finden findet fand
gefunden halten hält hielt gehalten wissen weiß wusste gewusst machen macht machte machten gemacht tun tut tat getan
geben gibt gab gegeben gehen geht ging gegangen kommen kommt kam gekommen bekannt heißen heißt hieß genannt nennen
sache sachen ding dinge leute menschen person name namen art weise teil fall stelle ort brauchen braucht brauchte
scheinen scheint schien beurteilen beurteilt beurteilte erwähnen erwähnt erwähnte reden redet sprechen spricht sprach
lassen lässt ließ bleiben bleibt blieb stehen steht stand bringen bringt brachte nehmen nimmt nahm stellen gilt
"""
_BEFORE = "in|an|auf|aus|bei|für|gegen|mit|nach|seit|bis|um|von|vor|zu|über|unter|durch"
_WORDS = (
    "wer|wen|wem|wessen|was|wann|wo|woher|wohin|wie|wieso|weshalb|warum|weswegen|welche[rnms]?|wieviele?"
    "|wo(?:mit|durch|von|vor|für|zu|ran|rin|rauf|rüber|nach|rum|raus|gegen|bei)"
    rf"|(?:{_BEFORE}) (?:wen|wem|was|wann|wo|welche[rnms]?)"
)
"""What a question begins with that is not one for yes or no."""
_DETERMINERS = """
der die das des dem den ein eine einer eines einem einen kein keine keiner keines keinem keinen welche welcher welches
welchem welchen dieser diese dieses diesem diesen jener jene jenes jenem jenen jeder jede jedes jedem jeden mein meine
meiner meines meinem meinen sein seine seiner seines seinem seinen ihr ihre ihrer ihres ihrem ihren unser unsere
unserer alle aller viele vieler vielen wenige mehrere manche einige im am zum zur beim vom ins ans beide beiden
"""
GERMAN_PADDING = Padding(
    opens=opening(*_OPENS),
    carries=carrying(_CARRIES, _ASKS, "ob|dass"),
    ends=ending(*_ENDS),
    parts=parting("und|oder|aber|sowie|und auch", _WORDS),
    asks=pattern(rf"\s*(?:{_WORDS})\b", re.IGNORECASE),
    fillers=frozenset(_FILLERS.split()),
    light=frozenset(_LIGHT.split()),
    determiners=frozenset(_DETERMINERS.split()),
    attributes=pattern(r"(?:end|lich|isch|ig|bar|sam|los)(?:e[rnms]?)?$"),
)
