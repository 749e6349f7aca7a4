/** What administrators are writing at this station; it leaves it only when it is published. */
export const procedureDrafts = `
  CREATE TABLE procedure_draft (procedure TEXT PRIMARY KEY, based_on TEXT, document TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT;
`;
