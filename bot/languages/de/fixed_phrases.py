"""German verbs of several words, by the one word that says the same.

Rule of this room: a line is the word, then the phrases, each with its verb last; only what has no other sense there.
"""

FIXED = """
sterben: ums leben kommen, zum opfer fallen, den tod finden, sein leben verlieren, ihr leben verlieren
töten: ums leben bringen
inkrafttreten: in kraft treten
platznehmen: platz nehmen
stattfinden: über die bühne gehen
bereitstellen: zur verfügung stellen
fliehen: die flucht ergreifen
festnehmen: in gewahrsam nehmen, in haft nehmen
anklagen: vor gericht stellen
entscheiden: eine entscheidung treffen
kritisieren: kritik üben
befehlen: den befehl erteilen, den befehl geben, befehl erteilen, befehl geben
"""
