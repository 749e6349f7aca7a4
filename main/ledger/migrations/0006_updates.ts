/** A projection is written where it lies: then no row is inserted that would say that an incident has changed. */
export const updates = `
  CREATE TRIGGER changed_incident_is_indexed AFTER UPDATE OF state ON projection WHEN new.type = 'incident'
  BEGIN INSERT OR IGNORE INTO incident_to_index (subject) VALUES (new.subject); END;
`;
