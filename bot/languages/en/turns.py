"""English words that turn a statement into another one.

Rule of this room: tables only; the lists are closed classes, from grammars of English.
"""

from bot.core.turns import Turn, Turns, Way, idle, listed, pointing

_NOT = "not never no none nobody no-one nothing nowhere neither nor cannot hardly barely scarcely without"
_IDLE = """
not only
not just
not merely
not simply
not least
not to mention
not surprisingly
not infrequently
not without reason
not far from
not long after
not long before
not long ago
last but not least
more often than not
as often as not
if not
or not
never mind
no doubt
no question
no wonder
no matter
no sooner
no less than
no fewer than
no other than
none other than
nothing but
nothing if not
nothing less than
nothing short of
without doubt
without a doubt
without question
without exception
without fail
without further ado
"""
"""Fixed phrases with a negator, or with ‹only› and ‹fewer than›, that deny and limit nothing; ‹no longer› denies."""
ENGLISH_TURNS = Turns(
    words=listed(
        {
            Turn.NOT: _NOT,
            Turn.MAYBE: "may might could can perhaps possibly probably maybe likely unlikely if unless whether",
            Turn.DUTY: "must should ought shall",
            Turn.FUTURE: "will would going_to about_to due_to set_to expected_to planned scheduled",
        }
    ),
    nearby=listed(
        {
            Turn.ALL: "all every each entire whole both",
            Turn.SOME: "some several part half third quarter",
            Turn.ABOUT: "about around roughly approximately circa",
            Turn.MOST: "most majority",
            Turn.FEW: "few",
            Turn.ONLY: "only just merely",
            Turn.ALMOST: "almost nearly",
            Turn.OVER: "more_than over at_least above exceeding upwards_of",
            Turn.UNDER: "less_than fewer_than up_to at_most no_more under below",
            Turn.ALTERED: "former ex alleged suspected planned proposed possible potential would-be fake",
        }
    ),
    ways=pointing(
        {
            Way.TO: "to into towards toward onto",
            Way.FROM: "from",
            Way.BEFORE: "before until till",
            Way.AFTER: "after since",
            Way.FOR: "for",
            Way.AGAINST: "against",
            Way.WITH: "with",
            Way.WITHOUT: "without",
        }
    ),
    passives=frozenset("is are was were be been being am gets got".split()),
    agents=frozenset({"by"}),
    handing=frozenset("send deliver supply ship provide give hand dispatch transfer furnish transport".split()),
    parts=frozenset({"of"}),
    idle=idle(_IDLE),
)
