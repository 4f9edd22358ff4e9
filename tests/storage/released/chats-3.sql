BEGIN TRANSACTION;
CREATE TABLE choices (
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            article TEXT NOT NULL,
            language TEXT NOT NULL,
            mentions INTEGER NOT NULL,
            PRIMARY KEY (chat, user)
        ) WITHOUT ROWID;
INSERT INTO "choices" VALUES('c','anna','a1','de',1);
CREATE TABLE guests (id INTEGER PRIMARY KEY, user TEXT NOT NULL UNIQUE);
INSERT INTO "guests" VALUES(3,'anna');
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
        );
INSERT INTO "inbox" VALUES(7,'telegram:1:7','telegram:1:5',1.5,0,0,'','','','',0.0,X'7B227570646174655F6964223A20377D');
CREATE TABLE invitations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user TEXT NOT NULL UNIQUE,
            code TEXT NOT NULL,
            until REAL NOT NULL,
            guesses INTEGER NOT NULL
        );
INSERT INTO "invitations" VALUES(4,'ben','ABCD',2000000000.0,1);
CREATE TABLE kept (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "kept" VALUES('slack:T1:bot','xoxb');
CREATE INDEX inbox_waiting ON inbox (lane, id, until) WHERE state = 0;
CREATE INDEX inbox_answered ON inbox (lane, subject) WHERE subject <> '';
CREATE INDEX inbox_old ON inbox (arrived) WHERE state <> 0;
CREATE INDEX choices_of_user ON choices (user);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('invitations',4);
COMMIT;
PRAGMA application_id = 1094861640;
PRAGMA user_version = 3;
