"""The file for what chats need to be kept: updates until they are answered, and what people have set.

Rule of this module: the schema only. Questions stand in it for as long as they wait for an answer, and for the hour in
which a person may go on from it.
"""

from bot.storage.database import Schema

STEPS: tuple[tuple[str, ...], ...] = (
    (
        # `state`: 0 waits, 1 was answered (the body is gone), 2 was given up. Of each lane the first row that waits may
        # have an owner, who holds the lane `until` then.
        """CREATE TABLE inbox (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            lane TEXT NOT NULL,
            arrived REAL NOT NULL,
            state INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0,
            subject TEXT NOT NULL DEFAULT '',
            progress TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '',
            owner TEXT NOT NULL DEFAULT '',
            until REAL NOT NULL DEFAULT 0,
            body BLOB
        )""",
        "CREATE INDEX inbox_waiting ON inbox (lane, id, until) WHERE state = 0",
        "CREATE INDEX inbox_answered ON inbox (lane, subject) WHERE subject <> ''",
        "CREATE INDEX inbox_old ON inbox (arrived) WHERE state <> 0",
    ),
    (
        # A place is a chat and a user; "" is any chat, or everybody in a chat.
        """CREATE TABLE choices (
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            article TEXT NOT NULL,
            language TEXT NOT NULL,
            mentions INTEGER NOT NULL,
            PRIMARY KEY (chat, user)
        ) WITHOUT ROWID""",
        "CREATE INDEX choices_of_user ON choices (user)",
        "CREATE TABLE guests (id INTEGER PRIMARY KEY, user TEXT NOT NULL UNIQUE)",
        """CREATE TABLE invitations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user TEXT NOT NULL UNIQUE,
            code TEXT NOT NULL,
            until REAL NOT NULL,
            guesses INTEGER NOT NULL
        )""",
    ),
    (
        # What platforms keep for themselves; tokens of workspaces are among it.
        "CREATE TABLE kept (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
    ),
    (
        # Texts that come in several messages, for the moments until they are whole.
        """CREATE TABLE drafts (
            id INTEGER PRIMARY KEY,
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            message TEXT NOT NULL,
            text BLOB NOT NULL,
            ended TEXT NOT NULL DEFAULT '',
            UNIQUE (chat, user, message)
        )""",
        "CREATE INDEX drafts_of_user ON drafts (user)",
    ),
    (
        # What a platform shows of somebody, for owners to know them by; and who is still to be told that they may ask.
        "ALTER TABLE invitations ADD COLUMN name TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE guests ADD COLUMN name TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE guests ADD COLUMN told INTEGER NOT NULL DEFAULT 1",
    ),
    (
        # What is known of a message that is being sent and whose place is not noted yet.
        "ALTER TABLE inbox ADD COLUMN mark TEXT NOT NULL DEFAULT ''",
    ),
    (
        # What was said last in a chat, and under every message, for an hour; `shape` says which version can read it.
        """CREATE TABLE last_turns (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            asker TEXT NOT NULL,
            at REAL NOT NULL,
            shape TEXT NOT NULL,
            turn BLOB NOT NULL,
            UNIQUE (chat, user)
        )""",
        """CREATE TABLE message_turns (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat TEXT NOT NULL,
            message TEXT NOT NULL,
            asker TEXT NOT NULL,
            at REAL NOT NULL,
            shape TEXT NOT NULL,
            turn BLOB NOT NULL,
            UNIQUE (chat, message)
        )""",
        "CREATE INDEX last_turns_old ON last_turns (at)",
        "CREATE INDEX message_turns_old ON message_turns (at)",
        "CREATE INDEX last_turns_of_asker ON last_turns (asker)",
        "CREATE INDEX message_turns_of_asker ON message_turns (asker)",
    ),
    (
        # When a part came, so that what never becomes whole does not stay; those from before go with the first sweep.
        "ALTER TABLE drafts ADD COLUMN at REAL NOT NULL DEFAULT 0",
    ),
    (
        # How often an update was claimed or let go of, and how late what was said is: what comes from a hold that is no
        # more is refused.
        "ALTER TABLE inbox ADD COLUMN claims INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE last_turns ADD COLUMN fence INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE message_turns ADD COLUMN fence INTEGER NOT NULL DEFAULT 0",
    ),
    (
        # Links to pages, each under its hash: whose they are, which article they show, and until when they hold.
        """CREATE TABLE links (
            digest TEXT PRIMARY KEY,
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            article TEXT NOT NULL,
            language TEXT NOT NULL,
            until REAL NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX links_of_user ON links (user, until)",
        "CREATE INDEX links_of_article ON links (article)",
        "CREATE INDEX links_of_chat ON links (chat)",
        "CREATE INDEX links_old ON links (until)",
    ),
    (
        # Who wants to be told of corrections, and of which sentences, by their fingerprints.
        "ALTER TABLE choices ADD COLUMN notify INTEGER NOT NULL DEFAULT 0",
        """CREATE TABLE shown (
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            article TEXT NOT NULL,
            sentence TEXT NOT NULL,
            language TEXT NOT NULL,
            reach TEXT NOT NULL,
            at REAL NOT NULL,
            PRIMARY KEY (chat, user, article, sentence)
        ) WITHOUT ROWID""",
        "CREATE INDEX shown_of_article ON shown (article)",
        "CREATE INDEX shown_to_user ON shown (user)",
        "CREATE INDEX shown_old ON shown (at)",
    ),
    (
        # Feeds, who follows them, and which of their entries were seen: `state` 0 waits to be taken in, 1 no more.
        """CREATE TABLE feeds (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            address TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            etag TEXT NOT NULL DEFAULT '',
            modified TEXT NOT NULL DEFAULT '',
            due REAL NOT NULL,
            checked REAL NOT NULL DEFAULT 0,
            failing REAL NOT NULL DEFAULT 0,
            failures INTEGER NOT NULL DEFAULT 0,
            paused INTEGER NOT NULL DEFAULT 0
        )""",
        "CREATE INDEX feeds_due ON feeds (due) WHERE NOT paused",
        """CREATE TABLE followers (
            feed INTEGER NOT NULL REFERENCES feeds (number) ON DELETE CASCADE,
            shelf TEXT NOT NULL,
            user TEXT NOT NULL,
            chat TEXT NOT NULL,
            reach TEXT NOT NULL,
            language TEXT NOT NULL,
            since REAL NOT NULL,
            taken INTEGER NOT NULL DEFAULT 0,
            last REAL NOT NULL DEFAULT 0,
            told INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (feed, shelf)
        ) WITHOUT ROWID""",
        "CREATE INDEX followers_of_shelf ON followers (shelf)",
        """CREATE TABLE feed_entries (
            feed INTEGER NOT NULL REFERENCES feeds (number) ON DELETE CASCADE,
            key TEXT NOT NULL,
            address TEXT NOT NULL,
            stamp TEXT NOT NULL,
            published REAL NOT NULL,
            place INTEGER NOT NULL,
            state INTEGER NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0,
            seen REAL NOT NULL,
            article TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (feed, key)
        ) WITHOUT ROWID""",
        "CREATE INDEX feed_entries_waiting ON feed_entries (feed, place) WHERE state = 0",
        "CREATE INDEX feed_entries_old ON feed_entries (seen)",
    ),
    # What was given up is counted often.
    ("CREATE INDEX inbox_given_up ON inbox (lane) WHERE state = 2",),
)
"""The way from an empty file to today's schema; a step that was released is never changed, only followed."""

CHATS = Schema(0x41424348, STEPS, erasing=True)
"""The id reads "ABCH"."""
