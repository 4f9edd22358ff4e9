"""Where an answer goes: the kinds of places in Slack, and what each needs.

Rule of this module: an address is a bag of strings, kept with nothing but the update; a place is one line of text.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

from bot.platforms.slack.chats import NAME, is_person


class Way(StrEnum):
    """How an answer is sent."""

    POST = "post"
    """A message of its own in a channel, a thread or a direct message."""
    EDIT = "edit"
    """The message that was tapped on."""
    URL = "url"
    """What one person sees, through the response_url of a command or a tap."""
    OPEN = "open"
    """A modal that is opened for it."""
    VIEW = "view"
    """A modal that is open."""
    FORM = "form"
    """A modal to type a question into; there is no answer in it."""
    HOME = "home"
    """The app's Home."""
    PANE = "pane"
    """The assistant's pane that was just opened."""
    LINK = "link"
    """Below a link to an article."""
    FILE = "file"
    """A file that is a message of its own; its place is its id, which Slack has before anybody sees it."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where one answer goes; what a way does not need is empty.

    `channel`, `thread` (its root's ts), `message` (the tapped one's ts) and `user` are Slack's ids; `team` and
    `enterprise` name the workspace whose token is used. `url` is a response_url, or the link that was posted; `trigger`
    opens a modal within three seconds, and `view` names it. `asked` is what was asked where the answer may turn up
    somewhere else; `about` is the answer that was tapped on, and `pane` is set in the assistant's pane.
    """

    way: Way
    team: str = ""
    enterprise: str = ""
    channel: str = ""
    thread: str = ""
    user: str = ""
    message: str = ""
    url: str = ""
    trigger: str = ""
    view: str = ""
    asked: str = ""
    about: str = ""
    pane: str = ""

    def packed(self) -> dict[str, str]:
        """Return the address as an envelope carries it."""
        return {name: value for name, value in asdict(self).items() if value}


def unpacked(address: Mapping[str, str]) -> Address:
    """Return the address that an envelope carries."""
    known = {field.name for field in fields(Address)} - {"way"}
    return Address(Way(address["way"]), **{name: value for name, value in address.items() if name in known})


def reach(address: Address) -> str:
    """Return what is needed beside a chat's name to write there unasked: whose token is used."""
    return " ".join(name or "-" for name in (address.team, address.enterprise))


def unasked(chat: str, reach: str) -> Address:
    """Return the address of what nobody has asked for in a chat; what one saw alone goes to that person."""
    team, enterprise = ("" if name == "-" else name for name in (reach.split(" ") if " " in reach else ("-", "-")))
    whole, _, part = chat.removeprefix(f"{NAME}:").partition("/")
    if is_person(whole) or is_person(part):
        return Address(Way.POST, team, enterprise, channel=part if is_person(part) else whole)
    return Address(Way.POST, team, enterprise, channel=whole, thread=part)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer's message is: a way, and what names the message there (a channel and a ts, or a view)."""

    way: Way
    channel: str = ""
    name: str = ""

    def __str__(self) -> str:
        """Return one line; what is empty is a hyphen."""
        return " ".join(part or "-" for part in (self.way, self.channel, self.name))


def place_from(line: str) -> Place:
    """Return the place that a line names."""
    way, channel, name = (part if part != "-" else "" for part in line.split(" "))
    return Place(Way(way), channel, name)
