"""What is kept of people, where, and for how long: the one table that the stores, /privacy and docs/privacy.md go by.

Rule of this room: facts only. Whatever column of a store can hold something about a person stands in a row here, all
others in `IMPERSONAL`; tests read the stores' own tables, run their cleaners, and compare what is said with both.
"""

from dataclasses import dataclass

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
"""Seconds."""
KEYS = 48 * HOUR
"""How long the key of an answered update is known; Telegram repeats an update for 24 hours."""
FAULTS = KEYS
"""How long an update that was given up is kept to be looked at."""
TURNS = HOUR
"""How long an answer is remembered; a follow-up that comes later starts anew."""
PARTS = HOUR
"""How long parts of a text are kept that never becomes whole; the next one comes within seconds."""
CODES = HOUR
"""How long a code for a stranger holds: long enough to pass it on, short enough to be no second password."""
THREADS = 30 * DAY
"""How long a thread in Slack is remembered, from when the bot began to take part in it."""
LINKS = DAY
"""How long a link to a page holds: a day's reading; another one is asked for in a moment."""
SHOWN = 14 * DAY
"""How long it is known which sentences were shown, for whoever wants to be told when one changes."""
ENTRIES = 30 * DAY
"""How long it is known which entry of a feed was taken in, from when it stood in the feed last."""
SWEEP = MINUTE
"""What is too old is deleted within this time."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of thing that is kept: in which columns, for how long (None: until somebody ends it), and where alone.

    `only` is "" everywhere, "list" where a list says who may ask, "threads" in Slack, "installed" where workspaces
    install the app themselves, "links" where pages are served.
    """

    name: str
    columns: tuple[str, ...]
    seconds: float | None = None
    only: str = ""


TABLE = (
    Kept("question", ("inbox.body",)),
    Kept("fault", ("inbox.body", "inbox.reason"), FAULTS),
    Kept(
        "keys",
        (
            *("inbox.key", "inbox.lane", "inbox.subject", "inbox.progress", "inbox.mark", "inbox.arrived"),
            "lanes.lane",
        ),
        KEYS,
    ),
    Kept(
        "turns",
        (
            *("last_turns.chat", "last_turns.person", "last_turns.asker", "last_turns.turn", "last_turns.at"),
            *("message_turns.chat", "message_turns.message", "message_turns.asker", "message_turns.turn"),
            "message_turns.at",
        ),
        TURNS,
    ),
    Kept(
        "parts",
        ("drafts.chat", "drafts.person", "drafts.message", "drafts.text", "drafts.ended", "drafts.at"),
        PARTS,
    ),
    Kept(
        "choices",
        (
            *("choices.chat", "choices.person", "choices.article", "choices.language", "choices.mentions"),
            "choices.notify",
        ),
    ),
    Kept(
        "shown",
        (
            *("shown.chat", "shown.person", "shown.article", "shown.sentence", "shown.language", "shown.reach"),
            "shown.at",
        ),
        SHOWN,
    ),
    Kept(
        "articles",
        (
            *("articles.id", "articles.text", "articles.title", "articles.origin", "articles.ingested"),
            *("articles.reading", "articles.analysis", "documents.hash", "documents.article", "vectors.vectors"),
            *("shelves.shelf", "shelves.article", "shelves.person", "shelves.page", "shelves.placed"),
            *("editions.article", "editions.page", "editions.came", "editions.seen", "sketches.hash"),
            "changes.article",
        ),
    ),
    Kept(
        "feeds",
        (
            *("feeds.address", "feeds.title", "feeds.etag", "feeds.modified", "followers.shelf", "followers.person"),
            *("followers.chat", "followers.reach", "followers.language", "followers.since", "followers.taken"),
            "followers.last",
        ),
    ),
    Kept(
        "entries",
        (
            *("feed_entries.key", "feed_entries.address", "feed_entries.stamp", "feed_entries.published"),
            *("feed_entries.seen", "feed_entries.article"),
        ),
        ENTRIES,
    ),
    Kept(
        "links",
        ("links.digest", "links.chat", "links.person", "links.article", "links.language", "links.until"),
        LINKS,
        "links",
    ),
    Kept("guests", ("guests.person", "guests.name", "guests.told"), only="list"),
    Kept(
        "codes",
        ("invitations.person", "invitations.name", "invitations.code", "invitations.until", "invitations.guesses"),
        CODES,
        "list",
    ),
    Kept("threads", ("kept.name",), THREADS, "threads"),
    Kept("workspaces", ("kept.name", "kept.text"), only="installed"),
)
"""All that is kept in a store; a column `person` is called `user` in some files."""

IMPERSONAL = frozenset(
    {
        *("inbox.id", "inbox.state", "inbox.attempts", "inbox.owner", "inbox.until", "inbox.claims", "inbox.fence"),
        *("lanes.first", "lanes.owner", "lanes.until", "lanes.fence", "steps.number", "steps.made"),
        *("drafts.id", "guests.id", "invitations.id", "last_turns.id", "message_turns.id"),
        *("last_turns.shape", "message_turns.shape", "last_turns.fence", "message_turns.fence"),
        *("articles.number", "changes.position"),
        *("feeds.number", "feeds.due", "feeds.checked", "feeds.failing", "feeds.failures", "feeds.paused"),
        *("followers.feed", "followers.told", "feed_entries.feed", "feed_entries.place", "feed_entries.state"),
        *("feed_entries.tries", "editions.number", "editions.story", "sketches.edition"),
        *("articles.language", "articles.sentences", "articles.version", "vectors.article", "vectors.maker"),
    }
)
"""Numbers of rows, states, counts, names of processes and versions."""
