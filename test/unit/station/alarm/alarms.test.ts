import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventRecord } from '../../../../main/core/event/replica.ts';
import { defaultPlanDocument } from '../../../../main/core/plan/defaultPlan.ts';
import { createConnection } from '../../../../main/ledger/connection.ts';
import { createLedger } from '../../../../main/ledger/createLedger.ts';
import { createAlarms, type Alarms } from '../../../../main/station/alarm/alarms.ts';
import { createChanges, type Changes } from '../../../../main/station/changes.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type HeldClock, type TestLedger } from '../../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: testSiteKey, authorityKey: null };

describe('the alarms of a station', () => {
  let open: TestLedger;
  let clock: HeldClock;
  let changes: Changes;
  let alarms: Alarms;
  let sent: (readonly EventRecord[])[];
  let made = 0;

  const newId = (): string => `00000000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`;
  const press = (): string => alarms.press({ id: newId(), level: 'assist', kind: 'real', source: 'device' }, null);

  beforeEach(() => {
    clock = heldClock();
    open = openTestLedger(desk, [], clock);
    changes = createChanges(silentLog);
    sent = [];
    alarms = createAlarms({ ledger: open.ledger, identity, clock, ids: { next: newId }, log: silentLog, changes, procedures: [] }, (records) => sent.push(records));
  });
  afterEach(() => {
    alarms.stop();
    open.close();
  });

  it('go out and are shown although the database cannot even be read, and whatever a listener does', () => {
    changes.on(['alarms'], () => {
      throw new Error('a window that is no more');
    });
    let told = 0;
    changes.on(['alarms'], () => (told += 1));
    open.database.close();
    const alarm = press();
    expect(sent).toHaveLength(1);
    expect(told).toBe(1);
    expect(alarms.current()).toMatchObject([{ id: alarm, state: 'raised', station: 'Desk 1' }]);
    clock.pass(5_000);
    expect(press()).toBe(alarm);
    expect(alarms.current()).toMatchObject([{ id: alarm, level: 'emergency' }]);
  });

  it('are not doubled when the station dies before it could write one down and the press comes again', async () => {
    const colleague = openTestLedger(office, [desk], clock);
    const shown = createAlarms({ ledger: colleague.ledger, identity: { ...identity, station: office.station, signingKey: office.signingKey }, clock, ids: { next: newId }, log: silentLog, changes, procedures: [] }, () => {});
    const again = { id: newId(), level: 'assist', kind: 'real', source: 'key' } as const;
    open.database.pragma('query_only = ON');
    alarms.press(again, null);
    for (const records of sent.splice(0)) colleague.ledger.preview(records);
    expect(shown.list()).toHaveLength(1);

    open.database.pragma('query_only = OFF');
    const restarted = createLedger({ connection: createConnection(open.database), clock, log: silentLog, stationId: desk.station.id, signingKey: desk.signingKey, siteKey: testSiteKey });
    const reborn = createAlarms({ ledger: restarted, identity, clock, ids: { next: newId }, log: silentLog, changes, procedures: [] }, (records) => sent.push(records));
    clock.pass(2_000);
    reborn.press(again, null);
    for (const records of sent) colleague.ledger.preview(records);
    expect(colleague.ledger.accept(restarted.read(desk.station.id, 0, 100_000)).ok).toBe(true);
    expect(shown.list()).toHaveLength(1);
    for (const ledger of [restarted, colleague.ledger]) expect((await ledger.verify()).ok).toBe(true);
    shown.stop();
    reborn.stop();
    colleague.close();
  });

  it('that grew old are not held any more, and do not come up as new when somebody repeats how they began', () => {
    const first = press();
    const beginning = open.ledger.read(desk.station.id, 0, 1);
    expect(alarms.close(first, 'resolved', '', null).ok).toBe(true);
    for (let count = 0; count < 50; count += 1) {
      clock.pass(60_000);
      alarms.close(press(), 'resolved', '', null);
    }
    expect(alarms.list().map(({ id }) => id)).not.toContain(first);
    expect(alarms.find(first)).toMatchObject({ state: 'closed' });
    expect(open.ledger.preview(beginning)).toMatchObject({ ok: true });
    expect(alarms.list().filter(({ closedAt }) => closedAt === null)).toEqual([]);
    expect(alarms.list()).toHaveLength(50);
  });

  it('are written again every 2 s to a connected station that has not said that it has them, also after a restart, and then no more', () => {
    const again: (readonly EventRecord[])[] = [];
    const surroundings = { document: () => defaultPlanDocument, isAlone: () => false, channelName: String, underWay: () => new Set<string>(), connected: () => [office.station.id], sendTo: (to: readonly string[], records: readonly EventRecord[]) => (again.push(records), to) };
    const context = { ledger: open.ledger, identity, clock, ids: { next: newId }, log: silentLog, changes, procedures: [] };
    const seconds = (count: number, of: Alarms): number => {
      again.splice(0);
      for (let second = 0; second < count; second += 1) {
        clock.pass(1000);
        of.tick();
      }
      return again.length;
    };
    alarms.stop();
    open.ledger.local.roster.add(office.station);
    alarms = createAlarms(context, () => [], surroundings);
    const alarm = press();
    expect(alarms.find(alarm)?.recipients).toMatchObject([{ name: 'Back office', state: 'due' }]);
    expect(seconds(6, alarms)).toBe(3);
    expect(alarms.find(alarm)?.recipients).toMatchObject([{ name: 'Back office', state: 'sent' }]);

    alarms.stop();
    alarms = createAlarms(context, () => [], surroundings);
    expect(seconds(4, alarms)).toBe(2);
    const colleague = openTestLedger(office, [desk], clock);
    const shown = createAlarms({ ...context, ledger: colleague.ledger, identity: { ...identity, station: office.station, signingKey: office.signingKey } }, (records) => open.ledger.preview(records));
    expect(colleague.ledger.preview(again[0] ?? [])).toMatchObject({ ok: true });
    expect(shown.list()).toMatchObject([{ id: alarm }]);
    expect(seconds(6, alarms)).toBe(0);
    expect(alarms.find(alarm)?.recipients).toMatchObject([{ name: 'Back office', state: 'received' }]);
    shown.stop();
    colleague.close();
  });
});
