"""How German words change: closed classes, stemmer, irregular forms, numerals.

Rule of this room: every word stands as `core.analysis.normalise` writes it: small letters, umlauts and ß kept.
"""

from functools import lru_cache

import Stemmer

from bot.core.analysis import Morphology

QUESTION_WORDS = frozenset(
    """
    wer wen wem wessen was wann wo wie warum wieso weshalb woher wohin womit wodurch wofür wozu woran worin worauf
    worüber wovon wovor wonach worum woraus wogegen wobei welche welcher welches welchem welchen wieviel wieviele
    inwiefern inwieweit
    """.split()
)
FUNCTION_WORDS = frozenset(
    """
    aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes anders auch auf aus außer
    bei beim bereits bin bis bist bzw da dabei dadurch dafür dagegen daher dahin damals damit danach daneben dann daran
    darauf daraus darf darfst darin darüber darum darunter das dass dasselbe davon davor dazu dein deine deinem deinen
    deiner dem demselben den denen denn denselben der deren derer derselbe derselben des deshalb desselben dessen
    deswegen dich die dies diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch dürfen durfte
    durften ein eine einem einen einer eines einige einigem einigen einiger einiges einmal er es etwa etwas euch euer
    eure eurem euren eurer für gab gegenüber geworden gewesen gibt habe haben habt hast hat hatte hatten hätte hätten
    hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja jede jedem jeden jeder
    jedes jedoch jene jenem jenen jener jenes kann kannst kein keine keinem keinen keiner keines können könnt könnte
    könnten konnte konnten lassen ließ man manche manchem manchen mancher manches mein meine meinem meinen meiner mich
    mir mit möchte mögen muss müssen musste mussten müsste nach nachdem neben nicht nichts noch nun nur ob oder ohne
    schon sehr sei seid seien sein seine seinem seinen seiner seines seit selbst sich sie sind so sobald sodass sogar
    solche solchem solchen solcher solches soll sollen sollte sollten sondern sonst sowie sowohl über um und uns unser
    unsere unserem unseren unserer unter vom von vor während war waren warst was wäre wären wegen weil weiter welch wem
    wen wenn wer werde werden werdet wessen wie wieder will willst wir wird wirst wo wollen wollte wollten worden wurde
    wurden würde würden zu zum zur zwar zwischen
    """.split()
)
_MEANINGFUL = frozenset({"gegen", "weiter", "gegenüber", "außer", "ohne"})
"""Function words that a question may turn on."""
_stemmer = Stemmer.Stemmer("german")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball stem."""
    return str(_stemmer.stemWord(word))


GERMAN_MORPHOLOGY = Morphology(
    stop_words=(FUNCTION_WORDS | QUESTION_WORDS) - _MEANINGFUL,
    question_words=QUESTION_WORDS,
    function_words=FUNCTION_WORDS | QUESTION_WORDS,
    stem=stem,
)
