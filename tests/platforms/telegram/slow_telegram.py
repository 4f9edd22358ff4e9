"""`python -m bot telegram` with somebody who answers slowly, for tests that kill it while it works.

It is at work when the file `working` is there, and answers as soon as there is a file `go` in the working directory.
"""

import asyncio
from pathlib import Path

from bot.__main__ import cli
from bot.chat import Incoming, Reply, Said
from bot.conversation.dialogue import Conversation

WORKING, GO = Path("working"), Path("go")


async def answer(_conversation: Conversation, incoming: Incoming) -> Reply:
    """Answer, when there is a file that says so."""
    WORKING.touch()  # noqa: ASYNC240 - another process waits for the file
    while not GO.exists():  # noqa: ASYNC110, ASYNC240 - and makes this one
        await asyncio.sleep(0.02)
    return Reply((Said(f"Answer to: {incoming.text}"),), "en")


Conversation.answer = answer  # type: ignore[method-assign]
cli(["telegram"])
