import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../../main/contract/incident.ts';
import { retentionSchema, type Retention } from '../../../../main/contract/retention.ts';
import type { Draft } from '../../../../main/core/event/catalogue.ts';
import { emptyReport } from '../../../../main/core/incident/draftFromAlarm.ts';
import { createAttachmentStore } from '../../../../main/ledger/attachmentStore.ts';
import { createAttachmentParts } from '../../../../main/station/attachment/attachmentParts.ts';
import { createAttachments } from '../../../../main/station/attachment/attachments.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import { enrolmentOf } from '../../../../main/station/site/enrolment.ts';
import { createErasures } from '../../../../main/station/retention/erasures.ts';
import { createRetention } from '../../../../main/station/retention/retention.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type TestLedger } from '../../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const day = 24 * 3_600_000;
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
const by = { station: 'Desk 1', staff: null };
const raised = (n: number, kind: 'real' | 'drill' = 'real'): Draft => ({ kind: 'AlarmRaised', subject: `alarm/${id(n)}`, body: { level: 'assist', kind, source: 'device', place: `Place ${n}`, press: id(1000 + n), alone: false, ...by } });
const closed = (n: number): Draft => ({ kind: 'AlarmClosed', subject: `alarm/${id(n)}`, body: { reason: 'resolved', note: '', presses: [id(1000 + n)], ...by } });
const filed = (n: number, alarm: number | null = null): Draft => ({ kind: 'IncidentFiled', subject: `incident/${id(n)}`, body: { alarm: alarm === null ? null : id(alarm), report: incidentReportSchema.parse({ title: `Record ${n}` }), ...by } });

const nothingDue = [{ what: 'incidents', count: 0 }, { what: 'alarms', count: 0 }, { what: 'practice', count: 0 }, { what: 'persons', count: 0 }, { what: 'drafts', count: 0 }];

describe('forgetting what was kept long enough', () => {
  let open: TestLedger | undefined;
  const folders: string[] = [];
  afterEach(() => {
    open?.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const begin = ({ holdsAuthority = true, from = new Date(2026, 0, 15, 2) } = {}) => {
    // Two in the morning, local time: the night has not come.
    const clock = heldClock(from.getTime());
    const station = { holdsAuthority, clockDoubtful: false, hasSettled: true };
    open = openTestLedger(desk, [], clock);
    const { ledger } = open;
    const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: testSiteKey, authorityKey: null };
    const context = { ledger, identity, clock, ids: { next: () => id(1) }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
    ledger.append([enrolmentOf(desk.station)]);
    const folder = mkdtempSync(join(tmpdir(), 'quietbell-retention-'));
    folders.push(folder);
    const store = createAttachmentStore(folder);
    const parts = createAttachmentParts({ ledger, store, limit: 1e9, freeSpace: () => 1e12, clock, log: silentLog, onChanged: () => {} });
    const attachments = createAttachments({ context, store, parts, freeSpace: () => 1e12, live: false });
    const retention = createRetention({ context, erasures: createErasures(context, attachments.attachmentsOf), attachments, holdsAuthority: () => station.holdsAuthority, clockDoubtful: () => station.clockDoubtful, hasSettled: () => station.hasSettled });
    const keep = (months: Partial<Retention>): void => {
      expect(retention.change(retentionSchema.parse(months), null).ok).toBe(true);
    };
    const write = (...drafts: readonly Draft[]): void => {
      for (const draft of drafts) expect(ledger.append([draft]).ok).toBe(true);
    };
    const toNight = (): void => clock.set(new Date(new Date(clock.now()).setHours(3, 0, 0, 0)).getTime() + day);
    const night = async (): Promise<void> => {
      toNight();
      await expect.poll(() => (retention.tick(), retention.state().last?.at), { timeout: 3000 }).toBe(new Date(clock.now()).toISOString());
    };
    const savedAt = (): string => new Date(clock.now()).toISOString();
    const drafted = (n: number, title: string): void => ledger.local.drafts.save({ id: id(n), alarm: null, report: { ...emptyReport(), title }, savedAt: savedAt() });
    const draftedFile = (n: number): void => ledger.local.personDrafts.save({ staff: id(50), draft: { id: id(n), names: ['Mo'], description: '', before: '', marker: '', reviewOn: '', incident: null, savedAt: savedAt() } });
    const attach = async (n: number, draft: number): Promise<void> => {
      const content = Buffer.from('what the camera saw');
      await attachments.begin({ id: id(n), owner: `incident/${id(draft)}`, name: 'notes.txt', size: content.length, restricted: false });
      await attachments.put(id(n), 1, content);
      expect((await attachments.finish(id(n), null)).ok).toBe(true);
    };
    const drafts = (): readonly string[] => [...ledger.local.drafts.list().map(({ report }) => report.title), ...ledger.local.personDrafts.list().flatMap(({ draft }) => draft.names)];
    return { toNight, drafted, draftedFile, attach, drafts, attachments, ledger, clock, station, retention, keep, write, night, records: () => ledger.states('incident').map(({ summary }) => summary.title), calls: () => ledger.states('alarm').map(({ place }) => place) };
  };

  it('forgets nothing before somebody says so', async () => {
    const { retention, write, clock } = begin();
    write(filed(1), raised(2), closed(2));
    clock.pass(3650 * day);
    expect(await retention.preview(retention.state().settings)).toEqual({ due: nothingDue, coming: [], first: [] });
  });

  it('says beforehand what it would forget, now and month by month, and changes nothing', async () => {
    const { retention, write, clock, records } = begin();
    write(filed(1));
    clock.pass(340 * day);
    write(filed(2), filed(3));
    clock.pass(60 * day);
    write(filed(4));
    expect(await retention.preview(retentionSchema.parse({ incidents: 12 }))).toEqual({
      due: [{ what: 'incidents', count: 1 }, ...nothingDue.slice(1)],
      coming: [{ month: '2027-12', counts: [{ what: 'incidents', count: 2 }] }, { month: '2028-02', counts: [{ what: 'incidents', count: 1 }] }],
      first: [
        { what: 'incidents', title: 'Record 1', at: expect.stringMatching(/^2026-01-15/), due: expect.stringMatching(/^2027-01-15/) },
        { what: 'incidents', title: 'Record 2', at: expect.stringMatching(/^2026-12-21/), due: expect.stringMatching(/^2027-12-21/) },
        { what: 'incidents', title: 'Record 3', at: expect.stringMatching(/^2026-12-21/), due: expect.stringMatching(/^2027-12-21/) },
        { what: 'incidents', title: 'Record 4', at: expect.stringMatching(/^2027-02-19/), due: expect.stringMatching(/^2028-02-19/) },
      ],
    });
    expect(records()).toEqual(['Record 1', 'Record 2', 'Record 3', 'Record 4']);
  });

  it('takes the call along that a record grew out of, keeps open ones and those of a record that is kept, and says how much it was', async () => {
    const { retention, write, clock, night, records, calls, keep } = begin();
    write(raised(1), closed(1), filed(1, 1), raised(2), closed(2), raised(3), raised(4, 'drill'), closed(4));
    clock.pass(400 * day);
    write(filed(5, 2), filed(6));
    keep({ incidents: 12, alarms: 6 });
    await night();
    expect(records()).toEqual(['Record 5', 'Record 6']);
    expect(calls()).toEqual(['Place 2', 'Place 3', 'Place 4']);
    expect(retention.state().last).toMatchObject({ erased: 2, held: 0, counts: [{ what: 'incidents', count: 1 }] });
  });

  it('keeps records of a category otherwise than all, where the site says so', async () => {
    const { keep, write, clock, night, records } = begin();
    const of = (n: number, category: string): Draft => ({ kind: 'IncidentFiled', subject: `incident/${id(n)}`, body: { alarm: null, report: incidentReportSchema.parse({ title: `Record ${n}`, category: { id: category, name: category } }), ...by } });
    write(filed(1), of(2, 'theft'), of(3, 'injury'), of(4, 'noise'));
    keep({ incidents: 12, byCategory: { theft: 24, injury: null, noise: 1 } });
    clock.pass(40 * day);
    await night();
    expect(records()).toEqual(['Record 1', 'Record 2', 'Record 3']);
    clock.pass(400 * day);
    await night();
    expect(records()).toEqual(['Record 2', 'Record 3']);
    clock.pass(400 * day);
    await night();
    expect(records()).toEqual(['Record 3']);
  });

  it('forgets drills on their own, when these need not be kept as long', async () => {
    const { write, clock, night, calls, keep } = begin();
    write(raised(1), closed(1), raised(2, 'drill'), closed(2));
    clock.pass(60 * day);
    keep({ alarms: 12, practice: 1 });
    await night();
    expect(calls()).toEqual(['Place 1']);
  });

  it('holds back a night that would forget nearly everything, says so, and does it when a person says it once more', async () => {
    const { retention, write, clock, night, records, keep } = begin();
    for (let n = 1; n <= 30; n += 1) write(filed(n));
    clock.pass(400 * day);
    keep({ incidents: 12 });
    await night();
    expect(records()).toHaveLength(30);
    expect(retention.findings()).toMatchObject([{ key: 'retention', message: expect.stringContaining('30 records') }]);
    expect(await retention.carryOut(null)).toEqual({ ok: true, value: { erased: 30 } });
    expect(records()).toEqual([]);
    expect(retention.findings()).toEqual([]);
  });

  it('is done by the station that holds the authority, and by no other', () => {
    const { retention, write, clock, keep } = begin({ holdsAuthority: false });
    write(filed(1));
    keep({ incidents: 1 });
    clock.pass(100 * day + 4 * 3_600_000);
    retention.tick();
    expect(retention.state().last).toBeNull();
  });

  it('waits while the clocks of the site do not agree, or before it could have heard of that; a person is refused as well', async () => {
    const { retention, keep, write, clock, station, night, records } = begin();
    write(filed(1));
    keep({ incidents: 12 });
    clock.pass(400 * day + 2 * 3_600_000);
    for (const [clockDoubtful, hasSettled] of [[true, true], [false, false]] as const) {
      Object.assign(station, { clockDoubtful, hasSettled });
      retention.tick();
      expect(retention.state()).toMatchObject({ last: null, here: true, waitsForClock: clockDoubtful });
    }
    station.clockDoubtful = true;
    expect(await retention.carryOut(null)).toMatchObject({ ok: false, error: { type: 'ClockFarOff' } });
    expect(records()).toEqual(['Record 1']);
    Object.assign(station, { clockDoubtful: false, hasSettled: true });
    await night();
    expect(records()).toEqual([]);
  });

  it('a night on which nothing is over is told of as well, once the site forgets anything', async () => {
    const { retention, keep, write, clock, night } = begin();
    write(filed(1));
    clock.set(clock.now() + 3_600_000);
    retention.tick();
    keep({ incidents: 12 });
    await night();
    expect(retention.state().last).toMatchObject({ erased: 0, held: 0, counts: [] });
  });

  it.each([
    ['the 29th of February is over on the first of March', 12, '2028-02-29T12:00:00Z', '2029-02-28', '2029-03-01T00:00:00.000Z'],
    ['the 31st is over on the first behind a month that has none', 1, '2026-08-31T12:00:00Z', '2026-09-30', '2026-10-01T00:00:00.000Z'],
    ['four years lead from one leap day to the next', 48, '2024-02-29T12:00:00Z', '2028-02-29', '2028-02-29T12:00:00.000Z'],
    ['a summer in between moves no day', 6, '2026-01-30T12:00:00Z', '2026-07-30', '2026-07-30T12:00:00.000Z'],
  ])('counts months by the calendar: %s', async (_what, months, at, lastNight, due) => {
    const { retention, keep, write, clock, night, records } = begin({ from: new Date(at) });
    write(filed(1));
    keep({ incidents: months });
    clock.set(new Date(`${lastNight}T02:00:00`).getTime() - day);
    await night();
    expect(records()).toEqual(['Record 1']);
    expect((await retention.preview(retentionSchema.parse({ incidents: months }))).first).toMatchObject([{ title: 'Record 1', due }]);
    await night();
    expect(records()).toEqual([]);
  });

  it('forgets the file of somebody against whom nothing stands any more, from the end of the last ban, and keeps one with a safety marker', async () => {
    const { ledger, keep, write, clock, night } = begin();
    const [mo, olga, lu] = [id(1), id(2), id(3)] as const;
    const author = { station: 'Desk 1', staff: { id: id(50), name: 'Sam' } };
    const second = { station: 'Desk 1', staff: { id: id(51), name: 'Priya' } };
    const onFile = (person: string): Draft => ({ kind: 'PersonFileEstablished', subject: `person/${person}`, body: { names: [{ id: id(60), name: `Person ${person.slice(-1)}` }], description: '', before: 'Struck the counter', reviewOn: '2026-04-01', ...author } });
    const approved = (person: string, item: string): Draft => ({ kind: 'PersonFileApproved', subject: `person/${person}`, body: { covers: [person, item], role: 'supervisor', ...second } });
    write(onFile(mo), onFile(olga), onFile(lu));
    write({ kind: 'BanImposed', subject: `person/${mo}`, body: { ban: id(10), areas: [], from: '2026-01-15', until: '2026-06-30', reviewOn: null, notice: 'Not until then', decidedBy: 'Kit', ...author } }, approved(mo, id(10)));
    write({ kind: 'MarkerAdded', subject: `person/${olga}`, body: { marker: id(11), kind: 'safety', text: 'In twos', ...author } }, approved(olga, id(11)));
    keep({ persons: 6 });
    const people = (): readonly (string | undefined)[] => ledger.states('person').map(({ names }) => names[0]?.name);
    clock.set(new Date('2026-07-20T02:00:00').getTime());
    await night();
    expect(new Set(people())).toEqual(new Set(['Person 1', 'Person 2']));
    clock.set(new Date('2026-12-30T02:00:00').getTime());
    await night();
    expect(new Set(people())).toEqual(new Set(['Person 1', 'Person 2']));
    clock.set(new Date('2027-01-01T02:00:00').getTime());
    await night();
    expect(people()).toEqual(['Person 2']);
  });

  it('says beforehand which drafts of this desk lie for too long, without a word of a file on somebody', async () => {
    const { retention, drafted, draftedFile, clock } = begin();
    drafted(1, 'A chair was thrown');
    draftedFile(2);
    clock.pass(100 * day);
    drafted(3, 'Smoke in the yard');
    expect(await retention.preview(retentionSchema.parse({ drafts: 3 }))).toEqual({
      due: [...nothingDue.slice(0, -1), { what: 'drafts', count: 2 }],
      coming: [{ month: '2026-07', counts: [{ what: 'drafts', count: 1 }] }],
      first: [
        { what: 'drafts', title: 'A chair was thrown', at: expect.stringMatching(/^2026-01-15/), due: expect.stringMatching(/^2026-04-15/) },
        { what: 'drafts', title: '', at: expect.stringMatching(/^2026-01-15/), due: expect.stringMatching(/^2026-04-15/) },
        { what: 'drafts', title: 'Smoke in the yard', at: expect.stringMatching(/^2026-04-25/), due: expect.stringMatching(/^2026-07-25/) },
      ],
    });
  });

  it('keeps drafts for good where the site says nothing of them, whatever else is forgotten', async () => {
    const { keep, drafted, draftedFile, clock, night, drafts } = begin();
    drafted(1, 'A chair was thrown');
    draftedFile(2);
    keep({ incidents: 1, persons: 1 });
    clock.pass(3650 * day);
    await night();
    expect(drafts()).toEqual(['A chair was thrown', 'Mo']);
  });

  it('erases on each desk, whoever holds the authority, the drafts that nobody wrote on, with their photos; a photo that was added is work as well', async () => {
    const { retention, keep, drafted, draftedFile, attach, attachments, clock, station, toNight, drafts, ledger } = begin({ holdsAuthority: false });
    drafted(1, 'A chair was thrown');
    drafted(2, 'Smoke in the yard');
    draftedFile(3);
    await attach(11, 1);
    keep({ drafts: 3 });
    clock.pass(60 * day);
    await attach(12, 2);
    clock.pass(40 * day);
    toNight();
    station.clockDoubtful = true;
    retention.tick();
    expect(drafts()).toHaveLength(3);
    station.clockDoubtful = false;
    await expect.poll(() => (retention.tick(), retention.state().drafts), { timeout: 3000 }).toEqual([{ station: 'Desk 1', at: new Date(clock.now()).toISOString(), erased: 2 }]);
    expect(drafts()).toEqual(['Smoke in the yard']);
    expect(attachments.list(`incident/${id(1)}`)).toEqual([]);
    expect(ledger.erasures()).toMatchObject([{ subject: `attachment/${id(11)}`, body: { reason: 'retention' } }]);
    expect(attachments.list(`incident/${id(2)}`)).toHaveLength(1);
    expect(retention.state().last).toBeNull();
  });

  it('erases a draft that was left over beside its record, and leaves the record its photos', async () => {
    const { retention, keep, drafted, attach, attachments, write, clock, drafts, records } = begin();
    drafted(1, 'Record 1');
    await attach(11, 1);
    write(filed(1));
    keep({ drafts: 1 });
    clock.pass(60 * day);
    expect(await retention.carryOut(null)).toEqual({ ok: true, value: { erased: 1 } });
    expect([drafts(), records(), attachments.list(`incident/${id(1)}`).length]).toEqual([[], ['Record 1'], 1]);
  });
});
