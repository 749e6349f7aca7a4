import { afterEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { createChanges } from '../../../main/station/changes.ts';
import { enrolmentOf } from '../../../main/station/enrolledStation.ts';
import { createErasures } from '../../../main/station/erasures.ts';
import { createRetention } from '../../../main/station/retention.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type TestLedger } from '../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const day = 24 * 3_600_000;
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
const by = { station: 'Desk 1', staff: null };
const raised = (n: number, kind: 'real' | 'drill' = 'real'): Draft => ({ kind: 'AlarmRaised', subject: `alarm/${id(n)}`, body: { level: 'assist', kind, source: 'device', place: `Place ${n}`, press: id(1000 + n), alone: false, ...by } });
const closed = (n: number): Draft => ({ kind: 'AlarmClosed', subject: `alarm/${id(n)}`, body: { reason: 'resolved', note: '', presses: [id(1000 + n)], ...by } });
const filed = (n: number, alarm: number | null = null): Draft => ({ kind: 'IncidentFiled', subject: `incident/${id(n)}`, body: { alarm: alarm === null ? null : id(alarm), report: incidentReportSchema.parse({ title: `Record ${n}` }), ...by } });

describe('forgetting what was kept long enough', () => {
  let open: TestLedger | undefined;
  afterEach(() => open?.close());

  const begin = (holdsAuthority = true) => {
    // Two in the morning, local time: the night has not come.
    const clock = heldClock(new Date(2026, 0, 15, 2).getTime());
    open = openTestLedger(desk, [], clock);
    const { ledger } = open;
    const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: testSiteKey, authorityKey: null };
    const context = { ledger, identity, clock, ids: { next: () => id(1) }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
    ledger.append([enrolmentOf(desk.station)]);
    const retention = createRetention(context, createErasures(context, () => []), () => holdsAuthority);
    const write = (...drafts: readonly Draft[]): void => {
      for (const draft of drafts) expect(ledger.append([draft]).ok).toBe(true);
    };
    const night = async (): Promise<void> => {
      clock.set(new Date(new Date(clock.now()).setHours(3, 0, 0, 0)).getTime() + day);
      retention.tick();
      await expect.poll(() => retention.state().last?.at, { timeout: 3000 }).toBe(new Date(clock.now()).toISOString());
    };
    return { ledger, clock, retention, write, night, records: () => ledger.states('incident').map(({ summary }) => summary.title), calls: () => ledger.states('alarm').map(({ place }) => place) };
  };

  it('forgets nothing before somebody says so', async () => {
    const { retention, write, clock } = begin();
    write(filed(1), raised(2), closed(2));
    clock.pass(3650 * day);
    expect(await retention.preview(retention.state().settings)).toMatchObject({ of: [{ due: 0 }, { due: 0 }, { due: 0 }], oldest: [] });
  });

  it('says beforehand what it would forget, and changes nothing', async () => {
    const { retention, write, clock, records } = begin();
    write(filed(1));
    clock.pass(400 * day);
    write(filed(2));
    expect(await retention.preview({ incidents: 12, alarms: null, practice: null })).toEqual({
      of: [{ what: 'incidents', due: 1 }, { what: 'alarms', due: 0 }, { what: 'practice', due: 0 }],
      oldest: [{ what: 'incidents', title: 'Record 1', at: expect.stringMatching(/^2026-01-15/) }],
    });
    expect(records()).toEqual(['Record 1', 'Record 2']);
  });

  it('takes the call along that a record grew out of, keeps open ones and those of a record that is kept, and says how much it was', async () => {
    const { retention, write, clock, night, records, calls } = begin();
    write(raised(1), closed(1), filed(1, 1), raised(2), closed(2), raised(3), raised(4, 'drill'), closed(4));
    clock.pass(400 * day);
    write(filed(5, 2), filed(6));
    expect(retention.change({ incidents: 12, alarms: 6, practice: null }, null).ok).toBe(true);
    await night();
    expect(records()).toEqual(['Record 5', 'Record 6']);
    expect(calls()).toEqual(['Place 2', 'Place 3', 'Place 4']);
    expect(retention.state().last).toMatchObject({ erased: 2, held: 0 });
  });

  it('forgets drills on their own, when these need not be kept as long', async () => {
    const { retention, write, clock, night, calls } = begin();
    write(raised(1), closed(1), raised(2, 'drill'), closed(2));
    clock.pass(60 * day);
    retention.change({ incidents: null, alarms: 12, practice: 1 }, null);
    await night();
    expect(calls()).toEqual(['Place 1']);
  });

  it('holds back a night that would forget nearly everything, says so, and does it when a person says it once more', async () => {
    const { retention, write, clock, night, records } = begin();
    for (let n = 1; n <= 30; n += 1) write(filed(n));
    clock.pass(400 * day);
    retention.change({ incidents: 12, alarms: null, practice: null }, null);
    await night();
    expect(records()).toHaveLength(30);
    expect(retention.findings()).toMatchObject([{ key: 'retention', message: expect.stringContaining('30 records') }]);
    expect(await retention.carryOut(null)).toEqual({ ok: true, value: { erased: 30 } });
    expect(records()).toEqual([]);
    expect(retention.findings()).toEqual([]);
  });

  it('is done by the station that holds the authority, and by no other', () => {
    const { retention, write, clock } = begin(false);
    write(filed(1));
    retention.change({ incidents: 1, alarms: null, practice: null }, null);
    clock.pass(100 * day + 4 * 3_600_000);
    retention.tick();
    expect(retention.state().last).toBeNull();
  });
});
