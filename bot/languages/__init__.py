"""The languages the bot knows.

Rule of this room: a language is a folder of tables and small functions of its own words, and a name in `_LISTED`.
"""

from __future__ import annotations

from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.core.lexical.analysis import Analyser
from bot.core.lexical.lexicon import Lexicon
from bot.languages import de, en

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.core.language import Language
    from bot.core.language_data.morphology import Morphology

_LISTED = (de, en)
_MORPHOLOGIES = {language.CODE: language.MORPHOLOGY for language in _LISTED}


def speaking(lexicon: Callable[[], Lexicon]) -> Mapping[str, Language]:
    """Return the languages with a lexicon, which is made when it is first needed."""
    lexicon = cache(lexicon)

    def analyser(code: str, morphology: Morphology) -> Analyser:
        return Analyser(morphology, lexicon().vocabulary(code))

    return MappingProxyType(
        {
            listed.CODE: listed.language(cache(partial(analyser, listed.CODE, listed.MORPHOLOGY)), lexicon)
            for listed in _LISTED
        }
    )


def lexicon_digest() -> str:
    """Return a name for our own lexicon's content."""
    from bot.languages.lexicon import digest  # noqa: PLC0415 - beside the building

    return digest()


def own_table() -> bytes:
    """Return our own lexicon, compiled."""
    from bot.languages.lexicon import build  # noqa: PLC0415 - a table that was kept needs no building

    return build(_MORPHOLOGIES)


LANGUAGES: Mapping[str, Language] = speaking(lambda: Lexicon(own_table()))


def of(code: str) -> Language:
    """Return a language by its code; raises `KeyError` for one that is not listed."""
    return LANGUAGES[code]
