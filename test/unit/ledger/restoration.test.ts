import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { Draft, Event } from '../../../main/core/event/catalogue.ts';
import type { EventRecord } from '../../../main/core/event/replica.ts';
import { createConnection } from '../../../main/ledger/connection.ts';
import { createJournal, type Journal } from '../../../main/ledger/journal.ts';
import { createLedger } from '../../../main/ledger/createLedger.ts';
import type { Ledger } from '../../../main/ledger/ledger.ts';
import { openDatabase, type Database } from '../../../main/ledger/openDatabase.ts';
import { farOff, noteRestoration } from '../../../main/ledger/restoration.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type TestLedger } from '../../support/ledger/testLedger.ts';

const [desk, office, stores] = [makeTestStation('Desk 1'), makeTestStation('Office'), makeTestStation('Stores')];
const key = new Uint8Array(32).fill(7);
const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp.splice(0).toReversed()) clean();
});

const notice = (text: string): Draft => ({ kind: 'NoticePosted', subject: 'board/site', body: { id: crypto.randomUUID(), text, by: 'Desk 1' } });
const press = (): Draft => ({
  kind: 'AlarmRaised',
  subject: `alarm/${crypto.randomUUID()}`,
  body: { level: 'emergency', kind: 'real', source: 'device', place: 'Front desk', press: crypto.randomUUID(), alone: false, station: 'Desk 1', staff: null },
});
const recordsOf = (ledger: Ledger, after = 0): readonly EventRecord[] => ledger.read(desk.station.id, after, 1e9);
const texts = (ledger: Ledger): readonly string[] => ledger.eventsOf('board/site').flatMap((event: Event) => (event.kind === 'NoticePosted' ? [event.body.text] : []));
const held = (ledger: Ledger): number => ledger.have().get(desk.station.id) ?? 0;

/** The desk wrote seven events, of which the backup has the first five; the office and the stores have so many of them. */
const afterLoss = (atOffice: number, atStores = 0) => {
  const before = openTestLedger(desk, [office, stores]);
  for (let count = 1; count <= 7; count += 1) before.ledger.append([notice(`before ${count}`)]);
  const records = recordsOf(before.ledger);
  const restored = openTestLedger(desk, [office, stores]);
  restored.ledger.accept(records.slice(0, 5));
  noteRestoration(restored.ledger.local, '2026-11-24T02:00:00.000Z');
  const others = [office, stores].map((station) => openTestLedger(station, [desk, office, stores]));
  const [colleague, third] = others.map(({ ledger }) => ledger) as [Ledger, Ledger];
  colleague.accept(records.slice(0, atOffice));
  third.accept(records.slice(0, atStores));
  for (const each of [before, restored, ...others]) cleanUp.push(each.close);
  return { records, restored, colleague, third };
};

interface Running {
  readonly ledger: Ledger;
  readonly kill: () => void;
}

/** The restored ledger as a station opens it: with a journal beside it. */
const start = ({ file }: Pick<TestLedger, 'file'>): Running => {
  const opened = openDatabase(file, key);
  if (!opened.ok) throw new Error(opened.error.message);
  const database: Database = opened.value;
  const journal: Journal = createJournal(`${file}.waiting`, key, silentLog);
  let closed = false;
  const kill = (): void => {
    if (!closed) database.close();
    if (!closed) journal.close();
    closed = true;
  };
  cleanUp.push(kill);
  return { ledger: createLedger({ connection: createConnection(database), clock: heldClock(Date.UTC(2026, 10, 24, 10)), log: silentLog, stationId: desk.station.id, signingKey: desk.signingKey, siteKey: testSiteKey, journal }), kill };
};

const says = (ledger: Ledger, station: typeof office, of: Ledger): void => ledger.hear(station.station.id, of.have());

describe('a station that was restored from a backup', () => {
  it('writes nothing until every other station has said what it has of it, and says for whom it waits', () => {
    const { restored, colleague } = afterLoss(5);
    const { ledger } = start(restored);
    expect(ledger.append([notice('too early')])).toMatchObject({ ok: false, error: { type: 'LedgerUnwritable', message: expect.stringContaining('restored from a backup') } });
    says(ledger, office, colleague);
    expect(ledger.condition().restoring).toMatchObject({ from: '2026-11-24T02:00:00.000Z', waitsFor: [stores.station.id] });
    expect(ledger.append([notice('still too early')]).ok).toBe(false);
  });

  it('goes on behind what the others have, when that is back: no number is given twice', () => {
    const { records, restored, colleague, third } = afterLoss(7, 6);
    const { ledger } = start(restored);
    says(ledger, office, colleague);
    says(ledger, stores, third);
    expect(ledger.condition().missing).toBe(2);
    expect(ledger.append([notice('too early')]).ok).toBe(false);
    ledger.accept(recordsOf(third, 5));
    expect(ledger.append([notice('one is still missing')]).ok).toBe(false);
    ledger.accept(recordsOf(colleague, 5));
    expect(ledger.append([notice('after')]).ok).toBe(true);
    expect(recordsOf(ledger).slice(0, 7)).toEqual(records);
    expect(colleague.accept(recordsOf(ledger, 7))).toEqual({ ok: true, value: { accepted: 1 } });
    expect(texts(colleague)).toContain('after');
    expect(ledger.condition()).toMatchObject({ restoring: null, missing: 0 });
  });

  it('sends a press at once, and gives it its place when that is known', () => {
    const { restored, colleague, third } = afterLoss(7);
    const { ledger } = start(restored);
    const sent: EventRecord[] = [];
    const raised = press();
    ledger.appendUrgently([raised], (records) => sent.push(...records));
    expect(sent.map(({ seq }) => seq > farOff)).toEqual([true]);
    const shown: string[] = [];
    colleague.onUrgent((events) => shown.push(...events.map(({ subject }) => subject)));
    expect(colleague.preview(sent)).toEqual({ ok: true, value: undefined });
    expect(shown).toEqual([raised.subject]);
    expect(ledger.takesWrites()).toBe(true);

    says(ledger, office, colleague);
    says(ledger, stores, third);
    ledger.accept(recordsOf(colleague, 5));
    expect(held(ledger)).toBe(8);
    expect(colleague.accept(recordsOf(ledger, 7))).toEqual({ ok: true, value: { accepted: 1 } });
    expect(colleague.eventsOf(raised.subject)).toMatchObject([{ seq: 8, kind: 'AlarmRaised' }]);
    expect(ledger.append([notice('after')]).ok).toBe(true);
  });

  it('keeps such a press when it is killed before its place is known, and when it is killed again', async () => {
    const { restored, colleague, third } = afterLoss(7);
    const raised = [press(), press()];
    for (const each of raised) {
      const { ledger, kill } = start(restored);
      ledger.appendUrgently([each], () => {});
      kill();
    }
    const { ledger } = start(restored);
    says(ledger, office, colleague);
    says(ledger, stores, third);
    ledger.accept(recordsOf(colleague, 5));
    expect(raised.map(({ subject }) => ledger.eventsOf(subject).map(({ seq }) => seq))).toEqual([[8], [9]]);
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it('remembers across a restart who has spoken', () => {
    const { restored, colleague, third } = afterLoss(6);
    const first = start(restored);
    says(first.ledger, office, colleague);
    first.kill();
    const { ledger } = start(restored);
    says(ledger, stores, third);
    expect(ledger.condition()).toMatchObject({ restoring: { waitsFor: [] }, missing: 1 });
    ledger.accept(recordsOf(colleague, 5));
    expect(ledger.append([notice('after')]).ok).toBe(true);
  });

  it('does not wait for one that was retired', () => {
    const { restored, colleague } = afterLoss(5);
    const { ledger } = start(restored);
    says(ledger, office, colleague);
    ledger.excuse(stores.station.id);
    ledger.flush();
    expect(ledger.append([notice('after')]).ok).toBe(true);
    expect(held(ledger)).toBe(6);
  });

  it('forgets again what was erased since the backup, as soon as another station says so', () => {
    const { restored, colleague } = afterLoss(5);
    const subject = `incident/${crypto.randomUUID()}`;
    const filed: Draft = { kind: 'IncidentFiled', subject, body: { alarm: null, report: incidentReportSchema.parse({ title: 'Forgotten since' }), station: 'Office', staff: null } };
    colleague.append([filed]);
    restored.ledger.accept(colleague.read(office.station.id, 0, 1e9));
    const { ledger } = start(restored);
    expect(ledger.state('incident', subject)?.report.title).toBe('Forgotten since');
    colleague.append([{ kind: 'SubjectErased', subject, body: { reason: 'asked for', station: 'Office', staff: null } }]);
    ledger.accept(colleague.read(office.station.id, 1, 1e9));
    expect(ledger.state('incident', subject)).toBeUndefined();
  });

  it('waits for nobody where it is the only one of its site', () => {
    const lone = openTestLedger(desk, []);
    cleanUp.push(lone.close);
    lone.ledger.append([notice('before')]);
    noteRestoration(lone.ledger.local, '2026-11-24T02:00:00.000Z');
    rmSync(`${lone.file}.waiting`, { force: true });
    const { ledger } = start(lone);
    expect(ledger.append([notice('after')]).ok).toBe(true);
    expect(texts(ledger)).toEqual(['before', 'after']);
  });
});
