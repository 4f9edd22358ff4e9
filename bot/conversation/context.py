"""What every command works with, what it is given, and what it gives back.

Rule of this module: values only. A command changes nothing that is remembered; it says what the turn is now.
"""

import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from time import time

from bot.archive.answering import Everywhere
from bot.chat import Attachment, Incoming, Part, Reply, Said
from bot.conversation.admission import Admission
from bot.conversation.followups import EntityLookup
from bot.conversation.linking import Linking
from bot.conversation.moving import Moves
from bot.conversation.phrases import Phrases
from bot.conversation.rephrasing import Wording
from bot.conversation.suggested_questions import Examples
from bot.core.language import Language
from bot.core.semantics import entity_translation
from bot.core.speakers import by_speaker
from bot.errors import ArticleError, ArticleProblem
from bot.model import Document
from bot.ports.chats import Drafts, Preferences, Turn
from bot.ports.feeds import Following
from bot.ports.notices import ShownSentences
from bot.service import Library
from bot.transport import Download, EventLog, FileGoneError

Forget = Callable[[str, str], Awaitable[None]]
"""Deletes what else is kept of a chat and a user: the questions that wait."""


Fetch = Callable[[str], Awaitable[Document]]
"""Returns what an address leads to; raises `ArticleError`."""


async def nothing_else(_chat: str, _user: str) -> None:
    """Delete nothing: for a platform that keeps nothing else."""


@dataclass(frozen=True, slots=True)
class ChatTraits:
    """What kind of place a conversation is in.

    A `console` is left with /quit and has no buttons. Where answers are private at first (`shares`), they have a button
    that shows them to everybody. Questions that waited longer than `stale_after` seconds are not answered.

    Where the bot goes on in threads of channels without a mention, `threads` is how long it remembers a thread; a
    channel then has settings of its own. `installed` is whether it keeps the tokens of those who have installed it.
    `typed` is what a person types before a command's name. `files` is whether a reply may enclose one, and `links`
    whether pages are served.
    """

    console: bool = False
    shares: bool = False
    stale_after: float = math.inf
    threads: float = 0.0
    installed: bool = False
    typed: str = "/"
    files: bool = False
    links: bool = False


class Bringers(StrEnum):
    """Who may bring articles of their own; owners always may."""

    EVERYONE = "everyone"
    LIST = "list"
    """Those on the list of people who may ask, or let in by an owner."""
    OWNERS = "owners"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class BringingRules:
    """Who may bring articles, how many `a_day`, and how many are `kept` on the shelf of a chat.

    Also how many `feeds` a chat may have followed, and how many articles `of_feed` come at first.
    """

    who: Bringers = Bringers.EVERYONE
    a_day: int = 30
    kept: int = 100
    feeds: int = 10
    of_feed: int = 10


def uncounted(_refusal: str) -> None:
    """Count nothing."""


async def no_fetch(address: str) -> Document:
    """Fetch nothing: for a bot that reads no web pages."""
    raise ArticleError(ArticleProblem.NOT_FOUND, address)


async def no_download(file: Attachment, _most: int) -> bytes:
    """Download nothing: for a platform that carries no files."""
    raise FileGoneError(file.name)


@dataclass(frozen=True, slots=True)
class Context:
    """What a conversation works with; a fresh chat talks about `article`.

    `fetch` returns what an address leads to and raises `ArticleError`, `download` what a person sent as a file; `now`
    gives seconds since 1970; `asked` is told of every question why it was refused ("" where it was answered);
    `linking` gives out links to pages where they are served, and `everywhere` asks all articles where there is an
    archive.
    """

    library: Library
    article: str
    preferences: Preferences
    admission: Admission
    log: EventLog
    traits: ChatTraits = field(default_factory=ChatTraits)
    forget: Forget = nothing_else
    examples: Examples = field(default_factory=Examples)
    fetch: Fetch = no_fetch
    download: Download = no_download
    drafts: Drafts = field(kw_only=True)
    bringing: BringingRules = field(default_factory=BringingRules)
    now: Callable[[], float] = time
    moves: Moves = field(default_factory=Moves)
    asked: Callable[[str], None] = uncounted
    linking: Linking | None = None
    everywhere: Everywhere | None = None
    shown: ShownSentences | None = None
    feeds: Following | None = None

    def names(self) -> EntityLookup:
        """Return what is known of names in the languages that the library speaks."""
        return names_in(self.library.languages)


def names_in(languages: Mapping[str, Language]) -> EntityLookup:
    """Return what is known of names in some languages."""

    def speaker(question: str) -> str | None:
        found = (
            by_speaker.speaker_asked(question, language.speaker_questions.speaker) for language in languages.values()
        )
        return next((one[0] for one in found if one), None)

    def wording(code: str) -> Wording:
        morphology = languages[code].morphology
        return Wording(morphology.function_words.__contains__, morphology.capital_nouns)

    return EntityLookup(
        lambda one, other: entity_translation.same_kind(one, other, languages),
        lambda text, code: entity_translation.with_native_names(text, code, languages),
        speaker,
        wording,
    )


@dataclass(frozen=True, slots=True)
class CommandCall:
    """A message on its way to a reply: the turn it goes on from, the words to answer in, what follows the command.

    `free` is whether the language follows the question; `lost` whether the message is about an answer that is not
    remembered any more; `everywhere` whether a question is for all articles, `notifies` whether corrections are told
    where it was written.
    """

    incoming: Incoming
    turn: Turn
    phrases: Phrases
    rest: str = ""
    free: bool = True
    lost: bool = False
    everywhere: bool = False
    notifies: bool = False

    def reply(self, *parts: Part) -> "CommandResult":
        """Return parts as a reply that changes nothing else."""
        return CommandResult(Reply(parts, self.phrases.code))

    def say(self, *texts: str, turn: Turn | None = None) -> "CommandResult":
        """Return paragraphs of our own words."""
        return said(self.phrases, *texts, turn=turn)


@dataclass(frozen=True, slots=True)
class CommandResult:
    """A reply, and the turn that it leaves behind; None leaves the one that was there.

    What is not `kept` is not remembered at all; one that `forgets` also ends what was remembered of the person. What it
    `asks` is answered below it; one that `ends` is the whole reply, whatever the message says besides.
    """

    reply: Reply
    turn: Turn | None = None
    kept: bool = True
    forgets: bool = False
    asks: str = ""
    ends: bool = False


def both(first: CommandResult | None, second: CommandResult) -> CommandResult:
    """Return two replies as one, the second below the first; what the first offers to tap gives way to it."""
    if first is None:
        return second
    reply = replace(second.reply, parts=(*first.reply.parts, *second.reply.parts))
    return replace(second, reply=reply, turn=second.turn or first.turn)


def after(call: CommandCall, before: CommandResult | None) -> CommandCall:
    """Return a call as it is once another result has come before it."""
    return call if before is None or before.turn is None else replace(call, turn=before.turn)


Command = Callable[[Context, CommandCall], Awaitable[CommandResult]]

ON_BUTTON = 16
"""Digits of an article's id in a button."""
LONGEST_ECHO = 40
"""Characters of what a person wrote that are said back."""


def said(phrases: Phrases, *texts: str, turn: Turn | None = None) -> CommandResult:
    """Return paragraphs of our own words."""
    return CommandResult(Reply(tuple(Said(text) for text in texts), phrases.code), turn)


def echo(text: str, longest: int = LONGEST_ECHO) -> str:
    """Return what a person or an article wrote as it can be said back: one line, nothing invisible, not endless."""
    shown = "".join(c if c.isprintable() else "�" for c in text[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"
