import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Clock, Log } from '../../../main/core/environment.ts';
import type { EnrolledStation } from '../../../main/core/site/identity.ts';
import { createConnection } from '../../../main/ledger/connection.ts';
import type { LedgerClock } from '../../../main/ledger/hybridClock.ts';
import { createLedger } from '../../../main/ledger/createLedger.ts';
import type { Ledger } from '../../../main/ledger/ledger.ts';
import { openDatabase } from '../../../main/ledger/openDatabase.ts';
import { makeSigningPair, stationIdOf } from '../../../main/platform/primitives.ts';

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface HeldClock extends Clock {
  readonly set: (now: number) => void;
  readonly pass: (milliseconds: number) => void;
}

/** A clock that stands still until it is told otherwise. */
export const heldClock = (start = Date.UTC(2026, 10, 24, 9)): HeldClock => {
  let now = start;
  return {
    now: () => now,
    set: (moment) => {
      now = moment;
    },
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
};

export interface TestStation {
  readonly station: EnrolledStation;
  readonly signingKey: Uint8Array;
}

/** Every station of a test has the same. */
export const testSiteKey = new Uint8Array(32).fill(3);

export const makeTestStation = (name: string): TestStation => {
  const pair = makeSigningPair();
  return { station: { id: stationIdOf(pair.publicKey), name, place: name, signingKey: pair.publicKey, certificate: new Uint8Array([1]) }, signingKey: pair.privateKey };
};

export interface TestLedger {
  readonly ledger: Ledger;
  readonly database: Database;
  readonly file: string;
  readonly close: () => void;
}

/** A real ledger in a real encrypted database; `roster` is who it trusts besides itself. */
export const openTestLedger = (self: TestStation, roster: readonly TestStation[], clock: LedgerClock = heldClock(), file = join(mkdtempSync(join(tmpdir(), 'quietbell-ledger-')), 'ledger.db')): TestLedger => {
  const opened = openDatabase(file, new Uint8Array(32).fill(7));
  if (!opened.ok) throw new Error(opened.error.message);
  const ledger = createLedger({ connection: createConnection(opened.value), clock, log: silentLog, stationId: self.station.id, signingKey: self.signingKey, siteKey: testSiteKey });
  for (const { station } of [self, ...roster]) ledger.local.roster.add(station);
  return {
    ledger,
    database: opened.value,
    file,
    close: () => {
      opened.value.close();
      rmSync(join(file, '..'), { recursive: true, force: true });
    },
  };
};
