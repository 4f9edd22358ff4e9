"""What the bot says of corrections, in each language.

Rule of this module: words only. What a language lacks fails to type-check.
"""

from typing import NamedTuple


class NoticePhrases(NamedTuple):
    """One language's words; names in braces are filled in."""

    on: str
    off: str
    is_on: str
    is_off: str
    usage: str
    not_here: str
    changed_1: str
    changed_n: str
    removed: str
    more: str
    ends: str


ENGLISH = NoticePhrases(
    on="From now on I tell you here, once an article, when a sentence that I showed you has changed or is gone. For "
    "that I keep {time} which sentences I showed. /notify off ends it.",
    off="I tell you of no corrections here any more.",
    is_on="I tell you here when a sentence that I showed you has changed. /notify off ends it.",
    is_off="I don’t tell you of corrections here. With /notify on I do, when a sentence that I showed you has changed.",
    usage="/notify on or /notify off; /notify says which holds here.",
    not_here="That is for chats: the terminal shows nothing that nobody asked for.",
    changed_1="“{title}” has changed since I showed you this sentence of it:",
    changed_n="“{title}” has changed since I showed you these {count} sentences of it:",
    removed="It is not in the article any more.",
    more="{count} more are different as well.",
    ends="/notify off ends these notices.",
)

GERMAN = NoticePhrases(
    on="Ab jetzt sage ich hier, einmal je Artikel, wenn sich ein Satz geändert hat oder entfallen ist, den ich Ihnen "
    "gezeigt habe. Dafür merke ich mir {time}, welche Sätze das waren. /notify off beendet das.",
    off="Auf Berichtigungen weise ich hier nicht mehr hin.",
    is_on="Ich sage hier, wenn sich ein Satz geändert hat, den ich Ihnen gezeigt habe. /notify off beendet das.",
    is_off="Auf Berichtigungen weise ich hier nicht hin. Nach /notify on sage ich, wenn sich ein Satz geändert hat, "
    "den ich Ihnen gezeigt habe.",
    usage="/notify on oder /notify off; /notify sagt, was hier gilt.",
    not_here="Das gibt es nur in Chats: Im Terminal erscheint nichts, wonach niemand gefragt hat.",
    changed_1="„{title}“ hat sich geändert, seit ich Ihnen diesen Satz daraus gezeigt habe:",
    changed_n="„{title}“ hat sich geändert, seit ich Ihnen diese {count} Sätze daraus gezeigt habe:",
    removed="Er steht nicht mehr im Artikel.",
    more="{count} weitere sind ebenfalls anders.",
    ends="/notify off beendet diese Hinweise.",
)
