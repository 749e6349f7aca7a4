/** Keys of subjects beside the chain, and what was erased. */
export const seals = `
  -- wrapped: under the site's key (sealedBody.ts). A subject has several where stations wrote about it before they knew of one another.
  CREATE TABLE subject_key (
    subject TEXT NOT NULL,
    id TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (subject, id)
  ) STRICT, WITHOUT ROWID;

  -- bodies that are here and whose key is not: other stations are asked for it
  CREATE TABLE wanted_key (
    subject TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (subject, id)
  ) STRICT, WITHOUT ROWID;

  -- no key of these is ever taken again
  CREATE TABLE erased_subject (subject TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  -- which key of its subject its body is sealed under; null where it is open
  ALTER TABLE event ADD COLUMN key_id TEXT;

  -- when this station learned of the event, milliseconds since the epoch by its own clock; null for what is older than this column
  ALTER TABLE event ADD COLUMN learned INTEGER;

  -- what is taken out of the index is overwritten in it
  INSERT INTO incident_text (incident_text, rank) VALUES ('secure-delete', 1);
`;
