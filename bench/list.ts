/**
 * How long a page of the list of records takes at one desk with very many of them, the first and one far behind, against the same rows in bare SQLite in the same run; README.md says how
 * and what came out. `node bench/list.ts [--records N] [--rounds N]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { recordQuerySchema, type RecordCursor, type RecordOrder, type RecordQuery } from '../main/contract/index.ts';
import { median, percentile, round, say, timed } from './measure.ts';
import { recordOf2Kilobytes, seedRecords, settleRecords } from './records.ts';
import { report } from './report.ts';
import { createBenchSite } from './site.ts';

const { values } = parseArgs({ options: { records: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '100' } } });
const records = Number(values.records);
const rounds = Number(values.rounds);
const pageLength = 50;
/** The page that is asked for far behind: the middle of the list. */
const deep = Math.floor(records / 2);
const orders = ['filed', 'happened', 'title'] as const satisfies readonly RecordOrder[];

/** Not encrypted, without a station around it: the same columns and one index, a page from a place on and how many there are. */
const openBare = (folder: string): ((order: (typeof orders)[number], after: RecordCursor | null) => unknown) => {
  const database = new BetterSqlite3(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE bare (number INTEGER PRIMARY KEY, happened INTEGER NOT NULL, title TEXT NOT NULL, place TEXT NOT NULL) STRICT; CREATE INDEX bare_by_time ON bare (happened)');
  const insert = database.prepare('INSERT INTO bare VALUES (?, ?, ?, ?)');
  database.transaction(() => {
    for (let number = 0; number < records; number += 1) {
      const { body, kind } = recordOf2Kilobytes('', number);
      if (kind === 'IncidentFiled') insert.run(number, Date.parse(body.report.occurredAt ?? ''), body.report.title.toLowerCase(), body.report.place);
    }
  })();
  const count = database.prepare('SELECT count(*) FROM bare').pluck();
  const page = (order: string, condition: string) => database.prepare(`SELECT number, title FROM bare WHERE ${condition} ORDER BY ${order} LIMIT ${pageLength}`);
  const pages = {
    filed: [page('number DESC', 'true'), page('number DESC', `number < ${records - deep}`)],
    happened: [page('happened DESC, number DESC', 'true'), page('happened DESC, number DESC', `happened < (SELECT happened FROM bare WHERE number = ${records - deep})`)],
    title: [page('title', 'true'), page('title', `title > (SELECT title FROM bare ORDER BY title LIMIT 1 OFFSET ${deep})`)],
  } as const;
  return (order, after) => [pages[order][after === null ? 0 : 1].all(), count.get()];
};

const folder = mkdtempSync(join(tmpdir(), 'quietbell-bare-'));
const site = createBenchSite();
const desk = await site.add('Desk');
seedRecords(desk, records, recordOf2Kilobytes);
say(`${records} records are filed`);
await settleRecords(desk);
await desk.start();
const bare = openBare(folder);
const ask = (query: Partial<RecordQuery>) => desk.client().records.page(recordQuerySchema.parse(query));

/** The way to it is not measured: a page's end is what the next one begins behind. */
const walkTo = async (order: RecordOrder): Promise<RecordCursor> => {
  let after: RecordCursor | null = null;
  for (let walked = 0; walked < deep; walked += pageLength) after = (await ask({ order, after })).next;
  if (after === null) throw new Error('the list is shorter than was filed');
  return after;
};

// It starts the thread, once for as long as the station runs.
const first = round(await timed(() => ask({})));
const pages: { readonly page: string; readonly median: number; readonly p99: number; readonly bare: number; readonly ratio: number }[] = [];
for (const order of orders) {
  for (const after of [null, await walkTo(order)]) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let count = 0; count < rounds; count += 1) {
      ours.push(await timed(() => ask({ order, after })));
      theirs.push(await timed(() => bare(order, after)));
    }
    pages.push({ page: `${order}, ${after === null ? 'the first' : `behind ${deep}`}`, median: round(median(ours)), p99: round(percentile(ours, 99)), bare: round(median(theirs)), ratio: round(median(ours) / median(theirs)) });
    say(JSON.stringify(pages.at(-1)));
  }
}
await site.close();
rmSync(folder, { recursive: true });
report('list', { settings: { records, rounds, deep }, unit: 'milliseconds', first, pages, table: pages.map(({ page, median: middle, p99, bare: theirs, ratio }) => ({ page, median: middle, p99, 'bare SQLite': theirs, ratio })) });
