/** Files that this station is being given: until all of one is here nobody else hears of it. */
export const uploads = `
  CREATE TABLE upload (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    restricted INTEGER NOT NULL,
    key BLOB NOT NULL,
    begun_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
