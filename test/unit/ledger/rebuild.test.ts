import { afterEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { RebuildProgress } from '../../../main/contract/station.ts';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { enrolmentOf } from '../../../main/station/site/enrolment.ts';
import { rebuildingSteps } from '../../../main/station/storage/rebuildingSteps.ts';
import { makeTestStation, openTestLedger, type TestLedger } from '../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const by = { station: 'Desk 1', staff: null };
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const filed = (n: number): Draft => ({ kind: 'IncidentFiled', subject: `incident/${id(n)}`, body: { alarm: null, report: incidentReportSchema.parse({ title: `Record ${n}` }), ...by } });
const raised = (n: number): Draft => ({ kind: 'AlarmRaised', subject: `alarm/${id(n)}`, body: { level: 'assist', kind: 'real', source: 'spot', place: 'Entrance', press: id(n), alone: false, ...by } });

let open: TestLedger | undefined;
afterEach(() => open?.close());

/** A ledger with so many records, one open alarm and its own station; what is shown of them is spoilt, as after an update. */
const spoiltLedger = (records: number): TestLedger => {
  open = openTestLedger(desk, []);
  open.ledger.append([enrolmentOf(desk.station), raised(records + 1), ...Array.from({ length: records }, (_, n) => filed(n + 1))]);
  open.database.exec(`UPDATE projection SET state = '{}'`);
  return open;
};

describe('making anew what is shown', () => {
  it('says how far it is, one subject after the other, and that it is done', async () => {
    const { ledger } = spoiltLedger(300);
    const steps: RebuildProgress[] = [];
    for await (const step of rebuildingSteps(ledger)) steps.push(step);
    expect(steps.at(-1)).toEqual({ done: 302, of: 302 });
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(steps.every(({ done, of }) => done <= of)).toBe(true);
    expect(ledger.rebuilding()).toBeNull();
    expect(ledger.states('incident', { newest: 1 })[0]?.summary.title).toMatch(/^Record \d+$/);
  });

  it('lets alarms and records be written meanwhile, and is one piece of work however often it is asked for', async () => {
    const { ledger } = spoiltLedger(150);
    const first = ledger.rebuild();
    const second = ledger.rebuild();
    expect(ledger.rebuilding()).not.toBeNull();
    expect(ledger.append([raised(9001)])).toMatchObject({ ok: true });
    expect(ledger.states('alarm', { open: true }).some((alarm) => alarm.id === id(9001))).toBe(true);
    expect(await first).toBeGreaterThanOrEqual(152);
    expect(await second).toBe(await first);
  });

  it('goes on when whoever asked for it looks away', async () => {
    const { ledger } = spoiltLedger(120);
    for await (const _step of rebuildingSteps(ledger)) break;
    expect(ledger.rebuilding()).not.toBeNull();
    await ledger.rebuild();
    expect(ledger.states('incident')).toHaveLength(120);
    expect(ledger.states('incident').every(({ summary }) => summary.title.startsWith('Record'))).toBe(true);
  });

  it('writes nothing where everything stands as the events say', async () => {
    const { ledger, database } = spoiltLedger(40);
    const writes = (): number => Number(database.prepare('SELECT total_changes()').pluck().get());
    await ledger.rebuild();
    const before = writes();
    await ledger.rebuild();
    expect(writes()).toBe(before);
  });

  it('begins with what a press needs: the stations of the site and the open alarms, whatever the size of the ledger', () => {
    const { ledger } = spoiltLedger(300);
    ledger.refoldFirst();
    expect(ledger.states('station')).toMatchObject([{ name: 'Desk 1' }]);
    expect(ledger.states('alarm', { open: true })).toMatchObject([{ station: 'Desk 1' }]);
    expect(ledger.states('incident').every((incident) => Object.keys(incident).length === 0), 'the records have their turn later').toBe(true);
  });
});
