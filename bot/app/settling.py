"""What a long-lived process does once when it has loaded what it needs.

Rule of this module: nothing here changes what is answered; where a system has no such thing, it is left out.
"""

import gc

from bot.processes import give_back


def settle() -> None:
    """Keep what is loaded out of the collector's way, and give back to the system what loading has left free.

    With the tables of a tagger loaded, that is some ten megabytes.
    """
    gc.collect()
    gc.freeze()
    give_back()
