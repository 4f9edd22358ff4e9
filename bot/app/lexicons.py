"""The lexicon, and the large dictionary beside it where there is one: compiled once, kept, and mapped from then on.

Rule of this module: a bot never waits for a dictionary. It begins with our own lexicon, and takes the dictionary in
when a process of its own has compiled it; programs that answer once wait, so that they answer the same twice.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial

from bot import languages
from bot.app.fingerprints import LEXICAL, fingerprint
from bot.core.language import Language
from bot.core.lexical.lexicon import END, Buffer, Lexicon
from bot.errors import BotError, DictionaryError, DictionaryProblem
from bot.processes import Bounds, ClosedError, DiedError, OverdueError, Room
from bot.settings import NO_DICTIONARY, Settings
from bot.storage.dictionary import Dictionary, find_dictionary
from bot.storage.tables import cache_folder, kept

BOUNDS = Bounds(seconds=1_800.0, memory=0)
"""What compiling may take: half a minute on a core of its own, more where it is one of many."""
MODEST = 10
"""How far behind others (nice) the process stands that compiles: nobody's question waits for it."""


def own_lexicon(beside: Buffer = END) -> Lexicon:
    """Return our own lexicon: compiled once for these tables and this code, then mapped from the cache folder.

    The table of a large dictionary may count `beside` it.
    """
    name = f"lexicon-{languages.lexicon_digest()}-{fingerprint(LEXICAL)}"
    return Lexicon(kept(cache_folder(), name, languages.own_table), beside)


def large_dictionary(settings: Settings) -> Dictionary:
    """Return the large dictionary; raises `DictionaryError` where there is none."""
    made_by = f"{languages.lexicon_digest()}-{fingerprint(LEXICAL)}"
    return find_dictionary(settings.dictionary, cache_folder(), made_by)


def dictionary_of(settings: Settings) -> Dictionary | None:
    """Return the large dictionary that is wanted, None where there is none.

    Raises `DictionaryError` for one that is set and is not there.
    """
    if settings.dictionary == NO_DICTIONARY:
        return None
    try:
        return large_dictionary(settings)
    except DictionaryError:
        if settings.dictionary:
            raise
        return None


def compiled(dictionary: Dictionary, compiling: Callable[[str], None], *, needed: bool = True) -> Buffer | None:
    """Return a dictionary's table, made now where it is not there; `compiling` is told its path before.

    Raises `DictionaryError` for one that can't be used; where it is not `needed`, None is returned instead.
    """
    if (table := dictionary.compiled()) is not None:
        return table
    compiling(str(dictionary.file))
    try:
        _compile(dictionary)
    except DictionaryError:
        if needed:
            raise
        return None
    return dictionary.compiled()


@asynccontextmanager
async def take_in_when_compiled(
    dictionary: Dictionary,
    by_code: Mapping[str, Language],
    forget: Callable[[], None],
    compiling: Callable[[str], None],
    unable: Callable[[BotError], None],
) -> AsyncIterator[None]:
    """Compile a dictionary meanwhile, have the lexicon of the languages take it in, and `forget` what was made before.

    `compiling` is told its path at once, and `unable` why it can't be used; what is not done in the end is broken off.
    """
    room = Room()
    compiling(str(dictionary.file))

    async def take_in() -> None:
        try:
            await asyncio.to_thread(room.do, partial(_compile_modestly, dictionary), bool, BOUNDS)
        except ClosedError:
            return
        except DictionaryError as error:
            unable(error)
            return
        except (DiedError, OverdueError, MemoryError):
            unable(DictionaryError(DictionaryProblem.NOT_COMPILED, str(dictionary.file)))
            return
        # Whole, since `compile` has made it: where a full disk or a foreign hand has taken it, our lexicon goes on.
        table = await asyncio.to_thread(dictionary.compiled)
        if table is not None:
            for language in by_code.values():
                language.lexicon().take_in(table)
            forget()

    task = asyncio.create_task(take_in())
    try:
        yield
    finally:
        room.close()
        with suppress(asyncio.CancelledError):
            await task


def _compile(dictionary: Dictionary) -> bool:
    by_code = languages.speaking(own_lexicon)
    dictionary.compile({code: language.analyser() for code, language in by_code.items()})
    return True


def _compile_modestly(dictionary: Dictionary) -> bool:
    with suppress(OSError, AttributeError):  # not on every system
        os.nice(MODEST)
    return _compile(dictionary)
