BEGIN TRANSACTION;
CREATE TABLE articles (
            id TEXT PRIMARY KEY,
            ingested TEXT NOT NULL,
            language TEXT NOT NULL,
            title BLOB,
            origin BLOB NOT NULL,
            sentences INTEGER NOT NULL,
            version TEXT NOT NULL,
            text BLOB NOT NULL,
            reading BLOB NOT NULL,
            analysis BLOB NOT NULL
        );
INSERT INTO "articles" VALUES('001c13d62cae10b78b833e45f0bff3805d5b44e7b2522d59612611ef1d2c27e8','2026-11-01T12:00:00Z','de',X'526174',X'7261742E747874',2,'before',X'4465722052617420746167742E204573207265676E65742C20736167746520416E6E61205765626572206C617574206470612E0A',X'572639AC7B22626C6F636B73223A5B5B22706172616772617068222C5B302C35315D5D5D2C227469746C65223A22526174222C227075626C6973686564223A22323032362D31312D3031222C2275726C223A6E756C6C7D',X'6F6620612076657273696F6E206265666F7265');
CREATE TABLE changes (position INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL UNIQUE);
INSERT INTO "changes" VALUES(2,'001c13d62cae10b78b833e45f0bff3805d5b44e7b2522d59612611ef1d2c27e8');
CREATE TABLE documents (
            hash TEXT PRIMARY KEY,
            article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE
        ) WITHOUT ROWID;
INSERT INTO "documents" VALUES('d1','001c13d62cae10b78b833e45f0bff3805d5b44e7b2522d59612611ef1d2c27e8');
CREATE TABLE editions (
            number INTEGER PRIMARY KEY,
            article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            page TEXT NOT NULL,
            story TEXT NOT NULL,
            came REAL NOT NULL,
            seen REAL NOT NULL,
            UNIQUE (article, page)
        );
INSERT INTO "editions" VALUES(1,'001c13d62cae10b78b833e45f0bff3805d5b44e7b2522d59612611ef1d2c27e8','example.org/rat','s1',5.5,6.5);
CREATE TABLE shelves (
            shelf TEXT NOT NULL,
            article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            person TEXT NOT NULL,
            page TEXT NOT NULL,
            placed REAL NOT NULL,
            PRIMARY KEY (shelf, article)
        ) WITHOUT ROWID;
INSERT INTO "shelves" VALUES('telegram:7','001c13d62cae10b78b833e45f0bff3805d5b44e7b2522d59612611ef1d2c27e8','telegram:1','example.org/rat',5.5);
CREATE TABLE sketches (
            hash INTEGER NOT NULL,
            edition INTEGER NOT NULL REFERENCES editions (number) ON DELETE CASCADE,
            PRIMARY KEY (hash, edition)
        ) WITHOUT ROWID;
INSERT INTO "sketches" VALUES(-7,1);
CREATE TABLE vectors (
            article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
            maker TEXT NOT NULL,
            vectors BLOB NOT NULL
        );
INSERT INTO "vectors" VALUES('001c13d62cae10b78b833e45f0bff3805d5b44e7b2522d59612611ef1d2c27e8','words-1',X'0102');
CREATE INDEX documents_of_article ON documents (article);
CREATE INDEX shelves_of_article ON shelves (article);
CREATE INDEX shelves_of_person ON shelves (person) WHERE person <> '';
CREATE INDEX shelves_of_page ON shelves (page) WHERE page <> '';
CREATE TRIGGER article_stored AFTER INSERT ON articles BEGIN
            DELETE FROM changes WHERE article = new.id;
            INSERT INTO changes (article) VALUES (new.id);
        END;
CREATE TRIGGER article_analysed AFTER UPDATE ON articles BEGIN
            DELETE FROM changes WHERE article = new.id;
            INSERT INTO changes (article) VALUES (new.id);
        END;
CREATE TRIGGER article_forgotten AFTER DELETE ON articles BEGIN
            DELETE FROM changes WHERE article = old.id;
            INSERT INTO changes (article) VALUES (old.id);
        END;
CREATE TRIGGER article_put AFTER INSERT ON shelves BEGIN
            DELETE FROM changes WHERE article = new.article;
            INSERT INTO changes (article) VALUES (new.article);
        END;
CREATE TRIGGER article_moved AFTER UPDATE OF shelf ON shelves BEGIN
            DELETE FROM changes WHERE article = new.article;
            INSERT INTO changes (article) VALUES (new.article);
        END;
CREATE TRIGGER article_taken AFTER DELETE ON shelves BEGIN
            DELETE FROM changes WHERE article = old.article;
            INSERT INTO changes (article) VALUES (old.article);
        END;
CREATE INDEX editions_of_story ON editions (story, came);
CREATE INDEX editions_of_page ON editions (page, came) WHERE page <> '';
CREATE INDEX sketches_of_edition ON sketches (edition);
CREATE INDEX shelves_in_order ON shelves (shelf, placed);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('changes',2);
COMMIT;
PRAGMA application_id = 1094865748;
PRAGMA user_version = 6;
