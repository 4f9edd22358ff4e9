BEGIN TRANSACTION;
CREATE TABLE choices (
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            article TEXT NOT NULL,
            language TEXT NOT NULL,
            mentions INTEGER NOT NULL, notify INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (chat, user)
        ) WITHOUT ROWID;
INSERT INTO "choices" VALUES('c','anna','a1','de',1,0);
CREATE TABLE drafts (
            id INTEGER PRIMARY KEY,
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            message TEXT NOT NULL,
            text BLOB NOT NULL,
            ended TEXT NOT NULL DEFAULT '', at REAL NOT NULL DEFAULT 0,
            UNIQUE (chat, user, message)
        );
INSERT INTO "drafts" VALUES(2,'c','anna','m1',X'457273742E','',0.0);
CREATE TABLE feed_entries (
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
        ) WITHOUT ROWID;
INSERT INTO "feed_entries" VALUES(5,'k1','https://example.org/1','s1',4.5,0,0,0,2000000000.0,'');
CREATE TABLE feeds (
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
        );
INSERT INTO "feeds" VALUES(5,'https://example.org/feed','Rat','','',7.5,0.0,0.0,0,0);
CREATE TABLE followers (
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
        ) WITHOUT ROWID;
INSERT INTO "followers" VALUES(5,'telegram:7','telegram:1','telegram:7','','de',6.5,0,0.0,0);
CREATE TABLE guests (id INTEGER PRIMARY KEY, user TEXT NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '', told INTEGER NOT NULL DEFAULT 1);
INSERT INTO "guests" VALUES(3,'anna','',1);
CREATE TABLE inbox (
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
        , mark TEXT NOT NULL DEFAULT '', claims INTEGER NOT NULL DEFAULT 0);
INSERT INTO "inbox" VALUES(7,'telegram:1:7','telegram:1:5',1.5,0,0,'','','','',0.0,X'7B227570646174655F6964223A20377D','',0);
CREATE TABLE invitations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user TEXT NOT NULL UNIQUE,
            code TEXT NOT NULL,
            until REAL NOT NULL,
            guesses INTEGER NOT NULL
        , name TEXT NOT NULL DEFAULT '');
INSERT INTO "invitations" VALUES(4,'ben','ABCD',2000000000.0,1,'');
CREATE TABLE kept (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "kept" VALUES('slack:T1:bot','xoxb');
CREATE TABLE last_turns (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            asker TEXT NOT NULL,
            at REAL NOT NULL,
            shape TEXT NOT NULL,
            turn BLOB NOT NULL, fence INTEGER NOT NULL DEFAULT 0,
            UNIQUE (chat, user)
        );
INSERT INTO "last_turns" VALUES(1,'c','anna','anna',2000000000.0,'before',X'7B7D',0);
CREATE TABLE links (
            digest TEXT PRIMARY KEY,
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            article TEXT NOT NULL,
            language TEXT NOT NULL,
            until REAL NOT NULL
        ) WITHOUT ROWID;
INSERT INTO "links" VALUES('dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','c','anna','a1','de',9000000000.0);
CREATE TABLE message_turns (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            chat TEXT NOT NULL,
            message TEXT NOT NULL,
            asker TEXT NOT NULL,
            at REAL NOT NULL,
            shape TEXT NOT NULL,
            turn BLOB NOT NULL, fence INTEGER NOT NULL DEFAULT 0,
            UNIQUE (chat, message)
        );
INSERT INTO "message_turns" VALUES(1,'c','m1','anna',2000000000.0,'before',X'7B7D',0);
CREATE TABLE shown (
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            article TEXT NOT NULL,
            sentence TEXT NOT NULL,
            language TEXT NOT NULL,
            reach TEXT NOT NULL,
            at REAL NOT NULL,
            PRIMARY KEY (chat, user, article, sentence)
        ) WITHOUT ROWID;
INSERT INTO "shown" VALUES('telegram:7','telegram:1','a1','0f','de','',2000000000.0);
CREATE INDEX inbox_waiting ON inbox (lane, id, until) WHERE state = 0;
CREATE INDEX inbox_answered ON inbox (lane, subject) WHERE subject <> '';
CREATE INDEX inbox_old ON inbox (arrived) WHERE state <> 0;
CREATE INDEX choices_of_user ON choices (user);
CREATE INDEX drafts_of_user ON drafts (user);
CREATE INDEX last_turns_old ON last_turns (at);
CREATE INDEX message_turns_old ON message_turns (at);
CREATE INDEX last_turns_of_asker ON last_turns (asker);
CREATE INDEX message_turns_of_asker ON message_turns (asker);
CREATE INDEX links_of_user ON links (user, until);
CREATE INDEX links_of_article ON links (article);
CREATE INDEX links_of_chat ON links (chat);
CREATE INDEX links_old ON links (until);
CREATE INDEX shown_of_article ON shown (article);
CREATE INDEX shown_to_user ON shown (user);
CREATE INDEX shown_old ON shown (at);
CREATE INDEX feeds_due ON feeds (due) WHERE NOT paused;
CREATE INDEX followers_of_shelf ON followers (shelf);
CREATE INDEX feed_entries_waiting ON feed_entries (feed, place) WHERE state = 0;
CREATE INDEX feed_entries_old ON feed_entries (seen);
CREATE INDEX inbox_given_up ON inbox (lane) WHERE state = 2;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('invitations',4);
INSERT INTO "sqlite_sequence" VALUES('last_turns',1);
INSERT INTO "sqlite_sequence" VALUES('message_turns',1);
INSERT INTO "sqlite_sequence" VALUES('feeds',5);
COMMIT;
PRAGMA application_id = 1094861640;
PRAGMA user_version = 13;
