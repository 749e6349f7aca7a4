import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { incidentReportSchema, type IncidentReport } from '../../../main/contract/incident.ts';
import type { RecordPage } from '../../../main/contract/recordList.ts';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { createConnection } from '../../../main/ledger/connection.ts';
import { openForReading } from '../../../main/ledger/damage.ts';
import { withoutPauses } from '../../../main/ledger/pace.ts';
import { createRecordPages, pageLength, type RecordPages, type RecordSelection } from '../../../main/ledger/recordPages.ts';
import { createSearchIndex } from '../../../main/ledger/searchIndex.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type HeldClock, type TestLedger } from '../../support/ledger/testLedger.ts';

const key = new Uint8Array(32).fill(7);
const day = 24 * 60 * 60_000;
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const subject = (n: number): string => `incident/${id(n)}`;
const filed = (n: number, report: { readonly title: string } & Partial<IncidentReport>, by: { readonly station?: string; readonly staff?: string } = {}): Draft => ({
  kind: 'IncidentFiled',
  subject: subject(n),
  body: { alarm: null, report: incidentReportSchema.parse(report), station: by.station ?? 'Desk 1', staff: by.staff === undefined ? null : { id: id(9999), name: by.staff } },
});
const amended = (n: number): Draft => ({ kind: 'IncidentAmended', subject: subject(n), body: { text: 'More was said.', station: 'Desk 1', staff: null } });
const erased = (n: number): Draft => ({ kind: 'SubjectErased', subject: subject(n), body: { reason: 'request', station: 'Desk 1', staff: null } });

const everything: RecordSelection = { words: '', happened: { from: null, until: null }, filed: { from: null, until: null }, place: null, station: null, staff: null, category: null, review: null, openFollowUps: false, subjects: null, order: 'filed', language: 'en', after: null };

interface Opened extends TestLedger {
  readonly clock: HeldClock;
  readonly add: (...drafts: readonly Draft[]) => void;
  readonly index: () => Promise<void>;
  readonly pages: RecordPages;
  readonly page: (selection?: Partial<RecordSelection>) => RecordPage;
  readonly titles: (selection?: Partial<RecordSelection>) => readonly string[];
  readonly closeAll: () => void;
}

const open = (): Opened => {
  const clock = heldClock();
  const opened = openTestLedger(makeTestStation('Desk 1'), [], clock);
  const database = openForReading(opened.file, key);
  if (database === null) throw new Error('the ledger cannot be read');
  const pages = createRecordPages(database);
  const page: Opened['page'] = (selection = {}) => pages.page({ ...everything, ...selection });
  const index = createSearchIndex({ connection: createConnection(opened.database), state: opened.ledger.state, pace: withoutPauses, log: silentLog });
  return {
    ...opened,
    clock,
    add: (...drafts) => {
      for (const draft of drafts) {
        clock.pass(60_000);
        expect(opened.ledger.append([draft]).ok).toBe(true);
      }
    },
    index: index.catchUp,
    pages,
    page,
    titles: (selection) => page(selection).lines.map(({ incident }) => incident.title),
    closeAll: () => {
      database.close();
      opened.close();
    },
  };
};

/** Page after page until there is none. */
const walk = (page: Opened['page'], selection: Partial<RecordSelection>): readonly string[] => {
  const titles: string[] = [];
  for (let after: RecordSelection['after'] = null; ; ) {
    const { lines, next } = page({ ...selection, after });
    titles.push(...lines.map(({ incident }) => incident.title));
    if (next === null) return titles;
    after = next;
  }
};

describe('the list of records', () => {
  let opened: Opened;
  afterEach(() => opened.closeAll());

  it('is narrowed down by place, desk, person who filed and records that are named, all at once', () => {
    opened = open();
    opened.add(
      filed(1, { title: 'Shouting', place: 'Lobby' }, { station: 'Desk 1', staff: 'Ada' }),
      filed(2, { title: 'Lift', place: 'lobby ' }, { station: 'Desk 2', staff: 'Ben' }),
      filed(3, { title: 'Fire door', place: 'Garage' }, { station: 'Desk 1', staff: 'Ada' }),
    );
    expect(opened.titles({ place: 'LOBBY' })).toEqual(['Lift', 'Shouting']);
    expect(opened.titles({ station: 'Desk 1' })).toEqual(['Fire door', 'Shouting']);
    expect(opened.titles({ staff: 'Ben' })).toEqual(['Lift']);
    expect(opened.titles({ subjects: [subject(3), subject(1), subject(77)] })).toEqual(['Fire door', 'Shouting']);
    expect(opened.titles({ subjects: [subject(3), subject(1)], place: 'Lobby', staff: 'Ada' })).toEqual(['Shouting']);
    expect(opened.titles({ subjects: [] })).toEqual([]);
  });

  it('is narrowed down by category, by how far the review is, and by what is still to be done', () => {
    opened = open();
    const followUp = { what: 'Look at the camera', owner: { staff: null, name: 'The caretaker' }, due: null };
    opened.add(filed(1, { title: 'Shouting', category: { id: 'verbal', name: 'Verbal abuse' }, followUps: [followUp] }), filed(2, { title: 'Lift' }));
    expect([opened.titles({ category: 'verbal' }), opened.titles({ openFollowUps: true }), opened.titles({ review: 'closed' })]).toEqual([['Shouting'], ['Shouting'], []]);
    opened.add({ kind: 'FollowUpDone', subject: subject(1), body: { followUp: 'filed-1', note: '', station: 'Desk 1', staff: null } }, { kind: 'ReviewClosed', subject: subject(2), body: { note: '', covers: [], station: 'Desk 1', staff: null } });
    expect([opened.titles({ openFollowUps: true }), opened.titles({ review: 'closed' }), opened.pages.choices().categories]).toEqual([[], ['Lift'], [{ value: 'verbal', count: 1 }]]);
  });

  it('knows when something happened from when it was filed, and takes the filing where nobody said', () => {
    opened = open();
    const begin = opened.clock.now();
    opened.add(filed(1, { title: 'Yesterday', occurredAt: new Date(begin - day).toISOString() }), filed(2, { title: 'Now' }), filed(3, { title: 'Long ago', occurredAt: new Date(begin - 40 * day).toISOString() }));
    expect(opened.titles({ happened: { from: begin - 2 * day, until: begin } })).toEqual(['Yesterday']);
    expect(opened.titles({ happened: { from: begin, until: null } })).toEqual(['Now']);
    expect(opened.titles({ filed: { from: begin, until: begin + 2 * 60_000 } })).toEqual(['Yesterday']);
    expect(opened.titles({ order: 'happened' })).toEqual(['Now', 'Yesterday', 'Long ago']);
  });

  it('is ordered by title and by place whatever their case and accents, those that are alike newest first', () => {
    opened = open();
    opened.add(filed(1, { title: 'umbrella', place: 'B' }), filed(2, { title: 'Émeute', place: 'a' }), filed(3, { title: 'Door', place: 'b' }), filed(4, { title: 'Umbrella', place: '' }));
    expect(opened.titles({ order: 'title' })).toEqual(['Door', 'Émeute', 'Umbrella', 'umbrella']);
    expect(opened.titles({ order: 'place' })).toEqual(['Umbrella', 'Émeute', 'Door', 'umbrella']);
  });

  it('is ordered by place as the reader’s alphabet has it, and goes on behind a place that no record has any more', () => {
    opened = open();
    opened.add(...['Zimmer 10', 'Zimmer 2', 'ñandú', 'nz', 'Ärztezimmer', 'Azubis'].map((place, n) => filed(n, { title: place, place })));
    expect(opened.titles({ order: 'place', language: 'es' })).toEqual(['Ärztezimmer', 'Azubis', 'nz', 'ñandú', 'Zimmer 2', 'Zimmer 10']);
    expect(opened.titles({ order: 'place', language: 'de' })).toEqual(['Ärztezimmer', 'Azubis', 'ñandú', 'nz', 'Zimmer 2', 'Zimmer 10']);
    expect(opened.titles({ order: 'place', language: 'de', after: { key: 'Zimmer 2', number: 0 } })).toEqual(['Zimmer 10']);
    expect(opened.titles({ order: 'place', language: 'de', after: { key: 'Bad', number: 7 } })).toEqual(['ñandú', 'nz', 'Zimmer 2', 'Zimmer 10']);
  });

  it('finds words together with everything else, and says of how many records it can', async () => {
    opened = open();
    opened.add(filed(1, { title: 'Umbrella', place: 'Lobby' }), filed(2, { title: 'Lift', place: 'Garage', account: 'An umbrella was in it.' }), filed(3, { title: 'Copier', place: 'Lobby' }));
    expect(opened.page({ words: 'umb' })).toMatchObject({ total: 0, indexed: 0, of: 3 });
    await opened.index();
    expect(opened.page({ words: 'umb' })).toMatchObject({ total: 2, indexed: 3, of: 3 });
    for (const [order, titles] of [['best', ['Umbrella', 'Lift']], ['filed', ['Lift', 'Umbrella']], ['title', ['Lift', 'Umbrella']], ['happened', ['Lift', 'Umbrella']], ['place', ['Lift', 'Umbrella']]] as const) {
      expect(opened.titles({ words: 'umb', order })).toEqual(titles);
    }
    expect(opened.titles({ words: 'umb', place: 'Lobby', order: 'best' })).toEqual(['Umbrella']);
    expect(opened.titles({ words: 'umb', subjects: [subject(2), subject(3)] })).toEqual(['Lift']);
    expect(opened.titles({ words: 'umb', filed: { from: opened.clock.now() - 60_000, until: null } })).toEqual(['Lift']);
    const [line] = opened.page({ words: 'umb', subjects: [subject(2)] }).lines;
    expect(line?.found?.excerpt.filter(({ hit }) => hit)).toEqual([{ text: 'umbrella', hit: true }]);
    expect(opened.page().lines[0]?.found).toBeNull();
    expect(opened.titles({ words: ' "* ', order: 'best' })).toEqual(['Copier', 'Lift', 'Umbrella']);
  });

  it('is paged through where words were asked for, in every order', async () => {
    opened = open();
    opened.add(...Array.from({ length: pageLength + 3 }, (_, n) => filed(n, { title: `Visitor ${n}` })), filed(99, { title: 'Copier' }));
    await opened.index();
    for (const order of ['best', 'filed', 'happened', 'title', 'place'] as const) {
      const titles = walk(opened.page, { words: 'visitor', order });
      expect([titles.length, new Set(titles).size]).toEqual([pageLength + 3, pageLength + 3]);
    }
  });

  it('keeps an amended record in its place, and forgets an erased one at once', async () => {
    opened = open();
    opened.add(filed(1, { title: 'First' }), filed(2, { title: 'Second' }));
    const before = opened.database.prepare('SELECT * FROM record_line').all();
    opened.add(amended(1));
    expect(opened.database.prepare('SELECT * FROM record_line').all()).toEqual(before);
    expect(opened.page().lines.map(({ incident }) => [incident.title, incident.amendments])).toEqual([['Second', 0], ['First', 1]]);
    opened.add(erased(2));
    expect(opened.titles()).toEqual(['First']);
    expect(opened.database.prepare('SELECT count(*) FROM record_line').pluck().get()).toBe(1);
    expect((await opened.ledger.verify()).ok).toBe(true);
  });

  it('has room for what is filed while a clock stands still, and for what is filed a millisecond later', () => {
    opened = open();
    const many = Array.from({ length: 1005 }, (_, n) => filed(5000 + n, { title: `Still ${n}` }));
    expect(opened.ledger.append(many).ok).toBe(true);
    opened.clock.pass(1);
    expect(opened.ledger.append([filed(7000, { title: 'Later' })]).ok).toBe(true);
    expect(opened.ledger.append([amended(6004)]).ok).toBe(true);
    expect(opened.page()).toMatchObject({ total: 1006 });
    expect(opened.titles({ subjects: [subject(6004), subject(7000)] }).toSorted()).toEqual(['Later', 'Still 1004']);
  });

  it('is held against the events by verify, and made anew with the projections, under the numbers that the search knows', async () => {
    opened = open();
    opened.add(filed(1, { title: 'First' }), filed(2, { title: 'Second' }));
    await opened.index();
    opened.database.exec('DELETE FROM record_line WHERE number = (SELECT max(number) FROM record_line)');
    expect((await opened.ledger.verify()).ok).toBe(false);
    // Begun by a program without lines, and searched meanwhile: nothing that was found is lost.
    opened.add(amended(2));
    await opened.ledger.rebuild();
    await opened.index();
    expect((await opened.ledger.verify()).ok).toBe(true);
    expect(opened.titles({ words: 'second' })).toEqual(['Second']);
    expect(opened.database.prepare('SELECT number FROM record_line EXCEPT SELECT number FROM searched_incident').all()).toEqual([]);
    expect(opened.titles()).toEqual(['Second', 'First']);
  });

  it('offers what there is to filter by, the most frequent first, and staff by their names alone', () => {
    opened = open();
    opened.add(filed(1, { title: 'One', place: 'Lobby' }, { staff: 'Ada' }), filed(2, { title: 'Two', place: 'lobby' }, { staff: 'Zoe' }), filed(3, { title: 'Three', place: 'Garage' }, { station: 'Desk 2', staff: 'Zoe' }), filed(4, { title: 'Four' }));
    const { places, stations, staff } = opened.pages.choices();
    expect(places.map(({ value, count }) => [value.toLowerCase(), count])).toEqual([['lobby', 2], ['garage', 1]]);
    expect(stations).toEqual([{ value: 'Desk 1', count: 3 }, { value: 'Desk 2', count: 1 }]);
    expect(staff).toEqual(['Ada', 'Zoe']);
  });
});

describe('the list of twenty thousand records', () => {
  const count = 20_000;
  const places = ['Lobby', 'Garage', 'Reading room', 'Counter 4'];
  let opened: Opened;
  let begin: number;

  /** Their rows alone: what is filed comes to the same ones, as the tests above show, and takes a hundred times as long. */
  beforeAll(() => {
    opened = open();
    begin = opened.clock.now();
    const projection = opened.database.prepare("INSERT INTO projection (subject, type, open, sort, link, state) VALUES (?, 'incident', 0, ?, NULL, ?)");
    const line = opened.database.prepare("INSERT INTO record_line (number, subject, happened, title, place, station, review, follow_ups) VALUES (?, ?, ?, ?, ?, 'Desk 1', 'open', 0)");
    opened.database.transaction(() => {
      for (let n = 0; n < count; n += 1) {
        const [filedAt, occurredAt] = [begin + Math.floor(n / 3), begin - ((n * 104_729) % count) * 60_000];
        const [title, place] = [`record ${String((n * 7919) % count).padStart(5, '0')}`, places[n % places.length] ?? ''];
        const summary = { id: id(n), title, station: 'Desk 1', staff: null, filedAt: new Date(filedAt).toISOString(), occurredAt: new Date(occurredAt).toISOString(), place, alarm: null, amendments: 0 };
        projection.run(subject(n), summary.filedAt, JSON.stringify({ summary }));
        line.run(filedAt * 1000 + (n % 3), subject(n), occurredAt, title, place);
      }
    })();
  });
  afterAll(() => opened.closeAll());

  it.each(['filed', 'happened', 'title', 'place'] as const)('is paged through by %s with each record once, in its order', (order) => {
    const pages: string[][] = [];
    const ids = new Set<string>();
    for (let after: RecordSelection['after'] = null; ; ) {
      const { lines, next, total } = opened.page({ order, after });
      expect(total).toBe(count);
      for (const { incident } of lines) ids.add(incident.id);
      pages.push(lines.map(({ incident }) => (order === 'filed' ? incident.filedAt : order === 'happened' ? (incident.occurredAt ?? '') : order === 'title' ? incident.title : incident.place)));
      if (next === null) break;
      after = next;
    }
    const all = pages.flat();
    expect(pages).toHaveLength(count / pageLength);
    expect([all.length, ids.size]).toEqual([count, count]);
    const sorted = all.toSorted();
    expect(all).toEqual(order === 'filed' || order === 'happened' ? sorted.toReversed() : sorted);
  });

  it('is counted and paged through where it is narrowed down', () => {
    expect(opened.page({ place: 'lobby' }).total).toBe(count / 4);
    const until = begin - 1000 * 60_000;
    const found = walk(opened.page, { happened: { from: null, until }, place: 'Garage', order: 'title' });
    expect(found).toHaveLength(opened.page({ happened: { from: null, until }, place: 'Garage' }).total);
    expect(found).toEqual(found.toSorted());
  });

  it('reads the list in the order of an index, and what happened from one', () => {
    const plan = (sql: string): string => opened.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).raw().all().join(' ');
    expect(plan('SELECT number FROM record_line AS line WHERE line.number < 5 ORDER BY line.number DESC LIMIT 51')).toMatch(/USING INTEGER PRIMARY KEY(?!.*TEMP B-TREE)/);
    expect(plan('SELECT number FROM record_line AS line WHERE line.happened <= 9 ORDER BY line.happened DESC, line.number DESC LIMIT 51')).toMatch(/USING (COVERING )?INDEX record_line_by_time(?!.*TEMP B-TREE)/);
    expect(plan("SELECT line.number FROM incident_text CROSS JOIN record_line AS line ON line.number = incident_text.rowid WHERE incident_text MATCH 'a' AND incident_text.rowid < 5 ORDER BY incident_text.rowid DESC LIMIT 51")).not.toMatch(/TEMP B-TREE|SCAN line/);
  });
});
