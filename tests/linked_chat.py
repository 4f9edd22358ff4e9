"""A conversation in a chat where pages are served, with all that it keeps.

Rule of this module: nothing in it stands in for the bot; the clock is set by the test.
"""

from dataclasses import replace

from bot.chat import Incoming, Reply, Said
from bot.conversation import served
from bot.conversation.context import ChatTraits, Context
from bot.conversation.dialogue import Admission, Conversation, Rules
from bot.conversation.linking import Linking
from bot.model import Article
from bot.service import Library
from bot.storage.direct import Direct
from bot.storage.links import SqliteLinks
from bot.storage.memory import ProcessDrafts, ProcessGuestList, ProcessMemory, ProcessPreferences

ROOT = "https://bot.example.org/view/"


def message(text: str) -> Incoming:
    return Incoming("telegram:7", "telegram:7", text, "en")


class Chat:
    """A conversation in a chat where pages are served."""

    def __init__(self, library: Library, article: str, connection: Direct, rules: Rules, root: str = ROOT) -> None:
        self.clock = 1_800_000_000.0
        self.guests = ProcessGuestList()
        admission = Admission(rules, self.guests, lambda _event, _facts: None, lambda: self.clock)
        self.links = SqliteLinks(connection, lambda: self.clock)
        self.context = Context(
            library,
            article,
            ProcessPreferences(),
            admission,
            lambda _event, _facts: None,
            ChatTraits(files=True, links=True),
            drafts=ProcessDrafts(),
            linking=Linking(self.links, root, lambda: self.clock),
        )
        self.memory = ProcessMemory(lambda: self.clock)
        self.conversation = Conversation(self.context, self.memory, self._failed)

    @staticmethod
    def _failed(error: BaseException) -> None:
        raise AssertionError from error

    async def says(self, text: str, **where: object) -> Reply:
        return await self.conversation.handle(replace(message(text), **where))

    async def link(self, **where: object) -> str:
        """Ask for the page, and return the token of its link."""
        [url] = urls(await self.says("/view", **where))
        return url.rpartition("/")[2]

    async def opens(self, token: str) -> Article | None:
        link = await served.found(self.context, token)
        return None if link is None else await served.article_of(self.context, link)


def urls(reply: Reply) -> list[str]:
    return [part.link for part in reply.parts if isinstance(part, Said) and part.link]
