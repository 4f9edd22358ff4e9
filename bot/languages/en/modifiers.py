"""English words that turn a statement into another one.

Rule of this room: tables only; the lists are closed classes, from grammars of English.
"""

from bot.core.language_data.modifiers import Direction, Modifier, Modifiers, directions, listed, neutral_phrases

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
no more than
no later than
no earlier than
not later than
not earlier than
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
ENGLISH_MODIFIERS = Modifiers(
    clausal=listed(
        {
            Modifier.NOT: _NOT,
            Modifier.MAYBE: "may might could can perhaps possibly probably maybe likely unlikely if unless whether",
            Modifier.DUTY: "must should ought shall",
            Modifier.FUTURE: "will would going_to about_to due_to set_to expected_to planned scheduled",
        }
    ),
    local=listed(
        {
            Modifier.ALL: "all every each entire whole both",
            Modifier.SOME: "some several part half third quarter",
            Modifier.ABOUT: "about around roughly approximately circa",
            Modifier.MOST: "most majority",
            Modifier.FEW: "few",
            Modifier.ONLY: "only just merely",
            Modifier.ALMOST: "almost nearly",
            Modifier.OVER: "more_than over above exceeding upwards_of",
            Modifier.AT_LEAST: "at_least as_many_as",
            Modifier.UNDER: "less_than fewer_than under below",
            Modifier.AT_MOST: "up_to at_most no_more_than a_maximum_of maximum",
            Modifier.ALTERED: "former ex alleged suspected planned proposed possible potential would-be fake",
        }
    ),
    directions=directions(
        {
            Direction.TO: "to into towards toward onto",
            Direction.FROM: "from",
            Direction.BEFORE: "before until till",
            Direction.AFTER: "after since",
            Direction.FOR: "for",
            Direction.AGAINST: "against",
            Direction.WITH: "with",
            Direction.WITHOUT: "without",
        }
    ),
    transfer_verbs=frozenset("send deliver supply ship provide give hand dispatch transfer furnish transport".split()),
    parts=frozenset({"of"}),
    neutral_phrases=neutral_phrases(_IDLE),
    negative_endings=("n't", "cannot"),
)
