"""Draw docs/console.svg, the picture of the terminal in the README, from a talk with the bot.

The one rule: what the picture shows is what the bot said when it was drawn.

    python scripts/picture.py [OUT.svg] [QUESTION...]
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from bot.app import open_bot
from bot.chat import Incoming, Reply
from bot.platforms.picture import picture

TARGET = Path(__file__).resolve().parent.parent / "docs" / "console.svg"
TALK = ("what did Russia send?", "/context 2")


async def talk(typed: tuple[str, ...]) -> tuple[Reply, list[tuple[str, Reply]]]:
    """Return the bot's greeting and its replies."""
    async with open_bot() as bot:
        conversation, _ = await bot.converse()
        greeting = await conversation.greet(Incoming("console", "console", "", "en"))
        return greeting, [
            (text, await conversation.handle(Incoming("console", "console", text, "en"))) for text in typed
        ]


def main(out: str = str(TARGET), *typed: str) -> None:
    """Write the picture; a database of its own keeps it free of what was asked before."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BOT_DATABASE"] = str(Path(folder, "articles.db"))
        greeting, turns = asyncio.run(talk(typed or TALK))
    Path(out).write_text(picture(greeting, turns, title="article-bot"), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
