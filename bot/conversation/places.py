"""Where a choice holds: for a person everywhere, for a person in a chat, for everybody in a chat.

Rule of this module: the nearer choice counts, a thread's before its chat's; a shared chat's article is the chat's.
"""

from dataclasses import replace

from bot.chat import Incoming
from bot.conversation.desk import Desk
from bot.ports import Choice


async def chosen(desk: Desk, incoming: Incoming) -> Choice:
    """Return the language that a person has chosen, and the article that was chosen where they write."""
    person, *places = await desk.preferences.chosen((_person(incoming), *_places(incoming)))
    return Choice(next((place.article for place in places if place.article), ""), person.language)


async def choose(desk: Desk, incoming: Incoming, *, article: str | None = None, language: str | None = None) -> None:
    """Keep a choice; an empty one takes the last one back."""
    if article is not None:
        place = _places(incoming)[0]
        [before] = await desk.preferences.chosen([place])
        await desk.preferences.choose(place, replace(before, article=article))
    if language is not None:
        [before] = await desk.preferences.chosen([_person(incoming)])
        await desk.preferences.choose(_person(incoming), replace(before, language=language))


def _person(incoming: Incoming) -> tuple[str, str]:
    return "", incoming.user


def _places(incoming: Incoming) -> tuple[tuple[str, str], ...]:
    """Return where an article may have been chosen, the nearest first."""
    chat, whole = incoming.chat, incoming.chat.partition("/")[0]
    everybody = tuple(dict.fromkeys(((chat, ""), (whole, ""))))
    return everybody if incoming.shared else ((chat, incoming.user), *everybody)
