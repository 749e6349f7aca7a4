/** The database's compiled part is asked for from here, for whoever wants to know beforehand whether it fits this machine. */
export { sqliteVersion } from '../../ledger/sqliteVersion.ts';
