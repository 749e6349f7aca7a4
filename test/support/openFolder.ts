import { v7 as newId } from 'uuid';
import type { Result } from '../../main/contract/problem.ts';
import type { Ledger } from '../../main/ledger/ledger.ts';
import { databaseKeyFromFile, openDataFolder } from '../../main/station/storage/dataFolder.ts';
import type { StoredIdentity } from '../../main/station/storage/identityStore.ts';
import type { Beginning } from '../../main/station/site/setUp.ts';
import { openStorage } from '../../main/station/storage/storage.ts';
import { silentLog } from './ledger/testLedger.ts';

const clock = { now: Date.now };

/** The value of what has to have worked. */
export const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** The data folder of a station that does not run. */
export interface OpenFolder {
  readonly ledger: Ledger;
  readonly stored: StoredIdentity;
  readonly key: Uint8Array;
  readonly ledgerFile: string;
  readonly close: () => Promise<void>;
}

/** As a station opens it. `live`: with everything that goes on beside it, as while it runs. */
export const openFolder = (folder: string, live: boolean): OpenFolder => {
  const data = must(openDataFolder(folder));
  const key = must(databaseKeyFromFile(data));
  const storage = must(openStorage({ folder: data, key, clock, log: silentLog, live }));
  const stored = storage.identity();
  if (stored === undefined) throw new Error(`${folder} holds no station`);
  return {
    ledger: storage.openLedger(stored),
    stored,
    key,
    ledgerFile: data.ledgerFile,
    close: async () => {
      await storage.close();
      data.release();
    },
  };
};

/** Writes down what a station begins with, as its set-up does. */
export const keepBeginning = async (folder: string, beginning: Beginning): Promise<void> => {
  const data = must(openDataFolder(folder));
  const storage = must(openStorage({ folder: data, key: must(databaseKeyFromFile(data)), clock, log: silentLog, live: false }));
  must(storage.keepBeginning(beginning));
  await storage.close();
  data.release();
};

/** The first station of a site, which holds its authority. */
export const beginFirst = async (station = 'Front desk'): Promise<Beginning> => {
  // Not at the top: processes that only open a folder have no need of it, and start sooner.
  const { beginSite } = await import('../../main/station/site/setUp.ts');
  return must(await beginSite({ site: 'Elm Library', station }, { clock, ids: { next: () => newId() }, log: silentLog }));
};
