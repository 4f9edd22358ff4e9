"""German function words: closed classes that a text of the language is known by.

Rule of this module: words only, as `core.lexical.tokens.normalise` writes them.
"""

_QUESTION = """
wer wen wem wessen was wann wo wie warum wieso weshalb woher wohin womit wodurch wofür wozu woran worin worauf worüber
wovon wovor wonach worum woraus wogegen wobei welche welcher welches welchem welchen wieviel wieviele inwiefern
inwieweit
"""
QUESTION_WORDS = frozenset(_QUESTION.split())
_FUNCTION = """
aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes anders auch auf aus außer bei
beide beiden beider beides beim bereits bin bis bist bzw da dabei dadurch dafür dagegen daher dahin damals damit
danach daneben dann daran darauf daraus darf darfst darin darüber darum darunter das dass dasselbe davon davor dazu
dein deine deinem deinen deiner dem demselben den denen denn denselben der deren derer derselbe derselben des deshalb
desselben dessen deswegen dich die dies diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch
dürfen durfte durften ein eine einem einen einer eines einige einigem einigen einiger einiges einmal er es etwa etwas
euch euer eure eurem euren eurer für gab gegenüber geworden gewesen gibt habe haben habt hast hat hatte hatten hätte
hätten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja jede jedem jeden
jeder jedes jedoch jene jenem jenen jener jenes kann kannst kein keine keinem keinen keiner keines können könnt könnte
könnten konnte konnten lassen ließ man manche manchem manchen mancher manches mein meine meinem meinen meiner mich
meist meiste meisten meistens mir mit möchte mögen muss müssen musste mussten müsste nach nachdem neben nicht nichts
noch nun nur ob oder ohne schon sehr sei seid seien sein seine seinem seinen seiner seines seit selbst sich sie sind
so sobald sodass sogar solche solchem solchen solcher solches soll sollen sollte sollten sondern sonst sowie sowohl
über um tun und uns unser viel viele vielen vieler wieviel unsere unserem unseren unserer unter vom von vor während
war waren warst was wäre wären wegen weil weiter welch wem wen wenn wer werde werden werdet wessen wie wieder will
willst wir wird wirst wo wollen wollte wollten worden wurde wurden würde würden zu zum zur zwar zwischen
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
