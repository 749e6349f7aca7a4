/**
 * What the list of records is narrowed down, ordered and counted by: a narrow row a record beside its projection, which is a hundred times as wide. It is written by whoever
 * writes the projection (`recordLines.ts`), and goes with it by itself, also in a ledger that was set aside.
 */
export const recordLines = `
  -- number: milliseconds since the epoch of the filing, times 1000, and the first that is free from there: the rows lie in the order of filing. The search index has the
  -- record under the same number.
  -- happened: milliseconds since the epoch; when it was filed, where nobody said
  -- category: its id in the site's form; follow_ups: how many are open
  -- title: as it is ordered by, in small letters without accents
  CREATE TABLE record_line (
    number INTEGER PRIMARY KEY,
    subject TEXT NOT NULL UNIQUE,
    happened INTEGER NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL COLLATE NOCASE,
    station TEXT NOT NULL,
    staff TEXT,
    alarm TEXT,
    category TEXT,
    review TEXT NOT NULL,
    follow_ups INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX record_line_by_time ON record_line (happened);

  CREATE TRIGGER dropped_incident_has_no_line AFTER DELETE ON projection WHEN old.type = 'incident'
  BEGIN DELETE FROM record_line WHERE subject = old.subject; END;
  -- its number is another one now
  CREATE TRIGGER moved_incident_has_no_line AFTER UPDATE OF sort ON projection WHEN new.type = 'incident' AND new.sort <> old.sort
  BEGIN DELETE FROM record_line WHERE subject = old.subject; END;
`;
