/**
 * How long a new station takes to have 10,000 records, 1,000 changed ones, and one after a reconnection, against Hypercore, PouchDB and the floor in the
 * same run; README.md says how and what came out. `node bench/catchUp.ts [--rounds N] [--records N] [--changes N] [--only floor,station]`.
 */
import { parseArgs } from 'node:util';
import { ratioOf, report } from './report.ts';
import { arePeersInstalled, createPeer } from './peerSystem.ts';
import { createStationSystem } from './stationSystem.ts';
import type { Figures, System } from './system.ts';
import { median, round, say } from './measure.ts';
import { ranInOwnNetwork } from './wire.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, records: { type: 'string', default: '10000' }, changes: { type: 'string', default: '1000' }, only: { type: 'string', default: 'floor,station,hypercore,pouchdb' } },
});
const [rounds, records, changes] = [Number(values.rounds), Number(values.records), Number(values.changes)];

const measure = async (): Promise<void> => {
  const names = values.only.split(',');
  const needed = names.filter((name) => name === 'hypercore' || name === 'pouchdb');
  if (needed.length > 0 && !arePeersInstalled()) throw new Error('The peers are installed apart from the product: npm ci --prefix bench/peers, or choose --only floor,station');
  const systems: System[] = names.map((name) => (name === 'station' ? createStationSystem() : createPeer(name)));
  const all = new Map<string, Figures[]>(names.map((name) => [name, []]));
  try {
    for (const system of systems) await system.prepare(records);
    for (let count = 1; count <= rounds; count += 1) {
      for (const system of systems) {
        const figures = await system.measure(records, changes);
        all.get(system.name)?.push(figures);
        say(`round ${count}, ${system.name}: ${JSON.stringify(figures)}`);
      }
    }
  } finally {
    for (const system of systems) await system.close();
  }
  const middle = [...all].map(([name, figures]) => ({ name, figures: medianOf(figures) }));
  const floor = middle.find(({ name }) => name === 'floor')?.figures;
  report('catchUp', {
    settings: { rounds, records, changes },
    unit: 'milliseconds; bytes on the loopback with the headers of IP and TCP',
    systems: Object.fromEntries(middle.map(({ name, figures }) => [name, figures])),
    rounds: Object.fromEntries(all),
    table: middle.map(({ name, figures: { full, changed, one, searchable } }) => ({
      system: name,
      [`${records} records, ms`]: full.milliseconds,
      'to the floor': ratioOf(full.milliseconds, floor?.full.milliseconds),
      'MB': round(full.bytes / 1e6),
      [`${changes} changed, ms`]: changed.milliseconds,
      'to the floor ': ratioOf(changed.milliseconds, floor?.changed.milliseconds),
      'kB': Math.round(changed.bytes / 1000),
      '1 changed, reconnecting, ms': one.milliseconds,
      'to the floor  ': ratioOf(one.milliseconds, floor?.one.milliseconds),
      'kB ': round(one.bytes / 1000),
      'searchable later, s': searchable === undefined ? '' : round(searchable / 1000),
    })),
  });
};

/** Of each figure by itself. */
const medianOf = (figures: readonly Figures[]): Figures => {
  const of = (pick: (figures: Figures) => number) => round(median(figures.map(pick)));
  const transfer = (pick: (figures: Figures) => Figures['full']) => ({ milliseconds: of((each) => pick(each).milliseconds), bytes: of((each) => pick(each).bytes) });
  const searchable = figures.flatMap((each) => each.searchable ?? []);
  return { full: transfer(({ full }) => full), changed: transfer(({ changed }) => changed), one: transfer(({ one }) => one), ...(searchable.length === 0 ? {} : { searchable: round(median(searchable)) }) };
};

if (!ranInOwnNetwork()) await measure();
