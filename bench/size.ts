/**
 * What a station with 100,000 records takes: memory while it is open, and the time from its start until it is armed, against an empty one in turn.
 * README.md says how and what came out. `node bench/size.ts [--rounds N] [--records N]`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median, round, say, until } from './measure.ts';
import { ratioOf, report } from './report.ts';
import { recordOf2Kilobytes, seedRecords, settleRecords } from './records.ts';
import { createBenchSite, type BenchStation } from './site.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, records: { type: 'string', default: '100000' } } });
const [rounds, records] = [Number(values.rounds), Number(values.records)];
/** Memory is looked at when the station has done what it does behind its start. Milliseconds. */
const settling = 5_000;

/** Nothing is amiss but what a bench lacks, a pedal or a window and somebody who would hear: neither depends on the ledger. */
const isArmed = async (station: BenchStation): Promise<boolean> => (await station.client().site.status()).faults.every(({ id, kind }) => kind === 'trigger' || id === 'nobody');

/** Of the process that is the station, without its keeper. Megabytes. */
const resident = (station: BenchStation): number => Number(/VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${station.pid()}/status`, 'utf8'))?.[1]) / 1024;

const startAndLook = async (station: BenchStation): Promise<{ readonly armed: number; readonly resident: number }> => {
  const began = performance.now();
  await station.start();
  await until(`${station.name} is armed`, () => isArmed(station));
  const armed = performance.now() - began;
  await station.client().incident.list();
  await station.client().records.page({ filters: { words: 'visitor counter' }, order: 'best' });
  await new Promise((resolve) => setTimeout(resolve, settling));
  const megabytes = resident(station);
  await station.stop();
  return { armed, resident: megabytes };
};

// Each is alone in its site: with colleagues the time would be theirs, too.
const sites = { empty: createBenchSite(), full: createBenchSite() };
const empty = await sites.empty.add('Empty');
const full = await sites.full.add('Full');
seedRecords(full, records, recordOf2Kilobytes);
say(`${records} records are filed`);
await settleRecords(full);
say('they are indexed');
const kinds = ['empty', 'full'] as const;
const figures: Record<(typeof kinds)[number], { readonly armed: number; readonly resident: number }[]> = { empty: [], full: [] };
for (let count = 1; count <= rounds; count += 1) {
  for (const kind of kinds) figures[kind].push(await startAndLook(kind === 'empty' ? empty : full));
  say(`round ${count}: ${JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, figures[kind].at(-1)])))}`);
}
await Promise.all([sites.empty.close(), sites.full.close()]);

const middle = kinds.map((kind) => ({ kind, armed: round(median(figures[kind].map(({ armed }) => armed))), resident: round(median(figures[kind].map((each) => each.resident))) }));
report('size', {
  settings: { rounds, records, settling },
  unit: 'milliseconds; megabytes',
  ...Object.fromEntries(middle.map(({ kind, ...figure }) => [kind, figure])),
  rounds: figures,
  table: middle.map(({ kind, ...figure }) => ({ ledger: kind === 'empty' ? 'empty' : `${records} records`, 'start to armed, ms': figure.armed, 'to empty': ratioOf(figure.armed, middle[0]?.armed), 'resident, MB': figure.resident })),
});
