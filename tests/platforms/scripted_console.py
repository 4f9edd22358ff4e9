"""The console with a scripted bot behind it, for tests that need a process and a terminal of their own."""

import asyncio
import os
import sys

from bot.platforms import console
from tests.fakes import COMMANDS, GREETING, ScriptedBot


async def main() -> int:
    history = os.environ.get("SCRIPTED_HISTORY")
    language = os.environ.get("SCRIPTED_LANGUAGE", "en")
    return await console.run(
        ScriptedBot().handle, greeting=GREETING, commands=COMMANDS, language=language, history=history
    )


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
