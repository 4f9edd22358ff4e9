"""German words that turn a statement into another one.

Rule of this room: tables only; the lists are closed classes, from grammars of German.
"""

from bot.core.language_data.modifiers import Direction, Modifier, Modifiers, directions, listed, neutral_phrases

_NO = "kein keine keinen keinem keiner keines keinerlei"
_NOT = """
nicht nie niemals niemand niemanden niemandem nichts weder kaum ohne keineswegs keinesfalls mitnichten nirgends
nirgendwo
"""
_CAN = "kann können konnte konnten könnte könnten könne könnten dürfte dürften mag möge"
_MUST = "muss müssen musste mussten müsse müssten müsste soll sollen sollte sollten solle"
_HANDING = """
schicken senden entsenden liefern ausliefern geben übergeben überlassen verschicken zuschicken zusenden bereitstellen
abgeben transportieren überbringen verschiffen
"""
_IDLE = """
nicht nur
nicht bloß
nicht lediglich
nicht zuletzt
nicht selten
nicht umsonst
nicht von ungefähr
nicht ohne grund
nicht weniger als
nicht mehr als
nicht später als
nicht früher als
nicht mehr und nicht weniger als
nicht zu vergessen
nicht weit von
nicht weit entfernt
nicht lange danach
nicht lange darauf
nicht lange zuvor
nicht lange nach
nicht lange vor
wenn nicht gar
wenn nicht sogar
oder nicht
nichts anderes als
nichts geringeres als
nichts weniger als
niemand anderes als
niemand anders als
niemand anderer als
niemand geringeres als
niemand geringerer als
kein geringerer als
keine geringere als
keinen geringeren als
keinem geringeren als
keiner geringeren als
kein anderer als
keine andere als
kein wunder
keine frage
kein zweifel
keinen zweifel
ohne not
ohne weiteres
ohne zweifel
ohne jeden zweifel
ohne frage
ohne jede frage
ohne ausnahme
ohne umschweife
ohne unterlass
ohne wenn und aber
"""
"""Fixed phrases with a negator, or with ‹nur› and ‹weniger›, that deny and limit nothing."""
ALL_FORMS = "alle aller allen alles sämtliche sämtlichen jeder jede jedes jeden jedem beide beiden ganze ganzen"
GERMAN_MODIFIERS = Modifiers(
    clausal=listed(
        {
            Modifier.NOT: f"{_NOT} {_NO}",
            Modifier.MAYBE: f"vielleicht möglicherweise womöglich wohl vermutlich falls wenn ob sofern {_CAN}",
            Modifier.DUTY: _MUST,
            Modifier.FUTURE: "will wollen wolle wollte wollten möchte möchten",
        }
    ),
    local=listed(
        {
            Modifier.ALL: ALL_FORMS,
            Modifier.SOME: "einige einigen einiger manche manchen manche mehrere mehreren teil hälfte drittel viertel",
            Modifier.ABOUT: "rund etwa ungefähr circa ca zirka",
            Modifier.MOST: "meisten meiste mehrheit",
            Modifier.FEW: "wenige wenigen weniger",
            Modifier.ONLY: "nur lediglich bloß",
            Modifier.ALMOST: "fast beinahe nahezu",
            Modifier.OVER: "mehr_als über gut",
            Modifier.AT_LEAST: "mindestens wenigstens zumindest",
            Modifier.UNDER: "weniger_als unter knapp",
            Modifier.AT_MOST: "bis_zu höchstens maximal nicht_mehr_als",
            Modifier.ALTERED: (
                "ehemalige ehemaligen ehemaliger frühere früheren früherer mutmaßliche mutmaßlichen mutmaßlicher "
                "angebliche angeblichen geplante geplanten geplanter mögliche möglichen möglicher"
            ),
        }
    ),
    directions=directions(
        {
            Direction.TO: "nach zu zum zur an ans ins in für",
            Direction.FROM: "aus von vom",
            Direction.BEFORE: "vor vorm bis",
            Direction.AFTER: "nach seit",
            Direction.FOR: "für",
            Direction.AGAINST: "gegen",
            Direction.WITH: "mit",
            Direction.WITHOUT: "ohne",
        }
    ),
    transfer_verbs=frozenset(_HANDING.split()),
    parts=frozenset({"von", "vom"}),
    neutral_phrases=neutral_phrases(_IDLE),
)
