/**
 * How long a search over many records takes, against bare FTS5 in the same run, and a press meanwhile against one at rest; README.md says how and what came
 * out. `node bench/search.ts [--records N] [--turns N] [--searches N]`.
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { v7 as uuid } from 'uuid';
import { median, percentile, round, say, timed, until } from './measure.ts';
import { watchAlarms, type Colleagues, type Pressed } from './presses.ts';
import { record, seedRecords } from './records.ts';
import { report } from './report.ts';
import { createBenchSite, program, type BenchStation } from './site.ts';

const { values } = parseArgs({ options: { records: { type: 'string', default: '100000' }, turns: { type: 'string', default: '12' }, searches: { type: 'string', default: '200' } } });
const records = Number(values.records);
const turns = Number(values.turns);
/** Of each kind: a hundred and more, so that the slowest of a hundred is no single one. */
const searches = Number(values.searches);
const pressesEach = 5;
/** Between two presses, and between two searches of the one who searches meanwhile. Milliseconds. */
const pause = 40;
const betweenSearches = 100;

/** The words of the first three stand in every record: nothing is worse. */
const typed = { 'one word': 'visitor ', 'two words': 'visitor counter ', prefix: 'vis', 'a number': `number ${Math.floor(records / 2)} ` };
const expressions = { 'one word': 'visitor', 'two words': 'visitor AND counter', prefix: 'vis*', 'a number': `number AND ${Math.floor(records / 2)}` } satisfies Record<keyof typeof typed, string>;
const kinds = ['one word', 'two words', 'prefix', 'a number'] as const;

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Not encrypted, without a station around it: the same words, the best 25 by bm25 with their marks. */
const openBare = (folder: string): ((expression: string) => unknown) => {
  const database = new BetterSqlite3(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.exec("CREATE VIRTUAL TABLE bare USING fts5 (title, place, account, actions, outcome, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')");
  const insert = database.prepare('INSERT INTO bare VALUES (?, ?, ?, ?, ?)');
  database.transaction(() => {
    for (let number = 0; number < records; number += 1) {
      const { body, kind } = record(uuid(), number);
      if (kind === 'IncidentFiled') insert.run(body.report.title, body.report.place, body.report.account, body.report.actions, body.report.outcome);
    }
  })();
  const select = database.prepare("SELECT highlight(bare, 0, '<', '>'), snippet(bare, -1, '<', '>', '…', 20) FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 25");
  return (expression) => select.all(expression);
};

const presses = async (colleagues: Colleagues, desk: BenchStation): Promise<readonly Pressed[]> => {
  const took: Pressed[] = [];
  while (took.length < pressesEach) {
    took.push(await colleagues.press(desk));
    await rest(pause);
  }
  return took;
};

/** While somebody else searches; the first answer is waited for. */
const underSearch = async (colleagues: Colleagues, desk: BenchStation): Promise<readonly Pressed[]> => {
  const asking = fork(fileURLToPath(new URL('askForSearches.ts', import.meta.url)), [desk.data, String(betweenSearches), ...Object.values(typed)], { stdio: 'inherit' });
  await new Promise((resolve) => asking.once('message', resolve));
  const took = await presses(colleagues, desk);
  const ended = new Promise((resolve) => asking.once('exit', resolve));
  asking.kill();
  await ended;
  return took;
};

const isIndexed = async (station: BenchStation): Promise<boolean> => {
  const { indexed, of } = await station.client().records.page({ filters: { words: 'visitor' } });
  return of >= records && indexed === of;
};

const figuresOf = (pressed: readonly Pressed[]) => ({
  shown: round(median(pressed.map(({ shown }) => shown))),
  shown95: round(percentile(pressed.map(({ shown }) => shown), 95)),
  durable: round(median(pressed.map(({ durable }) => durable))),
});

const folder = mkdtempSync(join(tmpdir(), 'quietbell-bare-'));
const site = createBenchSite();
const office = await site.add('Office');
await office.start();
const desk = await site.add('Desk');
seedRecords(desk, records);
say(`${records} records are filed`);
// A command without a station indexes all of it first, without pauses.
const indexing = await timed(() => execFileSync(process.execPath, [program, 'incidents', '--search', 'visitor', '--data', desk.data]));
say('they are indexed');
await desk.start();
const inPauses = await timed(() => until('the office has and has indexed every record', async () => (await rest(500), await isIndexed(office)), 1_200_000));
say('the office has taken them over and indexed them, too');
const bare = openBare(folder);
// It starts the thread, once for as long as the station runs.
const first = round(await timed(() => desk.client().records.page({ filters: { words: typed['one word'] }, order: 'best' })));
const searched: { readonly search: string; readonly median: number; readonly p99: number; readonly bare: number; readonly bareP99: number; readonly ratio: number }[] = [];
for (const kind of kinds) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let count = 0; count < searches; count += 1) {
    ours.push(await timed(() => desk.client().records.page({ filters: { words: typed[kind] }, order: 'best' })));
    theirs.push(await timed(() => bare(expressions[kind])));
  }
  searched.push({ search: kind, median: round(median(ours)), p99: round(percentile(ours, 99)), bare: round(median(theirs)), bareP99: round(percentile(theirs, 99)), ratio: round(median(ours) / median(theirs)) });
  say(JSON.stringify(searched.at(-1)));
}
const colleagues = await watchAlarms([office, desk]);
await presses(colleagues, desk);
const quiet: Pressed[] = [];
const busy: Pressed[] = [];
const ratios: number[] = [];
for (let turn = 0; turn < turns; turn += 1) {
  const [before, during] = [await presses(colleagues, desk), await underSearch(colleagues, desk)];
  quiet.push(...before);
  busy.push(...during);
  ratios.push(median(during.map(({ shown }) => shown)) / median(before.map(({ shown }) => shown)));
}
await colleagues.close();
await site.close();
rmSync(folder, { recursive: true });

const press = { rest: figuresOf(quiet), search: figuresOf(busy), ratio: round(median(ratios)) };
report('search', {
  settings: { records, turns, searches, pressesEach, betweenSearches },
  unit: 'milliseconds',
  indexing: { withoutPauses: round(indexing), eachRecord: round(indexing / records), takenOverAndIndexedBesides: round(inPauses) },
  first,
  searched,
  press,
  table: [
    ...searched.map(({ search, median: middle, p99, bare: theirs, bareP99, ratio }) => ({ what: search, median: middle, p99, 'bare FTS5': theirs, 'its p99': bareP99, ratio })),
    { what: 'press at rest, until shown', median: press.rest.shown },
    { what: 'press meanwhile, until shown', median: press.search.shown, ratio: press.ratio },
  ],
});
