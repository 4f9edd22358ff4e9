BEGIN TRANSACTION;
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
CREATE INDEX inbox_waiting ON inbox (lane, id, until) WHERE state = 0;
CREATE INDEX inbox_answered ON inbox (lane, subject) WHERE subject <> '';
CREATE INDEX inbox_old ON inbox (arrived) WHERE state <> 0;
COMMIT;
PRAGMA application_id = 1094861640;
PRAGMA user_version = 1;
