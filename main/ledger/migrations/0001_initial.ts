/** The event table with its heads, the projections, and what belongs to this station alone. */
export const initial = `
  -- arrival: the order in which this station learned of the events
  CREATE TABLE event (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    origin TEXT NOT NULL,
    seq INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    bytes BLOB NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB,
    UNIQUE (origin, seq)
  ) STRICT;
  CREATE INDEX event_by_subject ON event (subject, wall, counter, origin, seq);
  CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

  CREATE TABLE head (
    origin TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL,
    wall INTEGER NOT NULL,
    counter INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE projection (
    subject TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    open INTEGER NOT NULL,
    sort TEXT NOT NULL,
    link TEXT,
    state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX projection_by_type ON projection (type, open, sort);
  CREATE INDEX projection_by_link ON projection (link) WHERE link IS NOT NULL;

  CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE roster (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    signing_key BLOB NOT NULL,
    certificate BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE address (
    station TEXT NOT NULL,
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (station, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE invitation (
    id TEXT PRIMARY KEY,
    secret BLOB NOT NULL,
    expires INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    used INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    alarm TEXT UNIQUE,
    report TEXT NOT NULL,
    saved_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
