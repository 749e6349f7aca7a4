import Database from 'better-sqlite3';

/** Opens a database in memory and asks for its version. Throws where the compiled part of the database does not fit this machine. */
export const sqliteVersion = (): string => {
  const database = new Database(':memory:');
  try {
    return String(database.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    database.close();
  }
};
