import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { createConnection } from '../../../main/ledger/connection.ts';
import { openForReading } from '../../../main/ledger/damage.ts';
import { partsOf } from '../../../main/ledger/markedText.ts';
import { withoutPauses, type Pace } from '../../../main/ledger/pace.ts';
import { createRecordPages, pageLength, ranked, type RecordSelection } from '../../../main/ledger/recordPages.ts';
import { refreshIndex } from '../../../main/ledger/refreshProjections.ts';
import { createSearchIndex } from '../../../main/ledger/searchIndex.ts';
import { matchExpression } from '../../../main/ledger/searchQuery.ts';
import { createSearchThread } from '../../../main/ledger/searchThread.ts';
import { incidentReportSchema, type IncidentReport, type TextPart } from '../../../main/contract/incident.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestLedger } from '../../support/ledger/testLedger.ts';

const key = new Uint8Array(32).fill(7);
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const filed = (n: number, report: { readonly title: string } & Partial<IncidentReport>): Draft => ({
  kind: 'IncidentFiled',
  subject: `incident/${id(n)}`,
  body: { alarm: null, report: incidentReportSchema.parse(report), station: 'Desk 1', staff: null },
});
const amended = (n: number, text: string): Draft => ({ kind: 'IncidentAmended', subject: `incident/${id(n)}`, body: { text, station: 'Desk 1', staff: null } });

const indexOf = ({ ledger, database }: TestLedger, pace: Pace = withoutPauses) => createSearchIndex({ connection: createConnection(database), state: ledger.state, pace, log: silentLog });

/** What is best on a page, counted from 0. */
const asking = (words: string, page = 0): RecordSelection => ({
  words,
  happened: { from: null, until: null },
  filed: { from: null, until: null },
  place: null,
  station: null,
  staff: null,
  category: null,
  review: null,
  openFollowUps: false,
  subjects: null,
  language: 'en',
  order: 'best',
  after: { key: null, number: page * pageLength },
});

/** A ledger with these records, one a minute, and its reader on a connection of its own. */
const openWith = async (...drafts: readonly Draft[]) => {
  const clock = heldClock();
  const self = makeTestStation('Desk 1');
  const opened = openTestLedger(self, [], clock);
  closing.push(opened.close);
  const add = (...more: readonly Draft[]): void => {
    for (const draft of more) {
      clock.pass(60_000);
      expect(opened.ledger.append([draft]).ok).toBe(true);
    }
  };
  add(...drafts);
  const index = indexOf(opened);
  await index.catchUp();
  const database = openForReading(opened.file, key);
  if (database === null) throw new Error('the ledger cannot be read');
  closing.push(() => database.close());
  const pages = createRecordPages(database);
  const search = (text: string, page = 0) => pages.page(asking(text, page));
  return { ...opened, add, index, search, found: (text: string, page = 0): readonly string[] => search(text, page).lines.map(({ incident }) => incident.title) };
};

const hitsIn = (parts: readonly TextPart[]): readonly string[] => parts.filter(({ hit }) => hit).map(({ text }) => text);
const textOf = (parts: readonly TextPart[]): string => parts.map(({ text }) => text).join('');

describe('the search of the records', () => {
  it('finds a word with and without its accents and whatever its case, and marks it as it was written', async () => {
    const { search } = await openWith(filed(1, { title: 'Trouble at the CAFÉ', account: 'Señor Müller waited.' }));
    for (const typed of ['cafe', 'Café', 'CAFE']) expect(hitsIn(search(typed).lines[0]?.found?.title ?? [])).toEqual(['CAFÉ']);
    expect(hitsIn(search('muller senor').lines[0]?.found?.excerpt ?? [])).toEqual(['Señor', 'Müller']);
  });

  it('takes the last word for a beginning while it is typed, and for a whole one when a space stands behind it', async () => {
    const { found } = await openWith(filed(1, { title: 'A broken umbrella' }));
    expect([found('umb'), found('umb '), found('umbrella '), found('brella'), found('bro umbrella'), found('broken u')]).toEqual([['A broken umbrella'], [], ['A broken umbrella'], [], [], ['A broken umbrella']]);
  });

  it('wants every word, wherever in the record they stand', async () => {
    const { found } = await openWith(filed(1, { title: 'Shouting', place: 'Lobby', followUp: 'Ban letter sent' }), filed(2, { title: 'Shouting', place: 'Garage' }));
    expect([found('shouting').length, found('letter lobby shouting').length, found('letter garage')]).toEqual([2, 1, []]);
  });

  it('looks at all that was written, and at what was added later', async () => {
    const report = { title: 'alpha', place: 'bravo', account: 'charlie', actions: 'delta', involved: [{ role: 'witness' as const, name: '', description: 'echo', contact: '', injured: false }], injuries: 'foxtrot', damage: 'golf', outcome: 'hotel', followUp: 'india' };
    const { found, add, index } = await openWith(filed(1, report));
    for (const word of ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india']) expect(found(word)).toEqual(['alpha']);
    expect(found('juliett')).toEqual([]);
    add(amended(1, 'It was Juliett.'), amended(1, 'And kilo.'));
    await index.catchUp();
    expect([found('juliett kilo'), found('charlie')]).toEqual([['alpha'], ['alpha']]);
  });

  it('looks at what the site’s own form asked for, at what is to be done, and at what was said in the review', async () => {
    const by = { station: 'Desk 1', staff: null };
    const report = incidentReportSchema.parse({
      title: 'alpha',
      category: { id: 'a', name: 'Bravo' },
      rules: [{ id: 'a', text: 'Charlie' }],
      fields: [{ id: 'a', label: 'Delta', value: 'echo' }],
      involved: [{ role: 'witness', name: 'Foxtrot', description: '', contact: 'golf' }],
      followUps: [{ what: 'Hotel', owner: { name: 'India' } }],
    });
    const { found, add, index } = await openWith(filed(1, report));
    for (const word of ['bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india']) expect(found(word), word).toEqual(['alpha']);
    add(
      { kind: 'IncidentCommented', subject: `incident/${id(1)}`, body: { text: 'Juliett', ...by } },
      { kind: 'ReviewQuestionAsked', subject: `incident/${id(1)}`, body: { text: 'Kilo', ...by } },
      // Its place in the lists changes with the last thing that was to be done.
      { kind: 'FollowUpDone', subject: `incident/${id(1)}`, body: { followUp: 'filed-1', note: 'lima', ...by } },
    );
    await index.catchUp();
    for (const word of ['juliett', 'kilo', 'lima', 'echo']) expect(found(word), word).toEqual(['alpha']);
  });

  it('never keeps a record from being written, also when its place in the lists changes before the index has seen it', async () => {
    const by = { station: 'Desk 1', staff: null };
    const { ledger, found, index } = await openWith(filed(1, { title: 'alpha', followUps: [{ what: 'Mend', owner: { staff: null, name: '' }, due: null }] }));
    for (const kind of ['FollowUpDone', 'FollowUpReopened', 'FollowUpDone'] as const) expect(ledger.append([{ kind, subject: `incident/${id(1)}`, body: { followUp: 'filed-1', note: 'bravo', ...by } }]).ok).toBe(true);
    await index.catchUp();
    expect(found('bravo')).toEqual(['alpha']);
  });

  it('puts a word in the title before the same word in the account', async () => {
    const { found } = await openWith(filed(1, { title: 'Knife' }), filed(2, { title: 'Other', account: `${'He spoke for a long time about many things. '.repeat(5)} No knife.` }));
    expect(found('knife')).toEqual(['Knife', 'Other']);
  });

  it('gives pages that have each hit once, also of a word that nearly all have', async () => {
    const { search } = await openWith(...Array.from({ length: 2 * pageLength + 3 }, (_, n) => filed(n, { title: `Visitor ${n}` })));
    const pages = [0, 1, 2, 3].map((page) => search('visitor', page).lines.map(({ incident }) => incident.id));
    expect(pages.map((hits) => hits.length)).toEqual([pageLength, pageLength, 3, 0]);
    expect(new Set(pages.flat()).size).toBe(search('visitor').total);
  });

  it('ranks no more than the newest where very many fit: it shows those with the word in the title and then the newest', async () => {
    const many = Array.from({ length: ranked + 5 }, (_, n) => filed(n + 1, { title: `Day ${n}`, account: 'A visitor' }));
    const { search, found } = await openWith(filed(0, { title: 'The visitor' }), ...many);
    expect(search('visitor')).toMatchObject({ total: ranked + 6 });
    expect(found('visitor').slice(0, 3)).toEqual(['The visitor', `Day ${ranked + 4}`, `Day ${ranked + 3}`]);
  }, 120_000);

  it('gives text and never markup, and the parts make up the whole', async () => {
    const title = '<b>Bold</b> & \u0002marked\u0003';
    const { search } = await openWith(filed(1, { title: 'Plain', account: title }));
    const [line] = search('bold').lines;
    expect(hitsIn(line?.found?.excerpt ?? [])).toEqual(['Bold']);
    expect(textOf(line?.found?.excerpt ?? [])).toBe('<b>Bold</b> &  marked ');
    expect(partsOf('a\u0002b\u0003c\u0002d\u0003')).toEqual([{ text: 'a', hit: false }, { text: 'b', hit: true }, { text: 'c', hit: false }, { text: 'd', hit: true }]);
  });

  it('never fails, whatever is typed', async () => {
    const { search } = await openWith(filed(1, { title: 'One "quoted" AND (NEAR) title:word*' }));
    for (const typed of ['"', 'AND', 'NOT', 'title:', 'NEAR(a b', '*', 'a*', '^one', '{title} : one', '-one', '+', "'", '\\', '\0', 'one\0two', '😀', '\u0301']) expect(() => search(typed)).not.toThrow();
    const { failed, counterexample, seed } = fc.check(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.constantFrom('"', '*', '(', ')', ':', '^', '-', '+', '{', '}', ' ', 'a', 'é', 'AND ', 'OR ', 'NOT ', 'NEAR('), maxLength: 20 })), (typed) => {
        search(typed);
      }),
    );
    expect(failed, `seed ${seed}: ${JSON.stringify(counterexample)}`).toBe(false);
    expect(matchExpression(' *"- ')).toBeNull();
  });

  it('goes on after a restart where it was, and says meanwhile how far it is', async () => {
    const opened = await openWith();
    opened.add(...Array.from({ length: 20 }, (_, n) => filed(n, { title: `Record ${n}` })));
    const first = indexOf(opened, { rest: () => (first.stop(), Promise.resolve()), turn: () => 1, transaction: () => 1 });
    await first.catchUp();
    const { indexed, of } = opened.search('record');
    expect({ of, begun: indexed > 0, over: indexed < 20 }).toEqual({ of: 20, begun: true, over: true });
    expect(opened.found('record')[0]).toBe('Record 19');
    await indexOf(opened).catchUp();
    expect(opened.search('record')).toMatchObject({ indexed: 20, of: 20, total: 20 });
  });

  it('is put together also where records come one by one', async () => {
    const { add, index, database } = await openWith();
    const pieces = () => Number(database.prepare('SELECT count(DISTINCT segid) FROM incident_text_idx').pluck().get());
    for (let n = 1; n <= 40; n += 1) {
      add(filed(n, { title: `Record ${n}` }));
      await index.catchUp();
    }
    expect(pieces()).toBeLessThan(16);
  });

  it('is made anew with the projections', async () => {
    const opened = await openWith(filed(1, { title: 'Umbrella' }), filed(2, { title: 'Lift' }));
    opened.database.exec("DELETE FROM incident_text; DELETE FROM searched_incident; INSERT INTO incident_text (rowid, title) VALUES (1, 'Rubbish')");
    expect(opened.found('umbrella')).toEqual([]);
    await opened.ledger.rebuild();
    await opened.index.catchUp();
    expect([opened.found('umbrella'), opened.found('lift'), opened.search('lift').indexed]).toEqual([['Umbrella'], ['Lift'], 2]);
  });

  it('is written anew from its first record to its last after an update that makes other words of them, once', async () => {
    const opened = await openWith(filed(1, { title: 'Umbrella' }), filed(2, { title: 'Lift' }));
    opened.database.exec("DELETE FROM incident_text; INSERT INTO incident_text (rowid, title) SELECT number, 'Rubbish' FROM searched_incident");
    await refreshIndex(opened.ledger, opened.index);
    await opened.index.catchUp();
    expect([opened.found('umbrella'), opened.found('lift'), opened.found('rubbish')]).toEqual([['Umbrella'], ['Lift'], []]);
    const left = () => opened.database.prepare('SELECT count(*) FROM incident_to_index').pluck().get();
    await refreshIndex(opened.ledger, opened.index);
    expect(left()).toBe(0);
  });

  it('is done by a thread of its own, beside a station that goes on writing; a thread that ends is replaced', async () => {
    const opened = await openWith(filed(1, { title: 'Umbrella' }));
    const thread = createSearchThread(opened.file, key, silentLog);
    closing.push(thread.close);
    const ask = async (text: string) => {
      const result = await thread.ask('page', asking(text));
      return result.ok ? result.value.lines.map(({ incident }) => incident.title) : result.error.type;
    };
    expect(await ask('umb')).toEqual(['Umbrella']);
    opened.add(filed(2, { title: 'Second umbrella' }));
    await opened.index.catchUp();
    expect((await Promise.all([ask('second'), ask('umb')])).map((found) => found.length)).toEqual([1, 2]);
    thread.reopen();
    expect(await ask('second')).toEqual(['Second umbrella']);
  });

  it('says so when it cannot be done: with a key that does not fit, or in the time there is', async () => {
    const opened = await openWith(filed(1, { title: 'Umbrella' }));
    const wrong = createSearchThread(opened.file, new Uint8Array(32).fill(8), silentLog);
    const late = createSearchThread(opened.file, key, silentLog, 0);
    closing.push(wrong.close, late.close);
    for (const thread of [wrong, late]) expect(await thread.ask('page', asking('umb'))).toMatchObject({ ok: false, error: { type: 'SearchUnavailable' } });
  });
});
