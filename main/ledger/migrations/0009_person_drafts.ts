/** Person files under the pen. They are read by nobody but whoever began them. */
export const personDrafts = `
  CREATE TABLE person_draft (
    id TEXT PRIMARY KEY,
    staff TEXT NOT NULL,
    draft TEXT NOT NULL,
    saved_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
