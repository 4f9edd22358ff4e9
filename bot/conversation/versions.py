"""The versions of an article that are seen where a person writes, and what is said of them.

Rule of this module: a version is counted where it may be seen; that there are others elsewhere is nobody's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.chat import Action, Heading, Incoming, Part, Rows, Said
from bot.conversation.context import ON_BUTTON, Context
from bot.conversation.phrases import Phrases
from bot.conversation.shelves import is_seen
from bot.ports.versions import Edition

FRESH = 600.0
"""Seconds in which a page that was just fetched is not fetched again for somebody who sends its link."""
MOST_LISTED = 12
"""Versions that a card lists, the newest."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version, by its number from 1 in the order of their coming, and when it came."""

    number: int
    article: str
    came: float
    seen: float


async def versions_here(context: Context, incoming: Incoming, article_id: str) -> tuple[Version, ...]:
    """Return the versions of an article that may be seen where a person writes, itself among them, the oldest first."""
    known = await context.library.store.editions(article_id)
    newest: dict[str, Edition] = {}
    for edition in known:
        newest.pop(edition.article, None)
        newest[edition.article] = edition
    there = [e for e in newest.values() if e.article == article_id or await is_seen(context, incoming, e.article)]
    return tuple(Version(n, one.article, one.came, one.seen) for n, one in enumerate(there, 1))


def version_of(versions: Sequence[Version], article_id: str) -> Version | None:
    """Return the version that an article is."""
    return next((one for one in versions if one.article == article_id), None)


async def version_line(context: Context, incoming: Incoming, article_id: str, words: Phrases) -> tuple[Said, ...]:
    """Return the line that says which version an answer is from; nothing where there is but one."""
    versions = await versions_here(context, incoming, article_id)
    here = version_of(versions, article_id)
    if here is None or len(versions) == 1:
        return ()
    said = words.versions.of_version.format(number=here.number, count=len(versions), when=moment(here.came, words))
    newest = versions[-1]
    newer = words.versions.newer.format(id=newest.article[:ON_BUTTON]) if newest.number > here.number else ""
    return (Said(f"{said} {newer}".strip()),)


async def brought_line(context: Context, incoming: Incoming, article_id: str, words: Phrases) -> str:
    """Return what is said of an article that was brought as a version of one that is here; empty for any other."""
    versions = await versions_here(context, incoming, article_id)
    here = version_of(versions, article_id)
    if here is None or len(versions) == 1:
        return ""
    return words.versions.brought.format(number=here.number, count=len(versions))


def card(versions: Sequence[Version], article_id: str, words: Phrases) -> tuple[tuple[Part, ...], tuple[Action, ...]]:
    """Return the versions of an article as a list, with what can be tapped; nothing where there is but one."""
    if len(versions) == 1:
        return (), ()
    shown = versions[-MOST_LISTED:]
    rows = tuple(
        (str(v.number), moment(v.came, words), words.versions.shown if v.article == article_id else "") for v in shown
    )
    tap = tuple(
        Action(words.versions.label_version.format(number=v.number), f"/article {v.article[:ON_BUTTON]}")
        for v in shown
        if v.article != article_id
    )
    changes = Action(words.versions.label_changes, "/changes")
    return (Heading(words.versions.heading), Rows(rows)), (changes, *tap)


async def last_seen(context: Context, article_id: str) -> float:
    """Return when an article was read last, in seconds since 1970; 0 where nobody knows."""
    found = await context.library.store.editions(article_id)
    return max((one.seen for one in found if one.article == article_id), default=0.0)


def moment(seconds: float, words: Phrases) -> str:
    """Return a moment as it is written in a language."""
    return datetime.fromtimestamp(seconds, UTC).strftime(words.versions.when)
