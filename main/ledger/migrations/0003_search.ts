/**
 * What full-text search reads. The index is written in turns behind the commits; what still has to be indexed is noted in the same transaction as the
 * projection that changed, so that nothing is forgotten when the station ends in between. Everything that was filed before begins there.
 */
export const search = `
  -- rowid: searched_incident.number
  CREATE VIRTUAL TABLE incident_text USING fts5 (
    title, place, account, actions, involved, injuries, damage, outcome, follow_up, amendments,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  );
  -- Merged by hand, a few pages a turn: by itself it would merge hundreds of pages in one commit. More than 'crisismerge' pieces never come together.
  INSERT INTO incident_text (incident_text, rank) VALUES ('automerge', 0);
  INSERT INTO incident_text (incident_text, rank) VALUES ('crisismerge', 1000);

  -- number: milliseconds since the epoch of the filing, times 1000, and the first that is free from there: it counts up with the time of filing
  CREATE TABLE searched_incident (number INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE incident_to_index (subject TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  INSERT INTO incident_to_index SELECT subject FROM projection WHERE type = 'incident';

  CREATE TRIGGER projected_incident_is_indexed AFTER INSERT ON projection WHEN new.type = 'incident'
  BEGIN INSERT OR REPLACE INTO incident_to_index (subject) VALUES (new.subject); END;
  CREATE TRIGGER dropped_incident_is_indexed AFTER DELETE ON projection WHEN old.type = 'incident'
  BEGIN INSERT OR REPLACE INTO incident_to_index (subject) VALUES (old.subject); END;
`;
