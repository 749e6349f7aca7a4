/**
 * A projection is written where it lies: then no row is inserted that would say that an incident has changed.
 *
 * FTS5's `secure-delete` goes again: it takes 20 to 40 ms for each record that is indexed anew, since every word of it is looked for and cut out of its page, and an alarm would wait for that. What was
 * erased is taken out by merging the whole index once, a few pages a turn; until then it is noted here.
 */
export const updates = `
  CREATE TRIGGER changed_incident_is_indexed AFTER UPDATE OF state ON projection WHEN new.type = 'incident'
  BEGIN INSERT OR IGNORE INTO incident_to_index (subject) VALUES (new.subject); END;

  INSERT INTO incident_text (incident_text, rank) VALUES ('secure-delete', 0);
  -- found by no search any more, and still in pieces of the index that were not merged since
  CREATE TABLE erased_in_index (subject TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;
