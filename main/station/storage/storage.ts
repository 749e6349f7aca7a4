import { join } from 'node:path';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Log } from '../../core/environment.ts';
import { guard } from '../../core/guard.ts';
import type { StationIdentity } from '../../core/site/identity.ts';
import { attachmentsIn } from '../../ledger/attachmentStore.ts';
import { createBackupThread } from '../../ledger/backupThread.ts';
import { createCheckpointThread, transactionsBetween } from '../../ledger/checkpointThread.ts';
import type { LedgerClock } from '../../ledger/hybridClock.ts';
import { createJournal } from '../../ledger/journal.ts';
import { createLedger } from '../../ledger/createLedger.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedgerFile } from '../../ledger/ledgerFile.ts';
import { createLocalStore } from '../../ledger/localStore.ts';
import { createPace, withoutPauses } from '../../ledger/pace.ts';
import { areProjectionsCurrent, refreshIndex, refreshProjections } from '../../ledger/refreshProjections.ts';
import { createSearchIndex, type SearchIndex } from '../../ledger/searchIndex.ts';
import { createSearchThread, type SearchThread } from '../../ledger/searchThread.ts';
import { subjectType } from '../../core/event/subject.ts';
import type { DataFolder } from './dataFolder.ts';
import { findIdentity, keepIdentity, readIdentityFile, writeIdentityFile, type IdentityCopy, type StoredIdentity } from './identityStore.ts';
import type { BackupThread } from '../../ledger/backupThread.ts';
import type { BackupOrder } from '../../ledger/writeBackup.ts';
import type { Beginning } from '../site/setUp.ts';

/** How often the files are looked at. Milliseconds. */
const tendInterval = 1000;

/** Everything of one station that lies on the disk: the ledger, the journal of what waits for it, and a copy of who the station is. */
export interface Storage {
  /** Undefined before set-up. */
  readonly identity: () => StoredIdentity | undefined;
  /** All of it or nothing. `LedgerUnwritable`. */
  readonly keepBeginning: (beginning: Beginning) => Result<void>;
  /** The station's papers changed: written into the copy and then into the ledger, durable when it returns. Throws when either cannot be. */
  readonly keepIdentity: (identity: StationIdentity) => void;
  /** The ledger of this station; while it is `live`, its files are watched and put right. */
  readonly openLedger: (stored: StoredIdentity) => Ledger;
  /** After an update: when all that is read was made anew from the events. */
  readonly refreshed: () => Promise<void>;
  /** In the records of the open ledger, in a thread of its own. `SearchUnavailable`. */
  readonly ask: SearchThread['ask'];
  /** Copies of the ledger and the files of records, each made in a thread of its own. */
  readonly backups: Pick<BackupThread, 'progress' | 'letFilesWait' | 'stop'> & { readonly make: (order: Omit<BackupOrder, 'ledgerFile' | 'ledgerKey' | 'attachments'>) => ReturnType<BackupThread['make']> };
  /** Done when it returns, unless something was searched for or much was written. */
  readonly close: () => Promise<void>;
}

export interface StorageOptions {
  readonly folder: DataFolder;
  /** The database key, 32 bytes. */
  readonly key: Uint8Array;
  readonly clock: LedgerClock;
  readonly log: Log;
  /** False for a command that only looks into the ledger. */
  readonly live: boolean;
}

/** Errors: `KeyWrong`, `LedgerDamaged`, `LedgerUnwritable`; a station that has the copy of its identity starts without its ledger if need be. */
export const openStorage = ({ folder, key, clock, log, live }: StorageOptions): Result<Storage> => {
  const copy = readIdentityFile(folder.identityFile, key);
  const opened = openLedgerFile({ file: folder.ledgerFile, key, enrolled: copy !== null, repairs: live, clock, log });
  if (!opened.ok) return opened;
  const file = opened.value;
  const { connection } = file;
  const journal = createJournal(join(folder.path, 'ledger.waiting'), key, log);
  const searches = createSearchThread(folder.ledgerFile, key, log);
  const backups = createBackupThread(log);
  file.onReplaced(searches.reopen);
  const checkpoints = createCheckpointThread(folder.ledgerFile, key, log);
  let checkpointedAt = 0;
  const checkpoint = (): void => {
    if (connection.transactions() - checkpointedAt < transactionsBetween || !file.isInPlace()) return;
    checkpointedAt = connection.transactions();
    checkpoints.checkpoint();
  };
  let index: SearchIndex | null = null;
  let refreshed: Promise<void> = Promise.resolve();
  let tending: NodeJS.Timeout | null = null;
  let keepPapers = (_identity: StationIdentity): void => {
    throw new Error('The ledger is not open yet');
  };

  const inLedger = (): StoredIdentity | undefined => guard(log, 'the identity in the ledger cannot be read', () => findIdentity(createLocalStore(connection)));

  /** A new ledger learns from the copy who this station is and whom it knows. */
  const restore = (ledger: Ledger, { stations, addresses, ...stored }: IdentityCopy): void => {
    const { local } = ledger;
    guard(log, 'the identity could not be written into the ledger', () => keepIdentity(local, stored));
    for (const station of stations) guard(log, 'a station could not be written into the ledger', () => local.roster.add(station));
    for (const [station, known] of addresses) guard(log, 'addresses could not be written into the ledger', () => local.roster.learnAddresses(station, known));
  };

  /** Written anew whenever the station has learnt of another station or address, or its own papers have changed. */
  const createCopying = ({ local }: Ledger): ((stored: StoredIdentity) => void) => {
    let before: readonly unknown[] = [];
    return (stored) => {
      const facts = [local.roster.list(), local.roster.addresses(), stored] as const;
      if (facts.every((fact, index) => fact === before[index])) return;
      const [stations, addresses] = facts;
      writeIdentityFile(folder.identityFile, key, { ...stored, stations, addresses });
      before = facts;
    };
  };

  const ledgerOf = (identity: StationIdentity): Ledger =>
    createLedger({ connection, clock, log, stationId: identity.station.id, signingKey: identity.signingKey, siteKey: identity.siteKey, journal, file, ...(live ? {} : { pace: withoutPauses }) });

  return done({
    identity: () => inLedger() ?? copy ?? undefined,
    keepBeginning: (beginning) => {
      const { identity, stations, addresses, drafts } = beginning;
      try {
        connection.transact(() => {
          const local = createLocalStore(connection);
          keepIdentity(local, beginning);
          for (const station of stations) local.roster.add(station);
          for (const [station, known] of addresses) local.roster.learnAddresses(station, known);
          const appended = createLedger({ connection, clock, log, stationId: identity.station.id, signingKey: identity.signingKey, siteKey: identity.siteKey }).append(drafts);
          if (!appended.ok) throw new Error(appended.error.message);
        });
        return done(undefined);
      } catch (error) {
        log.error({ error: String(error) }, 'a set-up could not be written down');
        return failed('LedgerUnwritable', 'The set-up could not be written down; nothing of it was kept.', 'Check the space on the disk and the rights of the data folder, and set up again; a code that was used needs a new one.');
      }
    },
    keepIdentity: (identity) => keepPapers(identity),
    openLedger: (stored) => {
      const known = inLedger() !== undefined;
      const ledger = ledgerOf(stored.identity);
      if (!known && copy !== null) restore(ledger, copy);
      const copying = createCopying(ledger);
      let present = stored;
      const keepCopy = (): void => copying(present);
      keepPapers = (identity) => {
        const changed = { ...present, identity };
        // The ledger last, for it is what counts when the station starts; a copy that ran ahead is written anew.
        copying(changed);
        keepIdentity(ledger.local, changed);
        present = changed;
      };
      guard(log, 'the copy of the identity could not be written', keepCopy);
      const { newcomer } = ledger;
      const searched = createSearchIndex({ connection, state: ledger.state, pace: live ? createPace(newcomer.hurries) : withoutPauses, log });
      index = searched;
      // After an update: what a press needs before anything else starts, all the rest while it runs.
      if (guard(log, 'the version of the projections cannot be read', () => areProjectionsCurrent(ledger)) === false) guard(log, 'what a press needs could not be made anew', ledger.refoldFirst);
      refreshed = refreshProjections(ledger, log)
        .then(() => refreshIndex(ledger, searched))
        .catch((error: unknown) => log.error({ error: String(error) }, 'the projections could not be made anew'));
      if (live) {
        // Larger pieces, and in one go, behind what a new station takes over.
        const catchUp = async (): Promise<void> => {
          if (newcomer.takesOver()) return;
          await searched.catchUp();
          newcomer.indexed();
        };
        ledger.onEvents((events) => void (events.some(({ subject }) => subjectType(subject) === 'incident') && catchUp()));
        void ledger.salvage().catch((error: unknown) => log.error({ error: String(error) }, 'what was set aside cannot be read'));
        tending = setInterval(() => {
          file.tend();
          checkpoint();
          void catchUp().then(() => guard(log, 'what was erased could not be overwritten everywhere', ledger.settleErasures));
          guard(log, 'the copy of the identity could not be written', keepCopy);
        }, tendInterval);
        tending.unref();
      }
      return ledger;
    },
    refreshed: () => refreshed,
    ask: async (what, question) => {
      // A command that only looks has nobody who indexes for it beforehand.
      if (!live) await index?.catchUp();
      return searches.ask(what, question);
    },
    backups: { ...backups, make: (order) => backups.make({ ...order, ledgerFile: folder.ledgerFile, ledgerKey: Buffer.from(key), attachments: attachmentsIn(folder.path) }) },
    close: async () => {
      if (tending !== null) clearInterval(tending);
      index?.stop();
      // Their connections are closed first, so that the ledger's is the last and leaves no WAL behind.
      if (searches.isRunning()) await searches.close();
      await backups.close();
      if (checkpoints.isRunning()) await checkpoints.close();
      file.close();
      journal.close();
    },
  });
};
