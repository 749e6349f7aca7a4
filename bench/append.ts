/**
 * How long one durable event takes, against one commit of the same bytes in bare better-sqlite3: two processes, a few of each in turn. README.md says what
 * came out. `node bench/append.ts [--rounds N] [--records N]`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { median, percentile, round, say } from './measure.ts';
import { ratioOf, report } from './report.ts';
import { recordOf2Kilobytes, seedRecords } from './records.ts';
import { createBenchSite } from './site.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, records: { type: 'string', default: '10000' } } });
const [rounds, records] = [Number(values.rounds), Number(values.records)];
const turns = 10;

const program = fileURLToPath(new URL('appending.ts', import.meta.url));
const timesSchema = z.object({ times: z.array(z.number()) });

const start = async (kind: 'station' | 'bare' | 'encrypted', folder: string): Promise<ChildProcess> => {
  const child = fork(program, [kind, folder], { stdio: 'inherit' });
  await new Promise((resolve) => child.once('message', resolve));
  return child;
};

const turnOf = (child: ChildProcess): Promise<readonly number[]> =>
  new Promise((resolve) => {
    child.once('message', (message) => resolve(timesSchema.parse(message).times));
    child.send('turn');
  });

const folder = mkdtempSync(join(tmpdir(), 'quietbell-append-'));
const site = createBenchSite();
const archive = await site.add('Archive');
seedRecords(archive, records, recordOf2Kilobytes);
const kinds = ['bare', 'encrypted', 'station'] as const;
const children: Record<(typeof kinds)[number], ChildProcess> = { bare: await start('bare', folder), encrypted: await start('encrypted', folder), station: await start('station', archive.data) };
// What a process has done a hundred times is not what is measured the first time.
for (let turn = 0; turn < turns; turn += 1) for (const kind of kinds) await turnOf(children[kind]);
const figures: Record<(typeof kinds)[number], { readonly median: number; readonly p99: number }[]> = { bare: [], encrypted: [], station: [] };
for (let count = 1; count <= rounds; count += 1) {
  const times: Record<(typeof kinds)[number], number[]> = { bare: [], encrypted: [], station: [] };
  for (let turn = 0; turn < turns; turn += 1) for (const kind of kinds) times[kind].push(...(await turnOf(children[kind])));
  for (const kind of kinds) figures[kind].push({ median: median(times[kind]), p99: percentile(times[kind], 99) });
  say(`round ${count}: ${JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, figures[kind].at(-1)])))}`);
}
for (const kind of kinds) {
  const ended = new Promise((resolve) => children[kind].once('exit', resolve));
  children[kind].disconnect();
  await ended;
}
await site.close();
rmSync(folder, { recursive: true });

const middle = kinds.map((kind) => ({ kind, median: round(median(figures[kind].map((each) => each.median))), p99: round(median(figures[kind].map((each) => each.p99))) }));
const names = { bare: 'bare better-sqlite3, 2 KB', encrypted: 'the same, encrypted as the ledger is', station: 'one event appended to a ledger' };
report('append', {
  settings: { rounds, turns, records },
  unit: 'milliseconds',
  ...Object.fromEntries(middle.map(({ kind, ...figure }) => [kind, figure])),
  rounds: figures,
  table: middle.map(({ kind, ...figure }) => ({ commit: names[kind], median: figure.median, p99: figure.p99, 'to bare': ratioOf(figure.median, middle[0]?.median) })),
});
