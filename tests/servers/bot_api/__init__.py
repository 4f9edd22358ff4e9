"""A Bot API server on loopback that keeps the real one's rules and breaks on request.

In a test: `async with serving() as api:`, then `api.people` writes to the bot as people do, `api.until` waits for what
the bot does, `api.chat(id)` is what people see, and `api.faults` breaks things. As a process of its own:
`python -m tests.servers.bot_api --help`.

Rule of this package: it is written from the Bot API's documentation and from recorded behaviour, and knows nothing of
the bot under test. What the real server refuses, it refuses, with the same code and description.
"""

from tests.servers.bot_api.faults import Fault, How, Wire
from tests.servers.bot_api.files import File
from tests.servers.bot_api.markup import Entity, parse_html, units
from tests.servers.bot_api.people import People
from tests.servers.bot_api.record import Message, Version
from tests.servers.bot_api.server import BotApi, Call, serving

__all__ = [
    "BotApi",
    "Call",
    "Entity",
    "Fault",
    "File",
    "How",
    "Message",
    "People",
    "Version",
    "Wire",
    "parse_html",
    "serving",
    "units",
]
