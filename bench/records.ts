import { execFileSync } from 'node:child_process';
import { v7 as uuid } from 'uuid';
import { incidentReportSchema } from '../main/contract/incident.ts';
import type { Draft } from '../main/core/event/catalogue.ts';
import { subjectOf } from '../main/core/event/subject.ts';
import type { Ledger } from '../main/ledger/ledger.ts';
import { refreshProjections } from '../main/ledger/refreshProjections.ts';
import { databaseKeyFromFile, openDataFolder } from '../main/station/storage/dataFolder.ts';
import { openStorage } from '../main/station/storage/storage.ts';
import { program, type BenchStation } from './site.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** So many in one commit: seeding is not what is measured. */
const together = 50;

/** Opens the ledger of a station that does not run. */
export const openLedgerOf = (data: string): { readonly ledger: Ledger; readonly close: () => Promise<void> } => {
  const folder = openDataFolder(data);
  if (!folder.ok) throw new Error(folder.error.message);
  const key = databaseKeyFromFile(folder.value);
  if (!key.ok) throw new Error(key.error.message);
  const storage = openStorage({ folder: folder.value, key: key.value, clock: { now: Date.now }, log: silent, live: false });
  if (!storage.ok) throw new Error(storage.error.message);
  const stored = storage.value.identity();
  if (stored === undefined) throw new Error(`${data} belongs to no site`);
  return {
    ledger: storage.value.openLedger(stored),
    close: () => {
      // Nothing was searched for, so it is closed when this returns.
      const closed = storage.value.close();
      folder.value.release();
      return closed;
    },
  };
};

/** Opens it, and closes it behind what it is used for. */
export const withLedger = <Value>({ data }: BenchStation, use: (ledger: Ledger) => Value): Value => {
  const { ledger, close } = openLedgerOf(data);
  try {
    return use(ledger);
  } finally {
    void close();
  }
};

/** Files so many incident records at a station that does not run. Returns their ids. */
export const seedRecords = (station: BenchStation, count: number, make: typeof record = record): readonly string[] =>
  withLedger(station, (ledger) => {
    const all = Array.from({ length: count }, () => uuid());
    for (let filed = 0; filed < count; filed += together) {
      const appended = ledger.append(all.slice(filed, filed + together).map((id, index) => make(id, filed + index)));
      if (!appended.ok) throw new Error(appended.error.message);
    }
    return all;
  });

export const record = (id: string, number: number): Draft => ({
  kind: 'IncidentFiled',
  subject: subjectOf('incident', id),
  body: {
    alarm: null,
    report: incidentReportSchema.parse({
      title: `Disturbance at the desk, number ${number}`,
      occurredAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
      place: 'Ground floor, by the entrance',
      account: 'A visitor raised their voice when the loan could not be extended, struck the counter and was asked to leave. They came back twice within the hour. '.repeat(2),
      actions: 'Colleagues came to the desk; the visitor left with security.',
      outcome: 'Settled',
    }),
    station: 'Archive',
    staff: null,
  },
});

/** Of a large record, as JSON. */
const largeBytes = 2048;
const syllables = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'pi', 'ro', 'su', 'ta', 've', 'wi', 'xo', 'yu', 'za'];

/** What a station would do with them in its first minutes, so that it does not do it while something is measured: they are marked as folded by these folds, and indexed. */
export const settleRecords = async (station: BenchStation): Promise<void> => {
  const { ledger, close } = openLedgerOf(station.data);
  await refreshProjections(ledger, silent);
  await close();
  execFileSync(process.execPath, [program, 'incidents', '--search', 'visitor', '--data', station.data]);
};

/** A record of 2 KB. Its account is made of some 4,000 different words, the same for the same number; none repeats itself so that it could be compressed away. */
export const recordOf2Kilobytes = (id: string, number: number): Draft => {
  const draft = record(id, number);
  if (draft.kind !== 'IncidentFiled') return draft;
  const short = { ...draft.body, report: { ...draft.body.report, account: '' } };
  const account = wordsFrom(number).slice(0, largeBytes - Buffer.byteLength(JSON.stringify(short)));
  return { ...draft, body: { ...short, report: { ...short.report, account } } };
};

/** The same without a station around it, for the systems that it is measured against. */
export const largeReport = (number: number): object => recordOf2Kilobytes('', number).body;
export const largeRecord = (number: number): Uint8Array => Buffer.from(JSON.stringify(largeReport(number)));

/** A linear congruential generator (Numerical Recipes) chooses three syllables for each word. */
const wordsFrom = (seed: number): string => {
  let state = seed >>> 0;
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return [28, 24, 20].map((shift) => syllables[(state >>> shift) & 15]).join('');
  };
  return Array.from({ length: 400 }, next).join(' ');
};
