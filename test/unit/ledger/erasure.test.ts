import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import type { EventRecord } from '../../../main/core/event/replica.ts';
import { createConnection } from '../../../main/ledger/connection.ts';
import { createLedger } from '../../../main/ledger/createLedger.ts';
import { openLedgerFile } from '../../../main/ledger/ledgerFile.ts';
import { openOrThrow } from '../../../main/ledger/openDatabase.ts';
import { withoutPauses } from '../../../main/ledger/pace.ts';
import { createSearchIndex } from '../../../main/ledger/searchIndex.ts';
import { enrolmentOf } from '../../../main/station/site/enrolment.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type TestLedger, type TestStation } from '../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const open: TestLedger[] = [];
const openLedger = (self: TestStation, other: TestStation, clock = heldClock()): TestLedger => {
  const opened = openTestLedger(self, [other], clock);
  open.push(opened);
  return opened;
};
afterEach(() => {
  for (const ledger of open.splice(0)) ledger.close();
});

const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const incident = (n: number): string => `incident/${id(n)}`;
const filed = (n: number, title: string): Draft => ({ kind: 'IncidentFiled', subject: incident(n), body: { alarm: null, report: incidentReportSchema.parse({ title }), station: 'Desk 1', staff: null } });
const amended = (n: number, text: string): Draft => ({ kind: 'IncidentAmended', subject: incident(n), body: { text, station: 'Desk 1', staff: null } });
const erased = (n: number): Draft => ({ kind: 'SubjectErased', subject: incident(n), body: { reason: 'retention', station: 'Desk 1', staff: null } });
const raised = (n: number): Draft => ({ kind: 'AlarmRaised', subject: `alarm/${id(n)}`, body: { level: 'assist', kind: 'real', source: 'device', place: 'Desk 1', press: id(1000 + n), alone: false, station: 'Desk 1', staff: null } });
const allOf = ({ ledger }: TestLedger, origin: TestStation): readonly EventRecord[] => ledger.read(origin.station.id, 0, Number.MAX_SAFE_INTEGER);
const withoutKeys = (records: readonly EventRecord[]): readonly EventRecord[] => records.map((record) => ({ ...record, key: null }));
const titleAt = ({ ledger }: TestLedger, n: number): string | undefined => ledger.state('incident', incident(n))?.report.title;

describe('sealed records', () => {
  it('stand nowhere in the chain in the clear, and travel with their key beside them', () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    first.ledger.append([filed(1, 'marker in the clear')]);
    const records = allOf(first, desk);
    expect(records.some(({ bytes }) => Buffer.from(bytes).includes('marker'))).toBe(false);
    expect(records[0]?.key).toHaveLength(60);
    expect(second.ledger.accept(records).ok).toBe(true);
    expect(titleAt(second, 1)).toBe('marker in the clear');
  });

  it('are what names of staff are read from: what is never sealed says who did it by id alone', () => {
    const [opened, elsewhere] = [openLedger(desk, office), openLedger(office, desk)];
    const { ledger } = opened;
    const ada = { id: id(77), name: 'Ada Lovelace' };
    ledger.append([{ kind: 'StaffAdded', subject: `staff/${ada.id}`, body: { name: ada.name, role: 'administrator', pin: { n: 1, r: 1, p: 1, salt: '00', hash: '00' } } }]);
    ledger.append([{ kind: 'StationRenamed', subject: `station/${desk.station.id}`, body: { name: 'Desk 1', place: 'Foyer', station: 'Desk 1', staff: ada } }]);
    expect(ledger.eventsOf(`station/${desk.station.id}`).at(-1)).toMatchObject({ body: { staff: { id: ada.id, name: '' } } });
    expect(allOf(opened, desk).some(({ bytes }) => Buffer.from(bytes).includes('Lovelace'))).toBe(false);
    const whoRenamed = () => ledger.trace(null, 0).findLast(({ kind }) => kind === 'StationRenamed')?.staff;
    expect(whoRenamed()).toBe('Ada Lovelace');
    const hear = () => elsewhere.ledger.accept(allOf(opened, desk).slice(elsewhere.ledger.have().get(desk.station.id) ?? 0));
    hear();
    expect(elsewhere.ledger.states('staff')).toHaveLength(1);
    ledger.append([{ kind: 'SubjectErased', subject: `staff/${ada.id}`, body: { reason: 'request', station: 'Desk 1', staff: null } }]);
    expect(whoRenamed()).toBe(ada.id);
    hear();
    expect(elsewhere.ledger.states('staff')).toEqual([]);
  });

  it('are held unread where the key did not come along, handed on, and read as soon as a station gives the key', async () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    first.ledger.append([filed(1, 'later')]);
    first.ledger.append([amended(1, 'and more')]);
    expect(second.ledger.accept(withoutKeys(allOf(first, desk)))).toMatchObject({ ok: true, value: { accepted: 2 } });
    expect(titleAt(second, 1)).toBeUndefined();
    expect((await second.ledger.verify()).problems.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(allOf(second, desk).map(({ bytes }) => Buffer.from(bytes))).toEqual(allOf(first, desk).map(({ bytes }) => Buffer.from(bytes)));

    const heard: string[] = [];
    second.ledger.onEvents((events) => heard.push(...events.map(({ kind }) => kind)));
    const wanted = second.ledger.wantedKeys(64);
    expect(wanted).toHaveLength(1);
    expect(second.ledger.learnKeys(first.ledger.findKeys(wanted))).toBe(1);
    expect(titleAt(second, 1)).toBe('later');
    expect(heard).toEqual(['IncidentFiled', 'IncidentAmended']);
    expect(second.ledger.wantedKeys(64)).toEqual([]);
    expect((await second.ledger.verify()).ok).toBe(true);
  });

  it('take no key that they did not ask for, and none that is not the one', () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    first.ledger.append([filed(1, 'asked for')]);
    first.ledger.append([filed(2, 'not asked for')]);
    second.ledger.accept(withoutKeys(allOf(first, desk).slice(0, 1)));
    const [one, other] = first.ledger.findKeys([1, 2].flatMap((n) => ({ subject: incident(n), id: idOfKey(first, n) })));
    if (one === undefined || other === undefined) throw new Error('the first station has no keys');
    expect(second.ledger.learnKeys([other])).toBe(0);
    expect(second.ledger.learnKeys([{ ...one, wrapped: other.wrapped }])).toBe(0);
    expect(second.ledger.learnKeys([one])).toBe(1);
  });

  it('are read by both where two stations wrote of one subject before they knew of one another', async () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    first.ledger.append([filed(1, 'filed here')]);
    second.ledger.append([amended(1, 'amended there')]);
    second.ledger.accept(allOf(first, desk));
    first.ledger.accept(allOf(second, office));
    for (const station of [first, second]) {
      expect(station.ledger.state('incident', incident(1))?.amendments.map(({ text }) => text)).toEqual(['amended there']);
      expect((await station.ledger.verify()).ok).toBe(true);
    }
  });

  it('are named by the check of the ledger when a key was damaged', async () => {
    const { ledger, database } = openLedger(desk, office);
    ledger.append([filed(1, 'first')]);
    database.exec("UPDATE subject_key SET wrapped = zeroblob(60)");
    const reopened = openTestLedger(desk, [office], heldClock(), open[0]?.file);
    open.unshift(reopened);
    expect((await reopened.ledger.verify()).problems).toMatchObject([{ origin: desk.station.id, seq: 1 }, { subject: incident(1) }]);
    open.shift()?.database.close();
  });
});

const idOfKey = ({ database }: TestLedger, n: number): string => String(database.prepare('SELECT id FROM subject_key WHERE subject = ?').pluck().get(incident(n)));

describe('a call for help', () => {
  const upgraded = (station: TestStation, protocol: number): Draft => ({ kind: 'StationUpgraded', subject: `station/${station.station.id}`, body: { protocol } });

  it('is sealed where every station can open it, and stays open while one cannot', () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    const sealedAt = (n: number): boolean => first.database.prepare('SELECT key_id FROM event WHERE subject = ?').pluck().get(`alarm/${id(n)}`) !== null;
    first.ledger.append([enrolmentOf(desk.station)]);
    first.ledger.appendUrgently([raised(1)], () => {});
    expect(sealedAt(1)).toBe(true);

    const { body: { protocol: _protocol, ...oldBody }, ...enrolled } = enrolmentOf(office.station) as Extract<Draft, { kind: 'StationEnrolled' }>;
    second.ledger.append([{ ...enrolled, body: oldBody }]);
    first.ledger.accept(allOf(second, office));
    first.ledger.appendUrgently([raised(2)], () => {});
    expect(sealedAt(2)).toBe(false);

    second.ledger.append([upgraded(office, 2)]);
    first.ledger.accept(allOf(second, office));
    first.ledger.appendUrgently([raised(3)], () => {});
    expect(sealedAt(3)).toBe(true);
  });

  it('is read from its frame, before it is committed here', () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    const shown: string[] = [];
    second.ledger.onUrgent((events) => shown.push(...events.map(({ subject }) => subject)));
    first.ledger.appendUrgently([raised(1)], (records) => second.ledger.preview(records));
    expect(shown).toEqual([`alarm/${id(1)}`]);
  });

  it('goes out before the database is asked for anything', () => {
    const { ledger, database } = openLedger(desk, office);
    let sent = 0;
    database.exec('BEGIN EXCLUSIVE');
    database.close();
    ledger.appendUrgently([raised(1)], (records) => (sent += records.length));
    expect(sent).toBe(1);
  });
});

describe('what was erased', () => {
  it('is gone from the lists and from the file, and the chain still holds', async () => {
    const first = openLedger(desk, office);
    first.ledger.append([filed(1, 'marker-to-be-forgotten')]);
    first.ledger.append([filed(2, 'stays')]);
    first.ledger.append([erased(1)]);
    expect(first.ledger.states('incident').map(({ report }) => report.title)).toEqual(['stays']);
    expect(first.ledger.eventsOf(incident(1)).map(({ kind }) => kind)).toEqual(['SubjectErased']);
    expect(await first.ledger.verify()).toMatchObject({ ok: true, events: 3, sealed: 2, erased: 1 });
    first.ledger.settleErasures();
    expect(statSync(`${first.file}-wal`).size).toBe(0);
    const plain = plainCopyOf(first);
    expect(plain.includes('marker-to-be-forgotten')).toBe(false);
    expect(plain.includes('stays')).toBe(true);
  });

  it('is gone from the search index as well, with what was added to it later', async () => {
    const first = openLedger(desk, office);
    const index = createSearchIndex({ connection: createConnection(first.database), state: first.ledger.state, pace: withoutPauses, log: silentLog });
    const commits: readonly Draft[] = [filed(1, 'zanzibarmarker'), filed(2, 'stays'), amended(1, 'quixoticmarker'), filed(3, 'remains'), erased(1)];
    for (const draft of commits) {
      first.ledger.append([draft]);
      await index.catchUp();
    }
    first.ledger.settleErasures();
    const plain = plainCopyOf(first);
    // Pieces keep words without the beginning that they have in common with the word before.
    for (const word of ['zanzibarmarker', 'anzibarm', 'quixoticmarker', 'uixoticm']) expect(plain.includes(word), word).toBe(false);
    const hits = (word: string) => first.database.prepare('SELECT count(*) FROM incident_text WHERE incident_text MATCH ?').pluck().get(word);
    expect([hits('stays'), hits('remains'), hits('zanzibarmarker')]).toEqual([1, 1, 0]);
    expect(first.database.prepare('SELECT count(*) FROM erased_in_index').pluck().get()).toBe(0);
    first.database.exec("INSERT INTO incident_text (incident_text) VALUES ('integrity-check')");
  });

  it('is taken out of a ledger that was set aside, too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quietbell-erased-'));
    const [file, key] = [join(folder, 'ledger.db'), new Uint8Array(32).fill(7)];
    const opened = openLedgerFile({ file, key, enrolled: false, repairs: true, clock: heldClock(), log: silentLog });
    if (!opened.ok) throw new Error(opened.error.message);
    const { connection, close } = opened.value;
    const ledger = createLedger({ connection, clock: heldClock(), log: silentLog, stationId: desk.station.id, signingKey: desk.signingKey, siteKey: testSiteKey, file: opened.value });
    ledger.append([filed(1, 'marker-set-aside')]);
    ledger.append([filed(2, 'stays')]);
    await createSearchIndex({ connection, state: ledger.state, pace: withoutPauses, log: silentLog }).catchUp();
    expect(connection.emptyLog()).toBe(true);
    const aside = join(folder, 'ledger.set-aside-2026-11-24T09-00-00-000Z.db');
    copyFileSync(file, aside);
    ledger.append([erased(1)]);
    ledger.settleErasures();
    close();

    const kept = openOrThrow(aside, key);
    for (const table of ['subject_key', 'projection', 'incident_to_index']) expect(kept.prepare(`SELECT subject FROM ${table} WHERE subject LIKE 'incident/%'`).pluck().all(), table).toContain(incident(2));
    for (const table of ['subject_key', 'projection']) expect(kept.prepare(`SELECT count(*) FROM ${table} WHERE subject = ?`).pluck().get(incident(1)), table).toBe(0);
    // Should it ever be put back, what is left is indexed anew.
    for (const word of ['marker', 'stays']) expect(kept.prepare('SELECT count(*) FROM incident_text WHERE incident_text MATCH ?').pluck().get(word)).toBe(0);
    kept.pragma('journal_mode = DELETE');
    kept.pragma("rekey = ''");
    kept.close();
    expect(readFileSync(aside).includes('marker-set-aside')).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('is forgotten by a station that was away, whichever comes first: the record or its erasure', async () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    first.ledger.append([filed(1, 'known there')]);
    second.ledger.accept(allOf(first, desk));
    first.ledger.append([filed(2, 'not known there')]);
    const late = allOf(first, desk);
    first.ledger.append([erased(1), erased(2)]);
    // The keys of the second go along, as a station sends them that has not heard of the erasure yet.
    second.ledger.accept([...late, ...allOf(first, desk).slice(-2)]);
    expect(second.ledger.states('incident')).toEqual([]);
    expect(second.database.prepare('SELECT count(*) FROM subject_key').pluck().get()).toBe(0);
    expect(await second.ledger.verify()).toMatchObject({ ok: true, erased: 2 });
    expect(second.ledger.wantedKeys(64)).toEqual([]);
  });

  it('stays forgotten when its events come with their keys after the erasure', async () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    first.ledger.append([filed(1, 'gone')]);
    const withKeys = allOf(first, desk);
    second.ledger.append([erased(1)]);
    second.ledger.accept(withKeys);
    expect(titleAt(second, 1)).toBeUndefined();
    first.ledger.accept(allOf(second, office));
    expect(titleAt(first, 1)).toBeUndefined();
    for (const { database } of [first, second]) expect(database.prepare('SELECT count(*) FROM subject_key').pluck().get()).toBe(0);
  });

  it('takes with it what another station adds without knowing', async () => {
    const [first, second] = [openLedger(desk, office), openLedger(office, desk)];
    first.ledger.append([filed(1, 'gone')]);
    second.ledger.accept(allOf(first, desk));
    first.ledger.append([erased(1)]);
    second.ledger.append([amended(1, 'written meanwhile')]);
    first.ledger.accept(allOf(second, office));
    second.ledger.accept(allOf(first, desk));
    for (const { ledger } of [first, second]) {
      expect(ledger.states('incident')).toEqual([]);
      expect((await ledger.verify()).ok).toBe(true);
    }
    // And what somebody writes of it afterwards is read by nobody, the writer included.
    first.ledger.append([amended(1, 'written afterwards')]);
    expect(first.database.prepare('SELECT count(*) FROM subject_key').pluck().get()).toBe(0);
    expect((await first.ledger.verify()).ok).toBe(true);
  });

  it('is not what may not be erased: a station, a plan or the site stay whoever says so', () => {
    const { ledger } = openLedger(desk, office);
    ledger.append([{ kind: 'SiteCreated', subject: `site/${desk.station.id}`, body: { name: 'Elm Library' } }]);
    ledger.append([{ ...erased(1), subject: `site/${desk.station.id}` }]);
    expect(ledger.states('site')).toEqual([{ name: 'Elm Library' }]);
  });

  it('is not erased when the commit of the erasure fails', () => {
    const { ledger, database } = openLedger(desk, office);
    ledger.append([filed(1, 'still here')]);
    database.pragma('query_only = ON');
    expect(ledger.append([erased(1)]).ok).toBe(false);
    database.pragma('query_only = OFF');
    expect(titleAt({ ledger, database, file: '', close: () => {} }, 1)).toBe('still here');
    ledger.append([amended(1, 'more')]);
    expect(ledger.state('incident', incident(1))?.amendments).toHaveLength(1);
  });
});

/** The file without its encryption, page by page, also those that nothing points to any more. */
const plainCopyOf = ({ database, file }: TestLedger): Buffer => {
  database.pragma('journal_mode = DELETE');
  database.pragma("rekey = ''");
  return readFileSync(file);
};
