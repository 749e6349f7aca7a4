import { cpSync, rmSync } from 'node:fs';
import { until } from './measure.ts';
import { recordOf2Kilobytes, seedRecords, settleRecords } from './records.ts';
import { createBenchSite, type BenchSite, type BenchStation } from './site.ts';
import type { System } from './system.ts';
import { untilQuiet } from './peerSystem.ts';
import { connectionsTaken, cutConnections, nextConnection, setLoopback, wireBytes } from './wire.ts';

const amendment = 'The visitor came back the next morning, apologised and returned the book.';

/**
 * A station that joins a site of one other, as they run on desks. The clock runs from the moment their connection is taken up until the new station's own
 * window could read the last record. Every round begins with the same ledger at the other station.
 */
export const createStationSystem = (): System => {
  let site: BenchSite | null = null;
  let archive: BenchStation | null = null;
  let ids: readonly string[] = [];
  let joined = 0;

  return {
    name: 'station',
    prepare: async (records) => {
      site = createBenchSite();
      archive = await site.add('Archive');
      ids = seedRecords(archive, records, recordOf2Kilobytes);
      await settleRecords(archive);
      cpSync(archive.data, `${archive.data}.seed`, { recursive: true });
    },
    measure: async (records, changes) => {
      if (site === null || archive === null) throw new Error('Nothing was prepared');
      const from = archive;
      rmSync(from.data, { recursive: true });
      cpSync(`${from.data}.seed`, from.data, { recursive: true });
      await from.start();
      const desk = await site.add(`Desk ${(joined += 1)}`);
      const last = ids.at(-1) ?? '';
      const bytesOf = async (before: number): Promise<number> => (await untilQuiet(), wireBytes() - before);

      let bytes = wireBytes();
      const connecting = nextConnection(connectionsTaken());
      await desk.start();
      let began = await connecting;
      await soon(() => has(desk, last), 10);
      const caughtUp = performance.now();
      const full = { milliseconds: caughtUp - began, bytes: await bytesOf(bytes) };
      await until('everything is found by a search', () => isSearchable(desk, records), 600_000);
      const searchable = performance.now() - caughtUp;

      setLoopback('down');
      cutConnections();
      await until('both are alone', async () => (await heardBy(desk)) === 0 && (await heardBy(from)) === 0);
      const step = Math.max(1, Math.floor(records / changes));
      const changed = ids.filter((_, index) => index % step === 0).slice(0, changes);
      for (const id of changed) await from.client().incident.amend({ id, text: amendment });
      bytes = wireBytes();
      const again = nextConnection(connectionsTaken());
      setLoopback('up');
      began = await again;
      await soon(() => isAmended(desk, changed.at(-1) ?? ''), 2);
      const changedTook = { milliseconds: performance.now() - began, bytes: await bytesOf(bytes) };

      bytes = wireBytes();
      const once = nextConnection(connectionsTaken());
      cutConnections();
      await from.client().incident.amend({ id: last, text: amendment });
      began = await once;
      await soon(() => isAmended(desk, last), 1);
      const one = { milliseconds: performance.now() - began, bytes: await bytesOf(bytes) };

      await Promise.all([desk.stop(), from.stop()]);
      return { full, changed: changedTook, one, searchable };
    },
    close: async () => site?.close(),
  };
};

/** Looks again after so many milliseconds. */
const soon = async (holds: () => Promise<boolean>, pause: number): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, pause));
};

const has = (station: BenchStation, id: string): Promise<boolean> =>
  station.client().incident.get({ id }).then(
    () => true,
    () => false,
  );

const isAmended = async (station: BenchStation, id: string): Promise<boolean> => (await station.client().incident.get({ id })).amendments.length > 0;

const heardBy = async (station: BenchStation): Promise<number> => (await station.client().site.status()).heardBy;

const isSearchable = async (station: BenchStation, records: number): Promise<boolean> => {
  const { indexed, of } = await station.client().records.page({ filters: { words: 'visitor' } });
  return of >= records && indexed === of;
};
