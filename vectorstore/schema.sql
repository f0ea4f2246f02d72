-- The catalogue of one edition: the source of truth. Everything in Chroma can be made from it.
-- Offsets are characters into documents.text; NULL is "not recorded".

CREATE TABLE facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    digest      TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    title       TEXT,
    url         TEXT,
    text        TEXT NOT NULL,
    page_starts TEXT NOT NULL,
    unplaced    TEXT NOT NULL,
    deletions   TEXT NOT NULL,
    attached_to TEXT,
    unread_pages TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_name ON documents (name);

-- Every document that was read, also those for which another with the same minutes is cited: these
-- are in no table but this one. `written` holds a document with its passages as JSON where the
-- other tables do not hold all of it; `completed` the cut-off items that another has whole.
CREATE TABLE versions (
    id        TEXT PRIMARY KEY,
    digest    TEXT NOT NULL UNIQUE,
    sitting   TEXT NOT NULL,
    url       TEXT,
    status    TEXT,
    shown_as  TEXT,
    completed TEXT,
    written   TEXT
) STRICT;
CREATE INDEX versions_by_sitting ON versions (sitting);

-- Where each document was read from, and which is cited for it; the same bytes in two places are
-- one version, two sources, and it is recorded as its first source gives it.
CREATE TABLE sources (
    source      TEXT PRIMARY KEY,
    document    TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    version     TEXT NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX sources_by_document ON sources (document);
CREATE INDEX sources_by_version ON sources (version);

CREATE TABLE failures (
    source TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE meetings (
    id            TEXT PRIMARY KEY,
    document      TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal       INTEGER NOT NULL,
    council       TEXT,
    committee     TEXT,
    date          TEXT,
    time          TEXT,
    venue         TEXT,
    status        TEXT,
    chair         TEXT,
    present       TEXT NOT NULL,
    in_attendance TEXT NOT NULL,
    apologies     TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_by_document ON meetings (document, ordinal);

CREATE TABLE items (
    id            TEXT PRIMARY KEY,
    meeting       TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    ordinal       INTEGER NOT NULL,
    number        TEXT,
    minute_number TEXT,
    title         TEXT,
    first_page    INTEGER,
    cut_off       INTEGER NOT NULL,
    restricted    INTEGER NOT NULL
) STRICT;
CREATE INDEX items_by_meeting ON items (meeting, ordinal);

CREATE TABLE paragraphs (
    id       TEXT PRIMARY KEY,
    item     TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    label    TEXT,
    kind     TEXT NOT NULL,
    heading  TEXT,
    page     INTEGER,
    "start"  INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    speakers TEXT NOT NULL
) STRICT;
CREATE INDEX paragraphs_by_item ON paragraphs (item, ordinal);
CREATE INDEX paragraphs_by_kind ON paragraphs (kind);

CREATE TABLE votes (
    item      TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    ordinal   INTEGER NOT NULL,
    subject   TEXT,
    outcome   TEXT,
    in_favour INTEGER,
    against   INTEGER,
    abstained INTEGER,
    "start"   INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    voters    TEXT NOT NULL,
    PRIMARY KEY (item, ordinal)
) STRICT;

CREATE TABLE decisions (
    item     TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    "start"  INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    proposer TEXT,
    seconder TEXT,
    vote     INTEGER,
    PRIMARY KEY (item, ordinal)
) STRICT;

CREATE TABLE actions (
    item    TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    "by"    TEXT,
    PRIMARY KEY (item, ordinal)
) STRICT;

CREATE TABLE roles (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    name     TEXT NOT NULL,
    office   TEXT NOT NULL,
    "start"  INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (document, "start")
) STRICT;

CREATE TABLE passages (
    row         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    meeting     TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    paragraph   TEXT NOT NULL REFERENCES paragraphs (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    heading     TEXT NOT NULL,
    raw         TEXT NOT NULL,
    "start"     INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    text_digest TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_paragraph ON passages (paragraph, ordinal);
CREATE INDEX passages_by_meeting ON passages (meeting);
CREATE INDEX passages_by_text ON passages (text_digest);

-- Unit vectors, little-endian 16-bit floats; one for each distinct text and model.
CREATE TABLE embeddings (
    text_digest TEXT NOT NULL,
    model       TEXT NOT NULL,
    vector      BLOB NOT NULL,
    PRIMARY KEY (text_digest, model)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE passage_words USING fts5 (
    heading, raw,
    content = 'passages', content_rowid = 'row',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER passages_indexed AFTER INSERT ON passages BEGIN
    INSERT INTO passage_words (rowid, heading, raw) VALUES (new.row, new.heading, new.raw);
END;
CREATE TRIGGER passages_unindexed AFTER DELETE ON passages BEGIN
    INSERT INTO passage_words (passage_words, rowid, heading, raw)
    VALUES ('delete', old.row, old.heading, old.raw);
END;

-- The words of the library as printed, for correcting a question's spelling.
CREATE TABLE vocabulary (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- "Anti-Social Behaviour (ASB)": what the minutes themselves define.
CREATE TABLE abbreviations (
    short    TEXT NOT NULL,
    long     TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    "start"  INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (short, long, document)
) STRICT, WITHOUT ROWID;

CREATE VIEW places AS
SELECT passages.row AS passage_row, passages.id AS passage, passages.ordinal AS passage_ordinal,
       passages.heading AS passage_heading, passages.raw, passages."start", passages."end",
       passages.text_digest,
       paragraphs.id AS paragraph, paragraphs.ordinal AS paragraph_ordinal, paragraphs.label,
       paragraphs.kind, paragraphs.page, paragraphs.speakers,
       items.id AS item, coalesce(items.minute_number, items.number) AS item_number,
       items.title AS item_title, items.cut_off,
       meetings.id AS meeting, meetings.council, meetings.committee, meetings.date,
       meetings.status,
       documents.id AS document, documents.name AS document_name,
       documents.title AS document_title, documents.url
FROM passages
JOIN paragraphs ON paragraphs.id = passages.paragraph
JOIN items ON items.id = paragraphs.item
JOIN meetings ON meetings.id = items.meeting
JOIN documents ON documents.id = meetings.document;
