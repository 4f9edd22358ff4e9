"""Where a choice holds: for a person everywhere, for a person in a chat, for everybody in a chat.

Rule of this module: the nearer choice counts, a thread's before its chat's; a shared chat's article is the chat's.
"""

from dataclasses import replace

from bot.chat import Incoming
from bot.conversation.context import Context
from bot.ports.chats import Preference

ALL = "*"
"""Stands for an article where all of them are asked."""


async def chosen(context: Context, incoming: Incoming) -> Preference:
    """Return the language that a person has chosen, and the article that was chosen where they write.

    Also whether corrections are told in the whole chat.
    """
    person, *places = await context.preferences.chosen((_person(incoming), *_places(incoming)))
    nearest = next((place.article for place in places if place.article), "")
    return Preference(nearest, person.language, notify=places[-1].notify)


async def choose(
    context: Context, incoming: Incoming, *, article: str | None = None, language: str | None = None
) -> None:
    """Keep a choice; an empty one takes the last one back."""
    if article is not None:
        place = _places(incoming)[0]
        [before] = await context.preferences.chosen([place])
        await context.preferences.choose(place, replace(before, article=article))
    if language is not None:
        [before] = await context.preferences.chosen([_person(incoming)])
        await context.preferences.choose(_person(incoming), replace(before, language=language))


async def drop(context: Context, incoming: Incoming, article: str) -> None:
    """Take back every choice of an article that holds where a person writes: it is not here any more."""
    places = _places(incoming)
    for place, before in zip(places, await context.preferences.chosen(places), strict=True):
        if before.article == article:
            await context.preferences.choose(place, replace(before, article=""))


async def set_for_all(context: Context, incoming: Incoming) -> Preference:
    """Return what was chosen for everybody in the whole chat, with all of its threads."""
    [choice] = await context.preferences.chosen([_everybody(incoming)])
    return choice


async def set_article(context: Context, incoming: Incoming, article: str) -> None:
    """Choose an article for everybody in the whole chat; a nearer choice where it is said gives way to it."""
    before = await set_for_all(context, incoming)
    await context.preferences.choose(_everybody(incoming), replace(before, article=article))
    for place in _places(incoming):
        if place != _everybody(incoming):
            [nearer] = await context.preferences.chosen([place])
            await context.preferences.choose(place, replace(nearer, article=""))


async def set_mentions(context: Context, incoming: Incoming, *, wanted: bool) -> None:
    """Choose for everybody in the whole chat whether the bot answers only where it is mentioned."""
    before = await set_for_all(context, incoming)
    await context.preferences.choose(_everybody(incoming), replace(before, mentions=wanted))


async def set_notify(context: Context, incoming: Incoming, *, wanted: bool) -> None:
    """Choose for the whole chat whether corrections are told there."""
    before = await set_for_all(context, incoming)
    await context.preferences.choose(_everybody(incoming), replace(before, notify=wanted))


def for_two(incoming: Incoming) -> bool:
    """Tell whether a chat is with one person alone: it has the person's name."""
    return incoming.chat.partition("/")[0] == incoming.user


def _person(incoming: Incoming) -> tuple[str, str]:
    return "", incoming.user


def _everybody(incoming: Incoming) -> tuple[str, str]:
    return incoming.chat.partition("/")[0], ""


def _places(incoming: Incoming) -> tuple[tuple[str, str], ...]:
    """Return where an article may have been chosen, the nearest first."""
    everybody = tuple(dict.fromkeys(((incoming.chat, ""), _everybody(incoming))))
    return everybody if incoming.shared else ((incoming.chat, incoming.user), *everybody)
