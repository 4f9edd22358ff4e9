"""What chats, people and lanes are called.

Rule of this module: a lane is named like its chat, so that whoever knows the one knows the other. What one person alone
sees in a channel is a chat of its own; all direct messages, Home and modals without a channel are one with the person.
"""

import re

NAME = "slack"
THREAD = re.compile(r"\d+\.\d+")
"""A message's ts, which names a thread."""


def person(user: str) -> str:
    """Return the name of a person."""
    return f"{NAME}:{user}"


def direct(user: str, thread: str = "") -> str:
    """Return the name of the chat with one person, or of a thread in it (the assistant's pane)."""
    return f"{NAME}:{user}/{thread}" if thread else f"{NAME}:{user}"


def threaded(channel: str, thread: str) -> str:
    """Return the name of a thread in a channel."""
    return f"{NAME}:{channel}/{thread}"


def private(channel: str, user: str) -> str:
    """Return the name of what one person alone sees in a channel."""
    return f"{NAME}:{channel}/{user}" if channel and not is_direct(channel) else direct(user)


def is_direct(channel: str) -> bool:
    """Tell whether a channel is for two."""
    return channel.startswith("D")


def is_person(name: str) -> bool:
    """Tell whether an id is a person's."""
    return name.startswith(("U", "W"))


def is_shared(chat: str) -> bool:
    """Tell whether a chat is a thread in a channel, whose people lead one conversation."""
    whole, _, thread = chat.removeprefix(f"{NAME}:").partition("/")
    return not is_person(whole) and THREAD.fullmatch(thread) is not None


def lane(prefix: str, chat: str) -> str:
    """Return the lane of a chat."""
    return prefix + chat.removeprefix(f"{NAME}:").replace("/", ":")
