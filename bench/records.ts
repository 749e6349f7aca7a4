import { v7 as uuid } from 'uuid';
import type { Draft } from '../main/core/event/catalogue.ts';
import { subjectOf } from '../main/core/event/subject.ts';
import type { Ledger } from '../main/ledger/ledger.ts';
import { databaseKeyFromFile, openDataFolder } from '../main/station/dataFolder.ts';
import { openStorage } from '../main/station/storage.ts';
import type { BenchStation } from './site.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** So many in one commit: seeding is not what is measured. */
const together = 50;

/** Opens the ledger of a station that does not run. */
export const withLedger = <Value>({ data }: BenchStation, use: (ledger: Ledger) => Value): Value => {
  const folder = openDataFolder(data);
  if (!folder.ok) throw new Error(folder.error.message);
  const key = databaseKeyFromFile(folder.value);
  if (!key.ok) throw new Error(key.error.message);
  const storage = openStorage({ folder: folder.value, key: key.value, clock: { now: Date.now }, log: silent, live: false });
  if (!storage.ok) throw new Error(storage.error.message);
  const stored = storage.value.identity();
  if (stored === undefined) throw new Error(`${data} belongs to no site`);
  try {
    return use(storage.value.openLedger(stored));
  } finally {
    void storage.value.close();
    folder.value.release();
  }
};

/** Files so many incident records at a station that does not run. Returns the id of the last. */
export const seedRecords = (station: BenchStation, count: number): string =>
  withLedger(station, (ledger) => {
    let last = '';
    for (let filed = 0; filed < count; filed += together) {
      const ids = Array.from({ length: Math.min(together, count - filed) }, () => uuid());
      const appended = ledger.append(ids.map((id, index) => record(id, filed + index)));
      if (!appended.ok) throw new Error(appended.error.message);
      last = ids.at(-1) ?? last;
    }
    return last;
  });

export const record = (id: string, number: number): Draft => ({
  kind: 'IncidentFiled',
  subject: subjectOf('incident', id),
  body: {
    alarm: null,
    report: {
      title: `Disturbance at the desk, number ${number}`,
      occurredAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
      place: 'Ground floor, by the entrance',
      involved: [],
      account: 'A visitor raised their voice when the loan could not be extended, struck the counter and was asked to leave. They came back twice within the hour. '.repeat(2),
      actions: 'Colleagues came to the desk; the visitor left with security.',
      injuries: '',
      damage: '',
      calls: [],
      securityStayed: 'unknown',
      outcome: 'Settled',
      followUp: '',
    },
    station: 'Archive',
    staff: null,
  },
});
